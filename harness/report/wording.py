"""French words and figures of the reports: amounts, days, labels, and text made harmless before it is shown.

Amounts are exact cents. Whatever an engine wrote goes through ``clean`` before it reaches a page, a file or a terminal.
"""

import re
from datetime import date
from fractions import Fraction

from oracle.calendrier import en_francais
from oracle.explication.langue import FINE, euros

_INERT = re.compile(
    "[^\t\n\x20-\x7e\xa0-\u200d\u2010-\u2029\u202f-\u2065\u206a-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\U00010000-\U0010ffff]"
)
"""Everything but: control characters (terminal escapes among them), half surrogates, non-characters, and the marks
that reorder text on screen."""

VERDICTS = {
    "CONFORME": "Conforme",
    "CONFORME_SOUS_LECTURE": "Conforme sous une autre lecture",
    "ECART": "Écart",
    "REFUS_INJUSTIFIE": "Refus injustifié",
    "ACCEPTATION_INJUSTIFIEE": "Acceptation injustifiée",
    "PANNE": "Panne",
    "DELAI": "Délai dépassé",
    "REPONSE_INVALIDE": "Réponse invalide",
    "INSTABLE": "Deux réponses à une question",
    "INDECIDABLE": "Indécidable",
    "HORS_CHAMP": "Hors champ",
}
"""Each verdict in words, in the order in which tables show them."""

SUITES = {"corpus": "Cas du corpus", "aleatoire": "Dossiers engendrés"}

STATUTS = {
    "indemnise": "indemnisé",
    "carence": "carence",
    "non_indemnise": "non indemnisé",
    "non_prescrit": "non prescrit",
    "en_attente": "en attente",
}
MOTIFS = {
    "delai_de_carence": "délai de carence",
    "jour_travaille": "jour travaillé",
    "reprise_du_travail": "reprise du travail",
    "droits_non_ouverts": "droits non ouverts",
    "droits_non_ouverts_apres_six_mois": "droits non ouverts après six mois",
    "prescripteur_non_admis": "prescripteur non admis",
    "maximum_360": "maximum de 360 indemnités atteint",
    "duree_ald_epuisee": "durée de l'ALD épuisée",
    "apres_le_deces": "après le décès",
    "indemnite_nulle": "indemnité nulle",
    "jour_non_prescrit": "jour non prescrit",
    "piece_manquante": "pièce manquante",
    "teleconsultation": "prescription à distance au-delà de trois jours",
    "avis_envoye_apres_la_fin": "avis envoyé après la fin de l'arrêt",
    "envoi_tardif": "envoi tardif, indemnité réduite de moitié",
    "suspension_apres_controle": "suspension après contrôle médical",
    "controle_impossible": "contrôle rendu impossible",
    "manquement": "manquement aux obligations de l'assuré",
    "maximum_60_retraite": "maximum de 60 indemnités d'un retraité atteint",
    "detention": "détention",
    "conge_de_famille": "congé de famille",
    "duree_pension_militaire": "durée liée à la pension militaire épuisée",
    "duree_ivg": "durée de l'arrêt pour IVG dépassée",
    "duree_prescrite_excessive": "au-delà de la durée maximale de prescription",
    "ressources_cure_thermale": "ressources au-delà du plafond d'une cure",
    "aucune_perte_de_salaire": "aucune perte de salaire",
    "hors_periode_de_repos": "hors de la période de repos",
    "indemnite_de_remplacement": "conjoint collaborateur : remplacement seul indemnisé",
    "cessation_insuffisante": "arrêt du travail trop court",
    "enfant_non_viable": "enfant non viable",
    "fractionnement_irregulier": "fractionnement irrégulier",
    "delai_depasse": "délai dépassé",
    "duree_maximale_du_conge": "durée maximale du congé atteinte",
    "jour_de_l_accident": "journée de l'accident, payée par l'employeur",
    "faute_intentionnelle": "faute intentionnelle de la victime",
    "beneficiaire_sans_indemnite": "victime couverte sans indemnité journalière",
    "aucune_perte_de_revenu": "rechute sans perte de revenu",
    "duree_maximale_atmp": "durée maximale de l'accident atteinte",
    "temps_partiel_non_reconnu": "travail à temps réduit non reconnu",
    "rente_superieure": "rente supérieure à l'indemnité",
    "poste_remunere": "poste rémunéré",
}
CHAMPS = {
    "decisions": "Ouverture des droits",
    "periodes": "Jours",
    "totaux": "Totaux",
    "taux": "Indemnité d'un jour",
    "bases": "Salaire de référence",
    "compteurs": "Compteurs",
    "forfaits": "Forfaits",
    "soldes": "Solde",
    "prelevements": "Prélèvements sociaux",
    "ordres": "Ordres de paiement",
    "courriers": "Courriers",
}
_TERMS = (
    STATUTS
    | MOTIFS
    | {
        "assure": "assuré",
        "heritiers": "héritiers",
        "delegataire": "délégataire",
        "base_journaliere": "gain journalier de base",
        "montant_journalier": "indemnité du jour",
        "plafond": "plafond",
        "date_plafond": "date du plafond",
        "du": "dû",
        "verse": "versé",
        "csg": "CSG",
        "crds": "CRDS",
        "ij_3_ans": "indemnités sur trois ans",
        "fin_ald": "fin de l'ALD",
        "ouvert": "droits ouverts",
        "True": "oui",
        "False": "non",
        "None": "rien",
    }
)
_TOKEN = re.compile(
    r"(?P<jour>\b\d{4}-\d{2}-\d{2}\b)|(?<![\w.])(?P<montant>\d{1,15}\.\d{2,24})(?![\w.])"
    r"|employeur:(?P<employeur>[\w.-]+)|(?P<mot>\b[A-Za-z][A-Za-z0-9_]*\b)"
)


def clean(text: str) -> str:
    """The text without what could act on a reader's screen or break a file."""
    return _INERT.sub("", text)


def signed(cents: Fraction | int) -> str:
    """An amount with its sign, ``+6,45 €`` or ``−6,45 €``; nothing to sign at zero."""
    return f"+{euros(cents)}" if cents > 0 else euros(cents)


def number(count: int) -> str:
    """A count with French thousands, ``12 345``."""
    return f"{count:,}".replace(",", FINE)


def day(text: str | date) -> str:
    """An ISO day in words; a text that is no day is left as it is."""
    try:
        return en_francais(text if isinstance(text, date) else date.fromisoformat(text))
    except ValueError:
        return str(text)


def payee(code: str) -> str:
    """Who is paid: ``assuré``, ``employeur A``."""
    return (
        f"employeur {code.removeprefix('employeur:')}"
        if code.startswith("employeur:")
        else _TERMS.get(code, code)
    )


def in_words(text: str) -> str:
    """What a divergence states, for people: amounts, days and code words put into French."""
    return _TOKEN.sub(_word, text)


def _word(token: re.Match[str]) -> str:
    if token["jour"]:
        return day(token["jour"])
    if token["montant"]:
        return euros(Fraction(token["montant"]) * 100)
    if token["employeur"]:
        return f"employeur {token['employeur']}"
    return _TERMS.get(token["mot"], token["mot"])
