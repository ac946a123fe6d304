"""French as it is written: amounts, hours, dates, articles, enumerations, typography.

Amounts are exact cents, hours integer hundredths. Nothing here knows what it is talking about.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction

from oracle.calendrier import en_francais, nb_jours

INSECABLE = "\u00a0"
FINE = "\u202f"
DECIMALES_MONTREES = 6
_CODE = "du code de la sécurité sociale"
_ARTICLE = re.compile(r"\b([LRD])(\d{3,4})-(\d)")
_PONCTUATION = re.compile(r" (?=[:;?!»€%])")
_GUILLEMET = re.compile(r"(?<=«) ")
_HEURES = re.compile(r"(?<=\d) (?=h\b)")
_ELISION = re.compile(r"\bde (?=avril|août|octobre)")


def _nombre(centiemes: Fraction | int, decimales: int) -> str:
    echelle = abs(Fraction(centiemes)) * 10 ** (decimales - 2)
    entier, reste = divmod(
        (2 * echelle.numerator + echelle.denominator) // (2 * echelle.denominator), 10**decimales
    )
    signe = "\u2212" if centiemes < 0 else ""
    return f"{signe}{entier:,}".replace(",", FINE) + f",{reste:0{decimales}d}"


def _decimales(centiemes: Fraction | int) -> int:
    """Two decimals when they suffice, otherwise as many as needed, six at most."""
    return next(
        (n for n in range(2, DECIMALES_MONTREES) if (Fraction(centiemes) * 10 ** (n - 2)).denominator == 1),
        DECIMALES_MONTREES,
    )


def euros(centimes: Fraction | int) -> str:
    """``1 801,80 €``; more decimals only when the amount has them."""
    return f"{_nombre(centimes, _decimales(centimes))} €"


def egale(centimes: Fraction | int) -> str:
    """``= 65,75 €``, or ``≈ 65,753425 €`` when six decimals do not say it all."""
    exact = (Fraction(centimes) * 10 ** (DECIMALES_MONTREES - 2)).denominator == 1
    return f"{'=' if exact else '≈'} {euros(centimes)}"


def valeur(centimes: Fraction | int) -> str:
    """``65,75 €``, or ``≈ 65,753425 €`` when six decimals do not say it all."""
    return egale(centimes).removeprefix("= ")


def heures(centiemes: Fraction | int) -> str:
    """``148,00 h``."""
    return f"{_nombre(centiemes, 2)} h"


def decimal(valeur: Fraction) -> str:
    """A coefficient, without useless zeros: ``1,4``, ``91,25``, ``84``."""
    return _nombre(valeur * 100, _decimales(valeur * 100)).rstrip("0").rstrip(",")


def pluriel(nombre: int, un: str, plusieurs: str | None = None) -> str:
    """A count and its noun: ``1 jour``, ``2 jours``. French keeps the singular below two."""
    return f"{nombre:,}".replace(",", FINE) + f" {un if nombre < 2 else plusieurs or un + 's'}"


def delai(jours: int) -> str:
    """A lapse of days as it is said: ``un jour``, ``12 jours``."""
    return "un jour" if jours == 1 else pluriel(jours, "jour")


def intervalle(debut: date, fin: date) -> str:
    """``le 8 avril 2025``, ``du 3 au 5 avril 2025``, ``du 28 mars au 3 avril 2025``."""
    if debut == fin:
        return f"le {en_francais(debut)}"
    premier = en_francais(debut)
    if debut.year == fin.year:
        premier = premier.rsplit(" ", 1)[0]
        if debut.month == fin.month:
            premier = premier.split(" ", 1)[0]
    return f"du {premier} au {en_francais(fin)}"


def intervalle_compte(debut: date, fin: date) -> str:
    """An interval, and how many days it holds: ``du 3 au 5 avril 2025 (3 jours)``."""
    return f"{intervalle(debut, fin)} ({pluriel(nb_jours(debut, fin), 'jour')})"


def de(nom: str) -> str:
    """``de l'arrêt``, ``du congé``."""
    return f"du {nom.removeprefix('le ')}" if nom.startswith("le ") else f"de {nom}"


def enumerer(choses: Sequence[str]) -> str:
    """``a``, ``a et b``, ``a, b et c``."""
    return " et ".join(filter(None, (", ".join(choses[:-1]), choses[-1]))) if choses else ""


def articles(codes: Sequence[str], mentions: Mapping[str, str] | None = None) -> str:
    """``art. L. 323-1 et R. 323-1 du code de la sécurité sociale``; a mention follows its article, in brackets."""
    ecrits = [
        f"{article(code)} ({mentions[code]})" if mentions and code in mentions else article(code)
        for code in dict.fromkeys(codes)
    ]
    return f"art. {enumerer(ecrits)} {_CODE}"


def article(texte: str) -> str:
    """Article numbers of a text as lawyers write them: ``R313-3`` becomes ``R. 313-3``."""
    return _ARTICLE.sub(r"\1. \2-\3", texte)


def phrase(texte: str, *, majuscule: bool = True) -> str:
    """A sentence: a capital, unless it goes on with another, and a full stop unless it already ends."""
    debut = texte[0].upper() + texte[1:] if majuscule else texte
    return debut if debut.endswith((".", "?", ":")) else f"{debut}."


def relire(texte: str) -> str:
    """The text with French typography: apostrophes, elisions before months, spaces that may not break."""
    texte = _ELISION.sub("d'", texte).replace("'", "’")
    texte = _GUILLEMET.sub(INSECABLE, _PONCTUATION.sub(INSECABLE, texte))
    return _HEURES.sub(INSECABLE, texte)
