"""How long benefits last is told: a pensioner's sixty, a military pension, the three years of a condition, the minimum."""

from typing import Any

import pytest

from tests.aides import Json, activite, attestation, avis, paies
from tests.recits import CODE, dire, paragraphe

TITRE = "Durée d'indemnisation"
JOURS = "Jour par jour"
COMPLET = f"art. L. 323-1, R. 323-4 et R. 323-5 {CODE}"
TROIS_ANS = f"art. L. 323-1, L. 324-1 et R. 323-1 {CODE}"
MILITAIRE = f"art. L. 371-6 et R. 371-4 {CODE}"
NEE_EN_1963: Json = {"naissance": "1963-02-10"}


def pension(debut: str, **champs: Any) -> Json:
    return {"id": "r1", "type": "pension", "recue_le": debut, "nature": "vieillesse", "debut": debut} | champs


def servies(debut: str, fin: str, **champs: Any) -> Json:
    """Days an older engine paid."""
    ligne = {"debut": debut, "fin": fin, "risque": "maladie"} | champs
    return {"id": "h", "type": "reprise_historique", "recue_le": fin, "lignes": [ligne]}


def ald(debut: str | None = None) -> Json:
    return {
        "id": "l1",
        "type": "ald",
        "recue_le": "2021-01-01",
        "ald": "L1",
        "reconnue_le": "2021-01-01",
        "debut": debut,
    }


def sur_un_an(dernier_mois_plein: str = "2023-09") -> Json:
    return attestation(paies(dernier_mois_plein, *["2000.00"] * 12), recue_le="2022-01-01")


def recit(*pieces: Json, au: str = "2024-10-15", assure: Json | None = None, **lectures: Any) -> str:
    return dire(activite(), *pieces, au=au, assure=assure, **lectures)


def durees(*pieces: Json, au: str = "2024-10-15", assure: Json | None = None, **lectures: Any) -> list[str]:
    return paragraphe(recit(*pieces, au=au, assure=assure, **lectures), TITRE)


def test_an_ordinary_illness_has_nothing_to_tell() -> None:
    assert TITRE not in dire()


def test_a_pensioner_s_limit_begins_on_the_day_of_the_legal_age_and_its_sixty_are_counted() -> None:
    arret = avis("2025-10-13", "2026-01-31")
    texte = recit(
        arret,
        pension("2025-03-01"),
        attestation(paies("2025-07", *["2000.00"] * 3)),
        au="2026-02-15",
        assure=NEE_EN_1963,
    )
    assert paragraphe(texte, TITRE) == [
        (
            "– Âge légal de la retraite, 62 ans et 9 mois : atteint le 10 novembre 2025, la naissance étant du 10 février 1963 et la pension "
            "relevant du barème des pensions prenant effet depuis le 1er septembre 2023 et avant le 1er septembre 2026 — art. L. 161-17-2 "
            f"(version du 1er septembre 2023) et D. 161-2-1-9 (version du 1er septembre 2023) {CODE}."
        ),
        (
            "– Pension de vieillesse servie depuis le 1er mars 2025 : à compter du 10 novembre 2025, 60 indemnités au plus, tous arrêts "
            "réunis ; 60 sont servies, la dernière le 8 janvier 2026 — art. L. 323-2 (versions du 1er septembre 2023 et du 1er janvier 2026) "
            f"et R. 323-2 {CODE}."
        ),
    ]
    assert paragraphe(texte, JOURS)[1:] == [
        f"– Du 16 octobre au 9 novembre 2025 (25 jours) : 32,88 € par jour à l'assuré, soit 822,00 € — {COMPLET}.",
        (
            f"– Du 10 novembre 2025 au 8 janvier 2026 (60 jours) : 32,88 € par jour à l'assuré, soit 1 972,80 € — {COMPLET}. De la 1re à la "
            "60e des 60 indemnités d'un retraité."
        ),
        (
            "– Du 9 au 31 janvier 2026 (23 jours) : maximum d'un retraité atteint, rien n'est dû : 60 indemnités ont été servies depuis le "
            f"10 novembre 2025, pour un maximum de 60, tous arrêts réunis — art. L. 323-2 (version du 1er janvier 2026) et R. 323-2 {CODE}."
        ),
    ]


def test_the_file_may_state_the_day_of_the_legal_age() -> None:
    texte = recit(avis(), attestation(), pension("2024-01-01", age_legal_le="2024-09-06"))
    assert (
        paragraphe(texte, TITRE)[0]
        == "– Âge légal de la retraite atteint le 6 septembre 2024, selon le dossier."
    )
    assert "– Le 5 septembre 2024 (1 jour) : 32,88 € à l'assuré" in texte
    assert "De la 1re à la 15e des 60 indemnités d'un retraité." in texte


def test_benefits_of_before_2021_are_not_among_the_sixty() -> None:
    texte = recit(
        avis(),
        attestation(),
        pension("2020-01-01", age_legal_le="2020-01-01"),
        servies("2020-12-01", "2021-02-28"),
    )
    assert (
        "à compter du 1er janvier 2021, 60 indemnités au plus, tous arrêts réunis ; 60 sont servies" in texte
    )
    assert "– Le 5 septembre 2024 (1 jour) : 32,88 € à l'assuré" in texte
    assert "60e des 60 indemnités d'un retraité." in texte
    assert (
        "– Du 6 au 20 septembre 2024 (15 jours) : maximum d'un retraité atteint, rien n'est dû : 60 indemnités ont été servies depuis le "
        "1er janvier 2021" in texte
    )


def test_progressive_retirement_leaves_the_limit_on_the_day_of_the_text_or_of_the_practice() -> None:
    progressive = pension("2022-05-01", age_legal_le="2022-05-01", progressive=True)
    pieces = (
        avis("2023-08-21", "2023-09-10"),
        attestation(paies("2023-05", *["2000.00"] * 3)),
        progressive,
        servies("2022-06-01", "2022-07-30"),
    )
    assert durees(*pieces) == [
        (
            "– Retraite progressive : la limite des retraités ne vaut pas pour elle depuis le 1er septembre 2023 — art. L. 323-2 (version du "
            f"1er septembre 2023) et R. 323-2 {CODE}."
        )
    ]
    texte = recit(*pieces)
    assert "– Du 24 au 31 août 2023 (8 jours) : maximum d'un retraité atteint, rien n'est dû" in texte
    assert "Retraite progressive, hors du maximum des retraités." in texte
    assert (
        "ne vaut pas pour elle depuis le 1er mai 2023"
        in durees(*pieces, retraite_progressive_des="2023-05-01")[0]
    )


def test_a_military_pension_tells_its_three_years_and_the_two_that_follow() -> None:
    premier = avis("2022-03-01", "2022-03-10", pension_militaire=True)
    dernier = avis("2025-02-20", "2025-03-10", id="v2", arret="S2", pension_militaire=True)
    paye = attestation(paies("2024-11", *["2000.00"] * 3), id="t2", arret="S2")
    texte = recit(premier, dernier, paye, attestation(paies("2021-12", *["2000.00"] * 3)), au="2025-04-01")
    assert (
        "– Affection relevant d'une pension militaire : période de trois ans du 1er mars 2022 au 28 février 2025, hors du maximum de "
        f"360 indemnités — {MILITAIRE}." in texte
    )
    assert (
        "– Affection relevant d'une pension militaire : la période de trois ans court jusqu'au 28 février 2025 ; une autre ne peut "
        f"s'ouvrir qu'après le 28 février 2027 — {MILITAIRE}." in texte
    )
    assert (
        f"– Du 23 au 28 février 2025 (6 jours) : 32,88 € par jour à l'assuré, soit 197,28 € — {COMPLET}. Au titre d'une pension militaire, "
        "hors du maximum des autres maladies, jusqu'au 28 février 2025 au plus tard." in texte
    )
    assert (
        "– Du 1er au 10 mars 2025 (10 jours) : période de trois ans liée à la pension militaire épuisée, rien n'est dû : elle a pris fin "
        f"le 28 février 2025 — {MILITAIRE}." in texte
    )


@pytest.mark.parametrize(
    ("lectures", "debut", "quoi", "fin"),
    [
        ({}, "2 septembre 2024", "premier jour d'arrêt", "1er septembre 2027"),
        (
            {"ald_depart": "premier_jour_indemnise"},
            "5 septembre 2024",
            "premier jour indemnisé",
            "4 septembre 2027",
        ),
    ],
)
def test_the_three_years_of_a_condition_are_told_from_their_first_to_their_last_day(
    lectures: Json, debut: str, quoi: str, fin: str
) -> None:
    assert durees(avis(ald="L1"), ald(), attestation(), **lectures) == [
        f"– Affection de longue durée : trois ans de date à date, du {debut}, {quoi}, au {fin} — {TROIS_ANS}."
    ]


def test_a_date_the_medical_service_fixed_is_told_as_such() -> None:
    assert durees(avis(ald="L1"), ald("2024-08-20"), attestation()) == [
        (
            "– Affection de longue durée : trois ans de date à date, du 20 août 2024, date fixée par le service du contrôle médical, au "
            f"19 août 2027 — {TROIS_ANS}."
        )
    ]


def test_a_year_of_work_opens_a_new_period_and_a_day_less_does_not() -> None:
    def suite(debut: str, fin: str) -> str:
        second = avis(debut, fin, id="v2", arret="S2", ald="L1")
        paye = attestation(paies("2025-06", *["2000.00"] * 3), id="t2", arret="S2")
        texte = recit(avis(ald="L1"), ald(), attestation(), second, paye, au="2025-11-01")
        return [bloc for bloc in texte.split("\n\n") if bloc.startswith(TITRE)][-1].splitlines()[1]

    assert suite("2025-09-21", "2025-09-30") == (
        "– Affection de longue durée : trois ans de date à date, du 21 septembre 2025, premier jour d'arrêt, au 20 septembre 2028 ; l'année "
        "de reprise du travail, achevée le 20 septembre 2025, avant cet arrêt, ouvre cette nouvelle période — "
        f"{TROIS_ANS}."
    )
    assert suite("2025-09-20", "2025-09-30") == (
        "– Affection de longue durée : trois ans de date à date ouverts par un arrêt antérieur, jusqu'au 1er septembre 2027 ; le travail "
        "n'a pas repris un an, qui se serait achevé le 20 septembre 2025 : il s'en faut d'un jour, et la période reste la même — "
        f"{TROIS_ANS}."
    )


def fin_de_l_affection(*suites: Json, **lectures: Any) -> str:
    """A stop for a condition whose three years end on 14 September 2024."""
    histoire = servies("2023-10-01", "2024-05-31", ald="L1")
    return recit(
        avis(ald="L1"), *suites, ald("2021-09-15"), sur_un_an(), histoire, au="2025-12-31", **lectures
    )


def test_what_is_left_of_the_360_is_told_after_the_three_years() -> None:
    texte = fin_de_l_affection()
    assert (
        "– Du 15 au 20 septembre 2024 (6 jours) : 32,88 € par jour à l'assuré, soit 197,28 € — "
        f"{COMPLET}. Les trois ans de l'affection de longue durée ont pris fin le 14 septembre 2024, mais 257 indemnités ont été servies "
        "depuis le 16 septembre 2021, pour un maximum de 360 sur trois ans." in texte
    )


def test_nothing_is_left_by_letter_of_the_text() -> None:
    texte = fin_de_l_affection(ald_apres_trois_ans="epuisee")
    assert (
        "– Du 15 au 20 septembre 2024 (6 jours) : durée de l'affection épuisée, rien n'est dû : les trois ans de l'affection de longue "
        f"durée ont pris fin le 14 septembre 2024 — art. L. 323-1 et R. 323-1 {CODE}." in texte
    )


def test_the_fourth_year_is_at_part_time_and_ends_on_its_day() -> None:
    partiel = avis("2025-09-10", "2025-09-20", id="v2", arret="S2", ald="L1", modalite="temps_partiel")
    perte: Json = {
        "id": "q1",
        "type": "attestation_temps_partiel",
        "recue_le": "2025-10-01",
        "arret": "S2",
        "activite": "A",
        "debut": "2025-09-10",
        "fin": "2025-09-20",
        "salaire_retabli": "733.33",
        "salaire_percu": "622.29",
    }
    paye = attestation(paies("2025-06", *["2000.00"] * 3), id="t2", arret="S2")
    histoire = servies("2022-09-15", "2024-05-31", ald="L1")
    texte = recit(
        avis(ald="L1"), partiel, perte, paye, ald("2021-09-15"), sur_un_an(), histoire, au="2025-12-31"
    )
    dernier = [bloc for bloc in texte.split("\n\n") if bloc.startswith(JOURS)][-1].splitlines()
    assert dernier[-2].endswith(
        "Année de plus que permet le temps partiel, jusqu'au 14 septembre 2025, les trois ans de l'affection de longue durée s'étant "
        "achevés le 14 septembre 2024."
    )
    assert (
        "l'année de plus que permet le temps partiel s'est achevée le 14 septembre 2025, un jour plus tôt"
        in dernier[-1]
    )


def test_the_minimum_follows_the_pension_of_each_day_or_stays_that_of_the_seventh_month() -> None:
    long, petites = avis("2024-05-13", "2025-01-31"), attestation(paies("2023-05", *["500.00"] * 12))
    jours = paragraphe(recit(long, petites, au="2025-02-15"), JOURS)
    assert jours[2:] == [
        (
            f"– Du 13 novembre au 31 décembre 2024 (49 jours) : 10,79 € par jour à l'assuré, soit 528,71 € — art. L. 323-1 et R. 324-3 {CODE}. "
            "Minimum garanti au-delà de six mois d'arrêt, 328,07 € × 12 ÷ 365 d'après la pension d'invalidité minimale en vigueur depuis le "
            "1er janvier 2024, le calcul donnant 8,22 €."
        ),
        (
            f"– Du 1er au 31 janvier 2025 (31 jours) : 11,02 € par jour à l'assuré, soit 341,62 € — art. L. 323-1 et R. 324-3 {CODE}. "
            "Minimum garanti au-delà de six mois d'arrêt, 335,29 € × 12 ÷ 365 d'après la pension d'invalidité minimale en vigueur depuis le "
            "1er janvier 2025, le calcul donnant 8,22 €."
        ),
    ]
    fige = recit(long, petites, au="2025-02-15", minimum_septieme_mois="debut_du_septieme_mois")
    assert "– Du 13 novembre 2024 au 31 janvier 2025 (80 jours) : 10,79 € par jour" in fige


def test_the_minimum_never_passes_the_daily_base() -> None:
    infimes = attestation(paies("2023-05", *["300.00"] * 12, heures="60.00"))
    texte = recit(avis("2024-05-13", "2024-11-30"), infimes, au="2024-12-15")
    assert ", dans la limite du gain journalier de base, le calcul donnant 4,93 €." in texte
