"""The conditions of hours, pay and affiliation, for the first six months and beyond (L313-1, R313-3, R313-7).

This module decides nothing of its own: it brings what employers certify to the rules of ``droits``, in order.
"""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from oracle import assimilation, droits
from oracle.calendrier import plus_jours
from oracle.dossier.activites import Activite
from oracle.equivalences import heures_assimilees
from oracle.faits import Faits
from oracle.loi import appliquer, parametre
from oracle.releves import Mesure, Releve


@dataclass(frozen=True)
class Verdict:
    """An answer of the law on a condition: yes, no, or not yet (``None``) with what is missing."""

    acquis: bool | None
    manques: tuple[str, ...] = ()


def discontinue(activites: tuple[Activite, ...]) -> bool:
    """One of the activities is seasonal or discontinuous."""
    return any(appliquer(droits.profession_discontinue, a.contrat, a.discontinu) for a in activites)


def six_premiers_mois(releve: Releve) -> Verdict:
    """Rights of the first six months: hours, then pay, then twelve months of discontinuous work or home service."""
    heures = releve.heures_des_mois(3)
    if appliquer(
        droits.porte_des_heures,
        _total(releve, heures, 3),
        appliquer(droits.total_des_employeurs, releve.heures_declarees("heures_90_jours"))
        + _equivalents_des_jours(releve, 90),
    ):
        return Verdict(acquis=True)
    six_mois = releve.salaires_des_mois(6)
    debut = releve.mois(6)[0].debut
    if appliquer(
        droits.porte_des_cotisations,
        _salaires(releve, six_mois, 6),
        parametre("smic_horaire", appliquer(droits.date_du_smic_de_six_mois, debut, releve.reference)),
    ):
        return Verdict(acquis=True)
    manques = (*heures.manques, *six_mois.manques)
    a_domicile = any(activite.particulier_employeur for activite in releve.activites)
    if appliquer(droits.douze_mois_admis, discontinue(releve.activites), a_domicile):
        au_cachet = any(appliquer(droits.paye_au_cachet, a.contrat) for a in releve.activites)
        if au_cachet and appliquer(droits.porte_des_cachets, releve.cachets_des_mois(3)):
            return Verdict(acquis=True)
        douze_mois = _activite_discontinue(releve)
        if douze_mois.acquis:
            return douze_mois
        manques += douze_mois.manques
    return _refuser_ou_attendre(manques)


def au_dela_de_six_mois(faits: Faits, releve: Releve) -> Verdict:
    """Rights after the sixth month: twelve months of affiliation, and enough activity over twelve months."""
    affiliation = debut_d_affiliation(faits, releve.reference)
    if not appliquer(droits.affiliation_de_douze_mois, affiliation, releve.reference):
        return Verdict(acquis=False)
    mesures = _douze_mois(releve)
    debut = releve.mois(12)[0].debut
    smic = parametre("smic_horaire", appliquer(droits.date_du_smic_de_douze_mois, debut))
    if appliquer(
        droits.activite_de_douze_mois, mesures.heures, mesures.heures_365, mesures.salaires, smic
    ) or _cachets_de_douze_mois(releve):
        return Verdict(acquis=True)
    return _refuser_ou_attendre(mesures.manques)


def _activite_discontinue(releve: Releve) -> Verdict:
    mesures = _douze_mois(releve)
    debut = releve.mois(12)[0].debut
    smic = parametre("smic_horaire", appliquer(droits.date_du_smic_d_une_activite_discontinue, debut))
    if appliquer(
        droits.porte_des_douze_mois, mesures.heures, mesures.heures_365, mesures.salaires, smic
    ) or _cachets_de_douze_mois(releve):
        return Verdict(acquis=True)
    return _refuser_ou_attendre(mesures.manques)


@dataclass(frozen=True)
class _DouzeMois:
    heures: int
    heures_365: int
    salaires: int | Fraction
    manques: tuple[str, ...]


def _douze_mois(releve: Releve) -> _DouzeMois:
    heures, verses = releve.heures_des_mois(12), releve.salaires_des_mois(12)
    declarees = appliquer(droits.total_des_employeurs, releve.heures_declarees("heures_365_jours"))
    return _DouzeMois(
        heures=_total(releve, heures, 12),
        heures_365=declarees + _equivalents_des_jours(releve, 365),
        salaires=_salaires(releve, verses, 12),
        manques=(*heures.manques, *verses.manques),
    )


def _cachets_de_douze_mois(releve: Releve) -> bool:
    return any(appliquer(droits.paye_au_cachet, a.contrat) for a in releve.activites) and appliquer(
        droits.cachets_de_douze_mois, releve.cachets_des_mois(12)
    )


def _total(releve: Releve, heures: Mesure, nombre: int) -> int:
    return appliquer(droits.total_des_employeurs, heures.valeurs) + _equivalents_des_mois(releve, nombre)


def _salaires(releve: Releve, verses: Mesure, nombre: int) -> int | Fraction:
    """Contributory pay, and what assimilated days are worth at the hourly SMIC of the 1 January before the period."""
    total = appliquer(droits.total_des_employeurs, verses.valeurs)
    heures = _equivalents_des_mois(releve, nombre)
    if not heures:
        return total
    debut = releve.mois(nombre)[0].debut
    smic = parametre("smic_horaire", appliquer(assimilation.date_du_smic_assimile, debut))
    return total + appliquer(assimilation.salaires_assimiles, heures, smic)


def _equivalents_des_mois(releve: Releve, nombre: int) -> int:
    mois = releve.mois(nombre)
    return heures_assimilees(releve.assimiles, mois[0].debut, mois[-1].fin)


def _equivalents_des_jours(releve: Releve, nombre: int) -> int:
    veille = plus_jours(releve.reference, -1)
    return heures_assimilees(releve.assimiles, plus_jours(releve.reference, -nombre), veille)


def _refuser_ou_attendre(manques: tuple[str, ...]) -> Verdict:
    attendus = tuple(dict.fromkeys(manques))
    return Verdict(acquis=None if appliquer(droits.suspend, len(attendus)) else False, manques=attendus)


def debut_d_affiliation(faits: Faits, reference: date) -> date:
    """First day of the unbroken affiliation that reaches the reference; salaried work affiliates (L311-2)."""
    periodes = sorted((p.debut, p.fin or reference) for p in faits.affiliations or faits.activites)
    debut, fin = periodes[0]
    for suivant_debut, suivant_fin in periodes[1:]:
        if suivant_debut <= plus_jours(fin, 1):
            fin = max(fin, suivant_fin)
        elif suivant_debut < reference:
            debut, fin = suivant_debut, suivant_fin
    return debut if fin >= plus_jours(reference, -1) else reference
