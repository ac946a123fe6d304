"""Days, months, anniversaries and holidays as the law counts them; amounts brought to the cent."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oracle import arrondis, calendrier
from tests.aides import jour

QUELCONQUE = st.dates(date(2000, 1, 1), date(2050, 12, 31))


@pytest.mark.parametrize(
    ("depart", "nombre", "arrivee"),
    [
        ("2024-02-28", 1, "2024-02-29"),
        ("2023-02-28", 1, "2023-03-01"),
        ("2024-01-01", -1, "2023-12-31"),
        ("2025-01-01", 91, "2025-04-02"),
    ],
)
def test_days_are_added_over_months_and_years(depart: str, nombre: int, arrivee: str) -> None:
    assert calendrier.plus_jours(jour(depart), nombre) == jour(arrivee)


@pytest.mark.parametrize(
    ("debut", "fin", "nombre"),
    [
        ("2025-06-03", "2025-06-11", 9),
        ("2025-06-03", "2025-06-03", 1),
        ("2025-06-03", "2025-06-02", 0),
        ("2025-06-03", "2025-06-01", -1),
        ("2024-01-01", "2024-12-31", 366),
    ],
)
def test_both_ends_of_an_interval_are_counted(debut: str, fin: str, nombre: int) -> None:
    assert calendrier.nb_jours(jour(debut), jour(fin)) == nombre


def test_the_days_of_an_interval_are_all_there_in_order() -> None:
    assert [str(j) for j in calendrier.jours(jour("2024-02-28"), jour("2024-03-01"))] == [
        "2024-02-28",
        "2024-02-29",
        "2024-03-01",
    ]
    assert list(calendrier.jours(jour("2024-03-02"), jour("2024-03-01"))) == []


@pytest.mark.parametrize(
    ("depart", "mois", "arrivee"),
    [
        ("2024-01-31", 1, "2024-02-29"),
        ("2023-01-31", 1, "2023-02-28"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2024-02-29", 48, "2028-02-29"),
        ("2024-02-29", -36, "2021-02-28"),
        ("2024-12-15", 1, "2025-01-15"),
        ("2024-03-31", -1, "2024-02-29"),
    ],
)
def test_months_keep_the_day_number_or_fall_on_the_last_day(depart: str, mois: int, arrivee: str) -> None:
    assert calendrier.plus_mois(jour(depart), mois) == jour(arrivee)


@pytest.mark.parametrize(
    ("debut", "mois", "dernier"),
    [
        ("2025-01-15", 6, "2025-07-14"),
        ("2025-01-01", 12, "2025-12-31"),
        ("2024-08-31", 6, "2025-02-28"),
        ("2023-08-31", 6, "2024-02-29"),
        ("2024-02-29", 36, "2027-02-28"),
        ("2024-02-29", 48, "2028-02-28"),
        ("2024-02-28", 12, "2025-02-27"),
        ("2024-03-31", 1, "2024-04-30"),
        ("2024-03-31", 2, "2024-05-30"),
    ],
)
def test_a_period_of_months_ends_on_the_eve_of_the_same_day_number(
    debut: str, mois: int, dernier: str
) -> None:
    assert calendrier.fin_de_delai(jour(debut), mois) == jour(dernier)


@given(QUELCONQUE, st.integers(1, 60))
def test_a_period_of_months_is_never_a_day_longer_than_its_calendar(debut: date, mois: int) -> None:
    """It ends within the month it must, at the day number of its start at the latest."""
    fin = calendrier.fin_de_delai(debut, mois)
    assert fin < calendrier.plus_mois(debut, mois) or fin.day < debut.day
    assert calendrier.plus_jours(fin, 1).day in (debut.day, 1)


@pytest.mark.parametrize(
    ("quand", "debut", "fin", "ecrit"),
    [
        ("2024-02-15", "2024-02-01", "2024-02-29", "février 2024"),
        ("2023-12-31", "2023-12-01", "2023-12-31", "décembre 2023"),
        ("2025-04-01", "2025-04-01", "2025-04-30", "avril 2025"),
    ],
)
def test_a_civil_month_goes_from_its_first_to_its_last_day(
    quand: str, debut: str, fin: str, ecrit: str
) -> None:
    mois = calendrier.mois_civil(jour(quand))
    assert (mois.debut, mois.fin, str(mois)) == (jour(debut), jour(fin), ecrit)


@pytest.mark.parametrize(
    ("quand", "fin"),
    [("2024-03-31", "2024-02-29"), ("2025-01-01", "2024-12-31"), ("2025-04-01", "2025-03-31")],
)
def test_the_month_before_ends_on_its_last_day(quand: str, fin: str) -> None:
    assert calendrier.fin_du_mois_precedent(jour(quand)) == jour(fin)


def test_the_civil_months_before_come_oldest_first_without_the_current_one() -> None:
    mois = calendrier.mois_civils_precedents(jour("2024-02-29"), 3)
    assert [str(m) for m in mois] == ["novembre 2023", "décembre 2023", "janvier 2024"]
    assert mois == calendrier.mois_civils_precedents(jour("2024-02-01"), 3)


@pytest.mark.parametrize(
    ("quand", "premier"),
    [("2025-01-02", "2025-01-01"), ("2025-01-01", "2024-01-01"), ("2025-12-31", "2025-01-01")],
)
def test_the_1_january_before_is_strictly_before(quand: str, premier: str) -> None:
    assert calendrier.premier_janvier_precedent(jour(quand)) == jour(premier)


def test_the_week_end_is_saturday_and_sunday() -> None:
    semaine = list(calendrier.jours(jour("2024-05-13"), jour("2024-05-19")))
    assert [calendrier.est_un_jour_de_week_end(j) for j in semaine] == [False] * 5 + [True] * 2


@pytest.mark.parametrize(
    ("annee", "feries"),
    [
        (
            2024,
            [
                "01-01",
                "04-01",
                "05-01",
                "05-08",
                "05-09",
                "05-20",
                "07-14",
                "08-15",
                "11-01",
                "11-11",
                "12-25",
            ],
        ),
        (
            2025,
            [
                "01-01",
                "04-21",
                "05-01",
                "05-08",
                "05-29",
                "06-09",
                "07-14",
                "08-15",
                "11-01",
                "11-11",
                "12-25",
            ],
        ),
        (
            2026,
            [
                "01-01",
                "04-06",
                "05-01",
                "05-08",
                "05-14",
                "05-25",
                "07-14",
                "08-15",
                "11-01",
                "11-11",
                "12-25",
            ],
        ),
    ],
)
def test_the_eleven_holidays_of_a_year(annee: int, feries: list[str]) -> None:
    annee_entiere = calendrier.jours(date(annee, 1, 1), date(annee, 12, 31))
    assert [f"{j:%m-%d}" for j in annee_entiere if calendrier.est_un_jour_ferie(j)] == feries


@pytest.mark.parametrize(
    ("quand", "ecrit"),
    [("2025-04-01", "1er avril 2025"), ("2024-08-31", "31 août 2024"), ("2024-12-11", "11 décembre 2024")],
)
def test_a_day_is_written_as_french_people_do(quand: str, ecrit: str) -> None:
    assert calendrier.en_francais(jour(quand)) == ecrit


@pytest.mark.parametrize(
    ("centimes", "proche", "tronque"),
    [
        (Fraction(0), 0, 0),
        (Fraction(1, 2), 1, 0),
        (Fraction(49, 100), 0, 0),
        (Fraction(51, 100), 1, 0),
        (Fraction(5, 2), 3, 2),
        (Fraction(7, 2), 4, 3),
        (Fraction(328767, 100), 3288, 3287),
        (Fraction(3287), 3287, 3287),
        (Fraction(2, 3), 1, 0),
    ],
)
def test_a_half_cent_goes_up_or_is_dropped(centimes: Fraction, proche: int, tronque: int) -> None:
    assert arrondis.au_plus_proche(centimes) == proche
    assert arrondis.tronque(centimes) == tronque


@pytest.mark.parametrize(
    ("exacte", "affichee"),
    [
        (Fraction(6000_00 * 100, 9125), Fraction("6575.3425")),
        (Fraction(252252 * 3 * 100, 9125), Fraction("8293.2164")),
        (Fraction(6000), Fraction(6000)),
        (Fraction("1.00005"), Fraction("1.0001")),
    ],
)
def test_a_daily_base_is_shown_with_six_decimals_of_a_euro(exacte: Fraction, affichee: Fraction) -> None:
    assert arrondis.a_six_decimales(exacte) == affichee
