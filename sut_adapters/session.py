"""The life of an engine's processes: started, greeted, replaced when they fail, ended.

Purpose: whoever asks a case finds a process that has said hello, or learns that there will be none.
"""

from collections.abc import Callable

from sut_adapters.outcomes import EngineUnusable
from sut_adapters.protocol import PROTOCOLE, ByeResponse, HelloResponse
from sut_adapters.transports import DeadlinePassed, Transport, TransportError
from sut_adapters.wire import BadMessage, encode, read_message

_BYE_SECONDS = 2.0


class Session:
    """At most one process at a time; ``seq`` grows over all of them, so that no two messages share one."""

    def __init__(
        self, start: Callable[[], Transport], *, start_deadline_seconds: float, max_failed_starts: int
    ) -> None:
        self._start = start
        self._start_deadline = start_deadline_seconds
        self._max_failed_starts = max_failed_starts
        self._transport: Transport | None = None
        self._hello: HelloResponse | None = None
        self._seq = -1
        self._stderr: list[str] = []  # of processes that have ended, not yet attached to an answer
        self.incidents: list[str] = []
        self.answered = False  # the present process has answered a case

    @property
    def hello(self) -> HelloResponse:
        """What the engine said of itself at its first start."""
        if self._hello is None:
            raise RuntimeError("the engine is not started; use it in a with statement")
        return self._hello

    def open(self) -> None:
        """Start the first process, with no second try. Raises ``EngineUnusable``."""
        reason = self._try_to_open()
        if reason is not None:
            raise EngineUnusable(reason, self.take_stderr())

    def running(self) -> Transport:
        """The present process, or a new one when it was ended. Raises ``EngineUnusable``."""
        reasons: list[str] = []
        while self._transport is None and len(reasons) < self._max_failed_starts:
            reason = self._try_to_open()
            if reason is not None:
                self.incidents.append(f"restart: {reason}")
                reasons.append(reason)
        if self._transport is None:
            reason = f"{len(reasons)} restarts in a row without a hello; the last: {reasons[-1]}"
            raise EngineUnusable(reason, self.take_stderr())
        return self._transport

    def end(self, incident: str | None = None) -> None:
        """End the present process, if any; ``incident`` is the line that tells why."""
        if incident is not None:
            self.incidents.append(incident)
        transport, self._transport = self._transport, None
        if transport is not None:
            transport.close()
            self._stderr.append(transport.stderr())

    def bye(self) -> None:
        """Take leave of the present process, if any, and end it."""
        if self._transport is None:
            return
        incident = None
        try:
            seq = self.next_seq()
            line = self._transport.request(encode({"op": "bye", "seq": seq}), _BYE_SECONDS)
            require_seq(read_message(ByeResponse, line).seq, seq)
        except (TransportError, BadMessage) as error:
            incident = f"bye: {error}"
        finally:
            self.end(incident)

    def next_seq(self) -> int:
        """A number for one more message."""
        self._seq += 1
        return self._seq

    def take_stderr(self) -> str:
        """What was captured and not yet attached to anything, of ended processes and of the present one."""
        if self._transport is not None:
            self._stderr.append(self._transport.stderr())
        text = "".join(self._stderr)
        self._stderr.clear()
        return text

    def _try_to_open(self) -> str | None:
        """Start a process and greet it; the reason when this fails, after ending what was started."""
        self.answered = False
        try:
            self._transport = self._start()
            hello = self._greet(self._transport)
        except DeadlinePassed:
            reason = f"no answer to hello within {self._start_deadline:g} s"
        except (TransportError, BadMessage) as error:
            reason = f"hello: {error}"
        except BaseException:
            self.end()
            raise
        else:
            if self._hello is None or _same(hello, self._hello):
                self._hello = self._hello or hello
                return None
            reason = "it no longer presents itself as it did at its first start"
        self.end()
        return reason

    def _greet(self, transport: Transport) -> HelloResponse:
        seq = self.next_seq()
        request = encode({"op": "hello", "seq": seq, "protocole": PROTOCOLE})
        hello = read_message(HelloResponse, transport.request(request, self._start_deadline))
        require_seq(hello.seq, seq)
        return hello


def require_seq(answered: int, asked: int) -> None:
    """Raise ``BadMessage`` unless an answer bears the number of its request."""
    if answered != asked:
        raise BadMessage(f"seq: {answered}; accepted: {asked}, that of the request")


def _same(one: HelloResponse, other: HelloResponse) -> bool:
    return one.model_copy(update={"seq": other.seq}) == other
