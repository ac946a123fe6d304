"""Which days of a stop the accident pays, at which rate, until when (L433-1, R433-3, R433-7, L371-3)."""

from datetime import date

from oracle.calendrier import fin_de_delai, plus_jours
from oracle.loi import lecture, seuil

JOURS_AU_PREMIER_TAUX = 28
JOURS_SANS_PRESCRIPTION = 3


def jour_a_la_charge_de_l_employeur(jour: date, accident_le: date, accident: bool) -> bool:
    """The whole working day of the accident is paid by the employer (L433-1 al. 1); a disease or a relapse has none."""
    return accident and jour == accident_le


def meme_arret(ecart: int, prolongation: bool, repris: bool) -> bool:
    """Work did not resume between two notices: the stop, its wage and its ceiling go on (R433-4, R433-7).

    Notices that follow one another are one stop; so is a prolongation after at most three days nobody prescribed, unless
    work was resumed.
    """
    if repris:
        return False
    return ecart <= 0 or (prolongation and seuil("ATMP-DEBUT.ecart", ecart, "<=", JOURS_SANS_PRESCRIPTION))


def depart_du_decompte(premier_jour: date, dernier_jour_travaille: date) -> date:
    """The day from which the 28 days are counted: the first the caisse pays (R433-3, L433-1 al. 2).

    Reading ``depart_28_jours``: the morrow of the last day worked, even when nobody prescribed the days between.
    """
    if lecture("depart_28_jours") == "dernier_jour_travaille":
        return min(premier_jour, plus_jours(dernier_jour_travaille, 1))
    return premier_jour


def jour_compte(temps_partiel: bool) -> bool:
    """A day of incapacity counts among the 28; reading ``tpt_28_jours``: not a day of reduced work."""
    return not temps_partiel or lecture("tpt_28_jours") == "compris"


def au_second_taux(rang: int) -> bool:
    """From the twenty-ninth day of incapacity the rate is the second one (R433-3).

    ``rang``: the day's place, from 1, among all the days of the same accident until it is healed or consolidated (R433-7).
    """
    return seuil("ATMP-28J.rang", rang, ">", JOURS_AU_PREMIER_TAUX)


def dernier_jour_indemnise(consolidation: date) -> date:
    """Last day before permanent incapacity takes over: the day of healing or consolidation (L433-1, R434-33).

    Reading ``fin_a_la_consolidation``: its eve, the incapacity being the one that comes before it.
    """
    return plus_jours(consolidation, -1) if lecture("fin_a_la_consolidation") == "veille" else consolidation


def jour_indemnisable(jour: date, dernier_jour: date) -> bool:
    """The day is not after healing or consolidation (L433-1)."""
    return seuil("ATMP-FIN.consolidation", jour, "<=", dernier_jour)


def dernier_jour_de_la_duree_maximale(premier_jour: date, mois: int) -> date:
    """Last day of the greatest duration, from date to date (L433-1 al. 3, accidents since 2027)."""
    return fin_de_delai(premier_jour, mois)


def dans_la_duree_maximale(jour: date, dernier_jour: date) -> bool:
    """The day is within the greatest duration (L433-1 al. 3)."""
    return seuil("ATMP-DUREE.maximum", jour, "<=", dernier_jour)


def rechute_indemnisable(au_travail: bool, remplacement: bool) -> bool:
    """A relapse is paid for a loss of income: work, or paid unemployment, that it stops (L443-2; Cass. 2e civ., 23 January
    2014, n° 12-35.021).
    """
    return au_travail or remplacement


def accident_avant_la_maternite() -> bool:
    """Accident benefit first, the mother's rest from healing or consolidation on (L371-3 al. 2).

    Reading ``atmp_et_maternite``: the rest as soon as it begins.
    """
    return lecture("atmp_et_maternite") == "accident_jusqu_a_consolidation"


def droits_a_l_accident(autre_maladie: bool) -> bool:
    """Sickness that goes on after consolidation is judged on the day of the accident, without new waiting days (L371-3).

    So it is for an illness the accident did not cause; reading ``arret_pour_la_lesion_consolidee`` extends it to the
    consolidated lesion itself.
    """
    return autre_maladie or lecture("arret_pour_la_lesion_consolidee") == "suite_de_l_accident"


def carence_ecoulee(jours_de_maladie: int, carence: int) -> bool:
    """At consolidation the illness has lasted as long as the waiting days (L371-3 al. 2)."""
    return seuil("ATMP-FIN.carence", jours_de_maladie, ">=", carence)
