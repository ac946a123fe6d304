"""The mechanical faults: each thing that the registry and the tables hold, moved by the least that can be.

They are generated, never listed by hand: a new threshold, row or rounding rule brings its own.
Order matters to whoever looks for a cause: the smaller change of the law comes first.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import get_args

from oracle import registre
from oracle.calendrier import en_francais, plus_jours
from oracle.legislation import Ligne, Table, tables
from oracle.loi import Variante
from oracle.registre.modele import Selection
from sut_adapters.moteurs.fautes.arrondis import arrondi_deplace, regle_nommee, sens_de_l_arrondi
from sut_adapters.moteurs.fautes.modele import Faute

_UNE_UNITE = {
    "heures": "d'un centième d'heure",
    "euros": "d'un centime",
    "jours": "d'un jour",
    "mois": "d'un mois",
    "cachets": "d'un cachet",
    "date": "d'un jour",
}
_MOTS_DE_LA_SELECTION = {
    "debut_arret": "premier jour de l'arrêt",
    "jour_indemnise": "jour indemnisé",
    "prescription": "jour de la prescription",
    "second_avis": "premier jour du second avis",
}
"""Each selecting date as the tables word it."""


def mutants() -> tuple[Faute, ...]:
    """Every mechanical fault, in a stable order: comparisons, entries into force, versions, selecting dates, roundings."""
    return (*_egalites(), *_bornes(), *_entrees_en_vigueur(), *_versions(), *_selections(), *_arrondis())


def _egalites() -> Iterator[Faute]:
    for nom, regle in _regles_des_seuils():
        yield Faute(
            f"seuil:{nom}:egalite",
            f"{_majuscule(registre.SEUILS[nom].libelle)} : l'égalité est jugée à l'inverse de ce que dit le texte",
            regle,
            Variante(comparateurs={nom: "egalite_inverse"}),
        )


def _bornes() -> Iterator[Faute]:
    for nom, regle in _regles_des_seuils():
        seuil = registre.SEUILS[nom]
        verbes = {-1: "avancée", 1: "repoussée"} if seuil.unite == "date" else {-1: "abaissée", 1: "relevée"}
        pas = _UNE_UNITE.get(seuil.unite, "d'une unité")
        for decalage, verbe in verbes.items():
            yield Faute(
                f"seuil:{nom}:{decalage:+d}",
                f"{_majuscule(seuil.libelle)} : la borne est {verbe} {pas}",
                regle,
                Variante(decalages={nom: decalage}),
            )


def _regles_des_seuils() -> Iterator[tuple[str, str]]:
    return ((seuil.nom, regle.id) for regle in registre.REGLES for seuil in regle.seuils)


def _entrees_en_vigueur() -> Iterator[Faute]:
    """Each change of value one day early or late.

    The first row is no change: nothing is known before it, so that no dossier can tell whether it comes in time.
    """
    for table, precedente, ligne in _changements():
        for decalage, quand in ((-1, "trop tôt"), (1, "trop tard")):
            deplacee = replace(ligne, depuis=plus_jours(ligne.depuis, decalage))
            yield _faute_de_table(
                f"ligne:{table.nom}:{ligne.depuis}:{decalage:+d}j",
                f"{_majuscule(table.libelle)} : {_ce_qui_change(table, ligne)} s'applique un jour {quand}",
                _avec(table, (precedente, ligne), (precedente, deplacee)),
            )


def _versions() -> Iterator[Faute]:
    """Each row with the value of the one before it, or after it."""
    for table, precedente, ligne in _changements():
        yield _version(table, ligne, precedente, "precedente")
        yield _version(table, precedente, ligne, "suivante")


def _version(table: Table, ligne: Ligne, autre: Ligne, laquelle: str) -> Faute:
    libelle = _majuscule(table.libelle)
    etat = "encore" if autre.depuis < ligne.depuis else "déjà"
    return _faute_de_table(
        f"ligne:{table.nom}:{ligne.depuis}:{laquelle}",
        f"{libelle} : le droit du {en_francais(autre.depuis)} est {etat} appliqué"
        if table.unite == "en_vigueur"
        else f"{libelle} : la valeur en vigueur depuis le {en_francais(autre.depuis)} est appliquée à la place de "
        f"celle du {en_francais(ligne.depuis)}",
        _avec(table, (ligne,), (replace(autre, depuis=ligne.depuis),)),
    )


def _changements() -> Iterator[tuple[Table, Ligne, Ligne]]:
    """Each pair of successive rows whose values differ."""
    for table in tables().values():
        for precedente, ligne in zip(table.lignes, table.lignes[1:], strict=False):
            if precedente.valeur != ligne.valeur:
                yield table, precedente, ligne


def _avec(table: Table, anciennes: tuple[Ligne, ...], nouvelles: tuple[Ligne, ...]) -> Table:
    remplacement = dict(zip(anciennes, nouvelles, strict=True))
    return replace(table, lignes=tuple(remplacement.get(ligne, ligne) for ligne in table.lignes))


def _faute_de_table(nom: str, titre: str, table: Table) -> Faute:
    return Faute(nom, titre, table.regle, Variante(tables={table.nom: table}))


def _ce_qui_change(table: Table, ligne: Ligne) -> str:
    return f"{'le droit' if table.unite == 'en_vigueur' else 'la valeur'} du {en_francais(ligne.depuis)}"


def _selections() -> Iterator[Faute]:
    """Each table read on another date than the law's; one that never changed is the same on every date."""
    for nom in dict.fromkeys(table.nom for table, _, _ in _changements()):
        table = tables()[nom]
        for selection in get_args(Selection):
            mots = _MOTS_DE_LA_SELECTION.get(selection, selection.replace("_", " "))
            if mots != table.selection:
                yield Faute(
                    f"selection:{nom}:{selection}",
                    f"{_majuscule(table.libelle)} : valeur choisie par une autre date ({mots}) que celle du texte "
                    f"({table.selection})",
                    table.regle,
                    Variante(selections={nom: selection}),
                )


def _arrondis() -> Iterator[Faute]:
    """Each rule that rounds, rounding the other way."""
    for nom, fiche in registre.PAR_FONCTION.items():
        regle = regle_nommee(nom)
        sens = sens_de_l_arrondi(regle)
        if sens:
            yield Faute(
                f"arrondi:{nom}", f"{fiche.titre} : {sens}", fiche.id, Variante({nom: arrondi_deplace(regle)})
            )


def _majuscule(libelle: str) -> str:
    return f"{libelle[:1].upper()}{libelle[1:]}"
