"""From pays to the daily benefit: ceiling, daily base, rate, maximum, rounding (R323-4, R323-5, R323-7, R323-9).

Amounts are cents: integers when declared, exact fractions in between, one integer at the end.
"""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from oracle.arrondis import au_plus_proche, tronque
from oracle.calendrier import fin_du_mois_precedent
from oracle.loi import lecture, plus_petit, seuil

PAIES_DE_REFERENCE = {"mensuelle": 3, "quatorzaine": 6, "hebdomadaire": 12}
MOIS_D_UNE_ACTIVITE_DISCONTINUE = 12
QUATRE_VINGT_ONZE_VINGT_CINQ = Fraction(9125, 100)
QUATRE_VINGT_QUATRE = Fraction(84)
TROIS_CENT_SOIXANTE_CINQ = Fraction(365)
PAIES_PAR_AN = {"mensuelle": 12, "quatorzaine": 26, "hebdomadaire": 52}


def date_du_salaire(interruption: date, cessation: date) -> date:
    """The date before which reference pays are taken (R323-7).

    For who is still at work, the interruption. Under kept rights, the effective cessation of work: the income is
    that of before unemployment.
    """
    return min(interruption, cessation)


def revenu_d_avant_la_cessation(motif: str) -> bool:
    """Sick during unemployment, closure or unpaid leave: the income is that of before work ceased (R323-7).

    So it is after a maternity or birth leave without a resumption: work was interrupted when the leave began.
    """
    return motif in (
        "chomage",
        "fermeture",
        "conge_sans_solde",
        "maternite",
        "paternite",
        "naissance_supplementaire",
    )


def date_du_plafond(interruption: date, cessation: date) -> date:  # noqa: ARG001  # what the law sets aside is shown
    """The date that fixes the ceiling: the stop that is paid, even under kept rights (R323-4 al. 5, L323-4).

    R323-7 moves the income to the cessation of work; it does not move the ceiling.
    """
    return interruption


def jour_du_smic(date_du_plafond: date) -> date:
    """Last day of the civil month before: the SMIC in force that day makes the ceiling (R323-4 al. 5)."""
    return fin_du_mois_precedent(date_du_plafond)


def plafond_mensuel(smic_mensuel: Fraction, multiplicateur: Fraction) -> Fraction:
    """The monthly ceiling, exact: the monthly SMIC times 1.8 or 1.4 (R323-4 al. 5)."""
    return smic_mensuel * multiplicateur


def plafond_d_une_paie(plafond: Fraction, periodicite: str) -> Fraction:
    """The ceiling brought to the rhythm of the pay: twelve months shared in 52 weeks, or in 26 fortnights."""
    return plafond * 12 / PAIES_PAR_AN[periodicite]


def plafond_par_mois_civil() -> bool:
    """Weekly and fortnightly pays are capped together, civil month by civil month (reading ``plafond_paies_courtes``).

    The text caps « for a month » pays that are no month: by default each pay has its share of the yearly ceiling.
    """
    return lecture("plafond_paies_courtes") == "par_mois_civil"


def plafond_sur_l_annee() -> bool:
    """The twelve months of discontinuous work are capped together (reading ``plafond_douze_mois``); by default, each."""
    return lecture("plafond_douze_mois") == "sur_l_annee"


def plafond_annuel(plafond: Fraction) -> Fraction:
    """The ceiling of twelve months taken together, exact."""
    return plafond * 12


def salaires_plafonnes(salaires: Sequence[int | Fraction], plafond: Fraction) -> tuple[Fraction, ...]:
    """Each pay within the ceiling, month by month (R323-4 al. 5).

    A high month does not make up for a low one. The pays of all employers in a month are one.
    """
    return tuple(_dans_la_limite(Fraction(salaire), plafond) for salaire in salaires)


def _dans_la_limite(salaire: Fraction, plafond: Fraction) -> Fraction:
    if seuil("MAL-PLAFOND.paie", salaire, "<=", plafond):
        return salaire
    return plafond


def paie_retenue(versee_le: date | None, interruption: date) -> bool:
    """Only pay received before the interruption enters the daily base (R323-4; Cass. 2e civ., 8 October 2020, n° 19-21.128).

    Pay of the reference still unpaid that day counts for nothing; reading ``salaire_non_verse`` keeps what is due.
    Without a date of payment the pay was received.
    """
    if versee_le is None or seuil("MAL-GJB.paie_recue", versee_le, "<", interruption):
        return True
    return lecture("salaire_non_verse") == "inclus"


def nombre_de_paies(periodicite: str, discontinue: bool) -> int:
    """How many pays make the reference: 3 months, 6 fortnights, 12 weeks; 12 months of discontinuous work."""
    if discontinue:
        return MOIS_D_UNE_ACTIVITE_DISCONTINUE
    return PAIES_DE_REFERENCE[periodicite]


def diviseur(periodicite: str, discontinue: bool) -> Fraction:
    """What divides the reference pays: 91.25, 84, or 365 for discontinuous work, leap year or not (R323-4, 1° to 3°)."""
    if discontinue:
        return TROIS_CENT_SOIXANTE_CINQ
    if periodicite == "mensuelle":
        return QUATRE_VINGT_ONZE_VINGT_CINQ
    return QUATRE_VINGT_QUATRE


def periode_indemnisee(motif: str) -> bool:
    """Days the caisse indemnified: sickness, maternity, paternity, accident (R323-8, for discontinuous work)."""
    return motif in ("maladie_indemnisee", "maternite", "paternite", "allocation_l333_1", "atmp")


def chomage_indemnise(indemnise: bool) -> bool:
    """Days of unemployment count among those taken off the year when they were paid (R323-8, for discontinuous work)."""
    return indemnise


def diviseur_reduit(par: Fraction, jours_non_travailles: int) -> Fraction:
    """365 less the days of the twelve months that were indemnified or not worked for a listed cause (R323-8).

    Months of discontinuous work are not rebuilt: the days without pay leave the divisor. At least one day remains.
    """
    return max(par - jours_non_travailles, Fraction(1))


def gain_journalier_de_base(salaires_retenus: Sequence[Fraction], par: Fraction) -> Fraction:
    """The daily base: capped reference pays over the divisor, exact by default (R323-4).

    No text rounds it; reading ``arrondi_base`` brings it to the cent as some payroll publishers do.
    """
    base = sum(salaires_retenus, Fraction(0)) / par
    if lecture("arrondi_base") == "centime":
        return Fraction(au_plus_proche(base))
    if lecture("arrondi_base") == "troncature":
        return Fraction(tronque(base))
    return base


def maximum_journalier(plafond: Fraction) -> Fraction:
    """1/730 of the annual ceiling, exact (R323-9)."""
    return plafond * 12 / 730


def indemnite_journaliere(base: Fraction, taux: Fraction, maximum: Fraction) -> int:
    """The daily benefit in cents: half the daily base, at most 1/730 of the annual ceiling (R323-5, R323-9).

    Rounded once, here, half up to the cent; reading ``arrondi_ij`` truncates.
    """
    seuil("MAL-IJ.maximum", base * taux, "<=", maximum)
    montant = plus_petit(base * taux, maximum)
    if lecture("arrondi_ij") == "troncature":
        return tronque(montant)
    return au_plus_proche(montant)
