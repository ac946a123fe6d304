"""Figures anyone can read elsewhere: published maxima, thresholds, and worked examples, to the cent and to the day."""

import calendar
from datetime import date, timedelta
from fractions import Fraction

import pytest

from oracle.calendrier import mois_civils_precedents
from oracle.decompte import Decompte
from oracle.legislation import tables
from tests.aides import (
    Json,
    activite,
    attestation,
    avis,
    dossier,
    indemnite,
    jour,
    jours_indemnises,
    liquide,
    paies,
    resume,
)


def trois_mois_avant(debut: str, *bruts: str) -> list[Json]:
    """The pays of the civil months before a stop."""
    premier = mois_civils_precedents(jour(debut), len(bruts))[0].debut
    return paies(f"{premier.year}-{premier.month:02d}", *bruts)


def arret(debut: str, fin: str, *bruts: str, **champs: str) -> Decompte:
    """The usual insured, stopped from ``debut`` to ``fin``, with these monthly pays before."""
    veille = str(jour(debut) - timedelta(days=1))
    donnees = dossier(
        activite(),
        avis(debut, fin, **champs),
        attestation(trois_mois_avant(debut, *bruts), dernier_jour_travaille=veille, recue_le=debut),
    )
    return liquide(donnees, fin)


def une_indemnite(debut: str, *bruts: str) -> int:
    """The daily benefit of a stop begun on ``debut``, cents."""
    fin = str(jour(debut) + timedelta(days=9))
    return int(indemnite(arret(debut, fin, *bruts)))


@pytest.mark.parametrize(
    ("debut", "maximum"),
    [
        ("2020-08-03", 45_55),
        ("2022-05-31", 47_43),
        ("2022-06-01", 48_69),
        ("2022-08-31", 48_69),
        ("2022-09-01", 49_68),
        ("2023-01-31", 49_68),
        ("2023-02-01", 50_58),
        ("2023-05-31", 50_58),
        ("2023-06-01", 51_70),
        ("2024-01-31", 51_70),
        ("2024-02-01", 52_28),
        ("2024-11-30", 52_28),
        ("2024-12-01", 53_31),
        ("2025-03-31", 53_31),
        ("2025-04-01", 41_47),
        ("2026-01-31", 41_47),
        ("2026-02-01", 41_95),
        ("2026-06-30", 41_95),
        ("2026-07-01", 42_97),
        ("2026-10-31", 42_97),
    ],
)
def test_the_maximum_of_each_year_is_the_published_one(debut: str, maximum: int) -> None:
    assert une_indemnite(debut, "4000.00", "4000.00", "4000.00") == maximum


@pytest.mark.parametrize(
    ("premier_jour", "six_mois", "douze_mois"),
    [
        ("2020-01-01", 10_302_25, 20_604_50),  # F2265
        ("2021-01-01", 10_403_75, 20_807_50),
        ("2021-10-01", 10_637_20, 21_274_40),
        ("2022-01-01", 10_728_55, 21_457_10),
        ("2022-05-01", 11_012_75, 22_025_50),
        ("2022-08-01", 11_236_05, 22_472_10),
        ("2023-01-01", 11_439_05, 22_878_10),
        ("2023-07-01", 11_692_80, 23_385_60),
        ("2024-01-01", 11_824_75, 23_649_50),
        ("2025-01-01", 12_058_20, 24_116_40),
        ("2026-01-01", 12_200_30, 24_400_60),
        ("2026-06-01", 12_494_65, 24_989_30),
    ],
)
def test_the_thresholds_of_pay_follow_the_hourly_smic(
    premier_jour: str, six_mois: int, douze_mois: int
) -> None:
    smic = tables()["smic_horaire"].valeur_au(jour(premier_jour))
    assert [1015 * smic, 2030 * smic] == [Fraction(six_mois), Fraction(douze_mois)]


@pytest.mark.parametrize(
    ("debut", "bruts", "montant"),
    [
        ("2024-09-02", ("2000.00", "2000.00", "2000.00"), 32_88),
        ("2024-02-01", ("4000.00", "4000.00", "4000.00"), 52_28),
        ("2025-03-31", ("4000.00", "4000.00", "4000.00"), 53_31),
        ("2025-04-01", ("4000.00", "4000.00", "4000.00"), 41_47),
        ("2026-01-31", ("3000.00", "3000.00", "3000.00"), 41_47),
        ("2026-02-01", ("3000.00", "3000.00", "3000.00"), 41_95),
        ("2023-06-05", ("3300.00", "3300.00", "3300.00"), 51_70),
        ("2023-10-15", ("1825.00", "1750.00", "1900.00"), 30_00),
        ("2025-09-08", ("1900.00", "4000.00", "1900.00"), 34_64),
    ],
)
def test_worked_examples_of_a_daily_benefit(debut: str, bruts: tuple[str, ...], montant: int) -> None:
    assert une_indemnite(debut, *bruts) == montant


def test_fourteen_days_at_thirty_euros_leave_391_86_net() -> None:
    """17 days from 15 to 31 October less three."""
    rendu = arret("2023-10-15", "2023-10-31", "1825.00", "1750.00", "1900.00")
    (prelevement,) = rendu.prelevements
    assert (jours_indemnises(rendu), prelevement.brut, prelevement.net) == (14, 420_00, 391_86)


def test_from_a_tuesday_to_the_wednesday_of_the_week_after_six_days_are_paid() -> None:
    rendu = arret("2025-06-03", "2025-06-11", "2000.00", "2000.00", "2000.00")
    assert [(p[0], p[2]) for p in resume(rendu)] == [
        ("2025-06-03", "carence"),
        ("2025-06-06", "indemnise"),
    ]
    assert jours_indemnises(rendu) == 6


def test_a_notice_given_at_noon_of_a_worked_day_is_paid_from_the_fifth_day() -> None:
    donnees = dossier(
        activite(),
        avis("2025-01-23", "2025-01-30", premier_jour_travaille=True),
        attestation(paies("2024-10", "2000.00", "2000.00", "2000.00"), dernier_jour_travaille="2025-01-23"),
    )
    rendu = liquide(donnees, "2025-01-30")
    assert [p.debut for p in rendu.periodes if p.statut == "indemnise"] == [jour("2025-01-27")]
    assert jours_indemnises(rendu) == 4


def test_after_two_days_without_notice_a_prolongation_is_paid_from_its_first_day() -> None:
    """13 to 15 waiting, 16 and 17 nothing, 18 to 21 paid."""
    donnees = dossier(
        activite(),
        avis("2025-10-13", "2025-10-15"),
        avis("2025-10-18", "2025-10-21", id="p9", nature="prolongation"),
        attestation(paies("2025-07", "2000.00", "2000.00", "2000.00"), dernier_jour_travaille="2025-10-12"),
    )
    assert [(p[0], p[1], p[2]) for p in resume(liquide(donnees, "2025-10-21"))] == [
        ("2025-10-13", "2025-10-15", "carence"),
        ("2025-10-16", "2025-10-17", "non_prescrit"),
        ("2025-10-18", "2025-10-21", "indemnise"),
    ]


@pytest.mark.parametrize(("dernier", "ouvert"), [("1500.00", True), ("1499.99", False)])
def test_eleven_thousand_four_hundred_and_thirty_nine_euros_and_five_cents_open_rights(
    dernier: str, ouvert: bool
) -> None:
    """Stop on 1 July 2023, no hours known: 11 439.05 from January to June 2023."""
    bruts = ("1987.81", "1987.81", "1987.81", "1987.81", "1987.81", dernier)
    declarees = [paie | {"heures": None} for paie in paies("2023-01", *bruts)]
    donnees = dossier(
        activite(),
        avis("2023-07-01", "2023-07-10"),
        attestation(declarees, dernier_jour_travaille="2023-06-30", recue_le="2023-07-05"),
    )
    assert sum(int(brut.replace(".", "")) for brut in bruts) == 11_439_05 - (not ouvert)
    assert [d.ouvert for d in liquide(donnees, "2023-07-10").decisions] == [ouvert]


def test_stops_of_several_lengths_within_three_years_leave_one_benefit_of_360() -> None:
    """15, 12, 186, 22, 42 and 100 days, less three waiting days each: 359."""
    pieces = [activite(debut="2018-01-01")]
    pieces.append(
        {
            "id": "af",
            "type": "affiliation",
            "recue_le": "2018-01-02",
            "regime": "general",
            "debut": "2018-01-01",
        }
    )
    debut = date(2023, 1, 2)
    for rang, duree in enumerate((15, 12, 186, 22, 42, 100, 10)):
        fin = debut + timedelta(days=duree - 1)
        pieces.append(avis(str(debut), str(fin), id=f"v{rang}", arret=f"S{rang}"))
        pieces.append(
            attestation(
                _douze_mois(debut),
                id=f"t{rang}",
                arret=f"S{rang}",
                dernier_jour_travaille=str(debut - timedelta(days=1)),
                recue_le=str(debut),
            )
        )
        debut = fin + timedelta(days=40)
    rendu = liquide(dossier(*pieces), "2025-12-31")
    par_arret = {
        f"S{rang}": sum(
            (p.fin - p.debut).days + 1
            for p in rendu.periodes
            if p.arret == f"S{rang}" and p.statut == "indemnise"
        )
        for rang in range(7)
    }
    assert par_arret == {"S0": 12, "S1": 9, "S2": 183, "S3": 19, "S4": 39, "S5": 97, "S6": 1}


def _douze_mois(debut: date) -> list[Json]:
    mois = mois_civils_precedents(debut, 12)
    return [
        {
            "debut": str(m.debut),
            "fin": str(
                date(m.debut.year, m.debut.month, calendar.monthrange(m.debut.year, m.debut.month)[1])
            ),
            "brut": "2000.00",
            "heures": "151.67",
            "versee_le": str(m.fin),
        }
        for m in mois
    ]


def a_temps_partiel(percu: str) -> Decompte:
    """September 2024, thirty days of part-time, 2 000 € before."""
    certificat = {
        "id": "tp",
        "type": "attestation_temps_partiel",
        "recue_le": "2024-10-02",
        "arret": "S1",
        "activite": "A",
        "debut": "2024-09-01",
        "fin": "2024-09-30",
        "salaire_retabli": "2000.00",
        "salaire_percu": percu,
    }
    donnees = dossier(
        activite(), avis("2024-09-01", "2024-09-30", modalite="temps_partiel"), attestation(), certificat
    )
    return liquide(donnees, "2024-10-02")


@pytest.mark.parametrize(("percu", "du"), [("1200.00", 800_00), ("800.00", 986_40)])
def test_a_month_of_part_time_pays_the_loss_or_its_thirty_benefits(percu: str, du: int) -> None:
    (periode,) = a_temps_partiel(percu).periodes
    assert (periode.montant, periode.statut) == (du, "indemnise")


def test_an_unemployed_insured_has_the_ceiling_of_the_stop() -> None:
    """Worked until 31 August 2023 at 4 000 €, unemployed, stopped from 9 December 2024 to 10 January 2025."""
    donnees = dossier(
        activite(fin="2023-08-31", motif_fin="licenciement"),
        {
            "id": "c",
            "type": "chomage",
            "recue_le": "2023-09-10",
            "debut": "2023-09-01",
            "fin": None,
            "indemnise": True,
        },
        avis("2024-12-09", "2025-01-10"),
        attestation(paies("2023-06", "4000.00", "4000.00", "4000.00"), dernier_jour_travaille="2023-08-31"),
    )
    rendu = liquide(donnees, "2025-01-10")
    assert [indemnite(rendu), jours_indemnises(rendu), rendu.soldes[0].du] == [53_31, 30, 1599_30]
