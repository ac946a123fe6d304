"""Rights are told with what stands for work, what was received too late, and the rights of before, found again or lost."""

from typing import Any

import pytest

from tests.aides import Json, activite, attestation, avis, paies
from tests.recits import CODE, dire, paragraphe

TITRE = "Ouverture des droits"
OUVERTS = f"art. L. 313-1, R. 313-1 et R. 313-3 (version du 20 août 2023) {CODE}"
ASSIMILEES = (
    f"Journées assimilées à du travail, sur les douze mois qui précèdent — art. R. 313-8 et R. 313-9 {CODE} :"
)
CONGE = f"art. L. 161-9, L. 161-9-2, L. 161-9-3, D. 161-2 et D. 161-2-1-1-1-1 {CODE}"


def assimilee(motif: str, debut: str, fin: str, **champs: Any) -> Json:
    return {
        "id": f"a{debut}",
        "type": "periode_assimilee",
        "recue_le": fin,
        "motif": motif,
        "debut": debut,
        "fin": fin,
    } | champs


def courtes(heures: str, brut: str = "100.00") -> Json:
    """Three months of few hours and little pay, six months known."""
    trois_mois = paies("2024-06", brut, brut, brut, heures=None)
    trois_mois[2]["heures"] = heures
    return attestation([*paies("2024-03", brut, brut, brut, heures=None), *trois_mois])


def droits(*pieces: Json, au: str = "2024-10-15", **lectures: Any) -> list[str]:
    return paragraphe(dire(*pieces, au=au, **lectures), TITRE)


def test_assimilated_days_are_told_apart_from_work_with_what_they_come_from() -> None:
    lignes = droits(
        activite(),
        avis(),
        courtes("30.00"),
        assimilee("maladie_indemnisee", "2024-06-10", "2024-06-26"),
        assimilee("carence", "2024-06-07", "2024-06-09"),
        assimilee("maternite", "2024-01-02", "2024-01-10", au_titre_du_maintien=True),
    )
    assert (
        lignes[0]
        == f"Les droits sont ouverts pour les six premiers mois : une seule condition suffit — {OUVERTS}."
    )
    assert lignes[2] == (
        "– Heures travaillées pendant les trois mois civils précédents : 150,00 h, dont 120,00 h de journées assimilées, sur 150,00 h "
        "requises, condition remplie."
    )
    assert lignes[4:] == [
        ASSIMILEES,
        "– Délai de carence du 7 au 9 juin 2024 : 3 jours à 6,00 h.",
        "– Maladie indemnisée du 10 au 26 juin 2024 : 17 jours à 6,00 h.",
        "– Maternité du 2 au 10 janvier 2024, au titre du maintien de droits : ces jours ne comptent pas.",
    ]


def test_one_day_less_closes_the_rights_and_the_pay_it_adds_is_dated_by_its_smic() -> None:
    lignes = droits(activite(), avis(), courtes("30.00"), assimilee("atmp", "2024-06-07", "2024-06-25"))
    assert (
        "144,00 h, dont 114,00 h de journées assimilées, sur 150,00 h requises, il manque 6,00 h."
        in lignes[2]
    )
    assert "1 928,10 €, dont 1 328,10 € de journées assimilées, sur 11 824,75 € requis" in lignes[4]
    assert lignes[-1] == "– En salaire, chaque heure vaut le SMIC horaire du 1er janvier 2024, 11,65 €."


def test_training_and_parental_presence_have_their_own_hours() -> None:
    lignes = droits(
        activite(),
        avis(),
        courtes("30.00"),
        assimilee("conge_formation", "2024-06-03", "2024-06-09"),
        assimilee("ajpp", "2024-06-10", "2024-06-14"),
    )
    assert "– Congé de formation du 3 au 7 juin 2024 : 5 jours à 8,00 h." in lignes
    assert "– Allocation de présence parentale du 10 au 14 juin 2024 : 5 jours à 4,00 h." in lignes


def test_an_earlier_stop_of_the_file_counts_and_remand_too() -> None:
    detention: Json = {
        "id": "d1",
        "type": "detention",
        "recue_le": "2024-06-30",
        "debut": "2024-06-20",
        "fin": "2024-06-22",
        "provisoire": True,
    }
    premier = avis("2024-06-03", "2024-06-10", id="v0", arret="S0")
    assez = attestation(paies("2024-03", "2000.00", "2000.00", "2000.00"), id="t0", arret="S0")
    texte = dire(activite(), premier, assez, avis(), courtes("30.00"), detention)
    second = [bloc for bloc in texte.split("\n\n") if bloc.startswith(TITRE)][1].splitlines()
    assert "– Arrêt antérieur, carence comprise du 3 au 10 juin 2024 : 8 jours à 6,00 h." in second
    assert "– Détention provisoire du 20 au 22 juin 2024 : 3 jours à 6,00 h." in second


def test_days_that_add_to_no_condition_told_are_left_out() -> None:
    lignes = droits(activite(), avis(), attestation(), assimilee("maternite", "2023-11-01", "2023-12-31"))
    assert ASSIMILEES not in lignes


def test_cachets_are_counted_for_an_artist() -> None:
    cachets = [
        {**p, "cachets": n}
        for p, n in zip(paies("2024-06", *["200.00"] * 3, heures=None), (3, 3, 2), strict=True)
    ]
    lignes = droits(activite(contrat="intermittent"), avis(), attestation(cachets))
    assert (
        "– Cachets des trois mois civils précédents : 8 cachets sur 9 cachets requis, il manque 1 cachet."
        in lignes
    )


def test_a_pay_received_on_the_day_of_the_stop_opens_nothing() -> None:
    tardive = paies("2024-03", *["2000.00"] * 6, heures=None)
    tardive[5]["versee_le"] = "2024-09-02"
    tardive[4]["versee_le"] = "2024-09-05"
    lignes = droits(activite(), avis(), attestation(tardive))
    assert "8 000,00 € sur 11 824,75 € requis" in lignes[4]
    assert lignes[5:] == [
        f"Paies reçues trop tard pour ouvrir des droits — {OUVERTS} :",
        "– Paie de juillet 2024, versée le 5 septembre 2024, 3 jours après le début de l'arrêt.",
        "– Paie d'août 2024, versée le 2 septembre 2024, le jour même où l'arrêt commence.",
    ]


def conge(fin: str) -> Json:
    return {
        "id": "f1",
        "type": "conge_famille",
        "recue_le": "2022-03-01",
        "nature": "conge_parental",
        "debut": "2022-03-01",
        "fin": fin,
    }


AVANT_LE_CONGE = attestation(
    [*paies("2021-12", *["2000.00"] * 3), *paies("2023-09", *["100.00"] * 12, heures="10.00")]
)


def test_rights_of_before_a_leave_are_found_again_within_twelve_months_of_the_resumption() -> None:
    lignes = droits(activite(), conge("2023-09-02"), avis(), AVANT_LE_CONGE)
    assert lignes[0] == "L'activité en cours n'ouvre par elle-même aucune indemnité :"
    assert "30,00 h sur 150,00 h requises, il manque 120,00 h." in lignes[1]
    assert lignes[4] == (
        "Les droits d'avant le congé parental du 1er mars 2022 au 2 septembre 2023 sont retrouvés pour les arrêts commencés jusqu'au "
        "2 septembre 2024, douze mois après le 3 septembre 2023 : l'arrêt commence le 2 septembre 2024, à temps — "
        f"{CONGE}."
    )
    assert lignes[6] == "Conditions appréciées au 1er mars 2022, premier jour du congé :"
    montant = paragraphe(
        dire(activite(), conge("2023-09-02"), avis(), AVANT_LE_CONGE), "Montant d'une journée"
    )
    assert montant[0].startswith(
        "Les salaires sont ceux d'avant le congé ; le plafond est celui de l'arrêt — art."
    )


def test_a_day_later_they_are_lost() -> None:
    lignes = droits(activite(), conge("2023-09-01"), avis(), AVANT_LE_CONGE)
    assert lignes[0] == (
        "Les droits d'avant le congé parental du 1er mars 2022 au 1er septembre 2023 n'étaient retrouvés que pour les arrêts commencés "
        "jusqu'au 1er septembre 2024, douze mois après le 2 septembre 2023 : l'arrêt commence le 2 septembre 2024, un jour trop tard — "
        f"{CONGE}."
    )
    assert lignes[1].startswith("Les droits ne sont pas ouverts : aucune condition n'est remplie")


@pytest.mark.parametrize(
    ("lecture", "dit"),
    [
        ("a_chaque_arret", "Les droits ne sont pas ouverts : aucune condition n'est remplie — "),
        (
            "au_premier_arret",
            "Les droits ouverts au premier arrêt pour cette affection de longue durée valent pour celui-ci — ",
        ),
    ],
)
def test_a_later_stop_for_a_condition_may_rest_on_the_rights_of_the_first(lecture: str, dit: str) -> None:
    ald: Json = {
        "id": "l1",
        "type": "ald",
        "recue_le": "2024-09-02",
        "ald": "L1",
        "reconnue_le": "2024-09-02",
    }
    second = avis("2025-03-03", "2025-03-20", id="v2", arret="S2", ald="L1")
    faibles = attestation(paies("2024-09", *["10.00"] * 6, heures="1.00"), id="t2", arret="S2")
    texte = dire(
        activite(), avis(ald="L1"), attestation(), second, faibles, ald, au="2025-04-01", droits_ald=lecture
    )
    assert [bloc for bloc in texte.split("\n\n") if bloc.startswith(TITRE)][1].splitlines()[
        1
    ] == f"{dit}{OUVERTS}."


def test_former_rights_that_open_nothing_give_way_to_older_ones() -> None:
    lignes = droits(
        activite(fin="2023-12-31", motif_fin="fin_de_contrat"),
        activite(id="a2", activite="B", debut="2024-02-01", fin="2024-05-31", motif_fin="fin_de_contrat"),
        avis(),
        attestation(paies("2023-07", *["2000.00"] * 6), dernier_jour_travaille="2023-12-31"),
        attestation(
            paies("2024-02", *["10.00"] * 4, heures="1.00"),
            id="t2",
            activite="B",
            dernier_jour_travaille="2024-05-31",
        ),
    )
    assert [ligne.partition(" — ")[0] for ligne in lignes[:6]] == [
        "À la date de l'arrêt, aucune activité salariée n'est en cours.",
        "Les droits de l'activité passée sont maintenus jusqu'au 31 mai 2025 : l'arrêt commence le 2 septembre 2024, à temps",
        "Ces anciens droits n'ouvrent eux-mêmes aucune indemnité.",
        "Les droits de l'activité passée sont maintenus jusqu'au 31 décembre 2024 : l'arrêt commence le 2 septembre 2024, à temps",
        "Les droits sont ouverts pour les six premiers mois : une seule condition suffit",
        "Conditions appréciées au 1er janvier 2024, premier jour sans travail effectif :",
    ]
