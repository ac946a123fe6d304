"""Every command the documentation shows is run, as a reader would type it."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from oracle.registre import PAR_ID

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


HORS_CHAMP = Path("docs/hors-champ.md").read_text(encoding="utf-8")
FAMILY_CARDS = """
MAT-REF MAT-SEUIL MAT-AFFIL MAT-MAINTIEN MAT-SERVICE
MAT-IJ MAT-PLAFOND MAT-MIN MAT-RETABLI MAT-INTERRUPTION MAT-MULTI MAT-CSG MAT-SUBRO MAT-PRESCRIPTION MAT-INDU-PRESCRIPTION
MAT-DUREE MAT-RANG-DATE MAT-CAL MAT-TARD MAT-PREMA MAT-PREMA-HOSP MAT-AVANCE MAT-REPORT MAT-REPORT-ANNUL MAT-HOSP-REPORT
MAT-8S MAT-8S-CHAMP MAT-ARRET MAT-PATHO-PRE MAT-PATHO-POST MAT-MALADIE MAT-AT MAT-CUMUL MAT-CPE MAT-CONGE-PARENTAL-CHOMAGE
MAT-DES MAT-ELU MAT-MORTNE MAT-MORTNE-INF22 MAT-DECES-MERE DEUIL
PAT-DROIT PAT-DELAI PAT-HOSP PAT-MORTNE PAT-MORTNE-DEUIL PAT-CUMUL ADO-DUREE ADO-PARTAGE ADO-OUV
CSN-DROIT CSN-DELAI CSN-IJ CSN-CUMUL
TI-OUV TI-ADO-DATE TI-ALLOC TI-IJ TI-10PCT TI-PATHO TI-PAT TI-ADO TI-CSN TI-DECES CC
"""
"""Every card of family law, decided or not."""


def rows(section: str) -> list[list[str]]:
    """The rows of the table of a section of the page, without its heading."""
    after = HORS_CHAMP.split(f"## {section}\n")[1].split("\n## ")[0]
    table = [line for line in after.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in table[2:]]


def test_every_card_of_family_law_is_a_rule_or_says_why_it_is_not() -> None:
    told = [row[0] for row in rows("Cards of family law")]
    assert sorted(told) == sorted(card for card in FAMILY_CARDS.split() if card not in PAR_ID)


def test_no_card_said_to_wait_is_a_rule() -> None:
    for section in ("Cards of sickness law", "Cards of family law"):
        assert {row[0] for row in rows(section)} & PAR_ID.keys() == set()


def test_a_rule_named_on_the_page_of_what_is_not_decided_exists() -> None:
    elsewhere = [row[2] for row in rows("Cards of family law")]
    named = {
        card
        for cell in elsewhere
        for card in re.findall(r"\b(?:(?:MA[LT]|PAT|TI)(?:-[A-Z0-9]+)+|DEUIL)\b", cell)
    }
    inside = {row[0] for row in rows("Situations inside a covered card")} - {"—"}
    assert len(named) >= 8
    assert (named | inside) - PAR_ID.keys() == set()
