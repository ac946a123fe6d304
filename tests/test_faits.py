"""Corrections, withdrawals, copies and order of arrival are folded once: same documents, same facts."""

from itertools import permutations
from typing import Any

import pytest

from oracle.dossier import lire_dossier
from oracle.faits import etablir_les_faits, pieces_en_vigueur
from tests.aides import Json, activite, attestation, avis, dossier, jour, liquide, mouvement, paies, resume


def en_vigueur(*pieces: Json, au: str = "2024-12-31") -> list[str]:
    """Identifiers of the documents in force."""
    return [piece.id for piece in pieces_en_vigueur(lire_dossier(dossier(*pieces)).pieces, jour(au))]


def correction(brut: str, **champs: Any) -> Json:
    return attestation(paies("2024-06", brut, brut, brut), **champs)


def test_a_correction_stands_for_what_it_replaces_from_the_day_it_is_received() -> None:
    pieces = (
        activite(),
        avis(),
        attestation(),
        correction("2100.00", id="c", recue_le="2024-10-01", remplace="p3"),
    )
    assert en_vigueur(*pieces, au="2024-09-30") == ["p1", "p2", "p3"]
    assert en_vigueur(*pieces, au="2024-10-01") == ["p1", "p2", "c"]


def test_a_withdrawn_correction_gives_back_what_it_replaced() -> None:
    retrait = {"id": "r", "type": "attestation_salaire", "recue_le": "2024-10-05", "annule": "c"}
    pieces = (activite(), avis(), attestation(), correction("2100.00", id="c", remplace="p3"), retrait)
    assert en_vigueur(*pieces, au="2024-10-04") == ["p1", "p2", "c"]
    assert en_vigueur(*pieces, au="2024-10-05") == ["p1", "p2", "p3"]


def test_a_document_received_twice_counts_once_as_first_received() -> None:
    copie = activite(id="copie", recue_le="2024-11-01")
    assert en_vigueur(copie, activite(), avis()) == ["p1", "p2"]
    assert resume(liquide(dossier(activite(), copie, avis(), attestation()))) == resume(liquide(dossier()))


def test_correcting_a_document_corrects_its_copy_too() -> None:
    copie = attestation(id="copie", recue_le="2024-09-20")
    corrigee = correction("2100.00", id="c", recue_le="2024-10-01", remplace="p3")
    assert en_vigueur(activite(), avis(), attestation(), copie, corrigee) == ["p1", "p2", "c"]


def test_withdrawing_a_copy_leaves_the_document() -> None:
    copie = attestation(id="copie", recue_le="2024-09-20")
    retrait = {"id": "r", "type": "attestation_salaire", "recue_le": "2024-10-05", "annule": "copie"}
    assert en_vigueur(activite(), avis(), attestation(), copie, retrait) == ["p1", "p2", "p3"]


def test_corrected_then_corrected_back_gives_the_first_version() -> None:
    aller = correction("2100.00", id="c", recue_le="2024-10-01", remplace="p3")
    retour = attestation(id="d", recue_le="2024-10-10", remplace="c")
    assert en_vigueur(activite(), avis(), attestation(), aller, retour) == ["p1", "p2", "d"]


def test_two_payments_alike_are_two_payments() -> None:
    un, deux = mouvement("100.00"), mouvement("100.00", id="m2")
    assert en_vigueur(activite(), avis(), attestation(), un, deux)[-2:] == ["m1", "m2"]


@pytest.mark.parametrize("ordre", list(permutations(range(4))))
def test_whatever_the_order_of_documents_the_facts_are_the_same(ordre: tuple[int, ...]) -> None:
    pieces = [
        activite(),
        avis(),
        avis("2024-09-21", "2024-09-30", id="p9", nature="prolongation"),
        attestation(),
    ]
    range_ = lire_dossier(dossier(*(pieces[rang] for rang in ordre)))
    faits = etablir_les_faits(range_, jour("2024-12-31"))
    assert faits == etablir_les_faits(lire_dossier(dossier(*pieces)), jour("2024-12-31"))
