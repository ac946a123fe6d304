"""The accidents and diseases of a file: held to come from work or not, since when, until when.

This module decides nothing of its own: it brings declarations, decisions and consolidations to the rules of ``atmp``.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from oracle.atmp import duree, reconnaissance
from oracle.dossier.accidents import Accident
from oracle.faits import Faits
from oracle.loi import Sujet, appliquer, au_sujet_de

Statut = Literal["reconnu", "en_instruction", "refuse"]


@dataclass(frozen=True)
class Sinistre:
    """An accident, a disease or a relapse, as the caisse holds it at the date of the décompte.

    ``origine``: the accident a relapse comes from, itself otherwise; ``servi``: Book IV pays, decided or not; ``depuis``:
    first day it may pay; ``consolide_le``: day of healing or consolidation; ``dernier_jour``: last day before it.
    """

    accident: Accident
    origine: Accident
    statut: Statut
    servi: bool
    depuis: date
    consolide_le: date | None
    dernier_jour: date | None
    silence_apres: date | None

    @property
    def nom(self) -> str:
        """What the documents call it."""
        return self.accident.accident

    @property
    def rechute(self) -> bool:
        """It is a relapse of another."""
        return self.accident.rechute_de is not None

    @property
    def jour_employeur(self) -> date | None:
        """The day of the accident, at the employer's charge; a disease and a relapse have none."""
        brusque = self.accident.nature != "maladie_professionnelle" and not self.rechute
        return self.accident.date if brusque else None


def etablir_les_sinistres(faits: Faits) -> tuple[Sinistre, ...]:
    """Every accident or disease of Book IV, in order of date."""
    par_nom = {accident.accident: accident for accident in faits.accidents}
    return tuple(
        _etablir(faits, accident, par_nom)
        for accident in faits.accidents
        if appliquer(reconnaissance.relevant_du_livre_quatre, accident.nature)
    )


def _etablir(faits: Faits, accident: Accident, par_nom: Mapping[str, Accident]) -> Sinistre:
    with au_sujet_de(Sujet(dates={"debut_arret": accident.date})):
        limite = _dernier_jour_pour_notifier(accident)
        statut = _statut(faits, accident, limite)
        consolide_le = next((c.date for c in faits.consolidations if c.accident == accident.accident), None)
        return Sinistre(
            accident=accident,
            origine=_origine(accident, par_nom),
            statut=statut,
            servi=statut == "reconnu"
            or (statut == "en_instruction" and appliquer(reconnaissance.servi_sans_attendre)),
            depuis=_depuis(accident),
            consolide_le=consolide_le,
            dernier_jour=None
            if consolide_le is None
            else appliquer(duree.dernier_jour_indemnise, consolide_le),
            silence_apres=limite,
        )


def _origine(accident: Accident, par_nom: Mapping[str, Accident]) -> Accident:
    vus = {accident.accident}
    while accident.rechute_de is not None and accident.rechute_de not in vus:
        vus.add(accident.rechute_de)
        accident = par_nom[accident.rechute_de]
    return accident


def _statut(faits: Faits, accident: Accident, limite: date | None) -> Statut:
    """The last decision notified; a refusal that came too late changes nothing, and silence recognises."""
    decisions = [
        d for d in faits.decisions_accident if d.accident == accident.accident and d.notifiee_le <= faits.au
    ]
    if decisions and decisions[-1].decision == "reconnu":
        return "reconnu"
    if decisions and (
        limite is None or appliquer(reconnaissance.refus_a_temps, decisions[0].notifiee_le, limite)
    ):
        return "refuse"
    if limite is not None and appliquer(reconnaissance.reconnu_par_silence, faits.au, limite):
        return "reconnu"
    return "refuse" if decisions else "en_instruction"


def _dernier_jour_pour_notifier(accident: Accident) -> date | None:
    """Last day of the time the caisse has, once the file is complete; null while it is not."""
    depart, comite = accident.dossier_complet_le, accident.crrmp_saisi_le
    if depart is None:
        return None
    jours = appliquer(
        reconnaissance.jours_pour_statuer,
        accident.nature,
        accident.rechute_de is not None,
        accident.investigations_engagees_le is not None,
        comite is not None,
    )
    return appliquer(reconnaissance.dernier_jour_pour_notifier, comite or depart, jours)


def _depuis(accident: Accident) -> date:
    if accident.nature != "maladie_professionnelle" or accident.rechute_de is not None:
        return accident.date
    return appliquer(
        reconnaissance.premier_jour_couvert,
        accident.date,
        accident.demande_le,
        accident.tableau_en_vigueur_le,
    )
