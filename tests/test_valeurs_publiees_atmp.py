"""Work accidents, figures anyone can read elsewhere: published maxima and worked examples, to the cent and the day.

Names in comments are those of the pages that publish the figure; the others are the same formula with a sourced input.
"""

from fractions import Fraction

import pytest

from oracle.atmp import montant
from oracle.legislation import tables
from tests.aides import Json, activite, chaque_jour, dossier, euros, jour, jours_indemnises, mouvement
from tests.aides_atmp import (
    accident,
    arret,
    consolidation,
    decision,
    liquide,
    par_taux,
    rechute,
    reconnu,
    salaires,
    victime,
)
from tests.aides_famille import dans


def un_arret(le: str, fin: str, *bruts: str, **champs: object) -> Json:
    """An accident and its stop on one day, recognised ten days later; ``champs``: of the contract."""
    return victime(accident(le), arret(le, fin), salaires(le, *bruts), decision(fin), **champs)


@pytest.mark.parametrize(
    ("annee", "annuel", "plafond", "publie", "a_60", "a_80"),
    [
        (2019, "40524.00", "337.97016", "337.97", 202_78, 270_38),  # LégiSocial
        (2022, "41136.00", "343.07424", "343.07", 205_84, 274_46),  # service-public.fr F175
        (2023, "43992.00", "366.89328", "366.89", 220_14, 293_51),  # LégiSocial
        (2024, "46368.00", "386.70912", "386.71", 232_03, 309_37),  # juritravail truncates to 386.70
        (2025, "47100.00", "392.814", "392.81", 235_69, 314_25),  # service-public.fr F175
        (2026, "48060.00", "400.8204", "400.82", 240_49, 320_66),  # EFL
    ],
)
def test_the_ceiling_and_both_maxima_are_the_published_ones(
    annee: int, annuel: str, plafond: str, publie: str, a_60: int, a_80: int
) -> None:
    """At 60 % of 2023 the ceiling rounded first would give 220.13; at 80 % of 2022 a truncation 274.45."""
    debut = jour(f"{annee}-06-02")
    mensuel = tables()["plafond_mensuel_securite_sociale"].valeur_au(debut)
    assert mensuel * 12 == euros(annuel)
    exact = montant.plafond_journalier(euros(annuel), tables()["part_du_plafond_atmp"].valeur_au(debut))
    assert (exact, Fraction(round(exact))) == (euros(plafond), euros(publie))
    for table, attendu in (("premier_taux_atmp", a_60), ("second_taux_atmp", a_80)):
        taux = tables()[table].valeur_au(debut)
        assert montant.indemnite_journaliere(euros("1000.00"), exact, taux, None) == attendu


@pytest.mark.parametrize(
    ("le", "maxima"),
    [
        ("2023-06-05", [220_14, 293_51]),
        ("2024-06-03", [232_03, 309_37]),
        ("2024-12-31", [232_03, 309_37]),
        ("2025-01-01", [235_69, 314_25]),
        ("2025-12-31", [235_69, 314_25]),
        ("2026-01-01", [240_49, 320_66]),
    ],
)
def test_a_stop_is_bounded_by_the_ceiling_of_its_own_day(le: str, maxima: list[int]) -> None:
    assert par_taux(liquide(un_arret(le, dans(9, le), "13000.00"))) == maxima


@pytest.mark.parametrize(
    ("le", "mensuel", "taux"),
    [
        (
            "2025-03-10",
            "1800.00",
            [35_50, 46_75],
        ),  # service-public.fr F175: 47.34 at 80 % is more than the net gain
        ("2026-02-10", "13000.00", [240_49, 320_66]),  # EFL
        ("2025-05-12", "12000.00", [235_69, 311_64]),
        ("2024-10-04", "2000.00", [39_45, 51_94]),
        ("2025-03-01", "2300.00", [45_36, 59_73]),
        ("2023-03-01", "1900.00", [37_48, 49_34]),
    ],
)
def test_worked_examples_of_both_rates(le: str, mensuel: str, taux: list[int]) -> None:
    assert par_taux(liquide(un_arret(le, dans(9, le), mensuel))) == taux


def test_a_stop_of_twenty_days_from_the_accident_pays_nineteen() -> None:
    """LégiSocial 2019: 4 to 23 October, 19 × 39.45 = 749.55, net 699.33."""
    rendu = liquide(un_arret("2024-10-04", "2024-10-23", "2000.00"))
    (prelevement,) = rendu.prelevements
    assert jours_indemnises(rendu) == 19
    assert (prelevement.brut, prelevement.net) == (749_55, 699_33)


def test_a_stop_of_thirteen_days_from_the_accident_pays_twelve() -> None:
    """LégiSocial 2023: 9 to 21 January, 12 × 35.50 = 426.00, net 397.46."""
    rendu = liquide(un_arret("2023-01-09", "2023-01-21", "1800.00"))
    (prelevement,) = rendu.prelevements
    assert (jours_indemnises(rendu), prelevement.brut, prelevement.net) == (12, 426_00, 397_46)


def test_a_yearly_bonus_paid_in_december_weighs_a_twelfth_in_march() -> None:
    """Silae, net-entreprises: paid on 31 December 2023 for 2023, an accident on 29 April 2024; 2 000 + 200."""
    prime = {
        "nature": "prime",
        "montant": "2400.00",
        "versee_le": "2023-12-31",
        "periode": {"debut": "2023-01-01", "fin": "2023-12-31"},
    }
    attestee = salaires("2024-04-29", "2000.00", accessoires=[prime])
    le, fin = "2024-04-29", "2024-06-23"
    rendu = liquide(victime(accident(le), arret(le, fin), attestee, decision(fin)))
    assert par_taux(rendu) == [43_39, 57_13]


def test_two_employers_make_one_wage_under_one_rounding() -> None:
    """L'Hôtellerie-Restauration: 1 000 + 600 give 31.56, never 19.72 + 11.83."""
    rendu = liquide(
        dossier(
            activite(),
            activite(id="p1b", activite="B"),
            accident("2025-05-12"),
            arret("2025-05-12", "2025-06-30", activites=["A", "B"]),
            salaires("2025-05-12", "1000.00"),
            salaires("2025-05-12", "600.00", id="p3b", activite="B"),
            decision("2025-06-30"),
        )
    )
    assert par_taux(rendu) == [31_56, 41_55]


def test_28_days_at_the_first_rate_then_seven_at_the_second() -> None:
    """Accident on 1 March 2025: 28 × 45.36 from the 2nd to the 29th, 7 × 59.73, 1 688.19 in all."""
    rendu = liquide(un_arret("2025-03-01", "2025-04-05", "2300.00"))
    jours = chaque_jour(rendu)
    montants = [jours[q].montant_journalier for q in ("2025-03-02", "2025-03-29", "2025-03-30", "2025-04-05")]
    assert montants == [45_36, 45_36, 59_73, 59_73]
    assert (jours["2025-03-01"].motif, [s.du for s in rendu.soldes]) == ("jour_de_l_accident", [1_688_19])


def test_a_second_stop_before_consolidation_goes_on_with_the_count() -> None:
    """R433-7: ten days, then 18 × 45.36 + 17 × 59.73 = 1 831.89."""
    donnees = victime(
        accident("2025-03-01"),
        arret("2025-03-01", "2025-03-11"),
        salaires("2025-03-01", "2300.00"),
        arret("2025-04-14", "2025-05-18", id="v2", arret="S2"),
        salaires("2025-04-13", "2300.00", id="t2", arret="S2"),
        decision("2025-03-20"),
    )
    premier, les_deux = liquide(donnees, "2025-03-31"), liquide(donnees, "2025-05-18")
    assert [s.du for s in premier.soldes] == [453_60]
    assert [s.du for s in les_deux.soldes] == [453_60 + 1_831_89]


@pytest.mark.parametrize(("mensuel", "taux"), [("2300.00", [45_36, 59_73]), ("1700.00", [37_48, 49_34])])
def test_a_relapse_starts_again_at_its_own_wage_and_never_under_the_first_benefit(
    mensuel: str, taux: list[int]
) -> None:
    """First stopped in 2023 at 1 900 €: 37.48, 49.34. At 1 700 € the relapse would have 33.53 and 44.15."""
    donnees = victime(
        accident("2023-03-01"),
        arret("2023-03-01", "2023-03-31"),
        salaires("2023-03-01", "1900.00"),
        decision("2023-03-10"),
        consolidation("2023-03-31"),
        rechute("2026-03-09"),
        arret("2026-03-09", "2026-04-18", id="v2", arret="S2", accident="X2"),
        salaires("2026-03-08", mensuel, id="t2", arret="S2"),
        decision("2026-03-20", id="d2", accident="X2"),
    )
    rendu = liquide(donnees, "2026-04-18")
    jours = chaque_jour(rendu)
    montants = [jours[q].montant_journalier for q in ("2026-03-09", "2026-04-05", "2026-04-06")]
    assert montants == [taux[0], taux[0], taux[1]]


def test_an_agency_worker_is_paid_on_twelve_months() -> None:
    """fastt.org: 18 250 ÷ 365 = 50.00, hence 30.00 and 39.50."""
    douze = ["1520.83"] * 11 + ["1520.87"]
    rendu = liquide(un_arret("2025-05-12", "2025-06-30", *douze, contrat="interim"))
    assert par_taux(rendu) == [30_00, 39_50]


def quinzaine(debut: str, fin: str, brut: str) -> Json:
    return {"debut": debut, "fin": fin, "brut": brut, "heures": "75.00", "versee_le": fin}


def test_two_fortnights_over_28_days() -> None:
    """R433-4 2°: 980 + 1 050 = 2 030, ÷ 28 = 72.50; 79 % is 57.275, half up 57.28."""
    deux = [quinzaine("2025-03-31", "2025-04-13", "980.00"), quinzaine("2025-04-14", "2025-04-27", "1050.00")]
    le, fin = "2025-05-12", "2025-06-30"
    donnees = victime(
        accident(le), arret(le, fin), salaires(le, paies=deux), decision(fin), periodicite="quatorzaine"
    )
    assert par_taux(liquide(donnees)) == [43_50, 57_28]


@pytest.mark.parametrize(("rente", "total"), [(None, 1_690_74), ("250.00", 1_440_74)])
def test_a_month_of_unfitness_at_the_last_benefit_less_the_annuity(rente: str | None, total: int) -> None:
    """2 100 €, 62 days paid: 54.54 a day; notice on 12 May 2025, 31 days to 12 June; D433-7."""
    autres: list[Json] = [
        {
            "id": "i",
            "type": "inaptitude",
            "recue_le": "2025-05-12",
            "accident": "X1",
            "activite": "A",
            "avis_le": "2025-05-12",
            "demande_le": "2025-05-12",
        }
    ]
    if rente is not None:
        autres.append(
            {
                "id": "r",
                "type": "rente",
                "recue_le": "2025-05-12",
                "accident": "X1",
                "montant_mensuel": rente,
                "debut": "2025-05-11",
            }
        )
    donnees = victime(
        accident(), arret(fin="2025-05-10"), salaires("2025-03-10", "2100.00"), decision(), *autres
    )
    rendu = liquide(donnees, "2025-06-12")
    inaptes = [p for p in chaque_jour(rendu).values() if p.risque == "inaptitude"]
    arrete = 28 * 41_42 + 33 * 54_54
    assert (len(inaptes), [s.du for s in rendu.soldes]) == (31, [arrete + total])


PROVISOIRE = victime(
    accident("2025-05-05"),
    arret("2025-05-06", "2025-05-15"),
    salaires("2025-05-05", "2200.00", "2200.00", "2200.00"),
)


def test_until_recognised_ten_days_are_worth_seven_of_sickness() -> None:
    """2 200 € each month: 7 × 36.16 = 253.12."""
    assert [s.du for s in liquide(PROVISOIRE, "2025-05-31").soldes] == [7 * 36_16]


def test_once_recognised_the_difference_is_due_at_once() -> None:
    """10 × 43.39 = 433.90, of which 253.12 were paid: 180.78."""
    paye = mouvement(
        "253.12",
        recue_le="2025-05-20",
        date="2025-05-20",
        lignes=[
            {
                "debut": "2025-05-09",
                "fin": "2025-05-15",
                "arret": "S1",
                "risque": "maladie",
                "regime": "general",
                "montant_journalier": "36.16",
            }
        ],
    )
    donnees = PROVISOIRE | {"pieces": [*PROVISOIRE["pieces"], paye, decision("2025-06-20")]}
    (solde,) = liquide(donnees, "2025-06-20").soldes
    assert (solde.du, solde.verse, solde.rappel, solde.indu) == (433_90, 253_12, 180_78, 0)


def test_the_end_of_contract_premium_of_the_month_counts() -> None:
    """Cass. 2e civ., 5 January 2023, n° 21-12.259: two months at 2 000, 400 + 440 for both; 2 420 a month."""
    deux_mois = {"debut": "2025-03-01", "fin": "2025-04-30"}
    primes = [
        {"nature": "prime", "montant": montant, "versee_le": "2025-02-28", "periode": deux_mois}
        for montant in ("400.00", "440.00")
    ]
    le, fin = "2025-05-05", "2025-06-15"
    donnees = victime(
        accident(le), arret(le, fin), salaires(le, "2000.00", accessoires=primes), decision(fin)
    )
    assert par_taux(liquide(donnees)) == [47_73, 62_85]


def test_an_apprentice_has_the_minimum_wage_as_a_base_and_his_own_net_gain_as_a_limit() -> None:
    """R433-8: 60 % of 1 801.80 ÷ 30.42 is 35.54, more than 79 % of 850 ÷ 30.42: 22.07 from the first day on."""
    assert par_taux(liquide(un_arret("2025-05-05", "2025-06-15", "850.00", contrat="apprentissage"))) == [
        22_07,
        22_07,
    ]
    smic = Fraction(180_180) / Fraction("30.42")
    assert montant.indemnite_journaliere(smic, euros("392.814"), Fraction("0.6"), None) == 35_54


def test_the_usual_victim_of_the_tests_is_that_of_the_public_page() -> None:
    assert par_taux(liquide(reconnu())) == [35_50, 46_75]
