"""A consolidated code compared with the versions étalon holds: what moved is told with what rests on it, no more."""

from collections.abc import Mapping
from datetime import date, timedelta, timezone
from pathlib import Path

import pytest

from harness.drift import ArticleMoved, Dependents, DriftReport, compare
from harness.legi import read_code
from oracle.legislation.articles import Article
from tests.codes import REGISTRY, Json, as_read, find, identifier, ms, noted, raw, remove, rewrite, write

CITED = {"R1-1": Dependents(("MAL-X", "MAL-Y"), ("table_x",), ("MAL-0001",))}
FIRST, SECOND = raw(11, "2021-04-14", "2025-02-21", "MODIFIE"), raw(12, "2025-02-22", None)
NEW = raw(99, "2027-01-01", None, "VIGUEUR_DIFF")
Told = list[tuple[str, str, str | None]]


def compared(
    tree: Json,
    folder: Path,
    registry: Mapping[str, Article] = REGISTRY,
    cited: Mapping[str, Dependents] = CITED,
) -> DriftReport:
    return compare(read_code(write(tree, folder)), registry, cited)


def told(moved: tuple[ArticleMoved, ...]) -> Told:
    return [(article.article, m.nature, m.version) for article in moved for m in article.mouvements]


def test_a_code_that_has_not_moved_shows_only_what_waits_for_a_reader(tmp_path: Path) -> None:
    report = compared(as_read(), tmp_path)
    assert report.nouveaux == ()
    assert told(report.deja_notes) == [
        ("L2-1", "a_relire", identifier(32)),
        ("L2-2", "a_relire", identifier(41)),
        ("L2-2", "a_relire", identifier(42)),
    ]
    assert report.deja_notes[0].mouvements[0].constat == (
        "LEGIARTI000000000032, en vigueur à compter du 1er septembre 2026 : pas encore lue"
    )
    assert (report.consolide_au, report.articles_compares) == (date(2026, 3, 14), 4)


MOVED: dict[str, tuple[list[Json], list[tuple[str, int]], str]] = {
    "a new version": (
        [FIRST, raw(12, "2025-02-22", "2026-12-31"), NEW],
        [("fin", 12), ("nouvelle", 99)],
        "nouvelle version LEGIARTI000000000099, en vigueur à compter du 1er janvier 2027",
    ),
    "a new version already over": (
        [FIRST, raw(99, "2025-01-01", "2025-01-31"), SECOND],
        [("nouvelle", 99)],
        "nouvelle version LEGIARTI000000000099, en vigueur du 1er janvier 2025 au 31 janvier 2025",
    ),
    "another identifier": (
        [FIRST, SECOND | {"id": identifier(99)}],
        [("nouvelle", 99), ("disparue", 12)],
        "LEGIARTI000000000012 (version du 22 février 2025) ne figure plus dans le code",
    ),
    "an end": (
        [FIRST, raw(12, "2025-02-22", "2026-12-31")],
        [("fin", 12)],
        "LEGIARTI000000000012 (version du 22 février 2025) prend fin le 31 décembre 2026, alors qu'aucune fin n'était connue",
    ),
    "another end": (
        [raw(11, "2021-04-14", "2025-02-20"), SECOND],
        [("fin", 11)],
        "LEGIARTI000000000011 (version du 14 avril 2021) prend fin le 20 février 2025, au lieu du 21 février 2025",
    ),
    "no end any more": (
        [raw(11, "2021-04-14", None), SECOND],
        [("fin", 11)],
        "LEGIARTI000000000011 (version du 14 avril 2021) n'a plus de fin connue, au lieu du 21 février 2025",
    ),
    "another start": (
        [FIRST, raw(12, "2025-02-23", None)],
        [("debut", 12)],
        "LEGIARTI000000000012 entre en vigueur le 23 février 2025, au lieu du 22 février 2025",
    ),
    "a version annulled": (
        [FIRST, SECOND | {"etat": "ANNULE"}],
        [("disparue", 12)],
        "LEGIARTI000000000012 (version du 22 février 2025) ne figure plus dans le code",
    ),
}


@pytest.mark.parametrize(("history", "natures", "sentence"), MOVED.values(), ids=MOVED.keys())
def test_what_moves_in_an_article_is_told_with_all_that_rests_on_it(
    history: list[Json], natures: list[tuple[str, int]], sentence: str, tmp_path: Path
) -> None:
    tree = as_read()
    rewrite(tree, "R1-1", *history)
    (moved,) = compared(tree, tmp_path).nouveaux
    assert told((moved,)) == [("R1-1", nature, identifier(number)) for nature, number in natures]
    assert sentence in [m.constat for m in moved.mouvements]
    assert Dependents(moved.regles, moved.tables, moved.cas) == CITED["R1-1"]


def test_a_new_version_comes_with_the_line_to_write_in_the_registry(tmp_path: Path) -> None:
    tree = as_read()
    rewrite(tree, "R1-1", FIRST, SECOND, NEW)
    (moved,) = compared(tree, tmp_path).nouveaux
    assert [m.ligne for m in moved.mouvements] == [
        '- {id: LEGIARTI000000000099, depuis: 2027-01-01, jusqu_au: null, a_relire: "texte à relire"}'
    ]


@pytest.mark.parametrize("field", ["id", "dateFin", "dateDebut"])
def test_an_article_that_contradicts_its_own_history_is_told(field: str, tmp_path: Path) -> None:
    tree = as_read()
    find(tree, "R1-1")[field] = identifier(99) if field == "id" else ms(date(2025, 3, 1))
    assert [moved.article for moved in compared(tree, tmp_path).nouveaux] == ["R1-1"]


def test_an_article_taken_out_of_the_code_is_told(tmp_path: Path) -> None:
    tree = as_read()
    remove(tree, "R1-1")
    report = compared(tree, tmp_path)
    assert told(report.nouveaux) == [("R1-1", "article_absent", None)]
    assert report.nouveaux[0].regles == ("MAL-X", "MAL-Y")


def test_an_article_already_known_as_repealed_may_leave_the_code(tmp_path: Path) -> None:
    """A consolidated code holds only the articles in force."""
    article = REGISTRY["R1-1"]
    repealed = Article("R1-1", article.code, article.lu_au, article.versions[:1], None)
    tree = as_read()
    remove(tree, "R1-1")
    assert compared(tree, tmp_path, {**REGISTRY, "R1-1": repealed}).nouveaux == ()


def test_a_version_that_waits_for_a_reader_and_moves_is_news_again(tmp_path: Path) -> None:
    tree = as_read()
    first = raw(31, "2016-12-25", "2026-08-31")
    rewrite(tree, "L2-1", first, raw(32, "2026-10-01", None))
    report = compared(tree, tmp_path)
    assert told(report.nouveaux) == [("L2-1", "debut", identifier(32))]
    assert {version for _, _, version in told(report.deja_notes)} == noted(REGISTRY) - {identifier(32)}
    rewrite(tree, "L2-1", first)
    assert told(compared(tree, tmp_path).nouveaux) == [("L2-1", "disparue", identifier(32))]


def test_a_doubtful_end_is_news_when_the_code_puts_it_right(tmp_path: Path) -> None:
    tree = as_read()
    rewrite(tree, "L2-2", raw(41, "2025-12-31", "2026-08-31"), raw(42, "2026-09-01", None))
    assert told(compared(tree, tmp_path).nouveaux) == [("L2-2", "fin", identifier(41))]


@pytest.mark.parametrize(
    "version",
    [
        raw(99, "2026-05-01", "2026-04-30", "MODIFIE_MORT_NE"),
        raw(99, "2026-05-01", None, "MODIFIE_MORT_NE"),
        raw(99, "2026-05-01", "2026-04-30"),
        raw(99, "2025-02-22", None, "ANNULE"),
        raw(99, "2015-01-01", "2022-12-31", "MODIFIE"),
    ],
    ids=["stillborn", "stillborn without end", "never in force", "annulled", "over before 2023"],
)
def test_a_version_that_governs_no_stop_is_no_news(version: Json, tmp_path: Path) -> None:
    tree = as_read()
    rewrite(tree, "R1-1", version, FIRST, SECOND)
    assert compared(tree, tmp_path).nouveaux == ()


def test_a_version_over_on_the_first_day_of_2023_is_news(tmp_path: Path) -> None:
    tree = as_read()
    rewrite(tree, "R1-1", raw(99, "2015-01-01", "2023-01-01", "MODIFIE"), FIRST, SECOND)
    assert told(compared(tree, tmp_path).nouveaux) == [("R1-1", "nouvelle", identifier(99))]


def test_days_are_the_same_whether_midnight_is_that_of_greenwich_or_of_paris(tmp_path: Path) -> None:
    tree = as_read()
    summer, winter = timezone(timedelta(hours=2)), timezone(timedelta(hours=1))
    first = FIRST | {"dateDebut": ms(date(2021, 4, 14), summer), "dateFin": ms(date(2025, 2, 22), winter)}
    rewrite(tree, "R1-1", first, SECOND | {"dateDebut": ms(date(2025, 2, 22), winter)})
    assert compared(tree, tmp_path).nouveaux == ()


def test_an_article_cited_without_being_held_comes_with_all_that_is_to_be_written(tmp_path: Path) -> None:
    cited = {
        "L111-1": Dependents(("MAL-X",)),
        "L999-1": Dependents((), (), ("MAL-0001",)),
        "L9-9": Dependents(),
    }
    known, unknown = compared(as_read(), tmp_path, cited=cited).nouveaux
    assert told((known, unknown)) == [("L111-1", "hors_registre", None), ("L999-1", "hors_registre", None)]
    assert known.regles == ("MAL-X",)
    assert known.mouvements[0].ligne == (
        "- {article: L111-1, code: css, lu_au: 2026-03-14, "
        "versions: [{id: LEGIARTI000000000003, depuis: 2001-01-01, jusqu_au: null}]}"
    )
    assert "ni le registre ni ce code" in unknown.mouvements[0].constat
