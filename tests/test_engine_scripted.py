"""What an engine does rarely, played from a script: lines out of turn, ends between two cases, wrong numbers."""

import json

import pytest

from sut_adapters.engine import Engine
from sut_adapters.outcomes import (
    EngineUnusable,
    Invalid,
)
from sut_adapters.transports import DeadlinePassed, NotAsked
from tests.test_engine import cases, echo, outcomes


class Scripted:
    """A transport that plays what is rare: each item is a line, or an error to raise."""

    def __init__(self, *script: str | Exception) -> None:
        self.script = list(script)
        self.numbers: list[int] = []

    def request(self, line: str, deadline: float) -> str:  # noqa: ARG002  # the script decides
        self.numbers.append(json.loads(line)["seq"])
        found = self.script.pop(0)
        if isinstance(found, Exception):
            raise found
        return found.replace("SEQ", str(self.numbers[-1]))

    def close(self) -> None:
        self.script.clear()

    def stderr(self) -> str:
        return ""


HELLO = '{"seq":SEQ,"nom":"x","version":"1","protocole":1,"capacites":{"champs_rendus":["taux"]}}'
BYE = '{"seq":SEQ}'


def right(name: str) -> str:
    return f'{{"seq":SEQ,"reponses":[{{"cas":"{name}","resultat":{{"echo":{{"of":"{name}"}}}}}}]}}'


def scripted(*processes: Scripted) -> Engine:
    return Engine(iter(processes).__next__)


def test_a_line_found_before_the_next_request_spoils_the_answer_it_followed_and_no_other() -> None:
    unasked = NotAsked("wrote", unasked="{}")
    processes = Scripted(HELLO, right("a"), right("b"), unasked), Scripted(HELLO, right("c"), BYE)
    with scripted(*processes) as asked:
        found = outcomes(asked.ask(cases("a", "b", "c")))
    assert found == {"a": echo("a"), "b": Invalid("a second line after its answer: '{}'"), "c": echo("c")}


def test_an_engine_found_ended_before_the_request_still_has_both_attempts() -> None:
    ended = NotAsked("ended with exit code 0")
    processes = (
        Scripted(HELLO, right("a"), ended),
        Scripted(HELLO, NotAsked("ended with exit code 1")),
        Scripted(HELLO, right("b"), BYE),
    )
    with scripted(*processes) as asked:
        found = outcomes(asked.ask(cases("a", "b")))
    assert found == {"a": echo("a"), "b": echo("b")}
    assert len(asked.incidents) == 2


def test_a_case_that_met_silence_once_is_asked_again_and_answered() -> None:
    processes = Scripted(HELLO, right("a"), DeadlinePassed()), Scripted(HELLO, right("b"), right("c"), BYE)
    with scripted(*processes) as asked:
        found = outcomes(asked.ask(cases("a", "b", "c")))
    assert found == {name: echo(name) for name in ("a", "b", "c")}


def test_a_hello_with_the_number_of_another_message_makes_the_engine_unusable() -> None:
    with (
        pytest.raises(EngineUnusable, match="hello: seq: 7; accepted: 0"),
        scripted(Scripted(HELLO.replace("SEQ", "7"))),
    ):
        pass


def test_a_bye_with_the_number_of_another_message_is_an_incident() -> None:
    with scripted(Scripted(HELLO, '{"seq":9}')) as asked:
        pass
    assert asked.incidents == ("bye: seq: 9; accepted: 1, that of the request",)


def test_an_engine_that_speaks_out_of_turn_in_two_processes_gives_an_invalid_answer() -> None:
    unasked = NotAsked("wrote on stdout what nobody had asked for: '{}'", unasked="{}")
    processes = Scripted(HELLO, unasked), Scripted(HELLO, unasked), Scripted(HELLO, right("b"), BYE)
    with scripted(*processes) as asked:
        found = outcomes(asked.ask(cases("a", "b")))
    assert found == {"a": Invalid(str(unasked)), "b": echo("b")}


def test_the_numbers_of_messages_grow_even_over_restarts() -> None:
    processes = Scripted(HELLO, "x"), Scripted(HELLO, NotAsked("ended")), Scripted(HELLO, right("b"), BYE)
    with scripted(*processes) as asked:
        asked.ask(cases("a", "b"))
    numbers = [number for process in processes for number in process.numbers]
    assert numbers == list(range(7))
