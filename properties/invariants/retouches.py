"""Changing a dossier: one document replaced, added, or rewritten, without touching the others."""

from collections.abc import Callable
from datetime import date
from typing import Any

from oracle.dossier import Dossier, UnePiece
from oracle.dossier.arrets import AvisArret
from oracle.dossier.employeur import AttestationSalaire, Paie

Refaire = Callable[[Any], Any]


def avec_les_pieces(dossier: Dossier, *pieces: UnePiece) -> Dossier:
    """The same insured, other documents."""
    return dossier.model_copy(update={"pieces": pieces})


def ajouter(dossier: Dossier, *pieces: UnePiece) -> Dossier:
    """The same file with more documents."""
    return avec_les_pieces(dossier, *dossier.pieces, *pieces)


def nouveaux_noms(dossier: Dossier, nombre: int) -> list[str]:
    """Identifiers that no document bears."""
    pris = {piece.id for piece in dossier.pieces}
    libres = (f"r{rang}" for rang in range(1, len(pris) + nombre + 1))
    return [nom for nom in libres if nom not in pris][:nombre]


def changer(dossier: Dossier, ids: set[str], refaire: Refaire) -> Dossier:
    """The same file, the documents of these identifiers rewritten."""
    return avec_les_pieces(
        dossier, *(refaire(piece) if piece.id in ids else piece for piece in dossier.pieces)
    )


def chaque(dossier: Dossier, modele: type[Any], refaire: Refaire) -> Dossier:
    """The same file, every document of a model rewritten, in force or not."""
    return avec_les_pieces(
        dossier, *(refaire(piece) if isinstance(piece, modele) else piece for piece in dossier.pieces)
    )


def modifie(piece: Any, **champs: Any) -> Any:
    """A document with other fields."""
    return piece.model_copy(update=champs)


def paies_refaites(dossier: Dossier, refaire: Callable[[Paie], Paie]) -> Dossier:
    """The same file, every pay of every certificate rewritten."""
    return chaque(
        dossier,
        AttestationSalaire,
        lambda attestation: modifie(attestation, paies=tuple(refaire(paie) for paie in attestation.paies)),
    )


def sous_avis(avis: AvisArret, nom: str, debut: date, fin: date, nature: str) -> Any:
    """A notice with the same fields over other days, from a prescriber who may; the first day alone may be worked."""
    return modifie(
        avis,
        id=nom,
        nature=nature,
        debut=debut,
        fin=fin,
        premier_jour_travaille=avis.premier_jour_travaille and debut == avis.debut,
        prescripteur_initial=True,
        remplace=None,
    )
