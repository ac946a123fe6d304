"""Touches that any file may bear: wage kept by the employer, money already paid, levies not due, the day of the décompte."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from oracle.calendrier import nb_jours, plus_jours
from properties.strategies.dates import duree_courte, premier_jour
from properties.strategies.employeurs import carriere, employeur, un_avis
from properties.strategies.enveloppe import Enveloppe
from properties.strategies.hasard import Hasard, parmi, selon, une_fois_sur
from properties.strategies.plan import Attestation, Piece, Plan, dernier_jour_de_reception, montant
from properties.strategies.salaires import indemnite_probable

_JOURS_DE_CARENCE = 3
Intervalle = tuple[date, date]


def _jours_payes(debut: date, fin: date, premier_paye: date) -> int:
    return max(0, nb_jours(max(debut, premier_paye), fin))


def _morceaux(hasard: Hasard, debut: date, fin: date) -> tuple[Intervalle, ...]:
    """The days on which the employer keeps the wage: all, the first or the last ones, or two spells around a break."""
    duree = nb_jours(debut, fin)
    coupure = plus_jours(debut, hasard.entier(0, duree - 1))
    seconde = plus_jours(coupure, hasard.entier(0, nb_jours(coupure, fin) - 1))
    forme = selon(
        hasard, (4, "tout"), (2, "debut"), (2, "fin"), (3, "alternance"), (1, "au_dela"), (1, "apres_carence")
    )
    if forme == "debut":
        return ((debut, coupure),)
    if forme == "fin":
        return ((coupure, fin),)
    if forme == "alternance" and plus_jours(coupure, 2) <= plus_jours(seconde, 1) <= fin:
        return ((debut, coupure), (plus_jours(seconde, 1), fin))
    if forme == "au_dela":
        return ((plus_jours(debut, -2), plus_jours(fin, 10)),)
    if forme == "apres_carence" and plus_jours(debut, _JOURS_DE_CARENCE) <= fin:
        return ((plus_jours(debut, _JOURS_DE_CARENCE), fin),)
    return ((debut, fin),)


def _subrogation(hasard: Hasard, jours: Intervalle, indemnites: int) -> Piece:
    """One declared period; what is kept is the whole wage, or an amount around the benefits of these days."""
    debut, fin = jours
    garde = selon(hasard, (5, "total"), (3, "somme"), (1, "quelconque"))
    ecart = selon(hasard, (2, 0), (2, -1), (2, 1), (1, hasard.entier(-50_00, 50_00)))
    maintenu = {
        "total": None,
        "somme": max(0, indemnites + ecart),
        "quelconque": max(0, indemnites // 2 + ecart),
    }[garde]
    fondement = selon(
        hasard,
        (6, ("convention", True)),
        (2, ("contrat", True)),
        (1, ("usage", False)),
        (1, ("convention", False)),
    )
    piece: Piece = {
        "debut": debut,
        "fin": fin,
        "salaire_maintenu": "total" if maintenu is None else montant(maintenu),
    }
    if selon(hasard, (9, False), (1, True)):
        piece["deduction_ij"] = True
    if selon(hasard, (4, True), (1, False)):
        piece |= {"fondement": fondement[0], "clause_deduction": fondement[1]}
    return piece


def _attestation_subrogee(hasard: Hasard, plan: Plan, attestation: Attestation) -> Attestation:
    avis = [a for a in plan.avis if a.arret == attestation.arret]
    debut, fin = min(a.debut for a in avis), max(a.fin for a in avis)
    journaliere = _indemnite(attestation, debut)
    premier_paye = plus_jours(debut, _JOURS_DE_CARENCE)
    return replace(
        attestation,
        subrogations=tuple(
            _subrogation(
                hasard, jours, journaliere * _jours_payes(jours[0], min(jours[1], fin), premier_paye)
            )
            for jours in _morceaux(hasard, debut, fin)
        ),
    )


def _indemnite(attestation: Attestation, debut: date) -> int:
    return indemnite_probable([paie.brut for paie in attestation.paies[-3:]], debut)


def subroger(hasard: Hasard, plan: Plan, seulement: Sequence[str] | None = None) -> Plan:
    """The same file with the wage kept by the employers named, or by all of them."""
    return replace(
        plan,
        employeurs=tuple(
            replace(e, attestations=tuple(_attestation_subrogee(hasard, plan, a) for a in e.attestations))
            if seulement is None or e.activite in seulement
            else e
            for e in plan.employeurs
        ),
    )


def subrogation(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """One stop, one employer who keeps the wage, in whole or around the sum of the benefits."""
    debut = premier_jour(hasard, enveloppe)
    chaine = un_avis("S1", debut, duree_courte(hasard, enveloppe, mini=4))
    plan = Plan((employeur(hasard, enveloppe, carriere(hasard, enveloppe, debut), [chaine]),), chaine.avis)
    return subroger(hasard, plan)


def mouvements(hasard: Hasard, plan: Plan) -> tuple[Piece, ...]:
    """Money already moved: a payment of the first weeks, exact or wrong, an advance, sometimes given back."""
    attestation = plan.employeurs[0].attestations[0]
    debut = min(avis.debut for avis in plan.avis if avis.arret == attestation.arret)
    fin = next(avis.fin for avis in plan.avis if avis.arret == attestation.arret)
    premier, dernier = plus_jours(debut, _JOURS_DE_CARENCE), min(fin, plus_jours(debut, 16))
    genre = selon(hasard, (4, "paiement"), (2, "acompte"), (1, "paiement_et_retour"))
    qui = _destinataire(hasard, plan)
    if genre == "acompte" or dernier < premier:
        verse = hasard.entier(1, 20) * 50_00
        return (
            {
                "type": "mouvement",
                **_recu(plus_jours(debut, 10)),
                "destinataire": qui,
                "nature": "acompte",
                "montant": montant(verse),
            },
        )
    journalier = max(
        0, _indemnite(attestation, debut) + selon(hasard, (3, 0), (1, 1), (1, -1), (1, hasard.entier(0, 500)))
    )
    ligne = {
        "debut": premier,
        "fin": dernier,
        "arret": attestation.arret,
        "risque": "maladie",
        "regime": "general",
        "montant_journalier": montant(journalier),
    }
    verse = journalier * nb_jours(premier, dernier)
    commun = {"type": "mouvement", "destinataire": qui, "montant": montant(verse)}
    paye = {**commun, **_recu(plus_jours(dernier, 3)), "nature": "paiement", "lignes": [ligne]}
    if genre == "paiement":
        return (paye,)
    retour = parmi(hasard, ("remboursement", "rejet_bancaire", "retenue"))
    return (paye, {**commun, **_recu(plus_jours(dernier, 20)), "nature": retour, "lignes": []})


def _recu(jour: date) -> dict[str, date]:
    return {"recue_le": jour, "date": jour}


def _destinataire(hasard: Hasard, plan: Plan) -> str:
    """The employer when it keeps the wage, mostly; otherwise the insured, mostly."""
    employeur_a = f"employeur:{plan.employeurs[0].activite}"
    subroge = bool(plan.employeurs[0].attestations[0].subrogations)
    return selon(hasard, (6, employeur_a if subroge else "assure"), (1, "assure" if subroge else employeur_a))


_SANS_EFFET: tuple[dict[str, Any], ...] = (
    {"prescripteur": "remplacant"},
    {"prescripteur": "hopital"},
    {"support": "papier"},
    {"justification_duree": True},
)


def achever(hasard: Hasard, enveloppe: Enveloppe, plan: Plan) -> Plan:
    """What any scenario may add: subrogation, movements, an affiliation, an insured person who owes no levy."""
    plusieurs = len(plan.employeurs) > 1
    deja_subroge = any(a.subrogations for e in plan.employeurs for a in e.attestations)
    if enveloppe.subrogation and not deja_subroge and une_fois_sur(hasard, 2 if plusieurs else 5):
        seulement = (
            (parmi(hasard, plan.employeurs).activite,) if plusieurs and une_fois_sur(hasard, 2) else None
        )
        plan = subroger(hasard, plan, seulement)
    if enveloppe.admet("mouvement") and une_fois_sur(hasard, 6):
        plan = plan.avec(*mouvements(hasard, plan))
    if enveloppe.admet("affiliation") and not plan.affiliations and une_fois_sur(hasard, 5):
        plan = replace(plan, affiliations=((plan.employeurs[0].debut, None),))
    if une_fois_sur(hasard, 12):
        plan = replace(plan, assure=sans_prelevement(hasard, plan))
    if une_fois_sur(hasard, 12):
        champs = parmi(hasard, _SANS_EFFET)
        plan = replace(
            plan, avis=tuple(replace(avis, champs={**champs, **avis.champs}) for avis in plan.avis)
        )
    return plan


def sans_prelevement(hasard: Hasard, plan: Plan) -> dict[str, Any]:
    """An insured person who owes no levy, for one reason or the other."""
    champ = parmi(hasard, ("residence_fiscale_france", "regime_maladie_francais"))
    return {**plan.assure, champ: False}


def jour_du_decompte(hasard: Hasard, enveloppe: Enveloppe, plan: Plan, dossier: dict[str, Any]) -> date:
    """Mostly once everything is over and received; sometimes during the stop, or before a certificate has come.

    An engine that needs pays to answer is never asked before they have come. A scenario may have chosen the day.
    """
    if plan.au is not None:
        return plan.au
    recu = dernier_jour_de_reception(dossier)
    avis_recus = (p["recue_le"] for p in dossier["pieces"] if p["type"] in ("avis_arret", "conge"))
    premier = min(date.fromisoformat(jour) for jour in avis_recus)
    if enveloppe.paies_exigees:
        premier = max(premier, recu)
    dernier = max(plan.dernier_jour, recu)
    tot = plus_jours(premier, hasard.entier(0, (dernier - premier).days))
    plus_tard = plus_jours(dernier, hasard.entier(1, 90))
    return selon(hasard, (8, dernier), (2, plus_tard), (2, tot))
