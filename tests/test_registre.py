"""The registry and the rules say the same thing: no rule without its card, nothing on a card without use."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest

import oracle
from oracle.lectures import LECTURES
from oracle.legislation import tables
from oracle.registre import PAR_FONCTION, PAR_ID, REGLES, SEUILS
from oracle.registre.modele import Regle
from tests.test_architecture import MODULES_DE_DROIT

DOSSIER = Path(oracle.__file__).parent
ARTICLE = re.compile(r"[LRD]\d+(-\d+)*")
IDENTIFIANT = re.compile(r"[A-Z0-9]+(-[A-Z0-9]+)*")
SANS_REGLE = {"droit_constant"}
"""Readings no rule asks for: this one is about the date, not about a rule."""


@dataclass(frozen=True)
class Fonction:
    """A module-level function, and what it asks of the law, private helpers of its module included."""

    nom: str
    noeud: ast.FunctionDef
    seuils: frozenset[str]
    lectures: frozenset[str]


def appels(noeud: ast.AST, nom: str) -> Iterator[ast.expr]:
    """First argument of every call of ``nom`` under a node."""
    for appel in ast.walk(noeud):
        if isinstance(appel, ast.Call) and isinstance(appel.func, ast.Name) and appel.func.id == nom:
            yield appel.args[0]


def litteraux(noeud: ast.AST, nom: str) -> frozenset[str]:
    """The literal names given to ``seuil``, ``lecture`` or ``parametre``."""
    return frozenset(
        a.value for a in appels(noeud, nom) if isinstance(a, ast.Constant) and isinstance(a.value, str)
    )


def fonctions(module: str, source: str) -> list[Fonction]:
    """The functions of a module of law."""
    noeuds = {n.name: n for n in ast.parse(source).body if isinstance(n, ast.FunctionDef)}

    def ensemble(nom: str, vus: frozenset[str] = frozenset()) -> list[ast.FunctionDef]:
        appelees = {
            a.func.id
            for a in ast.walk(noeuds[nom])
            if isinstance(a, ast.Call) and isinstance(a.func, ast.Name)
        }
        aides = [a for a in sorted(appelees & noeuds.keys()) if a.startswith("_") and a not in vus]
        return [noeuds[nom], *(n for aide in aides for n in ensemble(aide, vus | {nom, aide}))]

    return [
        Fonction(
            f"{module}.{nom}",
            noeud,
            frozenset().union(*(litteraux(n, "seuil") for n in ensemble(nom))),
            frozenset().union(*(litteraux(n, "lecture") for n in ensemble(nom))),
        )
        for nom, noeud in noeuds.items()
    ]


def regles_ecrites() -> dict[str, Fonction]:
    """Every public function of the modules of law, by its registry name."""
    return {
        fonction.nom: fonction
        for module in MODULES_DE_DROIT
        if (fichier := DOSSIER / f"{module.replace('.', '/')}.py").exists()
        for fonction in fonctions(module, fichier.read_text(encoding="utf-8"))
        if not fonction.noeud.name.startswith("_")
    }


def arbres() -> list[ast.Module]:
    """The whole oracle, parsed."""
    return [ast.parse(fichier.read_text(encoding="utf-8")) for fichier in sorted(DOSSIER.rglob("*.py"))]


ECRITES = regles_ecrites()
ORACLE = arbres()


def test_the_reader_of_rules_follows_private_helpers() -> None:
    source = (
        "def regle(x):\n    return _aide(x) and lecture('a')\n"
        "def _aide(x):\n    return seuil('S', x, '<', 1) or _aide(x)\n"
        "def autre(x):\n    return seuil(nom, x, '<', 1)\n"
    )
    lues = {f.nom: (f.seuils, f.lectures) for f in fonctions("m", source)}
    assert lues["m.regle"] == (frozenset({"S"}), frozenset({"a"}))
    assert lues["m.autre"] == (frozenset(), frozenset())


def test_every_rule_has_its_card_and_every_card_its_rule() -> None:
    assert ECRITES.keys() == PAR_FONCTION.keys()


def test_a_function_stands_on_one_card_only() -> None:
    assert sum(len(regle.fonctions) for regle in REGLES) == len(PAR_FONCTION)
    assert all(regle.fonctions for regle in REGLES)


def test_identifiers_are_unique_and_well_formed() -> None:
    assert len(PAR_ID) == len(REGLES)
    assert [regle.id for regle in REGLES if not IDENTIFIANT.fullmatch(regle.id)] == []
    assert sum(len(regle.seuils) for regle in REGLES) == len(SEUILS)


def test_no_rule_is_decorated() -> None:
    """Mutation tools skip decorated functions."""
    assert [nom for nom, fonction in ECRITES.items() if fonction.noeud.decorator_list] == []


def test_every_rule_says_what_it_does_and_what_it_takes() -> None:
    for nom, fonction in ECRITES.items():
        assert ast.get_docstring(fonction.noeud), nom
        assert fonction.noeud.returns is not None, nom


def test_every_threshold_compared_stands_on_the_card_of_its_rule() -> None:
    manquants = {
        (nom, seuil)
        for nom, fonction in ECRITES.items()
        for seuil in fonction.seuils
        if seuil not in {s.nom for s in PAR_FONCTION[nom].seuils}
    }
    assert manquants == set()


def test_every_threshold_of_the_oracle_is_named_in_the_registry() -> None:
    assert {nom for arbre in ORACLE for nom in litteraux(arbre, "seuil")} <= SEUILS.keys()


def test_every_threshold_of_the_registry_is_compared_somewhere() -> None:
    assert SEUILS.keys() - {nom for arbre in ORACLE for nom in litteraux(arbre, "seuil")} == set()


def test_a_threshold_bears_the_name_of_its_rule() -> None:
    assert [s.nom for regle in REGLES for s in regle.seuils if not s.nom.startswith(f"{regle.id}.")] == []


def test_every_reading_asked_for_stands_on_the_card_of_its_rule() -> None:
    demandees = {regle.id: set[str]() for regle in REGLES}
    for nom, fonction in ECRITES.items():
        demandees[PAR_FONCTION[nom].id] |= fonction.lectures
    assert demandees == {regle.id: set(regle.lectures) for regle in REGLES}


def test_every_reading_exists_and_is_asked_for() -> None:
    demandees = {nom for arbre in ORACLE for nom in litteraux(arbre, "lecture")}
    assert demandees | SANS_REGLE == LECTURES.keys()


def test_every_reading_says_its_ground_and_offers_a_choice() -> None:
    for nom, lecture in LECTURES.items():
        assert lecture.nom == nom
        assert lecture.question.endswith("?")
        assert len(lecture.valeurs) >= 2, nom
        assert all(reponse.libelle and reponse.fondement for reponse in lecture.valeurs.values()), nom


def test_every_parameter_asked_for_exists() -> None:
    assert {nom for arbre in ORACLE for nom in litteraux(arbre, "parametre")} <= tables().keys()


def test_every_parameter_is_named_somewhere_in_the_oracle() -> None:
    textes = {n.value for arbre in ORACLE for n in ast.walk(arbre) if isinstance(n, ast.Constant)}
    assert tables().keys() - textes == set()


def test_a_threshold_and_a_reading_are_always_named_by_a_literal() -> None:
    """A name made up while running would escape the checks above."""
    for arbre in ORACLE:
        for nom in ("seuil", "lecture"):
            assert all(isinstance(argument, ast.Constant) for argument in appels(arbre, nom))


def test_articles_look_like_articles() -> None:
    for regle in REGLES:
        assert regle.articles, regle.id
        assert [article for article in regle.articles if not ARTICLE.fullmatch(article)] == []
        assert len(set(regle.articles)) == len(regle.articles), regle.id


@pytest.mark.parametrize("ecrit", ["R323-4", "L323-1-1", "D323", "L169-2"])
def test_the_shape_of_an_article_is_known(ecrit: str) -> None:
    assert ARTICLE.fullmatch(ecrit)


@pytest.mark.parametrize("ecrit", ["R.323-4", "323-4", "R323-", "r323-4", "R323-4 al. 5", "A323-4"])
def test_what_is_no_article_is_known(ecrit: str) -> None:
    assert not ARTICLE.fullmatch(ecrit)


@pytest.mark.parametrize("regle", REGLES, ids=lambda regle: regle.id)
def test_the_dates_of_a_card_are_in_order(regle: Regle) -> None:
    """In force, then read, then known not to change; nobody knows the law two years ahead."""
    assert date(1990, 1, 1) <= regle.depuis <= regle.texte_lu_au <= regle.sans_changement_connu_au
    assert regle.sans_changement_connu_au - regle.texte_lu_au < timedelta(days=730)


@pytest.mark.parametrize("regle", REGLES, ids=lambda regle: regle.id)
def test_a_card_reads_as_a_sentence(regle: Regle) -> None:
    assert regle.titre[0].isupper()
    assert not regle.titre.endswith(".")
    assert regle.resume.endswith(".")
    assert all(seuil.libelle for seuil in regle.seuils)
