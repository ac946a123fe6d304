"""What has moved in the law since it was read: a consolidated code compared with the versions étalon holds.

Each movement comes with the rules, dated tables and cases that rest on its article. Versions already noticed and
waiting for a reader are data (``a_relire`` in the registry of articles): they are told apart, and are no news.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Literal

from corpus.catalogue import charger, dossier_par_defaut
from harness.legi import CodeUnreadable, ConsolidatedCode, PublishedVersion, read_code
from oracle.calendrier import en_francais
from oracle.legislation import tables
from oracle.legislation.articles import VERSIONS_DEPUIS, Article, VersionDArticle, articles, articles_nommes
from oracle.registre import REGLES

Nature = Literal["nouvelle", "debut", "fin", "disparue", "article_absent", "hors_registre", "a_relire"]


@dataclass(frozen=True)
class Dependents:
    """What rests on an article: ids of rules, names of dated tables, ids of cases."""

    regles: tuple[str, ...] = ()
    tables: tuple[str, ...] = ()
    cas: tuple[str, ...] = ()


@dataclass(frozen=True)
class Movement:
    """One difference, in a French sentence. ``ligne``: what to write in the registry for what it lacks."""

    nature: Nature
    version: str | None
    constat: str
    ligne: str | None = None


@dataclass(frozen=True)
class ArticleMoved:
    """The movements of one article, and what rests on it."""

    article: str
    mouvements: tuple[Movement, ...]
    regles: tuple[str, ...]
    tables: tuple[str, ...]
    cas: tuple[str, ...]


@dataclass(frozen=True)
class DriftReport:
    """A code compared with the registry. ``nouveaux`` is news; ``deja_notes`` waits for a reader already."""

    texte: str
    titre: str
    consolide_au: date
    articles_compares: int
    nouveaux: tuple[ArticleMoved, ...]
    deja_notes: tuple[ArticleMoved, ...]


@dataclass
class _Cited:
    regles: list[str] = field(default_factory=list)
    tables: list[str] = field(default_factory=list)
    cas: list[str] = field(default_factory=list)


def examine(path: Path) -> DriftReport:
    """Compare a file with the registry of articles; raise ``CodeUnreadable`` when nothing can be said of it."""
    registry, code = articles(), read_code(path)
    followed = {article.code.texte: article.code.titre for article in registry.values() if article.code.texte}
    if code.texte not in followed:
        expected = ", ".join(f"{titre} ({texte})" for texte, titre in followed.items())
        raise CodeUnreadable(f"{path} contient « {code.titre} » ({code.texte}) ; est attendu : {expected}")
    read_on = max(a.lu_au for a in registry.values() if a.code.texte == code.texte and a.lu_au)
    if code.consolide_au < read_on:
        raise CodeUnreadable(
            f"{path} est consolidé au {en_francais(code.consolide_au)}, avant la lecture du {en_francais(read_on)} : il "
            "n'apprendrait rien ; un code consolidé à cette date ou après est attendu"
        )
    return compare(code, registry, dependents())


def compare(
    code: ConsolidatedCode, registry: Mapping[str, Article], cited: Mapping[str, Dependents]
) -> DriftReport:
    """Set a code against the articles held from it, and against those that are cited without being held."""
    held = {numero: a for numero, a in registry.items() if a.code.texte == code.texte}
    cle = next(a.code.cle for a in held.values())
    moved = [
        *((numero, tuple(movements(article, code))) for numero, article in held.items()),
        *((n, (_not_held(n, cle, code),)) for n in sorted(cited.keys() - registry.keys())),
    ]

    def among(known: bool) -> tuple[ArticleMoved, ...]:
        kept = [
            (numero, tuple(m for m in all_ if (m.nature == "a_relire") == known)) for numero, all_ in moved
        ]
        return tuple(_with_dependents(numero, some, cited) for numero, some in kept if some)

    return DriftReport(
        code.texte, code.titre, code.consolide_au, len(held), among(known=False), among(known=True)
    )


def movements(article: Article, code: ConsolidatedCode) -> Iterator[Movement]:
    """How an article differs from what is held of it; a version to read again that has not moved is told last."""
    published = code.versions(article.numero)
    if published is None:
        if any(v.jusqu_au_publie is None or v.jusqu_au_publie >= code.consolide_au for v in article.versions):
            yield Movement("article_absent", None, "l'article ne figure plus dans le code")
        return
    held = {version.id: version for version in article.versions}
    for version in published:
        if version.id in held:
            yield from _dates_moved(held[version.id], version)
        elif _matters(version):
            yield _new(version)
    for known in article.versions:
        alike = [version for version in published if version.id == known.id]
        if not alike:
            yield Movement("disparue", known.id, f"{known.id} ({known.intitule}) ne figure plus dans le code")
        elif known.a_relire and not any(True for version in alike for _ in _dates_moved(known, version)):
            en_vigueur = _in_force(alike[0])
            yield Movement("a_relire", known.id, f"{known.id}, {en_vigueur} : {known.a_relire}")


def dependents() -> dict[str, Dependents]:
    """What rests on each article: rules and cases by what they cite, dated tables by what their sources name."""
    found: dict[str, _Cited] = {}
    for regle in REGLES:
        for numero in regle.articles:
            found.setdefault(numero, _Cited()).regles.append(regle.id)
    for table in tables().values():
        for numero in sorted({numero for ligne in table.lignes for numero in articles_nommes(ligne.source)}):
            found.setdefault(numero, _Cited()).tables.append(table.nom)
    for charge in charger([dossier_par_defaut()])[0]:
        for numero in charge.cas.articles:
            found.setdefault(numero, _Cited()).cas.append(charge.cas.cas)
    return {n: Dependents(tuple(c.regles), tuple(c.tables), tuple(c.cas)) for n, c in found.items()}


def _not_held(numero: str, cle: str, code: ConsolidatedCode) -> Movement:
    """An article that rules, tables or cases cite and that the registry lacks."""
    published = [version for version in code.versions(numero) or () if _matters(version)]
    if not published:
        return Movement(
            "hors_registre", None, "l'article est cité, mais ni le registre ni ce code ne le contiennent"
        )
    written = ", ".join(f"{{{_fields(version)}}}" for version in published)
    ligne = f"- {{article: {numero}, code: {cle}, lu_au: {code.consolide_au}, versions: [{written}]}}"
    return Movement("hors_registre", None, "l'article est cité, mais absent du registre", ligne)


def _matters(version: PublishedVersion) -> bool:
    return version.jusqu_au is None or version.jusqu_au >= VERSIONS_DEPUIS


def _fields(version: PublishedVersion) -> str:
    return f"id: {version.id}, depuis: {version.depuis}, jusqu_au: {version.jusqu_au or 'null'}"


def _new(version: PublishedVersion) -> Movement:
    ligne = f'- {{{_fields(version)}, a_relire: "texte à relire"}}'
    return Movement("nouvelle", version.id, f"nouvelle version {version.id}, {_in_force(version)}", ligne)


def _dates_moved(held: VersionDArticle, published: PublishedVersion) -> Iterator[Movement]:
    if published.depuis != held.depuis:
        constat = f"{held.id} entre en vigueur le {en_francais(published.depuis)}, au lieu du {en_francais(held.depuis)}"
        yield Movement("debut", held.id, constat)
    if published.jusqu_au != held.jusqu_au_publie:
        avant = (
            f"au lieu du {en_francais(held.jusqu_au_publie)}"
            if held.jusqu_au_publie
            else "alors qu'aucune fin n'était connue"
        )
        apres = (
            f"prend fin le {en_francais(published.jusqu_au)}"
            if published.jusqu_au
            else "n'a plus de fin connue"
        )
        yield Movement("fin", held.id, f"{held.id} ({held.intitule}) {apres}, {avant}")


def _in_force(version: PublishedVersion) -> str:
    if version.jusqu_au is None:
        return f"en vigueur à compter du {en_francais(version.depuis)}"
    return f"en vigueur du {en_francais(version.depuis)} au {en_francais(version.jusqu_au)}"


def _with_dependents(
    numero: str, some: tuple[Movement, ...], cited: Mapping[str, Dependents]
) -> ArticleMoved:
    what = cited.get(numero, Dependents())
    return ArticleMoved(numero, some, what.regles, what.tables, what.cas)
