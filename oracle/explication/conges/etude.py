"""One leave as an explanation sees it: its parts, each of its days, and what the law was asked about it.

A leave may have several parts, each with rights, pay and ceiling of its own: a pathological rest before the rest itself,
the parts of a paternity leave.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from oracle.conges.absences import jours_de_conge
from oracle.conges.instruction import InstructionDeConge
from oracle.conges.modele import Fenetre, JourDeConge, Plan
from oracle.decompte import PeriodeDue
from oracle.dossier.famille import Adoption, Conge, DecesMere, Grossesse, Naissance
from oracle.dossier.versements import Risque
from oracle.explication.etude import (
    Cle,
    Demandes,
    Parts,
    jours_payes_en_conge,
    parts_par_jour,
    periode_de_chaque_jour,
    ranger,
)
from oracle.faits import Faits
from oracle.jours import JourLiquide
from oracle.liquidation import Liquidation
from oracle.registre.modele import Selection
from oracle.releves import Releve
from oracle.services import Service

NOMS: Mapping[Risque, str] = {
    "maternite": "congé de maternité",
    "maternite_mere_decedee": "congé laissé par la mère décédée",
    "paternite": "congé de paternité et d'accueil de l'enfant",
    "adoption": "congé d'adoption",
    "naissance_supplementaire": "congé supplémentaire de naissance",
    "deuil_enfant": "congé de deuil d'un enfant",
}
"""What each leave is called."""


@dataclass(frozen=True)
class JourneeDeConge:
    """A day a leave claims: what it is, what was decided, who is paid, what the law was asked about it."""

    fait: JourDeConge
    decision: JourLiquide
    parts: Parts
    demandes: Demandes
    periode: PeriodeDue | None

    @property
    def jour(self) -> date:
        """The day itself."""
        return self.fait.jour


@dataclass(frozen=True)
class Partie:
    """A part of a leave, with rights and an amount of its own.

    ``conges``: days paid under any leave of the file; ``service``: under which names its days are served; ``repartition``:
    what the law was asked about its payees.
    """

    instruction: InstructionDeConge
    journees: tuple[JourneeDeConge, ...]
    demandes: Demandes
    repartition: Demandes
    service: Service
    faits: Faits
    conges: Mapping[date, Risque]

    @property
    def nom(self) -> str:
        """What it is called."""
        return "le congé"

    @property
    def plan(self) -> Plan:
        """The days it claims."""
        return self.instruction.plan

    @property
    def releve(self) -> Releve:
        """The certificates on which pay is read."""
        return self.instruction.ouverture.releve

    @property
    def dates(self) -> Mapping[Selection, date]:
        """What selects the law applied to it: its first day."""
        return {"debut_arret": self.plan.debut, "prescription": self.plan.debut}

    @property
    def pathologique(self) -> bool:
        """A rest for an illness of pregnancy, beside the rest itself."""
        return self.plan.risque == "maternite" and self.plan.fenetre is None


@dataclass(frozen=True)
class EtudeDeConge:
    """A leave, its parts in order of time, and what the law was asked to draw its calendar.

    ``demandes``: instruction of the calendar; ``pieces``: the documents that claim it; ``journal``: every day of the file.
    """

    risque: Risque
    parties: tuple[Partie, ...]
    demandes: Demandes
    pieces: tuple[Conge, ...]
    journal: Mapping[date, JourLiquide]
    faits: Faits
    grossesse: Grossesse | None = None
    naissance: Naissance | None = None
    adoption: Adoption | None = None
    deces: DecesMere | None = None

    @property
    def fenetre(self) -> Fenetre | None:
        """The legal rest of a pregnancy."""
        return next((p.plan.fenetre for p in self.parties if p.plan.fenetre is not None), None)

    @property
    def independant(self) -> bool:
        """The leave of a self-employed person."""
        return self.parties[0].plan.regime == "independant"

    @property
    def journees(self) -> tuple[JourneeDeConge, ...]:
        """Every day the leave holds, in order."""
        return tuple(sorted((j for p in self.parties for j in p.journees), key=lambda j: j.jour))

    @property
    def pris(self) -> Mapping[date, str]:
        """Every day its documents claim, whether or not it holds them."""
        return jours_de_conge(self.pieces)

    @property
    def debut(self) -> date:
        """Its first day, claimed or held."""
        return min([*self.pris, *(j.jour for j in self.journees)])

    @property
    def fin(self) -> date:
        """Its last day, claimed or held."""
        return max([*self.pris, *(j.jour for j in self.journees)])

    @property
    def dates(self) -> Mapping[Selection, date]:
        """What selects the law applied: the start of its first part."""
        return self.parties[0].dates


def etudier_les_conges(liquidation: Liquidation) -> tuple[EtudeDeConge, ...]:
    """Gather what a liquidation holds, leave by leave, in order of time."""
    journal, par_sujet = liquidation.journal, ranger(liquidation)
    parts, periodes = parts_par_jour(liquidation), periode_de_chaque_jour(liquidation)
    conges = jours_payes_en_conge(liquidation)
    services = journal.services[len(journal.arrets) :]
    groupes: dict[tuple[Risque, str], list[Partie]] = {}
    for instruction, service in zip(journal.conges, services, strict=True):
        plan = instruction.plan
        nom = plan.arrets[0]
        partie = Partie(
            instruction=instruction,
            journees=tuple(
                JourneeDeConge(
                    fait=fait,
                    decision=decision,
                    parts=parts.get(fait.jour, ()),
                    demandes=par_sujet.get(Cle(nom, plan.debut, jour=fait.jour), Demandes()),
                    periode=periodes.get(fait.jour),
                )
                for fait, decision in zip(plan.jours, instruction.jours, strict=True)
            ),
            demandes=par_sujet.get(Cle(nom, plan.debut), Demandes()),
            repartition=par_sujet.get(Cle(service.arrets[0], service.debut), Demandes()),
            service=service,
            faits=journal.faits,
            conges=conges,
        )
        groupes.setdefault((plan.risque, _objet(journal.faits, plan)), []).append(partie)
    jours_decides = {jour.jour: jour for jour in journal.jours}
    etudes = [
        _etudier(journal.faits, risque, objet, parties, par_sujet, jours_decides)
        for (risque, objet), parties in groupes.items()
    ]
    return tuple(sorted(etudes, key=lambda etude: etude.debut))


def _objet(faits: Faits, plan: Plan) -> str:
    """What a leave is for: its pregnancy or adoption, as its documents name it."""
    if plan.risque == "maternite":
        return next(g.grossesse for g in _grossesses(faits, plan))
    if plan.risque == "deuil_enfant":
        return ""
    return next(c.grossesse or c.adoption or "" for c in faits.conges if c.conge in plan.arrets)


def _grossesses(faits: Faits, plan: Plan) -> Iterator[Grossesse]:
    """The pregnancy of a mother's rest, or of the pathological rest beside it: that whose presumed date it is judged at."""
    if plan.fenetre is not None:
        yield plan.fenetre.grossesse
    else:
        yield from (g for g in faits.grossesses if g.accouchement_prevu == plan.conditions.affilie_au)


def _etudier(
    faits: Faits,
    risque: Risque,
    objet: str,
    parties: Sequence[Partie],
    par_sujet: Mapping[Cle, Demandes],
    journal: Mapping[date, JourLiquide],
) -> EtudeDeConge:
    pieces = tuple(
        c
        for c in faits.conges
        if c.risque == risque and (risque == "deuil_enfant" or objet in (c.grossesse, c.adoption))
    )
    grossesse = next((g for g in faits.grossesses if g.grossesse == objet), None)
    adoption = next((a for a in faits.adoptions if a.adoption == objet), None)
    nom = pieces[0].conge if pieces else None
    return EtudeDeConge(
        risque=risque,
        parties=tuple(sorted(parties, key=lambda partie: partie.plan.debut)),
        demandes=par_sujet.get(Cle(nom, _depart(risque, pieces, grossesse, adoption)), Demandes()),
        pieces=pieces,
        journal=journal,
        faits=faits,
        grossesse=grossesse,
        naissance=next((n for n in faits.naissances if n.grossesse == objet), None),
        adoption=adoption,
        deces=next((d for d in faits.deces_meres if d.grossesse == objet), None),
    )


def _depart(
    risque: Risque, pieces: Sequence[Conge], grossesse: Grossesse | None, adoption: Adoption | None
) -> date | None:
    """The date under which the calendar of a leave was drawn."""
    if risque == "maternite" and grossesse is not None:
        return grossesse.accouchement_prevu
    if risque == "adoption" and adoption is not None:
        return adoption.arrivee
    if risque == "paternite":
        return pieces[0].periodes[0].debut
    return min(jours_de_conge(pieces))
