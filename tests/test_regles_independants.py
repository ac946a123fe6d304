"""Self-employed parents, rule by rule: lump sums, daily benefit, income test, parts; each bound below, at it, and above."""

from fractions import Fraction

import pytest

from oracle.famille import independants
from oracle.loi import Variante, liquidation_en_cours
from tests.aides import euros, jour

PASS_MENSUELS = {2020: 3428, 2021: 3428, 2022: 3428, 2023: 3666, 2024: 3864, 2025: 3925, 2026: 4005}


def mensuel(annee: int) -> Fraction:
    """The monthly ceiling of a year, cents."""
    return euros(str(PASS_MENSUELS[annee]))


def annuels(*annees: int) -> list[Fraction]:
    """The yearly ceilings, cents."""
    return [mensuel(annee) * 12 for annee in annees]


@pytest.mark.parametrize(
    ("micro", "revenu"), [("vente", "2900.00"), ("services", "5000.00"), ("bnc", "6600.00")]
)
def test_a_micro_entrepreneur_s_income_is_turnover_less_flat_costs(micro: str, revenu: str) -> None:
    """71, 50 and 34 % taken off ten thousand euros."""
    assert independants.revenu_d_un_micro_entrepreneur(10_000_00, micro) == euros(revenu)


@pytest.mark.parametrize(
    ("dues", "payees", "plan", "retenu"),
    [
        (1000_00, 1000_00, False, "20000.00"),
        (1000_00, 500_00, False, "10000.00"),
        (1000_00, 500_00, True, "20000.00"),
        (1000_00, 1200_00, False, "20000.00"),
        (1000_00, 0, False, "0.00"),
        (0, 0, False, "20000.00"),
    ],
)
def test_unpaid_contributions_reduce_the_income_unless_a_schedule_is_kept_to(
    dues: int, payees: int, plan: bool, retenu: str
) -> None:
    assert independants.revenu_acquitte(euros("20000.00"), dues, payees, plan) == euros(retenu)


@pytest.mark.parametrize(
    ("revenu", "micro", "retenu"),
    [
        ("18839.99", False, "18840.00"),
        ("18840.00", False, "18840.00"),
        ("18840.01", False, "18840.01"),
        ("0.00", False, "18840.00"),
        ("0.00", True, "0.00"),
        ("18839.99", True, "18839.99"),
    ],
)
def test_the_income_of_a_business_is_not_below_40_per_cent_of_the_ceiling(
    revenu: str, micro: bool, retenu: str
) -> None:
    """40 % of 47 100."""
    plafond = mensuel(2025) * 12
    assert independants.revenu_plancher(euros(revenu), plafond, micro) == euros(retenu)
    with liquidation_en_cours({"test_10": "revenu_reel"}, Variante()):
        assert independants.revenu_plancher(euros(revenu), plafond, micro) == euros(revenu)


@pytest.mark.parametrize(
    ("affiliation", "annees", "closes"),
    [
        ("2018-01-01", (2023, 2024, 2025), (2023, 2024, 2025)),
        ("2023-12-31", (2023, 2024, 2025), (2023, 2024, 2025)),
        ("2024-01-01", (2024, 2025, 2026), (2024, 2025)),
        ("2025-06-01", (2025, 2026), (2025,)),
        ("2026-01-02", (2026,), (2026,)),
    ],
)
def test_three_civil_years_are_averaged_or_all_since_affiliation_in_the_first_three(
    affiliation: str, annees: tuple[int, ...], closes: tuple[int, ...]
) -> None:
    """``closes``: the running year is left aside, unless there is no other."""
    assert independants.annees_du_revenu(jour("2026-05-01"), jour(affiliation)) == annees
    with liquidation_en_cours({"ti_debut_annee_en_cours": "exclue"}, Variante()):
        assert independants.annees_du_revenu(jour("2026-05-01"), jour(affiliation)) == closes


def test_the_mean_is_that_of_three_years_even_when_one_earned_nothing() -> None:
    assert independants.revenu_annuel_moyen([euros("6000.00"), Fraction(0), euros("9000.00")]) == euros(
        "5000.00"
    )
    assert independants.revenu_annuel_moyen([Fraction(1), Fraction(0), Fraction(0)]) == Fraction(1, 3)


def test_the_income_of_a_first_year_is_brought_to_365_days() -> None:
    assert independants.revenu_des_premieres_annees([euros("7300.00")], 73) == euros("36500.00")
    assert independants.revenu_des_premieres_annees([euros("1000.00"), euros("460.00")], 730) == euros(
        "730.00"
    )


@pytest.mark.parametrize(
    ("annees", "dixieme"),
    [
        ((2020, 2021, 2022), "4113.60"),
        ((2021, 2022, 2023), "4208.80"),
        ((2022, 2023, 2024), "4383.20"),
        ((2023, 2024, 2025), "4582.00"),
        ((2021, 2022), "4113.60"),
        ((2022, 2023), "4256.40"),
        ((2023, 2024), "4518.00"),
        ((2024, 2025), "4673.40"),
        ((2023,), "4399.20"),
        ((2024,), "4636.80"),
        ((2025,), "4710.00"),
    ],
)
def test_the_threshold_is_a_tenth_of_the_mean_ceiling_of_the_years_averaged(
    annees: tuple[int, ...], dixieme: str
) -> None:
    """4 113.60 and 4 208.80 are published by the health insurance for leaves of 2023 and 2024."""
    assert independants.seuil_des_dix_pour_cent(annuels(*annees)) == euros(dixieme)


@pytest.mark.parametrize(("revenu", "reduit"), [("4581.99", True), ("4582.00", False), ("4582.01", False)])
def test_amounts_fall_to_a_tenth_strictly_below_the_threshold(revenu: str, reduit: bool) -> None:
    dixieme = independants.seuil_des_dix_pour_cent(annuels(2023, 2024, 2025))
    assert independants.montant_reduit(euros(revenu), dixieme) is reduit


def test_the_amount_of_the_first_payment_holds_or_follows_each_day() -> None:
    versement, paye = jour("2025-12-20"), jour("2026-01-05")
    assert independants.date_du_montant(versement, paye) == versement
    with liquidation_en_cours({"ti_revalorisation": "jour_indemnise"}, Variante()):
        assert independants.date_du_montant(versement, paye) == paye


@pytest.mark.parametrize(
    ("annee", "entiere", "dixieme"),
    [(2023, 60_26, 6_03), (2024, 63_52, 6_35), (2025, 64_52, 6_45), (2026, 65_84, 6_58)],
)
def test_a_day_is_a_730th_of_the_yearly_ceiling_or_a_tenth_of_it(
    annee: int, entiere: int, dixieme: int
) -> None:
    """63.52 is published for 2024."""
    assert independants.indemnite_forfaitaire(mensuel(annee), reduite=False) == entiere
    assert independants.indemnite_forfaitaire(mensuel(annee), reduite=True) == dixieme


@pytest.mark.parametrize(
    ("annee", "entiere", "dixieme"),
    [(2023, 3666_00, 366_60), (2024, 3864_00, 386_40), (2025, 3925_00, 392_50), (2026, 4005_00, 400_50)],
)
def test_the_lump_sum_is_the_monthly_ceiling_or_a_tenth_of_it_paid_by_halves(
    annee: int, entiere: int, dixieme: int
) -> None:
    assert independants.allocation_de_repos(mensuel(annee), reduite=False) == entiere
    assert independants.allocation_de_repos(mensuel(annee), reduite=True) == dixieme
    assert 2 * independants.premiere_moitie(entiere) == entiere
    assert 2 * independants.allocation_d_adoption(entiere) == entiere


def test_half_of_an_odd_number_of_cents_is_rounded_up() -> None:
    assert independants.premiere_moitie(386_41) == 193_21
    assert independants.allocation_d_adoption(386_41) == 193_21


@pytest.mark.parametrize(
    ("naissance", "en_une_fois"), [("2025-04-14", True), ("2025-04-15", False), ("2025-04-16", False)]
)
def test_the_lump_sum_is_paid_at_once_when_the_birth_comes_before_the_end_of_the_seventh_month(
    naissance: str, en_une_fois: bool
) -> None:
    """Pregnant since 15 September 2024: the seventh month ends on 14 April 2025."""
    assert independants.allocation_en_une_fois(jour(naissance), jour("2024-09-15")) is en_une_fois


@pytest.mark.parametrize(("jours", "suffit"), [(41, False), (42, True), (43, True)])
def test_the_daily_benefit_asks_for_six_weeks_after_the_birth(jours: int, suffit: bool) -> None:
    assert independants.six_semaines_apres_la_naissance(jours) is suffit


@pytest.mark.parametrize(("jours", "acquise"), [(55, False), (56, True), (57, True)])
def test_short_of_eight_weeks_the_lump_sum_is_not_due_either(jours: int, acquise: bool) -> None:
    assert independants.allocation_acquise(jours) is acquise


def test_without_the_six_weeks_the_lump_sum_stays_due_unless_read_otherwise() -> None:
    assert independants.allocation_sans_six_semaines()
    with liquidation_en_cours({"ti_moins_de_six_semaines": "rien"}, Variante()):
        assert not independants.allocation_sans_six_semaines()


@pytest.mark.parametrize(
    ("rang", "apres", "paye"),
    [
        (1, 0, True),
        (30, 0, True),
        (31, 0, False),
        (15, 15, True),
        (30, 15, True),
        (16, 16, False),
        (30, 16, False),
        (31, 15, False),
    ],
)
def test_thirty_days_of_illness_are_paid_fifteen_of_them_after_birth(
    rang: int, apres: int, paye: bool
) -> None:
    assert independants.jour_pathologique(rang, apres) is paye


@pytest.mark.parametrize(
    ("jours", "apres", "pris"), [(6, 0, False), (7, 0, True), (7, 1, True), (8, 1, True), (7, 2, False)]
)
def test_a_self_employed_father_stops_seven_days_from_the_birth(jours: int, apres: int, pris: bool) -> None:
    assert independants.jours_obligatoires_du_pere(jours, apres) is pris


@pytest.mark.parametrize(
    ("rang", "jours", "trois_en_tout", "trois_apres"),
    [
        (1, 4, False, False),
        (1, 5, True, True),
        (2, 5, True, True),
        (3, 5, False, True),
        (4, 5, False, False),
        (3, 4, False, False),
    ],
)
def test_a_self_employed_father_has_three_parts_the_first_included_or_three_beside_it(
    rang: int, jours: int, trois_en_tout: bool, trois_apres: bool
) -> None:
    """``rang`` counts the parts after the compulsory days."""
    assert independants.part_du_pere(rang, jours) is trois_en_tout
    with liquidation_en_cours({"ti_fractions_paternite": "trois_apres_les_sept_jours"}, Variante()):
        assert independants.part_du_pere(rang, jours) is trois_apres


@pytest.mark.parametrize(
    ("enfants", "troisieme", "jours"),
    [(1, False, 84), (1, True, 136), (2, False, 178), (2, True, 178), (3, False, 241), (4, True, 241)],
)
def test_a_self_employed_adopter_has_three_quarters_of_the_maternity_rest_in_whole_days(
    enfants: int, troisieme: bool, jours: int
) -> None:
    """The health insurance publishes 84, 136, 178 and 241 days since July 2021."""
    assert independants.duree_d_adoption(enfants, troisieme) == jours


@pytest.mark.parametrize(
    ("quand", "paye"), [("2025-09-30", False), ("2025-10-01", True), ("2025-10-02", True)]
)
def test_only_days_from_the_arrival_are_paid_to_the_self_employed(quand: str, paye: bool) -> None:
    assert independants.jour_d_adoption(jour(quand), jour("2025-10-01")) is paye


@pytest.mark.parametrize(
    ("smic_mensuel", "plafond"),
    [
        ("1457.52", 52_05),
        ("1498.47", 53_52),
        ("1709.28", 61_05),
        ("1747.20", 62_40),
        ("1766.92", 63_10),
        ("1801.80", 64_35),
        ("1823.03", 65_11),
        ("1867.02", 66_68),
    ],
)
def test_a_day_of_replacement_is_paid_twice_the_monthly_smic_over_56_days_at_most(
    smic_mensuel: str, plafond: int
) -> None:
    """Published: 52.05 for 2015, 53.52 for 2018."""
    assert independants.plafond_du_remplacement(euros(smic_mensuel)) == plafond


@pytest.mark.parametrize(
    ("cout", "paye"),
    [
        ("643.49", "643.49"),
        ("643.50", "643.50"),
        ("643.51", "643.50"),
        ("2000.00", "643.50"),
        ("0.00", "0.00"),
    ],
)
def test_a_replacement_is_paid_its_cost_within_the_ceiling_of_its_days(cout: str, paye: str) -> None:
    """Ten days at 64.35."""
    rendu = independants.indemnite_de_remplacement(int(euros(cout)), 10, Fraction(64_35))
    assert rendu == euros(paye)
