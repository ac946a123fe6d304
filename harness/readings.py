"""The oracle as judge: what it expects of a dossier, and what other admissible readings would give.

A reading is tried only when the dossier asked for it, so that a verdict names the one that decides.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from corpus.attendu import (
    Attendu,
    BaseAttendue,
    CompteursAttendus,
    DecisionAttendue,
    ForfaitAttendu,
    OrdreAttendu,
    PrelevementAttendu,
    SoldeAttendu,
    TauxAttendu,
    Tranche,
)
from oracle.decompte import Decompte, PeriodeDue
from oracle.dossier import Dossier
from oracle.lectures import LECTURES
from oracle.liquidation import Liquidation, liquider_en_detail
from oracle.loi import Variante

_JAMAIS_ESSAYEES = frozenset({"droit_constant"})


@dataclass(frozen=True)
class Attente:
    """What the oracle expects, under which readings."""

    au: date
    lectures: Mapping[str, str]
    attendu: Attendu
    liquidation: Liquidation


def attendre(
    dossier: Dossier, au: date, lectures: Mapping[str, str] | None = None, variante: Variante | None = None
) -> Attente:
    """Ask the oracle. Raises what ``liquider`` raises."""
    liquidation = liquider_en_detail(dossier, au, lectures, variante)
    return Attente(au, dict(lectures or {}), enoncer(liquidation.decompte), liquidation)


def autres_lectures(dossier: Dossier, base: Attente) -> Iterator[Attente]:
    """What other readings of the points this dossier raised would give: one at a time, then two that both matter.

    A reading that changes nothing here is not proposed: a verdict must name one that decides.
    """
    points = {
        nom: valeur for nom, valeur in base.liquidation.trace.lectures.items() if nom not in _JAMAIS_ESSAYEES
    }
    decisives: list[tuple[str, str]] = []
    for nom, prise in points.items():
        for valeur in LECTURES[nom].valeurs:
            if valeur != prise:
                autre = attendre(dossier, base.au, {nom: valeur})
                if autre.attendu != base.attendu:
                    decisives.append((nom, valeur))
                    yield autre
    for un, deux in combinations(decisives, 2):
        if un[0] != deux[0]:
            yield attendre(dossier, base.au, dict((un, deux)))


def _tranches(periode: PeriodeDue) -> Iterator[Tranche]:
    """What a run states: of each day, or, where the law fixes its total, of the whole and of each payee's share."""
    if periode.montant is None:
        yield Tranche.model_construct(
            {"debut", "fin", "statut", "montant_journalier", "parts"},
            debut=periode.debut,
            fin=periode.fin,
            statut=periode.statut,
            montant_journalier=periode.montant_journalier,
            parts=periode.parts,
        )
        return
    for destinataire, montant in (
        (None, periode.montant),
        *((p.destinataire, p.montant) for p in periode.parts),
    ):
        yield Tranche.model_construct(
            {"debut", "fin", "statut", "montant", "destinataire"},
            debut=periode.debut,
            fin=periode.fin,
            statut=periode.statut,
            montant=montant,
            destinataire=destinataire,
        )


def enoncer(decompte: Decompte) -> Attendu:
    """Turn a whole décompte into a statement, key by key."""
    return Attendu(
        tranches=tuple(tranche for p in decompte.periodes for tranche in _tranches(p)),
        decisions=tuple(
            DecisionAttendue.model_construct(
                arret=d.arret,
                regime=d.regime,
                risque=d.risque,
                debut=d.debut,
                phase=d.phase,
                ouvert=d.ouvert,
            )
            for d in decompte.decisions
        ),
        taux=tuple(
            TauxAttendu.model_construct(
                arret=t.arret,
                regime=t.regime,
                risque=t.risque,
                debut=t.debut,
                a_partir_du_jour=t.a_partir_du_jour,
                montant_journalier=t.montant_journalier,
            )
            for t in decompte.taux
        ),
        bases=tuple(
            BaseAttendue.model_construct(
                arret=b.arret,
                regime=b.regime,
                debut=b.debut,
                base_journaliere=b.base_journaliere,
                plafond=b.plafond,
                date_plafond=b.date_plafond,
            )
            for b in decompte.bases
        ),
        forfaits=tuple(
            ForfaitAttendu.model_construct(
                nature=f.nature, regime=f.regime, echeance=f.echeance, montant=f.montant
            )
            for f in decompte.forfaits
        ),
        compteurs=CompteursAttendus.model_construct(**decompte.compteurs.model_dump(exclude_none=True))
        if decompte.compteurs
        else None,
        soldes=tuple(
            SoldeAttendu.model_construct(
                destinataire=s.destinataire,
                du=s.du,
                verse=s.verse,
                acomptes=s.acomptes,
                rappel=s.rappel,
                indu=s.indu,
                rappel_prescrit=s.rappel_prescrit,
                indu_prescrit=s.indu_prescrit,
            )
            for s in decompte.soldes
        ),
        ordres=tuple(
            OrdreAttendu.model_construct(
                date=o.date, destinataire=o.destinataire, nature=o.nature, montant=o.montant
            )
            for o in decompte.ordres
        ),
        prelevements=tuple(
            PrelevementAttendu.model_construct(
                date=x.date, destinataire=x.destinataire, brut=x.brut, csg=x.csg, crds=x.crds, net=x.net
            )
            for x in decompte.prelevements
        ),
    )
