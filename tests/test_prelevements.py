"""The levies of each payment made, and of what no payment has brought yet. Figures by hand.

The usual stop owes 32.88 € a day from 5 to 20 September 2024: 16 days, 526.08 €.
"""

from typing import Any

from oracle.decompte import Decompte
from oracle.dossier import lire_dossier
from oracle.liquidation import liquider
from tests.aides import attestation, avis, dossier, jour, mouvement, subrogation
from tests.test_compte import PARTIEL_PAYE, ligne, un_mois_a_temps_partiel
from tests.test_ordres import LECTURES, rend


def levees(decompte: Decompte) -> list[tuple[str | None, Any, Any, Any, Any]]:
    return [
        (None if p.date is None else str(p.date), p.brut, p.csg, p.crds, p.net) for p in decompte.prelevements
    ]


def test_each_payment_has_its_levies_and_what_remains_has_its_own() -> None:
    """197.28 € × 0.933 = 184.06; 328.80 € × 0.933 = 306.77; half a hundredth of each: 0.99 and 1.64."""
    rendu = rend(mouvement("197.28", lignes=[ligne("2024-09-05", "2024-09-10")]))
    assert levees(rendu) == [
        ("2024-09-15", 197_28, 12_23, 99, 184_06),
        (None, 328_80, 20_39, 1_64, 306_77),
    ]


def test_all_paid_leaves_no_line_without_a_date() -> None:
    assert levees(rend(mouvement("526.08"))) == [("2024-09-15", 526_08, 32_62, 2_63, 490_83)]


def test_an_advance_bears_no_levy_until_days_do() -> None:
    assert levees(rend(mouvement("110.00", nature="acompte"))) == levees(rend())


def test_an_overpayment_is_levied_as_it_was_paid() -> None:
    assert [(d, brut) for d, brut, *_ in levees(rend(mouvement("600.00")))] == [("2024-09-15", 600_00)]


def test_what_payments_brought_too_much_is_set_off_from_what_remains_by_reading() -> None:
    """Ten days at 40.00 €: 400.00 € paid; 126.08 € remain once 71.20 € are set off, 197.28 € otherwise."""
    cher = mouvement("400.00", lignes=[ligne("2024-09-05", "2024-09-14", "40.00")])
    restes = {lecture: levees(rend(cher, lecture=lecture))[1][1] for lecture in LECTURES}
    assert restes == {"oui": 126_08, "lignes": 197_28}


def test_what_a_bank_sends_back_is_levied_again_when_paid() -> None:
    rejet = mouvement("100.00", id="m2", nature="rejet_bancaire", date="2024-09-17")
    bruts = [(d, brut) for d, brut, *_ in levees(rend(mouvement("526.08"), rejet))]
    assert bruts == [("2024-09-15", 526_08), (None, 100_00)]


def test_what_was_given_up_is_not_set_off_from_later_days() -> None:
    """98.64 € of waiting days given up; the four days that follow are levied whole."""
    paye = mouvement("624.72", lignes=[ligne("2024-09-02", "2024-09-20")])
    abandon = mouvement("98.64", id="m2", nature="abandon", date="2024-09-19", recue_le="2024-09-19")
    suite = avis("2024-09-21", "2024-09-24", id="v2", nature="prolongation")
    bruts = [
        (d, brut)
        for d, brut, *_ in levees(rend(avis(), attestation(), paye, abandon, suite, au="2024-09-24"))
    ]
    assert bruts == [("2024-09-15", 624_72), (None, 131_52)]


def test_a_payment_rounded_each_day_is_rounded_on_the_days_it_names() -> None:
    """Part-time: 29 × arrondi(26.67 × 0.933) + arrondi(26.57 × 0.933) = 29 × 24.88 + 24.79."""
    donnees = dossier(*un_mois_a_temps_partiel(), PARTIEL_PAYE)
    rendu = liquider(lire_dossier(donnees), jour("2024-10-31"), {"arrondi_net": "par_jour"})
    assert [(p.brut, p.net) for p in rendu.prelevements] == [(800_00, 746_31)]


def test_each_payee_has_its_own_lines() -> None:
    subroge = attestation(subrogations=[subrogation("2024-09-02", "2024-09-12")])
    paye = mouvement("263.04", destinataire="employeur:A", lignes=[ligne("2024-09-05", "2024-09-12")])
    rendu = rend(avis(), subroge, paye)
    assert [(p.destinataire, p.date is None, p.brut) for p in rendu.prelevements] == [
        ("assure", True, 263_04),
        ("employeur:A", False, 263_04),
    ]
