"""A family leave under study: the days it claims, and what its rights and its amount are judged on."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from oracle.calendrier import jours
from oracle.decompte import Motif
from oracle.dossier.activites import Regime
from oracle.dossier.famille import Grossesse, Naissance
from oracle.dossier.versements import Risque
from oracle.famille.duree import Duree


@dataclass(frozen=True)
class JourDeConge:
    """A day a leave claims. ``refus``: why it is not paid, whatever the rights; ``mois``: which month of a birth leave."""

    jour: date
    arret: str
    refus: Motif | None = None
    articles: tuple[str, ...] = ()
    mois: int = 1


@dataclass(frozen=True)
class Conditions:
    """What opens rights: ``references``, the dates at which work is judged, one being enough, and affiliation.

    ``affilie_au``: the date at which affiliation is counted; ``conge_le``: the start of leave that says how long it must be;
    ``date_a_date``: hours of the three months before that date count as well.
    """

    references: tuple[date, ...]
    affilie_au: date
    conge_le: date
    date_a_date: bool = False


@dataclass(frozen=True)
class Fenetre:
    """The legal rest of a pregnancy, for those who read: every date the law looked at, and the days it may pay."""

    grossesse: Grossesse
    naissance: Naissance | None
    duree: Duree
    debut_legal: date
    report: int
    avance: int
    supplement: int
    debut: date
    fin: date
    reliquat: tuple[date, date] | None = None

    @property
    def accouchement(self) -> date:
        """The delivery, or the date presumed while it is unknown."""
        return self.naissance.date if self.naissance else self.grossesse.accouchement_prevu

    def jours(self) -> Iterator[date]:
        """Every day of the rest, in order."""
        yield from jours(self.debut, self.fin)
        if self.reliquat is not None:
            yield from jours(*self.reliquat)

    def contient(self, jour: date) -> bool:
        """The day is within the rest, or within what was postponed of it."""
        if self.reliquat is not None and self.reliquat[0] <= jour:
            return jour <= self.reliquat[1]
        return self.debut <= jour <= self.fin


@dataclass(frozen=True)
class Plan:
    """A leave, or a part of one with pay and ceiling of its own.

    ``arrets``: the leave, then the notices it stands for; certificates may name any of them. ``debut``: first paid day;
    ``salaire_au``: the day before which pay is read; ``conditions``: what opens rights, where the law asks for something;
    ``constat``: the first finding of the mother's own pregnancy.
    """

    risque: Risque
    regime: Regime
    arrets: tuple[str, ...]
    debut: date
    salaire_au: date
    jours: tuple[JourDeConge, ...]
    conditions: Conditions
    fenetre: Fenetre | None = None
    constat: date | None = None

    @property
    def payables(self) -> tuple[JourDeConge, ...]:
        """The days nothing refuses."""
        return tuple(jour for jour in self.jours if jour.refus is None)
