"""An engine described by one TOML file: how it is reached, where, and how long it may take.

Purpose: plug an engine in without writing code, with errors that name the file, the key and what is accepted.
"""

import difflib
import os
import tomllib
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, TypeAdapter, ValidationError

from sut_adapters.engine import Engine, ValidateResult
from sut_adapters.transports import Transport
from sut_adapters.transports.command import CommandTransport
from sut_adapters.transports.python import python_transport
from sut_adapters.wire import excerpt

_Text = Annotated[str, StringConstraints(min_length=1, pattern=r"^[^\x00]+$")]
_Seconds = Annotated[float, Field(strict=True, gt=0, le=86_400, allow_inf_nan=False)]
_Dotted = Annotated[str, StringConstraints(pattern=r"^[^\W\d]\w*(\.[^\W\d]\w*)*$")]
_Variable = Annotated[str, StringConstraints(pattern=r"^[^=\x00]+$")]
_Value = Annotated[str, StringConstraints(pattern=r"^[^\x00]*$")]

_ACCEPTED = {
    "name": "a text",
    "transport": '"command" or "python"',
    "command": 'a list of texts, the program first, such as ["java", "-jar", "moteur.jar"]',
    "module": 'the name of a Python module, such as "moteur" or "paquet.moteur"',
    "callable": 'the name of a callable of the module, such as "liquider"',
    "interpreter": "a Python interpreter: a name found on PATH, or a path relative to this file",
    "path": "a list of folders that exist, relative to this file",
    "cwd": "a folder that exists, relative to this file",
    "env": 'a table of texts, such as { LANG = "C.UTF-8" }',
    "deadline_seconds": "a number of seconds above 0, at most 86400",
    "start_deadline_seconds": "a number of seconds above 0, at most 86400",
}


class DescriptorError(ValueError):
    """A descriptor cannot be used; each line names the file, the key, the value and what is accepted."""

    def __init__(self, file: Path, *problems: str) -> None:
        self.file = file
        self.problems = problems
        super().__init__("\n".join(f"{file}: {problem}" for problem in problems))


class _Descriptor(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    name: _Text
    cwd: Path = Path()
    env: dict[_Variable, _Value] = Field(default_factory=dict)
    deadline_seconds: _Seconds = 10.0
    start_deadline_seconds: _Seconds = 60.0


class CommandDescriptor(_Descriptor):
    """A program started from an argument list, in ``cwd``."""

    transport: Literal["command"]
    command: Annotated[tuple[_Text, ...], Field(min_length=1)]

    def start(self) -> Transport:
        """Start the program. Raises ``CannotStart``."""
        return CommandTransport(self.command, cwd=self.cwd, env=dict(os.environ) | self.env)


class PythonDescriptor(_Descriptor):
    """A Python callable, run by ``interpreter`` (étalon's own when None) with ``path`` first on its path."""

    transport: Literal["python"]
    module: _Dotted
    callable: _Dotted
    interpreter: _Text | None = None
    path: tuple[Path, ...] = (Path(),)

    def start(self) -> Transport:
        """Start the interpreter. Raises ``CannotStart``."""
        target = f"{self.module}:{self.callable}"
        return python_transport(
            target, interpreter=self.interpreter, path=self.path, cwd=self.cwd, env=self.env
        )


Descriptor = CommandDescriptor | PythonDescriptor
_READER: TypeAdapter[Descriptor] = TypeAdapter(Annotated[Descriptor, Field(discriminator="transport")])
_KEYS = {
    "command": list(CommandDescriptor.model_fields),
    "python": list(PythonDescriptor.model_fields),
}


def read_descriptor(file: Path) -> Descriptor:
    """Read a TOML file; folders come back absolute. Raises ``DescriptorError``."""
    try:
        data = tomllib.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise DescriptorError(file, f"cannot be read: {error.strerror}") from None
    except UnicodeDecodeError as error:
        raise DescriptorError(file, f"is not UTF-8: {error}") from None
    except tomllib.TOMLDecodeError as error:
        raise DescriptorError(file, f"is not TOML: {error}") from None
    try:
        descriptor = _READER.validate_python(data)
    except ValidationError as error:
        raise DescriptorError(file, *(_problem(detail, data) for detail in error.errors())) from None
    return _located(descriptor, file)


def open_engine(
    descriptor: Descriptor, *, batch: int = 1, validate_result: ValidateResult | None = None
) -> Engine:
    """The engine that a descriptor describes, not started yet: enter it with ``with``."""
    return Engine(
        descriptor.start,
        deadline_seconds=descriptor.deadline_seconds,
        start_deadline_seconds=descriptor.start_deadline_seconds,
        batch=batch,
        validate_result=validate_result,
    )


def _problem(detail: Any, data: dict[str, Any]) -> str:
    """One fault that pydantic found, told by key: what was written, and what is accepted."""
    if detail["type"] in ("union_tag_invalid", "union_tag_not_found"):
        key, kind = "transport", "missing" if "transport" not in data else ""
    else:
        key, kind = str(detail["loc"][1]), detail["type"]
    if kind == "missing":
        return f"{key}: missing; accepted: {_ACCEPTED[key]}"
    if key not in _ACCEPTED or kind == "extra_forbidden":
        accepted = _KEYS[data["transport"]]
        near = difflib.get_close_matches(key, accepted, n=1)
        hint = f"did you mean {near[0]}? " if near else ""
        return f"{key}: unknown key; {hint}accepted with this transport: {', '.join(accepted)}"
    return f"{key}: got {excerpt(str(data[key]), 60)}; accepted: {_ACCEPTED[key]}"


def _located(descriptor: Descriptor, file: Path) -> Descriptor:
    """The same descriptor with absolute paths, for it may be used from any folder."""
    home = file.absolute().parent
    moved: dict[str, Any] = {"cwd": home / descriptor.cwd}
    missing = [] if moved["cwd"].is_dir() else [("cwd", descriptor.cwd)]
    if isinstance(descriptor, PythonDescriptor):
        moved["path"] = tuple(home / folder for folder in descriptor.path)
        missing += [("path", folder) for folder in descriptor.path if not (home / folder).exists()]
        if descriptor.interpreter is not None and os.sep in descriptor.interpreter:
            moved["interpreter"] = str(home / descriptor.interpreter)
            if not (home / descriptor.interpreter).is_file():
                missing.append(("interpreter", Path(descriptor.interpreter)))
    if missing:
        told = (f"{key}: got {excerpt(str(path), 60)}; accepted: {_ACCEPTED[key]}" for key, path in missing)
        raise DescriptorError(file, *told)
    return descriptor.model_copy(update=moved)
