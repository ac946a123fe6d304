"""Explanations for the tests: told with plain spaces and apostrophes, cut in paragraphs, and read back day by day."""

import re
from collections.abc import Mapping
from datetime import date, timedelta

from oracle.dossier import lire_dossier
from oracle.explication import expliquer
from tests.aides import Json, dossier, jour

CODE = "du code de la sécurité sociale"
Payes = Mapping[str, int]
"""The cents of each payee, named as the text names them."""

_MOIS = (
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
)
LIGNE = re.compile(
    r"– (?:Le|Du) (?:(\d+)(?:er)?(?: (\D+?))?(?: (\d{4}))? au )?(\d+)(?:er)? (\D+?) (\d{4}) \(([\d ]+) jours?(?:, [\d ]+ semaines?)?\) : (.*)"
)
"""A run of days, how many they are, and what is said of them; see ``jours_de``."""
_PART = re.compile(
    r"([\d ]+,\d\d) €(?: par jour| pour ces [\d ]+ jours)? à (l'assuré|l'employeur(?: [\w.-]*\w)?)"
)
_EN_TOUT = re.compile(r"€ pour ces [\d ]+ jours\b")


def simplifier(texte: str) -> str:
    """Plain spaces and apostrophes, so that assertions read as they are typed."""
    return texte.replace("\u00a0", " ").replace("\u202f", " ").replace("’", "'")


def dire(*pieces: Json, au: str = "2024-10-15", assure: Json | None = None, **lectures: str) -> str:
    """The explanation of a dossier of these documents; without any, the usual one."""
    donnees = dossier(*pieces, **(assure or {}))
    return simplifier(expliquer(lire_dossier(donnees), jour(au), lectures))


def paragraphe(texte: str, titre: str) -> list[str]:
    """The lines under the only title that begins so."""
    (trouve,) = [bloc for bloc in texte.split("\n\n") if bloc.startswith(titre)]
    return trouve.splitlines()[1:]


def relire_les_jours(texte: str) -> dict[date, Payes]:
    """Who is paid what on each day, from the text alone; a day told twice, or a wrong count of days, is an error."""
    lus: dict[date, Payes] = {}
    for bloc in texte.split("\n\n"):
        if bloc.startswith("Jour par jour"):
            for ligne in bloc.splitlines():
                trouve = LIGNE.fullmatch(ligne)
                if trouve is not None:
                    jours = jours_de(trouve)
                    for quand, payes in zip(jours, _chaque_jour(trouve[8], len(jours)), strict=True):
                        assert quand not in lus, ligne
                        lus[quand] = payes
    return lus


def _chaque_jour(texte: str, nombre: int) -> list[Payes]:
    """What each day of a run is paid; a total is shared as the text says: each part, heaped and rounded."""
    payes = _payes(texte)
    if not _EN_TOUT.search(texte):
        return [payes] * nombre
    return [
        {qui: _cumul(total, rang, nombre) - _cumul(total, rang - 1, nombre) for qui, total in payes.items()}
        for rang in range(1, nombre + 1)
    ]


def _cumul(total: int, rang: int, nombre: int) -> int:
    return (2 * total * rang + nombre) // (2 * nombre)


def jours_de(ligne: re.Match[str]) -> list[date]:
    """The days of a ``LIGNE``; a wrong count is an error."""
    q1, m1, a1, q2, m2, a2, nombre, _ = ligne.groups()
    fin = date(int(a2), _MOIS.index(m2) + 1, int(q2))
    debut = fin if q1 is None else date(int(a1 or a2), _MOIS.index(m1 or m2) + 1, int(q1))
    assert (fin - debut).days + 1 == int(nombre.replace(" ", "")), ligne[0]
    return [debut + timedelta(days=rang) for rang in range((fin - debut).days + 1)]


def _payes(texte: str) -> Payes:
    """The payees of one day, or of a run: after « dont » when there are several."""
    paiement = texte.partition(" — ")[0].partition(", soit")[0].partition(", répartis")[0]
    return {
        qui: int(montant.replace(" ", "").replace(",", ""))
        for montant, qui in _PART.findall(paiement.rpartition(", dont ")[2])
    }
