"""Links between the documents of one dossier: identifiers are unique, and whatever is named exists.

A certificate names an activity and a stop, a correction names an earlier document of the same type.
``avertissement_envoi_tardif`` alone may name a stop that is not in the file (it may belong to an older one).
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from pydantic_core import InitErrorDetails, PydanticCustomError, ValidationError

_OU_CHERCHER: dict[str, tuple[str, ...]] = {
    "activite": ("activite",),
    "arret": ("avis_arret", "conge"),
    "ald": ("ald", "avis_arret"),
    "grossesse": ("grossesse",),
    "adoption": ("adoption",),
    "accident": ("accident",),
}
"""For each naming field, the types of document that define what it names."""

_LIBRES = frozenset({"avertissement_envoi_tardif", "reprise_historique", "mouvement"})
"""Documents that may name stops of an older file."""


def _definis(pieces: Sequence[Any]) -> dict[str, set[str]]:
    noms: dict[str, set[str]] = {champ: set() for champ in _OU_CHERCHER}
    for piece in pieces:
        for champ, types in _OU_CHERCHER.items():
            if piece.type in types:
                nom = getattr(piece, "conge" if (champ, piece.type) == ("arret", "conge") else champ, None)
                if nom is not None:
                    noms[champ].add(nom)
    return noms


def _problemes(pieces: Sequence[Any]) -> Iterator[tuple[int, str, Any, str]]:
    """Yield (rank, field, value, reason) for each broken link."""
    vues: dict[str, Any] = {}
    for rang, piece in enumerate(pieces):
        if piece.id in vues:
            yield rang, "id", piece.id, "deux pièces portent le même identifiant"
        vues.setdefault(piece.id, piece)
    definis = _definis(pieces)
    for rang, piece in enumerate(pieces):
        for lien in ("remplace", "annule"):
            cible = getattr(piece, lien, None)
            if cible is None:
                continue
            if cible not in vues or cible == piece.id:
                yield rang, lien, cible, "aucune autre pièce ne porte cet identifiant"
            elif vues[cible].type != piece.type:
                raison = f"une pièce « {piece.type} » ne peut viser une pièce « {vues[cible].type} »"
                yield rang, lien, cible, raison
        for champ, nom, connus in _noms_cites(piece, definis):
            if nom not in connus:
                raison = f"rien dans le dossier ne définit ce nom ; noms connus : {', '.join(sorted(connus)) or 'aucun'}"
                yield rang, champ, nom, raison


def _noms_cites(piece: Any, definis: dict[str, set[str]]) -> Iterator[tuple[str, str, set[str]]]:
    """Every name a document cites: the field, the name, and the names known for it."""
    qui = getattr(piece, "destinataire", "")
    if qui.startswith("employeur:"):
        yield "destinataire", qui.removeprefix("employeur:"), definis["activite"]
    if piece.type in _LIBRES or getattr(piece, "annule", None) is not None:
        return
    for champ, connus in definis.items():
        nom = getattr(piece, champ, None)
        if isinstance(nom, str):
            yield champ, nom, connus
    for nom in getattr(piece, "activites", ()):
        yield "activites", nom, definis["activite"]


def verifier_les_liens(pieces: Sequence[Any]) -> None:
    """Raise one pydantic error per broken link, located at the field of the document that breaks it."""
    defauts = [
        InitErrorDetails(
            type=PydanticCustomError("lien_rompu", "{raison}", {"raison": raison, "valeur": valeur}),
            loc=("pieces", rang, champ),
            input=valeur,
        )
        for rang, champ, valeur, raison in _problemes(pieces)
    ]
    if defauts:
        raise ValidationError.from_exception_data("Dossier", defauts)


Verification = Callable[[Sequence[Any]], None]
