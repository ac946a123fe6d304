"""Plain dossiers for the tests, written as the contract writes them, and short ways to read a décompte.

The usual insured: one permanent contract since 2019, 2 000 € and 151.67 hours a month,
stopped from 2 to 20 September 2024.
"""

import calendar
from collections.abc import Mapping
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from oracle.decompte import Decompte, PeriodeDue
from oracle.dossier import DossierInvalide, Probleme, lire_dossier
from oracle.liquidation import liquider

Json = dict[str, Any]


def jour(texte: str) -> date:
    """A day, from its ISO form."""
    return date.fromisoformat(texte)


def euros(montant: str) -> Fraction:
    """Exact cents of an amount in euros: the tests write figures as people read them."""
    return Fraction(montant) * 100


def activite(**champs: Any) -> Json:
    """The contract of employment ``A``."""
    return {
        "id": "p1",
        "type": "activite",
        "recue_le": "2019-01-02",
        "activite": "A",
        "nature": "salarie",
        "contrat": "cdi",
        "periodicite": "mensuelle",
        "debut": "2019-01-01",
    } | champs


def avis(debut: str = "2024-09-02", fin: str = "2024-09-20", **champs: Any) -> Json:
    """A notice of stop ``S1``, prescribed, sent and received on its first day."""
    return {
        "id": "p2",
        "type": "avis_arret",
        "recue_le": debut,
        "arret": "S1",
        "nature": "initial",
        "risque": "maladie",
        "prescrit_le": debut,
        "envoye_le": debut,
        "debut": debut,
        "fin": fin,
    } | champs


def paies(premier_mois: str, *bruts: str, heures: str | None = "151.67") -> list[Json]:
    """Monthly pays in a row, from ``premier_mois`` (``2024-06``)."""
    rendues = []
    annee, mois = (int(morceau) for morceau in premier_mois.split("-"))
    for brut in bruts:
        debut = date(annee, mois, 1)
        fin = date(annee, mois, calendar.monthrange(annee, mois)[1])
        rendues.append(
            {"debut": str(debut), "fin": str(fin), "brut": brut, "heures": heures, "versee_le": str(fin)}
        )
        annee, mois = (annee, mois + 1) if mois < 12 else (annee + 1, 1)
    return rendues


def attestation(paies_declarees: list[Json] | None = None, **champs: Any) -> Json:
    """The employer's certificate for stop ``S1``: 2 000 € a month from June to August 2024."""
    declarees = (
        paies("2024-06", "2000.00", "2000.00", "2000.00") if paies_declarees is None else paies_declarees
    )
    return {
        "id": "p3",
        "type": "attestation_salaire",
        "recue_le": "2024-09-07",
        "arret": "S1",
        "activite": "A",
        "dernier_jour_travaille": "2024-09-01",
        "paies": declarees,
    } | champs


def subrogation(debut: str, fin: str, **champs: Any) -> Json:
    """A period on which the employer keeps the whole wage."""
    return {"debut": debut, "fin": fin, "salaire_maintenu": "total"} | champs


def mouvement(montant: str, **champs: Any) -> Json:
    """Money paid to the insured."""
    return {
        "id": "m1",
        "type": "mouvement",
        "recue_le": "2024-09-15",
        "date": "2024-09-15",
        "destinataire": "assure",
        "nature": "paiement",
        "montant": montant,
    } | champs


def dossier(*pieces: Json, **assure: Any) -> Json:
    """A dossier of these documents; without any, the usual one."""
    identite = {"naissance": "1988-02-14", "residence_fiscale_france": True, "regime_maladie_francais": True}
    return {"assure": identite | assure, "pieces": list(pieces or (activite(), avis(), attestation()))}


def liquide(donnees: Json, au: str | None = None, **lectures: str) -> Decompte:
    """The décompte of plain data."""
    return liquider(lire_dossier(donnees), None if au is None else jour(au), lectures)


def chaque_jour(decompte: Decompte) -> Mapping[str, PeriodeDue]:
    """The period of each day, by ISO day; a day stated twice is an error."""
    rendus: dict[str, PeriodeDue] = {}
    for periode in decompte.periodes:
        courant = periode.debut
        while courant <= periode.fin:
            assert str(courant) not in rendus, f"{courant} est énoncé deux fois"
            rendus[str(courant)] = periode
            courant += timedelta(days=1)
    return rendus


def resume(decompte: Decompte) -> list[tuple[str, str, str, str]]:
    """Periods as (first day, last day, status, euros)."""
    return [
        (str(p.debut), str(p.fin), p.statut, f"{p.montant_journalier / 100:.2f}") for p in decompte.periodes
    ]


def jours_indemnises(decompte: Decompte) -> int:
    """How many days are paid."""
    return sum(1 for periode in chaque_jour(decompte).values() if periode.statut == "indemnise")


def indemnite(decompte: Decompte) -> Fraction:
    """The only daily amount of a décompte, in cents."""
    (montant,) = {p.montant_journalier for p in decompte.periodes if p.statut == "indemnise"}
    return Fraction(montant)


def problemes(donnees: Any) -> tuple[Probleme, ...]:
    """What is wrong with a dossier; empty when it is read."""
    try:
        lire_dossier(donnees)
    except DossierInvalide as refus:
        return refus.problemes
    return ()


def le_probleme(donnees: Any) -> tuple[str, str]:
    """Field and reason of the only problem of a dossier."""
    (seul,) = problemes(donnees)
    return seul.champ, seul.raison
