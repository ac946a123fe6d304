"""``etalon explain --diff…``: one comparison at a time, between two files, two dates or two readings."""

import json
from pathlib import Path

import pytest

from tests.aides import Json, activite, attestation, avis, dossier
from tests.recits import paragraphe, simplifier
from tests.test_cli import etalon, told


def written(folder: Path, name: str, data: Json) -> Path:
    """A bare dossier in a file of its own."""
    path = folder / f"{name}.json"
    path.write_text(json.dumps(data), encoding="utf-8")
    return path


@pytest.fixture
def usual(tmp_path: Path) -> Path:
    """The usual dossier, whose last document was received on 7 September 2024."""
    return written(tmp_path, "habituel", dossier())


def explained(*words: str | Path) -> str:
    """What the command prints, with plain spaces and apostrophes."""
    return simplifier(etalon("explain", *words).stdout)


def test_two_cases_of_the_corpus_are_compared_by_their_ids() -> None:
    lines = explained("MAL-0001", "--diff", "MAL-0002").splitlines()
    assert lines[0].startswith("Comparaison de deux dossiers au 20 septembre 2024")
    assert lines[1].startswith("– Premier dossier : « 2 000 € par mois")
    assert lines[2].startswith("– Second dossier : « ")


def test_two_bare_dossiers_bear_the_names_of_their_files(usual: Path, tmp_path: Path) -> None:
    longer = written(tmp_path, "prolonge", dossier(activite(), avis(fin="2024-09-30"), attestation()))
    text = explained(usual, "--diff", longer, "--au", "2024-10-15")
    assert "– Premier dossier : « habituel ».\n– Second dossier : « prolonge »." in text
    assert (
        paragraphe(text, "En bref")[0] == "– L'assuré : 328,80 € bruts de plus, soit 306,77 € nets de plus."
    )


def test_two_files_of_one_name_are_told_apart_by_their_paths(usual: Path, tmp_path: Path) -> None:
    (tmp_path / "autre").mkdir()
    namesake = written(tmp_path / "autre", "habituel", dossier())
    text = explained(usual, "--diff", namesake)
    assert f"– Premier dossier : « {usual} »." in text
    assert f"– Second dossier : « {namesake} »." in text


def test_without_a_date_two_files_are_compared_at_the_later_of_theirs(usual: Path, tmp_path: Path) -> None:
    late = written(tmp_path, "tardif", dossier(activite(), avis(), attestation(recue_le="2024-10-02")))
    for first, second in ((usual, late), (late, usual)):
        text = explained(first, "--diff", second)
        assert text.startswith("Comparaison de deux dossiers au 2 octobre 2024\n")
        assert "– Rien ne change en argent" in text


def test_a_date_is_compared_with_that_of_the_case_or_with_the_one_asked(usual: Path) -> None:
    assert explained(usual, "--diff-au", "2024-10-15").startswith(
        "Comparaison d'un même dossier au 7 septembre 2024 et au 15 octobre 2024\n"
    )
    assert explained(usual, "--au", "2024-10-15", "--diff-au", "2024-09-06").startswith(
        "Comparaison d'un même dossier au 6 septembre 2024 et au 15 octobre 2024\n"
    )


def test_a_reading_is_compared_with_the_one_followed(usual: Path) -> None:
    words = ("--au", "2024-10-15", "--diff-lecture", "arrondi_ij=troncature")
    assert "– L'assuré : 0,16 € bruts de moins" in explained(usual, *words)
    text = explained(
        usual,
        "--au",
        "2024-10-15",
        "--lecture",
        "arrondi_ij=troncature",
        "--diff-lecture",
        "arrondi_ij=au_plus_proche",
    )
    assert "– Lecture suivie : troncature au centime." in text
    assert "– L'assuré : 0,16 € bruts de plus" in text


def test_other_readings_asked_for_hold_on_both_sides(usual: Path) -> None:
    text = explained(
        usual,
        "--au",
        "2024-10-15",
        "--lecture",
        "arrondi_ij=troncature",
        "--diff-lecture",
        "arrondi_net=par_jour",
    )
    assert "net à verser 490,72 € au lieu de 490,68 €" in text
    assert "Comment la moitié" not in text


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ["--diff", "MAL-0002", "--diff-au", "2024-10-15"],
            (
                "--diff MAL-0002 et --diff-au 2024-10-15 : une seule comparaison à la fois ; --diff CASE, --diff-au DATE ou "
                "--diff-lecture NOM=VALEUR est attendu"
            ),
        ),
        (
            ["--diff-au", "2024-10-15", "--diff-au", "2024-10-16"],
            "--diff-au 2024-10-15 et --diff-au 2024-10-16 : une seule",
        ),
        (["--diff-au", "2024-09-31"], "--diff-au 2024-09-31 : AAAA-MM-JJ est attendu"),
        (
            ["--au", "2024-10-15", "--diff-au", "2024-10-15"],
            "--diff-au 2024-10-15 : c'est déjà la date du décompte ; une autre date est attendue",
        ),
        (["--diff-lecture", "arrondi_ij"], "--diff-lecture arrondi_ij : NOM=VALEUR est attendu"),
        (
            ["--diff-lecture", "nimporte=x"],
            "--diff-lecture nimporte=x : lecture inconnue ; lectures admises : ",
        ),
        (
            ["--diff-lecture", "arrondi_ij=x"],
            "--diff-lecture arrondi_ij=x : valeurs admises : au_plus_proche, troncature",
        ),
        (
            ["--diff-lecture", "arrondi_ij=au_plus_proche"],
            "--diff-lecture arrondi_ij=au_plus_proche : c'est déjà la lecture suivie ; autres valeurs admises : troncature",
        ),
        (["--diff", "MAL-9999"], "« MAL-9999 » n'est ni un fichier ni un cas du corpus"),
        (["--diff", "absent.yaml"], "absent.yaml"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_comparison_mistyped_is_told_in_one_line_that_says_what_is_accepted(
    words: list[str], said: str
) -> None:
    ended = etalon("explain", "MAL-0001", *words, code=2)
    assert ended.stdout == ""
    assert told(ended)[0].startswith("etalon : ")
    assert said in "\n".join(told(ended))
    assert len(told(ended)) <= 2


def test_a_second_file_that_cannot_be_decided_is_named_with_its_option(usual: Path, tmp_path: Path) -> None:
    independant: Json = {
        "id": "p1",
        "type": "activite",
        "recue_le": "2019-01-02",
        "activite": "A",
        "nature": "independant",
        "statut": "artisan",
        "debut": "2019-01-01",
    }
    other = written(tmp_path, "artisan", dossier(independant, avis()))
    (line,) = told(etalon("explain", usual, "--diff", other, code=2))
    assert line.startswith(f"etalon : hors du champ de l'oracle (--diff {other}) — pieces[p2] : ")
    empty = written(tmp_path, "sans-activite", dossier(avis()))
    headline, problem = told(etalon("explain", usual, "--diff", empty, code=2))
    assert headline == f"etalon : le dossier ne peut être décidé (--diff {empty})"
    assert "activite" in problem


def test_without_a_comparison_the_decompte_is_told_as_before(usual: Path) -> None:
    text = explained(usual, "--au", "2024-10-15")
    assert text.startswith("Décompte au 15 octobre 2024\n")
    assert "Points de droit dont ce décompte dépend" in text
