"""Instructing a family leave: rights, amount, and each of its days."""

from dataclasses import dataclass, replace
from datetime import date

from oracle import maladie
from oracle.conditions import Verdict
from oracle.conges.modele import JourDeConge, Plan
from oracle.conges.montants import (
    Calcul,
    CalculSalarie,
    activite_independante,
    calculer_un_independant,
    calculer_un_salarie,
    montant_d_un_independant,
    montant_d_un_salarie,
)
from oracle.conges.ouverture import Ouverture, ouvrir, ouvrir_un_independant
from oracle.dossier.versements import Risque
from oracle.faits import Faits
from oracle.famille import montant
from oracle.jours import JourLiquide
from oracle.loi import Sujet, appliquer, au_sujet_de
from oracle.registre.modele import Selection
from oracle.releves import relever

ARTICLES: dict[Risque, tuple[str, ...]] = {
    "maternite": ("L331-3", "R331-5"),
    "maternite_mere_decedee": ("L331-6", "R331-5"),
    "paternite": ("L331-8", "R331-5"),
    "adoption": ("L331-7", "R331-5"),
    "naissance_supplementaire": ("L331-8-1",),
    "deuil_enfant": ("L331-9", "R331-5"),
}
ARTICLES_DES_INDEPENDANTS = ("L623-1", "D623-2")


@dataclass(frozen=True)
class InstructionDeConge:
    """Everything decided once for a leave, and its days."""

    plan: Plan
    ouverture: Ouverture
    calcul: Calcul
    jours: tuple[JourLiquide, ...]

    @property
    def verdict(self) -> Verdict:
        """Whether rights are open."""
        return self.ouverture.verdict


def sujet_du(plan: Plan, jour: date | None = None) -> Sujet:
    """What is being decided: a leave, perhaps one of its days."""
    dates: dict[Selection, date] = {"debut_arret": plan.debut, "prescription": plan.debut}
    if jour is not None:
        dates["jour_indemnise"] = jour
    return Sujet(plan.arrets[0], jour, dates)


def instruire_le_conge(faits: Faits, plan: Plan, anterieurs: tuple[date, ...]) -> InstructionDeConge:
    """Rights, amount and days of a leave; ``anterieurs``: days of the file that count as work."""
    with au_sujet_de(sujet_du(plan)):
        calcul: Calcul
        if plan.regime == "independant":
            verdict = ouvrir_un_independant(faits, plan)
            ouverture = Ouverture(verdict, relever(faits, (), plan.debut, plan.debut))
            calcul = calculer_un_independant(faits, plan)
        else:
            ouverture = ouvrir(faits, plan, anterieurs)
            calcul = calculer_un_salarie(faits, plan, ouverture, anterieurs)
    montants: dict[tuple[date, int], int] = {}
    jours = []
    for jour in plan.jours:
        with au_sujet_de(sujet_du(plan, jour.jour)):
            decide = _sans_indemnite(faits, plan, jour, ouverture.verdict, calcul)
            jours.append(decide or _payer(faits, plan, jour, calcul, montants))
    return InstructionDeConge(plan, ouverture, calcul, tuple(jours))


def _sans_indemnite(
    faits: Faits, plan: Plan, jour: JourDeConge, verdict: Verdict, calcul: Calcul
) -> JourLiquide | None:
    """The first reason not to pay a day, or not yet."""
    refuse = JourLiquide(jour.jour, jour.arret, "non_indemnise", risque=plan.risque, regime=plan.regime)
    if jour.refus is not None:
        return replace(refuse, motif=jour.refus, articles=jour.articles)
    if _en_conge_parental(faits, jour.jour):
        return replace(refuse, motif="conge_de_famille", articles=("L161-9",))
    if verdict.acquis is False:
        return replace(refuse, motif="droits_non_ouverts", articles=("L313-1", "R313-3"))
    manques = verdict.manques if verdict.acquis is None else calcul.manques
    if manques or calcul.montant is None:
        return replace(
            refuse,
            statut="en_attente",
            motif="piece_manquante",
            precision="il manque " + ", ".join(manques),
            articles=("R323-10",),
        )
    return None


def _en_conge_parental(faits: Faits, jour: date) -> bool:
    """A parental leave suspends every cash benefit while it lasts (L161-9)."""
    return any(
        conge.debut <= jour <= conge.fin and appliquer(maladie.conge_sans_indemnite, conge.nature)
        for conge in faits.conges_famille
    )


def _payer(
    faits: Faits, plan: Plan, jour: JourDeConge, calcul: Calcul, montants: dict[tuple[date, int], int]
) -> JourLiquide:
    """A paid day; ``montants`` keeps what was worked out for days alike."""
    paye = JourLiquide(jour.jour, jour.arret, "indemnise", risque=plan.risque, regime=plan.regime)
    if isinstance(calcul, CalculSalarie):
        cle = appliquer(montant.date_du_minimum, plan.debut, jour.jour), jour.mois
        if cle not in montants:
            montants[cle] = montant_d_un_salarie(plan, calcul, *cle)
        return replace(paye, montant=montants[cle], articles=ARTICLES[plan.risque])
    if activite_independante(faits).statut == "conjoint_collaborateur":
        return replace(paye, statut="non_indemnise", motif="indemnite_de_remplacement", articles=("L663-1",))
    du_jour = montant_d_un_independant(calcul, jour)
    return replace(paye, montant=du_jour, articles=ARTICLES_DES_INDEPENDANTS)
