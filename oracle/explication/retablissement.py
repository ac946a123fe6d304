"""A reference month that was incomplete: what was received, for how many days, and how the month was made whole."""

from collections.abc import Mapping
from fractions import Fraction

from oracle.calendrier import nb_jours
from oracle.explication.etude import Objet, articles_de
from oracle.explication.langue import articles, egale, euros, pluriel, valeur
from oracle.explication.versions import citer
from oracle.legislation import tables
from oracle.loi import Appel
from oracle.mois_de_reference import Cause, MoisDeReference

_CAUSES: Mapping[Cause, str] = {
    "embauche": "embauche en cours de mois",
    "fin_de_contrat": "fin de contrat en cours de mois",
    "deux_activites": "une activité finit et une autre commence",
    "absence": "absence",
    "chomage": "chômage",
    "sans_activite": "aucune activité ni chômage connu, rien n'est rétabli",
}
_MOIS = "retablissement.mois_retabli"
_DEUX_ACTIVITES = "retablissement.mois_de_deux_activites"
_CHOMAGE = "retablissement.jours_de_chomage_retablis"


def dire_le_retablissement(objet: Objet, detail: MoisDeReference) -> str:
    """``2 000,00 €``, or what was received and how the month was rebuilt: ``… mois rétabli à 2 000,00 € (absence)``."""
    percu = euros(detail.percu)
    if detail.cause is None:
        return percu
    cause = _CAUSES[detail.cause]
    if detail.cause == "sans_activite":
        return f"{percu}, {cause}"
    jours = nb_jours(detail.mois.debut, detail.mois.fin)
    recus = (
        f"{percu} pour {pluriel(detail.jours_payes, 'jour')} sur {jours}" if detail.percu else "aucun salaire"
    )
    if detail.retabli == detail.percu:
        return f"{recus} ({cause}), aucun jour à combler"
    return f"{recus} ({cause}), rétabli à {_formule(objet, detail, jours)}"


def _formule(objet: Objet, detail: MoisDeReference, jours: int) -> str:
    """How the month came out, from the rule that rebuilt it; the amount alone when several employers make it."""
    retabli = egale(detail.retabli)
    deux = _appel(objet, _DEUX_ACTIVITES, detail.retabli)
    if detail.cause == "deux_activites" and deux is not None:
        percu, non_payes, journalier = deux.arguments
        return f"{euros(percu)} + {pluriel(non_payes, 'jour')} sans salaire × {valeur(journalier)} {retabli}"
    chomage = _appel(objet, _CHOMAGE, detail.retabli - detail.percu)
    if detail.cause == "chomage" and chomage is not None:
        journalier, chomes = chomage.arguments
        return (
            f"{pluriel(chomes, 'jour')} × {valeur(journalier)} (revenu journalier des autres mois) {retabli}"
        )
    mois = _appel(objet, _MOIS, detail.retabli)
    if mois is None:
        if any(objet.demandes.resultats("retablissement.salaire_declare_retenu")):
            return f"{valeur(detail.retabli)}, salaire rétabli que déclare l'employeur"
        return valeur(detail.retabli)
    if detail.percu and Fraction(detail.percu * jours, detail.jours_payes) == detail.retabli:
        return f"{euros(detail.percu)} ÷ {detail.jours_payes} × {jours} {retabli}"
    journalier, nombre = mois.arguments
    return f"{pluriel(nombre, 'jour')} × {valeur(journalier)} (revenu journalier des autres jours) {retabli}"


def regle_du_retablissement(objet: Objet, lectures: Mapping[str, str]) -> str:
    """The text applied: R323-8 once rewritten, before it the transitional rules, or the letter of 2021 as a reading has it."""
    redaction_de_2024 = objet.demandes.consultation("r3238_regle_du_meme_mois")
    articles_du_retablissement = articles_de(_MOIS)
    if redaction_de_2024 is None or redaction_de_2024.valeur or _formule_de_la_reforme(objet, lectures):
        return citer(articles_du_retablissement, objet.dates)
    transitoires = tables()["r3238_redaction_de_2021"].lignes[0].source
    return (
        f"{articles(articles_du_retablissement)} ; règles transitoires : {transitoires.partition(' : ')[0]}"
    )


def _formule_de_la_reforme(objet: Objet, lectures: Mapping[str, str]) -> bool:
    return lectures.get("r3238_ete_2024") == "formule_de_la_reforme" and any(
        objet.demandes.resultats("retablissement.formule_de_la_reforme")
    )


def _appel(objet: Objet, fonction: str, resultat: Fraction) -> Appel | None:
    return next((a for a in objet.demandes.appels_de(fonction) if a.resultat == resultat), None)
