"""``etalon run``, ``replay``, ``report`` and ``engines``: judge an engine, and look again."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.progress import BarColumn, MofNCompleteColumn, TaskID, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bars

from corpus.catalogue import CasCharge, Remarque, charger, dossier_par_defaut
from harness.campaign import PROFILES, Progress, ask_and_judge, run
from harness.cli.files import as_json, require_cases
from harness.cli.words import UNUSABLE, USAGE, err, fail, out
from harness.engines import SHIPPED, EngineMissing, find_engine
from harness.planning import SUITES, Planned, Suite, plan_corpus
from harness.report import write_reports
from harness.report.summary import render_summary
from harness.store import RunUnreadable, StoredRun, case_data, read_run
from oracle.dossier import lire_dossier
from sut_adapters.moteurs.fautes import TOUTES
from sut_adapters.outcomes import EngineUnusable


def run_command(
    engine: Annotated[
        str, typer.Argument(metavar="ENGINE", help="A shipped engine, faute:ID, or a TOML file.")
    ],
    profile: Annotated[
        str,
        typer.Option(
            help=f"How many generated dossiers: {', '.join(f'{k} {v}' for k, v in PROFILES.items())}."
        ),
    ] = "quick",
    suites: Annotated[str, typer.Option(metavar="A,B", help=f"Among {', '.join(SUITES)}.")] = ",".join(
        SUITES
    ),
    corpus: Annotated[
        list[Path] | None, typer.Option("--corpus", metavar="DIR", help="A folder of cases; may be repeated.")
    ] = None,
    out_dir: Annotated[
        Path | None,
        typer.Option("--out", metavar="DIR", help="Where the record is written (default: runs/…)."),
    ] = None,
    seed: Annotated[int, typer.Option(help="Seed of the generated dossiers.")] = 0,
    dossiers: Annotated[
        int | None,
        typer.Option("--nombre", min=0, help="Number of generated dossiers, instead of the profile's."),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Print the result as JSON.")] = False,
) -> None:
    """Judge an engine: what it covers, where it is wrong, by how many cents, under which article."""
    if profile not in PROFILES:
        fail(f"profil inconnu : {profile} ; profils admis : {', '.join(PROFILES)}")
    chosen = _suites(suites)
    folders = corpus or [dossier_par_defaut()]
    cases: list[CasCharge] = []
    remarks: list[Remarque] = []
    if "corpus" in chosen:
        require_cases(folders)
        cases, remarks = charger(folders)
    if remarks:
        fail(
            "le corpus n'est pas recevable (etalon corpus check)\n"
            + "\n".join(f"  {remark}" for remark in remarks[:20])
        )
    folder = (
        out_dir
        or Path("runs") / f"{engine.replace(':', '-').replace('/', '-')}-{datetime.now(UTC):%Y%m%d-%H%M%S}"
    )
    try:
        contender = find_engine(engine)
        with _progress() as progress:
            result = run(
                contender,
                cases,
                folder,
                suites=chosen,
                profile=profile,
                random_count=dossiers,
                seed=seed,
                progress=progress,
            )
    except EngineMissing as missing:
        fail(str(missing), UNUSABLE if engine in SHIPPED else USAGE)
    except EngineUnusable as unusable:
        fail(f"le moteur {engine} est inutilisable : {unusable}", UNUSABLE)
    except OSError as error:
        fail(f"--out {folder} : {error.strerror or error} ; un dossier où l'on puisse écrire est attendu")
    html, _ = write_reports(folder)
    if json:
        stored = read_run(folder)
        out.print(
            as_json(
                {
                    "header": stored.header,
                    "footer": stored.footer,
                    "constats": stored.findings,
                    "rapport": str(html),
                }
            )
        )
    else:
        out.print(render_summary(read_run(folder)))
    raise typer.Exit(result.exit_code)


def _suites(text: str) -> list[Suite]:
    asked = [name.strip() for name in text.split(",") if name.strip()]
    unknown = [name for name in asked if name not in SUITES]
    if unknown or not asked:
        fail(f"suite inconnue : {', '.join(unknown) or 'aucune'} ; suites admises : {', '.join(SUITES)}")
    return [suite for suite in SUITES if suite in asked]


@contextmanager
def _progress() -> Iterator[Progress]:
    """A bar on stderr for each stage; nothing on stdout but the result."""
    columns = (TextColumn("{task.description:<20}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Bars(*columns, console=err, transient=True) as bars:
        current: list[TaskID] = []

        def stage(name: str, total: int) -> None:
            current[:] = [bars.add_task(name, total=total)]

        yield Progress(stage, lambda: bars.advance(current[0]))


def replay_command(
    run_dir: Annotated[Path, typer.Argument(metavar="RUN", help="The folder of a run.")],
    case: Annotated[str, typer.Argument(metavar="CASE", help="The id of one of its questions.")],
    engine: Annotated[
        str | None, typer.Option("--engine", help="Another engine than that of the run.")
    ] = None,
) -> None:
    """Ask the engine one question of a run again, and judge the answer."""
    stored = _read(run_dir)
    line = stored.find(case)
    if line is None:
        fail(
            f"« {case} » n'est pas une question de {run_dir} ; les questions sont dans {run_dir / 'results.jsonl'}"
        )
    question = _question(line, stored.header.get("corpus", ()))
    name = engine or stored.header["engine"]
    try:
        with find_engine(name).open() as opened:
            judgement = ask_and_judge(opened, question)
    except EngineMissing as missing:
        fail(str(missing), UNUSABLE)
    except EngineUnusable as unusable:
        fail(f"le moteur {name} est inutilisable : {unusable}", UNUSABLE)
    data = case_data(question, judgement)
    out.print(f"{question.id} — {question.titre}")
    out.print(f"verdict : {judgement.verdict}" + (f" ({judgement.detail})" if judgement.detail else ""))
    for divergence in data["divergences"]:
        days = f" du {divergence['debut']} au {divergence['fin']}" if "debut" in divergence else ""
        out.print(
            f"  {divergence['champ']}{days} : attendu {divergence['attendu']}, rendu {divergence['rendu']}"
        )
    raise typer.Exit(
        0 if judgement.verdict in ("CONFORME", "CONFORME_SOUS_LECTURE", "HORS_CHAMP", "INDECIDABLE") else 1
    )


def _read(folder: Path) -> StoredRun:
    try:
        return read_run(folder)
    except RunUnreadable as unreadable:
        fail(str(unreadable))


def _question(line: dict[str, Any], corpus: Sequence[str]) -> Planned:
    """A stored question, to be asked again; a curated one is looked up in the run's own corpus for what it states."""
    folders = [folder for name in corpus if (folder := Path(name)).is_dir()]
    cases, _ = charger(folders or [dossier_par_defaut()])
    for planned in plan_corpus(cases):
        if planned.id == line["id"]:
            return planned
    return Planned(
        id=line["id"],
        suite=line["suite"],
        titre=line["titre"],
        famille=line["famille"],
        dossier=lire_dossier(line["dossier"]),
        au=date.fromisoformat(line["au"]),
    )


def report_command(
    run_dir: Annotated[Path, typer.Argument(metavar="RUN", help="The folder of a run.")],
) -> None:
    """Write the reports of a run again from its record."""
    stored = _read(run_dir)
    write_reports(run_dir)
    out.print(render_summary(stored))


def engines_command(
    fautes: Annotated[
        bool, typer.Option("--fautes", help="List the named faults: the gallery, then those generated.")
    ] = False,
    json: Annotated[bool, typer.Option("--json", help="Print as JSON.")] = False,
) -> None:
    """List the shipped engines, or the named faults."""
    rows: list[dict[str, Any]] = (
        [
            {
                "id": f"faute:{f.id}",
                "titre": f.titre,
                "regle": f.regle,
                "articles": list(f.articles),
                "defaut": f.defaut,
            }
            for f in TOUTES
        ]
        if fautes
        else [{"id": name, "titre": title} for name, title in SHIPPED.items()]
    )
    if json:
        out.print(as_json(rows))
        return
    for row in rows:
        rule = f"  [{row['regle']}, {', '.join(row['articles'])}]" if "regle" in row else ""
        out.print(f"{row['id']:<34} {row['titre']}{rule}")
