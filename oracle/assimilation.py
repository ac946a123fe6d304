"""Days that count as work for the opening of rights: illness, maternity, accident, remand, training (R313-8, R313-9).

Hours are integer hundredths of an hour, wages exact cents.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import groupby
from operator import attrgetter

from oracle.calendrier import lundi_de_la_semaine, plus_jours, premier_janvier_precedent
from oracle.loi import lecture, seuil

HEURES_D_UN_JOUR = 6_00
HEURES_DE_PRESENCE_PARENTALE = 4_00
HEURES_DE_FORMATION = 8_00
JOURS_DE_FORMATION_PAR_SEMAINE = 5
EXCLUS_SOUS_MAINTIEN = ("maladie_indemnisee", "maternite", "paternite", "invalidite", "allocation_l333_1")


@dataclass(frozen=True, order=True)
class JourAssimile:
    """A day that counts as work, and the hundredths of an hour it is worth."""

    jour: date
    heures: int


def periode_assimilable(motif: str, au_titre_du_maintien: bool) -> bool:
    """A period counts as work, unless it was paid under kept rights (R313-8, 1°).

    Only days of sickness, maternity, paternity, disability and maternity allowance are set aside when paid in
    application of L161-8 or L311-5; waiting days, accidents, remand and training always count.
    """
    return not (au_titre_du_maintien and motif in EXCLUS_SOUS_MAINTIEN)


def heures_d_un_jour(motif: str) -> int:
    """What a day is worth: 6 hours, 4 of daily parental presence allowance, 8 of unpaid training leave (R313-8, R313-9).

    Every calendar day counts, week-ends included (Cass. 2e civ., 15 December 2016, n° 15-23.904).
    """
    if motif == "ajpp":
        return HEURES_DE_PRESENCE_PARENTALE
    if motif == "conge_formation":
        return HEURES_DE_FORMATION
    return HEURES_D_UN_JOUR


def jours_de_formation(jours: Sequence[date]) -> tuple[date, ...]:
    """At most five days of training leave a week (R313-9).

    The week is civil, Monday to Sunday, and its first five days of leave are kept. ``jours`` in order of time.
    """
    return tuple(
        jour
        for _, semaine in groupby(jours, key=lundi_de_la_semaine)
        for rang, jour in enumerate(semaine, start=1)
        if seuil("MAL-OD-3.jours_par_semaine", rang, "<=", JOURS_DE_FORMATION_PAR_SEMAINE)
    )


def chaque_jour_une_fois(jours: Sequence[JourAssimile]) -> tuple[JourAssimile, ...]:
    """A day is worth its hours once, whatever the number of grounds; the highest when they differ (R313-8: « chaque journée »)."""
    return tuple(
        max(du_jour, key=attrgetter("heures"))
        for _, du_jour in groupby(sorted(jours), key=attrgetter("jour"))
    )


def heures_assimilees(jours: Sequence[JourAssimile]) -> int:
    """Hours added to the hours worked in the same window (R313-8)."""
    return sum(jour.heures for jour in jours)


def date_du_smic_assimile(debut_periode: date) -> date:
    """The 1 January whose hourly SMIC a day is worth six times: the one before the period of pay (R313-8, R313-9).

    When the period of six or twelve months itself begins on a 1 January the text reads two ways
    (reading ``smic_1er_janvier``).
    """
    if lecture("smic_1er_janvier") == "jour_meme":
        return premier_janvier_precedent(plus_jours(debut_periode, 1))
    return premier_janvier_precedent(debut_periode)


def salaires_assimiles(heures: int, smic_horaire: Fraction) -> Fraction:
    """Pay added to contributory pay: the hourly SMIC for each assimilated hour, exact (R313-8)."""
    return Fraction(heures, 100) * smic_horaire
