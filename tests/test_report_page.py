"""The page of a run: what it tells, to whom it is readable, and that nothing an engine writes acts in it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from harness.report import render_html
from harness.store import StoredRun
from tests.aides import activite, attestation, avis, dossier
from tests.pages import Page, colours, contrast, fetches_nothing, is_readable_unseen
from tests.records import CAPACITES, finding, gap, hostile_run, plain, question, refused_run, write_record

Record = Callable[..., StoredRun]


@pytest.fixture
def record(tmp_path: Path) -> Record:
    return partial(write_record, tmp_path)


@pytest.fixture
def refused(tmp_path: Path) -> StoredRun:
    return refused_run(tmp_path)


def test_the_page_tells_a_finding_from_its_cause_to_its_replay(refused: StoredRun) -> None:
    page = plain(render_html(refused))
    for told in (
        "Refusé : 2 causes racines",
        "3 questions divergent, sur 5 couvertes et décidables.",
        "85,7 %",
        "6 / 7",
        "40 %",
        "2 / 5",
        "7 prévues, 7 jugées",
        "14 mars 2026",
        "31 octobre 2026",
        "SMIC du jour de l'arrêt au lieu du dernier jour du mois civil précédent",
        "MAL-PLAFOND",
        "16,00 € non versés et 2,50 € versés à tort",
        "Arrêt S1 du 2 au 20 septembre 2024",
        "du 5 au 20 septembre 2024 (16 jours)",
        "32,88 € (assuré)",
        "31,88 € (assuré)",
        "−16,00 €",
        "Comment la moitié du gain journalier est-elle ramenée au centime ?",
        "pas de prolongation",
        "au-delà de l'horizon",
        "au secours",
    ):
        assert told in page, told


def test_days_told_side_by_side_are_not_told_twice(refused: StoredRun) -> None:
    rows = [plain(text) for text in Page(render_html(refused)).texts["th"]]
    assert "Indemnité d'un jour, arrêt S1" in rows
    assert "du 5 au 20 septembre 2024 (16 jours)" in rows
    assert not [row for row in rows if row.startswith("Du 5 au 20 septembre 2024")]


def test_a_command_is_shown_to_be_copied_as_it_is(refused: StoredRun) -> None:
    assert "etalon replay 'runs/un  dossier' MAL-3" in Page(render_html(refused)).texts["code"]


def test_the_page_is_a_function_of_the_record_alone(refused: StoredRun) -> None:
    assert render_html(refused) == render_html(refused)


def test_nothing_is_fetched_and_nothing_runs(refused: StoredRun) -> None:
    fetches_nothing(Page(render_html(refused)))


def test_the_page_can_be_read_without_seeing_it(refused: StoredRun) -> None:
    page = Page(render_html(refused))
    is_readable_unseen(page)
    assert len(page.all("table")) > 5


def test_every_ink_stands_out_on_every_ground() -> None:
    known = colours()
    for ink in ("ink", "soft", "bad", "good", "wait"):
        for ground in ("paper", "faint", "bad-wash"):
            assert contrast(known[ink], known[ground]) >= 4.5, (ink, ground)


def test_whatever_an_engine_writes_is_inert_in_the_page(tmp_path: Path) -> None:
    source = render_html(hostile_run(tmp_path))
    page = Page(source)
    assert page.all("script", "img", "b") == []
    assert len(page.all("style")) == len(page.all("title")) == 1
    assert not [name for _, attributes in page.elements for name in attributes if name.startswith("on")]
    assert "{{7*7}}" in source
    assert not set("\u202e\x1b\x00") & set(source)
    assert source.count("&lt;script&gt;") > 15


def test_a_witness_that_the_oracle_does_not_decide_is_told_without_a_decompte(record: Record) -> None:
    deces = {"id": "pz", "type": "deces", "recue_le": "2024-09-10", "date": "2024-09-09"}
    beyond = dossier(activite(), avis(), attestation(), deces)
    page = plain(render_html(record([gap("Q1", dossier=beyond)], [finding(1, ["Q1"])])))
    assert "l'oracle ne décide pas encore ce dossier" in page
    assert "Du 5 au 20 septembre 2024 (16 jours), arrêt S1" in page


def test_a_witness_that_the_law_refuses_or_that_no_longer_reads_is_said_so(record: Record) -> None:
    page = plain(
        render_html(
            record(
                [gap("Q1", dossier=dossier(avis())), gap("Q2", dossier={"assure": {}, "pieces": []})],
                [finding(1, ["Q1"]), finding(2, ["Q2"])],
            )
        )
    )
    assert "le droit ne peut décider ce dossier" in page
    assert "le dossier enregistré ne se lit plus" in page


def test_a_reduced_witness_is_found_among_the_witnesses(record: Record) -> None:
    reduced = gap("ALEA-1-reduit") | {"type": "witness", "titre": "plus petit dossier engendré"}
    stored = record([gap("ALEA-1")], [finding(1, ["ALEA-1"], temoin="ALEA-1-reduit")], witnesses=[reduced])
    assert "Le plus petit témoin, ALEA-1-reduit" in plain(render_html(stored))


def test_a_finding_whose_witness_is_lost_is_still_told(record: Record) -> None:
    stored = record([gap("Q1")], [finding(1, ["Q1"], temoin="perdu")])
    assert "16,00 € non versés" in plain(render_html(stored))


def test_a_long_appendix_is_cut_and_says_how_many_are_left(record: Record) -> None:
    page = plain(render_html(record([gap(f"Q{rank}") for rank in range(230)], [finding(1, ["Q0"])])))
    assert "Et 30 autres questions dans results.jsonl." in page
    assert "Q199" in page
    assert "Q200" not in page


def test_an_engine_that_does_not_round_is_said_not_to_have_been_tested_on_it(record: Record) -> None:
    stored = record([question("Q1")], capacites=CAPACITES | {"montants_non_arrondis": True})
    assert "l'arrondi n'est pas éprouvé" in plain(render_html(stored))
