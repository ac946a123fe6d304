"""The days not worked: under a notice, under a leave, until a resumption."""

from collections.abc import Iterable, Mapping
from datetime import date

from oracle.calendrier import jours, plus_jours
from oracle.dossier.activites import Regime
from oracle.dossier.arrets import AvisArret
from oracle.dossier.famille import Conge
from oracle.dossier.versements import Risque
from oracle.faits import Faits
from oracle.famille import duree
from oracle.loi import appliquer


def jours_d_arret(faits: Faits) -> Mapping[date, AvisArret]:
    """Each day of complete stop, with the notice that prescribes it; the latest notice wins."""
    trouves: dict[date, AvisArret] = {}
    for avis in faits.avis:
        if avis.modalite == "complet":
            fin = _veille_de_la_reprise(faits, avis.arret, avis.debut, avis.fin)
            debut = plus_jours(avis.debut, 1) if avis.premier_jour_travaille else avis.debut
            trouves.update(dict.fromkeys(jours(debut, fin), avis))
    return dict(sorted(trouves.items()))


def jours_de_conge(conges: Iterable[Conge]) -> Mapping[date, str]:
    """Each day claimed by leaves, with the leave that claims it first."""
    trouves: dict[date, str] = {}
    for conge in conges:
        for periode in conge.periodes:
            for jour in jours(periode.debut, periode.fin):
                trouves.setdefault(jour, conge.conge)
    return dict(sorted(trouves.items()))


def reprise_du_conge(faits: Faits, conge: str) -> date | None:
    """First day worked again, when a resumption names the leave."""
    return min((r.date for r in faits.reprises if r.arret == conge), default=None)


def _veille_de_la_reprise(faits: Faits, arret: str, debut: date, fin: date) -> date:
    reprises = [r.date for r in faits.reprises if r.arret == arret and debut <= r.date <= fin]
    return plus_jours(min(reprises), -1) if reprises else fin


def premiere_absence(debut: date, absents: Iterable[date]) -> date:
    """First day of the unbroken absence that a day ends."""
    connus = set(absents)
    while plus_jours(debut, -1) in connus:
        debut = plus_jours(debut, -1)
    return debut


def trop_court(risque: Risque, jours: int) -> bool:
    """Whether a leave asks for a least number of days, and has fewer."""
    return appliquer(duree.duree_minimale_exigee, risque) and not appliquer(
        duree.duree_minimale_atteinte, jours
    )


def regime(faits: Faits) -> Regime:
    """The scheme of a file: that of its activities, which are all of one kind (``oracle.perimetre``)."""
    return "independant" if any(a.nature == "independant" for a in faits.activites) else "general"
