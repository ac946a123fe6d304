"""Dossiers of sickness of employees: named scenarios, mixed in realistic proportions, inside an engine's envelope.

The first scenario is the plain stop: shrinking goes towards it.
"""

from functools import lru_cache

from hypothesis import strategies as st

from properties.strategies import corrections, finitions
from properties.strategies.enveloppe import Enveloppe
from properties.strategies.hasard import Hasard, HasardDHypothesis, selon
from properties.strategies.plan import DossierGenere, rediger
from properties.strategies.scenarios import SCENARIOS, Scenario


@lru_cache(maxsize=64)
def scenarios_possibles(enveloppe: Enveloppe) -> tuple[Scenario, ...]:
    """The scenarios an engine can be asked; raises ``ValueError`` when there are none."""
    possibles = tuple(scenario for scenario in SCENARIOS if scenario.possible(enveloppe))
    if not possibles:
        raise ValueError(
            f"no scenario of sickness fits this envelope: contrats {', '.join(enveloppe.contrats)}, "
            f"periodicites {', '.join(enveloppe.periodicites)}; accepted: at least one contract other than seasonal work"
        )
    return possibles


def construire(hasard: Hasard, enveloppe: Enveloppe) -> DossierGenere:
    """One dossier of the mixture, from any source of choices."""
    choisi = selon(hasard, *((scenario.poids, scenario) for scenario in scenarios_possibles(enveloppe)))
    return construire_un(choisi, hasard, enveloppe)


def construire_un(scenario: Scenario, hasard: Hasard, enveloppe: Enveloppe) -> DossierGenere:
    """One dossier of a given scenario: the scenario itself, then the touches that any file may bear."""
    plan = finitions.achever(hasard, enveloppe, scenario.construire(hasard, enveloppe))
    dossier = corrections.troubler(hasard, enveloppe, rediger(plan))
    return DossierGenere(dossier, finitions.jour_du_decompte(hasard, enveloppe, plan, dossier))


@st.composite
def _melange(draw: st.DrawFn, enveloppe: Enveloppe) -> DossierGenere:
    return construire(HasardDHypothesis(draw), enveloppe)


@st.composite
def _un_scenario(draw: st.DrawFn, scenario: Scenario, enveloppe: Enveloppe) -> DossierGenere:
    return construire_un(scenario, HasardDHypothesis(draw), enveloppe)


_PARTOUT = Enveloppe()


def dossiers_maladie(enveloppe: Enveloppe = _PARTOUT) -> st.SearchStrategy[DossierGenere]:
    """Dossiers valid for ``oracle.dossier.lire_dossier``, inside the envelope by construction, with a day of décompte."""
    scenarios_possibles(enveloppe)
    return _melange(enveloppe)


def dossiers_du_scenario(nom: str, enveloppe: Enveloppe = _PARTOUT) -> st.SearchStrategy[DossierGenere]:
    """Dossiers of one scenario; raises ``ValueError`` naming those the envelope allows."""
    possibles = {scenario.nom: scenario for scenario in scenarios_possibles(enveloppe)}
    if nom not in possibles:
        raise ValueError(f"scenario {nom!r}; accepted in this envelope: {', '.join(possibles)}")
    return _un_scenario(possibles[nom], enveloppe)
