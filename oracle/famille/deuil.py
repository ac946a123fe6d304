"""Mourning a child, and the rest of a mother who died (L331-9, L3142-1-1 CT, D331-8, L331-6)."""

from datetime import date

from oracle.calendrier import plus_jours, plus_mois
from oracle.loi import lecture, seuil

AGE_LIMITE = 25
JOURS_D_UN_SALARIE, PARTS_D_UN_SALARIE = 8, 2
JOURS_DES_AUTRES, PARTS_DES_AUTRES = 15, 3
DELAI_EN_MOIS = 12


def enfant_pleure(age: int) -> bool:
    """A child, or a person in charge, under twenty-five (L3142-1-1 CT)."""
    return seuil("DEUIL.age", age, "<", AGE_LIMITE)


def duree(au_travail: bool) -> int:
    """Eight days for an employee; fifteen under kept rights or in self-employment (D331-8, L623-1)."""
    return JOURS_D_UN_SALARIE if au_travail else JOURS_DES_AUTRES


def part_admise(rang: int, au_travail: bool) -> bool:
    """Two parts for an employee (D3142-1-1 CT), three for the others (D331-8)."""
    return seuil("DEUIL.parts", rang, "<=", PARTS_D_UN_SALARIE if au_travail else PARTS_DES_AUTRES)


def dans_la_duree(rang: int, duree: int) -> bool:
    """The ``rang``-th day of the leave is within its length."""
    return seuil("DEUIL.jours", rang, "<=", duree)


def dans_le_delai(jour: date, deces: date) -> bool:
    """Within a year of the death (D3142-1-1 CT, D331-8)."""
    return seuil("DEUIL.delai", jour, "<=", plus_mois(deces, DELAI_EN_MOIS))


def premier_jour_du_survivant(deces: date, dernier_jour_de_la_mere: date | None) -> date:
    """First day of the mother's rest that passes to the other parent (L331-6).

    The day after her last paid day, or after her death; reading ``deces_mere_jour``: the day of the death itself.
    """
    if lecture("deces_mere_jour") == "jour_du_deces_inclus":
        return deces
    return plus_jours(dernier_jour_de_la_mere or deces, 1)


def jour_du_survivant(jour: date, premier_jour: date) -> bool:
    """The day is one of those the mother did not use."""
    return seuil("MAT-DECES-MERE.premier_jour", jour, ">=", premier_jour)
