"""Runs of days whose total the law fixes: attested periods of part-time, notices paid by half as a whole.

Each day of such a run carries whole cents, and together they make the total exactly.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace

from oracle import controles, temps_partiel
from oracle.attestees import PeriodeAttestee, PeriodesAttestees
from oracle.examen import Examen
from oracle.interruptions import JourDArret
from oracle.jours import JourLiquide
from oracle.loi import appliquer

Rangs = Sequence[int]
"""Places of days in the stop."""


def arreter_les_totaux(
    decides: Sequence[JourLiquide],
    jours: Sequence[JourDArret],
    attestees: PeriodesAttestees,
    examens: Mapping[str, Examen],
) -> list[JourLiquide]:
    """The same days, those of a run with a total carrying their share of it; ``jours`` are the facts of ``decides``."""
    arretes = list(decides)
    a_temps_partiel = [rang for rang, jour in enumerate(jours) if _a_temps_partiel(jour)]
    dates = [jours[rang].jour for rang in a_temps_partiel]
    for periode in attestees.periodes:
        partiels = a_temps_partiel[bisect_left(dates, periode.debut) : bisect_right(dates, periode.fin)]
        payes = [rang for rang in partiels if decides[rang].statut == "indemnise"]
        if payes:
            _partager(arretes, payes, _total(periode, decides, payes, len(partiels)))
    for document, examen in examens.items():
        if examen.reduit_de is not None and not appliquer(controles.moitie_par_jour):
            reduits = [rang for rang, jour in enumerate(jours) if _reduit(jour, decides[rang], document)]
            if reduits:
                entier = sum(decides[rang].montant for rang in reduits)
                _partager(arretes, reduits, appliquer(controles.moitie, entier))
    return arretes


def _reduit(jour: JourDArret, decide: JourLiquide, document: str) -> bool:
    """A full day of a notice that is paid by half; of part-time, half is taken before the loss bounds it."""
    return jour.avis.id == document and decide.motif == "envoi_tardif" and not _a_temps_partiel(jour)


def _a_temps_partiel(jour: JourDArret) -> bool:
    return jour.avis.modalite == "temps_partiel" and jour.nature == "arrete"


def _total(
    periode: PeriodeAttestee, decides: Sequence[JourLiquide], payes: Rangs, jours_prescrits: int
) -> int:
    perte = periode.perte
    if len(payes) < jours_prescrits:
        perte = appliquer(temps_partiel.perte_des_jours_payables, perte, len(payes), jours_prescrits)
    entieres = sum(decides[rang].montant for rang in payes)
    return appliquer(temps_partiel.indemnite_de_la_periode, entieres, len(payes), perte)


def _partager(arretes: list[JourLiquide], rangs: Rangs, total: int) -> None:
    for ordre, rang in enumerate(rangs, start=1):
        arretes[rang] = replace(
            arretes[rang],
            montant=appliquer(temps_partiel.part_du_jour, total, ordre, len(rangs)),
            ligne=arretes[rangs[0]].jour,
        )
