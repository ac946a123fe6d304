"""An engine that is a program: a process kept alive, asked on stdin, answering on stdout.

Purpose: never wait beyond a deadline, never mix two answers, leave no process behind.
"""

import contextlib
import os
import selectors
import signal
import subprocess
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import IO

from sut_adapters.transports import CannotStart, DeadlinePassed, EngineGone, NotAsked, UnreadableAnswer
from sut_adapters.wire import excerpt

MAX_LINE_BYTES = 16 * 2**20
"""The longest answer that is read."""

MAX_STDERR_BYTES = 64 * 2**10
"""How much of stderr is kept between two calls of ``stderr()``: the first half and the last."""

_CHUNK = 2**16  # what a pipe holds on Linux
_GRACE_SECONDS = 1.0  # left to an engine to end by itself once its stdin is closed


class CommandTransport:
    """A program started from an argument list, in its own process group.

    ``env`` is the whole environment, inherited when None. Raises ``CannotStart``.
    """

    def __init__(
        self,
        command: Sequence[str],
        *,
        cwd: Path | None = None,
        env: Mapping[str, str] | None = None,
        max_line_bytes: int = MAX_LINE_BYTES,
        max_stderr_bytes: int = MAX_STDERR_BYTES,
    ) -> None:
        try:
            self._process = subprocess.Popen(
                list(command),
                cwd=cwd,
                env=None if env is None else dict(env),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                bufsize=0,
                start_new_session=True,
            )
        except (OSError, ValueError, IndexError) as error:
            raise CannotStart(f"cannot start {list(command)}: {error}") from None
        self._max_line = max_line_bytes
        self._received = bytearray()
        self._captured = _Capture(max_stderr_bytes)
        self._ended = False  # stdout has reached its end, or stdin is refused
        self._usable = True
        self._closed = False
        self._selector = selectors.DefaultSelector()
        self._stdin, self._stdout, self._stderr = (
            _pipe(stream) for stream in (self._process.stdin, self._process.stdout, self._process.stderr)
        )
        self._selector.register(self._stdout, selectors.EVENT_READ)
        self._selector.register(self._stderr, selectors.EVENT_READ)

    def request(self, line: str, deadline: float) -> str:
        """Send one line, return the line that answers it within ``deadline`` seconds. See ``Transport``."""
        if "\n" in line:
            raise ValueError("a request holds an end of line")
        data = line.encode() + b"\n"
        if not self._usable:
            raise NotAsked("the engine was ended after an earlier failure")
        self._usable = False  # until a whole answer is read, whatever interrupts us
        self._require_silence()
        answer = self._exchange(data, time.monotonic() + deadline, deadline)
        try:
            text = answer.decode()
        except UnicodeDecodeError as error:
            raise UnreadableAnswer(
                f"not UTF-8 ({error}): {excerpt(answer.decode(errors='replace'))}"
            ) from None
        self._usable = True
        return text

    def stderr(self) -> str:
        """What was captured since the last call. See ``Transport``."""
        if not self._closed:
            self._pump(0)
        return self._captured.take()

    def close(self) -> None:
        """End the process and its group. See ``Transport``."""
        if self._closed:
            return
        if self._usable:
            self._let_it_end()
        if self._process.returncode is None:
            self._kill_group()
            self._process.wait()
        self._pump(0)
        self._closed = True
        self._selector.close()
        for stream in (self._process.stdin, self._process.stdout, self._process.stderr):
            if stream is not None:
                stream.close()

    def _require_silence(self) -> None:
        self._pump(0)
        if self._received:
            text = self._received[:_CHUNK].decode(errors="replace").rstrip()
            raise NotAsked(f"wrote on stdout what nobody had asked for: {excerpt(text)}", unasked=text)
        if self._ended:
            raise NotAsked(self._how_it_ended())

    def _exchange(self, request: bytes, limit: float, deadline: float) -> bytes:
        unsent = self._send(memoryview(request))
        if unsent:
            self._selector.register(self._stdin, selectors.EVENT_WRITE)
        scanned = 0
        while True:
            end = self._received.find(b"\n", scanned)
            scanned = len(self._received)
            if (scanned if end < 0 else end) > self._max_line:
                raise UnreadableAnswer(f"a line of more than {self._max_line} bytes")
            if end >= 0:
                break
            if self._ended:
                raise EngineGone(self._how_it_ended())
            remaining = limit - time.monotonic()
            if remaining <= 0:
                raise DeadlinePassed(f"no whole line within {deadline:g} s")
            if self._pump(remaining):
                unsent = self._send(unsent)
                if not unsent:
                    self._selector.unregister(self._stdin)
        if unsent:
            raise UnreadableAnswer("answered before it had read the whole request")
        line, extra = bytes(self._received[:end]), bytes(self._received[end + 1 :])
        self._received.clear()
        if extra:
            first, second = (excerpt(part[:_CHUNK].decode(errors="replace")) for part in (line, extra))
            raise UnreadableAnswer(f"more than one line for one message: {first}, then {second}")
        return line

    def _send(self, data: memoryview) -> memoryview:
        """Write what the pipe takes; what is left comes back."""
        try:
            while data:
                data = data[os.write(self._stdin, data) :]
        except BlockingIOError:
            pass
        except BrokenPipeError:
            self._ended = True
            return data[:0]
        return data

    def _pump(self, timeout: float) -> bool:
        """Wait until a stream is ready, read what came; true when stdin takes more."""
        writable = False
        for key, _ in self._selector.select(timeout):
            if key.fd == self._stdin:
                writable = True
                continue
            data = os.read(key.fd, _CHUNK)
            if not data:
                self._selector.unregister(key.fd)
                self._ended = self._ended or key.fd == self._stdout
            elif key.fd == self._stdout:
                self._received += data
            else:
                self._captured.feed(data)
        return writable

    def _let_it_end(self) -> None:
        """Close stdin and wait a little for stdout to end; what is still written is lost."""
        assert self._process.stdin is not None  # noqa: S101  # opened in __init__, for mypy
        self._process.stdin.close()
        limit = time.monotonic() + _GRACE_SECONDS
        while not self._ended and (remaining := limit - time.monotonic()) > 0:
            self._pump(remaining)
            self._received.clear()

    def _how_it_ended(self) -> str:
        try:
            code = self._process.wait(_GRACE_SECONDS)
        except subprocess.TimeoutExpired:
            return "closed its standard streams without ending"
        self._kill_group()  # what it had started may still run
        if code >= 0:
            return f"ended with exit code {code}"
        with contextlib.suppress(ValueError):
            return f"ended by {signal.Signals(-code).name}"
        return f"ended by signal {-code}"

    def _kill_group(self) -> None:
        # EPERM: some systems answer so for a group of which only a zombie is left.
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(self._process.pid, signal.SIGKILL)


class _Capture:
    """Keeps the first and the last bytes of a stream, and counts those between."""

    def __init__(self, limit: int) -> None:
        self._half = limit // 2
        self._head = bytearray()
        self._tail = bytearray()
        self._dropped = 0

    def feed(self, data: bytes) -> None:
        room = self._half - len(self._head)
        self._head += data[:room]
        self._tail += data[room:]
        excess = len(self._tail) - self._half
        if excess > 0:
            del self._tail[:excess]
            self._dropped += excess

    def take(self) -> str:
        between = f"\n[… {self._dropped} bytes left out …]\n" if self._dropped else ""
        text = self._head.decode(errors="replace") + between + self._tail.decode(errors="replace")
        self._head.clear()
        self._tail.clear()
        self._dropped = 0
        return text


def _pipe(stream: IO[bytes] | None) -> int:
    assert stream is not None  # noqa: S101  # all three are pipes, for mypy
    os.set_blocking(stream.fileno(), False)
    return stream.fileno()
