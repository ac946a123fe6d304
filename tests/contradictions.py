"""What an explanation must not do: leave a word of the machine, or say two things that cannot both be true."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from oracle.liquidation import Liquidation
from tests.recits import LIGNE, Payes, jours_de, relire_les_jours, simplifier

_ANGLAIS = re.compile(
    r"\b(?:the|of|and|days?|leave|birth|rights|paid|none|true|false|null|not|with|before|after|rest|mother|father"
    r"|child|notice|amount|unknown)\b|[{}_]",
    re.IGNORECASE,
)
_TITRE = re.compile(r"(?:\d+\. )?(?:Arrêt|Congé|Repos)\b.* (?:du|le) \d")
_FIN_DES_EPISODES = ("Aucun ", "Sommes forfaitaires", "Comptes", "Points de droit", "Droit non connu")
_CALENDRIER, _JOURS, _MONTANT = "Calendrier du congé", "Jour par jour", "Montant d'une journée"
_SEMAINES = "Semaine par semaine :"
_EN_EUROS = r"([\d ]+,\d\d) €"
_A_VENIR = "Pas encore échu"
_DU = re.compile(rf"– (L'\S+(?: [\w.-]*\w)?) : dû {_EN_EUROS}")
_FORFAIT = re.compile(rf"^– .*, due .*, le [^:]* : {_EN_EUROS}(?!.*pas encore échue)", re.MULTILINE)
_ECART = re.compile(
    rf"soit {_EN_EUROS} de (plus|moins)(?: \([^()]+ au lieu de [^()]+\))?(?: — art\..*)?\.$", re.MULTILINE
)


def mots_etrangers(texte: str) -> list[str]:
    """English words and braces that a reader would meet."""
    return _ANGLAIS.findall(simplifier(texte))


def centimes(montant: str) -> int:
    """Cents of an amount as it is written: ``1 234,56``."""
    return int(montant.replace(" ", "").replace(",", ""))


def ecart_dit(texte: str, *titres: str) -> int:
    """Cents that the paragraphs of a comparison say are due more, days not yet due left out."""
    blocs = "\n".join(bloc for bloc in simplifier(texte).split("\n\n") if bloc.startswith(titres))
    return sum(centimes(m) * (1 if sens == "plus" else -1) for m, sens in _ECART.findall(blocs))


def contradictions(liquidation: Liquidation, texte: str) -> list[str]:
    """What the text says against itself; the days themselves are read back elsewhere."""
    simple = simplifier(texte)
    lus = relire_les_jours(simple)
    au = liquidation.decompte.au
    assert au is not None
    trouvees = [ecart for episode in _episodes(simple) for ecart in _d_un_episode(episode, lus, au)]
    return trouvees + list(_des_comptes(simple, lus, au))


@dataclass(frozen=True)
class _Episode:
    """A stop or a leave: its paragraphs by their title, and what is said of each of its days."""

    titre: str
    paragraphes: Mapping[str, list[str]]

    def jours(self, titre: str) -> Iterator[tuple[date, str]]:
        """Each day that a paragraph tells, and the line that does."""
        for ligne in self.paragraphes.get(titre, []):
            trouve = LIGNE.fullmatch(ligne)
            if trouve is not None:
                yield from ((jour, trouve[8]) for jour in jours_de(trouve))


def _episodes(texte: str) -> list[_Episode]:
    episodes: list[_Episode] = []
    ouvert = False
    for bloc in texte.split("\n\n")[1:]:
        titre, *lignes = bloc.splitlines()
        if _TITRE.match(titre):
            episodes.append(_Episode(titre, {}))
            ouvert = True
        elif titre.startswith(_FIN_DES_EPISODES):
            ouvert = False
        elif ouvert:
            episodes[-1].paragraphes[titre] = lignes  # type: ignore[index]  # filled as it is read
    return episodes


def _d_un_episode(episode: _Episode, lus: Mapping[date, Payes], au: date) -> Iterator[str]:
    for ligne in episode.paragraphes.get(_JOURS, []):
        trouve = LIGNE.fullmatch(ligne)
        if trouve is not None:
            yield from _d_une_ligne(ligne, trouve, lus, au)
    dits = dict(episode.jours(_JOURS))
    payes = [jour for jour in dits if sum(lus[jour].values())]
    if _CALENDRIER in episode.paragraphes:
        yield from _du_calendrier(episode, dits, lus)
        yield from _des_montants(episode, dits, payes)
    droits = " ".join(episode.paragraphes.get("Ouverture des droits", []))
    if payes and "sont ouverts" not in droits and "conditions sont remplies" not in droits:
        yield f"{episode.titre} : des jours payés, sans droits ouverts"
    if dits and not payes and "Les droits sont ouverts" in droits and "pourtant" not in droits:
        refus = {texte.partition(",")[0].partition(" :")[0] for texte in dits.values()}
        if refus == {"droits non ouverts"}:
            yield f"{episode.titre} : droits ouverts, et refusés"


def _d_une_ligne(ligne: str, trouve: re.Match[str], lus: Mapping[date, Payes], au: date) -> Iterator[str]:
    jours, texte = jours_de(trouve), trouve[8]
    total = sum(sum(lus[jour].values()) for jour in jours)
    if total and "rien n'est" in texte:
        yield f"payé et refusé : {ligne}"
    if not total and not re.search(r"\brien n'est\b|\bseul son remplacement\b|\b0,00 €", texte):
        yield f"ni payé ni refusé : {ligne}"
    annonce = re.search(rf"soit {_EN_EUROS}", texte.partition(" — ")[0])
    if annonce and centimes(annonce[1]) != total:
        yield f"somme annoncée : {ligne}"
    if total and (_A_VENIR.lower() in texte.lower()) != (jours[0] > au):
        yield f"échéance : {ligne}"


def _du_calendrier(episode: _Episode, dits: Mapping[date, str], lus: Mapping[date, Payes]) -> Iterator[str]:
    """The calendar against the days: what is paid is said paid, and no day is told twice or forgotten."""
    semaines = list(episode.jours(_CALENDRIER))
    fois = Counter(jour for jour, _ in semaines)
    yield from (f"{episode.titre} : {jour} deux fois au calendrier" for jour in fois if fois[jour] > 1)
    yield from (f"{episode.titre} : {jour} absent du calendrier" for jour in dits if jour not in fois)
    for jour, texte in semaines:
        paye, sien = bool(sum(lus.get(jour, {}).values())), jour in dits
        ailleurs = "maladie" in texte or "tenus par" in texte
        if ("avec indemnité" in texte) != (sien and paye) or (paye and not sien and not ailleurs):
            yield f"{episode.titre} : {jour}, {texte}"


def _des_montants(episode: _Episode, dits: Mapping[date, str], payes: list[date]) -> Iterator[str]:
    """The amount of each paid day is one that was worked out."""
    calcules = {m.strip() for m in re.findall(_EN_EUROS, " ".join(episode.paragraphes.get(_MONTANT, [])))}
    for jour in payes:
        montants = re.findall(_EN_EUROS, dits[jour].partition(" — ")[0].partition(", soit")[0])
        if calcules.isdisjoint(montant.strip() for montant in montants):
            yield f"{episode.titre} : {jour}, {dits[jour]}"


def _des_comptes(texte: str, lus: Mapping[date, Payes], au: date) -> Iterator[str]:
    """What each is due is the sum of the days due and of the lump sums told."""
    attendu: Counter[str] = Counter()
    for jour, payes in lus.items():
        if jour <= au:
            attendu.update(payes)
    blocs = texte.split("\n\n")
    forfaits = next((bloc for bloc in blocs if bloc.startswith("Sommes forfaitaires")), "")
    attendu["l'assuré"] += sum(centimes(montant) for montant in _FORFAIT.findall(forfaits))
    comptes = next((bloc for bloc in blocs if bloc.startswith("Comptes")), "")
    dits = {qui[0].lower() + qui[1:]: centimes(montant) for qui, montant in _DU.findall(comptes)}
    for qui in sorted({*attendu, *dits}):
        if attendu[qui] != dits.get(qui, 0):
            yield f"{qui} : dû {dits.get(qui, 0)}, jours et forfaits {attendu[qui]}"
