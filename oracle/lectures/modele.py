"""What a reading is: a point of law the text leaves open, and the answers a lawyer may give to it."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Reponse:
    """One admissible answer: ``libelle`` says it in a few words, ``fondement`` on what ground."""

    libelle: str
    fondement: str


@dataclass(frozen=True)
class Lecture:
    """A point of law the text leaves open: the question, and its admissible answers. The first is the default."""

    nom: str
    question: str
    valeurs: Mapping[str, Reponse]

    @property
    def defaut(self) -> str:
        """The reading taken when none is asked for."""
        return next(iter(self.valeurs))
