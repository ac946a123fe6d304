"""Who is paid each day: the insured, or an employer subrogated to them (R323-11). The amount never changes."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from oracle.arrondis import tronque
from oracle.loi import lecture, seuil


def subrogation_de_plein_droit(
    maintien_total: bool, deduction_ij: bool, convention_avec_clause: bool, maintenu: int, indemnites: int
) -> bool:
    """The employer takes the insured's place for the whole declared period (R323-11 al. 1).

    Wage kept in full and undiminished: always. Wage kept in part: only under a contract or agreement that provides
    for the deduction, and when what is kept reaches the sum of the benefits of the period (equality suffices).
    A wage already net of the benefits is not kept. ``maintenu`` and ``indemnites`` in cents.
    """
    if deduction_ij:
        return False
    if maintien_total:
        return True
    if not convention_avec_clause:
        return False
    return seuil("MAL-SUBRO.maintien_partiel", maintenu, ">=", indemnites)


def subroge_sans_attestation(maintien_total: bool) -> bool:
    """A sickness turned into a work accident, of which the employer certified nothing: it stays payee of a wage kept whole.

    It is so of right, « quelles que soient les clauses » (R433-12 al. 2). Reading ``atmp_sans_attestation``: never, the
    insured is paid.
    """
    return maintien_total and lecture("atmp_sans_attestation") == "subroge"


def attestation_d_accident_attendue() -> bool:
    """The days wait for the employer's certificate of the accident, under a reading of ``atmp_sans_attestation``."""
    return lecture("atmp_sans_attestation") == "en_attente"


def dernier_jour_de_subrogation(fin_declaree: date, fin_du_contrat: date) -> date:
    """Last day on which the employer may be payee: not beyond the contract, unless its certificate binds the caisse."""
    if lecture("fin_contrat_sans_rectificative") == "attestation_suivie":
        return fin_declaree
    return min(fin_declaree, fin_du_contrat)


def periodes_sous_contrat(
    debut: date, fin: date, contrats: Sequence[tuple[date, date]]
) -> tuple[tuple[date, date], ...]:
    """The parts of a declared period that fall inside a contract with this employer (R323-11: it keeps a wage).

    ``contrats``: first and last day of each successive contract. Between two of them, and before the first, the
    insured is paid. A certificate that binds the caisse is followed as it stands.
    """
    if lecture("fin_contrat_sans_rectificative") == "attestation_suivie":
        return ((debut, fin),)
    communes = [(max(debut, premier), min(fin, dernier)) for premier, dernier in contrats]
    return tuple((premier, dernier) for premier, dernier in communes if premier <= dernier)


def part_d_un_employeur(indemnite: int, salaires_de_l_employeur: int, salaires_de_tous: int) -> int:
    """One employer's share of the daily benefit, in proportion to reference wages, whole cents.

    The law is silent on the key; the cents left over go to the insured.
    """
    return tronque(Fraction(indemnite * salaires_de_l_employeur, salaires_de_tous))
