"""The temporary benefit of the unfit: a month at most, at the last daily amount, less the annuity (L433-1 al. 7, D433-2 to D433-8)."""

from datetime import date
from fractions import Fraction

from oracle.arrondis import au_plus_proche
from oracle.calendrier import plus_jours, plus_mois
from oracle.loi import lecture, seuil

JOURS_DU_MOIS = 30


def premier_jour_d_inaptitude(avis: date) -> date:
    """The morrow of the notice of unfitness (D433-5)."""
    return plus_jours(avis, 1)


def dernier_jour_possible(avis: date) -> date:
    """One month after the notice, from date to date (D433-5, C. trav. L1226-11)."""
    return plus_mois(avis, 1)


def dernier_jour_d_inaptitude(possible: date, issue: date | None) -> date:
    """The day of dismissal or redeployment, at most one month after the notice (D433-5).

    Reading ``fin_iti``: the eve, the benefit ceasing « dès que » the employer acts (L433-1 al. 7).
    """
    if issue is None:
        return possible
    return min(possible, plus_jours(issue, -1) if lecture("fin_iti") == "veille" else issue)


def sans_remuneration(remuneration: bool) -> bool:
    """Nothing is earned from the post the victim is unfit for (L433-1 al. 7, D433-3)."""
    return not remuneration


def rente_imputee(rente_mensuelle: int, jours: int, jours_du_mois: int) -> int:
    """What of a monthly annuity comes off the benefit of ``jours`` days (D433-7): all of it for a whole month.

    For less, in proportion; reading ``imputation_rente_iti``: a thirtieth a day.
    """
    if lecture("imputation_rente_iti") == "par_jour":
        return au_plus_proche(Fraction(rente_mensuelle * jours, JOURS_DU_MOIS))
    return au_plus_proche(Fraction(rente_mensuelle * jours, jours_du_mois))


def inaptitude_apres_la_rente(indemnites: int, rente: int) -> int:
    """What is left of the benefit once the annuity is taken off; nothing otherwise (D433-7)."""
    return indemnites - rente if seuil("ATMP-ITI.rente", indemnites, ">", rente) else 0
