"""Months of the reference without pay, or with part of it: how their pay is rebuilt (R323-8).

The text in force follows the stop: transitional rules for stops prescribed before 1 June 2024, kept in practice until
31 October 2024, then R323-8 as décret n° 2024-967 wrote it. Amounts are exact cents, days are calendar days.
"""

from fractions import Fraction

from oracle.loi import lecture, seuil

ABSENCES_RETABLIES = (
    "maladie",
    "accident",
    "maternite",
    "paternite",
    "naissance_supplementaire",
    "chomage",
    "fermeture",
    "conge_sans_solde",
)
CONGES_DE_NAISSANCE = ("paternite", "naissance_supplementaire")
HORS_DU_CONTRAT = ("embauche", "fin_contrat")


def absence_retablie(motif: str) -> bool:
    """The day was not worked for a cause the law makes up for (R323-8, II, 4°).

    Sickness, accident, maternity and the leaves of a birth, involuntary unemployment whole or partial, closure, unpaid
    leave. Strike, lay-off as a sanction and unauthorised absence are not: those days count as paid for nothing.
    The list names maternity alone among family leaves (reading ``r3238_conges_naissance``).
    """
    if motif in CONGES_DE_NAISSANCE and lecture("r3238_conges_naissance") == "liste_fermee":
        return False
    return motif in ABSENCES_RETABLIES


def hors_du_contrat(motif: str) -> bool:
    """The day comes before the hiring or after the end of the contract (R323-8, II, 1° and 2°)."""
    return motif in HORS_DU_CONTRAT


def jours_payes(jours_au_contrat: int, jours_d_absence: int) -> int:
    """Calendar days a pay rewards: those under contract, less absences of the listed causes (R323-8, II)."""
    return jours_au_contrat - jours_d_absence


def mois_complet(jours_payes: int, jours_du_mois: int) -> bool:
    """Every day of the month is paid: nothing to rebuild. One day short, the month is rebuilt (R323-8, I)."""
    return seuil("MAL-R3238.jours_payes", jours_payes, ">=", jours_du_mois)


def revenu_journalier(percu: int, jours: int) -> Fraction:
    """The daily income actually received: pay over the calendar days it rewards, exact (R323-8, II)."""
    return Fraction(percu, jours)


def mois_retabli(journalier: Fraction, jours_du_mois: int) -> Fraction:
    """The whole month at the daily income: hired or gone during it, or partly absent (R323-8, II, 1°, 2° and 4°, a).

    1 000 € for the 15 days worked of April make 2 000 €. An entirely absent month takes the daily income of the
    other months; a month before the hiring or after the end is not rebuilt.
    """
    return journalier * jours_du_mois


def jours_de_chomage_retablis(journalier: Fraction, jours_de_chomage: int) -> Fraction:
    """A month without any contract, spent in unemployment: its days at the daily income of the reference (R323-8, II, 4°)."""
    return journalier * jours_de_chomage


def mois_de_deux_activites(percu: int, jours_non_payes: int, journalier_de_la_derniere: Fraction) -> Fraction:
    """One activity ends and another begins the same month: only unpaid days are filled (R323-8, II, 3°).

    They are filled at the daily income of the activity that began last.
    """
    return percu + journalier_de_la_derniere * jours_non_payes


def regle_du_meme_mois(en_vigueur: bool) -> bool:
    """The month of two activities is filled once, not rebuilt for each (R323-8, II, 3°).

    Written for stops beginning on 1 November 2024 or later. Before, nothing said it: the reading ``r3238_meme_mois``
    rebuilds the month for each activity and adds both.
    """
    return en_vigueur or lecture("r3238_meme_mois") == "jours_manquants"


def formule_de_la_reforme(redaction_de_2021: bool, redaction_de_2024: bool) -> bool:
    """Pay over the days worked, all causes alike, without rebuilding (R323-8, II as décret n° 2021-428 wrote it).

    For stops prescribed on 1 June 2024 or later and begun on 31 October 2024 at the latest. The caisses never applied
    it and kept the transitional rules: it is a reading, ``r3238_ete_2024``.
    """
    if not redaction_de_2021 or redaction_de_2024:
        return False
    return lecture("r3238_ete_2024") == "formule_de_la_reforme"


def salaire_declare_retenu() -> bool:
    """The employer's own figure for an incomplete month, in place of the calculation (reading ``r3238_calcul``)."""
    return lecture("r3238_calcul") == "salaire_retabli_declare"


def seconde_methode(absences_seulement: bool) -> bool:
    """Pay over the days it rewards, allowed for absences alone (circular of 26 May 2015, reading ``r3238_calcul``).

    2 000 € a month, fifteen days of sickness: 5 000 € over 76 days, against 6 000 € over 91.25.
    """
    return absences_seulement and lecture("r3238_calcul") == "methode_2"
