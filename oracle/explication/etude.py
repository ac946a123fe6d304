"""One stop as an explanation sees it: what was decided, each of its days, and what the law was asked about it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from oracle import registre
from oracle.calendrier import jours
from oracle.instruction import Instruction
from oracle.interruptions import JourDArret
from oracle.journal import JourLiquide
from oracle.liquidation import Liquidation
from oracle.loi import Appel, Mesure, Rencontre, Sujet, Trace

Parts = tuple[tuple[str, Fraction], ...]
"""The payees of one day and the cents of each."""


@dataclass(frozen=True)
class Demandes:
    """What the law was asked about one subject, in order."""

    appels: Sequence[Appel] = ()
    rencontres: Sequence[Rencontre] = ()

    def resultats(self, *fonctions: str) -> list[Any]:
        """The answers of some rules, in order."""
        return [appel.resultat for appel in self.appels if appel.fonction in fonctions]

    def dernier(self, fonction: str) -> Any:
        """The last answer of a rule; ``None`` when it was not asked."""
        return next(iter(reversed(self.resultats(fonction))), None)

    def seuils(self, *noms: str) -> list[Rencontre]:
        """The thresholds met under some names, in order."""
        return [rencontre for rencontre in self.rencontres if rencontre.seuil in noms]


@dataclass(frozen=True)
class Journee:
    """A day: what it is, what was decided, who is paid, and what the law was asked about it."""

    fait: JourDArret
    decision: JourLiquide
    parts: Parts
    demandes: Demandes

    @property
    def jour(self) -> date:
        """The day itself."""
        return self.fait.jour


@dataclass(frozen=True)
class Etude:
    """A stop instructed, its days, and what the law was asked about it; ``avis`` by notice (chain and first day)."""

    instruction: Instruction
    journees: tuple[Journee, ...]
    demandes: Demandes
    avis: Mapping[tuple[str, date], Demandes]


def etudier(liquidation: Liquidation) -> tuple[Etude, ...]:
    """Gather what a liquidation holds, stop by stop."""
    par_sujet = _ranger(liquidation.trace)
    parts = parts_par_jour(liquidation)
    decisions = iter(liquidation.journal.jours)  # in the order of stops, each with all its days
    etudes = []
    for instruction in liquidation.journal.instructions:
        arret, debut = instruction.interruption.arrets[0], instruction.interruption.debut
        journees = [
            Journee(
                fait=fait,
                decision=decision,
                parts=parts.get(fait.jour, ()),
                demandes=par_sujet.get((arret, debut, None, fait.jour), Demandes()),
            )
            for fait, decision in zip(instruction.interruption.jours, decisions, strict=False)
        ]
        etudes.append(
            Etude(
                instruction=instruction,
                journees=tuple(journees),
                demandes=par_sujet.get((arret, debut, None, None), Demandes()),
                avis={
                    (avis.arret, avis.debut): par_sujet.get((avis.arret, None, avis.debut, None), Demandes())
                    for avis in instruction.interruption.avis
                },
            )
        )
    return tuple(etudes)


_Cle = tuple[str | None, date | None, date | None, date | None]


def _cle(sujet: Sujet) -> _Cle:
    return sujet.arret, sujet.dates.get("debut_arret"), sujet.dates.get("second_avis"), sujet.jour


def _ranger(trace: Trace) -> dict[_Cle, Demandes]:
    appels: dict[_Cle, list[Appel]] = defaultdict(list)
    rencontres: dict[_Cle, list[Rencontre]] = defaultdict(list)
    for appel in trace.appels:
        appels[_cle(appel.sujet)].append(appel)
    for rencontre in trace.rencontres:
        rencontres[_cle(rencontre.sujet)].append(rencontre)
    return {cle: Demandes(appels[cle], rencontres[cle]) for cle in {*appels, *rencontres}}


def parts_par_jour(liquidation: Liquidation) -> dict[date, Parts]:
    """Who is paid what, on each paid day."""
    return {
        jour: tuple((part.destinataire, Fraction(part.montant)) for part in periode.parts)
        for periode in liquidation.decompte.periodes
        if periode.parts
        for jour in jours(periode.debut, periode.fin)
    }


def jour_de(mesure: Mesure) -> date:
    """What a threshold on days measured."""
    if not isinstance(mesure, date):
        raise TypeError(f"a day was expected, not {mesure!r}")
    return mesure


def nombre_de(mesure: Mesure) -> Fraction:
    """What a threshold on amounts, hours or counts measured."""
    if isinstance(mesure, date):
        raise TypeError(f"a number was expected, not {mesure!r}")
    return Fraction(mesure)


def articles_de(*fonctions: str) -> tuple[str, ...]:
    """The articles of the rules that hold these functions, in the registry's order."""
    return tuple(dict.fromkeys(code for f in fonctions for code in registre.PAR_FONCTION[f].articles))
