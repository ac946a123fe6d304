"""One stop as an explanation sees it: what was decided, each of its days, and what the law was asked about it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any, NamedTuple, Protocol

from oracle import registre
from oracle.calendrier import jours
from oracle.decompte import PeriodeDue, par_jour
from oracle.dossier.versements import Risque
from oracle.faits import Faits
from oracle.instruction import Instruction
from oracle.interruptions import JourDArret
from oracle.journees import Arret
from oracle.jours import JourLiquide
from oracle.liquidation import Liquidation
from oracle.loi import Appel, Consultation, Mesure, Rencontre, Repere, Sujet, Trace
from oracle.registre.modele import Selection
from oracle.releves import Releve

Parts = tuple[tuple[str, Fraction], ...]
"""The payees of one day and the cents of each."""


@dataclass(frozen=True)
class Demandes:
    """What the law was asked about one subject, in order."""

    appels: Sequence[Appel] = ()
    rencontres: Sequence[Rencontre] = ()
    consultations: Sequence[Consultation] = ()

    def appels_de(self, *fonctions: str) -> list[Appel]:
        """The calls of some rules, in order."""
        return [appel for appel in self.appels if appel.fonction in fonctions]

    def dernier_appel(self, fonction: str) -> Appel | None:
        """The last call of a rule; ``None`` when it was not asked."""
        return next(iter(reversed(self.appels_de(fonction))), None)

    def resultats(self, *fonctions: str) -> list[Any]:
        """The answers of some rules, in order."""
        return [appel.resultat for appel in self.appels_de(*fonctions)]

    def dernier(self, fonction: str) -> Any:
        """The last answer of a rule; ``None`` when it was not asked."""
        appel = self.dernier_appel(fonction)
        return None if appel is None else appel.resultat

    def seuils(self, *noms: str) -> list[Rencontre]:
        """The thresholds met under some names, in order."""
        return [rencontre for rencontre in self.rencontres if rencontre.seuil in noms]

    def dernier_seuil(self, nom: str) -> Rencontre | None:
        """The last meeting of a threshold; ``None`` when it was not met."""
        return next(iter(reversed(self.seuils(nom))), None)

    def consultation(self, table: str) -> Consultation | None:
        """The last reading of a dated table; ``None`` when it was not read."""
        return next((c for c in reversed(self.consultations) if c.table == table), None)


class Objet(Protocol):
    """What is explained, a stop or a part of a leave: what the law was asked about it, and what its dates select."""

    @property
    def nom(self) -> str:
        """``l'arrêt`` or ``le congé``."""

    @property
    def demandes(self) -> Demandes:
        """What the law was asked."""

    @property
    def dates(self) -> Mapping[Selection, date]:
        """What selects the law applied."""

    @property
    def releve(self) -> Releve:
        """The certificates that count."""

    @property
    def faits(self) -> Faits:
        """The facts of the file."""

    @property
    def conges(self) -> Mapping[date, Risque]:
        """Each day paid under a leave of the file."""


@dataclass(frozen=True)
class Journee:
    """A day: what it is, what was decided, who is paid, and what the law was asked about it.

    ``periode``: the run of the décompte it belongs to; ``None`` when the décompte does not state it.
    """

    fait: JourDArret
    decision: JourLiquide
    parts: Parts
    demandes: Demandes
    periode: PeriodeDue | None

    @property
    def jour(self) -> date:
        """The day itself."""
        return self.fait.jour


@dataclass(frozen=True)
class Etude:
    """A stop studied, its days, the facts of the file, and what the law was asked about it.

    ``avis``: what links each notice to what comes before it, by chain and first day; ``examens``: how each was judged,
    by document. ``generales``: what was asked about the whole file, whatever the stop. ``conges``: days paid under a leave.
    """

    arret: Arret
    journees: tuple[Journee, ...]
    demandes: Demandes
    avis: Mapping[tuple[str, date], Demandes]
    examens: Mapping[str, Demandes]
    generales: Demandes
    faits: Faits
    conges: Mapping[date, Risque]

    @property
    def nom(self) -> str:
        """What it is called."""
        return "l'arrêt"

    @property
    def releve(self) -> Releve:
        """The certificates that count for the stop."""
        return self.instruction.releve

    @property
    def instruction(self) -> Instruction:
        """Rights and amount of the stop."""
        return self.arret.instruction

    @property
    def dates(self) -> Mapping[Selection, date]:
        """What selects the law applied to the stop: its first day."""
        return {"debut_arret": self.arret.interruption.debut}


def etudier(liquidation: Liquidation) -> tuple[Etude, ...]:
    """Gather what a liquidation holds, stop by stop."""
    par_sujet = ranger(liquidation)
    parts, periodes = parts_par_jour(liquidation), periode_de_chaque_jour(liquidation)
    journal = liquidation.journal
    decisions = iter(journal.jours)  # in the order of stops, each with all its days
    conges = jours_payes_en_conge(liquidation)
    etudes = []
    for arret in journal.arrets:
        interruption = arret.interruption
        nom, debut = interruption.arrets[0], interruption.debut
        journees = [
            Journee(
                fait=fait,
                decision=decision,
                parts=parts.get(fait.jour, ()),
                demandes=par_sujet.get(Cle(nom, debut, jour=fait.jour), Demandes()),
                periode=periodes.get(fait.jour),
            )
            for fait, decision in zip(interruption.jours, decisions, strict=False)
        ]
        etudes.append(
            Etude(
                arret=arret,
                journees=tuple(journees),
                demandes=par_sujet.get(Cle(nom, debut), Demandes()),
                avis={
                    (avis.arret, avis.debut): par_sujet.get(
                        Cle(avis.arret, second_avis=avis.debut), Demandes()
                    )
                    for avis in interruption.avis
                },
                examens={
                    avis.id: par_sujet.get(Cle(avis.arret, debut, avis.debut, avis.prescrit_le), Demandes())
                    for avis in interruption.avis
                },
                generales=par_sujet.get(Cle(), Demandes()),
                faits=journal.faits,
                conges=conges,
            )
        )
    return tuple(etudes)


class Cle(NamedTuple):
    """What tells a subject from another; the prescription does only for a notice under examination."""

    arret: str | None = None
    debut_arret: date | None = None
    second_avis: date | None = None
    prescription: date | None = None
    jour: date | None = None


def _cle(sujet: Sujet) -> Cle:
    debut, second = sujet.dates.get("debut_arret"), sujet.dates.get("second_avis")
    examine = debut is not None and second is not None
    return Cle(sujet.arret, debut, second, sujet.dates.get("prescription") if examine else None, sujet.jour)


def jours_payes_en_conge(liquidation: Liquidation) -> Mapping[date, Risque]:
    """Each day paid under a leave, and which."""
    return {
        jour.jour: jour.risque
        for conge in liquidation.journal.conges
        for jour in conge.jours
        if jour.statut == "indemnise"
    }


def ranger(liquidation: Liquidation) -> dict[Cle, Demandes]:
    """What the law was asked, by subject, but for what led to no decision."""
    trace = _retenue(liquidation.trace, liquidation.journal.abandon)
    appels: dict[Cle, list[Appel]] = defaultdict(list)
    rencontres: dict[Cle, list[Rencontre]] = defaultdict(list)
    consultations: dict[Cle, list[Consultation]] = defaultdict(list)
    for appel in trace.appels:
        appels[_cle(appel.sujet)].append(appel)
    for rencontre in trace.rencontres:
        rencontres[_cle(rencontre.sujet)].append(rencontre)
    for consultation in trace.consultations:
        consultations[_cle(consultation.sujet)].append(consultation)
    return {
        cle: Demandes(appels[cle], rencontres[cle], consultations[cle])
        for cle in {*appels, *rencontres, *consultations}
    }


def _retenue(trace: Trace, abandon: tuple[Repere, Repere] | None) -> Trace:
    if abandon is None:
        return trace
    debut, fin = abandon
    return Trace(
        [*trace.appels[: debut.appels], *trace.appels[fin.appels :]],
        [*trace.rencontres[: debut.rencontres], *trace.rencontres[fin.rencontres :]],
        consultations=[
            *trace.consultations[: debut.consultations],
            *trace.consultations[fin.consultations :],
        ],
    )


def periode_de_chaque_jour(liquidation: Liquidation) -> dict[date, PeriodeDue]:
    """The run of the décompte that holds each day."""
    return {
        jour: periode
        for periode in liquidation.decompte.periodes
        for jour in jours(periode.debut, periode.fin)
    }


def parts_par_jour(liquidation: Liquidation) -> dict[date, Parts]:
    """Who is paid what, on each paid day."""
    return {
        jour.jour: tuple((part.destinataire, Fraction(part.montant)) for part in jour.parts)
        for periode in liquidation.decompte.periodes
        if periode.parts
        for jour in par_jour(periode)
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
