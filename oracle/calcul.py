"""The daily amount of a stop: reference pays, ceiling, divisor, rate, maximum (R323-4, R323-5, R323-9).

This module decides nothing of its own: it brings what employers certify to the rules of ``salaires``, in order.
"""

from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from oracle import droits, salaires
from oracle.calendrier import MoisCivil
from oracle.faits import Faits
from oracle.interruptions import Interruption
from oracle.loi import appliquer, parametre
from oracle.mois_de_reference import MoisDeReference
from oracle.reference import Bareme, Recherche, etablir_la_reference
from oracle.releves import Releve


@dataclass(frozen=True)
class Calcul:
    """How the daily amount is formed. Amounts in cents; ``montant`` null while a document is missing.

    ``salaires`` are the reference pays once rebuilt, ``retenus`` what the ceiling leaves of each; ``mois`` names them,
    empty for pays that are no months. ``details`` says of each reference month what was received, for how many days,
    what was rebuilt and why. ``jours_deduits``: days taken off the 365 of discontinuous work.
    """

    salaires: tuple[int | Fraction, ...]
    retenus: tuple[Fraction, ...]
    mois: tuple[MoisCivil, ...]
    details: tuple[MoisDeReference, ...]
    plafond: Fraction
    date_plafond: date
    smic_mensuel: Fraction
    multiplicateur: Fraction
    diviseur: Fraction
    jours_deduits: int
    taux: Fraction | None
    base: Fraction | None
    montant: int | None
    manques: tuple[str, ...]


def calculer(
    faits: Faits,
    interruption: Interruption,
    releve: Releve,
    reference: date,
    *,
    droits_fermes: bool,
    anterieurs: tuple[date, ...] = (),
) -> Calcul:
    """The daily amount of a stop whose rights are looked at on ``reference``; raises ``HorsChamp`` unless rights are closed."""
    date_plafond = appliquer(
        salaires.jour_du_smic, appliquer(salaires.date_du_plafond, interruption.debut, reference)
    )
    multiplicateur = parametre("multiplicateur_plafond", interruption.debut)
    smic_mensuel = parametre("smic_mensuel", date_plafond)
    plafond = appliquer(salaires.plafond_mensuel, smic_mensuel, multiplicateur)
    retenue = etablir_la_reference(
        Recherche(
            faits,
            releve,
            _bareme(plafond),
            interruption.debut,
            interruption.avis[0].prescrit_le,
            droits_fermes,
            anterieurs,
        )
    )
    taux = base = montant = None
    retenus: tuple[Fraction, ...] = ()
    if not appliquer(droits.suspend, len(retenue.manques)):
        taux = parametre("taux_ij_maladie", interruption.debut)
        retenus = tuple(Fraction(salaire) for salaire in retenue.salaires)
        if retenue.plafond is not None:
            retenus = appliquer(salaires.salaires_plafonnes, retenue.salaires, retenue.plafond)
        base = appliquer(salaires.gain_journalier_de_base, retenus, retenue.diviseur)
        montant = appliquer(
            salaires.indemnite_journaliere, base, taux, appliquer(salaires.maximum_journalier, plafond)
        )
    return Calcul(
        salaires=retenue.salaires,
        retenus=retenus,
        mois=retenue.mois,
        details=tuple(
            replace(detail, plafonne=plafonne)
            for detail, plafonne in zip(retenue.details, retenus, strict=False)
        ),
        plafond=plafond,
        date_plafond=date_plafond,
        smic_mensuel=smic_mensuel,
        multiplicateur=multiplicateur,
        diviseur=retenue.diviseur,
        jours_deduits=retenue.jours_deduits,
        taux=taux,
        base=base,
        montant=montant,
        manques=retenue.manques,
    )


def _bareme(plafond: Fraction) -> Bareme:
    return Bareme(
        plafond=plafond,
        plafond_d_une_paie=salaires.plafond_d_une_paie,
        avant_la_cessation=salaires.revenu_d_avant_la_cessation,
        par_mois_civil=salaires.plafond_par_mois_civil,
        sur_l_annee=salaires.plafond_sur_l_annee,
    )
