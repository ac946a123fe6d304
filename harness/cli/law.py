"""``etalon law``: the rules the oracle applies, by rule or by article."""

from typing import Annotated

import typer

from harness.cli.files import as_json
from harness.cli.words import fail, out
from oracle.calendrier import en_francais
from oracle.dossier.champs import ecrire_exact
from oracle.lectures import LECTURES
from oracle.legislation import tables
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
    """Show what the oracle makes of an article."""
    wanted = article.replace(".", "").replace(" ", "").upper()
    found = [regle for regle in REGLES if wanted in regle.articles or wanted == regle.id]
    if not found:
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
            for valeur, fondement in LECTURES[nom].valeurs.items():
                out.print(f"    {nom}={valeur} : {fondement}")
    cites = {a for regle in found for a in regle.articles}
    for table in tables().values():
        if any(cite in ligne.source for ligne in table.lignes for cite in cites):
            out.print(f"  {table.libelle} ({table.unite}, choisi par : {table.selection})")
            for ligne in table.lignes:
                chiffre = ecrire_exact(ligne.valeur if table.unite == "euros" else ligne.valeur * 100)
                out.print(f"    depuis le {en_francais(ligne.depuis)} : {chiffre} — {ligne.source}")


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
