"""``etalon compute``, ``explain`` and ``serve``: the oracle, for people and for programs."""

import sys
from datetime import date
from typing import Annotated

import typer

from harness.cli.files import as_json, parse_day, parse_readings, read_asked
from harness.cli.words import fail, out
from oracle.decompte import Decompte
from oracle.dossier import Dossier, DossierInvalide
from oracle.dossier.champs import ecrire_exact
from oracle.explication import expliquer
from oracle.liquidation import liquider
from oracle.perimetre import HorsChamp
from sut_adapters.moteurs.etalon import servir
from sut_adapters.moteurs.fautes import PAR_ID

Case = Annotated[
    str, typer.Argument(metavar="CASE", help="A case or dossier file, or the id of a case of the corpus.")
]
Au = Annotated[
    str | None, typer.Option("--au", metavar="DATE", help="Date of the décompte (default: that of the case).")
]
Lecture = Annotated[
    list[str] | None,
    typer.Option("--lecture", metavar="NAME=VALUE", help="A reading to take; may be repeated."),
]


def compute_command(
    case: Case,
    au: Au = None,
    lecture: Lecture = None,
    json: Annotated[bool, typer.Option("--json", help="Print the décompte as JSON.")] = False,
    schema: Annotated[
        bool, typer.Option("--schema", help="Print the JSON Schema of the output and stop.")
    ] = False,
) -> None:
    """Print what the oracle says is due."""
    if schema:
        out.print(as_json(Decompte.model_json_schema(mode="serialization")))
        return
    asked = read_asked(case)
    decompte = _liquider(asked.dossier, parse_day(au) if au else asked.au, parse_readings(lecture or []))
    if json:
        out.print(as_json(decompte.model_dump(mode="json", exclude_none=True)))
        return
    for taux in decompte.taux:
        out.print(f"arrêt {taux.arret} : {ecrire_exact(taux.montant_journalier)} € par jour")
    for periode in decompte.periodes:
        precision = periode.precision or periode.motif
        payes = ", ".join(f"{part.destinataire} {ecrire_exact(part.montant)}" for part in periode.parts)
        out.print(
            f"{periode.debut} → {periode.fin}  {periode.statut:<14} {ecrire_exact(periode.montant_journalier):>8} €"
            + (f"  {payes}" if payes else "")
            + (f"  ({precision})" if precision else "")
        )
    for solde in decompte.soldes:
        out.print(
            f"{solde.destinataire} au {decompte.au} : dû {ecrire_exact(solde.du)} €, rappel {ecrire_exact(solde.rappel)} €, "
            f"indu {ecrire_exact(solde.indu)} €"
        )
    for avertissement in decompte.avertissements:
        out.print(f"attention : {avertissement}")


def explain_command(case: Case, au: Au = None, lecture: Lecture = None) -> None:
    """Tell the décompte day by day, with the law, in French."""
    asked = read_asked(case)
    day, readings = parse_day(au) if au else asked.au, parse_readings(lecture or [])
    _liquider(asked.dossier, day, readings)
    out.print(expliquer(asked.dossier, day, readings))


def serve_command(
    faute: Annotated[str | None, typer.Option("--faute", help="Answer as this named fault would.")] = None,
) -> None:
    """Serve the oracle as an engine: one JSON line in, one JSON line out."""
    if faute is not None and faute not in PAR_ID:
        fail(f"faute inconnue : {faute} ; fautes admises : {', '.join(PAR_ID)}")
    servir(sys.stdin, sys.stdout, faute)


def _liquider(dossier: Dossier, au: date | None, lectures: dict[str, str]) -> Decompte:
    try:
        return liquider(dossier, au, lectures)
    except DossierInvalide as invalid:
        fail("le dossier ne peut être décidé\n" + "\n".join(f"  {problem}" for problem in invalid.problemes))
    except HorsChamp as limite:
        fail(f"hors du champ de l'oracle — {limite}")
