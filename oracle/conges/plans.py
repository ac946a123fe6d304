"""Which leave holds each day: one benefit a day, the mother's rest first, sickness last."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from oracle.calendrier import jours
from oracle.conges.absences import jours_d_arret, suites
from oracle.conges.autres import plans_d_adoption, plans_de_deuil, plans_de_naissance
from oracle.conges.modele import Plan
from oracle.conges.peres import plans_de_paternite, plans_du_survivant
from oracle.conges.repos import plans_de_maternite
from oracle.dossier.arrets import AvisArret
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

    def laisser_a_la_maladie(self, faits: Faits) -> Faits:
        """The facts, each notice cut around the days a leave holds."""
        if not self.tenus:
            return faits
        return replace(faits, avis=tuple(bout for avis in faits.avis for bout in _couper(avis, self.tenus)))


def _couper(avis: AvisArret, tenus: frozenset[date]) -> Iterable[AvisArret]:
    libres = [jour for jour in jours(avis.debut, avis.fin) if jour not in tenus]
    for debut, fin in suites(libres):
        if (debut, fin) == (avis.debut, avis.fin):
            yield avis
        else:
            travaille = avis.premier_jour_travaille and debut == avis.debut
            yield avis.model_copy(update={"debut": debut, "fin": fin, "premier_jour_travaille": travaille})


def dresser_le_calendrier(faits: Faits, sans_droit: frozenset[str] = frozenset()) -> Calendrier:
    """The leaves of a file, in the order of the law, then of time.

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
    payables = _payables(trouves, {nom_du(plan) for plan in trouves} & sans_droit, prescrits)
    tenus = {jour for du_plan in payables for jour in du_plan}
    vus = set(tenus) | prescrits
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


def _payables(plans: list[Plan], fermes: set[str], prescrits: frozenset[date]) -> list[set[date]]:
    """The days each leave holds: those no earlier one does."""
    pris: set[date] = set()
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
