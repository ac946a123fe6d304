"""Family leaves: what was earned before them is found again when they end, during twelve months, or not at all."""

from datetime import date

from oracle.calendrier import fin_de_delai, mois_civil, nb_jours, plus_jours, plus_mois
from properties.strategies.dates import autour, duree_courte, premier_jour
from properties.strategies.employeurs import Carriere, contrat_ordinaire, embauche, un_avis
from properties.strategies.enveloppe import Enveloppe
from properties.strategies.hasard import Hasard, selon
from properties.strategies.plan import Attestation, Employeur, Paie, Piece, Plan
from properties.strategies.salaires import TEMPS_PLEIN, salaires

_AVANT_LE_CONGE = 6


def conge_de_famille(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """A stop during a parental, presence or solidarity leave, the day after it, or within about a year of the return."""
    debut = premier_jour(hasard, enveloppe)
    duree = duree_courte(hasard, enveloppe)
    quand = selon(hasard, (3, "lendemain"), (3, "reprise"), (2, "un_an"), (2, "pendant"))
    if quand == "lendemain":
        fin = plus_jours(debut, -1)
    elif quand == "un_an":
        fin = plus_jours(autour(hasard, plus_mois(debut, -12)), -1)
    elif quand == "reprise":
        fin = plus_jours(debut, -hasard.entier(2, 330))
    else:
        fin = plus_jours(debut, hasard.entier(0, duree + 20))
    entree = plus_jours(min(fin, debut), -hasard.entier(60, 700))
    conges = _conges(hasard, entree, fin)
    chaine = un_avis("S1", debut, duree)
    return Plan((_employeur(hasard, enveloppe, debut, entree, fin),), chaine.avis).avec(*conges)


def _conges(hasard: Hasard, debut: date, fin: date) -> tuple[Piece, ...]:
    nature = selon(hasard, (4, "conge_parental"), (1, "presence_parentale"), (2, "solidarite_familiale"))
    if nature == "conge_parental" and nb_jours(debut, fin) > 90 and selon(hasard, (3, False), (1, True)):
        coupure = plus_jours(debut, hasard.entier(30, 60))
        reprise = plus_jours(coupure, selon(hasard, (2, 1), (1, 2)))
        return (_conge("presence_parentale", debut, coupure), _conge(nature, reprise, fin))
    return (_conge(nature, debut, fin),)


def _conge(nature: str, debut: date, fin: date) -> Piece:
    return {
        "type": "conge_famille",
        "recue_le": plus_jours(debut, 5),
        "nature": nature,
        "debut": debut,
        "fin": fin,
    }


def _employeur(hasard: Hasard, enveloppe: Enveloppe, debut: date, entree: date, fin: date) -> Employeur:
    """Pay of before the leave, then of what was worked since: little, or enough to open rights of its own."""
    avant = Carriere(
        entree, salaires(hasard, enveloppe, entree, _AVANT_LE_CONGE), (TEMPS_PLEIN,) * _AVANT_LE_CONGE
    )
    depuis = selon(hasard, (3, (300_00, 20_00)), (2, (1500_00, 50_00)), (1, (0, 0)))
    paies = list(avant.paies(entree, _AVANT_LE_CONGE))
    mois = mois_civil(entree)
    while mois.fin < debut:
        travailles = max(0, nb_jours(max(mois.debut, plus_jours(fin, 1)), mois.fin))
        avant_le_conge = max(0, nb_jours(mois.debut, min(mois.fin, plus_jours(entree, -1))))
        if travailles or avant_le_conge:
            brut, heures = depuis if travailles else (avant.bruts[-1], TEMPS_PLEIN)
            payes, longueur = travailles or avant_le_conge, nb_jours(mois.debut, mois.fin)
            paies.append(Paie(mois.debut, mois.fin, brut * payes // longueur, heures * payes // longueur))
        mois = mois_civil(plus_jours(mois.fin, 1))
    dernier = plus_jours(debut if fin < plus_jours(debut, -1) else entree, -1)
    return Employeur(
        "A",
        embauche(hasard, enveloppe, entree),
        (Attestation("S1", dernier, tuple(paies)),),
        contrat=contrat_ordinaire(hasard, enveloppe),
    )


def second_arret_apres_un_conge(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """Ill at the very end of the leave, then again about twelve months after that first illness."""
    debut = premier_jour(hasard, enveloppe)
    premier = un_avis("S1", debut, duree_courte(hasard, enveloppe))
    entree, fin = plus_jours(debut, -hasard.entier(100, 500)), plus_jours(debut, -1)
    second_jour = autour(hasard, fin_de_delai(plus_jours(premier.avis[0].fin, 1), 12))
    employe = _employeur(hasard, enveloppe, debut, entree, fin)
    plan = Plan((employe,), premier.avis)
    if second_jour <= enveloppe.fin and selon(hasard, (1, True), (1, False)):
        second = un_avis("S2", second_jour, duree_courte(hasard, enveloppe))
        depuis = _employeur(hasard, enveloppe, second_jour, entree, premier.avis[0].fin)
        attestation = Attestation("S2", plus_jours(second_jour, -1), depuis.attestations[0].paies)
        employe = Employeur("A", employe.debut, (*employe.attestations, attestation), contrat=employe.contrat)
        plan = Plan((employe,), (*premier.avis, *second.avis))
    return plan.avec(_conge("conge_parental", entree, fin))
