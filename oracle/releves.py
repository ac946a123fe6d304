"""What employers certify before a date: wages and hours by month or by pay, and what is missing to know them.

A month is missing when an activity covers it and no pay accounts for it: the file waits, it is not refused.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from oracle.calendrier import MoisCivil, fin_du_mois_precedent, mois_civils_precedents
from oracle.dossier.activites import Activite
from oracle.dossier.employeur import AttestationSalaire, Paie
from oracle.faits import Faits


@dataclass(frozen=True)
class Mesure:
    """Amounts, one per month or pay (cents, or hundredths of an hour), and the missing documents, in French."""

    valeurs: tuple[int, ...]
    manques: tuple[str, ...]


@dataclass(frozen=True)
class Releve:
    """The certificates that count for a stop, read before ``reference`` (the interruption, or the cessation)."""

    reference: date
    activites: tuple[Activite, ...]
    attestations: dict[str, AttestationSalaire]

    def salaires_des_mois(self, nombre: int) -> Mesure:
        """Contributory pay of each of the ``nombre`` civil months before, all employers together."""
        return self._par_mois(nombre, lambda paie: paie.brut)

    def heures_des_mois(self, nombre: int) -> Mesure:
        """Hours of each of the ``nombre`` civil months before; a certificate silent on hours counts for none."""
        return self._par_mois(nombre, lambda paie: paie.heures or 0)

    def heures_declarees(self, champ: str) -> tuple[int, ...]:
        """Hours each employer declares over a sliding window (``heures_90_jours``, ``heures_365_jours``)."""
        return tuple(getattr(attestation, champ) or 0 for attestation in self.attestations.values())

    def salaires_des_paies(self, nombre: int) -> Mesure:
        """Each of the last ``nombre`` weekly or fortnightly pays of the civil months before, all employers together."""
        fin = fin_du_mois_precedent(self.reference)
        series, manques = [], []
        for activite in self._presentes(MoisCivil(activite_la_plus_ancienne(self.activites), fin)):
            attestation = self.attestations.get(activite.activite)
            if attestation is None:
                manques.append(_sans_attestation(activite))
                continue
            retenues = sorted((p for p in attestation.paies if p.fin <= fin), key=lambda p: p.fin)[-nombre:]
            if len(retenues) < nombre:
                manques.append(
                    f"{nombre} paies avant le mois de l'arrêt, {len(retenues)} connues (activité {activite.activite})"
                )
            series.append([0] * (nombre - len(retenues)) + [paie.brut for paie in retenues])
        return Mesure(tuple(sum(rang) for rang in zip(*series, strict=True)), tuple(manques))

    def salaires_de(self, activite: str, nombre: int) -> int:
        """Total contributory pay of one employer over the ``nombre`` civil months before."""
        attestation = self.attestations.get(activite)
        mois = mois_civils_precedents(self.reference, nombre)
        return (
            sum(p.brut for p in attestation.paies if mois[0].debut <= p.fin <= mois[-1].fin)
            if attestation
            else 0
        )

    def _presentes(self, periode: MoisCivil) -> tuple[Activite, ...]:
        return tuple(
            a for a in self.activites if a.debut <= periode.fin and (a.fin is None or a.fin >= periode.debut)
        )

    def _par_mois(self, nombre: int, lire: Callable[[Paie], int]) -> Mesure:
        valeurs, manques = [], []
        for mois in mois_civils_precedents(self.reference, nombre):
            total = 0
            for activite in self._presentes(mois):
                attestation = self.attestations.get(activite.activite)
                paies = (
                    [p for p in attestation.paies if mois.debut <= p.fin <= mois.fin] if attestation else []
                )
                total += sum(lire(paie) for paie in paies)
                if attestation is None:
                    manques.append(_sans_attestation(activite))
                elif not paies:
                    manques.append(f"la paie de {mois} (activité {activite.activite})")
            valeurs.append(total)
        return Mesure(tuple(valeurs), tuple(dict.fromkeys(manques)))


def activite_la_plus_ancienne(activites: tuple[Activite, ...]) -> date:
    """First day of the earliest activity."""
    return min(activite.debut for activite in activites)


def _sans_attestation(activite: Activite) -> str:
    return f"l'attestation de salaire de l'employeur (activité {activite.activite})"


def relever(faits: Faits, arrets: tuple[str, ...], reference: date) -> Releve:
    """Gather the certificates of a stop's chains, read before ``reference``."""
    attestations: dict[str, AttestationSalaire] = {}
    for arret in arrets:
        for attestation in faits.attestations:
            if attestation.arret == arret:
                attestations.setdefault(attestation.activite, attestation)
    return Releve(reference, tuple(a for a in faits.activites if a.debut < reference), attestations)
