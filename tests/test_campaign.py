"""A run: every planned question is judged or the run says that it is not complete, whatever the engine does."""

import json
import shlex
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from harness import campaign
from harness.campaign import Progress, RunResult, ask_and_judge, run
from harness.engines import Contender, find_engine
from harness.planning import plan_random
from harness.store import RESULTS, RunUnreadable, StoredRun, read_run
from harness.verdict import Judgement
from oracle.liquidation import liquider
from properties.strategies.tirage import reduire
from sut_adapters.moteurs.etalon import CAPACITES
from sut_adapters.outcomes import EngineUnusable
from tests.aides import Json, activite, attestation, avis, dossier, mouvement, paies
from tests.juges import case, cases, claiming, contender, drawn

FRAGILE = Path(__file__).parent / "fake_engines" / "oracle_fragile.py"
FIVE = (1, 2, 3, 4, 5)


def fragile(folder: Path, behaviour: str, *arguments: str | Path, deadline: float = 60.0) -> Contender:
    """The oracle that misbehaves at one question, described by a TOML file as a user's engine is."""
    command = json.dumps([sys.executable, str(FRAGILE), behaviour, *map(str, arguments)])
    descriptor = folder / "moteur.toml"
    descriptor.write_text(
        f'name = "fragile"\ntransport = "command"\ncommand = {command}\ndeadline_seconds = {deadline}\n',
        encoding="utf-8",
    )
    return find_engine(str(descriptor))


def corpus_run(engine: Contender, out: Path, *numbers: int) -> tuple[RunResult, StoredRun]:
    """Ask some cases of the corpus and nothing else; the result, and the record read back."""
    result = run(engine, cases(*(numbers or FIVE)), out, suites=["corpus"])
    return result, read_run(out)


def verdicts(stored: StoredRun) -> dict[str, str]:
    return {line["id"]: line["verdict"] for line in stored.cases}


@pytest.mark.parametrize(
    ("behaviour", "verdict"), [("die", "PANNE"), ("garble", "REPONSE_INVALIDE"), ("hang", "DELAI")]
)
def test_an_engine_that_fails_at_one_question_loses_that_one_and_no_other(
    behaviour: str, verdict: str, tmp_path: Path
) -> None:
    engine = fragile(tmp_path, behaviour, "MAL-0003", deadline=1.5)
    result, stored = corpus_run(engine, tmp_path / "run")
    assert (result.planned, result.judged, result.valid) == (5, 5, True)
    assert verdicts(stored) == {f"MAL-{n:04d}": "CONFORME" for n in FIVE} | {"MAL-0003": verdict}
    assert [(finding.cas, finding.verdicts) for finding in result.findings] == [(("MAL-0003",), (verdict,))]
    assert result.exit_code == 1
    assert stored.footer["incidents"]


def test_an_engine_that_dies_at_every_question_is_refused_for_one_cause(tmp_path: Path) -> None:
    result, stored = corpus_run(fragile(tmp_path, "die", "all"), tmp_path / "run", 1, 2, 3)
    assert set(verdicts(stored).values()) == {"PANNE"}
    (finding,) = result.findings
    assert (finding.regle, len(finding.cas), result.exit_code) == (None, 3, 1)


@pytest.mark.parametrize(("where", "judged", "code"), [("MAL-0003", 2, 4), ("MAL-0001", 0, 3)])
def test_an_engine_that_cannot_be_asked_any_more_makes_the_run_incomplete_and_keeps_what_was_judged(
    where: str, judged: int, code: int, tmp_path: Path
) -> None:
    engine = fragile(tmp_path, "die_for_good", where, tmp_path / "flag")
    result, stored = corpus_run(engine, tmp_path / "run")
    assert (result.planned, result.judged, result.valid, result.exit_code) == (5, judged, False, code)
    assert verdicts(stored) == {f"MAL-{n:04d}": "CONFORME" for n in FIVE[:judged]}
    assert not stored.valid
    assert (stored.footer["planned"], stored.footer["judged"], stored.footer["valid"]) == (5, judged, False)
    assert "no licence found" in stored.footer["interrupted"]


def test_an_engine_that_does_not_start_is_unusable_and_leaves_no_record(tmp_path: Path) -> None:
    (tmp_path / "flag").touch()
    engine = fragile(tmp_path, "die_for_good", "all", tmp_path / "flag")
    with pytest.raises(EngineUnusable, match="no licence found"):
        run(engine, cases(1), tmp_path / "run", suites=["corpus"])
    with pytest.raises(RunUnreadable, match=RESULTS):
        read_run(tmp_path / "run")


def test_a_run_that_is_stopped_by_hand_keeps_what_was_judged(tmp_path: Path) -> None:
    on_disk: list[int] = []

    def tick() -> None:
        written = [json.loads(line) for line in (tmp_path / RESULTS).read_text(encoding="utf-8").splitlines()]
        on_disk.append(sum(line["type"] == "case" for line in written))
        if len(on_disk) == 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(contender(), cases(*FIVE), tmp_path, suites=["corpus"], progress=Progress(lambda *_: None, tick))
    assert on_disk == [1, 2, 3], "a judged case is on the disk before the next one is asked"
    stored = read_run(tmp_path)
    assert list(verdicts(stored)) == ["MAL-0001", "MAL-0002", "MAL-0003"]
    assert (stored.footer, stored.valid) == ({}, False)


def test_the_oracle_over_the_protocol_is_conform_but_where_the_law_is_not_known(tmp_path: Path) -> None:
    result = run(find_engine("etalon"), cases(1, 11, 17), tmp_path, random_count=60)
    unknown = {
        planned.id
        for planned in plan_random(CAPACITES, 60, 0)
        if liquider(planned.dossier, planned.au).avertissements
    }
    assert 0 < len(unknown) < 30
    found = verdicts(read_run(tmp_path))
    assert {name for name, verdict in found.items() if verdict == "INDECIDABLE"} == unknown
    assert set(found.values()) == {"CONFORME", "INDECIDABLE"}
    assert (result.planned, result.judged, result.exit_code) == (63, 63, 0)


def test_the_record_says_what_was_run_and_counts_what_it_holds(tmp_path: Path) -> None:
    result = run(contender("jours_decales"), cases(1, 2), tmp_path, random_count=3, seed=7)
    lines = [json.loads(line) for line in (tmp_path / RESULTS).read_text(encoding="utf-8").splitlines()]
    kinds = [line["type"] for line in lines]
    assert (kinds[0], kinds[-1]) == ("header", "footer")
    assert Counter(kinds)["case"] == result.planned == 5
    stored = read_run(tmp_path)
    assert stored.valid
    assert (stored.header["engine"], stored.header["nom"]) == ("moteur", "faute:jours_decales")
    assert (stored.header["seed"], stored.header["planned"]) == (7, 5)
    assert stored.footer["verdicts"] == dict(Counter(verdicts(stored).values())) == result.verdicts
    assert (stored.footer["planned"], stored.footer["judged"], stored.footer["interrupted"]) == (5, 5, None)
    assert [finding["diagnostic"] for finding in stored.findings] == ["jours_decales"]


def test_a_finding_gives_the_command_that_asks_its_witness_again(tmp_path: Path) -> None:
    folder = tmp_path / "a folder"
    run(contender("jours_decales"), cases(1), folder, suites=["corpus"])
    (finding,) = read_run(folder).findings
    assert shlex.split(finding["commande"]) == ["etalon", "replay", str(folder), "MAL-0001"]


def test_the_folder_of_a_run_is_private_even_when_it_was_there_before(tmp_path: Path) -> None:
    for folder in (tmp_path / "new" / "run", tmp_path / "old"):
        if folder.name == "old":
            folder.mkdir(mode=0o755)
        run(contender(), cases(1), folder, suites=["corpus"])
        assert folder.stat().st_mode & 0o777 == 0o700


def test_the_same_seed_gives_the_same_questions_and_the_same_verdicts(tmp_path: Path) -> None:
    def questions(name: str, seed: int) -> list[tuple[str, str, Any]]:
        engine = contender("carence_a_chaque_avis")
        run(
            engine, cases(11), tmp_path / name, random_count=15, seed=seed
        )  # a curated witness: none is reduced
        generated = [line for line in read_run(tmp_path / name).cases if line["suite"] == "aleatoire"]
        assert len(generated) == 15
        return [(line["id"], line["verdict"], line["dossier"]) for line in generated]

    first = questions("first", 3)
    assert questions("again", 3) == first
    assert [dossier for *_, dossier in questions("other", 4)] != [dossier for *_, dossier in first]


def test_the_witness_of_generated_dossiers_is_reduced_and_recorded(tmp_path: Path) -> None:
    result = run(contender("jours_decales"), [], tmp_path, suites=["aleatoire"], random_count=4, seed=1)
    (finding,) = result.findings
    stored = read_run(tmp_path)
    (witness,) = stored.witnesses
    assert witness["id"] == finding.temoin.question.id
    assert witness["id"] not in finding.cas
    assert stored.find(witness["id"]) == witness
    sizes = [len(json.dumps(line["dossier"])) for line in stored.cases]
    assert len(json.dumps(witness["dossier"])) <= min(sizes)
    assert witness["verdict"] == "ECART"


def test_an_engine_lost_while_a_witness_is_reduced_costs_the_reduction_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lost(*_: object) -> Judgement:
        raise EngineUnusable("it does not restart")

    def reduced(*arguments: Any) -> Any:
        smallest = reduire(*arguments)
        monkeypatch.setattr(campaign, "ask_and_judge", lost)
        return smallest

    monkeypatch.setattr(campaign, "reduire", reduced)
    result = run(contender("jours_decales"), [], tmp_path, suites=["aleatoire"], random_count=2, seed=1)
    assert (result.judged, result.exit_code) == (2, 1)
    (finding,) = read_run(tmp_path).findings
    assert finding["temoin"] in finding["cas"]


def strings(value: Any) -> list[str]:
    """Every text of a case that vouches for something or tells of it, long enough not to be met by chance."""
    if isinstance(value, dict):
        return [text for each in value.values() for text in strings(each)]
    if isinstance(value, list | tuple):
        return [text for each in value for text in strings(each)]
    return [value] if isinstance(value, str) and len(value) > 20 else []


def test_nothing_that_a_case_states_reaches_the_engine(tmp_path: Path) -> None:
    received = tmp_path / "received.jsonl"
    engine = fragile(tmp_path, "well", "none", "--received", received)
    numbers = (1, 11, 15, 17, 97)
    corpus_run(engine, tmp_path / "run", *numbers)
    messages = [json.loads(line) for line in received.read_text(encoding="utf-8").splitlines()]
    asked = [each for message in messages for each in message.get("dossiers", ())]
    assert len(asked) == len(numbers) + 1  # a history is asked at two dates
    assert all(set(each) == {"cas", "dossier", "au"} for each in asked)
    assert all(set(each["dossier"]) == {"assure", "pieces"} for each in asked)
    assert {key for message in messages for key in message} <= {
        "op",
        "seq",
        "protocole",
        "dossiers",
        "lectures",
    }
    assert all(message.get("lectures", {}) == {} for message in messages)
    heard = "\n".join(json.dumps(message, ensure_ascii=False) for message in messages)
    for number in numbers:
        cas = case(f"MAL-{number:04d}").cas
        told = cas.model_dump(mode="json", exclude={"dossier", "cas", "au"})
        told["derivation"] = cas.derivation.splitlines()
        kept = strings(told)
        assert cas.titre in kept
        assert [text for text in kept if text in heard] == []


def without_history(listener: list[Json]) -> Contender:
    """An engine that follows no history, and what it receives."""

    def listen(request: Json, answer: Json) -> Json:
        listener.extend(request.get("dossiers", ()))
        return claiming(historique="aucun")(request, answer)

    return contender(alter=listen)


def test_an_engine_that_follows_no_history_receives_only_the_documents_in_force() -> None:
    seen: list[Json] = []
    wrong = attestation(paies("2024-06", "1000.00", "1000.00", "1000.00"))
    right = attestation(id="p4", recue_le="2024-09-10", remplace="p3")
    other = avis("2024-09-25", "2024-09-26", id="p5", arret="S2")
    withdrawn = {"id": "p6", "type": "avis_arret", "recue_le": "2024-09-26", "annule": "p5"}
    late = avis("2024-09-21", "2024-10-10", id="p7", recue_le="2024-10-01", nature="prolongation")
    asked = drawn(dossier(activite(), avis(), wrong, right, other, withdrawn, late), "2024-09-30")
    with without_history(seen).open() as engine:
        assert ask_and_judge(engine, asked).verdict == "CONFORME"
    pieces = seen[0]["dossier"]["pieces"]
    assert [piece["id"] for piece in pieces] == ["p1", "p2", "p4"]
    assert not any({"remplace", "annule"} & piece.keys() for piece in pieces)


def test_an_engine_that_follows_no_history_is_not_blamed_for_movements_it_did_not_receive() -> None:
    seen: list[Json] = []
    asked = drawn(dossier(activite(), avis(), attestation(), mouvement("100.00")))
    with without_history(seen).open() as engine:
        judgement = ask_and_judge(engine, asked)
    assert "mouvement" not in {piece["type"] for piece in seen[0]["dossier"]["pieces"]}
    assert judgement.verdict == "CONFORME"


def test_questions_left_out_by_the_engine_s_claims_are_judged_so_and_never_sent(tmp_path: Path) -> None:
    seen: list[Json] = []

    def listen(request: Json, answer: Json) -> Json:
        seen.extend(request.get("dossiers", ()))
        return claiming(periode={"debut": "2025-01-01", "fin": "2025-12-31"})(request, answer)

    result = run(contender(alter=listen), cases(*FIVE), tmp_path, suites=["corpus"])
    assert result.verdicts == {"HORS_CHAMP": 3, "CONFORME": 2}
    assert [each["cas"] for each in seen] == ["MAL-0003", "MAL-0004"]
    assert (result.valid, result.exit_code) == (True, 0)


def test_two_questions_of_one_name_are_refused_before_anything_is_asked(tmp_path: Path) -> None:
    one = case("MAL-0001")
    with pytest.raises(ValueError, match="MAL-0001"):
        run(contender(), [one, replace(one, chemin=Path("elsewhere.yaml"))], tmp_path, suites=["corpus"])


def test_progress_is_told_stage_by_stage_and_ends_where_it_said(tmp_path: Path) -> None:
    stages: list[list[Any]] = []
    progress = Progress(
        lambda name, total: stages.append([name, total, 0]),
        lambda: stages[-1].__setitem__(2, stages[-1][2] + 1),
    )
    run(contender("jours_decales"), cases(1, 2), tmp_path, random_count=2, progress=progress)
    names = [name for name, *_ in stages]
    assert names == ["dossiers engendrés", "questions", "diagnostic"]
    assert all(total == ticks for _, total, ticks in stages[1:])
    assert stages[1][1] == 4


def test_only_the_suites_that_are_chosen_are_asked(tmp_path: Path) -> None:
    only_drawn = run(contender(), cases(1), tmp_path / "a", suites=["aleatoire"], random_count=2)
    nothing = run(contender(), cases(1), tmp_path / "b", suites=["aleatoire"], random_count=0)
    assert (only_drawn.planned, nothing.planned, nothing.exit_code) == (2, 0, 0)
