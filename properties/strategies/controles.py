"""Medical opinions and breaches: suspended benefits, new stops around ten clear days, duties not kept."""

from datetime import date
from typing import Any

from oracle.calendrier import plus_jours
from properties.strategies.dates import autour, duree_courte, premier_jour
from properties.strategies.employeurs import Chaine, carriere, employeur, un_avis
from properties.strategies.enveloppe import Enveloppe
from properties.strategies.hasard import Hasard, parmi, selon, une_fois_sur
from properties.strategies.plan import Avis, Piece, Plan

_MANDAT_LIBRE = date(2025, 12, 24)
_DIX_JOURS_FRANCS = 11
_MANQUEMENTS = ("activite_non_autorisee", "obligation", "controle_impossible", "mandat_local")


def _opinion(arret: str, effet: date, notifie_le: date | None, **champs: Any) -> Piece:
    piece = {"type": "avis_medical", "arret": arret, "recue_le": notifie_le or effet, "effet": effet}
    return piece | ({"notifie_le": notifie_le} if notifie_le else {}) | champs


def avis_medical_defavorable(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """Benefits suspended from a day of the stop; resumed by another opinion, or followed by a new stop, or both."""
    debut = premier_jour(hasard, enveloppe)
    premier = un_avis("S1", debut, hasard.entier(10, 60))
    fin = premier.avis[0].fin
    effet = selon(
        hasard,
        (4, plus_jours(debut, hasard.entier(4, (fin - debut).days))),
        (1, debut),
        (1, plus_jours(fin, 1)),
    )
    notifie_le = selon(hasard, (3, None), (1, plus_jours(effet, -1)), (1, effet), (1, plus_jours(effet, 3)))
    opinions = [_opinion("S1", effet, notifie_le)]
    if selon(hasard, (4, False), (1, True)):
        retour = plus_jours(effet, hasard.entier(1, 20))
        opinions.append(_opinion("S1", retour, plus_jours(retour, 2), favorable=True))
    chaines = [premier]
    suspendu_le = max(effet, notifie_le or effet)
    if enveloppe.arrets_max > 1 and selon(hasard, (1, False), (3, True)):
        ecart = _DIX_JOURS_FRANCS + selon(hasard, (2, 0), (2, 1), (1, -1), (2, hasard.entier(-10, 20)))
        nouveau = max(plus_jours(suspendu_le, ecart), plus_jours(fin, 4))
        if plus_jours(suspendu_le, ecart) <= plus_jours(fin, 3):
            premier = Chaine(
                "S1", (Avis("S1", debut, max(debut, plus_jours(suspendu_le, min(ecart, 4) - 4))),)
            )
            nouveau = max(plus_jours(suspendu_le, ecart), plus_jours(premier.avis[0].fin, 4))
        if nouveau <= enveloppe.fin:
            chaines = [premier, un_avis("S2", nouveau, duree_courte(hasard, enveloppe, mini=5))]
            if une_fois_sur(hasard, 3):
                accord = plus_jours(nouveau, hasard.entier(0, 8))
                opinions.append(_opinion("S2", accord, accord, favorable=une_fois_sur(hasard, 2)))
    avis = tuple(avis for chaine in chaines for avis in chaine.avis)
    suivie = carriere(hasard, enveloppe, debut)
    return Plan((employeur(hasard, enveloppe, suivie, chaines),), avis).avec(*opinions)


def manquement(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """A breach on some day of a notice that a prolongation follows: deliberate or not, ended or not, of each nature."""
    debut = premier_jour(hasard, enveloppe)
    nature = parmi(hasard, _MANQUEMENTS)
    if nature == "mandat_local" and selon(hasard, (1, True), (1, False)):
        proche = autour(hasard, plus_jours(_MANDAT_LIBRE, -10), large=8)
        debut = proche if enveloppe.debut <= proche <= enveloppe.fin else debut
    chaine = un_avis("S1", debut, hasard.entier(8, 45))
    avis = chaine.avis
    suite = plus_jours(avis[0].fin, 1)
    if enveloppe.avis_par_arret_max > 1 and suite <= enveloppe.fin and selon(hasard, (1, True), (1, False)):
        avis = (*avis, Avis("S1", suite, plus_jours(suite, hasard.entier(5, 25)), prolongation=True))
    duree = (avis[-1].fin - debut).days
    premier = plus_jours(debut, hasard.entier(0, duree))
    if nature == "mandat_local" and debut < _MANDAT_LIBRE <= avis[-1].fin:
        premier = min(max(debut, autour(hasard, _MANDAT_LIBRE)), avis[-1].fin)
    piece: Piece = {
        "type": "manquement",
        "recue_le": plus_jours(premier, 12),
        "arret": "S1",
        "nature": nature,
        "volontaire": selon(hasard, (4, True), (1, False)),
        "debut": premier,
    }
    if selon(hasard, (1, False), (1, True)):
        piece["fin"] = plus_jours(premier, hasard.entier(0, 10))
    suivie = carriere(hasard, enveloppe, debut)
    return Plan((employeur(hasard, enveloppe, suivie, [Chaine("S1", avis)]),), avis).avec(piece)
