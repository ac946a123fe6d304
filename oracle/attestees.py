"""Periods of therapeutic part-time that employers attest, and the loss of pay of each (L323-3, R323-3)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from oracle import temps_partiel
from oracle.calendrier import mois_civil
from oracle.dossier.arrets import AvisArret
from oracle.dossier.employeur import AttestationTempsPartiel
from oracle.faits import Faits
from oracle.loi import appliquer
from oracle.perimetre import HorsChamp


@dataclass(frozen=True)
class PeriodeAttestee:
    """Days the employers attest together, ``attestations``; ``perte`` in cents, all of them together."""

    debut: date
    fin: date
    perte: int
    attestations: tuple[AttestationTempsPartiel, ...]

    @cached_property
    def activites(self) -> frozenset[str]:
        """Those that answered."""
        return frozenset(attestation.activite for attestation in self.attestations)


class PeriodesAttestees:
    """The attested periods of a stop, looked up by day."""

    def __init__(self, faits: Faits, arrets: Iterable[str]) -> None:
        siennes = [a for a in faits.attestations_temps_partiel if a.arret in tuple(arrets)]
        self.periodes = tuple(_reunir(siennes))

    def du(self, jour: date, avis: AvisArret) -> PeriodeAttestee | None:
        """The period that holds a day, once every employer the notice names has attested it."""
        for periode in self.periodes:
            if periode.debut <= jour <= periode.fin and set(avis.activites) <= periode.activites:
                return periode
        return None

    def attendue(self, jour: date) -> str:
        """What a day without a period waits for, in French."""
        return f"l'attestation de temps partiel thérapeutique {mois_civil(jour).complement}"


def _reunir(attestations: list[AttestationTempsPartiel]) -> Iterable[PeriodeAttestee]:
    """One period for all the employers that attest the same days; their losses add up."""
    par_periode: dict[tuple[date, date], list[AttestationTempsPartiel]] = {}
    for attestation in attestations:
        par_periode.setdefault((attestation.debut, attestation.fin), []).append(attestation)
    precedente: tuple[date, date] | None = None
    for (debut, fin), ensemble in sorted(par_periode.items()):
        if precedente is not None and debut <= precedente[1]:
            raise HorsChamp(
                f"pieces[{ensemble[0].id}].debut",
                "des attestations de temps partiel de périodes qui se chevauchent sans coïncider ne sont pas prises en compte",
            )
        precedente = (debut, fin)
        yield PeriodeAttestee(
            debut,
            fin,
            sum(
                appliquer(temps_partiel.perte_de_salaire, a.salaire_retabli, a.salaire_percu)
                for a in ensemble
            ),
            tuple(ensemble),
        )
