"""From sickness to work accident and back: under instruction, recognised late or by silence, refused, consolidated."""

from dataclasses import replace
from datetime import date

from oracle.calendrier import plus_jours
from properties.strategies.accidents import plan_d_accident, rechute
from properties.strategies.enveloppe import Enveloppe
from properties.strategies.finitions_de_famille import paiement_de
from properties.strategies.hasard import Hasard, parmi, selon
from properties.strategies.maternites import plan_de_maternite
from properties.strategies.naissances import attente
from properties.strategies.plan import Avis, Employeur, Piece, Plan
from properties.strategies.salaires import indemnite_probable
from properties.strategies.sinistres import (
    Stop,
    accident,
    consolidation,
    decision,
    employeur_de_la_victime,
    journalier_probable,
)

_APRES = (10, 40, 200)
_CARENCE = 3


def _brut(plan: Plan) -> int:
    return plan.employeurs[0].attestations[0].paies[-1].brut


def _sans_decision(plan: Plan) -> Plan:
    return replace(plan, pieces=tuple(p for p in plan.pieces if p["type"] != "decision_accident"))


def _maladie_payee(plan: Plan, destinataire: str = "assure") -> Piece:
    """The provisional sickness benefits of the stop, after its waiting days."""
    debut, fin = plan.premier_jour, plan.dernier_jour
    premier = min(fin, plus_jours(max(debut, plus_jours(_travaille(plan), 1)), _CARENCE))
    journalier = indemnite_probable((_brut(plan),) * 3, debut)
    return {**paiement_de("S1", "maladie", (premier, fin), journalier), "destinataire": destinataire}


def _travaille(plan: Plan) -> date:
    return plan.employeurs[0].attestations[0].dernier_jour_travaille


def _garde(jours: tuple[date, date], maintenu: str = "total") -> Piece:
    return {
        "debut": jours[0],
        "fin": jours[1],
        "salaire_maintenu": maintenu,
        "fondement": "convention",
        "clause_deduction": True,
    }


def _certifie_pour_la_maladie(employe: Employeur, *gardes: Piece) -> Employeur:
    """The certificate speaks of sickness alone; wage kept on some days."""
    return replace(
        employe,
        attestations=tuple(replace(a, risque="maladie", subrogations=gardes) for a in employe.attestations),
    )


def en_instruction(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """Nothing decided yet: sickness is served meanwhile; a short career may not open it."""
    plan = _sans_decision(plan_d_accident(hasard, enveloppe))
    if selon(hasard, (3, False), (1, True)):
        (employe,) = plan.employeurs
        sans_heures = tuple(
            replace(a, paies=tuple(replace(p, brut=p.brut // 20, heures=10_00) for p in a.paies))
            for a in employe.attestations
        )
        plan = replace(plan, employeurs=(replace(employe, attestations=sans_heures),))
    return plan


def reconnu_apres_coup(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """Recognised ten, forty or two hundred days later; sickness paid meanwhile, to the insured or to the employer."""
    apres = parmi(hasard, _APRES)
    duree = selon(hasard, (2, min(apres, 60)), (1, apres + 5), (1, hasard.entier(2, 40)))
    plan = _sans_decision(plan_d_accident(hasard, enveloppe, duree=duree))
    debut, fin = plan.premier_jour, plan.dernier_jour
    reconnu = decision("X1", "reconnu", plus_jours(debut, apres))
    forme = selon(hasard, (3, "assure"), (2, "subroge"), (1, "change"), (1, "jamais_paye"))
    if forme == "subroge":
        (employe,) = plan.employeurs
        garde = _garde((debut, fin), selon(hasard, (2, "total"), (1, "100000.00")))
        muet = selon(hasard, (1, True), (1, False))
        sien = (
            _certifie_pour_la_maladie(employe, garde)
            if muet
            else replace(
                employe, attestations=tuple(replace(a, subrogations=(garde,)) for a in employe.attestations)
            )
        )
        return replace(plan, employeurs=(sien,)).avec(_maladie_payee(plan, "employeur:A"), reconnu)
    if forme == "change":
        (employe,) = plan.employeurs
        milieu = plus_jours(debut, (fin - debut).days // 2)
        garde = _garde((plus_jours(milieu, 1), plus_jours(fin, 1)))
        sien = replace(
            employe, attestations=tuple(replace(a, subrogations=(garde,)) for a in employe.attestations)
        )
        return replace(plan, employeurs=(sien,)).avec(_maladie_payee(plan), reconnu)
    if forme == "jamais_paye":
        return plan.avec(reconnu)
    plan = plan.avec(_maladie_payee(plan), reconnu)
    return (
        plan.avec(decision("X1", "reconnu", plus_jours(debut, apres + 3)))
        if selon(hasard, (3, False), (1, True))
        else plan
    )


def refuse_apres_paiement(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """Refused after sickness was paid, which stays; or after the accident was, which is owed back beyond sickness."""
    plan = plan_d_accident(hasard, enveloppe)
    debut, fin = plan.premier_jour, plan.dernier_jour
    refus = decision("X1", "refuse", plus_jours(debut, 25))
    if selon(hasard, (1, True), (1, False)):
        plan = _sans_decision(plan)
        return plan.avec(_maladie_payee(plan), refus)
    premier = min(fin, plus_jours(max(debut, _travaille(plan)), 1))
    dernier = min(fin, plus_jours(premier, 27))
    return plan.avec(
        paiement_de("S1", "accident", (premier, dernier), journalier_probable(_brut(plan))), refus
    )


def silence_de_la_caisse(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """No decision: the day after the time to decide recognises; asked around that day, or refused around it."""
    genre = selon(
        hasard, (3, "accident"), (2, "investigations"), (1, "maladie"), (1, "comite"), (1, "rechute")
    )
    if genre == "rechute":
        return _rechute_sans_decision(hasard, enveloppe)
    nature = "maladie_professionnelle" if genre in ("maladie", "comite") else "travail"
    plan = _sans_decision(plan_d_accident(hasard, enveloppe, nature))
    le = plan.pieces[0]["date"]
    complet = plus_jours(le, hasard.entier(2, 6))
    champs: Piece = {"dossier_complet_le": complet, "recue_le": complet}
    jours, depart = {"accident": 30, "investigations": 90, "maladie": 120, "comite": 120}[genre], complet
    if genre == "investigations":
        champs["investigations_engagees_le"] = plus_jours(complet, 20)
    if genre == "comite":
        depart = plus_jours(complet, 100)
        champs["crrmp_saisi_le"] = depart
    return _autour_du_delai(hasard, replace(plan, pieces=({**plan.pieces[0], **champs},)), depart, jours)


def _autour_du_delai(hasard: Hasard, plan: Plan, depart: date, jours: int, nom: str = "X1") -> Plan:
    dernier = plus_jours(depart, jours + 1)
    ecart = selon(hasard, (2, 1), (2, 0), (1, -1))
    if selon(hasard, (2, False), (1, True)):
        plan = plan.avec(decision(nom, "refuse", plus_jours(dernier, ecart)))
        return replace(plan, au=max(plan.dernier_jour, plus_jours(dernier, 5)))
    return replace(plan, au=plus_jours(dernier, ecart))


def _rechute_sans_decision(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    plan = rechute(hasard, enveloppe)
    depart = plan.bornes("S2")[0]
    pieces = [
        {**p, "dossier_complet_le": depart, "recue_le": plus_jours(depart, 2)} if p.get("rechute_de") else p
        for p in plan.pieces
        if not (p["type"] == "decision_accident" and p["accident"] == "X2")
    ]
    return _autour_du_delai(hasard, replace(plan, pieces=tuple(pieces)), depart, 60, "X2")


def consolide_puis_malade(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """Consolidated while another illness has begun, one day, three days or more before; or for the lesion itself."""
    plan = plan_d_accident(hasard, enveloppe, duree=hasard.entier(8, 40))
    fin = plan.dernier_jour
    (employe,) = plan.employeurs
    if selon(hasard, (3, True), (1, False)):
        debut = plus_jours(fin, -selon(hasard, (2, hasard.entier(0, 4)), (1, 6)))
        maladie = Avis("S2", max(debut, plan.premier_jour), plus_jours(fin, hasard.entier(4, 15)))
        attestation = replace(employe.attestations[0], arret="S2", risque=None)
        employe = replace(employe, attestations=(*employe.attestations, attestation))
        return replace(plan, avis=(*plan.avis, maladie), employeurs=(employe,)).avec(consolidation("X1", fin))
    avant = plus_jours(fin, -hasard.entier(1, 5))
    employe = replace(employe, attestations=tuple(replace(a, risque=None) for a in employe.attestations))
    return replace(plan, employeurs=(employe,)).avec(consolidation("X1", avant))


def deux_accidents(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """A second accident, on resuming work or before healing: each has its own count."""
    plan = plan_d_accident(hasard, enveloppe, duree=hasard.entier(3, 30))
    le = plus_jours(plan.dernier_jour, hasard.entier(1, 10))
    arret = Stop("S2", plus_jours(le, 1), plus_jours(le, hasard.entier(5, 40)), le)
    (employe,) = plan.employeurs
    autre = employeur_de_la_victime(hasard, enveloppe, _brut(plan), [arret])
    avis = Avis("S2", arret.debut, arret.fin, champs={"risque": "accident", "accident": "X2"})
    employe = replace(employe, attestations=(*employe.attestations, *autre.attestations))
    return replace(plan, employeurs=(employe,), avis=(*plan.avis, avis)).avec(
        accident("X2", "travail", le), decision("X2", "reconnu", plus_jours(le, 9))
    )


def accident_puis_repos(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """The mother's rest begins during the stop of an accident."""
    plan = plan_d_accident(hasard, enveloppe, duree=hasard.entier(20, 60))
    debut = plus_jours(plan.premier_jour, hasard.entier(5, 40))
    attendue = attente(debut, 0)
    repos = plan_de_maternite(hasard, enveloppe, attendue)
    (employe,) = plan.employeurs
    attestation = replace(employe.attestations[0], arret=repos.conges[0].conge, risque="maternite")
    employe = replace(employe, attestations=(*employe.attestations, attestation))
    return replace(plan, employeurs=(employe,), conges=repos.conges, pieces=(*plan.pieces, *repos.pieces))
