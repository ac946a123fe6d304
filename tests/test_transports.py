"""The transports: bounded in time and in size, and leaving no process behind."""

import json
import os
import select
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from sut_adapters.transports import (
    CannotStart,
    DeadlinePassed,
    EngineGone,
    NotAsked,
    Transport,
    UnreadableAnswer,
)
from sut_adapters.transports.command import CommandTransport
from sut_adapters.transports.python import python_transport

FAKE = Path(__file__).parent / "fake_engines" / "moteur.py"
PATIENT = 30.0
SHORT = 0.3


@contextmanager
def fake(behaviour: str, *arguments: str, **options: Any) -> Iterator[CommandTransport]:
    transport = CommandTransport([sys.executable, "-IS", str(FAKE), behaviour, *arguments], **options)
    try:
        yield transport
    finally:
        transport.close()


@contextmanager
def python(folder: Path, source: str, target: str = "engine:compute") -> Iterator[CommandTransport]:
    (folder / "engine.py").write_text(source, encoding="utf-8")
    transport = python_transport(target, path=[folder])
    try:
        yield transport
    finally:
        transport.close()


def hello(transport: Transport) -> Any:
    return json.loads(transport.request('{"op":"hello","seq":0,"protocole":1}', PATIENT))


def about(case: str, dossier: Any = None, **more: Any) -> str:
    asked = [{"cas": case, "dossier": dossier or {}, "au": "2025-01-31"}]
    return json.dumps({"op": "liquider", "seq": 1, "dossiers": asked, **more})


def answer(transport: Transport, case: str = "k", **more: Any) -> Any:
    (found,) = json.loads(transport.request(about(case, **more), PATIENT))["reponses"]
    return found


def test_a_line_is_answered_by_a_line() -> None:
    with fake("well_behaved") as transport:
        assert hello(transport)["nom"] == "fake"
        assert answer(transport) == {"cas": "k", "resultat": {"echo": {}}}


def test_lines_larger_than_a_pipe_travel_both_ways() -> None:
    dossier = {"texte": "é" * 300_000}
    with fake("well_behaved") as transport:
        assert answer(transport, dossier=dossier)["resultat"]["echo"] == dossier


def test_a_program_that_does_not_exist_cannot_start(tmp_path: Path) -> None:
    with pytest.raises(CannotStart, match="no-such-program"):
        CommandTransport([str(tmp_path / "no-such-program")])


def test_a_file_that_is_no_program_cannot_start(tmp_path: Path) -> None:
    (tmp_path / "text").write_text("x")
    with pytest.raises(CannotStart, match="Permission denied"):
        CommandTransport([str(tmp_path / "text")])


def test_silence_ends_at_the_deadline() -> None:
    with fake("hang") as transport:
        hello(transport)
        with pytest.raises(DeadlinePassed):
            transport.request(about("k"), SHORT)


def test_bytes_without_an_end_of_line_do_not_extend_the_deadline() -> None:
    with fake("drip") as transport:
        hello(transport)
        with pytest.raises(DeadlinePassed):
            transport.request(about("k"), SHORT)


def test_an_engine_that_reads_nothing_does_not_block_the_sender() -> None:
    with fake("deaf") as transport:
        hello(transport)
        with pytest.raises(DeadlinePassed):
            transport.request(about("k", {"texte": "x" * 2**20}), SHORT)


def test_a_transport_that_failed_refuses_further_requests() -> None:
    with fake("late") as transport:
        hello(transport)
        with pytest.raises(DeadlinePassed):
            transport.request(about("k"), SHORT)
        with pytest.raises(NotAsked):
            transport.request(about("next"), PATIENT)


@pytest.mark.parametrize(
    ("behaviour", "told"),
    [
        ("die", "exit code 7"),
        ("die_midway", "exit code 7"),
        ("killed", "SIGTERM"),
        ("close_stdout", "without ending"),
    ],
)
def test_an_engine_that_ends_says_how(behaviour: str, told: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if behaviour == "close_stdout":  # the others end at once; this one is waited for
        monkeypatch.setattr("sut_adapters.transports.command._GRACE_SECONDS", SHORT)
    with fake(behaviour) as transport:
        hello(transport)
        with pytest.raises(EngineGone, match=told):
            transport.request(about("k"), PATIENT)


def test_a_line_too_long_is_not_read_to_its_end() -> None:
    with fake("huge", max_line_bytes=2**18) as transport:
        hello(transport)
        with pytest.raises(UnreadableAnswer, match="more than 262144 bytes"):
            transport.request(about("k"), PATIENT)


def test_a_whole_line_that_is_too_long_is_refused_too() -> None:
    with fake("well_behaved", max_line_bytes=1000) as transport:
        hello(transport)
        with pytest.raises(UnreadableAnswer, match="more than 1000 bytes"):
            transport.request(about("k", {"texte": "x" * 2000}), PATIENT)


def test_bytes_that_are_not_utf8_are_refused_and_quoted() -> None:
    with fake("not_utf8") as transport:
        hello(transport)
        with pytest.raises(UnreadableAnswer, match=r"not UTF-8.*refus\ufffd"):
            transport.request(about("k"), PATIENT)


def test_two_lines_for_one_message_are_refused() -> None:
    with fake("two_lines") as transport:
        hello(transport)
        with pytest.raises(UnreadableAnswer, match="more than one line"):
            transport.request(about("k"), PATIENT)


def test_what_nobody_asked_for_is_found_before_the_next_request() -> None:
    with fake("noise_on_stdout") as transport:
        select.select([transport._stdout], [], [], PATIENT)
        with pytest.raises(NotAsked, match="nobody had asked for: 'Starting, please wait'") as caught:
            hello(transport)
    assert caught.value.unasked == "Starting, please wait"


def test_an_answer_to_a_request_that_is_not_read_yet_is_refused() -> None:
    with fake("hasty") as transport:
        answer(transport)
        with pytest.raises(UnreadableAnswer, match="before it had read the whole request"):
            transport.request(about("next", {"texte": "x" * 2**20}), PATIENT)


def test_a_request_holds_no_end_of_line() -> None:
    with fake("well_behaved") as transport, pytest.raises(ValueError, match="end of line"):
        transport.request("{}\n{}", PATIENT)


def test_stderr_is_captured_between_two_calls() -> None:
    with fake("whisper", "all") as transport:
        answer(transport, "one")
        assert transport.stderr() == "about one"
        answer(transport, "two")
        assert transport.stderr() == "about two"
        assert transport.stderr() == ""


def test_a_flood_on_stderr_neither_blocks_nor_fills_the_memory() -> None:
    with fake("loud", max_stderr_bytes=1000) as transport:
        assert answer(transport)["cas"] == "k"
        text = transport.stderr()
    assert text.startswith("first\n")
    assert text.endswith("\nlast\n")
    assert "bytes left out" in text
    assert len(text) < 1100


def test_the_last_words_of_a_dead_engine_are_kept() -> None:
    with fake("exit_at_start") as transport:
        with pytest.raises((EngineGone, NotAsked), match="exit code 4"):
            hello(transport)
        transport.close()
        assert transport.stderr() == "no licence found\n"


@pytest.mark.parametrize("behaviour", ["well_behaved", "hang", "die"])
def test_no_process_is_left_behind(behaviour: str) -> None:
    with fake(behaviour) as transport:
        hello(transport)
        if behaviour != "well_behaved":
            with pytest.raises((DeadlinePassed, EngineGone)):
                transport.request(about("k"), SHORT)
    with pytest.raises(ChildProcessError):
        os.waitpid(transport._process.pid, os.WNOHANG)


def test_what_the_engine_started_ends_with_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sut_adapters.transports.command._GRACE_SECONDS", SHORT)
    pipe = tmp_path / "held"
    os.mkfifo(pipe)
    with fake("parent", str(pipe)) as transport:
        held = pipe.open("rb")  # returns once the grandchild has opened its end
        hello(transport)
    with held:
        assert select.select([held], [], [], PATIENT)[0], "the grandchild still holds the pipe"
        assert held.read() == b""


def test_what_the_engine_started_ends_even_when_the_engine_has_ended_first(tmp_path: Path) -> None:
    pipe = tmp_path / "held"
    os.mkfifo(pipe)
    with fake("orphan", str(pipe)) as transport:
        held = pipe.open("rb")
        with held:
            with pytest.raises((EngineGone, NotAsked), match="exit code 7"):
                hello(transport)
            assert select.select([held], [], [], PATIENT)[0], "the orphan still holds the pipe"
            assert held.read() == b""


def test_a_python_callable_is_asked_like_any_engine(tmp_path: Path) -> None:
    source = """
NOM, VERSION = "mien", 3
CAPACITES = {"champs_rendus": ["taux"]}
def compute(dossier, au):
    return {"au": au, "pieces": len(dossier["pieces"])}
"""
    with python(tmp_path, source) as transport:
        assert hello(transport) == {
            "seq": 0,
            "nom": "mien",
            "version": "3",
            "protocole": 1,
            "capacites": {"champs_rendus": ["taux"]},
        }
        found = answer(transport, dossier={"pieces": [1, 2]})
        assert found == {"cas": "k", "resultat": {"au": "2025-01-31", "pieces": 2}}
        assert transport.request('{"op":"bye","seq":2}', PATIENT) == '{"seq": 2}'


def test_a_python_module_may_say_nothing_of_itself(tmp_path: Path) -> None:
    with python(tmp_path, "def compute(dossier, au): return {}") as transport:
        said = hello(transport)
    assert (said["nom"], said["capacites"]["champs_rendus"]) == ("engine", ["decisions", "periodes"])


def test_what_a_python_engine_prints_goes_to_stderr(tmp_path: Path) -> None:
    source = """
import os, sys
print("at import")
def compute(dossier, au):
    print("in a case")
    sys.__stdout__.write("by the back door\\n"); sys.__stdout__.flush()
    os.system("echo from a child")
    os.write(1, b"by number\\n")
    return {}
"""
    with python(tmp_path, source) as transport:
        assert answer(transport) == {"cas": "k", "resultat": {}}
        text = transport.stderr()
    assert text.splitlines() == ["at import", "in a case", "by the back door", "from a child", "by number"]


def test_what_a_python_engine_prints_belongs_to_the_case_at_hand(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PYTHONUNBUFFERED", raising=False)
    with python(tmp_path, "def compute(dossier, au): print('here'); return {}") as transport:
        hello(transport)
        assert transport.stderr() == ""
        answer(transport)
        assert transport.stderr() == "here\n"


def test_a_python_engine_cannot_read_the_requests(tmp_path: Path) -> None:
    source = """
import sys
def compute(dossier, au):
    return {"read": sys.stdin.read()}
"""
    with python(tmp_path, source) as transport:
        assert answer(transport)["resultat"] == {"read": ""}
        assert answer(transport)["resultat"] == {"read": ""}


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("raise KeyError('brut')", "KeyError: 'brut'"),
        ("raise SystemExit(2)", "SystemExit: 2"),
        ("return [1]", "TypeError: the callable returned a list; accepted: a dict"),
        ("return {'x': {1}}", "TypeError: Object of type set is not JSON serializable"),
        ("return {'x': float('nan')}", "ValueError: Out of range float values are not JSON compliant"),
    ],
)
def test_an_exception_of_a_python_engine_is_its_answer(tmp_path: Path, body: str, message: str) -> None:
    with python(tmp_path, f"def compute(dossier, au): {body}") as transport:
        assert answer(transport)["erreur"]["message"].startswith(message)
        assert "Traceback" in transport.stderr()
        assert answer(transport, "next")["cas"] == "next"


@pytest.mark.parametrize("issue", ["refus", "hors_champ"])
def test_a_python_engine_refuses_by_returning_so(tmp_path: Path, issue: str) -> None:
    source = f"def compute(dossier, au): return {{'{issue}': {{'motif': 'm'}}}}"
    with python(tmp_path, source) as transport:
        assert answer(transport) == {"cas": "k", issue: {"motif": "m"}}


def test_a_python_engine_is_told_the_readings_only_when_they_are_sent(tmp_path: Path) -> None:
    with python(tmp_path, "def compute(dossier, au, **more): return more") as transport:
        assert answer(transport)["resultat"] == {}
        assert answer(transport, lectures={"arrondi_ij": "troncature"})["resultat"] == {
            "lectures": {"arrondi_ij": "troncature"}
        }


@pytest.mark.parametrize(
    ("target", "told"),
    [
        ("nulle_part:compute", "No module named 'nulle_part'"),
        ("engine:autre", "has no attribute 'autre'"),
        ("engine:X", "X is a int; accepted: a callable"),
    ],
)
def test_a_python_engine_that_cannot_be_loaded_says_why_on_stderr(
    tmp_path: Path, target: str, told: str
) -> None:
    with python(tmp_path, "X = 1", target) as transport:
        with pytest.raises((EngineGone, NotAsked), match="exit code 3"):
            hello(transport)
        transport.close()
        assert told in transport.stderr().splitlines()[-1]


def test_a_python_engine_sees_neither_our_path_nor_our_modules(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", "/somewhere/of/ours")
    (tmp_path / "command.py").write_text("WHOSE = 'of the engine'")
    source = """
import sys, command
def compute(dossier, au):
    return {"path": sys.path, "modules": sorted(sys.modules), "command": command.WHOSE}
"""
    with python(tmp_path, source) as transport:
        seen = answer(transport)["resultat"]
    assert seen["path"][0] == str(tmp_path)
    assert "/somewhere/of/ours" not in seen["path"]
    assert not [folder for folder in seen["path"] if "sut_adapters" in folder]
    assert not {"sut_adapters", "oracle", "pydantic"} & set(seen["modules"])
    assert seen["command"] == "of the engine"
