"""What the fields of a document are called by those who handle files, and how a value is written.

A test checks that no field of a document is left without words.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from oracle.calendrier import en_francais
from oracle.dossier.champs import Intervalle
from oracle.explication.langue import enumerer, euros, heures, intervalle
from oracle.explication.mots import VALEURS
from oracle.explication.personnes import Personnes

SANS_INDICATION, OUI, NON = "aucune indication", "oui", "non"
Ecrire = Callable[[Any, "Contexte"], str]


@dataclass(frozen=True)
class Contexte:
    """Who is named, the first prescribed day of each chain of notices, and what each leave is called.

    Identifiers are for machines.
    """

    personnes: Personnes
    debuts: Mapping[str, date]
    conges: Mapping[str, str] = field(default_factory=dict)

    def arret(self, arret: str) -> str:
        """``l'arrêt du 2 septembre 2024``."""
        if arret in self.conges:
            return f"le {self.conges[arret]}"
        debut = self.debuts.get(arret)
        return "un autre arrêt" if debut is None else f"l'arrêt du {en_francais(debut)}"


def _jour(valeur: date, _: Contexte) -> str:
    return f"le {en_francais(valeur)}"


def _periode(valeur: Intervalle, _: Contexte) -> str:
    return intervalle(valeur.debut, valeur.fin)


def _montant(valeur: int | str, contexte: Contexte) -> str:
    return _mots(valeur, contexte) if isinstance(valeur, str) else euros(valeur)


def _heures(valeur: int, _: Contexte) -> str:
    return heures(valeur)


def _compte(valeur: int, _: Contexte) -> str:
    return str(valeur)


def _oui_ou_non(valeur: object, _: Contexte) -> str:
    return OUI if valeur else NON


def _presence(valeur: object, contexte: Contexte) -> str:
    """What only an identifier tells apart: there is one, or there is none."""
    return _oui_ou_non(valeur, contexte)


def _mots(valeur: str, _: Contexte) -> str:
    return VALEURS[valeur]


def _texte(valeur: str, _: Contexte) -> str:
    return f"« {valeur} »"


def _employeur(valeur: str, contexte: Contexte) -> str:
    return contexte.personnes.nommer(f"employeur:{valeur}")


def _employeurs(valeurs: Sequence[str], contexte: Contexte) -> str:
    return enumerer([_employeur(valeur, contexte) for valeur in valeurs]) or SANS_INDICATION


def _destinataire(valeur: str, contexte: Contexte) -> str:
    return contexte.personnes.nommer(valeur)


def _arret(valeur: str, contexte: Contexte) -> str:
    return contexte.arret(valeur)


_CHAMPS_PAR_ECRITURE: Mapping[Ecrire, Mapping[str, str]] = {
    _jour: {
        "recue_le": "date de réception",
        "debut": "début",
        "fin": "fin",
        "date": "date",
        "prescrit_le": "date de prescription",
        "envoye_le": "date d'envoi",
        "reconnue_le": "date de reconnaissance",
        "dernier_jour_travaille": "dernier jour travaillé",
        "versee_le": "date de versement",
        "arrete_au": "revenu arrêté au",
        "notifie_le": "date de notification",
        "notifiee_le": "date de notification",
        "effet": "date d'effet",
        "age_legal_le": "âge légal atteint",
        "constat_le": "date du constat",
        "debut_grossesse": "début de la grossesse",
        "accouchement_prevu": "accouchement prévu",
        "report_prescrit_le": "date de prescription du report",
        "deces_le": "date du décès",
        "dernier_jour_indemnise_mere": "dernier jour indemnisé de la mère",
        "arrivee": "arrivée de l'enfant",
        "dossier_complet_le": "dossier complet",
        "investigations_engagees_le": "début des investigations",
        "crrmp_saisi_le": "saisine du comité régional de reconnaissance",
        "demande_le": "date de la demande",
        "information_lien_le": "information sur le lien avec le travail",
        "tableau_en_vigueur_le": "entrée en vigueur du tableau",
        "travail_dissimule_constate_le": "constat d'un travail dissimulé",
        "demandee_le": "date de la demande",
        "avis_le": "date de l'avis",
        "issue_le": "date de l'issue",
        "envoyee_le": "date d'envoi",
        "reponse_le": "date de la réponse",
    },
    _periode: {"periode": "période"},
    _montant: {
        "brut": "salaire brut",
        "salaire_retabli": "salaire rétabli",
        "salaire_percu": "salaire perçu",
        "montant": "montant",
        "salaire_maintenu": "salaire maintenu",
        "avantages_nature": "avantages en nature maintenus",
        "montant_journalier": "montant par jour",
        "revenu": "revenu",
        "chiffre_affaires": "chiffre d'affaires",
        "revenu_chef": "revenu du chef d'entreprise",
        "cotisations_dues": "cotisations dues",
        "cotisations_payees": "cotisations payées",
        "ressources_foyer": "ressources du foyer",
        "cout": "coût",
        "maintien": "indemnité maintenue",
        "salaire_journalier": "salaire par jour",
        "montant_mensuel": "montant par mois",
        "salaire_annuel": "salaire annuel",
    },
    _heures: {
        "heures": "heures",
        "heures_90_jours": "heures sur 90 jours",
        "heures_365_jours": "heures sur 365 jours",
    },
    _compte: {
        "age": "âge",
        "annee": "année",
        "cachets": "cachets",
        "jours": "nombre de jours",
        "personnes_a_charge": "personnes à charge",
        "enfants": "nombre d'enfants",
        "enfants_attendus": "enfants attendus",
        "enfants_a_charge": "enfants à charge",
        "enfants_a_charge_apres": "enfants à charge ensuite",
        "enfants_nes_viables": "enfants nés viables",
        "report_jours": "jours reportés",
        "avance_jours": "jours avancés",
        "semaines_amenorrhee": "semaines d'aménorrhée",
        "jours_amenorrhee": "jours d'aménorrhée",
        "poids_g": "poids en grammes",
        "jours_autre_parent": "jours de l'autre parent",
    },
    _mots: {
        "nature": "nature",
        "contrat": "contrat",
        "motif_fin": "motif de la fin du contrat",
        "periodicite": "rythme de la paie",
        "statut": "statut",
        "statut_chef": "statut du chef d'entreprise",
        "micro": "régime de la micro-entreprise",
        "regime": "régime",
        "risque": "risque",
        "modalite": "modalité",
        "empechement_envoi": "empêchement d'envoyer l'avis",
        "support": "support de l'avis",
        "prescripteur": "prescripteur",
        "exception_carence": "motif d'exception à la carence",
        "motif": "motif",
        "fondement": "fondement du maintien",
        "decision": "décision",
        "beneficiaire": "qualité de la victime",
        "mode": "mode d'envoi",
        "reponse": "réponse",
    },
    _oui_ou_non: {
        "discontinu": "profession discontinue",
        "particulier_employeur": "emploi chez un particulier",
        "abattement_frais_professionnels": "abattement pour frais professionnels",
        "micro_chef": "micro-entreprise du chef",
        "option_l613_7": "option de l'article L. 613-7",
        "option_l613_11": "option de l'article L. 613-11",
        "accessoire_saisonniere": "activité accessoire ou saisonnière",
        "rsa_prime_activite": "revenu de solidarité active ou prime d'activité",
        "plan_apurement_respecte": "plan d'apurement respecté",
        "au_titre_du_maintien": "au titre de droits maintenus",
        "provisoire": "provisoire",
        "indemnise": "chômage indemnisé",
        "teleconsultation": "prescription en téléconsultation",
        "impossibilite_presentiel": "impossibilité de consulter sur place",
        "justification_duree": "durée justifiée par le prescripteur",
        "premier_jour_travaille": "premier jour travaillé",
        "acte_terrorisme": "suites d'un acte de terrorisme",
        "prescripteur_initial": "même prescripteur que l'avis initial",
        "impossibilite_prescripteur": "impossibilité de consulter un prescripteur admis",
        "pension_militaire": "suites ouvrant droit à une pension militaire",
        "ivg": "interruption volontaire de grossesse",
        "favorable": "avis favorable",
        "volontaire": "manquement volontaire",
        "progressive": "retraite progressive",
        "deduction_ij": "salaire versé déduction faite des indemnités",
        "clause_deduction": "clause de déduction des indemnités",
        "exposition_des": "exposition in utero au diéthylstilbestrol",
        "ne_vivant": "né vivant",
        "unite_specialisee": "unité spécialisée",
        "partage": "partage entre les parents",
        "faute_intentionnelle": "faute intentionnelle",
        "accord": "accord",
        "guerison": "guérison",
        "remuneration": "rémunération",
        "fraude": "fraude",
        "residence_fiscale_france": "domicile fiscal en France",
        "regime_maladie_francais": "rattachement à un régime français d'assurance maladie",
    },
    _presence: {
        "ald": "affection de longue durée",
        "accident": "suites d'un accident",
        "cure_thermale": "cure thermale",
        "grossesse": "au titre d'une grossesse",
        "adoption": "au titre d'une adoption",
        "conge": "congé",
        "rechute_de": "rechute",
        "indu": "trop-perçu",
        "paiements": "paiements en cause",
        "carences_servies": "délais de carence déjà servis",
        "compteurs": "compteurs repris",
        "indus_ouverts": "trop-perçus ouverts",
        "acomptes_non_imputes": "acomptes non imputés",
        "avertissements": "avertissements repris",
    },
    _texte: {"affection": "affection", "base_journaliere": "gain journalier en euros"},
    _employeur: {"activite": "employeur"},
    _destinataire: {"destinataire": "destinataire"},
    _arret: {"arret": "arrêt concerné"},
}

CHAMPS: Mapping[str, tuple[str, Ecrire]] = {
    champ: (libelle, ecriture)
    for ecriture, champs in _CHAMPS_PAR_ECRITURE.items()
    for champ, libelle in champs.items()
} | {"naissance": ("date de naissance", _jour), "activites": ("employeurs concernés", _employeurs)}
"""For each field that is not made of parts: its name, and how its value is written."""


def ecrire(champ: str, valeur: Any, contexte: Contexte) -> str:
    """A value as it reads in a sentence; what is not stated is ``aucune indication``."""
    ecriture = CHAMPS[champ][1]
    return SANS_INDICATION if valeur is None and ecriture is not _presence else ecriture(valeur, contexte)
