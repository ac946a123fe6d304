"""Rights and wages over whole dossiers: former rights found again, pays received late, discontinuous and short pays.

The usual insured is stopped from 2 to 20 September 2024; a month of 2 000 € gives 6 000 ÷ 182.5 = 32.88.
"""

from datetime import date
from typing import Any

import pytest

from oracle.decompte import Decompte
from oracle.dossier import lire_dossier
from oracle.faits import etablir_les_faits
from oracle.instruction import Instruction, instruire
from oracle.interruptions import interruptions
from oracle.loi import Variante, liquidation_en_cours
from oracle.perimetre import HorsChamp
from tests.aides import (
    Json,
    activite,
    attestation,
    avis,
    dossier,
    indemnite,
    jour,
    jours_indemnises,
    liquide,
    paies,
)


def instruit(*pieces: Json, droits_ald_acquis: bool = False, **lectures: str) -> Instruction:
    """The last stop of these documents, instructed."""
    faits = etablir_les_faits(lire_dossier(dossier(*pieces)), date(2027, 12, 31))
    with liquidation_en_cours(lectures, Variante()):
        return instruire(faits, interruptions(faits)[-1], (), droits_ald_acquis)


def ouverts(instruction: Instruction) -> bool | None:
    return instruction.six_mois.acquis


@pytest.mark.parametrize(("versee_le", "salaires"), [("2024-09-01", 11824_75), ("2024-09-02", 9824_75)])
def test_a_pay_received_on_the_day_of_the_stop_opens_nothing(versee_le: str, salaires: int) -> None:
    """Exactly 1 015 × 11.65 = 11 824.75 € from March to August, of which 2 000 € for August."""
    six = paies("2024-03", "1824.75", "2000.00", "2000.00", "2000.00", "2000.00", "2000.00", heures=None)
    six[-1]["versee_le"] = versee_le
    instruction = instruit(activite(), avis(), attestation(six))
    assert instruction.releve.salaires_des_mois(6).valeurs == (
        1824_75,
        *[2000_00] * 4,
        salaires - 9824_75,
    )
    assert ouverts(instruction) is (salaires == 11824_75)


@pytest.mark.parametrize(
    ("versee_le", "lectures", "attendue"),
    [
        ("2024-09-01", {}, 32_88),
        ("2024-09-02", {}, 21_92),
        ("2024-09-02", {"salaire_non_verse": "inclus"}, 32_88),
    ],
)
def test_a_pay_received_late_leaves_the_base(versee_le: str, lectures: dict[str, str], attendue: int) -> None:
    """4 000 ÷ 182.5 = 21.9178."""
    trois = paies("2024-06", "2000.00", "2000.00", "2000.00")
    trois[-1]["versee_le"] = versee_le
    rendu = liquide(dossier(activite(), avis(), attestation(trois)), "2024-09-30", **lectures)
    assert indemnite(rendu) == attendue


def test_under_kept_rights_a_pay_must_be_received_before_the_stop_not_before_work_ceased() -> None:
    """Work ended on 31 August 2024, the last pay came on 5 September, the stop on 9 December."""
    trois = paies("2024-06", "2000.00", "2000.00", "2000.00")
    trois[-1]["versee_le"] = "2024-09-05"
    certificat = attestation(trois, recue_le="2024-12-12", dernier_jour_travaille="2024-08-31")
    pieces = activite(fin="2024-08-31"), avis("2024-12-09", "2024-12-20"), certificat
    assert indemnite(liquide(dossier(*pieces), "2024-12-31")) == 32_88


def intermittent(*cachets: int, premier_mois: str, brut: str = "300.00") -> tuple[Json, ...]:
    """An artist paid by the cachet, one pay a month, no hours."""
    declarees = paies(premier_mois, *[brut] * len(cachets), heures=None)
    payees = [paie | {"cachets": nombre} for paie, nombre in zip(declarees, cachets, strict=True)]
    return activite(contrat="intermittent", debut="2019-01-01"), avis(), attestation(payees)


@pytest.mark.parametrize(
    ("cachets", "acquis"),
    [
        ((*[0] * 9, 3, 3, 3), True),
        ((*[0] * 9, 3, 3, 2), False),
        ((*[4] * 8, 2, 1, 1, 0), True),
        ((*[4] * 8, 1, 1, 1, 0), False),
        ((0, 0, 0, 0, 0, 0, 0, 0, 9, 0, 0, 0), False),
    ],
)
def test_nine_cachets_in_three_months_or_thirty_six_in_twelve_open(
    cachets: tuple[int, ...], acquis: bool
) -> None:
    """September 2023 to August 2024; 32 + 2 + 1 + 1 = 36."""
    assert ouverts(instruit(*intermittent(*cachets, premier_mois="2023-09"))) is acquis


def test_cachets_open_nothing_to_another_contract() -> None:
    contrat, notice, certificat = intermittent(*[0] * 9, 3, 3, 3, premier_mois="2023-09")
    assert ouverts(instruit(contrat | {"contrat": "saisonnier"}, notice, certificat)) is False


@pytest.mark.parametrize(("cachets", "au_dela"), [(36, True), (35, False)])
def test_thirty_six_cachets_keep_rights_open_after_six_months(cachets: int, au_dela: bool) -> None:
    contrat, _, certificat = intermittent(*[0] * 11, cachets, premier_mois="2023-09")
    long = avis("2024-09-02", "2025-03-31")
    assert instruit(contrat, long, certificat).au_dela.acquis is au_dela


def saisonnier(*autres: Json, brut: str = "1000.00", **lectures: str) -> Decompte:
    """Twelve pays of seasonal work, September 2023 to August 2024."""
    certificat = attestation(paies("2023-09", *[brut] * 12))
    return liquide(
        dossier(activite(contrat="saisonnier"), avis(), certificat, *autres), "2024-09-30", **lectures
    )


def chomage(debut: str, fin: str | None, *, indemnise: bool = True) -> Json:
    """A period of unemployment."""
    piece = {"id": f"c-{debut}", "type": "chomage", "recue_le": "2024-09-01", "debut": debut}
    return piece | {"fin": fin, "indemnise": indemnise}


@pytest.mark.parametrize(
    ("autres", "attendue"),
    [
        ((), 16_44),
        ((chomage("2023-09-01", "2023-11-04"),), 20_00),
        ((chomage("2023-08-01", "2023-11-04"),), 20_00),
        ((chomage("2023-09-01", "2023-11-04", indemnise=False),), 16_44),
    ],
)
def test_paid_unemployment_leaves_the_divisor_of_discontinuous_work(
    autres: tuple[Json, ...], attendue: int
) -> None:
    """12 000 ÷ 365 ÷ 2 = 16.4384; less the 30 + 31 + 4 = 65 days of the twelve months, 12 000 ÷ 300 ÷ 2 = 20.00."""
    assert indemnite(saisonnier(*autres)) == attendue


def test_months_of_discontinuous_work_are_not_rebuilt_but_their_absences_leave_the_divisor() -> None:
    """Sick 1 to 15 April: 12 000 ÷ (365 − 15) ÷ 2 = 17.1429; on strike, 16.4384."""
    for motif, attendue in (("maladie", 17_14), ("greve", 16_44)):
        douze = paies("2023-09", *["1000.00"] * 12)
        douze[7]["absences"] = [{"debut": "2024-04-01", "fin": "2024-04-15", "motif": motif}]
        donnees = dossier(activite(contrat="saisonnier"), avis(), attestation(douze))
        assert indemnite(liquide(donnees, "2024-09-30")) == attendue


@pytest.mark.parametrize(
    ("lectures", "attendue"), [({}, 4_36), ({"plafond_douze_mois": "sur_l_annee"}, 16_44)]
)
def test_twelve_months_are_capped_each_or_together(lectures: dict[str, str], attendue: int) -> None:
    """12 000 € in one month: 3 180.456 ÷ 365 ÷ 2 = 4.3568, or 12 000 ÷ 365 ÷ 2, below 12 × 3 180.456."""
    douze = paies("2023-09", *["0.00"] * 11, "12000.00", heures="151.67")
    donnees = dossier(activite(contrat="saisonnier"), avis(), attestation(douze))
    assert indemnite(liquide(donnees, "2024-09-30", **lectures)) == attendue


@pytest.mark.parametrize(
    ("lectures", "attendue"), [({}, 26_59), ({"plafond_paies_courtes": "par_mois_civil"}, 33_93)]
)
def test_weeks_are_capped_each_or_by_civil_month(lectures: dict[str, str], attendue: int) -> None:
    """Stop of 2 February 2026; weeks of 300, 300, 300 and 1 000 € that end on Sundays, four in each civil month.

    Each capped at 2 552.242 × 12 ÷ 52 = 588.979: 3 × 1 488.979 ÷ 168 = 26.5889. By month, 1 900: 5 700 ÷ 168 = 33.9286.
    """
    semaines = []
    for rang in range(12):
        fin = date.fromordinal(jour("2025-11-09").toordinal() + 7 * rang)
        debut = date.fromordinal(fin.toordinal() - 6)
        brut = "1000.00" if rang % 4 == 3 else "300.00"
        semaines.append({"debut": str(debut), "fin": str(fin), "brut": brut, "heures": "35.00"})
    certificat = attestation(semaines, recue_le="2026-02-05", dernier_jour_travaille="2026-02-01")
    pieces = activite(periodicite="hebdomadaire"), avis("2026-02-02", "2026-02-20"), certificat
    assert indemnite(liquide(dossier(*pieces), "2026-02-28", **lectures)) == attendue


def a_la_semaine(*absences: Json, semaines: int = 12, **champs: Any) -> tuple[Json, ...]:
    """Weeks of 500 €, the last of which ends on 25 August; two working days may be lost in each."""
    fins = [date.fromordinal(jour("2024-08-25").toordinal() - 7 * rang) for rang in range(semaines)]
    payees = [
        {"debut": str(date.fromordinal(fin.toordinal() - 6)), "fin": str(fin), "brut": "500.00"}
        | {"heures": "35.00", "absences": list(absences)}
        for fin in fins
    ]
    return activite(periodicite="hebdomadaire", **champs), avis(), attestation(payees)


ABSENCE = {"debut": "2024-06-03", "fin": "2024-06-04", "motif": "maladie"}
FINI = activite(id="a2", activite="B", periodicite="hebdomadaire", fin="2024-08-15")
SANS_PAIE = attestation([], id="t2", activite="B")


@pytest.mark.parametrize(
    ("pieces", "champ"),
    [
        (a_la_semaine(semaines=8, debut="2024-07-01"), "pieces[p1].debut"),
        ((*a_la_semaine(), FINI, SANS_PAIE), "pieces[a2].fin"),
        (a_la_semaine(ABSENCE), "pieces"),
    ],
)
def test_what_rebuilding_weeks_means_is_declined(pieces: tuple[Json, ...], champ: str) -> None:
    with pytest.raises(HorsChamp, match="R323-8 ne rétablit que des mois") as refus:
        liquide(dossier(*pieces), "2024-09-30")
    assert refus.value.champ == champ


def test_whole_weeks_are_decided_and_missing_ones_waited_for() -> None:
    """500 × 12 ÷ 84 ÷ 2 = 35.7143."""
    assert indemnite(liquide(dossier(*a_la_semaine()), "2024-09-30")) == 35_71
    rendu = liquide(dossier(*a_la_semaine(semaines=11)), "2024-09-30")
    assert rendu.periodes[-1].precision == (
        "il manque 12 paies avant le mois de l'arrêt, 11 connues (activité A)"
    )


def conge(debut: str, fin: str, nature: str = "conge_parental", **champs: Any) -> Json:
    """A family leave."""
    piece = {"id": f"f-{debut}", "type": "conge_famille", "recue_le": debut, "nature": nature}
    return piece | {"debut": debut, "fin": fin} | champs


def au_retour(debut: str, *autres: Json, **champs: Any) -> Instruction:
    """Three months of 2 000 € before 1 March 2023, leave until 31 August 2024, stop on ``debut``."""
    certificat = attestation(
        paies("2022-12", "2000.00", "2000.00", "2000.00"),
        dernier_jour_travaille="2023-02-28",
        recue_le=debut,
        **champs,
    )
    feuillet = conge("2023-03-01", "2024-08-31")
    return instruit(activite(), avis(debut, debut), certificat, *(autres or (feuillet,)))


@pytest.mark.parametrize("nature", ["conge_parental", "presence_parentale", "solidarite_familiale"])
def test_sick_at_the_end_of_a_leave_the_rights_and_pay_of_before_are_found_again(nature: str) -> None:
    """Ceiling of the stop: SMIC of August 2024; 6 000 ÷ 182.5 = 32.88."""
    trouve = au_retour("2024-09-01", conge("2023-03-01", "2024-08-31", nature))
    assert (ouverts(trouve), trouve.maintien, trouve.releve.reference) == (True, True, jour("2023-03-01"))
    assert trouve.conge is not None
    assert (trouve.calcul.montant, trouve.calcul.date_plafond) == (32_88, jour("2024-08-31"))


def test_without_the_leave_nothing_is_found_again() -> None:
    """The months of the leave are no longer explained: their pay is waited for."""
    assert ouverts(au_retour("2024-09-01", conge("2020-03-01", "2020-08-31"))) is None


@pytest.mark.parametrize(("debut", "retrouves"), [("2025-08-31", True), ("2025-09-01", False)])
def test_rights_are_found_again_for_twelve_months_from_the_resumption(debut: str, retrouves: bool) -> None:
    """Back on 1 September 2024, but nothing paid since: a contract of no hours."""
    certificat = attestation(
        [
            *paies("2022-12", "2000.00", "2000.00", "2000.00"),
            *paies("2024-09", *["0.00"] * 12, heures=None),
        ],
        recue_le=debut,
    )
    trouve = instruit(activite(), avis(debut, debut), certificat, conge("2023-03-01", "2024-08-31"))
    assert (ouverts(trouve), trouve.maintien) == (retrouves, retrouves)


def test_the_twelve_months_run_from_the_resumption_after_an_illness_that_follows_the_leave() -> None:
    """Sick from 1 to 30 September 2024, back on 1 October: rights until 30 September 2025."""
    premier = avis("2024-09-01", "2024-09-30", id="v1")
    suite = paies("2024-10", *["0.00"] * 12, heures=None)
    certificat = attestation(
        [*paies("2022-12", "2000.00", "2000.00", "2000.00"), *paies("2024-09", "0.00", heures=None), *suite],
        arret="S2",
        recue_le="2025-10-05",
    )
    for debut, retrouves in (("2025-09-30", True), ("2025-10-01", False)):
        second = avis(debut, debut, id="v2", arret="S2")
        trouve = instruit(activite(), premier, second, certificat, conge("2023-03-01", "2024-08-31"))
        assert ouverts(trouve) is retrouves, debut


def test_two_leaves_in_a_row_are_one() -> None:
    deux = conge("2023-03-01", "2023-12-31"), conge("2024-01-01", "2024-08-31", "presence_parentale")
    assert au_retour("2024-09-01", *deux).releve.reference == jour("2023-03-01")
    ecartes = conge("2023-03-01", "2023-12-30"), conge("2024-01-01", "2024-08-31", "presence_parentale")
    assert au_retour("2024-09-01", *ecartes).releve.reference != jour("2023-03-01")


def test_rights_of_the_work_resumed_come_first() -> None:
    """Back on 1 June 2024 at 1 500 €: 4 500 ÷ 182.5 = 24.66, whatever was earned before the leave."""
    avant, apres = paies("2022-12", *["2000.00"] * 3), paies("2024-06", *["1500.00"] * 3)
    trouve = instruit(activite(), avis(), attestation([*avant, *apres]), conge("2023-03-01", "2024-05-31"))
    assert (trouve.maintien, trouve.calcul.montant) == (False, 24_66)


def test_months_of_leave_are_rebuilt_as_unpaid_leave_when_work_opened_rights() -> None:
    """Back on 1 August 2024 at 1 550 €, 50 € a day: 1 500 + 1 550 + 1 550 = 4 600 ÷ 182.5 = 25.2055."""
    trouve = instruit(
        activite(), avis(), attestation(paies("2024-08", "1550.00")), conge("2023-03-01", "2024-07-31")
    )
    assert (trouve.maintien, trouve.calcul.montant) == (False, 25_21)


def test_dismissed_at_the_end_of_a_leave_the_pay_is_that_of_before_it() -> None:
    """Contract ended with the leave on 31 August 2024, paid unemployment since, stop of 10 March 2025."""
    certificat = attestation(
        paies("2022-12", "2000.00", "2000.00", "2000.00"),
        dernier_jour_travaille="2024-08-31",
        recue_le="2025-03-12",
    )
    trouve = instruit(
        activite(fin="2024-08-31"),
        avis("2025-03-10", "2025-03-20"),
        certificat,
        conge("2023-03-01", "2024-08-31"),
        chomage("2024-09-01", None),
    )
    assert (ouverts(trouve), trouve.calcul.montant) == (True, 32_88)


def test_a_short_job_before_the_stop_leaves_the_rights_of_the_long_one() -> None:
    """Five years until 31 March 2024, paid unemployment, two weeks in August for 100 €: former rights and pay."""
    long = attestation(paies("2023-10", *["2000.00"] * 6), dernier_jour_travaille="2024-03-31")
    bref = attestation(
        [{"debut": "2024-08-05", "fin": "2024-08-16", "brut": "100.00", "heures": "10.00"}],
        id="t2",
        activite="B",
        dernier_jour_travaille="2024-08-16",
    )
    trouve = instruit(
        activite(fin="2024-03-31"),
        activite(id="a2", activite="B", debut="2024-08-05", fin="2024-08-16"),
        chomage("2024-04-01", "2024-08-04"),
        chomage("2024-08-17", None),
        avis(),
        long,
        bref,
    )
    assert (ouverts(trouve), trouve.releve.reference, trouve.calcul.montant) == (
        True,
        jour("2024-04-01"),
        32_88,
    )


def test_a_later_stop_for_a_long_term_condition_needs_no_rights_by_reading_alone() -> None:
    """10 hours a month open nothing; 200 € a month give 600 ÷ 182.5 = 3.29."""
    pieces = activite(), avis(), attestation(paies("2024-03", *["200.00"] * 6, heures="10.00"))
    assert ouverts(instruit(*pieces, droits_ald_acquis=True)) is False
    par_lecture = instruit(*pieces, droits_ald_acquis=True, droits_ald="au_premier_arret")
    assert (ouverts(par_lecture), par_lecture.calcul.montant) == (True, 3_29)
    assert ouverts(instruit(*pieces, droits_ald="au_premier_arret")) is False


@pytest.mark.parametrize(
    ("lectures", "dernier"),
    [({}, "2025-03-01"), ({"six_mois_apres_un_ecart": "nouveau_decompte"}, "2025-03-22")],
)
def test_six_months_run_from_the_stop_or_from_the_prolongation_after_a_gap(
    lectures: dict[str, str], dernier: str
) -> None:
    """Stop of 2 to 20 September 2024, prolonged from the 23rd."""
    suite = avis("2024-09-23", "2025-04-30", id="v2", nature="prolongation")
    trouve = instruit(activite(), avis(), suite, attestation(), droits_ald_acquis=False, **lectures)
    assert not trouve.au_dela_le(jour(dernier))
    assert trouve.au_dela_le(date.fromordinal(jour(dernier).toordinal() + 1))
    assert trouve.depasse_six_mois
    assert jours_indemnises(liquide(dossier(), "2024-09-30")) == 16
