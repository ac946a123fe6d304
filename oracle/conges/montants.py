"""What a day of family leave is paid: from pay for employees, from the ceiling for the self-employed (R331-5, D623-2).

This module decides nothing of its own: it brings certificates and incomes to the rules of ``famille``, in order.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from oracle import droits, salaires
from oracle.calendrier import MoisCivil, nb_jours, plus_jours
from oracle.conges.modele import JourDeConge, Plan
from oracle.conges.ouverture import Ouverture
from oracle.dossier.activites import Activite, RevenuIndependant
from oracle.faits import Faits
from oracle.famille import independants, montant, naissance
from oracle.loi import appliquer, parametre
from oracle.mois_de_reference import MoisDeReference
from oracle.perimetre import HorsChamp
from oracle.reference import Bareme, Recherche, etablir_la_reference
from oracle.releves import Releve

PLAFOND = "plafond_mensuel_securite_sociale"
MINIMUM = "pension_invalidite_minimale"


@dataclass(frozen=True)
class CalculSalarie:
    """How the daily benefit of an employee is formed; cents. ``base`` and ``montant`` null while a document is missing."""

    salaires: tuple[int | Fraction, ...]
    retenus: tuple[Fraction, ...]
    mois: tuple[MoisCivil, ...]
    details: tuple[MoisDeReference, ...]
    plafond: Fraction
    date_plafond: date
    diviseur: Fraction
    part_nette: Fraction
    base: Fraction | None
    montant: int | None
    manques: tuple[str, ...]


@dataclass(frozen=True)
class CalculForfaitaire:
    """How the flat benefit of the self-employed is formed; cents. ``remplace``: a conjoint collaborateur has no daily benefit."""

    revenus: tuple[tuple[int, Fraction], ...]
    revenu_moyen: Fraction | None
    seuil_de_revenu: Fraction | None
    reduit: bool
    plafond: Fraction
    date_plafond: date
    montant: int | None
    manques: tuple[str, ...] = ()


Calcul = CalculSalarie | CalculForfaitaire


def calculer_un_salarie(
    faits: Faits, plan: Plan, ouverture: Ouverture, anterieurs: tuple[date, ...]
) -> CalculSalarie:
    """The daily benefit of an employee's leave; raises ``HorsChamp`` for pay the law does not rebuild."""
    interruption = appliquer(montant.debut_pour_le_plafond, plan.salaire_au, ouverture.fin_d_activite)
    date_plafond = appliquer(montant.jour_du_plafond, interruption)
    plafond = parametre(PLAFOND, date_plafond)
    releve = _sur_les_paies_connues(ouverture.releve)
    commun = appliquer(montant.plafond_de_tous_les_employeurs, plafond, len(releve.activites))
    bareme = Bareme(commun, montant.plafond_d_une_paie, montant.salaire_d_avant_l_absence)
    fermes = ouverture.verdict.acquis is False
    reference = etablir_la_reference(
        Recherche(faits, releve, bareme, plan.salaire_au, plan.salaire_au, fermes, anterieurs)
    )
    part_nette = parametre("part_nette_du_gain_journalier", plan.debut)
    base = du_jour = None
    retenus: tuple[Fraction, ...] = ()
    if not appliquer(droits.suspend, len(reference.manques)):
        retenus = tuple(Fraction(salaire) for salaire in reference.salaires)
        if reference.plafond is not None:
            retenus = appliquer(montant.salaires_plafonnes, reference.salaires, reference.plafond)
        base = appliquer(salaires.gain_journalier_de_base, retenus, reference.diviseur)
        du_jour = appliquer(montant.indemnite_de_repos, base, part_nette)
    return CalculSalarie(
        salaires=reference.salaires,
        retenus=retenus,
        mois=reference.mois,
        details=tuple(
            replace(detail, plafonne=retenu)
            for detail, retenu in zip(reference.details, retenus, strict=False)
        ),
        plafond=plafond,
        date_plafond=date_plafond,
        diviseur=reference.diviseur,
        part_nette=part_nette,
        base=base,
        montant=du_jour,
        manques=reference.manques,
    )


def _sur_les_paies_connues(releve: Releve) -> Releve:
    connus = tuple(a for a in releve.activites if a.activite in releve.attestations)
    if not appliquer(montant.provision_sur_les_paies_connues, len(connus)):
        return releve
    return replace(releve, activites=connus)


def montant_d_un_salarie(plan: Plan, calcul: CalculSalarie, minimum_au: date, mois: int) -> int:
    """A paid day, in cents; ``calcul.base`` is known. ``mois``: which month of a birth leave."""
    base = calcul.base or Fraction(0)
    if plan.risque == "naissance_supplementaire":
        nom = (
            "taux_du_second_mois_de_naissance"
            if appliquer(naissance.second_mois, mois)
            else "taux_du_premier_mois_de_naissance"
        )
        return appliquer(montant.indemnite_de_naissance, base, calcul.part_nette, parametre(nom, plan.debut))
    pension = parametre(MINIMUM, minimum_au)
    return appliquer(montant.avec_le_minimum, calcul.montant or 0, appliquer(montant.minimum, pension))


def calculer_un_independant(faits: Faits, plan: Plan) -> CalculForfaitaire:
    """The flat benefit, and whether the income reduces it to a tenth (D623-2, D623-3, D663-5)."""
    activite = activite_independante(faits)
    plafond = parametre(PLAFOND, plan.debut)
    annees = appliquer(independants.annees_du_revenu, plan.debut, activite.debut)
    connus = {r.annee: r for r in faits.revenus if r.activite == activite.activite}
    if plan.debut.year in annees and plan.debut.year not in connus:
        annees = tuple(annee for annee in annees if annee in connus)
    manques = tuple(f"le revenu de {annee}" for annee in annees if annee not in connus)
    if manques or not annees:
        return CalculForfaitaire(
            (), None, None, False, plafond, plan.debut, None, manques or ("le revenu de l'activité",)
        )
    revenus = tuple((annee, _revenu(activite, connus[annee])) for annee in annees)
    moyen = _moyenne(activite, plan.debut, revenus, connus)
    plafonds = [parametre(PLAFOND, date(annee, 1, 1)) * 12 for annee in annees]
    dixieme = appliquer(independants.seuil_des_dix_pour_cent, plafonds)
    reduit = not _hors_du_test(activite, connus) and appliquer(independants.montant_reduit, moyen, dixieme)
    return CalculForfaitaire(
        revenus,
        moyen,
        dixieme,
        reduit,
        plafond,
        plan.debut,
        appliquer(independants.indemnite_forfaitaire, plafond, reduit),
    )


def activite_independante(faits: Faits) -> Activite:
    """The business of a file that holds one."""
    return next(a for a in faits.activites if a.nature == "independant")


def _revenu(activite: Activite, piece: RevenuIndependant) -> Fraction:
    """A year's income as it is averaged, in cents: of the head for a conjoint collaborateur (D663-5)."""
    micro = activite.micro is not None or activite.micro_chef
    if piece.revenu_chef is not None:
        revenu = Fraction(piece.revenu_chef)
    elif piece.chiffre_affaires is not None:
        if activite.micro is None:
            raise HorsChamp(
                f"pieces[{piece.id}].chiffre_affaires",
                "un chiffre d'affaires n'est un revenu que pour un micro-entrepreneur",
            )
        revenu = appliquer(
            independants.revenu_d_un_micro_entrepreneur, piece.chiffre_affaires, activite.micro
        )
    else:
        revenu = Fraction(piece.revenu or 0)
    plafond = parametre(PLAFOND, date(piece.annee, 1, 1)) * 12
    revenu = appliquer(independants.revenu_plancher, revenu, plafond, micro)
    if piece.cotisations_dues is None or piece.cotisations_payees is None:
        return revenu
    return appliquer(
        independants.revenu_acquitte,
        revenu,
        piece.cotisations_dues,
        piece.cotisations_payees,
        piece.plan_apurement_respecte,
    )


def _moyenne(
    activite: Activite,
    debut: date,
    revenus: Sequence[tuple[int, Fraction]],
    connus: dict[int, RevenuIndependant],
) -> Fraction:
    montants = [revenu for _, revenu in revenus]
    if activite.debut.year + independants.ANNEES_CIVILES <= debut.year:
        return appliquer(independants.revenu_annuel_moyen, montants)
    derniere = max(annee for annee, _ in revenus)
    fin = connus[derniere].arrete_au or min(date(derniere, 12, 31), plus_jours(debut, -1))
    jours = max(1, nb_jours(activite.debut, fin))
    return appliquer(independants.revenu_des_premieres_annees, montants, jours)


def _hors_du_test(activite: Activite, connus: dict[int, RevenuIndependant]) -> bool:
    """The test spares those who live on the RSA or the prime d'activité and chose nothing (D622-9)."""
    return not activite.option_l613_11 and any(r.rsa_prime_activite for r in connus.values())


def montant_d_un_independant(calcul: CalculForfaitaire, jour: JourDeConge) -> int:
    """A paid day of the self-employed, in cents."""
    au = appliquer(independants.date_du_montant, calcul.date_plafond, jour.jour)
    return appliquer(independants.indemnite_forfaitaire, parametre(PLAFOND, au), calcul.reduit)
