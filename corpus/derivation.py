"""Checks, without the oracle, that the written derivation of a case proves its figures.

A derivation is read line by line: `libellé : expression = valeur`.
Arithmetic is exact; an expression holds literals only, so a reader with a pencil can redo it.
"""

import ast
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from operator import add, mul, sub, truediv

_CARACTERES_PERMIS = re.compile(r"[0-9A-Za-z_.,+\-*/() ]")
_NOMBRE = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_VALEUR = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_MOT = re.compile(r"[0-9A-Za-z_.]+")
_JOUR = r"([0-9]{4}-[0-9]{2}-[0-9]{2})"
_NB_JOURS = re.compile(rf"\bnb_jours\( *{_JOUR} *, *{_JOUR} *\)")
_DATE = re.compile(rf"\b{_JOUR}\b")
_TYPOGRAPHIE = str.maketrans({"×": "*", "÷": "/", "−": "-", "\u00a0": " ", "\u202f": " ", "\t": " "})


@dataclass(frozen=True)
class Etape:
    """One readable line: what it names, how it is computed, the value its author states.

    `ligne` counts from 1; `decimales` is the number of decimals written in the value.
    """

    ligne: int
    libelle: str
    expression: str
    valeur: Fraction
    decimales: int


@dataclass(frozen=True)
class DefautDeDerivation:
    """What is wrong with a line, in French; `ligne` is 0 when an expected amount has no line at all.

    `texte` is the line, or the path of the amount that nothing derives.
    """

    ligne: int
    texte: str
    raison: str


def lire_derivation(texte: str) -> tuple[list[Etape], list[DefautDeDerivation]]:
    """Split a derivation into steps, and say which lines cannot be read.

    Empty lines and lines starting with `#` are ignored.
    The libellé is what precedes the first ` : `. Expressions are not evaluated here.
    """
    etapes: list[Etape] = []
    defauts: list[DefautDeDerivation] = []
    for numero, brute in enumerate(texte.splitlines(), start=1):
        ligne = brute.strip()
        if not ligne or ligne.startswith("#"):
            continue
        lue = _lire_ligne(numero, ligne)
        if isinstance(lue, Etape):
            etapes.append(lue)
        else:
            defauts.append(DefautDeDerivation(numero, ligne, lue))
    return etapes, defauts


def evaluer(expression: str) -> Fraction:
    """Return the exact value of an expression: literals, + − × ÷ ( ) and the five functions.

    `arrondi(x)`: to the cent, a half going away from zero. `tronque(x)`: to the cent, towards zero.
    `min`, `max`: of two values or more. `nb_jours(a, b)`: calendar days from a to b, both included.
    Raises ValueError, with a French message, for anything else and for a division by zero.
    """
    normale = expression.translate(_TYPOGRAPHIE).strip()
    _controler_les_caracteres(normale)
    normale = _NB_JOURS.sub(r'nb_jours("\1", "\2")', normale)
    _controler_les_mots(normale)
    try:
        return _valeur(ast.parse(normale, mode="eval").body, normale)
    except (RecursionError, MemoryError):
        raise ValueError("expression trop imbriquée : la couper en plusieurs lignes") from None
    except SyntaxError:
        raise ValueError(
            f"expression mal formée « {expression.strip()} » : "
            "vérifier les parenthèses, les opérateurs et les nombres (point décimal, sans espace de milliers)"
        ) from None


def verifier_derivation(texte: str, montants_attendus: Mapping[str, Fraction]) -> list[DefautDeDerivation]:
    """Return every defect of a derivation, in the order of its lines; an empty list means it is proved.

    A line is right when the exact value of its expression, rounded half up to the decimals it states,
    equals the value it states.
    `montants_attendus` maps the path of a figure in the case to its amount in euros, or to a count of
    days: each must be the value of some line, zero excepted. Those that are not come last.
    """
    etapes, defauts = lire_derivation(texte)
    for etape in etapes:
        raison = _raison_d_une_etape_fausse(etape)
        if raison is not None:
            ligne = texte.splitlines()[etape.ligne - 1].strip()
            defauts.append(DefautDeDerivation(etape.ligne, ligne, raison))
    defauts.sort(key=lambda defaut: defaut.ligne)
    valeurs = {etape.valeur for etape in etapes}
    for chemin, montant in montants_attendus.items():
        if montant != 0 and montant not in valeurs:
            valeur = _ecrire(montant, 6).rstrip("0").rstrip(".")
            raison = f"la valeur attendue {valeur} n’est le résultat d’aucune ligne"
            defauts.append(DefautDeDerivation(0, chemin, raison))
    return defauts


def _lire_ligne(numero: int, ligne: str) -> Etape | str:
    """Return the step, or the reason why the line is not one."""
    libelle, deux_points, reste = ligne.partition(" : ")
    if not deux_points:
        libelle, reste = "", ligne
    expression, egal, valeur = (morceau.strip() for morceau in reste.partition("="))
    if not egal or not valeur:
        return "il manque « = valeur » (une ligne de commentaire commence par #)"
    if not libelle:
        return "il manque le libellé, suivi de « : » entre deux espaces, devant le calcul"
    if not expression:
        return "il manque le calcul devant le signe ="
    if "=" in valeur:
        return "un seul signe = par ligne : écrire les étapes l’une sous l’autre"
    valeur = valeur.replace("−", "-")
    if not _VALEUR.fullmatch(valeur):
        return f"valeur illisible « {valeur} » : un nombre seul est attendu, à point décimal et sans unité"
    decimales = len(valeur.partition(".")[2])
    return Etape(numero, libelle.strip(), expression, Fraction(valeur), decimales)


def _raison_d_une_etape_fausse(etape: Etape) -> str | None:
    try:
        exacte = evaluer(etape.expression)
    except ValueError as erreur:
        return str(erreur)
    arrondie = _au_plus_proche(exacte, etape.decimales)
    if arrondie == etape.valeur:
        return None
    return (
        f"le calcul donne {_ecrire(arrondie, etape.decimales)}, "
        f"la ligne annonce {_ecrire(etape.valeur, etape.decimales)}"
    )


def _controler_les_caracteres(expression: str) -> None:
    if not expression:
        raise ValueError("expression vide")
    for caractere in expression:
        if not _CARACTERES_PERMIS.fullmatch(caractere):
            raise ValueError(
                f"caractère inconnu « {caractere} » : seuls sont admis les nombres, + − × ÷, les parenthèses "
                "et les fonctions, arguments séparés par une virgule"
            )


def _controler_les_mots(expression: str) -> None:
    """Refuse names and numbers that Python would read otherwise than a French reader does."""
    sans_bornes = re.sub(r'"[^"]*"', "", expression)
    if date_isolee := _DATE.search(sans_bornes):
        raise ValueError(f"la date {date_isolee[1]} ne s’emploie que dans nb_jours(début, fin)")
    for mot in _MOT.findall(sans_bornes):
        if mot in _FONCTIONS or _NOMBRE.fullmatch(mot):
            continue
        if mot[0] in "0123456789.":
            raise ValueError(f"nombre mal écrit « {mot} » : chiffres et point décimal seulement")
        raise ValueError(f"fonction inconnue « {mot} » : seules sont admises {', '.join(_FONCTIONS)}")


def _valeur(noeud: ast.expr, source: str) -> Fraction:
    match noeud:
        case ast.Constant():
            # The digits as written: the parser's own constant would be a binary float.
            return Fraction(ast.get_source_segment(source, noeud) or "")
        case ast.UnaryOp(op=ast.USub(), operand=operande):
            return -_valeur(operande, source)
        case ast.BinOp(left=gauche, op=operateur, right=droite):
            return _operation(_valeur(gauche, source), operateur, _valeur(droite, source))
        case ast.Call(func=ast.Name(id=nom), args=arguments, keywords=[]):
            return _FONCTIONS[nom](arguments, source)
        case ast.Name(id=nom):
            raise ValueError(f"la fonction {nom} s’écrit avec ses arguments entre parenthèses")
        case ast.Tuple():
            raise ValueError("virgule hors d’une fonction : le séparateur décimal est le point")
    raise ValueError("écriture non admise : seuls + − × ÷, les parenthèses et les fonctions le sont")


def _operation(gauche: Fraction, operateur: ast.operator, droite: Fraction) -> Fraction:
    if type(operateur) not in _OPERATIONS:
        raise ValueError("opérateur non admis : seuls + − × ÷ le sont")
    if isinstance(operateur, ast.Div) and droite == 0:
        raise ValueError("division par zéro")
    return _OPERATIONS[type(operateur)](gauche, droite)


def _seul(nom: str, arguments: list[ast.expr], source: str) -> Fraction:
    if len(arguments) != 1:
        raise ValueError(f"{nom} attend une seule valeur (le séparateur décimal est le point)")
    return _valeur(arguments[0], source)


def _plusieurs(nom: str, arguments: list[ast.expr], source: str) -> list[Fraction]:
    if len(arguments) < 2:
        raise ValueError(f"{nom} attend au moins deux valeurs séparées par une virgule")
    return [_valeur(argument, source) for argument in arguments]


def _nb_jours(arguments: list[ast.expr], _source: str) -> Fraction:
    jours = [a.value for a in arguments if isinstance(a, ast.Constant) and isinstance(a.value, str)]
    if len(arguments) != 2 or len(jours) != 2:
        raise ValueError("nb_jours attend deux dates : nb_jours(2025-04-03, 2025-04-20)")
    debut, fin = (_jour(jour) for jour in jours)
    if fin < debut:
        raise ValueError(f"nb_jours : la fin {fin.isoformat()} précède le début {debut.isoformat()}")
    return Fraction((fin - debut).days + 1)


def _jour(texte: str) -> date:
    try:
        return date.fromisoformat(texte)
    except ValueError:
        raise ValueError(f"date inexistante « {texte} » : AAAA-MM-JJ est attendu") from None


def _tronque(valeur: Fraction) -> Fraction:
    return Fraction(int(valeur * 100), 100)


def _au_plus_proche(valeur: Fraction, decimales: int) -> Fraction:
    demi = Fraction(-1 if valeur < 0 else 1, 2)
    return Fraction(int(valeur * 10**decimales + demi), 10**decimales)


def _ecrire(valeur: Fraction, decimales: int) -> str:
    signe = "-" if valeur < 0 else ""
    chiffres = str(_au_plus_proche(abs(valeur), decimales) * 10**decimales).rjust(decimales + 1, "0")
    return f"{signe}{chiffres[:-decimales]}.{chiffres[-decimales:]}" if decimales else signe + chiffres


_OPERATIONS: Mapping[type[ast.operator], Callable[[Fraction, Fraction], Fraction]] = {
    ast.Add: add,
    ast.Sub: sub,
    ast.Mult: mul,
    ast.Div: truediv,
}
_FONCTIONS: Mapping[str, Callable[[list[ast.expr], str], Fraction]] = {
    "arrondi": lambda arguments, source: _au_plus_proche(_seul("arrondi", arguments, source), 2),
    "tronque": lambda arguments, source: _tronque(_seul("tronque", arguments, source)),
    "min": lambda arguments, source: min(_plusieurs("min", arguments, source)),
    "max": lambda arguments, source: max(_plusieurs("max", arguments, source)),
    "nb_jours": _nb_jours,
}
