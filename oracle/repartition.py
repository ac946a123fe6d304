"""Who receives each paid day: the insured, or the employers subrogated to them (R323-11). Amounts are cents.

Nothing here changes what is due. A day without benefit has no payee.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from oracle import destinataires
from oracle.dossier.employeur import AttestationSalaire, Subrogation
from oracle.faits import Faits
from oracle.journal import Journal
from oracle.loi import Sujet, appliquer, au_sujet_de
from oracle.services import Service
from oracle.sinistres.attestations import subrogations_de_l_accident

Parts = Mapping[date, Mapping[str, int]]
"""For each paid day, the cents of each payee; the insured comes first."""


def repartir(faits: Faits, journal: Journal) -> Parts:
    """Share every paid day between the insured and the employers subrogated to them that day (R323-11)."""
    parts: dict[date, dict[str, int]] = {}
    tous = {j.jour: j.montant for j in journal.jours if j.statut == "indemnise"}
    for service in journal.services:
        with au_sujet_de(Sujet(service.arrets[0], None, {"debut_arret": service.debut})):
            payes = {jour: tous[jour] for jour in sorted(service.jours & tous.keys())}
            subroges = _jours_subroges(faits, service, payes)
            for jour, montant in payes.items():
                employeurs = {a: _part(service, a, montant) for a, jours in subroges.items() if jour in jours}
                reste = montant - sum(employeurs.values())
                du_jour = {"assure": reste} if reste else {}
                parts[jour] = {
                    **du_jour,
                    **{f"employeur:{a}": part for a, part in sorted(employeurs.items()) if part},
                }
    return parts


def _part(service: Service, activite: str, montant: int) -> int:
    salaires = {a: service.releve.salaires_de(a, service.mois) for a in service.releve.attestations}
    if len(salaires) == 1:
        return montant
    return appliquer(destinataires.part_d_un_employeur, montant, salaires[activite], sum(salaires.values()))


def _jours_subroges(faits: Faits, service: Service, payes: Mapping[date, int]) -> dict[str, set[date]]:
    """The days of each employer: the union of its declared periods, however many and however far apart."""
    jours: dict[str, set[date]] = {}
    for attestation, subrogation in _declarees(faits, service):
        jours.setdefault(attestation.activite, set()).update(
            _jours_de(faits, attestation, subrogation, payes)
        )
    return jours


def _declarees(faits: Faits, service: Service) -> Iterator[tuple[AttestationSalaire, Subrogation]]:
    """The periods declared by the certificates that speak for the risk."""
    if service.accident:
        yield from subrogations_de_l_accident(faits, service.arrets)
        return
    for attestation in faits.attestations:
        if attestation.arret in service.arrets and attestation.risque != "accident":
            yield from ((attestation, subrogation) for subrogation in attestation.subrogations)


def _jours_de(
    faits: Faits, attestation: AttestationSalaire, subrogation: Subrogation, payes: Mapping[date, int]
) -> set[date]:
    """Days of one declared period on which the employer is payee; all of them, or none."""
    contrats = _contrats(faits, attestation.activite)
    fin = appliquer(
        destinataires.dernier_jour_de_subrogation, subrogation.fin, max(dernier for _, dernier in contrats)
    )
    periodes = appliquer(destinataires.periodes_sous_contrat, subrogation.debut, fin, contrats)
    jours = {jour for jour in payes if any(debut <= jour <= fin for debut, fin in periodes)}
    maintenu = subrogation.salaire_maintenu
    de_droit = appliquer(
        destinataires.subrogation_de_plein_droit,
        maintien_total=maintenu == "total",
        deduction_ij=subrogation.deduction_ij,
        convention_avec_clause=subrogation.fondement in (None, "contrat", "convention")
        and subrogation.clause_deduction is not False,
        maintenu=0 if maintenu == "total" else maintenu,
        indemnites=sum(payes[jour] for jour in jours),
    )
    return jours if de_droit else set()


def _contrats(faits: Faits, activite: str) -> Sequence[tuple[date, date]]:
    """The contracts with one employer, in order; one without bounds while no document tells them."""
    connus = [(a.debut, a.fin or date.max) for a in faits.activites if a.activite == activite]
    return connus or [(date.min, date.max)]
