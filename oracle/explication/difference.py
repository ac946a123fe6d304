"""The difference between two dates, two readings or two files, told in French: short first, details after.

In every sentence the second side comes first, « au lieu de » the first: ``32,88 € par jour au lieu de rien``.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from oracle.calendrier import en_francais, nb_jours
from oracle.dossier import Dossier
from oracle.explication.cadre import dire_l_horizon, dire_l_objet
from oracle.explication.decisions import Cotes, dire_les_decisions
from oracle.explication.ecarts import Ecart, Quantite, ecarts_des_comptes
from oracle.explication.etude import parts_par_jour
from oracle.explication.langue import euros, phrase, pluriel, relire
from oracle.explication.personnes import Personnes, personnes_de
from oracle.explication.points_de_droit import dire_une_lecture
from oracle.explication.rapprochement import dire_les_pieces_de_deux_dossiers, dire_les_pieces_recues
from oracle.explication.sommes import (
    des_jours_changent,
    dire_les_comptes_qui_changent,
    dire_les_jours_qui_changent,
)
from oracle.lectures import LECTURES
from oracle.liquidation import Liquidation

_RIEN_NE_DIFFERE = (
    "– Rien ne diffère : mêmes pièces, même date, mêmes lectures, mêmes décisions, mêmes sommes."
)

_CE_QUI_RESTE: tuple[Quantite, ...] = ("reste à verser", "trop-perçu")


def comparer(
    une: Liquidation,
    autre: Liquidation,
    dossier: Dossier,
    autre_dossier: Dossier | None = None,
    noms: tuple[str, str] | None = None,
) -> str:
    """Tell what ``autre`` gives in place of ``une``, and why.

    Both are of ``dossier``, at two dates or under two readings; with ``autre_dossier``, ``autre`` is of that one, and
    ``noms`` are what the two files are called. Two dates are told in order of time, whichever is given first.
    Raises ``ValueError`` when a liquidation states no date.
    """
    au_une, au_autre = une.decompte.au, autre.decompte.au
    if au_une is None or au_autre is None:
        raise ValueError("a liquidation states no date")
    if autre_dossier is None and au_autre < au_une:
        return comparer(autre, une, dossier)
    c = _Comparaison(une, autre, au_une, au_autre, dossier, autre_dossier, noms)
    pieces = _pieces(c)
    decisions = dire_les_decisions(une, autre, c.cotes, c.personnes)
    jours = dire_les_jours_qui_changent(une, autre, c.personnes)
    comptes = dire_les_comptes_qui_changent(une, autre, c.personnes)
    differe = bool(pieces or c.lectures or decisions or jours or comptes or au_une != au_autre)
    blocs = [
        [*_titre(c), *([f"« Au lieu de » renvoie {c.cotes.repere}."] if differe else [])],
        ["En bref", *(_en_bref(c, pieces, decisions) if differe else [_RIEN_NE_DIFFERE])],
        pieces,
        decisions,
        jours,
        comptes,
        dire_l_horizon({**une.trace.au_dela_de_l_horizon, **autre.trace.au_dela_de_l_horizon}),
    ]
    return relire("\n\n".join("\n".join(bloc) for bloc in blocs if bloc))


@dataclass(frozen=True)
class _Comparaison:
    une: Liquidation
    autre: Liquidation
    au_une: date
    au_autre: date
    dossier: Dossier
    autre_dossier: Dossier | None
    noms: tuple[str, str] | None

    @property
    def personnes(self) -> Personnes:
        """Who is named, of both sides together: an employer is named alike on both."""
        return Personnes(personnes_de(self.une).employeurs | personnes_de(self.autre).employeurs)

    @property
    def lectures(self) -> tuple[str, ...]:
        """The points of law on which the two sides follow different readings."""
        ici, la = _choisies(self.une), _choisies(self.autre)
        return tuple(
            nom
            for nom, lecture in LECTURES.items()
            if ici.get(nom, lecture.defaut) != la.get(nom, lecture.defaut)
        )

    @property
    def cotes(self) -> Cotes:
        """What either side is called."""
        if self.autre_dossier is not None:
            return Cotes("dans le premier dossier", "dans le second dossier", "au premier dossier")
        if self.au_une != self.au_autre:
            une, autre = (f"au {en_francais(au)}" for au in (self.au_une, self.au_autre))
            return Cotes(une, autre, une)
        if self.lectures:
            return Cotes("selon la lecture suivie", "selon l'autre lecture", "à la lecture suivie")
        return Cotes("dans le premier décompte", "dans le second décompte", "au premier décompte")


def _choisies(liquidation: Liquidation) -> Mapping[str, str]:
    """The readings asked for; an unknown law, supposed unchanged, is told apart and was not asked for."""
    rendues = liquidation.decompte.lectures
    if not liquidation.trace.au_dela_de_l_horizon:
        return rendues
    return {nom: valeur for nom, valeur in rendues.items() if nom != "droit_constant"}


def _titre(c: _Comparaison) -> list[str]:
    """What is compared, and what the amounts are."""
    une, autre = en_francais(c.au_une), en_francais(c.au_autre)
    if c.autre_dossier is not None:
        quand = f" au {une}" if une == autre else f", le premier au {une}, le second au {autre}"
        lignes = [f"Comparaison de deux dossiers{quand}"]
        if c.noms is not None:
            lignes += [f"– Premier dossier : « {c.noms[0]} ».", f"– Second dossier : « {c.noms[1]} »."]
    elif une != autre:
        lignes = [f"Comparaison d'un même dossier au {une} et au {autre}"]
    else:
        quoi = "deux lectures" if c.lectures else "deux décomptes"
        lignes = [f"Comparaison de {quoi} d'un même dossier au {une}"]
    for nom in c.lectures:
        lignes.append(LECTURES[nom].question)
        for cote, liquidation in (("Lecture suivie", c.une), ("Autre lecture", c.autre)):
            valeur = liquidation.decompte.lectures.get(nom, LECTURES[nom].defaut)
            lignes.append(f"– {cote} : {dire_une_lecture(nom, valeur)}.")
    return [*lignes, dire_l_objet(c.une, c.autre)]


def _pieces(c: _Comparaison) -> list[str]:
    if c.autre_dossier is None:
        return dire_les_pieces_recues(c.dossier, c.au_une, c.au_autre, c.personnes)
    return dire_les_pieces_de_deux_dossiers(c.dossier, c.au_une, c.autre_dossier, c.au_autre, c.personnes)


def _en_bref(c: _Comparaison, pieces: list[str], decisions: list[str]) -> Iterator[str]:
    """What a reader in a hurry has to know: the money first, then what does not change."""
    ecarts = ecarts_des_comptes(c.une, c.autre)
    change = bool(ecarts) or parts_par_jour(c.une) != parts_par_jour(c.autre)
    for qui, siens in ecarts.items():
        yield f"– {phrase(c.personnes.nommer(qui)).rstrip('.')} : {_en_un_mot(siens)}."
    if not ecarts and change:
        yield "– Les comptes ne changent pas, mais des jours changent."
    if not change:
        yield "– Rien ne change en argent : mêmes jours payés, mêmes montants, mêmes comptes."
        if pieces:
            yield "– Ce qui diffère dans les pièces est sans effet sur les sommes."
    if not pieces and c.autre_dossier is not None:
        yield "– Les pièces des deux dossiers sont les mêmes."
    if not pieces and c.au_une != c.au_autre:
        yield "– Entre les deux dates, aucune pièce nouvelle n'est entrée en compte."
    for nom in c.lectures:
        if nom not in {**c.une.trace.lectures, **c.autre.trace.lectures}:
            yield "– Ce point de droit ne se pose pas dans ce dossier."
    if not decisions and not des_jours_changent(c.une, c.autre):
        yield "– Aucune décision ne change."
    attente = sum(nb_jours(p.debut, p.fin) for p in c.autre.decompte.periodes if p.statut == "en_attente")
    if attente:
        restent = pluriel(attente, "jour reste", "jours restent")
        yield f"– {phrase(c.cotes.la).rstrip('.')}, {restent} en attente d'une pièce : rien n'y est décidé."


def _en_un_mot(ecarts: Mapping[Quantite, Ecart]) -> str:
    """A payee's account in one sentence: what is due, net of levies too, then what that makes of what was paid."""
    net = None if "déjà versé" in ecarts or "acomptes" in ecarts else ecarts.get("net")
    if "dû" in ecarts:
        soit = f", soit {_de_plus(net, ' nets')}" if net else ""
        morceaux = [f"{_de_plus(ecarts['dû'], ' bruts')}{soit}"]
    else:
        morceaux = ["le dû ne change pas"]
        if net:
            morceaux.append(f"le net, si : {_de_plus(net)}")
    for quantite in _CE_QUI_RESTE:
        if quantite in ecarts and ("dû" not in ecarts or quantite == "trop-perçu"):
            avant, apres = ecarts[quantite]
            morceaux.append(f"{quantite} {euros(apres)} au lieu de {euros(avant)}")
    return " ; ".join(morceaux)


def _de_plus(ecart: Ecart, quoi: str = "") -> str:
    avant, apres = ecart
    return f"{euros(abs(apres - avant))}{quoi} {'de plus' if apres > avant else 'de moins'}"
