"""Paternity leave: days, parts, delays, a child in hospital (L331-8, L1225-35 CT, D1225-8 CT, D331-6)."""

from datetime import date

from oracle.calendrier import nb_jours, plus_mois
from oracle.loi import lecture, seuil

JOURS_POUR_UN_ENFANT = 25
JOURS_POUR_PLUSIEURS = 32
JOURS_OBLIGATOIRES = 4
PARTS = 2
PART_MINIMALE = 5
JOURS_D_HOSPITALISATION = 30
DELAI_EN_MOIS = 6
DELAI_DE_PRISE = 7


def duree(enfants: int) -> int:
    """25 calendar days, 32 for several children (L1225-35 CT), the compulsory days included."""
    return JOURS_POUR_PLUSIEURS if seuil("PAT-DROIT.enfants", enfants, ">", 1) else JOURS_POUR_UN_ENFANT


def jours_obligatoires_pris(jours: int, apres_la_naissance: int) -> bool:
    """The four days are taken at once after the three days of birth leave (L1225-35 CT, L331-8).

    ``apres_la_naissance``: days from the birth to the first day taken. Three working days start on the day of birth or on
    the first working day after it: within a week they are over.
    """
    a_temps = seuil("PAT-DROIT.prise", apres_la_naissance, "<=", DELAI_DE_PRISE)
    return a_temps and seuil("PAT-DROIT.obligatoires", jours, ">=", JOURS_OBLIGATOIRES)


def part_admise(rang: int, jours: int) -> bool:
    """The other days are taken in two parts at most, of five days at least (D1225-8 CT)."""
    return seuil("PAT-DROIT.parts", rang, "<=", PARTS) and seuil("PAT-DROIT.part", jours, ">=", PART_MINIMALE)


def dans_la_duree(rang: int, duree: int) -> bool:
    """The ``rang``-th day of the leave is within its length."""
    return seuil("PAT-DROIT.jours", rang, "<=", duree)


def jours_d_hospitalisation(debut: date, sortie: date) -> int:
    """Days added to the compulsory ones while the newborn is in a specialised unit: thirty at most (L1225-35 CT, D331-6).

    On top of the four days; reading ``hospitalisation_30j``: the four days are among the thirty.
    """
    maximum = JOURS_D_HOSPITALISATION
    if lecture("hospitalisation_30j") == "quatre_jours_inclus":
        maximum -= JOURS_OBLIGATOIRES
    sejour = max(0, nb_jours(debut, sortie) - JOURS_OBLIGATOIRES)
    return sejour if seuil("PAT-HOSP.jours", sejour, "<=", maximum) else maximum


def fin_du_delai(naissance: date, sortie: date | None) -> date:
    """Last day to begin a part: six months after the birth, or after the end of the stay in hospital (D1225-8, D1225-8-1 CT)."""
    return plus_mois(sortie or naissance, DELAI_EN_MOIS)


def dans_le_delai(debut: date, jour: date, fin_du_delai: date) -> bool:
    """Each part begins within six months; reading ``delai_paternite``: each day falls within them."""
    if lecture("delai_paternite") == "fin_dans_le_delai":
        return seuil("PAT-DELAI.jour", jour, "<=", fin_du_delai)
    return seuil("PAT-DELAI.debut", debut, "<=", fin_du_delai)


def pere_d_un_enfant_viable(due: bool) -> bool:
    """A viable child born dead opens the leave as a living one does."""
    return due
