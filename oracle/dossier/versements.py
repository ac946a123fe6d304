"""Pièces: what has already been paid, claimed back, or left behind by an older engine."""

from typing import Annotated, Any, Literal

from pydantic import Field

from oracle.dossier.activites import Regime
from oracle.dossier.champs import Booleen, Compte, Destinataire, Identifiant, Jour, Modele, Montant, Piece

Risque = Literal[
    "maladie",
    "maternite",
    "maternite_mere_decedee",
    "paternite",
    "adoption",
    "naissance_supplementaire",
    "deuil_enfant",
    "accident",
    "inaptitude",
]
"""The risk that governs a paid day."""


class LigneDeMouvement(Modele):
    """Days a movement pays, at one daily amount."""

    debut: Jour
    fin: Jour
    arret: Identifiant
    risque: Risque
    regime: Regime
    montant_journalier: Montant


class Mouvement(Piece):
    """Money moved; ``montant`` is gross and positive whatever the nature."""

    type: Literal["mouvement"]
    date: Jour
    destinataire: Destinataire
    nature: Literal["paiement", "acompte", "remboursement", "retenue", "rejet_bancaire", "abandon", "remise"]
    montant: Montant
    lignes: tuple[LigneDeMouvement, ...] = ()


class NotificationIndu(Piece):
    """Notice of an overpayment; ``montant`` null: the indu in full."""

    type: Literal["notification_indu"]
    indu: Identifiant
    destinataire: Destinataire
    montant: Montant | None = None
    paiements: tuple[Identifiant, ...] = ()
    envoyee_le: Jour
    notifiee_le: Jour | None = None
    mode: Literal["lrar", "electronique", "autre"]
    fraude: Booleen = False


class Reclamation(Piece):
    """A claim of the insured, which interrupts limitation."""

    type: Literal["reclamation"]
    arret: Identifiant
    date: Jour


class DemandeRectification(Piece):
    """A request to correct a notified overpayment (R133-9-2)."""

    type: Literal["demande_rectification"]
    indu: Identifiant
    date: Jour
    reponse: Literal["refus_expres", "acceptation"] | None = None
    reponse_le: Jour | None = None


class LigneReprise(Modele):
    """Indemnified days carried over from an older engine."""

    debut: Jour
    fin: Jour
    risque: Risque
    ald: Identifiant | None = None
    accident: Identifiant | None = None


class BaseGelee(Modele):
    """The daily base an older engine had fixed for a running stop; euros, four to six decimals."""

    arret: Identifiant
    regime: Regime
    base_journaliere: Annotated[str, Field(pattern=r"^\d{1,9}\.\d{2,6}$")]


class RepriseHistorique(Piece):
    """The state an older engine left behind; ``lignes`` are indemnified days only."""

    type: Literal["reprise_historique"]
    lignes: tuple[LigneReprise, ...] = ()
    carences_servies: tuple[Identifiant, ...] = ()
    compteurs: dict[str, dict[Identifiant, Compte]] = Field(default_factory=dict)
    indus_ouverts: tuple[dict[str, Any], ...] = ()
    acomptes_non_imputes: tuple[dict[str, Any], ...] = ()
    avertissements: tuple[dict[str, Any], ...] = ()
    bases_gelees: tuple[BaseGelee, ...] = ()
