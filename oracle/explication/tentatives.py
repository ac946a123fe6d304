"""Rights as they were looked at, one attempt after another: those of the work under way, then those of before.

The trace says in order which rules were asked; each attempt begins where a date of pay was chosen.
"""

from collections import defaultdict, deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from oracle.explication.etude import Demandes, Etude
from oracle.loi import Appel, Rencontre

AFFILIATION = "MAL-OD-2.affiliation"
SIX_MOIS = ("MAL-OD-1.heures_3_mois", "MAL-OD-1.heures_90_jours", "MAL-OD-1.salaires_6_mois")
_DISCONTINU = ("MAL-OD-4.heures_12_mois", "MAL-OD-4.heures_365_jours", "MAL-OD-4.salaires_12_mois")
_AU_DELA = ("MAL-OD-2.heures_12_mois", "MAL-OD-2.heures_365_jours", "MAL-OD-2.salaires_12_mois")
CONDITIONS: Mapping[str, tuple[str, ...]] = {
    "droits.porte_des_heures": SIX_MOIS[:2],
    "droits.porte_des_cotisations": SIX_MOIS[2:],
    "droits.porte_des_cachets": ("MAL-OD-4.cachets_3_mois",),
    "droits.porte_des_douze_mois": _DISCONTINU,
    "droits.cachets_de_douze_mois": ("MAL-OD-4.cachets_12_mois",),
    "droits.affiliation_de_douze_mois": (AFFILIATION,),
    "droits.activite_de_douze_mois": _AU_DELA,
}
"""The thresholds each rule meets, in order."""

GARDES: Mapping[str, str] = {
    "droits.droits_maintenus": "MAL-MAINTIEN-1.douze_mois",
    "droits.reprise_insuffisante": "MAL-MAINTIEN-1.douze_mois",
    "droits.droits_retrouves": "MAL-CONGE-PARENTAL.douze_mois",
}
SMIC = (
    "droits.date_du_smic_de_six_mois",
    "droits.date_du_smic_de_douze_mois",
    "droits.date_du_smic_d_une_activite_discontinue",
)
TERMES = ("droits.fin_du_maintien", "droits.fin_des_droits_retrouves")
_DISPENSES = ("droits.dispense_de_conditions", "droits.acquis_au_premier_arret")
_DEBUT = "salaires.date_du_salaire"


@dataclass(frozen=True)
class Condition:
    """A condition met; ``smic_au``: the day whose hourly SMIC makes its bound, if one does."""

    rencontre: Rencontre
    smic_au: date | None


@dataclass(frozen=True)
class Garde:
    """A look at whether former rights were kept; ``termes``: the calls that gave the last day, in order."""

    fonction: str
    rencontre: Rencontre
    termes: tuple[Appel, ...]


@dataclass
class Tentative:
    """One attempt, after ``gardes`` for former rights; ``dispense``: the rule that asks no condition."""

    reference: date
    gardes: tuple[Garde, ...]
    conditions: list[Condition] = field(default_factory=list)
    dispense: str | None = None


@dataclass(frozen=True)
class Tentatives:
    """Every attempt, the one that was kept, and what was looked at last and led to none."""

    toutes: tuple[Tentative, ...]
    retenue: Tentative | None
    sans_suite: tuple[Garde, ...]

    @property
    def propre(self) -> Tentative | None:
        """That of the work under way; none when there was no work."""
        return next((t for t in self.toutes if not t.gardes), None)


def tentatives_de(etude: Etude) -> Tentatives:
    """Read the attempts of a stop from what the law was asked about it."""
    toutes, sans_suite = _lire(etude.demandes)
    reference, maintien = etude.instruction.releve.reference, etude.instruction.maintien
    retenue = next((t for t in toutes if bool(t.gardes) == maintien and t.reference == reference), None)
    return Tentatives(tuple(toutes), retenue, tuple(sans_suite))


def _lire(demandes: Demandes) -> tuple[list[Tentative], list[Garde]]:
    files: dict[str, deque[Rencontre]] = defaultdict(deque)
    for rencontre in demandes.rencontres:
        files[rencontre.seuil].append(rencontre)
    tentatives: list[Tentative] = []
    gardes: list[Garde] = []
    termes: list[Appel] = []
    smic: date | None = None
    for appel in demandes.appels:
        if appel.fonction == _DEBUT:
            tentatives.append(Tentative(appel.resultat, tuple(gardes)))
            gardes = []
        elif appel.fonction in TERMES:
            termes.append(appel)
        elif appel.fonction in GARDES:
            rencontre = files[GARDES[appel.fonction]].popleft()
            gardes.append(Garde(appel.fonction, rencontre, tuple(termes)))
            termes = []
        elif appel.fonction in SMIC:
            smic = appel.resultat
        elif tentatives and appel.fonction in _DISPENSES and appel.resultat:
            tentatives[-1].dispense = appel.fonction
        elif tentatives and appel.fonction in CONDITIONS:
            tentatives[-1].conditions += [
                Condition(files[nom].popleft(), smic if "salaires" in nom else None)
                for nom in CONDITIONS[appel.fonction]
            ]
    return tentatives, gardes
