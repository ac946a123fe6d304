"""Admissible readings where the law is silent: each named, with its ground. The first value is the default.

A reading is never picked silently: rules ask for it by name, and the trace keeps what was asked.
A reading that the law excludes is not here: it is a fault, and has its place among the named faults.
"""

from collections.abc import Mapping

from oracle.dossier.erreurs import DossierInvalide, Probleme
from oracle.lectures import atmp, conges, droits, independants, jours, montants, paiements
from oracle.lectures.modele import Lecture, Reponse

LECTURES: dict[str, Lecture] = {
    lecture.nom: lecture
    for lecture in (
        *droits.LECTURES,
        *montants.LECTURES,
        *jours.LECTURES,
        *conges.LECTURES,
        *independants.LECTURES,
        *atmp.LECTURES,
        *paiements.LECTURES,
    )
}


def verifier_les_lectures(choisies: Mapping[str, str]) -> dict[str, str]:
    """Check chosen readings; raise ``DossierInvalide`` naming the unknown reading or value and what is accepted."""
    problemes = []
    for nom, valeur in choisies.items():
        if nom not in LECTURES:
            problemes.append(
                Probleme(
                    f"lectures.{nom}", "", f"lecture inconnue ; lectures admises : {', '.join(LECTURES)}"
                )
            )
        elif valeur not in LECTURES[nom].valeurs:
            problemes.append(
                Probleme(
                    f"lectures.{nom}", str(valeur), f"valeurs admises : {', '.join(LECTURES[nom].valeurs)}"
                )
            )
    if problemes:
        raise DossierInvalide(problemes)
    return dict(choisies)


__all__ = ["LECTURES", "Lecture", "Reponse", "verifier_les_lectures"]
