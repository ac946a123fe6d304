"""Old accounts: benefits claimed too late or just in time, payments the caisse may no longer claim back (L332-1)."""

from dataclasses import replace
from datetime import date

from oracle.calendrier import fin_de_delai, plus_jours, plus_mois, premier_jour_du_trimestre_suivant
from properties.strategies.dates import autour, premier_jour_avant
from properties.strategies.employeurs import carriere, employeur, un_avis
from properties.strategies.enveloppe import Enveloppe
from properties.strategies.hasard import Hasard, selon, une_fois_sur
from properties.strategies.plan import Piece, Plan, montant
from properties.strategies.salaires import indemnite_probable

_DEUX_ANS = 24
_JOURS_DE_CARENCE = 3


def reclamation_tardive(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """Nothing, or too little, was paid; the décompte is asked about two years after the next quarter began."""
    debut = premier_jour_avant(hasard, enveloppe, plus_mois(enveloppe.fin, -_DEUX_ANS))
    chaine = un_avis("S1", debut, hasard.entier(5, 80))
    limite = fin_de_delai(premier_jour_du_trimestre_suivant(plus_jours(debut, _JOURS_DE_CARENCE)), _DEUX_ANS)
    au = autour(hasard, limite, large=120)
    plan = Plan((employeur(hasard, enveloppe, carriere(hasard, enveloppe, debut), [chaine]),), chaine.avis)
    plan = replace(plan, au=au)
    if une_fois_sur(hasard, 2):
        reclame_le = selon(
            hasard, (2, plus_jours(debut, hasard.entier(20, 300))), (3, autour(hasard, limite))
        )
        au = max(au, plus_jours(reclame_le, hasard.entier(0, 60)))
        reclamation: Piece = {
            "type": "reclamation",
            "recue_le": reclame_le,
            "arret": "S1",
            "date": reclame_le,
        }
        return replace(plan.avec(reclamation), au=au)
    return plan


def indu_ancien(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """A payment that was too high, two years old or about; notified by registered letter in time, otherwise, or never."""
    debut = premier_jour_avant(hasard, enveloppe, plus_mois(enveloppe.fin, -_DEUX_ANS))
    duree = hasard.entier(8, 40)
    chaine = un_avis("S1", debut, duree)
    suivie = carriere(hasard, enveloppe, debut)
    plan = Plan((employeur(hasard, enveloppe, suivie, [chaine]),), chaine.avis)
    paye_le = plus_jours(chaine.avis[0].fin, hasard.entier(3, 20))
    journalier = indemnite_probable(suivie.derniers_bruts, debut) + hasard.entier(1, 9) * 1_00
    paiement: Piece = {
        "type": "mouvement",
        "recue_le": paye_le,
        "date": paye_le,
        "destinataire": "assure",
        "nature": "paiement",
        "montant": montant(journalier * (duree - _JOURS_DE_CARENCE)),
        "lignes": [
            {
                "debut": plus_jours(debut, _JOURS_DE_CARENCE),
                "fin": chaine.avis[0].fin,
                "arret": "S1",
                "risque": "maladie",
                "regime": "general",
                "montant_journalier": montant(journalier),
            }
        ],
    }
    deux_ans = plus_mois(paye_le, _DEUX_ANS)
    au = autour(hasard, deux_ans, large=90)
    plan = plan.avec(paiement)
    if une_fois_sur(hasard, 2):
        envoyee_le = selon(
            hasard, (3, autour(hasard, deux_ans)), (1, plus_jours(paye_le, hasard.entier(30, 600)))
        )
        plan = plan.avec(_notification(hasard, envoyee_le))
        suite = selon(hasard, (1, envoyee_le), (2, autour(hasard, plus_mois(envoyee_le, _DEUX_ANS))))
        au = max(au, suite)
    return replace(plan, au=au)


def _notification(hasard: Hasard, envoyee_le: date) -> Piece:
    piece: Piece = {
        "type": "notification_indu",
        "recue_le": envoyee_le,
        "indu": "I1",
        "destinataire": "assure",
        "envoyee_le": envoyee_le,
        "mode": selon(hasard, (5, "lrar"), (1, "electronique"), (1, "autre")),
    }
    return piece | {"fraude": True} if une_fois_sur(hasard, 6) else piece
