"""The published JSON Schemas: generated from the models, so that an engine in any language can validate."""

import json
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from corpus.format import Cas
from harness.selftest_report import SelfTest
from oracle.decompte import Decompte
from oracle.dossier import Dossier
from sut_adapters.protocol import protocol_schemas

_DIALECT = {"$schema": "https://json-schema.org/draft/2020-12/schema"}


def _schema(model: type[BaseModel]) -> dict[str, Any]:
    return _DIALECT | model.model_json_schema()


def _output(model: type[BaseModel]) -> dict[str, Any]:
    return _DIALECT | model.model_json_schema(mode="serialization")


def _message(name: str) -> dict[str, Any]:
    return protocol_schemas()[name]


SCHEMAS: dict[str, Callable[[], dict[str, Any]]] = {
    "cas": partial(_schema, Cas),
    "dossier": partial(_schema, Dossier),
    "decompte": partial(_schema, Decompte),
    **{f"protocole.{name}": partial(_message, name) for name in protocol_schemas()},
}
"""Each published schema, by the name of its file."""

OUTPUTS: dict[str, Callable[[], dict[str, Any]]] = {"self-test": partial(_output, SelfTest)}
"""What commands print with ``--json``, by command: for whoever reads étalon's results, not for an engine."""


def write_schemas(folder: Path) -> list[Path]:
    """Write every schema as ``NAME.schema.json``; returns the files written."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, build in sorted(SCHEMAS.items()):
        path = folder / f"{name}.schema.json"
        path.write_text(render(build()), encoding="utf-8")
        written.append(path)
    return written


def render(schema: dict[str, Any]) -> str:
    """A schema as text, stable from one machine to another."""
    return json.dumps(schema, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
