"""Therapeutic part-time and pensions: both sides of each bound, each reading."""

import pytest

from oracle import pensions, temps_partiel
from oracle.loi import Variante, liquidation_en_cours
from tests.aides import jour


def test_part_time_has_no_waiting_days() -> None:
    assert temps_partiel.carence_du_temps_partiel(temps_partiel=False)
    assert not temps_partiel.carence_du_temps_partiel(temps_partiel=True)


@pytest.mark.parametrize(("percu", "perte"), [(1200_00, 800_00), (2000_00, 0), (2100_00, 0)])
def test_the_loss_is_what_would_have_been_earned_less_what_was(percu: int, perte: int) -> None:
    assert temps_partiel.perte_de_salaire(2000_00, percu) == perte


@pytest.mark.parametrize(("perte", "due"), [(0, False), (1, True)])
def test_without_a_loss_nothing_is_due(perte: int, due: bool) -> None:
    assert temps_partiel.perte_indemnisee(perte) is due


def test_the_loss_of_some_days_is_their_share_truncated() -> None:
    """800 × 10 ÷ 30 = 266.666…"""
    assert temps_partiel.perte_des_jours_payables(800_00, 10, 30) == 266_66


@pytest.mark.parametrize(
    ("perte", "au_mois", "au_jour"),
    [
        (800_00, 800_00, 799_80),  # 800 ÷ 30 = 26.666…, truncated 26.66 × 30
        (986_39, 986_39, 986_10),  # 32.879… → 32.87 × 30
        (986_40, 986_40, 986_40),
        (1200_00, 986_40, 986_40),
    ],
)
def test_a_month_of_part_time_is_its_benefits_or_the_loss(perte: int, au_mois: int, au_jour: int) -> None:
    """Thirty days at 32.88."""
    assert temps_partiel.indemnite_de_la_periode(30 * 32_88, 30, perte) == au_mois
    with liquidation_en_cours({"tpt_granularite": "jour"}, Variante()):
        assert temps_partiel.indemnite_de_la_periode(30 * 32_88, 30, perte) == au_jour


@pytest.mark.parametrize(("total", "jours"), [(800_00, 30), (1, 30), (999_99, 31), (0, 5)])
def test_the_cents_of_the_days_make_the_total_exactly(total: int, jours: int) -> None:
    parts = [temps_partiel.part_du_jour(total, rang, jours) for rang in range(1, jours + 1)]
    assert sum(parts) == total
    assert max(parts) - min(parts) <= 1


def test_the_cents_of_a_day_follow_the_rounding_of_the_running_total() -> None:
    """800.00 over 30 days: 26.67 after one day, 53.33 after two, 80.00 after three."""
    assert [temps_partiel.part_du_jour(800_00, rang, 30) for rang in (1, 2, 3)] == [26_67, 26_66, 26_67]


def test_part_time_goes_on_one_year_after_the_360th_benefit_unless_read_otherwise() -> None:
    assert temps_partiel.dernier_jour_apres_les_360(jour("2025-03-10")) == jour("2026-03-10")
    assert temps_partiel.dernier_jour_apres_les_360(jour("2024-02-28")) == jour("2025-02-28")
    with liquidation_en_cours({"tpt_apres_360": "dans_les_360"}, Variante()):
        assert temps_partiel.dernier_jour_apres_les_360(jour("2025-03-10")) == jour("2025-03-10")


def test_part_time_goes_on_one_year_after_the_three_years_of_a_condition() -> None:
    assert temps_partiel.dernier_jour_apres_les_trois_ans(jour("2025-12-31")) == jour("2026-12-31")


@pytest.mark.parametrize(("quand", "dedans"), [("2026-03-10", True), ("2026-03-11", False)])
def test_the_last_day_of_the_additional_year_is_inside(quand: str, dedans: bool) -> None:
    assert temps_partiel.dans_l_annee_de_plus(jour(quand), jour("2026-03-10")) is dedans


@pytest.mark.parametrize(("version", "mois"), [(1, 744), (2, 753), (3, 750)])
def test_the_scale_of_the_legal_age_is_that_of_the_pension(version: int, mois: int) -> None:
    assert pensions.bareme_de_l_age_legal(version, 744, 753, 750) == mois


def test_the_limit_of_sixty_begins_when_both_age_and_pension_are_there() -> None:
    assert pensions.age_legal_atteint_le(jour("1963-02-28"), 753) == jour("2025-11-28")
    assert pensions.debut_de_la_limite_de_60(jour("2025-11-28"), jour("2025-06-01")) == jour("2025-11-28")
    assert pensions.debut_de_la_limite_de_60(jour("2025-05-28"), jour("2025-06-01")) == jour("2025-06-01")


@pytest.mark.parametrize(
    ("quand", "debut", "compte"),
    [
        ("2025-05-31", "2025-06-01", False),
        ("2025-06-01", "2025-06-01", True),
        ("2020-12-31", "2019-01-01", False),
        ("2021-01-01", "2019-01-01", True),
    ],
)
def test_days_count_from_the_limit_on_and_never_before_2021(quand: str, debut: str, compte: bool) -> None:
    assert pensions.sous_la_limite_de_60(jour(quand), jour(debut)) is compte


@pytest.mark.parametrize(
    ("quand", "texte", "pratique"),
    [
        ("2023-04-30", False, False),
        ("2023-05-01", False, True),
        ("2023-08-31", False, True),
        ("2023-09-01", True, True),
    ],
)
def test_progressive_retirement_is_spared_from_september_or_may_2023(
    quand: str, texte: bool, pratique: bool
) -> None:
    assert pensions.retraite_progressive_epargnee(jour(quand), progressive=True) is texte
    assert not pensions.retraite_progressive_epargnee(jour(quand), progressive=False)
    with liquidation_en_cours({"retraite_progressive_des": "2023-05-01"}, Variante()):
        assert pensions.retraite_progressive_epargnee(jour(quand), progressive=True) is pratique
        assert not pensions.retraite_progressive_epargnee(jour(quand), progressive=False)


@pytest.mark.parametrize(("servies", "payee"), [(59, True), (60, False)])
def test_the_sixtieth_benefit_is_paid_and_the_next_is_not(servies: int, payee: bool) -> None:
    assert pensions.dans_la_limite_de_60(servies, 60) is payee


def test_a_military_affection_is_paid_three_years_then_two_years_pass() -> None:
    fin = pensions.dernier_jour_pour_la_pension_militaire(jour("2021-03-01"))
    assert fin == jour("2024-02-29")
    assert pensions.dans_la_periode_de_pension_militaire(jour("2024-02-29"), fin)
    assert not pensions.dans_la_periode_de_pension_militaire(jour("2024-03-01"), fin)
    assert not pensions.nouvelle_periode_de_pension_militaire(fin, jour("2026-02-28"))
    assert pensions.nouvelle_periode_de_pension_militaire(fin, jour("2026-03-01"))
