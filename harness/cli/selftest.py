"""``etalon self-test``: which named faults the suites catch, and which they do not."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from corpus.catalogue import CasCharge, charger, dossier_par_defaut
from harness.campaign import PROFILES
from harness.campaign import Progress as Told
from harness.cli.files import as_json, require_cases
from harness.cli.words import DIVERGENCES, INCOMPLETE, PASSED, err, fail, out
from harness.planning import SUITES, Suite
from harness.schemas import OUTPUTS
from harness.selftest_report import FauteEprouvee, Raison, SelfTest
from harness.selftest_workers import self_test
from sut_adapters.moteurs.fautes import TOUTES, Faute

_RAISONS: dict[Raison, str] = {
    "jamais_exercee": "jamais exercée : aucune question ne demande ce que la faute change",
    "sans_effet": "sans effet : ce qui est dû ne change pas",
    "non_comparee": "ce qui change n'est pas énoncé par les cas, ni comparé",
    "admise": "ce qui change est admis par une lecture, ou tient à un point de droit à confirmer",
}

_FAULTS_WORTH_A_PROCESS = 50
"""Under this number, starting one more process takes longer than it saves."""


def selftest_command(
    profile: Annotated[
        str,
        typer.Option(
            help=f"How many generated dossiers: {', '.join(f'{k} {v}' for k, v in PROFILES.items())}."
        ),
    ] = "quick",
    suites: Annotated[str, typer.Option(metavar="A,B", help=f"Among {', '.join(SUITES)}.")] = ",".join(
        SUITES
    ),
    fautes: Annotated[
        list[str] | None,
        typer.Option(
            "--faute",
            metavar="PATTERN",
            help="Only the faults so named; * stands for anything; may be repeated.",
        ),
    ] = None,
    corpus: Annotated[
        list[Path] | None, typer.Option("--corpus", metavar="DIR", help="A folder of cases; may be repeated.")
    ] = None,
    seed: Annotated[int, typer.Option(help="Seed of the generated dossiers.")] = 0,
    dossiers: Annotated[
        int | None,
        typer.Option("--nombre", min=0, help="Number of generated dossiers, instead of the profile's."),
    ] = None,
    workers: Annotated[
        int | None,
        typer.Option(
            min=1,
            help="Processes among which the faults are shared (default: one a core, when there are many).",
        ),
    ] = None,
    exiger: Annotated[
        bool, typer.Option("--exiger", help="End with code 1 when a fault is caught by no suite.")
    ] = False,
    json: Annotated[bool, typer.Option("--json", help="Print the result as JSON.")] = False,
    schema: Annotated[
        bool, typer.Option("--schema", help="Print the JSON Schema of the output and stop.")
    ] = False,
) -> None:
    """Run the suites against every named fault of the law; name those that no suite catches.

    Exit codes: 0 everything planned was judged, 1 a fault is not caught and --exiger is given, 4 not everything was judged.
    """
    if schema:
        out.print(as_json(OUTPUTS["self-test"]()))
        return
    if profile not in PROFILES:
        fail(f"profil inconnu : {profile} ; profils admis : {', '.join(PROFILES)}")
    chosen, tried = _suites(suites), _fautes(fautes or ["*"])
    cases = _cases(corpus or [dossier_par_defaut()]) if "corpus" in chosen else []
    with _progress() as told:
        result = self_test(
            tried,
            cases,
            suites=chosen,
            count=PROFILES[profile] if dossiers is None else dossiers,
            seed=seed,
            workers=workers or min(os.cpu_count() or 1, 1 + len(tried) // _FAULTS_WORTH_A_PROCESS),
            progress=told,
        )
    out.print(as_json(result.model_dump(mode="json")) if json else render(result))
    if not result.complet:
        raise typer.Exit(INCOMPLETE)
    raise typer.Exit(DIVERGENCES if exiger and result.non_detectees else PASSED)


def _suites(text: str) -> list[Suite]:
    asked = [name.strip() for name in text.split(",") if name.strip()]
    unknown = [name for name in asked if name not in SUITES]
    if unknown or not asked:
        fail(f"suite inconnue : {', '.join(unknown) or 'aucune'} ; suites admises : {', '.join(SUITES)}")
    return [suite for suite in SUITES if suite in asked]


def _fautes(patterns: Sequence[str]) -> list[Faute]:
    for pattern in patterns:
        if not any(fnmatchcase(faute.id, pattern) for faute in TOUTES):
            fail(
                f"--faute {pattern} : aucune faute de ce nom ; un nom de « etalon engines --fautes », ou un motif comme "
                "seuil:* est attendu"
            )
    return [f for f in TOUTES if any(fnmatchcase(f.id, pattern) for pattern in patterns)]


def _cases(folders: Sequence[Path]) -> list[CasCharge]:
    require_cases(folders)
    cases, remarks = charger(folders)
    if remarks:
        fail(
            "le corpus n'est pas recevable (etalon corpus check)\n"
            + "\n".join(f"  {remark}" for remark in remarks[:20])
        )
    return cases


@contextmanager
def _progress() -> Iterator[Told]:
    """One bar on stderr; nothing on stdout but the result."""
    columns = (TextColumn("{task.description:<20}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=err, transient=True) as bars:
        bar = bars.add_task("préparation", total=None)
        yield Told(
            lambda name, total: bars.update(bar, description=name, total=total), lambda: bars.advance(bar)
        )


def render(result: SelfTest) -> str:
    """Who caught what, then the faults that no suite catches, by reason, then each suite in figures."""
    return "\n".join([*_caught(result), *_missed(result), "", *_figures(result), *_warnings(result)])


def _caught(result: SelfTest) -> Iterator[str]:
    for faute in result.fautes:
        if faute.detectee:
            told = (
                f"{suite} {essai.temoin} ({essai.cas} cas, {_seconds(essai.secondes)})"
                if essai.detectee
                else f"{suite} non"
                for suite, essai in faute.par_suite.items()
            )
            yield f"✓ {faute.id:<58} {' · '.join(told)}"


def _figures(result: SelfTest) -> Iterator[str]:
    for name, suite in result.par_suite.items():
        yield (
            f"{name} : {suite.detectees} fautes détectées sur {result.total} ; {suite.jugees} questions jugées sur "
            f"{suite.questions}, dont {suite.sans_prise} sans prise ; {_seconds(suite.secondes)}"
        )
    yield (
        f"en tout : {result.detectees} fautes détectées sur {result.total}, {len(result.non_detectees)} non détectées, "
        f"en {_seconds(result.secondes)} (graine {result.graine})"
    )


def _missed(result: SelfTest) -> Iterator[str]:
    missed = [faute for faute in result.fautes if not faute.detectee]
    for raison, words in _RAISONS.items():
        its = [faute for faute in missed if _reason(faute) == raison]
        if its:
            yield f"\nNon détectées — {words} ({len(its)})"
        for faute in its:
            admitted = sorted({lecture for essai in faute.par_suite.values() for lecture in essai.lectures})
            yield f"✗ {faute.id:<58} {faute.titre}  [{faute.regle}]" + (
                f" — {', '.join(admitted)}" if admitted else ""
            )


def _reason(faute: FauteEprouvee) -> Raison:
    """The reason of the suite where the fault went furthest."""
    order = list(_RAISONS)
    raisons = [essai.raison for essai in faute.par_suite.values() if essai.raison is not None]
    return max(raisons, key=order.index, default="jamais_exercee")


def _warnings(result: SelfTest) -> Iterator[str]:
    if result.interrompu:
        yield "\ninterrompu : seules les questions jugées ci-dessus ont été posées"
    for name, suite in result.par_suite.items():
        if suite.ecartees:
            yield f"\n{name} : l'étalon diverge lui-même de {', '.join(suite.ecartees)} ; ces questions ne comptent pas"


def _seconds(seconds: float) -> str:
    return f"{seconds:.1f} s".replace(".", ",")
