"""The self-test: who caught what, the faults that no suite catches named with their reason, and nothing claimed for free."""

import json
import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

import harness.selftest as core
from harness.campaign import Progress
from harness.cli import app
from harness.planning import Planned
from harness.selftest import SuiteRun, answer, plan, try_faults
from harness.selftest_report import SelfTest
from harness.selftest_workers import self_test
from harness.verdict import DIVERGENTS
from oracle.loi import Variante
from sut_adapters.moteurs.fautes import MUTANTS, PAR_ID, TOUTES, Faute
from sut_adapters.outcomes import Failed, OutOfScope, Refused, Rendered
from tests.aides import activite, attestation, avis, dossier, paies
from tests.juges import CASES, as_oracle, cases, contender, drawn, judged, question

FEW = (1, 2, 4, 11, 16)
EXCUSED = "arrondi:salaires.indemnite_journaliere"
NEVER_ASKED = "ligne:smic_mensuel:2020-01-01:+1j"
CAUGHT = "jours_decales"
THREE = tuple(PAR_ID[name] for name in (CAUGHT, EXCUSED, NEVER_ASKED))


@pytest.fixture
def few(tmp_path: Path) -> Path:
    """A corpus of few cases."""
    folder = tmp_path / "cas"
    folder.mkdir()
    for number in FEW:
        shutil.copy(CASES / f"MAL-{number:04d}.yaml", folder)
    return folder


def etalon(*words: str | Path, code: int = 0) -> Result:
    """Run the command and check how it ends."""
    result = CliRunner().invoke(app, ["self-test", *map(str, words)])
    assert result.exception is None or isinstance(result.exception, SystemExit), repr(result.exception)
    assert result.exit_code == code, result.output
    return result


def only(*names: str) -> list[str | Path]:
    return [word for name in names for word in ("--faute", name)]


def tried(questions: Sequence[Planned], *fautes: Faute) -> SuiteRun:
    """Faults against questions that state nothing, in the order given."""
    return try_faults(fautes, {"aleatoire": questions}, lambda: None, lambda: False)["aleatoire"]


def one(questions: Sequence[Planned], variante: Variante) -> dict[str, Any]:
    """What a suite makes of one fault."""
    (trial,) = tried(questions, Faute("essai", "Essai", "MAL-IJ", variante)).trials
    return trial.outcome().model_dump(exclude={"secondes"})


# Through the command.


def test_the_command_tells_who_caught_what_and_names_what_nobody_caught(few: Path) -> None:
    told = etalon("--corpus", few, "--nombre", "5", *only(CAUGHT, EXCUSED, NEVER_ASKED)).stdout
    assert f"✓ {CAUGHT}" in told
    line = next(line for line in told.splitlines() if line.startswith(f"✓ {CAUGHT}"))
    assert "corpus MAL-00" in line
    assert "aleatoire ALEA-0-0000" in line
    assert "cas, " in line
    for name, words in ((EXCUSED, "arrondi_ij=troncature"), (NEVER_ASKED, PAR_ID[NEVER_ASKED].titre)):
        assert words in next(line for line in told.splitlines() if line.startswith(f"✗ {name}"))
    assert "Non détectées — jamais exercée" in told
    assert "Non détectées — ce qui change est admis par une lecture" in told
    assert "en tout : 1 fautes détectées sur 3, 2 non détectées" in told


def test_the_json_holds_every_fault_and_adds_up(few: Path) -> None:
    words = ("--corpus", few, "--nombre", "5", *only(CAUGHT, EXCUSED, NEVER_ASKED), "--json")
    data = json.loads(etalon(*words).stdout)
    assert {"total", "detectees", "non_detectees", "par_suite", "secondes"} <= data.keys()
    assert (data["total"], data["detectees"], data["complet"]) == (3, 1, True)
    assert data["non_detectees"] == [NEVER_ASKED, EXCUSED]
    assert {name: (s["questions"], s["jugees"]) for name, s in data["par_suite"].items()} == {
        "corpus": (5, 5),
        "aleatoire": (5, 5),
    }
    assert all(s["non_detectees"] == [NEVER_ASKED, EXCUSED] for s in data["par_suite"].values())
    caught, never, excused = data["fautes"]
    assert (caught["id"], caught["regle"], caught["engendree"], caught["detectee"]) == (
        CAUGHT,
        "MAL-JOURS",
        False,
        True,
    )
    assert caught["par_suite"]["corpus"]["temoin"].startswith("MAL-")
    assert caught["par_suite"]["corpus"]["cas"] >= 1
    assert (excused["engendree"], excused["par_suite"]["corpus"]["raison"]) == (True, "admise")
    assert excused["par_suite"]["corpus"]["lectures"] == ["arrondi_ij=troncature"]
    assert (never["par_suite"]["corpus"]["raison"], never["par_suite"]["corpus"]["cas"]) == (
        "jamais_exercee",
        0,
    )
    assert data["secondes"] > 0


def test_the_json_has_the_shape_of_the_schema_that_the_command_prints(few: Path) -> None:
    schema = json.loads(etalon("--schema").stdout)
    assert schema["$schema"].startswith("https://json-schema.org/")
    data = json.loads(etalon("--corpus", few, "--suites", "corpus", *only(CAUGHT), "--json").stdout)
    shapes = schema["$defs"] | {"SelfTest": schema}
    (suite,), (faute,) = data["par_suite"].values(), data["fautes"]
    for name, written in (
        ("SelfTest", data),
        ("SuiteEprouvee", suite),
        ("FauteEprouvee", faute),
        ("Essai", faute["par_suite"]["corpus"]),
    ):
        assert set(shapes[name]["required"]) == set(shapes[name]["properties"]) == written.keys(), name


def test_a_fault_that_nobody_catches_fails_the_command_only_when_asked_to(few: Path) -> None:
    words = ("--corpus", few, "--suites", "corpus")
    etalon(*words, *only(NEVER_ASKED), code=0)
    assert NEVER_ASKED in etalon(*words, *only(NEVER_ASKED), "--exiger", code=1).stdout
    etalon(*words, *only(CAUGHT), "--exiger", code=0)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--suites", "corpus,nimporte"], "suites admises : corpus, aleatoire"),
        (["--suites", ","], "suites admises"),
        (["--profile", "nimporte"], "profils admis : quick, ci, deep"),
        (["--corpus", "absent"], "absent n'est pas un dossier"),
        (["--faute", "nimporte*"], "aucune faute de ce nom"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_does_not_exist_is_a_usage_error_that_says_what_is_accepted(words: list[str], said: str) -> None:
    lines = etalon(*words, code=2).stderr.strip().splitlines()
    assert lines[0].startswith("etalon : ")
    assert said in lines[0]


def test_a_pattern_takes_every_fault_that_it_names(few: Path) -> None:
    words = ("--corpus", few, "--suites", "corpus", "--faute", "seuil:MAL-CARENCE.*", "--json")
    data = json.loads(etalon(*words).stdout)
    assert {faute["id"] for faute in data["fautes"]} == {
        faute.id for faute in MUTANTS if faute.id.startswith("seuil:MAL-CARENCE.")
    }


# An interruption, and what is not judged.


def test_an_interruption_prints_what_was_judged_so_far_and_says_so(
    few: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def interrupted(question: Planned, variante: Variante) -> Any:
        asked.append(question.id)
        if len(set(asked)) > 2:
            raise KeyboardInterrupt
        return answer(question, variante)

    monkeypatch.setattr(core, "answer", interrupted)
    words = ("--corpus", few, "--nombre", "3", *only(CAUGHT, NEVER_ASKED))
    data = json.loads(etalon(*words, "--json", code=4).stdout)
    assert (data["interrompu"], data["complet"], data["total"]) == (True, False, 2)
    assert (data["par_suite"]["corpus"]["jugees"], data["par_suite"]["corpus"]["questions"]) == (2, 5)
    assert data["par_suite"]["aleatoire"]["jugees"] == 0
    assert data["fautes"][0]["par_suite"]["corpus"]["detectee"]
    assert data["non_detectees"] == [NEVER_ASKED]
    asked.clear()
    assert "interrompu" in etalon(*words, code=4).stdout


def test_an_interruption_before_the_first_question_is_told_too(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> list[Planned]:
        raise KeyboardInterrupt

    monkeypatch.setattr(core, "plan_random", interrupted)
    result = self_test(THREE, cases(1), suites=("aleatoire",), count=5)
    assert (result.interrompu, result.complet, result.detectees) == (True, False, 0)
    assert result.non_detectees == (CAUGHT, EXCUSED, NEVER_ASKED)


def test_several_processes_find_what_one_finds() -> None:
    some = (*THREE, *MUTANTS[::60])
    alone, shared = (
        self_test(some, cases(*FEW), suites=("corpus", "aleatoire"), count=6, workers=workers)
        for workers in (1, 2)
    )
    assert timeless(shared) == timeless(alone)
    assert shared.complet
    assert 0 < shared.detectees < shared.total == len(some)


def timeless(result: SelfTest) -> Any:
    """A result without its durations."""

    def strip(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: strip(inner) for key, inner in value.items() if key != "secondes"}
        return [strip(inner) for inner in value] if isinstance(value, list) else value

    return strip(result.model_dump(mode="json"))


def test_an_interruption_ends_every_process_and_keeps_what_each_had_judged() -> None:
    def tick() -> None:
        raise KeyboardInterrupt

    result = self_test(
        TOUTES,
        cases(*FEW),
        suites=("corpus", "aleatoire"),
        count=200,
        workers=2,
        progress=Progress(lambda *_: None, tick),
    )
    assert (result.interrompu, result.complet, result.total) == (True, False, len(TOUTES))
    assert result.par_suite["aleatoire"].jugees < 200
    assert all(faute.par_suite.keys() == {"corpus", "aleatoire"} for faute in result.fautes)


def test_a_case_on_which_the_oracle_itself_diverges_is_set_aside_by_name_and_catches_nothing(
    few: Path,
) -> None:
    wrong = few / "MAL-0001.yaml"
    wrong.write_text(wrong.read_text(encoding="utf-8").replace("32.88", "32.80"), encoding="utf-8")
    words = ("--corpus", few, "--suites", "corpus", *only(CAUGHT))
    data = json.loads(etalon(*words, "--json", code=4).stdout)
    assert (data["complet"], data["interrompu"]) == (False, False)
    assert data["par_suite"]["corpus"]["ecartees"] == ["MAL-0001"]
    assert data["fautes"][0]["par_suite"]["corpus"]["temoin"] not in (None, "MAL-0001")
    assert "l'étalon diverge lui-même de MAL-0001" in etalon(*words, code=4).stdout
    for other in few.glob("MAL-00[!0]*.yaml"):
        other.unlink()
    for other in few.glob("MAL-000[!1].yaml"):
        other.unlink()
    assert json.loads(etalon(*words, "--json", code=4).stdout)["non_detectees"] == [CAUGHT]


# How a fault is judged.


def test_a_fault_is_caught_where_a_run_would_find_a_divergence_and_nowhere_else() -> None:
    """The same verdicts as on the answers that its engine gives over the protocol."""
    for name in ("jours_decales", "plafond_sur_la_somme", "smic_du_mois_de_l_arret", EXCUSED):
        faute = PAR_ID[name]
        with contender(name).open() as engine:
            for number in FEW:
                asked = question(f"MAL-{number:04d}")
                (trial,) = tried([asked], faute).trials
                spoken = judged(asked, as_oracle(asked, variante=faute.variante), engine.capacites)
                assert (trial.witness is not None) == (spoken.verdict in DIVERGENTS), (name, asked.id)


def test_a_fault_is_not_tried_again_once_it_is_caught_and_short_dossiers_come_first() -> None:
    run = tried([question("MAL-0001"), question("MAL-0002"), question("MAL-0004")], PAR_ID[CAUGHT])
    assert (run.trials[0].tried, run.trials[0].witness, run.judged) == (1, "MAL-0001", 3)
    ordered = plan(cases(15, 10, 1), ["corpus"], 0, 0)["corpus"]
    assert [planned.id for planned in ordered] == ["MAL-0010", "MAL-0001", "MAL-0015"]


SIX_MONTHS = drawn(
    dossier(activite(), avis(), attestation(paies("2024-03", *["2000.00"] * 6))), id="ALEA-six"
)


def test_the_reason_of_a_fault_that_is_not_caught_is_how_far_it_went() -> None:
    never = {"detectee": False, "cas": 0, "temoin": None, "raison": "jamais_exercee", "lectures": ()}
    assert one([SIX_MONTHS], Variante(decalages={"MAL-OD-1.heures_3_mois": 1})) == never
    # 150 hours are no longer looked at, but six months of wages open the same rights.
    without_hours = Variante({"droits.porte_des_heures": lambda *_: False})
    assert one([SIX_MONTHS], without_hours) == never | {"cas": 1, "raison": "sans_effet"}
    truncated = PAR_ID[EXCUSED].variante
    assert one([SIX_MONTHS], truncated) == never | {
        "cas": 1,
        "raison": "admise",
        "lectures": ("arrondi_ij=troncature",),
    }


def test_what_a_case_does_not_state_is_not_compared() -> None:
    """The counter of the last three years changes; the case states no counter."""
    stated = question("MAL-0001")
    assert stated.attendu is not None
    assert "compteurs" not in stated.attendu.model_fields_set
    last_day_alone = Variante({"maladie.premier_jour_des_trois_ans": lambda jour: jour})
    assert one([stated], last_day_alone)["raison"] == "non_comparee"
    assert one([SIX_MONTHS], last_day_alone)["detectee"], "a generated dossier is compared on everything"


def test_a_fault_that_breaks_is_caught_as_an_engine_in_error() -> None:
    def broken(*_: object) -> int:
        raise KeyError("nothing")

    variante = Variante({"salaires.indemnite_journaliere": broken})
    outcome, trace = answer(SIX_MONTHS, variante)
    assert (outcome, trace) == (Failed("KeyError: 'nothing'"), None)
    assert one([SIX_MONTHS], variante)["temoin"] == "ALEA-six"


def test_an_answer_is_what_the_engine_says_a_decompte_a_refusal_or_out_of_reach() -> None:
    law = Variante()
    rendered, trace = answer(SIX_MONTHS, law)
    assert isinstance(rendered, Rendered)
    assert rendered.resultat == as_oracle(SIX_MONTHS)
    assert trace is not None
    assert isinstance(answer(drawn(dossier(avis())), law)[0], Refused)
    beyond = drawn(dossier(activite(nature="mandat_local", contrat=None, periodicite=None), avis()))
    assert isinstance(answer(beyond, law)[0], OutOfScope)


def test_a_question_that_the_oracle_does_not_decide_holds_nothing_against_a_fault() -> None:
    late = drawn(
        dossier(
            activite(), avis("2026-12-02", "2026-12-10"), attestation(paies("2026-09", *["2000.00"] * 3))
        ),
        au="2026-12-31",
    )
    outside = replace(SIX_MONTHS, famille="independants")
    run = tried([late, outside], PAR_ID[CAUGHT])
    assert (run.judged, run.undecided, run.set_aside, run.trials[0].tried) == (2, 2, [], 0)


def test_on_a_dossier_that_must_be_refused_every_fault_is_tried() -> None:
    refused = drawn(dossier(avis()))
    (trial,) = tried([refused], PAR_ID[NEVER_ASKED]).trials
    assert (trial.tried, trial.witness) == (1, None)
