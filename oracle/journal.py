"""The days of the stops, one by one: waiting, paid, refused, pending, and why (L323-1, R323-1)."""

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from oracle import carences, droits, maladie
from oracle.calendrier import jours
from oracle.decompte import Motif, Statut
from oracle.faits import Faits
from oracle.instruction import Instruction, instruire
from oracle.interruptions import JourDArret, interruptions
from oracle.loi import Sujet, appliquer, au_sujet_de, parametre
from oracle.registre.modele import Selection


@dataclass(frozen=True)
class JourLiquide:
    """A day, decided. ``montant`` in cents; ``precision`` names, in French, what a pending day waits for."""

    jour: date
    arret: str
    statut: Statut
    motif: Motif | None
    precision: str | None
    montant: int
    articles: tuple[str, ...]


@dataclass
class Compteurs:
    """Days already paid, in order: outside long-term conditions, and all."""

    hors_ald: list[date] = field(default_factory=list)
    tous: list[date] = field(default_factory=list)
    _comptes: set[date] = field(default_factory=set)

    def noter(self, jour: date, ald: str | None) -> None:
        """Count one paid day, once: what an older engine already paid is not counted again."""
        if jour in self._comptes:
            return
        self._comptes.add(jour)
        self.tous.append(jour)
        if ald is None:
            self.hors_ald.append(jour)

    def servies_hors_ald(self, depuis: date) -> int:
        """Benefits paid on ``depuis`` or later, long-term conditions left out."""
        return len(self.hors_ald) - bisect_left(self.hors_ald, depuis)

    def servies(self, depuis: date) -> int:
        """Benefits paid on ``depuis`` or later, whatever the illness."""
        return len(self.tous) - bisect_left(self.tous, depuis)


@dataclass(frozen=True)
class Journal:
    """Every stop instructed, every day decided, and where the counters stand."""

    instructions: tuple[Instruction, ...]
    jours: tuple[JourLiquide, ...]
    compteurs: Compteurs
    fins_ald: Mapping[str, date]


def tenir_le_journal(faits: Faits) -> Journal:
    """Instruct every stop and decide every day, in order of time."""
    compteurs = Compteurs()
    deja_payes = {jour: ligne.ald for ligne in faits.historique for jour in jours(ligne.debut, ligne.fin)}
    for jour_paye, ald in sorted(deja_payes.items()):
        compteurs.noter(jour_paye, ald)
    suivi = carences.SuiviDesCarences(faits)
    instructions: list[Instruction] = []
    journal: list[JourLiquide] = []
    for interruption in interruptions(faits):
        dates: dict[Selection, date] = {
            "debut_arret": interruption.debut,
            "prescription": interruption.avis[0].prescrit_le,
        }
        arret = interruption.arrets[0]
        with au_sujet_de(Sujet(arret, None, dates)):
            instruction = instruire(faits, interruption)
            sans_carence = suivi.exonere(interruption)
        instructions.append(instruction)
        for jour in interruption.jours:
            with au_sujet_de(Sujet(arret, jour.jour, {**dates, "jour_indemnise": jour.jour})):
                decide = _decider(jour, instruction, sans_carence, compteurs, suivi.fins_ald)
            if decide.statut == "indemnise":
                compteurs.noter(jour.jour, jour.avis.ald)
            journal.append(decide)
    return Journal(tuple(instructions), tuple(journal), compteurs, suivi.fins_ald)


def _decider(
    jour: JourDArret,
    instruction: Instruction,
    sans_carence: bool,
    compteurs: Compteurs,
    fins_ald: Mapping[str, date],
) -> JourLiquide:
    """One day: the first reason not to pay it, otherwise its amount."""

    def rendre(
        statut: Statut, motif: Motif | None, *articles: str, precision: str | None = None, montant: int = 0
    ) -> JourLiquide:
        return JourLiquide(jour.jour, jour.avis.arret, statut, motif, precision, montant, articles)

    if jour.nature == "travaille":
        return rendre("non_indemnise", "jour_travaille", "R323-1")
    if jour.nature == "repris":
        return rendre("non_indemnise", "reprise_du_travail", "L323-6")
    if jour.nature == "non_prescrit":
        return rendre("non_prescrit", "jour_non_prescrit", "L321-1")
    if not _prescripteur_admis(jour, instruction):
        return rendre("non_indemnise", "prescripteur_non_admis", "L162-4-4")
    au_dela = appliquer(droits.apres_six_mois, jour.jour, instruction.dernier_jour_six_mois)
    for verdict in (instruction.six_mois, instruction.au_dela) if au_dela else (instruction.six_mois,):
        if verdict.acquis is None:
            return rendre("en_attente", "piece_manquante", "R323-10", precision=_attendu(verdict.manques))
        if verdict.acquis is False:
            motif: Motif = (
                "droits_non_ouverts"
                if verdict is instruction.six_mois
                else "droits_non_ouverts_apres_six_mois"
            )
            return rendre("non_indemnise", motif, "L313-1", "R313-3")
    if not sans_carence and _en_carence(jour, instruction):
        return rendre("carence", "delai_de_carence", "L323-1", "R323-1")
    epuise = _quota_epuise(jour, compteurs, fins_ald)
    if epuise is not None:
        return rendre("non_indemnise", epuise, "L323-1", "R323-1")
    if instruction.calcul.montant is None:
        return rendre(
            "en_attente", "piece_manquante", "R323-10", precision=_attendu(instruction.calcul.manques)
        )
    if instruction.calcul.montant == 0:
        return rendre("non_indemnise", "indemnite_nulle", "R323-4")
    minimum = _minimum(jour, instruction) if au_dela else 0
    if au_dela and appliquer(maladie.sous_le_minimum, instruction.calcul.montant, minimum):
        return rendre("indemnise", None, "L323-1", "R324-3", montant=minimum)
    return rendre("indemnise", None, "L323-1", "R323-4", "R323-5", montant=instruction.calcul.montant)


def _minimum(jour: JourDArret, instruction: Instruction) -> int:
    """What a day after the sixth month is paid at least."""
    pension = parametre("pension_invalidite_minimale", jour.jour)
    return appliquer(maladie.minimum_apres_six_mois, pension, instruction.calcul.base or Fraction(0))


def _prescripteur_admis(jour: JourDArret, instruction: Instruction) -> bool:
    avis = jour.avis
    if avis is instruction.interruption.avis[0] or avis.nature == "initial":
        return True
    return appliquer(
        maladie.prescripteur_admis,
        avis.prescripteur,
        avis.prescripteur_initial,
        avis.impossibilite_prescripteur,
        bool(parametre("prolongation_par_un_chirurgien_dentiste", avis.prescrit_le)),
    )


def _attendu(manques: tuple[str, ...]) -> str:
    return "il manque " + ", ".join(manques)


def _en_carence(jour: JourDArret, instruction: Instruction) -> bool:
    interruption = instruction.interruption
    debut = appliquer(
        maladie.debut_du_delai_de_carence, interruption.debut, max(jour.avis.debut, interruption.debut)
    )
    nombre = int(parametre("jours_de_carence", interruption.debut))
    return appliquer(
        maladie.jour_de_carence, jour.jour, debut, appliquer(maladie.dernier_jour_de_carence, debut, nombre)
    )


def _quota_epuise(jour: JourDArret, compteurs: Compteurs, fins_ald: Mapping[str, date]) -> Motif | None:
    """Why the day is beyond what may be served, if it is.

    Within the three years of its condition a day has no count. After them, what is left of 360 benefits of any kind
    may still be used; outside any condition, 360 over rolling three years.
    """
    depuis = appliquer(maladie.premier_jour_des_trois_ans, jour.jour)
    maximum = int(parametre("ij_sur_trois_ans", jour.jour))
    if jour.avis.ald is None:
        servies = compteurs.servies_hors_ald(depuis)
        return None if appliquer(maladie.dans_la_limite_de_360, servies, maximum) else "maximum_360"
    if appliquer(maladie.dans_la_periode_ald, jour.jour, fins_ald[jour.avis.ald]):
        return None
    return (
        None
        if appliquer(maladie.dans_la_limite_de_360, compteurs.servies(depuis), maximum)
        else "duree_ald_epuisee"
    )
