"""The reports of a run say what its record holds: the figures, JUnit, the terminal, and the files written."""

import stat
from collections.abc import Callable
from fractions import Fraction
from functools import partial
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from corpus.catalogue import charger, dossier_par_defaut
from harness.campaign import run as run_campaign
from harness.engines import find_engine
from harness.report import render_html, render_junit, render_summary, write_reports
from harness.report.figures import (
    Share,
    caution,
    figures,
    grouped_by_motive,
    readings_in_conflict,
    stakes,
    verdict_sentence,
    verdicts_by_suite,
)
from harness.store import StoredRun
from tests.records import (
    Json,
    divergence,
    finding,
    gap,
    hostile_run,
    plain,
    question,
    refused_run,
    write_record,
)

Record = Callable[..., StoredRun]


@pytest.fixture
def record(tmp_path: Path) -> Record:
    return partial(write_record, tmp_path)


@pytest.fixture
def refused(tmp_path: Path) -> StoredRun:
    return refused_run(tmp_path)


def parsed(junit: str) -> ET.Element:
    """A JUnit document, read back."""
    return ET.fromstring(junit)  # noqa: S314  # what étalon has just written


def test_the_two_shares_are_counted_apart(refused: StoredRun) -> None:
    counted = figures(refused)
    assert counted.covered == Share(6, 7)
    assert counted.right == Share(2, 5)
    assert (counted.planned, counted.judged, counted.divergent, counted.causes) == (7, 7, 3, 2)


@pytest.mark.parametrize(
    ("part", "whole", "percent"),
    [(2, 5, "40 %"), (6, 7, "85,7 %"), (1999, 2000, "99,9 %"), (3, 3, "100 %"), (0, 4, "0 %"), (0, 0, "—")],
)
def test_a_share_is_whole_only_when_nothing_is_missing(part: int, whole: int, percent: str) -> None:
    assert Share(part, whole).percent == percent


@pytest.mark.parametrize(
    ("kinds", "causes", "sentence"),
    [
        (["ECART"] * 3, 3, "Refusé : 3 causes racines"),
        (["ECART"], 1, "Refusé : 1 cause racine"),
        (["CONFORME", "ECART", "PANNE"], 0, "Refusé : 2 questions divergentes"),
        (["CONFORME", "HORS_CHAMP"], 0, "Aucune divergence"),
        (["HORS_CHAMP"] * 2, 0, "Aucune conclusion : le moteur ne couvre aucune des questions posées"),
        (["INDECIDABLE"], 0, "Aucune conclusion : le droit ne tranche aucune des questions couvertes"),
        ([], 0, "Aucune conclusion : aucune question n'a été posée"),
    ],
)
def test_one_sentence_sums_up_a_complete_run(
    record: Record, kinds: list[str], causes: int, sentence: str
) -> None:
    cases = [question(f"Q{rank}", kind) for rank, kind in enumerate(kinds)]
    stored = record(cases, [finding(rank, [f"Q{rank}"]) for rank in range(causes)])
    assert verdict_sentence(stored) == sentence


@pytest.mark.parametrize(
    ("judged", "cut", "sentence"),
    [
        (2, False, "Campagne invalide : 3 questions prévues, 2 jugées"),
        (0, True, "Campagne invalide : 3 questions prévues, 0 jugée"),
        (3, True, "Campagne invalide : 3 questions prévues, 3 jugées, mais l'enregistrement est inachevé"),
    ],
)
def test_a_run_that_lacks_a_judgement_or_its_end_is_invalid(
    record: Record, judged: int, cut: bool, sentence: str
) -> None:
    stored = record([question(f"Q{rank}") for rank in range(judged)], planned=3, cut=cut)
    assert verdict_sentence(stored) == sentence
    assert sentence in plain(render_html(stored))
    assert sentence in render_summary(stored)


def test_an_invalid_run_is_invalid_before_it_is_refused(record: Record) -> None:
    stored = record([gap("Q1")], [finding(1, ["Q1"])], planned=2)
    assert verdict_sentence(stored).startswith("Campagne invalide")


def test_a_run_whose_end_contradicts_its_lines_is_invalid(record: Record) -> None:
    stored = record([question("Q1")], footer={"judged": 4})
    assert verdict_sentence(stored).endswith("mais l'enregistrement se contredit")


@pytest.mark.parametrize("keys", [{"engine": "etalon"}, {"nom": "etalon"}])
def test_etalon_judged_by_itself_is_said_to_test_the_protocol_and_not_the_law(
    record: Record, keys: Json
) -> None:
    stored = record([question("Q1")], **keys)
    for text in (plain(render_html(stored)), render_summary(stored)):
        assert "éprouve le protocole, et non le droit" in text


def test_a_candidate_engine_comes_without_caution(record: Record) -> None:
    assert caution(record([question("Q1")])) is None


def test_amounts_in_two_directions_never_compensate(refused: StoredRun) -> None:
    moved = stakes(refused, refused.findings[0])
    assert (moved.short, moved.over, moved.one_day) == (Fraction(1600), Fraction(250), False)
    assert moved.in_words == "16,00 € non versés et 2,50 € versés à tort"


def test_an_engine_that_states_daily_rates_moves_one_day_a_case(record: Record) -> None:
    case = gap("Q1", "-100", divergences=[divergence("taux", "-100")])
    stored = record([case], [finding(1, ["Q1"])])
    assert stakes(stored, stored.findings[0]).in_words.endswith("pour un seul jour de chaque cas")


def test_motives_that_differ_by_a_figure_are_one(record: Record) -> None:
    motives = ["salaires 10.00, 20.00 : trop", "salaires 30.00 : trop", "fini le 2024-10-31", "autre"]
    stored = record([question(f"Q{n}", "HORS_CHAMP", detail=motive) for n, motive in enumerate(motives)])
    groups = [(group.label, len(group.ids)) for group in grouped_by_motive(stored, "HORS_CHAMP")]
    assert groups == [("salaires … : trop", 2), ("autre", 1), ("fini le 2024-10-31", 1)]


def test_two_values_of_one_reading_are_pointed_out(record: Record) -> None:
    stored = record(
        [
            question("Q1", "CONFORME_SOUS_LECTURE", lectures={"arrondi_base": "centime"}),
            question(
                "Q2",
                "CONFORME_SOUS_LECTURE",
                lectures={"arrondi_base": "troncature", "arrondi_ij": "troncature"},
            ),
        ]
    )
    assert readings_in_conflict(stored) == ["arrondi_base"]
    assert "Un moteur cohérent n’en suit qu’une" in render_html(stored)


def test_verdicts_are_counted_suite_by_suite(refused: StoredRun) -> None:
    counts = verdicts_by_suite(refused)
    assert {suite: sum(counter.values()) for suite, counter in counts.items()} == {
        "corpus": 3,
        "aleatoire": 4,
    }
    assert counts["corpus"]["ECART"] == counts["aleatoire"]["ECART"] == 1


def test_junit_counts_what_the_run_counts(refused: StoredRun) -> None:
    root = parsed(render_junit(refused))
    assert [suite.get("name") for suite in root] == ["etalon.corpus", "etalon.aleatoire"]
    assert {name: root.get(name) for name in ("tests", "failures", "errors", "skipped")} == {
        "tests": "7",
        "failures": "2",
        "errors": "1",
        "skipped": "2",
    }
    for suite in root:
        assert int(suite.get("tests", "")) == len(suite.findall("testcase"))
        for name, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
            assert int(suite.get(name, "")) == len(suite.findall(f"testcase/{tag}"))
    properties = {p.get("name"): p.get("value") for p in root[0].findall("properties/property")}
    assert properties == {
        "planned": "7",
        "judged": "7",
        "engine": "moteur.toml",
        "engine_name": "Moteur d'essai",
        "engine_version": "2.3",
        "etalon_version": "0.1.0",
    }


def test_a_junit_test_bears_the_question_and_how_to_ask_it_again(refused: StoredRun) -> None:
    root = parsed(render_junit(refused))
    case = root.find("testsuite/testcase[@name='MAL-3 question MAL-3']")
    assert case is not None
    assert (case.get("classname"), case.get("time")) == ("etalon.corpus", "0.250000")
    failure = case.find("failure")
    assert failure is not None
    assert failure.get("type") == "ECART"
    assert failure.get("message") == (
        "Écart : periodes du 2024-09-05 au 2024-09-20 S1 : attendu 32.88, rendu 31.88"
    )
    assert str(failure.text).endswith(f"rejouer : etalon replay {refused.folder} MAL-3")
    error = root.find("testsuite/testcase/error")
    assert error is not None
    assert error.get("message") == "Panne : le processus a fini"
    skipped = [element.get("message") for element in root.findall("testsuite/testcase/skipped")]
    assert skipped == ["Hors champ : pas de prolongation", "Indécidable : au-delà de l'horizon"]


def test_a_build_does_not_pass_on_an_invalid_run(record: Record) -> None:
    stored = record([question("Q1")], planned=2, footer={"interrupted": "le moteur ne redémarre pas"})
    root = parsed(render_junit(stored))
    assert root.get("errors") == "1"
    (error,) = root.findall("testsuite[@name='etalon.campagne']/testcase/error")
    assert error.get("message") == "Campagne invalide : 2 questions prévues, 1 jugée"
    assert error.text == "le moteur ne redémarre pas"


def test_whatever_an_engine_writes_is_inert_in_the_terminal_and_in_junit(tmp_path: Path) -> None:
    stored = hostile_run(tmp_path)
    for text in (render_summary(stored), render_junit(stored)):
        assert not set("\u202e\x1b\x00") & set(text)
    assert parsed(render_junit(stored)).findall(".//script") == []


def test_the_terminal_gets_a_few_lines(refused: StoredRun) -> None:
    lines = [plain(line) for line in render_summary(refused).splitlines()]
    assert lines[0] == "Moteur d'essai 2.3 — Refusé : 2 causes racines"
    assert [line.split() for line in lines[1:3]] == [
        ["couvert", "85,7", "%", "6", "/", "7", "questions"],
        ["juste", "40", "%", "2", "/", "5", "questions", "couvertes", "et", "décidables"],
    ]
    assert lines[3].strip() == "7 questions prévues, 7 jugées"
    assert lines[4].strip().endswith("[MAL-PLAFOND, R323-4] — 2 cas")
    assert "16,00 € non versés et 2,50 € versés à tort" in lines[5]
    assert lines[5].endswith("etalon replay 'runs/un  dossier' MAL-3")
    assert lines[-1] == f"rapport : {refused.folder / 'report.html'}"


def test_the_terminal_gets_ten_findings_and_the_count_of_the_others(record: Record) -> None:
    stored = record(
        [gap(f"Q{rank}") for rank in range(12)], [finding(rank, [f"Q{rank}"]) for rank in range(12)]
    )
    summary = render_summary(stored)
    assert summary.count("rejouer") == 10
    assert "et 2 autres causes dans le rapport" in summary


def test_reports_are_written_beside_the_record_for_their_owner_alone(refused: StoredRun) -> None:
    (refused.folder / "report.html").write_text("ancien")
    (refused.folder / "report.html").chmod(0o644)
    page, junit = write_reports(refused.folder)
    assert (page, junit) == (refused.folder / "report.html", refused.folder / "junit.xml")
    assert [stat.S_IMODE(path.stat().st_mode) for path in (page, junit)] == [0o600, 0o600]
    assert page.read_text(encoding="utf-8") == render_html(refused)
    assert junit.read_text(encoding="utf-8") == render_junit(refused)


def test_the_reports_of_a_true_run_name_its_fault(tmp_path: Path) -> None:
    cases = [
        charge for charge in charger([dossier_par_defaut()])[0] if charge.cas.cas in ("MAL-0001", "MAL-0016")
    ]
    run_campaign(find_engine("faute:plafond_sur_la_somme"), cases, tmp_path, random_count=0)
    page, junit = write_reports(tmp_path)
    told = plain(page.read_text(encoding="utf-8"))
    assert "Plafond appliqué à la somme des trois mois au lieu de chaque mois" in told
    assert "du 11 au 22 septembre 2025 (12 jours)" in told
    assert "+81,96 €" in told
    assert "Cette campagne montre qu'étalon refuse la faute" in told
    root = parsed(junit.read_text(encoding="utf-8"))
    assert (root.get("tests"), root.get("failures")) == ("2", "1")
