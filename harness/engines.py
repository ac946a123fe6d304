"""Find the engine a user names: a shipped one, ``faute:ID`` of the gallery, or a TOML file of theirs."""

import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from difflib import get_close_matches
from importlib.resources import files
from pathlib import Path

from sut_adapters.descriptor import DescriptorError, open_engine, read_descriptor
from sut_adapters.engine import Engine
from sut_adapters.moteurs.fautes import FAUTES, MUTANTS, PAR_ID, RECETTE
from sut_adapters.transports.command import CommandTransport

SHIPPED = {
    "etalon": "l'oracle lui-même, par le protocole : éprouve le protocole, non le droit",
    "publicodes": "les règles publiques de l'URSSAF (modele-social), par Node.js",
}


class EngineMissing(Exception):  # noqa: N818  # something to install, not a failure
    """The engine cannot be started here; the message says what to install or write."""


@dataclass(frozen=True)
class Contender:
    """An engine ready to be started: the name it was asked under and how to open it."""

    name: str
    open: Callable[[], Engine]


def find_engine(name: str) -> Contender:
    """Resolve a name. Raises ``EngineMissing`` with what is accepted, or what to install."""
    if name == "etalon":
        return Contender(name, lambda: _command([sys.executable, "-m", "sut_adapters.moteurs.etalon"]))
    if name.startswith("faute:"):
        fault = name.removeprefix("faute:")
        if fault not in PAR_ID:
            raise EngineMissing(_unknown_fault(fault))
        return Contender(
            name, lambda: _command([sys.executable, "-m", "sut_adapters.moteurs.etalon", "--faute", fault])
        )
    if name == "publicodes":
        folder = publicodes_folder()
        problem = publicodes_problem(folder)
        if problem:
            raise EngineMissing(problem)
        return Contender(name, lambda: _command(["node", str(folder / "moteur.mjs")], cwd=folder))
    path = Path(name)
    if path.suffix == ".toml":
        try:
            descriptor = read_descriptor(path)
        except DescriptorError as problem:
            raise EngineMissing(str(problem)) from None
        return Contender(descriptor.name, lambda: open_engine(descriptor))
    raise EngineMissing(
        f"unknown engine {name!r}; accepted: {', '.join(SHIPPED)}, faute:ID (etalon engines --fautes), or a TOML file"
    )


def _unknown_fault(name: str) -> str:
    """The nearest names when there are some, for the whole catalogue is too long to be read in a message."""
    near = get_close_matches(name, PAR_ID)
    return (
        f"unknown fault {name!r}; "
        + (f"perhaps {' or '.join(near)}; " if near else "")
        + f"accepted: {', '.join(faute.id for faute in RECETTE)}, one of the {len(FAUTES) - len(RECETTE)} others written by hand, "
        f"or one of the {len(MUTANTS)} generated faults "
        "(etalon engines --fautes)"
    )


def publicodes_folder() -> Path:
    """Where the Node engine and its pinned packages live."""
    return Path(str(files("sut_adapters.moteurs") / "publicodes"))


def publicodes_problem(folder: Path) -> str | None:
    """What is missing to run the Node engine, with the command that installs it; ``None`` when it can run."""
    if shutil.which("node") is None:
        return "publicodes needs Node.js 20: install the packages nodejs and npm"
    if not (folder / "node_modules" / "publicodes").is_dir():
        return f"publicodes needs its pinned packages: run « npm ci --ignore-scripts » in {folder}"
    return None


def _command(command: list[str], cwd: Path | None = None) -> Engine:
    return Engine(lambda: CommandTransport(command, cwd=cwd or Path.cwd()))
