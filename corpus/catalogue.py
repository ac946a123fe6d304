"""The catalogue: find the cases of a folder, read them, and say what is wrong with them, file and field.

``check`` never runs an expected value through the oracle; the oracle only tells on which side of each threshold a
case stands, to name near-duplicates.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from importlib.resources import files
from pathlib import Path

from corpus.derivation import verifier_derivation
from corpus.format import Cas, lire_cas, montants_enonces
from corpus.lecteur import lire_fichier
from oracle.dossier import DossierInvalide
from oracle.dossier.versements import Mouvement
from oracle.lectures import verifier_les_lectures
from oracle.legislation import tables
from oracle.liquidation import liquider_en_detail
from oracle.loi import Mesure
from oracle.perimetre import HorsChamp

_REGLE = re.compile(r"[A-Z][A-Z0-9]*(-[A-Z0-9]+)*")
_ARTICLE = re.compile(r"[LRD]\d+(-\d+)*")
_DEFAUT = re.compile(r"DEF\d{2}")
_PERSONNE = {
    "numéro de sécurité sociale": re.compile(
        r"\b[12]\s?\d{2}\s?(0[1-9]|1[0-2])\s?\d{2}\s?\d{3}\s?\d{3}\s?\d{2}\b"
    ),
    "IBAN": re.compile(r"\bFR\d{2}(\s?[0-9A-Z]{4}){5}"),
    "adresse électronique": re.compile(r"[\w.+-]+@[\w-]+\.[a-z]{2,}"),
    "numéro de téléphone": re.compile(r"\b0[1-9]([ .]?\d{2}){4}\b"),
}


@dataclass(frozen=True)
class CasCharge:
    """A case and the file it came from."""

    cas: Cas
    chemin: Path


@dataclass(frozen=True)
class Remarque:
    """Something to mend: which file, which field, what. ``bloquante``: the case may not be used as it is."""

    chemin: Path
    champ: str
    texte: str
    bloquante: bool = True

    def __str__(self) -> str:
        return f"{self.chemin.name} : {self.champ} : {self.texte}"


def dossier_par_defaut() -> Path:
    """``./corpus/cas`` when it exists, else the packaged cases."""
    local = Path("corpus/cas")
    return local if local.is_dir() else Path(str(files("corpus") / "cas"))


def fichiers(dossiers: Sequence[Path]) -> list[Path]:
    """Every case file under the folders, in order of name."""
    return sorted(chemin for dossier in dossiers for chemin in dossier.rglob("*.yaml"))


def charger(dossiers: Sequence[Path]) -> tuple[list[CasCharge], list[Remarque]]:
    """Read every case; one that cannot be read becomes remarks and the others go on."""
    charges: list[CasCharge] = []
    remarques: list[Remarque] = []
    for chemin in fichiers(dossiers):
        try:
            charges.append(CasCharge(lire_cas(lire_fichier(chemin)), chemin))
        except DossierInvalide as invalide:
            remarques += [
                Remarque(chemin, p.champ, f"{p.raison}{f' (valeur : {p.valeur})' if p.valeur else ''}")
                for p in invalide.problemes
            ]
    remarques += _identifiants_repetes(charges)
    return charges, remarques


def verifier(dossiers: Sequence[Path]) -> tuple[list[CasCharge], list[Remarque]]:
    """Read and check every case: format, derivation, provenance, persons, near-duplicates."""
    charges, remarques = charger(dossiers)
    for charge in charges:
        remarques += _verifier_un(charge)
    remarques += _quasi_doublons(charges)
    return charges, remarques


def _identifiants_repetes(charges: Iterable[CasCharge]) -> list[Remarque]:
    vus: dict[str, Path] = {}
    remarques = []
    for charge in charges:
        autre = vus.setdefault(charge.cas.cas, charge.chemin)
        if autre != charge.chemin:
            remarques.append(
                Remarque(charge.chemin, "cas", f"« {charge.cas.cas} » est déjà le nom du cas de {autre.name}")
            )
    return remarques


def _verifier_un(charge: CasCharge) -> Iterator[Remarque]:
    cas, chemin = charge.cas, charge.chemin
    if chemin.stem != cas.cas:
        yield Remarque(chemin, "cas", f"le fichier d'un cas porte son nom : {cas.cas}.yaml est attendu")
    for champ, motif, valeurs in (
        ("regles", _REGLE, cas.regles),
        ("articles", _ARTICLE, cas.articles),
        ("defauts", _DEFAUT, cas.defauts),
    ):
        for valeur in valeurs:
            if motif.fullmatch(valeur) is None:
                yield Remarque(chemin, champ, f"« {valeur} » n'a pas la forme attendue ({motif.pattern})")
    donnes = {chemin_du_montant: Fraction(montant) for chemin_du_montant, montant in _donnees(cas).items()}
    a_prouver = {c: m for c, m in montants_enonces(cas).items() if m not in donnes.values()}
    for defaut in verifier_derivation(cas.derivation, a_prouver):
        ou = f"derivation, ligne {defaut.ligne}" if defaut.ligne else defaut.texte
        yield Remarque(chemin, ou, f"{defaut.raison}{f' : {defaut.texte}' if defaut.ligne else ''}")
    for rang, lecture in enumerate(cas.lectures):
        try:
            verifier_les_lectures(lecture.si)
        except DossierInvalide as inconnue:
            yield Remarque(chemin, f"lectures[{rang}].si", str(inconnue))
    texte = chemin.read_text(encoding="utf-8")
    for quoi, motif in _PERSONNE.items():
        if motif.search(texte):
            yield Remarque(chemin, "texte", f"ressemble à un {quoi} : un cas ne désigne personne")


def _donnees(cas: Cas) -> dict[str, Fraction]:
    """Amounts the dossier itself gives (payments made): stating them again needs no proof."""
    return {p.id: Fraction(p.montant, 100) for p in cas.dossier.pieces if isinstance(p, Mouvement)}


def _quasi_doublons(charges: Iterable[CasCharge]) -> list[Remarque]:
    """Cases with equal rules, class of error and side of every threshold count once."""
    groupes: dict[object, list[CasCharge]] = defaultdict(list)
    for charge in charges:
        cotes = _cotes(charge.cas)
        if cotes is not None:
            groupes[tuple(sorted(charge.cas.regles)), charge.cas.erreur_type, cotes].append(charge)
    return [
        Remarque(
            doublon.chemin,
            "cas",
            f"quasi-doublon de {groupe[0].cas.cas} : mêmes règles, même erreur, mêmes côtés des seuils",
            bloquante=False,
        )
        for groupe in groupes.values()
        for doublon in groupe[1:]
    ]


def _cotes(cas: Cas) -> frozenset[tuple[str, object]] | None:
    """For each threshold met, below, on or above it; for each dated parameter, the row in force."""
    try:
        traces = [liquider_en_detail(cas.dossier, etape.au).trace for etape in cas.questions]
    except (DossierInvalide, HorsChamp):
        return None
    seuils = {(r.seuil, _cote(r.mesure, r.borne)) for trace in traces for r in trace.rencontres}
    lignes = {
        (lue.table, tables()[lue.table].ligne_au(lue.jour).depuis)
        for trace in traces
        for lue in trace.consultations
    }
    return frozenset({*seuils, *lignes})


def _cote(mesure: Mesure, borne: Mesure) -> int:
    if mesure == borne:
        return 0
    return 1 if mesure > borne else -1  # type: ignore[operator]  # both are dates, or both numbers
