"""Leaves as they come to be known: planned, then corrected by the birth; a birth told twice; days already paid."""

from dataclasses import replace
from datetime import date

from oracle.calendrier import plus_jours
from properties.strategies.employes import TROIS_MOIS, indemnite_probable
from properties.strategies.enveloppe import Enveloppe
from properties.strategies.finitions_de_famille import paiement_de
from properties.strategies.hasard import Hasard, selon
from properties.strategies.maternites import ecart_au_terme, plan_de_maternite
from properties.strategies.naissances import (
    Attente,
    attente,
    enfant,
    foyer,
    maternite,
    naissance,
    premier_jour_de_repos,
)
from properties.strategies.plan import Avis, CongePris, Piece, Plan

_CORRIGE_APRES = 8


def conge_prevu_puis_corrige(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """The leave as planned; the child comes late or early, and the leave is written again."""
    ecart = selon(hasard, (3, hasard.entier(1, 12)), (3, -hasard.entier(1, 20)), (1, -hasard.entier(43, 70)))
    attendue = attente(premier_jour_de_repos(hasard, enveloppe, 80), ecart, rang=foyer(hasard))
    return _prevu(hasard, enveloppe, attendue, attendue.debut_legal, attendue.fin_prevue)


def _prevu(hasard: Hasard, enveloppe: Enveloppe, attendue: Attente, debut: date, fin: date) -> Plan:
    """The leave first known, then the one that stands, which replaces it once the birth is known."""
    plan = plan_de_maternite(hasard, enveloppe, attendue)
    prevu = replace(plan.conges[0], periodes=((debut, fin),), recu_le=plus_jours(attendue.debut_legal, -20))
    if prevu.recu_le is not None and prevu.recu_le > attendue.ne_le:
        prevu = replace(prevu, recu_le=attendue.ne_le)
    juste = _remplacant(maternite(attendue), plus_jours(attendue.ne_le, _CORRIGE_APRES))
    return replace(plan, conges=(prevu,)).avec(juste)


def _remplacant(conge: CongePris, recu_le: date) -> Piece:
    return {
        "type": "conge",
        "remplace": "conge",
        "recue_le": recu_le,
        "conge": conge.conge,
        "risque": conge.risque,
        "grossesse": conge.grossesse,
        "periodes": [{"debut": debut, "fin": fin} for debut, fin in conge.periodes],
    }


def naissance_dite_deux_fois(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """The birth received from the hospital and from the town hall: the same, or corrected by the second."""
    attendue = attente(
        premier_jour_de_repos(hasard, enveloppe, 70), ecart_au_terme(hasard), rang=foyer(hasard)
    )
    plan = plan_de_maternite(hasard, enveloppe, attendue)
    seconde = naissance(attendue, recue_le=plus_jours(attendue.ne_le, 5 + hasard.entier(1, 30)))
    if selon(hasard, (2, True), (1, False)):
        return plan.avec(seconde)
    fausse = {**plan.pieces[-1], "date": plus_jours(attendue.ne_le, selon(hasard, (1, 1), (1, -1), (1, 7)))}
    return replace(plan, pieces=(*plan.pieces[:-1], fausse)).avec({**seconde, "remplace": "naissance"})


def _journalier(plan: Plan) -> int:
    """What a day of rest is likely paid."""
    paies = plan.employeurs[0].attestations[0].paies[-TROIS_MOIS:]
    return indemnite_probable(tuple(paie.brut for paie in paies), plan.conges[0].debut)


def prenatal_deja_paye(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """Days before the birth already paid when it is told, in one payment or two; late or early by some days."""
    ecart = selon(hasard, (2, 0), (2, hasard.entier(1, 8)), (2, -hasard.entier(1, 15)))
    attendue = attente(premier_jour_de_repos(hasard, enveloppe), ecart)
    plan = plan_de_maternite(hasard, enveloppe, attendue)
    debut = attendue.debut
    fin = plus_jours(debut, hasard.entier(6, 25))
    journalier = max(0, _journalier(plan) + selon(hasard, (4, 0), (1, 1), (1, -1)))
    premier = paiement_de("C1", "maternite", (debut, fin), journalier)
    if selon(hasard, (1, True), (1, False)):
        return plan.avec(premier)
    suite = (
        plus_jours(fin, 1),
        max(plus_jours(fin, 1), plus_jours(attendue.ne_le, selon(hasard, (2, -1), (1, 5)))),
    )
    return plan.avec(premier, paiement_de("C1", "maternite", suite, journalier))


def postnatal_paye_au_terme_prevu(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """A child born dead before the rest: days paid on the presumed date, that the actual one governs."""
    attendue = attente(premier_jour_de_repos(hasard, enveloppe, 95), -hasard.entier(43, 120))
    plan = plan_de_maternite(hasard, enveloppe, attendue, enfants=[enfant(attendue, vivant=False)])
    debut = plus_jours(attendue.ne_le, hasard.entier(0, 5))
    fin = plus_jours(debut, hasard.entier(10, 60))
    return plan.avec(paiement_de("C1", "maternite", (debut, fin), _journalier(plan)))


def maladie_puis_naissance(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """A sick leave running, paid or not yet, when the child comes early: from the birth on the days are those of the rest.

    The employer may have certified the stop alone: within the month, the rest is paid on the same months.
    """
    avance = selon(hasard, (2, hasard.entier(43, 70)), (1, hasard.entier(71, 130)))
    attendue = attente(premier_jour_de_repos(hasard, enveloppe, 110), -avance)
    avant = hasard.entier(4, 12)
    debut, fin = plus_jours(attendue.ne_le, -avant), plus_jours(attendue.ne_le, hasard.entier(5, 20))
    arret = Avis("S1", debut, fin)
    vivant = selon(hasard, (1, True), (1, False))
    plan = plan_de_maternite(hasard, enveloppe, attendue, enfants=[enfant(attendue, vivant=vivant)])
    (employe,) = plan.employeurs
    (attestation,) = employe.attestations
    attestation = replace(attestation, dernier_jour_travaille=plus_jours(debut, -1))
    seconde = replace(attestation, arret="S1", risque=None)
    seule = debut.month == attendue.ne_le.month and selon(hasard, (1, False), (1, True))
    employe = replace(employe, attestations=(seconde,) if seule else (seconde, attestation))
    plan = replace(plan, avis=(arret,), employeurs=(employe,))
    if selon(hasard, (1, True), (2, False)):
        return plan
    moitie = _journalier(plan) * 50 // 79
    return plan.avec(paiement_de("S1", "maladie", (plus_jours(debut, 3), fin), moitie))
