"""The acceptance of the yardstick itself: it passes where it must, and says no whenever it misbehaves."""

import shutil
from collections.abc import Sequence
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest

from harness import recette
from harness.campaign import RunResult
from harness.findings import Finding
from harness.recette import Outcome, hold, judge_yardstick, main
from oracle.loi import Variante
from sut_adapters.moteurs.fautes import PAR_ID, RECETTE, Faute
from tests.juges import CASES, found, question
from tests.records import plain

FEW = (1, 2, 11, 14, 16, 17, 70, 97)
"""Cases that tell the faults of the gallery from one another."""


@pytest.fixture
def few_cases(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The acceptance on a corpus of few cases; returns where it may write."""
    folder = tmp_path / "cas"
    folder.mkdir()
    for number in FEW:
        shutil.copy(CASES / f"MAL-{number:04d}.yaml", folder)
    monkeypatch.setattr(recette, "dossier_par_defaut", lambda: folder)
    return tmp_path / "recette"


def among(monkeypatch: pytest.MonkeyPatch, fautes: Sequence[Faute]) -> None:
    monkeypatch.setattr(recette, "RECETTE", tuple(fautes))


def without_publicodes(monkeypatch: pytest.MonkeyPatch) -> None:
    """As where Node.js is not installed."""
    monkeypatch.setattr("harness.engines.publicodes_problem", lambda _folder: "publicodes needs Node.js 20")


@pytest.mark.parametrize("half", [0, 1])
def test_the_oracle_behaves_and_each_fault_of_the_gallery_is_refused_by_its_name(
    half: int, few_cases: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    among(monkeypatch, RECETTE[half::2])
    without_publicodes(monkeypatch)
    outcomes = list(hold(few_cases, 20, 0))
    assert [outcome.engine for outcome in outcomes] == [
        "etalon",
        *(f"faute:{faute.id}" for faute in RECETTE[half::2]),
        "publicodes",
    ]
    assert [outcome.engine for outcome in outcomes if not outcome.behaves] == []
    assert "aucune divergence" in outcomes[0].sentence
    for faute, outcome in zip(RECETTE[half::2], outcomes[1:-1], strict=True):
        assert outcome.sentence.startswith(f"refusé, {faute.regle} (")
        assert faute.titre in outcome.sentence
        assert outcome.report is not None
        assert plain(faute.titre) in plain(unescape(outcome.report.read_text(encoding="utf-8")))
    assert outcomes[-1] == Outcome("publicodes", True, "sauté : publicodes needs Node.js 20")


def test_a_corpus_that_cannot_be_read_is_no_acceptance(few_cases: Path) -> None:
    (few_cases.parent / "cas" / "MAL-0001.yaml").write_text("cas: [", encoding="utf-8")
    (only,) = hold(few_cases, 1, 0)
    assert (only.engine, only.behaves) == ("corpus", False)


FAUTE = next(faute for faute in RECETTE if faute.id == "jours_decales")
NAME = f"faute:{FAUTE.id}"


def findings(faute: Faute) -> tuple[Finding, ...]:
    """What a faulty engine is told on one case."""
    return tuple(found([question("MAL-0016")], faute.variante)[1])


def result(*seen: Finding, verdicts: dict[str, int] | None = None, judged: int = 3) -> RunResult:
    counts = verdicts or ({"ECART": 3} if seen else {"CONFORME": 3})
    return RunResult("moteur", 3, judged, counts, tuple(seen), Path("run"), None)


def test_a_fault_seen_first_under_its_own_rule_is_good() -> None:
    behaves, sentence = judge_yardstick(NAME, result(*findings(FAUTE)))
    assert behaves
    assert sentence.startswith("refusé, MAL-JOURS (L323-1) : ")
    assert sentence.endswith("témoin MAL-0016")


def test_a_fault_that_is_not_seen_is_not_good() -> None:
    behaves, sentence = judge_yardstick(NAME, result())
    assert (behaves, sentence) == (False, "3 questions jugées sur 3, faute non vue")


def test_a_fault_named_otherwise_or_not_first_is_not_good() -> None:
    (right,) = findings(FAUTE)
    (other,) = findings(next(faute for faute in RECETTE if faute.id == "plafond_sur_la_somme"))
    for seen in (
        (other,),
        (other, right),
        (replace(right, regle="MAL-CARENCE"), right),
        (replace(right, suspect="seuil:MAL-CARENCE.fin"),),
        (replace(right, suspect=None, exact=False),),
    ):
        assert not judge_yardstick(NAME, result(*seen))[0]
    assert judge_yardstick(NAME, result(right, other))[0]


@pytest.mark.parametrize("name", ["etalon", NAME, "publicodes"])
def test_an_incomplete_run_is_never_good(name: str) -> None:
    seen = () if name == "etalon" else findings(FAUTE)
    assert judge_yardstick(name, result(*seen))[0]
    behaves, sentence = judge_yardstick(name, result(*seen, judged=2))
    assert (behaves, sentence) == (False, "campagne incomplète, 2 questions jugées sur 3")
    assert not judge_yardstick(name, replace(result(*seen), interrupted="it does not restart"))[0]


@pytest.mark.parametrize("verdict", ["ECART", "CONFORME_SOUS_LECTURE", "HORS_CHAMP", "PANNE", "DELAI"])
def test_the_oracle_s_own_engine_may_only_be_conform_or_beyond_what_is_known(verdict: str) -> None:
    assert judge_yardstick("etalon", result(verdicts={"CONFORME": 2, "INDECIDABLE": 1}))[0]
    behaves, sentence = judge_yardstick("etalon", result(verdicts={"CONFORME": 2, verdict: 1}))
    assert not behaves
    assert verdict in sentence


def test_publicodes_may_diverge() -> None:
    assert judge_yardstick("publicodes", result(*findings(FAUTE)))[1].endswith("1 cause de divergence")


def held(*outcomes: Outcome, monkeypatch: pytest.MonkeyPatch, out: Path) -> int:
    monkeypatch.setattr(recette, "hold", lambda *_: iter(outcomes))
    return main(["--out", str(out)])


def test_the_command_fails_and_names_the_engine_when_the_yardstick_misbehaves(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good = Outcome("etalon", True, "aucune divergence", tmp_path / "etalon" / "report.html")
    bad = Outcome(NAME, False, "faute non vue")
    assert held(good, monkeypatch=monkeypatch, out=tmp_path) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "l'étalon se comporte comme attendu"
    assert held(good, bad, monkeypatch=monkeypatch, out=tmp_path) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("✓ etalon")
    assert lines[1].startswith(f"✗ {NAME}")
    assert lines[-1] == f"l'étalon ne se comporte pas comme attendu : {NAME}"


def test_an_engine_that_does_not_start_is_no_acceptance(
    few_cases: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    unknown = Faute("nimporte", "une faute que le moteur ne connaît pas", "MAL-JOURS", Variante())
    among(monkeypatch, [unknown])
    monkeypatch.setitem(PAR_ID, "nimporte", unknown)
    without_publicodes(monkeypatch)
    outcomes = list(hold(few_cases, 0, 0))
    assert [outcome.behaves for outcome in outcomes] == [True, False, True]
    assert outcomes[1].sentence.startswith("inutilisable : ")
