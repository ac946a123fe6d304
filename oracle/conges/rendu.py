"""What a décompte says of family leaves: decisions, daily amounts, bases, lump sums."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from oracle.arrondis import a_six_decimales, au_plus_proche
from oracle.conges.forfaits import ForfaitDu
from oracle.conges.instruction import ARTICLES, InstructionDeConge
from oracle.conges.modele import JourDeConge
from oracle.conges.montants import CalculSalarie
from oracle.decompte import Base, Decision, Forfait, Taux


def decisions_de_conge(conge: InstructionDeConge) -> Iterator[Decision]:
    """One decision for each leave or notice whose days the plan holds."""
    verdict, plan = conge.verdict, conge.plan
    ouvert, motif = verdict.acquis, None if verdict.acquis else "droits_non_ouverts"
    if not plan.payables:
        ouvert, motif = False, plan.jours[0].refus
    elif verdict.acquis is None:
        motif = "piece_manquante"
    for arret in _arrets(conge):
        yield Decision.model_construct(
            arret=arret,
            regime=plan.regime,
            risque=plan.risque,
            debut=plan.debut,
            phase=None,
            ouvert=ouvert,
            motif=motif,
            articles=(*(("L161-8",) if conge.ouverture.maintien else ()), *ARTICLES[plan.risque]),
        )


def taux_de_conge(conge: InstructionDeConge) -> Iterator[Taux]:
    """One fully paid day, and each later day from which it changes."""
    payes = [jour for jour in conge.jours if jour.statut == "indemnise"]
    for arret in _arrets(conge):
        precedent = None
        for rang, jour in enumerate(payes, start=1):
            if jour.montant != precedent:
                precedent = jour.montant
                yield Taux.model_construct(
                    arret=arret,
                    regime=conge.plan.regime,
                    risque=conge.plan.risque,
                    debut=conge.plan.debut,
                    a_partir_du_jour=rang,
                    montant_journalier=jour.montant,
                )


def bases_de_conge(conge: InstructionDeConge) -> Iterator[Base]:
    """The daily pay before the 21 %, its ceiling and that ceiling's date; for the self-employed the mean income."""
    calcul = conge.calcul
    if not conge.verdict.acquis or calcul.montant is None or not conge.plan.payables:
        return
    for arret in _arrets(conge):
        yield Base.model_construct(
            arret=arret,
            regime=conge.plan.regime,
            debut=conge.plan.debut,
            base_journaliere=a_six_decimales(calcul.base or Fraction(0))
            if isinstance(calcul, CalculSalarie)
            else None,
            plafond=au_plus_proche(calcul.plafond),
            date_plafond=calcul.date_plafond,
            revenu_annuel_moyen=None
            if isinstance(calcul, CalculSalarie)
            else au_plus_proche(calcul.revenu_moyen or Fraction(0)),
        )


def forfaits_rendus(forfaits: Sequence[ForfaitDu]) -> tuple[Forfait, ...]:
    """The lump sums, in the order they fall due."""
    return tuple(
        Forfait.model_construct(nature=f.nature, regime="independant", echeance=f.echeance, montant=f.montant)
        for f in forfaits
    )


def _arrets(conge: InstructionDeConge) -> tuple[str, ...]:
    jours: Sequence[JourDeConge] = conge.plan.payables or conge.plan.jours
    return tuple(dict.fromkeys(jour.arret for jour in jours))
