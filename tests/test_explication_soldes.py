"""Accounts told in French: payments made, the rest and its days, what was received in excess and why, what is barred.

The usual stop owes 32.88 € a day from 5 to 20 September 2024: 16 days, 526.08 €.
"""

import pytest

from tests.aides import Json, activite, attestation, avis, mouvement, paies, subrogation
from tests.recits import CODE, dire, paragraphe
from tests.test_compte import carence_payee, ligne, notification

AU = "2024-09-20"
LEVEES = f"art. L. 136-1 et L. 136-8 {CODE}"
RENDRE = f"art. L. 133-4-1 et L. 323-6-1 {CODE}"
SIX_JOURS = mouvement("197.28", lignes=[ligne("2024-09-05", "2024-09-10")])
TROP_CHER = mouvement("400.00", lignes=[ligne("2024-09-05", "2024-09-14", "40.00")])


def comptes(*pieces: Json, atteste: Json | None = None, lecture: str = "oui") -> list[str]:
    """The lines of the accounts on 20 September 2024, the counter left out."""
    documents = (activite(), avis(), atteste or attestation(), *pieces)
    texte = dire(*documents, au=AU, compensation_meme_destinataire=lecture)
    return [x for x in paragraphe(texte, "Comptes au 20 septembre 2024") if "Compteur" not in x]


def test_a_payment_made_and_the_days_that_remain_are_told() -> None:
    net = "328,80 € − 20,39 € de CSG − 1,64 € de CRDS = 306,77 €"
    assert comptes(SIX_JOURS) == [
        f"– L'assuré : dû 526,08 €, déjà versé 197,28 €, reste à verser 328,80 € — art. L. 133-4-1 {CODE}.",
        f"– Payé à l'assuré le 15 septembre 2024 : 197,28 € − 12,23 € de CSG − 0,99 € de CRDS = 184,06 € — {LEVEES}.",
        "– À verser à l'assuré : 328,80 €, soit 32,88 € par jour du 11 au 20 septembre 2024.",
        f"– Net à l'assuré, sur ce qu'aucun paiement n'a encore réglé : {net} — {LEVEES}.",
    ]


def test_without_any_movement_the_rest_is_not_told_twice() -> None:
    assert [x.split(" : ")[0] for x in comptes()] == ["– L'assuré", "– Net à l'assuré"]


def test_a_day_paid_in_part_is_told_with_what_it_lacks() -> None:
    assert (
        "– À verser à l'assuré : 416,08 €, soit 21,52 € le 8 septembre 2024 et 32,88 € par jour du 9 au 20 septembre 2024."
        in comptes(mouvement("110.00", nature="acompte"))
    )


def test_an_overpayment_is_told_with_its_days_its_reason_and_who_owes_it() -> None:
    lignes = comptes(carence_payee())
    jours = "du 2 au 4 septembre 2024 (délai de carence, aucune indemnité n'est due)"
    assert lignes[2:] == [
        f"– Reçu en trop par l'assuré le 15 septembre 2024 : 98,64 €, {jours} — art. R. 133-9-2 {CODE}.",
        f"– À rendre par l'assuré : 98,64 € — {RENDRE}.",
    ]
    assert "trop-perçu 98,64 €" in lignes[0]
    assert "reste à verser" not in lignes[0]


def test_who_received_is_who_must_give_back() -> None:
    subroge = attestation(
        paies("2024-06", "1825.00", "1825.00", "1825.00"),
        subrogations=[subrogation("2024-09-02", "2024-09-20")],
    )
    paye = mouvement("480.00", lignes=[ligne("2024-09-05", "2024-09-20", "30.00")])
    lignes = comptes(paye, atteste=subroge)
    assert f"– À rendre par l'assuré : 480,00 € — {RENDRE}." in lignes
    assert any("(indemnité due à un autre destinataire)" in x for x in lignes)
    assert any(x.startswith("– L'employeur : dû 480,00 €, déjà versé 0,00 €, reste à verser") for x in lignes)
    assert f"– À rendre par les héritiers : 98,64 € — {RENDRE}." in comptes(
        carence_payee(destinataire="heritiers")
    )


def test_both_sides_of_an_account_stand_when_nothing_is_set_off() -> None:
    separes = comptes(TROP_CHER, lecture="lignes")
    assert "reste à verser 197,28 €, trop-perçu 71,20 €" in separes[0]
    compense = comptes(TROP_CHER)
    assert "reste à verser 126,08 € — " in compense[0]
    phrase = "– Ce qu'un destinataire a reçu en trop pour certains jours est compensé avec ce qui lui reste dû pour d'autres."
    assert phrase in compense
    assert phrase not in separes + comptes(SIX_JOURS)


def test_the_set_off_is_told_as_a_point_of_law() -> None:
    texte = dire(activite(), avis(), attestation(), TROP_CHER, au=AU)
    assert (
        "– en tout à l'assuré : 197,28 € à verser au lieu de 126,08 €, 71,20 € de trop-perçu au lieu de 0,00 € et "
        "557,26 € nets au lieu de 490,83 €." in texte
    )


RESTE_PRESCRIT = (
    "– Sur ce reste, 526,08 € ne peuvent plus être réclamés : le délai de deux ans, qui court du premier jour du "
    f"trimestre suivant, s'est achevé le 30 septembre 2026 — art. L. 332-1 {CODE}."
)
INDU_PRESCRIT = (
    "– Sur ce trop-perçu, 98,64 € ne peuvent plus être récupérés : plus de deux ans ont passé depuis le "
    f"paiement, sans lettre recommandée envoyée à temps — art. L. 332-1 et L. 133-4-6 {CODE}."
)


@pytest.mark.parametrize(("piece", "phrase"), [(None, RESTE_PRESCRIT), (carence_payee(), INDU_PRESCRIT)])
def test_what_is_barred_is_told_and_asked_of_nobody(piece: Json | None, phrase: str) -> None:
    texte = dire(activite(), avis(), attestation(), *([piece] if piece else []), au="2026-10-01")
    lignes = paragraphe(texte, "Comptes au")
    assert phrase in lignes
    assert not any(x.startswith(("– À rendre", "– À verser")) for x in lignes)


def test_a_letter_in_time_leaves_the_overpayment_to_be_given_back() -> None:
    texte = dire(activite(), avis(), attestation(), carence_payee(), notification(), au="2026-09-19")
    assert f"– À rendre par l'assuré : 98,64 € — {RENDRE}." in texte
    assert "récupérés" not in texte


def test_an_advance_that_may_prove_due_is_not_asked_back() -> None:
    acompte = mouvement("1000.00", nature="acompte", date="2024-09-05", recue_le="2024-09-05")
    texte = dire(activite(), avis(), acompte, au="2024-09-06")
    assert (
        "– Sur ce trop-perçu, 1 000,00 € ne sont pas réclamés : des jours sont à venir ou restent en attente, qui peuvent les "
        "absorber." in texte
    )
    assert "À rendre" not in texte


@pytest.mark.parametrize(
    ("champs", "phrase"),
    [
        ({"clause_deduction": True, "fondement": "convention"}, ""),
        ({"fondement": "convention"}, " La clause de déduction n'est pas déclarée : elle est présumée."),
        (
            {},
            " Le fondement du maintien n'est pas déclaré : une convention prévoyant la déduction est présumée.",
        ),
    ],
)
def test_what_is_presumed_of_a_wage_kept_in_part_is_said(champs: Json, phrase: str) -> None:
    partielle = subrogation("2024-09-02", "2024-09-20", salaire_maintenu="526.08", **champs)
    texte = dire(activite(), avis(), attestation(subrogations=[partielle]), au=AU)
    (dite,) = paragraphe(texte, "Destinataires")
    assert dite.endswith(f"art. R. 323-11 {CODE}.{phrase}")


def test_days_between_two_contracts_are_said_to_go_to_the_insured() -> None:
    contrats = [activite(fin="2024-09-10"), activite(id="a2", debut="2024-09-16")]
    texte = dire(
        *contrats, avis(), attestation(subrogations=[subrogation("2024-09-02", "2024-09-20")]), au=AU
    )
    (dite,) = paragraphe(texte, "Destinataires")
    assert "entre deux contrats, l'indemnité va à l'assuré" in dite
    assert "– Du 11 au 15 septembre 2024 (5 jours) : 32,88 € par jour à l'assuré" in texte
