"""Which stops have waiting days, and where the three years of each long-term condition run (R323-1, L323-1-1, L323-1-2).

Stops are looked at in order of time; each leaves its mark for the next ones.
"""

from dataclasses import dataclass
from datetime import date

from oracle import maladie
from oracle.calendrier import plus_jours
from oracle.faits import Faits
from oracle.famille import pathologie
from oracle.interruptions import Interruption
from oracle.loi import appliquer, parametre

_EXONERATIONS_PAR_LE_MOTIF = {
    "interruption_spontanee_grossesse": "exoneration_carence_interruption_spontanee",
    "interruption_medicale_grossesse": "exoneration_carence_interruption_medicale",
}


@dataclass
class _Affection:
    """One long-term condition: first stop (its waiting days serve three years), last stopped day, end of the period."""

    premier_arret: date
    dernier_jour_arrete: date
    fin_de_periode: date


class SuiviDesCarences:
    """Walks through the stops in order; ``exonere`` says of each whether it is spared its waiting days."""

    def __init__(self, faits: Faits, repos: frozenset[date] = frozenset()) -> None:
        """``repos``: the days of a mother's rest."""
        self._faits = faits
        self._repos = repos
        self._affections: dict[str, _Affection] = {}
        self._debuts: list[date] = []
        self.fins_ald: dict[str, date] = {}

    def exonere(self, interruption: Interruption) -> bool:
        """Spared by an earlier stop for the same condition, a mourning, a lost pregnancy, maternity, or terrorism."""
        dispenses = (
            self._par_un_deces(interruption),
            self._par_le_motif(interruption),
            self._par_la_maternite(interruption),
            appliquer(maladie.dispense_de_carence, interruption.avis[0].acte_terrorisme),
        )
        par_l_affection = self._par_l_affection(interruption, dispense=any(dispenses))
        self._debuts.append(interruption.debut)
        return any(dispenses) or par_l_affection

    def _par_l_affection(self, interruption: Interruption, *, dispense: bool) -> bool:
        """Follow every condition the stop is for; only that of its first notice may spare its waiting days."""
        deja_servie = {}
        for avis in interruption.avis:
            if avis.ald is not None and avis.ald not in deja_servie:
                debut = max(avis.debut, interruption.debut)
                indemnise = debut if dispense else max(debut, _apres_la_carence(interruption))
                deja_servie[avis.ald] = self._suivre(avis.ald, debut, indemnise)
                self._affections[avis.ald].dernier_jour_arrete = max(
                    (jour.jour for jour in interruption.jours if jour.avis.ald == avis.ald),
                    default=interruption.debut,
                )
        return deja_servie.get(interruption.avis[0].ald or "", False)

    def _suivre(self, ald: str, debut: date, indemnise: date) -> bool:
        """Whether the waiting days of the condition were already served; its three years are opened or renewed."""
        affection = self._affections.get(ald) or self._affection_heritee(ald)
        if affection is None:
            depart = self._date_fixee(ald) or appliquer(maladie.debut_de_la_periode_ald, debut, indemnise)
            fin = appliquer(maladie.dernier_jour_de_la_periode_ald, depart)
            self._affections[ald] = _Affection(debut, debut, fin)
            self.fins_ald[ald] = fin
            return False
        self._affections[ald] = affection
        reprise = plus_jours(affection.dernier_jour_arrete, 1)
        reprise_d_un_an = self._a_travaille(reprise, debut) and appliquer(
            maladie.reprise_d_un_an, reprise, debut
        )
        deja_servie = appliquer(
            maladie.carence_ald_deja_servie, affection.premier_arret, debut, reprise_d_un_an
        )
        if reprise_d_un_an:
            depart = debut if deja_servie else indemnise
            affection.fin_de_periode = appliquer(
                maladie.dernier_jour_de_la_periode_ald,
                appliquer(maladie.debut_de_la_periode_ald, debut, depart),
            )
        self.fins_ald[ald] = affection.fin_de_periode
        if not deja_servie:
            affection.premier_arret = debut
        return deja_servie

    def _affection_heritee(self, ald: str) -> _Affection | None:
        """A condition already paid by an older engine: its days tell when it began."""
        lignes = [ligne for ligne in self._faits.historique if ligne.ald == ald]
        if not lignes:
            return None
        debut = self._date_fixee(ald) or lignes[0].debut
        return _Affection(
            debut,
            max(ligne.fin for ligne in lignes),
            appliquer(maladie.dernier_jour_de_la_periode_ald, debut),
        )

    def _date_fixee(self, ald: str) -> date | None:
        """The date the médecin-conseil fixed for a condition, when known: it prevails."""
        return next((piece.debut for piece in self._faits.alds if piece.ald == ald and piece.debut), None)

    def _a_travaille(self, debut: date, avant: date) -> bool:
        """Work was resumed over the whole interval: unemployment or a gap between contracts is no resumption."""
        fin = plus_jours(avant, -1)
        return any(a.debut <= debut and (a.fin is None or a.fin >= fin) for a in self._faits.activites)

    def _par_un_deces(self, interruption: Interruption) -> bool:
        if interruption.avis[0].exception_carence != "deces_enfant":
            return False
        return any(
            appliquer(
                maladie.deces_d_un_enfant,
                deces.date,
                deces.age,
                interruption.debut,
                interruption.avis[0].prescrit_le,
            )
            for deces in self._faits.deces_enfants
            if deces.date <= interruption.debut and not any(deces.date <= debut for debut in self._debuts)
        )

    def _par_le_motif(self, interruption: Interruption) -> bool:
        nom = _EXONERATIONS_PAR_LE_MOTIF.get(interruption.avis[0].exception_carence or "")
        if nom is None:
            return False
        return appliquer(
            maladie.interruption_de_grossesse, bool(parametre(nom, interruption.avis[0].prescrit_le))
        )

    def _par_la_maternite(self, interruption: Interruption) -> bool:
        """An illness of pregnancy found shortly before the delivery, or of childbirth just after the rest (R331-2, R331-6)."""
        premier = interruption.avis[0]
        if premier.risque == "suites_de_couches":
            veille = plus_jours(interruption.debut, -1)
            return appliquer(pathologie.sans_carence_de_suites_de_couches, veille in self._repos)
        if premier.risque != "grossesse_pathologique":
            return False
        naissances = {n.grossesse: n.date for n in self._faits.naissances}
        return any(
            appliquer(
                pathologie.sans_carence_de_grossesse,
                premier.prescrit_le,
                naissances.get(g.grossesse),
                g.accouchement_prevu,
            )
            for g in self._faits.grossesses
            if g.debut_grossesse <= premier.prescrit_le <= naissances.get(g.grossesse, g.accouchement_prevu)
        )


def _apres_la_carence(interruption: Interruption) -> date:
    """First day paid of a stop that keeps its waiting days."""
    nombre = int(parametre("jours_de_carence", interruption.debut))
    return plus_jours(appliquer(maladie.dernier_jour_de_carence, interruption.debut, nombre), 1)
