"""Payees, levies and balances, rule by rule. Amounts are cents; expected figures are published or worked by hand."""

from fractions import Fraction

import pytest

from oracle import compte, destinataires, prelevements
from oracle.loi import Variante, liquidation_en_cours
from tests.aides import jour

CSG, CRDS = Fraction("0.062"), Fraction("0.005")


@pytest.mark.parametrize(
    ("total", "deduction", "clause", "maintenu", "subroge"),
    [
        (True, False, False, 0, True),
        (True, False, True, 0, True),
        (True, True, True, 0, False),
        (False, False, True, 1044_01, True),
        (False, False, True, 1044_00, True),
        (False, False, True, 1043_99, False),
        (False, False, False, 1044_00, False),
        (False, False, False, 9999_00, False),
        (False, True, True, 9999_00, False),
        (False, False, True, 0, False),
    ],
)
def test_an_employer_takes_the_place_of_the_insured_as_r323_11_says(
    total: bool, deduction: bool, clause: bool, maintenu: int, subroge: bool
) -> None:
    """Benefits of the period: 1 044.00 €."""
    rendu = destinataires.subrogation_de_plein_droit(total, deduction, clause, maintenu, 1044_00)
    assert rendu is subroge


def test_a_wage_kept_whole_has_no_amount_to_reach() -> None:
    with liquidation_en_cours({}, Variante()) as trace:
        assert destinataires.subrogation_de_plein_droit(True, False, False, 0, 1044_00)  # as the table
    assert trace.rencontres == []


@pytest.mark.parametrize(
    ("fin_declaree", "fin_du_contrat", "borne", "suivie"),
    [
        ("2025-07-15", "2025-06-30", "2025-06-30", "2025-07-15"),
        ("2025-06-30", "2025-06-30", "2025-06-30", "2025-06-30"),
        ("2025-06-29", "2025-06-30", "2025-06-29", "2025-06-29"),
    ],
)
def test_an_employer_is_payee_until_the_contract_ends_or_as_certified_by_reading(
    fin_declaree: str, fin_du_contrat: str, borne: str, suivie: str
) -> None:
    dates = jour(fin_declaree), jour(fin_du_contrat)
    assert destinataires.dernier_jour_de_subrogation(*dates) == jour(borne)
    with liquidation_en_cours({"fin_contrat_sans_rectificative": "attestation_suivie"}, Variante()):
        assert destinataires.dernier_jour_de_subrogation(*dates) == jour(suivie)


@pytest.mark.parametrize(
    ("indemnite", "de_l_employeur", "de_tous", "part"),
    [
        (36_00, 1460_00, 2190_00, 24_00),
        (36_00, 730_00, 2190_00, 12_00),
        (10_00, 1, 3, 3_33),
        (10_00, 2, 3, 6_66),
        (10_00, 0, 3, 0),
        (10_00, 3, 3, 10_00),
        (0, 1, 3, 0),
    ],
)
def test_an_employer_gets_its_share_in_whole_cents_never_rounded_up(
    indemnite: int, de_l_employeur: int, de_tous: int, part: int
) -> None:
    assert destinataires.part_d_un_employeur(indemnite, de_l_employeur, de_tous) == part


@pytest.mark.parametrize(
    ("residence", "regime", "du"),
    [(True, True, True), (True, False, False), (False, True, False), (False, False, False)],
)
def test_levies_need_both_tax_domicile_and_a_french_scheme(residence: bool, regime: bool, du: bool) -> None:
    assert prelevements.assujetti(residence, regime) is du


NETS = {
    "sur_le_total": (736_14, 397_46, 610_65),
    "par_prelevement": (736_13, 397_46, 610_65),
    "par_jour_crds_tronquee": (736_20, 397_56, 610_68),
    "par_jour": (736_20, 397_44, 610_68),
}
PAIEMENTS = ((20, 39_45), (12, 35_50), (14, 46_75))


@pytest.mark.parametrize(
    ("lecture", "rang", "net"), [(nom, rang, nets[rang]) for nom, nets in NETS.items() for rang in range(3)]
)
def test_the_net_of_published_payments_under_each_reading(lecture: str, rang: int, net: int) -> None:
    with liquidation_en_cours({"arrondi_net": lecture}, Variante()):
        assert prelevements.net_d_un_paiement([PAIEMENTS[rang]], CSG, CRDS) == net


@pytest.mark.parametrize(
    ("jours", "net"),
    [
        ([(14, 30_00)], 391_86),
        ([(1, 749_55)], 699_33),
        ([(1, 1000)], 9_33),
        ([(1, 50)], 47),
        ([(1, 0)], 0),
        ([], 0),
        ([(6, 30_00), (8, 30_00)], 391_86),
        ([(20, 39_45), (12, 35_50)], 1133_60),
    ],
)
def test_the_net_is_one_product_rounded_half_up(jours: list[tuple[int, int]], net: int) -> None:
    """789.00 + 426.00 = 1 215.00, whose net is 1 133.595; 0.50 has a net of 0.4665."""
    assert prelevements.net_d_un_paiement(jours, CSG, CRDS) == net


@pytest.mark.parametrize(("lecture", "net"), [("sur_le_total", 373_72), ("par_prelevement", 373_73)])
def test_the_two_usual_roundings_may_differ_by_a_cent(lecture: str, net: int) -> None:
    with liquidation_en_cours({"arrondi_net": lecture}, Variante()):
        assert prelevements.net_d_un_paiement([(1, 400_56)], CSG, CRDS) == net


@pytest.mark.parametrize("lecture", NETS)
def test_nothing_is_withheld_from_who_owes_no_levy(lecture: str) -> None:
    with liquidation_en_cours({"arrondi_net": lecture}, Variante()):
        assert prelevements.net_d_un_paiement([(20, 39_45)], Fraction(0), Fraction(0)) == 789_00


@pytest.mark.parametrize(
    ("jours", "crds"),
    [
        ([(14, 30_00)], 2_10),
        ([(16, 32_88)], 2_63),
        ([(1, 99)], 0),
        ([(1, 100)], 1),
        ([(1, 299)], 1),
        ([(1, 300)], 2),
    ],
)
def test_the_crds_of_a_payment_is_half_a_hundredth_half_up(jours: list[tuple[int, int]], crds: int) -> None:
    assert prelevements.crds_d_un_paiement(jours, CRDS) == crds


@pytest.mark.parametrize(
    ("du", "verse", "acomptes", "rappel", "indu"),
    [
        (650_00, 0, 110_00, 540_00, 0),
        (1800_00, 0, 1000_00, 800_00, 0),
        (0, 0, 1000_00, 0, 1000_00),
        (1620_00, 1620_00, 0, 0, 0),
        (1620_00, 1619_99, 0, 1, 0),
        (1620_00, 1620_01, 0, 0, 1),
        (0, 429_00, 0, 0, 429_00),
        (500_00, 300_00, 300_00, 0, 100_00),
        (500_00, 100_00, 100_00, 300_00, 0),
        (0, 0, 0, 0, 0),
    ],
)
def test_what_is_owed_and_what_was_overpaid_never_stand_together(
    du: int, verse: int, acomptes: int, rappel: int, indu: int
) -> None:
    assert compte.rappel(du, verse, acomptes) == rappel
    assert compte.indu(du, verse, acomptes) == indu
