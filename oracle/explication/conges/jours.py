"""The days of a leave, as runs of equal days: what each is, who is paid, how much, by which article."""

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from itertools import groupby

from oracle.calendrier import jours
from oracle.explication.conges.calendrier import Nature, Tranche, tranches
from oracle.explication.conges.etude import EtudeDeConge, JourneeDeConge
from oracle.explication.conges.refus import distance
from oracle.explication.etude import articles_de
from oracle.explication.langue import articles, euros, intervalle_compte, phrase, pluriel
from oracle.explication.personnes import Personnes
from oracle.explication.refus import MOTIFS
from oracle.explication.versions import citer

_MINIMUM = "MAT-MIN.minimum"
_DATE_DU_MINIMUM = "famille.montant.date_du_minimum"
_SEMAINE = 7
_ETATS = {
    "paye": "avec indemnité",
    "refuse": "sans indemnité",
    "attente": "en attente",
}


def dire_le_calendrier(etude: EtudeDeConge) -> list[str]:
    """Run by run, what each day is, and whether it is paid."""
    return [f"– {dire_une_tranche(tranche)}" for tranche in tranches(etude)]


def dire_une_tranche(tranche: Tranche) -> str:
    """One run of the calendar, as a sentence."""
    nombre = (tranche.fin - tranche.debut).days + 1
    semaines = f", {pluriel(nombre // _SEMAINE, 'semaine')}" if nombre % _SEMAINE == 0 else ""
    quand = intervalle_compte(tranche.debut, tranche.fin).removesuffix(")") + f"{semaines})"
    etat = _ETATS.get(tranche.etat, "")
    if tranche.nature == "maladie":
        return phrase(f"{quand} : maladie, comptée avec l'arrêt")
    return phrase(f"{quand} : {tranche.libelle}{f', {etat}' if etat else ''}")


def dire_les_jours_du_conge(etude: EtudeDeConge, personnes: Personnes, au: date) -> list[str]:
    """One line a run of days of which everything told is equal."""
    return [f"– {phrase(_dire(etude, suite, personnes, au))}" for suite in _suites(etude, au)]


def _suites(etude: EtudeDeConge, au: date) -> list[list[JourneeDeConge]]:
    natures, minimums = _natures(etude), _au_minimum(etude)

    def cle(rang_et_journee: tuple[int, JourneeDeConge]) -> tuple[object, ...]:
        rang, journee = rang_et_journee
        decision = journee.decision
        return (
            journee.jour.toordinal() - rang,
            journee.jour > au and decision.statut == "indemnise",
            (decision.statut, decision.motif, decision.precision, decision.articles),
            journee.parts,
            minimums[journee.jour],
            _precision(journee, natures),
            distance(etude, journee) if decision.statut == "non_indemnise" else "",
        )

    return [[j for _, j in groupe] for _, groupe in groupby(enumerate(etude.journees), key=cle)]


def _natures(etude: EtudeDeConge) -> Mapping[date, tuple[Nature, str]]:
    """What each day is, as the calendar says it."""
    return {
        jour: (tranche.nature, tranche.libelle)
        for tranche in tranches(etude)
        for jour in jours(tranche.debut, tranche.fin)
    }


def _precision(journee: JourneeDeConge, natures: Mapping[date, tuple[Nature, str]]) -> str:
    """What sets paid days apart from those beside them: pathological rest, a month of the birth leave."""
    nature, libelle = natures.get(journee.jour, ("", ""))
    if journee.decision.statut != "indemnise" or nature not in ("pathologique", "mois", "reliquat"):
        return ""
    return libelle


def _dire(etude: EtudeDeConge, suite: Sequence[JourneeDeConge], personnes: Personnes, au: date) -> str:
    premiere, derniere = suite[0], suite[-1]
    quand = intervalle_compte(premiere.jour, derniere.jour)
    if premiere.decision.statut == "indemnise":
        return f"{quand} : {_paye(etude, suite, personnes, au)}"
    refus = dire_le_refus_du_conge(etude, premiere, len(suite), personnes)
    dates = [{**etude.dates, "jour_indemnise": journee.jour} for journee in (premiere, derniere)]
    return f"{quand} : {refus} — {citer(premiere.decision.articles, *dates)}"


def dire_le_refus_du_conge(
    etude: EtudeDeConge, journee: JourneeDeConge, nombre: int, personnes: Personnes
) -> str:
    """Why days of a leave are not paid, and how far they are from it."""
    decision = journee.decision
    assert decision.motif is not None  # noqa: S101  # a day that is not paid always says why
    texte = MOTIFS[decision.motif].format(ces_jours="ces jours" if nombre > 1 else "ce jour")
    loin = distance(etude, journee)
    texte += f" : {loin}" if loin else ""
    return texte if decision.precision is None else f"{texte} : {personnes.manque(decision.precision)}"


def _paye(etude: EtudeDeConge, suite: Sequence[JourneeDeConge], personnes: Personnes, au: date) -> str:
    premiere, nombre = suite[0], len(suite)
    regles = premiere.decision.articles
    if any(qui.startswith("employeur:") for qui, _ in premiere.parts):
        regles += articles_de("destinataires.subrogation_de_plein_droit")
    total = sum((montant for _, montant in premiere.parts), Fraction(0)) * nombre
    texte = personnes.paiement(premiere.parts, nombre)
    texte = f"{texte}, soit {euros(total)}" if nombre > 1 else texte
    natures = _natures(etude)
    precision = _precision(premiere, natures)
    dites = [precision] if precision else []
    dites += ["montant minimal"] if _au_minimum(etude)[premiere.jour] else []
    dites += (
        ["pas encore échu : les comptes ci-dessous n'en tiennent pas compte"] if premiere.jour > au else []
    )
    suivi = "".join(f". {dite[0].upper()}{dite[1:]}" for dite in dites)
    return f"{texte} — {articles(regles)}{suivi}"


def _au_minimum(etude: EtudeDeConge) -> Mapping[date, bool]:
    """Whether each paid day is paid its floor: days of one part under one minimum were worked out once."""
    trouves: dict[date, bool] = {}
    for partie in etude.parties:
        connus: dict[object, bool] = {}
        for journee in partie.journees:
            sous = journee.demandes.dernier(_DATE_DU_MINIMUM), journee.fait.mois
            rencontre = journee.demandes.dernier_seuil(_MINIMUM)
            if rencontre is not None:
                connus[sous] = rencontre.franchi
            trouves[journee.jour] = connus.get(sous, False) and journee.decision.statut == "indemnise"
    return trouves
