"""An engine that is a Python callable, run by its own interpreter with its own path.

Purpose: nothing that étalon imports can reach the engine, and nothing that the engine does can reach étalon.
"""

import os
import sys
from collections.abc import Mapping, Sequence
from importlib import resources
from pathlib import Path

from sut_adapters.transports.command import CommandTransport

_OURS = ("PYTHONPATH", "PYTHONHOME", "PYTHONSTARTUP", "__PYVENV_LAUNCHER__")


def python_command(target: str, *, interpreter: str | None = None, path: Sequence[Path] = ()) -> list[str]:
    """The argument list that runs ``module:callable``; ``interpreter``: étalon's own when None."""
    runner = resources.files("sut_adapters.transports").joinpath("python_child.py")
    return [interpreter or sys.executable, str(runner), target, *(str(folder) for folder in path)]


def python_environment(additions: Mapping[str, str]) -> dict[str, str]:
    """Our environment without what steers our own interpreter, and with ``additions``."""
    return {name: value for name, value in os.environ.items() if name not in _OURS} | dict(additions)


def python_transport(
    target: str,
    *,
    interpreter: str | None = None,
    path: Sequence[Path] = (),
    cwd: Path | None = None,
    env: Mapping[str, str] | None = None,
) -> CommandTransport:
    """Start ``module:callable`` in a child process.

    ``path``: folders put first on its ``sys.path``; ``env``: additions to the environment.
    Raises ``CannotStart`` when there is no such interpreter; a module that cannot be imported shows at hello.
    """
    return CommandTransport(
        python_command(target, interpreter=interpreter, path=path), cwd=cwd, env=python_environment(env or {})
    )
