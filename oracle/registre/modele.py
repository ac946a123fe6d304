"""What the registry says of a rule: its article, its dates, the thresholds it compares, the readings it offers."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Selection = Literal["debut_arret", "jour_indemnise", "prescription", "second_avis"]
"""The date that picks the version of a rule, and that is compared with the horizon of knowledge."""

Unite = Literal[
    "heures", "euros", "jours", "mois", "cachets", "date", "enfants", "parts", "ans", "grammes", "employeurs"
]

TEXTE_LU_AU = date(2026, 3, 14)
SANS_CHANGEMENT_CONNU_AU = date(2026, 10, 31)


@dataclass(frozen=True)
class Seuil:
    """A legal comparison, named once. ``libelle`` is what is measured, in words an explanation can print."""

    nom: str
    libelle: str
    unite: Unite


@dataclass(frozen=True)
class Regle:
    """A rule card: one or several small functions of one law module, and what the law says of them.

    ``fonctions`` are ``module.fonction`` names; ``depuis`` is the first day of the version implemented.
    ``texte_lu_au`` and ``sans_changement_connu_au`` bound what is known; beyond the second the oracle warns.
    """

    id: str
    titre: str
    fonctions: tuple[str, ...]
    articles: tuple[str, ...]
    depuis: date
    resume: str
    selection: Selection = "debut_arret"
    seuils: tuple[Seuil, ...] = ()
    lectures: tuple[str, ...] = ()
    a_confirmer: bool = False
    texte_lu_au: date = TEXTE_LU_AU
    sans_changement_connu_au: date = SANS_CHANGEMENT_CONNU_AU
