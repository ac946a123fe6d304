"""Adoption, the supplementary birth leave, mourning a child."""

from dataclasses import replace
from datetime import date

from oracle.calendrier import fin_de_delai, plus_jours, plus_mois
from properties.strategies.employes import employeur_de_deux_conges, employeur_du_conge
from properties.strategies.employeurs import Carriere
from properties.strategies.enveloppe import Enveloppe
from properties.strategies.hasard import Hasard, parmi, selon
from properties.strategies.naissances import (
    Attente,
    attente,
    declarer,
    grossesse,
    maternite,
    naissance,
    premier_jour_de_repos,
)
from properties.strategies.peres import conge_de_pere, part
from properties.strategies.plan import CongePris, Piece, Plan
from properties.strategies.salaires import au_centieme_pres

PAYE_DEPUIS = date(2026, 7, 1)
_DUREES = ((1, False), 112), ((1, True), 126), ((2, False), 154), ((3, True), 154)


def adoption(arrivee: date, enfants: int, nombreuse: bool, **champs: object) -> Piece:
    """The arrival of adopted children."""
    piece: Piece = {
        "type": "adoption",
        "recue_le": plus_jours(arrivee, 2),
        "adoption": "D1",
        "arrivee": arrivee,
        "enfants_a_charge_apres": max(enfants, 3 if nombreuse else 1),
    }
    if enfants > 1:
        piece["enfants"] = enfants
    return piece | champs


def conge_d_adoption(*periodes: tuple[date, date]) -> CongePris:
    """The leave of an adopter, by its parts."""
    return CongePris("C1", "adoption", periodes, adoption="D1")


def _employe(hasard: Hasard, enveloppe: Enveloppe, conge: CongePris, *pieces: Piece) -> Plan:
    employe = employeur_du_conge(hasard, enveloppe, conge)
    return Plan((employe,), (), conges=(conge,)).avec(*pieces)


def adoption_entiere(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """The whole leave, from the arrival or up to a week before it, a day too many, a day too early."""
    arrivee = premier_jour_de_repos(hasard, enveloppe, 12)
    (enfants, nombreuse), duree = parmi(hasard, _DUREES)
    avance = selon(hasard, (4, 0), (2, 7), (1, 8), (1, -hasard.entier(1, 20)))
    jours = duree + selon(hasard, (4, 0), (1, 1), (1, hasard.entier(-40, 10)))
    conge = conge_d_adoption(part(plus_jours(arrivee, -avance), jours))
    return _employe(hasard, enveloppe, conge, adoption(arrivee, enfants, nombreuse))


def adoption_en_parts(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """Two parts of twenty-five days at least; one too short, three, or after the eighth month."""
    arrivee = premier_jour_de_repos(hasard, enveloppe)
    premiers = selon(hasard, (3, 60), (1, 25), (1, 24), (1, hasard.entier(26, 86)))
    trou = selon(hasard, (3, hasard.entier(1, 90)), (1, hasard.entier(91, 170)))
    parts = [part(arrivee, premiers)]
    reste = 112 - premiers
    second = plus_jours(parts[0][1], trou + 1)
    if selon(hasard, (4, False), (1, True)):
        parts += [part(second, 25), part(plus_jours(second, 25 + trou), max(1, reste - 25))]
    else:
        parts.append(part(second, reste))
    return _employe(hasard, enveloppe, conge_d_adoption(*parts), adoption(arrivee, 1, nombreuse=False))


def adoption_partagee(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """The leave shared with the other parent, who takes some of its days."""
    arrivee = premier_jour_de_repos(hasard, enveloppe)
    enfants = selon(hasard, (3, 1), (1, 2))
    total = {1: 112 + 25, 2: 154 + 32}[enfants]
    de_l_autre = selon(hasard, (2, 25), (2, hasard.entier(25, 100)), (1, 0))
    jours = max(1, total - de_l_autre + selon(hasard, (3, 0), (1, 1), (1, -hasard.entier(1, 30))))
    piece = adoption(arrivee, enfants, False, partage=True, jours_autre_parent=de_l_autre)
    return _employe(hasard, enveloppe, conge_d_adoption(part(arrivee, jours)), piece)


def adoption_a_la_porte(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """Pay too low to open rights, and hours at 150 in the three months, date to date, before the arrival."""
    arrivee = premier_jour_de_repos(hasard, enveloppe)
    conge = conge_d_adoption(part(arrivee, 112))
    bas = hasard.entier(2, 11) * 100_00
    employe = employeur_du_conge(
        hasard, enveloppe, conge, Carriere(arrivee, (bas,), (selon(hasard, (2, 0), (1, 49_00)),)), mois=6
    )
    (attestation,) = employe.attestations
    attestation = replace(attestation, heures_90_jours=au_centieme_pres(hasard, 150_00))
    employe = replace(employe, attestations=(attestation,))
    return Plan((employe,), (), conges=(conge,)).avec(adoption(arrivee, 1, nombreuse=False))


def _nee(jour: date, ecart: int = 0) -> Attente:
    """A child born on a day, expected ``ecart`` days later."""
    attendue = attente(jour)
    return Attente(plus_jours(jour, ecart), jour, attendue.enfants)


def conge_supplementaire(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """One month or two, at once or apart, after a paternity leave or a rest; around the first day paid and the last to begin."""
    plus_tot = max(PAYE_DEPUIS, enveloppe.debut)
    debut = selon(
        hasard,
        (3, plus_tot),
        (2, min(enveloppe.fin, plus_jours(plus_tot, hasard.entier(1, 150)))),
        (1, plus_jours(plus_tot, -1)),
    )
    ne_le = selon(
        hasard,
        (3, plus_jours(debut, -hasard.entier(40, 150))),
        (1, date(2025, 12, 31)),
        (1, date(2026, 1, 1)),
    )
    attendue = _nee(ne_le, selon(hasard, (2, 0), (1, 3)))
    un_mois = (debut, fin_de_delai(debut, 1))
    forme = selon(hasard, (3, "un"), (2, "deux"), (1, "deux_separes"), (1, "trois"))
    periodes = [un_mois]
    if forme == "deux":
        periodes = [(debut, fin_de_delai(debut, 2))]
    elif forme == "trois":
        periodes = [(debut, fin_de_delai(debut, 3))]
    elif forme == "deux_separes":
        limite = fin_de_delai(max(ne_le, PAYE_DEPUIS), 9)
        proche = plus_jours(un_mois[1], hasard.entier(2, 40))
        second = selon(hasard, (3, proche), (1, limite), (1, plus_jours(limite, 1)))
        second = max(second, proche)
        periodes.append((second, fin_de_delai(second, 1)))
    conge = CongePris("C2", "naissance_supplementaire", tuple(periodes), grossesse="G1")
    plan = _employe(hasard, enveloppe, conge, grossesse(attendue), naissance(attendue))
    if selon(hasard, (1, True), (1, False)):
        return plan
    fin = plus_jours(ne_le, 27)
    if fin >= debut:
        return plan
    return _avec_un_conge(hasard, enveloppe, plan, conge_de_pere((plus_jours(ne_le, 3), fin)))


def _avec_un_conge(hasard: Hasard, enveloppe: Enveloppe, plan: Plan, conge: CongePris) -> Plan:
    """The same employer, an earlier leave and its certificate."""
    (employe,) = plan.employeurs
    avant = employeur_du_conge(hasard, enveloppe, conge)
    employe = replace(
        employe,
        debut=min(employe.debut, avant.debut),
        attestations=(*avant.attestations, *employe.attestations),
    )
    return replace(plan, employeurs=(employe,), conges=(conge, *plan.conges))


def deuil_d_un_enfant(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """Eight days of mourning, at once or in parts, a day more, a part too many, a year gone, a child of twenty-five."""
    deces = premier_jour_de_repos(hasard, enveloppe)
    age = selon(hasard, (4, 8), (1, 24), (1, 25), (1, 0))
    debut = plus_jours(deces, selon(hasard, (3, 1), (2, hasard.entier(2, 60)), (1, 0)))
    forme = selon(hasard, (3, "entier"), (2, "deux"), (1, "trois"), (2, "un_de_plus"), (1, "un_an"))
    if forme == "deux":
        periodes = [part(debut, 3), part(plus_jours(debut, hasard.entier(5, 60)), 5)]
    elif forme == "trois":
        periodes = [part(plus_jours(debut, 10 * rang), jours) for rang, jours in enumerate((3, 3, 2))]
    elif forme == "un_de_plus":
        periodes = [part(debut, 8 + hasard.entier(1, 7))]
    elif forme == "un_an":
        periodes = [part(plus_jours(plus_mois(deces, 12), selon(hasard, (1, -4), (1, -12), (1, 2))), 8)]
    else:
        periodes = [part(debut, 8)]
    conge = CongePris("C1", "deuil_enfant", tuple(periodes))
    piece: Piece = {"type": "deces_enfant", "recue_le": plus_jours(deces, 3), "date": deces, "age": age}
    return _employe(hasard, enveloppe, conge, piece)


def deuil_pendant_un_repos(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """The newborn dies: the rest is kept whole, and mourning comes after it, or claims its days."""
    attendue = attente(premier_jour_de_repos(hasard, enveloppe))
    deces = plus_jours(attendue.ne_le, hasard.entier(0, 60))
    conge = maternite(attendue)
    debut = selon(hasard, (1, plus_jours(conge.fin, 1)), (1, plus_jours(deces, 1)))
    deuil = CongePris("C2", "deuil_enfant", (part(debut, 8),), grossesse="G1")
    piece: Piece = {"type": "deces_enfant", "recue_le": plus_jours(deces, 3), "date": deces, "age": 0}
    plan = Plan((employeur_de_deux_conges(hasard, enveloppe, conge, deuil),), (), conges=(conge, deuil))
    return declarer(plan, attendue).avec(piece)
