"""Realistic dossiers, drawn inside what an engine declares it can be asked, and reduced to their simplest form.

Purpose: the random half of a campaign; relations and the oracle judge what engines answer.
"""

from properties.strategies.enveloppe import Enveloppe, EnveloppeIllisible
from properties.strategies.maladie import (
    construire,
    dossiers,
    dossiers_d_accident,
    dossiers_de_famille,
    dossiers_du_scenario,
    dossiers_maladie,
)
from properties.strategies.plan import DossierGenere
from properties.strategies.scenarios import SCENARIOS
from properties.strategies.tirage import reduire, tirer, tirer_sans_reduction

__all__ = [
    "SCENARIOS",
    "DossierGenere",
    "Enveloppe",
    "EnveloppeIllisible",
    "construire",
    "dossiers",
    "dossiers_d_accident",
    "dossiers_de_famille",
    "dossiers_du_scenario",
    "dossiers_maladie",
    "reduire",
    "tirer",
    "tirer_sans_reduction",
]
