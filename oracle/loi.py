"""How a rule is called, compared and recorded: the one road through which the law is applied.

``appliquer(regle, …)`` calls a rule and records it; ``seuil`` makes and records a legal comparison;
``parametre`` reads a dated table; ``lecture`` asks for a reading. Together they give the trace, hence the explanation.
A ``Variante`` replaces one rule, one table, one comparison or one date read: that is how a named fault is made.
"""

import operator
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from functools import cache
from types import MappingProxyType
from typing import Any, Literal, NamedTuple, ParamSpec, TypeVar

from oracle import registre
from oracle.calendrier import en_francais, plus_jours
from oracle.lectures import LECTURES
from oracle.legislation import Table, tables
from oracle.registre.modele import Regle, Selection

P = ParamSpec("P")
R = TypeVar("R")

Comparateur = Literal[">=", ">", "<=", "<"]
Mesure = int | Fraction | date
Remplacement = Comparateur | Literal["egalite_inverse"]
"""What a variant compares with: another sign, or the law's own with equality judged the other way."""

_OPERATIONS: dict[Comparateur, Callable[[Any, Any], bool]] = {
    ">=": operator.ge,
    ">": operator.gt,
    "<=": operator.le,
    "<": operator.lt,
}
_EGALITE_INVERSE: dict[Comparateur, Comparateur] = {">=": ">", ">": ">=", "<=": "<", "<": "<="}


@dataclass(frozen=True)
class Sujet:
    """What is being decided: a stop, perhaps one of its days, and the dates that select the law's version."""

    arret: str | None = None
    jour: date | None = None
    dates: Mapping[Selection, date] = field(default_factory=dict)


@dataclass(frozen=True)
class Variante:
    """What takes the place of the law's own: rules by ``module.fonction``, the rest by the name of a threshold or table.

    ``decalages`` moves a bound by whole units of what is measured: hundredths of an hour, cents, days, months.
    ``selections`` reads a table on another date of the current subject; where the subject has none, on the law's.
    """

    regles: Mapping[str, Callable[..., Any]] = field(default_factory=dict)
    tables: Mapping[str, Table] = field(default_factory=dict)
    comparateurs: Mapping[str, Remplacement] = field(default_factory=dict)
    decalages: Mapping[str, int] = field(default_factory=dict)
    selections: Mapping[str, Selection] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """A name that replaces nothing is a mistake, not a variant."""
        inconnus = (
            {*self.regles} - {*registre.PAR_FONCTION}
            | {*self.tables, *self.selections} - {*tables()}
            | {*self.comparateurs, *self.decalages} - {*registre.SEUILS}
        )
        if inconnus:
            raise ValueError(f"nothing of the law bears these names: {', '.join(sorted(inconnus))}")

    def avec(self, autre: "Variante") -> "Variante":
        """Both variants at once; where they meet, ``autre`` wins."""
        return Variante(
            {**self.regles, **autre.regles},
            {**self.tables, **autre.tables},
            {**self.comparateurs, **autre.comparateurs},
            {**self.decalages, **autre.decalages},
            {**self.selections, **autre.selections},
        )

    def compare(self, nom: str, mesure: Mesure, comparateur: Comparateur, borne: Mesure) -> bool:
        """How a threshold is judged here, where the law compares ``mesure`` to ``borne`` by ``comparateur``."""
        retenu = self.comparateurs.get(nom, comparateur)
        if retenu == "egalite_inverse":
            retenu = _EGALITE_INVERSE[comparateur]
        decalage = self.decalages.get(nom)
        if decalage:
            borne = plus_jours(borne, decalage) if isinstance(borne, date) else borne + decalage
        return bool(_OPERATIONS[retenu](mesure, borne))

    def valeur(self, nom: str, jour: date, sujet: Sujet) -> Fraction:
        """What a table is worth here, where the law reads it on ``jour``; raises ``ParametreInconnu`` as it does."""
        table = self.tables.get(nom) or tables()[nom]
        selection = self.selections.get(nom)
        return table.valeur_au(jour if selection is None else sujet.dates.get(selection, jour))


class Rencontre(NamedTuple):
    """A threshold met: what was measured, against which bound, and the answer."""

    seuil: str
    sujet: Sujet
    mesure: Mesure
    comparateur: Comparateur
    borne: Mesure
    franchi: bool


class Appel(NamedTuple):
    """A rule applied: to what, and what it answered."""

    regle: str
    fonction: str
    sujet: Sujet
    resultat: Any
    arguments: tuple[Any, ...] = ()
    options: Mapping[str, Any] = MappingProxyType({})


class Consultation(NamedTuple):
    """A dated table read: on which day the law reads it, and what it was worth."""

    table: str
    sujet: Sujet
    jour: date
    valeur: Fraction


class Repere(NamedTuple):
    """How far a trace had gone: how many calls, thresholds and readings of tables it held."""

    appels: int
    rencontres: int
    consultations: int


@dataclass
class Trace:
    """Everything the law was asked during one liquidation, in order."""

    appels: list[Appel] = field(default_factory=list)
    rencontres: list[Rencontre] = field(default_factory=list)
    lectures: dict[str, str] = field(default_factory=dict)
    consultations: list[Consultation] = field(default_factory=list)
    au_dela_de_l_horizon: dict[str, date] = field(default_factory=dict)


@dataclass(slots=True)
class _Cadre:
    """One liquidation: how the law is read, what is recorded, and what is being decided just now."""

    lectures: Mapping[str, str]
    variante: Variante
    trace: Trace
    sujet: Sujet


_CADRE: ContextVar[_Cadre] = ContextVar("cadre")


def _cadre() -> _Cadre:
    """The liquidation under way; outside any, the law as it is, and a trace that nobody reads."""
    return _CADRE.get(None) or _Cadre({}, Variante(), Trace(), Sujet())


@contextmanager
def liquidation_en_cours(lectures: Mapping[str, str], variante: Variante) -> Iterator[Trace]:
    """Open a fresh trace, under chosen readings and a possible variant of the law."""
    trace = Trace()
    jeton = _CADRE.set(_Cadre(lectures, variante, trace, Sujet()))
    try:
        yield trace
    finally:
        _CADRE.reset(jeton)


@contextmanager
def au_sujet_de(sujet: Sujet) -> Iterator[None]:
    """Attribute what follows to a stop or a day."""
    cadre = _cadre()
    precedent, cadre.sujet = cadre.sujet, sujet
    try:
        yield
    finally:
        cadre.sujet = precedent


def repere() -> Repere:
    """How far the trace has gone: what is asked between two marks may be set aside."""
    trace = _cadre().trace
    return Repere(len(trace.appels), len(trace.rencontres), len(trace.consultations))


def nom_de(regle: Callable[..., Any]) -> str:
    """The registry name of a rule: ``module.fonction``, without the package."""
    return f"{regle.__module__.removeprefix('oracle.')}.{regle.__name__}"


@cache
def _fiche_de(regle: Callable[..., Any]) -> tuple[str, Regle]:
    nom = nom_de(regle)
    return nom, registre.PAR_FONCTION[nom]


def appliquer(regle: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
    """Apply a rule, or what a variant puts in its place, and record the answer and the horizon it meets."""
    cadre = _cadre()
    nom, fiche = _fiche_de(regle)
    resultat: R = cadre.variante.regles.get(nom, regle)(*args, **kwargs)
    cadre.trace.appels.append(Appel(fiche.id, nom, cadre.sujet, resultat, args, kwargs))
    date_de_selection = cadre.sujet.dates.get(fiche.selection)
    if date_de_selection is not None and date_de_selection > fiche.sans_changement_connu_au:
        _noter_l_horizon(cadre, fiche.id, date_de_selection)
    return resultat


def seuil(nom: str, mesure: Mesure, comparateur: Comparateur, borne: Mesure) -> bool:
    """Compare as the law does, under the threshold's name, and record what was met."""
    cadre = _cadre()
    franchi = cadre.variante.compare(nom, mesure, comparateur, borne)
    cadre.trace.rencontres.append(
        Rencontre(registre.SEUILS[nom].nom, cadre.sujet, mesure, comparateur, borne, franchi)
    )
    return franchi


def parametre(nom: str, jour: date) -> Fraction:
    """The value of a dated parameter on its selecting date (cents, rate or count, as the table says)."""
    cadre = _cadre()
    table = tables()[nom]
    if jour > table.sans_changement_connu_au:
        _noter_l_horizon(cadre, table.libelle, jour)
    valeur = cadre.variante.valeur(nom, jour, cadre.sujet)
    cadre.trace.consultations.append(Consultation(nom, cadre.sujet, jour, valeur))
    return valeur


def lecture(nom: str) -> str:
    """The reading taken on a point of law; recorded, so that a décompte can say which points decided it."""
    cadre = _cadre()
    choix = cadre.lectures.get(nom, LECTURES[nom].defaut)
    cadre.trace.lectures[nom] = choix
    return choix


def plus_petit(a: Fraction, b: Fraction) -> Fraction:
    """The lesser of two amounts; named so that a solver may follow it."""
    return min(a, b)


def _noter_l_horizon(cadre: _Cadre, quoi: str, jour: date) -> None:
    cadre.trace.au_dela_de_l_horizon.setdefault(quoi, jour)


def avertissements_d_horizon(trace: Trace) -> tuple[str, ...]:
    """One French sentence for each rule or parameter used beyond what is known of the law."""
    return tuple(
        f"{quoi} : le droit au {en_francais(jour)} n'est pas connu ; le calcul suppose le droit inchangé."
        for quoi, jour in trace.au_dela_de_l_horizon.items()
    )
