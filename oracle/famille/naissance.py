"""The supplementary birth leave (L331-8-1, L331-8-2, L1225-46-2 CT, D1225-11-3 CT)."""

from datetime import date

from oracle.calendrier import fin_de_delai
from oracle.loi import seuil

MOIS = 2
DELAI_EN_MOIS = 9
ENFANTS_DEPUIS = date(2026, 1, 1)
PAYE_DEPUIS = date(2026, 7, 1)


def enfant_concerne(naissance: date, date_presumee: date | None) -> bool:
    """Born, or arrived, from 1 January 2026, or born before and expected from that day (law of 30 December 2025, art. 99)."""
    return seuil("CSN-DROIT.naissance", max(naissance, date_presumee or naissance), ">=", ENFANTS_DEPUIS)


def ouvert_le(debut: date) -> bool:
    """The leave is paid from 1 July 2026 (décrets n° 2026-419 and 2026-425)."""
    return seuil("CSN-DROIT.debut", debut, ">=", PAYE_DEPUIS)


def fin_du_mois_de_conge(debut: date) -> date:
    """Last day of a month of leave begun on ``debut``, date to date."""
    return fin_de_delai(debut, 1)


def mois_admis(rang: int) -> bool:
    """One month or two (L1225-46-2 CT)."""
    return seuil("CSN-DROIT.mois", rang, "<=", MOIS)


def dernier_jour_pour_commencer(naissance: date) -> date:
    """Nine months from the birth or arrival, or from 1 July 2026 for those of before (D1225-11-3 CT)."""
    return fin_de_delai(max(naissance, PAYE_DEPUIS), DELAI_EN_MOIS)


def dans_le_delai(debut: date, dernier_jour: date) -> bool:
    """Each period begins within the nine months."""
    return seuil("CSN-DELAI.debut", debut, "<=", dernier_jour)


def second_mois(rang: int) -> bool:
    """The second month pays less, even taken apart from the first (L331-8-1)."""
    return seuil("CSN-IJ.mois", rang, ">", 1)
