"""The days of a stop, as runs of equal days: what each is, who is paid, how much, by which article."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import groupby

from oracle.decompte import Motif
from oracle.explication.carence import dire_la_carence
from oracle.explication.etude import Etude, Journee, Parts, articles_de
from oracle.explication.langue import articles, euros, intervalle_compte, phrase
from oracle.explication.personnes import Personnes
from oracle.explication.precisions import dire_les_precisions, situation
from oracle.explication.refus import MOTIFS, dire_le_refus
from oracle.explication.versions import Dates, citer

__all__ = ["MOTIFS", "dire_les_jours"]

_SELON_LEUR_CAUSE: tuple[Motif, ...] = ("manquement", "suspension_apres_controle", "controle_impossible")
"""Lost to what happened on the first of the days: its law is that of that day."""


@dataclass(frozen=True)
class _Suite:
    """Days in a row that are told together: equal ones, or those of a period whose total the law fixes."""

    etude: Etude
    journees: Sequence[Journee]
    au: date

    @property
    def debut(self) -> Journee:
        return self.journees[0]

    @property
    def fin(self) -> Journee:
        return self.journees[-1]

    @property
    def inegale(self) -> bool:
        """The days of a period with a total, when its cents do not fall alike on each."""
        return any(journee.parts != self.debut.parts for journee in self.journees)


def dire_les_jours(etude: Etude, personnes: Personnes, au: date) -> list[str]:
    """Why there is no waiting period, if there is none, then one line a run of days."""
    suites = _suites(etude, au)
    return [*dire_la_carence(etude), *(f"– {phrase(_dire(suite, personnes))}" for suite in suites)]


def _suites(etude: Etude, au: date) -> list[_Suite]:
    """Maximal runs of days of which everything told is equal.

    A period whose total the law fixes is told apart, as one when its cents do not fall alike on each day.
    """
    inegales = _periodes_inegales(etude)

    def cle(rang_et_journee: tuple[int, Journee]) -> tuple[object, ...]:
        rang, journee = rang_et_journee
        decision, periode = journee.decision, journee.periode
        ligne = periode.debut if periode is not None and periode.montant is not None else None
        if ligne in inegales:
            return (ligne,)
        return (
            ligne,
            journee.jour.toordinal() - rang,
            journee.jour > au and decision.statut == "indemnise",
            (decision.statut, decision.motif, decision.precision, decision.articles),
            journee.parts,
            situation(journee) if decision.statut == "indemnise" else (),
        )

    groupes = [list(groupe) for _, groupe in groupby(enumerate(etude.journees), key=cle)]
    return [_Suite(etude, [journee for _, journee in groupe], au) for groupe in groupes]


def _periodes_inegales(etude: Etude) -> set[date]:
    """First day of the periods with a total whose days do not carry the same cents."""
    parts: dict[date, set[Parts]] = defaultdict(set)
    for journee in etude.journees:
        if journee.periode is not None and journee.periode.montant is not None:
            parts[journee.periode.debut].add(journee.parts)
    return {debut for debut, differentes in parts.items() if len(differentes) > 1}


def _dire(suite: _Suite, personnes: Personnes) -> str:
    quand = intervalle_compte(suite.debut.jour, suite.fin.jour)
    if suite.debut.decision.statut == "indemnise":
        return f"{quand} : {_paye(suite, personnes)}"
    bornes = (suite.debut,) if suite.debut.decision.motif in _SELON_LEUR_CAUSE else (suite.debut, suite.fin)
    dates = [_dates(suite.etude, journee) for journee in bornes]
    refus = dire_le_refus(suite.debut, len(suite.journees), personnes)
    return f"{quand} : {refus} — {citer(suite.debut.decision.articles, *dates)}"


def _dates(etude: Etude, journee: Journee) -> Dates:
    """The dates that select the law applied to a day."""
    return {
        **etude.dates,
        "jour_indemnise": journee.jour,
        "prescription": journee.fait.avis.prescrit_le,
        "second_avis": journee.fait.avis.debut,
    }


def _paye(suite: _Suite, personnes: Personnes) -> str:
    regles = suite.debut.decision.articles
    if any(qui.startswith("employeur:") for qui, _ in suite.debut.parts):
        regles += articles_de("destinataires.subrogation_de_plein_droit")
    precisions = dire_les_precisions(suite.etude, suite.journees, _pas_encore_echu(suite))
    return f"{_montant(suite, personnes)} — {articles(regles)}{precisions}"


def _montant(suite: _Suite, personnes: Personnes) -> str:
    """``32,88 € par jour à l'assuré, soit 98,64 €``, or the total of the days when the law fixes no other amount."""
    nombre, debut = len(suite.journees), suite.debut
    if suite.inegale:
        return personnes.total([journee.parts for journee in suite.journees])
    texte = personnes.paiement(debut.parts, nombre)
    total = sum(montant for _, montant in debut.parts) * nombre
    return f"{texte}, soit {euros(total)}" if nombre > 1 else texte


def _pas_encore_echu(suite: _Suite) -> str | None:
    """What of the run is after the date of the décompte."""
    a_venir = [journee for journee in suite.journees if journee.jour > suite.au]
    if not a_venir:
        return None
    if len(a_venir) == len(suite.journees):
        return "pas encore échu : les comptes ci-dessous n'en tiennent pas compte"
    reste = sum((montant for journee in a_venir for _, montant in journee.parts), Fraction(0))
    jours = intervalle_compte(a_venir[0].jour, a_venir[-1].jour)
    return f"dont {euros(reste)} {jours}, pas encore échus : les comptes ci-dessous n'en tiennent pas compte"
