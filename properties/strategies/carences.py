"""Stops spared their waiting days: mourning, a lost pregnancy, an act of terrorism."""

from dataclasses import replace
from datetime import date

from oracle.calendrier import plus_jours
from properties.strategies.dates import autour, duree_courte, premier_jour
from properties.strategies.employeurs import Carriere, carriere, employeur, un_avis
from properties.strategies.enveloppe import Enveloppe
from properties.strategies.hasard import Hasard, parmi, selon
from properties.strategies.plan import Piece, Plan

_INTERRUPTIONS = {
    "interruption_spontanee_grossesse": date(2024, 1, 1),
    "interruption_medicale_grossesse": date(2024, 7, 1),
}


def deces_d_un_enfant(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """A stop after the death of a child, around thirteen weeks and around 25 years; perhaps a second one."""
    debut = premier_jour(hasard, enveloppe)
    chaines = [un_avis("S1", debut, duree_courte(hasard, enveloppe), exception_carence="deces_enfant")]
    recul = selon(hasard, (3, hasard.entier(0, 60)), (2, 91), (2, 92), (1, 90), (1, 100))
    age = selon(hasard, (3, 12), (2, 24), (2, 25), (1, 0), (1, 26))
    deces: Piece = {
        "type": "deces_enfant",
        "recue_le": plus_jours(debut, 1),
        "date": plus_jours(debut, -recul),
        "age": age,
    }
    if enveloppe.arrets_max > 1 and selon(hasard, (2, False), (1, True)):
        suivant = plus_jours(chaines[0].avis[-1].fin, 1 + hasard.entier(3, 40))
        duree = duree_courte(hasard, enveloppe)
        if suivant <= enveloppe.fin:
            chaines.append(un_avis("S2", suivant, duree, exception_carence="deces_enfant"))
    suivie = carriere(hasard, enveloppe, debut)
    avis = tuple(avis for chaine in chaines for avis in chaine.avis)
    return Plan((employeur(hasard, enveloppe, suivie, chaines),), avis).avec(deces)


def interruption_de_grossesse(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """A miscarriage or a medical termination, prescribed around the day since which waiting days are waived."""
    motif = parmi(hasard, tuple(_INTERRUPTIONS))
    pivot = _INTERRUPTIONS[motif]
    voulu = premier_jour(hasard, enveloppe)
    proche = autour(hasard, pivot)
    debut = (
        proche
        if enveloppe.debut <= proche <= enveloppe.fin and selon(hasard, (1, True), (1, False))
        else voulu
    )
    chaine = un_avis("S1", debut, duree_courte(hasard, enveloppe), exception_carence=motif)
    prescrit_le = plus_jours(debut, -selon(hasard, (3, 0), (1, 1)))
    avis = replace(chaine.avis[0], prescrit_le=prescrit_le)
    suivie = carriere(hasard, enveloppe, debut)
    return Plan((employeur(hasard, enveloppe, suivie, [chaine]),), (avis,))


def acte_de_terrorisme(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """A stop that results from an act of terrorism, with or without ordinary rights."""
    debut = premier_jour(hasard, enveloppe)
    chaine = un_avis("S1", debut, duree_courte(hasard, enveloppe), acte_terrorisme=True)
    suivie = carriere(hasard, enveloppe, debut)
    if selon(hasard, (1, False), (1, True)):
        suivie = Carriere(debut, (hasard.entier(1, 8) * 100_00,) * 6, (10_00,) * 6)
    return Plan((employeur(hasard, enveloppe, suivie, [chaine]),), chaine.avis)
