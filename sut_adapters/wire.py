"""One line of JSON: written so that any engine reads it, read so that nothing doubtful passes.

Purpose: the strictness that JSON libraries lack, and errors naming the field, the value and what is accepted.
"""

import json
import math
from datetime import date
from typing import Any, NoReturn, TypeVar

from pydantic import BaseModel, ValidationError

_Message = TypeVar("_Message", bound=BaseModel)


class BadMessage(ValueError):  # noqa: N818  # a message judged bad, not a failure of ours
    """A line that is not the message expected; the text says where and what is accepted."""


def excerpt(text: str, length: int = 160) -> str:
    """The beginning of a text, quoted, fit for one line of a reason."""
    return repr(text if len(text) <= length else text[: length - 1] + "…")


def encode(message: dict[str, Any]) -> str:
    """One line of ASCII JSON; days are written ISO.

    Raises ``TypeError`` or ``ValueError`` on what JSON cannot hold.
    """
    return _WRITER.encode(message)


def _iso_day(value: Any) -> str:
    if type(value) is date:  # what a YAML reader makes of an unquoted day
        return value.isoformat()
    raise TypeError(f"a dossier holds a {type(value).__name__}, which JSON cannot hold: {value!r}")


def decode(line: str) -> Any:
    """Read one line of strict JSON: no NaN nor infinity, no key twice, no broken Unicode.

    Raises ``BadMessage``.
    """
    if not line.strip():
        raise BadMessage("an empty line")
    if line[0] == "\ufeff":
        raise BadMessage("a byte order mark before the JSON")
    try:
        data = _READER.decode(line)
        if "\\u" in line:
            json.dumps(data, ensure_ascii=False).encode()
    except BadMessage:
        raise
    except RecursionError:
        raise BadMessage(f"JSON nested too deeply: {excerpt(line)}") from None
    except UnicodeEncodeError:
        raise BadMessage(f"half of a surrogate pair, which is no character: {excerpt(line)}") from None
    except ValueError as error:
        raise BadMessage(f"not JSON ({error}): {excerpt(line)}") from None
    return data


def _refuse_number(constant: str) -> NoReturn:
    raise BadMessage(f"{constant}, which is not JSON; accepted: finite numbers")


def _finite(literal: str) -> float:
    number = float(literal)
    if not math.isfinite(number):
        _refuse_number(literal)
    return number


def _distinct_keys(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    data = dict(pairs)
    if len(data) != len(pairs):
        names = [name for name, _ in pairs]
        raise BadMessage(
            f"the key {next(name for name in names if names.count(name) > 1)!r} twice in one object"
        )
    return data


# Built once: building them costs more than most messages.
_WRITER = json.JSONEncoder(separators=(",", ":"), allow_nan=False, default=_iso_day)
_READER = json.JSONDecoder(
    parse_constant=_refuse_number, parse_float=_finite, object_pairs_hook=_distinct_keys
)


def read_message(model: type[_Message], line: str) -> _Message:
    """Read one line as the message given.

    Raises ``BadMessage`` naming each field at fault and what is accepted.
    """
    try:
        return model.model_validate(decode(line))
    except ValidationError as error:
        raise BadMessage(describe(error)) from None


_REASONS = {
    "missing": "missing",
    "extra_forbidden": "unknown key",
    "model_type": "accepted: an object",
    "jour_mal_ecrit": "accepted: a day written YYYY-MM-DD",
    "jour_impossible": "accepted: a day that exists, written YYYY-MM-DD",
    "jour_absurde": "accepted: a day from 1900-01-01 to 2100-12-31",
    "fin_avant_debut": "ends before it begins",
}
"""Reasons that pydantic words poorly, or that the dossier's models word in French for case authors."""


def describe(error: ValidationError, at_most: int = 5) -> str:
    """Name the fields at fault, their values and what is accepted; the first few suffice."""
    details = error.errors(include_url=False)
    told = [
        f"{_path(detail['loc'])}: {_REASONS.get(detail['type'], detail['msg'])}{_value(detail)}"
        for detail in details[:at_most]
    ]
    if len(details) > at_most:
        told.append(f"and {len(details) - at_most} more")
    return "; ".join(told)


def _path(loc: tuple[int | str, ...]) -> str:
    path = "".join(f"[{key}]" if isinstance(key, int) else f".{key}" for key in loc)
    return path.removeprefix(".") or "message"


def _value(detail: Any) -> str:
    if detail["type"] == "missing" or isinstance(detail["input"], dict | list):
        return ""
    return f" (got {excerpt(str(detail['input']), 60)})"
