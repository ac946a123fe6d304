"""``etalon law drift``: exit codes, refusals in one line, the page of what is to be read again, and the real code.

The real code belongs to ``make verify``: npm brings its package to a temporary folder.
"""

import json
import os
import re
import shutil
import subprocess
import tarfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NoReturn

import pytest
from pydantic import TypeAdapter
from typer.testing import CliRunner, Result

from harness import drift
from harness.cli import app, law
from harness.drift import DriftReport, examine
from harness.rereading import page
from oracle.legislation.articles import articles
from tests.codes import CSS, REGISTRY, Json, as_read, find, identifier, noted, raw, remove, rewrite, write
from tests.juges import CASES

PAGE = Path("docs/articles-a-relire.md")
REAL = articles()


@pytest.fixture
def one_case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A corpus of one case, so that a command does not read them all, and no article cited that is not held."""
    folder = tmp_path / "cas"
    folder.mkdir()
    shutil.copy(CASES / "MAL-0001.yaml", folder)
    monkeypatch.setattr(drift, "dossier_par_defaut", lambda: folder)
    cited = drift.dependents()
    monkeypatch.setattr(drift, "dependents", lambda: {n: by for n, by in cited.items() if n in REAL})
    return "MAL-0001"


def etalon(*words: str | Path, code: int = 0) -> Result:
    """Run ``etalon law`` and check how it ends, never with a traceback."""
    result = CliRunner().invoke(app, ["law", *map(str, words)])
    assert result.exception is None or isinstance(result.exception, SystemExit), repr(result.exception)
    assert result.exit_code == code, result.output
    return result


@pytest.mark.usefixtures("one_case")
def test_the_command_passes_when_nothing_is_new(tmp_path: Path) -> None:
    said = etalon("drift", "--legi", write(as_read(REAL), tmp_path)).stdout
    assert "Code de la sécurité sociale consolidé au 14 mars 2026" in said
    assert "Changements à relire" not in said
    assert set(re.findall(r"LEGIARTI\d+", said)) == noted(REAL)
    assert "Aucun changement" in said.splitlines()[-1]


def test_the_command_names_rules_tables_and_cases_when_something_is_new(
    one_case: str, tmp_path: Path
) -> None:
    tree = as_read(REAL)
    rewrite(tree, "R323-4", *find(tree, "R323-4")["articleVersions"], raw(99, "2027-01-01", None))
    said = etalon("drift", "--legi", write(tree, tmp_path), code=1).stdout
    news = said[said.index("Changements à relire") :]
    assert (
        "\nR323-4\n  nouvelle version LEGIARTI000000000099, en vigueur à compter du 1er janvier 2027\n"
        in news
    )
    assert "à inscrire : - {id: LEGIARTI000000000099" in news
    assert re.search(r"règles : .*MAL-PLAFOND", news)
    assert re.search(r"paramètres : .*multiplicateur_plafond", news)
    assert f"cas : {one_case}\n" in news


@pytest.mark.usefixtures("one_case")
def test_the_json_says_the_same_and_has_a_schema(tmp_path: Path) -> None:
    tree = as_read(REAL)
    remove(tree, "R323-4")
    printed = etalon("drift", "--legi", write(tree, tmp_path), "--json", code=1).stdout
    report = TypeAdapter(DriftReport).validate_json(printed)
    assert [moved.article for moved in report.nouveaux] == ["R323-4"]
    assert report == examine(tmp_path / "code.json")
    schema = json.loads(etalon("drift", "--schema").stdout)
    assert schema["properties"].keys() == json.loads(printed).keys()


def headed(**changes: str | None) -> Callable[[], Json]:
    """A code whose head says something else; None takes a field away."""

    def build() -> Json:
        tree = as_read(REAL)
        head = tree["data"] | changes
        return tree | {"data": {field: value for field, value in head.items() if value is not None}}

    return build


def faulty_history(**changes: Any) -> Callable[[], Json]:
    """R323-4 with a version that cannot be read."""

    def build() -> Json:
        tree = as_read(REAL)
        find(tree, "R323-4")["articleVersions"].append(raw(99, "2027-01-01", None) | changes)
        return tree

    return build


BAD: dict[str, tuple[bytes | Callable[[], Any], str]] = {
    "not text": (b"\xff\xfe\x00", "n'est pas un texte UTF-8"),
    "not JSON": (b"{\n  'id': 1}", "n'est pas du JSON (ligne 2, colonne 3)"),
    "empty": (b"", "n'est pas du JSON (ligne 1, colonne 1)"),
    "too deep": (b"[" * 200_000, "emboîté trop profondément"),
    "a list": (list, "un objet JSON manque"),
    "another tree": (lambda: {"type": "section", "data": {}}, "le premier nœud n'est pas un code"),
    "no identifier": (headed(id=None), "data : id, title ou dateDebutVersion"),
    "no date": (headed(dateDebutVersion=None), "data : id, title ou dateDebutVersion"),
    "no article": (lambda: as_read(REAL) | {"children": []}, "ne contient aucun article"),
    "another code": (
        headed(id="LEGITEXT000006072050", title="Code du travail"),
        "contient « Code du travail » (LEGITEXT000006072050) ; est attendu : code de la sécurité sociale (LEGITEXT000006073189)",
    ),
    "an older code": (headed(dateDebutVersion="2026-03-13"), "consolidé au 13 mars 2026, avant la lecture du "),
    "a date in words": (faulty_history(dateFin="2026-01-01"), "article R323-4 : articleVersions"),
    "a date out of time": (faulty_history(dateFin=10**30), "article R323-4 : articleVersions"),
    "a version without identifier": (faulty_history(id=None), "article R323-4 : articleVersions"),
}  # fmt: skip


@pytest.mark.usefixtures("one_case")
@pytest.mark.parametrize(("content", "said"), BAD.values(), ids=BAD.keys())
def test_a_file_that_is_no_code_of_the_day_is_refused_in_one_line(
    content: bytes | Callable[[], Any], said: str, tmp_path: Path
) -> None:
    path = tmp_path / "code.json"
    path.write_bytes(content if isinstance(content, bytes) else json.dumps(content()).encode())
    (line,) = etalon("drift", "--legi", path, code=2).stderr.strip().splitlines()
    assert line.startswith(f"etalon : {path}")
    assert said in line
    assert "attendu" in line


def test_a_file_that_is_not_there_and_a_folder_are_refused_in_one_line(tmp_path: Path) -> None:
    for path in (tmp_path / "absent.json", tmp_path):
        (line,) = etalon("drift", "--legi", path, code=2).stderr.strip().splitlines()
        assert line.startswith(f"etalon : {path} ne se lit pas")
        assert "le JSON d'un code consolidé est attendu" in line
    assert "--legi FILE est attendu" in etalon("drift", code=2).stderr


def test_the_page_of_what_is_to_be_read_again_is_that_of_the_registry() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(REAL), f"run `python -m harness.rereading > {PAGE}`"


def test_the_page_lists_every_version_to_read_and_every_text_not_followed() -> None:
    written = page(REGISTRY)
    assert re.findall(r"^\| (\S+) \| (LEGIARTI\d+) ", written, flags=re.MULTILINE) == [
        ("L2-1", identifier(32)),
        ("L2-2", identifier(41)),
        ("L2-2", identifier(42)),
    ]
    assert "| L9-9 | code de la santé publique | objet |" in written
    assert "| R1-1 |" not in written


def test_the_page_says_when_nothing_is_left_to_read() -> None:
    written = page({"R1-1": REGISTRY["R1-1"]})
    assert written.endswith("\nAucune.\n")


def test_show_gives_the_versions_known_of_an_article(monkeypatch: pytest.MonkeyPatch) -> None:
    said = etalon("show", "R.323-4").stdout
    assert "LEGIARTI000043356754 : du 14 avril 2021 au 21 février 2025\n" in said
    assert (
        "LEGIARTI000051226486 : depuis le 22 février 2025 ; arrêts débutant à compter du 1er avril 2025 ("
        in said
    )
    assert set(re.findall("versions de (.*?) ", said)) == {"R323-4"}
    monkeypatch.setattr(law, "articles", lambda: REGISTRY)
    assert (
        "LEGIARTI000000000032 : depuis le 1er septembre 2026\n      à relire : pas encore lue"
        in etalon("show", "L2-1").stdout
    )
    assert "L9-9, code de la santé publique : versions non suivies (objet)" in etalon("show", "L9-9").stdout


def test_show_gives_the_versions_of_every_article_of_a_rule() -> None:
    said = etalon("show", "MAL-GJB").stdout
    assert set(re.findall("versions de (.*?) ", said)) == {"R323-4", "L323-4"}


def test_show_gives_the_tables_of_an_article_that_no_rule_cites(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(law, "REGLES", ())
    assert "multiple du SMIC qui plafonne le salaire de référence" in etalon("show", "R323-4").stdout


def test_show_does_not_take_an_article_for_another_whose_number_begins_alike() -> None:
    """MAL-JOURS rests on L323-1, and a table on L323-1-2 alone."""
    said = etalon("show", "MAL-JOURS").stdout
    assert "versions de L323-1 (" in said
    assert "absence de carence après une interruption spontanée de grossesse" in said
    assert "absence de carence après une interruption médicale de grossesse" not in said


def not_here(reason: str) -> NoReturn:
    """The real code cannot be had: the test is skipped, and fails where CI is set."""
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The code of the day, out of its package, for as long as these tests run."""
    folder = tmp_path_factory.mktemp("legi")
    npm = shutil.which("npm") or not_here("npm (Node.js 20 or later) is not on the PATH")
    command = [npm, "pack", "@socialgouv/legi-data", "--ignore-scripts", "--silent"]
    packed = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if packed.returncode:
        not_here(f"npm pack @socialgouv/legi-data failed: {packed.stderr.strip()}")
    (archive,) = folder.glob("*.tgz")
    with tarfile.open(archive) as package:
        package.extract(f"package/data/{CSS}.json", folder, filter="data")
    yield folder / "package" / "data" / f"{CSS}.json"
    shutil.rmtree(folder)


@pytest.mark.lent
@pytest.mark.node
def test_the_published_code_shows_exactly_what_the_page_lists(published: Path) -> None:
    report = examine(published)
    news = [f"{moved.article} : {m.constat}" for moved in report.nouveaux for m in moved.mouvements]
    assert news == [], "the law has moved: run `etalon law drift --legi FILE` on the package of the day"
    shown = sorted(str(m.version) for moved in report.deja_notes for m in moved.mouvements)
    assert shown == sorted(
        re.findall(r"^\| \S+ \| (LEGIARTI\d+) ", PAGE.read_text("utf-8"), flags=re.MULTILINE)
    )


@pytest.mark.lent
@pytest.mark.node
@pytest.mark.parametrize(
    ("fault", "natures"),
    [("id", {"nouvelle", "disparue"}), ("end", {"fin"}), ("deleted", {"article_absent"})],
)
def test_a_change_in_the_published_code_is_reported(
    fault: str, natures: set[str], published: Path, tmp_path: Path
) -> None:
    tree = json.loads(published.read_text(encoding="utf-8"))
    article = find(tree, "R323-4")
    change = {
        "id": {"id": identifier(99)},
        "end": {"dateFin": raw(99, "2025-04-01", "2028-12-31")["dateFin"]},
    }
    if fault == "deleted":
        remove(tree, "R323-4")
    else:
        article["articleVersions"][-1] |= change[fault]
        article |= change[fault]
    (moved,) = examine(write(tree, tmp_path)).nouveaux
    assert moved.article == "R323-4"
    assert {m.nature for m in moved.mouvements} == natures
    assert "MAL-PLAFOND" in moved.regles
    assert "multiplicateur_plafond" in moved.tables
    assert moved.cas
