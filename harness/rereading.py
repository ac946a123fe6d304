"""The page of versions that a person has still to read: ``python -m harness.rereading > docs/articles-a-relire.md``."""

import sys
from collections.abc import Mapping

from oracle.calendrier import en_francais
from oracle.legislation.articles import Article, VersionDArticle, articles

_TITLE = """# Articles à relire

Versions publiées d'articles sur lesquels étalon s'appuie, qu'une personne doit encore lire : jusque-là, ce qui en dépend
est à confirmer. `etalon law drift --legi FICHIER` compare un code consolidé aux versions retenues, sans rappeler comme
nouveau ce qui est noté ici ; `etalon law show ARTICLE` dit quelles règles et quels paramètres citent l'article.

Cette page est écrite par `python -m harness.rereading` d'après `oracle/legislation/articles.yaml`, où une version relue perd
sa ligne `a_relire`.
"""

_NOT_FOLLOWED = """
## Textes non suivis

Hors des codes comparés, étalon ne connaît pas les versions de ces textes : c'est à une personne de les surveiller.
"""


def page(registry: Mapping[str, Article]) -> str:
    """The page, in Markdown: a row for each version to read, then the texts whose versions are not followed."""
    rows = [_row(article, v) for article in registry.values() for v in article.versions if v.a_relire]
    table = (
        ["| article | version | en vigueur | pourquoi |", "|---|---|---|---|", *rows] if rows else ["Aucune."]
    )
    others = [
        f"| {a.numero} | {a.code.titre} | {a.remarque or ''} |" for a in registry.values() if not a.code.texte
    ]
    parts = [_TITLE, *table]
    if others:
        parts += [_NOT_FOLLOWED, "| texte | code | objet |", "|---|---|---|", *others]
    return "\n".join(parts) + "\n"


def _row(article: Article, version: VersionDArticle) -> str:
    fin = f" au {en_francais(version.jusqu_au)}" if version.jusqu_au else ""
    debut = f"{'du' if fin else 'à compter du'} {en_francais(version.depuis)}"
    return f"| {article.numero} | {version.id} | {debut}{fin} | {version.a_relire} |"


if __name__ == "__main__":
    sys.stdout.write(page(articles()))
