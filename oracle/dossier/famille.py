"""Pièces: pregnancy, birth, adoption, mourning, and the leaves that follow from them."""

from typing import Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from oracle.dossier.champs import Booleen, Compte, Identifiant, Intervalle, Jour, Modele, Montant, Piece


class DecesEnfant(Piece):
    """Death of a child, or of a dependent person; ``age`` in whole years."""

    type: Literal["deces_enfant"]
    date: Jour
    age: Compte


class Grossesse(Piece):
    """A pregnancy, as declared."""

    type: Literal["grossesse"]
    grossesse: Identifiant
    constat_le: Jour
    debut_grossesse: Jour
    accouchement_prevu: Jour
    enfants_attendus: Compte = 1
    enfants_a_charge: Compte = 0
    enfants_nes_viables: Compte = 0
    exposition_des: Booleen = False
    report_jours: Compte = 0
    report_prescrit_le: Jour | None = None
    avance_jours: Compte = 0


class HospitalisationEnfant(Modele):
    """A stay in hospital of a newborn; ``fin`` null: still there."""

    debut: Jour
    fin: Jour | None = None
    unite_specialisee: Booleen = False


class Enfant(Modele):
    """A newborn."""

    ne_vivant: Booleen = False
    semaines_amenorrhee: Compte
    jours_amenorrhee: Compte = 0
    poids_g: Compte | None = None
    hospitalisations: tuple[HospitalisationEnfant, ...] = ()
    deces_le: Jour | None = None


class Naissance(Piece):
    """A delivery, of living children or not."""

    type: Literal["naissance"]
    grossesse: Identifiant
    date: Jour
    enfants: tuple[Enfant, ...] = Field(min_length=1)


class DecesMere(Piece):
    """Death of the mother; the leave she did not use may pass to the other parent."""

    type: Literal["deces_mere"]
    grossesse: Identifiant
    date: Jour
    dernier_jour_indemnise_mere: Jour | None = None


class Adoption(Piece):
    """Arrival of adopted children."""

    type: Literal["adoption"]
    adoption: Identifiant
    arrivee: Jour
    enfants: Compte = 1
    enfants_a_charge_apres: Compte
    partage: Booleen = False
    jours_autre_parent: Compte = 0


class Conge(Piece):
    """Days of actual cessation under a family leave; it names a pregnancy or an adoption."""

    type: Literal["conge"]
    conge: Identifiant
    risque: Literal[
        "maternite",
        "paternite",
        "adoption",
        "naissance_supplementaire",
        "deuil_enfant",
        "maternite_mere_decedee",
    ]
    grossesse: Identifiant | None = None
    adoption: Identifiant | None = None
    periodes: tuple[Intervalle, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _une_grossesse_ou_une_adoption(self) -> "Conge":
        if self.risque != "deuil_enfant" and (self.grossesse is None) == (self.adoption is None):
            raise PydanticCustomError("conge_sans_objet", "une grossesse ou une adoption")
        return self


class Remplacement(Piece):
    """Replacement of a conjoint collaborateur by salaried staff."""

    type: Literal["remplacement"]
    activite: Identifiant
    debut: Jour
    fin: Jour
    cout: Montant
