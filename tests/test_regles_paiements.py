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


CONTRATS = [("2023-01-01", "2024-09-10"), ("2024-10-01", "2024-12-31")]


@pytest.mark.parametrize(
    ("debut", "fin", "communes"),
    [
        ("2024-09-02", "2024-09-10", [("2024-09-02", "2024-09-10")]),
        ("2024-09-02", "2024-10-05", [("2024-09-02", "2024-09-10"), ("2024-10-01", "2024-10-05")]),
        ("2024-09-11", "2024-09-30", []),
        ("2024-09-10", "2024-10-01", [("2024-09-10", "2024-09-10"), ("2024-10-01", "2024-10-01")]),
        ("2022-12-25", "2023-01-05", [("2023-01-01", "2023-01-05")]),
    ],
)
def test_an_employer_keeps_a_wage_only_inside_a_contract(
    debut: str, fin: str, communes: list[tuple[str, str]]
) -> None:
    contrats = [(jour(premier), jour(dernier)) for premier, dernier in CONTRATS]
    rendues = destinataires.periodes_sous_contrat(jour(debut), jour(fin), contrats)
    assert [(str(premier), str(dernier)) for premier, dernier in rendues] == communes
    with liquidation_en_cours({"fin_contrat_sans_rectificative": "attestation_suivie"}, Variante()):
        rendues = destinataires.periodes_sous_contrat(jour(debut), jour(fin), contrats)
    assert rendues == ((jour(debut), jour(fin)),)


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


@pytest.mark.parametrize(
    ("destinataire", "patrimoine"),
    [
        ("assure", "assure"),
        ("heritiers", "assure"),
        ("delegataire", "assure"),
        ("employeur:A", "employeur:A"),
        ("employeur:B", "employeur:B"),
    ],
)
def test_the_insured_and_those_who_stand_for_them_are_one_patrimony(
    destinataire: str, patrimoine: str
) -> None:
    assert compte.patrimoine(destinataire) == patrimoine


@pytest.mark.parametrize(
    ("montant", "creances", "prises"),
    [
        (50_00, (32_88, 32_88, 32_88), (32_88, 17_12, 0)),
        (98_64, (32_88, 32_88, 32_88), (32_88, 32_88, 32_88)),
        (100_00, (32_88, 32_88), (32_88, 32_88)),
        (10_00, (0, -5_00, 32_88), (0, 0, 10_00)),
        (0, (32_88,), (0,)),
        (10_00, (), ()),
    ],
)
def test_a_sum_without_days_goes_to_the_oldest_claims(
    montant: int, creances: tuple[int, ...], prises: tuple[int, ...]
) -> None:
    assert compte.imputer(montant, creances) == prises


def test_line_by_line_each_side_keeps_its_sum() -> None:
    lignes = (32_88, -10_00, 0, 1, -1)
    assert (compte.rappel_ligne_a_ligne(lignes), compte.indu_ligne_a_ligne(lignes)) == (32_89, 10_01)


@pytest.mark.parametrize(
    ("du", "a_d_autres", "deja", "cause"),
    [
        (0, 0, 0, "aucune_indemnite"),
        (0, 0, 32_88, "aucune_indemnite"),
        (32_88, 0, 32_88, "deja_paye"),
        (0, 32_88, 1, "deja_paye"),
        (0, 32_88, 0, "autre_destinataire"),
        (8_22, 24_66, 0, "autre_destinataire"),
        (32_88, 0, 0, "montant_trop_eleve"),
    ],
)
def test_an_overpayment_has_one_cause(du: int, a_d_autres: int, deja: int, cause: str) -> None:
    assert compte.cause_de_l_indu(du, a_d_autres, deja) == cause


@pytest.mark.parametrize(
    ("indemnise", "dernier"),
    [
        ("2023-01-01", "2025-03-31"),
        ("2023-03-31", "2025-03-31"),
        ("2023-04-01", "2025-06-30"),
        ("2023-12-31", "2025-12-31"),
        ("2024-02-29", "2026-03-31"),
    ],
)
def test_a_benefit_is_claimed_for_two_years_from_the_next_quarter(indemnise: str, dernier: str) -> None:
    assert compte.dernier_jour_pour_reclamer(jour(indemnise)) == jour(dernier)


@pytest.mark.parametrize(
    ("au", "reclamations", "prescrit"),
    [
        ("2025-03-31", (), False),
        ("2025-04-01", (), True),
        ("2027-01-01", ("2025-03-31",), False),
        ("2027-01-01", ("2025-04-01",), True),
        ("2027-01-01", ("2025-04-01", "2024-01-01"), False),
    ],
)
def test_a_claim_made_in_time_keeps_the_benefit(
    au: str, reclamations: tuple[str, ...], prescrit: bool
) -> None:
    assert compte.rappel_prescrit(jour("2025-03-31"), jour(au), [jour(r) for r in reclamations]) is prescrit


@pytest.mark.parametrize(
    ("lettres", "dernier"),
    [
        ((), "2025-05-10"),
        (("2025-05-10",), "2027-05-10"),
        (("2025-05-11",), "2025-05-10"),
        (("2025-05-10", "2027-05-10"), "2029-05-10"),
        (("2027-05-10", "2025-05-10"), "2029-05-10"),
        (("2027-05-11", "2025-05-10"), "2027-05-10"),
    ],
)
def test_a_payment_is_claimed_back_for_two_years_and_two_more_after_each_letter(
    lettres: tuple[str, ...], dernier: str
) -> None:
    rendu = compte.dernier_jour_pour_recuperer(jour("2023-05-10"), [jour(lettre) for lettre in lettres])
    assert rendu == jour(dernier)


@pytest.mark.parametrize(
    ("au", "fraude", "prescrit"),
    [("2025-05-10", False, False), ("2025-05-11", False, True), ("2035-01-01", True, False)],
)
def test_fraud_sets_the_two_years_aside(au: str, fraude: bool, prescrit: bool) -> None:
    assert compte.indu_prescrit(jour("2025-05-10"), jour(au), fraude) is prescrit


def test_set_off_is_immediate_unless_the_reading_says_otherwise() -> None:
    assert compte.compensation_immediate()
    with liquidation_en_cours({"compensation_meme_destinataire": "lignes"}, Variante()):
        assert not compte.compensation_immediate()
