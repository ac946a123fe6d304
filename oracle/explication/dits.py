"""What is told of a stop, chapter by chapter, as lines that can be set beside those of another side.

The lines are those of the explanation of a single décompte: no decision is put into words a second time here.
A line is ``sujet : texte — articles``, or a sentence of its own.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from oracle.explication.avis import dire_les_avis
from oracle.explication.carence import dire_la_carence
from oracle.explication.durees import dire_les_durees
from oracle.explication.etude import Etude
from oracle.explication.examens import dire_les_examens
from oracle.explication.journees import dire_les_jours
from oracle.explication.langue import enumerer, intervalle_compte
from oracle.explication.montant import dire_le_montant
from oracle.explication.ouverture import dire_les_droits
from oracle.explication.personnes import Personnes
from oracle.explication.subrogations import dire_les_subrogations
from oracle.explication.suspensions import dire_les_controles
from oracle.explication.temps_partiel import dire_le_temps_partiel
from oracle.liquidation import Liquidation

_REGLE = " — art. "
_PUCE, _SOUS_PUCE = "– ", "  · "
_PART = "du gain journalier"
_JOUR_DES_CONDITIONS = "Conditions appréciées"
_RIEN = "aucun"
_CHAPITRES = (
    "continuité",
    "avis",
    "contrôles",
    "droits",
    "montant",
    "temps partiel",
    "destinataires",
    "durées",
    "jours",
)
_SANS_DROIT = ", rien n'est dû : "
_ESSENTIEL = ("Plafond mensuel", "Gain journalier de base", "Indemnité journalière")


@dataclass(frozen=True)
class Dit:
    """Something told of a stop: what it is about, empty for a sentence of its own, what is said, and by which article.

    ``chapitre`` sets apart what is told twice under the same name; ``accessoire``: worth telling only beside what the
    other side says of the same thing.
    """

    sujet: str
    texte: str
    regle: str
    chapitre: str = ""
    accessoire: bool = False

    @property
    def objet(self) -> tuple[str, str]:
        """What the other side would say the same thing of."""
        return self.chapitre, self.sujet.split(",", maxsplit=1)[0] or self.texte

    @property
    def entier(self) -> str:
        return f"{self.sujet} : {self.texte}" if self.sujet else self.texte


def dire_en_chapitres(
    liquidation: Liquidation,
    etudes: Sequence[Etude],
    etude: Etude | None,
    en_face: Etude | None,
    personnes: Personnes,
) -> list[list[Dit]]:
    """What is told of a stop, chapter by chapter; without a stop ``en_face``, no more than what decides."""
    au, lectures = liquidation.decompte.au, liquidation.trace.lectures
    if etude is None or au is None:
        return [[]] * len(_CHAPITRES)
    chapitres = {"continuité": _continuite(etudes, etude)}
    chapitres["avis"] = phrases(dire_les_examens(etude, lectures))
    chapitres["contrôles"] = phrases(dire_les_controles(etude))
    if not etude.instruction.interruption.vide:
        chapitres["droits"] = _droits(etude, en_face, personnes)
        chapitres["montant"] = _montant(etude, en_face, personnes, lectures)
        chapitres["temps partiel"] = phrases(dire_le_temps_partiel(etude, personnes, lectures))
        chapitres["destinataires"] = phrases(dire_les_subrogations(etude, personnes))
        chapitres["durées"] = phrases(dire_les_durees(etude))
        chapitres["jours"] = _jours(etude, personnes, au)
    return [chapitres.get(chapitre, []) for chapitre in _CHAPITRES]


def phrases(lignes: Sequence[str]) -> list[Dit]:
    """What is listed under a title; what is listed under a line is about the same thing as that line."""
    dits, sujet = [], ""
    for ligne in lignes[1:]:
        if ligne.startswith(_SOUS_PUCE):
            dit = lire(ligne, seul=True)
            dits.append(replace(dit, sujet=sujet, texte=minuscule(dit.texte)) if sujet else dit)
        else:
            dits.append(lire(ligne))
            sujet = dits[-1].sujet
    return dits


def lire(ligne: str, *, seul: bool = False) -> Dit:
    """A told line; ``seul``: a sentence of its own although it is in a list."""
    corps, tiret, regle = ligne.removeprefix(_PUCE).removeprefix(_SOUS_PUCE).rstrip(" .:").partition(_REGLE)
    sujet, deux_points, texte = corps.partition(" : ")
    if seul or not deux_points or not ligne.startswith(_PUCE):
        sujet, texte = "", corps
    return Dit(sujet, texte, tiret + regle)


def _continuite(etudes: Sequence[Etude], etude: Etude) -> list[Dit]:
    """What links each notice to the stop, and what was worked at either end; a notice alone is no decision."""
    rang = next(rang for rang, une in enumerate(etudes) if une is etude)
    dits = []
    for ligne in dire_les_avis(etude, etudes[rang - 1] if rang else None):
        avis, point, lien = ligne.removeprefix(_PUCE).partition(". ")
        if point:
            dit = lire(minuscule(lien))
            contigu = dit.texte.startswith(_RIEN)
            dits.append(replace(dit, sujet=avis.partition(", prescri")[0], accessoire=contigu))
        elif ", prescri" not in avis:
            dits.append(lire(ligne, seul=True))
    return dits


def _droits(etude: Etude, en_face: Etude | None, personnes: Personnes) -> list[Dit]:
    """Verdicts and conditions; what is not declared, or is still pending, is told only beside the other side's figure."""
    lignes = dire_les_droits(etude, personnes)
    if en_face is None:
        return [lire(ligne) for ligne in lignes if not ligne.startswith(_PUCE) and not ligne.endswith(":")]
    en_attente = etude.instruction.six_mois.acquis is None
    return [
        replace(dit, accessoire=bool(dit.sujet) and (en_attente or dit.texte.startswith(_RIEN)))
        for dit in par_chapitre(lignes)
        # The day of the conditions is that of the stop, which its title tells, unless rights are kept from before.
        if etude.instruction.maintien or not dit.texte.startswith(_JOUR_DES_CONDITIONS)
    ]


def par_chapitre(lignes: Sequence[str]) -> list[Dit]:
    """The same condition may be told of the work under way, of former work, of months beyond: the sentence before tells."""
    dits, chapitre = [], ""
    for ligne in lignes:
        if ligne.startswith(_PUCE):
            dits.append(replace(lire(ligne), chapitre=chapitre))
        else:
            dits.append(lire(ligne))
            chapitre = ligne.split(" ", maxsplit=1)[0]
    return dits


def _montant(
    etude: Etude, en_face: Etude | None, personnes: Personnes, lectures: Mapping[str, str]
) -> list[Dit]:
    """The calculation; without another to set beside it, its ceiling, its base and its result."""
    mois = {str(mois) for mois in etude.instruction.calcul.mois}
    dits = []
    for ligne in dire_le_montant(etude, personnes, lectures)[1:]:
        dit = lire(ligne)
        nom = minuscule(dit.sujet)
        if not ligne.endswith(":"):
            dits.append(replace(dit, sujet=f"Salaire de {nom}") if nom in mois else dit)
    if etude.instruction.six_mois.acquis is None:
        dits = [dit for dit in dits if dit.sujet]
    if en_face is None or not (_calcule(etude) and _calcule(en_face)):
        return [dit for dit in dits if not dit.sujet or dit.objet[1] in _ESSENTIEL]
    if _au_maximum(etude) or _au_maximum(en_face):
        return dits
    return [dit for dit in dits if not dit.sujet.endswith(_PART)]


def _calcule(etude: Etude) -> bool:
    instruction = etude.instruction
    return instruction.six_mois.acquis is not False and instruction.calcul.montant is not None


def _au_maximum(etude: Etude) -> bool:
    """The maximum of a day applies: otherwise the share of the base follows from the base, and is not told again."""
    return any(not rencontre.franchi for rencontre in etude.demandes.seuils("MAL-IJ.maximum")[-1:])


def _jours(etude: Etude, personnes: Personnes, au: date) -> list[Dit]:
    """Which days wait, or why none does; then why days are refused, when a count or a period decides."""
    en_carence = [journee.jour for journee in etude.journees if journee.decision.statut == "carence"]
    suites = [
        [jour for _, jour in groupe]
        for _, groupe in groupby(enumerate(en_carence), key=lambda x: x[1].toordinal() - x[0])
    ]
    jours = enumerer([intervalle_compte(suite[0], suite[-1]) for suite in suites])
    dits = [Dit("", f"Délai de carence {jours}", "")] if jours else []
    dits += [lire(ligne, seul=True) for ligne in dire_la_carence(etude)]
    for ligne in dire_les_jours(etude, personnes, au):
        decision = ligne.partition(" : ")[2]
        if ligne.startswith(_PUCE) and _SANS_DROIT in decision:
            dits.append(lire(decision.replace(_SANS_DROIT, " : ")))
    return dits


def majuscule(texte: str) -> str:
    """The text with a capital."""
    return texte[:1].upper() + texte[1:]


def minuscule(texte: str) -> str:
    """The text as it reads inside a sentence."""
    return texte[:1].lower() + texte[1:]
