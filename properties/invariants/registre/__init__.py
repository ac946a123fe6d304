"""The relations, by identifier. ``A``: accounts; ``J``: days and sums; ``B``: sickness; ``C``: leaves; ``N``: rights and law."""

from properties.invariants.modele import Relation
from properties.invariants.registre.comptes import COMPTES, JOURS
from properties.invariants.registre.conges import CONGES
from properties.invariants.registre.droits import DROITS
from properties.invariants.registre.maladie import MALADIE

RELATIONS: dict[str, Relation] = {r.id: r for r in (*COMPTES, *JOURS, *MALADIE, *CONGES, *DROITS)}
"""Every relation written so far."""
