"""Reading a consolidated code: the JSON of the npm package ``@socialgouv/legi-data``, one file a code.

A tree of ``{type, data, children}``; an article's ``data`` holds its number and the history of its versions, with dates
in milliseconds. Only what a comparison needs is read and checked.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

EXPECTED = "le JSON d'un code consolidé est attendu (paquet npm @socialgouv/legi-data, data/LEGITEXT000006073189.json)"
NEVER_IN_FORCE = {"MODIFIE_MORT_NE", "ANNULE"}
"""States of versions replaced before their day came, or annulled by a judge."""

_NOON = 12 * 3600 * 1000
_NO_END = date(2900, 1, 1)


class CodeUnreadable(Exception):  # noqa: N818  # about a file of the user's, named as the message names it
    """The file is not a consolidated code; the message says what is wrong and what is expected."""


@dataclass(frozen=True)
class PublishedVersion:
    """A version as the code gives it: identifier, first and last days in force (None: no end known)."""

    id: str
    depuis: date
    jusqu_au: date | None


@dataclass(frozen=True)
class ConsolidatedCode:
    """A code at its date of consolidation, and the raw articles by number; their histories are read when asked for."""

    path: Path
    texte: str
    titre: str
    consolide_au: date
    articles: Mapping[str, Sequence[Mapping[str, Any]]]

    def versions(self, numero: str) -> tuple[PublishedVersion, ...] | None:
        """The versions of an article, None when the code does not hold it; raise ``CodeUnreadable`` on a bad history.

        What an article says of itself and what its history says of it are both kept where they differ.
        """
        found = self.articles.get(numero)
        if found is None:
            return None
        try:
            given = [
                v
                for article in found
                for raw in (*article["articleVersions"], article)
                if (v := _version(raw))
            ]
        except (KeyError, TypeError, ValueError, OverflowError, OSError) as wrong:
            raise CodeUnreadable(
                f"{self.path} : article {numero} : articleVersions : id, etat, dateDebut ou dateFin (millisecondes) "
                f"absent ou illisible ; {EXPECTED}"
            ) from wrong
        return tuple(dict.fromkeys(given))


def read_code(path: Path) -> ConsolidatedCode:
    """Read a consolidated code; raise ``CodeUnreadable`` when the file is not one."""
    tree = _tree(path)
    head = tree.get("data")
    if tree.get("type") != "code" or not isinstance(head, dict):
        raise CodeUnreadable(
            f"{path} n'est pas un code consolidé : le premier nœud n'est pas un code ; {EXPECTED}"
        )
    try:
        texte, titre = str(head["id"]), str(head["title"])
        consolide_au = date.fromisoformat(head["dateDebutVersion"])
    except (KeyError, TypeError, ValueError) as wrong:
        raise CodeUnreadable(
            f"{path} : data : id, title ou dateDebutVersion (AAAA-MM-JJ) absent ou illisible ; {EXPECTED}"
        ) from wrong
    articles: dict[str, list[Mapping[str, Any]]] = {}
    for article in _articles(tree):
        articles.setdefault(str(article.get("num")), []).append(article)
    if not articles:
        raise CodeUnreadable(f"{path} ne contient aucun article ; {EXPECTED}")
    return ConsolidatedCode(path, texte, titre, consolide_au, articles)


def _tree(path: Path) -> dict[str, Any]:
    try:
        tree = json.loads(path.read_text(encoding="utf-8"))
    except OSError as wrong:
        raise CodeUnreadable(f"{path} ne se lit pas ({wrong.strerror}) ; {EXPECTED}") from wrong
    except UnicodeDecodeError as wrong:
        raise CodeUnreadable(f"{path} n'est pas un texte UTF-8 ; {EXPECTED}") from wrong
    except json.JSONDecodeError as wrong:
        raise CodeUnreadable(
            f"{path} n'est pas du JSON (ligne {wrong.lineno}, colonne {wrong.colno}) ; {EXPECTED}"
        ) from wrong
    except RecursionError as wrong:
        raise CodeUnreadable(f"{path} est emboîté trop profondément ; {EXPECTED}") from wrong
    if not isinstance(tree, dict):
        raise CodeUnreadable(f"{path} n'est pas un code consolidé : un objet JSON manque ; {EXPECTED}")
    return tree


def _articles(tree: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The ``data`` of every article, in the order of the code."""
    waiting: list[Any] = [tree]
    while waiting:
        node = waiting.pop()
        if not isinstance(node, dict):
            continue
        if node.get("type") == "article" and isinstance(node.get("data"), dict):
            yield node["data"]
        children = node.get("children")
        if isinstance(children, list):
            waiting += reversed(children)


def _version(raw: Mapping[str, Any]) -> PublishedVersion | None:
    """A version of the file, None when it was never in force. The file gives the day after the last."""
    depuis, after = _day(raw["dateDebut"]), _day(raw["dateFin"])
    if raw["etat"] in NEVER_IN_FORCE or after <= depuis:
        return None
    if not isinstance(raw["id"], str):
        raise TypeError("an identifier is a text")
    return PublishedVersion(raw["id"], depuis, None if after >= _NO_END else after - timedelta(days=1))


def _day(milliseconds: int) -> date:
    """The day of a midnight, of Greenwich or of Paris alike: half a day later, both are still on it."""
    return datetime.fromtimestamp((milliseconds + _NOON) / 1000, UTC).date()
