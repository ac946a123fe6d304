"""The lump sums of the self-employed: maternal rest, adoption, replacement of a conjoint collaborateur (L623-1, L663-1).

This module decides nothing of its own: it brings leaves to the rules of ``famille.independants``, in order.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from oracle.conges.instruction import InstructionDeConge
from oracle.conges.modele import Plan
from oracle.conges.montants import CalculForfaitaire, activite_independante
from oracle.decompte import Echeance, NatureDeForfait
from oracle.faits import Faits
from oracle.famille import independants
from oracle.loi import Sujet, appliquer, au_sujet_de, parametre


@dataclass(frozen=True)
class ForfaitDu:
    """A lump sum, in cents, and the day it falls due."""

    nature: NatureDeForfait
    echeance: Echeance
    jour: date
    montant: int


def forfaits_dus(faits: Faits, conges: Sequence[InstructionDeConge]) -> tuple[ForfaitDu, ...]:
    """Every lump sum of a file, whatever the date of the décompte."""
    trouves: list[ForfaitDu] = []
    for conge in conges:
        plan, calcul = conge.plan, conge.calcul
        if not isinstance(calcul, CalculForfaitaire) or calcul.montant is None or not conge.verdict.acquis:
            continue
        with au_sujet_de(Sujet(plan.arrets[0], None, {"debut_arret": plan.debut})):
            allocation = appliquer(independants.allocation_de_repos, calcul.plafond, calcul.reduit)
            if plan.risque == "maternite" and plan.fenetre is not None:
                trouves += _de_maternite(plan, allocation)
            elif plan.risque == "adoption":
                trouves += _d_adoption(faits, plan, allocation)
    trouves += _de_remplacement(faits, conges)
    return tuple(sorted(trouves, key=lambda forfait: (forfait.jour, forfait.nature)))


def _de_maternite(plan: Plan, allocation: int) -> Iterator[ForfaitDu]:
    fenetre = plan.fenetre
    cesses = [jour.jour for jour in plan.jours if jour.refus in (None, "cessation_insuffisante")]
    if fenetre is None or not cesses or not appliquer(independants.allocation_acquise, len(cesses)):
        return
    if not plan.payables and not appliquer(independants.allocation_sans_six_semaines):
        return
    naissance, debut = fenetre.naissance, cesses[0]
    if naissance is not None and appliquer(
        independants.allocation_en_une_fois, naissance.date, fenetre.grossesse.debut_grossesse
    ):
        yield ForfaitDu("allocation_repos_maternel", "debut_arret", max(debut, naissance.date), allocation)
        return
    moitie = appliquer(independants.premiere_moitie, allocation)
    terme = cesses[min(independants.JOURS_DE_CESSATION, len(cesses)) - 1]
    yield ForfaitDu("allocation_repos_maternel", "debut_arret", debut, moitie)
    yield ForfaitDu("allocation_repos_maternel", "fin_huit_semaines", terme, allocation - moitie)


def _d_adoption(faits: Faits, plan: Plan, allocation: int) -> Iterator[ForfaitDu]:
    noms = {jour.arret for jour in plan.jours}
    adoptions = {conge.adoption for conge in faits.conges if conge.conge in noms}
    for adoption in faits.adoptions:
        if adoption.adoption in adoptions and plan.payables:
            moitie = appliquer(independants.allocation_d_adoption, allocation)
            yield ForfaitDu("allocation_repos_adoption", "arrivee_enfant", adoption.arrivee, moitie)


def _de_remplacement(faits: Faits, conges: Sequence[InstructionDeConge]) -> Iterator[ForfaitDu]:
    """What a conjoint collaborateur spends on a replacement during the days of a leave."""
    if not faits.remplacements or activite_independante(faits).statut != "conjoint_collaborateur":
        return
    du_conge = {jour.jour for conge in conges if conge.verdict.acquis for jour in conge.plan.payables}
    for piece in faits.remplacements:
        jours = [jour for jour in sorted(du_conge) if piece.debut <= jour <= piece.fin]
        if not jours:
            continue
        debut = min(conge.plan.debut for conge in conges)
        with au_sujet_de(Sujet(None, None, {"debut_arret": debut})):
            smic = parametre("smic_mensuel", debut)
            plafond = appliquer(independants.plafond_du_remplacement, smic)
            montant = appliquer(independants.indemnite_de_remplacement, piece.cout, len(jours), plafond)
        yield ForfaitDu("indemnite_remplacement", "fin_remplacement", piece.fin, montant)
