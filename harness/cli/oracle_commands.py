"""``etalon compute``, ``explain`` and ``serve``: the oracle, for people and for programs."""

import sys
from datetime import date
from typing import Annotated

import typer

from harness.cli.files import Asked, as_json, parse_day, parse_readings, read_asked
from harness.cli.words import fail, out
from oracle.decompte import Decompte
from oracle.dossier import Dossier, DossierInvalide
from oracle.dossier.champs import ecrire_exact
from oracle.explication import autres_lectures, comparer, raconter
from oracle.lectures import LECTURES, verifier_les_lectures
from oracle.liquidation import Liquidation, liquider_en_detail
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
    decompte = _liquider(
        asked.dossier, parse_day(au) if au else asked.au, parse_readings(lecture or [])
    ).decompte
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


def explain_command(
    case: Case,
    au: Au = None,
    lecture: Lecture = None,
    diff: Annotated[
        list[str] | None,
        typer.Option(
            "--diff",
            metavar="CASE",
            help="Tell what another case or dossier changes, both at --au (default: the later of their dates).",
        ),
    ] = None,
    diff_au: Annotated[
        list[str] | None, typer.Option("--diff-au", metavar="DATE", help="Tell what another date changes.")
    ] = None,
    diff_lecture: Annotated[
        list[str] | None,
        typer.Option("--diff-lecture", metavar="NAME=VALUE", help="Tell what another reading changes."),
    ] = None,
) -> None:
    """Tell the décompte day by day, with the law, in French; or what differs between two, one --diff at a time."""
    asked_diffs = [
        (option, value)
        for option, values in (("--diff", diff), ("--diff-au", diff_au), ("--diff-lecture", diff_lecture))
        for value in values or ()
    ]
    if len(asked_diffs) > 1:
        fail(
            f"{' et '.join(f'{option} {value}' for option, value in asked_diffs)} : une seule comparaison à la fois ; "
            "--diff CASE, --diff-au DATE ou --diff-lecture NOM=VALEUR est attendu"
        )
    asked, readings = read_asked(case), parse_readings(lecture or [])
    day = parse_day(au) if au else None
    liquidation = _liquider(asked.dossier, day or asked.au, readings)
    if not asked_diffs:
        autres = autres_lectures(asked.dossier, day or asked.au, readings, liquidation)
        out.print(raconter(liquidation, autres))
        return
    ((option, value),) = asked_diffs
    if option == "--diff":
        out.print(_explain_two_files(case, asked, value, day, readings, liquidation))
        return
    other_day, other_readings = liquidation.decompte.au, dict(readings)
    if option == "--diff-au":
        other_day = _other_day(value, other_day)
    else:
        other_readings |= _other_reading(value, readings)
    other = _liquider(asked.dossier, other_day, other_readings, f" ({option} {value})")
    out.print(comparer(liquidation, other, asked.dossier))


def _explain_two_files(
    case: str, asked: Asked, value: str, day: date | None, readings: dict[str, str], liquidation: Liquidation
) -> str:
    """Both files at one date, so that their documents alone make the difference."""
    second, origin = read_asked(value), f" (--diff {value})"
    other = _liquider(second.dossier, day or second.au, readings, origin)
    if day is None and liquidation.decompte.au != other.decompte.au:
        later = max(au for au in (liquidation.decompte.au, other.decompte.au) if au is not None)
        liquidation = _liquider(asked.dossier, later, readings)
        other = _liquider(second.dossier, later, readings, origin)
    names = (asked.titre, second.titre) if asked.titre != second.titre else (case, value)
    return comparer(liquidation, other, asked.dossier, second.dossier, names)


def _other_day(value: str, day: date | None) -> date:
    try:
        other = date.fromisoformat(value)
    except ValueError:
        fail(f"--diff-au {value} : AAAA-MM-JJ est attendu, par exemple 2025-04-03")
    if other == day:
        fail(f"--diff-au {value} : c'est déjà la date du décompte ; une autre date est attendue")
    return other


def _other_reading(pair: str, readings: dict[str, str]) -> dict[str, str]:
    name, equal, value = pair.partition("=")
    if not equal:
        fail(f"--diff-lecture {pair} : NOM=VALEUR est attendu, par exemple arrondi_ij=troncature")
    try:
        verifier_les_lectures({name: value})
    except DossierInvalide as unknown:
        fail(f"--diff-lecture {pair} : {unknown.problemes[0].raison}")
    if readings.get(name, LECTURES[name].defaut) == value:
        others = ", ".join(other for other in LECTURES[name].valeurs if other != value)
        fail(f"--diff-lecture {pair} : c'est déjà la lecture suivie ; autres valeurs admises : {others}")
    return {name: value}


def serve_command(
    faute: Annotated[str | None, typer.Option("--faute", help="Answer as this named fault would.")] = None,
) -> None:
    """Serve the oracle as an engine: one JSON line in, one JSON line out."""
    if faute is not None and faute not in PAR_ID:
        fail(f"faute inconnue : {faute} ; fautes admises : {', '.join(PAR_ID)}")
    servir(sys.stdin, sys.stdout, faute)


def _liquider(dossier: Dossier, au: date | None, lectures: dict[str, str], origin: str = "") -> Liquidation:
    """Decide a dossier, or say why it cannot be and stop; ``origin`` names the option that asked for it."""
    try:
        return liquider_en_detail(dossier, au, lectures)
    except DossierInvalide as invalid:
        problems = "\n".join(f"  {problem}" for problem in invalid.problemes)
        fail(f"le dossier ne peut être décidé{origin}\n{problems}")
    except HorsChamp as limite:
        fail(f"hors du champ de l'oracle{origin} — {limite}")
