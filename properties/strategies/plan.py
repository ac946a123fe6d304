"""A dossier before it is written: employers, notices and certificates, as plain values; and its writing as documents.

Amounts are integer cents and hours integer hundredths, as in the oracle; writing turns them into the contract's strings.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from oracle.calendrier import plus_jours
from oracle.dossier.champs import ecrire_centiemes

Piece = dict[str, Any]

ASSURE: Mapping[str, Any] = {
    "naissance": date(1985, 6, 15),
    "residence_fiscale_france": True,
    "regime_maladie_francais": True,
}


@dataclass(frozen=True)
class DossierGenere:
    """A dossier as plain JSON-ready data, the day at which the décompte is asked, and the family it was drawn for."""

    dossier: dict[str, Any]
    au: date
    famille: str = "maladie"


@dataclass(frozen=True)
class Paie:
    """One pay: ``brut`` in cents, ``heures`` in hundredths or null; ``champs`` are the fields out of the ordinary."""

    debut: date
    fin: date
    brut: int
    heures: int | None
    champs: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Attestation:
    """What an employer certifies for one stop or leave; ``retard``: days before the caisse receives it.

    ``risque``: named for a leave and for a work accident.
    """

    arret: str
    dernier_jour_travaille: date
    paies: tuple[Paie, ...]
    risque: str | None = None
    heures_90_jours: int | None = None
    heures_365_jours: int | None = None
    subrogations: tuple[Piece, ...] = ()
    accessoires: tuple[Piece, ...] = ()
    retard: int = 5


@dataclass(frozen=True)
class Employeur:
    """An activity of employment and its certificates."""

    activite: str
    debut: date
    attestations: tuple[Attestation, ...]
    fin: date | None = None
    contrat: str = "cdi"
    periodicite: str = "mensuelle"
    discontinu: bool = False
    motif_fin: str | None = None


@dataclass(frozen=True)
class Avis:
    """A notice; ``prescrit_le`` null is its first day; ``champs`` are the fields out of the ordinary."""

    arret: str
    debut: date
    fin: date
    prolongation: bool = False
    prescrit_le: date | None = None
    champs: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class CongePris:
    """The days not worked under a family leave, by whole periods; it names a pregnancy or an adoption, mourning apart.

    ``recu_le`` null: two days after it begins.
    """

    conge: str
    risque: str
    periodes: tuple[tuple[date, date], ...]
    grossesse: str | None = None
    adoption: str | None = None
    recu_le: date | None = None

    @property
    def debut(self) -> date:
        """First day of the leave."""
        return min(debut for debut, _ in self.periodes)

    @property
    def fin(self) -> date:
        """Last day of the leave."""
        return max(fin for _, fin in self.periodes)


@dataclass(frozen=True)
class Plan:
    """Everything a scenario decides. ``pieces`` are further documents, complete but for their ``id``; ``entete`` come first.

    ``au``: the day of the décompte, where the scenario turns on it.
    """

    employeurs: tuple[Employeur, ...]
    avis: tuple[Avis, ...]
    affiliations: tuple[tuple[date, date | None], ...] = ()
    pieces: tuple[Piece, ...] = ()
    assure: Mapping[str, Any] = field(default_factory=lambda: dict(ASSURE))
    au: date | None = None
    conges: tuple[CongePris, ...] = ()
    entete: tuple[Piece, ...] = ()

    @property
    def _arrets(self) -> tuple["Avis | CongePris", ...]:
        return (*self.avis, *self.conges)

    @property
    def premier_jour(self) -> date:
        """First day prescribed, or of leave."""
        return min(arret.debut for arret in self._arrets)

    @property
    def dernier_jour(self) -> date:
        """Last day prescribed, or of leave."""
        return max(arret.fin for arret in self._arrets)

    def bornes(self, nom: str) -> tuple[date, date]:
        """First and last days of a chain of notices, or of a leave."""
        siens = [a for a in self._arrets if nom == (a.arret if isinstance(a, Avis) else a.conge)]
        return min(arret.debut for arret in siens), max(arret.fin for arret in siens)

    def avec(self, *pieces: Piece) -> "Plan":
        """The same plan with further documents."""
        return replace(self, pieces=(*self.pieces, *pieces))


def rediger(plan: Plan) -> dict[str, Any]:
    """The documents of a plan, numbered, in the order in which a file is read: work, stops, certificates, the rest."""
    pieces = [
        *plan.entete,
        *(_activite(employeur) for employeur in plan.employeurs),
        *(_affiliation(debut, fin) for debut, fin in plan.affiliations),
        *(_avis(avis, plan) for avis in plan.avis),
        *(_conge(conge) for conge in plan.conges),
        *(
            _attestation(employeur, attestation, plan)
            for employeur in plan.employeurs
            for attestation in employeur.attestations
        ),
        *plan.pieces,
    ]
    numerotees = _nommees([{"id": f"p{rang}", **piece} for rang, piece in enumerate(pieces, start=1)])
    ecrit: dict[str, Any] = _en_donnees({"assure": dict(plan.assure), "pieces": numerotees})
    return ecrit


def _nommees(pieces: list[Piece]) -> list[Piece]:
    """A correction names by its type what it corrects: the last such document before it."""
    derniers: dict[str, str] = {}
    for piece in pieces:
        if "remplace" in piece:
            piece["remplace"] = derniers[piece["remplace"]]
        derniers[piece["type"]] = piece["id"]
    return pieces


def montant(centimes: int) -> str:
    """Cents as the contract writes euros."""
    return ecrire_centiemes(centimes)


def _en_donnees(valeur: Any) -> Any:
    """Plain JSON-ready data: days become strings."""
    if isinstance(valeur, date):
        return valeur.isoformat()
    if isinstance(valeur, Mapping):
        return {cle: _en_donnees(v) for cle, v in valeur.items()}
    if isinstance(valeur, list | tuple):
        return [_en_donnees(v) for v in valeur]
    return valeur


def _activite(employeur: Employeur) -> Piece:
    piece = {
        "type": "activite",
        "recue_le": employeur.debut,
        "activite": employeur.activite,
        "nature": "salarie",
        "contrat": employeur.contrat,
        "periodicite": employeur.periodicite,
        "debut": employeur.debut,
    }
    facultatifs = {"fin": employeur.fin, "motif_fin": employeur.motif_fin, "discontinu": employeur.discontinu}
    return piece | {champ: valeur for champ, valeur in facultatifs.items() if valeur}


def _affiliation(debut: date, fin: date | None) -> Piece:
    return {"type": "affiliation", "recue_le": debut, "regime": "general", "debut": debut} | (
        {"fin": fin} if fin else {}
    )


def _avis(avis: Avis, plan: Plan) -> Piece:
    prescrit_le = avis.prescrit_le or avis.debut
    return {
        "type": "avis_arret",
        "recue_le": plus_jours(prescrit_le, 1),
        "arret": avis.arret,
        "nature": "prolongation" if avis.prolongation else "initial",
        "risque": "maladie",
        "prescrit_le": prescrit_le,
        "envoye_le": min(prescrit_le, avis.fin),
        "debut": avis.debut,
        "fin": avis.fin,
        "activites": [
            e.activite
            for e in plan.employeurs
            if e.debut < avis.debut and (e.fin is None or e.fin >= avis.debut)
        ],
        **avis.champs,
    }


def _conge(conge: CongePris) -> Piece:
    piece = {
        "type": "conge",
        "recue_le": conge.recu_le or plus_jours(conge.debut, 2),
        "conge": conge.conge,
        "risque": conge.risque,
        "periodes": [{"debut": debut, "fin": fin} for debut, fin in conge.periodes],
    }
    objet = {"grossesse": conge.grossesse, "adoption": conge.adoption}
    return piece | {champ: nom for champ, nom in objet.items() if nom is not None}


def _attestation(employeur: Employeur, attestation: Attestation, plan: Plan) -> Piece:
    debut, _ = plan.bornes(attestation.arret)
    if attestation.risque is not None:
        debut = max(debut, plus_jours(attestation.dernier_jour_travaille, 1))
    piece = {
        "type": "attestation_salaire",
        "recue_le": plus_jours(debut, attestation.retard),
        "arret": attestation.arret,
        "activite": employeur.activite,
        "dernier_jour_travaille": attestation.dernier_jour_travaille,
        "paies": [
            {
                "debut": paie.debut,
                "fin": paie.fin,
                "brut": montant(paie.brut),
                "heures": None if paie.heures is None else ecrire_centiemes(paie.heures),
                "versee_le": paie.fin,
                **paie.champs,
            }
            for paie in attestation.paies
        ],
        "subrogations": list(attestation.subrogations),
    }
    if attestation.risque is not None:
        piece["risque"] = attestation.risque
    if attestation.accessoires:
        piece["accessoires"] = list(attestation.accessoires)
    for champ in ("heures_90_jours", "heures_365_jours"):
        centiemes = getattr(attestation, champ)
        if centiemes is not None:
            piece[champ] = ecrire_centiemes(centiemes)
    return (
        piece if attestation.subrogations else {cle: v for cle, v in piece.items() if cle != "subrogations"}
    )


def dernier_jour_de_reception(dossier: Mapping[str, Any]) -> date:
    """Last day on which a document of a written dossier was received."""
    return max(date.fromisoformat(piece["recue_le"]) for piece in dossier["pieces"])
