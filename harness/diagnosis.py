"""Why an engine diverges: which replaced rule, older or newer parameter, or moved comparison gives its very answers.

Each suspect is a named fault: the oracle with one thing changed. A suspect explains a record when it gives the engine's
answer on every field the engine renders. The suspects that explain most records, taken one after the other, are the causes.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from harness.comparison import compare
from harness.divergence import Divergence
from harness.planning import Planned
from harness.readings import Attente, attendre
from harness.verdict import Judgement, expectation, rounding
from oracle.decompte import Decompte, lire_decompte
from oracle.dossier import DossierInvalide
from oracle.loi import Variante
from oracle.perimetre import HorsChamp
from sut_adapters.moteurs.fautes import TOUTES, Portee
from sut_adapters.protocol import Capacites

_SEARCHES_PER_SHAPE = 3


@dataclass(frozen=True)
class Suspect:
    """One change of the law that may explain an engine: its id, what it means in French, the rule it betrays."""

    id: str
    diagnostic: str
    regle: str
    variante: Variante

    def avec(self, autre: "Suspect") -> "Suspect":
        """Both changes at once."""
        return Suspect(
            f"{self.id}+{autre.id}",
            f"{self.diagnostic} ; et {autre.diagnostic}",
            self.regle,
            self.variante.avec(autre.variante),
        )

    def explains(self, question: Planned, judgement: Judgement, capacites: Capacites) -> bool:
        """The oracle so changed gives the engine's very answer, on every field the engine renders."""
        if judgement.resultat is None:
            return False
        try:
            rendu: Decompte = lire_decompte(judgement.resultat)
            supposee = attendre(question.dossier, question.au, variante=self.variante)
        except (DossierInvalide, HorsChamp):
            return False
        divergences = compare(
            supposee.attendu, rendu, capacites.champs_rendus, arrondir=rounding(capacites), exhaustif=True
        )
        return divergences is not None and (
            not divergences or _refuses_without_waiting(question, divergences)
        )


def _refuses_without_waiting(question: Planned, divergences: Sequence[Divergence]) -> bool:
    """The engine refuses where the changed law would wait for pays that the law itself does not need.

    A certificate holds what the law asks; a law that asks for more can only wait, an engine that never waits refuses.
    """
    if any(
        (d.aspect, d.attendu, d.rendu) != ("droits", "en attente", "droits non ouverts") for d in divergences
    ):
        return False
    attente, _ = expectation(question)
    return attente is not None and all(d.ouvert for d in attente.liquidation.decompte.decisions)


@dataclass(frozen=True)
class Case:
    """A divergent record: the question, the judgement, and what the oracle expects."""

    question: Planned
    judgement: Judgement


@dataclass(frozen=True)
class Cause:
    """What explains a group of records; ``suspect`` null when nothing tried gives the engine's answers."""

    suspect: Suspect | None
    cases: tuple[Case, ...]


def suspects(attente: Attente) -> Iterator[Suspect]:
    """Every named fault that may change what the oracle expects of a dossier: the gallery, then the smaller changes first."""
    portee = Portee.de(attente.liquidation.trace)
    for faute in TOUTES:
        if portee.touchee_par(faute.variante):
            yield Suspect(faute.id, faute.titre, faute.regle, faute.variante)


def find_causes(
    cases: Sequence[Case], capacites: Capacites, tick: Callable[[], None] = lambda: None
) -> list[Cause]:
    """Group divergent records by the smallest change that gives all their answers; the rest by how they diverge."""
    explained: dict[str, tuple[Suspect, list[Case]]] = {}
    for case in cases:
        # Suspects already met are tried first: a new search is worth its time only when none of them explains.
        known = [s for s, _ in explained.values() if s.explains(case.question, case.judgement, capacites)]
        for suspect in known or _explaining(case, capacites):
            explained.setdefault(suspect.id, (suspect, []))[1].append(case)
        tick()
    causes, remaining = _cover(explained, list(cases))
    more, remaining = _cover(
        _by_pairs(remaining, [c.suspect for c in causes if c.suspect], capacites), remaining
    )
    return causes + more + _by_shape(remaining)


def _by_pairs(
    cases: Sequence[Case], found: Sequence[Suspect], capacites: Capacites
) -> dict[str, tuple[Suspect, list[Case]]]:
    """Two changes at once: causes already found together, else one of them with another suspect of the case.

    The second search is tried on few cases of each shape: what explains them is then tried on all.
    """
    pairs = {pair.id: pair for pair in (a.avec(b) for a, b in combinations(found, 2))}
    tried: Counter[tuple[str, ...]] = Counter()
    explained: dict[str, tuple[Suspect, list[Case]]] = {}
    for case in cases:
        known = [pair for pair in pairs.values() if pair.explains(case.question, case.judgement, capacites)]
        if not known and tried[shape(case.judgement)] < _SEARCHES_PER_SHAPE:
            tried[shape(case.judgement)] += 1
            attente, _ = expectation(case.question)
            others = list(suspects(attente)) if attente else []
            wider = {pair.id: pair for pair in (a.avec(b) for a in found for b in others if a.id != b.id)}
            known = [
                pair for pair in wider.values() if pair.explains(case.question, case.judgement, capacites)
            ]
            pairs |= {pair.id: pair for pair in known}
        for pair in known:
            explained.setdefault(pair.id, (pair, []))[1].append(case)
    return explained


def _explaining(case: Case, capacites: Capacites) -> Iterator[Suspect]:
    attente, _ = expectation(case.question)
    if attente is None or case.judgement.resultat is None:
        return
    for suspect in suspects(attente):
        if suspect.explains(case.question, case.judgement, capacites):
            yield suspect


def _cover(
    explained: dict[str, tuple[Suspect, list[Case]]], remaining: list[Case]
) -> tuple[list[Cause], list[Case]]:
    """Take again and again the suspect that explains most of what is left; earlier suspects win ties."""
    causes: list[Cause] = []
    left = {case.question.id: case for case in remaining}
    while True:
        best: tuple[Suspect, list[Case]] | None = None
        for suspect, cases in explained.values():
            still = [case for case in cases if case.question.id in left]
            if still and (best is None or len(still) > len(best[1])):
                best = (suspect, still)
        if best is None:
            return causes, list(left.values())
        causes.append(Cause(best[0], tuple(best[1])))
        for case in best[1]:
            del left[case.question.id]


def _by_shape(cases: Sequence[Case]) -> list[Cause]:
    """Records no suspect explains, grouped by verdict, field, aspect and sign of the first divergence."""
    groups: dict[tuple[str, ...], list[Case]] = {}
    for case in cases:
        groups.setdefault(shape(case.judgement), []).append(case)
    return [Cause(None, tuple(group)) for group in groups.values()]


def shape(judgement: Judgement) -> tuple[str, ...]:
    """How a record diverges: verdict, first field and aspect, sign of the amount."""
    first = judgement.divergences[0] if judgement.divergences else None
    sign = "+" if judgement.ecart > 0 else "-" if judgement.ecart < 0 else "0"
    return (
        judgement.verdict,
        first.champ if first else "",
        first.aspect if first else "",
        sign if first else "",
    )
