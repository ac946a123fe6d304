"""A child who is not born alive, or does not live: when maternity is due all the same (R331-5, L331-3)."""

from oracle.loi import lecture, seuil

JOURS_PAR_SEMAINE = 7
VINGT_DEUX_SEMAINES = 22 * JOURS_PAR_SEMAINE
POIDS_VIABLE = 500


def viable(jours_d_amenorrhee: int, poids_g: int | None) -> bool:
    """Twenty-two weeks of amenorrhoea, or 500 grams (R331-5 al. 1; the weight is the health insurance's own alternative).

    Readings: ``seuil_viabilite`` keeps the weeks alone, as the text has them; ``seuil_poids`` sets exactly 500 g aside.
    """
    if seuil("MAT-MORTNE.age", jours_d_amenorrhee, ">=", VINGT_DEUX_SEMAINES):
        return True
    if poids_g is None or lecture("seuil_viabilite") == "22_sa_seulement":
        return False
    if poids_g == POIDS_VIABLE and lecture("seuil_poids") == "superieur_strict":
        return False
    return seuil("MAT-MORTNE.poids", poids_g, ">=", POIDS_VIABLE)


def maternite_due(ne_vivant: bool, viable: bool) -> bool:
    """Whether a birth opens maternity: a viable child, alive or not (R331-5); a child born alive, whatever its term.

    Of a child born alive before viability the text asks nothing more, practice does (reading ``naissance_vivante_non_viable``).
    """
    if viable:
        return True
    return ne_vivant and lecture("naissance_vivante_non_viable") == "periode_due"


def jours_anterieurs_acquis() -> bool:
    """Whether days of rest taken before a pregnancy lost too early to count stay paid as maternity.

    No by default: they are sickness, on prescription. Reading ``perte_avant_22_sa``: paid on the presumed date, they are kept.
    """
    return lecture("perte_avant_22_sa") == "jours_anterieurs_acquis"
