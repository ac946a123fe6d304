"""The pays of the reference: the last months, fortnights or weeks, rebuilt where the law rebuilds them (R323-4, R323-8).

Sickness and family leaves read the same pays under ceilings of their own. This module decides nothing of its own: it
brings what employers certify to the rules of ``salaires`` and ``retablissement``, in order.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from itertools import groupby

from oracle import salaires
from oracle.calendrier import MoisCivil, fin_du_mois_precedent, mois_civil, mois_civils_precedents, plus_jours
from oracle.conditions import discontinue
from oracle.dossier.employeur import Paie
from oracle.equivalences import jours_indemnises
from oracle.faits import Faits
from oracle.loi import appliquer
from oracle.mois_de_reference import MoisDeReference, Retablissement, retablir
from oracle.perimetre import HorsChamp
from oracle.releves import Releve, sans_attestation

JOURS_D_UNE_PAIE = {"hebdomadaire": 7, "quatorzaine": 14}


@dataclass(frozen=True)
class Bareme:
    """What a branch brings to the reference: its monthly ceiling in cents, and the rules that are its own.

    ``plafond_d_une_paie`` brings the ceiling to the rhythm of a pay; ``avant_la_cessation`` says which absences send back to
    the pay of before work ceased; the other two, where the branch has them, cap months or the year together.
    """

    plafond: Fraction
    plafond_d_une_paie: Callable[[Fraction, str], Fraction]
    avant_la_cessation: Callable[[str], bool]
    par_mois_civil: Callable[[], bool] | None = None
    sur_l_annee: Callable[[], bool] | None = None


@dataclass(frozen=True)
class Recherche:
    """What the reference is sought for: a stop or a leave begun on ``debut`` and prescribed on ``prescrit_le``.

    ``droits_fermes``: the amount does not matter, what cannot be rebuilt is not refused; ``anterieurs``: days of the file
    already paid.
    """

    faits: Faits
    releve: Releve
    bareme: Bareme
    debut: date
    prescrit_le: date
    droits_fermes: bool
    anterieurs: tuple[date, ...] = ()


@dataclass(frozen=True)
class Reference:
    """The pays of the reference, the ceiling of each (``None``: none), and what divides their sum."""

    salaires: tuple[int | Fraction, ...]
    plafond: Fraction | None
    diviseur: Fraction
    mois: tuple[MoisCivil, ...] = ()
    details: tuple[MoisDeReference, ...] = ()
    jours_deduits: int = 0
    manques: tuple[str, ...] = ()


def etablir_la_reference(recherche: Recherche) -> Reference:
    """The pays of the reference; raises ``HorsChamp`` for what the law does not say, unless rights are closed."""
    releve = recherche.releve
    if discontinue(releve.activites):
        return _douze_mois(recherche)
    periodicite = _periodicite_commune(releve)
    if periodicite == "mensuelle":
        return _trois_mois(recherche)
    return _paies_courtes(recherche, periodicite)


def _trois_mois(recherche: Recherche) -> Reference:
    nombre = appliquer(salaires.nombre_de_paies, "mensuelle", False)
    par = appliquer(salaires.diviseur, "mensuelle", False)
    retabli = retablir(recherche.releve, nombre, recherche.debut, recherche.prescrit_le)
    if retabli.impasse:
        anterieur = _avant_la_cessation(recherche, retabli)
        if anterieur is not None:
            return _trois_mois(replace(recherche, releve=anterieur))
        if not recherche.droits_fermes:
            raise HorsChamp(
                "pieces",
                "aucun jour n'a été travaillé depuis le début de la période de référence (R323-8, II, 4°, b) : la loi ne dit "
                "pas quel salaire retenir",
            )
    return Reference(
        salaires=tuple(detail.retabli for detail in retabli.details),
        plafond=recherche.bareme.plafond if retabli.jours is None else None,
        diviseur=par if retabli.jours is None else Fraction(retabli.jours),
        mois=tuple(detail.mois for detail in retabli.details),
        details=retabli.details,
        manques=retabli.manques,
    )


def _avant_la_cessation(recherche: Recherche, retabli: Retablissement) -> Releve | None:
    """The certificates read before work actually ceased, for who fell sick while it was suspended (R323-7).

    Only employers of before count, and only a cessation older than what was read already.
    """
    if not all(appliquer(recherche.bareme.avant_la_cessation, motif) for motif in retabli.impasse):
        return None
    releve = recherche.releve
    connus = [releve.attestations.get(activite.activite) for activite in releve.activites]
    cessations = [plus_jours(attestation.dernier_jour_travaille, 1) for attestation in connus if attestation]
    reference = max(cessations, default=releve.reference)
    if reference >= releve.reference:
        return None
    return replace(releve, reference=reference, douze_mois=mois_civils_precedents(reference, 12))


def _douze_mois(recherche: Recherche) -> Reference:
    releve, bareme = recherche.releve, recherche.bareme
    nombre = appliquer(salaires.nombre_de_paies, "mensuelle", True)
    mois = releve.mois(nombre)
    mesure = releve.salaires_retenus_des_mois(nombre)
    lignes = [ligne for un_mois in mois for ligne in releve.lignes(un_mois)]
    deduits = jours_indemnises(recherche.faits, recherche.anterieurs, mois[0].debut, mois[-1].fin)
    deduits = deduits.union(*(ligne.absents for ligne in lignes))
    entier = appliquer(salaires.diviseur, "mensuelle", True)
    par = appliquer(salaires.diviseur_reduit, entier, len(deduits)) if deduits else entier
    if bareme.sur_l_annee is not None and appliquer(bareme.sur_l_annee):
        total = (sum(mesure.valeurs),)
        annuel = appliquer(salaires.plafond_annuel, bareme.plafond)
        return Reference(total, annuel, par, jours_deduits=len(deduits), manques=mesure.manques)
    return Reference(mesure.valeurs, bareme.plafond, par, mois, (), len(deduits), mesure.manques)


def _paies_courtes(recherche: Recherche, periodicite: str) -> Reference:
    releve, bareme = recherche.releve, recherche.bareme
    nombre = appliquer(salaires.nombre_de_paies, periodicite, False)
    par = appliquer(salaires.diviseur, periodicite, False)
    if not recherche.droits_fermes:
        _exiger_des_paies_entieres(releve, periodicite, nombre)
    series = releve.paies_courtes(nombre)
    manques = _paies_manquantes(releve, nombre)
    if bareme.par_mois_civil is not None and appliquer(bareme.par_mois_civil):
        par_mois = _par_mois_civil(releve, series)
        return Reference(tuple(par_mois.values()), bareme.plafond, par, mois=tuple(par_mois), manques=manques)
    valeurs = [[0] * (nombre - len(serie)) + [releve.retenu(paie) for paie in serie] for serie in series]
    return Reference(
        tuple(sum(rang) for rang in zip(*valeurs, strict=True)),
        appliquer(bareme.plafond_d_une_paie, bareme.plafond, periodicite),
        par,
        manques=manques,
    )


def _par_mois_civil(releve: Releve, series: Sequence[Sequence[Paie]]) -> dict[MoisCivil, int]:
    rangees = sorted((paie for serie in series for paie in serie), key=lambda paie: paie.fin)
    return {
        mois: sum(releve.retenu(paie) for paie in du_mois)
        for mois, du_mois in groupby(rangees, key=lambda paie: mois_civil(paie.fin))
    }


def _paies_manquantes(releve: Releve, nombre: int) -> tuple[str, ...]:
    manques = [
        sans_attestation(activite)
        for activite in releve.employeurs_des_paies()
        if activite.activite not in releve.attestations
    ]
    certifiees = [a for a in releve.employeurs_des_paies() if a.activite in releve.attestations]
    for activite, serie in zip(certifiees, releve.paies_courtes(nombre), strict=True):
        if len(serie) < nombre:
            manques.append(
                f"{nombre} paies avant le mois de l'arrêt, {len(serie)} connues (activité {activite.activite})"
            )
    return tuple(manques)


def _exiger_des_paies_entieres(releve: Releve, periodicite: str, nombre: int) -> None:
    """R323-8 rebuilds months; what it means for weeks and fortnights is written nowhere."""
    fin = fin_du_mois_precedent(releve.reference)
    debut = plus_jours(fin, -JOURS_D_UNE_PAIE[periodicite] * nombre)
    for activite in releve.employeurs_des_paies():
        ici = f"pieces[{activite.id}]"
        if activite.debut > debut:
            raise HorsChamp(f"{ici}.debut", _A_LA_SEMAINE.format("une embauche"))
        if activite.fin is not None and activite.fin < fin:
            raise HorsChamp(f"{ici}.fin", _A_LA_SEMAINE.format("une fin de contrat"))
    for serie in releve.paies_courtes(nombre):
        for paie in serie:
            for absence in paie.absences:
                raise HorsChamp("pieces", _A_LA_SEMAINE.format(f"une absence ({absence.motif})"))


_A_LA_SEMAINE = (
    "{} pendant des paies de référence à la semaine ou à la quinzaine : R323-8 ne rétablit que des mois"
)


def _periodicite_commune(releve: Releve) -> str:
    periodicites = {a.periodicite for a in releve.activites if a.activite in releve.attestations} or {
        "mensuelle"
    }
    if len(periodicites) > 1:
        raise HorsChamp(
            "pieces",
            "plusieurs employeurs payant à des rythmes différents : R323-4 ne dit pas comment additionner leurs paies",
        )
    return periodicites.pop() or "mensuelle"
