"""Dated parameters of the law: one YAML file a theme, every value with its source and its first day in force.

``table(nom)`` gives the rows of a parameter; ``Table.valeur_au(jour)`` the value in force on the selecting date.
Amounts are cents, rates exact fractions, counts whole; of a rule that came into force one day, 0 before and 1 since.
"""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cache
from importlib.resources import files
from typing import Any

from ruamel.yaml import YAML

Valeur = Fraction | int

_THEMES = ("smic", "plafond", "maladie", "famille", "atmp", "prelevements")


@dataclass(frozen=True)
class Ligne:
    """One value and the first day on which it is in force."""

    depuis: date
    valeur: Fraction
    source: str


@dataclass(frozen=True)
class Table:
    """A dated parameter. ``selection`` says which date picks the row, ``regle`` the card that reads it.

    ``sans_changement_connu_au`` is the horizon: what is known of the future.
    """

    nom: str
    libelle: str
    unite: str
    selection: str
    regle: str
    lignes: tuple[Ligne, ...]
    texte_lu_au: date
    sans_changement_connu_au: date

    def ligne_au(self, jour: date) -> Ligne:
        """The row in force on ``jour``; raises ``ParametreInconnu`` before the first row."""
        for ligne in reversed(self.lignes):
            if ligne.depuis <= jour:
                return ligne
        raise ParametreInconnu(self, jour)

    def valeur_au(self, jour: date) -> Fraction:
        """The value in force on ``jour``."""
        return self.ligne_au(jour).valeur


class ParametreInconnu(LookupError):  # noqa: N818  # a refusal, named in the field's words
    """No row of the parameter is in force that day."""

    def __init__(self, table: Table, jour: date) -> None:
        self.table, self.jour = table, jour
        super().__init__(
            f"{table.libelle} : aucune valeur connue au {jour.isoformat()} ; la première est en vigueur le "
            f"{table.lignes[0].depuis.isoformat()}"
        )


def _table(brut: dict[str, Any]) -> Table:
    echelle = 100 if brut["unite"] == "euros" else 1
    lignes = tuple(
        Ligne(depuis=ligne["depuis"], valeur=Fraction(str(ligne["valeur"])) * echelle, source=ligne["source"])
        for ligne in brut["valeurs"]
    )
    if [ligne.depuis for ligne in lignes] != sorted({ligne.depuis for ligne in lignes}):
        raise ValueError(f"{brut['parametre']}: rows must be sorted by date, without repetition")
    return Table(
        nom=brut["parametre"],
        libelle=brut["libelle"],
        unite=brut["unite"],
        selection=brut["selection"],
        regle=brut["regle"],
        lignes=lignes,
        texte_lu_au=brut["texte_lu_au"],
        sans_changement_connu_au=brut["sans_changement_connu_au"],
    )


@cache
def tables() -> dict[str, Table]:
    """Every parameter, by name."""
    yaml = YAML(typ="safe", pure=True)
    lues = [
        _table(brut)
        for theme in _THEMES
        for brut in yaml.load((files("oracle.legislation") / f"{theme}.yaml").read_text(encoding="utf-8"))
    ]
    return {table.nom: table for table in lues}
