"""The record of a run, one JSON object a line: a header, one line per case, the findings, a footer.

Lines are appended as answers come, so that nothing judged is lost; a report is a function of this file alone.
A file without footer is an interrupted run, and says so.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import IO, Any, Self

from harness.divergence import Divergence
from harness.planning import Planned
from harness.verdict import Judgement

RESULTS = "results.jsonl"
_STDERR_KEPT = 4_000


class RunUnreadable(Exception):  # noqa: N818  # about a file of the user's, named as the message names it
    """The folder holds no readable run; the message says what is wrong."""


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Fraction):
        return str(value)
    if isinstance(value, tuple | set | frozenset):
        return list(value)
    raise TypeError(f"a {type(value).__name__} has no place in a record")


def divergence_data(divergence: Divergence) -> dict[str, Any]:
    """A divergence as data; ``ecart`` in cents, exact, as text."""
    return {k: v for k, v in vars(divergence).items() if v is not None}


def case_data(question: Planned, judgement: Judgement) -> dict[str, Any]:
    """One line of the record: enough to read the verdict, replay the case and judge it again."""
    return {
        "type": "case",
        "id": question.id,
        "suite": question.suite,
        "titre": question.titre,
        "famille": question.famille,
        "regles": question.regles,
        "au": question.au,
        "verdict": judgement.verdict,
        "lectures": dict(judgement.lectures),
        "divergences": [divergence_data(d) for d in judgement.divergences],
        "ecart": judgement.ecart,
        "detail": judgement.detail,
        "resultat": judgement.resultat,
        "seconds": round(judgement.seconds, 6),
        "stderr": judgement.stderr[-_STDERR_KEPT:],
        "dossier": question.dossier.model_dump(mode="json", exclude_defaults=True),
        "source": question.source,
    }


@dataclass
class Recorder:
    """Appends lines to a run folder, private to its owner."""

    folder: Path
    _file: IO[str] | None = field(default=None, repr=False)

    def __enter__(self) -> Self:
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        self.folder.chmod(0o700)
        self._file = (self.folder / RESULTS).open("w", encoding="utf-8")
        return self

    def __exit__(self, *_: object) -> None:
        if self._file is not None:
            self._file.close()

    def write(self, line: Mapping[str, Any]) -> None:
        """Append one line and hand it to the system at once."""
        assert self._file is not None, "a recorder is used in a with statement"  # noqa: S101  # misuse, not input
        self._file.write(json.dumps(line, ensure_ascii=False, default=_plain) + "\n")
        self._file.flush()


@dataclass(frozen=True)
class StoredRun:
    """A run read back; ``footer`` empty when it was interrupted."""

    folder: Path
    header: dict[str, Any]
    cases: list[dict[str, Any]]
    findings: list[dict[str, Any]]
    footer: dict[str, Any]
    witnesses: list[dict[str, Any]] = field(default_factory=list)

    def find(self, name: str) -> dict[str, Any] | None:
        """The line of a question, or of a reduced witness, by its id."""
        return next((line for line in (*self.cases, *self.witnesses) if line["id"] == name), None)

    @property
    def valid(self) -> bool:
        """Every planned question was judged."""
        return bool(self.footer) and self.footer["planned"] == self.footer["judged"] == len(self.cases)


def read_run(folder: Path) -> StoredRun:
    """Read a run folder back. Raises ``RunUnreadable``."""
    path = folder / RESULTS
    if not path.is_file():
        raise RunUnreadable(f"{folder}: no {RESULTS} here; accepted: the folder that a run wrote (--out)")
    try:
        lines = list(_lines(path))
    except UnicodeDecodeError:
        raise RunUnreadable(f"{path}: not UTF-8; this is not a run of étalon") from None
    header = next((line for line in lines if line.get("type") == "header"), None)
    if header is None or not {"engine", "planned", "capacites"} <= header.keys():
        raise RunUnreadable(f"{path}: no header line; this is not a run of étalon")
    return StoredRun(
        folder,
        header,
        [line for line in lines if line.get("type") == "case"],
        [line for line in lines if line.get("type") == "finding"],
        next((line for line in lines if line.get("type") == "footer"), {}),
        [line for line in lines if line.get("type") == "witness"],
    )


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as file:
        for number, line in enumerate(file, start=1):
            try:
                data = json.loads(line)
            except ValueError:
                if line.endswith("\n"):
                    raise RunUnreadable(f"{path}, line {number}: not JSON") from None
                return  # the last line of a run that was cut
            if not isinstance(data, dict):
                raise RunUnreadable(f"{path}, line {number}: not a line of a run")
            yield data
