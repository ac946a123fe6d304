"""The articles étalon rests on: none cited is missing, versions follow one another, and the right one is found on a day."""

import re
from collections import Counter
from datetime import date
from itertools import pairwise
from typing import Any

import pytest

from harness.drift import Dependents, dependents
from oracle.calendrier import plus_jours
from oracle.legislation.articles import (
    VERSIONS_DEPUIS,
    Article,
    VersionDArticle,
    articles,
    articles_nommes,
    lire_articles,
    version_applicable,
    version_en_vigueur,
)
from tests.aides import jour

ARTICLES = list(articles().values())
VERSIONS = [(article, version) for article in ARTICLES for version in article.versions]
CODES = [
    {"code": "css", "titre": "code de la sécurité sociale", "texte": "LEGITEXT000006073189"},
    {"code": "csp", "titre": "code de la santé publique", "texte": None},
]


def to_add(cited: dict[str, Dependents], known: set[str]) -> str:
    """What to write in the registry for the articles that are cited and that it lacks; empty when none is."""
    said = []
    for numero in sorted(cited.keys() - known):
        by = cited[numero]
        said.append(
            f"\n  # cité par : {', '.join((*by.regles, *by.tables, *by.cas))}"
            f"\n  - {{article: {numero}, code: css, lu_au: AAAA-MM-JJ, versions: [{{id: LEGIARTI…, depuis: …, jusqu_au: null}}]}}"
        )
    return "".join(said)


def test_every_article_cited_by_a_rule_a_table_or_a_case_is_in_the_registry() -> None:
    missing = to_add(dependents(), set(articles()))
    assert not missing, (
        "à inscrire dans oracle/legislation/articles.yaml ; « etalon law drift --legi FICHIER » (JSON du code de la "
        "sécurité sociale, paquet npm @socialgouv/legi-data) donne chaque ligne complète. Article d'un autre code : "
        f"son code, « versions: [] » et « lu_au: null ».{missing}"
    )


def test_a_missing_article_is_told_with_who_cites_it_and_the_line_to_add() -> None:
    cited = {
        "R323-4": Dependents(("MAL-PLAFOND",)),
        "L999-1": Dependents(("MAL-X",), ("table_x",), ("MAL-0001",)),
    }
    said = to_add(cited, {"R323-4"})
    assert "cité par : MAL-X, table_x, MAL-0001" in said
    assert "article: L999-1, code: css" in said
    assert "R323-4" not in said
    assert not to_add(cited, {"R323-4", "L999-1"})


def test_what_rests_on_an_article_is_found_in_rules_tables_and_cases() -> None:
    cited = dependents()
    assert "MAL-PLAFOND" in cited["R323-4"].regles
    assert "multiplicateur_plafond" in cited["R323-4"].tables
    assert len(cited["R323-4"].cas) >= 5
    assert "multiplicateur_plafond" not in cited["R323-1"].tables


@pytest.mark.parametrize(
    ("texte", "nommes"),
    [
        ("CSS R323-1, 4°, version du 1er janvier 2016", {"R323-1"}),
        ("CSS L323-1-2 ; loi n° 2023-1250 du 26 décembre 2023, art. 64", {"L323-1-2"}),
        ("CSS R323-4 ; D161-2-1-1-1-1", {"R323-4", "D161-2-1-1-1-1"}),
        ("décret n° 2025-160, arrêté du 19 avril 2022, ordonnance n° 96-50", set()),
    ],
)
def test_the_articles_named_in_a_source_are_read_whole(texte: str, nommes: set[str]) -> None:
    assert articles_nommes(texte) == nommes


def test_identifiers_are_well_formed_and_never_used_twice() -> None:
    ids = [version.id for _, version in VERSIONS]
    assert [i for i in ids if not re.fullmatch(r"LEGIARTI\d{12}", i)] == []
    assert [i for i, fois in Counter(ids).items() if fois > 1] == []


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.numero)
def test_the_versions_of_an_article_follow_one_another_without_overlap_or_gap(article: Article) -> None:
    """A gap would be a repealed article that came back: none has."""
    for version in article.versions:
        assert version.jusqu_au is None or VERSIONS_DEPUIS <= version.jusqu_au >= version.depuis, version.id
    for before, after in pairwise(article.versions):
        assert before.jusqu_au is not None, f"{before.id} : une fin est attendue, {after.id} la suit"
        assert after.depuis == plus_jours(before.jusqu_au, 1), f"{before.id} → {after.id}"


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.numero)
def test_an_article_of_a_followed_code_has_versions_and_the_others_say_what_they_are_about(
    article: Article,
) -> None:
    if article.code.texte is None:
        assert article.versions == ()
        assert article.remarque
    else:
        assert re.fullmatch(r"LEGITEXT\d{12}", article.code.texte)
        assert re.fullmatch(r"[LRD]\d+(-\d+)*", article.numero)
        assert article.versions
        assert article.lu_au is not None
        assert article.lu_au >= date(2026, 3, 14)


@pytest.mark.parametrize(("article", "version"), VERSIONS, ids=lambda value: getattr(value, "id", ""))
def test_a_version_that_governs_later_facts_only_says_which(
    article: Article, version: VersionDArticle
) -> None:
    assert version.applicable_des >= version.depuis
    assert version.remarque or version.applicable_des == version.depuis
    later = [other.applicable_des for other in article.versions if other.depuis > version.depuis]
    assert all(version.applicable_des <= des for des in later)


@pytest.mark.parametrize(
    ("numero", "quand", "en_vigueur", "applicable"),
    [
        ("R323-4", "2021-04-13", None, None),
        ("R323-4", "2021-04-14", "LEGIARTI000043356754", "LEGIARTI000043356754"),
        ("R323-4", "2025-02-21", "LEGIARTI000043356754", "LEGIARTI000043356754"),
        ("R323-4", "2025-02-22", "LEGIARTI000051226486", "LEGIARTI000043356754"),
        ("R323-4", "2025-03-31", "LEGIARTI000051226486", "LEGIARTI000043356754"),
        ("R323-4", "2025-04-01", "LEGIARTI000051226486", "LEGIARTI000051226486"),
        ("L323-1-2", "2023-07-08", None, None),
        ("L323-1-2", "2023-12-31", "LEGIARTI000048685879", None),
        ("L323-1-2", "2024-01-01", "LEGIARTI000048685879", "LEGIARTI000047802819"),
        ("L323-1-2", "2024-07-01", "LEGIARTI000048685879", "LEGIARTI000048685879"),
        ("R321-2", "2025-06-30", "LEGIARTI000051819783", "LEGIARTI000006749208"),
        ("L162-4-4", "2026-08-31", "LEGIARTI000053283625", "LEGIARTI000053283625"),
        ("L162-4-4", "2026-09-01", "LEGIARTI000053284700", "LEGIARTI000053284700"),
        ("L6316-1", "2025-01-01", None, None),
        ("L999-1", "2025-01-01", None, None),
    ],
)
def test_the_version_of_a_day_and_the_version_that_governs_it_are_found(
    numero: str, quand: str, en_vigueur: str | None, applicable: str | None
) -> None:
    found = version_en_vigueur(numero, jour(quand)), version_applicable(numero, jour(quand))
    assert tuple(version and version.id for version in found) == (en_vigueur, applicable)


def test_a_version_is_named_as_an_explanation_names_it() -> None:
    version = version_en_vigueur("R323-4", date(2025, 4, 1))
    assert version is not None
    assert version.intitule == "version du 22 février 2025"


def written(**changes: Any) -> dict[str, Any]:
    """The data of one article, some fields changed; None takes a field away."""
    version = {"id": "LEGIARTI000000000001", "depuis": date(2020, 1, 1), "jusqu_au": date(2024, 12, 31)}
    article = {"article": "L1-1", "code": "css", "lu_au": date(2026, 3, 14), "versions": [version]} | changes
    return {field: value for field, value in article.items() if value is not None}


def test_a_repealed_article_governs_nothing_any_more() -> None:
    article = lire_articles({"codes": CODES, "articles": [written()]})["L1-1"]
    assert article.version_en_vigueur(date(2024, 12, 31)) == article.versions[0]
    assert article.version_applicable(date(2024, 12, 31)) == article.versions[0]
    assert article.version_en_vigueur(date(2025, 1, 1)) is None
    assert article.version_applicable(date(2025, 1, 1)) is None


def test_the_end_a_code_gives_is_the_end_held_unless_said_otherwise() -> None:
    said = {"id": "LEGIARTI000000000002", "depuis": date(2025, 1, 1), "jusqu_au": date(2025, 6, 30)}
    data = written(
        versions=[said, said | {"jusqu_au_publie": None}, said | {"jusqu_au_publie": date(2025, 9, 1)}]
    )
    versions = lire_articles({"codes": CODES, "articles": [data]})["L1-1"].versions
    assert [version.jusqu_au_publie for version in versions] == [date(2025, 6, 30), None, date(2025, 9, 1)]


@pytest.mark.parametrize(
    ("faulty", "said"),
    [
        ([written(couleur="bleu")], "L1-1: couleur: unknown"),
        ([written(lu_au=None)], "L1-1: lu_au: missing"),
        ([written(code="cgi")], "L1-1: code: unknown 'cgi'; one of css, csp is expected"),
        ([written(versions=[{"id": "x", "depuis": date(2020, 1, 1)}])], "L1-1: jusqu_au: missing"),
        (
            [written(versions=[{"id": "x", "depuis": date(2020, 1, 1), "jusqu_au": None, "a_relir": "?"}])],
            "L1-1: a_relir: unknown",
        ),
        ([written(), written()], "article written twice: L1-1"),
    ],
)
def test_a_fault_of_the_file_is_named(faulty: list[dict[str, Any]], said: str) -> None:
    with pytest.raises(ValueError, match=re.escape(said)):
        lire_articles({"codes": CODES, "articles": faulty})
