"""Pièces: what the employer says: pays, absences, wage kept during the stop."""

from typing import Literal

from oracle.dossier.champs import (
    Booleen,
    Compte,
    Heures,
    Identifiant,
    Intervalle,
    Jour,
    Modele,
    Montant,
    Piece,
    TotalOuMontant,
)


class Absence(Modele):
    """Days not worked inside a pay period, and why (R323-8 II)."""

    debut: Jour
    fin: Jour
    motif: Literal[
        "maladie",
        "accident",
        "maternite",
        "paternite",
        "naissance_supplementaire",
        "chomage",
        "fermeture",
        "conge_sans_solde",
        "absence_non_autorisee",
        "greve",
        "mise_a_pied",
        "embauche",
        "fin_contrat",
    ]
    jours: Compte | None = None


class Paie(Modele):
    """One pay: ``brut`` is the contributory pay, ``heures`` null when the employer declares none."""

    debut: Jour
    fin: Jour
    brut: Montant
    heures: Heures | None = None
    cachets: Compte | None = None
    versee_le: Jour | None = None
    absences: tuple[Absence, ...] = ()
    salaire_retabli: Montant | None = None


class Accessoire(Modele):
    """A bonus or an arrear, with the period it rewards."""

    nature: Literal["prime", "rappel_salaire"]
    montant: Montant
    versee_le: Jour
    periode: Intervalle


class Subrogation(Modele):
    """Days on which the employer keeps the wage; ``salaire_maintenu``: total, or the amount kept over the period."""

    debut: Jour
    fin: Jour
    salaire_maintenu: TotalOuMontant
    deduction_ij: Booleen = False
    fondement: Literal["contrat", "convention", "usage", "initiative"] | None = None
    clause_deduction: Booleen | None = None
    avantages_nature: Montant | None = None


class AttestationSalaire(Piece):
    """The employer's certificate for a stop or a leave (R323-10); amounts in cents, hours in hundredths."""

    type: Literal["attestation_salaire"]
    arret: Identifiant
    activite: Identifiant
    dernier_jour_travaille: Jour
    paies: tuple[Paie, ...] = ()
    heures_90_jours: Heures | None = None
    heures_365_jours: Heures | None = None
    risque: (
        Literal[
            "maladie",
            "maternite",
            "paternite",
            "adoption",
            "naissance_supplementaire",
            "deuil_enfant",
            "accident",
        ]
        | None
    ) = None
    accessoires: tuple[Accessoire, ...] = ()
    subrogations: tuple[Subrogation, ...] = ()


class AttestationTempsPartiel(Piece):
    """The monthly certificate of therapeutic part-time."""

    type: Literal["attestation_temps_partiel"]
    arret: Identifiant
    activite: Identifiant
    debut: Jour
    fin: Jour
    salaire_retabli: Montant
    salaire_percu: Montant
