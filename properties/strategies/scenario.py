"""What a scenario is: a builder, its weight, its family, and what an engine must be able to take for it to be drawn."""

from collections.abc import Callable
from dataclasses import dataclass

from oracle.dossier.champs import Famille
from properties.strategies.enveloppe import Enveloppe
from properties.strategies.hasard import Hasard
from properties.strategies.plan import Plan


@dataclass(frozen=True)
class Scenario:
    """A builder, its weight in the mixture, what an engine must be able to take, and the family it belongs to."""

    construire: Callable[[Hasard, Enveloppe], Plan]
    poids: int
    possible: Callable[[Enveloppe], bool]
    famille: Famille = "maladie"

    @property
    def nom(self) -> str:
        """The builder's name, as reports print it."""
        return self.construire.__name__


def mensuel(enveloppe: Enveloppe) -> bool:
    """Whether a contract paid by the month, whose benefit rests on three months, may be drawn."""
    return "mensuelle" in enveloppe.periodicites and bool(enveloppe.contrats_continus)
