"""A disagreement between what is stated and what an engine rendered, and how amounts are read before comparing."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Literal

from oracle.arrondis import au_plus_proche
from oracle.dossier.champs import ecrire_exact

Aspect = Literal[
    "statut", "motif", "montant", "destinataire", "droits", "nombre", "date", "absence", "excedent"
]


@dataclass(frozen=True)
class Divergence:
    """One disagreement. ``ecart`` is what was rendered less what is due, in cents, over all the days."""

    champ: str
    aspect: Aspect
    attendu: str
    rendu: str
    arret: str | None = None
    debut: date | None = None
    fin: date | None = None
    destinataire: str | None = None
    ecart: Fraction | None = None


Arrondir = Callable[[Fraction], Fraction]


def au_centime(montant: Fraction) -> Fraction:
    """Round once, half up, where the law rounds: for engines that declare unrounded amounts."""
    return Fraction(au_plus_proche(Fraction(montant)))


def tel_quel(montant: Fraction) -> Fraction:
    """Leave an amount as rendered."""
    return Fraction(montant)


def euros(montant: Fraction | int) -> str:
    """Exact cents written in euros."""
    return ecrire_exact(Fraction(montant))
