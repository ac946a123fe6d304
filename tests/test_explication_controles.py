"""What controls and duties take from a stop is told: from which day, until when, and what is still awaited."""

from typing import Any

from tests.aides import Json, activite, attestation, avis
from tests.recits import CODE, dire, paragraphe

TITRE = "Contrôles et obligations"
JOURS = "Jour par jour"
SUSPENSION = f"art. L. 315-2 (version du 28 décembre 2023) et R. 315-1-3 {CODE}"
AVIS_ATTENDU = f"art. L. 323-7 et D. 323-4 {CODE}"
DEVOIRS = f"art. L. 323-6 (version du 29 décembre 2019) {CODE}"


def avis_medical(effet: str, **champs: Any) -> Json:
    return {
        "id": "m1",
        "type": "avis_medical",
        "recue_le": effet,
        "arret": "S1",
        "favorable": False,
        "effet": effet,
        "notifie_le": effet,
    } | champs


def manquement(nature: str, debut: str, **champs: Any) -> Json:
    return {
        "id": "q1",
        "type": "manquement",
        "recue_le": debut,
        "arret": "S1",
        "nature": nature,
        "volontaire": True,
        "debut": debut,
    } | champs


def recit(*pieces: Json, au: str = "2024-10-31", **lectures: Any) -> str:
    return dire(activite(), attestation(), *pieces, au=au, **lectures)


def controles(*pieces: Json, au: str = "2024-10-31", **lectures: Any) -> list[str]:
    return paragraphe(recit(*pieces, au=au, **lectures), TITRE)


def test_a_stop_without_control_has_nothing_to_tell() -> None:
    assert TITRE not in dire()


def test_a_suspension_runs_from_the_day_the_insured_is_told_to_the_favourable_opinion() -> None:
    refus = avis_medical("2024-09-09", notifie_le="2024-09-12")
    retour = avis_medical("2024-09-17", id="m2", favorable=True)
    texte = recit(avis(), refus, retour)
    assert paragraphe(texte, TITRE) == [
        (
            "– Arrêt que le service du contrôle médical ne juge plus justifié, à effet du 9 septembre 2024, l'assuré en étant informé le "
            f"12 septembre 2024 ; rien n'est dû du 12 au 16 septembre 2024 — {SUSPENSION}."
        ),
        "– Avis favorable du service du contrôle médical, à effet du 17 septembre 2024.",
    ]
    assert paragraphe(texte, JOURS)[1:] == [
        f"– Du 5 au 11 septembre 2024 (7 jours) : 32,88 € par jour à l'assuré, soit 230,16 € — art. L. 323-1, R. 323-4 et R. 323-5 {CODE}.",
        (
            "– Du 12 au 16 septembre 2024 (5 jours) : indemnités suspendues après un contrôle médical, rien n'est dû — art. L. 315-2 "
            f"(version du 28 décembre 2023) {CODE}."
        ),
        f"– Du 17 au 20 septembre 2024 (4 jours) : 32,88 € par jour à l'assuré, soit 131,52 € — art. L. 323-1, R. 323-4 et R. 323-5 {CODE}.",
    ]


def test_a_suspension_past_the_last_prescribed_day_takes_nothing() -> None:
    assert controles(avis(), avis_medical("2024-09-25")) == [
        (
            "– Arrêt que le service du contrôle médical ne juge plus justifié, à effet du 25 septembre 2024 ; aucun jour prescrit ne vient "
            f"après — {SUSPENSION}."
        )
    ]


def nouvel_arret(debut: str) -> tuple[Json, Json]:
    nouveau = avis(debut, "2024-10-10", id="v2", arret="S2")
    return nouveau, attestation(id="t2", arret="S2", dernier_jour_travaille="2024-09-20")


def test_a_new_stop_within_ten_clear_days_waits_for_the_medical_service() -> None:
    texte = recit(avis(fin="2024-09-13"), avis_medical("2024-09-12"), *nouvel_arret("2024-09-23"))
    _, bloc = (b for b in texte.split("\n\n") if b.startswith(TITRE))
    assert bloc.splitlines()[1:] == [
        (
            "– Arrêt commencé le 23 septembre 2024, dans les dix jours francs qui suivent la suspension du 12 septembre 2024, jusqu'au "
            "23 septembre 2024 compris ; il n'est payé que si le service du contrôle médical y est favorable — "
            f"{AVIS_ATTENDU}."
        )
    ]
    assert (
        "– Du 23 septembre au 10 octobre 2024 (18 jours) : en attente, rien n'est décidé et ce n'est pas un refus : il manque l'avis "
        f"du service du contrôle médical — {AVIS_ATTENDU}." in texte
    )


def test_a_new_stop_the_day_after_the_ten_clear_days_waits_for_nothing() -> None:
    texte = recit(avis(fin="2024-09-13"), avis_medical("2024-09-12"), *nouvel_arret("2024-09-24"))
    assert (
        "– Arrêt commencé le 24 septembre 2024, un jour après les dix jours francs qui suivent la suspension du 12 septembre 2024, "
        f"achevés le 23 septembre 2024 ; aucun avis médical n'est à attendre — {AVIS_ATTENDU}." in texte
    )
    assert "en attente" not in texte


def test_an_old_suspension_has_nothing_to_say_of_a_stop_months_later() -> None:
    plus_tard = avis("2025-02-03", "2025-02-14", id="v2", arret="S2")
    texte = recit(avis(), avis_medical("2024-09-12"), plus_tard, au="2025-03-01")
    assert texte.count(TITRE) == 1


def test_an_unauthorised_activity_reaches_the_end_of_the_prescription_or_of_the_stop() -> None:
    suite = avis("2024-09-21", "2024-09-30", id="v2", nature="prolongation")
    travail = manquement("activite_non_autorisee", "2024-09-10", fin="2024-09-11")
    texte = recit(avis(), suite, travail)
    assert paragraphe(texte, TITRE) == [
        (
            "– Activité non autorisée du 10 au 11 septembre 2024, manquement volontaire ; rien n'est dû du 10 au 20 septembre 2024, fin de la "
            f"prescription en cours — {DEVOIRS}."
        )
    ]
    assert (
        f"– Du 10 au 20 septembre 2024 (11 jours) : manquement volontaire aux obligations de l'assuré, rien n'est dû — {DEVOIRS}."
        in texte
    )
    assert "rien n'est dû du 10 au 30 septembre 2024, fin de l'arrêt" in "".join(
        controles(avis(), suite, travail, manquement_portee="arret_entier")
    )


def test_another_duty_may_take_only_its_own_days() -> None:
    sorties = manquement("obligation", "2024-09-10", fin="2024-09-11")
    assert controles(avis(), sorties, manquement_obligation="jours_du_manquement") == [
        (
            "– Obligation de l'assuré non respectée du 10 au 11 septembre 2024, manquement volontaire ; rien n'est dû du 10 au "
            f"11 septembre 2024 — {DEVOIRS}."
        )
    ]


def test_a_breach_that_is_not_deliberate_takes_nothing() -> None:
    texte = recit(avis(), manquement("obligation", "2024-09-10", volontaire=False))
    assert paragraphe(texte, TITRE) == [
        (
            "– Obligation de l'assuré non respectée le 10 septembre 2024, sans intention ; seul un manquement volontaire fait perdre "
            f"l'indemnité — {DEVOIRS}."
        )
    ]
    assert "– Du 5 au 20 septembre 2024 (16 jours) : 32,88 € par jour" in texte


def test_a_local_mandate_is_no_breach_since_24_december_2025() -> None:
    def mandat(jour: str) -> str:
        arret = avis("2025-12-08", "2026-01-09")
        (ligne,) = controles(arret, manquement("mandat_local", jour), au="2026-01-31")
        return ligne

    assert mandat("2025-12-23") == (
        "– Exercice d'un mandat local le 23 décembre 2025, manquement volontaire ; rien n'est dû du 23 décembre 2025 au 9 janvier 2026, "
        f"fin de la prescription en cours — {DEVOIRS}."
    )
    assert mandat("2025-12-24") == (
        "– Exercice d'un mandat local le 24 décembre 2025 ; ce n'est plus un manquement à cette date — art. L. 323-6 (version du "
        f"24 décembre 2025) {CODE}."
    )


def test_a_control_made_impossible_takes_its_days() -> None:
    texte = recit(avis(), manquement("controle_impossible", "2024-09-10", fin="2024-09-12"))
    regle = f"art. R. 323-12 et L. 315-2 (version du 28 décembre 2023) {CODE}"
    assert paragraphe(texte, TITRE) == [
        f"– Contrôle rendu impossible du 10 au 12 septembre 2024 ; rien n'est dû du 10 au 12 septembre 2024 — {regle}."
    ]
    assert (
        f"– Du 10 au 12 septembre 2024 (3 jours) : contrôle rendu impossible, rien n'est dû — {regle}."
        in texte
    )


def test_detention_and_a_family_leave_take_their_days() -> None:
    detention: Json = {
        "id": "d1",
        "type": "detention",
        "recue_le": "2024-09-10",
        "debut": "2024-09-10",
        "fin": "2024-09-12",
    }
    conge: Json = {
        "id": "f1",
        "type": "conge_famille",
        "recue_le": "2024-09-01",
        "nature": "conge_parental",
        "debut": "2024-09-16",
        "fin": "2025-01-31",
    }
    jours = paragraphe(recit(avis(), detention, conge), JOURS)
    assert jours[2] == (
        f"– Du 10 au 12 septembre 2024 (3 jours) : détention, rien n'est dû — art. L. 382-44 {CODE}."
    )
    assert jours[4] == (
        f"– Du 16 au 20 septembre 2024 (5 jours) : congé de famille en cours, rien n'est dû — art. L. 161-9 {CODE}."
    )
