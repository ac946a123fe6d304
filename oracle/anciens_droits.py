"""Rights the insured once had, and whether they are still kept when work stops again (L161-8, L161-9, L311-5, R311-1).

This module decides nothing of its own: it brings ends of work and family leaves to the rules of ``droits``.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from oracle import droits
from oracle.calendrier import plus_jours
from oracle.dossier.activites import Activite, CongeFamille
from oracle.faits import Faits
from oracle.loi import appliquer


@dataclass(frozen=True)
class Cessation:
    """A stop of work whose rights are looked for: its first day, and the chains or leaves that certificates may name."""

    faits: Faits
    debut: date
    arrets: tuple[str, ...]


@dataclass(frozen=True)
class AncienDroit:
    """Rights the insured once had: ``reference`` is the first day not worked, where they and pay are looked at.

    ``contractuelle``: first day without a contract, from which they are kept; ``reprise``: first day of the work that
    followed, if any; ``conge``: the family leave they come before.
    """

    reference: date
    contractuelle: date
    reprise: date | None
    conge: CongeFamille | None = None


def activites_au(faits: Faits, jour: date) -> tuple[Activite, ...]:
    """The activities under way on a day."""
    return tuple(a for a in faits.activites if a.debut <= jour and (a.fin is None or a.fin >= jour))


def au_travail_le(faits: Faits, debut: date) -> tuple[Activite, ...]:
    """The activities a stop interrupts: those of the eve, otherwise those of its first day."""
    return activites_au(faits, plus_jours(debut, -1)) or activites_au(faits, debut)


def anciens_droits(cessation: Cessation, au_travail: tuple[Activite, ...]) -> list[AncienDroit]:
    """What the insured may fall back on, the latest first."""
    avant = min((a.debut for a in au_travail), default=cessation.debut)
    trouves = [*_cessations(cessation, avant, avant if au_travail else None), *_apres_un_conge(cessation)]
    return sorted(trouves, key=lambda ancien: ancien.reference, reverse=True)


def _cessations(cessation: Cessation, avant: date, reprise: date | None) -> Iterator[AncienDroit]:
    """The ends of work before a day, each with the work that followed it."""
    while finies := [a for a in cessation.faits.activites if a.fin is not None and a.fin < avant]:
        derniere = max(finies, key=lambda a: (a.fin, a.activite))
        assert derniere.fin is not None  # noqa: S101  # filtered above; kept for the type checker
        travailles = [
            att.dernier_jour_travaille
            for att in cessation.faits.attestations
            if att.activite == derniere.activite and att.arret in cessation.arrets
        ]
        effective = plus_jours(min([*travailles, derniere.fin]), 1)
        for conge in _conges_suivis(cessation.faits):
            if conge.debut < effective <= plus_jours(conge.fin, 1):
                effective = conge.debut
        yield AncienDroit(effective, plus_jours(derniere.fin, 1), reprise)
        avant = reprise = derniere.debut


def _apres_un_conge(cessation: Cessation) -> Iterator[AncienDroit]:
    """Family leaves begun before the stop, each with the resumption that follows it, or the illness that does at once."""
    for conge in _conges_suivis(cessation.faits):
        if conge.debut <= cessation.debut:
            reprise = plus_jours(conge.fin, 1)
            for avis in cessation.faits.avis:
                if avis.arret not in cessation.arrets and avis.debut <= reprise <= avis.fin:
                    reprises = [
                        r.date
                        for r in cessation.faits.reprises
                        if r.arret == avis.arret and reprise <= r.date <= avis.fin
                    ]
                    reprise = min([*reprises, plus_jours(avis.fin, 1)])
            yield AncienDroit(conge.debut, conge.debut, reprise, conge)


def _conges_suivis(faits: Faits) -> list[CongeFamille]:
    """Family leaves, those that follow one another without interruption taken as one (L161-9-2)."""
    suivis: list[CongeFamille] = []
    for conge in faits.conges_famille:
        if suivis and conge.debut <= plus_jours(suivis[-1].fin, 1):
            suivis[-1] = suivis[-1].model_copy(update={"fin": max(suivis[-1].fin, conge.fin)})
        else:
            suivis.append(conge)
    return suivis


def gardes(cessation: Cessation, ancien: AncienDroit) -> bool:
    """Whether former rights are still kept on the day of the stop.

    After a leave, twelve months from the resumption. After work ceased, twelve months, pushed by paid unemployment;
    work resumed meanwhile, too briefly to reopen any, keeps them twelve months more.
    """
    faits, debut = cessation.faits, cessation.debut
    if ancien.conge is not None and ancien.reprise is not None:
        dernier = appliquer(droits.fin_des_droits_retrouves, ancien.reprise)
        return appliquer(droits.droits_retrouves, debut, dernier)
    if appliquer(droits.droits_maintenus, debut, _dernier_jour_du_maintien(faits, debut, ancien)):
        return True
    if ancien.reprise is None:
        return False
    a_la_reprise = appliquer(
        droits.droits_maintenus,
        ancien.reprise,
        _dernier_jour_du_maintien(faits, ancien.reprise, ancien),
    )
    return a_la_reprise and appliquer(droits.reprise_insuffisante, debut, ancien.reprise)


def _dernier_jour_du_maintien(faits: Faits, jour: date, ancien: AncienDroit) -> date:
    """Twelve months from the cessation, pushed by each spell of paid unemployment begun while rights were kept."""
    dernier = appliquer(droits.fin_du_maintien, ancien.contractuelle)
    for chomage in faits.chomages:
        if chomage.indemnise and ancien.contractuelle <= chomage.debut <= dernier:
            dernier = max(
                dernier,
                appliquer(droits.fin_du_maintien, plus_jours(chomage.fin, 1)) if chomage.fin else jour,
            )
    return dernier
