"""Which leave holds each day: one benefit a day, the mother's rest first, sickness last."""

from dataclasses import dataclass, replace
from datetime import date

from oracle.conges.absences import jours_d_arret
from oracle.conges.autres import plans_d_adoption, plans_de_deuil, plans_de_naissance
from oracle.conges.modele import Plan
from oracle.conges.peres import plans_de_paternite, plans_du_survivant
from oracle.conges.repos import plans_de_maternite
from oracle.faits import Faits
from oracle.famille import cumul
from oracle.loi import appliquer


@dataclass(frozen=True)
class Calendrier:
    """The leaves of a file, no day in two of them, and what is left to sickness.

    ``tenus``: days a leave holds, which no notice governs any more; ``repos``: those of the mother's rest.
    """

    plans: tuple[Plan, ...]
    tenus: frozenset[date]
    repos: frozenset[date]


def dresser_le_calendrier(
    faits: Faits, pris: frozenset[date], sans_droit: frozenset[str] = frozenset()
) -> Calendrier:
    """The leaves of a file, in the order of the law, then of time; ``pris``: days a work accident holds.

    ``sans_droit``: leaves whose rights are closed; the days a notice covers go back to sickness (R331-6: maternity keeps
    sickness away only while it is received).
    """
    if not faits.conges and not faits.grossesses:
        return Calendrier((), frozenset(), frozenset())
    prescrits = frozenset() if _sans_maladie(faits) else frozenset(jours_d_arret(faits))
    trouves = [
        *plans_de_maternite(faits),
        *plans_du_survivant(faits),
        *plans_d_adoption(faits),
        *plans_de_paternite(faits),
        *plans_de_naissance(faits),
        *plans_de_deuil(faits),
    ]
    trouves.sort(key=lambda plan: (appliquer(cumul.rang_du_risque, plan.risque), plan.debut))
    payables = _payables(trouves, {nom_du(plan) for plan in trouves} & sans_droit, prescrits, pris)
    tenus = {jour for du_plan in payables for jour in du_plan}
    vus = tenus | prescrits | pris
    plans = []
    for plan, siens in zip(trouves, payables, strict=True):
        retenus = []
        for jour in plan.jours:
            if jour.jour in siens:
                retenus.append(jour)
            elif jour.refus is not None and jour.jour not in vus:
                vus.add(jour.jour)
                tenus.add(jour.jour)
                retenus.append(jour)
        if retenus:
            plans.append(replace(plan, jours=tuple(retenus)))
    repos = frozenset(j.jour for plan in plans if plan.risque == "maternite" for j in plan.payables)
    return Calendrier(tuple(plans), frozenset(tenus), repos)


def nom_du(plan: Plan) -> str:
    """What tells a leave from the others of the file."""
    return f"{plan.risque} {plan.arrets[0]} {plan.debut.isoformat()}"


def _payables(
    plans: list[Plan], fermes: set[str], prescrits: frozenset[date], tenus: frozenset[date]
) -> list[set[date]]:
    """The days each leave holds: those nothing earlier does."""
    pris = set(tenus)
    tous = []
    for plan in plans:
        siens = {
            jour.jour
            for jour in plan.payables
            if appliquer(cumul.jour_libre, jour.jour in pris)
            and not (nom_du(plan) in fermes and jour.jour in prescrits)
        }
        pris |= siens
        tous.append(siens)
    return tous


def _sans_maladie(faits: Faits) -> bool:
    return all(a.nature == "independant" for a in faits.activites)
