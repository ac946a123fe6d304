"""Pièces: work accidents, occupational diseases, their recognition and their end."""

from typing import Literal

from oracle.dossier.champs import Booleen, Identifiant, Intervalle, Jour, Montant, Piece, TotalOuMontant


class Accident(Piece):
    """An accident or an occupational disease; of a relapse, ``date`` is the first day of the new stop."""

    type: Literal["accident"]
    accident: Identifiant
    nature: Literal["travail", "trajet", "maladie_professionnelle", "vie_privee"]
    date: Jour
    rechute_de: Identifiant | None = None
    activite: Identifiant | None = None
    dossier_complet_le: Jour | None = None
    investigations_engagees_le: Jour | None = None
    crrmp_saisi_le: Jour | None = None
    faute_intentionnelle: Booleen = False
    demande_le: Jour | None = None
    information_lien_le: Jour | None = None
    tableau_en_vigueur_le: Jour | None = None
    travail_dissimule_constate_le: Jour | None = None
    beneficiaire: (
        Literal[
            "stagiaire_remunere",
            "stagiaire_non_remunere",
            "eleve_etudiant",
            "tache_interet_general",
            "action_reclassement",
        ]
        | None
    ) = None


class DecisionTempsPartiel(Piece):
    """The caisse's decision on work at reduced time after an accident (R433-15)."""

    type: Literal["decision_temps_partiel"]
    accident: Identifiant
    accord: Booleen = False
    maintien: TotalOuMontant | None = None
    debut: Jour
    fin: Jour


class RevisionSalaire(Piece):
    """A revision of the reference wage after three months (R433-10)."""

    type: Literal["revision_salaire"]
    accident: Identifiant
    salaire_journalier: Montant
    demandee_le: Jour
    effet: Jour


class DecisionAccident(Piece):
    """Recognition or refusal of an accident or disease."""

    type: Literal["decision_accident"]
    accident: Identifiant
    decision: Literal["reconnu", "refuse"]
    notifiee_le: Jour


class Consolidation(Piece):
    """Consolidation, or healing, of an accident."""

    type: Literal["consolidation"]
    accident: Identifiant
    date: Jour
    guerison: Booleen = False


class Rente(Piece):
    """An annuity served for an accident."""

    type: Literal["rente"]
    accident: Identifiant
    montant_mensuel: Montant
    debut: Jour


class AllocationChangementEmploi(Piece):
    """The allowance for a change of job after an occupational disease (L461-8)."""

    type: Literal["allocation_changement_emploi"]
    accident: Identifiant
    montant: Montant
    debut: Jour
    fin: Jour


class Inaptitude(Piece):
    """Unfitness for the job after an accident (L433-1 al. 6)."""

    type: Literal["inaptitude"]
    accident: Identifiant
    activite: Identifiant
    avis_le: Jour
    demande_le: Jour
    issue_le: Jour | None = None
    remuneration: Booleen = False
    jours_remuneres: tuple[Intervalle, ...] = ()


class AssuranceVolontaireAtmp(Piece):
    """Voluntary insurance of the self-employed against work accidents."""

    type: Literal["assurance_volontaire_atmp"]
    activite: Identifiant
    debut: Jour
    fin: Jour | None = None
    salaire_annuel: Montant
