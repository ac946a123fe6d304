"""What employers certify before a date: wages, hours and days by month or by pay, and what is missing to know them.

A month is missing when an activity covers it and no pay accounts for it: the file waits, it is not refused.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from oracle import droits, retablissement, salaires
from oracle.assimilation import JourAssimile
from oracle.calendrier import MoisCivil, fin_du_mois_precedent, jours, mois_civil, mois_civils_precedents
from oracle.dossier.activites import Activite, Chomage, CongeFamille
from oracle.dossier.employeur import AttestationSalaire, Paie
from oracle.dossier.versements import Risque
from oracle.equivalences import jours_assimiles
from oracle.faits import Faits
from oracle.loi import appliquer

JOURNEE_DE_CONGE = "conge_sans_solde"
"""A day of family leave is a day of unpaid leave: the employer pays nothing for it."""


@dataclass(frozen=True)
class Mesure:
    """Amounts, one per month or pay (cents, or hundredths of an hour), and the missing documents, in French."""

    valeurs: tuple[int, ...]
    manques: tuple[str, ...]


@dataclass(frozen=True)
class LigneDePaie:
    """One employer over a month: cents received, days under contract, days absent for a cause the law makes up for.

    ``declare`` is the month as the employer rebuilds it; ``ecartee`` says that a pay came too late to count.
    """

    activite: Activite
    mois: MoisCivil
    percu: int
    declare: int | None
    au_contrat: frozenset[date]
    absents: frozenset[date]
    motifs: frozenset[str]
    ecartee: bool

    @property
    def payes(self) -> frozenset[date]:
        """The calendar days the pay rewards."""
        return self.au_contrat - self.absents


@dataclass(frozen=True)
class Releve:
    """The certificates that count for a stop, read before ``reference`` (the interruption, or the cessation).

    ``interruption`` is the day of the stop: pays received since then came too late. ``douze_mois`` are the civil months
    before the reference.
    """

    reference: date
    interruption: date
    douze_mois: tuple[MoisCivil, ...]
    activites: tuple[Activite, ...]
    attestations: dict[str, AttestationSalaire]
    conges: tuple[CongeFamille, ...] = ()
    chomages: tuple[Chomage, ...] = ()
    assimiles: tuple[JourAssimile, ...] = ()
    _paies: Mapping[tuple[str, date], tuple[Paie, ...]] = field(default_factory=dict)

    def mois(self, nombre: int) -> tuple[MoisCivil, ...]:
        """The ``nombre`` civil months before the reference, twelve at most, oldest first."""
        return self.douze_mois[-nombre:]

    def retenu(self, paie: Paie) -> int:
        """What of a pay enters the daily base: all of it, or nothing when it came too late."""
        return paie.brut if appliquer(salaires.paie_retenue, paie.versee_le, self.interruption) else 0

    def _recu(self, paie: Paie) -> int:
        return paie.brut if appliquer(droits.paie_recue, paie.versee_le, self.interruption) else 0

    def salaires_des_mois(self, nombre: int) -> Mesure:
        """Contributory pay received in time for each of the ``nombre`` civil months before, all employers together."""
        return self._par_mois(nombre, self._recu)

    def heures_des_mois(self, nombre: int) -> Mesure:
        """Hours of each of the ``nombre`` civil months before; a certificate silent on hours counts for none."""
        return self._par_mois(nombre, lambda paie: paie.heures or 0)

    def salaires_retenus_des_mois(self, nombre: int) -> Mesure:
        """Pay that enters the daily base for each of the ``nombre`` civil months before, months not rebuilt."""
        return self._par_mois(nombre, self.retenu)

    def cachets_des_mois(self, nombre: int) -> int:
        """Cachets of the ``nombre`` civil months before, in contracts paid so."""
        return sum(
            paie.cachets or 0
            for mois in self.mois(nombre)
            for activite in self.presentes(mois)
            if appliquer(droits.paye_au_cachet, activite.contrat)
            for paie in self.paies_du_mois(activite, mois)
        )

    def heures_declarees(self, champ: str) -> tuple[int, ...]:
        """Hours each employer declares over a sliding window (``heures_90_jours``, ``heures_365_jours``)."""
        return tuple(getattr(attestation, champ) or 0 for attestation in self.attestations.values())

    def paies_courtes(self, nombre: int) -> tuple[tuple[Paie, ...], ...]:
        """The last ``nombre`` weekly or fortnightly pays of the civil months before, for each employer that certifies."""
        fin = fin_du_mois_precedent(self.reference)
        return tuple(
            tuple(
                sorted((paie for paie in self._de(activite) if paie.fin <= fin), key=lambda paie: paie.fin)[
                    -nombre:
                ]
            )
            for activite in self.employeurs_des_paies()
            if activite.activite in self.attestations
        )

    def employeurs_des_paies(self) -> tuple[Activite, ...]:
        """The activities before the month of the reference."""
        fin = fin_du_mois_precedent(self.reference)
        return self.presentes(MoisCivil(min(a.debut for a in self.activites), fin)) if self.activites else ()

    def salaires_de(self, activite: str, nombre: int) -> int:
        """Total contributory pay of one employer over the ``nombre`` civil months before."""
        attestation = self.attestations.get(activite)
        mois = self.mois(nombre)
        return (
            sum(p.brut for p in attestation.paies if mois[0].debut <= p.fin <= mois[-1].fin)
            if attestation
            else 0
        )

    def lignes(self, mois: MoisCivil) -> tuple[LigneDePaie, ...]:
        """Each employer present in a month."""
        return tuple(
            self._ligne(activite, mois, paies, tuple(self.retenu(paie) for paie in paies))
            for activite in self.presentes(mois)
            for paies in (self.paies_du_mois(activite, mois),)
        )

    def ligne_depuis(self, activite: Activite) -> LigneDePaie | None:
        """The days worked from the end of the reference to the eve of the stop, when a pay accounts for them.

        That pay falls due after the stop: when it was received does not matter.
        """
        paies = self.paies_du_mois(activite, mois_civil(self.reference))
        if not paies:
            return None
        jusqu_a = MoisCivil(min(paie.debut for paie in paies), max(paie.fin for paie in paies))
        ligne = self._ligne(activite, jusqu_a, paies, tuple(paie.brut for paie in paies))
        return ligne if ligne.payes else None

    def presentes(self, periode: MoisCivil) -> tuple[Activite, ...]:
        """The activities with a day in a period."""
        return tuple(
            a for a in self.activites if a.debut <= periode.fin and (a.fin is None or a.fin >= periode.debut)
        )

    def manques(self, activite: Activite, mois: MoisCivil) -> tuple[str, ...]:
        """What is missing to know an employer's month; a month spent in family leave has no pay to wait for."""
        if activite.activite not in self.attestations:
            return (sans_attestation(activite),)
        if self.paies_du_mois(activite, mois) or self._en_conge(activite, mois):
            return ()
        return (f"la paie de {mois} (activité {activite.activite})",)

    def paies_du_mois(self, activite: Activite, mois: MoisCivil) -> tuple[Paie, ...]:
        """The pays of an employer that end in a month, in the order of the certificate."""
        return self._paies.get((activite.activite, mois.debut), ())

    def _de(self, activite: Activite) -> list[Paie]:
        return [paie for (nom, _), paies in self._paies.items() if nom == activite.activite for paie in paies]

    def _par_mois(self, nombre: int, lire: Callable[[Paie], int]) -> Mesure:
        valeurs, manques = [], []
        for mois in self.mois(nombre):
            presentes = self.presentes(mois)
            valeurs.append(
                sum(lire(paie) for activite in presentes for paie in self.paies_du_mois(activite, mois))
            )
            manques += [manque for activite in presentes for manque in self.manques(activite, mois)]
        return Mesure(tuple(valeurs), tuple(dict.fromkeys(manques)))

    def _en_conge(self, activite: Activite, mois: MoisCivil) -> bool:
        return _sous_contrat(activite, mois) <= self._jours_de_conge(mois)

    def _jours_de_conge(self, mois: MoisCivil) -> set[date]:
        return {
            jour
            for conge in self.conges
            for jour in jours(max(conge.debut, mois.debut), min(conge.fin, mois.fin))
        }

    def _ligne(
        self, activite: Activite, mois: MoisCivil, paies: tuple[Paie, ...], retenus: tuple[int, ...]
    ) -> LigneDePaie:
        au_contrat, absents, motifs = _sous_contrat(activite, mois), self._jours_de_conge(mois), set[str]()
        if absents:
            motifs.add(JOURNEE_DE_CONGE)
        for absence in (absence for paie in paies for absence in paie.absences):
            if appliquer(retablissement.hors_du_contrat, absence.motif):
                au_contrat -= set(jours(absence.debut, absence.fin))
            elif appliquer(retablissement.absence_retablie, absence.motif):
                absents |= set(jours(absence.debut, absence.fin))
                motifs.add(absence.motif)
        declares = [paie.salaire_retabli for paie in paies]
        return LigneDePaie(
            activite=activite,
            mois=mois,
            percu=sum(retenus),
            declare=None
            if all(declare is None for declare in declares)
            else sum(
                paie.brut if declare is None else declare
                for paie, declare in zip(paies, declares, strict=True)
            ),
            au_contrat=frozenset(au_contrat),
            absents=frozenset(absents & au_contrat),
            motifs=frozenset(motifs),
            ecartee=sum(retenus) != sum(paie.brut for paie in paies),
        )


def _sous_contrat(activite: Activite, mois: MoisCivil) -> set[date]:
    return set(jours(max(activite.debut, mois.debut), min(activite.fin or mois.fin, mois.fin)))


def sans_attestation(activite: Activite) -> str:
    """What is missing when an employer certifies nothing."""
    return f"l'attestation de salaire de l'employeur (activité {activite.activite})"


def _proximite(attestation: AttestationSalaire, interruption: date, risque: Risque) -> tuple[bool, bool, int]:
    """Of the certificates that name a stop, those made for its risk come first, then the latest before the interruption."""
    ecart = (interruption - attestation.dernier_jour_travaille).days
    return (attestation.risque == "accident") != (risque == "accident"), ecart < 0, abs(ecart)


def relever(
    faits: Faits,
    arrets: tuple[str, ...],
    interruption: date,
    reference: date,
    anterieurs: tuple[date, ...] = (),
    risque: Risque = "maladie",
) -> Releve:
    """Gather the certificates of a stop's chains, read before ``reference``; ``risque``: what the stop is paid for.

    A pay is received in time when it was before ``interruption``, the day of the stop, even when ``reference`` is older.
    """
    attestations: dict[str, AttestationSalaire] = {}
    for arret in arrets:
        siennes = [attestation for attestation in faits.attestations if attestation.arret == arret]
        for attestation in sorted(siennes, key=lambda a: _proximite(a, interruption, risque)):
            attestations.setdefault(attestation.activite, attestation)
    paies: dict[tuple[str, date], tuple[Paie, ...]] = {}
    for attestation in attestations.values():
        for paie in attestation.paies:
            if paie.fin < reference:
                cle = attestation.activite, paie.fin.replace(day=1)
                paies[cle] = (*paies.get(cle, ()), paie)
    return Releve(
        reference=reference,
        interruption=interruption,
        douze_mois=mois_civils_precedents(reference, 12),
        activites=tuple(a for a in faits.activites if a.debut < reference),
        attestations=attestations,
        conges=faits.conges_famille,
        chomages=faits.chomages,
        assimiles=jours_assimiles(faits, anterieurs, reference),
        _paies=paies,
    )
