"""What a work accident pays, rule by rule: ceiling, net gain, rates, floor, annuity, reduced work, unfitness. Amounts are cents."""

from fractions import Fraction

import pytest

from oracle.atmp import inaptitude, montant, temps_partiel
from oracle.legislation import tables
from oracle.loi import Variante, liquidation_en_cours
from tests.aides import euros, jour

PART, NETTE = Fraction("0.00834"), Fraction("0.79")
PLAFOND_2025 = Fraction("392.814") * 100


def journalier(mensuel: str) -> Fraction:
    """The exact daily wage of a month."""
    return euros(mensuel) / Fraction("30.42")


@pytest.mark.parametrize(
    ("arret", "mois_precedent"),
    [("2026-01-01", "2025-12-31"), ("2026-01-31", "2025-12-31"), ("2024-03-10", "2024-02-29")],
)
def test_the_ceiling_is_that_of_the_day_of_the_stop_or_of_the_month_before_by_reading(
    arret: str, mois_precedent: str
) -> None:
    assert montant.date_du_plafond(jour(arret)) == jour(arret)
    with liquidation_en_cours({"plafond_atmp": "mois_precedent"}, Variante()):
        assert montant.date_du_plafond(jour(arret)) == jour(mois_precedent)


@pytest.mark.parametrize(
    ("table", "quand", "valeur"),
    [
        ("premier_taux_atmp", "2023-01-01", "0.60"),
        ("premier_taux_atmp", "2026-10-31", "0.60"),
        ("second_taux_atmp", "2023-01-01", "0.80"),
        ("second_taux_atmp", "2026-10-31", "0.80"),
        ("part_du_plafond_atmp", "2023-01-01", "0.00834"),
        ("part_du_plafond_atmp", "2026-10-31", "0.00834"),
        ("part_nette_du_gain_journalier", "2023-01-01", "0.79"),
        ("part_nette_du_gain_journalier", "2026-10-31", "0.79"),
    ],
)
def test_rates_and_shares_have_not_moved(table: str, quand: str, valeur: str) -> None:
    assert tables()[table].valeur_au(jour(quand)) == Fraction(valeur)


@pytest.mark.parametrize(
    ("annuel", "plafond"), [("43992.00", "366.89328"), ("47100.00", "392.814"), ("48060.00", "400.8204")]
)
def test_the_ceiling_of_a_day_is_never_rounded(annuel: str, plafond: str) -> None:
    assert montant.plafond_journalier(euros(annuel), PART) == Fraction(plafond) * 100


def test_the_net_gain_is_the_whole_daily_wage_less_21_per_cent() -> None:
    """12 000 a month: 311.64, though the daily wage passes the ceiling."""
    assert montant.gain_journalier_net(journalier("12000.00"), NETTE) == journalier("12000.00") * NETTE
    assert round(montant.gain_journalier_net(journalier("12000.00"), NETTE)) == 311_64


def test_the_net_gain_of_an_apprentice_is_of_his_own_wage_whole_by_reading() -> None:
    assert montant.gain_net_de_l_apprenti(Fraction(100_00), NETTE) == 79_00
    with liquidation_en_cours({"gain_net_apprenti": "salaire_entier"}, Variante()):
        assert montant.gain_net_de_l_apprenti(Fraction(100_00), NETTE) == 100_00


def test_the_net_gain_does_not_bound_a_base_that_is_no_wage_by_reading() -> None:
    assert montant.gain_net_limite(False)
    assert montant.gain_net_limite(True)
    with liquidation_en_cours({"gain_net_base_forfaitaire": "ecarte"}, Variante()):
        assert montant.gain_net_limite(False)
        assert not montant.gain_net_limite(True)


@pytest.mark.parametrize(
    ("mensuel", "a_60", "a_80"),
    [
        ("1800.00", 35_50, 46_75),  # 47.34 at 80 %
        ("2300.00", 45_36, 59_73),
        ("11949.40", 235_69, 310_32),  # one cent under the ceiling, and above
        ("11949.41", 235_69, 310_32),
        ("12000.00", 235_69, 311_64),
        ("12100.42", 235_69, 314_24),
        ("12100.43", 235_69, 314_25),
        ("13000.00", 235_69, 314_25),
        ("0.00", 0, 0),
    ],
)
def test_60_then_80_per_cent_within_the_ceiling_and_the_net_gain(mensuel: str, a_60: int, a_80: int) -> None:
    """2025: ceiling 392.814 a day. The net gain stops binding at 392.814 × 0.8 ÷ 0.79 × 30.42 = 12 100.66 a month."""
    base = journalier(mensuel)
    for taux, attendu in ((Fraction("0.6"), a_60), (Fraction("0.8"), a_80)):
        assert montant.indemnite_journaliere(base, PLAFOND_2025, taux, base * NETTE) == attendu


@pytest.mark.parametrize(("gain", "attendu"), [(59_99, 59_99), (60_00, 60_00), (60_01, 60_00)])
def test_the_net_gain_binds_when_it_is_less(gain: int, attendu: int) -> None:
    rendu = montant.indemnite_journaliere(Fraction(100_00), PLAFOND_2025, Fraction("0.6"), Fraction(gain))
    assert rendu == attendu


@pytest.mark.parametrize(("base", "attendu"), [(99_99, 59_99), (100_00, 60_00), (100_01, 60_00)])
def test_a_wage_above_the_ceiling_counts_for_the_ceiling(base: int, attendu: int) -> None:
    rendu = montant.indemnite_journaliere(Fraction(base), Fraction(100_00), Fraction("0.6"), None)
    assert rendu == attendu


def test_without_a_net_gain_the_rate_alone_counts() -> None:
    assert montant.indemnite_journaliere(Fraction(100_00), PLAFOND_2025, Fraction("0.8"), None) == 80_00


def test_the_benefit_is_rounded_once_half_up_or_truncated_by_reading() -> None:
    """72.50 × 0.79 = 57.275."""
    faits = Fraction(72_50), PLAFOND_2025, Fraction("0.8"), Fraction(72_50) * NETTE
    assert montant.indemnite_journaliere(*faits) == 57_28
    with liquidation_en_cours({"arrondi_ij": "troncature"}, Variante()):
        assert montant.indemnite_journaliere(*faits) == 57_27


@pytest.mark.parametrize(
    ("lecture", "jamais_servi"),
    [("taux_theorique", 49_34), ("sans_plancher", None), ("montant_a_60", 37_48)],
)
def test_the_floor_of_the_second_rate_is_what_the_first_stop_was_paid_or_would_have_been(
    lecture: str, jamais_servi: int | None
) -> None:
    """1 900 a month: 37.48, then 49.34."""
    with liquidation_en_cours({"plancher_sans_second_taux": lecture}, Variante()):
        assert montant.plancher_du_second_taux(37_48, 49_34, False) == jamais_servi
        assert montant.plancher_du_second_taux(37_48, 49_34, True) == 49_34


def test_by_default_the_floor_is_what_the_first_stop_would_have_given() -> None:
    assert montant.plancher_du_second_taux(37_48, 49_34, False) == 49_34


@pytest.mark.parametrize(
    ("nouvelle", "en_euros", "borne"),
    [(37_47, 37_48, 37_47), (37_48, 37_48, 37_48), (37_49, 37_49, 37_49), (30_00, 37_48, 35_00)],
)
def test_a_new_stop_is_not_paid_less_than_the_first_and_within_the_new_net_gain_by_reading(
    nouvelle: int, en_euros: int, borne: int
) -> None:
    """The net gain of the new wage is 35.00: the floor within it is 35.00, never under what the new wage gives."""
    gain = Fraction(35_00)
    assert montant.avec_le_plancher(nouvelle, 37_48, gain) == en_euros
    with liquidation_en_cours({"plancher_rechute": "borne_gain_net"}, Variante()):
        assert montant.avec_le_plancher(nouvelle, 37_48, gain) == borne
        assert montant.avec_le_plancher(nouvelle, 37_48, None) == en_euros


def test_a_floor_under_the_net_gain_is_whole_and_no_floor_changes_nothing() -> None:
    with liquidation_en_cours({"plancher_rechute": "borne_gain_net"}, Variante()):
        assert montant.avec_le_plancher(30_00, 37_48, Fraction(40_00)) == 37_48
        assert montant.avec_le_plancher(30_00, 37_48, Fraction("3649.5")) == 36_50
    assert montant.avec_le_plancher(30_00, None, Fraction(40_00)) == 30_00


@pytest.mark.parametrize(
    ("lecture", "quand", "jour_de_rente"),
    [
        ("annuelle", "2025-05-11", Fraction(250_00 * 12, 365)),
        ("annuelle", "2024-05-11", Fraction(250_00 * 12, 365)),
        ("mensuelle", "2025-05-11", Fraction(250_00 * 100, 3042)),
        ("trimestrielle", "2025-01-01", Fraction(750_00, 90)),
        ("trimestrielle", "2024-03-31", Fraction(750_00, 91)),
        ("trimestrielle", "2025-05-11", Fraction(750_00, 91)),
        ("trimestrielle", "2025-09-30", Fraction(750_00, 92)),
        ("trimestrielle", "2025-12-31", Fraction(750_00, 92)),
    ],
)
def test_a_day_of_annuity_is_a_365th_of_a_year_or_of_a_quarter_or_a_month_over_30_42(
    lecture: str, quand: str, jour_de_rente: Fraction
) -> None:
    with liquidation_en_cours({"rente_journaliere": lecture}, Variante()):
        assert montant.rente_journaliere(250_00, jour(quand)) == jour_de_rente


def test_by_default_a_day_of_annuity_is_a_365th_of_a_year() -> None:
    assert montant.rente_journaliere(365_00, jour("2024-02-29")) == 12_00


@pytest.mark.parametrize(
    ("rente", "reste"),
    [("8.22", 37_14), ("45.35", 1), ("45.36", 0), ("45.37", 0), ("8.215", 37_15), ("8.2151", 37_14)],
)
def test_the_benefit_of_a_relapse_is_what_exceeds_the_annuity_never_less_than_nothing(
    rente: str, reste: int
) -> None:
    assert montant.au_dela_de_la_rente(45_36, euros(rente)) == reste


@pytest.mark.parametrize(
    ("allocation", "jours", "reste"),
    [(800_00, 184, 41_01), (4536_00, 100, 0), (4536_01, 100, 0), (4535_00, 100, 1), (5000_00, 100, 0)],
)
def test_the_allowance_for_a_change_of_job_is_taken_off_day_by_day(
    allocation: int, jours: int, reste: int
) -> None:
    """800 over 184 days, working or not: 4.3478 a day, off 45.36 (D461-15)."""
    assert montant.reduite_de_l_allocation(45_36, allocation, jours) == reste


@pytest.mark.parametrize(("accord", "reconnu"), [(True, True), (None, True), (False, False)])
def test_reduced_work_is_paid_unless_the_caisse_objects(accord: bool | None, reconnu: bool) -> None:
    assert temps_partiel.temps_partiel_reconnu(accord) is reconnu


def test_reduced_work_the_caisse_has_not_decided_on_is_bound_by_the_loss_or_not_by_reading() -> None:
    assert not temps_partiel.indemnite_entiere()
    with liquidation_en_cours({"temps_partiel_atmp": "indemnite_entiere"}, Variante()):
        assert temps_partiel.indemnite_entiere()


@pytest.mark.parametrize(("decide", "verse"), [(19_99, 19_99), (35_50, 35_50), (35_51, 35_50)])
def test_what_the_caisse_keeps_is_never_more_than_the_benefit(decide: int, verse: int) -> None:
    assert temps_partiel.maintien_partiel(35_50, decide) == verse


@pytest.mark.parametrize(
    ("avis", "premier", "dernier"),
    [
        ("2025-05-12", "2025-05-13", "2025-06-12"),
        ("2025-01-31", "2025-02-01", "2025-02-28"),
        ("2024-01-31", "2024-02-01", "2024-02-29"),
        ("2025-12-31", "2026-01-01", "2026-01-31"),
    ],
)
def test_the_unfit_are_paid_from_the_morrow_of_the_notice_for_a_month_at_most(
    avis: str, premier: str, dernier: str
) -> None:
    assert inaptitude.premier_jour_d_inaptitude(jour(avis)) == jour(premier)
    assert inaptitude.dernier_jour_possible(jour(avis)) == jour(dernier)


@pytest.mark.parametrize(
    ("issue", "jour_inclus", "veille"),
    [
        (None, "2025-06-12", "2025-06-12"),
        ("2025-06-01", "2025-06-01", "2025-05-31"),
        ("2025-06-11", "2025-06-11", "2025-06-10"),
        ("2025-06-12", "2025-06-12", "2025-06-11"),
        ("2025-06-13", "2025-06-12", "2025-06-12"),
        ("2025-07-01", "2025-06-12", "2025-06-12"),
    ],
)
def test_the_day_of_dismissal_is_paid_or_not_by_reading(
    issue: str | None, jour_inclus: str, veille: str
) -> None:
    dates = jour("2025-06-12"), None if issue is None else jour(issue)
    assert inaptitude.dernier_jour_d_inaptitude(*dates) == jour(jour_inclus)
    with liquidation_en_cours({"fin_iti": "veille"}, Variante()):
        assert inaptitude.dernier_jour_d_inaptitude(*dates) == jour(veille)


@pytest.mark.parametrize("paye", [True, False])
def test_the_unfit_are_paid_nothing_while_the_post_is(paye: bool) -> None:
    assert inaptitude.sans_remuneration(paye) is not paye


@pytest.mark.parametrize(
    ("jours", "part_du_mois", "par_jour"),
    [(31, 250_00, 258_33), (30, 241_94, 250_00), (10, 80_65, 83_33), (0, 0, 0)],
)
def test_the_monthly_annuity_is_taken_whole_off_a_whole_month_and_in_proportion_off_less(
    jours: int, part_du_mois: int, par_jour: int
) -> None:
    """250 a month, a month of 31 days."""
    assert inaptitude.rente_imputee(250_00, jours, 31) == part_du_mois
    with liquidation_en_cours({"imputation_rente_iti": "par_jour"}, Variante()):
        assert inaptitude.rente_imputee(250_00, jours, 31) == par_jour


@pytest.mark.parametrize(
    ("indemnites", "reste"),
    [(1690_74, 1440_74), (250_01, 1), (250_00, 0), (249_99, 0)],
)
def test_what_is_left_after_the_annuity_is_never_less_than_nothing(indemnites: int, reste: int) -> None:
    assert inaptitude.inaptitude_apres_la_rente(indemnites, 250_00) == reste
