"""The pays a work accident is reckoned on, each employer by its own rhythm, rebuilt where they are incomplete (R433-4 to R433-6).

This module decides nothing of its own: it brings what employers certify to the rules of ``atmp.salaire``, in order.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from oracle.atmp import salaire
from oracle.calendrier import MoisCivil, jours, mois_civil, nb_jours, plus_jours, plus_mois
from oracle.dossier.activites import Activite
from oracle.dossier.employeur import Accessoire, AttestationSalaire, Paie
from oracle.loi import appliquer
from oracle.perimetre import HorsChamp
from oracle.releves import Releve, sans_attestation


@dataclass(frozen=True)
class LigneDeReference:
    """One pay, or one month, of the reference: cents received, calendar days of it and days paid, cents once whole."""

    activite: str
    debut: date
    fin: date
    percu: int
    jours: int
    jours_payes: int
    retabli: Fraction

    @property
    def complete(self) -> bool:
        """Nothing had to be rebuilt."""
        return self.retabli == self.percu


@dataclass(frozen=True)
class PaiesDUnEmployeur:
    """What one employer brings to the daily wage; ``diviseur`` turns it into a day; ``accessoires``: share of bonuses."""

    activite: str
    lignes: tuple[LigneDeReference, ...]
    accessoires: Fraction
    diviseur: Fraction
    manques: tuple[str, ...] = ()

    @property
    def total(self) -> Fraction:
        """Cents of the reference, once whole, bonuses included."""
        return sum((ligne.retabli for ligne in self.lignes), Fraction(0)) + self.accessoires

    @property
    def percu(self) -> int:
        """Cents actually received."""
        return sum(ligne.percu for ligne in self.lignes)


@dataclass(frozen=True)
class Reference:
    """The certificates read before the stop: ``arret`` is the day work stopped, ``premier_jour`` the first of incapacity."""

    releve: Releve
    arret: date
    premier_jour: date


def paies_de(reference: Reference, activite: Activite) -> PaiesDUnEmployeur:
    """The pays of one employer; raises ``HorsChamp`` for what the law does not say how to rebuild."""
    attestation = reference.releve.attestations.get(activite.activite)
    discontinue = appliquer(salaire.profession_discontinue, activite.contrat or "cdi", activite.discontinu)
    periodicite = activite.periodicite or "mensuelle"
    nombre = appliquer(salaire.nombre_de_paies, periodicite, discontinue)
    par = appliquer(salaire.diviseur, periodicite, discontinue)
    if attestation is None:
        return PaiesDUnEmployeur(activite.activite, (), Fraction(0), par, (sans_attestation(activite),))
    if not discontinue and periodicite != "mensuelle":
        return _paies_courtes(reference, activite, attestation, nombre, par)
    mois = reference.releve.mois(nombre)
    lignes, manques = _par_mois(reference, activite, attestation, mois, discontinue=discontinue)
    return PaiesDUnEmployeur(
        activite.activite,
        tuple(lignes),
        _accessoires(reference, attestation, mois),
        par,
        tuple(manques),
    )


def _par_mois(
    reference: Reference,
    activite: Activite,
    attestation: AttestationSalaire,
    mois: Sequence[MoisCivil],
    *,
    discontinue: bool,
) -> tuple[list[LigneDeReference], list[str]]:
    lignes, manques = [], []
    for un_mois in mois:
        paies = [p for p in attestation.paies if un_mois.debut <= p.fin <= un_mois.fin]
        present = activite.debut <= un_mois.fin and (activite.fin is None or activite.fin >= un_mois.debut)
        if not paies and not present and discontinue:
            continue
        ligne = _ligne(activite, un_mois, paies) if paies else None
        if ligne is None and not discontinue:
            ligne = _mois_de_l_embauche(reference, activite, attestation, un_mois)
        if ligne is None:
            manques.append(_manque(reference, activite, un_mois, present=present))
        else:
            lignes.append(ligne)
    if discontinue and lignes and not manques:
        return _annee_entiere(activite, mois, lignes), []
    return lignes, manques


def _ligne(activite: Activite, mois: MoisCivil, paies: Sequence[Paie]) -> LigneDeReference | None:
    """An employer's month: as received when wholly worked, rebuilt otherwise; nothing when nobody can tell."""
    au_contrat = set(jours(max(activite.debut, mois.debut), min(activite.fin or mois.fin, mois.fin)))
    payes = set(au_contrat)
    for absence in (absence for paie in paies for absence in paie.absences):
        if appliquer(salaire.absence_retablie, absence.motif):
            payes -= set(jours(absence.debut, absence.fin))
    percu, longueur = sum(paie.brut for paie in paies), nb_jours(mois.debut, mois.fin)
    retabli: Fraction | None = Fraction(percu)
    if len(payes) < longueur:
        heures = [paie.heures for paie in paies]
        declares = [paie.salaire_retabli for paie in paies if paie.salaire_retabli is not None]
        retabli = appliquer(
            salaire.salaire_retabli,
            percu,
            sum(declares) if declares else None,
            longueur,
            len(payes),
            None if None in heures else sum(h for h in heures if h is not None),
        )
    if retabli is None:
        return None
    return LigneDeReference(activite.activite, mois.debut, mois.fin, percu, longueur, len(payes), retabli)


def _mois_de_l_embauche(
    reference: Reference, activite: Activite, attestation: AttestationSalaire, mois: MoisCivil
) -> LigneDeReference | None:
    """Hired since the reference ended: the wage of a whole month, as the employer declares it (R433-6 1°)."""
    if activite.debut <= mois.fin:
        return None
    de_l_arret = mois_civil(reference.arret)
    declares = [
        paie.salaire_retabli
        for paie in attestation.paies
        if de_l_arret.debut <= paie.fin <= de_l_arret.fin and paie.salaire_retabli is not None
    ]
    if not declares:
        return None
    return LigneDeReference(
        activite.activite, de_l_arret.debut, de_l_arret.fin, 0, 0, 0, Fraction(sum(declares))
    )


def _manque(reference: Reference, activite: Activite, mois: MoisCivil, *, present: bool) -> str:
    if present:
        return f"la paie ou le salaire rétabli de {mois} (activité {activite.activite})"
    return f"le salaire rétabli de {mois_civil(reference.arret)} (activité {activite.activite})"


def _annee_entiere(
    activite: Activite, mois: Sequence[MoisCivil], lignes: list[LigneDeReference]
) -> list[LigneDeReference]:
    """Twelve months of discontinuous work; begun less than twelve months ago, as if the year had been whole (R433-6 1°)."""
    if activite.debut <= mois[0].debut:
        return lignes
    total, longueur = sum(ligne.percu for ligne in lignes), nb_jours(mois[0].debut, mois[-1].fin)
    payes = nb_jours(activite.debut, mois[-1].fin)
    retabli = appliquer(salaire.salaire_retabli, total, None, longueur, payes, None)
    return [
        LigneDeReference(
            activite.activite,
            mois[0].debut,
            mois[-1].fin,
            total,
            longueur,
            payes,
            Fraction(total) if retabli is None else retabli,
        )
    ]


def _paies_courtes(
    reference: Reference, activite: Activite, attestation: AttestationSalaire, nombre: int, par: Fraction
) -> PaiesDUnEmployeur:
    """The last weekly or fortnightly pays of the month before, each whole."""
    fin_du_mois = reference.releve.mois(1)[0].fin
    rangees = sorted((p for p in attestation.paies if p.fin <= fin_du_mois), key=lambda p: p.fin)[-nombre:]
    if attestation.accessoires:
        raise HorsChamp(
            f"pieces[{attestation.id}].accessoires",
            "R433-5 rapporte les primes à des mois ; ce qu'elles pèsent dans des semaines ou des quinzaines n'est écrit nulle part",
        )
    lignes, manques = [], []
    for paie in rangees:
        ligne = _ligne(activite, MoisCivil(paie.debut, paie.fin), [paie])
        if ligne is None:
            manques.append(
                f"le salaire rétabli de la paie du {paie.debut.isoformat()} (activité {activite.activite})"
            )
        else:
            lignes.append(ligne)
    if len(rangees) < nombre:
        manques.append(
            f"{nombre} paies avant le mois de l'arrêt, {len(rangees)} connues (activité {activite.activite})"
        )
    return PaiesDUnEmployeur(activite.activite, tuple(lignes), Fraction(0), par, tuple(manques))


def _accessoires(
    reference: Reference, attestation: AttestationSalaire, mois: Sequence[MoisCivil]
) -> Fraction:
    """The share of bonuses and arrears that falls in the reference (R433-5)."""
    total = Fraction(0)
    for rang, accessoire in enumerate(attestation.accessoires):
        if not appliquer(salaire.accessoire_retenu, accessoire.versee_le, reference.arret):
            continue
        recompenses = _mois_recompenses(attestation, rang, accessoire)
        premier = plus_mois(accessoire.versee_le.replace(day=1), 1)
        dernier = plus_jours(plus_mois(premier, recompenses), -1)
        communs = sum(1 for un_mois in mois if premier <= un_mois.debut and un_mois.fin <= dernier)
        total += appliquer(salaire.part_de_l_accessoire, accessoire.montant, recompenses, communs)
    return total


def _mois_recompenses(attestation: AttestationSalaire, rang: int, accessoire: Accessoire) -> int:
    debut, fin = accessoire.periode.debut, accessoire.periode.fin
    if debut.day != 1 or plus_jours(fin, 1).day != 1:
        raise HorsChamp(
            f"pieces[{attestation.id}].accessoires[{rang}].periode",
            "R433-5 rapporte une prime à des mois civils ; la part d'une période qui n'en est pas faite n'est écrite nulle part",
        )
    return (fin.year - debut.year) * 12 + fin.month - debut.month + 1
