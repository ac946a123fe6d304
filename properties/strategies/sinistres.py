"""The building blocks of work accidents: the accident, its notices, its recognition, its end, and who certifies the pay."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import pairwise
from typing import Any

from oracle.arrondis import au_plus_proche
from oracle.calendrier import plus_jours
from oracle.legislation import tables
from properties.strategies.employeurs import Carriere, embauche
from properties.strategies.enveloppe import Enveloppe
from properties.strategies.hasard import Hasard, parmi, selon
from properties.strategies.plan import Attestation, Avis, Employeur, Piece
from properties.strategies.salaires import RONDS, TEMPS_PLEIN, salaire, un_cent_pres

TROIS_MOIS = 3
JOURS_D_UN_MOIS = Fraction(3042, 100)
_PART_DU_PLAFOND = Fraction(834, 100_000)
_LIMITES = (Fraction(1), Fraction(80, 79))
"""Where the amount curve bends: the ceiling, and the wage whose net gain is 80 % of the ceiling."""


@dataclass(frozen=True)
class Stop:
    """A stop of work for an accident: its chain, its days, and the last day worked before it."""

    arret: str
    debut: date
    fin: date
    travaille: date


def plafond_d_un_mois(jour: date) -> Fraction:
    """The monthly wage whose thirtieth is the daily ceiling of an accident, exact cents."""
    return (
        tables()["plafond_mensuel_securite_sociale"].valeur_au(jour) * 12 * _PART_DU_PLAFOND * JOURS_D_UN_MOIS
    )


def salaire_d_accident(hasard: Hasard, debut: date) -> int:
    """One monthly wage: round, around a bend of the amount curve, around the minimum wage, or any."""
    genre = selon(hasard, (6, "rond"), (3, "limite"), (2, "ordinaire"))
    if genre == "rond":
        return parmi(hasard, RONDS)
    if genre == "limite":
        return un_cent_pres(hasard, plafond_d_un_mois(debut) * parmi(hasard, _LIMITES))
    return salaire(hasard, debut)


def journalier_probable(brut: int, *, second: bool = False) -> int:
    """What a day is likely paid, in cents: what a scenario needs to write a payment, never an expected value."""
    return au_plus_proche(
        Fraction(brut) / JOURS_D_UN_MOIS * (Fraction(79, 100) if second else Fraction(60, 100))
    )


def duree_autour_de_28(hasard: Hasard) -> int:
    """A length of stop: a few days, around the twenty-ninth day, or longer."""
    return selon(hasard, (3, hasard.entier(1, 20)), (4, 26 + hasard.entier(0, 6)), (2, hasard.entier(31, 75)))


def accident(nom: str, nature: str, le: date, **champs: Any) -> Piece:
    """The declaration, known two days later."""
    return {
        "type": "accident",
        "recue_le": plus_jours(le, 2),
        "accident": nom,
        "nature": nature,
        "date": le,
        "activite": "A",
        **champs,
    }


def decision(nom: str, sens: str, le: date) -> Piece:
    """Recognition (``reconnu``) or refusal (``refuse``), known the day it is notified."""
    return {
        "type": "decision_accident",
        "recue_le": le,
        "accident": nom,
        "decision": sens,
        "notifiee_le": le,
    }


def consolidation(nom: str, le: date, *, guerison: bool = False) -> Piece:
    """The day fixed by the caisse, known ten days later."""
    return {
        "type": "consolidation",
        "recue_le": plus_jours(le, 10),
        "accident": nom,
        "date": le,
        "guerison": guerison,
    }


def avis_d_accident(nom: str, arret: Stop, coupures: Sequence[int] = (), **champs: Any) -> tuple[Avis, ...]:
    """The notices of a stop, cut in as many prolongations as said; ``champs`` are those of the first."""
    bornes = [arret.debut, *(plus_jours(arret.debut, c) for c in coupures), plus_jours(arret.fin, 1)]
    bornes = sorted({borne for borne in bornes if arret.debut <= borne <= plus_jours(arret.fin, 1)})
    return tuple(
        Avis(
            arret.arret,
            debut,
            plus_jours(suivant, -1),
            prolongation=rang > 0,
            champs={"risque": "accident", "accident": nom} | (champs if rang == 0 else {}),
        )
        for rang, (debut, suivant) in enumerate(pairwise(bornes))
    )


def employeur_de_la_victime(
    hasard: Hasard,
    enveloppe: Enveloppe,
    brut: int,
    arrets: Sequence[Stop],
    *,
    activite: str = "A",
    contrat: str | None = None,
    risque: str | None = "accident",
    mois: int = TROIS_MOIS,
) -> Employeur:
    """An employer of long standing, who certifies each stop: three months, that provisional sickness may be paid."""
    suivie = Carriere(arrets[0].debut, (brut,) * mois, (TEMPS_PLEIN,) * mois)
    return Employeur(
        activite=activite,
        debut=embauche(hasard, enveloppe, arrets[0].debut, mois_au_moins=mois + 1),
        contrat=contrat or parmi(hasard, enveloppe.contrats_continus or enveloppe.contrats),
        attestations=tuple(
            Attestation(arret.arret, arret.travaille, suivie.paies(arret.debut, mois), risque=risque)
            for arret in arrets
        ),
    )
