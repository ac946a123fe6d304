"""Rights to a family leave, and the day before which its pay is read (R313-1, R313-3, R313-4, L161-8, L311-5).

This module decides nothing of its own: it brings what employers certify to the rules of ``famille.ouverture``, in order.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from oracle import salaires
from oracle.anciens_droits import AncienDroit, Cessation, anciens_droits, au_travail_le, gardes
from oracle.conditions import Verdict, debut_d_affiliation, six_premiers_mois
from oracle.conges.modele import Conditions, Plan
from oracle.droits import total_des_employeurs
from oracle.faits import Faits
from oracle.famille import ouverture
from oracle.loi import appliquer, parametre
from oracle.releves import Releve, relever


@dataclass(frozen=True)
class Ouverture:
    """Whether rights are open, on which certificates the pay is read, and the end of work when rights are kept.

    ``references``: the dates at which conditions were looked at, in order.
    """

    verdict: Verdict
    releve: Releve
    fin_d_activite: date | None = None
    references: tuple[date, ...] = ()

    @property
    def maintien(self) -> bool:
        """Rights are those of before work ceased."""
        return self.fin_d_activite is not None


def ouvrir(faits: Faits, plan: Plan, anterieurs: tuple[date, ...]) -> Ouverture:
    """Decide rights: at each date the law admits, then at the end of former work while its rights are kept."""

    regardees: list[date] = []

    def lire(reference: date) -> Releve:
        return relever(faits, plan.arrets, plan.salaire_au, reference, anterieurs)

    au_travail = au_travail_le(faits, plan.debut)
    sans_condition = appliquer(ouverture.sans_condition_d_ouverture, plan.risque)
    anciens = [
        ancien
        for ancien in anciens_droits(Cessation(faits, plan.debut, plan.arrets), au_travail)
        if sans_condition or not au_travail or gardes(Cessation(faits, plan.debut, plan.arrets), ancien)
    ]
    if sans_condition:
        return _retenir(plan, Verdict(acquis=True), lire, anciens, au_travail=bool(au_travail))
    references = plan.conditions.references if au_travail else plan.conditions.references[1:]
    verdict = _a_l_une_des_dates(faits, plan.conditions, references, lire, regardees)
    retenue = _retenir(plan, verdict, lire, anciens, au_travail=bool(au_travail))
    if not verdict.acquis:
        cessation = Cessation(faits, plan.debut, plan.arrets)
        for ancien in anciens:
            if gardes(cessation, ancien):
                garde = _a_l_une_des_dates(faits, plan.conditions, (ancien.reference,), lire, regardees)
                if garde.acquis or (garde.acquis is None and retenue.verdict.acquis is False):
                    retenue = _retenir(plan, garde, lire, [ancien], au_travail=False)
                if garde.acquis:
                    break
    return replace(retenue, references=tuple(regardees))


def _retenir(
    plan: Plan,
    verdict: Verdict,
    lire: Callable[[date], Releve],
    anciens: list[AncienDroit],
    *,
    au_travail: bool,
) -> Ouverture:
    """The pay that goes with the verdict: before the leave for who works, before work ceased for the others."""
    if au_travail or not anciens:
        return Ouverture(verdict, lire(plan.salaire_au))
    ancien = anciens[0]
    reference = appliquer(salaires.date_du_salaire, plan.salaire_au, ancien.reference)
    return Ouverture(verdict, lire(reference), ancien.reference)


def _a_l_une_des_dates(
    faits: Faits,
    conditions: Conditions,
    references: tuple[date, ...],
    lire: Callable[[date], Releve],
    regardees: list[date],
) -> Verdict:
    """The verdict of the first date that opens rights; dates looked at are added to ``regardees``."""
    verdicts: list[Verdict] = []
    for reference in references:
        regardees.append(reference)
        verdicts.append(_a_la_date(faits, conditions, lire(reference)))
        if verdicts[-1].acquis:
            break
    acquis = appliquer(ouverture.l_une_des_dates_suffit, [v.acquis for v in verdicts])
    manques = dict.fromkeys(m for v in verdicts for m in v.manques)
    return Verdict(acquis, tuple(manques) if acquis is None else ())


def _a_la_date(faits: Faits, conditions: Conditions, releve: Releve) -> Verdict:
    if not _affilie(faits, conditions, releve.reference):
        return Verdict(acquis=appliquer(ouverture.droits_ouverts, True, False))
    if conditions.date_a_date and appliquer(
        ouverture.porte_de_l_adoptant,
        appliquer(total_des_employeurs, releve.heures_declarees("heures_90_jours")),
    ):
        return Verdict(acquis=appliquer(ouverture.droits_ouverts, True, True))
    quantite = six_premiers_mois(releve)
    return Verdict(appliquer(ouverture.droits_ouverts, quantite.acquis, True), quantite.manques)


def _affilie(faits: Faits, conditions: Conditions, reference: date) -> bool:
    mois = int(parametre("mois_d_affiliation_du_conge", conditions.conge_le))
    debut = debut_d_affiliation(faits, min(reference, conditions.affilie_au))
    return appliquer(ouverture.affiliation_suffisante, debut, mois, conditions.affilie_au)


def ouvrir_un_independant(faits: Faits, plan: Plan) -> Verdict:
    """Rights of the self-employed: affiliation alone, and none for mourning or the mother's death (D623-8)."""
    if appliquer(ouverture.sans_condition_d_ouverture, plan.risque):
        return Verdict(acquis=True)
    acquis = _affilie(faits, plan.conditions, plan.debut)
    return Verdict(acquis=appliquer(ouverture.droits_ouverts, True, acquis))
