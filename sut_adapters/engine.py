"""An engine under test, asked case after case whatever it does.

Purpose: a faulty answer costs one case, the next meets a clean process, no answer is taken for another's.
"""

import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from types import TracebackType
from typing import Any, Self

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
from sut_adapters.protocol import Capacites, HelloResponse, LiquiderResponse, Reponse
from sut_adapters.session import Session, require_seq
from sut_adapters.transports import DeadlinePassed, NotAsked, Transport, TransportError, UnreadableAnswer
from sut_adapters.wire import BadMessage, encode, excerpt, read_message

ValidateResult = Callable[[dict[str, Any], Sequence[str]], list[str]]
"""``(resultat, champs_rendus) -> problems``: what is wrong with the shape of a décompte, if anything."""

_PROBLEMS_TOLD = 5


class _Lost(Exception):  # noqa: N818  # carries an outcome from one attempt to the next
    """No valid answer came, and the process was ended."""

    def __init__(self, outcome: Outcome, seconds: float) -> None:
        super().__init__()
        self.outcome = outcome
        self.seconds = seconds


class Engine:
    """Starts, asks, restarts and ends an engine; use it in a ``with`` statement, from one thread.

    ``start`` opens a transport and is called again for each restart.
    ``deadline_seconds`` is for one case, ``start_deadline_seconds`` for starting and saying hello.
    ``batch`` cases are put in one message; when that message goes wrong, its cases are asked one by one.
    ``max_failed_starts`` restarts in a row without a hello make the engine unusable.
    ``validate_result``: its problems make an answer ``Invalid``; the process, not at fault, goes on.
    """

    def __init__(
        self,
        start: Callable[[], Transport],
        *,
        deadline_seconds: float = 10.0,
        start_deadline_seconds: float = 60.0,
        batch: int = 1,
        max_failed_starts: int = 3,
        validate_result: ValidateResult | None = None,
    ) -> None:
        if batch < 1 or max_failed_starts < 1:
            raise ValueError(f"batch and max_failed_starts: at least 1; got {batch} and {max_failed_starts}")
        self._session = Session(
            start, start_deadline_seconds=start_deadline_seconds, max_failed_starts=max_failed_starts
        )
        self._deadline = deadline_seconds
        self._batch = batch
        self._validate_result = validate_result
        self._asked_at = 0.0

    def __enter__(self) -> Self:
        """Start the engine and say hello. Raises ``EngineUnusable``."""
        self._session.open()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Say bye and end the process; may be called again."""
        self._session.bye()

    @property
    def hello(self) -> HelloResponse:
        """What the engine said of itself: name, version, claims."""
        return self._session.hello

    @property
    def capacites(self) -> Capacites:
        """What the engine claims to handle."""
        return self.hello.capacites

    @property
    def incidents(self) -> tuple[str, ...]:
        """Every process that had to be ended and every restart that failed, in order, one line each."""
        return tuple(self._session.incidents)

    def told(self, lectures: Mapping[str, str]) -> dict[str, str]:
        """Of these readings, those that the engine is sent: those that it declares, with these values."""
        declared = self.capacites.lectures
        return {name: value for name, value in lectures.items() if value in declared.get(name, ())}

    def ask(self, cases: Sequence[Question], *, lectures: Mapping[str, str] | None = None) -> list[Answer]:
        """One answer for each case, in the order given.

        ``lectures`` are sent as far as ``told`` says.
        Raises ``EngineUnusable`` when the engine cannot be restarted, with the answers already obtained;
        ``TypeError`` or ``ValueError`` when a dossier holds what JSON cannot.
        """
        sent = self.told(lectures or {})
        answers: list[Answer] = []
        try:
            for message in _messages(cases, self._batch):
                self._ask_message(message, sent, answers)
        except EngineUnusable as unusable:
            raise EngineUnusable(unusable.reason, unusable.stderr, tuple(answers)) from None
        return answers

    def _ask_message(self, message: list[Question], sent: dict[str, str], answers: list[Answer]) -> None:
        if len(message) > 1:
            try:
                answers.extend(self._attempt(message, sent, answers))
            except _Lost:
                pass  # told in the incidents; which case is at fault shows below
            else:
                return
        for question in message:
            answers.append(self._ask_alone(question, sent, answers))

    def _ask_alone(self, question: Question, sent: dict[str, str], answers: list[Answer]) -> Answer:
        """Ask one case, and once more when the engine died or was silent."""
        try:
            return self._attempt([question], sent, answers)[0]
        except _Lost as first:
            lost = first
        if not isinstance(lost.outcome, Invalid):
            try:
                return self._attempt([question], sent, answers)[0]
            except _Lost as second:
                lost = second
        return Answer(question.cas, lost.outcome, self._session.take_stderr(), lost.seconds)

    def _attempt(self, message: list[Question], sent: dict[str, str], answers: list[Answer]) -> list[Answer]:
        """Put one message; when no valid answer comes, end the process and raise ``_Lost``."""
        outcome: Outcome
        try:
            seq, line = self._exchange(message, sent, answers)
            seconds = time.monotonic() - self._asked_at
            reponses = _matched(read_message(LiquiderResponse, line), seq, message)
        except DeadlinePassed:
            outcome = TimedOut(self._deadline * len(message))
        except (UnreadableAnswer, BadMessage) as bad:
            outcome = Invalid(str(bad))
        except TransportError as gone:
            out_of_turn = isinstance(gone, NotAsked) and gone.unasked is not None
            outcome = Invalid(str(gone)) if out_of_turn else Crashed(str(gone))
        else:
            self._session.answered = True
            stderr, share = self._session.take_stderr(), seconds / len(message)
            return [Answer(each.cas, self._outcome(each), stderr, share) for each in reponses]
        seconds = time.monotonic() - self._asked_at
        self._session.end(f"{', '.join(question.cas for question in message)}: {outcome}")
        raise _Lost(outcome, seconds)

    def _exchange(
        self, message: list[Question], sent: dict[str, str], answers: list[Answer]
    ) -> tuple[int, str]:
        """Put one message to a process in good order; one found ended, or out of turn, is first replaced."""
        try:
            return self._put(message, sent)
        except NotAsked as found:
            if found.unasked is not None and self._session.answered and answers:
                reason = f"a second line after its answer: {excerpt(found.unasked)}"
                answers[-1] = replace(answers[-1], outcome=Invalid(reason))
            self._session.end(f"between two cases: {found}")
        return self._put(message, sent)

    def _put(self, message: list[Question], sent: dict[str, str]) -> tuple[int, str]:
        """The number of the message, and the line that answers it."""
        transport = self._session.running()
        seq = self._session.next_seq()
        dossiers = [{"cas": case.cas, "dossier": case.dossier, "au": case.au} for case in message]
        told = {"lectures": sent} if self.capacites.lectures else {}
        request = encode({"op": "liquider", "seq": seq, "dossiers": dossiers, **told})
        self._asked_at = time.monotonic()
        return seq, transport.request(request, self._deadline * len(message))

    def _outcome(self, reponse: Reponse) -> Outcome:
        if reponse.refus is not None:
            return Refused(reponse.refus.motif)
        if reponse.hors_champ is not None:
            return OutOfScope(reponse.hors_champ.motif)
        if reponse.erreur is not None:
            return Failed(reponse.erreur.message)
        resultat = reponse.resultat or {}
        problems = (
            self._validate_result(resultat, self.capacites.champs_rendus) if self._validate_result else []
        )
        if not problems:
            return Rendered(resultat)
        more = [f"and {len(problems) - _PROBLEMS_TOLD} more"] if len(problems) > _PROBLEMS_TOLD else []
        return Invalid("resultat: " + "; ".join([*problems[:_PROBLEMS_TOLD], *more]))


def _messages(cases: Sequence[Question], batch: int) -> Iterator[list[Question]]:
    """Cut the cases into messages; one that is asked twice, to compare, never meets itself in a message."""
    message: list[Question] = []
    for case in cases:
        if len(message) == batch or any(case.cas == other.cas for other in message):
            yield message
            message = []
        message.append(case)
    if message:
        yield message


def _matched(response: LiquiderResponse, seq: int, message: list[Question]) -> list[Reponse]:
    """The answers in the order of the cases. Raises ``BadMessage`` unless each is answered once."""
    require_seq(response.seq, seq)
    asked = [question.cas for question in message]
    if asked == [reponse.cas for reponse in response.reponses]:
        return list(response.reponses)
    found = Counter(reponse.cas for reponse in response.reponses)
    faults = [
        *(f"no answer to {excerpt(cas)}" for cas in asked if found[cas] == 0),
        *(f"{times} answers to {excerpt(cas)}" for cas, times in found.items() if times > 1),
        *(f"an answer to {excerpt(cas)}, which was not asked" for cas in found if cas not in asked),
    ]
    if faults:
        raise BadMessage(f"reponses: {'; '.join(faults)}")
    by_case = {reponse.cas: reponse for reponse in response.reponses}
    return [by_case[cas] for cas in asked]
