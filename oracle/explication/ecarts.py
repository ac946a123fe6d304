"""What differs between two liquidations: days, payees, balances. Facts and amounts, and the few words they share."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction
from itertools import groupby
from typing import Literal, TypeVar

from oracle.explication.etude import Parts, parts_par_jour
from oracle.explication.langue import enumerer, euros
from oracle.explication.personnes import Personnes, par_jour
from oracle.liquidation import Liquidation

Quantite = Literal[
    "dû",
    "déjà versé",
    "acomptes",
    "reste à verser",
    "part prescrite de ce reste",
    "trop-perçu",
    "part prescrite du trop-perçu",
    "net à verser",
    "net versé",
    "net",
]
"""A figure of a payee's account, as it is told; ``net``: paid or not yet."""

Ecart = tuple[Fraction, Fraction]
"""The same figure on both sides, in cents."""

_E = TypeVar("_E")
_NOMS_MONTRES = 3
_VOYELLE = re.compile(r"(?!oui\b)[aàâeéèêiîoôuyh]", re.IGNORECASE)
_CONTRACTION = re.compile(r"^le ")


def change_les_centimes(une: Liquidation, autre: Liquidation) -> bool:
    """Whether two liquidations pay anything differently: a day, a payee, a balance, a levy."""
    return (
        parts_par_jour(une) != parts_par_jour(autre)
        or une.decompte.soldes != autre.decompte.soldes
        or une.decompte.prelevements != autre.decompte.prelevements
    )


def suites(ici: Mapping[date, _E], la: Mapping[date, _E], vide: _E) -> Iterator[tuple[date, date, _E, _E]]:
    """Runs of days that differ in the same way, with both answers; a day that one side ignores is ``vide`` there."""
    differents = [
        (jour, ici.get(jour, vide), la.get(jour, vide))
        for jour in sorted({*ici, *la})
        if ici.get(jour, vide) != la.get(jour, vide)
    ]
    for _, groupe in groupby(enumerate(differents), key=lambda x: (x[1][0].toordinal() - x[0], x[1][1:])):
        jours = [jour for _, jour in groupe]
        yield jours[0][0], jours[-1][0], jours[0][1], jours[0][2]


def comptes(liquidation: Liquidation) -> dict[str, dict[Quantite, Fraction]]:
    """Every figure of every payee's account, in cents."""
    tenus: dict[str, dict[Quantite, Fraction]] = {
        solde.destinataire: {
            "dû": Fraction(solde.du),
            "déjà versé": Fraction(solde.verse),
            "acomptes": Fraction(solde.acomptes),
            "reste à verser": Fraction(solde.rappel),
            "part prescrite de ce reste": Fraction(solde.rappel_prescrit or 0),
            "trop-perçu": Fraction(solde.indu),
            "part prescrite du trop-perçu": Fraction(solde.indu_prescrit or 0),
        }
        for solde in liquidation.decompte.soldes
    }
    for prelevement in liquidation.decompte.prelevements:
        compte = tenus.setdefault(prelevement.destinataire, {})
        nets: tuple[Quantite, ...] = ("net", "net versé" if prelevement.date else "net à verser")
        for quantite in nets:
            compte[quantite] = compte.get(quantite, Fraction(0)) + Fraction(prelevement.net)
    return tenus


def ecarts_des_comptes(une: Liquidation, autre: Liquidation) -> dict[str, dict[Quantite, Ecart]]:
    """For each payee whose account differs, the figures that do; a payee unknown to one side has nothing there."""
    ici, la, rien = comptes(une), comptes(autre), Fraction(0)
    ecarts: dict[str, dict[Quantite, Ecart]] = {}
    for qui in sorted({*ici, *la}):
        avant, apres = ici.get(qui, {}), la.get(qui, {})
        differents = {
            quantite: (avant.get(quantite, rien), apres.get(quantite, rien))
            for quantite in {**avant, **apres}
            if avant.get(quantite, rien) != apres.get(quantite, rien)
        }
        if differents:
            ecarts[qui] = differents
    return ecarts


def resumer(noms: Sequence[str]) -> str:
    """``a``, ``a, b et c``; beyond three, the first, the last and how many: ``a, …, d (4 en tout)``."""
    if len(noms) <= _NOMS_MONTRES:
        return enumerer(noms)
    return f"{noms[0]}, …, {noms[-1]} ({len(noms)} en tout)"


def au_lieu_de(apres: str, avant: str) -> str:
    """``32,88 € au lieu de rien``, ``au lieu d'une attente``, ``au lieu du 2 avril 2025``."""
    if _CONTRACTION.match(avant):
        return f"{apres} au lieu du {_CONTRACTION.sub('', avant)}"
    de = "d'" if _VOYELLE.match(avant) else "de "
    return f"{apres} au lieu {de}{avant}"


def paiement_au_lieu_de(ici: Parts, la: Parts, jours: int, personnes: Personnes) -> str:
    """Both payments of a day; a payee who does not change is named once."""
    if len(ici) == len(la) == 1 and ici[0][0] == la[0][0]:
        return f"{euros(la[0][1])}{par_jour(jours)} au lieu de {euros(ici[0][1])} {personnes.a(ici[0][0])}"
    return au_lieu_de(personnes.paiement(la, jours), personnes.paiement(ici, jours))
