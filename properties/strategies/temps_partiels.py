"""Therapeutic part-time: before, after and between full stops, attested month by month, paid up to the loss of pay."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from oracle.calendrier import fin_de_delai, mois_civil, nb_jours, plus_jours, plus_mois
from properties.strategies.dates import duree_courte, premier_jour
from properties.strategies.employeurs import Carriere, Chaine, carriere, employeur
from properties.strategies.enveloppe import Enveloppe
from properties.strategies.finitions import subroger
from properties.strategies.hasard import Hasard, parmi, selon, une_fois_sur
from properties.strategies.plan import Avis, Piece, Plan, montant
from properties.strategies.salaires import TEMPS_PLEIN, indemnite_probable, salaire

_ALTERNANCES = ("T", "CT", "CTC", "TC", "TCT", "CTCT")
"""Full stops (C) and part-time (T), in order."""

_PARTIEL = {"modalite": "temps_partiel"}


@dataclass(frozen=True)
class _Perte:
    """What a certificate states: pay that would have been earned, and pay received, in cents."""

    retabli: int
    percu: int


def temps_partiel(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """Part-time alone, after a full stop, before one, or between two; one employer."""
    debut = premier_jour(hasard, enveloppe)
    avis = _segments(hasard, enveloppe, debut, parmi(hasard, _ALTERNANCES))
    suivie = carriere(hasard, enveloppe, debut)
    plan = Plan((employeur(hasard, enveloppe, suivie, [Chaine("S1", avis)]),), avis)
    plan = plan.avec(*_attestations(hasard, avis, suivie.derniers_bruts))
    if enveloppe.subrogation and une_fois_sur(hasard, 4):
        return subroger(hasard, plan)
    return plan


def temps_partiel_chez_deux_employeurs(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """Two employers who attest the same periods; one of them perhaps late, or for a month only."""
    debut = premier_jour(hasard, enveloppe)
    avis = _segments(hasard, enveloppe, debut, parmi(hasard, _ALTERNANCES[:4]))
    bruts = {"A": salaire(hasard, debut), "B": hasard.entier(4, 20) * 100_00}
    plan = Plan(
        tuple(
            employeur(
                hasard,
                enveloppe,
                Carriere(debut, (brut,) * 3, (100_00,) * 3),
                [Chaine("S1", avis)],
                activite=nom,
            )
            for nom, brut in bruts.items()
        ),
        avis,
    )
    periodes = _periodes(hasard, avis)
    chez_a = _attester(hasard, periodes, "A", (bruts["A"],) * 3)
    chez_b = _attester(hasard, periodes, "B", (bruts["B"],) * 3)
    manque = selon(hasard, (5, 0), (1, 1))
    return plan.avec(*chez_a, *chez_b[: len(chez_b) - manque])


def temps_partiel_apres_les_360(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """Part-time that meets the 360th benefit, or the end of the year granted after it."""
    debut = premier_jour(hasard, enveloppe)
    duree = hasard.entier(10, 60)
    avis = _avis_du_segment(debut, duree, partiel=True, suite=False)
    suivie = carriere(hasard, enveloppe, debut)
    dernier = plus_jours(debut, -hasard.entier(1, 20))
    if selon(hasard, (2, True), (1, False)):
        servies = 360 - selon(hasard, (2, 0), (2, hasard.entier(0, duree)), (1, 1))
    else:
        servies = 360
        dernier = plus_jours(plus_mois(debut, -12), hasard.entier(-duree, 3))
    lignes = [(plus_jours(dernier, 1 - servies), dernier)] if servies else []
    plan = Plan((employeur(hasard, enveloppe, suivie, [Chaine("S1", (avis,))]),), (avis,))
    plan = plan.avec(_reprise(debut, lignes, None))
    return plan.avec(*_attestations(hasard, (avis,), suivie.derniers_bruts))


def temps_partiel_de_la_quatrieme_annee(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """Part-time for a long-term condition, around the end of its three years, or of the fourth."""
    debut = premier_jour(hasard, enveloppe)
    duree = hasard.entier(10, 45)
    ecart = hasard.entier(-3, duree + 3)
    mois = selon(hasard, (2, -36), (2, -48))
    depart = plus_jours(plus_mois(debut, mois), ecart)
    complet = selon(hasard, (3, False), (1, True))
    avis = _avis_du_segment(debut, duree, partiel=not complet, suite=False, ald="L1")
    suivie = carriere(hasard, enveloppe, debut)
    servies = selon(
        hasard, (2, hasard.entier(300, 365)), (1, hasard.entier(20, 299)), (1, hasard.entier(366, 900))
    )
    dernier = plus_jours(debut, -hasard.entier(1, 30))
    premier = max(plus_jours(dernier, 1 - servies), plus_jours(depart, 3))
    plan = Plan((employeur(hasard, enveloppe, suivie, [Chaine("S1", (avis,))]),), (avis,))
    plan = plan.avec(
        {
            "type": "ald",
            "recue_le": plus_jours(depart, 30),
            "ald": "L1",
            "reconnue_le": plus_jours(depart, 25),
        }
        | {"debut": depart},
        _reprise(debut, [(premier, dernier)], "L1"),
    )
    return plan if complet else plan.avec(*_attestations(hasard, (avis,), suivie.derniers_bruts))


def un_an_de_temps_partiel(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """A full stop of some months, then part-time for about the year that is granted after the 360th benefit."""
    debut = premier_jour(hasard, enveloppe)
    complet = hasard.entier(330, 380)
    avis = [_avis_du_segment(debut, complet, partiel=False, suite=False)]
    reprise = plus_jours(avis[0].fin, 1)
    if reprise <= enveloppe.fin:
        partiel = nb_jours(reprise, fin_de_delai(plus_jours(debut, 363), 12)) + hasard.entier(-20, 20)
        avis.append(_avis_du_segment(reprise, max(20, partiel), partiel=True, suite=True))
    suivie = Carriere(debut, (salaire(hasard, debut),) * 12, (TEMPS_PLEIN,) * 12)
    base = employeur(hasard, enveloppe, suivie, [Chaine("S1", tuple(avis))], mois=12)
    return Plan((base,), tuple(avis)).avec(*_attestations(hasard, avis, suivie.derniers_bruts))


def _segments(hasard: Hasard, enveloppe: Enveloppe, debut: date, forme: str) -> tuple[Avis, ...]:
    """The notices of an alternation, without a gap, or once in a while a day or more apart."""
    avis: list[Avis] = []
    borne = plus_jours(debut, min(enveloppe.duree_max_jours, 5000) - 1)
    for rang, lettre in enumerate(forme[: enveloppe.avis_par_arret_max]):
        if rang:
            ecart = selon(hasard, (7, 0), (1, 1), (1, 2), (1, hasard.entier(3, 20)))
            debut = plus_jours(avis[-1].fin, 1 + ecart)
        if debut > enveloppe.fin or debut > borne:
            break
        duree = selon(hasard, (3, hasard.entier(2, 70)), (1, duree_courte(hasard, enveloppe)))
        duree = min(duree, nb_jours(debut, borne))
        avis.append(_avis_du_segment(debut, duree, partiel=lettre == "T", suite=rang > 0))
    return tuple(avis)


def _avis_du_segment(debut: date, duree: int, *, partiel: bool, suite: bool, **champs: object) -> Avis:
    modalite = _PARTIEL if partiel else {}
    fin = plus_jours(debut, duree - 1)
    return Avis("S1", debut, fin, prolongation=suite, champs={**modalite, **champs})


def _periodes(hasard: Hasard, avis: Sequence[Avis]) -> list[tuple[date, date]]:
    """The periods attested: each civil month of part-time, its own days only, or the month whole."""
    entiers = selon(hasard, (3, False), (1, True))
    periodes: list[tuple[date, date]] = []
    for partiel in avis:
        if partiel.champs.get("modalite") != "temps_partiel":
            continue
        mois = mois_civil(partiel.debut)
        while mois.debut <= partiel.fin:
            debut, fin = max(mois.debut, partiel.debut), min(mois.fin, partiel.fin)
            periode = (mois.debut, mois.fin) if entiers else (debut, fin)
            if periode not in periodes:
                periodes.append(periode)
            mois = mois_civil(plus_jours(mois.fin, 1))
    return periodes


def _attestations(hasard: Hasard, avis: Sequence[Avis], bruts: Sequence[int]) -> tuple[Piece, ...]:
    return _attester(hasard, _periodes(hasard, avis), "A", bruts)


def _attester(
    hasard: Hasard, periodes: Sequence[tuple[date, date]], activite: str, bruts: Sequence[int]
) -> tuple[Piece, ...]:
    """The certificates of part-time, most of them in time; one may be late, missing, or sent again with another figure."""
    journaliere = indemnite_probable(bruts, periodes[0][0]) if periodes else 0
    pieces: list[Piece] = []
    for debut, fin in periodes:
        sort = selon(hasard, (12, "a_temps"), (1, "tardive"), (1, "absente"), (1, "rectifiee"))
        if sort == "absente":
            continue
        perte = _perte(hasard, bruts[-1], nb_jours(debut, fin), journaliere)
        retard = hasard.entier(30, 90) if sort == "tardive" else 5
        pieces.append(_attestation(debut, fin, activite, perte, retard))
        if sort == "rectifiee":
            autre = _perte(hasard, bruts[-1], nb_jours(debut, fin), journaliere)
            pieces.append(_attestation(debut, fin, activite, autre, retard + 15))
    return tuple(pieces)


def _attestation(debut: date, fin: date, activite: str, perte: _Perte, retard: int) -> Piece:
    return {
        "type": "attestation_temps_partiel",
        "recue_le": plus_jours(fin, retard),
        "arret": "S1",
        "activite": activite,
        "debut": debut,
        "fin": fin,
        "salaire_retabli": montant(perte.retabli),
        "salaire_percu": montant(perte.percu),
    }


def _perte(hasard: Hasard, brut: int, jours: int, journaliere: int) -> _Perte:
    """A loss in proportion to the hours given up, or around the sum of the benefits of the period; sometimes none."""
    retabli = brut * jours // 30
    part = selon(hasard, (5, 50), (1, 20), (1, 40), (1, 60), (1, 80))
    perte = selon(
        hasard,
        (5, retabli * part // 100),
        (2, journaliere * jours),
        (1, journaliere * jours - 1),
        (1, journaliere * jours + 1),
        (1, hasard.entier(1, 50)),
        (1, 0),
        (1, retabli),
    )
    if selon(hasard, (15, False), (1, True)):
        return _Perte(retabli, retabli + 10_00)
    return _Perte(max(retabli, perte), max(retabli, perte) - perte)


def _reprise(debut: date, lignes: Sequence[tuple[date, date]], ald: str | None) -> Piece:
    return {
        "type": "reprise_historique",
        "recue_le": plus_jours(debut, -1),
        "lignes": [
            {"debut": premier, "fin": dernier, "risque": "maladie", **({"ald": ald} if ald else {})}
            for premier, dernier in lignes
        ],
    }
