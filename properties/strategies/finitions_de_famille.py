"""Touches that any file of a family leave may bear: wage kept, money already paid, levies not due, affiliation said."""

from dataclasses import replace
from datetime import date

from oracle.calendrier import nb_jours, plus_jours
from properties.strategies.employes import TROIS_MOIS, indemnite_probable
from properties.strategies.enveloppe import Enveloppe
from properties.strategies.finitions import sans_prelevement
from properties.strategies.hasard import Hasard, selon, une_fois_sur
from properties.strategies.plan import Attestation, Piece, Plan, montant


def achever_un_conge(hasard: Hasard, enveloppe: Enveloppe, plan: Plan) -> Plan:
    """What any scenario of family leave may add."""
    if plan.employeurs and enveloppe.subrogation and une_fois_sur(hasard, 5):
        plan = _subroger(hasard, plan)
    if plan.employeurs and enveloppe.admet("mouvement") and une_fois_sur(hasard, 8):
        plan = _avec_un_mouvement(hasard, plan)
    seul = len(plan.employeurs) == 1
    if seul and enveloppe.admet("affiliation") and not plan.affiliations and une_fois_sur(hasard, 6):
        plan = replace(plan, affiliations=((plan.employeurs[0].debut, None),))
    if une_fois_sur(hasard, 12):
        plan = replace(plan, assure=sans_prelevement(hasard, plan))
    return plan


def _subroger(hasard: Hasard, plan: Plan) -> Plan:
    """The first employer keeps the wage: over every leave and stop, or during their first weeks."""
    jours = selon(hasard, (3, None), (1, 28), (1, hasard.entier(1, 60)))
    employe = plan.employeurs[0]
    attestations = tuple(_subrogee(plan, a, jours) for a in employe.attestations)
    return replace(plan, employeurs=(replace(employe, attestations=attestations), *plan.employeurs[1:]))


def _subrogee(plan: Plan, attestation: Attestation, jours: int | None) -> Attestation:
    debut, fin = plan.bornes(attestation.arret)
    dernier = fin if jours is None else min(fin, plus_jours(debut, jours - 1))
    garde: Piece = {
        "debut": debut,
        "fin": dernier,
        "salaire_maintenu": "total",
        "fondement": "convention",
        "clause_deduction": True,
    }
    return replace(attestation, subrogations=(garde,))


def _avec_un_mouvement(hasard: Hasard, plan: Plan) -> Plan:
    """An advance, or the first days of the leave already paid, to the cent or not."""
    conge = plan.conges[0]
    if selon(hasard, (2, False), (1, True)):
        le = plus_jours(conge.debut, 12)
        return plan.avec(
            {
                "type": "mouvement",
                "recue_le": le,
                "date": le,
                "destinataire": "assure",
                "nature": "acompte",
                "montant": montant(hasard.entier(1, 20) * 50_00),
            }
        )
    siennes = [a for e in plan.employeurs for a in e.attestations if a.arret == conge.conge and a.paies]
    if not siennes:
        return plan
    bruts = tuple(paie.brut for paie in siennes[0].paies[-TROIS_MOIS:])
    ecart = selon(hasard, (3, 0), (1, 1), (1, hasard.entier(-500, 500)))
    journalier = max(0, indemnite_probable(bruts, conge.debut) + ecart)
    debut, fin = conge.periodes[0]
    dernier = min(fin, plus_jours(debut, selon(hasard, (2, 13), (1, hasard.entier(0, 30)))))
    return plan.avec(paiement_de(conge.conge, conge.risque, (debut, dernier), journalier))


def paiement_de(
    arret: str, risque: str, jours: tuple[date, date], journalier: int, regime: str = "general"
) -> Piece:
    """Days paid to the insured for a leave or a stop, three days after the last of them."""
    debut, fin = jours
    le = plus_jours(fin, 3)
    return {
        "type": "mouvement",
        "recue_le": le,
        "date": le,
        "destinataire": "assure",
        "nature": "paiement",
        "montant": montant(journalier * nb_jours(debut, fin)),
        "lignes": [
            {
                "debut": debut,
                "fin": fin,
                "arret": arret,
                "risque": risque,
                "regime": regime,
                "montant_journalier": montant(journalier),
            }
        ],
    }
