"""What a relation is: something that must hold for any engine, its legal ground, and how it is put to the test.

An absolute relation looks at one dossier and its décompte. A metamorphic one gives another question to ask, made from the
first, and says how the two décomptes compare. No relation computes what is due: whoever asks holds the engine.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from oracle.decompte import Decompte
from oracle.dossier import Dossier
from oracle.loi import Variante
from properties.strategies.hasard import Hasard

Force = Literal["H", "C", "S"]
"""``H``: follows from unambiguous text, or from the logic of accounts; ``C``: under a named reading; ``S``: service."""

Issue = Literal["tenue", "violee", "non_applicable"]


@dataclass(frozen=True)
class Constat:
    """What a relation says of an answer. ``ecarts``, in French: each day or amount that breaks it."""

    issue: Issue
    ecarts: tuple[str, ...] = ()


NON_APPLICABLE = Constat("non_applicable")
TENUE = Constat("tenue")


def selon_les_ecarts(ecarts: list[str]) -> Constat:
    """Held when nothing breaks it."""
    return Constat("violee", tuple(ecarts)) if ecarts else TENUE


@dataclass(frozen=True)
class Demande:
    """A question: what is due at ``au``. ``loi`` replaces tables of the law: only the oracle can be asked so."""

    dossier: Dossier
    au: date
    loi: Variante | None = None


Comparer = Callable[[Decompte, Decompte], Constat]


@dataclass(frozen=True)
class Transformation:
    """Another question, and how its answer compares with the first one's."""

    demande: Demande
    comparer: Comparer


Absolue = Callable[[Dossier, date, Decompte], Constat]
"""A dossier, the day of the décompte, and the décompte."""

Metamorphose = Callable[[Dossier, date, Decompte, Hasard], Transformation | None]
"""Gives ``None`` when the preconditions fail; the source of choices picks the day, the document or the amount."""


@dataclass(frozen=True)
class Relation:
    """One relation. Exactly one of ``absolue`` and ``metamorphose`` is set.

    ``enonce`` and ``prealables`` are French, for experts; ``fondement`` is the legal ground; ``defauts`` are the
    documented defects it would have caught.
    """

    id: str
    titre: str
    enonce: str
    fondement: str
    force: Force
    prealables: str
    defauts: tuple[str, ...] = ()
    absolue: Absolue | None = None
    metamorphose: Metamorphose | None = None

    def __post_init__(self) -> None:
        """A relation is absolute or metamorphic."""
        if (self.absolue is None) == (self.metamorphose is None):
            raise ValueError(f"{self.id}: exactly one of absolue and metamorphose is expected")


Demander = Callable[[Demande], Decompte | None]
"""Whoever answers; ``None`` when the engine declines the question."""


def eprouver(
    relation: Relation, demander: Demander, demande: Demande, decompte: Decompte, hasard: Hasard
) -> Constat:
    """Put a relation to the test on a question and the décompte an engine rendered of it.

    A transformed question that the engine declines leaves the relation ``non_applicable``, never held.
    """
    if relation.absolue is not None:
        return relation.absolue(demande.dossier, demande.au, decompte)
    if relation.metamorphose is None:
        raise ValueError(f"{relation.id}: a relation is absolute or metamorphic")
    transformation = relation.metamorphose(demande.dossier, demande.au, decompte, hasard)
    if transformation is None:
        return NON_APPLICABLE
    autre = demander(transformation.demande)
    return NON_APPLICABLE if autre is None else transformation.comparer(decompte, autre)
