"""The maternity rest, rule by rule: its length, its dates, what moves it; each bound on its eve, on its day, and after.

The usual pregnancy is expected on 15 June 2025: the legal rest of a first child starts on 4 May.
"""

import pytest

from oracle.calendrier import plus_jours
from oracle.famille import duree
from oracle.famille.duree import Duree
from oracle.loi import Variante, liquidation_en_cours
from tests.aides import jour

PREVU = "2025-06-15"
PREMIER_ENFANT, RANG_TROIS = Duree(42, 70), Duree(56, 126)
JUMEAUX, TRIPLES = Duree(84, 154), Duree(168, 154)


@pytest.mark.parametrize(
    ("attendus", "nes", "comptes"), [(1, 0, 1), (1, 1, 1), (2, 1, 2), (1, 2, 2), (3, 3, 3)]
)
def test_the_rest_is_for_the_children_expected_or_for_those_born_when_they_are_more(
    attendus: int, nes: int, comptes: int
) -> None:
    assert duree.enfants_comptes(attendus, nes) == comptes


@pytest.mark.parametrize(
    ("a_charge", "nes_viables", "allonge"),
    [(0, 0, False), (1, 0, False), (1, 1, False), (0, 1, False), (2, 0, True), (3, 0, True), (0, 2, True)],
)
def test_two_children_in_charge_or_two_viable_births_make_the_next_a_third(
    a_charge: int, nes_viables: int, allonge: bool
) -> None:
    """A living child and a stillborn viable one are two births: (0, 2) whatever is in charge."""
    assert duree.troisieme_rang(a_charge, nes_viables) is allonge


@pytest.mark.parametrize(
    ("enfants", "troisieme", "attendue", "total"),
    [
        (1, False, PREMIER_ENFANT, 112),
        (1, True, RANG_TROIS, 182),
        (2, False, JUMEAUX, 238),
        (2, True, JUMEAUX, 238),
        (3, False, TRIPLES, 322),
        (3, True, TRIPLES, 322),
        (4, False, TRIPLES, 322),
    ],
)
def test_sixteen_twenty_six_thirty_four_or_forty_six_weeks(
    enfants: int, troisieme: bool, attendue: Duree, total: int
) -> None:
    assert duree.duree_legale(enfants, troisieme) == attendue
    assert attendue.total == total


@pytest.mark.parametrize(
    ("prevu", "legale", "debut"),
    [
        (PREVU, PREMIER_ENFANT, "2025-05-04"),
        (PREVU, RANG_TROIS, "2025-04-20"),
        (PREVU, JUMEAUX, "2025-03-23"),
        (PREVU, TRIPLES, "2024-12-29"),
        ("2026-03-01", PREMIER_ENFANT, "2026-01-18"),
        ("2024-02-29", PREMIER_ENFANT, "2024-01-18"),
    ],
)
def test_the_rest_starts_whole_weeks_before_the_presumed_date(prevu: str, legale: Duree, debut: str) -> None:
    assert duree.debut_legal(jour(prevu), legale) == jour(debut)


@pytest.mark.parametrize(
    ("jours", "prescrit", "admis"),
    [
        (20, "2025-05-03", 20),
        (21, "2025-05-03", 21),
        (22, "2025-05-03", 21),
        (21, "2025-05-04", 0),
        (21, "2025-05-05", 0),
        (21, None, 0),
        (0, "2025-05-03", 0),
    ],
)
def test_three_weeks_at_most_are_postponed_on_a_prescription_older_than_the_rest(
    jours: int, prescrit: str | None, admis: int
) -> None:
    prescrit_le = None if prescrit is None else jour(prescrit)
    assert duree.report_admis(jours, prescrit_le, jour("2025-05-04")) == admis


@pytest.mark.parametrize(
    ("arret", "reste"), [("2025-05-04", 0), ("2025-05-05", 1), ("2025-05-14", 10), ("2025-05-24", 20)]
)
def test_a_stop_during_the_postponed_days_leaves_those_before_it(arret: str, reste: int) -> None:
    """21 days postponed to 25 May, stopped on 14 May: 11 days are consumed, 10 are left."""
    assert duree.report_annule(jour("2025-05-04"), jour(arret)) == reste


@pytest.mark.parametrize(
    ("jours", "enfants", "troisieme", "admise"),
    [
        (13, 1, True, 13),
        (14, 1, True, 14),
        (15, 1, True, 14),
        (14, 1, False, 0),
        (27, 2, False, 27),
        (28, 2, False, 28),
        (29, 2, True, 28),
        (14, 3, True, 0),
    ],
)
def test_the_rest_is_advanced_from_the_third_child_and_for_twins_only(
    jours: int, enfants: int, troisieme: bool, admise: int
) -> None:
    assert duree.avance_admise(jours, enfants, troisieme) == admise


@pytest.mark.parametrize(
    ("report", "avance", "debut"), [(0, 0, "2025-05-04"), (21, 0, "2025-05-25"), (0, 14, "2025-04-20")]
)
def test_a_postponed_rest_starts_later_and_an_advanced_one_earlier(
    report: int, avance: int, debut: str
) -> None:
    assert duree.debut_prevu(jour("2025-05-04"), report, avance) == jour(debut)


@pytest.mark.parametrize(
    ("naissance", "debut"),
    [("2025-05-03", "2025-05-03"), ("2025-05-04", "2025-05-04"), ("2025-05-05", "2025-05-04")],
)
def test_the_rest_starts_with_the_delivery_at_the_latest(naissance: str, debut: str) -> None:
    assert duree.debut_du_repos(jour("2025-05-04"), jour(naissance)) == jour(debut)


@pytest.mark.parametrize(
    ("naissance", "avant"), [("2025-06-14", True), ("2025-06-15", False), ("2025-06-16", False)]
)
def test_a_child_born_on_the_presumed_date_is_not_early(naissance: str, avant: bool) -> None:
    assert duree.avant_terme(jour(naissance), jour(PREVU)) is avant


@pytest.mark.parametrize(
    ("debut", "total", "fin"),
    [
        ("2025-05-04", 112, "2025-08-23"),
        ("2025-04-20", 182, "2025-10-18"),
        ("2025-02-23", 112, "2025-06-14"),  # stillborn at 25 weeks, before the rest: one block from the birth
        ("2025-02-23", 238, "2025-10-18"),  # twins, four weeks in advance
    ],
)
def test_an_early_birth_leaves_the_whole_rest(debut: str, total: int, fin: str) -> None:
    assert duree.fin_avant_terme(jour(debut), total) == jour(fin)


@pytest.mark.parametrize(
    ("naissance", "apres", "fin"),
    [
        ("2025-06-15", 70, "2025-08-23"),
        ("2025-06-20", 70, "2025-08-28"),
        ("2025-06-15", 126, "2025-10-18"),
        ("2025-06-15", 112, "2025-10-04"),  # third child, two weeks in advance
        ("2025-06-15", 154, "2025-11-15"),
        ("2025-06-15", 80, "2025-09-02"),  # ten days of a postponement left
        ("2024-02-29", 70, "2024-05-08"),
        ("2026-03-01", 70, "2026-05-09"),
    ],
)
def test_the_rest_after_birth_is_whole_and_its_first_day_is_that_of_the_delivery(
    naissance: str, apres: int, fin: str
) -> None:
    assert duree.fin_apres_terme(jour(naissance), apres) == jour(fin)


@pytest.mark.parametrize(
    ("avance", "legale", "hospitalise", "supplement"),
    [
        (42, PREMIER_ENFANT, True, 0),
        (43, PREMIER_ENFANT, True, 1),
        (43, PREMIER_ENFANT, False, 0),
        (52, PREMIER_ENFANT, True, 10),
        (50, RANG_TROIS, True, 0),
        (56, RANG_TROIS, True, 0),
        (57, RANG_TROIS, True, 1),
        (84, JUMEAUX, True, 0),
        (85, JUMEAUX, True, 1),
    ],
)
def test_a_child_in_hospital_more_than_six_weeks_early_adds_the_days_up_to_the_legal_rest(
    avance: int, legale: Duree, hospitalise: bool, supplement: int
) -> None:
    prevu = jour(PREVU)
    naissance, debut_legal = plus_jours(prevu, -avance), duree.debut_legal(prevu, legale)
    assert duree.supplement_pour_hospitalisation(prevu, naissance, debut_legal, hospitalise) == supplement


def test_born_on_12_march_for_a_rest_due_on_the_22nd_ten_days_are_added() -> None:
    """The health insurance's own example: 122 days, until 11 July 2011."""
    naissance, debut_legal = jour("2011-03-12"), jour("2011-03-22")
    prevu = plus_jours(debut_legal, 42)
    assert duree.supplement_pour_hospitalisation(prevu, naissance, debut_legal, hospitalise=True) == 10
    assert plus_jours(duree.fin_avant_terme(naissance, 112), 10) == jour("2011-07-11")


def test_the_sixth_week_ends_on_the_forty_second_day_that_of_the_birth_included() -> None:
    assert duree.fin_de_la_sixieme_semaine(jour("2025-06-15")) == jour("2025-07-26")


@pytest.mark.parametrize(
    ("sortie", "encore"),
    [("2025-07-25", False), ("2025-07-26", True), ("2025-07-27", True), (None, True)],
)
def test_a_child_who_leaves_hospital_that_day_was_still_in_it(sortie: str | None, encore: bool) -> None:
    le = None if sortie is None else jour(sortie)
    assert duree.encore_hospitalise(jour("2025-07-26"), le) is encore


@pytest.mark.parametrize(
    ("sortie", "reste", "fin"),
    [
        ("2025-10-01", 28, "2025-10-28"),
        ("2025-10-01", 1, "2025-10-01"),
        ("2025-08-10", 14, "2025-08-23"),
        ("2025-08-10", 15, "2025-08-24"),
        ("2025-08-10", 3, "2025-08-23"),  # never before the rest would have ended
    ],
)
def test_what_was_left_runs_from_the_day_the_child_leaves(sortie: str, reste: int, fin: str) -> None:
    assert duree.fin_du_reliquat(jour(sortie), reste, jour("2025-08-23")) == jour(fin)


@pytest.mark.parametrize(
    ("risque", "exigee"),
    [
        ("maternite", True),
        ("adoption", False),
        ("paternite", False),
        ("deuil_enfant", False),
        ("maternite_mere_decedee", False),
        ("naissance_supplementaire", False),
    ],
)
def test_the_eight_weeks_bind_maternity_alone(risque: str, exigee: bool) -> None:
    assert duree.duree_minimale_exigee(risque) is exigee


@pytest.mark.parametrize(("jours", "atteinte"), [(42, False), (55, False), (56, True), (57, True)])
def test_fifty_five_days_pay_nothing_and_fifty_six_do(jours: int, atteinte: bool) -> None:
    assert duree.duree_minimale_atteinte(jours) is atteinte


@pytest.mark.parametrize("cesse", [True, False])
def test_a_day_worked_inside_the_rest_is_not_paid(cesse: bool) -> None:
    assert duree.cessation_effective(cesse) is cesse


def test_what_is_compared_is_recorded_with_the_bound_it_meets() -> None:
    with liquidation_en_cours({}, Variante()) as trace:
        duree.report_admis(22, jour("2025-05-03"), jour("2025-05-04"))
        duree.duree_minimale_atteinte(55)
    assert [(r.seuil, str(r.mesure), str(r.borne), r.franchi) for r in trace.rencontres] == [
        ("MAT-REPORT.demande", "2025-05-03", "2025-05-04", True),
        ("MAT-REPORT.jours", "22", "21", False),
        ("MAT-8S.jours", "55", "56", False),
    ]


@pytest.mark.parametrize(("naissance", "plus_de_six_semaines"), [("2025-05-04", False), ("2025-05-03", True)])
def test_born_six_weeks_early_is_not_more_than_six_weeks_early(
    naissance: str, plus_de_six_semaines: bool
) -> None:
    """The legal rest starts by then: the bound adds or takes no day, but an explanation states it."""
    with liquidation_en_cours({}, Variante()) as trace:
        duree.supplement_pour_hospitalisation(
            jour(PREVU), jour(naissance), jour("2025-05-04"), hospitalise=True
        )
    assert [(r.seuil, r.borne, r.franchi) for r in trace.rencontres] == [
        ("MAT-PREMA-HOSP.avance", 42, plus_de_six_semaines)
    ]
