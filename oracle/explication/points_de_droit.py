"""The readings that decide this décompte: the open point of law, what was followed, what another answer would give."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from oracle.explication.ecarts import Quantite, ecarts_des_comptes
from oracle.explication.langue import article, enumerer, euros, intervalle_compte
from oracle.explication.personnes import Personnes
from oracle.explication.totaux import ecarts_de_montants
from oracle.lectures import LECTURES
from oracle.liquidation import Liquidation

_SUITES_MONTREES = 6
_MOTS: Mapping[Quantite, str] = {"dû": "bruts", "net": "nets"}
_MOTS_DU_SOLDE: Mapping[Quantite, str] = {"reste à verser": "à verser", "trop-perçu": "de trop-perçu"}
"""Told when what is due does not change."""


@dataclass(frozen=True)
class AutreLecture:
    """The same dossier under another value of one reading; ``liquidation`` null when it could not be decided."""

    lecture: str
    suivie: str
    autre: str
    liquidation: Liquidation | None


def dire_les_points_de_droit(
    liquidation: Liquidation, autres: Sequence[AutreLecture], personnes: Personnes
) -> list[str]:
    """Each point that decides, and what the other answers would give."""
    lignes: list[str] = []
    for nom, lectures in groupby(autres, key=lambda autre: autre.lecture):
        proposees = list(lectures)
        lignes.append(LECTURES[nom].question)
        lignes.append(f"Lecture suivie : {dire_une_lecture(nom, proposees[0].suivie)}.")
        for proposee in proposees:
            lignes.append(f"Autre lecture : {dire_une_lecture(nom, proposee.autre)}. Elle donnerait :")
            lignes += _ecarts(liquidation, proposee.liquidation, personnes)
    return ["Points de droit dont ce décompte dépend", *lignes] if lignes else []


def dire_une_lecture(nom: str, valeur: str) -> str:
    """One answer to a point of law, and its ground."""
    reponse = LECTURES[nom].valeurs[valeur]
    return f"{reponse.libelle}. Motif : {article(reponse.fondement)}"


def _ecarts(une: Liquidation, autre: Liquidation | None, personnes: Personnes) -> list[str]:
    if autre is None:
        return ["– un dossier que le calcul ne sait pas encore décider."]
    jours_differents = list(ecarts_de_montants(une, autre, personnes))
    lignes = [
        f"– {intervalle_compte(debut, fin)} : {ecart} ;"
        for debut, fin, ecart in jours_differents[:_SUITES_MONTREES]
    ]
    if len(jours_differents) > _SUITES_MONTREES:
        lignes.append("– et d'autres jours ensuite ;")
    lignes += [f"– {ecart} ;" for ecart in _ecarts_des_comptes(une, autre, personnes)]
    if not lignes:
        return ["– les mêmes sommes, pour d'autres jours."]
    return [*lignes[:-1], f"{lignes[-1].removesuffix(' ;')}."]


def _ecarts_des_comptes(une: Liquidation, autre: Liquidation, personnes: Personnes) -> Iterator[str]:
    """What each payee would be due and net, where it differs; what would remain either way when the due does not."""
    for qui, ecarts in ecarts_des_comptes(une, autre).items():
        mots = _MOTS if "dû" in ecarts else {**_MOTS_DU_SOLDE, **_MOTS}
        morceaux = [
            f"{euros(la)} {quoi} au lieu de {euros(ici)}"
            for quoi, (ici, la) in ((mots[q], ecarts[q]) for q in mots if q in ecarts)
        ]
        if morceaux:
            yield f"en tout {personnes.a(qui)} : {enumerer(morceaux)}"
