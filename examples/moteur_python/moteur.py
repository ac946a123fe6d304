"""A naive sickness engine, to show how an engine written in Python is plugged in.

It knows three things: wages of three months over 91.25, half of that, three waiting days.
It knows no ceiling, no right to be opened, no long illness: étalon is there to say so.
Nothing is imported from étalon.
"""

from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

NOM = "naif"
VERSION = "1"
CAPACITES = {
    "familles": ["maladie"],
    "periode": {"debut": "2024-01-01", "fin": None},
    "pieces": ["activite", "affiliation", "avis_arret", "attestation_salaire"],
    "champs_rendus": ["periodes", "taux"],
    "lectures": {},
    "historique": "aucun",
    "montants_non_arrondis": False,
    "enveloppe": {"employeurs_max": 1, "arrets_max": 1},
}
JOURS_DE_CARENCE = 3


def liquider(dossier: dict, au: str) -> dict:  # noqa: ARG001  # étalon has already left out what was received after that date
    """The décompte of one dossier; amounts are texts of two decimals, days are ISO texts."""
    avis = [piece for piece in dossier["pieces"] if piece["type"] == "avis_arret"]
    attestations = [piece for piece in dossier["pieces"] if piece["type"] == "attestation_salaire"]
    if len({piece["arret"] for piece in avis}) != 1 or len(attestations) != 1:
        return {"hors_champ": {"motif": "un seul arrêt et une seule attestation de salaire sont traités"}}
    if any(piece.get("risque") != "maladie" for piece in avis):
        return {"hors_champ": {"motif": "seule la maladie est traitée"}}
    paies = sorted(attestations[0]["paies"], key=lambda paie: paie["debut"])[-3:]
    if len(paies) < 3:
        return {"refus": {"motif": "trois paies mensuelles sont attendues"}}

    gain_journalier = sum(Decimal(paie["brut"]) for paie in paies) / Decimal("91.25")
    montant = str((gain_journalier / 2).quantize(Decimal("0.01"), ROUND_HALF_UP))
    arret = {"arret": avis[0]["arret"], "regime": "general", "risque": "maladie"}
    debut = min(date.fromisoformat(piece["debut"]) for piece in avis)
    fin = max(date.fromisoformat(piece["fin"]) for piece in avis)
    dernier_de_carence = min(fin, debut + timedelta(JOURS_DE_CARENCE - 1))

    carence = arret | {"debut": str(debut), "fin": str(dernier_de_carence), "statut": "carence"}
    periodes = [carence | {"motif": "delai_de_carence", "montant_journalier": "0.00", "parts": []}]
    if fin > dernier_de_carence:
        indemnise = arret | {"debut": str(dernier_de_carence + timedelta(1)), "fin": str(fin)}
        parts = [{"destinataire": "assure", "montant": montant}]
        periodes.append(indemnise | {"statut": "indemnise", "montant_journalier": montant, "parts": parts})
    return {"periodes": periodes, "taux": [arret | {"montant_journalier": montant}]}
