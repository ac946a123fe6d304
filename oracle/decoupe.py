"""Notices cut around days that another benefit holds."""

from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date

from oracle.calendrier import jours, suites
from oracle.dossier.arrets import AvisArret
from oracle.faits import Faits


def sans_les_jours(faits: Faits, tenus: Collection[date]) -> Faits:
    """The facts, each notice cut around days held elsewhere."""
    if not tenus:
        return faits
    return replace(faits, avis=tuple(bout for avis in faits.avis for bout in couper(avis, tenus)))


def couper(avis: AvisArret, tenus: Collection[date]) -> Iterator[AvisArret]:
    """What is left of a notice, in as many parts as needed."""
    libres = [jour for jour in jours(avis.debut, avis.fin) if jour not in tenus]
    for debut, fin in suites(libres):
        if (debut, fin) == (avis.debut, avis.fin):
            yield avis
        else:
            travaille = avis.premier_jour_travaille and debut == avis.debut
            yield avis.model_copy(update={"debut": debut, "fin": fin, "premier_jour_travaille": travaille})
