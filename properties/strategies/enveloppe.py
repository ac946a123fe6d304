"""What an engine declares it can be asked, in the few terms a generator of dossiers needs.

An engine that knows one employer is given dossiers of one employer, by construction: nothing is drawn then thrown away.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, get_args

from oracle.dossier.activites import Activite, Periodicite
from oracle.dossier.arrets import AvisArret
from oracle.perimetre import FAMILLES_COUVERTES, PIECES_COUVERTES

SANS_LIMITE = 1_000_000
"""What a numeric limit is worth when the engine declares none."""

PREMIER_ARRET, DERNIER_ARRET = date(2023, 1, 1), date(2026, 12, 31)
"""First days of stops that the generators reach."""

PIECES_INDISPENSABLES = {"maladie": ("activite", "avis_arret", "attestation_salaire")}
PIECES_D_UN_CONGE = ("activite", "conge")
"""Without them no dossier of a family can be written; a leave may rest on certificates, or on incomes."""
_PERIODICITES: tuple[str, ...] = get_args(Periodicite)
_CONTRATS: tuple[str, ...] = get_args(get_args(Activite.model_fields["contrat"].annotation)[0])
_MODALITES: tuple[str, ...] = get_args(AvisArret.model_fields["modalite"].annotation)
_CONTRATS_DISCONTINUS = ("saisonnier", "interim", "intermittent")

REGIMES = ("general", "independant")
"""Schemes whose files are drawn."""

CHAMPS = (
    "avis_arret.envoye_le",
    "avis_arret.support",
    "avis_arret.teleconsultation",
    "avis_arret.justification_duree",
    "avis_arret.ivg",
    "avis_arret.cure_thermale",
    "avis_arret.pension_militaire",
    "attestation_salaire.cachets",
    "attestation_salaire.versee_le",
)
"""Fields that an engine may know nothing of although it takes the document they are on."""


class EnveloppeIllisible(ValueError):  # noqa: N818  # a refusal named in the field's words, as elsewhere
    """A declared limit cannot be understood, or leaves nothing to ask; the message names it and what is accepted."""


@dataclass(frozen=True)
class Enveloppe:
    """The reach of an engine within that of the oracle; every field left at its default limits nothing.

    ``familles``: those the engine declares. ``debut`` and ``fin`` bound the first day of every stop or leave. ``salaire_constant``: every pay of the dossier is the same;
    ``mois_de_salaire_constant``: the employment is at least that old. ``duree_max_jours``: of a stop, first to last
    prescribed day. ``heures_lues`` false: hours are plainly full time or not declared, no threshold of hours is sought.
    ``paies_exigees``: that many last months are always certified. ``absences`` false: every reference month is whole.
    ``historique`` false: no document is corrected, withdrawn or sent twice. ``champs``: the fields of ``CHAMPS`` that
    the engine reads; an engine that declares limits without naming its fields reads none of them.
    """

    familles: frozenset[str] = frozenset(FAMILLES_COUVERTES)
    debut: date = PREMIER_ARRET
    fin: date = DERNIER_ARRET
    pieces: frozenset[str] = frozenset(PIECES_COUVERTES)
    salaire_constant: bool = False
    mois_de_salaire_constant: int = 0
    paies_exigees: int = 0
    employeurs_max: int = SANS_LIMITE
    arrets_max: int = SANS_LIMITE
    avis_par_arret_max: int = SANS_LIMITE
    duree_max_jours: int = SANS_LIMITE
    contrats: tuple[str, ...] = _CONTRATS
    periodicites: tuple[str, ...] = _PERIODICITES
    modalites: tuple[str, ...] = _MODALITES
    champs: tuple[str, ...] = CHAMPS
    regimes: tuple[str, ...] = REGIMES
    historique: bool = True
    heures_lues: bool = True
    subrogation: bool = True
    ald: bool = True
    maintien: bool = True
    absences: bool = True
    discontinu: bool = True
    exceptions_carence: bool = True
    acte_terrorisme: bool = True
    premier_jour_travaille: bool = True

    @classmethod
    def depuis(cls, capacites: Mapping[str, Any]) -> "Enveloppe":
        """Read the ``capacites`` of an engine (the plain data of its ``hello``), bounded to the oracle's own reach.

        Limits that this class does not know are ignored. Raises ``EnveloppeIllisible`` for a known limit of the wrong
        kind, and for claims that leave no dossier to ask.
        """
        periode = capacites.get("periode") or {}
        debut = max(PREMIER_ARRET, _jour("periode.debut", periode.get("debut")) or PREMIER_ARRET)
        fin = min(DERNIER_ARRET, _jour("periode.fin", periode.get("fin")) or DERNIER_ARRET)
        if fin < debut:
            raise EnveloppeIllisible(
                f"periode: no day in common with {PREMIER_ARRET} to {DERNIER_ARRET}, the stops that can be asked about"
            )
        familles = frozenset(FAMILLES_COUVERTES) & frozenset(capacites.get("familles") or FAMILLES_COUVERTES)
        if not familles:
            raise EnveloppeIllisible(f"familles: none of {', '.join(FAMILLES_COUVERTES)} is declared")
        pieces = frozenset(PIECES_COUVERTES) & frozenset(capacites.get("pieces") or PIECES_COUVERTES)
        exigees = [
            PIECES_INDISPENSABLES.get(famille, PIECES_D_UN_CONGE)
            for famille in FAMILLES_COUVERTES
            if famille in familles
        ]
        manques = [[piece for piece in siennes if piece not in pieces] for siennes in exigees]
        manquantes = min(manques, key=len)
        if manquantes:
            raise EnveloppeIllisible(f"pieces: no dossier can be written without {', '.join(manquantes)}")
        declarees = capacites.get("enveloppe") or {}
        limites = {
            nom: _LIMITES[nom](nom, valeur)
            for nom, valeur in declarees.items()
            if nom in _LIMITES and valeur is not None
        }
        if declarees:
            limites.setdefault("champs", ())
        historique = capacites.get("historique") != "aucun"
        return cls(familles=familles, debut=debut, fin=fin, pieces=pieces, historique=historique, **limites)

    def admet(self, *types: str) -> bool:
        """Whether documents of all these types may be sent."""
        return all(nom in self.pieces for nom in types)

    def lit(self, *champs: str) -> bool:
        """Whether the engine reads all these fields of ``CHAMPS``."""
        return all(champ in self.champs for champ in champs)

    @property
    def temps_partiel(self) -> bool:
        """Whether therapeutic part-time may be prescribed and attested."""
        return "temps_partiel" in self.modalites and self.admet("attestation_temps_partiel")

    @property
    def contrats_continus(self) -> tuple[str, ...]:
        """Contracts whose benefit rests on the last three months."""
        return tuple(contrat for contrat in self.contrats if contrat not in _CONTRATS_DISCONTINUS)

    @property
    def contrats_discontinus(self) -> tuple[str, ...]:
        """Contracts whose benefit rests on twelve months, by status (R313-7)."""
        return tuple(contrat for contrat in self.contrats if contrat in _CONTRATS_DISCONTINUS)


def _jour(champ: str, valeur: Any) -> date | None:
    if valeur is None or isinstance(valeur, date):
        return valeur
    try:
        return date.fromisoformat(valeur)
    except (TypeError, ValueError):
        raise EnveloppeIllisible(
            f"{champ}: {valeur!r} is not a day; accepted: YYYY-MM-DD, or nothing"
        ) from None


def _booleen(champ: str, valeur: Any) -> bool:
    if isinstance(valeur, bool):
        return valeur
    raise EnveloppeIllisible(f"enveloppe.{champ}: {valeur!r}; accepted: true or false")


def _entier(champ: str, valeur: Any) -> int:
    if isinstance(valeur, int) and not isinstance(valeur, bool) and valeur >= 1:
        return valeur
    raise EnveloppeIllisible(f"enveloppe.{champ}: {valeur!r}; accepted: an integer from 1 up")


def _parmi(connues: Sequence[str]) -> Callable[[str, Any], tuple[str, ...]]:
    def lire(champ: str, valeur: Any) -> tuple[str, ...]:
        noms = [nom.strip() for nom in valeur.split(",")] if isinstance(valeur, str) else valeur
        retenues = tuple(nom for nom in connues if isinstance(noms, list | tuple) and nom in noms)
        if not retenues:
            raise EnveloppeIllisible(
                f"enveloppe.{champ}: {valeur!r}; accepted: one or several of {', '.join(connues)}"
            )
        return retenues

    return lire


_LIMITES: dict[str, Callable[[str, Any], Any]] = {
    **dict.fromkeys(
        (
            "salaire_constant",
            "heures_lues",
            "subrogation",
            "ald",
            "maintien",
            "absences",
            "discontinu",
            "exceptions_carence",
            "acte_terrorisme",
            "premier_jour_travaille",
        ),
        _booleen,
    ),
    **dict.fromkeys(
        (
            "mois_de_salaire_constant",
            "paies_exigees",
            "employeurs_max",
            "arrets_max",
            "avis_par_arret_max",
            "duree_max_jours",
        ),
        _entier,
    ),
    "contrats": _parmi(_CONTRATS),
    "periodicites": _parmi(_PERIODICITES),
    "modalites": _parmi(_MODALITES),
    "champs": _parmi(CHAMPS),
    "regimes": _parmi(REGIMES),
}
