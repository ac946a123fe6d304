"""From notices to legal stops: which days belong together, which are prescribed, worked, resumed or uncovered."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from itertools import pairwise
from typing import Literal

from oracle import maladie
from oracle.calendrier import jours, nb_jours, plus_jours
from oracle.dossier.arrets import AvisArret
from oracle.faits import Faits
from oracle.loi import Sujet, appliquer, au_sujet_de, parametre

Nature = Literal["arrete", "travaille", "repris", "non_prescrit", "ponte"]
ECART_MONTRE = 3
"""Uncovered days shown in a décompte: gaps of at most three days between two notices."""


@dataclass(frozen=True)
class JourDArret:
    """A day of a stop. ``avis`` governs it; of an uncovered day, the notice before it."""

    jour: date
    nature: Nature
    avis: AvisArret


@dataclass(frozen=True)
class Interruption:
    """A legal stop: ``debut`` is its first entirely unworked day, ``jours`` every day it has to account for."""

    debut: date
    avis: tuple[AvisArret, ...]
    jours: tuple[JourDArret, ...]

    @property
    def arrets(self) -> tuple[str, ...]:
        """The prescriber's chains it gathers, in order."""
        return tuple(dict.fromkeys(avis.arret for avis in self.avis))

    @property
    def fin(self) -> date:
        """Last day not worked under a prescription."""
        return max((jour.jour for jour in self.jours if jour.nature == "arrete"), default=self.debut)

    @property
    def vide(self) -> bool:
        """No day was actually stopped (the only day was worked, or work was resumed at once)."""
        return all(jour.nature != "arrete" for jour in self.jours)


def interruptions(
    faits: Faits,
    ailleurs: frozenset[date] = frozenset(),
    continue_l_arret: Callable[[date, AvisArret], bool] | None = None,
) -> tuple[Interruption, ...]:
    """The legal stops of a file, in order of time.

    ``ailleurs``: days that another benefit holds; a notice that follows one opens a new stop. ``continue_l_arret``: whether
    a notice goes on with the stop that ended on a day; by default, as for sickness.
    """
    groupes: list[list[AvisArret]] = []
    pontes: set[date] = set()
    dernier_jour: date | None = None
    for avis in faits.avis:
        fin = _fin_effective(faits, avis)
        apres_un_conge = plus_jours(avis.debut, -1) in ailleurs
        if (
            dernier_jour is not None
            and not apres_un_conge
            and (continue_l_arret or partial(_continue, pontes=pontes))(dernier_jour, avis)
        ):
            groupes[-1].append(avis)
            dernier_jour = max(dernier_jour, fin)
        else:
            groupes.append([avis])
            dernier_jour = fin
    suivants = [groupe[0].debut for groupe in groupes[1:]]
    return _chaque_jour_une_fois(
        [
            _interruption(faits, tuple(groupe), pontes, suivant)
            for groupe, suivant in zip(groupes, [*suivants, None][: len(groupes)], strict=True)
        ],
        ailleurs,
    )


def _chaque_jour_une_fois(suite: list[Interruption], ailleurs: frozenset[date]) -> tuple[Interruption, ...]:
    """A day given back by a resumption, then prescribed again, belongs to the later stop alone."""
    gardees: list[Interruption] = []
    pris = set(ailleurs)
    for interruption in reversed(suite):
        jours_a_elle = tuple(jour for jour in interruption.jours if jour.jour not in pris)
        pris |= {jour.jour for jour in jours_a_elle}
        gardees.append(replace(interruption, jours=jours_a_elle))
    return tuple(reversed(gardees))


def _continue(dernier_jour: date, avis: AvisArret, pontes: set[date]) -> bool:
    """Whether a notice goes on with the stop that ended on ``dernier_jour``; bridged days are noted."""
    with au_sujet_de(Sujet(arret=avis.arret, dates={"second_avis": avis.debut})):
        ecart = nb_jours(plus_jours(dernier_jour, 1), plus_jours(avis.debut, -1))
        prolongation = avis.nature == "prolongation"
        a_examiner = prolongation and 1 <= ecart <= ECART_MONTRE
        tolerance_finie = a_examiner and bool(
            parametre("fin_de_la_tolerance_des_jours_non_prescrits", avis.debut)
        )
        pont = (
            a_examiner
            and appliquer(maladie.tolerance_en_vigueur, tolerance_finie)
            and appliquer(maladie.pont_tolere, dernier_jour, avis.debut)
        )
        ouvres = a_examiner and appliquer(
            maladie.deux_jours_ouvres, dernier_jour, avis.debut, tolerance_finie
        )
        if pont:
            pontes.update(jours(plus_jours(dernier_jour, 1), plus_jours(avis.debut, -1)))
        return appliquer(maladie.meme_interruption, ecart, prolongation, pont, ouvres)


def _fin_effective(faits: Faits, avis: AvisArret) -> date:
    """Last day not worked of a notice: the eve of an earlier resumption, otherwise the prescribed end."""
    reprises = [
        r.date
        for r in faits.reprises
        if r.arret == avis.arret
        and avis.debut <= r.date <= avis.fin
        and appliquer(maladie.vraie_reprise, _en_reeducation(faits, avis.arret, r.date))
    ]
    return plus_jours(min(reprises), -1) if reprises else avis.fin


def _en_reeducation(faits: Faits, arret: str, jour: date) -> bool:
    return any(r.arret == arret and r.debut <= jour <= r.fin for r in faits.reeducations)


def _debut(faits: Faits, avis: AvisArret) -> date:
    """First unworked day of a notice: the notice says it was given on a worked day, or the employer does.

    Part-time is worked by nature: its first day counts.
    """
    travaille = avis.modalite == "complet" and (
        avis.premier_jour_travaille
        or any(
            attestation.dernier_jour_travaille == avis.debut
            for attestation in faits.attestations
            if attestation.arret == avis.arret
        )
    )
    return appliquer(maladie.premier_jour_non_travaille, avis.debut, travaille)


def _interruption(
    faits: Faits, groupe: tuple[AvisArret, ...], pontes: set[date], suivant: date | None
) -> Interruption:
    with au_sujet_de(Sujet(arret=groupe[0].arret, dates={"debut_arret": groupe[0].debut})):
        comptes: dict[date, JourDArret] = {}
        for avis in groupe:
            debut, fin = _debut(faits, avis), _fin_effective(faits, avis)
            for jour in appliquer(maladie.jours_prescrits, avis.debut, avis.fin):
                nature: Nature = "travaille" if jour < debut else "repris" if jour > fin else "arrete"
                if jour not in comptes or (comptes[jour].nature != "arrete" and nature == "arrete"):
                    comptes[jour] = JourDArret(jour, nature, avis)
        _combler(comptes, pontes, suivant)
        jours_ranges = tuple(comptes[jour] for jour in sorted(comptes))
        debut = next((j.jour for j in jours_ranges if j.nature == "arrete"), groupe[0].debut)
        return Interruption(debut, groupe, jours_ranges)


def _combler(comptes: dict[date, JourDArret], pontes: set[date], suivant: date | None) -> None:
    """Show the uncovered days between two notices, up to three: unpaid, or bridged by tolerance."""
    couverts = sorted(comptes)
    bornes = [*couverts, suivant] if suivant is not None else couverts
    for veille, lendemain in pairwise(bornes):
        ecart = nb_jours(plus_jours(veille, 1), plus_jours(lendemain, -1))
        if 1 <= ecart <= ECART_MONTRE:
            for jour in jours(plus_jours(veille, 1), plus_jours(lendemain, -1)):
                comptes[jour] = JourDArret(
                    jour, "ponte" if jour in pontes else "non_prescrit", comptes[veille].avis
                )
