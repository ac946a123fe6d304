"""The command line: what a user mistypes is told in one clear line, what the oracle says is right to the cent."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from harness.cli import app
from sut_adapters.moteurs.fautes import FAUTES
from tests.aides import activite, avis, dossier
from tests.juges import CASES

FRAGILE = Path(__file__).parent / "fake_engines" / "oracle_fragile.py"
ORIGINAL = (CASES / "MAL-0001.yaml").read_text(encoding="utf-8")
JULY = '        - {debut: 2024-07-01, fin: 2024-07-31, brut: "2000.00", heures: "151.67", versee_le: 2024-07-31}\n'


def etalon(*words: str | Path, code: int = 0, stdin: str | None = None) -> Result:
    """Run a command and check how it ends: with this exit code, and never with a traceback."""
    result = CliRunner().invoke(app, [str(word) for word in words], input=stdin)
    assert result.exception is None or isinstance(result.exception, SystemExit), repr(result.exception)
    assert result.exit_code == code, result.output
    return result


def told(result: Result) -> list[str]:
    """The lines told on stderr."""
    return result.stderr.strip().splitlines()


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A folder of one case."""
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "MAL-0001.yaml").write_text(ORIGINAL, encoding="utf-8")
    return folder


def changed(folder: Path, before: str, after: str, name: str = "MAL-0001") -> Path:
    """The first case of the corpus, one thing changed."""
    assert before in ORIGINAL
    path = folder / f"{name}.yaml"
    path.write_text(ORIGINAL.replace(before, after, 1), encoding="utf-8")
    return path


MALFORMED = {
    "bad YAML": ("titre: ", "titre: [\n", "ligne 4", "YAML illisible"),
    "unknown field": ("arret: S1, nature", "arret: S1, couleur: bleu, nature", "dossier.pieces[p2].couleur", "champ inconnu"),
    "unknown field of a case": ("famille: maladie", "famille: maladie\ncouleur: bleu", "couleur", "champ inconnu"),
    "impossible date": ("fin: 2024-09-20", "fin: 2024-09-31", "dossier.pieces[p2].fin", "n'existe pas dans le calendrier (valeur : 2024-09-31)"),
    "end before beginning": ("debut: 2024-09-02, fin: 2024-09-20", "debut: 2024-09-02, fin: 2024-09-01", "dossier.pieces[p2].fin", "la fin précède le début (2024-09-02)"),
    "negative wage": ('brut: "2000.00"', 'brut: "-2000.00"', "dossier.pieces[p3].paies[0].brut", "négatif"),
    "unquoted amount": ('brut: "2000.00"', "brut: 2000.00", "dossier.pieces[p3].paies[0].brut", "entre guillemets"),
    "unknown document": ("type: avis_arret", "type: avis", "dossier.pieces[p2]", "type de pièce inconnu"),
    "missing field": ("prescrit_le: 2024-09-02, ", "", "dossier.pieces[p2].prescrit_le", "obligatoire absent"),
}  # fmt: skip


@pytest.mark.parametrize("mistake", MALFORMED)
@pytest.mark.parametrize("command", ["compute", "explain"])
def test_a_malformed_case_is_told_in_one_line_that_names_its_field(
    command: str, mistake: str, tmp_path: Path
) -> None:
    before, after, field, words = MALFORMED[mistake]
    path = changed(tmp_path, before, after)
    headline, line = told(etalon(command, path, code=2))
    assert headline == f"etalon : {path} n'est pas recevable"
    assert line.startswith(f"  {field} : ")
    assert words in line


@pytest.mark.parametrize("mistake", MALFORMED)
def test_a_corpus_with_a_malformed_case_is_refused_and_the_file_is_named(
    mistake: str, tmp_path: Path
) -> None:
    before, after, field, words = MALFORMED[mistake]
    changed(tmp_path, before, after)
    checked = etalon("corpus", "check", "--corpus", tmp_path, code=2).stdout.splitlines()
    assert checked[0].startswith(f"MAL-0001.yaml : {field} : ")
    assert words in checked[0]
    assert checked[-1] == "1 défaut à corriger"
    headline, line = told(etalon("run", "etalon", "--corpus", tmp_path, "--nombre", "0", code=2))
    assert headline == "etalon : le corpus n'est pas recevable (etalon corpus check)"
    assert line == f"  {checked[0]}"


def test_a_bare_dossier_is_read_too_and_its_fields_are_named_from_its_root(tmp_path: Path) -> None:
    path = tmp_path / "dossier.json"
    path.write_text(json.dumps(dossier()), encoding="utf-8")
    assert "32.88 € par jour" in etalon("compute", path).stdout
    path.write_text(json.dumps(dossier(activite(), avis(fin="2024-09-31"))), encoding="utf-8")
    _, line = told(etalon("compute", path, code=2))
    assert line.startswith("  pieces[p2].fin : ")


def test_a_mistake_seen_from_outside_is_one_line_and_no_traceback(tmp_path: Path) -> None:
    path = changed(tmp_path, 'brut: "2000.00"', 'brut: "-2000.00"')
    ended = subprocess.run(
        [sys.executable, "-m", "harness.cli", "compute", str(path)],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"COLUMNS": "40"},
    )
    assert (ended.returncode, ended.stdout) == (2, "")
    assert len(ended.stderr.strip().splitlines()) == 2
    assert "pieces[p3].paies[0].brut : un nombre négatif n'est pas admis ici" in ended.stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["run", "nimporte", "--suites", "aleatoire"], "'nimporte'"),
        (["run", "faute:nimporte", "--suites", "aleatoire"], "jours_decales"),
        (["run", "absent.toml", "--suites", "aleatoire"], "absent.toml"),
        (["run", "etalon", "--suites", "corpus,nimporte"], "suites admises : corpus, aleatoire"),
        (["run", "etalon", "--suites", ","], "suites admises"),
        (["run", "etalon", "--profile", "nimporte"], "profils admis : quick, ci, deep"),
        (["run", "etalon", "--corpus", "absent"], "absent n'est pas un dossier"),
        (["corpus", "check", "--corpus", "absent"], "absent n'est pas un dossier"),
        (["compute", "absent.yaml"], "absent.yaml"),
        (["explain", "absent.json"], "absent.json"),
        (["compute", "MAL-9999"], "« MAL-9999 » n'est ni un fichier ni un cas du corpus"),
        (["compute", "MAL-0001", "--lecture", "nimporte=x"], "lectures admises : smic_1er_janvier"),
        (
            ["compute", "MAL-0001", "--lecture", "arrondi_ij=x"],
            "valeurs admises : au_plus_proche, troncature",
        ),
        (["compute", "MAL-0001", "--lecture", "arrondi_ij"], "NOM=VALEUR est attendu"),
        (["compute", "MAL-0001", "--au", "2024-09-31"], "AAAA-MM-JJ est attendu"),
        (["law", "show", "R999"], "articles cités : "),
        (["corpus", "schema", "nimporte"], "noms admis : cas"),
        (["serve", "--faute", "nimporte"], "jours_decales"),
        (["report", "absent"], "absent"),
        (["replay", "absent", "MAL-0001"], "absent"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_does_not_exist_is_a_usage_error_that_says_what_is_accepted(words: list[str], said: str) -> None:
    lines = told(etalon(*words, code=2))
    assert lines[0].startswith("etalon : ")
    assert said in "\n".join(lines)
    assert len(lines) <= 2


def test_an_empty_folder_of_cases_and_a_place_where_nothing_can_be_written_are_usage_errors(
    tmp_path: Path,
) -> None:
    (tmp_path / "empty").mkdir()
    assert "aucun cas .yaml" in told(etalon("run", "etalon", "--corpus", tmp_path / "empty", code=2))[0]
    (tmp_path / "file").touch()
    args: list[str | Path] = ["--suites", "aleatoire", "--nombre", "0", "--out", tmp_path / "file"]
    assert "un dossier où l'on puisse écrire est attendu" in told(etalon("run", "etalon", *args, code=2))[0]


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"nonsense\n", "line 1"), (b"{}\n", "no header line"), (b'{"type": "case"}\n', "no header line")],
)
def test_a_run_that_cannot_be_read_is_a_usage_error(content: bytes, words: str, tmp_path: Path) -> None:
    (tmp_path / "results.jsonl").write_bytes(content)
    for command, *more in (["report"], ["replay", "MAL-0001"]):
        (line,) = told(etalon(command, tmp_path, *more, code=2))
        assert words in line


@pytest.mark.parametrize("content", [b"\xff\xfe\n", b"[1]\n", b'{"type": "header"}\n'])
def test_a_file_that_is_no_run_at_all_is_a_usage_error_too(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "results.jsonl").write_bytes(content)
    etalon("report", tmp_path, code=2)


# Daily benefit, last run of paid days, paid days in all, gross in all: worked out by hand.
FIGURES = {
    "MAL-0001": ("32.88", "2024-09-05", "2024-09-20", 16, "526.08"),
    "MAL-0002": ("52.28", "2024-02-04", "2024-02-18", 15, "784.20"),
    "MAL-0003": ("53.31", "2025-04-03", "2025-04-21", 19, "1012.89"),
    "MAL-0004": ("41.47", "2025-04-04", "2025-04-20", 17, "704.99"),
    "MAL-0005": ("41.47", "2026-02-03", "2026-02-15", 13, "539.11"),
    "MAL-0006": ("41.95", "2026-02-04", "2026-02-22", 19, "797.05"),
    "MAL-0007": ("51.70", "2023-06-08", "2023-06-23", 16, "827.20"),
    "MAL-0008": ("30.00", "2023-10-18", "2023-10-31", 14, "420.00"),
    "MAL-0009": ("31.23", "2025-06-06", "2025-06-11", 6, "187.38"),
    "MAL-0010": ("34.52", "2025-01-27", "2025-01-30", 4, "138.08"),
    "MAL-0011": ("36.16", "2024-11-18", "2024-11-21", 4, "144.64"),
    "MAL-0014": ("31.45", "2023-07-04", "2023-07-14", 11, "345.95"),
    "MAL-0015": ("32.88", "2025-12-05", "2025-12-05", 360, "11836.80"),
    "MAL-0016": ("34.64", "2025-09-11", "2025-09-22", 12, "415.68"),
    "MAL-0017": ("53.31", "2024-12-12", "2025-01-10", 30, "1599.30"),
}


@pytest.mark.parametrize("name", FIGURES)
def test_the_published_examples_are_computed_to_the_cent(name: str) -> None:
    rate, first, last, days, gross = FIGURES[name]
    decompte = json.loads(etalon("compute", name, "--json").stdout)
    assert {taux["montant_journalier"] for taux in decompte["taux"]} == {rate}
    paid = [periode for periode in decompte["periodes"] if periode["statut"] == "indemnise"]
    assert (paid[-1]["debut"], paid[-1]["fin"]) == (first, last)
    assert {periode["montant_journalier"] for periode in paid} == {rate}
    assert decompte["compteurs"]["ij_3_ans"] == days
    assert [(solde["destinataire"], solde["du"]) for solde in decompte["soldes"]] == [("assure", gross)]


def test_the_example_one_cent_below_the_threshold_opens_no_right() -> None:
    decompte = json.loads(etalon("compute", "MAL-0013", "--json").stdout)
    assert [decision["ouvert"] for decision in decompte["decisions"]] == [False]
    assert (decompte["taux"], {p["montant_journalier"] for p in decompte["periodes"]}) == ([], {"0.00"})


def test_the_levies_of_the_published_example_are_right_to_the_cent() -> None:
    (levy,) = json.loads(etalon("compute", "MAL-0008", "--json").stdout)["prelevements"]
    assert (levy["brut"], levy["csg"], levy["crds"], levy["net"]) == ("420.00", "26.04", "2.10", "391.86")


def test_people_read_the_same_figures_as_programs() -> None:
    lines = etalon("compute", "MAL-0008").stdout.splitlines()
    assert lines[0] == "arrêt S1 : 30.00 € par jour"
    assert any("2023-10-18 → 2023-10-31  indemnise         30.00 €  assure 30.00" in line for line in lines)
    assert lines[-1].startswith("assure au 2023-10-31 : dû 420.00 €")


def test_a_reading_and_a_date_change_what_is_computed() -> None:
    assert "32.87 € par jour" in etalon("compute", "MAL-0001", "--lecture", "arrondi_ij=troncature").stdout
    assert "dû 98.64 €" in etalon("compute", "MAL-0001", "--au", "2024-09-07").stdout


def test_a_month_missing_from_the_certificate_is_awaited_and_named(tmp_path: Path) -> None:
    path = changed(tmp_path, JULY, "")
    awaited = [line for line in etalon("compute", path).stdout.splitlines() if "en_attente" in line]
    assert len(awaited) == 1
    assert "juillet 2024" in awaited[0]
    assert "juillet 2024" in etalon("explain", path).stdout
    decompte = json.loads(etalon("compute", path, "--json").stdout)
    assert decompte["periodes"][-1]["statut"] == "en_attente"


def test_what_the_oracle_does_not_decide_is_a_usage_error_that_says_why(tmp_path: Path) -> None:
    path = changed(
        tmp_path,
        "  pieces:\n",
        "  pieces:\n    - {id: pz, type: deces, recue_le: 2024-09-10, date: 2024-09-09}\n",
    )
    (line,) = told(etalon("compute", path, code=2))
    assert "hors du champ de l'oracle" in line
    assert "pieces[pz]" in line


def test_the_law_is_listed_and_shown_by_article_and_by_rule() -> None:
    listed = etalon("law", "list").stdout
    assert "MAL-PLAFOND" in listed
    assert "lecture arrondi_ij : au_plus_proche | troncature" in listed
    for name in ("R323-4", "R.323-4", "r 323-4"):
        shown = etalon("law", "show", name).stdout
        assert "MAL-PLAFOND — Plafond du salaire de référence (R323-4)" in shown
        assert "depuis le 1er avril 2025 : 1.40" in shown
    assert "MAL-IJ" not in etalon("law", "show", "MAL-PLAFOND").stdout


def test_the_engines_and_the_gallery_are_listed() -> None:
    assert [line.split()[0] for line in etalon("engines").stdout.splitlines()] == ["etalon", "publicodes"]
    gallery = etalon("engines", "--fautes").stdout
    for faute in FAUTES:
        assert f"faute:{faute.id}" in gallery
        assert f"{faute.titre}  [{faute.regle}, " in gallery


def test_the_corpus_is_checked(corpus: Path) -> None:
    assert "1 cas lus" in etalon("corpus", "check", "--corpus", corpus).stdout
    changed(corpus, "= 32.88", "= 32.89")
    wrong = etalon("corpus", "check", "--corpus", corpus, code=2).stdout
    assert "derivation, ligne" in wrong
    assert "32.89" in wrong


@pytest.mark.parametrize(
    "words",
    [
        ["law", "list", "--json"],
        ["engines", "--json"],
        ["engines", "--fautes", "--json"],
        ["compute", "MAL-0015", "--json"],
        ["compute", "MAL-0015", "--schema"],
        ["corpus", "schema"],
        ["corpus", "schema", "decompte"],
    ],
    ids=" ".join,
)
def test_every_json_output_is_json_and_nothing_else(words: list[str]) -> None:
    assert json.loads(etalon(*words).stdout)


@pytest.fixture
def refused(corpus: Path, tmp_path: Path) -> Path:
    """The run of a faulty engine over one case."""
    folder = tmp_path / "run"
    summary = etalon(
        "run", "faute:jours_decales", "--corpus", corpus, "--nombre", "0", "--out", folder, code=1
    )
    assert f"etalon replay {folder} MAL-0001" in summary.stdout
    assert "MAL-JOURS" in summary.stdout
    return folder


def test_a_finding_is_replayed_with_its_divergences_and_a_good_engine_passes(refused: Path) -> None:
    again = etalon("replay", refused, "MAL-0001", code=1).stdout
    assert "verdict : ECART" in again
    assert "du 2024-09-20 au 2024-09-20 : attendu 32.88, rendu 0.00" in again
    assert "verdict : CONFORME" in etalon("replay", refused, "MAL-0001", "--engine", "etalon").stdout
    assert "MAL-0404" in told(etalon("replay", refused, "MAL-0404", code=2))[0]


def test_a_case_of_the_user_s_own_corpus_is_replayed_as_it_was_judged(corpus: Path, tmp_path: Path) -> None:
    (corpus / "MAL-0001.yaml").unlink()
    own = ORIGINAL.replace("cas: MAL-0001", "cas: MOI-0001").replace('"32.88"', '"32.80"')
    (corpus / "MOI-0001.yaml").write_text(own, encoding="utf-8")
    folder = tmp_path / "run"
    etalon("run", "etalon", "--corpus", corpus, "--nombre", "0", "--out", folder, code=1)
    assert "verdict : ECART" in etalon("replay", folder, "MOI-0001", code=1).stdout


def test_the_reports_are_written_again_from_the_record_alone(refused: Path) -> None:
    written = sorted(path.name for path in refused.iterdir())
    before = (refused / "report.html").read_bytes()
    for path in refused.iterdir():
        if path.name != "results.jsonl":
            path.unlink()
    assert "MAL-JOURS" in etalon("report", refused).stdout
    assert sorted(path.name for path in refused.iterdir()) == written
    assert (refused / "report.html").read_bytes() == before


def test_a_run_as_json_holds_its_counts_and_its_findings(corpus: Path, tmp_path: Path) -> None:
    args: list[str | Path] = ["--corpus", corpus, "--nombre", "0", "--out", tmp_path / "run", "--json"]
    found: Any = json.loads(etalon("run", "faute:jours_decales", *args, code=1).stdout)
    assert [(each["regle"], each["diagnostic"], each["cas"]) for each in found["constats"]] == [
        ("MAL-JOURS", "jours_decales", ["MAL-0001"])
    ]
    assert (found["footer"]["planned"], found["footer"]["judged"]) == (1, 1)
    assert Path(found["rapport"]).is_file()
    passed: Any = json.loads(etalon("run", "etalon", *args).stdout)
    assert (passed["constats"], passed["footer"]["verdicts"]) == ([], {"CONFORME": 1})


@pytest.mark.parametrize(("state", "code"), [("cannot start", 3), ("dies for good", 4)])
def test_the_exit_code_tells_an_unusable_engine_from_a_run_cut_short(
    state: str, code: int, corpus: Path, tmp_path: Path
) -> None:
    (corpus / "MAL-0002.yaml").write_bytes((CASES / "MAL-0002.yaml").read_bytes())
    flag = tmp_path / "flag"
    if state == "cannot start":
        flag.touch()
    command = json.dumps([sys.executable, str(FRAGILE), "die_for_good", "MAL-0002", str(flag)])
    (tmp_path / "moteur.toml").write_text(f'name = "fragile"\ntransport = "command"\ncommand = {command}\n')
    args: list[str | Path] = ["--corpus", corpus, "--nombre", "0", "--out", tmp_path / "run"]
    ended = etalon("run", tmp_path / "moteur.toml", *args, code=code)
    assert "no licence found" in ended.output


def test_the_oracle_is_served_as_an_engine() -> None:
    asked = '{"op":"hello","seq":0,"protocole":1}\n{"op":"bye","seq":1}\n'
    hello, bye = (json.loads(line) for line in etalon("serve", stdin=asked).stdout.splitlines())
    assert (hello["nom"], bye) == ("etalon", {"seq": 1})
    named = etalon("serve", "--faute", "jours_decales", stdin=asked).stdout.splitlines()[0]
    assert json.loads(named)["nom"] == "faute:jours_decales"
