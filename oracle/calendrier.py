"""Days, civil months, anniversaries and holidays as the law counts them.

Rules handle dates only through this module.
A period of months or years runs "de quantième à quantième": it ends on the eve of the same day number,
or on the last day of the month when that number does not exist there.
"""

import calendar
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from dateutil.easter import easter

_FERIES_FIXES = ((1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25))
_FERIES_APRES_PAQUES = (1, 39, 50)
_NOMS_DES_MOIS = (
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
)


@dataclass(frozen=True, order=True)
class MoisCivil:
    """A calendar month, from its first to its last day."""

    debut: date
    fin: date

    def __str__(self) -> str:
        return f"{_NOMS_DES_MOIS[self.debut.month - 1]} {self.debut.year}"

    @property
    def complement(self) -> str:
        """The month after « de »: ``de mars 2025``, ``d'avril 2025``."""
        return f"d'{self}" if str(self)[0] in "ao" else f"de {self}"


def plus_jours(jour: date, nombre: int) -> date:
    """The day ``nombre`` days later (earlier when negative)."""
    return jour + timedelta(days=nombre)


def nb_jours(debut: date, fin: date) -> int:
    """Calendar days from ``debut`` to ``fin``, both included; zero or less when ``fin`` comes before."""
    return (fin - debut).days + 1


def plus_mois(jour: date, nombre: int) -> date:
    """Same day number ``nombre`` months later, brought back to the month's last day when it does not exist."""
    annees, rang = divmod(jour.month - 1 + nombre, 12)
    annee, mois = jour.year + annees, rang + 1
    return date(annee, mois, min(jour.day, calendar.monthrange(annee, mois)[1]))


def fin_de_delai(debut: date, mois: int) -> date:
    """Last day of a period of ``mois`` months beginning on ``debut`` (that day included).

    From 15 January, six months end on 14 July; from 31 August they end on 28 or 29 February.
    """
    meme_quantieme = plus_mois(debut, mois)
    return plus_jours(meme_quantieme, -1) if meme_quantieme.day == debut.day else meme_quantieme


def jours(debut: date, fin: date) -> Iterator[date]:
    """Every day from ``debut`` to ``fin``, both included."""
    for rang in range(nb_jours(debut, fin)):
        yield plus_jours(debut, rang)


def suites(rangees: Iterable[date]) -> list[tuple[date, date]]:
    """Runs of days that follow one another, as first and last days; ``rangees`` in order."""
    trouvees: list[tuple[date, date]] = []
    for jour in rangees:
        if trouvees and plus_jours(trouvees[-1][1], 1) == jour:
            trouvees[-1] = trouvees[-1][0], jour
        else:
            trouvees.append((jour, jour))
    return trouvees


def mois_civil(jour: date) -> MoisCivil:
    """The civil month of a day."""
    return MoisCivil(jour.replace(day=1), jour.replace(day=calendar.monthrange(jour.year, jour.month)[1]))


def fin_du_mois_precedent(jour: date) -> date:
    """Last day of the civil month before that of ``jour``."""
    return plus_jours(jour.replace(day=1), -1)


def mois_civils_precedents(jour: date, nombre: int) -> tuple[MoisCivil, ...]:
    """The ``nombre`` civil months before that of ``jour``, oldest first."""
    premier = jour.replace(day=1)
    return tuple(mois_civil(plus_mois(premier, -rang)) for rang in range(nombre, 0, -1))


def premier_jour_du_trimestre_suivant(jour: date) -> date:
    """First day of the civil quarter that follows the one of ``jour``."""
    return plus_mois(jour.replace(day=1), 3 - (jour.month - 1) % 3)


def premier_janvier_precedent(jour: date) -> date:
    """The 1 January strictly before ``jour``."""
    return date(jour.year, 1, 1) if (jour.month, jour.day) != (1, 1) else date(jour.year - 1, 1, 1)


def lundi_de_la_semaine(jour: date) -> date:
    """The Monday of the civil week of ``jour``."""
    return plus_jours(jour, -jour.weekday())


def est_un_jour_de_week_end(jour: date) -> bool:
    """Saturday or Sunday."""
    return jour.weekday() >= 5


def est_un_jour_ferie(jour: date) -> bool:
    """One of the eleven legal holidays (C. trav. L3133-1)."""
    paques = easter(jour.year)
    return (jour.month, jour.day) in _FERIES_FIXES or jour in [
        plus_jours(paques, ecart) for ecart in _FERIES_APRES_PAQUES
    ]


def en_francais(jour: date) -> str:
    """A day as French people write it: ``1er avril 2025``."""
    quantieme = "1er" if jour.day == 1 else str(jour.day)
    return f"{quantieme} {_NOMS_DES_MOIS[jour.month - 1]} {jour.year}"
