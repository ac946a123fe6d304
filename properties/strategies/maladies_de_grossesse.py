"""Illness beside the rest: rest prescribed for the pregnancy, sick leave before, sick leave after."""

from dataclasses import replace
from datetime import date

from oracle.calendrier import plus_jours
from properties.strategies.employes import (
    Absence,
    carriere_de_parent,
    certificats,
    employeur_du_conge,
    mois_du_parent,
)
from properties.strategies.enveloppe import Enveloppe
from properties.strategies.hasard import Hasard, selon
from properties.strategies.maternites import ecart_au_terme
from properties.strategies.naissances import (
    Attente,
    attente,
    declarer,
    grossesse,
    maternite,
    naissance,
    premier_jour_de_repos,
)
from properties.strategies.plan import Avis, CongePris, Piece, Plan

_QUATORZE = 14
_PATHOLOGIQUE = {"risque": "grossesse_pathologique"}
_SUITES_DE_COUCHES = {"risque": "suites_de_couches"}


def plan_de_malade(
    hasard: Hasard,
    enveloppe: Enveloppe,
    attendue: Attente,
    avis: tuple[Avis, ...],
    conge: CongePris | None = None,
    *,
    constat: date | None = None,
) -> Plan:
    """An employee ill before or after her rest, one certificate for each absence; ``constat``: a pregnancy found late."""
    pris = conge or maternite(attendue)
    toutes = [Absence(a.arret, a.debut, a.fin, "maladie") for a in avis]
    toutes.append(Absence(pris.conge, pris.debut, pris.fin, "maternite", pris.risque))
    absences = tuple(sorted(toutes, key=lambda absence: absence.debut))
    suivie = carriere_de_parent(hasard, enveloppe, absences[0].debut)
    employe = employeur_du_conge(
        hasard, enveloppe, replace(pris, periodes=((absences[0].debut, pris.fin),)), suivie
    )
    certifies = certificats(suivie, mois_du_parent(suivie, enveloppe), absences)
    employe = replace(employe, attestations=certifies)
    plan = Plan((employe,), avis, conges=(pris,))
    if constat is None:
        return declarer(plan, attendue)
    tardive = grossesse(attendue, constat_le=constat, recue_le=plus_jours(constat, 4))
    return plan.avec(tardive, naissance(attendue))


def _avis(nom: str, debut: date, jours: int, **champs: object) -> Avis:
    return Avis(nom, debut, plus_jours(debut, jours - 1), champs=champs)


def repos_pathologique(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """Rest prescribed for the pregnancy, just before the legal one or earlier: two weeks, less, more, in one or two parts."""
    attendue = attente(premier_jour_de_repos(hasard, enveloppe, 110), ecart_au_terme(hasard))
    conge = maternite(attendue)
    jours = selon(hasard, (3, _QUATORZE), (2, hasard.entier(1, 13)), (2, hasard.entier(15, 28)))
    fin = plus_jours(conge.debut, -1 - selon(hasard, (3, 0), (2, hasard.entier(1, 20))))
    debut = plus_jours(fin, 1 - jours)
    if jours == 1 or selon(hasard, (2, True), (1, False)):
        avis: tuple[Avis, ...] = (_avis("S1", debut, jours, **_PATHOLOGIQUE),)
    else:
        premiers, trou = hasard.entier(1, jours - 1), hasard.entier(1, 12)
        avis = (
            _avis("S1", plus_jours(debut, -trou), premiers, **_PATHOLOGIQUE),
            _avis("S2", plus_jours(debut, premiers), jours - premiers, **_PATHOLOGIQUE),
        )
    if selon(hasard, (6, False), (1, True)):
        constat = plus_jours(avis[0].debut, hasard.entier(0, 6))
        return plan_de_malade(hasard, enveloppe, attendue, avis, conge, constat=constat)
    return plan_de_malade(hasard, enveloppe, attendue, avis, conge)


def maladie_avant_le_repos(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """A sick leave that the rest follows at once, later, or that it interrupts; of the pregnancy or of anything else."""
    attendue = attente(premier_jour_de_repos(hasard, enveloppe, 110), ecart_au_terme(hasard))
    jours = selon(hasard, (3, hasard.entier(5, 20)), (1, hasard.entier(21, 60)))
    decalage = selon(hasard, (3, 0), (2, -hasard.entier(1, 12)), (2, hasard.entier(1, 25)))
    fin = plus_jours(attendue.debut, decalage - 1)
    debut = min(plus_jours(fin, 1 - jours), plus_jours(attendue.debut, -1))
    champs = selon(hasard, (2, {}), (1, _PATHOLOGIQUE))
    avis = Avis("S1", debut, max(fin, debut), champs=champs)
    suite = maternite(attendue, (max(attendue.debut, plus_jours(avis.fin, 1)), attendue.fin))
    plan = plan_de_malade(hasard, enveloppe, attendue, (avis,), suite)
    du_meme_mois = plus_jours(avis.fin, 1) == suite.debut and suite.debut.replace(day=1) <= debut
    return _sous_une_attestation(plan) if du_meme_mois and selon(hasard, (2, True), (1, False)) else plan


def _sous_une_attestation(plan: Plan) -> Plan:
    """The employer certifies the stop alone: the leave that follows in the same month rests on the same pay."""
    (employe,) = plan.employeurs
    return replace(plan, employeurs=(replace(employe, attestations=employe.attestations[:1]),))


def maladie_apres_le_repos(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """A sick leave right after the rest, or some days after the return: of the childbirth or of anything else."""
    attendue = attente(premier_jour_de_repos(hasard, enveloppe, 60), selon(hasard, (3, 0), (1, 4), (1, -6)))
    avis = [_apres(hasard, attendue)]
    if selon(hasard, (3, False), (1, True)):
        avant, travailles = hasard.entier(4, 20), hasard.entier(1, 15)
        avis.insert(0, _avis("S0", plus_jours(attendue.debut, -avant - travailles), avant))
    return plan_de_malade(hasard, enveloppe, attendue, tuple(avis))


def _apres(hasard: Hasard, attendue: Attente) -> Avis:
    champs: Piece = selon(hasard, (3, _SUITES_DE_COUCHES), (1, {}))
    ecart = selon(hasard, (5 if champs else 1, 0), (1, hasard.entier(1, 20)))
    return _avis("S2", plus_jours(attendue.fin, 1 + ecart), hasard.entier(1, 28), **champs)
