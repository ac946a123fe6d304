"""What a named fault is: the oracle with exactly one thing of the law replaced."""

from dataclasses import dataclass

from oracle import registre
from oracle.loi import Variante


@dataclass(frozen=True)
class Faute:
    """A named fault: what was got wrong (French), the rule it betrays, the documented defect it stands for.

    ``familles``: the families of cases in which it can be seen; empty when it has none of its own.
    """

    id: str
    titre: str
    regle: str
    variante: Variante
    defaut: str | None = None
    familles: tuple[str, ...] = ()

    @property
    def articles(self) -> tuple[str, ...]:
        """The articles of the rule it betrays."""
        return registre.PAR_ID[self.regle].articles
