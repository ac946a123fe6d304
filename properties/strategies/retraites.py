"""Pensioners at work around their sixty benefits, progressive retirement, and holders of a military pension."""

from dataclasses import replace
from datetime import date
from typing import Any

from oracle.calendrier import nb_jours, plus_jours, plus_mois
from properties.strategies.dates import autour, duree_courte, premier_jour, premier_jour_avant
from properties.strategies.employeurs import Chaine, carriere, employeur, un_avis
from properties.strategies.enveloppe import Enveloppe
from properties.strategies.hasard import Hasard, parmi, selon, une_fois_sur
from properties.strategies.plan import ASSURE, Piece, Plan

_SOIXANTE = 60
_NAISSANCES = (date(1955, 1, 1), date(1961, 9, 1), date(1962, 1, 1), date(1963, 1, 1), date(1964, 1, 1))
_LOI = date(2023, 9, 1)
_DEPUIS_LA_LOI = date(2021, 1, 1)
_TROIS_ANS, _DEUX_ANS = 36, 24


def retraite_au_travail(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """Benefits that reach sixty during the stop, with some paid earlier by an older engine or by the same file."""
    debut = premier_jour(hasard, enveloppe)
    duree = hasard.entier(20, 90)
    chaines = [un_avis("S1", debut, min(duree, enveloppe.duree_max_jours))]
    suivie = carriere(hasard, enveloppe, debut)
    deja = selon(hasard, (3, 0), (3, hasard.entier(0, _SOIXANTE)), (1, _SOIXANTE), (1, _SOIXANTE - duree + 3))
    suivant = plus_jours(chaines[0].avis[0].fin, hasard.entier(4, 60))
    if enveloppe.arrets_max > 1 and suivant <= enveloppe.fin and une_fois_sur(hasard, 3):
        chaines.append(un_avis("S2", suivant, hasard.entier(5, 40)))
    avis = tuple(avis for chaine in chaines for avis in chaine.avis)
    pension, naissance = _pension(hasard, debut)
    plan = Plan((employeur(hasard, enveloppe, suivie, chaines),), avis).avec(pension)
    plan = replace(plan, assure={**ASSURE, "naissance": naissance})
    if deja <= 0 or not enveloppe.admet("reprise_historique"):
        return plan
    dernier = selon(
        hasard,
        (6, plus_jours(debut, -hasard.entier(4, 300))),
        (1, plus_jours(_DEPUIS_LA_LOI, hasard.entier(-2, 40))),
    )
    lignes = [{"debut": plus_jours(dernier, 1 - deja), "fin": dernier, "risque": "maladie"}]
    return plan.avec({"type": "reprise_historique", "recue_le": plus_jours(debut, -1), "lignes": lignes})


def _pension(hasard: Hasard, debut: date) -> tuple[Piece, date]:
    """A pension long paid, or begun around the stop, by someone whose legal age is past or comes during it."""
    naissance = selon(hasard, (3, date(1958, 3, 10)), (1, parmi(hasard, _NAISSANCES)))
    depuis = selon(hasard, (4, date(2020, 6, 1)), (2, plus_jours(debut, hasard.entier(-30, 30))), (1, _LOI))
    piece: dict[str, Any] = {
        "type": "pension",
        "recue_le": plus_jours(depuis, 10),
        "nature": selon(hasard, (9, "vieillesse"), (1, "invalidite")),
        "debut": depuis,
    }
    if une_fois_sur(hasard, 3):
        piece["age_legal_le"] = plus_jours(debut, hasard.entier(-20, 20))
    if une_fois_sur(hasard, 4):
        piece["progressive"] = True
    return piece, naissance


def retraite_progressive(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """Progressive retirement around September 2023, from which it is outside the limit of sixty."""
    voulu, proche = premier_jour(hasard, enveloppe), autour(hasard, _LOI, large=60)
    debut = proche if enveloppe.debut <= proche <= enveloppe.fin else voulu
    chaine = un_avis("S1", debut, min(hasard.entier(40, 120), enveloppe.duree_max_jours))
    plan = Plan((employeur(hasard, enveloppe, carriere(hasard, enveloppe, debut), [chaine]),), chaine.avis)
    plan = replace(plan, assure={**ASSURE, "naissance": date(1958, 3, 10)})
    depuis = date(2022, 1, 1)
    return plan.avec(
        {"type": "pension", "recue_le": depuis, "nature": "vieillesse", "debut": depuis, "progressive": True}
    )


def pension_militaire(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """Stops for a pensioned military affection: around the end of three years, and of the two years without."""
    debut = premier_jour_avant(hasard, enveloppe, plus_mois(enveloppe.fin, -_TROIS_ANS))
    militaire = {"pension_militaire": True}
    chaines: list[Chaine] = [un_avis("S1", debut, duree_courte(hasard, enveloppe, mini=4), **militaire)]
    fin_de_periode = plus_jours(plus_mois(debut, _TROIS_ANS), -1)
    apres = plus_mois(plus_jours(fin_de_periode, 1), _DEUX_ANS)
    for rang, pivot in enumerate((fin_de_periode, apres), start=2):
        suivant = plus_jours(pivot, selon(hasard, (2, -5), (1, 0), (1, 1), (1, hasard.entier(-20, 10))))
        if (
            rang <= enveloppe.arrets_max
            and nb_jours(chaines[-1].avis[0].fin, suivant) > 4
            and suivant <= enveloppe.fin
        ):
            chaines.append(un_avis(f"S{rang}", suivant, hasard.entier(5, 20), **militaire))
    avis = tuple(avis for chaine in chaines for avis in chaine.avis)
    return Plan((employeur(hasard, enveloppe, carriere(hasard, enveloppe, debut), chaines),), avis)
