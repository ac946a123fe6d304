"""Every command the documentation shows is run, as a reader would type it."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

PAGES = [Path("README.md"), *sorted(Path("docs").glob("*.md"))]
COMMANDS = [
    (page, command.split("  #")[0].strip())
    for page in PAGES
    for block in re.findall(r"```\n(.*?)```", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    for command in block.splitlines()
    if command.startswith("etalon ")
]


def test_the_documentation_shows_commands() -> None:
    assert len(COMMANDS) >= 4


@pytest.mark.lent
@pytest.mark.parametrize(("page", "command"), COMMANDS, ids=str)
def test_a_command_of_the_documentation_runs(page: Path, command: str, tmp_path: Path) -> None:
    words = shlex.split(command)[1:]
    out = ["--out", str(tmp_path / "run"), "--nombre", "40"] if words[0] == "run" else []
    done = subprocess.run(
        [sys.executable, "-m", "harness.cli", *words, *out], capture_output=True, text=True, check=False
    )
    assert done.returncode in ({0, 1} if words[0] == "run" else {0}), f"{page}: {command}\n{done.stderr}"
    assert done.stdout.strip()


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), f"{page}: {target}"
