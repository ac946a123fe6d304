"""First days and lengths of stops: ordinary ones, and the days on which the law changes, with their neighbours."""

import calendar
from dataclasses import replace
from datetime import date
from functools import lru_cache

from oracle.calendrier import fin_de_delai, nb_jours, plus_jours, plus_mois
from oracle.legislation import tables
from properties.strategies.enveloppe import Enveloppe
from properties.strategies.hasard import Hasard, parmi, selon

_AUTRES_PIVOTS = (date(2024, 9, 1), date(2025, 4, 1))
_JOURS_SINGULIERS = (
    (2, 28),
    (2, 29),
    (3, 1),
    (5, 31),
    (8, 31),
    (12, 31),
    (1, 1),
    (12, 30),
    (1, 31),
    (10, 31),
)


@lru_cache(maxsize=256)
def _premiers_du_mois(debut: date, fin: date) -> tuple[date, ...]:
    mois = [debut.replace(day=1)]
    while mois[-1] <= fin:
        mois.append(plus_mois(mois[-1], 1))
    return tuple(jour for jour in mois if debut <= jour <= fin)


@lru_cache(maxsize=256)
def _fins_de_mois(debut: date, fin: date) -> tuple[date, ...]:
    veilles = (plus_jours(jour, -1) for jour in _premiers_du_mois(debut, plus_jours(fin, 1)))
    return tuple(jour for jour in veilles if debut <= jour <= fin)


@lru_cache(maxsize=256)
def pivots(debut: date, fin: date) -> tuple[date, ...]:
    """The first day of every value of every dated parameter, with its eve and its morrow."""
    premiers = {ligne.depuis for table in tables().values() for ligne in table.lignes} | set(_AUTRES_PIVOTS)
    autour = sorted({plus_jours(jour, ecart) for jour in premiers for ecart in (-1, 0, 1)})
    return tuple(jour for jour in autour if debut <= jour <= fin)


@lru_cache(maxsize=256)
def _echos(debut: date, fin: date) -> tuple[date, ...]:
    """Days whose reference period begins on a pivot: six or twelve months later, and the month after for the ceiling."""
    echos = sorted(
        {
            plus_mois(ligne.depuis, recul)
            for ligne in tables()["smic_horaire"].lignes
            for recul in (1, 6, 7, 12)
        }
    )
    return tuple(jour for echo in echos for jour in (plus_jours(echo, -1), echo) if debut <= jour <= fin)


@lru_cache(maxsize=256)
def _singuliers(debut: date, fin: date) -> tuple[date, ...]:
    return tuple(
        date(annee, mois, jour)
        for annee in range(debut.year, fin.year + 1)
        for mois, jour in _JOURS_SINGULIERS
        if jour <= calendar.monthrange(annee, mois)[1] and debut <= date(annee, mois, jour) <= fin
    )


def premier_jour(hasard: Hasard, enveloppe: Enveloppe) -> date:
    """First day of a stop, inside the envelope: the first of a month is the simplest."""
    debut, fin = enveloppe.debut, enveloppe.fin
    candidats = selon(
        hasard,
        (3, _premiers_du_mois),
        (5, None),
        (2, _fins_de_mois),
        (3, pivots),
        (2, _echos),
        (1, _singuliers),
    )
    jours = candidats(debut, fin) if candidats is not None else ()
    if jours:
        return parmi(hasard, jours)
    return plus_jours(debut, hasard.entier(0, nb_jours(debut, fin) - 1))


def premier_jour_avant(hasard: Hasard, enveloppe: Enveloppe, fin: date) -> date:
    """Same, leaving room after it: on ``fin`` at the latest when the envelope allows."""
    return premier_jour(hasard, replace(enveloppe, fin=max(enveloppe.debut, min(enveloppe.fin, fin))))


def duree_courte(hasard: Hasard, enveloppe: Enveloppe, mini: int = 1) -> int:
    """Days of an ordinary stop, at least ``mini``: around the waiting days, a few weeks, or some months."""
    bas, haut = selon(hasard, (8, (1, 21)), (2, (3, 5)), (3, (15, 60)), (1, (61, 175)))
    return min(max(mini, hasard.entier(bas, haut)), enveloppe.duree_max_jours)


def duree_de_plus_de_six_mois(hasard: Hasard, enveloppe: Enveloppe, debut: date) -> int:
    """Days of a stop that reaches its sixth month, stops just short of it, or passes it by some weeks."""
    six_mois = nb_jours(debut, fin_de_delai(debut, 6))
    return min(
        six_mois + selon(hasard, (2, 1), (1, 0), (1, -1), (3, hasard.entier(2, 45))),
        enveloppe.duree_max_jours,
    )


def autour(hasard: Hasard, jour: date, *, large: int = 20) -> date:
    """The day itself, its eve, its morrow, or a day within ``large`` days of it."""
    return plus_jours(jour, selon(hasard, (2, 0), (2, -1), (2, 1), (1, hasard.entier(-large, large))))
