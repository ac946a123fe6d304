"""Instructing a family leave: rights, amount, and each of its days."""

from dataclasses import dataclass
from datetime import date

from oracle.conditions import Verdict
from oracle.conges.modele import JourDeConge, Plan
from oracle.conges.montants import (
    Calcul,
    CalculForfaitaire,
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
from oracle.jours import JourLiquide
from oracle.loi import Sujet, au_sujet_de
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
    dates = {"debut_arret": plan.debut, "prescription": plan.debut}
    if jour is not None:
        return Sujet(plan.arrets[0], jour, {**dates, "jour_indemnise": jour})  # type: ignore[dict-item]  # literal keys
    return Sujet(plan.arrets[0], None, dates)  # type: ignore[arg-type]  # literal keys


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
    jours = []
    for jour in plan.jours:
        with au_sujet_de(sujet_du(plan, jour.jour)):
            jours.append(_decider(faits, plan, jour, ouverture.verdict, calcul))
    return InstructionDeConge(plan, ouverture, calcul, tuple(jours))


def _decider(faits: Faits, plan: Plan, jour: JourDeConge, verdict: Verdict, calcul: Calcul) -> JourLiquide:
    def rendre(**decision: object) -> JourLiquide:
        return JourLiquide(jour.jour, jour.arret, risque=plan.risque, regime=plan.regime, **decision)  # type: ignore[arg-type]  # fields of JourLiquide

    if jour.refus is not None:
        return rendre(statut="non_indemnise", motif=jour.refus, articles=jour.articles)
    if verdict.acquis is False:
        return rendre(statut="non_indemnise", motif="droits_non_ouverts", articles=("L313-1", "R313-3"))
    manques = verdict.manques if verdict.acquis is None else calcul.manques
    if manques or calcul.montant is None:
        return rendre(
            statut="en_attente",
            motif="piece_manquante",
            precision="il manque " + ", ".join(manques),
            articles=("R323-10",),
        )
    if isinstance(calcul, CalculForfaitaire):
        if activite_independante(faits).statut == "conjoint_collaborateur":
            return rendre(statut="non_indemnise", motif="indemnite_de_remplacement", articles=("L663-1",))
        return rendre(
            statut="indemnise",
            montant=montant_d_un_independant(calcul, jour),
            articles=ARTICLES_DES_INDEPENDANTS,
        )
    assert isinstance(calcul, CalculSalarie)  # noqa: S101  # the other member of the union
    return rendre(
        statut="indemnise",
        montant=montant_d_un_salarie(plan, calcul, jour),
        articles=ARTICLES[plan.risque],
    )
