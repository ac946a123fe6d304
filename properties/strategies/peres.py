"""Fathers: the whole leave, in parts, too short, too late, a child in hospital or born dead; the rest of a mother who died."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from oracle.calendrier import plus_jours, plus_mois
from properties.strategies.employes import employeur_de_deux_conges, employeur_du_conge
from properties.strategies.enveloppe import Enveloppe
from properties.strategies.hasard import Hasard, parmi, selon
from properties.strategies.naissances import (
    Attente,
    attente,
    declarer,
    enfant,
    hospitalise,
    premier_jour_de_repos,
)
from properties.strategies.plan import CongePris, Piece, Plan

_DUREES = {1: 25, 2: 32}
_OBLIGATOIRES = 4
_DELAI_EN_MOIS = 6
Periode = tuple[date, date]


def enfant_d_un_pere(hasard: Hasard, enveloppe: Enveloppe, ecart: int = 0) -> Attente:
    """A child born on a day of the envelope."""
    ne_le = premier_jour_de_repos(hasard, enveloppe)
    enfants = selon(hasard, (6, 1), (1, 2))
    attendue = attente(ne_le, 0, enfants)
    return replace(attendue, prevu=plus_jours(ne_le, -ecart), ne_le=ne_le)


def part(debut: date, jours: int) -> Periode:
    """``jours`` days from ``debut``."""
    return debut, plus_jours(debut, jours - 1)


def conge_de_pere(*periodes: Periode) -> CongePris:
    """The leave of a father, by its parts."""
    return CongePris("C1", "paternite", periodes, grossesse="G1")


def _plan(
    hasard: Hasard,
    enveloppe: Enveloppe,
    attendue: Attente,
    conge: CongePris,
    enfants: Sequence[Piece] | None = None,
) -> Plan:
    plan = Plan((employeur_du_conge(hasard, enveloppe, conge),), (), conges=(conge,))
    return declarer(plan, attendue, enfants)


def _debut(hasard: Hasard, attendue: Attente) -> date:
    """The day after the three working days of birth leave."""
    return plus_jours(attendue.ne_le, selon(hasard, (3, 3), (1, 4), (1, 5)))


def paternite_entiere(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """All the days at once after the birth leave, or some more than the law has."""
    attendue = enfant_d_un_pere(hasard, enveloppe, selon(hasard, (2, 0), (1, hasard.entier(-20, 10))))
    duree = _DUREES[attendue.enfants]
    jours = duree + selon(hasard, (4, 0), (1, 1), (1, hasard.entier(-15, 5)))
    return _plan(hasard, enveloppe, attendue, conge_de_pere(part(_debut(hasard, attendue), jours)))


def paternite_en_parts(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """The four days, joined with others or not, and the rest in one or two parts within the six months."""
    attendue = enfant_d_un_pere(hasard, enveloppe)
    duree = _DUREES[attendue.enfants]
    premiers = _OBLIGATOIRES + selon(hasard, (3, 0), (1, hasard.entier(5, 10)))
    parts = [part(_debut(hasard, attendue), premiers)]
    reste = duree - premiers
    second = plus_jours(parts[0][1], selon(hasard, (3, hasard.entier(5, 90)), (1, hasard.entier(91, 160))))
    en_deux = premiers == _OBLIGATOIRES and selon(hasard, (1, True), (1, False))
    jours = hasard.entier(5, reste - 5) if en_deux else reste
    parts.append(part(second, jours))
    if en_deux:
        parts.append(part(plus_jours(parts[1][1], hasard.entier(2, 40)), reste - jours))
    return _plan(hasard, enveloppe, attendue, conge_de_pere(*parts))


def paternite_irreguliere(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """Fewer than four days at the birth, taken too late, a part too short, one part too many, six months gone."""
    attendue = enfant_d_un_pere(hasard, enveloppe)
    debut = _debut(hasard, attendue)
    defaut = selon(
        hasard, *((1, nom) for nom in ("trois_jours", "tard", "part_courte", "quatre_parts", "delai"))
    )
    loin = plus_jours(debut, hasard.entier(30, 60))
    if defaut == "trois_jours":
        parts = [part(debut, 3), part(loin, 21)]
    elif defaut == "tard":
        parts = [
            part(plus_jours(attendue.ne_le, selon(hasard, (1, 8), (1, 7), (1, hasard.entier(9, 30)))), 25)
        ]
    elif defaut == "part_courte":
        parts = [part(debut, _OBLIGATOIRES), part(loin, selon(hasard, (2, 4), (1, 5), (1, 1)))]
    elif defaut == "quatre_parts":
        parts = [
            part(debut, _OBLIGATOIRES),
            *(part(plus_jours(loin, 15 * rang), 7) for rang in range(3)),
        ]
    else:
        limite = plus_mois(attendue.ne_le, _DELAI_EN_MOIS)
        ecart = selon(hasard, (2, 2), (2, -2), (1, hasard.entier(-20, 20)))
        parts = [part(debut, _OBLIGATOIRES), part(plus_jours(limite, ecart), 21)]
    return _plan(hasard, enveloppe, attendue, conge_de_pere(*parts))


def pere_d_un_enfant_hospitalise(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """A newborn taken at once to a specialised unit: the compulsory days last as long, thirty days more at most."""
    attendue = replace(enfant_d_un_pere(hasard, enveloppe, -hasard.entier(0, 40)), enfants=1)
    debut = _debut(hasard, attendue)
    sejour = selon(hasard, (3, hasard.entier(6, 30)), (1, 36), (1, hasard.entier(37, 70)))
    sortie = plus_jours(attendue.ne_le, sejour)
    plus = min(30, max(0, (sortie - debut).days + 1 - _OBLIGATOIRES))
    parts = [part(debut, _OBLIGATOIRES + plus)]
    if selon(hasard, (1, True), (1, False)):
        parts = [part(debut, 25 + plus)]
    else:
        bientot = plus_jours(parts[0][1], hasard.entier(3, 60))
        limite = plus_mois(attendue.ne_le, _DELAI_EN_MOIS)
        parts.append(part(selon(hasard, (1, bientot), (1, plus_jours(limite, hasard.entier(1, sejour)))), 21))
    ne = hospitalise(attendue, sejour, specialisee=selon(hasard, (4, True), (1, False)))
    return _plan(hasard, enveloppe, attendue, conge_de_pere(*parts), [ne])


def pere_d_un_enfant_sans_vie(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """A child born dead, viable or not; the days of mourning follow, sometimes, or claim days already taken."""
    attendue = replace(enfant_d_un_pere(hasard, enveloppe, -hasard.entier(20, 140)), enfants=1)
    poids = selon(hasard, (2, 900), (1, 500), (1, 499))
    conge = conge_de_pere(part(_debut(hasard, attendue), 25))
    nes = [enfant(attendue, vivant=False, poids_g=poids)]
    if not enveloppe.absences or selon(hasard, (1, True), (1, False)):
        return _plan(hasard, enveloppe, attendue, conge, nes)
    ecart = selon(hasard, (3, 1), (1, -hasard.entier(0, 6)))
    deuil = CongePris("C2", "deuil_enfant", (part(plus_jours(conge.fin, ecart), 8),), grossesse="G1")
    plan = Plan((employeur_de_deux_conges(hasard, enveloppe, conge, deuil),), (), conges=(conge, deuil))
    return declarer(plan, attendue, nes)


def mere_decedee(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """The mother dies after the birth: the father takes what is left of her rest."""
    ecart = parmi(hasard, (0, 0, 3, -10))
    attendue = attente(
        premier_jour_de_repos(hasard, enveloppe),
        ecart,
        rang=selon(hasard, (4, None), (1, "enfants_a_charge")),
    )
    deces = plus_jours(attendue.ne_le, selon(hasard, (1, 0), (3, hasard.entier(1, 60))))
    debut = plus_jours(deces, selon(hasard, (4, 1), (1, 0), (1, hasard.entier(2, 10))))
    fin = plus_jours(attendue.fin, selon(hasard, (4, 0), (1, 5)))
    conge = CongePris("C1", "maternite_mere_decedee", ((debut, max(debut, fin)),), grossesse="G1")
    piece: Piece = {
        "type": "deces_mere",
        "recue_le": plus_jours(deces, 4),
        "grossesse": "G1",
        "date": deces,
    }
    if selon(hasard, (1, True), (1, False)):
        piece["dernier_jour_indemnise_mere"] = deces
    return _plan(hasard, enveloppe, attendue, conge).avec(piece)
