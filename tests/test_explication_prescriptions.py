"""What a notice may prescribe is told: its form, who gave it and how, for how long, with whose income."""

from typing import Any

import pytest

from tests.aides import Json, activite, attestation, avis, paies
from tests.recits import CODE, dire, paragraphe

TITRE = "Examen des avis"
JOURS = "Jour par jour"
A_DISTANCE = f"art. L. 321-1 (version du 28 décembre 2023) et L. 162-4-4 (version du 28 décembre 2023) {CODE}"


def recit(*pieces: Json, au: str = "2024-10-15", **lectures: Any) -> str:
    return dire(activite(), *pieces, au=au, **lectures)


def examen(*pieces: Json, au: str = "2024-10-15", **lectures: Any) -> list[str]:
    return paragraphe(recit(*pieces, au=au, **lectures), TITRE)


def paies_avant(premier_mois: str) -> Json:
    return attestation(paies(premier_mois, "2000.00", "2000.00", "2000.00"), recue_le="2023-01-02")


def a_distance(debut: str = "2024-09-02", fin: str = "2024-09-20", **champs: Any) -> Json:
    return avis(debut, fin, **({"teleconsultation": True, "prescripteur": "autre_medecin"} | champs))


def test_plain_paper_is_admitted_until_the_end_of_august_2025_and_then_awaited() -> None:
    def papier(prescrit_le: str) -> Json:
        return avis(
            "2025-09-02",
            "2025-09-19",
            support="papier_non_securise",
            prescrit_le=prescrit_le,
            envoye_le="2025-09-02",
        )

    regle = f"art. R. 321-2 (version du 30 juin 2025) et L. 321-2 (version du 16 décembre 2020) {CODE}"
    assert examen(papier("2025-08-31"), au="2025-10-15")[1] == (
        f"  · Écrit sur papier non sécurisé, ce qui est admis des avis prescrits avant le 1er septembre 2025 — {regle}."
    )
    texte = recit(papier("2025-09-01"), au="2025-10-15")
    assert paragraphe(texte, TITRE)[1] == (
        "  · Écrit sur papier non sécurisé et prescrit le 1er septembre 2025, alors que l'original sécurisé est exigé depuis le "
        f"1er septembre 2025 ; il est attendu — {regle}."
    )
    assert paragraphe(texte, JOURS) == [
        (
            "– Du 2 au 19 septembre 2025 (18 jours) : en attente, rien n'est décidé et ce n'est pas un refus : il manque l'original de "
            f"l'avis sur le formulaire sécurisé — {regle}."
        )
    ]


@pytest.mark.parametrize(
    ("prescrit_le", "dit", "version"),
    [
        ("2025-12-30", "qui ne peut prolonger un arrêt que depuis le 31 décembre 2025", "28 décembre 2023"),
        ("2025-12-31", "qui peut prolonger un arrêt depuis le 31 décembre 2025", "31 décembre 2025"),
    ],
)
def test_a_dentist_prolongs_a_stop_since_the_last_day_of_2025(
    prescrit_le: str, dit: str, version: str
) -> None:
    suite = avis(
        "2026-01-03",
        "2026-01-10",
        id="v2",
        nature="prolongation",
        prescripteur="chirurgien_dentiste",
        prescrit_le=prescrit_le,
        envoye_le=prescrit_le,
    )
    lignes = examen(avis("2025-12-22", "2026-01-02"), suite, au="2026-02-01")
    assert lignes == [
        f"– Prolongation du 3 au 10 janvier 2026 : prescrite par un chirurgien-dentiste, {dit} — art. L. 162-4-4 (version du {version}) {CODE}."
    ]


def test_a_first_notice_given_at_a_distance_is_worth_three_days() -> None:
    texte = recit(a_distance(), attestation())
    assert paragraphe(texte, TITRE) == [
        (
            "– Avis initial du 2 au 20 septembre 2024 : prescrit à distance, pour 3 jours au plus, jusqu'au 4 septembre 2024 — "
            f"{A_DISTANCE}."
        )
    ]
    assert paragraphe(texte, JOURS)[1] == (
        "– Du 5 au 20 septembre 2024 (16 jours) : au-delà de ce qu'un acte à distance peut prescrire, rien n'est dû — "
        f"{A_DISTANCE}."
    )


@pytest.mark.parametrize(
    ("champs", "dit"),
    [
        ({"prescripteur": "medecin_traitant"}, "par le médecin traitant, donc"),
        ({"prescripteur": "sage_femme_referente"}, "par la sage-femme référente, donc"),
    ],
)
def test_the_usual_prescriber_is_not_limited(champs: Json, dit: str) -> None:
    assert examen(a_distance(**champs), attestation()) == [
        f"– Avis initial du 2 au 20 septembre 2024 : prescrit à distance {dit} sans limite de trois jours — {A_DISTANCE}."
    ]


def test_a_notice_given_before_the_law_is_not_limited() -> None:
    lignes = examen(a_distance("2023-12-27", "2024-01-05"), au="2024-02-01")
    assert lignes[0].startswith(
        "– Avis initial du 27 décembre 2023 au 5 janvier 2024 : prescrit à distance avant le 28 décembre 2023, donc sans limite de "
        "trois jours — art. L. 321-1 (version du 25 décembre 2022) et L. 162-4-4 (version du 28 avril 2021)"
    )


def prolongation_a_distance(debut: str, fin: str, **champs: Any) -> Json:
    return a_distance(
        debut, fin, **({"id": "v2", "nature": "prolongation", "prescripteur_initial": True} | champs)
    )


def test_a_prolongation_at_a_distance_may_not_carry_the_stop_past_its_third_day() -> None:
    initial = avis("2024-09-02", "2024-09-03")
    suite = prolongation_a_distance("2024-09-04", "2024-09-10")
    assert examen(initial, suite, attestation()) == [
        (
            "– Prolongation du 4 au 10 septembre 2024 : prescrite à distance, elle ne peut porter l'arrêt au-delà de son troisième jour, "
            f"le 4 septembre 2024 ; plus tard, rien n'est dû — {A_DISTANCE}."
        )
    ]


def test_who_could_not_be_seen_is_not_limited() -> None:
    suite = prolongation_a_distance("2024-09-21", "2024-09-27", impossibilite_presentiel=True)
    assert (
        "prescrite à distance faute d'avoir pu consulter en personne, donc sans limite de trois jours"
        in examen(avis(), suite, attestation())[0]
    )


def test_since_june_2026_the_first_renewal_has_its_three_days_and_later_ones_none() -> None:
    premiere = prolongation_a_distance("2026-07-11", "2026-07-20")
    seconde = prolongation_a_distance("2026-07-21", "2026-07-25", id="v3")
    lignes = examen(avis("2026-07-01", "2026-07-10"), premiere, seconde, au="2026-08-01")
    assert [ligne.partition(" — ")[0] for ligne in lignes] == [
        (
            "– Prolongation du 11 au 20 juillet 2026 : prescrite à distance, premier renouvellement, pour 3 jours au plus, jusqu'au "
            "13 juillet 2026"
        ),
        (
            "– Prolongation du 21 au 25 juillet 2026 : prescrite à distance, alors que c'est le 2e renouvellement et que seul le premier "
            "peut l'être ; rien n'est dû"
        ),
    ]


def test_a_midwife_s_stop_is_four_days_twice() -> None:
    ivg: Json = {"ivg": True, "prescripteur": "sage_femme"}
    suites = [
        avis(f"2024-09-{debut}", f"2024-09-{fin}", id=f"v{debut}", nature="prolongation", **ivg)
        for debut, fin in (("06", "11"), ("12", "13"))
    ]
    texte = recit(avis("2024-09-02", "2024-09-05", **ivg), *suites, attestation())
    prescrit = "par une sage-femme après une interruption volontaire de grossesse"
    assert paragraphe(texte, TITRE) == [
        f"– Avis initial du 2 au 5 septembre 2024 : prescrit {prescrit}, pour 4 jours au plus, jusqu'au 5 septembre 2024 — art. D. 323-5 {CODE}.",
        f"– Prolongation du 6 au 11 septembre 2024 : prescrite {prescrit}, pour 4 jours au plus, jusqu'au 9 septembre 2024 — art. D. 323-5 {CODE}.",
        (
            f"– Prolongation du 12 au 13 septembre 2024 : prescrite {prescrit}, alors que c'est le 3e avis et que 2 au plus sont admis ; "
            f"rien n'est dû — art. D. 323-5 {CODE}."
        ),
    ]
    assert paragraphe(texte, JOURS)[2] == (
        f"– Du 10 au 13 septembre 2024 (4 jours) : au-delà de la durée qu'une sage-femme peut prescrire, rien n'est dû — art. D. 323-5 {CODE}."
    )


def test_the_longest_prescription_is_told_only_where_a_reading_sanctions_it() -> None:
    long, paye = avis("2026-09-01", "2026-10-05"), paies_avant("2026-06")
    assert TITRE not in recit(long, paye, au="2026-10-10")
    texte = recit(long, paye, au="2026-10-10", duree_prescription="exces_non_indemnise")
    assert paragraphe(texte, TITRE)[0].startswith(
        "– Avis initial du 1er septembre au 5 octobre 2026 : sans justification écrite, une prescription de 31 jours au plus ; elle "
        "n'est payée que jusqu'au 1er octobre 2026 — art. L. 162-4-1 (version du 1er septembre 2026)"
    )
    assert (
        "– Du 2 au 5 octobre 2026 (4 jours) : au-delà de la durée qu'un prescripteur peut fixer, rien n'est dû"
        in texte
    )


@pytest.mark.parametrize(
    ("ressources", "personnes", "dit"),
    [
        (
            "3863.99",
            0,
            "3 863,99 €, sont inférieures de 0,01 € au plafond, 3 864,00 €, celui de la sécurité sociale",
        ),
        ("3864.00", 0, "3 864,00 €, atteignent le plafond, 3 864,00 €, celui de la sécurité sociale"),
        (
            "6000.00",
            1,
            (
                "6 000,00 €, sont supérieures de 204,00 € au plafond, 5 796,00 €, celui de la sécurité sociale, 3 864,00 €, majoré de moitié "
                "pour la personne à charge"
            ),
        ),
        (
            "6000.00",
            2,
            (
                "6 000,00 €, sont inférieures de 1 728,00 € au plafond, 7 728,00 €, celui de la sécurité sociale, 3 864,00 €, majoré de moitié "
                "pour chacune des 2 personnes à charge"
            ),
        ),
    ],
)
def test_the_income_of_a_household_is_set_beside_the_ceiling_of_a_spa(
    ressources: str, personnes: int, dit: str
) -> None:
    cure = avis(cure_thermale={"ressources_foyer": ressources, "personnes_a_charge": personnes})
    texte = recit(cure, attestation())
    assert paragraphe(texte, TITRE) == [
        f"– Avis initial du 2 au 20 septembre 2024 : cure thermale ; les ressources mensuelles du foyer, {dit} — art. D. 323-1 {CODE}."
    ]
    refuse = "les ressources du foyer atteignent le plafond d'une cure thermale, rien n'est dû" in texte
    assert refuse == ("inférieures" not in dit)
