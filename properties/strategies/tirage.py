"""Drawing dossiers in numbers, the same ones for the same seed, and reducing the one that fails to its simplest form."""

from collections.abc import Callable
from random import Random
from typing import Any, TypeVar

from hypothesis import HealthCheck, Phase, Verbosity, find, given, seed, settings
from hypothesis import strategies as st
from hypothesis.errors import NoSuchExample
from hypothesis.internal.conjecture.providers import AVAILABLE_PROVIDERS, HypothesisProvider

from properties.strategies.enveloppe import Enveloppe
from properties.strategies.hasard import hasard_de
from properties.strategies.maladie import construire
from properties.strategies.plan import DossierGenere

T = TypeVar("T")


class TirageUniforme(HypothesisProvider):
    """Bounded integers drawn evenly, from the seed and nothing else.

    Hypothesis's own provider also tries constants found in whatever modules happen to be imported: with it the same
    seed would not give the same dossiers in two programs.
    """

    def draw_integer(
        self,
        min_value: int | None = None,
        max_value: int | None = None,
        **constraints: Any,
    ) -> int:
        """An integer between the bounds; without bounds, what Hypothesis would draw."""
        if min_value is None or max_value is None:
            return super().draw_integer(min_value, max_value, **constraints)
        assert self._random is not None  # noqa: S101  # set for every drawn example; for the type checker
        return self._random.randint(min_value, max_value)


_MOTEUR = "etalon-uniforme"
AVAILABLE_PROVIDERS[_MOTEUR] = f"{__name__}.{TirageUniforme.__name__}"


def _reglages(nombre: int, *phases: Phase) -> settings:
    return settings(
        max_examples=nombre,
        phases=phases,
        database=None,
        derandomize=False,
        deadline=None,
        backend=_MOTEUR,
        report_multiple_bugs=False,
        print_blob=False,
        verbosity=Verbosity.quiet,
        suppress_health_check=list(HealthCheck),
    )


def tirer(strategie: st.SearchStrategy[T], nombre: int, graine: int) -> list[T]:
    """Exactly ``nombre`` values of a strategy; the same seed gives the same list, whatever else the program does.

    When Hypothesis stops early, the next seeds complete the list. Raises ``ValueError`` for a negative number, or for
    a strategy without any value.
    """
    if nombre < 0:
        raise ValueError(f"nombre: {nombre}; accepted: zero or more")
    if strategie.is_empty:
        raise ValueError(f"strategie: {strategie!r} has no value; accepted: a strategy that is not empty")
    tires: list[T] = []
    while len(tires) < nombre:

        @seed(graine)
        @_reglages(nombre - len(tires), Phase.generate)
        @given(strategie)
        def recevoir(valeur: T) -> None:
            tires.append(valeur)

        recevoir()
        graine += 1
    return tires[:nombre]


def tirer_sans_reduction(nombre: int, graine: int, enveloppe: Enveloppe | None = None) -> list[DossierGenere]:
    """Exactly ``nombre`` dossiers of the same builders, from a plain generator: for campaigns by the hundred thousand."""
    hasard = hasard_de(graine)
    choisie = enveloppe or Enveloppe()
    return [construire(hasard, choisie) for _ in range(nombre)]


class _Interruption(BaseException):
    """Carries an exception of the caller out of Hypothesis, which would take an ordinary one for a failing example."""

    def __init__(self, cause: Exception) -> None:
        self.cause = cause


def reduire(
    strategie: st.SearchStrategy[T], echoue: Callable[[T], bool], graine: int, essais: int
) -> T | None:
    """The simplest value found for which ``echoue`` is true, among ``essais`` draws and their reductions, or ``None``.

    An exception of ``echoue`` stops the search and propagates. Raises ``ValueError`` for less than one try.
    """
    if essais < 1:
        raise ValueError(f"essais: {essais}; accepted: one or more")

    def verdict(valeur: T) -> bool:
        try:
            return echoue(valeur)
        except Exception as cause:
            raise _Interruption(cause) from cause

    reglages = _reglages(essais, Phase.generate, Phase.shrink)
    try:
        return find(strategie, verdict, settings=reglages, random=Random(graine))  # noqa: S311  # tries are drawn, nothing is kept secret
    except NoSuchExample:
        return None
    except _Interruption as interruption:
        raise interruption.cause from None
