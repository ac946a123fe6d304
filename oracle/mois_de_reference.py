"""The three reference months of monthly pay, rebuilt where they are incomplete (R323-8).

This module decides nothing of its own: it brings the lines of each employer to the rules of ``retablissement``.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from typing import Literal

from oracle import retablissement
from oracle.calendrier import MoisCivil, jours, mois_civil, nb_jours
from oracle.dossier.activites import Activite
from oracle.loi import appliquer, parametre
from oracle.releves import LigneDePaie, Releve

Cause = Literal["embauche", "fin_de_contrat", "deux_activites", "absence", "chomage", "sans_activite"]
"""Why a reference month was incomplete."""

QUATRIEME_CAS: tuple[Cause, ...] = ("absence", "chomage")
"""The causes of R323-8, II, 4°."""


@dataclass(frozen=True)
class MoisDeReference:
    """A reference month: cents received, days they reward, amount once rebuilt, then capped, and why it was incomplete."""

    mois: MoisCivil
    percu: int
    jours_payes: int
    retabli: Fraction
    cause: Cause | None
    plafonne: Fraction | None = None


@dataclass(frozen=True)
class Retablissement:
    """The reference months. ``jours``: the days that divide their sum when they are not rebuilt but divided as they are.

    ``impasse``: causes of the absences when no day was worked either during the reference or after it.
    """

    details: tuple[MoisDeReference, ...]
    jours: int | None = None
    manques: tuple[str, ...] = ()
    impasse: frozenset[str] = frozenset()


@dataclass(frozen=True)
class _Montant:
    """Cents, with what is missing to know them, or the causes of absence that leave nothing to go by."""

    valeur: Fraction
    manques: tuple[str, ...] = ()
    impasse: frozenset[str] = frozenset()


Mois = tuple[MoisCivil, tuple[LigneDePaie, ...]]
"""A month, and the line of each employer present."""


@dataclass(frozen=True)
class _Reference:
    """The reference under way: its months, and the day of the stop that picks the text."""

    releve: Releve
    suite: tuple[Mois, ...]
    debut_arret: date


def retablir(releve: Releve, nombre: int, debut_arret: date, prescription: date) -> Retablissement:
    """The ``nombre`` reference months of monthly pay, each whole."""
    suite = tuple((mois, releve.lignes(mois)) for mois in releve.mois(nombre))
    manques = _distincts(
        m for mois, _ in suite for a in releve.presentes(mois) for m in releve.manques(a, mois)
    )
    causes = [_cause(releve, mois) for mois in suite]
    if manques or not any(causes):
        return Retablissement(tuple(_tel_quel(mois) for mois in suite), manques=manques)
    payes = {jour for _, lignes in suite for ligne in _recues(lignes) for jour in ligne.payes}
    if payes and _en_divisant(causes, debut_arret, prescription):
        return Retablissement(tuple(_tel_quel(mois) for mois in suite), jours=len(payes))
    reference = _Reference(releve, suite, debut_arret)
    montants = [_mois(reference, mois, cause) for mois, cause in zip(suite, causes, strict=True)]
    return Retablissement(
        details=tuple(
            replace(_tel_quel(mois), retabli=montant.valeur, cause=cause)
            for mois, montant, cause in zip(suite, montants, causes, strict=True)
        ),
        manques=_distincts(manque for montant in montants for manque in montant.manques),
        impasse=frozenset().union(*(montant.impasse for montant in montants)),
    )


def _distincts(phrases: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(phrases))


def _en_divisant(causes: Sequence[Cause | None], debut_arret: date, prescription: date) -> bool:
    """Pay is divided by the days it rewards, as readings alone have it."""
    if appliquer(
        retablissement.formule_de_la_reforme,
        bool(parametre("r3238_redaction_de_2021", prescription)),
        bool(parametre("r3238_regle_du_meme_mois", debut_arret)),
    ):
        return True
    return appliquer(retablissement.seconde_methode, all(cause in (None, *QUATRIEME_CAS) for cause in causes))


def _tel_quel(suite: Mois) -> MoisDeReference:
    mois, lignes = suite
    percu = sum(ligne.percu for ligne in lignes)
    return MoisDeReference(mois, percu, _jours_payes(lignes), Fraction(percu), None)


def _jours_payes(lignes: Sequence[LigneDePaie]) -> int:
    return len({jour for ligne in _recues(lignes) for jour in ligne.payes})


def _recues(lignes: Sequence[LigneDePaie]) -> list[LigneDePaie]:
    return [ligne for ligne in lignes if not ligne.ecartee]


def _cause(releve: Releve, suite: Mois) -> Cause | None:
    mois, lignes = suite
    if not any(ligne.au_contrat for ligne in lignes):
        return "chomage" if _jours_de_chomage(releve, mois) else "sans_activite"
    if _deux_activites(lignes):
        return "deux_activites"
    return next((cause for ligne in _recues(lignes) if (cause := _cause_d_une_ligne(ligne))), None)


def _cause_d_une_ligne(ligne: LigneDePaie) -> Cause | None:
    if not ligne.au_contrat or appliquer(
        retablissement.mois_complet, len(ligne.payes), _longueur(ligne.mois)
    ):
        return None
    if ligne.absents:
        return "absence"
    return "embauche" if min(ligne.au_contrat) > ligne.mois.debut else "fin_de_contrat"


def _deux_activites(lignes: Sequence[LigneDePaie]) -> bool:
    """One activity ends and another begins within the month, and one of them does not cover it."""
    finies = {ligne.activite.id for ligne in lignes if _finit(ligne)}
    debutees = {ligne.activite.id for ligne in lignes if _debute(ligne)}
    incompletes = {ligne.activite.id for ligne in lignes if 0 < len(ligne.au_contrat) < _longueur(ligne.mois)}
    return len(finies | debutees) > 1 and bool(finies and debutees and incompletes & (finies | debutees))


def _debute(ligne: LigneDePaie) -> bool:
    return bool(ligne.au_contrat) and (
        ligne.activite.debut >= ligne.mois.debut or min(ligne.au_contrat) > ligne.mois.debut
    )


def _finit(ligne: LigneDePaie) -> bool:
    fin = ligne.activite.fin
    return bool(ligne.au_contrat) and (
        (fin is not None and fin <= ligne.mois.fin) or max(ligne.au_contrat) < ligne.mois.fin
    )


def _longueur(mois: MoisCivil) -> int:
    return nb_jours(mois.debut, mois.fin)


def _jours_de_chomage(releve: Releve, mois: MoisCivil) -> int:
    return len(
        {
            jour
            for chomage in releve.chomages
            for jour in jours(max(chomage.debut, mois.debut), min(chomage.fin or mois.fin, mois.fin))
        }
    )


def _mois(reference: _Reference, suite: Mois, cause: Cause | None) -> _Montant:
    """One reference month, whole."""
    mois, lignes = suite
    percu = sum(ligne.percu for ligne in lignes)
    if cause in (None, "sans_activite"):
        return _Montant(Fraction(percu))
    if cause == "chomage":
        return _mois_de_chomage(reference, mois, percu)
    if cause == "deux_activites" and appliquer(
        retablissement.regle_du_meme_mois,
        bool(parametre("r3238_regle_du_meme_mois", reference.debut_arret)),
    ):
        return _Montant(_mois_partage(mois, lignes, percu))
    montants = [_ligne(reference, ligne) for ligne in lignes]
    return _Montant(
        sum((montant.valeur for montant in montants), Fraction(0)),
        _distincts(manque for montant in montants for manque in montant.manques),
        frozenset().union(*(montant.impasse for montant in montants)),
    )


def _ligne(reference: _Reference, ligne: LigneDePaie) -> _Montant:
    """An employer's month: as received, as the employer declares it, or rebuilt."""
    if ligne.ecartee or _cause_d_une_ligne(ligne) is None:
        return _Montant(Fraction(ligne.percu))
    if ligne.declare is not None and appliquer(retablissement.salaire_declare_retenu):
        return _Montant(Fraction(ligne.declare))
    journalier = _journalier_de((ligne,))
    if journalier is None:
        journalier = _journalier_d_ailleurs(reference, (ligne.activite,))
    if journalier is None:
        return _sans_journee_travaillee(reference, (ligne.activite,), ligne.motifs)
    return _Montant(appliquer(retablissement.mois_retabli, journalier, _longueur(ligne.mois)))


def _mois_partage(mois: MoisCivil, lignes: Sequence[LigneDePaie], percu: int) -> Fraction:
    """A month of two activities: unpaid days at the daily income of the one that began last, among those that paid."""
    non_payes = _longueur(mois) - len({jour for ligne in lignes for jour in ligne.payes})
    debutees = [ligne for ligne in _recues(lignes) if _debute(ligne) and ligne.payes]
    if not non_payes or not debutees:
        return Fraction(percu)
    dernier_debut = max(min(ligne.au_contrat) for ligne in debutees)
    dernieres = [ligne for ligne in debutees if min(ligne.au_contrat) == dernier_debut]
    journalier = _journalier_de(dernieres) or Fraction(0)
    return appliquer(retablissement.mois_de_deux_activites, percu, non_payes, journalier)


def _mois_de_chomage(reference: _Reference, mois: MoisCivil, percu: int) -> _Montant:
    """A month without a contract: its days of unemployment at the daily income of the rest of the reference."""
    activites = reference.releve.activites
    journalier = _journalier_d_ailleurs(reference, activites)
    if journalier is None:
        return _sans_journee_travaillee(reference, activites, frozenset({"chomage"}))
    jours_de_chomage = _jours_de_chomage(reference.releve, mois)
    return _Montant(percu + appliquer(retablissement.jours_de_chomage_retablis, journalier, jours_de_chomage))


def _journalier_d_ailleurs(reference: _Reference, activites: Sequence[Activite]) -> Fraction | None:
    """The daily income of the other months of the reference, otherwise of the days worked after it (R323-8, II, 4°)."""
    ids = {activite.id for activite in activites}
    autres = [ligne for _, lignes in reference.suite for ligne in _recues(lignes) if ligne.activite.id in ids]
    pendant = _journalier_de(autres)
    if pendant is not None:
        return pendant
    apres = [reference.releve.ligne_depuis(activite) for activite in activites]
    return _journalier_de([ligne for ligne in apres if ligne is not None])


def _journalier_de(lignes: Sequence[LigneDePaie]) -> Fraction | None:
    """Pay over the calendar days it rewards, each day once; nothing when no day was paid."""
    au_contrat = {jour for ligne in lignes for jour in ligne.au_contrat}
    payes = {jour for ligne in lignes for jour in ligne.payes}
    nombre = appliquer(retablissement.jours_payes, len(au_contrat), len(au_contrat - payes))
    if not nombre:
        return None
    percu = sum(ligne.percu for ligne in lignes if ligne.payes)
    return appliquer(retablissement.revenu_journalier, percu, nombre)


def _sans_journee_travaillee(
    reference: _Reference, activites: Sequence[Activite], motifs: frozenset[str]
) -> _Montant:
    """Nothing to go by: the pay of the month of the stop is awaited, or no day was worked since the reference began."""
    entame, attestations = mois_civil(reference.releve.reference), reference.releve.attestations
    manques = tuple(
        f"la paie des jours travaillés en {entame} (activité {activite.activite})"
        for activite in activites
        if activite.activite in attestations
        and attestations[activite.activite].dernier_jour_travaille >= entame.debut
    )
    return _Montant(Fraction(0), manques, frozenset() if manques else motifs)
