"""The figures of a run and the sentence that sums it up: computed here and nowhere else.

Two shares are told and never merged: how much of what was asked the engine covers, and how much of that is right.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Literal

from harness.report.wording import number
from harness.store import StoredRun
from harness.verdict import DIVERGENTS
from oracle.explication.langue import euros, pluriel

RIGHT = frozenset({"CONFORME", "CONFORME_SOUS_LECTURE"})
TECHNICAL = frozenset({"PANNE", "DELAI", "REPONSE_INVALIDE"})

_PARTICULAR = r"(?<![\w.-])(?:\d{4}-\d{2}-\d{2}|\d+\.\d{2,})(?![\w.-])"
_PARTICULARS = re.compile(rf"{_PARTICULAR}(?:, {_PARTICULAR})*")
"""Days and amounts of one dossier, alone or in a row."""

Standing = Literal["invalid", "refused", "empty", "clean"]


@dataclass(frozen=True)
class Share:
    """A part of a whole, both counted in questions."""

    part: int
    whole: int

    @property
    def percent(self) -> str:
        """One decimal, rounded down so that 100 % means all; a dash when there is nothing to share."""
        if self.whole == 0:
            return "—"
        tenths = 1000 * self.part // self.whole
        whole, rest = divmod(tenths, 10)
        return f"{whole},{rest} %" if rest else f"{whole} %"

    @property
    def fraction(self) -> str:
        """``87 / 120``."""
        return f"{number(self.part)} / {number(self.whole)}"


@dataclass(frozen=True)
class Figures:
    """What a run counts. ``covered``: not out of scope, among the judged; ``right``: among the covered that the law
    decides."""

    planned: int
    judged: int
    covered: Share
    right: Share
    out_of_scope: int
    undecidable: int
    divergent: int
    causes: int


def figures(run: StoredRun) -> Figures:
    """Count a run."""
    verdicts = Counter(str(case["verdict"]) for case in run.cases)
    judged = len(run.cases)
    covered = judged - verdicts["HORS_CHAMP"]
    return Figures(
        planned=int(run.header["planned"]),
        judged=judged,
        covered=Share(covered, judged),
        right=Share(sum(verdicts[name] for name in RIGHT), covered - verdicts["INDECIDABLE"]),
        out_of_scope=verdicts["HORS_CHAMP"],
        undecidable=verdicts["INDECIDABLE"],
        divergent=sum(verdicts[name] for name in DIVERGENTS),
        causes=len(run.findings),
    )


def standing(run: StoredRun) -> Standing:
    """Where the run stands: invalid before anything else, then refused, then whether anything was decided at all."""
    counted = figures(run)
    if not run.valid or counted.planned != counted.judged:
        return "invalid"
    if counted.divergent or counted.causes:
        return "refused"
    return "clean" if counted.right.whole else "empty"


def verdict_sentence(run: StoredRun) -> str:
    """The run in one French sentence, without its full stop."""
    counted = figures(run)
    match standing(run):
        case "invalid":
            return _invalid(run, counted)
        case "refused" if counted.causes:
            return f"Refusé : {pluriel(counted.causes, 'cause racine', 'causes racines')}"
        case "refused":
            return f"Refusé : {pluriel(counted.divergent, 'question divergente', 'questions divergentes')}"
        case "empty" if counted.planned == 0:
            return "Aucune conclusion : aucune question n'a été posée"
        case "empty" if counted.covered.part == 0:
            return "Aucune conclusion : le moteur ne couvre aucune des questions posées"
        case "empty":
            return "Aucune conclusion : le droit ne tranche aucune des questions couvertes"
        case _:
            return "Aucune divergence"


def _invalid(run: StoredRun, counted: Figures) -> str:
    sentence = f"Campagne invalide : {pluriel(counted.planned, 'question prévue', 'questions prévues')}, {pluriel(counted.judged, 'jugée')}"
    if counted.planned != counted.judged:
        return sentence
    return f"{sentence}, mais l'enregistrement {'se contredit' if run.footer else 'est inachevé'}"


def scope_sentence(run: StoredRun) -> str:
    """On what the verdict rests, in one French sentence: what diverged, among what."""
    counted = figures(run)
    decided = counted.right.whole
    if counted.divergent == 0:
        asked = pluriel(decided, "question couverte et décidable", "questions couvertes et décidables")
        return f"Rien ne diverge, sur {asked}." if decided else "Rien n'a été comparé au droit."
    diverging = pluriel(counted.divergent, "question diverge", "questions divergent")
    return f"{diverging}, sur {pluriel(decided, 'couverte et décidable', 'couvertes et décidables')}."


def caution(run: StoredRun) -> str | None:
    """What the reader must know of an engine that is étalon itself, or one of its faults; ``None`` for a true candidate."""
    names = {str(run.header["engine"]), str(run.header["nom"])}
    if "etalon" in names:
        return (
            "Le moteur est étalon lui-même : cette campagne éprouve le protocole, et non le droit. "
            "L'oracle y est jugé par l'oracle ; une absence de divergence ne dit rien de la justesse de ses règles."
        )
    if any(name.startswith("faute:") for name in names):
        return (
            "Le moteur est une faute de la galerie : l'oracle, avec une seule règle remplacée. "
            "Cette campagne montre qu'étalon refuse la faute et la nomme."
        )
    return None


def verdicts_by_suite(run: StoredRun) -> dict[str, Counter[str]]:
    """How many of each verdict, suite by suite, in the order of the plan."""
    counts: dict[str, Counter[str]] = {str(suite): Counter() for suite in run.header["suites"]}
    for case in run.cases:
        counts.setdefault(case["suite"], Counter())[case["verdict"]] += 1
    return counts


@dataclass(frozen=True)
class Group:
    """Questions that share a motive, in the order asked."""

    label: str
    ids: tuple[str, ...]


def grouped_by_motive(run: StoredRun, verdict: str) -> list[Group]:
    """The questions of a verdict by the motive given, most frequent first.

    Motives that differ only by an amount or a day are one: ``…`` stands for what differs.
    """
    groups: dict[str, list[str]] = {}
    spelled: dict[str, set[str]] = {}
    for case in run.cases:
        if case["verdict"] == verdict:
            motive = str(case["detail"]) or "sans motif"
            key = _PARTICULARS.sub("…", motive)
            groups.setdefault(key, []).append(case["id"])
            spelled.setdefault(key, set()).add(motive)
    return _largest_first(
        {key if len(spelled[key]) > 1 else next(iter(spelled[key])): ids for key, ids in groups.items()}
    )


def grouped_by_reading(run: StoredRun) -> list[tuple[Mapping[str, str], tuple[str, ...]]]:
    """The questions conform under other readings, by the readings that make them so, most frequent first."""
    readings: dict[str, Mapping[str, str]] = {}
    groups: dict[str, list[str]] = {}
    for case in run.cases:
        if case["verdict"] == "CONFORME_SOUS_LECTURE":
            key = ", ".join(f"{name}={value}" for name, value in sorted(case["lectures"].items()))
            readings[key] = dict(sorted(case["lectures"].items()))
            groups.setdefault(key, []).append(case["id"])
    return [(readings[group.label], group.ids) for group in _largest_first(groups)]


def readings_in_conflict(run: StoredRun) -> list[str]:
    """Readings kept with two values in one run, which no single vector of readings may explain: to be looked at."""
    taken: dict[str, set[str]] = {}
    for readings, _ in grouped_by_reading(run):
        for name, value in readings.items():
            taken.setdefault(name, set()).add(value)
    return sorted(name for name, values in taken.items() if len(values) > 1)


def _largest_first(groups: Mapping[str, list[str]]) -> list[Group]:
    return [
        Group(label, tuple(ids)) for label, ids in sorted(groups.items(), key=lambda g: (-len(g[1]), g[0]))
    ]


@dataclass(frozen=True)
class Stakes:
    """What a finding moves, in cents, over its cases: ``short`` not paid though due, ``over`` paid though not due.

    ``one_day``: the engine states daily rates only, so that each case counts for one day.
    """

    short: Fraction
    over: Fraction
    one_day: bool

    @property
    def in_words(self) -> str:
        """Both directions in euros; empty when no amount was rendered apart from what is due."""
        told = [f"{euros(self.short)} non versés"] if self.short else []
        told += [f"{euros(self.over)} versés à tort"] if self.over else []
        return f"{' et '.join(told)}{', pour un seul jour de chaque cas' if told and self.one_day else ''}"


def stakes(run: StoredRun, finding: Mapping[str, Any]) -> Stakes:
    """Sum what the cases of a finding move, apart for each direction: they never compensate."""
    ids = frozenset(finding["cas"])
    cases = [case for case in run.cases if case["id"] in ids]
    gaps = [Fraction(case["ecart"]) for case in cases]
    measured = {d["champ"] for case in cases for d in case["divergences"] if "ecart" in d}
    return Stakes(
        short=_total(-gap for gap in gaps if gap < 0),
        over=_total(gap for gap in gaps if gap > 0),
        one_day="taux" in measured and not measured & {"periodes", "totaux"},
    )


def _total(amounts: Iterable[Fraction]) -> Fraction:
    return sum(amounts, Fraction(0))
