"""When a notice left is told: the delay and its last day, the warning that counts, the half, the stop already over."""

from typing import Any

import pytest

from tests.aides import Json, activite, attestation, avis
from tests.recits import CODE, dire, paragraphe

ENVOI = f"art. R. 321-2 (version du 4 décembre 2004) et L. 321-2 (version du 16 décembre 2020) {CODE}"
ENVOI_2025 = f"art. R. 321-2 (version du 30 juin 2025) et L. 321-2 (version du 16 décembre 2020) {CODE}"
REDUCTION = f"art. D. 323-2 {CODE}"
APRES_LA_FIN = (
    f"art. R. 323-12, L. 321-2 (version du 16 décembre 2020) et R. 321-2 (version du 4 décembre 2004) {CODE}"
)
TITRE = "Examen des avis"


def papier(**champs: Any) -> Json:
    """The usual notice on paper, sent on 11 September 2024: a week after the delay."""
    return avis(**({"support": "papier", "envoye_le": "2024-09-11"} | champs))


def avertissement(prescrit_le: str = "2024-03-04", notifie_le: str = "2024-03-15") -> Json:
    return {
        "id": "w1",
        "type": "avertissement_envoi_tardif",
        "recue_le": notifie_le,
        "arret": "S0",
        "prescrit_le": prescrit_le,
        "notifie_le": notifie_le,
    }


def decision(quoi: str) -> Json:
    return {
        "id": "d1",
        "type": "decision_envoi_apres_fin",
        "recue_le": "2024-10-01",
        "arret": "S1",
        "decision": quoi,
    }


def examen(*pieces: Json, **lectures: Any) -> list[str]:
    """What is told of the notices, beside the usual contract and certificate."""
    return paragraphe(dire(activite(), attestation(), *pieces, **lectures), TITRE)


def jours(*pieces: Json, **lectures: Any) -> list[str]:
    return paragraphe(dire(activite(), attestation(), *pieces, **lectures), "Jour par jour")


def test_a_notice_transmitted_at_once_has_nothing_to_tell() -> None:
    assert TITRE not in dire()


@pytest.mark.parametrize(
    ("envoye_le", "dit"),
    [
        ("2024-09-03", "envoyé le 3 septembre 2024, avant la fin du délai, le 4 septembre 2024, compté"),
        ("2024-09-04", "envoyé le 4 septembre 2024, dernier jour du délai, compté"),
        (
            "2024-09-05",
            "envoyé le 5 septembre 2024, un jour après le dernier jour du délai, le 4 septembre 2024, compté",
        ),
        (
            "2024-09-11",
            "envoyé le 11 septembre 2024, 7 jours après le dernier jour du délai, le 4 septembre 2024, compté",
        ),
    ],
)
def test_the_day_of_sending_is_set_beside_the_last_day_of_the_delay(envoye_le: str, dit: str) -> None:
    assert examen(papier(envoye_le=envoye_le))[0] == (
        f"– Avis initial du 2 au 20 septembre 2024 : {dit} de son premier jour, le 2 septembre 2024 — {ENVOI}."
    )


def test_a_second_late_notice_tells_its_warning_and_the_days_it_halves() -> None:
    assert examen(papier(), avertissement())[1:] == [
        (
            "  · Avertissement notifié le 15 mars 2024 pour l'arrêt prescrit le 4 mars 2024 : il vaut pour un nouvel envoi tardif "
            "jusqu'au 4 mars 2026."
        ),
        f"  · Indemnités réduites de moitié du 2 au 11 septembre 2024, de la prescription à l'envoi — {REDUCTION}.",
    ]
    assert jours(papier(), avertissement()) == [
        f"– Du 2 au 4 septembre 2024 (3 jours) : délai de carence, rien n'est dû — art. L. 323-1 et R. 323-1 {CODE}.",
        (
            "– Du 5 au 11 septembre 2024 (7 jours) : 16,44 € par jour à l'assuré, soit 115,08 € — art. L. 323-1, R. 323-4, R. 323-5 et "
            f"D. 323-2 {CODE}. Moitié de 32,88 € : avis envoyé trop tard une seconde fois."
        ),
        f"– Du 12 au 20 septembre 2024 (9 jours) : 32,88 € par jour à l'assuré, soit 295,92 € — art. L. 323-1, R. 323-4 et R. 323-5 {CODE}.",
    ]


def test_the_day_of_sending_may_be_left_out_of_the_half() -> None:
    lignes = examen(papier(), avertissement(), envoi_tardif_borne="exclue")
    assert (
        lignes[2]
        == f"  · Indemnités réduites de moitié du 2 au 10 septembre 2024, de la prescription à la veille de l'envoi — {REDUCTION}."
    )


def test_half_of_a_total_is_told_as_one_run() -> None:
    petites = attestation(
        [
            {"debut": f"2024-{m}-01", "fin": f"2024-{m}-{f}", "brut": "1930.00", "heures": "151.67"}
            for m, f in (("06", "30"), ("07", "31"), ("08", "31"))
        ]
    )
    texte = dire(activite(), petites, papier(), avertissement(), demi_ij="total")
    assert (
        "– Du 5 au 11 septembre 2024 (7 jours) : 111,06 € pour ces 7 jours à l'assuré, répartis au centime entre eux "
        "(15,86 € ou 15,87 €) — art. L. 323-1, R. 323-4, R. 323-5 et D. 323-2 "
        f"{CODE}. Moitié de 222,11 €, total de la période : avis envoyé trop tard une seconde fois."
    ) in texte


@pytest.mark.parametrize(
    ("averti", "dit"),
    [
        (None, "Aucun avertissement n'a été notifié auparavant"),
        (
            avertissement("2024-09-02", "2024-09-10"),
            (
                "L'avertissement notifié le 10 septembre 2024 pour l'arrêt prescrit le 2 septembre 2024 ne vaut pas pour cet avis, "
                "prescrit le 2 septembre 2024"
            ),
        ),
        (
            avertissement("2024-08-26", "2024-09-12"),
            "L'avertissement notifié le 12 septembre 2024 pour l'arrêt prescrit le 26 août 2024 l'a été un jour après l'envoi",
        ),
        (
            avertissement("2022-09-10", "2022-09-20"),
            (
                "L'avertissement notifié le 20 septembre 2022 pour l'arrêt prescrit le 10 septembre 2022 ne valait que jusqu'au "
                "10 septembre 2024, un jour avant l'envoi"
            ),
        ),
    ],
)
def test_a_warning_that_does_not_count_tells_why(averti: Json | None, dit: str) -> None:
    pieces = [papier()] if averti is None else [papier(), averti]
    assert examen(*pieces)[1:] == [f"  · {dit} : ce retard ne réduit rien — {REDUCTION}."]


@pytest.mark.parametrize(
    ("champs", "dit"),
    [
        ({"empechement_envoi": "hospitalisation"}, "l'assuré était hospitalisé"),
        (
            {"empechement_envoi": "impossibilite"},
            "l'assuré établit qu'il était dans l'impossibilité d'envoyer l'avis",
        ),
        ({"acte_terrorisme": True}, "la victime d'un acte de terrorisme n'est tenue à aucun délai"),
    ],
)
def test_an_excused_delay_reduces_nothing(champs: Json, dit: str) -> None:
    lignes = examen(papier(**champs), avertissement())
    assert lignes[2] == f"  · Retard excusé : {dit} ; rien n'est réduit — {REDUCTION}."
    assert not any("Moitié" in ligne for ligne in jours(papier(**champs), avertissement()))


def test_what_the_prescriber_transmits_later_is_never_late() -> None:
    assert examen(avis(envoye_le="2024-09-11"), avertissement()) == [
        (
            "– Avis initial du 2 au 20 septembre 2024 : transmis par le prescripteur le 11 septembre 2024, l'assuré n'ayant rien à "
            f"envoyer lui-même — {ENVOI}."
        )
    ]


@pytest.mark.parametrize(
    ("prescrit_le", "dit", "regle"),
    [
        (
            "2025-06-30",
            "5 jours après le dernier jour du délai, le 2 juillet 2025, compté du jour de sa prescription, le 30 juin 2025",
            ENVOI,
        ),
        ("2025-07-01", "dernier jour du délai, compté de son premier jour, le 5 juillet 2025", ENVOI_2025),
    ],
)
def test_the_delay_of_a_prolongation_changed_day_in_july_2025(prescrit_le: str, dit: str, regle: str) -> None:
    suite = papier(
        id="v2",
        nature="prolongation",
        debut="2025-07-05",
        fin="2025-07-18",
        prescrit_le=prescrit_le,
        envoye_le="2025-07-07",
        recue_le="2025-07-10",
    )
    initial = avis("2025-06-23", "2025-07-04")
    texte = dire(activite(), initial, suite, au="2025-08-01")
    assert paragraphe(texte, TITRE)[0] == (
        f"– Prolongation du 5 au 18 juillet 2025 : envoyée le 7 juillet 2025, {dit} — {regle}."
    )


def test_a_notice_sent_once_the_stop_is_over_is_refused_whole() -> None:
    tardif = papier(envoye_le="2024-09-21", recue_le="2024-09-24")
    assert examen(tardif, avertissement()) == [
        (
            "– Avis initial du 2 au 20 septembre 2024 : envoyé le 21 septembre 2024, un jour après le dernier jour prescrit, le "
            f"20 septembre 2024 ; aucun contrôle n'était plus possible — {APRES_LA_FIN}."
        ),
        "  · La caisse, qui peut refuser l'indemnité de tous les jours de cet avis, la refuse.",
    ]
    assert jours(tardif) == [
        (
            "– Du 2 au 20 septembre 2024 (19 jours) : avis venu après la fin de l'arrêt, tout contrôle était impossible, rien n'est dû — "
            f"art. R. 323-12 et L. 321-2 (version du 16 décembre 2020) {CODE}."
        )
    ]


def test_what_the_caisse_decides_or_excuses_of_such_a_notice_is_told() -> None:
    tardif = papier(envoye_le="2024-09-21", recue_le="2024-09-24")
    assert examen(tardif, decision("paiement"))[1] == "  · La caisse a décidé de payer malgré tout."
    excuse = papier(envoye_le="2024-09-21", recue_le="2024-09-24", empechement_envoi="hospitalisation")
    assert examen(excuse)[1] == "  · Envoi excusé : l'assuré était hospitalisé."


def test_the_end_of_the_stop_may_be_judged_on_the_reception() -> None:
    recu = papier(envoye_le="2024-09-20", recue_le="2024-09-22")
    assert (
        "reçu le 22 septembre 2024, 2 jours après le dernier jour prescrit"
        in examen(recu, avis_apres_la_fin="reception")[0]
    )
    assert "envoyé le 20 septembre 2024, 16 jours après le dernier jour du délai" in examen(recu)[0]
