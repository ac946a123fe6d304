"""Consolidated codes for tests: a small registry of invented articles, and trees in the shape of the real code."""

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from oracle.legislation.articles import Article, lire_articles

Json = dict[str, Any]

CSS = "LEGITEXT000006073189"
NO_END = 32472144000000


def identifier(number: int) -> str:
    """``LEGIARTI`` and twelve figures."""
    return f"LEGIARTI{number:012d}"


def _version(number: int, depuis: str, jusqu_au: str | None, **more: Any) -> Json:
    end = None if jusqu_au is None else date.fromisoformat(jusqu_au)
    return {"id": identifier(number), "depuis": date.fromisoformat(depuis), "jusqu_au": end, **more}


def _article(numero: str, *versions: Json, code: str = "css") -> Json:
    lu_au = date(2026, 3, 14) if versions else None
    return {"article": numero, "code": code, "lu_au": lu_au, "versions": versions, "remarque": "objet"}


REGISTRY: Mapping[str, Article] = lire_articles(
    {
        "codes": [
            {"code": "css", "titre": "code de la sécurité sociale", "texte": CSS},
            {"code": "csp", "titre": "code de la santé publique", "texte": None},
        ],
        "articles": [
            _article("R1-1", _version(11, "2021-04-14", "2025-02-21"), _version(12, "2025-02-22", None)),
            _article("R1-2", _version(21, "2016-01-01", None)),
            _article(
                "L2-1",
                _version(31, "2016-12-25", "2026-08-31"),
                _version(32, "2026-09-01", None, a_relire="pas encore lue"),
            ),
            _article(
                "L2-2",
                _version(
                    41,
                    "2025-12-31",
                    "2026-08-31",
                    jusqu_au_publie=date(2026, 12, 31),
                    a_relire="fin douteuse",
                ),
                _version(42, "2026-09-01", None, a_relire="pas encore lue"),
            ),
            _article("L9-9", code="csp"),
        ],
    }
)
"""R1-1 has had two versions, R1-2 one; L2-1 and L2-2 wait for a reader; L9-9 is of a code that is not followed."""


def noted(registry: Mapping[str, Article]) -> set[str]:
    """The versions that wait for a reader."""
    return {v.id for article in registry.values() for v in article.versions if v.a_relire}


def ms(day: date, clock: timezone = UTC) -> int:
    """Midnight, as the code writes a day."""
    return int(datetime(day.year, day.month, day.day, tzinfo=clock).timestamp() * 1000)


def after(last: date | None) -> int:
    """The end of a version, as the code writes it: the day after the last, or a far day."""
    return NO_END if last is None else ms(last + timedelta(days=1))


def raw(number: int, depuis: str, jusqu_au: str | None, etat: str = "VIGUEUR") -> Json:
    """A version as the code writes it."""
    end = None if jusqu_au is None else date.fromisoformat(jusqu_au)
    return {
        "id": identifier(number),
        "etat": etat,
        "dateDebut": ms(date.fromisoformat(depuis)),
        "dateFin": after(end),
    }


def _node(numero: str, *versions: Json) -> Json:
    return {"type": "article", "data": {"num": numero, **versions[-1], "articleVersions": list(versions)}}


def _held(article: Article) -> Json:
    """An article of a registry, as the code publishes it; an older version comes first, as in the real one."""
    versions = [
        {"id": v.id, "etat": "VIGUEUR", "dateDebut": ms(v.depuis), "dateFin": after(v.jusqu_au_publie)}
        for v in article.versions
    ]
    return _node(article.numero, raw(1, "1990-01-01", "2001-12-31", "MODIFIE"), *versions)


def as_read(registry: Mapping[str, Article] = REGISTRY) -> Json:
    """A code that says what a registry says, in sections within sections, and L111-1 that nobody asked for."""
    followed = [_held(article) for article in registry.values() if article.code.texte == CSS]
    other = _node("L111-1", raw(2, "1985-12-21", "2000-12-31"), raw(3, "2001-01-01", None))
    inner = {"type": "section", "data": {"title": "Titre II"}, "children": followed[1:]}
    outer = {"type": "section", "data": {"title": "Livre III"}, "children": [other, followed[0], inner]}
    head = {"id": CSS, "title": "Code de la sécurité sociale", "dateDebutVersion": "2026-03-14"}
    return {"type": "code", "data": head, "children": [outer]}


def find(tree: Json, numero: str) -> Json:
    """The data of an article of a code."""
    waiting = [tree]
    while waiting:
        current = waiting.pop()
        if current["type"] == "article" and current["data"]["num"] == numero:
            data: Json = current["data"]
            return data
        waiting += current.get("children", [])
    raise AssertionError(numero)


def rewrite(tree: Json, numero: str, *versions: Json) -> None:
    """Give an article another history; the last version is the one of the day."""
    find(tree, numero).update({**versions[-1], "articleVersions": list(versions)})


def remove(tree: Json, numero: str) -> None:
    """Take an article out of a code."""
    tree["children"] = [c for c in tree.get("children", []) if c["data"].get("num") != numero]
    for child in tree["children"]:
        if child["type"] == "section":
            remove(child, numero)


def write(tree: Any, folder: Path) -> Path:
    """A code in a file of its own."""
    path = folder / "code.json"
    path.write_text(json.dumps(tree), encoding="utf-8")
    return path
