"""Paternity, adoption, supplementary birth leave and mourning, rule by rule: each bound on its eve, its day, and after."""

import pytest

from oracle.famille import adoption, deuil, naissance, paternite
from oracle.loi import Variante, liquidation_en_cours
from tests.aides import jour


@pytest.mark.parametrize(("enfants", "jours"), [(1, 25), (2, 32), (3, 32)])
def test_a_father_has_twenty_five_days_or_thirty_two_for_several_children(enfants: int, jours: int) -> None:
    assert paternite.duree(enfants) == jours


@pytest.mark.parametrize(
    ("jours", "apres", "pris"),
    [(3, 3, False), (4, 3, True), (5, 3, True), (25, 0, True), (4, 7, True), (4, 8, False)],
)
def test_the_four_days_follow_the_birth_leave_at_once(jours: int, apres: int, pris: bool) -> None:
    assert paternite.jours_obligatoires_pris(jours, apres) is pris


@pytest.mark.parametrize(
    ("rang", "jours", "admise"), [(1, 4, False), (1, 5, True), (2, 5, True), (2, 16, True), (3, 11, False)]
)
def test_the_other_days_are_taken_in_two_parts_of_five_days_at_least(
    rang: int, jours: int, admise: bool
) -> None:
    assert paternite.part_admise(rang, jours) is admise


@pytest.mark.parametrize(
    ("rang", "duree", "dedans"), [(24, 25, True), (25, 25, True), (26, 25, False), (32, 32, True)]
)
def test_the_twenty_fifth_day_is_paid_and_the_twenty_sixth_is_not(
    rang: int, duree: int, dedans: bool
) -> None:
    assert paternite.dans_la_duree(rang, duree) is dedans


@pytest.mark.parametrize(
    ("sortie", "en_sus", "inclus"),
    [
        ("2025-06-17", 0, 0),  # left before the four days began
        ("2025-06-21", 0, 0),
        ("2025-06-22", 1, 1),
        ("2025-07-17", 26, 26),
        ("2025-07-18", 27, 26),
        ("2025-07-21", 30, 26),
        ("2025-07-22", 30, 26),
        ("2025-12-31", 30, 26),
    ],
)
def test_a_newborn_in_hospital_adds_thirty_days_at_most_to_the_four(
    sortie: str, en_sus: int, inclus: int
) -> None:
    """The four days are 18 to 21 June; ``inclus``: they are among the thirty."""
    assert paternite.jours_d_hospitalisation(jour("2025-06-18"), jour(sortie)) == en_sus
    with liquidation_en_cours({"hospitalisation_30j": "quatre_jours_inclus"}, Variante()):
        assert paternite.jours_d_hospitalisation(jour("2025-06-18"), jour(sortie)) == inclus


@pytest.mark.parametrize(
    ("sortie", "fin"), [(None, "2025-12-15"), ("2025-07-31", "2026-01-31"), ("2025-08-31", "2026-02-28")]
)
def test_six_months_run_from_the_birth_or_from_the_end_of_the_stay_in_hospital(
    sortie: str | None, fin: str
) -> None:
    le = None if sortie is None else jour(sortie)
    assert paternite.fin_du_delai(jour("2025-06-15"), le) == jour(fin)


@pytest.mark.parametrize(
    ("debut", "quand", "dedans", "tous_dedans"),
    [
        ("2025-12-14", "2025-12-15", True, True),
        ("2025-12-14", "2025-12-16", True, False),
        ("2025-12-15", "2026-01-10", True, False),
        ("2025-12-16", "2025-12-16", False, False),
    ],
)
def test_a_part_begins_within_six_months_or_each_of_its_days_is_within_them(
    debut: str, quand: str, dedans: bool, tous_dedans: bool
) -> None:
    fin = jour("2025-12-15")
    assert paternite.dans_le_delai(jour(debut), jour(quand), fin) is dedans
    with liquidation_en_cours({"delai_paternite": "fin_dans_le_delai"}, Variante()):
        assert paternite.dans_le_delai(jour(debut), jour(quand), fin) is tous_dedans


@pytest.mark.parametrize("due", [True, False])
def test_a_viable_child_born_dead_gives_his_father_the_leave(due: bool) -> None:
    assert paternite.pere_d_un_enfant_viable(due) is due


@pytest.mark.parametrize(
    ("enfants", "a_charge_apres", "jours"),
    [(1, 1, 112), (1, 2, 112), (1, 3, 126), (1, 4, 126), (2, 2, 154), (2, 3, 154), (3, 3, 154)],
)
def test_sixteen_eighteen_or_twenty_two_weeks_for_an_adoption(
    enfants: int, a_charge_apres: int, jours: int
) -> None:
    assert adoption.duree(enfants, a_charge_apres) == jours


@pytest.mark.parametrize(
    ("duree", "enfants", "partage", "autre", "siens"),
    [
        (112, 1, False, 0, 112),
        (112, 1, True, 25, 112),
        (112, 1, True, 24, 112),
        (112, 1, True, 26, 111),
        (112, 1, True, 112, 25),
        (126, 1, True, 100, 51),
        (154, 2, True, 32, 154),
        (154, 2, True, 33, 153),
        (154, 2, True, 154, 32),
        (112, 1, True, 200, 0),
    ],
)
def test_a_shared_leave_grows_by_twenty_five_or_thirty_two_days_within_each_parent_s_length(
    duree: int, enfants: int, partage: bool, autre: int, siens: int
) -> None:
    assert adoption.duree_d_un_parent(duree, enfants, partage, autre) == siens


@pytest.mark.parametrize(("rang", "dedans"), [(111, True), (112, True), (113, False)])
def test_the_last_day_of_an_adoption_leave_is_paid(rang: int, dedans: bool) -> None:
    assert adoption.dans_la_duree(rang, 112) is dedans


@pytest.mark.parametrize(
    ("quand", "permis"),
    [("2025-09-23", False), ("2025-09-24", True), ("2025-09-25", True), ("2025-10-01", True)],
)
def test_an_adoption_leave_starts_seven_days_before_the_arrival_at_the_earliest(
    quand: str, permis: bool
) -> None:
    assert adoption.jour_permis(jour(quand), jour("2025-10-01")) is permis


@pytest.mark.parametrize(
    ("rang", "jours", "fractionne", "admise"),
    [
        (1, 10, False, True),
        (1, 24, True, False),
        (1, 25, True, True),
        (2, 25, True, True),
        (3, 25, True, False),
    ],
)
def test_an_adoption_leave_has_two_parts_of_twenty_five_days_at_least(
    rang: int, jours: int, fractionne: bool, admise: bool
) -> None:
    assert adoption.part_admise(rang, jours, fractionne) is admise


@pytest.mark.parametrize(
    ("quand", "en_vigueur", "dedans"),
    [
        ("2026-05-31", True, True),
        ("2026-06-01", True, True),
        ("2026-06-02", True, False),
        ("2026-06-02", False, True),
    ],
)
def test_an_adoption_leave_ends_within_eight_months_of_the_arrival(
    quand: str, en_vigueur: bool, dedans: bool
) -> None:
    assert adoption.dans_le_delai(jour(quand), jour("2025-10-01"), en_vigueur) is dedans


@pytest.mark.parametrize(
    ("nee", "prevue", "concerne"),
    [
        ("2025-12-31", None, False),
        ("2026-01-01", None, True),
        ("2025-12-31", "2025-12-31", False),
        ("2025-12-28", "2026-01-01", True),
        ("2026-01-01", "2025-12-20", True),
    ],
)
def test_the_supplementary_leave_is_for_children_born_or_expected_from_1_january_2026(
    nee: str, prevue: str | None, concerne: bool
) -> None:
    assert naissance.enfant_concerne(jour(nee), None if prevue is None else jour(prevue)) is concerne


@pytest.mark.parametrize(
    ("debut", "ouvert"), [("2026-06-30", False), ("2026-07-01", True), ("2026-07-02", True)]
)
def test_the_supplementary_leave_is_paid_from_1_july_2026(debut: str, ouvert: bool) -> None:
    assert naissance.ouvert_le(jour(debut)) is ouvert


@pytest.mark.parametrize(
    ("debut", "fin"),
    [
        ("2026-09-01", "2026-09-30"),
        ("2026-10-01", "2026-10-31"),
        ("2026-08-10", "2026-09-09"),
        ("2027-01-31", "2027-02-28"),
    ],
)
def test_a_month_of_leave_runs_date_to_date(debut: str, fin: str) -> None:
    assert naissance.fin_du_mois_de_conge(jour(debut)) == jour(fin)


@pytest.mark.parametrize(("rang", "admis"), [(1, True), (2, True), (3, False)])
def test_there_are_two_months_of_supplementary_leave_at_most(rang: int, admis: bool) -> None:
    assert naissance.mois_admis(rang) is admis


@pytest.mark.parametrize(
    ("nee", "dernier"),
    [
        ("2026-01-15", "2027-03-31"),
        ("2026-06-30", "2027-03-31"),
        ("2026-07-01", "2027-03-31"),
        ("2026-07-02", "2027-04-01"),
        ("2026-10-15", "2027-07-14"),
    ],
)
def test_a_month_begins_within_nine_months_of_the_birth_or_of_1_july_2026(nee: str, dernier: str) -> None:
    assert naissance.dernier_jour_pour_commencer(jour(nee)) == jour(dernier)


@pytest.mark.parametrize(
    ("debut", "dedans"), [("2027-03-30", True), ("2027-03-31", True), ("2027-04-01", False)]
)
def test_the_last_day_to_begin_is_inside(debut: str, dedans: bool) -> None:
    assert naissance.dans_le_delai(jour(debut), jour("2027-03-31")) is dedans


@pytest.mark.parametrize(("rang", "second"), [(1, False), (2, True)])
def test_the_second_month_is_told_from_the_first(rang: int, second: bool) -> None:
    assert naissance.second_mois(rang) is second


@pytest.mark.parametrize(("age", "pleure"), [(0, True), (24, True), (25, False), (26, False)])
def test_a_child_under_twenty_five_is_mourned(age: int, pleure: bool) -> None:
    assert deuil.enfant_pleure(age) is pleure


def test_an_employee_has_eight_days_in_two_parts_and_the_others_fifteen_in_three() -> None:
    assert (deuil.duree(au_travail=True), deuil.duree(au_travail=False)) == (8, 15)
    assert [deuil.part_admise(rang, au_travail=True) for rang in (1, 2, 3)] == [True, True, False]
    assert [deuil.part_admise(rang, au_travail=False) for rang in (2, 3, 4)] == [True, True, False]


@pytest.mark.parametrize(
    ("rang", "duree", "dedans"), [(7, 8, True), (8, 8, True), (9, 8, False), (15, 15, True), (16, 15, False)]
)
def test_the_eighth_day_of_mourning_is_paid_and_the_ninth_is_not(rang: int, duree: int, dedans: bool) -> None:
    assert deuil.dans_la_duree(rang, duree) is dedans


@pytest.mark.parametrize(
    ("deces", "quand", "dedans"),
    [
        ("2025-03-10", "2026-03-09", True),
        ("2025-03-10", "2026-03-10", True),
        ("2025-03-10", "2026-03-11", False),
        ("2024-02-29", "2025-02-28", True),
        ("2024-02-29", "2025-03-01", False),
    ],
)
def test_mourning_is_taken_within_a_year_of_the_death(deces: str, quand: str, dedans: bool) -> None:
    assert deuil.dans_le_delai(jour(quand), jour(deces)) is dedans


@pytest.mark.parametrize(
    ("dernier_paye", "premier"),
    [("2025-06-19", "2025-06-20"), ("2025-06-20", "2025-06-21"), (None, "2025-06-21")],
)
def test_the_rest_passes_on_the_day_after_the_mother_s_last_paid_day_or_on_the_day_of_death(
    dernier_paye: str | None, premier: str
) -> None:
    """She died on 20 June."""
    deces, dernier = jour("2025-06-20"), None if dernier_paye is None else jour(dernier_paye)
    assert deuil.premier_jour_du_survivant(deces, dernier) == jour(premier)
    with liquidation_en_cours({"deces_mere_jour": "jour_du_deces_inclus"}, Variante()):
        assert deuil.premier_jour_du_survivant(deces, dernier) == deces


@pytest.mark.parametrize(
    ("quand", "sien"), [("2025-06-20", False), ("2025-06-21", True), ("2025-06-22", True)]
)
def test_the_other_parent_takes_the_days_the_mother_did_not_use(quand: str, sien: bool) -> None:
    assert deuil.jour_du_survivant(jour(quand), jour("2025-06-21")) is sien
