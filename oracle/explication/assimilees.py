"""Days that count as work although none was done: from what, how many, and what they add to hours and pay."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from fractions import Fraction
from itertools import groupby

from oracle.calendrier import en_francais, jours
from oracle.explication.etude import Objet, articles_de
from oracle.explication.langue import euros, heures, intervalle, pluriel
from oracle.explication.mots import VALEURS
from oracle.explication.versions import citer
from oracle.releves import Releve

_ASSIMILABLE = "assimilation.periode_assimilable"
_EN_SALAIRE = "assimilation.salaires_assimiles"
_DATE_DU_SMIC = "assimilation.date_du_smic_assimile"


def _heures(mois: int) -> Callable[[Releve], int]:
    return lambda releve: sum(releve.heures_des_mois(mois).valeurs)


def _declarees(champ: str) -> Callable[[Releve], int]:
    return lambda releve: sum(releve.heures_declarees(champ))


def _salaires(mois: int) -> Callable[[Releve], int]:
    return lambda releve: sum(releve.salaires_des_mois(mois).valeurs)


_DU_TRAVAIL: Mapping[str, Callable[[Releve], int]] = {
    "MAL-OD-1.heures_3_mois": _heures(3),
    "MAL-OD-1.heures_90_jours": _declarees("heures_90_jours"),
    "MAL-OD-1.salaires_6_mois": _salaires(6),
    **{f"{regle}.heures_12_mois": _heures(12) for regle in ("MAL-OD-2", "MAL-OD-4")},
    **{f"{regle}.heures_365_jours": _declarees("heures_365_jours") for regle in ("MAL-OD-2", "MAL-OD-4")},
    **{f"{regle}.salaires_12_mois": _salaires(12) for regle in ("MAL-OD-2", "MAL-OD-4")},
}
"""What comes of work itself in what a condition measures."""


def part_assimilee(releve: Releve, seuil: str, mesure: Fraction) -> Fraction:
    """What assimilated days bring to what a condition measured."""
    du_travail = _DU_TRAVAIL.get(seuil)
    if du_travail is None or not releve.assimiles:
        return Fraction(0)
    return mesure - du_travail(releve)


def dire_les_journees_assimilees(objet: Objet) -> list[str]:
    """Where they come from, one line a source; what an hour of them is worth in pay; nothing when there are none."""
    lignes = [f"– {texte[0].upper()}{texte[1:]}." for texte in (*_sources(objet), *_exclues(objet))]
    if not lignes:
        return []
    appel, date_du_smic = objet.demandes.dernier_appel(_EN_SALAIRE), objet.demandes.dernier(_DATE_DU_SMIC)
    if appel is not None and date_du_smic is not None:
        _, smic = appel.arguments
        lignes.append(
            f"– En salaire, chaque heure vaut le SMIC horaire du {en_francais(date_du_smic)}, {euros(smic)}."
        )
    return [
        f"Journées assimilées à du travail, sur les douze mois qui précèdent — {citer(articles_de(_ASSIMILABLE), objet.dates)} :",
        *lignes,
    ]


def _sources(objet: Objet) -> Iterator[str]:
    restants = {jour.jour: jour.heures for jour in objet.releve.assimiles}
    for nom, debut, fin in _intervalles(objet):
        siens = [jour for jour in jours(debut, fin) if jour in restants]
        if siens:
            yield _dire(nom, siens, restants)
    suites = groupby(
        enumerate(sorted(restants)), key=lambda x: (x[1].toordinal() - x[0], objet.conges.get(x[1]))
    )
    for (_, conge), groupe in [(cle, [jour for _, jour in g]) for cle, g in suites]:
        nom = "arrêt antérieur, carence comprise" if conge is None else f"{VALEURS[conge]} indemnisée"
        yield _dire(nom, groupe, restants)


def _intervalles(objet: Objet) -> Iterator[tuple[str, date, date]]:
    faits, veille = objet.faits, objet.releve.reference
    admises = {appel.arguments for appel in objet.demandes.appels_de(_ASSIMILABLE) if appel.resultat}
    for periode in faits.periodes_assimilees:
        if (periode.motif, periode.au_titre_du_maintien) in admises:
            yield VALEURS[periode.motif], periode.debut, periode.fin
    for detention in faits.detentions:
        if detention.provisoire:
            yield VALEURS["detention_provisoire"], detention.debut, detention.fin or veille
    for ligne in faits.historique:
        yield VALEURS["maladie_indemnisee"], ligne.debut, ligne.fin


def _dire(nom: str, siens: list[date], restants: dict[date, int]) -> str:
    """A source and the days it is the first to bring; they are taken from ``restants``."""
    par_jour = sorted({restants.pop(jour) for jour in siens})
    valeur = " ou ".join(heures(h) for h in par_jour)
    return f"{nom} {intervalle(siens[0], siens[-1])} : {pluriel(len(siens), 'jour')} à {valeur}"


def _exclues(objet: Objet) -> Iterator[str]:
    """Periods paid under kept rights, which do not count."""
    exclues = {appel.arguments for appel in objet.demandes.appels_de(_ASSIMILABLE) if not appel.resultat}
    for periode in objet.faits.periodes_assimilees:
        if (periode.motif, periode.au_titre_du_maintien) in exclues:
            dates = intervalle(periode.debut, periode.fin)
            yield f"{VALEURS[periode.motif]} {dates}, au titre du maintien de droits : ces jours ne comptent pas"
