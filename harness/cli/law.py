"""``etalon law``: the rules the oracle applies, by rule or by article, and what has moved in the law since."""

from pathlib import Path
from typing import Annotated

import typer
from pydantic import TypeAdapter

from harness.cli.files import as_json
from harness.cli.words import DIVERGENCES, fail, out
from harness.drift import ArticleMoved, DriftReport, examine
from harness.legi import CodeUnreadable
from oracle.calendrier import en_francais
from oracle.dossier.champs import ecrire_exact
from oracle.lectures import LECTURES
from oracle.legislation import tables
from oracle.legislation.articles import Article, VersionDArticle, articles, articles_nommes
from oracle.registre import REGLES, Regle

app = typer.Typer(help="The rules of the oracle, their articles and their dates.", no_args_is_help=True)


@app.command("list")
def list_command(json: Annotated[bool, typer.Option("--json", help="Print as JSON.")] = False) -> None:
    """List rules, articles, dates and readings."""
    if json:
        out.print(as_json([_data(regle) for regle in REGLES]))
        return
    for regle in REGLES:
        out.print(
            f"{regle.id:<16} {regle.titre} — {', '.join(regle.articles)} — depuis le {en_francais(regle.depuis)}"
        )
        for nom in regle.lectures:
            out.print(f"{'':<16}   lecture {nom} : {' | '.join(LECTURES[nom].valeurs)}")


@app.command("show")
def show_command(
    article: Annotated[
        str, typer.Argument(metavar="ARTICLE", help="An article (R323-4) or a rule (MAL-PLAFOND).")
    ],
) -> None:
    """Show what the oracle makes of an article, and the versions of it that it knows."""
    wanted = article.replace(".", "").replace(" ", "").upper()
    found = [regle for regle in REGLES if wanted in regle.articles or wanted == regle.id]
    asked = {wanted, *(cite for regle in found if regle.id == wanted for cite in regle.articles)}
    known = [connu for connu in articles().values() if connu.numero in asked]
    if not found and not known:
        cited = sorted({cite for regle in REGLES for cite in regle.articles})
        fail(f"« {article} » n'est cité par aucune règle ; articles cités : {', '.join(cited)}")
    for regle in found:
        out.print(f"{regle.id} — {regle.titre} ({', '.join(regle.articles)})")
        out.print(f"  {regle.resume}")
        out.print(
            f"  Version appliquée depuis le {en_francais(regle.depuis)}, texte lu au {en_francais(regle.texte_lu_au)},"
        )
        out.print(f"  sans changement connu au {en_francais(regle.sans_changement_connu_au)}.")
        for seuil in regle.seuils:
            out.print(f"  seuil : {seuil.libelle}")
        for nom in regle.lectures:
            out.print(f"  {LECTURES[nom].question}")
            for valeur, reponse in LECTURES[nom].valeurs.items():
                out.print(f"    {nom}={valeur} : {reponse.fondement}")
    if not found:
        out.print(f"{wanted} : aucune règle ne le cite.")
    cites = {wanted, *(a for regle in found for a in regle.articles)}
    for table in tables().values():
        if any(cites & articles_nommes(ligne.source) for ligne in table.lignes):
            out.print(f"  {table.libelle} ({table.unite}, choisi par : {table.selection})")
            for ligne in table.lignes:
                chiffre = ecrire_exact(ligne.valeur if table.unite == "euros" else ligne.valeur * 100)
                out.print(f"    depuis le {en_francais(ligne.depuis)} : {chiffre} — {ligne.source}")
    for connu in known:
        _show_versions(connu)


@app.command("drift")
def drift_command(
    legi: Annotated[
        Path | None,
        typer.Option(
            "--legi",
            metavar="FILE",
            help="A consolidated code: data/LEGITEXT000006073189.json of the npm package @socialgouv/legi-data.",
        ),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Print as JSON.")] = False,
    schema: Annotated[
        bool, typer.Option("--schema", help="Print the JSON Schema of the output and stop.")
    ] = False,
) -> None:
    """Say which articles have moved since étalon read them, and what rests on them.

    Exit code 0: nothing has moved but what docs/articles-a-relire.md lists; 1: something else has; 2: unreadable file.
    """
    if schema:
        out.print(as_json(_DRIFT.json_schema(mode="serialization")))
        return
    if legi is None:
        fail("--legi FILE est attendu : le JSON d'un code consolidé (paquet npm @socialgouv/legi-data)")
    try:
        report = examine(legi)
    except CodeUnreadable as unreadable:
        fail(str(unreadable))
    if json:
        out.print(as_json(_DRIFT.dump_python(report, mode="json")))
    else:
        _print_drift(report)
    if report.nouveaux:
        raise typer.Exit(DIVERGENCES)


_DRIFT = TypeAdapter(DriftReport)


def _print_drift(report: DriftReport) -> None:
    out.print(
        f"{report.titre} consolidé au {en_francais(report.consolide_au)} : {report.articles_compares} articles comparés."
    )
    for title, moved in (
        ("Changements à relire", report.nouveaux),
        ("Déjà notés dans docs/articles-a-relire.md", report.deja_notes),
    ):
        if moved:
            out.print(f"\n{title}")
        for article in moved:
            _print_moved(article)
    if report.nouveaux:
        out.print(
            "\nÀ faire : relire ces textes, puis mettre à jour oracle/legislation/articles.yaml "
            "(a_relire tant qu'une version n'est pas lue) et les règles qui en dépendent."
        )
    else:
        out.print("\nAucun changement qui ne soit déjà noté." if report.deja_notes else "Aucun changement.")


def _print_moved(moved: ArticleMoved) -> None:
    out.print(f"{moved.article}")
    for movement in moved.mouvements:
        out.print(f"  {movement.constat}")
        if movement.ligne:
            out.print(f"    à inscrire : {movement.ligne}")
    for nom, ids in (("règles", moved.regles), ("paramètres", moved.tables), ("cas", moved.cas)):
        out.print(f"  {nom} : {', '.join(ids) or 'aucun' + ('e' if nom == 'règles' else '')}")


def _show_versions(article: Article) -> None:
    if not article.versions:
        objet = f" ({article.remarque})" if article.remarque else ""
        out.print(f"  {article.numero}, {article.code.titre} : versions non suivies{objet}")
        return
    lu = f", lu au {en_francais(article.lu_au)}" if article.lu_au else ""
    out.print(f"  versions de {article.numero} ({article.code.titre}{lu})")
    for version in article.versions:
        out.print(
            f"    {version.id} : {_dates(version)}" + (f" ; {version.remarque}" if version.remarque else "")
        )
        if version.a_relire:
            out.print(f"      à relire : {version.a_relire}")


def _dates(version: VersionDArticle) -> str:
    if version.jusqu_au is None:
        return f"depuis le {en_francais(version.depuis)}"
    return f"du {en_francais(version.depuis)} au {en_francais(version.jusqu_au)}"


def _data(regle: Regle) -> dict[str, object]:
    return {
        "id": regle.id,
        "titre": regle.titre,
        "articles": list(regle.articles),
        "depuis": regle.depuis.isoformat(),
        "resume": regle.resume,
        "lectures": list(regle.lectures),
        "seuils": [seuil.nom for seuil in regle.seuils],
        "texte_lu_au": regle.texte_lu_au.isoformat(),
        "sans_changement_connu_au": regle.sans_changement_connu_au.isoformat(),
        "a_confirmer": regle.a_confirmer,
    }
