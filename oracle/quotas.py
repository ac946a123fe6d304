"""How long benefits may be served: sixty to a pensioner, three years of a condition, 360 over three years.

Days are looked at in order of time; each paid day leaves its mark for the next ones.
This module decides nothing of its own: it brings counts to the rules of ``maladie``, ``pensions`` and ``temps_partiel``.
"""

from collections.abc import Callable, Mapping
from datetime import date

from oracle import maladie, pensions, temps_partiel
from oracle.calendrier import jours
from oracle.compteurs import Compteurs
from oracle.decompte import Motif
from oracle.dossier.arrets import AvisArret, Pension
from oracle.faits import Faits
from oracle.loi import appliquer, parametre


class Quotas:
    """Walks through the days in order; ``epuise`` says why a day may no longer be paid, ``noter`` counts a paid one."""

    def __init__(self, faits: Faits, fins_ald: Mapping[str, date]) -> None:
        self.compteurs = Compteurs()
        self._fins_ald = fins_ald
        self._limites = [
            (_debut_de_la_limite(faits, pension), pension.progressive)
            for pension in faits.pensions
            if pension.nature == "vieillesse"
        ]
        self._fin_militaire: date | None = None
        deja_payes = {jour: ligne.ald for ligne in faits.historique for jour in jours(ligne.debut, ligne.fin)}
        for jour, ald in sorted(deja_payes.items()):
            self._compter(jour, ald)

    def ouvrir_l_arret(self, avis: AvisArret, debut: date) -> None:
        """A stop for a pensioned military affection begins: it may open a new period of three years."""
        if not avis.pension_militaire:
            return
        if self._fin_militaire is None or appliquer(
            pensions.nouvelle_periode_de_pension_militaire, self._fin_militaire, debut
        ):
            self._fin_militaire = appliquer(pensions.dernier_jour_pour_la_pension_militaire, debut)

    def epuise(self, jour: date, avis: AvisArret) -> Motif | None:
        """Why the day is beyond what may be served, if it is."""
        if self._de_retraite(jour) and not appliquer(
            pensions.dans_la_limite_de_60,
            len(self.compteurs.de_retraite),
            int(parametre("ij_d_un_retraite", jour)),
        ):
            return "maximum_60_retraite"
        if avis.pension_militaire and self._fin_militaire is not None:
            dedans = appliquer(pensions.dans_la_periode_de_pension_militaire, jour, self._fin_militaire)
            return None if dedans else "duree_pension_militaire"
        if avis.ald is not None:
            return self._ald_epuisee(jour, avis, self._fins_ald[avis.ald])
        if self._dans_les_360(jour, self.compteurs.servies_hors_ald):
            return None
        return None if self._annee_apres_les_360(jour, avis) else "maximum_360"

    def _ald_epuisee(self, jour: date, avis: AvisArret, fin: date) -> Motif | None:
        """Within its three years a condition has no count; part-time has a year more; then what is left of 360."""
        if appliquer(maladie.dans_la_periode_ald, jour, fin):
            return None
        if avis.modalite == "temps_partiel" and appliquer(
            temps_partiel.dans_l_annee_de_plus,
            jour,
            appliquer(temps_partiel.dernier_jour_apres_les_trois_ans, fin),
        ):
            return None
        if appliquer(maladie.solde_apres_les_trois_ans) and self._dans_les_360(jour, self.compteurs.servies):
            return None
        return "duree_ald_epuisee"

    def _dans_les_360(self, jour: date, servies_depuis: Callable[[date], int]) -> bool:
        depuis = appliquer(maladie.premier_jour_des_trois_ans, jour)
        maximum = int(parametre("ij_sur_trois_ans", jour))
        return appliquer(maladie.dans_la_limite_de_360, servies_depuis(depuis), maximum)

    def _annee_apres_les_360(self, jour: date, avis: AvisArret) -> bool:
        if avis.modalite != "temps_partiel" or self.compteurs.atteint_le is None:
            return False
        return appliquer(
            temps_partiel.dans_l_annee_de_plus,
            jour,
            appliquer(temps_partiel.dernier_jour_apres_les_360, self.compteurs.atteint_le),
        )

    def noter(self, jour: date, avis: AvisArret) -> None:
        """Count a paid day, full or part-time, whole or halved."""
        if not avis.pension_militaire:
            self._compter(jour, avis.ald)

    def _compter(self, jour: date, ald: str | None) -> None:
        compteurs = self.compteurs
        nouveau = compteurs.noter(jour, ald, de_retraite=self._de_retraite(jour))
        if nouveau and ald is None and len(compteurs.hors_ald) >= (maximum := _maximum(jour)):
            depuis = appliquer(maladie.premier_jour_des_trois_ans, jour)
            if compteurs.servies_hors_ald(depuis) == maximum:
                compteurs.atteint_le = jour

    def _de_retraite(self, jour: date) -> bool:
        """The day is under a pensioner's limit."""
        return any(
            appliquer(pensions.sous_la_limite_de_60, jour, depuis)
            and not appliquer(pensions.retraite_progressive_epargnee, jour, progressive)
            for depuis, progressive in self._limites
        )


def _maximum(jour: date) -> int:
    return int(parametre("ij_sur_trois_ans", jour))


def _debut_de_la_limite(faits: Faits, pension: Pension) -> date:
    """First day under the limit of sixty: the file's own date of the legal age prevails over the scale."""
    naissance = faits.assure.naissance
    age_atteint_le = pension.age_legal_le or appliquer(
        pensions.age_legal_atteint_le,
        naissance,
        appliquer(
            pensions.bareme_de_l_age_legal,
            int(parametre("bareme_de_l_age_legal", pension.debut)),
            int(parametre("age_legal_avant_2023", naissance)),
            int(parametre("age_legal_2023", naissance)),
            int(parametre("age_legal_2026", naissance)),
        ),
    )
    return appliquer(pensions.debut_de_la_limite_de_60, age_atteint_le, pension.debut)
