"""The repository stands alone: no machine path, no registry host, fresh schemas, clean locks."""

import json
import re
import subprocess
from pathlib import Path

import pytest

from harness.schemas import SCHEMAS, render

LOCKS = [*Path("requirements").glob("*.txt"), *Path("sut_adapters").rglob("package-lock.json")]
HOST = re.compile(r"https?://(?!json-schema\.org)[\w.-]+")
MACHINE_PATH = re.compile(r"(?<![\w.-])/(?:work|farm|root|home)/[\w.]")


def tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], capture_output=True, text=True, check=True).stdout  # noqa: S607  # git is found on PATH on purpose
    return [path for name in listed.split("\0") if name and (path := Path(name)).is_file()]


def test_locks_hold_no_address() -> None:
    locks = [lock for lock in LOCKS if "node_modules" not in lock.parts]
    assert len(locks) >= 5
    assert {str(lock): HOST.findall(lock.read_text(encoding="utf-8")) for lock in locks} == {
        str(lock): [] for lock in locks
    }


def test_the_check_on_addresses_can_fail() -> None:
    assert HOST.findall('"resolved": "https://registry.example/x.tgz"')


def test_every_python_lock_line_carries_hashes() -> None:
    for lock in Path("requirements").glob("*.txt"):
        pinned = [
            line for line in lock.read_text(encoding="utf-8").splitlines() if re.match(r"[a-z0-9]", line)
        ]
        assert pinned
        assert all("==" in line and line.endswith("\\") for line in pinned), lock


def test_no_committed_file_names_a_place_of_a_machine() -> None:
    found = {
        str(path): MACHINE_PATH.findall(text)
        for path in tracked()
        if path.suffix not in {".png", ".xlsx"}
        and (text := path.read_text(encoding="utf-8", errors="replace"))
    }
    assert {name: places for name, places in found.items() if places} == {}
    assert MACHINE_PATH.findall("see /" + "home/someone")


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_each_published_schema_is_fresh(name: str) -> None:
    published = Path("corpus/schema") / f"{name}.schema.json"
    assert published.read_text(encoding="utf-8") == render(SCHEMAS[name]()), "run `make schemas`"


def test_no_other_schema_is_published() -> None:
    assert {path.name for path in Path("corpus/schema").iterdir()} == {
        f"{name}.schema.json" for name in SCHEMAS
    }


def test_schemas_are_json_schemas() -> None:
    for path in Path("corpus/schema").iterdir():
        assert json.loads(path.read_text(encoding="utf-8"))["$schema"].startswith("https://json-schema.org/")
