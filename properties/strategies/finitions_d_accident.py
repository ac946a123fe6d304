"""Touches that any file of a work accident may bear: wage kept, levies not due, affiliation said."""

from dataclasses import replace

from oracle.calendrier import plus_jours
from properties.strategies.enveloppe import Enveloppe
from properties.strategies.finitions import sans_prelevement
from properties.strategies.hasard import Hasard, selon, une_fois_sur
from properties.strategies.plan import Attestation, Piece, Plan


def achever_un_accident(hasard: Hasard, enveloppe: Enveloppe, plan: Plan) -> Plan:
    """What any scenario of work accident may add."""
    gardee = any(a.subrogations for e in plan.employeurs for a in e.attestations)
    if enveloppe.subrogation and not gardee and une_fois_sur(hasard, 5):
        plan = _subroger(hasard, plan)
    if enveloppe.admet("affiliation") and une_fois_sur(hasard, 8):
        plan = replace(plan, affiliations=((plan.employeurs[0].debut, None),))
    if une_fois_sur(hasard, 12):
        plan = replace(plan, assure=sans_prelevement(hasard, plan))
    return plan


def _subroger(hasard: Hasard, plan: Plan) -> Plan:
    """The first employer keeps the wage, whole or in part, over the stop or its first weeks."""
    employe, *autres = plan.employeurs
    jours = selon(hasard, (3, None), (1, 28), (1, hasard.entier(1, 60)))
    maintenu = selon(hasard, (3, "total"), (1, "500.00"))
    attestations = tuple(_subrogee(plan, a, jours, maintenu) for a in employe.attestations)
    return replace(plan, employeurs=(replace(employe, attestations=attestations), *autres))


def _subrogee(plan: Plan, attestation: Attestation, jours: int | None, maintenu: str) -> Attestation:
    debut, fin = plan.bornes(attestation.arret)
    garde: Piece = {
        "debut": debut,
        "fin": fin if jours is None else min(fin, plus_jours(debut, jours - 1)),
        "salaire_maintenu": maintenu,
        "fondement": "convention",
        "clause_deduction": True,
    }
    return replace(attestation, subrogations=(garde,))
