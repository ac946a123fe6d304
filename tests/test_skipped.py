"""What ``make test`` says last: how many tests were skipped for want of Node.js, as pytest counted them."""

import shutil
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any, ClassVar, cast

import pytest

from tests import conftest, skipped
from tests.skipped import COUNT, for_want_of_node, main, sentence

HERE = Path(__file__).parent
SUITE = """
import pytest

@pytest.mark.node
@pytest.mark.parametrize("n", [1, 2])
def test_needs_node(n): pytest.skip("no Node.js")

@pytest.fixture
def node(): pytest.skip("no Node.js")

@pytest.mark.node
def test_needs_node_at_setup(node): pass

def test_skipped_for_another_reason(): pytest.skip("never mind")

def test_that_runs(): pass
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small clone: this conftest, and tests of which three need Node.js."""
    (tmp_path / "tests").mkdir()
    for name in ("__init__.py", "conftest.py", "skipped.py"):
        shutil.copy(HERE / name, tmp_path / "tests")
    (tmp_path / "tests" / "test_some.py").write_text(SUITE, encoding="utf-8")
    (tmp_path / "pytest.ini").write_text("[pytest]\nmarkers = node: needs Node.js\n", encoding="utf-8")
    return tmp_path


def test_pytest_counts_the_tests_that_need_node_and_were_skipped_even_when_they_are_shared_out(
    project: Path,
) -> None:
    (project / ".venv").mkdir()
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-n", "1"]
    subprocess.run(command, cwd=project, check=True, capture_output=True)
    assert (project / COUNT).read_text(encoding="utf-8") == "3\n"


class Gathered:
    """Where pytest keeps the reports at the end of a run."""

    stats: ClassVar[dict[str, list[Any]]] = {"skipped": []}


@pytest.mark.parametrize("worker", [False, True])
@pytest.mark.parametrize("environment", [False, True])
def test_the_count_is_left_by_the_process_that_gathers_reports_where_there_is_an_environment(
    worker: bool, environment: bool, tmp_path: Path
) -> None:
    if environment:
        (tmp_path / ".venv").mkdir()
    config = SimpleNamespace(rootpath=tmp_path, **({"workerinput": {}} if worker else {}))
    conftest.pytest_terminal_summary(cast("Any", Gathered()), cast("Any", config))
    assert (tmp_path / COUNT).exists() == (environment and not worker)
    assert (tmp_path / ".venv").exists() == environment


def test_the_count_is_told_in_french(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert sentence(0) == "tests réussis ; aucun saut"
    assert sentence(1) == "tests réussis ; 1 test sauté faute de Node.js"
    (tmp_path / COUNT).parent.mkdir()
    (tmp_path / COUNT).write_text("12\n", encoding="utf-8")
    assert main(tmp_path) == 0
    assert capsys.readouterr().out == "tests réussis ; 12 tests sautés faute de Node.js\n"


def test_without_a_count_nothing_is_claimed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(tmp_path) == 2
    assert capsys.readouterr().out == ""


def test_no_report_is_no_skip() -> None:
    assert for_want_of_node(()) == 0
    assert skipped.COUNT.parts == (".venv", ".node-skips")
