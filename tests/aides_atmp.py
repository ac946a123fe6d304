"""Plain dossiers of work accidents, written as the contract writes them, and what the oracle holds of them.

The usual victim: one permanent contract since 2019, 1 800 € a month, an accident at work on Monday 10 March 2025, stopped that day
until 30 April, held to come from work on 20 March: 35.50 € a day, then 46.75 €.
"""

from unittest.mock import patch

from oracle import faits
from oracle.calendrier import mois_civils_precedents
from oracle.decompte import Decompte
from tests import aides
from tests.aides import Json, activite, attestation, avis, dossier, jour, paies

A_60, A_80 = 35_50, 46_75


def accident(le: str = "2025-03-10", **champs: object) -> Json:
    """Accident ``X1``, at work."""
    return {
        "id": "x",
        "type": "accident",
        "recue_le": le,
        "accident": "X1",
        "nature": "travail",
        "date": le,
    } | champs


def arret(debut: str = "2025-03-10", fin: str = "2025-04-30", **champs: object) -> Json:
    """A notice of stop ``S1`` for ``X1``."""
    return avis(debut, fin, **{"risque": "accident", "accident": "X1"} | champs)


def salaires(travaille: str = "2025-03-10", *bruts: str, **champs: object) -> Json:
    """The certificate of ``S1``: pays of the civil months before the last day worked, 1 800 € unless said otherwise."""
    declares = bruts or ("1800.00",)
    premier = mois_civils_precedents(jour(travaille), len(declares))[0].debut
    return attestation(
        paies(f"{premier.year}-{premier.month:02d}", *declares),
        **{"recue_le": travaille, "dernier_jour_travaille": travaille, "risque": "accident"} | champs,
    )


def decision(le: str = "2025-03-20", reponse: str = "reconnu", **champs: object) -> Json:
    """What the caisse holds of ``X1``."""
    return {
        "id": "d",
        "type": "decision_accident",
        "recue_le": le,
        "accident": "X1",
        "decision": reponse,
        "notifiee_le": le,
    } | champs


def consolidation(le: str, **champs: object) -> Json:
    """``X1`` is consolidated."""
    return {"id": "k", "type": "consolidation", "recue_le": le, "accident": "X1", "date": le} | champs


def rechute(le: str, **champs: object) -> Json:
    """Relapse ``X2`` of ``X1``."""
    return accident(le, **{"id": "x2", "accident": "X2", "rechute_de": "X1"} | champs)


def victime(*pieces: Json, **champs: object) -> Json:
    """The usual victim and these documents; ``champs``: of the contract of employment."""
    return dossier(activite(**champs), *pieces)


def reconnu(*autres: Json) -> Json:
    """The usual accident, recognised, and other documents."""
    return victime(accident(), arret(), salaires(), decision(), *autres)


def liquide(donnees: Json, au: str | None = None, **lectures: str) -> Decompte:
    """The décompte of an accident, though the oracle still declines accidents to whoever asks it."""
    with patch.object(faits, "verifier_le_perimetre"):
        return aides.liquide(donnees, au, **lectures)


def suites(decompte: Decompte) -> list[tuple[str, str, str, str]]:
    """Runs of days as (first day, last day, risk and reason not to pay, or status; euros)."""
    return [
        (
            str(p.debut),
            str(p.fin),
            f"{p.risque} : {p.motif or p.statut}",
            f"{p.montant_journalier / 100:.2f}",
        )
        for p in decompte.periodes
    ]


def par_taux(decompte: Decompte) -> list[int]:
    """One fully paid day of the last stop at each rate."""
    return [int(taux.montant_journalier) for taux in decompte.taux][-2:]
