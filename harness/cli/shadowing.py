"""Our packages bear plain names (``oracle``, ``corpus``): make sure that they are ours, not a folder's met on the way."""

from importlib import import_module
from pathlib import Path

from harness.cli.words import fail

PACKAGES = ("oracle", "properties", "corpus", "sut_adapters", "harness")


def shadowed() -> list[tuple[str, Path]]:
    """Packages that were not imported from beside this one, and where they came from."""
    home = Path(__file__).resolve().parents[2]
    found = [(name, Path(str(import_module(name).__file__)).resolve().parent) for name in PACKAGES]
    return [(name, folder) for name, folder in found if folder.parent != home]


def refuse_shadowed_packages() -> None:
    """Stop with exit code 2 when a package of another installation would answer in place of ours."""
    for name, folder in shadowed():
        fail(
            f"the package {name!r} comes from {folder}, not from étalon's own installation: rename or remove that folder"
        )
