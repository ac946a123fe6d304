"""``etalon corpus``: the cases that experts keep."""

from collections import Counter
from pathlib import Path
from typing import Annotated

import typer

from corpus.catalogue import dossier_par_defaut, fichiers, verifier
from harness.cli.files import as_json, require_cases
from harness.cli.words import USAGE, fail, out
from harness.schemas import SCHEMAS

app = typer.Typer(help="The cases that experts keep.", no_args_is_help=True)


@app.command("check")
def check_command(
    corpus: Annotated[
        list[Path] | None, typer.Option("--corpus", metavar="DIR", help="A folder of cases; may be repeated.")
    ] = None,
) -> None:
    """Check every case: format, derivation, provenance, persons, near-duplicates. No oracle figure is used."""
    folders = corpus or [dossier_par_defaut()]
    require_cases(folders)
    cases, remarks = verifier(folders)
    for remark in remarks:
        out.print(str(remark) if remark.bloquante else f"{remark} (à regarder)")
    ranks = Counter(charge.cas.source.rang for charge in cases)
    out.print(
        f"{len(fichiers(folders))} fichiers, {len(cases)} cas lus ; sources : "
        + ", ".join(f"{rank} {count}" for rank, count in sorted(ranks.items()))
    )
    blocking = sum(1 for remark in remarks if remark.bloquante)
    if blocking:
        out.print(f"{blocking} défaut{'s' if blocking > 1 else ''} à corriger")
        raise typer.Exit(USAGE)
    out.print("chaque dérivation est exacte, chaque montant attendu est dérivé")


@app.command("schema")
def schema_command(
    name: Annotated[
        str | None, typer.Argument(metavar="NAME", help="Which schema (default: that of a case).")
    ] = None,
) -> None:
    """Print a published JSON Schema."""
    wanted = name or "cas"
    if wanted not in SCHEMAS:
        fail(f"schéma inconnu : {wanted} ; noms admis : {', '.join(sorted(SCHEMAS))}")
    out.print(as_json(SCHEMAS[wanted]()))
