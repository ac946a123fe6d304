"""What will be asked: every question of a run, planned before the first one leaves.

A question carries what a case states (curated cases) or nothing (generated dossiers, judged against the oracle).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from corpus.attendu import Attendu, LectureAttendue
from corpus.catalogue import CasCharge
from corpus.format import Cas, Etape
from oracle.dossier import Dossier, lire_dossier
from oracle.dossier.arrets import AvisArret
from oracle.faits import pieces_en_vigueur
from oracle.perimetre import FAMILLES_COUVERTES
from properties.strategies.enveloppe import Enveloppe
from properties.strategies.maladie import dossiers
from properties.strategies.tirage import tirer
from sut_adapters.protocol import Capacites

Suite = Literal["corpus", "aleatoire"]
SUITES: tuple[Suite, ...] = ("corpus", "aleatoire")


@dataclass(frozen=True)
class Planned:
    """One question: which dossier, at which date, and what is stated of it."""

    id: str
    suite: Suite
    titre: str
    famille: str
    dossier: Dossier
    au: date
    attendu: Attendu | None = None
    lectures: tuple[LectureAttendue, ...] = ()
    regles: tuple[str, ...] = ()
    history: bool = False
    source: dict[str, Any] = field(default_factory=dict, compare=False)


def plan_corpus(cases: Iterable[CasCharge]) -> list[Planned]:
    """One question per case, or per date of a history."""
    return [_curated(charge.cas, etape) for charge in cases for etape in charge.cas.questions]


def _curated(cas: Cas, etape: Etape) -> Planned:
    return Planned(
        id=cas.cas if cas.attendu is not None else f"{cas.cas}@{etape.au.isoformat()}",
        suite="corpus",
        titre=cas.titre,
        famille=cas.famille,
        dossier=cas.dossier,
        au=etape.au,
        attendu=etape.attendu,
        lectures=etape.lectures,
        regles=cas.regles,
        history=bool(cas.etapes),
        source={
            "phenomene": cas.phenomene,
            "consequence": cas.consequence,
            "articles": list(cas.articles),
            "source": cas.source.titre,
        },
    )


def plan_random(capacites: Capacites, count: int, seed: int) -> list[Planned]:
    """``count`` realistic dossiers within what the engine declares, the same for the same seed."""
    if set(FAMILLES_COUVERTES).isdisjoint(capacites.familles):
        return []
    enveloppe = Enveloppe.depuis(capacites.model_dump(mode="json"))
    return [
        Planned(
            id=f"ALEA-{seed}-{rank:05d}",
            suite="aleatoire",
            titre="dossier engendré",
            famille=drawn.famille,
            dossier=lire_dossier(drawn.dossier),
            au=drawn.au,
        )
        for rank, drawn in enumerate(tirer(dossiers(enveloppe), count, seed), start=1)
    ]


def out_of_scope(question: Planned, capacites: Capacites) -> str | None:
    """Why the engine's own claims leave a question out, in French; ``None`` when they do not."""
    if question.famille not in capacites.familles:
        return f"la famille « {question.famille} » n'est pas déclarée"
    if question.history and capacites.historique == "aucun":
        return "le cas est une histoire et le moteur déclare n'en suivre aucune"
    pieces = folded(question, capacites).pieces
    inconnues = sorted({piece.type for piece in pieces} - set(capacites.pieces))
    if inconnues:
        return f"pièces non déclarées : {', '.join(inconnues)}"
    debuts = [piece.debut for piece in pieces if isinstance(piece, AvisArret)]
    periode = capacites.periode
    if any(
        (periode.debut and jour < periode.debut) or (periode.fin and jour > periode.fin) for jour in debuts
    ):
        return "un arrêt débute hors de la période déclarée"
    return None


def folded(question: Planned, capacites: Capacites) -> Dossier:
    """The dossier as the engine is to receive it.

    An engine that follows no history gets the documents in force, without replacement marks nor movements.
    """
    if capacites.historique != "aucun":
        return question.dossier
    pieces = [
        piece.model_copy(update={"remplace": None})
        for piece in pieces_en_vigueur(question.dossier.pieces, question.au)
        if piece.type != "mouvement"
    ]
    return question.dossier.model_copy(update={"pieces": tuple(pieces)})


def unique(planned: Sequence[Planned]) -> Sequence[Planned]:
    """The plan itself; raises ``ValueError`` when two questions bear the same id."""
    seen: set[str] = set()
    for question in planned:
        if question.id in seen:
            raise ValueError(
                f"two questions bear the id {question.id}; ids are unique across the folders of a run"
            )
        seen.add(question.id)
    return planned
