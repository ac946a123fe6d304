"""Rights to family leaves, loss of a child, illness of pregnancy, rule by rule: each bound on its eve, its day, and after."""

from itertools import pairwise

import pytest

from oracle.famille import cumul, ouverture, pathologie, perte
from oracle.loi import Variante, liquidation_en_cours
from tests.aides import jour


@pytest.mark.parametrize(
    ("prevu", "debut", "autrement"),
    [
        ("2025-06-15", "2024-09-15", "2024-09-15"),
        ("2026-03-01", "2025-06-01", "2025-06-01"),
        ("2025-11-30", "2025-02-28", "2025-03-01"),
        ("2024-11-29", "2024-02-29", "2024-02-29"),
        ("2024-11-30", "2024-02-29", "2024-03-01"),
        ("2025-03-31", "2024-06-30", "2024-07-01"),
    ],
)
def test_the_ninth_month_starts_on_the_same_day_or_the_last_of_a_month_without_it(
    prevu: str, debut: str, autrement: str
) -> None:
    assert ouverture.debut_du_neuvieme_mois(jour(prevu)) == jour(debut)
    with liquidation_en_cours({"neuvieme_mois_inexistant": "report_au_mois_suivant"}, Variante()):
        assert ouverture.debut_du_neuvieme_mois(jour(prevu)) == jour(autrement)


@pytest.mark.parametrize(
    ("debut", "mois", "au", "suffit"),
    [
        ("2025-01-14", 6, "2025-07-15", True),
        ("2025-01-15", 6, "2025-07-15", True),
        ("2025-01-16", 6, "2025-07-15", False),
        ("2024-09-15", 10, "2025-07-15", True),
        ("2024-09-16", 10, "2025-07-15", False),
        ("2024-08-31", 6, "2025-02-28", True),
    ],
)
def test_six_or_ten_months_of_affiliation_are_counted_date_to_date(
    debut: str, mois: int, au: str, suffit: bool
) -> None:
    assert ouverture.affiliation_suffisante(jour(debut), mois, jour(au)) is suffit


@pytest.mark.parametrize(
    ("pathologique", "par_la_lettre"),
    [
        (None, "2023-09-01"),
        ("2023-08-18", "2023-09-01"),
        ("2023-08-19", "2023-08-19"),
        ("2023-08-20", "2023-08-20"),
        ("2023-08-21", "2023-09-01"),
    ],
)
def test_a_leave_begun_earlier_for_an_illness_of_pregnancy_counts_from_the_rest(
    pathologique: str | None, par_la_lettre: str
) -> None:
    """By the letter of the décret, an illness that begins on the day it is published or the next keeps ten months."""
    avant = None if pathologique is None else jour(pathologique)
    repos = jour("2023-09-01")
    assert ouverture.debut_du_conge_pour_l_affiliation(repos, avant) == repos
    with liquidation_en_cours({"affiliation_conge_avance": "dix_mois"}, Variante()):
        assert ouverture.debut_du_conge_pour_l_affiliation(repos, avant) == jour(par_la_lettre)


@pytest.mark.parametrize("naissance", [None, "2025-06-01", "2025-06-15", "2025-06-20"])
def test_a_mother_is_affiliated_at_the_presumed_date_whenever_the_child_is_born(
    naissance: str | None,
) -> None:
    nee = None if naissance is None else jour(naissance)
    assert ouverture.date_d_affiliation_de_la_mere(jour("2025-06-15"), nee) == jour("2025-06-15")


def test_a_father_is_affiliated_at_the_start_of_his_leave_or_at_the_presumed_date() -> None:
    conge, prevu = jour("2025-06-18"), jour("2025-06-15")
    assert ouverture.date_d_affiliation_du_pere(conge, prevu) == conge
    with liquidation_en_cours({"affiliation_paternite": "date_presumee"}, Variante()):
        assert ouverture.date_d_affiliation_du_pere(conge, prevu) == prevu


def test_an_adopter_is_affiliated_at_the_arrival_or_at_the_start_of_the_leave() -> None:
    conge, arrivee = jour("2025-09-24"), jour("2025-10-01")
    assert ouverture.date_d_affiliation_de_l_adoptant(conge, arrivee) == arrivee
    with liquidation_en_cours({"affiliation_adoption": "debut_du_conge"}, Variante()):
        assert ouverture.date_d_affiliation_de_l_adoptant(conge, arrivee) == conge


@pytest.mark.parametrize(
    ("risque", "sans"),
    [
        ("deuil_enfant", True),
        ("maternite_mere_decedee", True),
        ("maternite", False),
        ("paternite", False),
        ("adoption", False),
        ("naissance_supplementaire", False),
    ],
)
def test_mourning_and_the_rest_of_a_dead_mother_ask_for_nothing(risque: str, sans: bool) -> None:
    assert ouverture.sans_condition_d_ouverture(risque) is sans


@pytest.mark.parametrize(
    ("dates", "acquis"),
    [
        ((True, False), True),
        ((False, True), True),
        ((None, True), True),
        ((False, False), False),
        ((None, False), None),
        ((False, None), None),
        ((None, None), None),
    ],
)
def test_one_of_the_two_dates_is_enough_and_what_is_not_known_is_no_refusal(
    dates: tuple[bool | None, ...], acquis: bool | None
) -> None:
    assert ouverture.l_une_des_dates_suffit(dates) is acquis


@pytest.mark.parametrize(
    ("quantite", "affilie", "ouverts"),
    [
        (True, True, True),
        (False, True, False),
        (None, True, None),
        (True, False, False),
        (None, False, False),
    ],
)
def test_work_and_affiliation_are_both_asked_for(
    quantite: bool | None, affilie: bool, ouverts: bool | None
) -> None:
    assert ouverture.droits_ouverts(quantite, affilie) is ouverts


@pytest.mark.parametrize(("heures", "ouvre"), [(149_99, False), (150_00, True), (150_01, True)])
def test_an_adopter_opens_rights_by_150_hours_of_three_months_date_to_date(heures: int, ouvre: bool) -> None:
    """Hundredths of an hour."""
    assert ouverture.porte_de_l_adoptant(heures) is ouvre


@pytest.mark.parametrize(
    ("semaines", "jours", "poids", "par_defaut", "semaines_seules", "plus_de_500"),
    [
        (21, 6, None, False, False, False),
        (21, 6, 499, False, False, False),
        (21, 6, 500, True, False, False),
        (21, 6, 501, True, False, True),
        (22, 0, None, True, True, True),
        (22, 0, 430, True, True, True),
        (22, 1, 430, True, True, True),
        (25, 0, 700, True, True, True),
    ],
)
def test_a_child_is_viable_at_twenty_two_weeks_or_at_500_grammes(
    semaines: int,
    jours: int,
    poids: int | None,
    par_defaut: bool,
    semaines_seules: bool,
    plus_de_500: bool,
) -> None:
    age = 7 * semaines + jours
    assert perte.viable(age, poids) is par_defaut
    with liquidation_en_cours({"seuil_viabilite": "22_sa_seulement"}, Variante()):
        assert perte.viable(age, poids) is semaines_seules
    with liquidation_en_cours({"seuil_poids": "superieur_strict"}, Variante()):
        assert perte.viable(age, poids) is plus_de_500


@pytest.mark.parametrize(
    ("ne_vivant", "viable", "due", "en_pratique"),
    [
        (True, True, True, True),
        (False, True, True, True),
        (False, False, False, False),
        (True, False, True, False),
    ],
)
def test_a_viable_child_opens_maternity_alive_or_not_and_so_does_any_child_born_alive(
    ne_vivant: bool, viable: bool, due: bool, en_pratique: bool
) -> None:
    assert perte.maternite_due(ne_vivant, viable) is due
    with liquidation_en_cours({"naissance_vivante_non_viable": "non_due"}, Variante()):
        assert perte.maternite_due(ne_vivant, viable) is en_pratique


def test_days_of_rest_before_a_pregnancy_lost_too_early_are_sickness_unless_read_otherwise() -> None:
    assert not perte.jours_anterieurs_acquis()
    with liquidation_en_cours({"perte_avant_22_sa": "jours_anterieurs_acquis"}, Variante()):
        assert perte.jours_anterieurs_acquis()


@pytest.mark.parametrize(
    ("quand", "possible"), [("2024-11-27", False), ("2024-11-28", True), ("2024-11-29", True)]
)
def test_pathological_rest_may_be_prescribed_from_the_declaration(quand: str, possible: bool) -> None:
    assert pathologie.repos_prenatal_possible(jour(quand), jour("2024-11-28")) is possible


@pytest.mark.parametrize(
    ("risque", "quand", "malade"),
    [
        ("grossesse_pathologique", "2025-05-03", True),
        ("grossesse_pathologique", "2025-05-04", False),
        ("maladie", "2025-05-03", False),
        ("suites_de_couches", "2025-05-03", False),
    ],
)
def test_an_illness_of_pregnancy_before_the_rest_may_be_paid_as_maternity(
    risque: str, quand: str, malade: bool
) -> None:
    assert pathologie.malade_de_la_grossesse(risque, jour(quand), jour("2025-05-04")) is malade


@pytest.mark.parametrize(("rang", "paye"), [(1, True), (13, True), (14, True), (15, False)])
def test_the_fourteenth_day_of_pathological_rest_is_maternity_and_the_fifteenth_is_not(
    rang: int, paye: bool
) -> None:
    assert pathologie.repos_pathologique(rang) is paye


@pytest.mark.parametrize(
    ("constat", "naissance", "sans_carence", "par_la_date_presumee"),
    [
        ("2025-04-19", "2025-06-01", False, False),  # A − 43
        ("2025-04-20", "2025-06-01", True, False),  # A − 42
        ("2025-04-25", "2025-06-01", True, False),
        ("2025-05-03", None, False, False),  # DPA − 43
        ("2025-05-04", None, True, True),  # DPA − 42
        ("2025-05-04", "2025-06-20", False, True),
        ("2025-05-09", "2025-06-20", True, True),
        ("2025-06-14", "2025-06-15", True, True),
    ],
)
def test_an_illness_of_pregnancy_found_within_six_weeks_of_the_delivery_has_no_waiting_days(
    constat: str, naissance: str | None, sans_carence: bool, par_la_date_presumee: bool
) -> None:
    accouchement = None if naissance is None else jour(naissance)
    prevu = jour("2025-06-15")
    assert pathologie.sans_carence_de_grossesse(jour(constat), accouchement, prevu) is sans_carence
    with liquidation_en_cours({"carence_grossesse": "date_prevue"}, Variante()):
        dit = pathologie.sans_carence_de_grossesse(jour(constat), accouchement, prevu)
        assert dit is par_la_date_presumee


@pytest.mark.parametrize("sans_reprise", [True, False])
def test_an_illness_of_childbirth_that_follows_the_rest_has_no_waiting_days(sans_reprise: bool) -> None:
    assert pathologie.sans_carence_de_suites_de_couches(sans_reprise) is sans_reprise


@pytest.mark.parametrize(
    ("quand", "prevaut"), [("2025-05-03", False), ("2025-05-04", True), ("2025-05-05", True)]
)
def test_maternity_is_paid_from_the_first_day_of_the_rest_and_sickness_before(
    quand: str, prevaut: bool
) -> None:
    assert pathologie.maternite_prevaut(jour(quand), jour("2025-05-04")) is prevaut


@pytest.mark.parametrize(("avant", "apres"), list(pairwise(cumul.ORDRE)))
def test_the_mother_s_rest_comes_first_and_mourning_last(avant: str, apres: str) -> None:
    assert cumul.rang_du_risque(avant) < cumul.rang_du_risque(apres)


def test_the_order_of_leaves_is_that_of_the_law() -> None:
    assert cumul.ORDRE == (
        "maternite",
        "maternite_mere_decedee",
        "adoption",
        "paternite",
        "naissance_supplementaire",
        "deuil_enfant",
    )


@pytest.mark.parametrize(("deja", "libre"), [(True, False), (False, True)])
def test_a_day_carries_one_benefit(deja: bool, libre: bool) -> None:
    assert cumul.jour_libre(deja) is libre
