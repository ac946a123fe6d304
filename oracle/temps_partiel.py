"""Therapeutic part-time: what a period of reduced work is paid, and for how long (L323-3, R323-3).

Amounts are cents. A period is what employers attest, usually a month.
"""

from datetime import date
from fractions import Fraction

from oracle.arrondis import part_d_un_total, tronque
from oracle.calendrier import fin_de_delai, plus_jours
from oracle.loi import lecture, plus_petit, seuil

MOIS_DE_PLUS = 12


def carence_du_temps_partiel(temps_partiel: bool) -> bool:
    """Waiting days do not apply to the benefit of therapeutic part-time (L323-3)."""
    return not temps_partiel


def perte_de_salaire(salaire_retabli: int, salaire_percu: int) -> int:
    """The loss of one employer's pay over the period: what would have been earned, less what was (R323-3)."""
    return max(0, salaire_retabli - salaire_percu)


def perte_indemnisee(perte: int) -> bool:
    """There is a loss to make up for; without one nothing is due (R323-3)."""
    return seuil("MAL-TPT.perte", perte, ">", 0)


def perte_des_jours_payables(perte: int, jours_payables: int, jours_prescrits: int) -> int:
    """The loss of the days that may be paid, when rights end inside the attested period; whole cents."""
    return tronque(Fraction(perte * jours_payables, jours_prescrits))


def indemnite_de_la_periode(indemnites: int, jours: int, perte: int) -> int:
    """What a period of part-time is paid: its full benefits, never more than the loss (R323-3).

    ``indemnites`` is the sum of the full daily benefits of its ``jours`` payable days. Taken day by day (reading
    ``tpt_granularite``) the loss is shared between the days and truncated to the cent, so that it is never exceeded.
    """
    if lecture("tpt_granularite") == "jour":
        par_jour = plus_petit(Fraction(indemnites, jours), Fraction(tronque(Fraction(perte, jours))))
        return tronque(par_jour * jours)
    seuil("MAL-TPT.limite", indemnites, "<=", perte)
    return min(indemnites, perte)


def part_du_jour(total: int, rang: int, jours: int) -> int:
    """The cents of the ``rang``-th day (from 1) of a period whose total is fixed: they add up to it exactly."""
    return part_d_un_total(total, rang, jours)


def dernier_jour_apres_les_360(jour_de_la_360e: date) -> date:
    """Last day of part-time after the 360th benefit: one year more (R323-3), or none (reading ``tpt_apres_360``)."""
    if lecture("tpt_apres_360") == "dans_les_360":
        return jour_de_la_360e
    return fin_de_delai(plus_jours(jour_de_la_360e, 1), MOIS_DE_PLUS)


def dernier_jour_apres_les_trois_ans(dernier_jour_ald: date) -> date:
    """Last day of part-time after the three years of a long-term condition: one year more (R323-3)."""
    return fin_de_delai(plus_jours(dernier_jour_ald, 1), MOIS_DE_PLUS)


def dans_l_annee_de_plus(jour: date, dernier_jour: date) -> bool:
    """The day of part-time lies within the additional year (R323-3)."""
    return seuil("MAL-TPT.annee_de_plus", jour, "<=", dernier_jour)
