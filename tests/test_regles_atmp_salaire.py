"""The daily wage of a work accident, rule by rule: which pays, rebuilt how, which bonuses, which base the law gives instead."""

from fractions import Fraction

import pytest

from oracle.atmp import salaire
from oracle.loi import Variante, liquidation_en_cours
from tests.aides import euros, jour

PAR_30_42 = Fraction("30.42")


def test_pay_is_read_before_the_last_day_worked_or_the_first_of_incapacity_by_reading() -> None:
    """An accident on 31 March 2025: pay of February, or of March."""
    dates = jour("2025-03-31"), jour("2025-04-01")
    assert salaire.date_de_l_arret(*dates) == jour("2025-03-31")
    with liquidation_en_cours({"jour_de_l_arret": "premier_jour_d_incapacite"}, Variante()):
        assert salaire.date_de_l_arret(*dates) == jour("2025-04-01")


@pytest.mark.parametrize(
    ("contrat", "discontinu", "douze_mois", "dernier_mois"),
    [
        ("cdi", False, False, False),
        ("cdd", False, False, False),
        ("apprentissage", False, False, False),
        ("cdi", True, True, True),
        ("saisonnier", False, True, True),
        ("intermittent", False, True, True),
        ("interim", False, True, False),
        ("interim", True, True, False),
    ],
)
def test_discontinuous_work_takes_twelve_months_and_agency_work_by_reading(
    contrat: str, discontinu: bool, douze_mois: bool, dernier_mois: bool
) -> None:
    assert salaire.profession_discontinue(contrat, discontinu) is douze_mois
    with liquidation_en_cours({"base_interimaire": "dernier_mois"}, Variante()):
        assert salaire.profession_discontinue(contrat, discontinu) is dernier_mois


@pytest.mark.parametrize(
    ("periodicite", "discontinue", "nombre", "par"),
    [
        ("mensuelle", False, 1, "30.42"),
        ("quatorzaine", False, 2, "28"),
        ("hebdomadaire", False, 4, "28"),
        ("mensuelle", True, 12, "365"),
        ("quatorzaine", True, 12, "365"),
        ("hebdomadaire", True, 12, "365"),
    ],
)
def test_a_month_two_fortnights_four_weeks_or_a_year(
    periodicite: str, discontinue: bool, nombre: int, par: str
) -> None:
    """R433-4: 30.42, 28, or 365 days, whatever the year."""
    assert salaire.nombre_de_paies(periodicite, discontinue) == nombre
    assert salaire.diviseur(periodicite, discontinue) == Fraction(par)


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
        ("embauche", True),
        ("fin_contrat", True),
        ("absence_non_autorisee", False),
        ("greve", False),
        ("mise_a_pied", False),
    ],
)
def test_a_strike_or_an_absence_nobody_authorised_is_not_made_up_for(motif: str, retablie: bool) -> None:
    assert salaire.absence_retablie(motif) is retablie


@pytest.mark.parametrize(
    ("declare", "jours_payes", "heures", "declare_d_abord", "par_jours", "par_heures"),
    [
        ("2000.00", 16, 80_00, "2000.00", "1937.50", "1895.875"),
        (None, 16, 80_00, "1937.50", "1937.50", "1895.875"),
        ("2000.00", 16, None, "2000.00", "1937.50", "1937.50"),
        ("2000.00", 16, 0, "2000.00", "1937.50", "1937.50"),
        ("2000.00", 0, None, "2000.00", "2000.00", "2000.00"),
        (None, 0, 80_00, None, None, "1895.875"),
        (None, 0, None, None, None, None),
    ],
)
def test_a_month_is_made_whole_as_declared_or_by_days_or_by_hours(
    declare: str | None,
    jours_payes: int,
    heures: int | None,
    declare_d_abord: str | None,
    par_jours: str | None,
    par_heures: str | None,
) -> None:
    """1 000 € for 16 days of 31: 1 937.50; for 80 hours of 151.67: 1 895.875."""
    faits = (
        int(euros("1000.00")),
        None if declare is None else int(euros(declare)),
        31,
        jours_payes,
        heures,
    )
    for lecture, attendu in (
        ("declare", declare_d_abord),
        ("prorata_jours", par_jours),
        ("prorata_heures", par_heures),
    ):
        with liquidation_en_cours({"salaire_retabli": lecture}, Variante()):
            assert salaire.salaire_retabli(*faits) == (None if attendu is None else euros(attendu)), lecture
    assert salaire.salaire_retabli(*faits) == (None if declare_d_abord is None else euros(declare_d_abord))


@pytest.mark.parametrize(
    ("percu_en_tout", "retenu"),
    [(1_799_99, "1800.00"), (1_800_00, "1800.00"), (1_800_01, "1800.01"), (2_500_00, "2500.00")],
)
def test_after_a_change_of_job_the_wage_of_the_new_one_or_all_the_pay_if_it_is_more(
    percu_en_tout: int, retenu: str
) -> None:
    rendu = salaire.salaire_apres_un_changement_d_emploi(euros("1800.00"), percu_en_tout)
    assert rendu == euros(retenu)


@pytest.mark.parametrize(
    ("verse", "retenu"), [("2024-04-28", True), ("2024-04-29", False), ("2024-04-30", False)]
)
def test_a_bonus_counts_when_paid_before_the_stop(verse: str, retenu: bool) -> None:
    assert salaire.accessoire_retenu(jour(verse), jour("2024-04-29")) is retenu


@pytest.mark.parametrize(
    ("montant", "recompenses", "communs", "part"),
    [
        ("2400.00", 12, 1, "200.00"),
        ("2400.00", 12, 12, "2400.00"),
        ("2400.00", 12, 0, "0.00"),
        ("900.00", 3, 1, "300.00"),
        ("840.00", 2, 1, "420.00"),
    ],
)
def test_a_bonus_is_spread_over_as_many_months_as_it_rewards(
    montant: str, recompenses: int, communs: int, part: str
) -> None:
    assert salaire.part_de_l_accessoire(int(euros(montant)), recompenses, communs) == euros(part)


def test_a_share_of_a_bonus_is_not_rounded() -> None:
    assert salaire.part_de_l_accessoire(100_00, 12, 1) == Fraction(10_000, 12)


def test_jobs_that_go_on_count_by_reading_alone() -> None:
    assert not salaire.tous_les_emplois()
    with liquidation_en_cours({"employeurs_atmp": "tous"}, Variante()):
        assert salaire.tous_les_emplois()


@pytest.mark.parametrize(
    ("lecture", "journalier"),
    [
        ("exacte", Fraction(180_000) / PAR_30_42),
        ("centime", Fraction(59_17)),
        ("troncature", Fraction(59_17)),
    ],
)
def test_the_daily_wage_is_exact_unless_brought_to_the_cent_by_reading(
    lecture: str, journalier: Fraction
) -> None:
    """1 800 ÷ 30.42 = 59.1715…"""
    with liquidation_en_cours({"arrondi_base": lecture}, Variante()):
        assert salaire.salaire_journalier(euros("1800.00"), PAR_30_42) == journalier


def test_half_up_or_truncated_differ_above_half_a_cent() -> None:
    """1 900 ÷ 30.42 = 62.4589…"""
    for lecture, attendu in (("centime", 62_46), ("troncature", 62_45)):
        with liquidation_en_cours({"arrondi_base": lecture}, Variante()):
            assert salaire.salaire_journalier(euros("1900.00"), PAR_30_42) == attendu


def test_the_minimum_wage_of_a_day_is_a_30_42th_of_a_month_and_exact() -> None:
    """R412-11 a, R433-4-1: 1 801.80 ÷ 30.42 = 59.230769…"""
    exact = Fraction(180_180 * 100, 3_042)
    assert salaire.smic_journalier(euros("1801.80")) == exact
    assert salaire.base_du_travail_dissimule(euros("1801.80")) == exact


@pytest.mark.parametrize(
    ("contrat", "beneficiaire", "garantie", "forfaitaire"),
    [
        ("cdi", None, False, False),
        ("apprentissage", None, True, False),
        (None, "stagiaire_remunere", True, False),
        ("cdd", "stagiaire_remunere", True, False),
        (None, "stagiaire_non_remunere", False, False),
        (None, "tache_interet_general", False, True),
        ("cdi", "action_reclassement", False, False),
    ],
)
def test_the_minimum_is_guaranteed_to_apprentices_and_trainees_and_is_the_base_of_general_interest_tasks(
    contrat: str | None, beneficiaire: str | None, garantie: bool, forfaitaire: bool
) -> None:
    assert salaire.base_garantie(contrat, beneficiaire) is garantie
    assert salaire.base_forfaitaire(beneficiaire) is forfaitaire


@pytest.mark.parametrize(("pay", "base"), [(59_22, 59_23), (59_23, 59_23), (59_24, 59_24)])
def test_an_apprentice_is_reckoned_on_the_minimum_or_on_more(pay: int, base: int) -> None:
    assert salaire.avec_la_base_garantie(Fraction(pay), Fraction(59_23)) == base


@pytest.mark.parametrize(
    ("effet", "depuis"),
    [("2025-05-02", "2025-06-11"), ("2025-06-11", "2025-06-11"), ("2025-06-12", "2025-06-12")],
)
def test_a_revision_takes_effect_with_the_fourth_month_or_later(effet: str, depuis: str) -> None:
    assert salaire.date_de_revision(jour("2025-06-11"), jour(effet)) == jour(depuis)


def test_a_revision_under_a_collective_agreement_is_still_admitted_unless_read_as_abolished() -> None:
    assert salaire.revision_admise()
    with liquidation_en_cours({"revision_conventionnelle": "supprimee"}, Variante()):
        assert not salaire.revision_admise()


@pytest.mark.parametrize(("demande", "retenu"), [(65_99, 66_00), (66_00, 66_00), (66_01, 66_01)])
def test_a_revision_never_lowers_the_daily_wage(demande: int, retenu: int) -> None:
    assert salaire.salaire_revise(Fraction(66_00), Fraction(demande)) == retenu


@pytest.mark.parametrize(
    ("accident", "mineur"), [("2025-03-09", True), ("2025-03-10", False), ("2025-03-11", False)]
)
def test_a_victim_is_a_minor_until_the_eve_of_eighteen(accident: str, mineur: bool) -> None:
    assert salaire.moins_de_dix_huit_ans(jour("2025-03-10"), jour(accident)) is mineur
