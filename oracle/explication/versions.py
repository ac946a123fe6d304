"""Articles cited with the version that governs what is told, when an article changed since the versions that are kept.

An article that never changed is cited bare: a version is said only where it tells something.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache

from oracle import registre
from oracle.calendrier import en_francais
from oracle.explication.langue import articles, enumerer
from oracle.legislation.articles import articles as articles_suivis
from oracle.registre.modele import Selection

Dates = Mapping[Selection, date]
"""The dates of what is told: its stop, its day, its prescription."""

_PREFEREES: tuple[Selection, ...] = ("prescription", "second_avis", "jour_indemnise", "debut_arret")


def citer(codes: Sequence[str], *dates: Dates) -> str:
    """Articles, each with its version on the date that selects it; two sets of dates are the ends of a run of days."""
    return articles(codes, _mentions({code: [_selectionnee(code, d) for d in dates] for code in codes}))


def citer_au(codes: Sequence[str], jour: date) -> str:
    """Articles, each with the version that governs a fact of that day."""
    return articles(codes, _mentions({code: [jour] for code in codes}))


def _mentions(jours_par_code: Mapping[str, Sequence[date | None]]) -> dict[str, str]:
    mentions = {}
    for code, jours in jours_par_code.items():
        suivi = articles_suivis().get(code)
        if suivi is None or len(suivi.versions) < 2:
            continue
        applicables = [suivi.version_applicable(jour) for jour in jours if jour is not None]
        depuis = sorted({version.depuis for version in applicables if version is not None})
        if depuis:
            versions = enumerer([f"du {en_francais(jour)}" for jour in depuis])
            mentions[code] = f"version{'s' if len(depuis) > 1 else ''} {versions}"
    return mentions


def _selectionnee(code: str, dates: Dates) -> date | None:
    """The date that selects the version of an article, as the rules that rest on it say."""
    selections = _selections(code)
    return next((dates[s] for s in _PREFEREES if s in selections and s in dates), dates.get("debut_arret"))


@cache
def _selections(code: str) -> frozenset[Selection]:
    return frozenset(regle.selection for regle in registre.REGLES if code in regle.articles)
