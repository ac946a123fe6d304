"""Notices, controls and duties: both sides of each bound, each reading."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date

import pytest

from oracle import controles
from oracle.loi import Trace, Variante, liquidation_en_cours
from tests.aides import euros, jour


def selon(**lectures: str) -> AbstractContextManager[Trace]:
    """Under chosen readings."""
    return liquidation_en_cours(lectures, Variante())


@pytest.mark.parametrize(
    ("initial", "unifie", "depart"),
    [
        (True, False, "2025-03-10"),
        (True, True, "2025-03-10"),
        (False, False, "2025-03-07"),
        (False, True, "2025-03-10"),
    ],
)
def test_the_delay_runs_from_the_interruption_or_from_the_prescription_of_a_prolongation(
    initial: bool, unifie: bool, depart: str
) -> None:
    """First day 10 March, prescribed on the 7th."""
    assert controles.depart_du_delai_d_envoi(initial, jour("2025-03-10"), jour("2025-03-07"), unifie) == jour(
        depart
    )


def test_since_july_2025_a_prolongation_may_be_read_to_run_from_its_prescription() -> None:
    with selon(envoi_d_une_prolongation="prescription"):
        assert controles.depart_du_delai_d_envoi(
            False, jour("2025-08-10"), jour("2025-08-07"), delai_unifie=True
        ) == jour("2025-08-07")
        assert controles.depart_du_delai_d_envoi(
            True, jour("2025-08-10"), jour("2025-08-07"), delai_unifie=True
        ) == jour("2025-08-10")


def test_two_days_are_left_to_send_and_a_third_if_they_are_clear_days() -> None:
    assert controles.dernier_jour_d_envoi(jour("2024-02-27")) == jour("2024-02-29")
    with selon(delai_d_envoi="deux_jours_francs"):
        assert controles.dernier_jour_d_envoi(jour("2024-02-27")) == jour("2024-03-01")


@pytest.mark.parametrize(("envoye_le", "tardif"), [("2025-03-12", False), ("2025-03-13", True)])
def test_a_notice_is_late_the_day_after_the_delay(envoye_le: str, tardif: bool) -> None:
    assert controles.envoi_tardif(jour(envoye_le), jour("2025-03-12")) is tardif


def test_a_notice_transmitted_by_the_prescriber_is_not_the_insured_s_to_send() -> None:
    assert controles.a_envoyer_par_l_assure(electronique=False)
    assert not controles.a_envoyer_par_l_assure(electronique=True)


@pytest.mark.parametrize(
    ("averti", "notifie", "prescrit", "envoye", "opposable"),
    [
        ("2024-03-10", "2024-03-20", "2025-05-05", "2025-05-12", True),
        ("2024-03-10", "2025-05-12", "2025-05-05", "2025-05-12", True),
        ("2024-03-10", "2025-05-13", "2025-05-05", "2025-05-12", False),  # told after the sending
        ("2024-03-10", "2024-03-20", "2026-03-01", "2026-03-10", True),
        ("2024-03-10", "2024-03-20", "2026-03-01", "2026-03-11", False),  # twenty-four months are over
        ("2024-02-29", "2024-03-20", "2026-02-20", "2026-02-28", True),
        ("2024-02-29", "2024-03-20", "2026-02-20", "2026-03-01", False),
        ("2025-05-05", "2025-05-10", "2025-05-05", "2025-05-12", False),  # the warned stop itself
        ("2025-05-04", "2025-05-10", "2025-05-05", "2025-05-12", True),
    ],
)
def test_a_warning_counts_for_a_later_stop_sent_within_twenty_four_months(
    averti: str, notifie: str, prescrit: str, envoye: str, opposable: bool
) -> None:
    assert (
        controles.avertissement_opposable(jour(averti), jour(notifie), jour(prescrit), jour(envoye))
        is opposable
    )


@pytest.mark.parametrize(
    ("empechement", "terrorisme", "excuse"),
    [(False, False, False), (True, False, True), (False, True, True)],
)
def test_hospital_impossibility_or_terrorism_excuse_the_delay(
    empechement: bool, terrorisme: bool, excuse: bool
) -> None:
    assert controles.excuse(empechement, terrorisme) is excuse


def test_the_day_of_sending_is_reduced_unless_read_otherwise() -> None:
    assert controles.dernier_jour_reduit(jour("2025-03-15")) == jour("2025-03-15")
    with selon(envoi_tardif_borne="exclue"):
        assert controles.dernier_jour_reduit(jour("2025-03-15")) == jour("2025-03-14")


@pytest.mark.parametrize(
    ("quand", "reduit"),
    [("2025-03-09", False), ("2025-03-10", True), ("2025-03-15", True), ("2025-03-16", False)],
)
def test_days_from_prescription_to_sending_are_reduced(quand: str, reduit: bool) -> None:
    assert controles.jour_reduit(jour(quand), jour("2025-03-10"), jour("2025-03-15")) is reduit


def test_half_of_an_odd_amount_is_rounded_up_or_truncated() -> None:
    assert controles.moitie(41_95) == 20_98
    assert controles.moitie(41_94) == 20_97
    with selon(arrondi_demi_ij="troncature"):
        assert controles.moitie(41_95) == 20_97


def test_the_reduction_bears_on_each_day_unless_read_on_the_total() -> None:
    assert controles.moitie_par_jour()
    with selon(demi_ij="total"):
        assert not controles.moitie_par_jour()


@pytest.mark.parametrize(
    ("papier", "exige", "attendu"), [(True, True, True), (True, False, False), (False, True, False)]
)
def test_plain_paper_is_no_notice_once_the_secured_form_is_required(
    papier: bool, exige: bool, attendu: bool
) -> None:
    assert controles.original_attendu(papier, exige) is attendu


@pytest.mark.parametrize(
    ("envoye", "recue", "apres", "apres_reception"),
    [
        ("2025-03-20", "2025-03-20", False, False),
        ("2025-03-20", "2025-03-21", False, True),
        ("2025-03-21", "2025-03-21", True, True),
    ],
)
def test_a_notice_sent_on_the_last_day_is_only_late(
    envoye: str, recue: str, apres: bool, apres_reception: bool
) -> None:
    """The stop ends on 20 March."""
    dates = jour(envoye), jour(recue), jour("2025-03-20")
    assert controles.envoye_apres_la_fin(*dates) is apres
    with selon(avis_apres_la_fin="reception"):
        assert controles.envoye_apres_la_fin(*dates) is apres_reception


@pytest.mark.parametrize(
    ("excuse", "paiement", "refus"), [(False, False, True), (True, False, False), (False, True, False)]
)
def test_the_caisse_refuses_unless_excused_or_it_chose_to_pay(
    excuse: bool, paiement: bool, refus: bool
) -> None:
    assert controles.refus_de_la_caisse(excuse, paiement) is refus


def test_a_suspension_never_begins_before_the_insured_is_told() -> None:
    assert controles.premier_jour_suspendu(jour("2025-03-10"), jour("2025-03-14")) == jour("2025-03-14")
    assert controles.premier_jour_suspendu(jour("2025-03-17"), jour("2025-03-14")) == jour("2025-03-17")


@pytest.mark.parametrize(("debut", "soumis"), [("2025-03-21", True), ("2025-03-22", False)])
def test_a_stop_within_ten_clear_days_of_a_suspension_needs_an_opinion(debut: str, soumis: bool) -> None:
    """Suspended on 10 March: ten clear days end on the 21st."""
    assert controles.arret_soumis_a_avis(jour("2025-03-10"), jour(debut)) is soumis


@pytest.mark.parametrize(
    ("volontaire", "mandat", "libre", "sanctionne"),
    [
        (True, False, False, True),
        (False, False, False, False),
        (True, True, False, True),
        (True, True, True, False),
        (True, False, True, True),
    ],
)
def test_only_a_deliberate_breach_costs_and_a_local_mandate_no_longer_is_one(
    volontaire: bool, mandat: bool, libre: bool, sanctionne: bool
) -> None:
    assert controles.manquement_sanctionne(volontaire, mandat, libre) is sanctionne


def test_how_far_a_breach_reaches_is_a_matter_of_reading() -> None:
    avis, arret, faute = jour("2025-03-31"), jour("2025-05-31"), jour("2025-03-12")
    assert controles.fin_de_l_activite_non_autorisee(avis, arret) == avis
    assert controles.fin_d_un_autre_manquement(faute, avis) == avis
    with selon(manquement_portee="arret_entier", manquement_obligation="jours_du_manquement"):
        assert controles.fin_de_l_activite_non_autorisee(avis, arret) == arret
        assert controles.fin_d_un_autre_manquement(faute, avis) == faute


@pytest.mark.parametrize(
    ("distance", "habituel", "initial", "impossible", "vigueur", "limitee"),
    [
        (True, False, True, False, True, True),
        (False, False, True, False, True, False),
        (True, True, True, False, True, False),
        (True, False, True, False, False, False),
        (True, False, False, False, True, True),
        (True, False, False, True, True, False),
        (True, False, True, True, True, True),  # an initial notice is not spared by the impossibility
    ],
)
def test_a_tele_act_is_limited_but_for_the_usual_prescriber(
    distance: bool, habituel: bool, initial: bool, impossible: bool, vigueur: bool, limitee: bool
) -> None:
    assert (
        controles.prescription_a_distance_limitee(distance, habituel, initial, impossible, vigueur) is limitee
    )


@pytest.mark.parametrize(
    ("initial", "rang", "depuis_2026", "dernier"),
    [
        (True, 0, False, "2026-07-08"),
        (False, 1, False, "2026-07-03"),
        (False, 1, True, "2026-07-08"),
        (False, 2, True, "2026-07-05"),
    ],
)
def test_three_days_for_a_tele_act_then_three_for_its_first_renewal(
    initial: bool, rang: int, depuis_2026: bool, dernier: str
) -> None:
    """Stop begun on 1 July, notice beginning on the 6th."""
    assert controles.dernier_jour_a_distance(
        initial, rang, jour("2026-07-06"), jour("2026-07-01"), depuis_2026
    ) == jour(dernier)


@pytest.mark.parametrize(
    "dedans",
    [controles.jour_prescrit_a_distance, controles.jour_prescriptible, controles.jour_pour_ivg],
)
def test_the_last_day_of_a_limit_is_inside(dedans: Callable[[date, date], bool]) -> None:
    assert dedans(jour("2026-07-08"), jour("2026-07-08"))
    assert not dedans(jour("2026-07-09"), jour("2026-07-08"))


def test_days_beyond_the_longest_prescription_are_lost_under_one_reading_only() -> None:
    assert controles.dernier_jour_prescriptible(jour("2026-09-01"), 31) == jour("2026-10-01")
    assert not controles.exces_de_duree_sanctionne(justifie=False)
    with selon(duree_prescription="exces_non_indemnise"):
        assert controles.exces_de_duree_sanctionne(justifie=False)
        assert not controles.exces_de_duree_sanctionne(justifie=True)


@pytest.mark.parametrize(("rang", "dernier"), [(1, "2025-03-13"), (2, "2025-03-13"), (3, "2025-03-09")])
def test_a_midwife_prescribes_four_days_twice(rang: int, dernier: str) -> None:
    assert controles.dernier_jour_pour_ivg(jour("2025-03-10"), rang) == jour(dernier)


@pytest.mark.parametrize(
    ("ressources", "personnes", "indemnisee"),
    [
        ("3924.99", 0, True),
        ("3925.00", 0, False),
        ("5887.49", 1, True),
        ("5887.50", 1, False),
        ("7849.99", 2, True),
        ("7850.00", 2, False),
    ],
)
def test_a_spa_treatment_is_paid_strictly_below_the_ceiling(
    ressources: str, personnes: int, indemnisee: bool
) -> None:
    """3 925 € in 2025, half more for each dependent person."""
    assert controles.cure_indemnisee(int(euros(ressources)), euros("3925.00"), personnes) is indemnisee
