"""The mechanical faults: nothing of the registry or the tables is left without its own, and each says what it does."""

import ast
import inspect
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise
from typing import Any, get_args

import pytest
from hypothesis import HealthCheck, Phase, find, settings
from hypothesis import strategies as st
from hypothesis.errors import NoSuchExample

from harness.engines import EngineMissing, find_engine
from oracle import registre
from oracle.arrondis import au_plus_proche, tronque
from oracle.lectures import LECTURES
from oracle.legislation import ParametreInconnu, Table, tables
from oracle.loi import (
    Sujet,
    Variante,
    appliquer,
    au_sujet_de,
    lecture,
    liquidation_en_cours,
    parametre,
    seuil,
)
from oracle.registre.modele import Selection
from sut_adapters.moteurs.fautes import FAUTES, MUTANTS, PAR_ID, TOUTES, Faute, arrondis
from sut_adapters.moteurs.fautes.arrondis import arrondi_deplace, regle_nommee, sens_de_l_arrondi
from tests.aides import jour
from tests.juges import claiming, contender

UN_JOUR = timedelta(days=1)
COMPARATEURS = (">=", ">", "<=", "<")


def noms(genre: str) -> set[str]:
    """The ids of the mechanical faults of a kind."""
    return {faute.id for faute in MUTANTS if faute.id.startswith(f"{genre}:")}


def changements() -> Iterator[tuple[Table, date, date]]:
    """Each change of value of each table: the first day of the row before, and of the row."""
    for table in tables().values():
        for avant, apres in pairwise(table.lignes):
            if avant.valeur != apres.valeur:
                yield table, avant.depuis, apres.depuis


def test_every_threshold_has_its_equality_inverted_and_its_bound_moved_both_ways() -> None:
    attendus = {f"seuil:{nom}:{quoi}" for nom in registre.SEUILS for quoi in ("egalite", "-1", "+1")}
    assert noms("seuil") == attendus
    assert len(attendus) == 3 * len(registre.SEUILS)


def test_every_change_of_every_table_comes_a_day_off_and_each_version_in_the_place_of_its_neighbours() -> (
    None
):
    attendus = set[str]()
    for table, avant, apres in changements():
        attendus |= {f"ligne:{table.nom}:{apres}:{quoi}" for quoi in ("-1j", "+1j", "precedente")}
        attendus.add(f"ligne:{table.nom}:{avant}:suivante")
    assert noms("ligne") == attendus
    assert len(attendus) == 4 * len(list(changements()))


def test_every_table_that_ever_changed_is_selected_by_every_other_date() -> None:
    lues = {(faute.id.split(":")[1], faute.id.split(":")[2]) for faute in MUTANTS if "selection:" in faute.id}
    changeantes = {table.nom for table, _, _ in changements()}
    assert {nom for nom, _ in lues} == changeantes
    for nom in changeantes:
        absentes = {*get_args(Selection)} - {selection for autre, selection in lues if autre == nom}
        assert len(absentes) <= 1, nom
    propres = {"premier jour de l'arrêt": "debut_arret", "jour indemnisé": "jour_indemnise"}
    propres |= {"jour de la prescription": "prescription", "premier jour du second avis": "second_avis"}
    for nom in changeantes & {t.nom for t in tables().values() if t.selection in propres}:
        assert (nom, propres[tables()[nom].selection]) not in lues, "that is the law's own date"


def test_every_rule_that_rounds_has_its_rounding_moved() -> None:
    assert noms("arrondi") == {f"arrondi:{nom}" for nom in registre.PAR_FONCTION if arrondit(nom)}
    assert len(noms("arrondi")) > 5


def arrondit(nom: str) -> bool:
    """Whether the source of a rule, private helpers included, writes the name of a rounding function."""
    regle = regle_nommee(nom)
    arbre = ast.parse(inspect.getsource(inspect.getmodule(regle) or ast))
    corps = {n.name: n for n in arbre.body if isinstance(n, ast.FunctionDef)}
    a_lire, lues = [regle.__name__], set[str]()
    while a_lire:
        courante = a_lire.pop()
        lues.add(courante)
        ecrits = {n.id for n in ast.walk(corps[courante]) if isinstance(n, ast.Name)}
        if ecrits & {"au_plus_proche", "tronque"}:
            return True
        a_lire += [n for n in ecrits & corps.keys() if n.startswith("_") and n not in lues]
    return False


def test_no_two_faults_bear_the_same_name_and_the_gallery_comes_first() -> None:
    assert [nom for nom, fois in Counter(faute.id for faute in TOUTES).items() if fois > 1] == []
    assert (*FAUTES, *MUTANTS) == TOUTES
    assert {faute.id: faute for faute in TOUTES} == PAR_ID


def test_every_fault_says_what_it_does_and_which_rule_and_articles_it_betrays() -> None:
    for faute in TOUTES:
        assert faute.regle in registre.PAR_ID, faute.id
        assert faute.articles, faute.id
        assert faute.titre[0].isupper() or faute.titre[0].isdigit(), faute.id
        assert "\n" not in faute.titre
        assert not faute.titre.endswith("."), faute.id


def test_a_fault_replaces_exactly_one_thing_of_the_law() -> None:
    for faute in TOUTES:
        v = faute.variante
        assert len([*v.regles, *v.tables, *v.comparateurs, *v.decalages, *v.selections]) == 1, faute.id


# Each mechanical fault answers one constructed question otherwise than the law, and the questions beside it as the law does.


def sous(variante: Variante, question: Callable[..., Any], *termes: Any) -> Any:
    """What the law so changed answers, or the name of what it raises."""
    with liquidation_en_cours({}, variante):
        return _reponse(question, *termes)


def _reponse(question: Callable[..., Any], *termes: Any) -> Any:
    try:
        return question(*termes)
    except (ParametreInconnu, ZeroDivisionError) as souleve:
        return type(souleve).__name__


def differe(faute: Faute, question: Callable[..., Any], *termes: Any) -> bool:
    return bool(sous(Variante(), question, *termes) != sous(faute.variante, question, *termes))


def mesures(nom: str) -> tuple[Any, list[Any]]:
    """A bound of the kind a threshold compares to, and measures around it."""
    if registre.SEUILS[nom].unite == "date":
        return jour("2024-09-10"), [jour("2024-09-10") + ecart * UN_JOUR for ecart in range(-3, 4)]
    return 100, [100 + ecart for ecart in range(-3, 4)]


@pytest.mark.parametrize("comparateur", COMPARATEURS)
def test_an_equality_inverted_is_answered_otherwise_at_equality_alone(comparateur: Any) -> None:
    for nom in registre.SEUILS:
        borne, autour = mesures(nom)
        faute = PAR_ID[f"seuil:{nom}:egalite"]
        changees = [m for m in autour if differe(faute, seuil, nom, m, comparateur, borne)]
        assert changees == [borne], nom


@pytest.mark.parametrize("comparateur", COMPARATEURS)
@pytest.mark.parametrize("decalage", [-1, 1])
def test_a_bound_moved_by_one_unit_is_answered_otherwise_for_one_measure(
    decalage: int, comparateur: Any
) -> None:
    """At least 100 moved to 101: 100 alone is answered otherwise. More than 100 moved to 101: 101 alone."""
    for nom in registre.SEUILS:
        borne, autour = mesures(nom)
        faute = PAR_ID[f"seuil:{nom}:{decalage:+d}"]
        changees = [m for m in autour if differe(faute, seuil, nom, m, comparateur, borne)]
        pas: Any = UN_JOUR if registre.SEUILS[nom].unite == "date" else 1
        egale_compte_dedans = comparateur in (">=", "<")
        attendue = borne + (min(decalage, 0) if egale_compte_dedans else max(decalage, 0)) * pas
        assert changees == [attendue], nom


def test_a_bound_in_euros_moves_by_one_cent_even_when_it_is_a_fraction() -> None:
    faute = PAR_ID["seuil:MAL-OD-1.salaires_6_mois:+1"]
    borne = 1015 * Fraction("1188.5")
    for mesure, attendu in ((borne, False), (borne + Fraction(99, 100), False), (borne + 1, True)):
        assert sous(faute.variante, seuil, "MAL-OD-1.salaires_6_mois", mesure, ">=", borne) is attendu


@pytest.mark.parametrize(("quoi", "ecart"), [("-1j", -1), ("+1j", 0)], ids=["a day early", "a day late"])
def test_an_entry_into_force_a_day_off_is_read_otherwise_on_that_day_alone(quoi: str, ecart: int) -> None:
    for table, _, depuis in changements():
        faute = PAR_ID[f"ligne:{table.nom}:{depuis}:{quoi}"]
        autour = [depuis + n * UN_JOUR for n in range(-3, 4)]
        changes = [j for j in autour if differe(faute, parametre, table.nom, j)]
        assert changes == [depuis + ecart * UN_JOUR], faute.id


def test_a_version_is_read_in_the_place_of_its_neighbour_and_of_no_other() -> None:
    for table, avant, apres in changements():
        valeurs = {ligne.depuis: ligne.valeur for ligne in table.lignes}
        for nom, en_place_de, lue in (
            (f"ligne:{table.nom}:{apres}:precedente", apres, valeurs[avant]),
            (f"ligne:{table.nom}:{avant}:suivante", avant, valeurs[apres]),
        ):
            lues = {d: sous(PAR_ID[nom].variante, parametre, table.nom, d) for d in valeurs}
            assert lues == valeurs | {en_place_de: lue}, nom


def test_a_table_is_read_on_the_other_date_of_the_subject_and_on_the_law_s_without_one() -> None:
    for faute in (faute for faute in MUTANTS if faute.id.startswith("selection:")):
        _, nom, selection = faute.id.split(":")
        table, avant, apres = next(c for c in changements() if c[0].nom == nom)
        loi, autre = apres, apres - UN_JOUR

        assert sous(faute.variante, au_sujet, {selection: autre}, nom, loi) == table.valeur_au(avant), (
            faute.id
        )
        assert sous(faute.variante, au_sujet, {}, nom, loi) == table.valeur_au(loi), faute.id
        assert sous(Variante(), au_sujet, {selection: autre}, nom, loi) == table.valeur_au(loi)


def au_sujet(dates: dict[Selection, date], nom: str, loi: date) -> Fraction:
    """A table read at the subject of a stop whose dates are known."""
    with au_sujet_de(Sujet(dates=dates)):
        return parametre(nom, loi)


@pytest.mark.parametrize("nom", sorted(nom.partition(":")[2] for nom in noms("arrondi")))
def test_a_rounding_moved_gives_another_amount_under_some_reading(nom: str) -> None:
    faute, regle = PAR_ID[f"arrondi:{nom}"], regle_nommee(nom)
    lectures: list[dict[str, str]] = [{}]
    for choix in registre.PAR_FONCTION[nom].lectures:
        lectures += [{choix: valeur} for valeur in LECTURES[choix].valeurs]
    genres = {terme: t for terme, t in inspect.get_annotations(regle).items() if terme != "return"}

    def change(appel: dict[str, Any]) -> bool:
        return any(
            selon(prises, Variante(), regle, appel) != selon(prises, faute.variante, regle, appel)
            for prises in lectures
        )

    reglages = settings(
        max_examples=2_000, phases=[Phase.generate], database=None, suppress_health_check=list(HealthCheck)
    )
    appels = st.fixed_dictionaries({terme: st.from_type(genre) for terme, genre in genres.items()})
    try:
        find(appels, change, settings=reglages)
    except NoSuchExample:
        pytest.fail(f"{faute.id} never answers otherwise than the law")


def selon(lectures: dict[str, str], variante: Variante, regle: Any, appel: dict[str, Any]) -> Any:
    """What a rule answers under readings, with the law changed."""
    with liquidation_en_cours(lectures, variante):
        return _reponse(lambda: appliquer(regle, **appel))


# How a rounding point is found and moved.


def _aide(montant: Fraction) -> int:
    return tronque(montant)


def _deux(montant: Fraction, *, part: int = 2) -> int:
    return sum(_aide(montant) for _ in range(part))


def au_plus_pres(montant: Fraction) -> int:
    return au_plus_proche(montant)


def par_une_aide(montant: Fraction) -> int:
    return _deux(montant)


def chacun_a_part(montant: Fraction) -> int:
    return sum(au_plus_proche(moitie) for moitie in (montant / 2, montant / 2))


def selon_la_lecture(montant: Fraction) -> int:
    return tronque(montant) if lecture("arrondi_ij") == "troncature" else au_plus_proche(montant)


def sans_arrondi(montant: Fraction) -> int:
    return montant.numerator


@pytest.mark.parametrize(
    ("regle", "avant", "apres", "mots"),
    [
        (au_plus_pres, 2, 1, "tronqué au centime au lieu"),
        (par_une_aide, 2, 4, "au lieu d'être tronqué"),
        (chacun_a_part, 2, 0, "tronqué au centime au lieu"),
        (selon_la_lecture, 2, 1, "échangés"),
        (sans_arrondi, 3, 3, None),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_a_rounding_is_moved_wherever_the_rule_or_its_helpers_write_it(
    regle: Any, avant: int, apres: int, mots: str | None
) -> None:
    montant = Fraction(3, 2)
    assert (regle(montant), arrondi_deplace(regle)(montant)) == (avant, apres)
    assert regle(montant) == avant, "the law itself is left as it is"
    dit = sens_de_l_arrondi(regle)
    assert dit is None if mots is None else mots in (dit or "")


def test_what_is_no_plain_function_is_no_rule_of_the_registry() -> None:
    with pytest.raises(TypeError, match=r"arrondis\.Fraction"):
        regle_nommee("arrondis.Fraction")
    assert arrondis.regle_nommee("arrondis.tronque") is tronque


# Variants.


@pytest.mark.parametrize(
    "variante",
    [
        {"decalages": {"MAL-NULLE.part": 1}},
        {"selections": {"nulle_part": "prescription"}},
        {"comparateurs": {"MAL-NULLE.part": "egalite_inverse"}},
    ],
    ids=str,
)
def test_a_variant_of_what_does_not_exist_is_refused(variante: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="nothing of the law bears these names"):
        Variante(**variante)


def test_two_variants_of_the_same_things_stand_together_and_the_second_wins() -> None:
    une = Variante(
        decalages={"MAL-360.maximum": 1, "MAL-GAP.deux_jours": 1},
        selections={"smic_mensuel": "prescription", "smic_horaire": "debut_arret"},
    )
    autre = Variante(decalages={"MAL-360.maximum": -1}, selections={"smic_mensuel": "debut_arret"})
    ensemble = une.avec(autre)
    assert ensemble.decalages == {"MAL-360.maximum": -1, "MAL-GAP.deux_jours": 1}
    assert ensemble.selections == {"smic_mensuel": "debut_arret", "smic_horaire": "debut_arret"}


def test_a_moved_bound_is_recorded_as_the_law_writes_it() -> None:
    with liquidation_en_cours({}, Variante(decalages={"MAL-360.maximum": -1})) as trace:
        assert not seuil("MAL-360.maximum", 360, "<=", 360)
    (rencontre,) = trace.rencontres
    assert (rencontre.comparateur, rencontre.borne, rencontre.franchi) == ("<=", 360, False)


# As engines.


@pytest.mark.parametrize("genre", ["seuil", "ligne", "selection", "arrondi"])
def test_a_mechanical_fault_answers_as_an_engine(genre: str) -> None:
    nom = sorted(noms(genre))[0]
    with contender(nom, claiming()).open() as engine:
        assert engine.hello.nom == f"faute:{nom}"


def test_a_mechanical_fault_is_an_engine_in_a_process_of_its_own() -> None:
    with find_engine("faute:seuil:MAL-CARENCE.fin:+1").open() as engine:
        assert engine.hello.nom == "faute:seuil:MAL-CARENCE.fin:+1"


def test_a_fault_misnamed_is_told_the_nearest_names_and_never_the_whole_catalogue() -> None:
    with pytest.raises(EngineMissing) as missing:
        find_engine("faute:seuil:MAL-360.maximun:+1")
    told = str(missing.value)
    assert "perhaps seuil:MAL-360.maximum:+1" in told
    assert "jours_decales" in told
    assert f"{len(MUTANTS)} generated faults" in told
    assert len(told) < 2_000
