"""The days of a sick leave, one by one: waiting, paid, refused, pending, and why (L323-1, R323-1)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from oracle import controles, maladie, temps_partiel
from oracle.attestees import PeriodesAttestees
from oracle.calendrier import plus_jours
from oracle.decompte import Motif
from oracle.examen import Examen
from oracle.exclusions import Exclusion
from oracle.instruction import Instruction, Verdict
from oracle.interruptions import Interruption, JourDArret
from oracle.jours import JourLiquide
from oracle.lignes import arreter_les_totaux
from oracle.loi import Sujet, appliquer, au_sujet_de, parametre
from oracle.quotas import Quotas


@dataclass(frozen=True)
class Arret:
    """A stop under study: everything decided once, before its days are looked at.

    ``delais_de_carence``: first and last waiting day, by notice; empty when the stop is spared them.
    """

    interruption: Interruption
    instruction: Instruction
    delais_de_carence: Mapping[str, tuple[date, date]]
    examens: Mapping[str, Examen]
    exclusions: tuple[Exclusion, ...]
    attestees: PeriodesAttestees


def decider_les_jours(arret: Arret, sujet: Sujet, quotas: Quotas) -> list[JourLiquide]:
    decides = []
    for jour in arret.interruption.jours:
        with au_sujet_de(Sujet(sujet.arret, jour.jour, {**sujet.dates, "jour_indemnise": jour.jour})):
            decide = _decider(jour, arret, quotas)
        if decide.statut == "indemnise":
            quotas.noter(jour.jour, jour.avis)
        decides.append(decide)
    with au_sujet_de(sujet):
        return arreter_les_totaux(decides, arret.interruption.jours, arret.attestees, arret.examens)


def _decider(jour: JourDArret, arret: Arret, quotas: Quotas) -> JourLiquide:
    """One day: the first reason not to pay it, otherwise its amount."""
    apres_six_mois = arret.instruction.au_dela_le(jour.jour)
    refus = (
        _hors_de_l_arret(jour)
        or _avis_sans_effet(jour, arret.examens[jour.avis.id])
        or _exclu(jour, arret.exclusions)
        or _sans_droit(jour, arret.instruction, apres_six_mois=apres_six_mois)
        or _en_carence(jour, arret)
        or _quota_epuise(jour, quotas)
        or _montant_attendu(jour, arret.instruction)
        or _temps_partiel_sans_perte(jour, arret.attestees)
    )
    return refus or _payer(jour, arret, apres_six_mois=apres_six_mois)


def _refuser(jour: JourDArret, motif: Motif, *articles: str) -> JourLiquide:
    return JourLiquide(jour.jour, jour.avis.arret, "non_indemnise", motif, articles=articles)


def _attendre(jour: JourDArret, quoi: str, *articles: str) -> JourLiquide:
    return JourLiquide(
        jour.jour, jour.avis.arret, "en_attente", "piece_manquante", precision=quoi, articles=articles
    )


def _hors_de_l_arret(jour: JourDArret) -> JourLiquide | None:
    if jour.nature == "travaille":
        return _refuser(jour, "jour_travaille", "R323-1")
    if jour.nature == "repris":
        return _refuser(jour, "reprise_du_travail", "L323-6")
    if jour.nature == "non_prescrit":
        return JourLiquide(
            jour.jour, jour.avis.arret, "non_prescrit", "jour_non_prescrit", articles=("L321-1",)
        )
    return None


def _avis_sans_effet(jour: JourDArret, examen: Examen) -> JourLiquide | None:
    if examen.original_attendu:
        return _attendre(
            jour, "il manque l'original de l'avis sur le formulaire sécurisé", "R321-2", "L321-2"
        )
    refus = examen.refus_du(jour.jour)
    return _refuser(jour, refus.motif, *refus.articles) if refus else None


def _exclu(jour: JourDArret, toutes: tuple[Exclusion, ...]) -> JourLiquide | None:
    for exclusion in toutes:
        if exclusion.couvre(jour.jour):
            if exclusion.attend is not None:
                return _attendre(jour, f"il manque {exclusion.attend}", *exclusion.articles)
            return _refuser(jour, exclusion.motif, *exclusion.articles)
    return None


def _sans_droit(jour: JourDArret, instruction: Instruction, *, apres_six_mois: bool) -> JourLiquide | None:
    volets: list[tuple[Verdict, Motif]] = [(instruction.six_mois, "droits_non_ouverts")]
    if apres_six_mois:
        volets.append((instruction.au_dela, "droits_non_ouverts_apres_six_mois"))
    for verdict, motif in volets:
        if verdict.acquis is None:
            return _attendre(jour, _attendu(verdict.manques), "R323-10")
        if verdict.acquis is False:
            return _refuser(jour, motif, "L313-1", "R313-3")
    return None


def _attendu(manques: tuple[str, ...]) -> str:
    return "il manque " + ", ".join(manques)


def delais_de_carence(
    interruption: Interruption, malade_depuis: date | None = None
) -> dict[str, tuple[date, date]]:
    """First and last waiting day, for each notice: those of the stop.

    ``malade_depuis``: when an illness began under a work accident, its waiting days run from there (R323-1).
    """
    depart = malade_depuis or interruption.debut
    nombre = int(parametre("jours_de_carence", interruption.debut))
    delais = {}
    for avis in interruption.avis:
        debut = appliquer(maladie.debut_du_delai_de_carence, depart, max(avis.debut, depart))
        delais[avis.id] = debut, appliquer(maladie.dernier_jour_de_carence, debut, nombre)
    return delais


def _en_carence(jour: JourDArret, arret: Arret) -> JourLiquide | None:
    delai = arret.delais_de_carence.get(jour.avis.id)
    if delai is None or not appliquer(maladie.jour_de_carence, jour.jour, *delai):
        return None
    if not appliquer(temps_partiel.carence_du_temps_partiel, jour.avis.modalite == "temps_partiel"):
        return None
    return JourLiquide(
        jour.jour, jour.avis.arret, "carence", "delai_de_carence", articles=("L323-1", "R323-1")
    )


_ARTICLES_DES_QUOTAS: Mapping[str, tuple[str, ...]] = {
    "maximum_60_retraite": ("L323-2", "R323-2"),
    "duree_pension_militaire": ("L371-6", "R371-4"),
}


def _quota_epuise(jour: JourDArret, quotas: Quotas) -> JourLiquide | None:
    motif = quotas.epuise(jour.jour, jour.avis)
    if motif is None:
        return None
    return _refuser(jour, motif, *_ARTICLES_DES_QUOTAS.get(motif, ("L323-1", "R323-1")))


def _montant_attendu(jour: JourDArret, instruction: Instruction) -> JourLiquide | None:
    if instruction.calcul.montant is None:
        return _attendre(jour, _attendu(instruction.calcul.manques), "R323-10")
    if instruction.calcul.montant == 0:
        return _refuser(jour, "indemnite_nulle", "R323-4")
    return None


def _temps_partiel_sans_perte(jour: JourDArret, attestees: PeriodesAttestees) -> JourLiquide | None:
    if jour.avis.modalite != "temps_partiel":
        return None
    periode = attestees.du(jour.jour, jour.avis)
    if periode is None:
        return _attendre(jour, f"il manque {attestees.attendue(jour.jour)}", "R323-3", "R323-10")
    if not appliquer(temps_partiel.perte_indemnisee, periode.perte):
        return _refuser(jour, "aucune_perte_de_salaire", "R323-3")
    return None


def _payer(jour: JourDArret, arret: Arret, *, apres_six_mois: bool) -> JourLiquide:
    """The amount of a paid day; of part-time, before the loss of pay bounds it."""
    montant = arret.instruction.calcul.montant or 0
    articles: tuple[str, ...] = ("L323-1", "R323-4", "R323-5")
    minimum = _minimum(jour, arret.instruction) if apres_six_mois else None
    if minimum is not None and appliquer(maladie.sous_le_minimum, montant, minimum):
        montant, articles = minimum, ("L323-1", "R324-3")
    if jour.avis.modalite == "temps_partiel":
        articles = ("L323-3", "R323-3")
    motif: Motif | None = None
    if arret.examens[jour.avis.id].reduit(jour.jour):
        motif, articles = "envoi_tardif", (*articles, "D323-2")
        if jour.avis.modalite == "temps_partiel" or appliquer(controles.moitie_par_jour):
            montant = appliquer(controles.moitie, montant)
    return JourLiquide(jour.jour, jour.avis.arret, "indemnise", motif, montant=montant, articles=articles)


def _minimum(jour: JourDArret, instruction: Instruction) -> int:
    """What a day after the sixth month is paid at least."""
    septieme_mois = plus_jours(instruction.dernier_jour_six_mois, 1)
    pension = parametre(
        "pension_invalidite_minimale", appliquer(maladie.date_du_minimum, jour.jour, septieme_mois)
    )
    return appliquer(maladie.minimum_apres_six_mois, pension, instruction.calcul.base or Fraction(0))
