"""The daily amount of a stop: reference pays, ceiling, divisor, rate, maximum (R323-4, R323-5, R323-9).

This module decides nothing of its own: it brings what employers certify to the rules of ``salaires``, in order.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from itertools import groupby

from oracle import droits, salaires
from oracle.calendrier import MoisCivil, fin_du_mois_precedent, mois_civil, mois_civils_precedents, plus_jours
from oracle.conditions import discontinue
from oracle.dossier.employeur import Paie
from oracle.equivalences import jours_indemnises
from oracle.faits import Faits
from oracle.interruptions import Interruption
from oracle.loi import appliquer, parametre
from oracle.mois_de_reference import MoisDeReference, Retablissement, retablir
from oracle.perimetre import HorsChamp
from oracle.releves import Releve, sans_attestation

JOURS_D_UNE_PAIE = {"hebdomadaire": 7, "quatorzaine": 14}


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


@dataclass(frozen=True)
class _Reference:
    """The pays of the reference, the ceiling of each (``None``: none), and what divides their sum."""

    salaires: tuple[int | Fraction, ...]
    plafond: Fraction | None
    diviseur: Fraction
    mois: tuple[MoisCivil, ...] = ()
    details: tuple[MoisDeReference, ...] = ()
    jours_deduits: int = 0
    manques: tuple[str, ...] = ()


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
    retenue = _reference(faits, interruption, releve, plafond, droits_fermes, anterieurs)
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


def _reference(
    faits: Faits,
    interruption: Interruption,
    releve: Releve,
    plafond: Fraction,
    droits_fermes: bool,
    anterieurs: tuple[date, ...],
) -> _Reference:
    if discontinue(releve.activites):
        return _douze_mois(faits, releve, plafond, anterieurs)
    periodicite = _periodicite_commune(releve)
    if periodicite == "mensuelle":
        return _trois_mois(interruption, releve, plafond, droits_fermes)
    return _paies_courtes(releve, periodicite, plafond, droits_fermes)


def _trois_mois(
    interruption: Interruption, releve: Releve, plafond: Fraction, droits_fermes: bool
) -> _Reference:
    nombre = appliquer(salaires.nombre_de_paies, "mensuelle", False)
    par = appliquer(salaires.diviseur, "mensuelle", False)
    retabli = retablir(releve, nombre, interruption.debut, interruption.avis[0].prescrit_le)
    if retabli.impasse:
        anterieur = _avant_la_cessation(releve, retabli)
        if anterieur is not None:
            return _trois_mois(interruption, anterieur, plafond, droits_fermes)
        if not droits_fermes:
            raise HorsChamp(
                "pieces",
                "aucun jour n'a été travaillé depuis le début de la période de référence (R323-8, II, 4°, b) : la loi ne dit "
                "pas quel salaire retenir",
            )
    return _Reference(
        salaires=tuple(detail.retabli for detail in retabli.details),
        plafond=plafond if retabli.jours is None else None,
        diviseur=par if retabli.jours is None else Fraction(retabli.jours),
        mois=tuple(detail.mois for detail in retabli.details),
        details=retabli.details,
        manques=retabli.manques,
    )


def _avant_la_cessation(releve: Releve, retabli: Retablissement) -> Releve | None:
    """The certificates read before work actually ceased, for who fell sick while it was suspended (R323-7).

    Only employers of before count, and only a cessation older than what was read already.
    """
    if not all(appliquer(salaires.revenu_d_avant_la_cessation, motif) for motif in retabli.impasse):
        return None
    connus = [releve.attestations.get(activite.activite) for activite in releve.activites]
    cessations = [plus_jours(attestation.dernier_jour_travaille, 1) for attestation in connus if attestation]
    reference = max(cessations, default=releve.reference)
    if reference >= releve.reference:
        return None
    return replace(releve, reference=reference, douze_mois=mois_civils_precedents(reference, 12))


def _douze_mois(faits: Faits, releve: Releve, plafond: Fraction, anterieurs: tuple[date, ...]) -> _Reference:
    nombre = appliquer(salaires.nombre_de_paies, "mensuelle", True)
    mois = releve.mois(nombre)
    mesure = releve.salaires_retenus_des_mois(nombre)
    lignes = [ligne for un_mois in mois for ligne in releve.lignes(un_mois)]
    deduits = jours_indemnises(faits, anterieurs, mois[0].debut, mois[-1].fin)
    deduits = deduits.union(*(ligne.absents for ligne in lignes))
    entier = appliquer(salaires.diviseur, "mensuelle", True)
    par = appliquer(salaires.diviseur_reduit, entier, len(deduits)) if deduits else entier
    if appliquer(salaires.plafond_sur_l_annee):
        total = (sum(mesure.valeurs),)
        annuel = appliquer(salaires.plafond_annuel, plafond)
        return _Reference(total, annuel, par, jours_deduits=len(deduits), manques=mesure.manques)
    return _Reference(mesure.valeurs, plafond, par, mois, (), len(deduits), mesure.manques)


def _paies_courtes(releve: Releve, periodicite: str, plafond: Fraction, droits_fermes: bool) -> _Reference:
    nombre = appliquer(salaires.nombre_de_paies, periodicite, False)
    par = appliquer(salaires.diviseur, periodicite, False)
    if not droits_fermes:
        _exiger_des_paies_entieres(releve, periodicite, nombre)
    series = releve.paies_courtes(nombre)
    manques = _paies_manquantes(releve, nombre)
    if appliquer(salaires.plafond_par_mois_civil):
        par_mois = _par_mois_civil(releve, series)
        return _Reference(tuple(par_mois.values()), plafond, par, mois=tuple(par_mois), manques=manques)
    valeurs = [[0] * (nombre - len(serie)) + [releve.retenu(paie) for paie in serie] for serie in series]
    return _Reference(
        tuple(sum(rang) for rang in zip(*valeurs, strict=True)),
        appliquer(salaires.plafond_d_une_paie, plafond, periodicite),
        par,
        manques=manques,
    )


def _par_mois_civil(releve: Releve, series: Sequence[Sequence[Paie]]) -> dict[MoisCivil, int]:
    rangees = sorted((paie for serie in series for paie in serie), key=lambda paie: paie.fin)
    return {
        mois: sum(releve.retenu(paie) for paie in du_mois)
        for mois, du_mois in groupby(rangees, key=lambda paie: mois_civil(paie.fin))
    }


def _paies_manquantes(releve: Releve, nombre: int) -> tuple[str, ...]:
    manques = [
        sans_attestation(activite)
        for activite in releve.employeurs_des_paies()
        if activite.activite not in releve.attestations
    ]
    certifiees = [a for a in releve.employeurs_des_paies() if a.activite in releve.attestations]
    for activite, serie in zip(certifiees, releve.paies_courtes(nombre), strict=True):
        if len(serie) < nombre:
            manques.append(
                f"{nombre} paies avant le mois de l'arrêt, {len(serie)} connues (activité {activite.activite})"
            )
    return tuple(manques)


def _exiger_des_paies_entieres(releve: Releve, periodicite: str, nombre: int) -> None:
    """R323-8 rebuilds months; what it means for weeks and fortnights is written nowhere."""
    fin = fin_du_mois_precedent(releve.reference)
    debut = plus_jours(fin, -JOURS_D_UNE_PAIE[periodicite] * nombre)
    for activite in releve.employeurs_des_paies():
        ici = f"pieces[{activite.id}]"
        if activite.debut > debut:
            raise HorsChamp(f"{ici}.debut", _A_LA_SEMAINE.format("une embauche"))
        if activite.fin is not None and activite.fin < fin:
            raise HorsChamp(f"{ici}.fin", _A_LA_SEMAINE.format("une fin de contrat"))
    for serie in releve.paies_courtes(nombre):
        for paie in serie:
            for absence in paie.absences:
                raise HorsChamp("pieces", _A_LA_SEMAINE.format(f"une absence ({absence.motif})"))


_A_LA_SEMAINE = (
    "{} pendant des paies de référence à la semaine ou à la quinzaine : R323-8 ne rétablit que des mois"
)


def _periodicite_commune(releve: Releve) -> str:
    periodicites = {a.periodicite for a in releve.activites if a.activite in releve.attestations} or {
        "mensuelle"
    }
    if len(periodicites) > 1:
        raise HorsChamp(
            "pieces",
            "plusieurs employeurs payant à des rythmes différents : R323-4 ne dit pas comment additionner leurs paies",
        )
    return periodicites.pop() or "mensuelle"
