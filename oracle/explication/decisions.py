"""What changes in the decisions on each stop: continuity, rights, amount, waiting days, payees.

Each side is told as the explanation of a single décompte tells it, and only the lines that differ are kept.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from oracle.explication.avis import titre
from oracle.explication.dits import Dit, dire_en_chapitres, majuscule, minuscule
from oracle.explication.ecarts import resumer
from oracle.explication.etude import Etude, etudier
from oracle.explication.personnes import Personnes
from oracle.explication.pieces import rapprocher
from oracle.liquidation import Liquidation


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
    """Stop by stop, in order of time, the decisions that differ; nothing when none does."""
    etudes_ici, etudes_la = etudier(une), etudier(autre)
    lignes: list[str] = []
    for ici, la in _apparier(etudes_ici, etudes_la):
        ecarts = [
            ecart
            for dits_ici, dits_la in zip(
                dire_en_chapitres(une, etudes_ici, ici, la, personnes),
                dire_en_chapitres(autre, etudes_la, la, ici, personnes),
                strict=True,
            )
            for ecart in _ecarts(dits_ici, dits_la, None if ici is None or la is None else cotes)
        ]
        titre_ici, titre_la = (None if etude is None else titre(etude) for etude in (ici, la))
        if ecarts or titre_ici != titre_la:
            lignes += [_titrer(titre_ici, titre_la, cotes), *ecarts]
    return ["Ce qui change dans les décisions et leurs motifs", *lignes] if lignes else []


def _titrer(ici: str | None, la: str | None, cotes: Cotes) -> str:
    if ici is None or la is None:
        return f"{ici or la}, retenu seulement {cotes.la if ici is None else cotes.ici}"
    return la if ici == la else f"{la} ({cotes.ici} : {ici.removeprefix('Arrêt ')})"


def _apparier(ici: Sequence[Etude], la: Sequence[Etude]) -> list[tuple[Etude | None, Etude | None]]:
    """The same stop on both sides: the one that shares most days, otherwise the one of the same prescriber's chain."""
    jours = {id(etude): {journee.jour for journee in etude.journees} for etude in (*ici, *la)}
    liens = sorted(
        (
            (-len(jours[id(a)] & jours[id(b)]), rang_a, rang_b)
            for rang_a, a in enumerate(ici)
            for rang_b, b in enumerate(la)
            if jours[id(a)] & jours[id(b)]
            or {*a.instruction.interruption.arrets} & {*b.instruction.interruption.arrets}
        )
    )
    pris_ici: dict[int, int] = {}
    for _, rang_a, rang_b in liens:
        if rang_a not in pris_ici and rang_b not in pris_ici.values():
            pris_ici[rang_a] = rang_b
    paires: list[tuple[Etude | None, Etude | None]] = [
        (etude, la[pris_ici[rang]] if rang in pris_ici else None) for rang, etude in enumerate(ici)
    ]
    paires += [(None, etude) for rang, etude in enumerate(la) if rang not in pris_ici.values()]
    return sorted(paires, key=_debut)


def _debut(paire: tuple[Etude | None, Etude | None]) -> date:
    return min(etude.instruction.interruption.debut for etude in paire if etude is not None)


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
