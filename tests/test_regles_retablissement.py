"""Reference months without pay, or with part of it (R323-8): each rule, each text in time, each reading.

The usual stop begins on 2 September 2024: June has 30 days, July and August 31. A benefit is the sum of the three
months over 182.50 (91.25 × 2), to the nearest cent.
"""

from contextlib import AbstractContextManager
from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from oracle import retablissement
from oracle.decompte import Decompte
from oracle.dossier import lire_dossier
from oracle.liquidation import liquider_en_detail
from oracle.loi import Trace, Variante, liquidation_en_cours
from oracle.perimetre import HorsChamp
from tests.aides import (
    Json,
    activite,
    attestation,
    avis,
    dossier,
    euros,
    indemnite,
    jour,
    liquide,
    paies,
)


def sous(**lectures: str) -> AbstractContextManager[Trace]:
    """Under these readings."""
    return liquidation_en_cours(lectures, Variante())


@pytest.mark.parametrize(
    ("motif", "retablie"),
    [
        ("maladie", True),
        ("accident", True),
        ("maternite", True),
        ("paternite", True),
        ("naissance_supplementaire", True),
        ("chomage", True),
        ("fermeture", True),
        ("conge_sans_solde", True),
        ("absence_non_autorisee", False),
        ("greve", False),
        ("mise_a_pied", False),
        ("embauche", False),
        ("fin_contrat", False),
    ],
)
def test_only_the_absences_of_the_list_are_made_up_for(motif: str, retablie: bool) -> None:
    assert retablissement.absence_retablie(motif) is retablie
    assert retablissement.hors_du_contrat(motif) is (motif in ("embauche", "fin_contrat"))


@pytest.mark.parametrize(("payes", "complet"), [(29, False), (30, True), (31, True)])
def test_a_month_one_day_short_is_incomplete(payes: int, complet: bool) -> None:
    assert retablissement.mois_complet(payes, 30) is complet


def test_half_of_april_makes_a_whole_april() -> None:
    """1 000 € for 15 days of April: 30 days at 66.67 € make 2 000 €."""
    payes = retablissement.jours_payes(30, 15)
    journalier = retablissement.revenu_journalier(1000_00, payes)
    assert journalier == Fraction(1000_00, 15)
    assert retablissement.mois_retabli(journalier, 30) == euros("2000.00")
    assert retablissement.jours_de_chomage_retablis(journalier, 30) == euros("2000.00")


def test_only_the_unpaid_days_of_a_month_of_two_activities_are_filled() -> None:
    assert retablissement.mois_de_deux_activites(1050_00, 10, euros("50.00")) == euros("1550.00")
    assert retablissement.mois_de_deux_activites(2600_00, 0, euros("100.00")) == euros("2600.00")


@pytest.mark.parametrize("lecture", ["jours_manquants", "deux_retablissements"])
def test_once_written_the_rule_of_the_month_of_two_activities_is_no_question_any_more(lecture: str) -> None:
    with sous(r3238_meme_mois=lecture) as trace:
        assert retablissement.regle_du_meme_mois(en_vigueur=True)
        assert trace.lectures == {}
        assert retablissement.regle_du_meme_mois(en_vigueur=False) is (lecture == "jours_manquants")


@pytest.mark.parametrize(
    ("de_2021", "de_2024", "applicable"),
    [(False, False, False), (True, False, True), (True, True, False), (False, True, False)],
)
def test_the_formula_of_the_reform_had_one_summer(de_2021: bool, de_2024: bool, applicable: bool) -> None:
    assert not retablissement.formule_de_la_reforme(de_2021, de_2024)
    with sous(r3238_ete_2024="formule_de_la_reforme") as trace:
        assert retablissement.formule_de_la_reforme(de_2021, de_2024) is applicable
        assert bool(trace.lectures) is applicable


def test_the_second_method_is_for_absences_alone() -> None:
    with sous(r3238_calcul="methode_2"):
        assert retablissement.seconde_methode(absences_seulement=True)
        assert not retablissement.seconde_methode(absences_seulement=False)
        assert not retablissement.salaire_declare_retenu()
    with sous(r3238_calcul="salaire_retabli_declare"):
        assert not retablissement.seconde_methode(absences_seulement=True)
        assert retablissement.salaire_declare_retenu()
    assert not retablissement.seconde_methode(absences_seulement=True)
    assert not retablissement.salaire_declare_retenu()


def absence(debut: str, fin: str, motif: str = "maladie") -> Json:
    """Days not worked."""
    return {"debut": debut, "fin": fin, "motif": motif}


def paie(debut: str, fin: str, brut: str, *absences: Json, **champs: Any) -> Json:
    """One pay; hours enough to open rights."""
    return {"debut": debut, "fin": fin, "brut": brut, "heures": "151.67", "absences": list(absences)} | champs


JUIN = ("2024-06-01", "2024-06-30")
JUILLET = ("2024-07-01", "2024-07-31")
AOUT = ("2024-08-01", "2024-08-31")


def arrete(
    *declarees: Json, autres: tuple[Json, ...] = (), au: str = "2024-09-30", **lectures: str
) -> Decompte:
    """The usual stop, with these pays."""
    return liquide(dossier(activite(), avis(), attestation(list(declarees)), *autres), au, **lectures)


@pytest.mark.parametrize(
    ("lectures", "attendue"),
    [
        ({}, 32_88),
        ({"r3238_calcul": "methode_2"}, 32_89),
        ({"r3238_calcul": "salaire_retabli_declare"}, 32_60),
        ({"r3238_ete_2024": "formule_de_la_reforme"}, 32_88),
    ],
)
def test_fifteen_days_of_sickness_in_april_as_the_circular_counts_them(
    lectures: dict[str, str], attendue: int
) -> None:
    """2 000 € a month, sick from 1 to 15 April, stop of 1 July 2023.

    Rebuilt: 6 000 ÷ 182.5 = 32.8767. Second method: 5 000 ÷ 76 ÷ 2 = 32.8947. Declared, 1 950 €: 5 950 ÷ 182.5 = 32.6027.
    The formula of the reform is for stops prescribed a year later.
    """
    trois = paies("2023-04", "1000.00", "2000.00", "2000.00")
    trois[0] |= {"absences": [absence("2023-04-01", "2023-04-15")], "salaire_retabli": "1950.00"}
    certificat = attestation(trois, dernier_jour_travaille="2023-06-30", recue_le="2023-07-05")
    donnees = dossier(activite(), avis("2023-07-01", "2023-07-31"), certificat)
    assert indemnite(liquide(donnees, "2023-07-31", **lectures)) == attendue


EMBAUCHE = (
    activite(debut="2024-07-16"),
    avis(),
    attestation([paie("2024-07-16", "2024-07-31", "1000.00"), paie(*AOUT, "2000.00")]),
)


def test_the_month_of_the_hiring_is_whole_and_months_before_are_nothing() -> None:
    """1 000 ÷ 16 × 31 = 1 937.50 for July, 2 000 for August, nothing for June: 3 937.50 ÷ 182.5 = 21.5753."""
    assert indemnite(liquide(dossier(*EMBAUCHE), "2024-09-30")) == 21_58


def test_under_the_reform_pay_is_divided_by_the_days_worked() -> None:
    """3 000 ÷ (16 + 31) ÷ 2 = 31.9149."""
    rendu = liquide(dossier(*EMBAUCHE), "2024-09-30", r3238_ete_2024="formule_de_la_reforme")
    assert indemnite(rendu) == 31_91


def test_an_employer_may_declare_the_month_of_the_hiring() -> None:
    """1 800 declared for July: 3 800 ÷ 182.5 = 20.8219. The second method, for absences alone, changes nothing."""
    declaree = paie("2024-07-16", "2024-07-31", "1000.00", salaire_retabli="1800.00")
    donnees = dossier(*EMBAUCHE[:2], attestation([declaree, paie(*AOUT, "2000.00")]))
    assert indemnite(liquide(donnees, "2024-09-30", r3238_calcul="salaire_retabli_declare")) == 20_82
    assert indemnite(liquide(donnees, "2024-09-30", r3238_calcul="methode_2")) == 21_58
    assert indemnite(liquide(donnees, "2024-09-30")) == 21_58


@pytest.mark.parametrize(
    ("prescrit", "debut", "dernier_mois", "posee"),
    [
        ("2024-05-31", "2024-06-01", "2024-05", False),
        ("2024-06-01", "2024-06-01", "2024-05", True),
        ("2024-10-31", "2024-10-31", "2024-09", True),
        ("2024-10-31", "2024-11-01", "2024-10", False),
    ],
)
def test_the_question_of_the_summer_of_2024_begins_by_prescription_and_ends_by_stop(
    prescrit: str, debut: str, dernier_mois: str, posee: bool
) -> None:
    """Hired on the second day of the month before the stop."""
    (mois,) = paies(dernier_mois, "1000.00")
    embauche = str(date.fromisoformat(mois["debut"]).replace(day=2))
    donnees = dossier(
        activite(debut=embauche),
        avis(debut, debut, prescrit_le=prescrit),
        attestation([mois | {"debut": embauche}], recue_le=debut, dernier_jour_travaille=prescrit),
    )
    trace = liquider_en_detail(lire_dossier(donnees)).trace
    assert ("r3238_ete_2024" in trace.lectures) is posee


def deux_activites(fin: str, debut: str, annee: str, brut_a: str, brut_b: str) -> Json:
    """A ends in January, B begins in January and pays 1 000 € in February and in March; stop of 2 April."""
    fin, debut = f"{annee}-01-{fin}", f"{annee}-01-{debut}"
    fevrier, mars = paies(f"{annee}-02", "1000.00", "1000.00")
    return dossier(
        activite(fin=fin),
        activite(id="a2", activite="B", debut=debut),
        avis(f"{annee}-04-02", f"{annee}-04-20"),
        attestation([paie(f"{annee}-01-01", fin, brut_a)], recue_le=f"{annee}-04-05"),
        attestation(
            [paie(debut, f"{annee}-01-31", brut_b), fevrier, mars],
            id="t2",
            activite="B",
            recue_le=f"{annee}-04-05",
        ),
    )


def test_a_month_shared_by_two_contracts_counts_once_whatever_the_text() -> None:
    """1 000 € for 15 days, then 1 600 € for 16: 2 600 €; 4 600 ÷ 182.5 = 25.2055.

    Rebuilt for each contract, 2 066.67 + 3 100 €, capped at 1.8 × 1 766.92 = 3 180.456: 5 180.456 ÷ 182.5 = 28.3861.
    """
    donnees = deux_activites("15", "16", "2024", "1000.00", "1600.00")
    assert indemnite(liquide(donnees, "2024-04-30")) == 25_21
    assert indemnite(liquide(donnees, "2024-04-30", r3238_meme_mois="deux_retablissements")) == 28_39


@pytest.mark.parametrize("lecture", ["jours_manquants", "deux_retablissements"])
def test_days_between_two_contracts_are_paid_as_the_last_one(lecture: str) -> None:
    """10 days for 500 €, ten days of nothing, 11 days for 550 €: 1 050 + 10 × 50 = 1 550; 3 550 ÷ 182.5 = 19.4521."""
    donnees = deux_activites("10", "21", "2025", "500.00", "550.00")
    assert indemnite(liquide(donnees, "2025-04-30", r3238_meme_mois=lecture)) == 19_45


@pytest.mark.parametrize(
    ("fin", "debut", "brut_a", "brut_b"),
    [
        ("20", "10", "600.00", "600.00"),
        ("31", "16", "800.00", "400.00"),
        ("15", "01", "400.00", "800.00"),
    ],
)
def test_two_contracts_that_overlap_leave_nothing_to_fill(
    fin: str, debut: str, brut_a: str, brut_b: str
) -> None:
    """Whatever they share of January, 1 200 € are kept as received: 3 200 ÷ 182.5 = 17.5342."""
    assert indemnite(liquide(deux_activites(fin, debut, "2025", brut_a, brut_b), "2025-04-30")) == 17_53


def test_two_contracts_that_end_together_are_each_made_whole() -> None:
    """500 € for 15 days of June, twice; then 900 € a month elsewhere: 1 000 + 1 000 + 3 × 900 = 4 700 ÷ 182.5 = 25.7534."""
    quinze = [paie("2024-06-01", "2024-06-15", "500.00")]
    donnees = dossier(
        activite(fin="2024-06-15"),
        activite(id="a2", activite="B", fin="2024-06-15"),
        activite(id="a3", activite="C"),
        avis(),
        attestation(quinze),
        attestation(quinze, id="t2", activite="B"),
        attestation(paies("2024-06", "900.00", "900.00", "900.00"), id="t3", activite="C"),
    )
    assert indemnite(liquide(donnees, "2024-09-30")) == 25_75


def test_the_month_of_the_end_of_a_contract_is_whole() -> None:
    """A pays 500 € for 15 days of June, B 900 € a month: 1 000 + 900, 900, 900 → 3 700 ÷ 182.5 = 20.2740."""
    donnees = dossier(
        activite(fin="2024-06-15"),
        activite(id="a2", activite="B"),
        avis(),
        attestation([paie("2024-06-01", "2024-06-15", "500.00")]),
        attestation(paies("2024-06", "900.00", "900.00", "900.00"), id="t2", activite="B"),
    )
    assert indemnite(liquide(donnees, "2024-09-30")) == 20_27


def test_a_contract_that_begins_and_ends_in_the_month_is_not_two_activities() -> None:
    """A, 10 to 19 July for 500 €, is whole at 1 550; B pays 900 € a month: 4 250 ÷ 182.5 = 23.2877."""
    donnees = dossier(
        activite(debut="2024-07-10", fin="2024-07-19"),
        activite(id="a2", activite="B"),
        avis(),
        attestation([paie("2024-07-10", "2024-07-19", "500.00")]),
        attestation(paies("2024-06", "900.00", "900.00", "900.00"), id="t2", activite="B"),
    )
    assert indemnite(liquide(donnees, "2024-09-30")) == 23_29


def test_the_employer_may_date_the_hiring_by_an_absence() -> None:
    mois = paie(*JUILLET, "1000.00", absence("2024-07-01", "2024-07-15", "embauche"))
    donnees = dossier(activite(debut="2024-07-01"), avis(), attestation([mois, paie(*AOUT, "2000.00")]))
    assert indemnite(liquide(donnees, "2024-09-30")) == 21_58


def test_a_month_wholly_absent_takes_the_daily_pay_of_the_others() -> None:
    """1 550 € in July and in August, 50 € a day: 1 500 for June; 4 600 ÷ 182.5 = 25.2055."""
    absent = paie(*JUIN, "0.00", absence(*JUIN, "maternite"))
    rendu = arrete(absent, paie(*JUILLET, "1550.00"), paie(*AOUT, "1550.00"))
    assert indemnite(rendu) == 25_21


def test_a_strike_is_not_made_up_for() -> None:
    """1 000 € in June for half the month on strike: 5 000 ÷ 182.5 = 27.3973."""
    greve = paie(*JUIN, "1000.00", absence("2024-06-01", "2024-06-15", "greve"))
    assert indemnite(arrete(greve, paie(*JUILLET, "2000.00"), paie(*AOUT, "2000.00"))) == 27_40


def test_a_month_is_capped_once_rebuilt() -> None:
    """2 000 € for 15 days make 4 000 €, capped at 3 180.456: 7 180.456 ÷ 182.5 = 39.3450."""
    malade = paie(*JUIN, "2000.00", absence("2024-06-01", "2024-06-15"))
    assert indemnite(arrete(malade, paie(*JUILLET, "2000.00"), paie(*AOUT, "2000.00"))) == 39_34


def test_each_month_says_what_was_received_rebuilt_and_kept() -> None:
    malade = paie(*JUIN, "2000.00", absence("2024-06-01", "2024-06-15"))
    pieces = (activite(), avis(), attestation([malade, paie(*JUILLET, "900.00"), paie(*AOUT, "900.00")]))
    journal = liquider_en_detail(lire_dossier(dossier(*pieces)), jour("2024-09-30")).journal
    juin, juillet, _ = journal.instructions[0].calcul.details
    assert (str(juin.mois), juin.percu, juin.jours_payes, juin.cause) == ("juin 2024", 2000_00, 15, "absence")
    assert (juin.retabli, juin.plafonne) == (euros("4000.00"), euros("3180.456"))
    assert (juillet.jours_payes, juillet.retabli, juillet.cause) == (31, euros("900.00"), None)


CHOMAGE = {
    "id": "c1",
    "type": "chomage",
    "recue_le": "2024-06-05",
    "debut": "2024-06-01",
    "fin": "2024-07-31",
}


@pytest.mark.parametrize(("autres", "attendue"), [((CHOMAGE,), 25_21), ((), 8_49)])
def test_months_of_unemployment_before_the_hiring_are_rebuilt(
    autres: tuple[Json, ...], attendue: int
) -> None:
    """Hired on 1 August at 50 € a day: 1 500 + 1 550 + 1 550 ÷ 182.5 = 25.2055; otherwise 1 550 ÷ 182.5 = 8.4932."""
    donnees = dossier(activite(debut="2024-08-01"), avis(), attestation([paie(*AOUT, "1550.00")]), *autres)
    assert indemnite(liquide(donnees, "2024-09-30")) == attendue


SANS_SOLDE = [paie(*mois, "0.00", absence(*mois, "conge_sans_solde")) for mois in (JUIN, JUILLET, AOUT)]


def absent_trois_mois(*paies_de_septembre: Json, motif: str = "conge_sans_solde", dernier: str) -> Json:
    """Absent from June to August, stopped on 16 September; 150 hours in the 90 days before, as declared."""
    trois = [p | {"absences": [p["absences"][0] | {"motif": motif}]} for p in SANS_SOLDE]
    avant = [*paies("2024-03", "2000.00", "2000.00", "2000.00"), *trois, *paies_de_septembre]
    certificat = attestation(
        avant, dernier_jour_travaille=dernier, heures_90_jours="150.00", recue_le="2024-09-20"
    )
    return dossier(activite(), avis("2024-09-16", "2024-09-30"), certificat)


def test_without_any_pay_in_the_reference_the_days_worked_since_give_the_daily_pay() -> None:
    """900 € from 1 to 15 September, 60 € a day: 60 × 92 ÷ 182.5 = 30.2466. Paid after the stop, it counts all the same."""
    septembre = paie("2024-09-01", "2024-09-15", "900.00", versee_le="2024-09-30")
    donnees = absent_trois_mois(septembre, dernier="2024-09-15")
    assert indemnite(liquide(donnees, "2024-09-30")) == 30_25


@pytest.mark.parametrize("dernier", ["2024-09-01", "2024-09-15"])
def test_the_pay_of_the_days_worked_since_is_waited_for(dernier: str) -> None:
    rendu = liquide(absent_trois_mois(dernier=dernier), "2024-09-30")
    assert [(p.statut, p.precision) for p in rendu.periodes[1:]] == [
        ("en_attente", "il manque la paie des jours travaillés en septembre 2024 (activité A)")
    ]


def test_sick_during_an_unpaid_leave_the_pay_is_that_of_before() -> None:
    """Last day worked: 31 May. March to May: 6 000 ÷ 182.5 = 32.8767. So after a maternity; after a sickness, none."""
    assert indemnite(liquide(absent_trois_mois(dernier="2024-05-31"), "2024-09-30")) == 32_88
    assert (
        indemnite(liquide(absent_trois_mois(motif="maternite", dernier="2024-05-31"), "2024-09-30")) == 32_88
    )
    with pytest.raises(HorsChamp, match="aucun jour n'a été travaillé"):
        liquide(absent_trois_mois(motif="maladie", dernier="2024-05-31"), "2024-09-30")


def test_a_month_paid_late_is_neither_kept_nor_rebuilt() -> None:
    """June was paid on the first day of the stop, for half the month: 4 000 ÷ 182.5 = 21.9178; kept, 6 000 ÷ 182.5."""
    tardive = paie(*JUIN, "1000.00", absence("2024-06-01", "2024-06-15"), versee_le="2024-09-02")
    suite = (paie(*JUILLET, "2000.00"), paie(*AOUT, "2000.00"))
    assert indemnite(arrete(tardive, *suite)) == 21_92
    assert indemnite(arrete(tardive, *suite, salaire_non_verse="inclus")) == 32_88
    assert indemnite(arrete(tardive | {"versee_le": "2024-09-01"}, *suite)) == 32_88


def test_a_complete_reference_asks_nothing() -> None:
    trace = liquider_en_detail(lire_dossier(dossier()), jour("2024-09-30")).trace
    assert not {nom for nom in trace.lectures if nom.startswith("r3238")}
