"""Work accidents, rule by rule: recognition, days covered, the count of incapacity, ends; each bound on its eve, on its day, and after."""

import pytest

from oracle import controles, destinataires
from oracle.atmp import duree, reconnaissance
from oracle.atmp.reconnaissance import Nature
from oracle.legislation import tables
from oracle.loi import Variante, liquidation_en_cours
from tests.aides import jour


@pytest.mark.parametrize(
    ("nature", "couvert"),
    [("travail", True), ("trajet", True), ("maladie_professionnelle", True), ("vie_privee", False)],
)
def test_book_four_covers_work_the_way_to_it_and_its_diseases(nature: Nature, couvert: bool) -> None:
    assert reconnaissance.relevant_du_livre_quatre(nature) is couvert


@pytest.mark.parametrize(
    ("nature", "rechute", "investigations", "comite", "jours"),
    [
        ("travail", False, False, False, 30),
        ("trajet", False, False, False, 30),
        ("travail", False, True, False, 90),
        ("trajet", False, True, False, 90),
        ("travail", False, False, True, 30),
        ("maladie_professionnelle", False, False, False, 120),
        ("maladie_professionnelle", False, True, False, 120),
        ("maladie_professionnelle", False, False, True, 120),
        ("travail", True, True, False, 60),
        ("maladie_professionnelle", True, False, True, 60),
    ],
)
def test_the_caisse_has_30_90_120_or_60_clear_days(
    nature: Nature, rechute: bool, investigations: bool, comite: bool, jours: int
) -> None:
    """R441-7, R441-8, R461-9, R461-10 (counted from the referral), R441-16."""
    assert reconnaissance.jours_pour_statuer(nature, rechute, investigations, comite) == jours


@pytest.mark.parametrize(
    ("jours", "francs", "ordinaires"),
    [
        (30, "2025-10-11", "2025-10-10"),
        (90, "2025-12-10", "2025-12-09"),
        (60, "2025-11-10", "2025-11-09"),
        (120, "2026-01-09", "2026-01-08"),
    ],
)
def test_neither_the_first_nor_the_last_of_clear_days_counts(
    jours: int, francs: str, ordinaires: str
) -> None:
    """File complete on 10 September 2025."""
    depart = jour("2025-09-10")
    assert reconnaissance.dernier_jour_pour_notifier(depart, jours) == jour(francs)
    with liquidation_en_cours({"delai_d_instruction": "delai_ordinaire"}, Variante()):
        assert reconnaissance.dernier_jour_pour_notifier(depart, jours) == jour(ordinaires)


@pytest.mark.parametrize(
    ("quand", "a_temps"), [("2025-10-10", True), ("2025-10-11", True), ("2025-10-12", False)]
)
def test_a_refusal_counts_until_the_last_day_and_silence_recognises_on_the_morrow(
    quand: str, a_temps: bool
) -> None:
    dernier = jour("2025-10-11")
    assert reconnaissance.refus_a_temps(jour(quand), dernier) is a_temps
    assert reconnaissance.reconnu_par_silence(jour(quand), dernier) is not a_temps


def test_sickness_is_served_while_the_caisse_investigates_unless_it_pays_the_accident_at_once() -> None:
    assert reconnaissance.servi_sans_attendre() is False
    with liquidation_en_cours({"provisoire": "atmp_immediat"}, Variante()):
        assert reconnaissance.servi_sans_attendre() is True


@pytest.mark.parametrize(
    ("constat", "demande", "tableau", "premier"),
    [
        ("2025-03-10", None, None, "2025-03-10"),
        ("2023-01-09", "2025-01-10", None, "2023-01-10"),
        ("2023-01-10", "2025-01-10", None, "2023-01-10"),
        ("2023-01-11", "2025-01-10", None, "2023-01-11"),
        ("2021-01-01", "2024-02-29", None, "2022-02-28"),
        ("2025-03-10", "2025-04-01", "2025-03-09", "2025-03-10"),
        ("2025-03-10", "2025-04-01", "2025-03-11", "2025-03-11"),
        ("2023-01-01", "2025-06-01", "2023-05-31", "2023-06-01"),
        ("2025-03-10", None, "2025-05-01", "2025-05-01"),
    ],
)
def test_a_disease_is_covered_from_its_finding_two_years_before_the_claim_and_never_before_its_table(
    constat: str, demande: str | None, tableau: str | None, premier: str
) -> None:
    rendu = reconnaissance.premier_jour_couvert(
        jour(constat), None if demande is None else jour(demande), None if tableau is None else jour(tableau)
    )
    assert rendu == jour(premier)


@pytest.mark.parametrize(
    ("quand", "couvert"), [("2025-03-09", False), ("2025-03-10", True), ("2025-03-11", True)]
)
def test_days_before_the_first_covered_one_stay_sickness(quand: str, couvert: bool) -> None:
    assert reconnaissance.jour_couvert(jour(quand), jour("2025-03-10")) is couvert


@pytest.mark.parametrize("faute", [True, False])
def test_an_intentional_fault_leaves_no_benefit(faute: bool) -> None:
    assert reconnaissance.sans_prestation(faute) is faute


@pytest.mark.parametrize(
    ("beneficiaire", "sans"),
    [
        (None, False),
        ("stagiaire_remunere", False),
        ("stagiaire_non_remunere", True),
        ("eleve_etudiant", True),
        ("tache_interet_general", False),
        ("action_reclassement", False),
    ],
)
def test_pupils_students_and_unpaid_trainees_have_no_daily_benefit(
    beneficiaire: str | None, sans: bool
) -> None:
    assert reconnaissance.sans_indemnite(beneficiaire) is sans


@pytest.mark.parametrize(
    ("quand", "accident", "employeur"),
    [
        ("2025-03-09", True, False),
        ("2025-03-10", True, True),
        ("2025-03-11", True, False),
        ("2025-03-10", False, False),
    ],
)
def test_the_employer_pays_the_day_of_the_accident_and_no_other(
    quand: str, accident: bool, employeur: bool
) -> None:
    """A disease or a relapse has no such day."""
    rendu = duree.jour_a_la_charge_de_l_employeur(jour(quand), jour("2025-03-10"), accident)
    assert rendu is employeur


@pytest.mark.parametrize(
    ("ecart", "prolongation", "repris", "le_meme"),
    [
        (-2, False, False, True),
        (0, False, False, True),
        (0, True, False, True),
        (1, False, False, False),
        (2, True, False, True),
        (3, True, False, True),
        (4, True, False, False),
        (0, True, True, False),
        (3, True, True, False),
    ],
)
def test_a_stop_goes_on_over_three_days_nobody_prescribed_unless_work_resumed(
    ecart: int, prolongation: bool, repris: bool, le_meme: bool
) -> None:
    assert duree.meme_arret(ecart, prolongation, repris) is le_meme


@pytest.mark.parametrize(
    ("premier", "travaille", "du_dernier_jour"),
    [
        ("2025-06-16", "2025-06-13", "2025-06-14"),
        ("2025-06-16", "2025-06-15", "2025-06-16"),
        ("2025-06-16", "2025-06-20", "2025-06-16"),
    ],
)
def test_days_are_counted_from_the_first_paid_one_or_from_the_last_worked_by_reading(
    premier: str, travaille: str, du_dernier_jour: str
) -> None:
    """Last worked on Friday 13 June 2025, prescribed from Monday 16: 80 % from 14 July, or from the 12th."""
    dates = jour(premier), jour(travaille)
    assert duree.depart_du_decompte(*dates) == jour(premier)
    with liquidation_en_cours({"depart_28_jours": "dernier_jour_travaille"}, Variante()):
        assert duree.depart_du_decompte(*dates) == jour(du_dernier_jour)


def test_a_day_of_reduced_work_counts_among_the_28_or_not_by_reading() -> None:
    assert duree.jour_compte(False)
    assert duree.jour_compte(True)
    with liquidation_en_cours({"tpt_28_jours": "exclus"}, Variante()):
        assert duree.jour_compte(False)
        assert not duree.jour_compte(True)


@pytest.mark.parametrize(("rang", "second"), [(1, False), (27, False), (28, False), (29, True), (400, True)])
def test_the_second_rate_starts_with_the_twenty_ninth_day(rang: int, second: bool) -> None:
    assert duree.au_second_taux(rang) is second


def test_the_day_of_consolidation_is_the_last_paid_or_its_eve_is_by_reading() -> None:
    """Cass. 2e civ., 22 October 2009, n° 08-16.919: benefit up to 31 May 2001, annuity from 1 June."""
    assert duree.dernier_jour_indemnise(jour("2001-05-31")) == jour("2001-05-31")
    with liquidation_en_cours({"fin_a_la_consolidation": "veille"}, Variante()):
        assert duree.dernier_jour_indemnise(jour("2001-05-31")) == jour("2001-05-30")


@pytest.mark.parametrize(
    ("quand", "paye"), [("2001-05-30", True), ("2001-05-31", True), ("2001-06-01", False)]
)
def test_a_day_after_consolidation_is_not_one_of_incapacity(quand: str, paye: bool) -> None:
    assert duree.jour_indemnisable(jour(quand), jour("2001-05-31")) is paye


@pytest.mark.parametrize(
    ("premier", "mois", "dernier"),
    [
        ("2027-01-11", 48, "2031-01-10"),
        ("2027-01-11", 36, "2030-01-10"),
        ("2028-02-29", 48, "2032-02-28"),
        ("2027-03-01", 48, "2031-02-28"),
    ],
)
def test_the_greatest_duration_runs_from_date_to_date(premier: str, mois: int, dernier: str) -> None:
    assert duree.dernier_jour_de_la_duree_maximale(jour(premier), mois) == jour(dernier)


@pytest.mark.parametrize(
    ("quand", "dedans"), [("2031-01-09", True), ("2031-01-10", True), ("2031-01-11", False)]
)
def test_no_day_beyond_the_greatest_duration_is_paid(quand: str, dedans: bool) -> None:
    assert duree.dans_la_duree_maximale(jour(quand), jour("2031-01-10")) is dedans


@pytest.mark.parametrize(
    ("accident", "mois"), [("2023-01-01", 0), ("2026-12-31", 0), ("2027-01-01", 48), ("2030-06-01", 48)]
)
def test_only_accidents_since_2027_have_a_greatest_duration(accident: str, mois: int) -> None:
    """L433-1, law n° 2025-1403, art. 81, VI; four years are announced, the décret is awaited."""
    assert tables()["duree_maximale_atmp"].valeur_au(jour(accident)) == mois


@pytest.mark.parametrize(
    ("travail", "remplacement", "paye"),
    [(True, False, True), (False, True, True), (True, True, True), (False, False, False)],
)
def test_a_relapse_is_paid_for_a_loss_of_work_or_of_paid_unemployment(
    travail: bool, remplacement: bool, paye: bool
) -> None:
    assert duree.rechute_indemnisable(travail, remplacement) is paye


def test_the_accident_comes_before_the_rest_of_a_mother_or_after_by_reading() -> None:
    assert duree.accident_avant_la_maternite()
    with liquidation_en_cours({"atmp_et_maternite": "maternite"}, Variante()):
        assert not duree.accident_avant_la_maternite()


def test_another_illness_keeps_the_rights_of_the_accident_and_the_lesion_itself_by_reading() -> None:
    assert duree.droits_a_l_accident(True)
    assert not duree.droits_a_l_accident(False)
    with liquidation_en_cours({"arret_pour_la_lesion_consolidee": "suite_de_l_accident"}, Variante()):
        assert duree.droits_a_l_accident(True)
        assert duree.droits_a_l_accident(False)


@pytest.mark.parametrize(("malade", "ecoulee"), [(0, False), (2, False), (3, True), (4, True)])
def test_an_illness_that_lasted_the_waiting_days_has_no_more_of_them(malade: int, ecoulee: bool) -> None:
    """Sickness waits three days (R323-1)."""
    assert duree.carence_ecoulee(malade, 3) is ecoulee


@pytest.mark.parametrize(
    ("lectures", "entier", "partiel", "attendue"),
    [
        ({}, True, False, False),
        ({"atmp_sans_attestation": "assure"}, False, False, False),
        ({"atmp_sans_attestation": "en_attente"}, False, False, True),
    ],
)
def test_an_employer_who_certified_the_sickness_alone_is_payee_of_a_wage_kept_whole_by_default(
    lectures: dict[str, str], entier: bool, partiel: bool, attendue: bool
) -> None:
    """``entier``, ``partiel``: payee of a wage kept whole, in part; ``attendue``: the days wait for its certificate."""
    with liquidation_en_cours(lectures, Variante()):
        assert destinataires.subroge_sans_attestation(True) is entier
        assert destinataires.subroge_sans_attestation(False) is partiel
        assert destinataires.attestation_d_accident_attendue() is attendue


def test_a_late_notice_of_an_accident_is_not_reduced_unless_read_as_in_sickness() -> None:
    assert not controles.envoi_tardif_d_un_accident()
    with liquidation_en_cours({"envoi_tardif_atmp": "comme_en_maladie"}, Variante()):
        assert controles.envoi_tardif_d_un_accident()
