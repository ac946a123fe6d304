"""Work at reduced time or adapted before healing: what the caisse keeps paying (L433-1 al. 5, R433-15). Cents."""

from oracle.loi import lecture


def temps_partiel_reconnu(accord: bool | None) -> bool:
    """The medical service finds the work of a kind to help recovery (L433-1 al. 5); no decision, no objection."""
    return accord is not False


def indemnite_entiere() -> bool:
    """No formula is in force: the caisse keeps the benefit « en totalité ou en partie » (R433-15).

    By default, where it has decided no amount, the loss of pay bounds the benefit, as in sickness; reading
    ``temps_partiel_atmp``: the benefit whole, as L433-1 al. 5 reads.
    """
    return lecture("temps_partiel_atmp") == "indemnite_entiere"


def maintien_partiel(indemnite: int, decide: int) -> int:
    """The amount the caisse decided to keep, never more than the benefit (R433-15)."""
    return min(indemnite, decide)
