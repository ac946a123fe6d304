"""Reading a case, or a bare dossier, that a user names: a path, or the id of a packaged case."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

from corpus.catalogue import dossier_par_defaut, fichiers
from corpus.format import lire_cas
from corpus.lecteur import lire_fichier
from harness.cli.words import fail
from oracle.dossier import Dossier, DossierInvalide, lire_dossier
from oracle.lectures import verifier_les_lectures


@dataclass(frozen=True)
class Asked:
    """A dossier to compute, and the date its file proposes."""

    dossier: Dossier
    au: date | None
    titre: str


def read_asked(name: str) -> Asked:
    """Read a case file, a dossier file (YAML or JSON), or a case of the corpus by its id; explain and exit otherwise."""
    path = Path(name)
    if not path.exists() and path.suffix == "":
        return _by_id(name)
    try:
        data = lire_fichier(path)
        if isinstance(data, dict) and "cas" in data:
            cas = lire_cas(data)
            return Asked(cas.dossier, cas.questions[-1].au, cas.titre)
        if isinstance(data, dict) and "dossier" in data:
            jour = data.get("au")
            return Asked(
                lire_dossier(data["dossier"]), parse_day(jour) if isinstance(jour, str) else None, path.stem
            )
        return Asked(lire_dossier(data), None, path.stem)
    except DossierInvalide as invalid:
        refuse(path, invalid)


def _by_id(name: str) -> Asked:
    """A case bears the name of its file; only that file is read."""
    path = next((file for file in fichiers([dossier_par_defaut()]) if file.stem == name), None)
    if path is None:
        fail(
            f"« {name} » n'est ni un fichier ni un cas du corpus ; un chemin .yaml ou .json, ou un nom comme MAL-0001, est attendu"
        )
    return read_asked(str(path))


def require_cases(folders: Sequence[Path]) -> None:
    """Stop with exit code 2 unless every folder is there and some case is in them."""
    missing = [folder for folder in folders if not folder.is_dir()]
    if missing:
        fail(f"{missing[0]} n'est pas un dossier ; un dossier de cas .yaml est attendu")
    if not fichiers(folders):
        fail(f"aucun cas .yaml dans {', '.join(map(str, folders))}")


def refuse(path: Path, invalid: DossierInvalide) -> NoReturn:
    """Print each problem of a file on its line and exit with code 2."""
    fail(f"{path} n'est pas recevable\n" + "\n".join(f"  {problem}" for problem in invalid.problemes))


def parse_day(text: str) -> date:
    """A day given on the command line or in a file."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        fail(f"« {text} » n'est pas un jour ; AAAA-MM-JJ est attendu, par exemple 2025-04-03")


def parse_readings(pairs: list[str]) -> dict[str, str]:
    """Readings given as NAME=VALUE, checked against those that exist."""
    chosen: dict[str, str] = {}
    for pair in pairs:
        name, equal, value = pair.partition("=")
        if not equal:
            fail(f"--lecture {pair} : NOM=VALEUR est attendu, par exemple arrondi_ij=troncature")
        chosen[name] = value
    try:
        return verifier_les_lectures(chosen)
    except DossierInvalide as unknown:
        fail(str(unknown))


def as_json(data: Any) -> str:
    """Readable JSON, accents kept."""
    return json.dumps(data, ensure_ascii=False, indent=2)
