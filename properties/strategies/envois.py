"""Notices sent late, after the end of the stop, or on plain paper, around each bound of R321-2, D323-2 and R323-12."""

from dataclasses import replace
from datetime import date
from typing import Any

from oracle.calendrier import nb_jours, plus_jours, plus_mois
from properties.strategies.dates import autour, duree_courte, premier_jour
from properties.strategies.employeurs import Chaine, carriere, employeur, un_avis
from properties.strategies.enveloppe import Enveloppe
from properties.strategies.hasard import Hasard, parmi, selon, une_fois_sur
from properties.strategies.plan import Avis, Piece, Plan

_DELAI_UNIFIE, _ORIGINAL_EXIGE = date(2025, 7, 1), date(2025, 9, 1)
_JOURS_POUR_ENVOYER = 2


def _debut_proche(hasard: Hasard, enveloppe: Enveloppe, pivot: date) -> date:
    """An ordinary first day, or one near the day on which the law changes."""
    voulu, proche = premier_jour(hasard, enveloppe), autour(hasard, pivot)
    retenu = enveloppe.debut <= proche <= enveloppe.fin and selon(hasard, (2, False), (1, True))
    return proche if retenu else voulu


def _envoyer(avis: Avis, envoye_le: date, **champs: object) -> Avis:
    recue_le = plus_jours(envoye_le, 2)
    papier = {"support": "papier", "envoye_le": envoye_le, "recue_le": recue_le}
    return replace(avis, champs={**avis.champs, **papier, **champs})


def _avertissement(hasard: Hasard, envoye_le: date, prescription: date) -> Piece:
    """A warning whose two years end around the sending, notified before it, that day, or too late.

    ``prescription``: that of the late notice itself, which the warning may be about, by mistake.
    """
    prescrit_le = selon(
        hasard,
        (4, plus_jours(envoye_le, -hasard.entier(60, 600))),
        (4, autour(hasard, plus_mois(envoye_le, -24), large=4)),
        (2, plus_jours(prescription, selon(hasard, (2, 0), (2, 1), (1, -1)))),
    )
    notifie_le = selon(
        hasard,
        (4, plus_jours(prescrit_le, 20)),
        (1, envoye_le),
        (1, plus_jours(envoye_le, 1)),
        (1, plus_jours(envoye_le, -1)),
    )
    return {
        "type": "avertissement_envoi_tardif",
        "recue_le": notifie_le,
        "arret": "S0",
        "prescrit_le": prescrit_le,
        "notifie_le": notifie_le,
    }


def envoi_tardif(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """A paper notice sent on the last day allowed, the day after or later, with a warning for an older stop or without."""
    debut = _debut_proche(hasard, enveloppe, _DELAI_UNIFIE)
    chaine = un_avis("S1", debut, duree_courte(hasard, enveloppe, mini=6))
    (avis,) = chaine.avis
    tard = selon(hasard, (2, 1), (1, 0), (2, hasard.entier(2, 12)), (1, nb_jours(debut, avis.fin)))
    envoye_le = min(plus_jours(debut, _JOURS_POUR_ENVOYER + tard), plus_jours(avis.fin, 1))
    excuse = selon(
        hasard,
        (8, {}),
        (1, {"empechement_envoi": "hospitalisation"}),
        (1, {"empechement_envoi": "impossibilite"}),
    )
    prescrit_le = plus_jours(debut, selon(hasard, (5, 0), (1, -1), (1, 1), (1, 4)))
    tardif = replace(_envoyer(avis, envoye_le, **excuse), prescrit_le=min(prescrit_le, envoye_le))
    suivie = carriere(hasard, enveloppe, debut)
    plan = Plan((employeur(hasard, enveloppe, suivie, [chaine]),), (tardif,))
    averti = selon(hasard, (4, True), (1, False))
    return plan.avec(_avertissement(hasard, envoye_le, tardif.prescrit_le or debut)) if averti else plan


def prolongation_envoyee_tard(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """A prolongation prescribed ahead or behind, sent around two days after its prescription, or its first day."""
    debut = _debut_proche(hasard, enveloppe, plus_jours(_DELAI_UNIFIE, -20))
    chaine = un_avis("S1", debut, hasard.entier(8, 30))
    (premier,) = chaine.avis
    suite = plus_jours(premier.fin, 1)
    prescrit_le = plus_jours(suite, -selon(hasard, (3, 0), (2, hasard.entier(1, 6)), (1, -1), (1, -3)))
    fin = plus_jours(suite, hasard.entier(6, 25))
    depart = selon(hasard, (1, suite), (1, prescrit_le))
    envoye_le = plus_jours(
        depart, _JOURS_POUR_ENVOYER + selon(hasard, (2, 1), (1, 0), (1, hasard.entier(2, 8)))
    )
    seconde = Avis("S1", suite, fin, prolongation=True, prescrit_le=prescrit_le)
    avis: tuple[Avis, ...] = (premier,)
    if suite <= enveloppe.fin:
        avis = (premier, _envoyer(seconde, max(envoye_le, prescrit_le)))
    suivie = carriere(hasard, enveloppe, debut)
    plan = Plan((employeur(hasard, enveloppe, suivie, [Chaine("S1", avis)]),), avis)
    return plan.avec(_avertissement(hasard, envoye_le, prescrit_le))


def envoi_apres_la_fin(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """A notice sent on the last prescribed day, the day after or weeks later; excused, or paid all the same, or not."""
    debut = premier_jour(hasard, enveloppe)
    chaine = un_avis("S1", debut, duree_courte(hasard, enveloppe, mini=4))
    (avis,) = chaine.avis
    envoye_le = plus_jours(avis.fin, selon(hasard, (3, 1), (2, 0), (1, hasard.entier(2, 40))))
    terrorisme: dict[str, Any] = {"acte_terrorisme": True} if enveloppe.acte_terrorisme else {}
    excuse = selon(hasard, (6, {}), (1, {"empechement_envoi": "impossibilite"}), (1, terrorisme))
    avis_envoyes: tuple[Avis, ...] = (_envoyer(avis, envoye_le, **excuse),)
    suite = plus_jours(avis.fin, 1)
    if enveloppe.avis_par_arret_max > 1 and suite <= enveloppe.fin and une_fois_sur(hasard, 4):
        avis_envoyes = (*avis_envoyes, Avis("S1", suite, plus_jours(suite, 9), prolongation=True))
    suivie = carriere(hasard, enveloppe, debut)
    plan = Plan((employeur(hasard, enveloppe, suivie, [Chaine("S1", avis_envoyes)]),), avis_envoyes)
    if enveloppe.admet("decision_envoi_apres_fin") and une_fois_sur(hasard, 3):
        decision = parmi(hasard, ("paiement", "refus"))
        recue_le = plus_jours(envoye_le, 10)
        plan = plan.avec(
            {"type": "decision_envoi_apres_fin", "recue_le": recue_le, "arret": "S1", "decision": decision}
        )
    if enveloppe.admet("avertissement_envoi_tardif") and une_fois_sur(hasard, 3):
        return plan.avec(_avertissement(hasard, envoye_le, debut))
    return plan


def papier_non_securise(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """Plain paper, around the day since which the secured original is awaited; a correction may bring it later."""
    debut = _debut_proche(hasard, enveloppe, _ORIGINAL_EXIGE)
    chaine = un_avis("S1", debut, duree_courte(hasard, enveloppe))
    (avis,) = chaine.avis
    simple = replace(avis, champs={"support": "papier_non_securise", "envoye_le": debut})
    suivie = carriere(hasard, enveloppe, debut)
    return Plan((employeur(hasard, enveloppe, suivie, [chaine]),), (simple,))
