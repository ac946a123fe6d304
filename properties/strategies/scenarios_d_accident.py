"""Every scenario of work accidents: its weight in the mixture, what an engine must be able to take."""

from properties.strategies import accidents, bascules, paies_d_accident
from properties.strategies.enveloppe import Enveloppe
from properties.strategies.naissances import repos_possible
from properties.strategies.scenario import Scenario, mensuel

_PIECES = ("activite", "avis_arret", "attestation_salaire", "accident", "decision_accident")
_LONGUE_DUREE = 120


def _accident(e: Enveloppe) -> bool:
    """A stop of any length, wages of any amount, paid by the month."""
    return (
        mensuel(e)
        and e.admet(*_PIECES)
        and e.duree_max_jours >= _LONGUE_DUREE
        and not e.mois_de_salaire_constant
        and e.avis_par_arret_max > 1
        and e.arrets_max > 1
    )


def _avec_la_maladie(e: Enveloppe) -> bool:
    return _accident(e) and "maladie" in e.familles


def _paye(e: Enveloppe) -> bool:
    return _avec_la_maladie(e) and e.admet("mouvement") and e.historique


D_ACCIDENT: tuple[Scenario, ...] = tuple(
    Scenario(construire, poids, possible, "atmp")
    for construire, poids, possible in (
        (accidents.accident_reconnu, 10, _accident),
        (accidents.deux_arrets_d_un_accident, 5, _accident),
        (
            accidents.rechute,
            6,
            lambda e: _accident(e) and e.admet("consolidation", "rente", "chomage"),
        ),
        (accidents.maladie_professionnelle, 5, _avec_la_maladie),
        (
            accidents.plusieurs_emplois,
            4,
            lambda e: _accident(e) and e.employeurs_max > 1 and not e.salaire_constant,
        ),
        (
            accidents.apprenti_accidente,
            4,
            lambda e: _accident(e) and {"apprentissage", "cdd"} <= set(e.contrats),
        ),
        (
            paies_d_accident.douze_mois_de_paie,
            4,
            lambda e: _accident(e) and bool(e.contrats_discontinus) and not e.salaire_constant,
        ),
        (
            paies_d_accident.paies_courtes,
            3,
            lambda e: _accident(e) and not {"hebdomadaire", "quatorzaine"}.isdisjoint(e.periodicites),
        ),
        (paies_d_accident.prime_ou_rappel, 4, lambda e: _accident(e) and not e.salaire_constant),
        (
            paies_d_accident.mois_incomplet,
            5,
            lambda e: _accident(e) and e.absences and e.employeurs_max > 1 and not e.salaire_constant,
        ),
        (
            accidents.accident_a_temps_partiel,
            5,
            lambda e: _accident(e) and e.temps_partiel and e.admet("decision_temps_partiel"),
        ),
        (
            accidents.inaptitude,
            5,
            lambda e: _accident(e) and e.admet("inaptitude", "rente", "consolidation"),
        ),
        (accidents.accident_sans_indemnite, 4, _accident),
        (
            accidents.salaire_revise,
            2,
            lambda e: _accident(e) and e.admet("revision_salaire", "allocation_changement_emploi"),
        ),
        (bascules.en_instruction, 4, _avec_la_maladie),
        (bascules.reconnu_apres_coup, 8, lambda e: _paye(e) and e.subrogation),
        (bascules.refuse_apres_paiement, 5, _paye),
        (
            bascules.silence_de_la_caisse,
            5,
            lambda e: _avec_la_maladie(e) and e.admet("consolidation", "rente", "chomage"),
        ),
        (bascules.consolide_puis_malade, 5, lambda e: _avec_la_maladie(e) and e.admet("consolidation")),
        (bascules.deux_accidents, 3, _accident),
        (
            bascules.accident_puis_repos,
            3,
            lambda e: (
                _avec_la_maladie(e) and "maternite" in e.familles and repos_possible(e, "attestation_salaire")
            ),
        ),
    )
)
"""Every scenario of work accidents, the plain one first."""
