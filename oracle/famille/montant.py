"""The daily benefit of employees on family leave: pay within the social security ceiling, less 21 % (R331-5).

Amounts are cents: exact fractions until the last step.
"""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from oracle.arrondis import au_plus_proche
from oracle.calendrier import fin_du_mois_precedent
from oracle.loi import lecture, seuil

SEMAINES_PAR_AN = 52
CENTIMES_PAR_EURO = 100


def date_de_l_interruption(debut: date, premiere_absence: date) -> date:
    """The day that fixes reference pay and ceiling: first day of the rest (L331-3).

    When illness or pathological rest comes just before, reading ``interruption_maternite`` takes the first day of absence.
    """
    return premiere_absence if lecture("interruption_maternite") == "premier_jour_d_absence" else debut


def date_de_la_fraction(fraction: date, premiere: date) -> date:
    """The day that fixes a father's pay and ceiling: first day of each part of the leave.

    Reading ``fraction_paternite``: the first part governs all (L331-8, « conditions de liquidation »).
    """
    return premiere if lecture("fraction_paternite") == "premiere_fraction" else fraction


def debut_pour_le_plafond(debut: date, fin_d_activite: date | None) -> date:
    """The interruption that fixes the ceiling, under kept rights: the leave paid (R331-5 al. 2, L331-3).

    Reading ``plafond_maintien``: the end of work, since when the insured did not work. ``fin_d_activite``: null for who is
    at work.
    """
    if fin_d_activite is not None and lecture("plafond_maintien") == "fin_activite":
        return fin_d_activite
    return debut


def jour_du_plafond(debut: date) -> date:
    """Last day of the civil month before the interruption: the ceiling in force that day is used (R331-5 al. 2).

    A leave that starts in January has the ceiling of the year before, and keeps it.
    """
    return fin_du_mois_precedent(debut)


def salaire_d_avant_l_absence(motif: str) -> bool:
    """Nothing was worked since the reference began, for a cause that is made up for: pay is that of before work ceased.

    R323-8 II 4° has no day to go by; a rest that follows an illness does not lose its pay.
    """
    return motif in (
        "maladie",
        "accident",
        "maternite",
        "paternite",
        "naissance_supplementaire",
        "chomage",
        "fermeture",
        "conge_sans_solde",
    )


def provision_sur_les_paies_connues(employeurs_connus: int) -> bool:
    """One employer of several has certified nothing yet: the benefit is worked out on the pays known, then made up for.

    All pays are one, under one ceiling (R331-5 al. 1: « totalité des revenus d'activité »).
    """
    return seuil("MAT-MULTI.employeurs", employeurs_connus, ">=", 1)


def plafond_de_tous_les_employeurs(plafond: Fraction, employeurs: int) -> Fraction:
    """One ceiling for the pays of all employers together (R331-5 al. 1: « totalité des revenus d'activité »)."""
    del employeurs
    return plafond


def attestations_du_repos(conges: tuple[str, ...], arrets: tuple[str, ...]) -> tuple[str, ...]:
    """What a certificate may name to serve the rest: the leave, or a stop of the same unbroken absence.

    The risk changes, not the work done before: no new certificate is waited for (R331-5, R323-10).
    """
    return (*conges, *arrets)


def plafond_d_une_paie(plafond: Fraction, periodicite: str) -> Fraction:
    """The ceiling of a weekly pay, twelve months in 52 weeks, to the euro (D242-19); twice that for a fortnight (R242-2).

    Reading ``quinzaine_pass``: the fortnight is half the month, to the euro.
    """
    semaine = _a_l_euro(plafond * 12 / SEMAINES_PAR_AN)
    if periodicite == "hebdomadaire":
        return semaine
    return _a_l_euro(plafond / 2) if lecture("quinzaine_pass") == "moitie_du_mois" else 2 * semaine


def salaires_plafonnes(salaires: Sequence[int | Fraction], plafond: Fraction) -> tuple[Fraction, ...]:
    """Each pay within the ceiling, all employers together (R331-5 al. 1 and 2: « lors de chaque paie »)."""
    return tuple(
        Fraction(salaire) if seuil("MAT-PLAFOND.paie", salaire, "<=", plafond) else plafond
        for salaire in salaires
    )


def _a_l_euro(centimes: Fraction) -> Fraction:
    return Fraction(au_plus_proche(centimes / CENTIMES_PAR_EURO) * CENTIMES_PAR_EURO)


def indemnite_de_repos(journalier: Fraction, part_nette: Fraction) -> int:
    """The daily benefit before its floor, in cents: the daily pay less 21 % (R331-5), rounded once, half up."""
    return au_plus_proche(journalier * part_nette)


def date_du_minimum(debut: date, jour: date) -> date:
    """The date that picks the floor: start of the leave; reading ``minimum_maternite``: the day paid."""
    return jour if lecture("minimum_maternite") == "jour_paye" else debut


def minimum(pension_mensuelle_minimale: Fraction) -> int:
    """The least a day is paid: 1/365 of the yearly minimum invalidity pension, to the cent (R331-5 al. 3)."""
    return au_plus_proche(pension_mensuelle_minimale * 12 / 365)


def avec_le_minimum(montant: int, minimum: int) -> int:
    """The benefit, or its floor."""
    return minimum if seuil("MAT-MIN.minimum", montant, "<", minimum) else montant


def indemnite_de_naissance(journalier: Fraction, part_nette: Fraction, taux: Fraction) -> int:
    """A day of the supplementary birth leave: 70 % or 60 % of the daily pay less 21 %, to the cent (L331-8-1)."""
    return au_plus_proche(journalier * part_nette * taux)
