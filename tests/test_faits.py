"""Corrections, withdrawals, copies and order of arrival are folded once: same documents, same facts."""

from itertools import permutations
from typing import Any

import pytest

from oracle.dossier import lire_dossier
from oracle.faits import Faits, etablir_les_faits, pieces_en_vigueur
from tests.aides import Json, activite, attestation, avis, dossier, jour, liquide, mouvement, paies, resume
from tests.aides_famille import artisan, conge, grossesse, naissance, revenu, salaires


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


def faits(*pieces: Json, au: str = "2026-12-31") -> Faits:
    """The facts known at a date."""
    return etablir_les_faits(lire_dossier(dossier(*pieces)), jour(au))


ADOPTION: Json = {
    "id": "d",
    "type": "adoption",
    "recue_le": "2025-03-03",
    "adoption": "D1",
    "arrivee": "2025-03-03",
    "enfants_a_charge_apres": 1,
}
DECES: Json = {
    "id": "m",
    "type": "deces_mere",
    "recue_le": "2025-06-20",
    "grossesse": "G1",
    "date": "2025-06-18",
}


@pytest.mark.parametrize(
    ("premiere", "champs", "liste"),
    [
        (grossesse("2025-06-15"), {"accouchement_prevu": "2025-06-20"}, "grossesses"),
        (naissance("2025-06-15"), {"date": "2025-06-14"}, "naissances"),
        (ADOPTION, {"arrivee": "2025-03-10"}, "adoptions"),
        (DECES, {"dernier_jour_indemnise_mere": "2025-06-18"}, "deces_meres"),
        (conge("deuil_enfant", ("2025-06-20", "2025-06-27")), {"risque": "paternite"}, "conges"),
        (revenu(2023, "20000.00"), {"revenu": "21000.00"}, "revenus"),
    ],
)
def test_what_is_stated_again_of_a_pregnancy_a_leave_or_a_year_stands_for_what_was_said_before(
    premiere: Json, champs: Json, liste: str
) -> None:
    """Nothing need name what it corrects: one pregnancy, one birth, one leave of that name, one income of a year."""
    seconde = premiere | {"id": "plus_tard", "recue_le": "2025-12-01"} | champs
    reste = [artisan(), *([] if premiere["type"] == "grossesse" else [grossesse("2025-06-15")])]
    tous, avant = faits(*reste, seconde, premiere), faits(*reste, seconde, premiere, au="2025-11-30")
    assert [piece.id for piece in getattr(tous, liste)] == ["plus_tard"]
    assert [piece.id for piece in getattr(avant, liste)] == [premiere["id"]]


def test_two_pregnancies_two_leaves_and_two_years_are_two_of_each() -> None:
    autre = {"grossesse": "G2"}
    connus = faits(
        artisan(),
        *(revenu(annee, "20000.00") for annee in (2024, 2023)),
        grossesse("2026-06-15") | autre | {"id": "g2"},
        grossesse("2024-06-15"),
        naissance("2026-06-15") | autre | {"id": "n2"},
        naissance("2024-06-15"),
        conge("paternite", ("2024-06-18", "2024-07-12"), id="bis", conge="C2"),
        conge("paternite", ("2024-06-18", "2024-07-12")),
    )
    assert [g.grossesse for g in connus.grossesses] == ["G1", "G2"]
    assert [n.grossesse for n in connus.naissances] == ["G1", "G2"]
    assert [c.conge for c in connus.conges] == ["C1", "C2"]
    assert [r.annee for r in connus.revenus] == [2023, 2024]


def attestees(*pieces: Json) -> list[str]:
    return [attestation.id for attestation in faits(activite(), *pieces).attestations]


def test_a_leave_taken_in_parts_has_a_certificate_for_each_and_a_stop_has_one() -> None:
    """Each part of a father's leave has a last day worked of its own; of a stop the last certificate received stands."""
    parts = conge("paternite", ("2025-06-18", "2025-06-21"), ("2025-09-01", "2025-09-21"))
    premiere = salaires("2025-06-18", "2000.00", "2000.00", "2000.00")
    seconde = salaires("2025-09-01", "2500.00", "2500.00", "2500.00", id="t2")
    assert attestees(grossesse("2025-06-15"), parts, premiere, seconde) == ["p3", "t2"]
    un_arret = [piece | {"arret": "S1"} for piece in (premiere, seconde)]
    assert attestees(avis("2025-06-18", "2025-09-21"), *un_arret) == ["t2"]


def test_a_certificate_sent_again_for_the_same_part_stands_for_the_first() -> None:
    part = conge("paternite", ("2025-06-18", "2025-06-21"))
    premiere = salaires("2025-06-18", "2000.00", "2000.00", "2000.00")
    corrigee = salaires("2025-06-18", "2500.00", "2500.00", "2500.00", id="t2") | {"recue_le": "2025-07-01"}
    assert attestees(grossesse("2025-06-15"), part, premiere, corrigee) == ["t2"]


@pytest.mark.parametrize("ordre", list(permutations(range(4))))
def test_whatever_the_order_of_documents_a_leave_is_the_same(ordre: tuple[int, ...]) -> None:
    pieces = [
        grossesse("2025-06-15"),
        naissance("2025-06-15"),
        conge("maternite", ("2025-05-04", "2025-08-23")),
        salaires("2025-05-04", "2000.00", "2000.00", "2000.00", risque="maternite"),
    ]
    rangees = dossier(activite(), *(pieces[rang] for rang in ordre))
    assert resume(liquide(rangees)) == [("2025-05-04", "2025-08-23", "indemnise", "51.95")]
