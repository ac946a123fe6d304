"""Dossiers of sickness of employees: named scenarios, mixed in realistic proportions, inside an engine's envelope.

The first scenario is the plain stop: shrinking goes towards it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from hypothesis import strategies as st

from properties.strategies import carences, enchainements, finitions, longs, maintiens, ordinaires
from properties.strategies.enveloppe import Enveloppe
from properties.strategies.hasard import Hasard, HasardDHypothesis, selon
from properties.strategies.plan import DossierGenere, Plan, rediger


@dataclass(frozen=True)
class Scenario:
    """A builder, its weight in the mixture, and what an engine must be able to take for it to be drawn."""

    construire: Callable[[Hasard, Enveloppe], Plan]
    poids: int
    possible: Callable[[Enveloppe], bool]

    @property
    def nom(self) -> str:
        """The builder's name, as reports print it."""
        return self.construire.__name__


def _mensuel(e: Enveloppe) -> bool:
    return "mensuelle" in e.periodicites and bool(e.contrats_continus)


def _plusieurs_avis(e: Enveloppe) -> bool:
    return _mensuel(e) and (e.avis_par_arret_max > 1 or e.arrets_max > 1)


def _ancien_employeur(e: Enveloppe) -> bool:
    return _mensuel(e) and e.maintien


def _deux_employeurs(e: Enveloppe) -> bool:
    return _mensuel(e) and e.employeurs_max > 1 and not e.salaire_constant


def _embauche_recente(e: Enveloppe) -> bool:
    return _mensuel(e) and e.heures_lues and not e.mois_de_salaire_constant and not e.paies_exigees


SCENARIOS: tuple[Scenario, ...] = (
    Scenario(ordinaires.arret_simple, 14, _mensuel),
    Scenario(ordinaires.porte_des_heures, 7, lambda e: _mensuel(e) and e.heures_lues),
    Scenario(ordinaires.porte_des_salaires, 7, _mensuel),
    Scenario(ordinaires.jeune_embauche, 3, _embauche_recente),
    Scenario(ordinaires.mois_de_reference_absent, 2, lambda e: _mensuel(e) and not e.paies_exigees),
    Scenario(ordinaires.premier_jour_travaille, 2, lambda e: _mensuel(e) and e.premier_jour_travaille),
    Scenario(ordinaires.fin_du_contrat_pendant_l_arret, 2, _mensuel),
    Scenario(ordinaires.deux_employeurs, 6, _deux_employeurs),
    Scenario(
        ordinaires.paies_a_la_semaine,
        4,
        lambda e: (
            bool(e.contrats_continus) and not {"hebdomadaire", "quatorzaine"}.isdisjoint(e.periodicites)
        ),
    ),
    Scenario(
        ordinaires.profession_discontinue,
        5,
        lambda e: (
            "mensuelle" in e.periodicites
            and e.heures_lues
            and not e.salaire_constant
            and e.discontinu
            and bool(e.contrats_discontinus)
        ),
    ),
    Scenario(enchainements.prolongations, 10, _plusieurs_avis),
    Scenario(enchainements.plusieurs_arrets, 5, lambda e: _mensuel(e) and e.arrets_max > 1),
    Scenario(enchainements.reprise_anticipee, 3, lambda e: _mensuel(e) and e.admet("reprise")),
    Scenario(longs.plus_de_six_mois, 8, lambda e: _mensuel(e) and e.duree_max_jours >= 240),
    Scenario(longs.pres_de_360, 6, lambda e: _mensuel(e) and e.admet("reprise_historique")),
    Scenario(longs.jusqu_au_360e, 1, lambda e: _mensuel(e) and e.duree_max_jours >= 400),
    Scenario(longs.ald_et_rechutes, 8, lambda e: _mensuel(e) and e.ald and e.admet("ald")),
    Scenario(longs.ald_heritee, 4, lambda e: _mensuel(e) and e.ald and e.admet("ald", "reprise_historique")),
    Scenario(
        longs.trois_ans_d_ald,
        1,
        lambda e: _mensuel(e) and e.ald and e.admet("ald") and e.duree_max_jours >= 1200,
    ),
    Scenario(maintiens.droits_maintenus, 7, lambda e: _ancien_employeur(e) and e.admet("chomage")),
    Scenario(
        maintiens.reprise_trop_courte,
        4,
        lambda e: _ancien_employeur(e) and _embauche_recente(e) and e.employeurs_max > 1,
    ),
    Scenario(maintiens.deux_contrats_de_suite, 2, lambda e: _embauche_recente(e) and _deux_employeurs(e)),
    Scenario(
        carences.deces_d_un_enfant,
        4,
        lambda e: _mensuel(e) and e.exceptions_carence and e.admet("deces_enfant"),
    ),
    Scenario(carences.interruption_de_grossesse, 2, lambda e: _mensuel(e) and e.exceptions_carence),
    Scenario(carences.acte_de_terrorisme, 1, lambda e: _mensuel(e) and e.acte_terrorisme),
    Scenario(finitions.subrogation, 6, lambda e: _mensuel(e) and e.subrogation),
)
"""Every scenario of sickness, the plain stop first."""


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
    dossier = rediger(plan)
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
