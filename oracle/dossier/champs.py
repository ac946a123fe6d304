"""Elementary fields of a dossier: amounts, hours, days, identifiers, and the strict model they live in.

Amounts are read from quoted strings of euros with two decimals and kept as integer cents.
Hours are read the same way and kept as integer hundredths of an hour.
Nothing here knows the law.
"""

import re
from datetime import date
from fractions import Fraction
from typing import Annotated, Any, Literal

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    StrictBool,
    StrictInt,
    StringConstraints,
    ValidationInfo,
    WithJsonSchema,
    field_validator,
)
from pydantic_core import PydanticCustomError

_DEUX_DECIMALES = re.compile(r"(-?)([0-9]{1,12})\.([0-9]{2})")
_DECIMALES_LIBRES = re.compile(r"(-?)([0-9]{1,12})\.([0-9]{2,24})")
_JOUR = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
PREMIER_JOUR_ADMIS = date(1900, 1, 1)
DERNIER_JOUR_ADMIS = date(2100, 12, 31)


def _centiemes(valeur: Any) -> int:
    """Hundredths (cents, or hundredths of an hour) of a quoted two-decimal string."""
    if not isinstance(valeur, str):
        raise PydanticCustomError("nombre_non_cite", "nombre sans guillemets")
    lu = _DEUX_DECIMALES.fullmatch(valeur)
    if lu is None:
        raise PydanticCustomError("deux_decimales", "deux décimales attendues")
    if lu[1]:
        raise PydanticCustomError("nombre_negatif", "nombre négatif")
    return int(lu[2]) * 100 + int(lu[3])


def _exact(valeur: Any) -> Fraction:
    """Exact cents of an amount written with two decimals or more, as engines that do not round write it."""
    if isinstance(valeur, Fraction):
        return valeur
    if not isinstance(valeur, str):
        raise PydanticCustomError("nombre_non_cite", "nombre sans guillemets")
    lu = _DECIMALES_LIBRES.fullmatch(valeur)
    if lu is None:
        raise PydanticCustomError("decimales_libres", "au moins deux décimales attendues")
    if lu[1]:
        raise PydanticCustomError("nombre_negatif", "nombre négatif")
    return Fraction(f"{lu[2]}.{lu[3]}") * 100


def ecrire_centiemes(centiemes: int) -> str:
    """Write integer hundredths as the contract does: ``320050`` gives ``"3200.50"``."""
    signe = "-" if centiemes < 0 else ""
    entier, reste = divmod(abs(centiemes), 100)
    return f"{signe}{entier}.{reste:02d}"


def ecrire_exact(centimes: Fraction | int, decimales_au_plus: int = 12) -> str:
    """Write exact cents in euros: two decimals when they suffice, otherwise as many as needed up to a bound.

    Beyond ``decimales_au_plus`` decimals the value is rounded half up: only display is concerned.
    """
    for decimales in range(2, decimales_au_plus + 1):
        mise_a_l_echelle = centimes * 10 ** (decimales - 2)
        if mise_a_l_echelle.denominator == 1 or decimales == decimales_au_plus:
            entier = (2 * mise_a_l_echelle.numerator + mise_a_l_echelle.denominator) // (
                2 * mise_a_l_echelle.denominator
            )
            chiffres = str(entier).rjust(decimales + 1, "0")
            return f"{chiffres[:-decimales]}.{chiffres[-decimales:]}"
    raise AssertionError("unreachable: the last pass of the loop returns")


def _jour(valeur: Any) -> date:
    """A calendar day from an ISO string; a datetime, a timestamp or an impossible day is refused."""
    if type(valeur) is date:
        jour = valeur
    else:
        if not isinstance(valeur, str) or _JOUR.fullmatch(valeur) is None:
            raise PydanticCustomError("jour_mal_ecrit", "jour mal écrit")
        try:
            jour = date.fromisoformat(valeur)
        except ValueError:
            raise PydanticCustomError("jour_impossible", "jour impossible") from None
    if not PREMIER_JOUR_ADMIS <= jour <= DERNIER_JOUR_ADMIS:
        raise PydanticCustomError("jour_absurde", "jour hors du siècle")
    return jour


Montant = Annotated[
    int,
    BeforeValidator(_centiemes),
    PlainSerializer(ecrire_centiemes, return_type=str),
    WithJsonSchema(
        {
            "type": "string",
            "pattern": r"^\d{1,12}\.\d{2}$",
            "description": "Euros, deux décimales, entre guillemets.",
        }
    ),
]
"""Euros with two decimals, kept as integer cents."""

MontantExact = Annotated[
    Fraction | int,
    BeforeValidator(_exact),
    PlainSerializer(ecrire_exact, return_type=str),
    WithJsonSchema(
        {
            "type": "string",
            "pattern": r"^\d{1,12}\.\d{2,24}$",
            "description": "Euros, deux décimales ou plus, entre guillemets.",
        }
    ),
]
"""Euros with two decimals or more, kept as exact cents (a ``Fraction``): what an engine renders."""

TotalOuMontant = Annotated[
    Literal["total"] | int,
    BeforeValidator(lambda valeur: valeur if valeur == "total" else _centiemes(valeur)),
    PlainSerializer(
        lambda valeur: valeur if valeur == "total" else ecrire_centiemes(valeur), return_type=str
    ),
    WithJsonSchema(
        {
            "type": "string",
            "pattern": r"^(total|\d{1,12}\.\d{2})$",
            "description": "« total », ou euros à deux décimales.",
        }
    ),
]
"""What is kept of a wage: ``"total"``, or an amount."""

Heures = Annotated[
    int,
    BeforeValidator(_centiemes),
    PlainSerializer(ecrire_centiemes, return_type=str),
    WithJsonSchema(
        {
            "type": "string",
            "pattern": r"^\d{1,12}\.\d{2}$",
            "description": "Heures, deux décimales, entre guillemets.",
        }
    ),
]
"""Hours with two decimals, kept as integer hundredths of an hour."""

Jour = Annotated[
    date,
    BeforeValidator(_jour),
    WithJsonSchema({"type": "string", "format": "date", "description": "Jour, AAAA-MM-JJ."}),
]
"""A calendar day, ISO."""

Booleen = StrictBool
Compte = Annotated[StrictInt, Field(ge=0, le=100_000)]
"""A count: a non-negative integer, never a string."""

Identifiant = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$")]
"""A short identifier: letters, digits, dot, dash, underscore."""

Destinataire = Annotated[
    str,
    StringConstraints(pattern=r"^(assure|heritiers|delegataire|employeur:[A-Za-z0-9][A-Za-z0-9_.-]{0,63})$"),
]
"""Who receives the money: ``assure``, ``employeur:A`` (the activity's employer), ``heritiers``, ``delegataire``."""

Famille = Literal[
    "maladie",
    "maternite",
    "paternite",
    "adoption",
    "naissance",
    "atmp",
    "independants",
    "polyactivite",
    "paiements",
    "migration",
]
"""The family of law a case or an engine belongs to."""


class Modele(BaseModel):
    """A frozen model that refuses unknown fields, and any interval that ends before it begins."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    @field_validator("fin", check_fields=False)
    @classmethod
    def _fin_non_anterieure_au_debut(cls, fin: date | None, info: ValidationInfo) -> date | None:
        debut = info.data.get("debut")
        if isinstance(fin, date) and isinstance(debut, date) and fin < debut:
            raise PydanticCustomError(
                "fin_avant_debut", "fin antérieure au début", {"debut": debut.isoformat()}
            )
        return fin


class Intervalle(Modele):
    """Days from ``debut`` to ``fin``, both included."""

    debut: Jour
    fin: Jour


class Piece(Modele):
    """What every document of a dossier carries: its identifier and the day the caisse received it."""

    id: Identifiant
    recue_le: Jour
    remplace: Identifiant | None = None
    annule: None = None
