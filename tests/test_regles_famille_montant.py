"""The daily amount of employees on family leave, rule by rule: ceiling of each pay, rounding, floor."""

from fractions import Fraction

import pytest

from oracle.famille import montant
from oracle.loi import Variante, liquidation_en_cours
from tests.aides import euros, jour

NETTE = Fraction("0.79")


def gain(*paies: str, diviseur: str = "91.25") -> Fraction:
    """Exact cents of a daily pay."""
    return sum((euros(paie) for paie in paies), Fraction(0)) / Fraction(diviseur)


def test_pay_is_read_before_the_rest_or_before_the_absence_it_ends() -> None:
    repos, absence = jour("2025-05-04"), jour("2025-04-20")
    assert montant.date_de_l_interruption(repos, absence) == repos
    with liquidation_en_cours({"interruption_maternite": "premier_jour_d_absence"}, Variante()):
        assert montant.date_de_l_interruption(repos, absence) == absence


def test_each_part_of_a_father_s_leave_has_its_own_pay_unless_the_first_governs() -> None:
    seconde, premiere = jour("2025-08-01"), jour("2025-06-18")
    assert montant.date_de_la_fraction(seconde, premiere) == seconde
    with liquidation_en_cours({"fraction_paternite": "premiere_fraction"}, Variante()):
        assert montant.date_de_la_fraction(seconde, premiere) == premiere


def test_under_kept_rights_the_ceiling_is_that_of_the_leave_or_of_the_end_of_work() -> None:
    conge, fin = jour("2026-02-10"), jour("2025-03-01")
    assert montant.debut_pour_le_plafond(conge, fin) == conge
    with liquidation_en_cours({"plafond_maintien": "fin_activite"}, Variante()):
        assert montant.debut_pour_le_plafond(conge, fin) == fin
        assert montant.debut_pour_le_plafond(conge, None) == conge


@pytest.mark.parametrize(
    ("debut", "fixe"),
    [
        ("2026-01-01", "2025-12-31"),
        ("2026-01-31", "2025-12-31"),
        ("2026-02-01", "2026-01-31"),
        ("2024-03-10", "2024-02-29"),
    ],
)
def test_the_ceiling_is_that_of_the_last_day_of_the_month_before(debut: str, fixe: str) -> None:
    assert montant.jour_du_plafond(jour(debut)) == jour(fixe)


@pytest.mark.parametrize(
    ("motif", "retablie"),
    [
        ("maladie", True),
        ("accident", True),
        ("maternite", True),
        ("paternite", True),
        ("naissance_supplementaire", True),
        ("chomage", True),
        ("fermeture", True),
        ("conge_sans_solde", True),
        ("activite_partielle", False),
        ("greve", False),
    ],
)
def test_pay_of_before_an_absence_is_taken_for_causes_the_law_makes_up_for(
    motif: str, retablie: bool
) -> None:
    assert montant.salaire_d_avant_l_absence(motif) is retablie


@pytest.mark.parametrize(("employeurs", "provision"), [(0, False), (1, True), (2, True)])
def test_what_one_employer_certifies_is_paid_while_another_is_awaited(
    employeurs: int, provision: bool
) -> None:
    assert montant.provision_sur_les_paies_connues(employeurs) is provision


@pytest.mark.parametrize("employeurs", [1, 2, 3])
def test_all_employers_share_one_ceiling(employeurs: int) -> None:
    assert montant.plafond_de_tous_les_employeurs(euros("3925.00"), employeurs) == euros("3925.00")


def test_a_certificate_of_the_leave_or_of_a_stop_of_the_same_absence_serves_the_rest() -> None:
    assert montant.attestations_du_repos(("C1", "C2"), ("S1",)) == ("C1", "C2", "S1")
    assert montant.attestations_du_repos(("C1",), ()) == ("C1",)


@pytest.mark.parametrize(
    ("mensuel", "semaine", "quinzaine", "demi_mois"),
    [
        ("3666.00", 846, 1692, 1833),
        ("3864.00", 892, 1784, 1932),
        ("3925.00", 906, 1812, 1963),
        ("4005.00", 924, 1848, 2003),
    ],
)
def test_a_weekly_ceiling_is_rounded_to_the_euro_and_a_fortnight_is_two_weeks_or_half_a_month(
    mensuel: str, semaine: int, quinzaine: int, demi_mois: int
) -> None:
    """D242-19: 3 925 ÷ 2 is 1 962.50, half up to 1 963."""
    plafond = euros(mensuel)
    assert montant.plafond_d_une_paie(plafond, "hebdomadaire") == semaine * 100
    assert montant.plafond_d_une_paie(plafond, "quatorzaine") == quinzaine * 100
    with liquidation_en_cours({"quinzaine_pass": "moitie_du_mois"}, Variante()):
        assert montant.plafond_d_une_paie(plafond, "hebdomadaire") == semaine * 100
        assert montant.plafond_d_une_paie(plafond, "quatorzaine") == demi_mois * 100


def test_each_pay_is_kept_within_the_ceiling_and_not_their_sum() -> None:
    plafond = euros("3925.00")
    retenus = montant.salaires_plafonnes([euros("5000.00"), euros("3000.00"), euros("3925.00")], plafond)
    assert retenus == (euros("3925.00"), euros("3000.00"), euros("3925.00"))
    autour = montant.salaires_plafonnes([392_501, 392_500, 392_499], plafond)
    assert [int(retenu) for retenu in autour] == [392_500, 392_500, 392_499]
    assert montant.salaires_plafonnes([], plafond) == ()


@pytest.mark.parametrize(
    ("paies", "montant_du_jour"),
    [
        (("2000.00", "2000.00", "2000.00"), 51_95),
        (("3100.00", "2900.00", "2900.00"), 77_05),
        (("3000.00", "3000.00", "3000.00"), 77_92),
        (("400.00", "400.00", "400.00"), 10_39),
        (("0.00", "0.00", "0.00"), 0),
    ],
)
def test_the_benefit_is_the_daily_pay_less_21_per_cent_rounded_once(
    paies: tuple[str, ...], montant_du_jour: int
) -> None:
    """2 000 × 3 ÷ 91.25 × 0.79 = 51.9452…: 51.95; the daily pay rounded first would give 51.94."""
    assert montant.indemnite_de_repos(gain(*paies), NETTE) == montant_du_jour


def test_half_a_cent_is_rounded_up() -> None:
    assert montant.indemnite_de_repos(Fraction(50), Fraction("0.79")) == 40
    assert montant.indemnite_de_repos(Fraction(150), Fraction("0.79")) == 119


@pytest.mark.parametrize(
    ("pension", "minimum"),
    [("309.09", 10_16), ("311.56", 10_24), ("328.07", 10_79), ("335.29", 11_02), ("338.31", 11_12)],
)
def test_the_floor_is_a_365th_of_the_yearly_minimum_pension(pension: str, minimum: int) -> None:
    assert montant.minimum(euros(pension)) == minimum


@pytest.mark.parametrize(("calcule", "verse"), [(11_11, 11_12), (11_12, 11_12), (11_13, 11_13), (0, 11_12)])
def test_a_day_is_never_paid_less_than_the_floor(calcule: int, verse: int) -> None:
    assert montant.avec_le_minimum(calcule, 11_12) == verse


@pytest.mark.parametrize(("total", "au_dessous"), [("1283.85", True), ("1283.86", False)])
def test_the_floor_of_2026_changes_the_amount_up_to_1283_85_euros_in_three_months(
    total: str, au_dessous: bool
) -> None:
    assert (montant.indemnite_de_repos(gain(total), NETTE) < 11_12) is au_dessous


def test_the_floor_is_that_of_the_start_of_the_leave_or_of_the_day_paid() -> None:
    debut, paye = jour("2025-12-20"), jour("2026-01-05")
    assert montant.date_du_minimum(debut, paye) == debut
    with liquidation_en_cours({"minimum_maternite": "jour_paye"}, Variante()):
        assert montant.date_du_minimum(debut, paye) == paye


@pytest.mark.parametrize(
    ("paies", "premier_mois", "second_mois"),
    [
        (("3000.00", "3000.00", "3000.00"), 54_54, 46_75),
        (("4005.00", "4005.00", "4005.00"), 72_81, 62_41),
    ],
)
def test_a_day_of_supplementary_leave_is_70_then_60_per_cent_rounded_once(
    paies: tuple[str, ...], premier_mois: int, second_mois: int
) -> None:
    assert montant.indemnite_de_naissance(gain(*paies), NETTE, Fraction("0.70")) == premier_mois
    assert montant.indemnite_de_naissance(gain(*paies), NETTE, Fraction("0.60")) == second_mois
