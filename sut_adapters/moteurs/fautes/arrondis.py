"""Where a rule rounds, and the same rule rounding the other way: found in its code, so that no list is kept."""

from collections.abc import Callable, Iterator
from importlib import import_module
from types import CodeType, FunctionType
from typing import Any

from oracle.arrondis import au_plus_proche, tronque

_AUTRE_ARRONDI: tuple[tuple[Callable[..., Any], Callable[..., Any]], ...] = (
    (au_plus_proche, tronque),
    (tronque, au_plus_proche),
)


def regle_nommee(nom: str) -> FunctionType:
    """The function that bears a registry name, ``module.fonction``."""
    module, _, fonction = nom.rpartition(".")
    regle = getattr(import_module(f"oracle.{module}"), fonction)
    if not isinstance(regle, FunctionType):
        raise TypeError(f"{nom}: a rule of the registry is a plain function")
    return regle


def sens_de_l_arrondi(regle: FunctionType) -> str | None:
    """What moving the rounding of a rule does, in French; null when the rule does not round."""
    arrondis = _arrondis_de(regle)
    if arrondis == {au_plus_proche}:
        return "montant tronqué au centime au lieu d'être arrondi au plus proche"
    if arrondis == {tronque}:
        return "montant arrondi au centime le plus proche au lieu d'être tronqué"
    return "arrondi au plus proche et troncature échangés" if arrondis else None


def arrondi_deplace(regle: FunctionType) -> FunctionType:
    """The same rule, private helpers of its module included, where nearest and truncated are exchanged."""
    noms = dict(regle.__globals__)
    for nom, valeur in regle.__globals__.items():
        for arrondi, autre in _AUTRE_ARRONDI:
            if valeur is arrondi:
                noms[nom] = autre
    for aide in _aides(regle):
        noms[aide.__name__] = _copie(aide, noms)
    return _copie(regle, noms)


def _copie(fonction: FunctionType, noms: dict[str, Any]) -> FunctionType:
    copie = FunctionType(
        fonction.__code__, noms, fonction.__name__, fonction.__defaults__, fonction.__closure__
    )
    copie.__kwdefaults__ = fonction.__kwdefaults__
    return copie


def _arrondis_de(regle: FunctionType) -> set[Callable[..., Any]]:
    """The rounding functions that a rule and its private helpers name."""
    nommes = {
        nom: fonction.__globals__.get(nom)
        for fonction in (regle, *_aides(regle))
        for nom in _noms(fonction.__code__)
    }
    return {arrondi for arrondi, _ in _AUTRE_ARRONDI if any(valeur is arrondi for valeur in nommes.values())}


def _aides(regle: FunctionType) -> list[FunctionType]:
    """The private helpers of a rule in its module, and theirs."""
    trouvees: dict[str, FunctionType] = {}
    a_voir = [regle]
    while a_voir:
        for nom in _noms(a_voir.pop().__code__):
            valeur = regle.__globals__.get(nom)
            if not isinstance(valeur, FunctionType) or valeur.__module__ != regle.__module__:
                continue
            if nom.startswith("_") and nom not in trouvees:
                trouvees[nom] = valeur
                a_voir.append(valeur)
    return list(trouvees.values())


def _noms(code: CodeType) -> Iterator[str]:
    """Every global name a function uses, those of its inner functions and comprehensions included."""
    yield from code.co_names
    for constante in code.co_consts:
        if isinstance(constante, CodeType):
            yield from _noms(constante)
