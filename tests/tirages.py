"""Short ways to read a drawn dossier."""

import hashlib
import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from properties.strategies import DossierGenere

Json = dict[str, Any]


def pieces(dossier: DossierGenere, genre: str) -> list[Json]:
    """The documents of a type, withdrawals set aside."""
    return [p for p in dossier.dossier["pieces"] if p["type"] == genre and "annule" not in p]


def paies(dossier: DossierGenere) -> Iterator[Json]:
    for attestation in pieces(dossier, "attestation_salaire"):
        yield from attestation["paies"]


def jour(texte: str) -> date:
    return date.fromisoformat(texte)


def empreinte(dossiers: list[DossierGenere]) -> str:
    ecrits = json.dumps([[genere.dossier, genere.au.isoformat()] for genere in dossiers])
    return hashlib.sha256(ecrits.encode()).hexdigest()
