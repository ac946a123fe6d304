"""The model of a curated case: a dossier, a date, and what someone vouches for with a derivation."""

from datetime import date
from fractions import Fraction
from typing import Any, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from corpus.attendu import Attendu, LectureAttendue, ReponseFausse
from oracle.dossier import Dossier
from oracle.dossier.champs import Famille, Identifiant, Jour, Modele
from oracle.dossier.erreurs import lire_strictement


class Source(Modele):
    """Where the figures come from; ``url`` null only when the case is derived from the text."""

    rang: Literal["officiel", "jurisprudence", "professionnel", "derive"]
    titre: str = Field(min_length=3)
    url: str | None = Field(default=None, pattern=r"^https?://\S+$")
    consulte_le: Jour

    @model_validator(mode="after")
    def _adresse_d_une_source_publiee(self) -> Self:
        if self.rang != "derive" and self.url is None:
            raise PydanticCustomError("source_sans_adresse", "une source de ce rang donne son adresse")
        return self


class Signature(Modele):
    """Who vouches for the case, and when, over which content."""

    par: str
    le: Jour
    empreinte: str


class Etape(Modele):
    """One date of a history, and what is expected then."""

    au: Jour
    attendu: Attendu
    lectures: tuple[LectureAttendue, ...] = ()


class Cas(Modele):
    """A curated case. Exactly one of ``attendu`` and ``etapes``."""

    cas: Identifiant
    titre: str = Field(min_length=3)
    famille: Famille
    phenomene: str | None = None
    erreur_type: str | None = None
    consequence: str | None = None
    articles: tuple[str, ...] = Field(min_length=1)
    regles: tuple[str, ...] = Field(min_length=1)
    defauts: tuple[str, ...] = ()
    source: Source
    derivation: str = Field(min_length=3)
    statut: Literal["brouillon", "relu", "certifie"]
    signatures: tuple[Signature, ...] = ()
    dossier: Dossier
    au: Jour | None = None
    attendu: Attendu | None = None
    etapes: tuple[Etape, ...] = ()
    lectures: tuple[LectureAttendue, ...] = ()
    reponses_fausses: tuple[ReponseFausse, ...] = ()

    @model_validator(mode="after")
    def _attendu_ou_etapes(self) -> Self:
        if (self.attendu is None) == (not self.etapes):
            raise PydanticCustomError(
                "attendu_ou_etapes", "exactement un des champs « attendu » et « etapes » est attendu"
            )
        if self.statut == "certifie" and len({signature.par for signature in self.signatures}) < 2:
            raise PydanticCustomError("deux_signatures", "deux signatures différentes certifient un cas")
        return self

    @property
    def date_du_decompte(self) -> date:
        """``au`` when stated, otherwise the day the last document was received."""
        return self.au or max(piece.recue_le for piece in self.dossier.pieces)

    @property
    def questions(self) -> tuple[Etape, ...]:
        """The dates at which the case asks, with what it expects at each."""
        if self.attendu is None:
            return self.etapes
        return (Etape(au=self.date_du_decompte, attendu=self.attendu, lectures=self.lectures),)


def lire_cas(donnees: Any) -> Cas:
    """Read a case from plain data; raises ``DossierInvalide`` naming every field at fault as the file spells it."""
    return lire_strictement(Cas, donnees)


_MONTANTS = frozenset(
    [
        "montant_journalier",
        "montant",
        "brut",
        "csg",
        "crds",
        "net",
        "plafond",
        "base_journaliere",
        "du",
        "verse",
        "acomptes",
        "rappel",
        "indu",
        "rappel_prescrit",
        "indu_prescrit",
    ]
)


def montants_enonces(cas: Cas) -> dict[str, Fraction]:
    """Every figure a case states, by path: amounts in euros, and counts of days. Each must be derived."""
    trouves: dict[str, Fraction] = {}
    enonces: list[tuple[str, Attendu]] = [("attendu", cas.attendu)] if cas.attendu else []
    enonces += [(f"etapes[{rang}].attendu", etape.attendu) for rang, etape in enumerate(cas.etapes)]
    enonces += [(f"lectures[{rang}].attendu", autre.attendu) for rang, autre in enumerate(cas.lectures)]
    enonces += [
        (f"reponses_fausses[{rang}].attendu", fausse.attendu)
        for rang, fausse in enumerate(cas.reponses_fausses)
    ]
    for chemin, attendu in enonces:
        _parcourir(chemin, attendu.model_dump(exclude_unset=True, mode="python"), trouves)
    return trouves


def _parcourir(chemin: str, valeur: Any, trouves: dict[str, Fraction]) -> None:
    if isinstance(valeur, dict):
        for cle, sous in valeur.items():
            if (cle in _MONTANTS and isinstance(sous, str)) or (
                cle in ("jours", "ij_3_ans") and isinstance(sous, int)
            ):
                trouves[f"{chemin}.{cle}"] = Fraction(sous)
            else:
                _parcourir(f"{chemin}.{cle}", sous, trouves)
    elif isinstance(valeur, list | tuple):
        for rang, sous in enumerate(valeur):
            _parcourir(f"{chemin}[{rang}]", sous, trouves)
