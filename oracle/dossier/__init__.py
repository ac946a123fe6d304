"""The dossier: the insured, and an append-only list of documents received by the caisse.

Two axes of time: the day a fact concerns (event), and ``recue_le``, the day the caisse learnt it (knowledge).
A correction is a new document with ``remplace``; a withdrawal is a document with ``annule``.
"""

from typing import Annotated, Any, get_args

from pydantic import Discriminator, Field, Tag, model_validator

from oracle.dossier import accidents, activites, arrets, employeur, famille, versements
from oracle.dossier.champs import Booleen, Identifiant, Jour, Modele
from oracle.dossier.coherence import verifier_les_liens
from oracle.dossier.erreurs import DossierInvalide, Probleme, lire_strictement

PieceDeFond = Annotated[
    activites.Activite
    | activites.RevenuIndependant
    | activites.Affiliation
    | activites.Chomage
    | activites.PeriodeAssimilee
    | activites.CongeFamille
    | activites.Detention
    | arrets.AvisArret
    | arrets.AvertissementEnvoiTardif
    | arrets.DecisionEnvoiApresFin
    | arrets.Ald
    | arrets.AvisMedical
    | arrets.Manquement
    | arrets.Reprise
    | arrets.Reeducation
    | arrets.Pension
    | arrets.Deces
    | famille.DecesEnfant
    | famille.Grossesse
    | famille.Naissance
    | famille.DecesMere
    | famille.Adoption
    | famille.Conge
    | famille.Remplacement
    | accidents.Accident
    | accidents.DecisionTempsPartiel
    | accidents.RevisionSalaire
    | accidents.DecisionAccident
    | accidents.Consolidation
    | accidents.Rente
    | accidents.AllocationChangementEmploi
    | accidents.Inaptitude
    | accidents.AssuranceVolontaireAtmp
    | employeur.AttestationSalaire
    | employeur.AttestationTempsPartiel
    | versements.Mouvement
    | versements.NotificationIndu
    | versements.Reclamation
    | versements.DemandeRectification
    | versements.RepriseHistorique,
    Field(discriminator="type"),
]
"""A document that states a fact, read by the model its ``type`` names."""

TYPES_DE_PIECE: tuple[str, ...] = tuple(
    get_args(modele.model_fields["type"].annotation)[0] for modele in get_args(get_args(PieceDeFond)[0])
)
"""The ``type`` of every document of the contract."""


class Annulation(Modele):
    """Withdrawal of an earlier document: it keeps that document's ``type`` and names it in ``annule``."""

    id: Identifiant
    type: str
    recue_le: Jour
    annule: Identifiant


def _fond_ou_annulation(piece: Any) -> str:
    """A document withdraws another when ``annule`` is set; otherwise it states a fact."""
    if isinstance(piece, dict):
        return "annulation" if piece.get("annule") is not None else "fond"
    return "annulation" if isinstance(piece, Annulation) else "fond"


UnePiece = Annotated[
    Annotated[PieceDeFond, Tag("fond")] | Annotated[Annulation, Tag("annulation")],
    Discriminator(_fond_ou_annulation),
]


class Assure(Modele):
    """The insured; constant over the file."""

    naissance: Jour
    residence_fiscale_france: Booleen = False
    regime_maladie_francais: Booleen = False


class Dossier(Modele):
    """Everything the caisse holds about one insured person."""

    assure: Assure
    pieces: tuple[UnePiece, ...]

    @model_validator(mode="after")
    def _liens_entre_pieces(self) -> "Dossier":
        verifier_les_liens(self.pieces)
        return self


def lire_dossier(donnees: Any) -> Dossier:
    """Read a dossier from plain data (parsed YAML or JSON).

    Raises ``DossierInvalide`` naming every field at fault as the file spells it, its value and what is accepted.
    """
    return lire_strictement(Dossier, donnees)


__all__ = [
    "TYPES_DE_PIECE",
    "Annulation",
    "Assure",
    "Dossier",
    "DossierInvalide",
    "Probleme",
    "UnePiece",
    "lire_dossier",
]
