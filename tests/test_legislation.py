"""The dated parameters: each value with its source, in order, found on its day; and the reading of a faulty table."""

from datetime import date
from fractions import Fraction
from itertools import pairwise

import pytest

from oracle import legislation
from oracle.legislation import ParametreInconnu, Table, tables
from oracle.loi import Variante, liquidation_en_cours, parametre
from tests.aides import euros, jour

TABLES = list(tables().values())


def au(nom: str, quand: str) -> Fraction:
    return tables()[nom].valeur_au(jour(quand))


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.nom)
def test_the_rows_of_a_table_are_in_order_and_sourced(table: Table) -> None:
    depuis = [ligne.depuis for ligne in table.lignes]
    assert depuis == sorted(set(depuis))
    assert all(len(ligne.source) > 10 for ligne in table.lignes)
    assert all(avant.valeur != apres.valeur for avant, apres in pairwise(table.lignes))


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.nom)
def test_a_table_says_what_it_holds_and_until_when_it_is_known(table: Table) -> None:
    assert tables()[table.nom] is table
    assert table.libelle
    assert table.selection
    assert table.unite in {"euros", "coefficient", "taux", "jours", "mois", "version", "en_vigueur"}
    assert table.lignes[-1].depuis <= table.sans_changement_connu_au
    assert table.texte_lu_au <= table.sans_changement_connu_au


SMIC = [
    ("2019-01-01", "10.03", "1521.22"),
    ("2020-01-01", "10.15", "1539.42"),
    ("2021-01-01", "10.25", "1554.58"),
    ("2021-10-01", "10.48", "1589.47"),
    ("2022-01-01", "10.57", "1603.12"),
    ("2022-05-01", "10.85", "1645.58"),
    ("2022-08-01", "11.07", "1678.95"),
    ("2023-01-01", "11.27", "1709.28"),
    ("2023-05-01", "11.52", "1747.20"),
    ("2024-01-01", "11.65", "1766.92"),
    ("2024-11-01", "11.88", "1801.80"),
    ("2026-01-01", "12.02", "1823.03"),
    ("2026-06-01", "12.31", "1867.02"),
]


def test_the_smic_has_no_other_row_than_the_decrees() -> None:
    for nom, colonne in (("smic_horaire", 1), ("smic_mensuel", 2)):
        lus = [(str(ligne.depuis), ligne.valeur) for ligne in tables()[nom].lignes]
        assert lus == [(ligne[0], euros(ligne[colonne])) for ligne in SMIC]


@pytest.mark.parametrize(("depuis", "horaire", "mensuel"), SMIC)
def test_the_monthly_smic_is_the_hourly_one_over_35_hours_a_week(
    depuis: str, horaire: str, mensuel: str
) -> None:
    """To the nearest cent for 35 × 52 ÷ 12 hours; 151.67 hours, as payslips print, give four cents more."""
    lu_horaire, lu_mensuel = au("smic_horaire", depuis), au("smic_mensuel", depuis)
    assert (lu_horaire, lu_mensuel) == (euros(horaire), euros(mensuel))
    assert abs(lu_horaire * Fraction(35 * 52, 12) - lu_mensuel) < Fraction(1, 2)
    assert abs(lu_horaire * Fraction("151.67") - lu_mensuel) < 5


@pytest.mark.parametrize(
    ("nom", "veille", "avant", "apres"),
    [
        ("multiplicateur_plafond", "2025-03-31", "1.8", "1.4"),
        ("fin_de_la_tolerance_des_jours_non_prescrits", "2024-08-31", "0", "1"),
        ("exoneration_carence_interruption_spontanee", "2023-12-31", "0", "1"),
        ("exoneration_carence_interruption_medicale", "2024-06-30", "0", "1"),
        ("prolongation_par_un_chirurgien_dentiste", "2025-12-30", "0", "1"),
        ("pension_invalidite_minimale", "2022-12-31", "30909", "31156"),
        ("pension_invalidite_minimale", "2023-12-31", "31156", "32807"),
        ("pension_invalidite_minimale", "2024-12-31", "32807", "33529"),
        ("pension_invalidite_minimale", "2025-12-31", "33529", "33831"),
    ],
)
def test_a_value_is_in_force_from_its_first_day(nom: str, veille: str, avant: str, apres: str) -> None:
    lendemain = date.fromordinal(jour(veille).toordinal() + 1)
    assert au(nom, veille) == Fraction(avant)
    assert tables()[nom].valeur_au(lendemain) == Fraction(apres)


@pytest.mark.parametrize(
    ("nom", "valeur"),
    [
        ("taux_ij_maladie", Fraction(1, 2)),
        ("jours_de_carence", Fraction(3)),
        ("ij_sur_trois_ans", Fraction(360)),
        ("taux_csg_ij", Fraction(62, 1000)),
        ("taux_crds_ij", Fraction(5, 1000)),
    ],
)
@pytest.mark.parametrize("quand", ["2023-01-01", "2026-10-31"])
def test_what_has_not_changed_over_the_period(nom: str, valeur: Fraction, quand: str) -> None:
    assert au(nom, quand) == valeur


def test_the_smic_did_not_change_on_1_january_2025() -> None:
    assert au("smic_mensuel", "2025-01-01") == au("smic_mensuel", "2024-12-31") == euros("1801.80")


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.nom)
def test_a_day_before_the_first_row_is_refused_in_words(table: Table) -> None:
    premier = table.lignes[0].depuis
    veille = date.fromordinal(premier.toordinal() - 1)
    assert table.valeur_au(premier) == table.lignes[0].valeur
    with pytest.raises(ParametreInconnu, match=f"aucune valeur connue au {veille}.*{premier}") as refus:
        table.valeur_au(veille)
    assert (refus.value.table, refus.value.jour) == (table, veille)


def brut(*lignes: tuple[str, object], unite: str = "euros") -> dict[str, object]:
    valeurs = [{"depuis": jour(depuis), "valeur": valeur, "source": "un texte"} for depuis, valeur in lignes]
    return {
        "parametre": "essai",
        "libelle": "un essai",
        "unite": unite,
        "regle": "MAL-PLAFOND",
        "selection": "jour indemnisé",
        "texte_lu_au": jour("2026-03-14"),
        "sans_changement_connu_au": jour("2026-10-31"),
        "valeurs": valeurs,
    }


def test_euros_are_kept_in_cents_and_the_rest_as_it_is() -> None:
    assert legislation._table(brut(("2024-01-01", "11.65"))).lignes[0].valeur == 1165
    assert legislation._table(brut(("2024-01-01", "0.062"), unite="taux")).lignes[0].valeur == Fraction(
        62, 1000
    )


@pytest.mark.parametrize("seconde", ["2023-12-31", "2024-01-01"])
def test_rows_out_of_order_or_repeated_are_refused(seconde: str) -> None:
    with pytest.raises(ValueError, match="essai: rows must be sorted"):
        legislation._table(brut(("2024-01-01", "1.00"), (seconde, "2.00")))


def test_a_parameter_asked_beyond_what_is_known_is_noted() -> None:
    with liquidation_en_cours({}, Variante()) as trace:
        assert parametre("smic_mensuel", jour("2026-10-31")) == euros("1867.02")
        assert trace.au_dela_de_l_horizon == {}
        assert parametre("smic_mensuel", jour("2026-11-01")) == euros("1867.02")
    assert trace.au_dela_de_l_horizon == {"SMIC mensuel brut": jour("2026-11-01")}


def test_a_table_may_be_put_in_the_place_of_the_law_s_own() -> None:
    autre = legislation._table(brut(("2020-01-01", "1.6"), unite="coefficient"))
    with liquidation_en_cours({}, Variante(tables={"multiplicateur_plafond": autre})):
        assert parametre("multiplicateur_plafond", jour("2025-04-01")) == Fraction("1.6")
        assert parametre("taux_ij_maladie", jour("2025-04-01")) == Fraction(1, 2)
    assert parametre("multiplicateur_plafond", jour("2025-04-01")) == Fraction("1.4")
