"""Adoption leave: days, parts, sharing, window (L331-7, L161-6, L1225-37 CT, D1225-11-1 CT)."""

from datetime import date

from oracle.calendrier import plus_jours, plus_mois
from oracle.loi import seuil

UN_ENFANT, TROISIEME_ENFANT, PLUSIEURS_ENFANTS = 112, 126, 154
ENFANTS_D_UNE_FAMILLE_NOMBREUSE = 3
JOURS_AVANT_L_ARRIVEE = 7
PARTS = 2
PART_MINIMALE = 25
SUPPLEMENT_DE_PARTAGE = 25
SUPPLEMENT_DE_PARTAGE_MULTIPLE = 32
DELAI_EN_MOIS = 8


def duree(enfants: int, enfants_a_charge_apres: int) -> int:
    """Sixteen weeks, eighteen when the household reaches three children, twenty-two for several at once (L331-7)."""
    if seuil("ADO-DUREE.enfants", enfants, ">", 1):
        return PLUSIEURS_ENFANTS
    if seuil("ADO-DUREE.a_charge", enfants_a_charge_apres, ">=", ENFANTS_D_UNE_FAMILLE_NOMBREUSE):
        return TROISIEME_ENFANT
    return UN_ENFANT


def duree_d_un_parent(duree: int, enfants: int, partage: bool, jours_de_l_autre: int) -> int:
    """Days of one parent: shared, the leave grows by 25 days (32 for several children), each within its length (L161-6)."""
    if not partage:
        return duree
    supplement = SUPPLEMENT_DE_PARTAGE_MULTIPLE if enfants > 1 else SUPPLEMENT_DE_PARTAGE
    reste = max(0, duree + supplement - jours_de_l_autre)
    return reste if seuil("ADO-PARTAGE.jours", reste, "<=", duree) else duree


def dans_la_duree(rang: int, duree: int) -> bool:
    """The ``rang``-th day of the leave is within its length."""
    return seuil("ADO-DUREE.jours", rang, "<=", duree)


def jour_permis(jour: date, arrivee: date) -> bool:
    """The leave starts seven days before the arrival at the earliest (L331-7)."""
    return seuil("ADO-DUREE.avant_l_arrivee", jour, ">=", plus_jours(arrivee, -JOURS_AVANT_L_ARRIVEE))


def part_admise(rang: int, jours: int, fractionne: bool) -> bool:
    """A leave taken in parts has two at most, of twenty-five days at least (D1225-11-1 CT)."""
    if not fractionne:
        return True
    return seuil("ADO-DUREE.parts", rang, "<=", PARTS) and seuil("ADO-DUREE.part", jours, ">=", PART_MINIMALE)


def dans_le_delai(jour: date, arrivee: date, delai_en_vigueur: bool) -> bool:
    """The leave ends within eight months of the arrival, for children arrived from 15 September 2023 (D1225-11-1 CT)."""
    if not delai_en_vigueur:
        return True
    return seuil("ADO-DUREE.delai", jour, "<=", plus_mois(arrivee, DELAI_EN_MOIS))
