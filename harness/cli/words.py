"""What the command says to people: errors on stderr, one clear line each, and exit codes."""

from typing import NoReturn

import typer
from rich.console import Console

PASSED, DIVERGENCES, USAGE, UNUSABLE, INCOMPLETE = range(5)

err = Console(stderr=True, highlight=False, soft_wrap=True, markup=False)
out = Console(highlight=False, soft_wrap=True, markup=False)


def fail(message: str, code: int = USAGE) -> NoReturn:
    """Say why and stop with an exit code (2: usage)."""
    err.print(f"etalon : {message}")
    raise typer.Exit(code)
