"""Drawn dossiers: valid by construction, the same for the same seed, small once reduced."""

import json
import subprocess
import sys
from itertools import chain
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oracle.calendrier import nb_jours
from oracle.decompte import Motif
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
from tests.declines import MOTIFS_D_ACCIDENT
from tests.tirages import empreinte, jour, paies, pieces

LONGS = ("trois_ans_d_ald", "jusqu_au_360e", "un_an_de_temps_partiel")
"""Scenarios whose dossiers take long to decide."""

RARES = {
    "deces_d_un_enfant": 40,
    "periodes_assimilees": 80,
    "intermittent_au_cachet": 60,
    "conge_de_famille": 30,
    "paie_versee_tard": 20,
    "temps_partiel_apres_les_360": 30,
    "temps_partiel_de_la_quatrieme_annee": 30,
    "envoi_tardif": 60,
    "prolongation_envoyee_tard": 40,
    "teleconsultation": 60,
    "ivg_par_une_sage_femme": 40,
    "cure_thermale": 20,
    "detention": 30,
    "avis_medical_defavorable": 30,
    "manquement": 40,
    "retraite_au_travail": 40,
    "retraite_progressive": 10,
    "pension_militaire": 30,
    "reclamation_tardive": 60,
    "indu_ancien": 60,
    "plus_de_six_mois": 40,
    "profession_discontinue": 40,
    "reprise_trop_courte": 10,
}
"""Scenarios seldom drawn in the mixture, drawn apart to see what they reach."""

SOUS_UNE_LECTURE = {"MAL-DUREE-2026.duree": {"duree_prescription": "exces_non_indemnise"}}
"""Thresholds that only a reading other than the default compares."""

FICHES_TIREES = ("MAL-", "PAY-")
"""Cards whose dossiers are drawn: those of family leaves have curated cases only."""
REFUS_DES_CONGES = {
    "hors_periode_de_repos",
    "indemnite_de_remplacement",
    "cessation_insuffisante",
    "enfant_non_viable",
    "fractionnement_irregulier",
    "delai_depasse",
    "duree_maximale_du_conge",
}
HORS_DES_REFUS = {
    "delai_de_carence",
    "jour_non_prescrit",
    "piece_manquante",
    "envoi_tardif",
    "duree_prescrite_excessive",  # only under a reading other than the default
}

JAMAIS = {
    ("MAL-PMI.deux_ans", True): "three years and then two: a year after the last stop that is drawn",
}
"""Sides of thresholds that no dossier of the reach can be on, and why."""

JAMAIS_DE_CE_COTE = {
    ("MAL-PMI.deux_ans", -1): "same reason",
    ("MAL-PMI.deux_ans", 0): "same reason",
    ("MAL-TPT.perte", -1): "a loss is never negative",
    ("MAL-TELE.renouvellement", -1): "the first renewal has rank one",
    ("MAL-R3238.jours_payes", 1): "a month has no more paid days than days",
}


@pytest.fixture(scope="module")
def rares() -> list[Liquidation]:
    return [
        liquider_en_detail(lire_dossier(tire.dossier), tire.au)
        for scenario, nombre in RARES.items()
        for tire in tirer(dossiers_du_scenario(scenario), nombre, 21)
    ]


@pytest.fixture(scope="module")
def liquidations() -> list[tuple[DossierGenere, Liquidation]]:
    tires = tirer(dossiers_maladie(), 600, 20)
    return [(tire, liquider_en_detail(lire_dossier(tire.dossier), tire.au)) for tire in tires]


# -- valid by construction


@pytest.mark.parametrize("scenario", [scenario.nom for scenario in SCENARIOS])
def test_every_scenario_is_read_and_decided_by_the_oracle(scenario: str) -> None:
    nombre = 3 if scenario in LONGS else 12
    for tire in tirer(dossiers_du_scenario(scenario), nombre, 3):
        decompte = liquider(lire_dossier(tire.dossier), tire.au)
        assert decompte.au == tire.au


def test_a_dossier_is_plain_json(liquidations: list[tuple[DossierGenere, Liquidation]]) -> None:
    for tire, _ in liquidations:
        assert json.loads(json.dumps(tire.dossier)) == tire.dossier


def test_documents_have_names_of_their_own_and_are_known_in_time(
    liquidations: list[tuple[DossierGenere, Liquidation]],
) -> None:
    for tire, _ in liquidations:
        noms = [piece["id"] for piece in tire.dossier["pieces"]]
        assert sorted(noms) == sorted(f"p{rang}" for rang in range(1, len(noms) + 1))
        recus = [jour(piece["recue_le"]) for piece in pieces(tire, "avis_arret")]
        assert min(recus) <= tire.au


def test_files_bear_corrections_withdrawals_copies_and_any_order(
    liquidations: list[tuple[DossierGenere, Liquidation]],
) -> None:
    pieces_lues = [piece for tire, _ in liquidations for piece in tire.dossier["pieces"]]
    assert sum("remplace" in piece for piece in pieces_lues) > 20
    assert sum("annule" in piece for piece in pieces_lues) > 10
    noms = [[piece["id"] for piece in tire.dossier["pieces"]] for tire, _ in liquidations]
    melanges = [ordre for ordre in noms if ordre != [f"p{rang}" for rang in range(1, len(ordre) + 1)]]
    assert 0.05 < len(melanges) / len(noms) < 0.3


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

    reduit = reduire(dossiers_maladie(), plafond_ancien, 2, 400)
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


def test_every_reason_not_to_pay_is_reached(
    liquidations: list[tuple[DossierGenere, Liquidation]], rares: list[Liquidation]
) -> None:
    decomptes = [rendu.decompte for rendu in (*(rendu for _, rendu in liquidations), *rares)]
    atteints = {(p.statut, p.motif) for decompte in decomptes for p in decompte.periodes}
    refus = set(get_args(Motif)) - HORS_DES_REFUS - REFUS_DES_CONGES - MOTIFS_D_ACCIDENT
    assert atteints == {
        ("indemnise", None),
        ("indemnise", "envoi_tardif"),
        ("carence", "delai_de_carence"),
        ("non_prescrit", "jour_non_prescrit"),
        ("en_attente", "piece_manquante"),
        *(("non_indemnise", motif) for motif in refus),
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


def test_every_threshold_is_crossed_and_missed(
    liquidations: list[tuple[DossierGenere, Liquidation]], rares: list[Liquidation]
) -> None:
    rendus = (*(rendu for _, rendu in liquidations), *rares, *_sous_les_autres_lectures(20))
    cotes = {(r.seuil, r.franchi) for rendu in rendus for r in rendu.trace.rencontres}
    de_la_maladie = {nom for nom in SEUILS if nom.startswith(FICHES_TIREES)}
    assert cotes == {(nom, franchi) for nom in de_la_maladie for franchi in (True, False)} - {*JAMAIS}


def _sous_les_autres_lectures(nombre: int) -> list[Liquidation]:
    return [
        liquider_en_detail(lire_dossier(tire.dossier), tire.au, lectures)
        for lectures in SOUS_UNE_LECTURE.values()
        for tire in tirer(dossiers_du_scenario("prescription_longue"), nombre, 22)
    ]


@pytest.mark.lent
def test_every_threshold_is_met_at_equality_and_on_both_sides(rares: list[Liquidation]) -> None:
    cotes = set()
    tires = [
        *tirer(dossiers_maladie(), 3000, 7),
        *(tire for nom in RARES for tire in tirer(dossiers_du_scenario(nom), 150, 23)),
    ]
    relus = (liquider_en_detail(lire_dossier(tire.dossier), tire.au) for tire in tires)
    for rendu in chain(rares, _sous_les_autres_lectures(60), relus):
        for rencontre in rendu.trace.rencontres:
            mesure: Any = rencontre.mesure
            borne: Any = rencontre.borne
            cotes.add((rencontre.seuil, (mesure > borne) - (mesure < borne)))
    attendus = {(nom, cote) for nom in SEUILS for cote in (-1, 0, 1)} - {*JAMAIS_DE_CE_COTE}
    assert cotes == attendus
