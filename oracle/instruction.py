"""Instructing a stop: are rights open, on which wages, under which ceiling, for how much a day.

This module decides nothing of its own: it brings facts to the rules of ``droits`` and ``salaires``, in order.
"""

from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from oracle import droits, salaires
from oracle.anciens_droits import Cessation, anciens_droits, au_travail_le, gardes
from oracle.calcul import Calcul, calculer
from oracle.calendrier import plus_jours
from oracle.conditions import Verdict, au_dela_de_six_mois, six_premiers_mois
from oracle.dossier.activites import CongeFamille
from oracle.faits import Faits
from oracle.interruptions import Interruption
from oracle.loi import appliquer
from oracle.releves import Releve, relever

__all__ = ["Calcul", "Instruction", "Verdict", "instruire"]


@dataclass(frozen=True)
class Instruction:
    """Everything decided once for a stop, before its days are looked at.

    ``fins_six_mois``: last day of the first six months, for each count, the first of which starts with the stop.
    ``maintien``: rights and pay are those of before work ceased, or before ``conge``, a family leave.
    """

    interruption: Interruption
    releve: Releve
    six_mois: Verdict
    au_dela: Verdict
    fins_six_mois: tuple[tuple[date, date], ...]
    maintien: bool
    calcul: Calcul
    conge: CongeFamille | None = None

    @property
    def dernier_jour_six_mois(self) -> date:
        """Last day of the first six months of the stop, gaps left aside."""
        return self.fins_six_mois[0][1]

    @property
    def depasse_six_mois(self) -> bool:
        """The stop passes its sixth month."""
        return _depasse(self.interruption, self.fins_six_mois)

    def au_dela_le(self, jour: date) -> bool:
        """The day comes after the first six months."""
        commences = [fin for debut, fin in self.fins_six_mois if debut <= jour]
        fin = commences[-1] if commences else self.dernier_jour_six_mois
        return appliquer(droits.apres_six_mois, jour, fin)

    @property
    def sans_fruit(self) -> bool:
        """Rights are closed, or worth nothing: former rights may be kept."""
        return self.six_mois.acquis is False or self.calcul.montant == 0


@dataclass(frozen=True)
class _Dossier:
    """A stop, and what is known around it."""

    faits: Faits
    interruption: Interruption
    anterieurs: tuple[date, ...]
    droits_ald_acquis: bool


def instruire(
    faits: Faits,
    interruption: Interruption,
    anterieurs: tuple[date, ...] = (),
    droits_ald_acquis: bool = False,
    accident_le: date | None = None,
) -> Instruction:
    """Decide rights and amount for a stop (L313-1, R313-3, L161-8, L161-9, L311-5, R323-4).

    The insured at work is judged on the day of the interruption. When that opens nothing, or a nil benefit, former
    rights are looked at where they are kept, the latest first: those of before a family leave, those of before work
    ceased. ``anterieurs``: days of earlier stops of the file that count as work; ``droits_ald_acquis``: an earlier stop
    for the same long-term condition, within its three years, had its rights open. ``accident_le``: the stop takes over from
    a work accident of that day, when rights were to be open (L371-3).
    """
    dossier = _Dossier(faits, interruption, anterieurs, droits_ald_acquis)
    if accident_le is not None:
        return _instruire_au(dossier, accident_le, maintien=False)
    au_travail = au_travail_le(faits, interruption.debut)
    cessation = Cessation(faits, interruption.debut, interruption.arrets)
    propre = _instruire_au(dossier, interruption.debut, maintien=False) if au_travail else None
    if propre is not None and not propre.sans_fruit:
        return propre
    retenue: Instruction | None = None
    for ancien in anciens_droits(cessation, au_travail):
        if gardes(cessation, ancien):
            essai = _instruire_au(dossier, ancien.reference, maintien=True, conge=ancien.conge)
            if not essai.sans_fruit:
                return essai
            retenue = retenue or essai
    return retenue or propre or _sans_droit(dossier)


def _instruire_au(
    dossier: _Dossier, reference: date, *, maintien: bool, conge: CongeFamille | None = None
) -> Instruction:
    faits, interruption = dossier.faits, dossier.interruption
    date_du_salaire = appliquer(salaires.date_du_salaire, interruption.debut, reference)
    releve = relever(faits, interruption.arrets, interruption.debut, date_du_salaire, dossier.anterieurs)
    fins_six_mois = _fins_des_six_mois(interruption)
    dispense = appliquer(droits.dispense_de_conditions, interruption.avis[0].acte_terrorisme) or appliquer(
        droits.acquis_au_premier_arret, dossier.droits_ald_acquis
    )
    acquis = Verdict(acquis=True)
    six_mois = acquis if dispense else six_premiers_mois(releve)
    return Instruction(
        interruption=interruption,
        releve=releve,
        six_mois=six_mois,
        au_dela=au_dela_de_six_mois(faits, releve)
        if not dispense and _depasse(interruption, fins_six_mois)
        else acquis,
        fins_six_mois=fins_six_mois,
        maintien=maintien,
        calcul=calculer(
            faits,
            interruption,
            releve,
            reference,
            droits_fermes=six_mois.acquis is False,
            anterieurs=dossier.anterieurs,
        ),
        conge=conge,
    )


def _fins_des_six_mois(interruption: Interruption) -> tuple[tuple[date, date], ...]:
    """First and last day of each count of six months: one a stop, unless a gap starts it again."""
    reprises = [
        jour.jour
        for veille, jour in pairwise(interruption.jours)
        if jour.nature == "arrete" and veille.nature != "arrete" and jour.jour > interruption.debut
    ]
    if reprises and not appliquer(droits.six_mois_recomptes):
        reprises = []
    return tuple(
        (debut, appliquer(droits.dernier_jour_des_six_premiers_mois, debut))
        for debut in (interruption.debut, *reprises)
    )


def _depasse(interruption: Interruption, fins_six_mois: tuple[tuple[date, date], ...]) -> bool:
    """One of the counts goes past its sixth month."""
    bornes = [*(plus_jours(debut, -1) for debut, _ in fins_six_mois[1:]), interruption.fin]
    return any(
        appliquer(droits.apres_six_mois, borne, fin)
        for borne, (_, fin) in zip(bornes, fins_six_mois, strict=True)
    )


def _sans_droit(dossier: _Dossier) -> Instruction:
    interruption, refuse = dossier.interruption, Verdict(acquis=False)
    releve = relever(dossier.faits, interruption.arrets, interruption.debut, interruption.debut)
    return Instruction(
        interruption=interruption,
        releve=releve,
        six_mois=refuse,
        au_dela=refuse,
        fins_six_mois=_fins_des_six_mois(interruption),
        maintien=False,
        calcul=calculer(dossier.faits, interruption, releve, interruption.debut, droits_fermes=True),
    )
