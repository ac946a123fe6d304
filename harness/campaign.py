"""A run: plan, ask, judge, explain. Planned and judged counts are both kept; if they differ the run is invalid."""

import shlex
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

from corpus.catalogue import CasCharge
from harness.diagnosis import Case, Cause, shape
from harness.engines import Contender
from harness.findings import Finding, establish
from harness.planning import SUITES, Planned, Suite, folded, out_of_scope, plan_corpus, plan_random, unique
from harness.store import Recorder, case_data
from harness.verdict import DIVERGENTS, Judgement, judge
from oracle.dossier import lire_dossier
from oracle.registre.modele import SANS_CHANGEMENT_CONNU_AU, TEXTE_LU_AU
from properties.strategies.enveloppe import Enveloppe
from properties.strategies.maladie import dossiers
from properties.strategies.plan import DossierGenere
from properties.strategies.tirage import reduire
from sut_adapters.engine import Engine
from sut_adapters.outcomes import Answer, EngineUnusable, OutOfScope, Question

PROFILES = {"quick": 200, "ci": 2_000, "deep": 20_000}
"""Generated dossiers asked under each profile."""

SHRINK_TRIES = 300


@dataclass(frozen=True)
class Progress:
    """What a run tells of itself while it goes: a stage, how many steps it has, one tick per step."""

    stage: Callable[[str, int], None]
    tick: Callable[[], None]


SILENT = Progress(lambda _name, _total: None, lambda: None)


@dataclass(frozen=True)
class RunResult:
    """What a run found. ``valid`` is false when a planned question was not judged."""

    engine: str
    planned: int
    judged: int
    verdicts: dict[str, int]
    findings: tuple[Finding, ...]
    folder: Path
    interrupted: str | None

    @property
    def valid(self) -> bool:
        """Every planned question was judged."""
        return self.interrupted is None and self.planned == self.judged

    @property
    def exit_code(self) -> int:
        """0 passed, 1 divergences, 3 engine unusable, 4 run incomplete."""
        if self.interrupted is not None and self.judged == 0:
            return 3
        if not self.valid:
            return 4
        return 1 if self.findings else 0


def run(
    contender: Contender,
    cases: Sequence[CasCharge],
    out: Path,
    *,
    suites: Sequence[Suite] = SUITES,
    profile: str = "quick",
    random_count: int | None = None,
    seed: int = 0,
    progress: Progress = SILENT,
) -> RunResult:
    """Run an engine over the suites and write the record. Raises ``EngineUnusable`` when it cannot even say hello."""
    with contender.open() as engine, Recorder(out) as recorder:
        started = time.monotonic()
        planned = _plan(
            engine, cases, suites, PROFILES[profile] if random_count is None else random_count, seed, progress
        )
        recorder.write(_header(contender, engine, suites, profile, seed, planned, cases))
        records: list[tuple[Planned, Judgement]] = []
        interrupted: str | None = None
        progress.stage("questions", len(planned))
        try:
            for question in planned:
                judgement = judge(question, _ask(engine, question), engine.capacites)
                records.append((question, judgement))
                recorder.write(case_data(question, judgement))
                progress.tick()
        except EngineUnusable as unusable:
            interrupted = str(unusable)
        divergent = sum(1 for _, judgement in records if judgement.verdict in DIVERGENTS)
        progress.stage("diagnostic", divergent)
        findings = establish(
            records, DIVERGENTS, engine.capacites, _shrinker(engine, seed, interrupted), progress.tick
        )
        for finding in findings:
            recorder.write(
                finding.data(shlex.join(["etalon", "replay", str(out), finding.temoin.question.id]))
            )
            if finding.temoin.question.id not in {question.id for question, _ in records}:
                recorder.write(
                    {**case_data(finding.temoin.question, finding.temoin.judgement), "type": "witness"}
                )
        verdicts: dict[str, int] = dict(Counter(str(judgement.verdict) for _, judgement in records))
        result = RunResult(
            contender.name, len(planned), len(records), verdicts, tuple(findings), out, interrupted
        )
        recorder.write(_footer(result, time.monotonic() - started, engine))
    return result


def _plan(
    engine: Engine,
    cases: Iterable[CasCharge],
    suites: Sequence[Suite],
    count: int,
    seed: int,
    progress: Progress,
) -> Sequence[Planned]:
    planned: list[Planned] = []
    if "corpus" in suites:
        planned += plan_corpus(cases)
    if "aleatoire" in suites:
        progress.stage("dossiers engendrés", count)
        planned += plan_random(engine.capacites, count, seed)
    return unique(planned)


def _ask(engine: Engine, question: Planned) -> Answer:
    """Ask one question, unless the engine's own claims leave it out."""
    why = out_of_scope(question, engine.capacites)
    if why is not None:
        return Answer(question.id, OutOfScope(why), "", 0.0)
    dossier = folded(question, engine.capacites).model_dump(mode="json", exclude_defaults=True)
    return engine.ask([Question(question.id, dossier, question.au.isoformat())])[0]


def ask_and_judge(engine: Engine, question: Planned) -> Judgement:
    """Ask one question and judge the answer."""
    return judge(question, _ask(engine, question), engine.capacites)


def _shrinker(engine: Engine, seed: int, interrupted: str | None) -> Callable[[Case, Cause], Case]:
    """Reduce a generated witness to the smallest dossier that fails the same way; a curated one stays as it is."""
    enveloppe = Enveloppe.depuis(engine.capacites.model_dump(mode="json"))

    def shrink(case: Case, cause: Cause) -> Case:
        if case.question.suite == "corpus" or interrupted is not None:
            return case
        kept: dict[str, Case] = {}

        def fails_alike(drawn: DossierGenere) -> bool:
            question = replace(
                case.question,
                id=f"{case.question.id}-reduit",
                titre="plus petit dossier engendré qui diverge de même",
                dossier=lire_dossier(drawn.dossier),
                au=drawn.au,
            )
            judgement = ask_and_judge(engine, question)
            alike = judgement.verdict in DIVERGENTS and shape(judgement) == shape(case.judgement)
            if alike and cause.suspect is not None:
                alike = cause.suspect.explains(question, judgement, engine.capacites)
            if alike:
                kept["last"] = Case(question, judgement)
            return alike

        try:
            same_family = dossiers(enveloppe, frozenset({case.question.famille}))
            smallest = reduire(same_family, fails_alike, seed, SHRINK_TRIES)
            if smallest is None or not fails_alike(smallest):
                return case
        except EngineUnusable:
            return case
        return kept["last"]

    return shrink


def _header(
    contender: Contender,
    engine: Engine,
    suites: Sequence[str],
    profile: str,
    seed: int,
    planned: Sequence[Planned],
    cases: Sequence[CasCharge],
) -> dict[str, Any]:
    hello = engine.hello
    return {
        "type": "header",
        "etalon": version("etalon"),
        "started": datetime.now(UTC).isoformat(timespec="seconds"),
        "engine": contender.name,
        "nom": hello.nom,
        "version": hello.version,
        "capacites": hello.capacites.model_dump(mode="json"),
        "suites": list(suites),
        "profile": profile,
        "seed": seed,
        "planned": len(planned),
        "corpus": sorted({str(charge.chemin.resolve().parent) for charge in cases}),
        "texte_lu_au": TEXTE_LU_AU,
        "sans_changement_connu_au": SANS_CHANGEMENT_CONNU_AU,
    }


def _footer(result: RunResult, seconds: float, engine: Engine) -> dict[str, Any]:
    return {
        "type": "footer",
        "planned": result.planned,
        "judged": result.judged,
        "verdicts": result.verdicts,
        "valid": result.valid,
        "interrupted": result.interrupted,
        "incidents": list(engine.incidents),
        "seconds": round(seconds, 3),
    }
