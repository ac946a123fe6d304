"""What a décompte says of work accidents: decisions, daily amounts, bases, counts of days."""

from collections.abc import Iterator, Sequence
from datetime import date

from oracle.arrondis import a_six_decimales, au_plus_proche
from oracle.decompte import Base, Decision, Taux
from oracle.sinistres.instruction import InstructionDeSinistre

PREMIER_JOUR_AU_SECOND_TAUX = 29


def decisions_de_sinistre(instruction: InstructionDeSinistre) -> Iterator[Decision]:
    """Recognised, and paid unless something excludes it: one decision for each chain of notices."""
    en_attente = instruction.refus is None and bool(instruction.calcul.manques)
    for arret in instruction.arret.interruption.arrets:
        yield Decision.model_construct(
            arret=arret,
            regime="general",
            risque="accident",
            debut=instruction.arret.premier_jour,
            phase=None,
            ouvert=None if en_attente else instruction.refus is None,
            motif="piece_manquante" if en_attente else instruction.refus,
            articles=("L411-1", "L433-1"),
        )


def taux_de_sinistre(instruction: InstructionDeSinistre) -> Iterator[Taux]:
    """One fully paid day at each rate, by its place in the count of incapacity."""
    taux = instruction.calcul.taux
    if taux is None or instruction.refus is not None:
        return
    for arret in instruction.arret.interruption.arrets:
        for a_partir, montant in ((1, taux.premier), (PREMIER_JOUR_AU_SECOND_TAUX, taux.second)):
            yield Taux.model_construct(
                arret=arret,
                regime="general",
                risque="accident",
                debut=instruction.arret.premier_jour,
                a_partir_du_jour=a_partir,
                montant_journalier=montant,
            )


def bases_de_sinistre(instruction: InstructionDeSinistre) -> Iterator[Base]:
    """The daily wage before any ceiling, and the daily ceiling with its date."""
    calcul = instruction.calcul
    if calcul.base is None or instruction.refus is not None:
        return
    for arret in instruction.arret.interruption.arrets:
        yield Base.model_construct(
            arret=arret,
            regime="general",
            debut=instruction.arret.premier_jour,
            base_journaliere=a_six_decimales(calcul.base),
            plafond=au_plus_proche(calcul.plafond),
            date_plafond=calcul.date_plafond,
        )


def jours_atmp(instructions: Sequence[InstructionDeSinistre], au: date) -> dict[str, int]:
    """Days of incapacity counted for each accident, at the end of a day."""
    comptes: dict[str, int] = {}
    for instruction in instructions:
        atteints = [rang for jour, rang in instruction.arret.rangs.items() if jour <= au]
        nom = instruction.arret.sinistre.nom
        comptes[nom] = max([comptes.get(nom, 0), *atteints])
    return comptes
