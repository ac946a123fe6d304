"""The registry: every rule of the oracle, with its articles, its dates, its thresholds and its readings.

Metadata sit beside the functions, never in a decorator. A test checks that no rule lacks metadata, and the reverse.
"""

from oracle.registre import (
    atmp,
    controles,
    droits,
    durees,
    independants,
    maladie,
    montants_atmp,
    naissances,
    paiements,
    repos,
    salaires,
)
from oracle.registre.modele import Regle, Seuil

REGLES: tuple[Regle, ...] = (
    *droits.REGLES,
    *salaires.REGLES,
    *maladie.REGLES,
    *durees.REGLES,
    *controles.REGLES,
    *repos.REGLES,
    *naissances.REGLES,
    *independants.REGLES,
    *atmp.REGLES,
    *montants_atmp.REGLES,
    *paiements.REGLES,
)
PAR_ID: dict[str, Regle] = {regle.id: regle for regle in REGLES}
PAR_FONCTION: dict[str, Regle] = {fonction: regle for regle in REGLES for fonction in regle.fonctions}
SEUILS: dict[str, Seuil] = {seuil.nom: seuil for regle in REGLES for seuil in regle.seuils}

__all__ = ["PAR_FONCTION", "PAR_ID", "REGLES", "SEUILS", "Regle", "Seuil"]
