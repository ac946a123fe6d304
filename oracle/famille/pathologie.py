"""Illness of pregnancy and childbirth: the two weeks paid as maternity, and sickness beside the rest (L331-5, R331-2, R331-6)."""

from datetime import date

from oracle.calendrier import plus_jours
from oracle.loi import lecture, seuil

JOURS_DE_REPOS_PATHOLOGIQUE = 14
SIX_SEMAINES = 42


def repos_prenatal_possible(jour: date, declaration: date) -> bool:
    """The rest may be prescribed from the declaration of pregnancy (R331-6 al. 4)."""
    return seuil("MAT-PATHO-PRE.declaration", jour, ">=", declaration)


def malade_de_la_grossesse(risque: str, jour: date, debut_du_repos: date) -> bool:
    """An illness of pregnancy, before the rest and the birth: that alone may be paid as maternity (L331-5 al. 3).

    What follows from childbirth is sickness, on the same terms as any other (R331-6 al. 2).
    """
    return risque == "grossesse_pathologique" and seuil(
        "MAT-PATHO-PRE.avant_le_repos", jour, "<", debut_du_repos
    )


def repos_pathologique(rang: int) -> bool:
    """The ``rang``-th day of rest for an illness of pregnancy, before birth, is paid as maternity: two weeks at most.

    L331-5 al. 3. Beyond, and after the birth, it is sickness.
    """
    return seuil("MAT-PATHO-PRE.jours", rang, "<=", JOURS_DE_REPOS_PATHOLOGIQUE)


def sans_carence_de_grossesse(constat: date, naissance: date | None, date_presumee: date) -> bool:
    """An illness of pregnancy found within the six weeks before the delivery has no waiting days (R331-2 al. 2, a contrario).

    The delivery is the actual one (reading ``carence_grossesse``: the presumed one); unknown yet, it is presumed.
    """
    terme = (
        naissance if naissance is not None and lecture("carence_grossesse") == "accouchement_reel" else None
    )
    bord = plus_jours(terme or date_presumee, -SIX_SEMAINES)
    return seuil("MAT-MALADIE.constat", constat, ">=", bord)


def sans_carence_de_suites_de_couches(sans_reprise: bool) -> bool:
    """An illness that follows from childbirth and follows the rest without a resumption has no waiting days (R331-6 al. 2)."""
    return sans_reprise


def maternite_prevaut(jour: date, debut: date) -> bool:
    """During the rest maternity is paid, not sickness, even for an illness found before; before it, sickness (R331-6)."""
    return seuil("MAT-MALADIE.repos", jour, ">=", debut)
