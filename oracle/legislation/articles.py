"""The articles étalon rests on, and the versions of each that have been in force since the start of 2023.

``version_en_vigueur("R323-4", jour)`` is the version of that day; ``version_applicable`` the one that governs a fact of
that day, when the text that changed the article applies to later facts only. Articles outside the code that is followed
are named without versions.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from ruamel.yaml import YAML

from oracle.calendrier import en_francais

VERSIONS_DEPUIS = date(2023, 1, 1)
"""Versions that ended before this day are not kept: étalon decides stops from this day on."""

_NUMERO = re.compile(r"\b[LRD]\d+(?:-\d+)*\b")


@dataclass(frozen=True)
class Code:
    """A code, or the texts outside any. ``texte``: identifier of the consolidated code, None when not followed."""

    cle: str
    titre: str
    texte: str | None


@dataclass(frozen=True)
class VersionDArticle:
    """One version of an article: its LEGIARTI identifier, its first and last days in force (None: no end known).

    ``applicable_des``: first day of the facts it governs, as ``remarque`` says which; its first day in force by default.
    ``a_relire``: why a person has still to read it; ``jusqu_au_publie``: the end the consolidated code gives, where it
    is not the one taken here.
    """

    id: str
    depuis: date
    jusqu_au: date | None
    applicable_des: date
    jusqu_au_publie: date | None
    remarque: str | None
    a_relire: str | None

    @property
    def intitule(self) -> str:
        """How an explanation names it: ``version du 22 février 2025``."""
        return f"version du {en_francais(self.depuis)}"

    def en_vigueur_au(self, jour: date) -> bool:
        """Whether the version is in force on a day, both ends included."""
        return self.depuis <= jour and (self.jusqu_au is None or jour <= self.jusqu_au)


@dataclass(frozen=True)
class Article:
    """An article and its versions in order of date; ``lu_au``: consolidation date of the code it was read in."""

    numero: str
    code: Code
    lu_au: date | None
    versions: tuple[VersionDArticle, ...]
    remarque: str | None

    def version_en_vigueur(self, jour: date) -> VersionDArticle | None:
        """The version in force on a day."""
        return next((version for version in self.versions if version.en_vigueur_au(jour)), None)

    def version_applicable(self, jour: date) -> VersionDArticle | None:
        """The version that governs a fact of that day; None before the first, or once the article is repealed."""
        if self.versions and self.versions[-1].jusqu_au is not None and self.versions[-1].jusqu_au < jour:
            return None
        deja = [version for version in self.versions if version.applicable_des <= jour]
        return deja[-1] if deja else None


def version_en_vigueur(numero: str, jour: date) -> VersionDArticle | None:
    """The version of an article in force on a day; None for an article without versions, or not in force that day."""
    article = articles().get(numero)
    return article.version_en_vigueur(jour) if article else None


def version_applicable(numero: str, jour: date) -> VersionDArticle | None:
    """The version that governs a stop that starts, a prescription or a pension of that day, as the article says.

    R323-4 changed on 22 February 2025 for stops from 1 April 2025: a stop of 10 March is governed by the version before.
    """
    article = articles().get(numero)
    return article.version_applicable(jour) if article else None


def articles_nommes(texte: str) -> frozenset[str]:
    """The numbers of articles written in a text: ``CSS R323-1, 4°`` names R323-1."""
    return frozenset(_NUMERO.findall(texte))


@cache
def articles() -> dict[str, Article]:
    """Every article, by number."""
    brut = YAML(typ="safe", pure=True).load(
        (files("oracle.legislation") / "articles.yaml").read_text(encoding="utf-8")
    )
    return lire_articles(brut)


def lire_articles(brut: dict[str, Any]) -> dict[str, Article]:
    """Articles by number from the data of the file; raises ``ValueError`` that names the article and the field."""
    codes = {code["code"]: Code(code["code"], code["titre"], code["texte"]) for code in brut["codes"]}
    lus = [_article(article, codes) for article in brut["articles"]]
    repetes = _repetes(article.numero for article in lus)
    if repetes:
        raise ValueError(f"article written twice: {', '.join(repetes)}")
    return {article.numero: article for article in lus}


def _article(brut: dict[str, Any], codes: dict[str, Code]) -> Article:
    numero = brut.get("article", "?")
    _verifier(numero, brut, {"article", "code", "lu_au", "versions"}, {"remarque"})
    if brut["code"] not in codes:
        raise ValueError(f"{numero}: code: unknown {brut['code']!r}; one of {', '.join(codes)} is expected")
    return Article(
        numero=numero,
        code=codes[brut["code"]],
        lu_au=brut["lu_au"],
        versions=tuple(_version(numero, version) for version in brut["versions"]),
        remarque=brut.get("remarque"),
    )


def _version(numero: str, brut: dict[str, Any]) -> VersionDArticle:
    facultatifs = {"applicable_des", "jusqu_au_publie", "remarque", "a_relire"}
    _verifier(numero, brut, {"id", "depuis", "jusqu_au"}, facultatifs)
    return VersionDArticle(
        id=brut["id"],
        depuis=brut["depuis"],
        jusqu_au=brut["jusqu_au"],
        applicable_des=brut.get("applicable_des", brut["depuis"]),
        jusqu_au_publie=brut.get("jusqu_au_publie", brut["jusqu_au"]),
        remarque=brut.get("remarque"),
        a_relire=brut.get("a_relire"),
    )


def _verifier(numero: str, brut: dict[str, Any], attendus: set[str], facultatifs: set[str]) -> None:
    manquants, inconnus = attendus - brut.keys(), brut.keys() - attendus - facultatifs
    if manquants or inconnus:
        defauts = [f"{champ}: missing" for champ in sorted(manquants)]
        defauts += [f"{champ}: unknown" for champ in sorted(inconnus)]
        raise ValueError(f"{numero}: {'; '.join(defauts)}")


def _repetes(numeros: Iterable[str]) -> list[str]:
    return [numero for numero, fois in Counter(numeros).items() if fois > 1]
