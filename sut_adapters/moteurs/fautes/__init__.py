"""The named faults: each is the oracle with exactly one thing of the law replaced, and answers as an engine ``faute:ID``.

``FAUTES`` is the gallery, written by hand: what engineers once got wrong, one module a branch of the law.
``MUTANTS`` is generated from the registry: what nobody may get wrong unseen. ``TOUTES`` is both, the gallery first.
"""

from sut_adapters.moteurs.fautes import conges, independants, maladie, maternite, repos_montants
from sut_adapters.moteurs.fautes.modele import Faute
from sut_adapters.moteurs.fautes.mutants import mutants
from sut_adapters.moteurs.fautes.portee import Portee

FAUTES: tuple[Faute, ...] = (
    *maladie.FAUTES,
    *maternite.FAUTES,
    *repos_montants.FAUTES,
    *conges.FAUTES,
    *independants.FAUTES,
)
RECETTE: tuple[Faute, ...] = maladie.FAUTES
"""Those that the acceptance of the yardstick runs whole, one campaign each; the self-test tries them all."""
MUTANTS: tuple[Faute, ...] = mutants()
TOUTES: tuple[Faute, ...] = (*FAUTES, *MUTANTS)
PAR_ID: dict[str, Faute] = {faute.id: faute for faute in TOUTES}

__all__ = ["FAUTES", "MUTANTS", "PAR_ID", "RECETTE", "TOUTES", "Faute", "Portee"]
