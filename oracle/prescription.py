"""What is time-barred in an account: days that may no longer be claimed, payments that may no longer be claimed back."""

from collections.abc import Mapping
from datetime import date

from oracle import compte
from oracle.calendrier import premier_jour_du_trimestre_suivant
from oracle.ecritures import Compte, Position
from oracle.faits import Faits
from oracle.imputations import Poste, vise
from oracle.journal import Journal
from oracle.loi import appliquer


def jours_prescrits(faits: Faits, journal: Journal, position: Position, au: date) -> dict[date, int]:
    """Of what is still owed, the days that may no longer be claimed at ``au``, with their cents (L332-1 al. 1)."""
    if not position.manques:
        return {}
    arrets = {jour.jour: jour.arret for jour in journal.jours}
    constats = {j.jour: c.plan.constat for c in journal.conges for j in c.jours if c.plan.constat is not None}
    limites: dict[date, date] = {}
    verdicts: dict[tuple[date, tuple[date, ...]], bool] = {}
    prescrits = {}
    for jour, montant in position.manques.items():
        depart = constats.get(jour) or premier_jour_du_trimestre_suivant(jour)
        if depart not in limites:
            limites[depart] = (
                appliquer(compte.dernier_jour_pour_reclamer_la_maternite, depart)
                if jour in constats
                else appliquer(compte.dernier_jour_pour_reclamer, jour)
            )
        reclamations = tuple(
            r.date for r in faits.reclamations if r.arret == arrets.get(jour) and jour <= r.date <= au
        )
        cle = limites[depart], reclamations
        if cle not in verdicts:
            verdicts[cle] = appliquer(compte.rappel_prescrit, limites[depart], au, reclamations)
        if verdicts[cle]:
            prescrits[jour] = montant
    return prescrits


def paiements_prescrits(tenu: Compte, position: Position, au: date) -> Mapping[Poste, int]:
    """Of what was overpaid, the part that may no longer be claimed back at ``au`` (L332-1 al. 3, L133-4-6)."""
    verdicts: dict[int, bool] = {}
    for rang, _ in position.trop_percus:
        if rang not in verdicts:
            paiement = tenu.mouvements[rang]
            avis = [n for n in tenu.notifications if n.envoyee_le <= au and vise(n, paiement)]
            lettres = [n.envoyee_le for n in avis if n.mode == "lrar"]
            dernier = appliquer(compte.dernier_jour_pour_recuperer, paiement.date, lettres)
            verdicts[rang] = appliquer(compte.indu_prescrit, dernier, au, any(n.fraude for n in avis))
    return {poste: montant for poste, montant in position.trop_percus.items() if verdicts[poste[0]]}
