"""The messages: what they admit and refuse, in which words; the examples of the written protocol."""

import json
import re
from importlib import resources
from typing import Any, get_args

import pytest
from pydantic import BaseModel, ValidationError

from oracle.decompte import Decompte, lire_decompte
from oracle.dossier import TYPES_DE_PIECE, lire_dossier
from sut_adapters.protocol import (
    FAMILLES,
    ByeRequest,
    ByeResponse,
    Capacites,
    ChampRendu,
    HelloRequest,
    HelloResponse,
    LiquiderRequest,
    LiquiderResponse,
    Reponse,
    protocol_schemas,
)
from sut_adapters.wire import BadMessage, decode, encode, read_message

HELLO: dict[str, Any] = {
    "seq": 0,
    "nom": "x",
    "version": "1",
    "protocole": 1,
    "capacites": {"champs_rendus": ["taux"]},
}


def hello_with(**capacites: Any) -> str:
    return json.dumps(HELLO | {"capacites": {"champs_rendus": ["taux"]} | capacites})


def refusal_of(model: type[BaseModel], message: Any) -> str:
    with pytest.raises(BadMessage) as caught:
        read_message(model, message if isinstance(message, str) else json.dumps(message))
    return str(caught.value)


def test_a_capability_left_out_claims_no_limit() -> None:
    claims = Capacites(champs_rendus=("taux",))
    assert claims.familles == FAMILLES
    assert set(claims.pieces) == set(TYPES_DE_PIECE)
    assert (claims.periode.debut, claims.periode.fin) == (None, None)
    assert claims.historique == "aucun"
    assert (claims.lectures, claims.enveloppe, claims.montants_non_arrondis) == ({}, {}, False)


def test_the_order_and_the_repeats_of_a_list_of_claims_do_not_count() -> None:
    one = read_message(HelloResponse, hello_with(champs_rendus=["taux", "periodes", "taux"]))
    assert one == read_message(HelloResponse, hello_with(champs_rendus=["periodes", "taux"]))


def test_an_envelope_holds_booleans_numbers_and_texts_as_they_are_written() -> None:
    limits = {"salaire_constant": True, "employeurs_max": 1, "arrets_max": 1, "devise": "EUR"}
    read = read_message(HelloResponse, hello_with(enveloppe=limits)).capacites.enveloppe
    assert read == limits
    assert read["salaire_constant"] is True
    assert type(read["employeurs_max"]) is int


@pytest.mark.parametrize(
    ("capacites", "named"),
    [
        ({"familles": ["maladies"]}, ["capacites.familles[0]", "'maladies'", "maternite"]),
        ({"pieces": ["avis"]}, ["capacites.pieces[0]", "'avis'", "avis_arret"]),
        ({"champs_rendus": []}, ["capacites.champs_rendus", "at least 1"]),
        ({"champs_rendus": ["au"]}, ["capacites.champs_rendus[0]", "'au'", "periodes"]),
        ({"historique": "partiel"}, ["capacites.historique", "'partiel'", "incremental"]),
        ({"periode": {"debut": "2025"}}, ["capacites.periode.debut", "'2025'", "YYYY-MM-DD"]),
        ({"periode": {"debut": "2025-02-30"}}, ["capacites.periode.debut", "a day that exists"]),
        ({"periode": {"debut": "2025-01-02", "fin": "2025-01-01"}}, ["capacites.periode.fin", "ends before"]),
        ({"lectures": {"arrondi_ij": []}}, ["capacites.lectures.arrondi_ij", "at least 1"]),
        ({"lectures": {"Arrondi": ["x"]}}, ["capacites.lectures.Arrondi"]),
        ({"enveloppe": {"employeurs_max": 1.5}}, ["capacites.enveloppe.employeurs_max", "'1.5'"]),
        ({"enveloppe": {"employeurs_max": None}}, ["capacites.enveloppe.employeurs_max"]),
        ({"montants_non_arrondis": "oui"}, ["capacites.montants_non_arrondis", "'oui'"]),
        ({"capacite": 1}, ["capacites.capacite", "unknown key"]),
    ],
)
def test_a_wrong_claim_is_refused_by_name_with_what_is_accepted(
    capacites: dict[str, Any], named: list[str]
) -> None:
    told = refusal_of(HelloResponse, hello_with(**capacites))
    assert [part for part in named if part not in told] == []


@pytest.mark.parametrize("protocole", [2, 0, True, "1", 1.0])
def test_another_protocol_is_refused(protocole: Any) -> None:
    assert refusal_of(HelloResponse, HELLO | {"protocole": protocole}).startswith("protocole: ")


@pytest.mark.parametrize("seq", [-1, True, 1.0, "1", None])
def test_a_seq_is_a_whole_number(seq: Any) -> None:
    assert refusal_of(LiquiderResponse, {"seq": seq, "reponses": []}).startswith("seq: ")


@pytest.mark.parametrize("issue", ["resultat", "refus", "hors_champ", "erreur"])
def test_each_way_to_answer_stands_alone(issue: str) -> None:
    content = {
        "resultat": {},
        "refus": {"motif": "m"},
        "hors_champ": {"motif": "m"},
        "erreur": {"message": ""},
    }
    alone = {"cas": "k", issue: content[issue]}
    assert getattr(read_message(Reponse, json.dumps(alone)), issue) is not None
    for other in content.keys() - {issue}:
        assert "exactly one of" in refusal_of(Reponse, alone | {other: content[other]})
        assert "exactly one of" in refusal_of(Reponse, alone | {other: None})


@pytest.mark.parametrize("answer", [{}, {"resultat": None}, {"refus": None}])
def test_an_answer_without_content_is_refused(answer: dict[str, Any]) -> None:
    assert "exactly one of" in refusal_of(Reponse, {"cas": "k"} | answer)


def test_a_refusal_gives_its_reason() -> None:
    assert refusal_of(Reponse, {"cas": "k", "refus": {}}) == "refus.motif: missing"
    assert refusal_of(Reponse, {"cas": "k", "refus": {"motif": ""}}).startswith("refus.motif: ")


def test_messages_cannot_be_changed_once_read() -> None:
    answer = read_message(ByeResponse, '{"seq":2}')
    with pytest.raises(ValidationError):
        setattr(answer, "seq", 3)  # noqa: B010  # written plainly, the type checker forbids it already


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("", "an empty line"),
        ("  ", "an empty line"),
        ("Loading…", "not JSON"),
        ('{"seq":1', "not JSON"),
        ('{"seq":1}{"seq":2}', "not JSON"),
        ('{"x":NaN}', "NaN"),
        ('{"x":-Infinity}', "-Infinity"),
        ('{"x":1e999}', "1e999"),
        ('{"seq":1,"seq":2}', "'seq' twice"),
        ('{"x":"\\ud800"}', "surrogate"),
        ("[" * 100_000, "nested too deeply"),
        ("9" * 5000, "not JSON"),
        ("\ufeff{}", "byte order mark"),
    ],
)
def test_a_doubtful_line_is_refused_in_clear_words(line: str, told: str) -> None:
    with pytest.raises(BadMessage, match=re.escape(told)):
        decode(line)


def test_a_long_line_is_quoted_in_part_only() -> None:
    with pytest.raises(BadMessage) as caught:
        decode("x" * 100_000)
    assert len(str(caught.value)) < 400


def test_a_message_that_is_no_object_is_refused() -> None:
    assert refusal_of(LiquiderResponse, "[]") == "message: accepted: an object"


def test_many_faults_are_told_a_few_at_a_time() -> None:
    told = refusal_of(LiquiderResponse, {"seq": 1, "reponses": [{"cas": "k"}] * 40})
    assert told.endswith("and 35 more")


def test_a_request_is_one_line_of_ascii_whatever_the_dossier_holds() -> None:
    line = encode({"texte": "ligne\nété 🩺 \u2028"})
    assert line.isascii()
    assert "\n" not in line
    assert decode(line) == {"texte": "ligne\nété 🩺 \u2028"}


def test_what_json_cannot_hold_is_not_sent() -> None:
    with pytest.raises(TypeError, match="set"):
        encode({"x": {1, 2}})
    with pytest.raises(ValueError, match="not JSON compliant"):
        encode({"x": float("nan")})


def test_the_fields_an_engine_may_render_are_those_of_the_decompte() -> None:
    of_ours = {"au", "lectures", "avertissements"}
    assert set(get_args(ChampRendu)) == Decompte.model_fields.keys() - of_ours


def test_a_schema_is_published_for_each_message() -> None:
    schemas = protocol_schemas()
    assert schemas.keys() == {
        "hello_request",
        "hello_response",
        "capacites",
        "liquider_request",
        "reponse",
        "liquider_response",
        "bye_request",
        "bye_response",
    }
    assert all(schema["additionalProperties"] is False for schema in schemas.values())
    assert json.loads(json.dumps(schemas)) == schemas


def test_the_schema_of_an_answer_asks_for_exactly_one_content_and_never_null() -> None:
    schema = protocol_schemas()["reponse"]
    assert schema["oneOf"] == [{"required": [name]} for name in ("resultat", "refus", "hors_champ", "erreur")]
    assert "null" not in json.dumps(schema)
    assert schema["required"] == ["cas"]


def test_every_example_of_the_written_protocol_is_a_message() -> None:
    text = resources.files("sut_adapters").joinpath("protocole.md").read_text(encoding="utf-8")
    requests: dict[str, type[BaseModel]] = {
        "hello": HelloRequest,
        "liquider": LiquiderRequest,
        "bye": ByeRequest,
    }
    responses: dict[str, type[BaseModel]] = {
        "hello": HelloResponse,
        "liquider": LiquiderResponse,
        "bye": ByeResponse,
    }
    exchanges = re.findall(r"^→ (.+)\n← (.+)$", text, re.MULTILINE)
    assert len(exchanges) == len(re.findall("^[→←]", text, re.MULTILINE)) / 2
    seen = set()
    for asked, answered in exchanges:
        op = json.loads(asked)["op"]
        request = read_message(requests[op], asked)
        response = read_message(responses[op], answered)
        assert request.model_dump()["seq"] == response.model_dump()["seq"]
        seen.add(op)
        if isinstance(request, LiquiderRequest) and isinstance(response, LiquiderResponse):
            for demande, reponse in zip(request.dossiers, response.reponses, strict=True):
                seen |= reponse.model_fields_set
                lire_dossier(demande.dossier)
                lire_decompte(reponse.resultat or {})
    assert seen == {"hello", "liquider", "bye", "cas", "resultat", "refus", "hors_champ", "erreur"}


def test_the_written_protocol_shows_every_capability() -> None:
    text = resources.files("sut_adapters").joinpath("protocole.md").read_text(encoding="utf-8")
    hello = next(
        json.loads(line[2:]) for line in text.splitlines() if '"capacites"' in line and line[0] == "←"
    )
    assert hello["capacites"].keys() == Capacites.model_fields.keys()
