"""Therapeutic part-time is told period by period: the loss, what binds, the total and its cents, the year it may add."""

from typing import Any

import pytest

from tests.aides import Json, activite, attestation, avis, jour, paies, subrogation
from tests.recits import CODE, dire, paragraphe, relire_les_jours

TITRE = "Temps partiel thérapeutique"
JOURS = "Jour par jour"
PARTIEL = f"art. L. 323-3 et R. 323-3 {CODE}"
COMPLET = f"art. L. 323-1, R. 323-4 et R. 323-5 {CODE}"
CENTIMES = (
    "Les centimes d'un total se répartissent sans reste : chaque jour porte ce que sa part, cumulée et arrondie, ajoute à celle de "
    "la veille."
)


def partiel(debut: str = "2024-09-21", fin: str = "2024-10-31", **champs: Any) -> Json:
    """A prolongation at part-time, the day after the usual notice."""
    return avis(debut, fin, **({"id": "v2", "nature": "prolongation", "modalite": "temps_partiel"} | champs))


def perte(debut: str, fin: str, retabli: str, percu: str, **champs: Any) -> Json:
    """What the employer attests of a period of part-time."""
    return {
        "id": f"q{debut}",
        "type": "attestation_temps_partiel",
        "recue_le": fin,
        "arret": "S1",
        "activite": "A",
        "debut": debut,
        "fin": fin,
        "salaire_retabli": retabli,
        "salaire_percu": percu,
    } | champs


def recit(*pieces: Json, au: str = "2024-11-15", **lectures: Any) -> str:
    return dire(activite(), attestation(), *pieces, au=au, **lectures)


def blocs(*pieces: Json, au: str = "2024-11-15", **lectures: Any) -> tuple[list[str], list[str]]:
    """What is told of part-time, and of the days."""
    texte = recit(*pieces, au=au, **lectures)
    return paragraphe(texte, TITRE), paragraphe(texte, JOURS)


def test_a_loss_smaller_than_the_benefits_is_what_is_paid_and_its_cents_are_shared() -> None:
    periodes, jours = blocs(
        avis(), partiel(fin="2024-09-30"), perte("2024-09-21", "2024-09-30", "670.00", "470.01")
    )
    assert periodes == [
        "– Du 21 au 30 septembre 2024 (10 jours) : salaire rétabli 670,00 € − salaire perçu 470,01 € = perte de 199,99 €.",
        (
            "  · Indemnités entières : 10 × 32,88 € = 328,80 € ; la perte, plus petite de 128,81 €, les limite. Dû pour la période : "
            f"199,99 € — {PARTIEL}."
        ),
        CENTIMES,
    ]
    assert jours[-1] == (
        "– Du 21 au 30 septembre 2024 (10 jours) : 199,99 € pour ces 10 jours à l'assuré, répartis au centime entre eux (19,99 € ou "
        f"20,00 €) — {PARTIEL}."
    )


@pytest.mark.parametrize(
    ("percu", "dit"),
    [
        ("341.20", "elles égalent la perte, qui ne les limite pas"),
        ("341.19", "la perte, plus grande de 0,01 €, ne les limite pas"),
    ],
)
def test_full_benefits_are_paid_when_the_loss_does_not_bind(percu: str, dit: str) -> None:
    periodes, jours = blocs(
        avis(), partiel(fin="2024-09-30"), perte("2024-09-21", "2024-09-30", "670.00", percu)
    )
    assert periodes[1:] == [
        f"  · Indemnités entières : 10 × 32,88 € = 328,80 € ; {dit}. Dû pour la période : 328,80 € — {PARTIEL}."
    ]
    assert (
        jours[-1]
        == f"– Du 21 au 30 septembre 2024 (10 jours) : 32,88 € par jour à l'assuré, soit 328,80 € — {PARTIEL}."
    )


def test_the_cents_of_each_day_are_read_back_from_the_total() -> None:
    texte = recit(avis(), partiel(fin="2024-09-30"), perte("2024-09-21", "2024-09-30", "670.00", "470.06"))
    lus = relire_les_jours(texte)
    centimes = [lus[jour(f"2024-09-{j}")]["l'assuré"] for j in range(21, 31)]
    assert centimes == [1999, 2000, 1999, 2000, 1999, 1999, 2000, 1999, 2000, 1999]
    assert sum(centimes) == 19994


def test_full_and_part_time_alternate_each_month_by_its_own_certificate() -> None:
    periodes, jours = blocs(
        avis("2024-09-02", "2024-09-03"),
        partiel("2024-09-04", "2024-09-10"),
        avis("2024-09-11", "2024-09-20", id="v3", nature="prolongation"),
        partiel("2024-09-21", "2024-10-10", id="v4"),
        perte("2024-09-04", "2024-09-10", "466.67", "326.67"),
        perte("2024-09-21", "2024-09-30", "666.67", "500.00"),
        perte("2024-10-01", "2024-10-10", "645.16", "645.16"),
    )
    assert [ligne for ligne in periodes if ligne.startswith("– ")] == [
        "– Du 4 au 10 septembre 2024 (7 jours) : salaire rétabli 466,67 € − salaire perçu 326,67 € = perte de 140,00 €.",
        "– Du 21 au 30 septembre 2024 (10 jours) : salaire rétabli 666,67 € − salaire perçu 500,00 € = perte de 166,67 €.",
        "– Du 1er au 10 octobre 2024 (10 jours) : salaire perçu 645,16 €, salaire rétabli 645,16 €, aucune perte.",
    ]
    assert jours == [
        (
            "Le délai de carence ne s'applique pas aux jours de temps partiel thérapeutique — art. L. 323-3 "
            f"{CODE}."
        ),
        f"– Du 2 au 3 septembre 2024 (2 jours) : délai de carence, rien n'est dû — art. L. 323-1 et R. 323-1 {CODE}.",
        f"– Du 4 au 10 septembre 2024 (7 jours) : 20,00 € par jour à l'assuré, soit 140,00 € — {PARTIEL}.",
        f"– Du 11 au 20 septembre 2024 (10 jours) : 32,88 € par jour à l'assuré, soit 328,80 € — {COMPLET}.",
        (
            "– Du 21 au 30 septembre 2024 (10 jours) : 166,67 € pour ces 10 jours à l'assuré, répartis au centime entre eux (16,66 € ou "
            f"16,67 €) — {PARTIEL}."
        ),
        f"– Du 1er au 10 octobre 2024 (10 jours) : aucune perte de salaire, rien n'est dû — art. R. 323-3 {CODE}.",
    ]


def test_a_period_without_a_loss_is_not_counted() -> None:
    periodes, _ = blocs(
        avis(), partiel(fin="2024-09-30"), perte("2024-09-21", "2024-09-30", "600.00", "610.00")
    )
    assert periodes == [
        "– Du 21 au 30 septembre 2024 (10 jours) : salaire perçu 610,00 €, salaire rétabli 600,00 €, aucune perte.",
        f"  · Sans perte, rien n'est dû, et ces jours ne comptent pas dans les maximums — {PARTIEL}.",
    ]


def test_a_missing_certificate_leaves_its_days_pending() -> None:
    texte = recit(avis(), partiel(fin="2024-09-30"))
    assert TITRE not in [bloc.splitlines()[0] for bloc in texte.split("\n\n")]
    assert paragraphe(texte, JOURS)[-1] == (
        "– Du 21 au 30 septembre 2024 (10 jours) : en attente, rien n'est décidé et ce n'est pas un refus : il manque l'attestation de "
        f"temps partiel thérapeutique de septembre 2024 — art. R. 323-3 et R. 323-10 {CODE}."
    )


def test_the_losses_of_two_employers_add_up_under_one_limit() -> None:
    texte = recit(
        activite(id="a2", activite="B", debut="2023-01-01"),
        attestation(id="t2", activite="B"),
        avis(activites=["A", "B"]),
        partiel(fin="2024-09-30", activites=["A", "B"]),
        perte("2024-09-21", "2024-09-30", "670.00", "470.00"),
        perte("2024-09-21", "2024-09-30", "670.00", "700.00", id="q2", activite="B"),
    )
    assert paragraphe(texte, TITRE)[0] == (
        "– Du 21 au 30 septembre 2024 (10 jours) : l'employeur A, salaire rétabli 670,00 € − salaire perçu 470,00 € = perte de 200,00 € ; "
        "l'employeur B, salaire perçu 700,00 €, salaire rétabli 670,00 €, aucune perte ; en tout, 200,00 €."
    )


def test_days_that_may_not_be_paid_take_their_share_of_the_loss() -> None:
    servies: Json = {
        "id": "h",
        "type": "reprise_historique",
        "recue_le": "2024-09-01",
        "lignes": [{"debut": "2023-01-01", "fin": "2023-12-06", "risque": "maladie"}],
    }
    periodes, jours = blocs(
        avis(),
        partiel(fin="2024-09-30"),
        perte("2024-09-21", "2024-09-30", "670.00", "469.97"),
        servies,
        tpt_apres_360="dans_les_360",
    )
    assert periodes[1:] == [
        "  · Jours payables : 4 sur 10 ; la perte compte pour 200,03 € × 4 ÷ 10, tronqué au centime à 80,01 €.",
        f"  · Indemnités entières : 4 × 32,88 € = 131,52 € ; la perte, plus petite de 51,51 €, les limite. Dû pour la période : 80,01 € — {PARTIEL}.",
        CENTIMES,
    ]
    assert jours[-1] == (
        "– Du 25 au 30 septembre 2024 (6 jours) : maximum atteint, rien n'est dû : 360 indemnités ont été servies depuis le "
        f"26 septembre 2021, pour un maximum de 360 sur trois ans — art. L. 323-1 et R. 323-1 {CODE}."
    )


def test_the_year_after_the_maximum_is_dated_from_the_last_benefit_to_its_own_last_day() -> None:
    servies: Json = {
        "id": "h",
        "type": "reprise_historique",
        "recue_le": "2024-09-01",
        "lignes": [{"debut": "2023-01-01", "fin": "2023-12-06", "risque": "maladie"}],
    }
    long = partiel(fin="2025-09-30")
    pertes = [
        perte("2024-09-21", "2024-09-30", "670.00", "470.00"),
        perte("2024-10-01", "2025-08-31", "9000.00", "2300.00"),
        perte("2025-09-01", "2025-09-30", "2000.00", "1400.00"),
    ]
    douze_mois = attestation(paies("2023-09", *["2000.00"] * 12))
    texte = dire(activite(), douze_mois, avis(), long, *pertes, servies, au="2025-10-15")
    jours = paragraphe(texte, JOURS)
    apres = "le maximum de 360 indemnités étant atteint depuis le 24 septembre 2024"
    assert jours[3].endswith(
        f"Année de plus que permet le temps partiel, jusqu'au 24 septembre 2025, {apres}."
    )
    assert jours[-1] == (
        "– Du 25 au 30 septembre 2025 (6 jours) : maximum atteint, rien n'est dû : 725 indemnités ont été servies depuis le "
        "26 septembre 2022, pour un maximum de 360 sur trois ans ; l'année de plus que permet le temps partiel s'est achevée le "
        f"24 septembre 2025, un jour plus tôt — art. L. 323-1 et R. 323-1 {CODE}."
    )


def test_a_loss_taken_by_the_day_says_so() -> None:
    periodes, jours = blocs(
        avis(),
        partiel(fin="2024-09-30"),
        perte("2024-09-21", "2024-09-30", "670.00", "470.01"),
        tpt_granularite="jour",
    )
    assert periodes[1:] == [
        (
            "  · Indemnités entières : 10 × 32,88 € = 328,80 € ; la perte par jour, 199,99 € ÷ 10 tronqué au centime, les limite à 19,99 €. "
            f"Dû pour la période : 199,90 € — {PARTIEL}."
        )
    ]
    assert (
        jours[-1]
        == f"– Du 21 au 30 septembre 2024 (10 jours) : 19,99 € par jour à l'assuré, soit 199,90 € — {PARTIEL}."
    )


def test_the_other_reading_is_compared_period_by_period_and_not_cent_by_cent() -> None:
    texte = recit(avis(), partiel(fin="2024-09-30"), perte("2024-09-21", "2024-09-30", "670.00", "470.01"))
    assert (
        "Autre lecture : perte appréciée par jour. Motif : R. 323-3 : « perte de gain journalière ». Elle donnerait :\n"
        "– du 21 au 30 septembre 2024 (10 jours) : 199,90 € au lieu de 199,99 € en tout à l'assuré ;" in texte
    )


def test_halved_days_are_said_where_the_benefits_are_compared_with_the_loss() -> None:
    averti: Json = {
        "id": "w1",
        "type": "avertissement_envoi_tardif",
        "recue_le": "2024-03-15",
        "arret": "S0",
        "prescrit_le": "2024-03-04",
        "notifie_le": "2024-03-15",
    }
    tardif = partiel(fin="2024-09-30", support="papier", prescrit_le="2024-09-20", envoye_le="2024-09-26")
    periodes, jours = blocs(avis(), tardif, averti, perte("2024-09-21", "2024-09-30", "1000.00", "200.00"))
    assert periodes[1] == (
        "  · Indemnités de 10 jours, réduites de moitié pour 6 jours : 230,16 € ; la perte, plus grande de 569,84 €, ne les limite pas. "
        f"Dû pour la période : 230,16 € — {PARTIEL}."
    )
    assert (
        "L'indemnité entière compte pour la moitié de 32,88 € : avis envoyé trop tard une seconde fois."
        in jours[2]
    )


def test_a_total_shared_with_an_employer_names_both() -> None:
    texte = dire(
        activite(),
        activite(id="a2", activite="B", debut="2023-01-01"),
        attestation(subrogations=[subrogation("2024-09-02", "2024-09-30")]),
        attestation(id="t2", activite="B"),
        avis(activites=["A", "B"]),
        partiel(fin="2024-09-30", activites=["A", "B"]),
        perte("2024-09-21", "2024-09-30", "670.00", "470.01"),
        perte("2024-09-21", "2024-09-30", "670.00", "670.00", id="q2", activite="B"),
        au="2024-11-15",
    )
    assert paragraphe(texte, JOURS)[-1] == (
        "– Du 21 au 30 septembre 2024 (10 jours) : 199,99 € pour ces 10 jours, dont 100,00 € à l'assuré et 99,99 € à l'employeur A, "
        f"répartis au centime entre eux (19,99 € ou 20,00 €) — art. L. 323-3, R. 323-3 et R. 323-11 {CODE}."
    )


def test_a_period_across_the_date_of_the_account_tells_what_is_not_yet_due() -> None:
    _, jours = blocs(
        avis(),
        partiel(fin="2024-09-30"),
        perte("2024-09-21", "2024-09-30", "670.00", "470.01", recue_le="2024-09-24"),
        au="2024-09-25",
    )
    assert jours[-1] == (
        "– Du 21 au 30 septembre 2024 (10 jours) : 199,99 € pour ces 10 jours à l'assuré, répartis au centime entre eux (19,99 € ou "
        f"20,00 €) — {PARTIEL}. Dont 99,99 € du 26 au 30 septembre 2024 (5 jours), pas encore échus : les comptes ci-dessous n'en tiennent "
        "pas compte."
    )
