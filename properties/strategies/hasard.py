"""Where the builders' choices come from: Hypothesis, which shrinks, or a plain seeded generator, which is fast.

Every choice is a small integer, and zero is always the simplest one: that is what makes dossiers shrink well.
"""

from collections.abc import Sequence
from functools import lru_cache
from random import Random
from typing import Protocol, TypeVar

from hypothesis import strategies as st

T = TypeVar("T")

_PALIER = 256
"""Hypothesis draws evenly in a range of this size, and favours small values in a larger one."""


class Hasard(Protocol):
    """A source of choices."""

    def entier(self, mini: int, maxi: int) -> int:
        """An integer from ``mini`` to ``maxi``, both included; ``mini`` is the simplest."""


class HasardSimple:
    """Choices of a plain generator: the same builders, many times faster, nothing to shrink."""

    def __init__(self, generateur: Random) -> None:
        self._generateur = generateur

    def entier(self, mini: int, maxi: int) -> int:
        """See ``Hasard``."""
        return self._generateur.randint(mini, maxi)


def hasard_de(graine: int) -> HasardSimple:
    """The choices of a seed, the same each time."""
    return HasardSimple(Random(graine))  # noqa: S311  # dossiers are drawn, nothing is kept secret


class HasardDHypothesis:
    """Choices drawn from Hypothesis, which remembers and reduces them."""

    def __init__(self, draw: st.DrawFn) -> None:
        self._draw = draw

    def entier(self, mini: int, maxi: int) -> int:
        """See ``Hasard``; a wide range is drawn in two steps, so that every value stays about as likely."""
        etendue = maxi - mini
        if etendue < _PALIER:
            return mini + (self._draw(_jusqu_a(etendue)) if etendue else 0)
        palier = self._draw(_jusqu_a(etendue // _PALIER))
        reste = self._draw(_jusqu_a(min(_PALIER - 1, etendue - palier * _PALIER)))
        return mini + palier * _PALIER + reste


@lru_cache(maxsize=512)
def _jusqu_a(maxi: int) -> st.SearchStrategy[int]:
    return st.integers(0, maxi)


def parmi(hasard: Hasard, options: Sequence[T]) -> T:
    """One of the options, each as likely; the first is the simplest."""
    return options[hasard.entier(0, len(options) - 1)]


def selon(hasard: Hasard, *options: tuple[int, T]) -> T:
    """One of the options given with their weights; the first is the simplest."""
    rang = hasard.entier(0, sum(poids for poids, _ in options) - 1)
    for poids, option in options:
        if rang < poids:
            return option
        rang -= poids
    raise AssertionError("unreachable: the weights are summed above")


def une_fois_sur(hasard: Hasard, nombre: int) -> bool:
    """True once in ``nombre``; False is the simplest."""
    return hasard.entier(0, nombre - 1) == nombre - 1
