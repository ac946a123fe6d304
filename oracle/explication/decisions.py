"""What changes in the decisions on each stop and each leave: continuity, rights, amount, waiting days, payees.

Each side is told as the explanation of a single décompte tells it, and only the lines that differ are kept.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import TypeVar

from oracle.explication.avis import titre
from oracle.explication.conges import (
    EtudeDeConge,
    dire_les_forfaits,
    etudier_les_conges,
    titre_du_conge,
)
from oracle.explication.conges.dits import dire_le_conge_en_chapitres
from oracle.explication.dits import Dit, dire_en_chapitres, majuscule, minuscule, phrases
from oracle.explication.ecarts import resumer
from oracle.explication.etude import Etude, etudier
from oracle.explication.personnes import Personnes
from oracle.explication.pieces import rapprocher
from oracle.liquidation import Liquidation

_AVANT_LES_DATES = re.compile(r" (?=(?:du|le) \d|prescrit )")


@dataclass(frozen=True)
class Cotes:
    """What either side is called in a sentence: ``dans le premier dossier``, ``au 15 octobre 2024``.

    ``repere`` completes « renvoie »: what « au lieu de » stands for.
    """

    ici: str
    la: str
    repere: str


_Ligne = tuple[Dit | None, Dit | None]
"""The same thing told of either side."""


def dire_les_decisions(une: Liquidation, autre: Liquidation, cotes: Cotes, personnes: Personnes) -> list[str]:
    """Stop by stop, then leave by leave, in order of time, the decisions that differ; nothing when none does."""
    etudes_ici, etudes_la = etudier(une), etudier(autre)
    lignes: list[str] = []
    for ici, la in _apparier(etudes_ici, etudes_la, _jours, _meme_chaine, _debut):
        lignes += _episode(
            dire_en_chapitres(une, etudes_ici, ici, la, personnes),
            dire_en_chapitres(autre, etudes_la, la, ici, personnes),
            (None if ici is None else titre(ici), None if la is None else titre(la)),
            cotes,
        )
    conges_ici, conges_la = etudier_les_conges(une), etudier_les_conges(autre)
    for conge_ici, conge_la in _apparier(
        conges_ici, conges_la, _jours_du_conge, _meme_conge, _debut_du_conge
    ):
        lignes += _episode(
            dire_le_conge_en_chapitres(une, conge_ici, conge_la, personnes),
            dire_le_conge_en_chapitres(autre, conge_la, conge_ici, personnes),
            (
                None if conge_ici is None else titre_du_conge(conge_ici),
                None if conge_la is None else titre_du_conge(conge_la),
            ),
            cotes,
        )
    forfaits = [*_ecarts(_forfaits(une, conges_ici), _forfaits(autre, conges_la), cotes)]
    lignes += ["Sommes forfaitaires", *forfaits] if forfaits else []
    return ["Ce qui change dans les décisions et leurs motifs", *lignes] if lignes else []


def _episode(
    ici: Sequence[Sequence[Dit]],
    la: Sequence[Sequence[Dit]],
    titres: tuple[str | None, str | None],
    cotes: Cotes,
) -> list[str]:
    """The title of a stop or a leave, and what differs of it."""
    deux = None if None in titres else cotes
    ecarts = [
        ecart for dits_ici, dits_la in zip(ici, la, strict=True) for ecart in _ecarts(dits_ici, dits_la, deux)
    ]
    return [_titrer(*titres, cotes), *ecarts] if ecarts or titres[0] != titres[1] else []


def _forfaits(liquidation: Liquidation, etudes: Sequence[EtudeDeConge]) -> list[Dit]:
    au = liquidation.decompte.au
    return [] if au is None else phrases(dire_les_forfaits(liquidation, etudes, au))


def _titrer(ici: str | None, la: str | None, cotes: Cotes) -> str:
    if ici is None or la is None:
        return f"{ici or la}, retenu seulement {cotes.la if ici is None else cotes.ici}"
    if ici == la:
        return la
    nom, dates = _AVANT_LES_DATES.split(ici, maxsplit=1)
    return f"{la} ({cotes.ici} : {dates if la.startswith(nom) else ici})"


_E = TypeVar("_E")


def _apparier(
    ici: Sequence[_E],
    la: Sequence[_E],
    jours_de: Callable[[_E], set[date]],
    lies: Callable[[_E, _E], bool],
    debut_de: Callable[[_E], date],
) -> list[tuple[_E | None, _E | None]]:
    """The same stop or leave on both sides: the one that shares most days, otherwise one that is linked to it."""
    jours = {id(etude): jours_de(etude) for etude in (*ici, *la)}
    liens = sorted(
        (
            (-len(jours[id(a)] & jours[id(b)]), rang_a, rang_b)
            for rang_a, a in enumerate(ici)
            for rang_b, b in enumerate(la)
            if lies(a, b)
        )
    )
    pris_ici: dict[int, int] = {}
    for _, rang_a, rang_b in liens:
        if rang_a not in pris_ici and rang_b not in pris_ici.values():
            pris_ici[rang_a] = rang_b
    paires: list[tuple[_E | None, _E | None]] = [
        (etude, la[pris_ici[rang]] if rang in pris_ici else None) for rang, etude in enumerate(ici)
    ]
    paires += [(None, etude) for rang, etude in enumerate(la) if rang not in pris_ici.values()]
    return sorted(paires, key=lambda paire: min(debut_de(etude) for etude in paire if etude is not None))


def _jours(etude: Etude) -> set[date]:
    return {journee.jour for journee in etude.journees}


def _jours_du_conge(etude: EtudeDeConge) -> set[date]:
    return {journee.jour for journee in etude.journees}


def _meme_chaine(ici: Etude, la: Etude) -> bool:
    """Days in common, or the same prescriber's chain."""
    return bool(
        _jours(ici) & _jours(la)
        or {*ici.instruction.interruption.arrets} & {*la.instruction.interruption.arrets}
    )


def _meme_conge(ici: EtudeDeConge, la: EtudeDeConge) -> bool:
    return ici.risque == la.risque


def _debut(etude: Etude) -> date:
    return etude.instruction.interruption.debut


def _debut_du_conge(etude: EtudeDeConge) -> date:
    return etude.debut


def _ecarts(ici: Sequence[Dit], la: Sequence[Dit], cotes: Cotes | None) -> Iterator[str]:
    """The lines that differ, those that say the same of several things told as one; without ``cotes``, one side is alone."""
    paires, seuls_ici, _ = rapprocher(ici, la, (_objet, _objet))
    en_face = {id(dit_la): dit_ici for dit_ici, dit_la in paires}
    lignes: list[_Ligne] = [(dit, None) for dit in seuls_ici]
    lignes += [(en_face.get(id(dit)), dit) for dit in la]
    differentes = [(a, b) for a, b in lignes if _differe(a, b)]
    for _, groupe in groupby(differentes, key=_memes_mots):
        memes = list(groupe)
        sujets = [dit.sujet for avant, apres in memes for dit in (apres or avant,) if dit is not None]
        avant, apres = memes[0]
        yield f"– {_dire(resumer([sujets[0], *map(minuscule, sujets[1:])]), avant, apres, cotes)}."


def _differe(avant: Dit | None, apres: Dit | None) -> bool:
    if avant is not None and apres is not None:
        return avant.entier != apres.entier
    return not any(dit.accessoire for dit in (avant, apres) if dit is not None)


def _memes_mots(ligne: _Ligne) -> tuple[object, ...]:
    return tuple(None if dit is None else (dit.texte, dit.regle, dit.sujet and "sujet") for dit in ligne)


def _dire(sujet: str, avant: Dit | None, apres: Dit | None, cotes: Cotes | None) -> str:
    dit = apres or avant
    if dit is None:
        return ""
    entier = f"{sujet} : {dit.texte}" if sujet else dit.texte
    if cotes is None:
        return f"{majuscule(entier)}{dit.regle}"
    if avant is None or apres is None:
        return f"{majuscule(cotes.la if avant is None else cotes.ici)}, {minuscule(entier)}{dit.regle}"
    return f"{entier}{dit.regle}. {majuscule(cotes.ici)} : {avant.texte}"


def _objet(dit: Dit) -> tuple[str, str]:
    return dit.objet
