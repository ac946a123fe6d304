"""Reference months without pay, or with part of it, are told as they were rebuilt, with the text that was applied."""

from typing import Any

from tests.aides import Json, activite, attestation, avis, paies
from tests.recits import CODE, dire, paragraphe

TITRE = "Montant d'une journée"
TRANSITOIRES = f"art. R. 323-8 {CODE} ; règles transitoires : décret n° 2021-428, art. 5, II, modifié par le décret n° 2022-1326"
DEPUIS_2024 = f"art. R. 323-8 (version du 1er novembre 2024) {CODE}"
REGLE = "Un mois incomplet est rétabli avant d'être plafonné — {}."


def montant(*pieces: Json, au: str = "2024-12-31", **lectures: Any) -> list[str]:
    return paragraphe(dire(*pieces, au=au, **lectures), TITRE)


def absence(paie: Json, debut: str, fin: str, motif: str = "maladie") -> Json:
    return {**paie, "absences": [{"debut": debut, "fin": fin, "motif": motif}]}


def avec_une_absence(**champs: Any) -> Json:
    juin, juillet, aout = paies("2024-06", "1000.00", "2000.00", "2000.00")
    return attestation([absence(juin, "2024-06-01", "2024-06-15") | champs, juillet, aout])


def test_a_whole_reference_says_nothing_of_rebuilding() -> None:
    assert not any("rétabli" in ligne for ligne in montant(activite(), avis(), attestation()))


def test_a_month_of_absence_is_rebuilt_from_its_own_days() -> None:
    lignes = montant(activite(), avis(), avec_une_absence())
    assert lignes[2] == (
        "– Juin 2024 : 1 000,00 € pour 15 jours sur 30 (absence), rétabli à 1 000,00 € ÷ 15 × 30 = 2 000,00 €, retenu en entier."
    )
    assert lignes[5] == REGLE.format(TRANSITOIRES)
    assert lignes[6].startswith("– Gain journalier de base : 6 000,00 € ÷ 91,25")


def test_a_rebuilt_month_is_capped_after() -> None:
    juin, juillet, aout = paies("2024-06", "2000.00", "2000.00", "2000.00")
    certificat = attestation([absence(juin, "2024-06-01", "2024-06-15"), juillet, aout])
    assert montant(activite(), avis(), certificat)[2] == (
        "– Juin 2024 : 2 000,00 € pour 15 jours sur 30 (absence), rétabli à 2 000,00 € ÷ 15 × 30 = 4 000,00 €, retenu dans la limite du "
        "plafond, 3 180,456 €."
    )


def test_a_month_without_pay_takes_the_daily_income_of_the_others() -> None:
    juin, juillet, aout = paies("2024-06", "0.00", "3100.00", "3100.00")
    certificat = attestation([absence(juin, "2024-06-01", "2024-06-30", "conge_sans_solde"), juillet, aout])
    assert montant(activite(), avis(), certificat)[2] == (
        "– Juin 2024 : aucun salaire (absence), rétabli à 30 jours × 100,00 € (revenu journalier des autres jours) = 3 000,00 €, retenu "
        "en entier."
    )


def test_a_hiring_an_end_of_contract_and_a_month_without_activity_are_told_apart() -> None:
    lignes = montant(
        activite(fin="2024-06-15", motif_fin="demission"),
        activite(id="a2", activite="B", debut="2024-08-17"),
        avis(),
        attestation(paies("2024-06", "1000.00"), dernier_jour_travaille="2024-06-15"),
        attestation(paies("2024-08", "750.00"), id="t2", activite="B"),
    )
    assert lignes[1:6] == [
        "Salaires de référence, tous employeurs réunis :",
        (
            "– Juin 2024 : 1 000,00 € pour 15 jours sur 30 (fin de contrat en cours de mois), rétabli à 1 000,00 € ÷ 15 × 30 = 2 000,00 €, "
            "retenu en entier."
        ),
        "– Juillet 2024 : 0,00 €, aucune activité ni chômage connu, rien n'est rétabli.",
        (
            "– Août 2024 : 750,00 € pour 15 jours sur 31 (embauche en cours de mois), rétabli à 750,00 € ÷ 15 × 31 = 1 550,00 €, retenu en "
            "entier."
        ),
        REGLE.format(TRANSITOIRES),
    ]


def deux_contrats(debut: str, fin: str) -> tuple[Json, ...]:
    """One contract ends on 10 October 2024, the other begins on the 16th: five days without pay."""
    return (
        activite(fin="2024-10-10", motif_fin="demission"),
        activite(id="a2", activite="B", debut="2024-10-16"),
        avis(debut, fin),
        attestation(paies("2024-08", "2480.00", "2400.00", "800.00"), dernier_jour_travaille="2024-10-10"),
        attestation(
            paies("2024-10", "1600.00", "3000.00")[: 1 if debut < "2024-12" else 2], id="t2", activite="B"
        ),
    )


def test_a_month_of_two_activities_is_filled_by_its_unpaid_days() -> None:
    lignes = montant(*deux_contrats("2024-11-04", "2024-11-20"))
    assert lignes[4] == (
        "– Octobre 2024 : 2 400,00 € pour 26 jours sur 31 (une activité finit et une autre commence), rétabli à 2 400,00 € + 5 jours sans "
        "salaire × 100,00 € = 2 900,00 €, retenu en entier."
    )
    assert lignes[5] == REGLE.format(DEPUIS_2024)


def test_unemployment_before_the_hiring_fills_its_month() -> None:
    chomage: Json = {
        "id": "c1",
        "type": "chomage",
        "recue_le": "2024-06-01",
        "debut": "2024-06-01",
        "fin": "2024-07-31",
        "indemnise": True,
    }
    lignes = montant(
        activite(debut="2024-08-01"),
        chomage,
        avis(),
        attestation(paies("2024-08", "2480.00")),
    )
    assert lignes[2] == (
        "– Juin 2024 : aucun salaire (chômage), rétabli à 30 jours × 80,00 € (revenu journalier des autres mois) = 2 400,00 €, retenu en "
        "entier."
    )


def test_the_pay_the_employer_rebuilds_may_be_kept() -> None:
    lignes = montant(
        activite(),
        avis(),
        avec_une_absence(salaire_retabli="2050.00"),
        r3238_calcul="salaire_retabli_declare",
    )
    assert "rétabli à 2 050,00 €, salaire rétabli que déclare l'employeur, retenu en entier." in lignes[2]


def test_the_second_method_divides_by_the_days_that_pay_rewards() -> None:
    lignes = montant(activite(), avis(), avec_une_absence(), r3238_calcul="methode_2")
    assert lignes[2] == "– Juin 2024 : 1 000,00 €, retenu en entier."
    assert lignes[5] == (
        "– Diviseur : 77 jours, ceux que ces salaires rémunèrent ; aucun mois n'est rétabli ni plafonné — "
        f"{TRANSITOIRES}."
    )
    assert lignes[6].startswith("– Gain journalier de base : 5 000,00 € ÷ 77 ≈ ")


def test_the_letter_of_the_reform_is_cited_in_its_version() -> None:
    lignes = montant(activite(), avis(), avec_une_absence(), r3238_ete_2024="formule_de_la_reforme")
    assert lignes[5].endswith(f"ni plafonné — art. R. 323-8 (version du 14 avril 2021) {CODE}.")


def test_twelve_months_of_discontinuous_work_lose_the_days_indemnified() -> None:
    maladie: Json = {
        "id": "a1",
        "type": "periode_assimilee",
        "recue_le": "2024-03-31",
        "motif": "maladie_indemnisee",
        "debut": "2024-03-01",
        "fin": "2024-03-20",
    }
    lignes = montant(
        activite(contrat="saisonnier"), avis(), attestation(paies("2023-09", *["1150.00"] * 12)), maladie
    )
    assert lignes[-4:-2] == [
        f"– Diviseur : 365 jours, moins 20 indemnisés ou d'absence admise sur les douze mois = 345 — art. R. 323-8 {CODE}.",
        f"– Gain journalier de base : 13 800,00 € ÷ 345 = 40,00 € — art. R. 323-4 et L. 323-4 {CODE}.",
    ]


def test_twelve_months_may_be_capped_together() -> None:
    lignes = montant(
        activite(contrat="saisonnier"),
        avis(),
        attestation(paies("2023-09", *["1000.00"] * 12)),
        plafond_douze_mois="sur_l_annee",
    )
    assert lignes[1] == "– Plafond des douze mois, pris ensemble : 38 165,472 €."
    assert lignes[3] == "– Total des douze mois : 12 000,00 €, retenu en entier."


def test_a_pay_received_late_is_set_aside_or_kept_by_a_reading() -> None:
    tardives = paies("2024-06", "2000.00", "2000.00", "2000.00")
    tardives[2]["versee_le"] = "2024-09-16"
    pieces = (activite(), avis(), attestation(tardives))
    assert montant(*pieces)[4:7] == [
        "– Août 2024 : 0,00 €.",
        f"Paies reçues après le début de l'arrêt, qui ne comptent pas — art. R. 323-4 et L. 323-4 {CODE} :",
        "– Paie d'août 2024, versée le 16 septembre 2024, 14 jours après le début de l'arrêt.",
    ]
    assert montant(*pieces, salaire_non_verse="inclus")[4:6] == [
        "– Août 2024 : 2 000,00 €, retenu en entier.",
        f"Paies reçues après le début de l'arrêt, comptées malgré tout — art. R. 323-4 et L. 323-4 {CODE} :",
    ]
