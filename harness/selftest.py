"""étalon tried by its own faults: every named fault goes through the suites, and those that no suite catches are named.

A fault is caught by a suite when the verdict on it is a divergence for at least one question: it is judged as any engine
is, so that a fault which an admissible reading excuses is not caught. What makes it quick changes no verdict:

- faults are variants of the oracle, hence answer in this process, from the dossier already read;
- what the law itself answers is computed once a question; a fault is tried only where the law's trace shows that it
  answers some question otherwise (``Portee`` says why that is sound), and judged only when what it renders differs;
- short dossiers come first, and a fault that a suite has caught is not tried again in that suite.

Questions that étalon's own engine cannot decide hold nothing against a fault. Those on which étalon's own engine diverges
would catch anything: they are set aside by name, and the self-test is then not complete.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from time import perf_counter

from corpus.catalogue import CasCharge
from harness.planning import Planned, Suite, out_of_scope, plan_corpus, plan_random
from harness.selftest_report import Essai, Raison
from harness.verdict import DIVERGENTS, Expectation, Judgement, Verdict, judge
from oracle.calendrier import nb_jours
from oracle.dossier import DossierInvalide
from oracle.dossier.arrets import AvisArret
from oracle.liquidation import liquider_en_detail
from oracle.loi import Trace, Variante
from oracle.perimetre import HorsChamp
from sut_adapters.moteurs.etalon import CAPACITES
from sut_adapters.moteurs.fautes import Faute, Portee
from sut_adapters.outcomes import Answer, Failed, Outcome, OutOfScope, Refused, Rendered

Plan = Mapping[Suite, Sequence[Planned]]
"""The questions of each suite."""

_LA_LOI = Variante()
_SANS_PRISE: frozenset[Verdict] = frozenset({"HORS_CHAMP", "INDECIDABLE"})
"""Verdicts on étalon's own answer that let any other answer pass."""


@dataclass
class Trial:
    """One fault in one suite, while it runs."""

    faute: Faute
    tried: int = 0
    verdicts: Counter[Verdict] = field(default_factory=Counter)
    readings: set[str] = field(default_factory=set)
    witness: str | None = None
    seconds: float = 0.0

    def on(self, question: Planned, unchanged: Outcome, expected: Expectation) -> None:
        """Try the fault on one question; ``unchanged`` is what the law itself answers, ``expected`` what judges it."""
        started = perf_counter()
        self.tried += 1
        outcome, _ = answer(question, self.faute.variante)
        if outcome != unchanged:
            judgement = _judge(question, outcome, expected)
            self.verdicts[judgement.verdict] += 1
            self.readings |= {f"{nom}={valeur}" for nom, valeur in judgement.lectures.items()}
            if judgement.verdict in DIVERGENTS:
                self.witness = question.id
        self.seconds += perf_counter() - started

    def outcome(self) -> Essai:
        """What the suite made of the fault."""
        caught = self.witness is not None
        return Essai(
            detectee=caught,
            cas=self.tried,
            temoin=self.witness,
            raison=None if caught else self._reason(),
            lectures=() if caught else tuple(sorted(self.readings)),
            secondes=round(self.seconds, 3),
        )

    def _reason(self) -> Raison:
        if not self.tried:
            return "jamais_exercee"
        if not self.verdicts:
            return "sans_effet"
        return "non_comparee" if set(self.verdicts) == {"CONFORME"} else "admise"


@dataclass
class SuiteRun:
    """One suite against some faults, while it runs: questions judged, those that tell nothing, those set aside."""

    trials: Sequence[Trial]
    judged: int = 0
    undecided: int = 0
    set_aside: list[str] = field(default_factory=list)
    seconds: float = 0.0

    def on(self, question: Planned, stopped: Callable[[], bool]) -> None:
        """Judge every fault not yet caught on one question; a question left half way does not count as judged."""
        started = perf_counter()
        for trial, unchanged, expected in self._to_try(question):
            if stopped():
                return
            trial.on(question, unchanged, expected)
        self.judged += 1
        self.seconds += perf_counter() - started

    def _to_try(self, question: Planned) -> Iterator[tuple[Trial, Outcome, Expectation]]:
        if out_of_scope(question, CAPACITES) is not None:
            self.undecided += 1
            return
        unchanged, trace = answer(question, _LA_LOI)
        expected = Expectation(question)
        own = _judge(question, unchanged, expected)
        if own.verdict in DIVERGENTS:
            self.set_aside.append(question.id)
            return
        if own.verdict in _SANS_PRISE:
            self.undecided += 1
            return
        # A refusal leaves no trace: nothing tells which faults may lift it, so that all are tried.
        portee = Portee.de(trace) if trace is not None else None
        for trial in self.trials:
            if trial.witness is None and (portee is None or portee.touchee_par(trial.faute.variante)):
                yield trial, unchanged, expected


def plan(cases: Sequence[CasCharge], suites: Sequence[Suite], count: int, seed: int) -> Plan:
    """The questions of each suite, short dossiers first: they are quick, and make the better witnesses."""
    planned: dict[Suite, list[Planned]] = {
        suite: plan_corpus(cases) if suite == "corpus" else plan_random(CAPACITES, count, seed)
        for suite in suites
    }
    return {suite: sorted(questions, key=_prescribed_days) for suite, questions in planned.items()}


def try_faults(
    fautes: Sequence[Faute], planned: Plan, tick: Callable[[], None], stopped: Callable[[], bool]
) -> dict[Suite, SuiteRun]:
    """Run the suites against the faults, until the end, an interruption (Ctrl-C), or ``stopped``; one tick a question."""
    runs = {suite: SuiteRun([Trial(faute) for faute in fautes]) for suite in planned}
    try:
        for suite, run in runs.items():
            for question in planned[suite]:
                if stopped():
                    return runs
                run.on(question, stopped)
                tick()
    except KeyboardInterrupt:
        pass  # what was judged so far is worth telling; the counts say that it is not all
    return runs


def answer(question: Planned, variante: Variante) -> tuple[Outcome, Trace | None]:
    """What the oracle under a variant answers, as its engine does over the protocol; its trace, unless it declined."""
    try:
        liquidation = liquider_en_detail(question.dossier, question.au, None, variante)
    except DossierInvalide as refus:
        return Refused(str(refus)), None
    except HorsChamp as motif:
        return OutOfScope(str(motif)), None
    except Exception as error:  # an engine answers for every case, even when it breaks
        return Failed(f"{type(error).__name__}: {error}"), None
    rendered = liquidation.decompte.model_dump(mode="json", exclude_none=True)
    return Rendered(rendered), liquidation.trace


def _judge(question: Planned, outcome: Outcome, expected: Expectation) -> Judgement:
    return judge(question, Answer(question.id, outcome, "", 0.0), CAPACITES, expected)


def _prescribed_days(question: Planned) -> int:
    return sum(nb_jours(p.debut, p.fin) for p in question.dossier.pieces if isinstance(p, AvisArret))
