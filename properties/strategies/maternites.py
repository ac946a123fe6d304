"""The rest of an employee: at term, late, early, by the size of the family, postponed, in hospital, lost, eight weeks at least."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from oracle.calendrier import nb_jours, plus_jours
from properties.strategies.employes import employeur_du_conge
from properties.strategies.enveloppe import Enveloppe
from properties.strategies.hasard import Hasard, parmi, selon
from properties.strategies.naissances import (
    Attente,
    attente,
    declarer,
    enfant,
    foyer,
    hospitalise,
    maternite,
    premier_jour_de_repos,
)
from properties.strategies.plan import Avis, CongePris, Piece, Plan

SIX_SEMAINES, HUIT_SEMAINES = 42, 56
_REPORT_MAXIMAL = 21
_AVANCE_MAXIMALE = {1: 14, 2: 28, 3: 0}
_VIABLE_A = 133
"""Days before the presumed date at which a pregnancy is of twenty-two weeks of amenorrhoea."""


def plan_de_maternite(
    hasard: Hasard,
    enveloppe: Enveloppe,
    attendue: Attente,
    conge: CongePris | None = None,
    enfants: Sequence[Piece] | None = None,
) -> Plan:
    """An employee who takes the leave, the pregnancy, the birth."""
    pris = conge or maternite(attendue)
    plan = Plan((employeur_du_conge(hasard, enveloppe, pris),), (), conges=(pris,))
    return declarer(plan, attendue, enfants)


def ecart_au_terme(hasard: Hasard) -> int:
    """Days between the presumed date and the birth: none, late, early within the rest, before it."""
    return selon(
        hasard,
        (3, 0),
        (2, hasard.entier(1, 10)),
        (2, -hasard.entier(1, 20)),
        (1, -hasard.entier(21, 60)),
    )


def maternite_au_terme(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """The child comes on the presumed date."""
    return plan_de_maternite(hasard, enveloppe, attente(premier_jour_de_repos(hasard, enveloppe)))


def naissance_tardive(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """The child comes after the presumed date: the rest before lasts, the rest after is whole."""
    ecart = selon(hasard, (3, hasard.entier(1, 7)), (1, hasard.entier(8, 20)))
    attendue = attente(premier_jour_de_repos(hasard, enveloppe), ecart, rang=foyer(hasard))
    return plan_de_maternite(hasard, enveloppe, attendue)


def naissance_en_avance(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """The child comes early, at home soon: during the rest, on its first day, or before it; the leave asked may not follow."""
    avance = selon(
        hasard,
        (3, hasard.entier(1, 20)),
        (2, hasard.entier(21, 41)),
        (2, SIX_SEMAINES),
        (2, hasard.entier(43, 60)),
        (1, hasard.entier(61, 110)),
    )
    debut = premier_jour_de_repos(hasard, enveloppe, 70)
    attendue = attente(debut, -avance, rang=foyer(hasard))
    if selon(hasard, (3, True), (1, False)):
        return plan_de_maternite(hasard, enveloppe, attendue)
    jusqu_au_terme_prevu = maternite(attendue, (attendue.debut, attendue.fin_prevue))
    return plan_de_maternite(hasard, enveloppe, attendue, jusqu_au_terme_prevu)


def famille_nombreuse(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """A third child, twins, triplets; rest begun earlier than the law has it; one child more than expected."""
    nes = selon(hasard, (2, 1), (2, 2), (1, 3))
    rang = parmi(hasard, ("enfants_a_charge", "enfants_nes_viables")) if nes == 1 else foyer(hasard)
    debut = premier_jour_de_repos(hasard, enveloppe, 90)
    attendue = attente(debut, ecart_au_terme(hasard), nes, rang)
    maximum = _AVANCE_MAXIMALE[nes]
    if maximum:
        avance = selon(
            hasard,
            (3, 0),
            (2, maximum),
            (1, hasard.entier(1, maximum)),
            (1, maximum + hasard.entier(1, 7)),
        )
        attendue = replace(attendue, avance=avance)
    elif selon(hasard, (3, False), (1, True)):
        attendue = replace(attendue, avance=7)
    if nes == 1 and not attendue.avance and selon(hasard, (1, False), (1, True)):
        jumeaux = replace(attendue, enfants=2)
        conge = maternite(attendue, (attendue.debut, max(attendue.fin, jumeaux.fin)))
        return plan_de_maternite(hasard, enveloppe, attendue, conge, [enfant(attendue)] * 2)
    return plan_de_maternite(hasard, enveloppe, attendue)


def _reportee(hasard: Hasard, debut: date, ecart: int, jours: int) -> Attente:
    attendue = attente(debut, ecart, rang=selon(hasard, (5, None), (1, "enfants_a_charge")))
    veille = plus_jours(attendue.debut_legal, -1)
    demande = selon(
        hasard,
        (4, plus_jours(veille, -hasard.entier(4, 25))),
        (1, veille),
        (1, attendue.debut_legal),
        (1, plus_jours(veille, hasard.entier(2, 6))),
    )
    return replace(attendue, report=jours, demande=demande)


def report_prenatal(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """Some of the rest moved after the birth: three weeks or less, more than the law allows, asked in time or not."""
    jours = selon(
        hasard,
        (3, _REPORT_MAXIMAL),
        (2, hasard.entier(1, 20)),
        (1, 1),
        (1, _REPORT_MAXIMAL + hasard.entier(1, 7)),
    )
    attendue = _reportee(hasard, premier_jour_de_repos(hasard, enveloppe, 30), ecart_au_terme(hasard), jours)
    return plan_de_maternite(hasard, enveloppe, attendue)


def report_annule(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """A postponement asked in time, and a stop during the postponed days: the rest begins with the stop."""
    jours = selon(hasard, (3, _REPORT_MAXIMAL), (1, hasard.entier(7, 20)))
    attendue = attente(premier_jour_de_repos(hasard, enveloppe), selon(hasard, (2, 0), (1, 3)))
    demande = plus_jours(attendue.debut_legal, -10)
    rang = selon(hasard, (2, hasard.entier(1, jours - 1)), (1, 0), (1, jours - 1))
    debut = plus_jours(attendue.debut_legal, rang)
    arret = Avis("S1", debut, plus_jours(debut, hasard.entier(2, 12)))
    demandee = replace(attendue, report=jours, demande=demande)
    reste = replace(attendue, report=rang)
    conge = maternite(attendue, (plus_jours(arret.fin, 1), reste.fin))
    plan = plan_de_maternite(hasard, enveloppe, demandee, conge)
    (employe,) = plan.employeurs
    attestation = replace(employe.attestations[0], dernier_jour_travaille=plus_jours(debut, -1))
    seconde = replace(attestation, arret="S1", risque=None)
    return replace(plan, avis=(arret,), employeurs=(replace(employe, attestations=(seconde, attestation)),))


def premature_hospitalise(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """A child born around or more than six weeks early, kept in hospital: days are added to the rest."""
    avance = selon(
        hasard,
        (3, hasard.entier(44, 75)),
        (2, SIX_SEMAINES + 1),
        (1, SIX_SEMAINES),
        (1, hasard.entier(76, 110)),
    )
    attendue = attente(premier_jour_de_repos(hasard, enveloppe, 80), -avance, rang=foyer(hasard))
    sejour = hospitalise(attendue, hasard.entier(5, 40), des_le=selon(hasard, (5, 0), (1, 1), (1, 2)))
    plus = max(0, (attendue.debut_legal - attendue.ne_le).days)
    conge = maternite(attendue, (attendue.debut, plus_jours(attendue.fin, plus)))
    return plan_de_maternite(hasard, enveloppe, attendue, conge, [sejour])


def enfant_encore_hospitalise(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """The child is still in hospital six weeks after the birth, or just left: the mother works, and rests again later."""
    ecart = selon(hasard, (2, 0), (2, -hasard.entier(1, 40)), (1, -hasard.entier(43, 60)))
    attendue = attente(premier_jour_de_repos(hasard, enveloppe, 30), ecart)
    jours = selon(hasard, (3, hasard.entier(50, 110)), (1, SIX_SEMAINES - 1), (1, SIX_SEMAINES), (1, 40))
    reprise = plus_jours(attendue.ne_le, selon(hasard, (2, SIX_SEMAINES), (2, hasard.entier(43, 49))))
    sortie = plus_jours(attendue.ne_le, jours)
    reste = max(1, nb_jours(reprise, attendue.fin))
    second = max(sortie, plus_jours(reprise, 1))
    conge = maternite(
        attendue,
        (attendue.debut, plus_jours(reprise, -1)),
        (second, plus_jours(second, reste - selon(hasard, (3, 1), (1, 0)))),
    )
    return plan_de_maternite(hasard, enveloppe, attendue, conge, [hospitalise(attendue, jours)])


def enfant_sans_vie(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """A viable child born dead, before the rest or during it: the whole rest is due, from the actual birth."""
    avance = selon(
        hasard,
        (3, hasard.entier(43, _VIABLE_A)),
        (2, hasard.entier(0, 41)),
        (1, SIX_SEMAINES),
        (1, _VIABLE_A),
    )
    attendue = attente(premier_jour_de_repos(hasard, enveloppe, 95), -avance, rang=foyer(hasard))
    return plan_de_maternite(
        hasard, enveloppe, attendue, enfants=[enfant(attendue, vivant=False, poids_g=_poids(hasard))]
    )


def _poids(hasard: Hasard) -> int | None:
    return selon(hasard, (3, 900), (1, 500), (1, 499), (1, 501), (1, None))


def perte_precoce(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """A pregnancy that ends around twenty-two weeks or 500 grams, the rest of triplets perhaps begun; notice or leave."""
    enfants = selon(hasard, (3, 1), (1, 3))
    avance = _VIABLE_A + selon(hasard, (2, 1), (2, 0), (1, hasard.entier(2, 20)))
    attendue = attente(premier_jour_de_repos(hasard, enveloppe, 130), -avance, enfants)
    vivant = selon(hasard, (5, False), (1, True))
    poids = selon(hasard, (3, 400), (1, 499), (1, 500), (1, 501), (1, None))
    nes = [enfant(attendue, vivant=vivant, poids_g=poids)] * enfants
    plan = plan_de_maternite(hasard, enveloppe, attendue, enfants=nes)
    if selon(hasard, (1, True), (1, False)):
        (employe,) = plan.employeurs
        debut = attendue.ne_le
        arret = Avis("S1", debut, plus_jours(debut, hasard.entier(4, 30)))
        seconde = replace(employe.attestations[0], arret="S1", risque=None)
        employe = replace(employe, attestations=(*employe.attestations, seconde))
        return replace(plan, avis=(arret,), employeurs=(employe,))
    return plan


def huit_semaines(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """A rest cut short: eight weeks, a day less, a day more, or some other length, in one piece or two."""
    attendue = attente(premier_jour_de_repos(hasard, enveloppe), selon(hasard, (3, 0), (1, 4), (1, -5)))
    jours = HUIT_SEMAINES + selon(hasard, (3, 0), (3, -1), (1, 1), (2, hasard.entier(-30, 40)))
    recul = hasard.entier(0, 41)
    debut = plus_jours(attendue.debut, selon(hasard, (2, 0), (2, recul)))
    entier = (debut, plus_jours(debut, jours - 1))
    if enveloppe.admet("reprise") and selon(hasard, (4, False), (1, True)):
        return _repris(hasard, enveloppe, attendue, plus_jours(attendue.debut, jours))
    if selon(hasard, (4, True), (1, False)):
        return plan_de_maternite(hasard, enveloppe, attendue, maternite(attendue, entier))
    travailles = hasard.entier(1, 6)
    coupure = plus_jours(debut, hasard.entier(1, jours - 2))
    conge = maternite(
        attendue,
        (debut, coupure),
        (plus_jours(coupure, travailles + 1), plus_jours(debut, jours + travailles - 1)),
    )
    return plan_de_maternite(hasard, enveloppe, attendue, conge)


def _repris(hasard: Hasard, enveloppe: Enveloppe, attendue: Attente, date_de_reprise: date) -> Plan:
    """The whole rest asked, and a resumption that ends it."""
    reprise: Piece = {
        "type": "reprise",
        "recue_le": plus_jours(date_de_reprise, 2),
        "arret": "C1",
        "date": date_de_reprise,
    }
    return plan_de_maternite(hasard, enveloppe, attendue).avec(reprise)
