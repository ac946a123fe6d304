"""The verdict on one answer. A rounding tolerance is a named reading, never a number."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any, Literal

from harness.comparison import compare
from harness.divergence import Arrondir, Divergence, au_centime, tel_quel
from harness.planning import Planned
from harness.readings import Attente, attendre, autres_lectures
from oracle import registre
from oracle.decompte import Decompte, lire_decompte
from oracle.dossier import DossierInvalide
from oracle.perimetre import HorsChamp
from sut_adapters.outcomes import Answer, Crashed, Failed, Invalid, OutOfScope, Refused, Rendered, TimedOut
from sut_adapters.protocol import Capacites

Verdict = Literal[
    "CONFORME",
    "CONFORME_SOUS_LECTURE",
    "ECART",
    "REFUS_INJUSTIFIE",
    "ACCEPTATION_INJUSTIFIEE",
    "HORS_CHAMP",
    "INDECIDABLE",
    "PANNE",
    "DELAI",
    "REPONSE_INVALIDE",
    "INSTABLE",
]
DIVERGENTS: frozenset[Verdict] = frozenset(
    {"ECART", "REFUS_INJUSTIFIE", "ACCEPTATION_INJUSTIFIEE", "PANNE", "DELAI", "REPONSE_INVALIDE", "INSTABLE"}
)
"""Verdicts that refuse an engine."""


@dataclass(frozen=True)
class Judgement:
    """A verdict, with the readings it rests on, the divergences, or the words of whoever answered."""

    verdict: Verdict
    lectures: Mapping[str, str] = field(default_factory=dict)
    divergences: tuple[Divergence, ...] = ()
    detail: str = ""
    resultat: dict[str, Any] | None = None
    seconds: float = 0.0
    stderr: str = ""

    @property
    def ecart(self) -> Fraction:
        """Cents rendered beyond what is due, over the divergences that state it (negative: someone is short)."""
        par_champ: dict[str, Fraction] = {}
        for divergence in self.divergences:
            if divergence.ecart is not None:
                par_champ[divergence.champ] = par_champ.get(divergence.champ, Fraction(0)) + divergence.ecart
        return next(
            (par_champ[champ] for champ in ("periodes", "totaux", "taux", "soldes") if champ in par_champ),
            Fraction(0),
        )


class Expectation:
    """What the oracle expects of one question: asked once, however many answers to it are judged.

    ``attente`` is null when the oracle does not decide the dossier; ``refuses`` when it holds that nobody can.
    """

    def __init__(self, question: Planned) -> None:
        self.attente, self.refuses = expectation(question)
        self._known: list[Attente] = []
        self._rest = autres_lectures(question.dossier, self.attente) if self.attente else iter(())

    def others(self) -> Iterator[Attente]:
        """What other admissible readings give, each worked out when an answer first calls for it."""
        yield from self._known
        for other in self._rest:
            self._known.append(other)
            yield other


def judge(
    question: Planned, answer: Answer, capacites: Capacites, expected: Expectation | None = None
) -> Judgement:
    """Judge one answer against what the case states, or against the oracle; ``expected`` spares asking it again."""
    judged = _judge(question, answer, capacites, expected)
    return Judgement(
        judged.verdict,
        judged.lectures,
        judged.divergences,
        judged.detail,
        judged.resultat,
        answer.seconds,
        answer.stderr,
    )


def _judge(
    question: Planned, answer: Answer, capacites: Capacites, expected: Expectation | None
) -> Judgement:
    outcome = answer.outcome
    if isinstance(outcome, Crashed | Failed):
        return Judgement("PANNE", detail=outcome.detail if isinstance(outcome, Crashed) else outcome.message)
    if isinstance(outcome, TimedOut):
        return Judgement("DELAI", detail=f"aucune réponse en {outcome.seconds:g} s")
    if isinstance(outcome, Invalid):
        return Judgement("REPONSE_INVALIDE", detail=outcome.reason)
    if isinstance(outcome, OutOfScope):
        return Judgement("HORS_CHAMP", detail=outcome.motif)
    expected = expected or Expectation(question)
    attente = expected.attente
    refus_attendu = expected.refuses if question.attendu is None else question.attendu.refus is not None
    au_dela = attente is not None and bool(attente.liquidation.decompte.avertissements)
    if isinstance(outcome, Refused) and au_dela and not refus_attendu:
        return Judgement("INDECIDABLE", {"droit_constant": "oui"}, detail=outcome.motif)
    if isinstance(outcome, Refused):
        if attente is None and question.attendu is None and not refus_attendu:
            return Judgement("HORS_CHAMP", detail="l'oracle ne décide pas encore ce dossier")
        return Judgement("CONFORME" if refus_attendu else "REFUS_INJUSTIFIE", detail=outcome.motif)
    assert isinstance(outcome, Rendered)  # noqa: S101  # the last case of a closed union
    if refus_attendu:
        return Judgement(
            "ACCEPTATION_INJUSTIFIEE", detail="le dossier devait être refusé", resultat=outcome.resultat
        )
    try:
        rendu = lire_decompte(outcome.resultat)
    except DossierInvalide as mal_forme:
        return Judgement("REPONSE_INVALIDE", detail=str(mal_forme), resultat=outcome.resultat)
    if not capacites.montants_non_arrondis and _plus_de_deux_decimales(rendu):
        return Judgement(
            "REPONSE_INVALIDE",
            detail="montants de plus de deux décimales sans le déclarer",
            resultat=outcome.resultat,
        )
    compared = _compare(question, rendu, capacites, expected)
    return Judgement(
        compared.verdict, compared.lectures, compared.divergences, compared.detail, outcome.resultat
    )


def expectation(question: Planned) -> tuple[Attente | None, bool]:
    """What the oracle expects, if it decides the dossier; and whether it refuses it."""
    try:
        return attendre(question.dossier, question.au), False
    except DossierInvalide:
        return None, True
    except HorsChamp:
        return None, False


def rounding(capacites: Capacites) -> Arrondir:
    """How amounts are read before comparison: as they are, or rounded once for an engine that does not round."""
    return au_centime if capacites.montants_non_arrondis else tel_quel


def _compare(question: Planned, rendu: Decompte, capacites: Capacites, expected: Expectation) -> Judgement:
    attente = expected.attente
    champs, arrondir = _judgeable(question, capacites), rounding(capacites)
    au_dela = attente is not None and bool(attente.liquidation.decompte.avertissements)
    stated = question.attendu or (attente.attendu if attente else None)
    if stated is None:
        return Judgement("HORS_CHAMP", detail="l'oracle ne décide pas encore ce dossier")
    exhaustif = question.attendu is None
    divergences = compare(stated, rendu, champs, arrondir=arrondir, exhaustif=exhaustif)
    if divergences is None:
        return Judgement("HORS_CHAMP", detail="rien de ce qui est attendu ne figure dans les champs rendus")
    if au_dela:
        return Judgement(
            "INDECIDABLE",
            {"droit_constant": "oui"},
            tuple(divergences),
            "au-delà de l'horizon de connaissance du droit",
        )
    if not divergences:
        return Judgement("CONFORME")
    for lecture in question.lectures:
        if compare(stated.remplacer(lecture.attendu), rendu, champs, arrondir=arrondir) == []:
            return Judgement("CONFORME_SOUS_LECTURE", lecture.si)
    if attente is not None:
        for autre in expected.others():
            if compare(autre.attendu, rendu, champs, arrondir=arrondir, exhaustif=True) == []:
                return Judgement("CONFORME_SOUS_LECTURE", autre.lectures)
        if _seul_un_point_a_confirmer(divergences, attente):
            return Judgement(
                "INDECIDABLE",
                divergences=tuple(divergences),
                detail="seul diffère un point de droit à confirmer",
            )
    return Judgement("ECART", divergences=tuple(divergences))


def _judgeable(question: Planned, capacites: Capacites) -> tuple[str, ...]:
    """The rendered fields that what was sent can decide: without movements there is no balance to strike."""
    blind = capacites.historique == "aucun" and any(p.type == "mouvement" for p in question.dossier.pieces)
    return tuple(
        champ for champ in capacites.champs_rendus if not (blind and champ in _SUITES_DES_MOUVEMENTS)
    )


_SUITES_DES_MOUVEMENTS = ("soldes", "ordres", "prelevements")
"""Fields that depend on what was already paid: not asked of an engine that receives no movement."""

_SUITES_DU_PARTAGE = ("soldes", "ordres", "prelevements", "totaux")
"""Fields that follow from who is paid each day: when only payees differ, they differ for no other reason."""


def _seul_un_point_a_confirmer(divergences: list[Divergence], attente: Attente) -> bool:
    appliquees = {appel.regle for appel in attente.liquidation.trace.appels}
    a_confirmer = any(registre.PAR_ID[regle].a_confirmer for regle in appliquees)
    jours = [d for d in divergences if d.champ not in _SUITES_DU_PARTAGE]
    return a_confirmer and bool(jours) and all(d.aspect == "destinataire" for d in jours)


def _plus_de_deux_decimales(decompte: Decompte) -> bool:
    montants = [
        *(p.montant_journalier if p.montant is None else p.montant for p in decompte.periodes),
        *(part.montant for p in decompte.periodes for part in p.parts),
        *(t.montant_journalier for t in decompte.taux),
        *(m for s in decompte.soldes for m in (s.du, s.verse, s.acomptes, s.rappel, s.indu)),
        *(m for x in decompte.prelevements for m in (x.brut, x.csg, x.crds, x.net)),
    ]
    return any(Fraction(montant).denominator != 1 for montant in montants)
