"""What carries a line to an engine and a line back.

Purpose: one method to implement for a new way of reaching engines, and the ways in which it may fail.
"""

from typing import Protocol


class TransportError(Exception):
    """The line did not come back; the transport can only be closed."""


class CannotStart(TransportError):  # noqa: N818  # names a state of the engine, as those below
    """The engine could not be started at all."""


class NotAsked(TransportError):  # noqa: N818
    """Found before the request was sent, hence not the fault of this request.

    ``unasked`` quotes a line that the engine had written though nobody asked; None when the engine had ended.
    """

    def __init__(self, detail: str, unasked: str | None = None) -> None:
        super().__init__(detail)
        self.unasked = unasked


class EngineGone(TransportError):  # noqa: N818
    """The engine ended, or closed its streams, before it answered."""


class DeadlinePassed(TransportError):  # noqa: N818
    """No whole line came back in time."""


class UnreadableAnswer(TransportError):  # noqa: N818
    """What came back is not one line of UTF-8 of a reasonable size."""


class Transport(Protocol):
    """One running engine, reached one line at a time.

    After a ``TransportError`` an instance is of no further use: a late answer dies with it.
    """

    def request(self, line: str, deadline: float) -> str:
        """Send one line, without its end of line, and return the line that answers it.

        ``deadline`` is in seconds from now and covers sending and receiving. Raises ``TransportError``.
        """
        ...

    def close(self) -> None:
        """End the engine and all that it started; may be called again."""
        ...

    def stderr(self) -> str:
        """What the engine wrote on stderr since the last call, bounded in size; works after ``close``."""
        ...
