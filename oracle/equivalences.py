"""Days of a file that count as work, or that the caisse indemnified, before a date.

This module decides nothing of its own: it brings periods, detentions, history and earlier stops to ``assimilation``.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from datetime import date
from operator import attrgetter

from oracle import assimilation, salaires
from oracle.assimilation import JourAssimile
from oracle.calendrier import jours, mois_civils_precedents, plus_jours
from oracle.faits import Faits
from oracle.loi import appliquer

MALADIE = "maladie_indemnisee"
FORMATION = "conge_formation"
DETENTION = "detention_provisoire"
JOURS_DE_LA_PLUS_LONGUE_FENETRE = 365


def jours_assimiles(faits: Faits, anterieurs: tuple[date, ...], reference: date) -> tuple[JourAssimile, ...]:
    """The days worth work in the twelve civil months or the 365 days before ``reference``, each once, in order."""
    debut = min(
        mois_civils_precedents(reference, 12)[0].debut,
        plus_jours(reference, -JOURS_DE_LA_PLUS_LONGUE_FENETRE),
    )
    trouves = [
        jour
        for motif, du_motif in _jours_par_motif(faits, anterieurs, debut, plus_jours(reference, -1))
        for jour in _valoir(motif, du_motif)
    ]
    return appliquer(assimilation.chaque_jour_une_fois, trouves) if trouves else ()


def heures_assimilees(assimiles: tuple[JourAssimile, ...], debut: date, fin: date) -> int:
    """Hundredths of an hour the days of a window are worth; ``assimiles`` in order of days."""
    cle = attrgetter("jour")
    retenus = assimiles[bisect_left(assimiles, debut, key=cle) : bisect_right(assimiles, fin, key=cle)]
    return appliquer(assimilation.heures_assimilees, retenus) if retenus else 0


def jours_indemnises(faits: Faits, anterieurs: tuple[date, ...], debut: date, fin: date) -> set[date]:
    """Days between two dates that the caisse or unemployment insurance paid."""
    trouves = {jour for jour in anterieurs if debut <= jour <= fin}
    for ligne in faits.historique:
        trouves |= set(jours(max(ligne.debut, debut), min(ligne.fin, fin)))
    for periode in faits.periodes_assimilees:
        if appliquer(salaires.periode_indemnisee, periode.motif):
            trouves |= set(jours(max(periode.debut, debut), min(periode.fin, fin)))
    for chomage in faits.chomages:
        if appliquer(salaires.chomage_indemnise, chomage.indemnise):
            trouves |= set(jours(max(chomage.debut, debut), min(chomage.fin or fin, fin)))
    return trouves


def _jours_par_motif(
    faits: Faits, anterieurs: tuple[date, ...], debut: date, fin: date
) -> Iterator[tuple[str, list[date]]]:
    for periode in faits.periodes_assimilees:
        if appliquer(assimilation.periode_assimilable, periode.motif, periode.au_titre_du_maintien):
            yield periode.motif, _entre(periode.debut, periode.fin, debut, fin)
    for detention in faits.detentions:
        if detention.provisoire:
            yield DETENTION, _entre(detention.debut, detention.fin or fin, debut, fin)
    for ligne in faits.historique:
        yield MALADIE, _entre(ligne.debut, ligne.fin, debut, fin)
    yield MALADIE, [jour for jour in anterieurs if debut <= jour <= fin]


def _entre(premier: date, dernier: date, debut: date, fin: date) -> list[date]:
    return list(jours(max(premier, debut), min(dernier, fin)))


def _valoir(motif: str, du_motif: list[date]) -> list[JourAssimile]:
    if not du_motif:
        return []
    heures = appliquer(assimilation.heures_d_un_jour, motif)
    retenus = appliquer(assimilation.jours_de_formation, du_motif) if motif == FORMATION else du_motif
    return [JourAssimile(jour, heures) for jour in retenus]
