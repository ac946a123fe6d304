"""Benefits already served, day by day: what the quotas of the law count."""

from bisect import bisect_left
from dataclasses import dataclass, field
from datetime import date


@dataclass
class Compteurs:
    """Days paid, in order: outside long-term conditions, all illnesses together, and under a pensioner's limit.

    Days of a pensioned military affection are in none of them. ``atteint_le``: the last day on which the benefits of
    three years reached their maximum.
    """

    hors_ald: list[date] = field(default_factory=list)
    tous: list[date] = field(default_factory=list)
    de_retraite: list[date] = field(default_factory=list)
    atteint_le: date | None = None
    _comptes: set[date] = field(default_factory=set)

    def noter(self, jour: date, ald: str | None, *, de_retraite: bool) -> bool:
        """Count one paid day, once: what an older engine already paid is not counted again."""
        if jour in self._comptes:
            return False
        self._comptes.add(jour)
        self.tous.append(jour)
        if ald is None:
            self.hors_ald.append(jour)
        if de_retraite:
            self.de_retraite.append(jour)
        return True

    def servies_hors_ald(self, depuis: date) -> int:
        """Benefits paid on ``depuis`` or later, long-term conditions left out."""
        return len(self.hors_ald) - bisect_left(self.hors_ald, depuis)

    def servies(self, depuis: date) -> int:
        """Benefits paid on ``depuis`` or later, whatever the illness."""
        return len(self.tous) - bisect_left(self.tous, depuis)
