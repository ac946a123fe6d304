"""Dossiers of an engine's families: named scenarios, mixed in realistic proportions, inside its envelope.

The first scenario is the plain stop: shrinking goes towards it.
"""

from functools import lru_cache

from hypothesis import strategies as st

from properties.strategies import corrections, finitions
from properties.strategies.enveloppe import Enveloppe
from properties.strategies.finitions_d_accident import achever_un_accident
from properties.strategies.finitions_de_famille import achever_un_conge
from properties.strategies.hasard import Hasard, HasardDHypothesis, selon
from properties.strategies.plan import DossierGenere, rediger
from properties.strategies.scenario import Scenario
from properties.strategies.scenarios import SCENARIOS

_FINITIONS = {"maladie": finitions.achever, "atmp": achever_un_accident}
MALADIE, ATMP = frozenset({"maladie"}), frozenset({"atmp"})
DE_FAMILLE = frozenset({"maternite", "paternite", "adoption", "naissance"})


@lru_cache(maxsize=64)
def scenarios_possibles(
    enveloppe: Enveloppe, seulement: frozenset[str] | None = None
) -> tuple[Scenario, ...]:
    """The scenarios an engine can be asked, of all its families or of some; raises ``ValueError`` when there are none."""
    familles = enveloppe.familles if seulement is None else enveloppe.familles & seulement
    possibles = tuple(
        scenario for scenario in SCENARIOS if scenario.famille in familles and scenario.possible(enveloppe)
    )
    if not possibles:
        raise ValueError(
            f"no scenario of {', '.join(sorted(familles)) or 'these families'} fits this envelope: "
            f"contrats {', '.join(enveloppe.contrats)}, periodicites {', '.join(enveloppe.periodicites)}; "
            "accepted: at least one contract other than seasonal work, and the documents of a leave for family leaves"
        )
    return possibles


def construire(
    hasard: Hasard, enveloppe: Enveloppe, seulement: frozenset[str] | None = None
) -> DossierGenere:
    """One dossier of the mixture, from any source of choices."""
    possibles = scenarios_possibles(enveloppe, seulement)
    choisi = selon(hasard, *((scenario.poids, scenario) for scenario in possibles))
    return construire_un(choisi, hasard, enveloppe)


def construire_un(scenario: Scenario, hasard: Hasard, enveloppe: Enveloppe) -> DossierGenere:
    """One dossier of a given scenario: the scenario itself, then the touches that any file may bear."""
    finir = _FINITIONS.get(scenario.famille, achever_un_conge)
    plan = finir(hasard, enveloppe, scenario.construire(hasard, enveloppe))
    dossier = corrections.troubler(hasard, enveloppe, rediger(plan))
    au = finitions.jour_du_decompte(hasard, enveloppe, plan, dossier)
    return DossierGenere(dossier, au, scenario.famille)


@st.composite
def _melange(draw: st.DrawFn, enveloppe: Enveloppe, seulement: frozenset[str] | None = None) -> DossierGenere:
    return construire(HasardDHypothesis(draw), enveloppe, seulement)


@st.composite
def _un_scenario(draw: st.DrawFn, scenario: Scenario, enveloppe: Enveloppe) -> DossierGenere:
    return construire_un(scenario, HasardDHypothesis(draw), enveloppe)


_PARTOUT = Enveloppe()


def dossiers(
    enveloppe: Enveloppe = _PARTOUT, seulement: frozenset[str] | None = None
) -> st.SearchStrategy[DossierGenere]:
    """Dossiers of every family of the envelope, or of some, valid for ``oracle.dossier.lire_dossier``, with a day of décompte.

    Inside the envelope by construction: nothing is drawn then thrown away.
    """
    scenarios_possibles(enveloppe, seulement)
    return _melange(enveloppe, seulement)


def dossiers_maladie(enveloppe: Enveloppe = _PARTOUT) -> st.SearchStrategy[DossierGenere]:
    """Those of sickness alone."""
    return dossiers(enveloppe, MALADIE)


def dossiers_de_famille(enveloppe: Enveloppe = _PARTOUT) -> st.SearchStrategy[DossierGenere]:
    """Those of family leaves alone."""
    return dossiers(enveloppe, DE_FAMILLE)


def dossiers_d_accident(enveloppe: Enveloppe = _PARTOUT) -> st.SearchStrategy[DossierGenere]:
    """Those of work accidents and occupational diseases, with the sickness around them."""
    return dossiers(enveloppe, ATMP)


def dossiers_du_scenario(nom: str, enveloppe: Enveloppe = _PARTOUT) -> st.SearchStrategy[DossierGenere]:
    """Dossiers of one scenario; raises ``ValueError`` naming those the envelope allows."""
    possibles = {scenario.nom: scenario for scenario in scenarios_possibles(enveloppe)}
    if nom not in possibles:
        raise ValueError(f"scenario {nom!r}; accepted in this envelope: {', '.join(possibles)}")
    return _un_scenario(possibles[nom], enveloppe)
