"""Opening and keeping of rights, rule by rule: each bound just below, on it, and just above.

Hours are hundredths of an hour, wages are cents. Figures come from the articles, never from the code.
"""

from contextlib import AbstractContextManager
from datetime import date
from fractions import Fraction

import pytest

from oracle import droits
from oracle.loi import Trace, Variante, liquidation_en_cours
from tests.aides import euros, jour


def sous(**lectures: str) -> AbstractContextManager[Trace]:
    """Under these readings."""
    return liquidation_en_cours(lectures, Variante())


@pytest.mark.parametrize(
    ("versee_le", "recue"),
    [("2024-09-01", True), ("2024-09-02", False), ("2024-09-03", False), (None, True)],
)
def test_a_pay_opens_rights_when_it_was_received_before_the_stop(versee_le: str | None, recue: bool) -> None:
    assert droits.paie_recue(jour(versee_le) if versee_le else None, jour("2024-09-02")) is recue


@pytest.mark.parametrize(
    ("trois_mois", "quatre_vingt_dix_jours", "ouvre"),
    [
        (149_99, 0, False),
        (150_00, 0, True),
        (150_01, 0, True),
        (0, 149_99, False),
        (0, 150_00, True),
        (0, 150_01, True),
    ],
)
def test_150_hours_open_in_either_window(trois_mois: int, quatre_vingt_dix_jours: int, ouvre: bool) -> None:
    assert droits.porte_des_heures(trois_mois, quatre_vingt_dix_jours) is ouvre


def test_the_two_windows_of_hours_are_never_added() -> None:
    assert not droits.porte_des_heures(149_99, 149_99)


def test_the_smic_of_six_months_is_that_of_the_first_day_of_the_period() -> None:
    """A stop of 1 July 2023 is measured on the SMIC of 1 January, not on that of May."""
    assert droits.date_du_smic_de_six_mois(jour("2023-01-01"), jour("2023-07-01")) == jour("2023-01-01")


@pytest.mark.parametrize(
    ("smic", "seuil"),
    [
        ("11.27", "11439.05"),
        ("11.52", "11692.80"),
        ("11.65", "11824.75"),
        ("11.88", "12058.20"),
        ("12.02", "12200.30"),
        ("12.31", "12494.65"),
    ],
)
def test_contributions_on_1015_hourly_smic_open_and_one_cent_less_does_not(smic: str, seuil: str) -> None:
    borne = int(euros(seuil))
    assert not droits.porte_des_cotisations(borne - 1, euros(smic))
    assert droits.porte_des_cotisations(borne, euros(smic))
    assert droits.porte_des_cotisations(borne + 1, euros(smic))


@pytest.mark.parametrize(
    ("interruption", "dernier"),
    [
        ("2025-01-15", "2025-07-14"),
        ("2024-04-02", "2024-10-01"),
        ("2024-01-01", "2024-06-30"),
        ("2024-08-31", "2025-02-28"),
        ("2023-08-31", "2024-02-29"),
        ("2024-08-30", "2025-02-28"),
        ("2024-08-29", "2025-02-28"),
        ("2024-08-28", "2025-02-27"),
        ("2023-08-29", "2024-02-28"),
        ("2024-03-31", "2024-09-30"),
        ("2024-02-29", "2024-08-28"),
    ],
)
def test_six_months_run_from_day_number_to_day_number(interruption: str, dernier: str) -> None:
    assert droits.dernier_jour_des_six_premiers_mois(jour(interruption)) == jour(dernier)


@pytest.mark.parametrize(
    ("quand", "apres"), [("2025-07-13", False), ("2025-07-14", False), ("2025-07-15", True)]
)
def test_the_seventh_month_begins_the_day_after_the_sixth(quand: str, apres: bool) -> None:
    assert droits.apres_six_mois(jour(quand), jour("2025-07-14")) is apres


@pytest.mark.parametrize(
    ("affiliation", "interruption", "acquis"),
    [
        ("2024-01-15", "2025-01-14", False),
        ("2024-01-15", "2025-01-15", True),
        ("2024-01-15", "2025-01-16", True),
        ("2024-02-29", "2025-02-28", False),
        ("2024-02-29", "2025-03-01", True),
    ],
)
def test_twelve_months_of_affiliation_are_complete_on_the_day_of_the_interruption(
    affiliation: str, interruption: str, acquis: bool
) -> None:
    assert droits.affiliation_de_douze_mois(jour(affiliation), jour(interruption)) is acquis


@pytest.mark.parametrize(
    ("debut_de_periode", "premier_janvier"),
    [
        ("2019-07-01", "2019-01-01"),
        ("2022-07-01", "2022-01-01"),
        ("2024-12-01", "2024-01-01"),
        ("2025-01-01", "2024-01-01"),
    ],
)
def test_the_smic_of_twelve_months_is_that_of_the_1_january_before_the_period(
    debut_de_periode: str, premier_janvier: str
) -> None:
    assert droits.date_du_smic_de_douze_mois(jour(debut_de_periode)) == jour(premier_janvier)


@pytest.mark.parametrize(
    ("debut_de_periode", "premier_janvier"), [("2025-01-01", "2025-01-01"), ("2025-02-01", "2025-01-01")]
)
def test_a_period_that_begins_on_1_january_may_take_the_smic_of_that_day(
    debut_de_periode: str, premier_janvier: str
) -> None:
    with sous(smic_1er_janvier="jour_meme"):
        assert droits.date_du_smic_de_douze_mois(jour(debut_de_periode)) == jour(premier_janvier)


@pytest.mark.parametrize(
    ("douze_mois", "jours_365", "ouvre"),
    [
        (599_99, 0, False),
        (600_00, 0, True),
        (600_01, 0, True),
        (0, 599_99, False),
        (0, 600_00, True),
        (599_99, 599_99, False),
    ],
)
def test_600_hours_open_beyond_the_sixth_month(douze_mois: int, jours_365: int, ouvre: bool) -> None:
    assert droits.activite_de_douze_mois(douze_mois, jours_365, 0, euros("11.65")) is ouvre


@pytest.mark.parametrize(
    ("smic", "seuil"),
    [
        ("10.03", "20360.90"),
        ("10.57", "21457.10"),
        ("11.65", "23649.50"),
        ("11.88", "24116.40"),
        ("12.02", "24400.60"),
    ],
)
def test_pay_of_2030_hourly_smic_opens_beyond_the_sixth_month(smic: str, seuil: str) -> None:
    borne = int(euros(seuil))
    assert not droits.activite_de_douze_mois(0, 0, borne - 1, euros(smic))
    assert droits.activite_de_douze_mois(0, 0, borne, euros(smic))
    assert droits.activite_de_douze_mois(0, 0, borne + 1, euros(smic))


@pytest.mark.parametrize(
    ("contrat", "declaree", "discontinue"),
    [
        ("saisonnier", False, True),
        ("interim", False, True),
        ("intermittent", False, True),
        ("cdi", False, False),
        ("cdd", False, False),
        ("apprentissage", False, False),
        (None, False, False),
        ("cdi", True, True),
    ],
)
def test_a_profession_is_discontinuous_by_status_or_by_declaration(
    contrat: str | None, declaree: bool, discontinue: bool
) -> None:
    assert droits.profession_discontinue(contrat, declaree) is discontinue


@pytest.mark.parametrize(
    ("heures", "jours_365", "salaires", "ouvre"),
    [
        (599_99, 0, 0, False),
        (600_00, 0, 0, True),
        (600_01, 0, 0, True),
        (0, 599_99, 0, False),
        (0, 600_00, 0, True),
        (0, 0, 23649_49, False),
        (0, 0, 23649_50, True),
        (0, 0, 23649_51, True),
        (599_99, 599_99, 23649_49, False),
    ],
)
def test_discontinuous_work_has_a_door_of_twelve_months(
    heures: int, jours_365: int, salaires: int, ouvre: bool
) -> None:
    """600 hours, or 2 030 × 11.65 = 23 649.50 €."""
    assert droits.porte_des_douze_mois(heures, jours_365, salaires, euros("11.65")) is ouvre


@pytest.mark.parametrize(
    ("debut_de_periode", "par_defaut", "jour_meme"),
    [("2024-07-01", "2024-01-01", "2024-01-01"), ("2025-01-01", "2024-01-01", "2025-01-01")],
)
def test_its_smic_is_that_of_the_1_january_before_the_period(
    debut_de_periode: str, par_defaut: str, jour_meme: str
) -> None:
    assert droits.date_du_smic_d_une_activite_discontinue(jour(debut_de_periode)) == jour(par_defaut)
    with sous(smic_1er_janvier="jour_meme"):
        assert droits.date_du_smic_d_une_activite_discontinue(jour(debut_de_periode)) == jour(jour_meme)


@pytest.mark.parametrize(("cachets", "ouvre"), [(8, False), (9, True), (10, True)])
def test_nine_cachets_are_worth_150_hours(cachets: int, ouvre: bool) -> None:
    assert droits.porte_des_cachets(cachets) is ouvre


@pytest.mark.parametrize(("cachets", "ouvre"), [(35, False), (36, True), (37, True)])
def test_thirty_six_cachets_are_worth_600_hours(cachets: int, ouvre: bool) -> None:
    assert droits.cachets_de_douze_mois(cachets) is ouvre


@pytest.mark.parametrize(
    ("contrat", "au_cachet"), [("intermittent", True), ("saisonnier", False), ("cdi", False), (None, False)]
)
def test_only_show_business_is_paid_by_the_cachet(contrat: str | None, au_cachet: bool) -> None:
    assert droits.paye_au_cachet(contrat) is au_cachet


@pytest.mark.parametrize(("discontinue", "a_domicile"), [(True, False), (False, True), (False, False)])
def test_the_door_of_twelve_months_is_for_discontinuous_work_and_home_service(
    discontinue: bool, a_domicile: bool
) -> None:
    assert droits.douze_mois_admis(discontinue, a_domicile) is (discontinue or a_domicile)


def test_hours_and_wages_of_all_employers_are_added() -> None:
    assert droits.total_des_employeurs((80_00, 70_00)) == 150_00
    assert droits.total_des_employeurs(()) == 0


@pytest.mark.parametrize(
    ("premier_jour_sans", "dernier"),
    [
        ("2024-07-01", "2025-06-30"),
        ("2023-12-15", "2024-12-14"),
        ("2024-02-29", "2025-02-28"),
        ("2023-03-01", "2024-02-29"),
    ],
)
def test_rights_are_kept_for_twelve_months(premier_jour_sans: str, dernier: str) -> None:
    assert droits.fin_du_maintien(jour(premier_jour_sans)) == jour(dernier)


def test_the_anniversary_is_kept_under_its_own_reading() -> None:
    with sous(maintien_dernier_jour="anniversaire_inclus"):
        assert droits.fin_du_maintien(jour("2024-07-01")) == jour("2025-07-01")


@pytest.mark.parametrize(
    ("debut", "maintenus"), [("2025-06-29", True), ("2025-06-30", True), ("2025-07-01", False)]
)
def test_a_stop_must_begin_within_the_kept_rights(debut: str, maintenus: bool) -> None:
    assert droits.droits_maintenus(jour(debut), jour("2025-06-30")) is maintenus


@pytest.mark.parametrize(
    ("debut", "gardes"),
    [("2025-05-31", True), ("2025-06-01", False), ("2024-06-01", True), ("2025-05-30", True)],
)
def test_a_resumption_too_short_keeps_former_rights_for_twelve_months(debut: str, gardes: bool) -> None:
    assert droits.reprise_insuffisante(jour(debut), jour("2024-06-01")) is gardes


@pytest.mark.parametrize(
    ("reprise", "dernier"),
    [("2024-09-01", "2025-08-31"), ("2024-02-29", "2025-02-28"), ("2023-03-01", "2024-02-29")],
)
def test_rights_of_before_a_leave_are_found_again_for_twelve_months(reprise: str, dernier: str) -> None:
    assert droits.fin_des_droits_retrouves(jour(reprise)) == jour(dernier)


@pytest.mark.parametrize(
    ("debut", "retrouves"), [("2025-08-30", True), ("2025-08-31", True), ("2025-09-01", False)]
)
def test_a_stop_must_begin_within_the_rights_found_again(debut: str, retrouves: bool) -> None:
    assert droits.droits_retrouves(jour(debut), jour("2025-08-31")) is retrouves


@pytest.mark.parametrize(("acquis", "dispense"), [(True, True), (False, False)])
def test_the_first_stop_for_a_long_term_condition_may_open_the_others_by_reading(
    acquis: bool, dispense: bool
) -> None:
    assert not droits.acquis_au_premier_arret(acquis)
    with sous(droits_ald="au_premier_arret") as trace:
        assert droits.acquis_au_premier_arret(acquis) is dispense
        assert bool(trace.lectures) is acquis


def test_a_gap_starts_the_six_months_again_by_reading_alone() -> None:
    assert not droits.six_mois_recomptes()
    with sous(six_mois_apres_un_ecart="nouveau_decompte"):
        assert droits.six_mois_recomptes()


@pytest.mark.parametrize("acte", [True, False])
def test_a_victim_of_terrorism_alone_is_spared_the_conditions(acte: bool) -> None:
    assert droits.dispense_de_conditions(acte) is acte


@pytest.mark.parametrize(("manques", "suspendue"), [(0, False), (1, True), (2, True)])
def test_a_missing_certificate_suspends_the_decision(manques: int, suspendue: bool) -> None:
    assert droits.suspend(manques) is suspendue


def test_every_bound_met_is_recorded_with_its_measure_and_its_answer() -> None:
    with sous() as trace:
        droits.porte_des_heures(149_99, 150_00)
    assert [(r.seuil, r.mesure, r.comparateur, r.borne, r.franchi) for r in trace.rencontres] == [
        ("MAL-OD-1.heures_3_mois", 149_99, ">=", 150_00, False),
        ("MAL-OD-1.heures_90_jours", 150_00, ">=", 150_00, True),
    ]


def test_the_bound_of_contributions_is_exact() -> None:
    with sous() as trace:
        droits.porte_des_cotisations(0, Fraction(1127))
    assert trace.rencontres[0].borne == Fraction(1143905)


def test_the_reading_asked_for_is_recorded() -> None:
    with sous() as trace:
        droits.fin_du_maintien(date(2024, 7, 1))
    assert trace.lectures == {"maintien_dernier_jour": "anniversaire_exclu"}
