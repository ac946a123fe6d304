"""Which certificates speak for a work accident, and what a wage kept under a sickness certificate is worth (R441-4, R433-12)."""

from collections.abc import Iterator
from datetime import date

from oracle import destinataires
from oracle.dossier.employeur import AttestationSalaire, Subrogation
from oracle.faits import Faits
from oracle.loi import appliquer
from oracle.sinistres.arrets import ArretDeSinistre


def _siennes(faits: Faits, arrets: tuple[str, ...]) -> list[AttestationSalaire]:
    return [attestation for attestation in faits.attestations if attestation.arret in arrets]


def pour_la_maladie_seule(attestation: AttestationSalaire) -> bool:
    """A certificate made for sickness; one that names no risk follows that of the stop."""
    return attestation.risque not in (None, "accident")


def subrogations_de_l_accident(
    faits: Faits, arrets: tuple[str, ...]
) -> Iterator[tuple[AttestationSalaire, Subrogation]]:
    """The declared periods an employer may claim for a work accident.

    A certificate made for sickness counts where no other came, for a wage kept whole: it is of right (R433-12 al. 2).
    """
    siennes = _siennes(faits, arrets)
    certifies = {a.activite for a in siennes if not pour_la_maladie_seule(a)}
    for attestation in siennes:
        for subrogation in attestation.subrogations:
            if not pour_la_maladie_seule(attestation) or (
                attestation.activite not in certifies
                and appliquer(
                    destinataires.subroge_sans_attestation,
                    subrogation.salaire_maintenu == "total" and not subrogation.deduction_ij,
                )
            ):
                yield attestation, subrogation


def attestation_attendue(faits: Faits, arret: ArretDeSinistre, jour: date) -> str | None:
    """What a day waits for when the caisse asks the employer for a certificate of the accident first, in French."""
    siennes = _siennes(faits, arret.interruption.arrets)
    certifies = {a.activite for a in siennes if not pour_la_maladie_seule(a)}
    for attestation in siennes:
        muette = pour_la_maladie_seule(attestation) and attestation.activite not in certifies
        subroge = any(s.debut <= jour <= s.fin for s in attestation.subrogations)
        if muette and subroge and appliquer(destinataires.attestation_d_accident_attendue):
            return f"l'attestation de salaire pour l'accident (activité {attestation.activite})"
    return None
