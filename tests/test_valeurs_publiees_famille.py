"""Family leaves, figures anyone can read elsewhere: published maxima, minima, thresholds and examples, to the cent and the day.

Names in comments are those of the pages that publish the figure; the others are the same formula with a sourced input.
"""

from typing import Any

import pytest

from oracle.calendrier import plus_jours
from oracle.decompte import Decompte
from oracle.legislation import tables
from tests.aides import (
    activite,
    avis,
    chaque_jour,
    dossier,
    euros,
    indemnite,
    jour,
    jours_indemnises,
    liquide,
)
from tests.aides_famille import conge, dans, enfant, grossesse, naissance, repos, salaires


def un_repos(debut: str, *bruts: str) -> Decompte:
    """A rest of 112 days begun on ``debut``: the presumed date is six weeks later, the birth on that day."""
    prevu, fin = dans(42, debut), dans(111, debut)
    return repos(prevu, prevu, debut, fin, *bruts)


def paye(rendu: Decompte) -> list[tuple[str, str]]:
    """First and last days of each run of paid days."""
    suites: list[tuple[str, str]] = []
    for quand in sorted(q for q, periode in chaque_jour(rendu).items() if periode.statut == "indemnise"):
        if suites and quand == dans(1, suites[-1][1]):
            suites[-1] = suites[-1][0], quand
        else:
            suites.append((quand, quand))
    return suites


@pytest.mark.parametrize(
    ("debut", "maximum"),
    [
        ("2023-01-31", 89_03),  # F2265, Tissot: 89.03 from 2020 to 2022
        ("2023-02-01", 95_22),  # bebepassion; another page truncates to 95.21
        ("2024-01-31", 95_22),
        ("2024-02-01", 100_36),  # generali, CAF
        ("2025-01-31", 100_36),
        ("2025-02-01", 101_94),  # juritravail
        ("2026-01-01", 101_94),
        ("2026-01-31", 101_94),
        ("2026-02-01", 104_02),  # lessentieldeleco
    ],
)
def test_the_maximum_is_the_published_one_and_january_keeps_that_of_the_year_before(
    debut: str, maximum: int
) -> None:
    assert indemnite(un_repos(debut, "4500.00", "4500.00", "4500.00")) == maximum


@pytest.mark.parametrize(
    ("annee", "maximum"), [("2019", 87_71), ("2020", 89_03), ("2021", 89_03), ("2022", 89_03)]
)
def test_the_maxima_of_former_years_follow_from_the_ceiling(annee: str, maximum: int) -> None:
    """3 × ceiling ÷ 91.25 × 0.79, to the nearest cent."""
    plafond = tables()["plafond_mensuel_securite_sociale"].valeur_au(jour(f"{annee}-06-01"))
    assert round(3 * plafond / euros("91.25") * 79) == maximum


@pytest.mark.parametrize(
    ("debut", "minimum"),
    [
        ("2023-02-01", 10_24),  # lyceedesmetiersparentis; 10.16 before 2023: Tissot
        ("2024-02-01", 10_79),  # lyceedesmetiersparentis
        ("2025-02-01", 11_02),  # juritravail
        ("2026-02-01", 11_12),  # lessentieldeleco
    ],
)
def test_the_minimum_is_the_published_one(debut: str, minimum: int) -> None:
    """Three pays of 400 € and full hours give 10.39 before the floor."""
    assert indemnite(un_repos(debut, "300.00", "300.00", "300.00")) == minimum


@pytest.mark.parametrize(("quand", "minimum"), [("2022-07-01", 10_16), ("2022-12-31", 10_16)])
def test_the_minimum_of_the_second_half_of_2022_follows_from_the_least_pension(
    quand: str, minimum: int
) -> None:
    """3 709.08 a year (editions-tissot), 10.16 a day."""
    pension = tables()["pension_invalidite_minimale"].valeur_au(jour(quand))
    assert (pension * 12, round(pension * 12 / 365)) == (euros("3709.08"), minimum)


def test_112_days_at_the_maximum_of_2026_make_11_650_24_euros() -> None:
    """lessentieldeleco: « environ 11 650 »; net of CSG and CRDS on the total."""
    rendu = un_repos("2026-02-01", "4500.00", "4500.00", "4500.00")
    (prelevement,) = rendu.prelevements
    assert (jours_indemnises(rendu), prelevement.brut, prelevement.net) == (112, 11_650_24, 10_869_67)


def test_182_days_at_the_maximum_of_2026_make_18_931_64_euros() -> None:
    """lessentieldeleco: « environ 18 930 ». Third child expected on 1 June 2026."""
    rendu = repos(
        "2026-06-01", "2026-06-01", "2026-04-06", "2026-10-04", *["4500.00"] * 3, enfants_a_charge=2
    )
    assert [solde.du for solde in rendu.soldes] == [18_931_64]


@pytest.mark.parametrize(
    ("debut", "bruts", "montant"),
    [
        ("2025-05-04", ("2000.00", "2000.00", "2000.00"), 51_95),
        ("2026-02-10", ("4500.00", "4500.00", "4500.00"), 104_02),
        ("2026-01-18", ("4500.00", "4500.00", "4500.00"), 101_94),
        ("2025-05-05", ("5000.00", "3000.00", "3000.00"), 85_93),  # never 95.23, the ceiling on the mean
        ("2025-05-04", ("3100.00", "2900.00", "2900.00"), 77_05),  # apprendre-la-paie rounds otherwise: 77.04
        ("2026-02-10", ("400.00", "400.00", "400.00"), 11_12),
    ],
)
def test_worked_examples_of_a_daily_benefit(debut: str, bruts: tuple[str, ...], montant: int) -> None:
    assert indemnite(un_repos(debut, *bruts)) == montant


@pytest.mark.parametrize(
    ("nee", "fin", "jours"),
    [
        ("2025-06-15", "2025-08-23", 112),
        ("2025-06-17", "2025-08-25", 114),  # CPAM 44: born two days late, it ends two days later
        ("2025-06-20", "2025-08-28", 117),
        ("2025-06-08", "2025-08-23", 112),  # rocketlawyer: five weeks before, eleven after
    ],
)
def test_a_late_birth_lengthens_the_rest_and_an_early_one_leaves_it_whole(
    nee: str, fin: str, jours: int
) -> None:
    rendu = repos("2025-06-15", nee, "2025-05-04", "2025-09-30", *["2000.00"] * 3)
    assert (paye(rendu), jours_indemnises(rendu)) == ([("2025-05-04", fin)], jours)


@pytest.mark.parametrize(
    ("debut", "fin", "jours", "champs"),
    [
        ("2025-04-20", "2025-10-18", 182, {"enfants_a_charge": 2}),
        ("2025-04-20", "2025-10-18", 182, {"enfants_nes_viables": 2}),
        ("2025-03-23", "2025-11-15", 238, {"enfants_attendus": 2}),
        ("2024-12-29", "2025-11-15", 322, {"enfants_attendus": 3}),
        ("2025-04-06", "2025-10-04", 182, {"enfants_a_charge": 2, "avance_jours": 14}),
        ("2025-02-23", "2025-10-18", 238, {"enfants_attendus": 2, "avance_jours": 28}),
    ],
)
def test_the_rest_of_a_third_child_of_twins_or_of_triplets(
    debut: str, fin: str, jours: int, champs: dict[str, Any]
) -> None:
    """Expected and born on 15 June 2025; the leave taken is wider than the law, by three days before and fifteen after."""
    pris = str(plus_jours(jour(debut), -3)), str(plus_jours(jour(fin), 15))
    rendu = repos("2025-06-15", "2025-06-15", *pris, *["2000.00"] * 3, **champs)
    assert (paye(rendu), jours_indemnises(rendu)) == ([(debut, fin)], jours)


def prematuree(nee: str, **du_nouveau_ne: Any) -> Decompte:
    """Expected on 3 May 2023: the legal rest starts on 22 March."""
    donnees = dossier(
        activite(),
        grossesse("2023-05-03"),
        naissance(nee, enfant(**du_nouveau_ne)),
        conge("maternite", (nee, "2023-09-30")),
        salaires(nee, *["2000.00"] * 3, risque="maternite"),
    )
    return liquide(donnees, "2023-09-30")


def test_born_ten_days_before_the_rest_and_in_hospital_the_mother_has_122_days() -> None:
    """The health insurance's example of March 2011, twelve years later: 12 March to 11 July."""
    sejour = [{"debut": "2023-03-12", "fin": "2023-04-20"}]
    rendu = prematuree("2023-03-12", hospitalisations=sejour, semaines_amenorrhee=33)
    assert (paye(rendu), jours_indemnises(rendu)) == ([("2023-03-12", "2023-07-11")], 122)
    assert jours_indemnises(prematuree("2023-03-12", semaines_amenorrhee=33)) == 112


def test_a_stillbirth_before_the_rest_gives_112_days_from_the_birth_and_no_overpayment() -> None:
    """25 weeks, 23 February to 14 June 2025: days paid as sickness meanwhile are never claimed back."""
    donnees = dossier(
        activite(),
        grossesse("2025-06-15"),
        naissance("2025-02-23", enfant(ne_vivant=False, semaines_amenorrhee=25)),
        conge("maternite", ("2025-02-23", "2025-06-14")),
        salaires("2025-02-23", *["2000.00"] * 3, risque="maternite"),
    )
    rendu = liquide(donnees, "2025-06-14")
    assert (paye(rendu), jours_indemnises(rendu)) == ([("2025-02-23", "2025-06-14")], 112)
    assert [solde.indu for solde in rendu.soldes] == [0]


def test_three_weeks_postponed_then_a_stop_leave_ten_of_them_for_after_the_birth() -> None:
    """Stopped on 14 May 2025, eleven days are consumed: 14 May to 2 September, 112 days."""
    donnees = dossier(
        activite(),
        grossesse("2025-06-15", report_jours=21, report_prescrit_le="2025-04-28"),
        avis("2025-05-14", "2025-05-24"),
        naissance("2025-06-15"),
        conge("maternite", ("2025-05-25", "2025-09-30")),
        salaires("2025-05-14", *["2000.00"] * 3, risque="maternite"),
    )
    rendu = liquide(donnees, "2025-09-30")
    assert (paye(rendu), jours_indemnises(rendu)) == ([("2025-05-14", "2025-09-02")], 112)


def chez_deux_employeurs(debut: str, premier: str, second: str) -> Decompte:
    prevu, fin = dans(42, debut), dans(111, debut)
    donnees = dossier(
        activite(),
        activite(id="p1b", activite="B"),
        grossesse(prevu),
        naissance(prevu),
        conge("maternite", (debut, fin)),
        salaires(debut, *[premier] * 3, risque="maternite"),
        salaires(debut, *[second] * 3, risque="maternite", id="p3b", activite="B"),
    )
    return liquide(donnees, fin)


@pytest.mark.parametrize(
    ("premier", "second", "montant"), [("2500.00", "2000.00", 104_02), ("1500.00", "900.00", 62_33)]
)
def test_the_pays_of_two_employers_are_one_under_one_ceiling(premier: str, second: str, montant: int) -> None:
    """Never 64.93 + 51.95, nor 38.96 + 23.38."""
    assert indemnite(chez_deux_employeurs("2026-02-10", premier, second)) == montant


@pytest.mark.parametrize(
    ("debut", "affilie_le", "ouvert"),
    [
        ("2023-08-20", "2023-01-30", False),
        ("2023-08-21", "2023-01-30", True),
        ("2023-08-20", "2022-11-30", True),
    ],
)
def test_six_months_of_affiliation_are_enough_for_leaves_begun_after_20_august_2023(
    debut: str, affilie_le: str, ouvert: bool
) -> None:
    """Eight months at the presumed date, then ten."""
    prevu, fin = dans(42, debut), dans(111, debut)
    donnees = dossier(
        activite(debut=affilie_le, recue_le=affilie_le),
        grossesse(prevu),
        naissance(prevu),
        conge("maternite", (debut, fin)),
        salaires(debut, *["2000.00"] * 3, risque="maternite"),
    )
    assert [decision.ouvert for decision in liquide(donnees, fin).decisions] == [ouvert]


def paternite(fin: str, *bruts: str, enfants: int = 1) -> Decompte:
    """A father's leave in one go from 5 March 2026, after the three days of birth leave."""
    donnees = dossier(
        activite(),
        grossesse("2026-03-02", enfants_attendus=enfants),
        naissance("2026-03-02", *[enfant() for _ in range(enfants)]),
        conge("paternite", ("2026-03-05", fin)),
        salaires("2026-03-05", *bruts, risque="paternite"),
    )
    return liquide(donnees, fin)


@pytest.mark.parametrize(
    ("enfants", "fin", "brut", "total"),
    [
        (1, "2026-03-29", "3000.00", 1_948_00),
        (1, "2026-03-29", "4500.00", 2_600_50),  # published: « 25 jours, 2 600 euros »
        (2, "2026-04-05", "4500.00", 3_328_64),
    ],
)
def test_a_father_s_whole_leave_is_worth_the_published_total(
    enfants: int, fin: str, brut: str, total: int
) -> None:
    rendu = paternite(fin, brut, brut, brut, enfants=enfants)
    assert (jours_indemnises(rendu), [s.du for s in rendu.soldes]) == ({1: 25, 2: 32}[enfants], [total])


def test_two_months_of_supplementary_leave_at_3_000_euros() -> None:
    """September at 54.54, October at 46.75; 72.81 and 62.41 at the maximum of 2026."""
    for brut, attendu in (("3000.00", [30 * 54_54, 31 * 46_75]), ("4500.00", [30 * 72_81, 31 * 62_41])):
        donnees = dossier(
            activite(),
            grossesse("2026-03-02"),
            naissance("2026-03-02"),
            conge("naissance_supplementaire", ("2026-09-01", "2026-10-31")),
            salaires("2026-09-01", *[brut] * 3),
        )
        rendu = liquide(donnees, "2026-10-31")
        assert [
            int(p.montant_journalier) * (p.fin - p.debut).days + p.montant_journalier for p in rendu.periodes
        ] == attendu
