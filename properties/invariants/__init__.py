"""What must hold of any engine, and how to put it to the test; see ``modele`` for what a relation is."""

from properties.invariants.modele import Constat, Demande, Relation, Transformation, eprouver
from properties.invariants.registre import RELATIONS

__all__ = ["RELATIONS", "Constat", "Demande", "Relation", "Transformation", "eprouver"]
