"""Pièces: why the insured stopped, for how long, and what the medical service said."""

from typing import Literal

from oracle.dossier.activites import Regime
from oracle.dossier.champs import Booleen, Compte, Identifiant, Jour, Modele, Montant, Piece

RisquePrescrit = Literal["maladie", "accident", "grossesse_pathologique", "suites_de_couches"]


class CureThermale(Modele):
    """What the means test of a spa treatment looks at (D323-1)."""

    ressources_foyer: Montant
    personnes_a_charge: Compte = 0


class AvisArret(Piece):
    """A prescriber's notice: initial or prolongation. ``arret`` is the prescriber's chain of notices."""

    type: Literal["avis_arret"]
    arret: Identifiant
    nature: Literal["initial", "prolongation"]
    risque: RisquePrescrit
    prescrit_le: Jour
    debut: Jour
    fin: Jour
    modalite: Literal["complet", "temps_partiel"] = "complet"
    envoye_le: Jour | None = None
    empechement_envoi: Literal["hospitalisation", "impossibilite"] | None = None
    support: Literal["electronique", "papier", "papier_non_securise"] = "electronique"
    prescripteur: Literal[
        "medecin_traitant",
        "autre_medecin",
        "specialiste_adresse",
        "sage_femme",
        "sage_femme_referente",
        "chirurgien_dentiste",
        "hopital",
        "remplacant",
    ] = "medecin_traitant"
    teleconsultation: Booleen = False
    impossibilite_presentiel: Booleen = False
    justification_duree: Booleen = False
    premier_jour_travaille: Booleen = False
    affection: str | None = None
    ald: Identifiant | None = None
    accident: Identifiant | None = None
    exception_carence: (
        Literal["deces_enfant", "interruption_spontanee_grossesse", "interruption_medicale_grossesse"] | None
    ) = None
    acte_terrorisme: Booleen = False
    activites: tuple[Identifiant, ...] = ()
    prescripteur_initial: Booleen = False
    impossibilite_prescripteur: Booleen = False
    cure_thermale: CureThermale | None = None
    pension_militaire: Booleen = False
    ivg: Booleen = False


class AvertissementEnvoiTardif(Piece):
    """The caisse's warning after a first late notice (D323-2); ``arret`` may be a stop unknown to the file."""

    type: Literal["avertissement_envoi_tardif"]
    arret: Identifiant
    prescrit_le: Jour
    notifie_le: Jour


class DecisionEnvoiApresFin(Piece):
    """The caisse's decision on a notice sent after the end of the stop (R323-12)."""

    type: Literal["decision_envoi_apres_fin"]
    arret: Identifiant
    decision: Literal["refus", "paiement"]


class Ald(Piece):
    """A long-term condition (L324-1); ``debut``: the date fixed by the médecin-conseil when known."""

    type: Literal["ald"]
    ald: Identifiant
    reconnue_le: Jour
    debut: Jour | None = None


class AvisMedical(Piece):
    """The médecin-conseil's opinion on a stop (L315-2)."""

    type: Literal["avis_medical"]
    arret: Identifiant
    favorable: Booleen = False
    effet: Jour
    notifie_le: Jour | None = None


class Manquement(Piece):
    """A breach of the duties of L323-6."""

    type: Literal["manquement"]
    arret: Identifiant
    nature: Literal["activite_non_autorisee", "mandat_local", "controle_impossible", "obligation"]
    volontaire: Booleen = False
    debut: Jour
    fin: Jour | None = None


class Reprise(Piece):
    """Early or final resumption; ``date`` is the first day worked."""

    type: Literal["reprise"]
    arret: Identifiant
    date: Jour


class Reeducation(Piece):
    """Trial work or rehabilitation during the stop (L323-3-1); not a resumption."""

    type: Literal["reeducation"]
    arret: Identifiant
    nature: Literal["essai_encadre", "convention", "readaptation"]
    debut: Jour
    fin: Jour


class Pension(Piece):
    """A pension in payment."""

    type: Literal["pension"]
    nature: Literal["vieillesse", "invalidite"]
    debut: Jour
    age_legal_le: Jour | None = None
    progressive: Booleen = False
    regime: Regime | None = None


class Deces(Piece):
    """Death of the insured."""

    type: Literal["deces"]
    date: Jour
