"""From documents to facts: what the caisse knows at a date, once corrections and withdrawals are folded.

Nothing after this module sees how documents arrived: same documents, any order, same facts.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from oracle.dossier import Annulation, Assure, Dossier, UnePiece
from oracle.dossier.activites import Activite, Affiliation, Chomage
from oracle.dossier.arrets import Ald, AvisArret, Reprise
from oracle.dossier.employeur import AttestationSalaire
from oracle.dossier.famille import DecesEnfant
from oracle.dossier.versements import LigneReprise, Mouvement, RepriseHistorique
from oracle.perimetre import verifier_le_perimetre

_P = TypeVar("_P")


@dataclass(frozen=True)
class Faits:
    """The facts known at a date, each list in the order of events, never of arrival."""

    assure: Assure
    activites: tuple[Activite, ...]
    affiliations: tuple[Affiliation, ...]
    chomages: tuple[Chomage, ...]
    avis: tuple[AvisArret, ...]
    alds: tuple[Ald, ...]
    reprises: tuple[Reprise, ...]
    deces_enfants: tuple[DecesEnfant, ...]
    attestations: tuple[AttestationSalaire, ...]
    mouvements: tuple[Mouvement, ...]
    historique: tuple[LigneReprise, ...]


def pieces_en_vigueur(pieces: Iterable[UnePiece], au: date) -> tuple[UnePiece, ...]:
    """Documents received on ``au`` at the latest, less those replaced or withdrawn by another.

    A withdrawn correction replaces nothing any more: what it replaced is in force again.
    """
    connues = [piece for piece in pieces if piece.recue_le <= au]
    annulees = {piece.annule for piece in connues if isinstance(piece, Annulation)}
    restantes = [piece for piece in connues if not isinstance(piece, Annulation) and piece.id not in annulees]
    remplacees = {piece.remplace for piece in restantes if piece.remplace is not None}
    return tuple(piece for piece in restantes if piece.id not in remplacees)


def etablir_les_faits(dossier: Dossier, au: date) -> Faits:
    """Fold the documents known at ``au`` into facts; raises ``HorsChamp`` for what the oracle does not decide yet."""
    pieces = pieces_en_vigueur(dossier.pieces, au)
    verifier_le_perimetre(pieces)
    return Faits(
        assure=dossier.assure,
        activites=tuple(sorted(_du_type(pieces, Activite), key=lambda a: (a.debut, a.activite))),
        affiliations=tuple(sorted(_du_type(pieces, Affiliation), key=lambda a: a.debut)),
        chomages=tuple(sorted(_du_type(pieces, Chomage), key=lambda c: c.debut)),
        avis=tuple(sorted(_du_type(pieces, AvisArret), key=lambda a: (a.debut, a.fin, a.id))),
        alds=tuple(sorted(_du_type(pieces, Ald), key=lambda a: (a.ald, a.recue_le, a.id))),
        reprises=tuple(sorted(_du_type(pieces, Reprise), key=lambda r: r.date)),
        deces_enfants=tuple(sorted(_du_type(pieces, DecesEnfant), key=lambda d: d.date)),
        attestations=_derniere_attestation_de_chaque_employeur(_du_type(pieces, AttestationSalaire)),
        mouvements=tuple(sorted(_du_type(pieces, Mouvement), key=lambda m: (m.date, m.id))),
        historique=tuple(
            sorted(
                (ligne for piece in _du_type(pieces, RepriseHistorique) for ligne in piece.lignes),
                key=lambda x: x.debut,
            )
        ),
    )


def _du_type(pieces: Iterable[UnePiece], modele: type[_P]) -> list[_P]:
    return [piece for piece in pieces if isinstance(piece, modele)]


def _derniere_attestation_de_chaque_employeur(
    attestations: list[AttestationSalaire],
) -> tuple[AttestationSalaire, ...]:
    """One certificate per employer and stop: the last received stands for the earlier ones (R323-10)."""
    gardees: dict[tuple[str, str], AttestationSalaire] = {}
    for attestation in sorted(attestations, key=lambda a: (a.recue_le, a.id)):
        gardees[attestation.arret, attestation.activite] = attestation
    return tuple(gardees[cle] for cle in sorted(gardees))
