"""A day, decided: the atom of the journal."""

from dataclasses import dataclass
from datetime import date

from oracle.decompte import Motif, Statut
from oracle.dossier.activites import Regime
from oracle.dossier.versements import Risque


@dataclass(frozen=True)
class JourLiquide:
    """A day, decided. ``montant`` in cents; ``precision`` names, in French, what a pending day waits for.

    ``ligne``: first day of the period whose total the law fixes, of which this day carries a share.
    ``risque`` governs the day, ``regime`` pays it.
    """

    jour: date
    arret: str
    statut: Statut
    motif: Motif | None = None
    precision: str | None = None
    montant: int = 0
    articles: tuple[str, ...] = ()
    ligne: date | None = None
    risque: Risque = "maladie"
    regime: Regime = "general"
