"""Why an engine diverges: which replaced rule, older or newer parameter, or moved comparison gives its very answers.

Each suspect is the oracle with one thing changed. A suspect explains a record when it gives the engine's answer on
every field the engine renders. The suspects that explain most records, taken one after the other, are the causes.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from harness.comparison import compare
from harness.divergence import Divergence
from harness.planning import Planned
from harness.readings import Attente, attendre
from harness.verdict import Judgement, expectation, rounding
from oracle import registre
from oracle.calendrier import en_francais
from oracle.decompte import Decompte, lire_decompte
from oracle.dossier import DossierInvalide
from oracle.legislation import Ligne, Table, tables
from oracle.loi import Comparateur, Variante
from oracle.perimetre import HorsChamp
from sut_adapters.moteurs.fautes import FAUTES
from sut_adapters.protocol import Capacites

_INVERSES: dict[Comparateur, Comparateur] = {">=": ">", ">": ">=", "<=": "<", "<": "<="}
_REGLE_DU_PARAMETRE = {
    "smic_horaire": "MAL-OD-1",
    "smic_mensuel": "MAL-PLAFOND",
    "multiplicateur_plafond": "MAL-PLAFOND",
    "taux_ij_maladie": "MAL-IJ",
    "jours_de_carence": "MAL-CARENCE",
    "ij_sur_trois_ans": "MAL-360",
    "fin_de_la_tolerance_des_jours_non_prescrits": "MAL-GAP",
    "exoneration_carence_interruption_spontanee": "MAL-CARENCE",
    "exoneration_carence_interruption_medicale": "MAL-CARENCE",
    "prolongation_par_un_chirurgien_dentiste": "MAL-GAP",
    "pension_invalidite_minimale": "MAL-MIN",
    "taux_csg_ij": "MAL-NET",
    "taux_crds_ij": "MAL-NET",
}
"""The rule that reads each parameter, to name it when its value is the suspect."""


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
    """Every change of the law worth trying on a dossier, each once."""
    seen: set[str] = set()
    for suspect in _suspects(attente):
        if suspect.id not in seen:
            seen.add(suspect.id)
            yield suspect


def _suspects(attente: Attente) -> Iterator[Suspect]:
    """Named faults first, then each comparison met at equality inverted, then each dated value shifted to its neighbour."""
    for faute in FAUTES:
        yield Suspect(faute.id, faute.titre, faute.regle, faute.variante)
    trace = attente.liquidation.trace
    for nom, comparateur in sorted(
        {(r.seuil, r.comparateur) for r in trace.rencontres if r.mesure == r.borne}
    ):
        regle = next(regle for regle in registre.REGLES if any(seuil.nom == nom for seuil in regle.seuils))
        yield Suspect(
            f"seuil:{nom}",
            f"{registre.SEUILS[nom].libelle.capitalize()} : l'égalité est jugée à l'inverse de ce que dit le texte",
            regle.id,
            Variante(comparateurs={nom: _INVERSES[comparateur]}),
        )
    for nom, jour in sorted(trace.parametres):
        table = tables()[nom]
        for voisine in _voisines(table, table.lignes.index(table.ligne_au(jour))):
            autre = table.lignes[voisine]
            present = table.ligne_au(jour)
            yield Suspect(
                f"parametre:{nom}:{autre.depuis.isoformat()}",
                _en_mots(table, present, autre),
                _REGLE_DU_PARAMETRE[nom],
                Variante(
                    tables={nom: replace(table, lignes=(replace(autre, depuis=table.lignes[0].depuis),))}
                ),
            )


def _en_mots(table: Table, present: Ligne, autre: Ligne) -> str:
    """What it means to read another row than the one in force."""
    libelle = f"{table.libelle[:1].upper()}{table.libelle[1:]}"
    if table.unite == "en_vigueur":
        etat = "encore" if autre.depuis < present.depuis else "déjà"
        return f"{libelle} : le droit du {en_francais(autre.depuis)} est {etat} appliqué"
    return (
        f"{libelle} : la valeur en vigueur depuis le {en_francais(autre.depuis)} est appliquée à la place de celle "
        f"du {en_francais(present.depuis)}"
    )


def _voisines(table: Table, rang: int) -> Iterable[int]:
    return [voisin for voisin in (rang - 1, rang + 1) if 0 <= voisin < len(table.lignes)]


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
