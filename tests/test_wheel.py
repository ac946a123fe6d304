"""The wheel, installed in an empty environment away from the clone, is whole and runs the main commands."""

import json
import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOMS = ("oracle", "properties", "corpus", "sut_adapters", "harness")
ROOT = Path(__file__).resolve().parents[1]


def call(*command: str | Path, cwd: Path, stdin: str | None = None) -> subprocess.CompletedProcess[str]:
    clean = {
        name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV"))
    }
    return subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        input=stdin,
        capture_output=True,
        text=True,
        env=clean,
        check=False,
    )


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("dist")
    built = call(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", out, ROOT, cwd=ROOT)
    assert built.returncode == 0, built.stderr
    (found,) = out.glob("*.whl")
    return found


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ``etalon`` command of a fresh environment; its folder is the working directory."""
    home = tmp_path_factory.mktemp("ailleurs")
    venv.create(home / "env", with_pip=True)
    pip: list[str | Path] = [
        home / "env/bin/python",
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
    ]
    steps: list[list[str | Path]] = [
        ["--require-hashes", "-r", ROOT / "requirements/base.txt"],
        ["--no-deps", wheel],
    ]
    for what in steps:
        done = call(*pip, *what, cwd=home)
        assert done.returncode == 0, done.stderr
    return home / "env/bin/etalon"


def test_the_wheel_holds_every_data_file_that_git_does(wheel: Path) -> None:
    listed = subprocess.run(["git", "ls-files", *ROOMS], cwd=ROOT, capture_output=True, text=True, check=True)  # noqa: S607  # git is found on PATH on purpose
    kept = {name for name in listed.stdout.split() if (ROOT / name).is_file()}
    packed = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    assert kept <= packed
    assert {name for name in packed - kept if "node_modules" in name} == set()


def test_main_commands_run_away_from_the_clone(installed: Path) -> None:
    home = installed.parents[2]
    check = call(installed, "corpus", "check", cwd=home)
    assert (check.returncode, check.stderr) == (0, "")
    compute = call(installed, "compute", "MAL-0001", "--json", cwd=home)
    assert json.loads(compute.stdout)["taux"][0]["montant_journalier"] == "32.88", compute.stderr
    explain = call(installed, "explain", "MAL-0001", cwd=home)
    assert "32,88" in explain.stdout, explain.stderr
    hello = call(
        installed, "serve", cwd=home, stdin='{"op":"hello","seq":0,"protocole":1}\n{"op":"bye","seq":1}\n'
    )
    assert [json.loads(line)["seq"] for line in hello.stdout.splitlines()] == [0, 1]


def test_a_run_completes_away_from_the_clone(installed: Path) -> None:
    home = installed.parents[2]
    run = call(installed, "run", "etalon", "--nombre", "20", "--out", "resultat", cwd=home)
    assert run.returncode == 0, run.stdout + run.stderr
    assert (home / "resultat/report.html").is_file()
