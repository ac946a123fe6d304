"""Sick while drawing a pension: the sixty benefits of a pensioner at work, the periods of a military pension.

Sources: L323-2, R323-2, L161-17-2, L371-6, R371-4.
"""

from datetime import date

from oracle.calendrier import fin_de_delai, plus_jours, plus_mois
from oracle.loi import lecture, seuil

TROIS_ANS = 36
DEUX_ANS = 24
PREMIER_JOUR_DE_LA_LIMITE = date(2021, 1, 1)


def bareme_de_l_age_legal(version: int, age_avant_2023: int, age_de_2023: int, age_de_2026: int) -> int:
    """The legal retirement age in months, by the scale in force when the pension took effect (L161-17-2, R323-2)."""
    if version == 1:
        return age_avant_2023
    if version == 2:
        return age_de_2023
    return age_de_2026


def age_legal_atteint_le(naissance: date, mois: int) -> date:
    """The day a legal age, in months, is reached (L161-17-2)."""
    return plus_mois(naissance, mois)


def debut_de_la_limite_de_60(age_atteint_le: date, pension_depuis: date) -> date:
    """First day under the limit: the legal age is reached and the pension is paid (L323-2, R323-2)."""
    return max(age_atteint_le, pension_depuis)


def sous_la_limite_de_60(jour: date, debut_de_la_limite: date) -> bool:
    """The day counts among the sixty: the limit has begun for the insured, and in law since 2021 (L323-2)."""
    depuis_la_loi = seuil("MAL-RETRAITE.loi", jour, ">=", PREMIER_JOUR_DE_LA_LIMITE)
    return depuis_la_loi and seuil("MAL-RETRAITE.debut", jour, ">=", debut_de_la_limite)


def retraite_progressive_epargnee(jour: date, progressive: bool) -> bool:
    """Progressive retirement is outside the limit, since the day the text says or practice began (L323-2 al. 2)."""
    if not progressive:
        return False
    depuis = date(2023, 5, 1) if lecture("retraite_progressive_des") == "2023-05-01" else date(2023, 9, 1)
    return seuil("MAL-RETRAITE.progressive", jour, ">=", depuis)


def dans_la_limite_de_60(indemnites_deja_servies: int, maximum: int) -> bool:
    """One more benefit keeps the pensioner within sixty, all stops together: the 60th is paid, the 61st is not."""
    return seuil("MAL-RETRAITE.maximum", indemnites_deja_servies + 1, "<=", maximum)


def dernier_jour_pour_la_pension_militaire(debut_de_periode: date) -> date:
    """Last of the three years during which the pensioned affection is paid (L371-6, R371-4)."""
    return fin_de_delai(debut_de_periode, TROIS_ANS)


def dans_la_periode_de_pension_militaire(jour: date, dernier_jour: date) -> bool:
    """The day lies within the three years; outside the 360 and the long-term conditions (R371-4)."""
    return seuil("MAL-PMI.trois_ans", jour, "<=", dernier_jour)


def nouvelle_periode_de_pension_militaire(dernier_jour: date, debut: date) -> bool:
    """Two years without benefit separate two periods (R371-4)."""
    return seuil("MAL-PMI.deux_ans", fin_de_delai(plus_jours(dernier_jour, 1), DEUX_ANS), "<", debut)
