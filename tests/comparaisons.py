"""Comparisons for the tests, told with plain spaces and apostrophes: two dates, two readings, two files."""

import re

from oracle.dossier import lire_dossier
from oracle.explication import comparer
from oracle.liquidation import liquider_en_detail
from tests.aides import Json, jour
from tests.recits import simplifier

EN_BREF, DECISIONS = "En bref", "Ce qui change dans les décisions"
JOURS, COMPTES = "Ce qui change jour par jour", "Ce qui change dans les comptes"
PIECES, RECUES = "Ce qui diffère dans les pièces", "Pièces reçues après le"
SANS_EFFET = "– Rien ne change en argent : mêmes jours payés, mêmes montants, mêmes comptes."
AUCUNE_DECISION = "– Aucune décision ne change."
_REGLE = re.compile(r" — art\. .*? du code de la sécurité sociale")


def sans_regles(lignes: list[str]) -> list[str]:
    """Lines less their articles, on which the explanation of a single décompte is tested."""
    return [_REGLE.sub("", ligne) for ligne in lignes]


def dates(donnees: Json, une: str, autre: str) -> str:
    """One file at two dates."""
    lu = lire_dossier(donnees)
    ici, la = (liquider_en_detail(lu, jour(au)) for au in (une, autre))
    return simplifier(comparer(ici, la, lu))


def lectures(donnees: Json, nom: str, valeur: str, **suivies: str) -> str:
    """One file under two readings, on 15 October 2024."""
    lu = lire_dossier(donnees)
    ici, la = (
        liquider_en_detail(lu, jour("2024-10-15"), choisies)
        for choisies in (suivies, {**suivies, nom: valeur})
    )
    return simplifier(comparer(ici, la, lu))


def dossiers(un: Json, autre: Json, au: str = "2024-10-15", noms: tuple[str, str] | None = None) -> str:
    """Two files at one date."""
    premier, second = lire_dossier(un), lire_dossier(autre)
    ici, la = (liquider_en_detail(lu, jour(au)) for lu in (premier, second))
    return simplifier(comparer(ici, la, premier, second, noms))
