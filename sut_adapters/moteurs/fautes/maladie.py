"""The gallery of sickness benefits: each fault is the oracle with one rule replaced, as an engineer once got it wrong."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction

from oracle.arrondis import tronque
from oracle.calendrier import jours
from oracle.legislation import Table, tables
from oracle.loi import Variante
from sut_adapters.moteurs.fautes.modele import Faute


def _plafond_de_la_cessation(interruption: date, cessation: date) -> date:
    return min(interruption, cessation)


def _plafond_sur_la_somme(salaires: Sequence[int], plafond: Fraction) -> tuple[Fraction, ...]:
    return (min(Fraction(sum(salaires)), plafond * len(salaires)),)


def _jour_meme(date_du_plafond: date) -> date:
    return date_du_plafond


def _carence_a_chaque_avis(interruption: date, debut_avis: date) -> date:
    return max(interruption, debut_avis)


def _trois_annees_civiles(jour: date) -> date:
    return date(jour.year - 2, 1, 1)


def _sans_porte_des_heures(heures_trois_mois: int, heures_90_jours: int) -> bool:
    del heures_trois_mois, heures_90_jours
    return False


def _smic_du_jour_de_l_arret(debut_periode: date, interruption: date) -> date:
    del debut_periode
    return interruption


def _rien_ne_suspend(pieces_manquantes: int) -> bool:
    del pieces_manquantes
    return False


def _dernier_jour_oublie(debut: date, fin: date) -> tuple[date, ...]:
    return tuple(jours(debut, fin))[:-1]


def _troncature_a_chaque_etape(salaires_retenus: Sequence[Fraction], par: Fraction) -> Fraction:
    return Fraction(sum(tronque(salaire / par) for salaire in salaires_retenus))


def _sans_limite(nom: str) -> Table:
    """The same parameter, so large that it limits nothing."""
    table = tables()[nom]
    return replace(table, lignes=(replace(table.lignes[0], valeur=Fraction(1000)),))


FAUTES: tuple[Faute, ...] = (
    Faute(
        "plafond_ancien_djt",
        "Sous maintien des droits, plafond de l'ancien dernier jour travaillé au lieu de celui de l'arrêt",
        "MAL-MAINTIEN-2",
        Variante({"salaires.date_du_plafond": _plafond_de_la_cessation}),
        "DEF09",
    ),
    Faute(
        "plafond_sur_la_somme",
        "Plafond appliqué à la somme des trois mois au lieu de chaque mois",
        "MAL-PLAFOND",
        Variante({"salaires.salaires_plafonnes": _plafond_sur_la_somme}),
    ),
    Faute(
        "sans_plafond",
        "Aucun plafond appliqué au salaire de référence",
        "MAL-PLAFOND",
        Variante(tables={"multiplicateur_plafond": _sans_limite("multiplicateur_plafond")}),
    ),
    Faute(
        "smic_du_mois_de_l_arret",
        "SMIC du jour de l'arrêt au lieu du dernier jour du mois civil précédent",
        "MAL-PLAFOND",
        Variante({"salaires.jour_du_smic": _jour_meme}),
    ),
    Faute(
        "carence_a_chaque_avis",
        "Délai de carence compté de nouveau à chaque prolongation",
        "MAL-CARENCE",
        Variante({"maladie.debut_du_delai_de_carence": _carence_a_chaque_avis}),
        "DEF15",
    ),
    Faute(
        "annee_civile_360",
        "360 indemnités comptées par années civiles au lieu de trois années glissantes",
        "MAL-360",
        Variante({"maladie.premier_jour_des_trois_ans": _trois_annees_civiles}),
    ),
    Faute(
        "porte_150_heures_absente",
        "Droits ouverts par les seules cotisations : les 150 heures ne sont pas regardées",
        "MAL-OD-1",
        Variante({"droits.porte_des_heures": _sans_porte_des_heures}),
    ),
    Faute(
        "jours_decales",
        "Dernier jour prescrit oublié dans le décompte des jours",
        "MAL-JOURS",
        Variante({"maladie.jours_prescrits": _dernier_jour_oublie}),
    ),
    Faute(
        "troncature_a_chaque_etape",
        "Chaque paie divisée et tronquée au centime avant d'être additionnée",
        "MAL-GJB",
        Variante({"salaires.gain_journalier_de_base": _troncature_a_chaque_etape}),
    ),
    Faute(
        "smic_du_jour_pour_les_droits",
        "Droits mesurés au SMIC du jour de l'arrêt au lieu du premier jour des six mois",
        "MAL-OD-1",
        Variante({"droits.date_du_smic_de_six_mois": _smic_du_jour_de_l_arret}),
    ),
    Faute(
        "piece_manquante_comptee_zero",
        "Mois absent de l'attestation compté pour zéro au lieu d'être attendu",
        "PAY-ATT-1",
        Variante({"droits.suspend": _rien_ne_suspend}),
    ),
)
