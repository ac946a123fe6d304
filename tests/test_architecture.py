"""The house rules of the code: arrows between rooms, circles, names, sizes, and what a rule of law may write.

Each check is a function over sources, shown to find the fault in a made-up one, then run on the real ones.
"""

import ast
import sys
from collections.abc import Callable, Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

RACINE = Path(__file__).parent.parent
PIECES_DE_LA_MAISON = ("oracle", "properties", "corpus", "sut_adapters", "harness", "notebooks", "tests")
LIGNES_AU_PLUS = 400

MOTEURS = "sut_adapters.moteurs"
LE_RESTE = ("oracle", "properties", "corpus", "sut_adapters")
PERMIS: dict[str, tuple[str, ...]] = {
    "oracle": (),
    "properties": ("oracle",),
    "corpus": ("oracle",),
    "sut_adapters": ("oracle.dossier", "oracle.decompte"),
    "sut_adapters.moteurs": ("oracle", "sut_adapters"),
    "harness": (*LE_RESTE, "sut_adapters.moteurs"),
    "notebooks": ("harness",),
    "tests": (*LE_RESTE, "sut_adapters.moteurs", "harness"),
}
"""For each room, the modules it may import beside its own."""

MODULES_DE_DROIT = (
    "droits",
    "assimilation",
    "salaires",
    "retablissement",
    "maladie",
    "temps_partiel",
    "controles",
    "pensions",
    "famille.duree",
    "famille.perte",
    "famille.pathologie",
    "famille.ouverture",
    "famille.montant",
    "famille.cumul",
    "famille.paternite",
    "famille.adoption",
    "famille.naissance",
    "famille.deuil",
    "famille.independants",
    "atmp.reconnaissance",
    "atmp.duree",
    "atmp.salaire",
    "atmp.montant",
    "atmp.temps_partiel",
    "atmp.inaptitude",
    "independants",
    "coordination",
    "destinataires",
    "prelevements",
    "compte",
)
"""Modules of the oracle that hold rules of law and nothing else; later branches are named in advance."""

Sources = Mapping[str, str]


def nom_de_module(chemin: Path) -> str:
    """``oracle/dossier/__init__.py`` is ``oracle.dossier``."""
    morceaux = chemin.relative_to(RACINE).with_suffix("").parts
    return ".".join(morceaux[:-1] if morceaux[-1] == "__init__" else morceaux)


def fichiers() -> Iterator[Path]:
    """Every Python file of the house."""
    for piece in PIECES_DE_LA_MAISON:
        yield from (f for f in sorted((RACINE / piece).rglob("*.py")) if "node_modules" not in f.parts)


@pytest.fixture(scope="module")
def sources() -> Sources:
    return {nom_de_module(fichier): fichier.read_text(encoding="utf-8") for fichier in fichiers()}


def piece_de(module: str) -> str:
    """The room of a module; engines shipped with étalon have their own."""
    return (
        "sut_adapters.moteurs" if _dans(module, "sut_adapters.moteurs") else module.split(".", maxsplit=1)[0]
    )


def _dans(module: str, paquet: str) -> bool:
    return module == paquet or module.startswith(f"{paquet}.")


def imports_de(module: str, sources: Sources) -> set[str]:
    """The modules of the house that a module imports, wherever it does, by name or through ``importlib``."""
    trouves: set[str] = set()
    for noeud in ast.walk(ast.parse(sources[module])):
        if isinstance(noeud, ast.Import):
            trouves.update(alias.name for alias in noeud.names)
        elif isinstance(noeud, ast.ImportFrom):
            origine = _origine(module, noeud, sources)
            trouves.update(
                f"{origine}.{alias.name}" if f"{origine}.{alias.name}" in sources else origine
                for alias in noeud.names
            )
        elif isinstance(noeud, ast.Call) and ast.unparse(noeud.func).split(".")[-1] in (
            "import_module",
            "__import__",
        ):
            trouves.update(
                a.value for a in noeud.args if isinstance(a, ast.Constant) and isinstance(a.value, str)
            )
    return {nom for nom in trouves if nom.split(".", maxsplit=1)[0] in PIECES_DE_LA_MAISON}


def _origine(module: str, noeud: ast.ImportFrom, sources: Sources) -> str:
    if not noeud.level:
        return noeud.module or ""
    paquet = any(autre.startswith(f"{module}.") for autre in sources)
    base = module.split(".")[: -(noeud.level - 1) or None] if paquet else module.split(".")[: -noeud.level]
    return ".".join([*base, noeud.module] if noeud.module else base)


def fleches_a_l_envers(sources: Sources) -> list[str]:
    """Imports from a room to another that the architecture does not allow."""
    fautes = []
    for module in sources:
        piece = piece_de(module)
        for cible in sorted(imports_de(module, sources)):
            if piece_de(cible) == piece or any(
                _dans(cible, permis) and (permis != "sut_adapters" or piece_de(cible) == permis)
                for permis in PERMIS[piece]
            ):
                continue
            fautes.append(f"{module} → {cible}")
    return fautes


def cercle(sources: Sources) -> list[str]:
    """The modules of a circle of imports, if there is one."""
    graphe = {module: imports_de(module, sources) - {module} for module in sources}
    try:
        TopologicalSorter(graphe).prepare()
    except CycleError as erreur:
        return list(erreur.args[1])
    return []


def noms_de_la_bibliotheque_standard(sources: Sources) -> list[str]:
    """Modules that bear the name of a standard-library module."""
    return [module for module in sources if module.split(".")[-1] in sys.stdlib_module_names]


def modules_trop_longs(sources: Sources) -> list[str]:
    """Modules over the size a reader can hold."""
    return [module for module, texte in sources.items() if len(texte.splitlines()) > LIGNES_AU_PLUS]


def ecritures_interdites(source: str) -> list[str]:
    """What a rule of law may not write: inexact numbers, hidden roundings, exceptions."""
    fautes: list[tuple[int, str]] = []
    for noeud in ast.walk(ast.parse(source)):
        match noeud:
            case ast.Constant(value=float() | complex()):
                fautes.append((noeud.lineno, "nombre flottant"))
            case ast.BinOp(op=ast.FloorDiv()) | ast.AugAssign(op=ast.FloorDiv()):
                fautes.append((noeud.lineno, "//"))
            case ast.BinOp(op=ast.Mod()) | ast.AugAssign(op=ast.Mod()):
                fautes.append((noeud.lineno, "%"))
            case ast.Call(func=ast.Name(id=("int" | "float" | "round" | "divmod") as nom)):
                fautes.append((noeud.lineno, f"{nom}()"))
            case ast.Try() | ast.TryStar():
                fautes.append((noeud.lineno, "try"))
            case (
                ast.Name(id=("float" | "round" | "Decimal") as nom)
                | ast.Attribute(attr=("Decimal" | "floor" | "ceil") as nom)
            ):
                fautes.append((noeud.lineno, nom))
            case ast.ImportFrom(module=("decimal" | "math") as nom):
                fautes.append((noeud.lineno, nom))
            case ast.Import(names=noms) if {alias.name for alias in noms} & {"decimal", "math"}:
                fautes.append((noeud.lineno, "decimal, math"))
    return [f"ligne {ligne} : {quoi}" for ligne, quoi in sorted(set(fautes))]


@pytest.mark.parametrize(
    ("module", "texte", "faute"),
    [
        ("oracle.maladie", "from corpus import lecteur", "oracle.maladie → corpus"),
        ("oracle.maladie", "def f():\n    import harness.gate", "oracle.maladie → harness.gate"),
        (
            "oracle.maladie",
            "import importlib\nimportlib.import_module('properties.x')",
            "oracle.maladie → properties.x",
        ),
        ("corpus.format", "import sut_adapters.protocol", "corpus.format → sut_adapters.protocol"),
        (
            "properties.strategies.x",
            "from corpus.format import Cas",
            "properties.strategies.x → corpus.format",
        ),
        (
            "sut_adapters.engine",
            "from oracle.liquidation import liquider",
            "sut_adapters.engine → oracle.liquidation",
        ),
        ("sut_adapters.engine", "from oracle import loi", "sut_adapters.engine → oracle.loi"),
        ("sut_adapters.engine", "import oracle.decomptes", "sut_adapters.engine → oracle.decomptes"),
        (
            "sut_adapters.engine",
            "from sut_adapters.moteurs import etalon",
            "sut_adapters.engine → sut_adapters.moteurs",
        ),
        ("sut_adapters.moteurs.etalon", "import corpus", "sut_adapters.moteurs.etalon → corpus"),
        ("harness.gate", "from tests.aides import liquide", "harness.gate → tests.aides"),
        ("notebooks.visite", "from oracle import loi", "notebooks.visite → oracle.loi"),
    ],
)
def test_an_import_against_the_arrows_is_found(module: str, texte: str, faute: str) -> None:
    maison = dict.fromkeys(("oracle.loi", "oracle.dossier.champs", "corpus.format", "tests.aides"), "")
    assert fleches_a_l_envers({**maison, module: texte}) == [faute]


@pytest.mark.parametrize(
    ("module", "texte"),
    [
        ("harness.gate", "import oracle.loi, properties, corpus.format, sut_adapters.moteurs.etalon"),
        ("sut_adapters.engine", "from oracle.dossier.champs import Jour\nfrom oracle import decompte"),
        (
            "sut_adapters.moteurs.etalon",
            "from oracle import loi\nfrom sut_adapters.protocol import Capacites",
        ),
        ("tests.test_x", "from harness import gate"),
        ("oracle.loi", "import re\nfrom pydantic import Field"),
    ],
)
def test_an_import_along_the_arrows_is_left_alone(module: str, texte: str) -> None:
    maison = dict.fromkeys(("oracle.loi", "oracle.decompte", "harness.gate"), "")
    assert fleches_a_l_envers({**maison, module: texte}) == []


def test_a_relative_import_is_read_as_what_it_names() -> None:
    maison = {
        "corpus": "from . import format",
        "corpus.format": "from .lecteur import x",
        "corpus.lecteur": "",
    }
    assert imports_de("corpus", maison) == {"corpus.format"}
    assert imports_de("corpus.format", maison) == {"corpus.lecteur"}


@pytest.mark.parametrize(
    "maison",
    [
        {"oracle.a": "from oracle import b", "oracle.b": "import oracle.a"},
        {"oracle.d": "from oracle.d.e import x", "oracle.d.e": "from oracle.d import y"},
        {
            "oracle.a": "import oracle.b",
            "oracle.b": "import oracle.c",
            "oracle.c": "def f():\n    import oracle.a",
        },
    ],
)
def test_a_circle_of_modules_is_found(maison: Sources) -> None:
    assert cercle(maison)


def test_a_package_that_shows_what_its_modules_hold_makes_no_circle() -> None:
    assert (
        cercle(
            {"oracle.d": "from oracle.d.e import x", "oracle.d.e": "", "oracle.f": "from oracle.d import x"}
        )
        == []
    )


def test_a_standard_library_name_is_found() -> None:
    assert noms_de_la_bibliotheque_standard({"oracle.calendar": "", "corpus.json": "", "oracle.loi": ""}) == [
        "oracle.calendar",
        "corpus.json",
    ]


def test_a_module_too_long_is_found() -> None:
    assert modules_trop_longs({"oracle.a": "x = 1\n" * 401, "oracle.b": "x = 1\n" * 400}) == ["oracle.a"]


@pytest.mark.parametrize(
    "source",
    [
        "TAUX = 0.5",
        "def f(x):\n    return x // 2",
        "def f(x):\n    x //= 2",
        "def f(x):\n    return x % 2",
        "def f(x):\n    return int(x)",
        "def f(x):\n    return round(x)",
        "def f(x: float) -> bool: ...",
        "from decimal import Decimal",
        "import math",
        "def f(x):\n    return decimal.Decimal(x)",
        "def f(x):\n    try:\n        return x\n    except ValueError:\n        return 0",
    ],
)
def test_what_a_rule_may_not_write_is_found(source: str) -> None:
    assert ecritures_interdites(source)


def test_exact_arithmetic_is_left_alone() -> None:
    source = "def f(a: int, b: Fraction) -> Fraction:\n    return a * b / 730 + min(a, b) - sum([a])"
    assert ecritures_interdites(source) == []


Controle = Callable[[Sources], list[str]]


@pytest.mark.parametrize(
    "controle", [fleches_a_l_envers, cercle, noms_de_la_bibliotheque_standard, modules_trop_longs]
)
def test_the_house_is_in_order(sources: Sources, controle: Controle) -> None:
    assert {"oracle.loi", "corpus.format", "sut_adapters.protocol"} <= sources.keys()
    assert controle(sources) == []


def test_every_room_has_its_arrows() -> None:
    assert {piece_de(piece) for piece in PIECES_DE_LA_MAISON} | {"sut_adapters.moteurs"} == PERMIS.keys()


def test_rules_of_law_are_written_in_exact_arithmetic(sources: Sources) -> None:
    droit = {nom: sources[f"oracle.{nom}"] for nom in MODULES_DE_DROIT if f"oracle.{nom}" in sources}
    assert {"droits", "salaires", "maladie", "destinataires", "prelevements", "compte"} <= droit.keys()
    assert {nom: fautes for nom, texte in droit.items() if (fautes := ecritures_interdites(texte))} == {}
