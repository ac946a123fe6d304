"""The conductor: from a dossier and a date to what is due. It reads as a table of contents of the law.

1. the facts known at the date; 2. the stops; 3. rights and amount of each stop; 4. each day; 5. its payees;
6. the balance of each payee, the social levies and what is ordered.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import partial

from oracle import maladie
from oracle.arrondis import a_six_decimales, au_plus_proche, part_d_un_total, tronque
from oracle.calendrier import plus_jours
from oracle.conges.rendu import bases_de_conge, decisions_de_conge, forfaits_rendus, taux_de_conge
from oracle.decompte import Base, Compteurs, Decision, Decompte, Part, PeriodeDue, Phase, Taux
from oracle.dossier import Dossier
from oracle.dossier.erreurs import DossierInvalide, Probleme
from oracle.faits import etablir_les_faits
from oracle.instruction import Instruction, Verdict
from oracle.journal import Journal, tenir_le_journal
from oracle.jours import JourLiquide
from oracle.lectures import LECTURES, verifier_les_lectures
from oracle.legislation import ParametreInconnu
from oracle.loi import Trace, Variante, appliquer, avertissements_d_horizon, liquidation_en_cours
from oracle.paiements import regler
from oracle.perimetre import HorsChamp
from oracle.repartition import Parts, repartir
from oracle.sinistres.rendu import (
    bases_de_sinistre,
    decisions_de_sinistre,
    jours_atmp,
    taux_de_sinistre,
)


@dataclass(frozen=True)
class Liquidation:
    """A décompte, with what led to it: stops instructed, days decided, rules and thresholds met."""

    decompte: Decompte
    journal: Journal
    trace: Trace


def liquider(dossier: Dossier, au: date | None = None, lectures: Mapping[str, str] | None = None) -> Decompte:
    """What is due at ``au`` (default: the day the last document was received), under chosen readings.

    Raises ``DossierInvalide`` for what cannot be decided, ``HorsChamp`` for what the oracle does not decide yet.
    """
    return liquider_en_detail(dossier, au, lectures).decompte


def liquider_en_detail(
    dossier: Dossier,
    au: date | None = None,
    lectures: Mapping[str, str] | None = None,
    variante: Variante | None = None,
) -> Liquidation:
    """Same as ``liquider``, keeping the trace; ``variante`` replaces a rule or a table, which makes a named fault."""
    choisies = verifier_les_lectures(lectures or {})
    date_du_decompte = au or _derniere_reception(dossier)
    with liquidation_en_cours(choisies, variante or Variante()) as trace, _parametres_connus():
        faits = etablir_les_faits(dossier, date_du_decompte)
        if (faits.avis or faits.conges) and not faits.activites:
            raise DossierInvalide(
                [Probleme("pieces", "", "au moins une pièce « activite » est attendue", "MAL-OD-1")]
            )
        journal = tenir_le_journal(faits)
        parts = repartir(faits, journal)
        reglement = regler(faits, journal, parts, date_du_decompte)
        decompte = Decompte(
            au=date_du_decompte,
            decisions=(
                *(d for i in journal.instructions if not i.interruption.vide for d in _decisions(i)),
                *(d for conge in journal.conges for d in decisions_de_conge(conge)),
                *(d for sinistre in journal.sinistres for d in decisions_de_sinistre(sinistre)),
            ),
            periodes=_periodes(journal, parts),
            taux=(
                *(t for i in journal.instructions for t in _taux(i)),
                *(t for conge in journal.conges for t in taux_de_conge(conge)),
                *(t for sinistre in journal.sinistres for t in taux_de_sinistre(sinistre)),
            ),
            bases=(
                *(b for i in journal.instructions for b in _bases(i)),
                *(b for conge in journal.conges for b in bases_de_conge(conge)),
                *(b for sinistre in journal.sinistres for b in bases_de_sinistre(sinistre)),
            ),
            forfaits=forfaits_rendus(journal.forfaits),
            compteurs=_compteurs(journal, date_du_decompte),
            soldes=reglement.soldes,
            prelevements=reglement.prelevements,
            ordres=reglement.ordres,
            lectures=_lectures_rendues(choisies, trace),
            avertissements=avertissements_d_horizon(trace),
        )
    return Liquidation(decompte, journal, trace)


@contextmanager
def _parametres_connus() -> Iterator[None]:
    """A date older than every known value of a parameter is out of reach, and said so."""
    try:
        yield
    except ParametreInconnu as inconnu:
        raise HorsChamp("pieces", str(inconnu)) from None


def _derniere_reception(dossier: Dossier) -> date:
    if not dossier.pieces:
        raise DossierInvalide([Probleme("pieces", "", "au moins une pièce est attendue")])
    return max(piece.recue_le for piece in dossier.pieces)


def _lectures_rendues(choisies: Mapping[str, str], trace: Trace) -> dict[str, str]:
    rendues = {nom: valeur for nom, valeur in choisies.items() if valeur != LECTURES[nom].defaut}
    return {**rendues, "droit_constant": "oui"} if trace.au_dela_de_l_horizon else rendues


def _decisions(instruction: Instruction) -> list[Decision]:
    volets: list[tuple[Phase | None, Verdict]] = [(None, instruction.six_mois)]
    if instruction.depasse_six_mois:
        au_dela = instruction.au_dela if instruction.six_mois.acquis else instruction.six_mois
        volets = [("six_premiers_mois", instruction.six_mois), ("au_dela", au_dela)]
    fondement = () if not instruction.maintien else ("L161-9",) if instruction.conge else ("L161-8",)
    return [
        Decision.model_construct(
            arret=arret,
            regime="general",
            risque="maladie",
            debut=instruction.interruption.debut,
            phase=phase,
            ouvert=verdict.acquis,
            motif=_motif(verdict),
            articles=(*fondement, "L313-1", "R313-3"),
        )
        for arret in instruction.interruption.arrets
        for phase, verdict in volets
    ]


def _motif(verdict: Verdict) -> str | None:
    if verdict.acquis is None:
        return "piece_manquante"
    return None if verdict.acquis else "droits_non_ouverts"


def _taux(instruction: Instruction) -> list[Taux]:
    """One fully paid day, when rights are open and the amount is known."""
    if not instruction.six_mois.acquis or instruction.calcul.montant is None or instruction.interruption.vide:
        return []
    return [
        Taux.model_construct(
            arret=arret,
            regime="general",
            risque="maladie",
            debut=instruction.interruption.debut,
            a_partir_du_jour=1,
            montant_journalier=instruction.calcul.montant,
        )
        for arret in instruction.interruption.arrets
    ]


def _bases(instruction: Instruction) -> list[Base]:
    calcul = instruction.calcul
    if not instruction.six_mois.acquis or calcul.base is None or instruction.interruption.vide:
        return []
    return [
        Base.model_construct(
            arret=arret,
            regime="general",
            debut=instruction.interruption.debut,
            base_journaliere=a_six_decimales(calcul.base),
            plafond=au_plus_proche(calcul.plafond),
            date_plafond=calcul.date_plafond,
        )
        for arret in instruction.interruption.arrets
    ]


def _periodes(journal: Journal, parts: Parts) -> tuple[PeriodeDue, ...]:
    """Maximal runs of equal days; a run whose total the law fixes is one, whatever the cents of its days.

    Such a run is stated by its total when that gives back each of its days and their shares; otherwise day by day: a
    change of payee inside the period moves no cent.
    """
    rendues: list[PeriodeDue] = []
    for ligne in _groupes(sorted(journal.jours, key=lambda jour: jour.jour), _meme_ligne):
        total = sum(jour.montant for jour in ligne)
        if ligne[0].ligne is not None and _redonne_ses_jours(
            entiere := _periode(ligne, parts, total), ligne, parts
        ):
            rendues.append(entiere)
        else:
            rendues += (_periode(jours, parts) for jours in _groupes(ligne, partial(_jours_egaux, parts)))
    return tuple(rendues)


def _groupes(
    jours: Iterable[JourLiquide], se_suivent: Callable[[JourLiquide, JourLiquide], bool]
) -> list[list[JourLiquide]]:
    groupes: list[list[JourLiquide]] = []
    for jour in jours:
        if groupes and se_suivent(groupes[-1][-1], jour):
            groupes[-1].append(jour)
        else:
            groupes.append([jour])
    return groupes


def _meme_ligne(un: JourLiquide, autre: JourLiquide) -> bool:
    cles = [
        (j.ligne, j.arret, j.regime, j.risque, j.statut, j.motif, j.precision, j.articles)
        for j in (un, autre)
    ]
    return autre.jour == plus_jours(un.jour, 1) and cles[0] == cles[1]


def _jours_egaux(parts: Parts, un: JourLiquide, autre: JourLiquide) -> bool:
    return un.montant == autre.montant and parts.get(un.jour, {}) == parts.get(autre.jour, {})


def _redonne_ses_jours(periode: PeriodeDue, ligne: Sequence[JourLiquide], parts: Parts) -> bool:
    totaux = [(part.destinataire, part.montant) for part in periode.parts]
    nombre = len(ligne)
    for rang, jour in enumerate(ligne, start=1):
        redonnees = {qui: part_d_un_total(total, rang, nombre) for qui, total in totaux}
        if {qui: montant for qui, montant in redonnees.items() if montant} != parts.get(jour.jour, {}):
            return False
    return True


def _periode(groupe: Sequence[JourLiquide], parts: Parts, total: int | None = None) -> PeriodeDue:
    premier = groupe[0]
    du_jour = Counter(parts.get(premier.jour, {}))
    if total is not None:
        for jour in groupe[1:]:
            du_jour.update(parts.get(jour.jour, {}))
    return PeriodeDue.model_construct(
        debut=premier.jour,
        fin=groupe[-1].jour,
        arret=premier.arret,
        regime=premier.regime,
        risque=premier.risque,
        statut=premier.statut,
        motif=premier.motif,
        precision=premier.precision,
        montant_journalier=premier.montant if total is None else tronque(Fraction(total, len(groupe))),
        montant=total,
        parts=tuple(Part.model_construct(destinataire=qui, montant=m) for qui, m in du_jour.items()),
        articles=premier.articles,
    )


def _compteurs(journal: Journal, au: date) -> Compteurs:
    depuis = appliquer(maladie.premier_jour_des_trois_ans, au)
    return Compteurs(
        ij_3_ans=sum(1 for jour in journal.compteurs.hors_ald if depuis <= jour <= au),
        jour_atmp=jours_atmp(journal.sinistres, au),
        fin_ald=dict(journal.fins_ald),
        ij_pension=sum(1 for jour in journal.compteurs.de_retraite if jour <= au)
        if journal.compteurs.de_retraite
        else None,
    )
