"""From pays to the daily benefit, rule by rule, on published figures: each bound just below, on it, and just above."""

from fractions import Fraction

import pytest

from oracle import salaires
from oracle.loi import Variante, liquidation_en_cours
from tests.aides import euros, jour

MOITIE = Fraction(1, 2)


@pytest.mark.parametrize(
    ("interruption", "cessation", "reference"),
    [
        ("2024-09-02", "2024-09-02", "2024-09-02"),
        ("2024-12-09", "2023-09-01", "2023-09-01"),
    ],
)
def test_pays_are_taken_before_the_cessation_of_work(
    interruption: str, cessation: str, reference: str
) -> None:
    assert salaires.date_du_salaire(jour(interruption), jour(cessation)) == jour(reference)


def test_the_ceiling_is_that_of_the_stop_even_under_kept_rights() -> None:
    assert salaires.date_du_plafond(jour("2024-12-09"), jour("2023-09-01")) == jour("2024-12-09")


@pytest.mark.parametrize(
    ("interruption", "dernier_jour"),
    [
        ("2026-06-30", "2026-05-31"),
        ("2026-07-01", "2026-06-30"),
        ("2026-01-31", "2025-12-31"),
        ("2026-02-01", "2026-01-31"),
        ("2024-03-01", "2024-02-29"),
        ("2023-03-31", "2023-02-28"),
    ],
)
def test_the_smic_is_that_of_the_last_day_of_the_month_before(interruption: str, dernier_jour: str) -> None:
    assert salaires.jour_du_smic(jour(interruption)) == jour(dernier_jour)


@pytest.mark.parametrize(
    ("motif", "avant"),
    [
        ("chomage", True),
        ("fermeture", True),
        ("conge_sans_solde", True),
        ("maladie", False),
        ("accident", False),
        ("maternite", True),
        ("paternite", True),
        ("naissance_supplementaire", True),
    ],
)
def test_sick_while_work_is_suspended_the_pay_is_that_of_before(motif: str, avant: bool) -> None:
    assert salaires.revenu_d_avant_la_cessation(motif) is avant


@pytest.mark.parametrize(
    ("versee_le", "retenue"),
    [("2024-09-01", True), ("2024-09-02", False), ("2024-09-03", False), (None, True)],
)
def test_a_pay_counts_when_it_was_received_before_the_stop(versee_le: str | None, retenue: bool) -> None:
    quand = jour(versee_le) if versee_le else None
    assert salaires.paie_retenue(quand, jour("2024-09-02")) is retenue
    with liquidation_en_cours({"salaire_non_verse": "inclus"}, Variante()) as trace:
        assert salaires.paie_retenue(quand, jour("2024-09-02"))
        assert bool(trace.lectures) is not retenue


PLAFONDS = [
    ("1709.28", "1.8", "3076.704"),
    ("1747.20", "1.8", "3144.96"),
    ("1766.92", "1.8", "3180.456"),
    ("1801.80", "1.8", "3243.24"),
    ("1801.80", "1.4", "2522.52"),
    ("1823.03", "1.4", "2552.242"),
    ("1867.02", "1.4", "2613.828"),
]


@pytest.mark.parametrize(("smic", "multiple", "plafond"), PLAFONDS)
def test_the_monthly_ceiling_is_exact(smic: str, multiple: str, plafond: str) -> None:
    assert salaires.plafond_mensuel(euros(smic), Fraction(multiple)) == euros(plafond)


@pytest.mark.parametrize(
    ("periodicite", "plafond"),
    [
        ("hebdomadaire", Fraction(252252 * 12, 52)),
        ("quatorzaine", Fraction(252252 * 12, 26)),
        ("mensuelle", Fraction(252252)),
    ],
)
def test_the_ceiling_of_a_week_is_a_52nd_of_the_year(periodicite: str, plafond: Fraction) -> None:
    assert salaires.plafond_d_une_paie(euros("2522.52"), periodicite) == plafond


def test_short_pays_are_capped_by_civil_month_by_reading_alone() -> None:
    assert not salaires.plafond_par_mois_civil()
    with liquidation_en_cours({"plafond_paies_courtes": "par_mois_civil"}, Variante()):
        assert salaires.plafond_par_mois_civil()


def test_twelve_months_are_capped_together_by_reading_alone() -> None:
    assert not salaires.plafond_sur_l_annee()
    with liquidation_en_cours({"plafond_douze_mois": "sur_l_annee"}, Variante()):
        assert salaires.plafond_sur_l_annee()
    assert salaires.plafond_annuel(euros("2522.52")) == euros("30270.24")


def test_each_month_is_capped_alone_and_a_high_one_makes_up_for_nothing() -> None:
    retenus = salaires.salaires_plafonnes((1900_00, 4000_00, 1900_00), euros("2522.52"))
    assert list(retenus) == [euros("1900.00"), euros("2522.52"), euros("1900.00")]
    assert sum(retenus) == euros("6322.52")


@pytest.mark.parametrize(("salaire", "retenu"), [(2522_51, 2522_51), (2522_52, 2522_52), (2522_53, 2522_52)])
def test_a_pay_at_the_ceiling_is_kept_whole(salaire: int, retenu: int) -> None:
    assert salaires.salaires_plafonnes((salaire,), euros("2522.52")) == (Fraction(retenu),)


def test_a_ceiling_of_fractions_of_a_cent_is_not_rounded() -> None:
    retenus = salaires.salaires_plafonnes((3180_46, 3180_45), euros("3180.456"))
    assert list(retenus) == [euros("3180.456"), euros("3180.45")]


@pytest.mark.parametrize(
    ("periodicite", "discontinue", "nombre", "diviseur"),
    [
        ("mensuelle", False, 3, "91.25"),
        ("quatorzaine", False, 6, "84"),
        ("hebdomadaire", False, 12, "84"),
        ("mensuelle", True, 12, "365"),
        ("hebdomadaire", True, 12, "365"),
    ],
)
def test_the_rhythm_of_pay_gives_the_number_of_pays_and_the_divisor(
    periodicite: str, discontinue: bool, nombre: int, diviseur: str
) -> None:
    assert salaires.nombre_de_paies(periodicite, discontinue) == nombre
    assert salaires.diviseur(periodicite, discontinue) == Fraction(diviseur)


@pytest.mark.parametrize(("jours", "diviseur"), [(0, 365), (1, 364), (65, 300), (364, 1), (365, 1), (366, 1)])
def test_days_without_work_leave_the_divisor_of_the_year(jours: int, diviseur: int) -> None:
    assert salaires.diviseur_reduit(Fraction(365), jours) == diviseur


@pytest.mark.parametrize(
    ("motif", "indemnisee"),
    [
        ("maladie_indemnisee", True),
        ("maternite", True),
        ("paternite", True),
        ("allocation_l333_1", True),
        ("atmp", True),
        ("carence", False),
        ("invalidite", False),
        ("detention_provisoire", False),
        ("conge_formation", False),
    ],
)
def test_only_days_the_caisse_paid_leave_the_divisor(motif: str, indemnisee: bool) -> None:
    assert salaires.periode_indemnisee(motif) is indemnisee
    assert salaires.chomage_indemnise(indemnisee) is indemnisee


def base(*mois: str, par: str = "91.25") -> Fraction:
    return salaires.gain_journalier_de_base([euros(montant) for montant in mois], Fraction(par))


def test_the_daily_base_is_exact() -> None:
    assert base("2000.00", "2000.00", "2000.00") == Fraction(6000_00 * 100, 9125)
    assert base("1825.00", "1825.00", "1825.00") == euros("60.00")
    assert base(par="365") == 0


@pytest.mark.parametrize(
    ("lecture", "mois", "attendue"),
    [
        ("exacte", "2000.00", Fraction(6000_00 * 100, 9125)),
        ("centime", "2000.00", euros("65.75")),
        ("centime", "2400.00", euros("78.90")),
        ("centime", "3000.00", euros("98.63")),
        ("troncature", "3000.00", euros("98.63")),
        ("centime", "1801.80", euros("59.24")),
        ("troncature", "1801.80", euros("59.23")),
    ],
)
def test_the_daily_base_is_rounded_only_by_reading(lecture: str, mois: str, attendue: Fraction) -> None:
    with liquidation_en_cours({"arrondi_base": lecture}, Variante()):
        assert base(mois, mois, mois) == attendue


@pytest.mark.parametrize(
    ("plafond", "maximum"),
    [("3180.456", "52.28"), ("2522.52", "41.47"), ("2552.242", "41.95"), ("2613.828", "42.97")],
)
def test_the_daily_maximum_is_a_730th_of_the_yearly_ceiling(plafond: str, maximum: str) -> None:
    exact = salaires.maximum_journalier(euros(plafond))
    assert exact == euros(plafond) * 12 / 730
    assert abs(exact - euros(maximum)) < Fraction(1, 2)


def ij(base_journaliere: Fraction, maximum: str = "99.99") -> int:
    return salaires.indemnite_journaliere(base_journaliere, MOITIE, euros(maximum))


@pytest.mark.parametrize(
    ("base_journaliere", "arrondie", "tronquee"),
    [
        ("65.753424", 32_88, 32_87),
        ("98.630136", 49_32, 49_31),
        ("41.95", 20_98, 20_97),
        ("60.00", 30_00, 30_00),
        ("60.009999", 30_00, 30_00),
        ("60.01", 30_01, 30_00),
        ("60.019999", 30_01, 30_00),
        ("0.00", 0, 0),
        ("0.009999", 0, 0),
        ("0.01", 1, 0),
    ],
)
def test_the_benefit_is_rounded_once_half_up_or_truncated_by_reading(
    base_journaliere: str, arrondie: int, tronquee: int
) -> None:
    assert ij(euros(base_journaliere)) == arrondie
    with liquidation_en_cours({"arrondi_ij": "troncature"}, Variante()):
        assert ij(euros(base_journaliere)) == tronquee


@pytest.mark.parametrize(
    ("base_journaliere", "rendue"), [("83.88", 41_94), ("83.90", 41_95), ("83.92", 41_95), ("200.00", 41_95)]
)
def test_the_benefit_never_passes_the_daily_maximum(base_journaliere: str, rendue: int) -> None:
    assert ij(euros(base_journaliere), maximum="41.95") == rendue


def test_the_rate_is_applied_to_the_base() -> None:
    assert salaires.indemnite_journaliere(euros("60.00"), Fraction(2, 3), euros("99.00")) == 40_00


PUBLIES = [
    ("1445.38", "1.8", 42_77),
    ("1539.42", "1.8", 45_55),
    ("1603.12", "1.8", 47_43),
    ("1645.58", "1.8", 48_69),
    ("1678.95", "1.8", 49_68),
    ("1709.28", "1.8", 50_58),
    ("1747.20", "1.8", 51_70),
    ("1766.92", "1.8", 52_28),
    ("1801.80", "1.8", 53_31),
    ("1801.80", "1.4", 41_47),
    ("1823.03", "1.4", 41_95),
    ("1867.02", "1.4", 42_97),
]


@pytest.mark.parametrize(("smic", "multiple", "publie"), PUBLIES)
def test_every_published_maximum_is_found_again(smic: str, multiple: str, publie: int) -> None:
    plafond = salaires.plafond_mensuel(euros(smic), Fraction(multiple))
    retenus = salaires.salaires_plafonnes((9000_00, 9000_00, 9000_00), plafond)
    gain = salaires.gain_journalier_de_base(retenus, salaires.diviseur("mensuelle", discontinue=False))
    assert salaires.indemnite_journaliere(gain, MOITIE, salaires.maximum_journalier(plafond)) == publie


def test_the_usual_rounding_of_the_base_misses_published_maxima() -> None:
    """A base rounded to the cent, then a truncated half: four of the twelve are a cent short."""
    trouves = {}
    for smic, multiple, publie in PUBLIES:
        plafond = salaires.plafond_mensuel(euros(smic), Fraction(multiple))
        with liquidation_en_cours({"arrondi_base": "centime", "arrondi_ij": "troncature"}, Variante()):
            gain = salaires.gain_journalier_de_base([plafond] * 3, Fraction("91.25"))
            trouves[publie] = salaires.indemnite_journaliere(gain, MOITIE, euros("99.00"))
    assert {publie for publie, rendu in trouves.items() if publie != rendu} == {42_77, 50_58, 41_47, 42_97}


@pytest.mark.parametrize(
    ("mois", "rendue"),
    [
        (("1825.00", "1750.00", "1900.00"), 30_00),
        (("1900.00", "2522.52", "1900.00"), 34_64),
        (("2160.00", "2160.00", "2160.00"), 35_51),
        (("2400.00", "2400.00", "2400.00"), 39_45),
        (("2007.50", "2007.50", "2007.50"), 33_00),
        (("1642.50", "1642.50", "1642.50"), 27_00),
        (("1460.00", "1460.00", "1460.00"), 24_00),
        (("2000.00", "2000.00", "500.00"), 24_66),
    ],
)
def test_published_examples_of_wages_are_found_again(mois: tuple[str, ...], rendue: int) -> None:
    assert ij(base(*mois)) == rendue


def test_a_weekly_pay_at_its_ceiling_is_bounded_by_the_yearly_maximum() -> None:
    """42.07 by the weeks of February 2026, 41.95 by R323-9."""
    plafond = euros("2552.242")
    semaines = salaires.salaires_plafonnes(
        [900_00] * 12, salaires.plafond_d_une_paie(plafond, "hebdomadaire")
    )
    gain = salaires.gain_journalier_de_base(semaines, salaires.diviseur("hebdomadaire", discontinue=False))
    assert ij(gain) == 42_07
    assert salaires.indemnite_journaliere(gain, MOITIE, salaires.maximum_journalier(plafond)) == 41_95
