"""Errors an author of dossiers can act on: the field as the file spells it, its value, what is accepted.

Reading goes through ``lire_strictement``; a mistake of the author never surfaces as a traceback.
Messages are in French: case authors read them.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

_Lu = TypeVar("_Lu", bound=BaseModel)


@dataclass(frozen=True)
class Probleme:
    """One thing wrong: where, what was written, why it is refused and what would be accepted."""

    champ: str
    valeur: str
    raison: str
    regle: str | None = None

    def __str__(self) -> str:
        valeur = f" (valeur : {self.valeur})" if self.valeur else ""
        regle = f" [{self.regle}]" if self.regle else ""
        return f"{self.champ or 'document'} : {self.raison}{valeur}{regle}"


class DossierInvalide(ValueError):  # noqa: N818  # the contract names it so; it is a refusal rather than a failure
    """The dossier cannot be read or decided; ``problemes`` says which fields, which values, which rule."""

    def __init__(self, problemes: Sequence[Probleme]) -> None:
        self.problemes = tuple(problemes)
        super().__init__("\n".join(str(probleme) for probleme in self.problemes))


_RAISONS: dict[str, Callable[[Mapping[str, Any]], str]] = {
    "missing": lambda _: "champ obligatoire absent",
    "extra_forbidden": lambda _: "champ inconnu à cet endroit ; retirez-le ou vérifiez son orthographe",
    "nombre_non_cite": lambda _: 'écrivez un nombre à deux décimales entre guillemets, par exemple "2000.00"',
    "deux_decimales": lambda _: 'exactement deux décimales sont attendues, par exemple "2000.00"',
    "decimales_libres": lambda _: 'au moins deux décimales sont attendues, par exemple "32.88"',
    "nombre_negatif": lambda _: "un nombre négatif n'est pas admis ici ; zéro ou plus est attendu",
    "jour_mal_ecrit": lambda _: "un jour s'écrit AAAA-MM-JJ, par exemple 2025-04-03",
    "jour_impossible": lambda _: "ce jour n'existe pas dans le calendrier",
    "jour_absurde": lambda _: "un jour entre 1900-01-01 et 2100-12-31 est attendu",
    "fin_avant_debut": lambda c: (
        f"la fin précède le début ({c['debut']}) ; un jour égal ou postérieur est attendu"
    ),
    "champ_d_une_autre_nature": lambda c: (
        f"le champ « {c['champ']} » n'existe pas pour une activité de nature « {c['nature']} »"
    ),
    "champ_de_la_nature": lambda c: (
        f"le champ « {c['champ']} » est obligatoire pour une activité de nature « {c['nature']} »"
    ),
    "revenu_ou_chiffre_affaires": lambda _: (
        "exactement un des champs « revenu » et « chiffre_affaires » est attendu"
    ),
    "attendu_vide": lambda _: "un cas énonce au moins une chose attendue",
    "refus_seul": lambda _: "« refus » s'énonce seul, sans autre attendu",
    "attendu_ou_etapes": lambda _: "exactement un des champs « attendu » et « etapes » est attendu",
    "source_sans_adresse": lambda _: "une source qui n'est pas « derive » donne son adresse (url)",
    "deux_signatures": lambda _: "deux signatures différentes certifient un cas",
    "literal_error": lambda c: f"valeurs admises : {_en_francais(str(c['expected']))}",
    "none_required": lambda _: "ce champ reste vide ici",
    "union_tag_invalid": lambda c: (
        f"type de pièce inconnu ; valeurs admises : {_en_francais(str(c['expected_tags']))}"
    ),
    "union_tag_not_found": lambda _: "la pièce ne dit pas son « type »",
    "bool_type": lambda _: "vrai ou faux est attendu, écrit true ou false sans guillemets",
    "int_type": lambda _: "un nombre entier est attendu, sans guillemets ni décimales",
    "greater_than_equal": lambda c: f"un nombre supérieur ou égal à {c['ge']} est attendu",
    "less_than_equal": lambda c: f"un nombre inférieur ou égal à {c['le']} est attendu",
    "invalid_key": lambda _: "un nom de champ est un texte",
    "string_unicode": lambda _: "un texte lisible est attendu (UTF-8)",
    "conge_sans_objet": lambda _: "un congé nomme une grossesse ou une adoption",
    "string_type": lambda _: "un texte est attendu",
    "string_pattern_mismatch": lambda c: f"la forme attendue est {c['pattern']}",
    "tuple_type": lambda _: "une liste est attendue",
    "list_type": lambda _: "une liste est attendue",
    "dict_type": lambda _: "un bloc de champs est attendu",
    "model_type": lambda _: "un bloc de champs est attendu",
    "model_attributes_type": lambda _: "un bloc de champs est attendu",
    "too_short": lambda c: f"au moins {c['min_length']} élément est attendu",
}


def _en_francais(valeurs: str) -> str:
    return valeurs.replace("'", "").replace(" or ", ", ")


def _chemin(loc: Sequence[int | str], donnees: Any) -> str:
    """The path as the file spells it: ``pieces[p23].paies[0].brut``; a piece is named by its id, not its rank."""
    morceaux: list[str] = []
    courant = donnees
    apres_un_rang = False
    for cle in loc:
        if isinstance(cle, int):
            courant = courant[cle] if isinstance(courant, Sequence) and cle < len(courant) else None
            nom = (
                courant.get("id")
                if isinstance(courant, Mapping) and isinstance(courant.get("id"), str)
                else cle
            )
            morceaux.append(f"[{nom}]")
            apres_un_rang = True
        elif apres_un_rang and cle in _ETIQUETTES:
            continue
        elif apres_un_rang and isinstance(courant, Mapping) and cle == courant.get("type"):
            apres_un_rang = False  # the model that reads the document, not a field of the file
        else:
            courant = courant.get(cle) if isinstance(courant, Mapping) else None
            morceaux.append(f".{cle}")
            apres_un_rang = False
    return "".join(morceaux).removeprefix(".")


_ETIQUETTES = frozenset({"fond", "annulation"})


def _abrege(valeur: Any) -> str:
    if isinstance(valeur, Mapping | list | tuple):
        return ""
    texte = str(valeur)
    return texte if len(texte) <= 60 else texte[:57] + "…"


def traduire(erreur: ValidationError, donnees: Any) -> tuple[Probleme, ...]:
    """Turn pydantic's report into problems an author can act on."""
    problemes = []
    for detail in erreur.errors(include_url=False):
        contexte = detail.get("ctx", {})
        raison = _RAISONS.get(detail["type"])
        problemes.append(
            Probleme(
                champ=_chemin(detail["loc"], donnees)
                + (f".{contexte['suite']}" if "suite" in contexte else ""),
                valeur=""
                if detail["type"] == "missing"
                else _abrege(contexte.get("valeur", detail["input"])),
                raison=raison(contexte) if raison else detail["msg"],
                regle=contexte.get("regle"),
            )
        )
    return tuple(problemes)


def lire_strictement(modele: type[_Lu], donnees: Any) -> _Lu:
    """Validate plain data against a model; raise ``DossierInvalide`` in French when it does not fit."""
    try:
        return modele.model_validate(donnees)
    except ValidationError as erreur:
        raise DossierInvalide(traduire(erreur, donnees)) from None
