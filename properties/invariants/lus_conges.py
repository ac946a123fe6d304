"""Short ways to read a file of family leave: the leave, the pregnancy and the birth that stand, the days paid for them.

The lengths of the rest are stated here as L331-3 and L331-4 have them, in days.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from operator import attrgetter
from typing import Any, TypeVar

from oracle.calendrier import jours, plus_jours
from oracle.decompte import Decompte
from oracle.dossier import Dossier
from oracle.dossier.activites import Activite
from oracle.dossier.arrets import AvisArret
from oracle.dossier.famille import Adoption, Conge, Grossesse, Naissance
from properties.invariants.lus import JourRendu, pieces, reprises, tous_les_jours

_P = TypeVar("_P", bound=Any)
SIX_SEMAINES, HUIT_SEMAINES = 42, 56
VINGT_DEUX_SEMAINES = 154
_SEIZE, _VINGT_SIX, _TRENTE_QUATRE, _QUARANTE_SIX = (42, 70), (56, 126), (84, 154), (168, 154)


def dernieres(dossier: Dossier, au: date, modele: type[_P], cle: Callable[[_P], Any]) -> list[_P]:
    """Documents that stand: the last received of each name."""
    gardees: dict[Any, _P] = {}
    for piece in sorted(pieces(dossier, au, modele), key=lambda p: (p.recue_le, p.id)):
        gardees[cle(piece)] = piece
    return list(gardees.values())


def conges(dossier: Dossier, au: date, *risques: str) -> list[Conge]:
    """The leaves that stand; those of some risks alone."""
    tous = dernieres(dossier, au, Conge, lambda c: c.conge)
    return [conge for conge in tous if not risques or conge.risque in risques]


def depassees(dossier: Dossier, au: date) -> set[str]:
    """Family documents in force that another of the same name, received later, stands for."""
    noms: tuple[tuple[type[Any], str], ...] = (
        (Conge, "conge"),
        (Grossesse, "grossesse"),
        (Naissance, "grossesse"),
        (Adoption, "adoption"),
    )
    return {
        piece.id
        for modele, nom in noms
        for piece in pieces(dossier, au, modele)
        if piece not in dernieres(dossier, au, modele, attrgetter(nom))
    }


@dataclass(frozen=True)
class Repos:
    """The only rest of a file: the mother's leave, her pregnancy, and the birth once known."""

    conge: Conge
    grossesse: Grossesse
    naissance: Naissance | None

    @property
    def durees(self) -> tuple[int, int]:
        """Legal days before the presumed date and from the delivery."""
        nes = len(self.naissance.enfants) if self.naissance else 0
        return durees_du_repos(self.grossesse, nes)

    @property
    def total(self) -> int:
        """Days of the whole rest."""
        return sum(self.durees)

    @property
    def debut_legal(self) -> date:
        """First day of the rest by law, before any postponement or advance."""
        return plus_jours(self.grossesse.accouchement_prevu, -self.durees[0])

    @property
    def jours(self) -> set[date]:
        """Every day the leave claims."""
        return {jour for periode in self.conge.periodes for jour in jours(periode.debut, periode.fin)}

    @property
    def deplace(self) -> bool:
        """Days were asked to be moved."""
        return bool(self.grossesse.report_jours or self.grossesse.avance_jours)


def durees_du_repos(grossesse: Grossesse, nes: int) -> tuple[int, int]:
    """16, 26, 34 or 46 weeks, before and after (L331-3, L331-4)."""
    enfants = max(grossesse.enfants_attendus, nes)
    nombreuse = max(grossesse.enfants_a_charge, grossesse.enfants_nes_viables) > 1
    if enfants == 1:
        return _VINGT_SIX if nombreuse else _SEIZE
    return _TRENTE_QUATRE if enfants == 2 else _QUARANTE_SIX  # two children, then more


def un_repos(dossier: Dossier, au: date) -> Repos | None:
    """The only rest of a file, or nothing."""
    siens = conges(dossier, au, "maternite")
    grossesses = dernieres(dossier, au, Grossesse, lambda g: g.grossesse)
    if len(siens) != 1 or len(grossesses) != 1:
        return None
    nees = dernieres(dossier, au, Naissance, lambda n: n.grossesse)
    return Repos(siens[0], grossesses[0], nees[0] if nees else None)


def un_repos_sans_histoire(dossier: Dossier, au: date) -> Repos | None:
    """A rest beside which nothing happens: no notice, no resumption, no other leave, no child in hospital."""
    repos = un_repos(dossier, au)
    seul = len(conges(dossier, au)) == 1 and not reprises(dossier, au) and not pieces(dossier, au, AvisArret)
    if repos is None or not seul or hospitalises(repos.naissance):
        return None
    return repos if repos.naissance is None or viables(repos.naissance) else None


def hospitalises(naissance: Naissance | None) -> bool:
    """A newborn was taken to hospital."""
    return naissance is not None and any(enfant.hospitalisations for enfant in naissance.enfants)


def viables(naissance: Naissance) -> bool:
    """Every child is of twenty-two weeks at least: no reading doubts it."""
    return all(
        e.semaines_amenorrhee * 7 + e.jours_amenorrhee >= VINGT_DEUX_SEMAINES for e in naissance.enfants
    )


def independant(dossier: Dossier, au: date) -> bool:
    """The file is that of a self-employed person."""
    return any(a.nature == "independant" for a in pieces(dossier, au, Activite))


def jours_du_conge(decompte: Decompte, conge: Conge) -> list[JourRendu]:
    """The days rendered under a leave, in order."""
    siens = [jour for jour in tous_les_jours(decompte) if jour.arret == conge.conge]
    return sorted(siens, key=lambda jour: jour.jour)


def servis(decompte: Decompte, *risques: str) -> list[JourRendu]:
    """The days paid for risks of family leave, in order."""
    tous = [jour for jour in tous_les_jours(decompte) if jour.servi and jour.risque in risques]
    return sorted(tous, key=lambda jour: jour.jour)


def en_suspens(decompte: Decompte) -> bool:
    """Rights are closed, or a document is missing, for some day of a leave."""
    return any(
        jour.risque != "maladie" and jour.motif in ("droits_non_ouverts", "piece_manquante")
        for jour in tous_les_jours(decompte)
    )
