"""Short ways to read a dossier and a décompte: documents in force, days one by one, the stop a day belongs to."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import pairwise
from typing import TypeVar

from oracle.calendrier import jours, plus_jours
from oracle.decompte import Decompte, par_jour
from oracle.dossier import Dossier
from oracle.dossier.activites import Activite, Chomage, CongeFamille
from oracle.dossier.arrets import AvisArret, Reprise
from oracle.dossier.champs import ecrire_exact
from oracle.dossier.employeur import AttestationSalaire, AttestationTempsPartiel
from oracle.dossier.famille import Adoption, Conge, Grossesse
from oracle.dossier.versements import RepriseHistorique
from oracle.faits import pieces_en_vigueur

_P = TypeVar("_P")
CONTRATS_CONTINUS = ("cdi", "cdd", "apprentissage")


@dataclass(frozen=True)
class JourRendu:
    """A day as an engine rendered it; amounts in cents."""

    jour: date
    arret: str
    statut: str
    motif: str | None
    montant: Fraction
    parts: tuple[tuple[str, Fraction], ...]
    risque: str = "maladie"

    @property
    def paye(self) -> bool:
        """Something is due."""
        return self.montant > 0

    @property
    def servi(self) -> bool:
        """A benefit, were it of no cent: a day of an attested period whose total is shared in whole cents."""
        return self.statut == "indemnise"

    @property
    def qui(self) -> frozenset[str]:
        """Those who are paid."""
        return frozenset(qui for qui, montant in self.parts if montant)


def tous_les_jours(decompte: Decompte) -> list[JourRendu]:
    """Every day of every run, even stated twice."""
    return [
        JourRendu(
            du.jour,
            periode.arret,
            periode.statut,
            periode.motif,
            Fraction(du.montant),
            tuple((part.destinataire, Fraction(part.montant)) for part in du.parts),
            periode.risque,
        )
        for periode in decompte.periodes
        for du in par_jour(periode)
    ]


def par_date(decompte: Decompte) -> dict[date, JourRendu]:
    """The days by date; of a day stated twice, the last."""
    return {jour.jour: jour for jour in tous_les_jours(decompte)}


def pieces(dossier: Dossier, au: date, modele: type[_P]) -> list[_P]:
    """The documents of a model in force at a date, in the order of the file."""
    return [piece for piece in pieces_en_vigueur(dossier.pieces, au) if isinstance(piece, modele)]


def avis_ranges(dossier: Dossier, au: date) -> list[AvisArret]:
    """Notices in force, by first day."""
    return sorted(pieces(dossier, au, AvisArret), key=lambda a: (a.debut, a.fin, a.id))


def se_chevauchent(avis: list[AvisArret]) -> bool:
    """Two notices share a day."""
    return any(suivant.debut <= precedent.fin for precedent, suivant in pairwise(avis))


def avis_du(avis: list[AvisArret], jour: date) -> AvisArret | None:
    """The notice that governs a day; of an uncovered day, the one before it. Notices do not overlap."""
    avant = [a for a in avis if a.debut <= jour]
    return avant[-1] if avant else None


def jours_prescrits(avis: Iterable[AvisArret]) -> set[date]:
    """Every prescribed day."""
    return {jour for a in avis for jour in jours(a.debut, a.fin)}


def jours_de_conge(dossier: Dossier, au: date) -> set[date]:
    """Every day that the last version of a leave claims, once what it is for is known."""
    connus = {None, *(p.grossesse for p in pieces(dossier, au, Grossesse))}
    connus |= {p.adoption for p in pieces(dossier, au, Adoption)}
    derniers: dict[str, Conge] = {}
    for conge in sorted(pieces(dossier, au, Conge), key=lambda c: (c.recue_le, c.id)):
        derniers[conge.conge] = conge
    return {
        jour
        for conge in derniers.values()
        if conge.grossesse in connus and conge.adoption in connus
        for periode in conge.periodes
        for jour in jours(periode.debut, periode.fin)
    }


def debut_de_l_arret(decompte: Decompte, arret: str, jour: date) -> date | None:
    """First day of the stop that a day belongs to, as the décompte states it."""
    debuts = {d.debut for d in decompte.decisions if d.arret == arret and d.debut is not None}
    return max((debut for debut in debuts if debut <= jour), default=None)


def taux_du_jour(decompte: Decompte, jour: JourRendu) -> Fraction | None:
    """The amount of a fully paid day of its stop, as the décompte states it."""
    debut = debut_de_l_arret(decompte, jour.arret, jour.jour)
    return next(
        (
            Fraction(t.montant_journalier)
            for t in decompte.taux
            if t.arret == jour.arret and (t.debut is None or t.debut == debut)
        ),
        None,
    )


def taux_par_arret(decompte: Decompte) -> Mapping[tuple[str, date | None], Fraction]:
    """Daily amounts by chain and first day of the stop."""
    return {(t.arret, t.debut): Fraction(t.montant_journalier) for t in decompte.taux}


def tout_est_recu(dossier: Dossier, au: date) -> bool:
    """Every document had come at ``au``."""
    return all(piece.recue_le <= au for piece in dossier.pieces)


def reprises(dossier: Dossier, au: date) -> list[Reprise]:
    """Resumptions of work."""
    return pieces(dossier, au, Reprise)


def sans_maintien(dossier: Dossier, au: date) -> bool:
    """No former right may come in: every activity runs, nothing says unemployment or leave."""
    activites = pieces(dossier, au, Activite)
    debut = min((a.debut for a in pieces(dossier, au, AvisArret)), default=au)
    ouvertes = all(a.debut < debut and a.fin is None for a in activites)
    return (
        ouvertes
        and bool(activites)
        and not pieces(dossier, au, Chomage)
        and not pieces(dossier, au, CongeFamille)
    )


def travail_continu(dossier: Dossier, au: date) -> bool:
    """Monthly pay, contracts whose benefit rests on three months."""
    return all(
        a.contrat in CONTRATS_CONTINUS
        and a.periodicite == "mensuelle"
        and not a.discontinu
        and not a.particulier_employeur
        for a in pieces(dossier, au, Activite)
    )


def attestations(dossier: Dossier, au: date) -> list[AttestationSalaire]:
    """Certificates of wages that stand: the last received of each employer and stop."""
    dernieres: dict[tuple[str, str], AttestationSalaire] = {}
    for a in sorted(pieces(dossier, au, AttestationSalaire), key=lambda a: (a.recue_le, a.id)):
        dernieres[a.arret, a.activite] = a
    return list(dernieres.values())


def attestations_de_temps_partiel(dossier: Dossier, au: date) -> list[AttestationTempsPartiel]:
    """Certificates of part-time that stand: the last received of each employer, stop and period."""
    dernieres: dict[tuple[str, str, date, date], AttestationTempsPartiel] = {}
    for a in sorted(pieces(dossier, au, AttestationTempsPartiel), key=lambda a: (a.recue_le, a.id)):
        dernieres[a.arret, a.activite, a.debut, a.fin] = a
    return list(dernieres.values())


def jours_d_avant(dossier: Dossier, au: date) -> dict[date, str | None]:
    """Days an older engine paid for sickness, with the long-term condition they were for."""
    return {
        jour: ligne.ald
        for piece in pieces(dossier, au, RepriseHistorique)
        for ligne in sorted(piece.lignes, key=lambda ligne: ligne.debut)
        for jour in jours(ligne.debut, ligne.fin)
    }


def en_euros(montant: Fraction | int) -> str:
    """An amount as people read it."""
    return f"{ecrire_exact(Fraction(montant))} €"


def veille(jour: date) -> date:
    """The day before."""
    return plus_jours(jour, -1)
