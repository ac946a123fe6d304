"""Reading of YAML and JSON files: plain data, dates left as written, so that every error names its field."""

from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.constructor import SafeConstructor
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from oracle.dossier import DossierInvalide, Probleme

TAILLE_MAXIMALE = 4_000_000
"""Bytes of the largest file read: a case is a page, not a database."""


class _DatesTellesQuEcrites(SafeConstructor):
    """Keeps days as text: the model reads them, and says which field holds an impossible one."""


_DatesTellesQuEcrites.add_constructor("tag:yaml.org,2002:timestamp", SafeConstructor.construct_yaml_str)


def lire_yaml(texte: str) -> Any:
    """Parse YAML (hence JSON) into plain data; raises ``DossierInvalide`` with the line of a syntax error."""
    yaml = YAML(typ="safe", pure=True)
    yaml.Constructor = _DatesTellesQuEcrites
    try:
        return yaml.load(texte)
    except MarkedYAMLError as erreur:
        ligne = erreur.problem_mark.line + 1 if erreur.problem_mark else "?"
        raise DossierInvalide(
            [Probleme(f"ligne {ligne}", "", f"YAML illisible : {erreur.problem}")]
        ) from None
    except (YAMLError, ValueError, RecursionError) as erreur:
        raise DossierInvalide([Probleme("", "", f"YAML illisible : {erreur}")]) from None


def lire_fichier(chemin: Path) -> Any:
    """Parse a file; raises ``DossierInvalide`` when it is missing, too large, not UTF-8 or not YAML."""
    try:
        brut = chemin.read_bytes()
    except OSError as erreur:
        raise DossierInvalide([Probleme(str(chemin), "", f"fichier illisible : {erreur.strerror}")]) from None
    if len(brut) > TAILLE_MAXIMALE:
        raise DossierInvalide(
            [Probleme(str(chemin), "", f"fichier de plus de {TAILLE_MAXIMALE // 1_000_000} Mo")]
        )
    try:
        texte = brut.decode("utf-8")
    except UnicodeDecodeError:
        raise DossierInvalide([Probleme(str(chemin), "", "fichier qui n'est pas en UTF-8")]) from None
    return lire_yaml(texte)
