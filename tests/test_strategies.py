"""Drawn dossiers: valid by construction, the same for the same seed, small once reduced."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oracle.calendrier import nb_jours
from oracle.dossier import lire_dossier
from oracle.liquidation import Liquidation, liquider, liquider_en_detail
from oracle.registre import SEUILS
from properties.strategies import (
    SCENARIOS,
    DossierGenere,
    dossiers_du_scenario,
    dossiers_maladie,
    reduire,
    tirer,
    tirer_sans_reduction,
)
from tests.tirages import empreinte, jour, paies, pieces


@pytest.fixture(scope="module")
def liquidations() -> list[tuple[DossierGenere, Liquidation]]:
    tires = tirer(dossiers_maladie(), 600, 20)
    return [(tire, liquider_en_detail(lire_dossier(tire.dossier), tire.au)) for tire in tires]


# -- valid by construction


@pytest.mark.parametrize("scenario", [scenario.nom for scenario in SCENARIOS])
def test_every_scenario_is_read_and_decided_by_the_oracle(scenario: str) -> None:
    nombre = 5 if scenario in ("trois_ans_d_ald", "jusqu_au_360e") else 25
    for tire in tirer(dossiers_du_scenario(scenario), nombre, 3):
        decompte = liquider(lire_dossier(tire.dossier), tire.au)
        assert decompte.au == tire.au


def test_a_dossier_is_plain_json(liquidations: list[tuple[DossierGenere, Liquidation]]) -> None:
    for tire, _ in liquidations:
        assert json.loads(json.dumps(tire.dossier)) == tire.dossier


def test_documents_are_numbered_without_repeats_and_known_in_time(
    liquidations: list[tuple[DossierGenere, Liquidation]],
) -> None:
    for tire, _ in liquidations:
        noms = [piece["id"] for piece in tire.dossier["pieces"]]
        assert noms == [f"p{rang}" for rang in range(1, len(noms) + 1)]
        recus = [jour(piece["recue_le"]) for piece in pieces(tire, "avis_arret")]
        assert min(recus) <= tire.au


def test_the_strategy_serves_an_ordinary_hypothesis_test() -> None:
    vus: list[DossierGenere] = []

    @given(dossiers_maladie())
    def regarder(tire: DossierGenere) -> None:
        lire_dossier(tire.dossier)
        vus.append(tire)

    regarder()
    assert len(vus) >= 60


# -- the same for the same seed


def test_the_same_seed_gives_the_same_dossiers_and_another_seed_others() -> None:
    un, autre = tirer(dossiers_maladie(), 40, 1), tirer(dossiers_maladie(), 40, 2)
    assert empreinte(tirer(dossiers_maladie(), 40, 1)) == empreinte(un)
    assert empreinte(autre) != empreinte(un)


@pytest.mark.parametrize("importe", ["json", "harness.cli, corpus.catalogue, tests.test_liquidation"])
def test_the_same_seed_gives_the_same_dossiers_whatever_else_is_imported(importe: str) -> None:
    programme = (
        f"import {importe}\n"
        "from properties.strategies import dossiers_maladie, tirer\n"
        "from tests.tirages import empreinte\n"
        "print(empreinte(tirer(dossiers_maladie(), 150, 11)))\n"
    )
    racine = Path(__file__).parents[1]
    rendu = subprocess.run(
        [sys.executable, "-c", programme], capture_output=True, text=True, check=True, cwd=racine
    )
    assert rendu.stdout.strip() == empreinte(tirer(dossiers_maladie(), 150, 11))


def test_the_plain_draw_repeats_itself() -> None:
    assert empreinte(tirer_sans_reduction(100, 4)) == empreinte(tirer_sans_reduction(100, 4))
    assert empreinte(tirer_sans_reduction(100, 4)) != empreinte(tirer_sans_reduction(100, 5))


@pytest.mark.parametrize("nombre", [0, 1, 37])
def test_exactly_the_number_asked_is_drawn(nombre: int) -> None:
    assert len(tirer(dossiers_maladie(), nombre, 9)) == nombre
    assert len(tirer(st.just("le seul"), nombre, 9)) == nombre


def test_a_negative_number_and_an_empty_strategy_are_refused() -> None:
    with pytest.raises(ValueError, match="nombre: -1"):
        tirer(dossiers_maladie(), -1, 0)
    with pytest.raises(ValueError, match=r"strategie: .* has no value"):
        tirer(st.nothing(), 1, 0)


# -- reduced to what a human would write


def test_a_failure_is_reduced_to_the_dossier_a_human_would_write() -> None:
    def plafond_ancien(tire: DossierGenere) -> bool:
        apres = any(avis["debut"] >= "2025-04-01" for avis in pieces(tire, "avis_arret"))
        return apres and any(float(paie["brut"]) > 2522.52 for paie in paies(tire))

    reduit = reduire(dossiers_maladie(), plafond_ancien, 1, 400)
    assert reduit is not None
    assert [piece["type"] for piece in reduit.dossier["pieces"]] == [
        "activite",
        "avis_arret",
        "attestation_salaire",
    ]
    (avis,) = pieces(reduit, "avis_arret")
    assert (avis["debut"], avis["fin"]) == ("2025-04-01", "2025-04-01")
    assert [paie["brut"] for paie in paies(reduit)] == ["3000.00"] * 3


def test_a_failure_that_needs_an_old_condition_keeps_only_what_it_needs() -> None:
    def borne_360(tire: DossierGenere) -> bool:
        return any(
            periode.motif == "maximum_360"
            for periode in liquider(lire_dossier(tire.dossier), tire.au).periodes
        )

    reduit = reduire(dossiers_du_scenario("pres_de_360"), borne_360, 2, 200)
    assert reduit is not None
    assert [piece["type"] for piece in reduit.dossier["pieces"]] == [
        "activite",
        "avis_arret",
        "attestation_salaire",
        "reprise_historique",
    ]
    (avis,) = pieces(reduit, "avis_arret")
    assert nb_jours(jour(avis["debut"]), jour(avis["fin"])) <= 7


def test_nothing_is_reduced_when_nothing_fails() -> None:
    assert reduire(dossiers_maladie(), lambda _: False, 1, 50) is None


def test_an_exception_of_the_predicate_propagates_at_once() -> None:
    appels = []

    def tombe_en_panne(tire: DossierGenere) -> bool:
        appels.append(tire)
        raise ConnectionError("the engine is gone")

    with pytest.raises(ConnectionError, match="the engine is gone"):
        reduire(dossiers_maladie(), tombe_en_panne, 1, 50)
    assert len(appels) == 1


# -- what is reached


def test_every_reason_not_to_pay_is_reached(liquidations: list[tuple[DossierGenere, Liquidation]]) -> None:
    atteints = {
        (periode.statut, periode.motif) for _, rendu in liquidations for periode in rendu.decompte.periodes
    }
    assert atteints >= {
        ("indemnise", None),
        ("carence", "delai_de_carence"),
        ("non_prescrit", "jour_non_prescrit"),
        ("en_attente", "piece_manquante"),
        ("non_indemnise", "droits_non_ouverts"),
        ("non_indemnise", "droits_non_ouverts_apres_six_mois"),
        ("non_indemnise", "maximum_360"),
        ("non_indemnise", "duree_ald_epuisee"),
        ("non_indemnise", "reprise_du_travail"),
        ("non_indemnise", "jour_travaille"),
        ("non_indemnise", "prescripteur_non_admis"),
    }


def test_every_kind_of_payee_is_reached(liquidations: list[tuple[DossierGenere, Liquidation]]) -> None:
    decomptes = [rendu.decompte for _, rendu in liquidations] + [
        liquider(lire_dossier(tire.dossier), tire.au)
        for tire in tirer(dossiers_du_scenario("deux_employeurs"), 100, 20)
    ]
    partages = {
        tuple(part.destinataire.split(":")[0] for part in periode.parts)
        for decompte in decomptes
        for periode in decompte.periodes
    }
    assert partages >= {
        (),
        ("assure",),
        ("employeur",),
        ("assure", "employeur"),
        ("employeur", "employeur"),
        ("assure", "employeur", "employeur"),
    }
    soldes = [solde for _, rendu in liquidations for solde in rendu.decompte.soldes]
    assert any(solde.rappel for solde in soldes)
    assert any(solde.indu for solde in soldes)


def test_most_dossiers_open_rights(liquidations: list[tuple[DossierGenere, Liquidation]]) -> None:
    ouverts = sum(any(d.ouvert for d in rendu.decompte.decisions) for _, rendu in liquidations)
    assert 0.7 < ouverts / len(liquidations) < 0.95


def test_every_threshold_is_crossed_and_missed(liquidations: list[tuple[DossierGenere, Liquidation]]) -> None:
    cotes = {(r.seuil, r.franchi) for _, rendu in liquidations for r in rendu.trace.rencontres}
    assert cotes == {(nom, franchi) for nom in SEUILS for franchi in (True, False)}


@pytest.mark.lent
def test_every_threshold_is_met_at_equality_and_on_both_sides() -> None:
    cotes = set()
    for tire in tirer(dossiers_maladie(), 3000, 7):
        for rencontre in liquider_en_detail(lire_dossier(tire.dossier), tire.au).trace.rencontres:
            mesure: Any = rencontre.mesure
            borne: Any = rencontre.borne
            cotes.add((rencontre.seuil, (mesure > borne) - (mesure < borne)))
    assert cotes == {(nom, cote) for nom in SEUILS for cote in (-1, 0, 1)}
