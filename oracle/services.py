"""Days paid together, whatever the risk: what sharing them between payees needs to know."""

from dataclasses import dataclass
from datetime import date

from oracle.releves import Releve


@dataclass(frozen=True)
class Service:
    """A stop or a leave, served: the names certificates may use, its days, and the pays that weigh each employer.

    ``mois``: how many reference months make the key of the sharing; ``accident``: a work accident, whose certificates are its own.
    """

    arrets: tuple[str, ...]
    debut: date
    jours: frozenset[date]
    releve: Releve
    mois: int
    accident: bool = False
