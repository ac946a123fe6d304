"""What is asked of an engine and what comes of it, as values.

Purpose: one vocabulary for whoever judges; nothing here says whether an answer is right.
"""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Question:
    """A case as an engine sees it: an id, a dossier in plain data, and the date ``au`` in ISO form."""

    cas: str
    dossier: dict[str, Any]
    au: str


@dataclass(frozen=True)
class Rendered:
    """The engine computed: a décompte, or the fields of it that it declares."""

    resultat: dict[str, Any]


@dataclass(frozen=True)
class Refused:
    """The engine holds that the dossier cannot be decided."""

    motif: str


@dataclass(frozen=True)
class OutOfScope:
    """The engine leaves this dossier to others."""

    motif: str


@dataclass(frozen=True)
class Failed:
    """The engine reported an error of its own (``erreur``)."""

    message: str


@dataclass(frozen=True)
class Crashed:
    """The engine ended before it answered, twice."""

    detail: str


@dataclass(frozen=True)
class TimedOut:
    """The engine had not answered after this many seconds, twice."""

    seconds: float


@dataclass(frozen=True)
class Invalid:
    """The engine answered something that the protocol does not admit."""

    reason: str


Outcome = Rendered | Refused | OutOfScope | Failed | Crashed | TimedOut | Invalid


@dataclass(frozen=True)
class Answer:
    """The outcome of one case.

    ``stderr``: what the engine wrote meanwhile, over both attempts when there were two; an attachment only.
    ``seconds``: how long the exchange that gave the outcome took, without restarts; a batch is shared evenly.
    """

    cas: str
    outcome: Outcome
    stderr: str
    seconds: float


class EngineUnusable(Exception):  # noqa: N818  # a finding about the engine, named as the reports name it
    """The engine cannot be asked: it does not start, or not say hello, or not the same one when restarted.

    ``reason`` says why in one line; ``stderr`` is the end of what it wrote.
    ``answers`` holds what the interrupted ``ask`` had already obtained, in order.
    """

    def __init__(self, reason: str, stderr: str = "", answers: tuple[Answer, ...] = ()) -> None:
        self.reason = reason
        self.stderr = stderr
        self.answers = answers
        last_line = stderr.strip().rpartition("\n")[2][-300:]
        super().__init__(f"{reason} (stderr: {last_line})" if last_line else reason)
