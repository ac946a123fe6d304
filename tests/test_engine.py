"""The engine: whatever it does, one case is lost at most, and the next ones get their own answers."""

import sys
from pathlib import Path
from typing import Any

import pytest

from sut_adapters.engine import Engine
from sut_adapters.outcomes import (
    Answer,
    Crashed,
    EngineUnusable,
    Failed,
    Invalid,
    Outcome,
    OutOfScope,
    Question,
    Refused,
    Rendered,
    TimedOut,
)
from sut_adapters.protocol import LiquiderRequest
from sut_adapters.transports import Transport
from sut_adapters.transports.command import CommandTransport

FAKE = Path(__file__).parent / "fake_engines" / "moteur.py"
SHORT = 0.3
PATIENT = 30.0


class Hurried:
    """A transport that gives the guilty case little time, the others all they need however busy the machine."""

    def __init__(self, transport: Transport, guilty: str) -> None:
        self.transport = transport
        self.guilty = f'"cas":"{guilty}"'

    def request(self, line: str, deadline: float) -> str:
        return self.transport.request(line, SHORT if self.guilty in line else deadline)

    def close(self) -> None:
        self.transport.close()

    def stderr(self) -> str:
        return self.transport.stderr()


def engine(behaviour: str, case: str = "k", flag: Path | None = None, **options: Any) -> Engine:
    command = [sys.executable, "-IS", str(FAKE), behaviour, case, *([str(flag)] if flag else [])]

    def start() -> Transport:
        transport = CommandTransport(command, max_line_bytes=2**20)
        return Hurried(transport, case) if behaviour in {"hang", "drip", "late"} else transport

    deadlines: dict[str, Any] = {"deadline_seconds": PATIENT, "start_deadline_seconds": PATIENT}
    return Engine(start, **deadlines | options)


def cases(*names: str) -> list[Question]:
    return [Question(name, {"of": name}, "2025-01-31") for name in names]


def echo(name: str) -> Rendered:
    """What a fake engine in good order answers: the dossier of the very case."""
    return Rendered({"echo": {"of": name}})


def outcomes(answers: list[Answer]) -> dict[str, Outcome]:
    return {answer.cas: answer.outcome for answer in answers}


def test_an_engine_in_good_order_answers_each_case_with_one_process() -> None:
    with engine("well_behaved") as asked:
        answers = asked.ask(cases("a", "k", "z"))
        assert (asked.hello.nom, asked.hello.version) == ("fake", "1")
        assert asked.capacites.champs_rendus == ("taux",)
    assert [(answer.cas, answer.outcome) for answer in answers] == [(n, echo(n)) for n in ("a", "k", "z")]
    assert all(answer.seconds > 0 and answer.stderr == "" for answer in answers)
    assert asked.incidents == ()


@pytest.mark.parametrize(
    ("behaviour", "lost"),
    [
        ("die", Crashed("ended with exit code 7")),
        ("die_midway", Crashed("ended with exit code 7")),
        ("killed", Crashed("ended by SIGTERM")),
        ("hang", TimedOut(PATIENT)),
        ("drip", TimedOut(PATIENT)),
        ("late", TimedOut(PATIENT)),
        ("garbage", "not JSON"),
        ("empty", "an empty line"),
        ("wrong_seq", "seq: 3; accepted: 2"),
        ("previous", "seq: 1; accepted: 2"),
        ("previous_case", "no answer to 'k'; an answer to 'before', which was not asked"),
        ("missing", "no answer to 'k'"),
        ("twice", "2 answers to 'k'"),
        ("two_lines", "more than one line"),
        ("two_kinds", "exactly one of"),
        ("shapeless", "reponses: "),
        ("nan", "NaN"),
        ("not_utf8", "not UTF-8"),
        ("huge", "more than 1048576 bytes"),
    ],
)
def test_exactly_one_case_is_lost_and_the_following_ones_are_answered(
    behaviour: str, lost: Outcome | str
) -> None:
    with engine(behaviour) as asked:
        found = outcomes(asked.ask(cases("a", "k", "y", "z")))
    of_k = found.pop("k")
    assert found == {name: echo(name) for name in ("a", "y", "z")}
    if isinstance(lost, str):
        assert isinstance(of_k, Invalid)
        assert lost in of_k.reason
    else:
        assert of_k == lost


@pytest.mark.parametrize(
    ("behaviour", "outcome"),
    [
        ("refuse", Refused("illisible")),
        ("out_of_scope", OutOfScope("maternité")),
        ("fail", Failed("NullPointerException")),
    ],
)
def test_an_engine_that_says_why_it_renders_nothing_is_believed_and_goes_on(
    behaviour: str, outcome: Outcome
) -> None:
    with engine(behaviour) as asked:
        found = outcomes(asked.ask(cases("a", "k", "z")))
    assert found == {"a": echo("a"), "k": outcome, "z": echo("z")}
    assert asked.incidents == ()


@pytest.mark.parametrize("behaviour", ["die", "killed", "die_midway"])
def test_a_case_lost_once_is_asked_again_and_answered(behaviour: str, tmp_path: Path) -> None:
    with engine(behaviour, "k", tmp_path / "flag") as asked:
        found = outcomes(asked.ask(cases("a", "k", "z")))
    assert found == {name: echo(name) for name in ("a", "k", "z")}
    assert len(asked.incidents) == 1


def test_an_invalid_answer_is_not_asked_again(tmp_path: Path) -> None:
    with engine("garbage", "k", tmp_path / "flag") as asked:
        (answer,) = asked.ask(cases("k"))
    assert isinstance(answer.outcome, Invalid)


def test_an_engine_that_dies_on_every_case_loses_every_case_and_the_run_goes_on() -> None:
    with engine("die", "all") as asked:
        answers = asked.ask(cases("a", "b", "c"))
    assert [answer.outcome for answer in answers] == [Crashed("ended with exit code 7")] * 3


def test_an_engine_that_ends_after_each_answer_loses_no_case() -> None:
    with engine("die_after", "all") as asked:
        found = outcomes(asked.ask(cases("a", "b", "c")))
    assert found == {name: echo(name) for name in ("a", "b", "c")}


def test_an_engine_silent_on_every_case_loses_every_case_after_the_deadline_it_was_given() -> None:
    with engine("hang", "all", deadline_seconds=SHORT) as asked:
        answers = asked.ask(cases("a", "b"))
    assert [answer.outcome for answer in answers] == [TimedOut(SHORT)] * 2
    assert all(answer.seconds >= SHORT for answer in answers)


def test_an_answer_that_comes_too_late_is_never_that_of_the_next_case() -> None:
    with engine("late", "a") as asked:
        answers = asked.ask(cases("a", "b"))
        again = asked.ask(cases("c"))
    assert outcomes(answers + again) == {"a": TimedOut(PATIENT), "b": echo("b"), "c": echo("c")}


def test_what_is_written_on_stderr_is_attached_to_its_case_and_judged_by_nobody() -> None:
    with engine("whisper") as asked:
        answers = asked.ask(cases("a", "k", "z"))
    assert [answer.stderr for answer in answers] == ["", "about k", ""]
    assert outcomes(answers)["k"] == echo("k")


def test_a_megabyte_on_stderr_is_cut_and_costs_nothing() -> None:
    with engine("loud") as asked:
        answers = asked.ask(cases("a", "k", "z"))
    assert outcomes(answers) == {name: echo(name) for name in ("a", "k", "z")}
    assert 60_000 < len(answers[1].stderr) < 70_000
    assert answers[2].stderr == ""


def test_both_attempts_leave_their_stderr() -> None:
    with engine("whisper_and_die") as asked:
        answers = asked.ask(cases("a", "k"))
    assert answers[1].outcome == Crashed("ended with exit code 7")
    assert answers[1].stderr == "about kabout k"


@pytest.mark.parametrize(
    ("behaviour", "reason"),
    [
        ("exit_at_start", r"hello: .*exit code 4 \(stderr: no licence found\)"),
        ("never_says_hello", r"no answer to hello within 0\.3 s"),
        ("noise_on_stdout", "hello: .*'Starting, please wait'"),
        ("unknown_capability", r"hello: capacites\.champs_rendus\[0\].*'montant'"),
        ("protocol_2", r"hello: protocole: .*accepted: 1 \(got '2'\)"),
    ],
)
def test_an_engine_that_cannot_be_greeted_is_unusable_and_the_reason_is_clear(
    behaviour: str, reason: str
) -> None:
    patience = SHORT if behaviour == "never_says_hello" else PATIENT
    with pytest.raises(EngineUnusable, match=reason), engine(behaviour, start_deadline_seconds=patience):
        pass


def test_a_program_that_is_not_there_is_unusable() -> None:
    with (
        pytest.raises(EngineUnusable, match="no-such-program"),
        Engine(lambda: CommandTransport(["no-such-program"])),
    ):
        pass


def test_noise_on_stderr_at_start_is_no_obstacle() -> None:
    with engine("noise_on_stderr") as asked:
        assert outcomes(asked.ask(cases("a"))) == {"a": echo("a")}


def test_an_engine_that_cannot_be_restarted_stops_the_run_and_keeps_the_answers(tmp_path: Path) -> None:
    with (
        engine("die_for_good", "k", tmp_path / "flag", max_failed_starts=2) as asked,
        pytest.raises(EngineUnusable, match=r"2 restarts in a row without a hello.*no licence") as caught,
    ):
        asked.ask(cases("a", "b", "k", "z"))
    assert outcomes(list(caught.value.answers)) == {"a": echo("a"), "b": echo("b")}
    assert "no licence found" in caught.value.stderr


def test_an_engine_that_presents_itself_otherwise_when_restarted_is_unusable(tmp_path: Path) -> None:
    with (
        engine("changes_name", "k", tmp_path / "flag") as asked,
        pytest.raises(EngineUnusable, match="no longer presents itself as it did"),
    ):
        asked.ask(cases("k"))


def test_readings_are_sent_as_far_as_they_are_declared() -> None:
    wanted = {"arrondi_ij": "troncature", "arrondi_net": "par_jour"}
    with engine("show_request") as asked:
        assert asked.told(wanted) == {"arrondi_ij": "troncature"}
        assert asked.told({"arrondi_ij": "base_arrondie"}) == {}
        (answer,) = asked.ask(cases("k"), lectures=wanted)
    assert request_of(answer)["lectures"] == {"arrondi_ij": "troncature"}


def test_an_engine_that_declares_no_reading_is_never_told_of_readings() -> None:
    with engine("no_lecture") as asked:
        (answer,) = asked.ask(cases("k"), lectures={"arrondi_ij": "troncature"})
    assert "lectures" not in request_of(answer)


def test_the_engine_receives_the_dossier_and_the_date_and_nothing_else() -> None:
    with engine("show_request") as asked:
        (answer,) = asked.ask([Question("k", {"assure": {}}, "2025-01-31")])
    request = request_of(answer)
    assert request["dossiers"] == [{"cas": "k", "dossier": {"assure": {}}, "au": "2025-01-31"}]
    assert request.keys() == {"op", "seq", "dossiers", "lectures"}
    LiquiderRequest.model_validate(request)


def request_of(answer: Answer) -> Any:
    assert isinstance(answer.outcome, Rendered)
    return answer.outcome.resultat["request"]


def test_a_result_of_the_wrong_shape_is_invalid_and_the_process_goes_on() -> None:
    def validate(resultat: dict[str, Any], champs_rendus: Any) -> list[str]:
        assert champs_rendus == ("taux",)
        return [f"fault {n}" for n in range(8)] if resultat["echo"]["of"] == "k" else []

    with engine("well_behaved", validate_result=validate) as asked:
        found = outcomes(asked.ask(cases("a", "k", "z")))
    assert found["k"] == Invalid("resultat: fault 0; fault 1; fault 2; fault 3; fault 4; and 3 more")
    assert (found["a"], found["z"]) == (echo("a"), echo("z"))
    assert asked.incidents == ()


def test_a_batch_gives_each_case_its_own_answer_in_the_order_asked() -> None:
    with engine("reversed_batch", batch=3) as asked:
        answers = asked.ask(cases("a", "k", "y", "z"))
    assert [(answer.cas, answer.outcome) for answer in answers] == [
        (n, echo(n)) for n in ("a", "k", "y", "z")
    ]


@pytest.mark.parametrize("behaviour", ["die", "missing", "twice", "hang"])
def test_a_batch_that_goes_wrong_is_asked_case_by_case(behaviour: str) -> None:
    with engine(behaviour, batch=2) as asked:
        found = outcomes(asked.ask(cases("a", "k", "y", "z", "last")))
    assert isinstance(found.pop("k"), Crashed | TimedOut | Invalid)
    assert found == {name: echo(name) for name in ("a", "y", "z", "last")}


def test_the_same_case_may_be_asked_twice_and_never_meets_itself_in_a_message() -> None:
    with engine("show_request", "all", batch=4) as asked:
        answers = asked.ask(cases("a", "b", "a", "b", "c"))
    assert [answer.cas for answer in answers] == ["a", "b", "a", "b", "c"]
    messages = [[each["cas"] for each in request_of(answer)["dossiers"]] for answer in answers]
    assert messages == [["a", "b"]] * 2 + [["a", "b", "c"]] * 3


def test_what_json_cannot_hold_is_the_fault_of_whoever_asks_and_costs_no_process() -> None:
    with engine("well_behaved") as asked:
        with pytest.raises(TypeError, match="set"):
            asked.ask([Question("a", {"x": {1}}, "2025-01-31")])
        assert outcomes(asked.ask(cases("b"))) == {"b": echo("b")}
    assert asked.incidents == ()


def test_an_engine_that_does_not_answer_bye_is_ended_anyway(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sut_adapters.session._BYE_SECONDS", SHORT)
    with engine("no_bye") as asked:
        asked.ask(cases("a"))
    assert [incident.split(":")[0] for incident in asked.incidents] == ["bye"]
    asked.close()


def test_an_engine_is_asked_only_inside_a_with_statement() -> None:
    with pytest.raises(RuntimeError, match="with statement"):
        engine("well_behaved").ask(cases("a"))


@pytest.mark.parametrize("options", [{"batch": 0}, {"max_failed_starts": 0}])
def test_counts_below_one_are_refused(options: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="at least 1"):
        engine("well_behaved", **options)
