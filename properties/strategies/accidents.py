"""Work accidents recognised at once: the day itself, the twenty-eight days, relapses, diseases, reduced work, unfitness."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

from oracle.calendrier import plus_jours, plus_mois
from properties.strategies.dates import premier_jour
from properties.strategies.enveloppe import Enveloppe
from properties.strategies.hasard import Hasard, selon
from properties.strategies.plan import Piece, Plan, montant
from properties.strategies.salaires import un_cent_pres
from properties.strategies.sinistres import (
    Stop,
    accident,
    avis_d_accident,
    consolidation,
    decision,
    duree_autour_de_28,
    employeur_de_la_victime,
    journalier_probable,
    salaire_d_accident,
)

_SEMAINE = 7


def arret_apres(hasard: Hasard, le: date, duree: int, arret: str = "S1") -> Stop:
    """The stop of an accident: from the day itself, the morrow, or some days later, worked meanwhile."""
    ecart = selon(hasard, (3, 0), (5, 1), (1, hasard.entier(2, 12)))
    debut = plus_jours(le, ecart)
    travaille = le if ecart <= 1 else plus_jours(debut, -selon(hasard, (3, 1), (1, 3)))
    return Stop(arret, debut, plus_jours(debut, duree - 1), max(le, travaille))


def _coupures(hasard: Hasard, duree: int) -> tuple[int, ...]:
    return () if duree < _SEMAINE or selon(hasard, (2, True), (1, False)) else (hasard.entier(3, duree - 1),)


def plan_d_accident(
    hasard: Hasard,
    enveloppe: Enveloppe,
    nature: str = "travail",
    *,
    duree: int | None = None,
    **champs: object,
) -> Plan:
    """An accident recognised the week after, and its stop; ``champs``: of the declaration."""
    le = premier_jour(hasard, enveloppe)
    arret = arret_apres(hasard, le, duree or duree_autour_de_28(hasard))
    brut = salaire_d_accident(hasard, arret.debut)
    return Plan(
        employeurs=(employeur_de_la_victime(hasard, enveloppe, brut, [arret]),),
        avis=avis_d_accident("X1", arret, _coupures(hasard, (arret.fin - arret.debut).days + 1)),
        pieces=(accident("X1", nature, le, **champs), decision("X1", "reconnu", plus_jours(le, 9))),
    )


def accident_reconnu(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """At work or on the way, recognised."""
    return plan_d_accident(hasard, enveloppe, selon(hasard, (3, "travail"), (1, "trajet")))


def deux_arrets_d_un_accident(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """A stop, work, then a stop again before healing: the count goes on, pay and ceiling are taken again."""
    plan = plan_d_accident(hasard, enveloppe, duree=hasard.entier(3, 27))
    premier = plan.avis[0].debut
    reprise = selon(hasard, (2, hasard.entier(1, 20)), (1, hasard.entier(30, 200)))
    debut = plus_jours(plan.dernier_jour, reprise + 1)
    duree = selon(hasard, (2, 29 - (plan.dernier_jour - premier).days), (1, hasard.entier(2, 40)))
    second = Stop("S2", debut, plus_jours(debut, max(1, duree) - 1), plus_jours(debut, -1))
    brut = salaire_d_accident(hasard, debut)
    return _avec_un_arret(hasard, enveloppe, plan, second, "X1", brut)


def _avec_un_arret(
    hasard: Hasard, enveloppe: Enveloppe, plan: Plan, arret: Stop, nom: str, brut: int
) -> Plan:
    (employe,) = plan.employeurs
    autre = employeur_de_la_victime(hasard, enveloppe, brut, [arret])
    employe = replace(employe, attestations=(*employe.attestations, *autre.attestations))
    return replace(plan, employeurs=(employe,), avis=(*plan.avis, *avis_d_accident(nom, arret)))


def rechute(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """Consolidated, then a relapse: better or worse paid than before, an annuity running or not, at work or not."""
    plan = plan_d_accident(hasard, enveloppe, duree=selon(hasard, (2, hasard.entier(3, 25)), (2, 35)))
    fin = plan.dernier_jour
    debut = plus_jours(fin, hasard.entier(10, 400))
    second = Stop("S2", debut, plus_jours(debut, duree_autour_de_28(hasard) - 1), plus_jours(debut, -1))
    brut = salaire_d_accident(hasard, debut)
    plan = _avec_un_arret(hasard, enveloppe, plan, second, "X2", brut).avec(
        consolidation("X1", fin, guerison=selon(hasard, (2, False), (1, True))),
        accident("X2", "travail", debut, rechute_de="X1"),
        decision("X2", "reconnu", plus_jours(debut, 12)),
    )
    if selon(hasard, (2, False), (1, True)):
        journalier = journalier_probable(brut)
        mensuelle = selon(hasard, (2, 250_00), (1, journalier * 365 // 12), (1, journalier * 20))
        plan = plan.avec(_rente("X1", mensuelle, plus_jours(fin, 1)))
    if selon(hasard, (4, False), (1, True)):
        quitte = plus_jours(fin, hasard.entier(1, 5))
        (employe,) = plan.employeurs
        plan = replace(plan, employeurs=(replace(employe, fin=quitte, motif_fin="fin_de_contrat"),))
        if enveloppe.admet("chomage") and selon(hasard, (1, True), (1, False)):
            plan = plan.avec(
                {
                    "type": "chomage",
                    "recue_le": plus_jours(quitte, 8),
                    "debut": plus_jours(quitte, 1),
                    "indemnise": True,
                }
            )
    return plan


def _rente(nom: str, mensuelle: int, debut: date) -> Piece:
    return {
        "type": "rente",
        "recue_le": plus_jours(debut, 30),
        "accident": nom,
        "montant_mensuel": montant(mensuelle),
        "debut": debut,
    }


def maladie_professionnelle(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """A disease: the stop begins before, on or after its first finding; a late claim, a new table."""
    constat = premier_jour(hasard, enveloppe)
    debut = plus_jours(constat, selon(hasard, (3, 0), (2, hasard.entier(1, 30)), (2, -hasard.entier(1, 20))))
    duree = duree_autour_de_28(hasard)
    arret = Stop("S1", debut, plus_jours(debut, duree - 1), plus_jours(debut, -1))
    brut = salaire_d_accident(hasard, debut)
    champs: dict[str, object] = {}
    if selon(hasard, (2, False), (1, True)):
        champs["demande_le"] = plus_jours(plus_mois(debut, 24), selon(hasard, (1, 3), (1, -40)))
    if selon(hasard, (3, False), (1, True)):
        champs["tableau_en_vigueur_le"] = plus_jours(debut, hasard.entier(1, 10))
    reconnu = plus_jours(constat, selon(hasard, (2, 60), (1, 150)))
    return Plan(
        employeurs=(employeur_de_la_victime(hasard, enveloppe, brut, [arret], risque=None),),
        avis=avis_d_accident("X1", arret),
        pieces=(
            accident("X1", "maladie_professionnelle", constat, **champs),
            decision("X1", "reconnu", reconnu),
        ),
    )


def plusieurs_emplois(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """Two employers, both stopped or one alone; one of them may certify nothing."""
    plan = plan_d_accident(hasard, enveloppe)
    arret = Stop(
        "S1", plan.premier_jour, plan.dernier_jour, plan.employeurs[0].attestations[0].dernier_jour_travaille
    )
    second = employeur_de_la_victime(
        hasard, enveloppe, salaire_d_accident(hasard, arret.debut) // 2, [arret], activite="B"
    )
    muet = selon(hasard, (4, False), (1, True))
    return replace(
        plan, employeurs=(*plan.employeurs, replace(second, attestations=() if muet else second.attestations))
    )


def apprenti_accidente(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """An apprentice, paid less than the minimum wage or more; a paid trainee; a task of general interest."""
    plan = plan_d_accident(hasard, enveloppe)
    brut = selon(hasard, (3, 850_00), (1, 1300_00), (1, 1390_00), (1, 2000_00))
    arret = Stop(
        "S1", plan.premier_jour, plan.dernier_jour, plan.employeurs[0].attestations[0].dernier_jour_travaille
    )
    beneficiaire = selon(
        hasard, (4, None), (1, "stagiaire_remunere"), (1, "tache_interet_general"), (1, "eleve_etudiant")
    )
    contrat = "apprentissage" if beneficiaire is None else "cdd"
    employe = employeur_de_la_victime(hasard, enveloppe, brut, [arret], contrat=contrat)
    declare, *suite = plan.pieces
    if beneficiaire is not None:
        declare = {**declare, "beneficiaire": beneficiaire}
    return replace(plan, employeurs=(employe,), pieces=(declare, *suite))


def accident_a_temps_partiel(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """A stop, then reduced work: the caisse decides its amount, refuses it, or decides nothing and pay is attested."""
    plan = plan_d_accident(hasard, enveloppe, duree=hasard.entier(5, 30))
    debut = plus_jours(plan.dernier_jour, 1)
    fin = plus_jours(debut, hasard.entier(6, 40))
    partiel = replace(
        plan.avis[-1],
        debut=debut,
        fin=fin,
        prolongation=True,
        prescrit_le=None,
        champs={"risque": "accident", "accident": "X1", "modalite": "temps_partiel"},
    )
    plan = replace(plan, avis=(*plan.avis, partiel))
    brut = plan.employeurs[0].attestations[0].paies[-1].brut
    choix = selon(hasard, (2, "total"), (2, "montant"), (3, "perte"), (1, "refus"))
    if choix in ("total", "montant", "refus"):
        maintien = {"total": "total", "montant": montant(journalier_probable(brut) // 2), "refus": None}[
            choix
        ]
        piece: Piece = {
            "type": "decision_temps_partiel",
            "recue_le": plus_jours(debut, 3),
            "accident": "X1",
            "accord": choix != "refus",
            "debut": debut,
            "fin": fin,
        }
        return plan.avec(piece | ({"maintien": maintien} if maintien else {}))
    percu = selon(
        hasard,
        (2, brut // 2),
        (1, brut),
        (1, brut - un_cent_pres(hasard, Fraction(journalier_probable(brut)))),
    )
    return plan.avec(
        {
            "type": "attestation_temps_partiel",
            "recue_le": plus_jours(fin, 5),
            "arret": "S1",
            "activite": "A",
            "debut": debut,
            "fin": fin,
            "salaire_retabli": montant(brut),
            "salaire_percu": montant(max(0, percu)),
        }
    )


def inaptitude(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """Unfit for the post after the stop: dismissed within the month or not, an annuity or none, days paid meanwhile."""
    plan = plan_d_accident(hasard, enveloppe, duree=hasard.entier(10, 40))
    fin = plan.dernier_jour
    avis_le = plus_jours(fin, hasard.entier(1, 5))
    piece: Piece = {
        "type": "inaptitude",
        "recue_le": plus_jours(avis_le, 3),
        "accident": "X1",
        "activite": "A",
        "avis_le": avis_le,
        "demande_le": plus_jours(avis_le, 1),
    }
    if selon(hasard, (1, True), (1, False)):
        piece["issue_le"] = plus_jours(avis_le, hasard.entier(5, 40))
    if selon(hasard, (4, False), (1, True)):
        piece["jours_remuneres"] = [{"debut": plus_jours(avis_le, 2), "fin": plus_jours(avis_le, 6)}]
    if selon(hasard, (6, False), (1, True)):
        piece["remuneration"] = True
    plan = plan.avec(consolidation("X1", fin), piece)
    if selon(hasard, (1, True), (1, False)):
        plan = plan.avec(_rente("X1", selon(hasard, (2, 250_00), (1, 5000_00)), plus_jours(fin, 1)))
    return replace(plan, au=plus_jours(avis_le, 45))


def accident_sans_indemnite(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """An intentional fault; a notice given remotely; a medical control that suspends; undeclared work."""
    genre = selon(hasard, (1, "faute"), (2, "distance"), (2, "controle"), (1, "dissimule"))
    if genre == "faute":
        return plan_d_accident(hasard, enveloppe, faute_intentionnelle=True)
    plan = plan_d_accident(hasard, enveloppe)
    premier, *suite = plan.avis
    if genre == "distance":
        champs = {**premier.champs, "teleconsultation": True, "prescripteur": "autre_medecin"}
        return replace(plan, avis=(replace(premier, champs=champs), *suite))
    if genre == "controle" and enveloppe.admet("avis_medical"):
        effet = plus_jours(premier.debut, hasard.entier(1, 12))
        return plan.avec(
            {
                "type": "avis_medical",
                "recue_le": effet,
                "arret": "S1",
                "favorable": False,
                "effet": effet,
                "notifie_le": effet,
            }
        )
    declare, *autres = plan.pieces
    return replace(plan, pieces=({**declare, "travail_dissimule_constate_le": declare["date"]}, *autres))


def salaire_revise(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """More than three months stopped: a wage revised on request; or an allowance for a change of job."""
    plan = plan_d_accident(hasard, enveloppe, duree=100 + hasard.entier(0, 40))
    brut = plan.employeurs[0].attestations[0].paies[-1].brut
    debut = plan.premier_jour
    if selon(hasard, (2, True), (1, False)):
        return plan.avec(
            {
                "type": "revision_salaire",
                "recue_le": plus_jours(debut, 80),
                "accident": "X1",
                "salaire_journalier": montant(brut // 30 + selon(hasard, (2, 500), (1, -500))),
                "demandee_le": plus_jours(debut, 80),
                "effet": plus_mois(debut, selon(hasard, (1, 2), (1, 3))),
            }
        )
    fin = plus_jours(debut, 59)
    return plan.avec(
        {
            "type": "allocation_changement_emploi",
            "recue_le": plus_jours(debut, 5),
            "accident": "X1",
            "montant": "600.00",
            "debut": plus_jours(debut, 10),
            "fin": fin,
        }
    )
