"""From divergent records to findings: one root cause each, its article, who loses, its smallest witness, its replay."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from harness.diagnosis import Case, Cause, find_causes
from harness.planning import Planned
from harness.verdict import Judgement, expectation
from oracle import registre
from sut_adapters.protocol import Capacites

_TECHNIQUES = {
    "PANNE": "Le moteur tombe en panne ou se dit en erreur",
    "DELAI": "Le moteur ne répond pas dans le délai",
    "REPONSE_INVALIDE": "La réponse du moteur n'a pas la forme du protocole",
    "INSTABLE": "Le moteur donne deux réponses à la même question",
}
_ASPECTS = {
    "statut": "Des jours n'ont pas le statut que dit le droit",
    "montant": "Des montants diffèrent",
    "destinataire": "L'indemnité va à un autre destinataire",
    "droits": "L'ouverture des droits est décidée autrement",
    "nombre": "Un décompte de jours diffère",
    "date": "Une date diffère",
    "absence": "Une ligne attendue n'est pas rendue",
    "excedent": "Le moteur paie ce qui n'est pas dû",
    "motif": "Le motif diffère",
}
_REGLE_D_UN_ASPECT = {"destinataire": "MAL-SUBRO", "droits": "MAL-OD-1"}
_REGLE_D_UN_STATUT = {
    "carence": "MAL-CARENCE",
    "non_prescrit": "MAL-GAP",
    "en_attente": "MAL-GJB",
}


@dataclass(frozen=True)
class Finding:
    """A root cause. ``montant`` in cents, rendered less due over its cases; ``exact`` when the cause gives every answer."""

    id: str
    titre: str
    regle: str | None
    articles: tuple[str, ...]
    suspect: str | None
    exact: bool
    verdicts: tuple[str, ...]
    cas: tuple[str, ...]
    sens: str
    montant: Fraction
    temoin: Case

    def data(self, replay: str) -> dict[str, Any]:
        """The finding as a line of the record."""
        return {
            "type": "finding",
            "id": self.id,
            "titre": self.titre,
            "regle": self.regle,
            "articles": self.articles,
            "diagnostic": self.suspect,
            "exact": self.exact,
            "verdicts": self.verdicts,
            "cas": self.cas,
            "sens": self.sens,
            "montant": self.montant,
            "temoin": self.temoin.question.id,
            "commande": replay,
        }


Shrink = Callable[[Case, Cause], Case]


def establish(
    records: Iterable[tuple[Planned, Judgement]],
    divergent: frozenset[str],
    capacites: Capacites,
    shrink: Shrink,
    tick: Callable[[], None] = lambda: None,
) -> list[Finding]:
    """Group the divergent records into findings, most cases first, each with its smallest witness."""
    cases = [Case(question, judgement) for question, judgement in records if judgement.verdict in divergent]
    causes = sorted(find_causes(cases, capacites, tick), key=lambda cause: -len(cause.cases))
    return [_finding(f"C{rank}", cause, shrink) for rank, cause in enumerate(causes, start=1)]


def size(case: Case) -> tuple[int, int, int, str]:
    """What makes a witness small: a curated case first, then few documents, then little text."""
    dossier = case.question.dossier
    return (
        0 if case.question.suite == "corpus" else 1,
        len(dossier.pieces),
        len(dossier.model_dump_json(exclude_defaults=True)),
        case.question.id,
    )


def _finding(name: str, cause: Cause, shrink: Shrink) -> Finding:
    cases = cause.cases
    temoin = shrink(min(cases, key=size), cause)
    regle = cause.suspect.regle if cause.suspect else _regle(temoin)
    montant = sum((case.judgement.ecart for case in cases), Fraction(0))
    return Finding(
        id=name,
        titre=cause.suspect.diagnostic if cause.suspect else _titre(temoin.judgement),
        regle=regle,
        articles=registre.PAR_ID[regle].articles if regle else (),
        suspect=cause.suspect.id if cause.suspect else None,
        exact=cause.suspect is not None,
        verdicts=tuple(sorted({case.judgement.verdict for case in cases})),
        cas=tuple(case.question.id for case in cases),
        sens=_sens(cases),
        montant=montant,
        temoin=temoin,
    )


def _titre(judgement: Judgement) -> str:
    if judgement.verdict in _TECHNIQUES:
        return _TECHNIQUES[judgement.verdict]
    if judgement.verdict == "REFUS_INJUSTIFIE":
        return "Le moteur refuse un dossier que le droit décide"
    if judgement.verdict == "ACCEPTATION_INJUSTIFIEE":
        return "Le moteur accepte un dossier qui doit être refusé"
    return _ASPECTS[judgement.divergences[0].aspect] if judgement.divergences else "Divergence"


def _regle(case: Case) -> str | None:
    """The rule at the first diverging step, when no suspect names it: the case's own rule, or that of the aspect."""
    if case.judgement.verdict in _TECHNIQUES:
        return None
    if case.question.regles and case.question.regles[0] in registre.PAR_ID:
        return case.question.regles[0]
    if not case.judgement.divergences:
        return None
    first = case.judgement.divergences[0]
    if first.aspect == "statut":
        return (
            _REGLE_D_UN_STATUT.get(first.attendu)
            or _REGLE_D_UN_STATUT.get(first.rendu)
            or _regle_du_refus(case)
        )
    return _REGLE_D_UN_ASPECT.get(first.aspect, "MAL-GJB")


def _regle_du_refus(case: Case) -> str:
    attente, _ = expectation(case.question)
    decisions = attente.liquidation.decompte.decisions if attente else ()
    return "MAL-360" if all(decision.ouvert for decision in decisions) else "MAL-OD-1"


def _sens(cases: Sequence[Case]) -> str:
    """Who loses, over the cases of a finding."""
    moins = sum(1 for case in cases if case.judgement.ecart < 0)
    plus = sum(1 for case in cases if case.judgement.ecart > 0)
    if moins and plus:
        return "tantôt l'assuré ou son employeur, tantôt la caisse"
    if moins:
        return "l'assuré ou son employeur reçoit moins que son dû"
    if plus:
        return "la caisse verse plus que le dû"
    refuses = any(
        d.aspect == "droits" and d.rendu == "droits non ouverts"
        for case in cases
        for d in case.judgement.divergences
    )
    return "l'assuré perd ses droits" if refuses else "sans effet chiffré sur les montants rendus"
