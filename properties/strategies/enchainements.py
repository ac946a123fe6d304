"""Notices that follow one another: prolongations, gaps, new stops, early resumptions."""

from dataclasses import replace
from datetime import date
from typing import Any

from oracle.calendrier import plus_jours
from properties.strategies.dates import duree_courte, premier_jour
from properties.strategies.employeurs import Chaine, carriere, employeur, un_avis
from properties.strategies.enveloppe import Enveloppe
from properties.strategies.hasard import Hasard, parmi, selon
from properties.strategies.plan import Avis, Piece, Plan

_ECARTS = (0, 1, 2, 3, 4, 10)
_SUITES_AU_PLUS = 3
_VENDREDI = 4
_PRESCRIPTEURS: tuple[dict[str, Any], ...] = (
    {},
    {"prescripteur": "autre_medecin"},
    {"prescripteur": "chirurgien_dentiste"},
    {"prescripteur": "autre_medecin", "prescripteur_initial": True},
    {"prescripteur": "autre_medecin", "impossibilite_prescripteur": True},
)
"""Who signs a prolongation: the treating doctor, then those from whom it may not be paid (L162-4-4)."""


def _jusqu_au_vendredi(fin: date) -> date:
    return plus_jours(fin, (_VENDREDI - fin.weekday()) % 7)


def _ecart(hasard: Hasard) -> int:
    return selon(hasard, (4, 0), (7, parmi(hasard, _ECARTS)), (1, -hasard.entier(1, 5)))


def _suite(hasard: Hasard, enveloppe: Enveloppe, avis: Avis, ecart: int) -> tuple[date, date] | None:
    """First and last day of a notice ``ecart`` days after another, if the envelope lets a stop begin there."""
    debut = plus_jours(avis.fin, 1 + ecart)
    if debut > enveloppe.fin or debut <= avis.debut:
        return None
    return debut, max(plus_jours(debut, duree_courte(hasard, enveloppe) - 1), plus_jours(avis.fin, 1))


def prolongations(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """An initial notice and one to three that follow, ticked prolongation or initial, with or without a gap."""
    debut = premier_jour(hasard, enveloppe)
    premier = un_avis("S1", debut, duree_courte(hasard, enveloppe)).avis[0]
    suivie = carriere(hasard, enveloppe, debut)
    if selon(hasard, (2, False), (1, True)):
        premier = replace(premier, fin=min(_jusqu_au_vendredi(premier.fin), _borne(enveloppe, debut)))
    chaines = [Chaine("S1", (premier,))]
    for _ in range(
        min(hasard.entier(1, _SUITES_AU_PLUS), enveloppe.avis_par_arret_max * enveloppe.arrets_max - 1)
    ):
        chaines = _poursuivre(hasard, enveloppe, chaines)
    avis = tuple(avis for chaine in chaines for avis in chaine.avis)
    return Plan((employeur(hasard, enveloppe, suivie, chaines),), avis)


def _borne(enveloppe: Enveloppe, debut: date) -> date:
    """Last day a stop begun on ``debut`` may reach."""
    return plus_jours(debut, min(enveloppe.duree_max_jours, 5000) - 1)


def _poursuivre(hasard: Hasard, enveloppe: Enveloppe, chaines: list[Chaine]) -> list[Chaine]:
    """One more notice after the last: on the same chain when it is ticked prolongation, otherwise on a new one."""
    derniere = chaines[-1]
    ecart = _ecart(hasard)
    bornes = _suite(hasard, enveloppe, derniere.avis[-1], ecart)
    nouvelle = selon(hasard, (4, False), (1, True))
    prescripteur = selon(hasard, (8, _PRESCRIPTEURS[0]), (3, parmi(hasard, _PRESCRIPTEURS)))
    if bornes is None:
        return chaines
    debut, fin = bornes
    peut_prolonger = (
        len(derniere.avis) < enveloppe.avis_par_arret_max
        and plus_jours(debut, 1) <= _borne(enveloppe, derniere.debut)
        and (ecart <= 2 or len(chaines) < enveloppe.arrets_max)
    )
    if nouvelle or not peut_prolonger:
        if len(chaines) >= enveloppe.arrets_max:
            return chaines
        arret = f"S{len(chaines) + 1}"
        return [*chaines, Chaine(arret, (Avis(arret, debut, min(fin, _borne(enveloppe, debut))),))]
    borne = _borne(enveloppe, derniere.debut)
    suite = Avis(derniere.arret, debut, min(fin, borne), prolongation=True, champs=prescripteur)
    return [*chaines[:-1], Chaine(derniere.arret, (*derniere.avis, suite))]


def plusieurs_arrets(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """Two or three stops, some days, weeks or months apart, each certified."""
    debut = premier_jour(hasard, enveloppe)
    chaines = [un_avis("S1", debut, duree_courte(hasard, enveloppe))]
    suivie = carriere(hasard, enveloppe, debut)
    for rang in range(2, 2 + min(hasard.entier(1, 2), enveloppe.arrets_max - 1)):
        ecart = selon(hasard, (2, hasard.entier(3, 60)), (1, 3), (1, 2), (1, hasard.entier(61, 500)))
        suivant = plus_jours(chaines[-1].avis[-1].fin, 1 + ecart)
        duree = duree_courte(hasard, enveloppe)
        if suivant <= enveloppe.fin:
            chaines.append(un_avis(f"S{rang}", suivant, duree))
    avis = tuple(avis for chaine in chaines for avis in chaine.avis)
    return Plan((employeur(hasard, enveloppe, suivie, chaines),), avis)


def reprise_anticipee(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """Work resumed before the prescribed end, on the first day, on the last, or just after; then perhaps a prolongation."""
    debut = premier_jour(hasard, enveloppe)
    duree = duree_courte(hasard, enveloppe)
    premier = un_avis("S1", debut, duree).avis[0]
    suivie = carriere(hasard, enveloppe, debut)
    rang = selon(hasard, (4, hasard.entier(0, duree)), (1, 0), (1, duree - 1), (1, duree))
    reprise: Piece = {
        "type": "reprise",
        "recue_le": plus_jours(debut, rang + 1),
        "arret": "S1",
        "date": plus_jours(debut, rang),
    }
    chaines = [Chaine("S1", (premier,))]
    if enveloppe.avis_par_arret_max > 1 and selon(hasard, (3, False), (1, True)):
        chaines = _poursuivre(hasard, enveloppe, chaines)
    avis = tuple(avis for chaine in chaines for avis in chaine.avis)
    return Plan((employeur(hasard, enveloppe, suivie, chaines),), avis).avec(reprise)
