"""Waiting days, gaps, the 360 and the three years, rule by rule: each bound on its eve, on its day, and after."""

import pytest

from oracle import maladie
from oracle.loi import Variante, liquidation_en_cours
from tests.aides import euros, jour


@pytest.mark.parametrize(
    ("debut", "fin", "nombre"),
    [
        ("2025-06-03", "2025-06-11", 9),
        ("2024-02-28", "2024-03-01", 3),
        ("2023-02-28", "2023-03-01", 2),
        ("2025-06-03", "2025-06-03", 1),
        ("2023-10-15", "2023-10-31", 17),
    ],
)
def test_every_day_of_the_prescription_counts_both_ends_included(debut: str, fin: str, nombre: int) -> None:
    jours = maladie.jours_prescrits(jour(debut), jour(fin))
    assert len(jours) == nombre
    assert (jours[0], jours[-1]) == (jour(debut), jour(fin))


@pytest.mark.parametrize(
    ("finie", "lecture", "en_vigueur"),
    [
        (False, "tolerance", True),
        (False, "jamais", False),
        (True, "tolerance", False),
        (True, "jamais", False),
    ],
)
def test_the_tolerance_of_uncovered_days_is_a_reading_and_has_ended(
    finie: bool, lecture: str, en_vigueur: bool
) -> None:
    with liquidation_en_cours({"jours_non_prescrits": lecture}, Variante()):
        assert maladie.tolerance_en_vigueur(finie) is en_vigueur


@pytest.mark.parametrize(
    ("veille", "reprise", "pont"),
    [
        ("2024-05-13", "2024-05-15", True),  # Tuesday
        ("2024-05-17", "2024-05-20", True),  # Saturday, Sunday
        ("2024-05-16", "2024-05-19", True),  # Friday, Saturday
        ("2024-05-11", "2024-05-14", True),  # Sunday, Monday
        ("2024-04-30", "2024-05-03", True),  # Wednesday 1 May, a holiday, and Thursday
        ("2024-05-13", "2024-05-16", False),  # Tuesday, Wednesday
        ("2024-05-16", "2024-05-20", True),  # Friday, Saturday, Sunday
        ("2024-05-17", "2024-05-21", True),  # Saturday, Sunday, Whit Monday
        ("2024-05-14", "2024-05-18", False),  # Wednesday to Friday
        ("2024-05-15", "2024-05-19", False),  # Thursday to Saturday: one week-end day only
        ("2024-05-15", "2024-05-20", False),  # four days
        ("2024-05-13", "2024-05-14", False),  # no day between
    ],
)
def test_a_gap_is_bridged_over_a_day_a_week_end_or_a_holiday(veille: str, reprise: str, pont: bool) -> None:
    assert maladie.pont_tolere(jour(veille), jour(reprise)) is pont


@pytest.mark.parametrize(
    ("ecart", "prolongation", "pont", "meme"),
    [
        (0, False, False, True),
        (-5, False, False, True),
        (1, False, False, False),
        (1, False, True, False),
        (0, True, False, True),
        (1, True, False, True),
        (2, True, False, True),
        (3, True, False, False),
        (3, True, True, True),
        (2, False, False, False),
    ],
)
def test_a_stop_goes_on_without_a_gap_or_over_two_days_of_a_prolongation(
    ecart: int, prolongation: bool, pont: bool, meme: bool
) -> None:
    assert maladie.meme_interruption(ecart, prolongation, pont, deux_jours_ouvres=False) is meme


def test_two_plain_weekdays_reopen_waiting_days_under_one_reading_only() -> None:
    assert maladie.meme_interruption(2, True, False, deux_jours_ouvres=True)
    with liquidation_en_cours({"ecart_de_48_heures": "carence_si_jours_ouvres"}, Variante()):
        assert not maladie.meme_interruption(2, True, False, deux_jours_ouvres=True)
        assert maladie.meme_interruption(2, True, False, deux_jours_ouvres=False)
        assert maladie.meme_interruption(0, True, False, deux_jours_ouvres=True)


@pytest.mark.parametrize(
    ("veille", "reprise", "finie", "ouvres"),
    [
        ("2024-09-02", "2024-09-05", True, True),  # Tuesday and Wednesday
        ("2024-09-02", "2024-09-05", False, False),
        ("2024-09-02", "2024-09-04", True, False),  # one day
        ("2024-09-02", "2024-09-06", True, False),  # three days
        ("2024-09-05", "2024-09-08", True, False),  # Friday and Saturday
        ("2024-12-24", "2024-12-27", True, False),  # Christmas among them
    ],
)
def test_two_plain_weekdays_are_told_from_other_gaps(
    veille: str, reprise: str, finie: bool, ouvres: bool
) -> None:
    assert maladie.deux_jours_ouvres(jour(veille), jour(reprise), finie) is ouvres


def test_trial_work_is_no_resumption() -> None:
    assert maladie.vraie_reprise(en_reeducation=False)
    assert not maladie.vraie_reprise(en_reeducation=True)


def test_a_notice_given_on_a_worked_day_starts_the_day_after() -> None:
    assert maladie.premier_jour_non_travaille(jour("2025-01-23"), premier_jour_travaille=True) == jour(
        "2025-01-24"
    )
    assert maladie.premier_jour_non_travaille(jour("2025-01-23"), premier_jour_travaille=False) == jour(
        "2025-01-23"
    )


def test_waiting_days_are_counted_from_the_interruption_and_not_from_each_notice() -> None:
    assert maladie.debut_du_delai_de_carence(jour("2025-01-24"), jour("2025-02-10")) == jour("2025-01-24")


@pytest.mark.parametrize(
    ("debut", "nombre", "dernier"),
    [("2025-06-03", 3, "2025-06-05"), ("2024-02-28", 3, "2024-03-01"), ("2025-06-03", 7, "2025-06-09")],
)
def test_the_benefit_is_due_from_the_fourth_day(debut: str, nombre: int, dernier: str) -> None:
    assert maladie.dernier_jour_de_carence(jour(debut), nombre) == jour(dernier)


@pytest.mark.parametrize(
    ("quand", "carence"),
    [
        ("2025-06-02", False),
        ("2025-06-03", True),
        ("2025-06-04", True),
        ("2025-06-05", True),
        ("2025-06-06", False),
    ],
)
def test_a_day_waits_from_the_first_to_the_third(quand: str, carence: bool) -> None:
    assert maladie.jour_de_carence(jour(quand), jour("2025-06-03"), jour("2025-06-05")) is carence


@pytest.mark.parametrize(
    ("age", "interruption", "dispense"),
    [
        (24, "2025-01-01", True),
        (25, "2025-01-01", False),
        (26, "2025-01-01", False),
        (0, "2025-04-01", True),
        (12, "2025-04-01", True),
        (12, "2025-04-02", True),
        (12, "2025-04-03", False),
        (25, "2025-04-03", False),
    ],
)
def test_the_death_of_a_child_under_25_spares_waiting_days_for_thirteen_weeks(
    age: int, interruption: str, dispense: bool
) -> None:
    """Death on 1 January 2025: day 91 is 2 April."""
    trop_tard = jour("2025-06-01")
    assert maladie.deces_d_un_enfant(jour("2025-01-01"), age, jour(interruption), trop_tard) is dispense
    with liquidation_en_cours({"deces_enfant_delai": "prescription"}, Variante()):
        assert maladie.deces_d_un_enfant(jour("2025-01-01"), age, trop_tard, jour(interruption)) is dispense


@pytest.mark.parametrize("vrai", [True, False])
def test_a_lost_pregnancy_or_an_act_of_terrorism_spares_waiting_days(vrai: bool) -> None:
    assert maladie.interruption_de_grossesse(vrai) is vrai
    assert maladie.dispense_de_carence(vrai) is vrai


@pytest.mark.parametrize(
    ("quand", "premier"),
    [
        ("2025-06-15", "2022-06-16"),
        ("2025-12-31", "2023-01-01"),
        ("2024-02-29", "2021-03-01"),
        ("2023-02-28", "2020-02-29"),
        ("2024-02-28", "2021-03-01"),
        ("2024-03-01", "2021-03-02"),
        ("2026-03-31", "2023-04-01"),
    ],
)
def test_three_years_roll_with_each_day(quand: str, premier: str) -> None:
    assert maladie.premier_jour_des_trois_ans(jour(quand)) == jour(premier)


@pytest.mark.parametrize(
    ("deja_servies", "payee"), [(0, True), (358, True), (359, True), (360, False), (400, False)]
)
def test_the_360th_benefit_is_paid_and_the_361st_is_not(deja_servies: int, payee: bool) -> None:
    assert maladie.dans_la_limite_de_360(deja_servies, 360) is payee


@pytest.mark.parametrize(
    ("debut", "dernier"),
    [
        ("2021-01-01", "2023-12-31"),
        ("2024-02-29", "2027-02-28"),
        ("2023-03-01", "2026-02-28"),
        ("2022-04-23", "2025-04-22"),
        ("2021-03-01", "2024-02-29"),
    ],
)
def test_a_long_term_condition_is_paid_three_years_from_date_to_date(debut: str, dernier: str) -> None:
    assert maladie.dernier_jour_de_la_periode_ald(jour(debut)) == jour(dernier)


@pytest.mark.parametrize(
    ("quand", "dedans"), [("2023-12-30", True), ("2023-12-31", True), ("2024-01-01", False)]
)
def test_the_last_of_the_three_years_is_inside(quand: str, dedans: bool) -> None:
    assert maladie.dans_la_periode_ald(jour(quand), jour("2023-12-31")) is dedans


@pytest.mark.parametrize(
    ("reprise", "arret", "nouvelle_periode"),
    [
        ("2024-01-10", "2025-01-08", False),
        ("2024-01-10", "2025-01-09", False),
        ("2024-01-10", "2025-01-10", True),
        ("2024-02-29", "2025-02-28", False),
        ("2024-02-29", "2025-03-01", True),
    ],
)
def test_a_whole_year_of_work_opens_a_new_period(reprise: str, arret: str, nouvelle_periode: bool) -> None:
    assert maladie.reprise_d_un_an(jour(reprise), jour(arret)) is nouvelle_periode


@pytest.mark.parametrize(
    ("interruption", "servie"),
    [("2022-01-20", True), ("2024-01-08", True), ("2024-01-09", True), ("2024-01-10", False)],
)
def test_the_waiting_days_of_a_condition_serve_three_years(interruption: str, servie: bool) -> None:
    for reprise in (False, True):
        assert maladie.carence_ald_deja_servie(jour("2021-01-10"), jour(interruption), reprise) is servie
    with liquidation_en_cours({"carence_ald_apres_reprise": "nouvelle_periode"}, Variante()):
        assert maladie.carence_ald_deja_servie(jour("2021-01-10"), jour(interruption), False) is servie
        assert not maladie.carence_ald_deja_servie(jour("2021-01-10"), jour(interruption), True)


def test_the_three_years_run_from_the_first_stopped_day_or_the_first_paid_one() -> None:
    arret, paye = jour("2023-03-06"), jour("2023-03-09")
    assert maladie.debut_de_la_periode_ald(arret, paye) == arret
    with liquidation_en_cours({"ald_depart": "premier_jour_indemnise"}, Variante()):
        assert maladie.debut_de_la_periode_ald(arret, paye) == paye


def test_what_is_left_of_360_serves_after_the_three_years_unless_read_otherwise() -> None:
    assert maladie.solde_apres_les_trois_ans()
    with liquidation_en_cours({"ald_apres_trois_ans": "epuisee"}, Variante()):
        assert not maladie.solde_apres_les_trois_ans()


def test_the_least_benefit_is_that_of_the_day_or_of_the_seventh_month() -> None:
    assert maladie.date_du_minimum(jour("2025-01-01"), jour("2024-12-15")) == jour("2025-01-01")
    with liquidation_en_cours({"minimum_septieme_mois": "debut_du_septieme_mois"}, Variante()):
        assert maladie.date_du_minimum(jour("2025-01-01"), jour("2024-12-15")) == jour("2024-12-15")


@pytest.mark.parametrize(
    ("quand", "detenu"),
    [("2025-03-09", False), ("2025-03-10", True), ("2025-04-10", True), ("2025-04-11", False)],
)
def test_nothing_is_due_on_a_day_of_detention(quand: str, detenu: bool) -> None:
    assert maladie.detenu(jour(quand), jour("2025-03-10"), jour("2025-04-10")) is detenu


@pytest.mark.parametrize(
    ("nature", "rien"),
    [("conge_parental", True), ("presence_parentale", True), ("solidarite_familiale", False)],
)
def test_rights_sleep_during_parental_leave_and_not_during_family_solidarity(nature: str, rien: bool) -> None:
    assert maladie.conge_sans_indemnite(nature) is rien


@pytest.mark.parametrize(
    ("pension", "base", "minimum"),
    [
        ("309.09", "60.00", 10_16),
        ("311.56", "60.00", 10_24),
        ("328.07", "60.00", 10_79),
        ("335.29", "60.00", 11_02),
        ("338.31", "60.00", 11_12),
        ("335.29", "11.03", 11_02),
        ("335.29", "11.02", 11_02),
        ("335.29", "11.01", 11_01),
        ("335.29", "0.00", 0),
    ],
)
def test_a_day_of_the_seventh_month_is_paid_a_365th_of_the_least_pension(
    pension: str, base: str, minimum: int
) -> None:
    """Never more than the daily pay."""
    assert maladie.minimum_apres_six_mois(euros(pension), euros(base)) == minimum


@pytest.mark.parametrize(
    ("prescripteur", "initial", "impossibilite", "dentiste_admis", "admis"),
    [
        ("medecin_traitant", False, False, False, True),
        ("specialiste_adresse", False, False, False, True),
        ("sage_femme", False, False, False, True),
        ("sage_femme_referente", False, False, False, True),
        ("remplacant", False, False, False, True),
        ("hopital", False, False, False, True),
        ("autre_medecin", False, False, False, False),
        ("autre_medecin", True, False, False, True),
        ("autre_medecin", False, True, False, True),
        ("autre_medecin", False, False, True, False),
        ("chirurgien_dentiste", False, False, False, False),
        ("chirurgien_dentiste", False, False, True, True),
        ("chirurgien_dentiste", True, False, False, True),
        ("chirurgien_dentiste", False, True, False, True),
    ],
)
def test_a_prolongation_keeps_the_benefit_from_certain_prescribers(
    prescripteur: str, initial: bool, impossibilite: bool, dentiste_admis: bool, admis: bool
) -> None:
    assert maladie.prescripteur_admis(prescripteur, initial, impossibilite, dentiste_admis) is admis


def test_dates_compared_are_recorded_with_the_bound_they_meet() -> None:
    with liquidation_en_cours({}, Variante()) as trace:
        maladie.deces_d_un_enfant(jour("2025-01-01"), 25, jour("2025-04-03"), jour("2025-04-03"))
    assert [(r.seuil, str(r.mesure), str(r.borne), r.franchi) for r in trace.rencontres] == [
        ("MAL-CARENCE.age_enfant", "25", "25", False),
        ("MAL-CARENCE.treize_semaines", "2025-04-03", "2025-04-02", False),
    ]
