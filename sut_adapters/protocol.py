"""Messages between étalon and an engine: one JSON object a line, one answer a request, the same ``seq``.

Purpose: the single definition of what travels, from which the published JSON Schemas are generated.
``protocole.md`` tells the same to an engine's author, in words and examples.
"""

from typing import Annotated, Any, Literal, TypeVar, get_args

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    StrictBool,
    StrictInt,
    StringConstraints,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import PydanticCustomError

from oracle.dossier import TYPES_DE_PIECE
from oracle.dossier.champs import Famille, Jour, Modele

PROTOCOLE = 1
"""The version of the protocol that étalon speaks."""

ISSUES = ("resultat", "refus", "hors_champ", "erreur")
"""The four ways to answer a case; a ``Reponse`` holds exactly one."""

ChampRendu = Literal[
    "decisions",
    "periodes",
    "taux",
    "bases",
    "compteurs",
    "forfaits",
    "soldes",
    "prelevements",
    "ordres",
    "courriers",
]
FAMILLES: tuple[Famille, ...] = tuple(sorted(get_args(Famille)))

_Item = TypeVar("_Item", bound=str)


def _canonical(items: tuple[_Item, ...]) -> tuple[_Item, ...]:
    """Sorted and without repeats, so that an engine building its lists from sets repeats itself."""
    return tuple(sorted(set(items)))


def _spoken(protocole: int) -> int:
    if protocole != PROTOCOLE:
        raise PydanticCustomError(
            "protocole", "the engine speaks another protocol; accepted: {ours}", {"ours": PROTOCOLE}
        )
    return protocole


def _known_piece(name: str) -> str:
    if name not in TYPES_DE_PIECE:
        raise PydanticCustomError("piece", "accepted: {accepted}", {"accepted": ", ".join(TYPES_DE_PIECE)})
    return name


TypeDePiece = Annotated[
    str, AfterValidator(_known_piece), WithJsonSchema({"type": "string", "enum": list(TYPES_DE_PIECE)})
]
Protocole = Annotated[StrictInt, AfterValidator(_spoken), WithJsonSchema({"const": PROTOCOLE})]
Nom = Annotated[str, StringConstraints(min_length=1, max_length=200)]
NomDeLecture = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
ValeursDeLecture = Annotated[tuple[Nom, ...], Field(min_length=1), AfterValidator(_canonical)]
Limite = StrictBool | StrictInt | str
Seq = Annotated[StrictInt, Field(ge=0)]


class Periode(Modele):
    """The event dates an engine knows the law of, both ends included; null is open."""

    debut: Jour | None = None
    fin: Jour | None = None


class Capacites(Modele):
    """What an engine claims to handle; a key left out claims no limit, or nothing special.

    ``lectures`` gives the readings that it can be told, each with the values that it accepts.
    ``enveloppe`` holds simple limits that hold over the rest, such as ``{"employeurs_max": 1}``.
    """

    champs_rendus: Annotated[tuple[ChampRendu, ...], Field(min_length=1), AfterValidator(_canonical)]
    familles: Annotated[tuple[Famille, ...], Field(min_length=1), AfterValidator(_canonical)] = FAMILLES
    periode: Periode = Periode()
    pieces: Annotated[tuple[TypeDePiece, ...], AfterValidator(_canonical)] = tuple(sorted(TYPES_DE_PIECE))
    lectures: dict[NomDeLecture, ValeursDeLecture] = Field(default_factory=dict)
    historique: Literal["aucun", "complet", "incremental"] = "aucun"
    montants_non_arrondis: StrictBool = False
    enveloppe: dict[NomDeLecture, Limite] = Field(default_factory=dict)


class HelloRequest(Modele):
    """First message of every process: who are you, and what do you handle?"""

    op: Literal["hello"] = "hello"
    seq: Seq
    protocole: Protocole = PROTOCOLE


class HelloResponse(Modele):
    """The engine's name, version and claims."""

    seq: Seq
    nom: Nom
    version: Nom
    protocole: Protocole
    capacites: Capacites


class Demande(Modele):
    """One case to compute: its id, a dossier and the date at which the décompte is wanted."""

    cas: Nom
    dossier: dict[str, Any]
    au: Jour


class LiquiderRequest(Modele):
    """Compute these cases; ``lectures`` is sent only to engines that declare some."""

    op: Literal["liquider"] = "liquider"
    seq: Seq
    dossiers: Annotated[tuple[Demande, ...], Field(min_length=1)]
    lectures: dict[NomDeLecture, Nom] = Field(default_factory=dict)


class Motif(Modele):
    """Why an engine refuses a dossier, or leaves it to others."""

    motif: Annotated[str, StringConstraints(min_length=1)]


class Erreur(Modele):
    """What went wrong inside the engine, in its own words."""

    message: str


def _publish_exactly_one(schema: dict[str, Any]) -> None:
    """Say in JSON Schema what ``Reponse`` checks: one of four keys, and never null."""
    for issue in ISSUES:
        schema["properties"][issue] = next(
            branch for branch in schema["properties"][issue]["anyOf"] if branch.get("type") != "null"
        )
    schema["oneOf"] = [{"required": [issue]} for issue in ISSUES]


class Reponse(Modele):
    """The answer to one case: exactly one of ``resultat``, ``refus``, ``hors_champ``, ``erreur``."""

    model_config = ConfigDict(json_schema_extra=_publish_exactly_one)

    cas: Nom
    resultat: dict[str, Any] | None = None
    refus: Motif | None = None
    hors_champ: Motif | None = None
    erreur: Erreur | None = None

    @model_validator(mode="before")
    @classmethod
    def _exactly_one(cls, data: Any) -> Any:
        if isinstance(data, dict):
            present = [issue for issue in ISSUES if issue in data]
            if len(present) != 1 or data[present[0]] is None:
                raise PydanticCustomError(
                    "exactly_one",
                    "holds {present}; accepted: exactly one of {issues}, the others left out, not null",
                    {"present": ", ".join(present) or "none", "issues": ", ".join(ISSUES)},
                )
        return data


class LiquiderResponse(Modele):
    """One answer for each case asked, in any order."""

    seq: Seq
    reponses: tuple[Reponse, ...]


class ByeRequest(Modele):
    """Last message; the engine answers and ends."""

    op: Literal["bye"] = "bye"
    seq: Seq


class ByeResponse(Modele):
    """Acknowledges the end."""

    seq: Seq


_PUBLISHED: dict[str, type[BaseModel]] = {
    "hello_request": HelloRequest,
    "hello_response": HelloResponse,
    "capacites": Capacites,
    "liquider_request": LiquiderRequest,
    "reponse": Reponse,
    "liquider_response": LiquiderResponse,
    "bye_request": ByeRequest,
    "bye_response": ByeResponse,
}


def protocol_schemas() -> dict[str, dict[str, Any]]:
    """JSON Schema (draft 2020-12) of each message, under the name it is published by."""
    draft = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    return {name: draft | model.model_json_schema() for name, model in _PUBLISHED.items()}
