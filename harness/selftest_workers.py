"""A self-test shared among processes: each takes a part of the faults through every suite; the parts make one report."""

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor, wait
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.queues import SimpleQueue
from multiprocessing.synchronize import Event
from signal import SIG_IGN, SIGINT, signal
from time import perf_counter

from corpus.catalogue import CasCharge
from harness.campaign import SILENT, Progress
from harness.planning import Suite
from harness.selftest import Plan, plan, try_faults
from harness.selftest_report import Essai, FauteEprouvee, SelfTest, SuiteEprouvee
from sut_adapters.moteurs.fautes import FAUTES, PAR_ID, Faute

_GALLERY = frozenset(faute.id for faute in FAUTES)
_REFRESH_SECONDS = 0.2


@dataclass(frozen=True)
class Part:
    """What one process found of one suite: each fault's trial by its id, and the questions as it saw them."""

    essais: Mapping[str, Essai]
    judged: int
    undecided: int
    set_aside: tuple[str, ...]
    seconds: float


Parts = Sequence[Mapping[Suite, Part]]


def self_test(
    fautes: Sequence[Faute],
    cases: Sequence[CasCharge],
    *,
    suites: Sequence[Suite],
    count: int,
    seed: int = 0,
    workers: int = 1,
    progress: Progress = SILENT,
) -> SelfTest:
    """Run the suites against the faults, each suite apart; ``count`` generated dossiers are drawn from ``seed``.

    With several workers the faults are those of the catalogue, told by their ids. An interruption (Ctrl-C) ends the
    run: what was judged so far is returned, and said not to be complete.
    """
    started = perf_counter()
    planned: Plan = dict.fromkeys(suites, ())
    parts: Parts = ()
    interrupted = False
    try:
        planned = plan(cases, suites, count, seed)
        shares = [fautes[rank::workers] for rank in range(min(workers, len(fautes)))]
        progress.stage("questions", sum(map(len, planned.values())) * len(shares))
        parts = (
            _alone(fautes, planned, progress.tick)
            if len(shares) < 2
            else _shared(shares, planned, progress.tick)
        )
    except KeyboardInterrupt:
        interrupted = True
    return _report(fautes, planned, parts, seed, interrupted, perf_counter() - started)


def _alone(fautes: Sequence[Faute], planned: Plan, tick: Callable[[], None]) -> Parts:
    return [_part(fautes, planned, tick, lambda: False)]


def _part(
    fautes: Sequence[Faute], planned: Plan, tick: Callable[[], None], stopped: Callable[[], bool]
) -> Mapping[Suite, Part]:
    return {
        suite: Part(
            {trial.faute.id: trial.outcome() for trial in run.trials},
            run.judged,
            run.undecided,
            tuple(run.set_aside),
            run.seconds,
        )
        for suite, run in try_faults(fautes, planned, tick, stopped).items()
    }


class _Child:
    """What a child process shares with its parent: where it tells its progress, and whether it is to stop."""

    ticks: SimpleQueue[None]
    stop: Event


def _begin(ticks: SimpleQueue[None], stop: Event) -> None:
    """A terminal sends Ctrl-C to every process: only the parent heeds it, and has the children finish in good order."""
    signal(SIGINT, SIG_IGN)
    _Child.ticks, _Child.stop = ticks, stop


def _in_child(ids: Sequence[str], planned: Plan) -> Mapping[Suite, Part]:
    return _part([PAR_ID[name] for name in ids], planned, lambda: _Child.ticks.put(None), _Child.stop.is_set)


def _shared(shares: Sequence[Sequence[Faute]], planned: Plan, tick: Callable[[], None]) -> Parts:
    context = get_context("spawn")
    ticks: SimpleQueue[None] = context.SimpleQueue()
    stop = context.Event()
    with ProcessPoolExecutor(len(shares), context, _begin, (ticks, stop)) as pool:
        futures = [pool.submit(_in_child, [faute.id for faute in share], planned) for share in shares]
        try:
            while wait(futures, _REFRESH_SECONDS).not_done:
                while not ticks.empty():
                    ticks.get()
                    tick()
        except KeyboardInterrupt:
            stop.set()
        return [future.result() for future in futures]


def _report(
    fautes: Sequence[Faute], planned: Plan, parts: Parts, seed: int, interrupted: bool, seconds: float
) -> SelfTest:
    essais = {
        suite: {name: e for part in parts for name, e in part[suite].essais.items()} for suite in planned
    }
    tried = tuple(
        FauteEprouvee(
            id=faute.id,
            titre=faute.titre,
            regle=faute.regle,
            articles=faute.articles,
            engendree=faute.id not in _GALLERY,
            par_suite={suite: essais[suite][faute.id] for suite in planned if faute.id in essais[suite]},
        )
        for faute in fautes
    )
    missed = tuple(faute.id for faute in tried if not faute.detectee)
    par_suite: dict[str, SuiteEprouvee] = {
        suite: _suite(suite, len(planned[suite]), parts, tried) for suite in planned
    }
    return SelfTest(
        graine=seed,
        total=len(tried),
        detectees=len(tried) - len(missed),
        non_detectees=missed,
        interrompu=interrupted or any(suite.jugees < suite.questions for suite in par_suite.values()),
        par_suite=par_suite,
        fautes=tried,
        secondes=round(seconds, 3),
    )


def _suite(suite: Suite, questions: int, parts: Parts, tried: Sequence[FauteEprouvee]) -> SuiteEprouvee:
    """One suite over all processes: a question is judged when every process has judged it."""
    its = [part[suite] for part in parts]
    missed = tuple(f.id for f in tried if suite not in f.par_suite or not f.par_suite[suite].detectee)
    return SuiteEprouvee(
        questions=questions,
        jugees=min((part.judged for part in its), default=0),
        sans_prise=max((part.undecided for part in its), default=0),
        ecartees=max((part.set_aside for part in its), key=len, default=()),
        detectees=len(tried) - len(missed),
        non_detectees=missed,
        secondes=round(max((part.seconds for part in its), default=0.0), 3),
    )
