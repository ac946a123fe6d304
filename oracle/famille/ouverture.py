"""Rights to family leaves: at which date they are judged, and the months of affiliation (R313-1, R313-3, R313-4, D623-8).

The quantity of work is judged as for the first six months of sickness (``oracle.droits``).
"""

from collections.abc import Sequence
from datetime import date

from oracle.calendrier import plus_jours, plus_mois
from oracle.loi import lecture, seuil

MOIS_DE_GROSSESSE = 9
HEURES_DE_L_ADOPTANT = 150_00
LENDEMAIN_DE_LA_PUBLICATION = date(2023, 8, 20)
PUBLICATION = date(2023, 8, 19)


def debut_du_neuvieme_mois(date_presumee: date) -> date:
    """Nine months before the presumed date, day for day: the other date at which rights may be judged (R313-1, 3°).

    Where that month has no such day, its last day; reading ``neuvieme_mois_inexistant``: the first of the next.
    """
    debut = plus_mois(date_presumee, -MOIS_DE_GROSSESSE)
    if debut.day != date_presumee.day and lecture("neuvieme_mois_inexistant") == "report_au_mois_suivant":
        return plus_jours(debut, 1)
    return debut


def affiliation_suffisante(debut: date, mois: int, au: date) -> bool:
    """Six months of affiliation (ten until August 2023) at the presumed date, or at the date that stands for it (R313-3, R313-4)."""
    return seuil("MAT-AFFIL.mois", plus_mois(debut, mois), "<=", au)


def debut_du_conge_pour_l_affiliation(debut_du_repos: date, repos_pathologique: date | None) -> date:
    """The start of leave that picks six or ten months (décret n° 2023-790, art. 3).

    A leave begun earlier only for an illness of pregnancy counts from the rest that follows. When it began so on the day
    of the publication or the next, the letter gives ten months (reading ``affiliation_conge_avance``).
    """
    if repos_pathologique is None or not PUBLICATION <= repos_pathologique <= LENDEMAIN_DE_LA_PUBLICATION:
        return debut_du_repos
    return repos_pathologique if lecture("affiliation_conge_avance") == "dix_mois" else debut_du_repos


def date_d_affiliation_de_la_mere(date_presumee: date, naissance: date | None) -> date:
    """Affiliation of a mother: at the presumed date, even when the child comes before or after it (R313-3, D623-8)."""
    del naissance
    return date_presumee


def date_d_affiliation_du_pere(debut_du_conge: date, date_presumee: date) -> date:
    """Affiliation of a father: at the start of the leave (reading ``affiliation_paternite``: the presumed date, R313-3's letter)."""
    return date_presumee if lecture("affiliation_paternite") == "date_presumee" else debut_du_conge


def date_d_affiliation_de_l_adoptant(debut_du_conge: date, arrivee: date) -> date:
    """Affiliation of an adopter: at the child's arrival (R313-4); reading ``affiliation_adoption``: start of the leave (R313-1, 4°)."""
    return debut_du_conge if lecture("affiliation_adoption") == "debut_du_conge" else arrivee


def sans_condition_d_ouverture(risque: str) -> bool:
    """Mourning a child and replacing a dead mother ask for no hours, pay or affiliation (L331-9, L331-6)."""
    return risque in ("deuil_enfant", "maternite_mere_decedee")


def l_une_des_dates_suffit(acquis: Sequence[bool | None]) -> bool | None:
    """One of the two dates is enough (R313-1, 3°; Cass. 2e civ., 8 January 2026, n° 23-18.142).

    Not known yet (``None``) at one date and refused at the other: not known yet.
    """
    if True in acquis:
        return True
    return None if None in acquis else False


def droits_ouverts(quantite: bool | None, affilie: bool) -> bool | None:
    """The quantity of work of the first six months of sickness, and affiliation as well (R313-3, R313-4)."""
    return quantite if affilie else False


def porte_de_l_adoptant(heures_de_date_a_date: int) -> bool:
    """An adopter opens rights by 150 hours in the three months, date to date, before the arrival (R313-4, b)."""
    return seuil("ADO-OUV.heures", heures_de_date_a_date, ">=", HEURES_DE_L_ADOPTANT)
