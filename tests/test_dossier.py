"""Reading a dossier: every document of the contract, what it may leave out, how documents name one another."""

import json
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from corpus.lecteur import lire_yaml
from oracle.dossier import TYPES_DE_PIECE, lire_dossier
from oracle.dossier.champs import Montant, MontantExact, ecrire_centiemes, ecrire_exact
from tests.aides import (
    Json,
    activite,
    attestation,
    avis,
    dossier,
    le_probleme,
    problemes,
)
from tests.exemples import PAR_DEFAUT, exemples

LIBRES = {
    ("revenu_independant", "cotisations_dues"),
    ("revenu_independant", "cotisations_payees"),
    ("avis_arret", "envoye_le"),
    ("ald", "debut"),
    ("grossesse", "enfants_attendus"),
    ("deces_mere", "dernier_jour_indemnise_mere"),
    ("adoption", "enfants"),
    ("conge", "grossesse"),
    ("accident", "activite"),
    ("accident", "dossier_complet_le"),
    ("decision_temps_partiel", "maintien"),
    ("pension", "age_legal_le"),
    ("notification_indu", "notifiee_le"),
}
"""Dates, amounts and names that may be unknown: the model lets them be left out."""
NON_VIDES = {("naissance", "enfants"), ("conge", "periodes")}
"""Lists that say nothing when empty."""


def facultatif(champ: str, valeur: Any) -> bool:
    """The contract: a boolean, a null, a zero, a list, a block, or a text with a default may be left out."""
    return valeur in (None, 0) or isinstance(valeur, bool | list | dict) or champ in PAR_DEFAUT


CHAMPS = [
    (piece["id"], champ, facultatif(champ, valeur) and (piece["type"], champ) not in NON_VIDES)
    for piece in exemples()
    for champ, valeur in piece.items()
    if champ != "type" and (piece["type"], champ) not in LIBRES
]
"""Document, field, whether it may be left out."""


DU_NOM_DE_LEUR_TYPE = {(piece["id"], piece["type"]) for piece in exemples()}
"""Fields named as the type of their document: their path is checked below."""


def une_piece(identifiant: str) -> tuple[Json, list[Json]]:
    """One example, and the others."""
    pieces = exemples()
    rang = next(r for r, piece in enumerate(pieces) if piece["id"] == identifiant)
    return pieces[rang], [*pieces[:rang], *pieces[rang + 1 :]]


def test_every_document_of_the_contract_is_accepted_with_all_its_fields() -> None:
    assert problemes(dossier(*exemples())) == ()
    assert {piece["type"] for piece in exemples()} == set(TYPES_DE_PIECE)


@pytest.mark.parametrize(("identifiant", "champ"), [(i, c) for i, c, libre in CHAMPS if libre])
def test_a_field_with_a_default_may_be_left_out(identifiant: str, champ: str) -> None:
    piece, autres = une_piece(identifiant)
    del piece[champ]
    assert problemes(dossier(piece, *autres)) == ()


@pytest.mark.parametrize(
    ("identifiant", "champ"),
    [(i, c) for i, c, libre in CHAMPS if not libre and (i, c) not in DU_NOM_DE_LEUR_TYPE],
)
def test_a_required_field_left_out_is_named(identifiant: str, champ: str) -> None:
    piece, autres = une_piece(identifiant)
    del piece[champ]
    (premier, *_) = problemes(dossier(piece, *autres))
    assert premier.champ.endswith(f".{champ}") or f"« {champ} »" in premier.raison
    assert "obligatoire" in premier.raison or "exactement un" in premier.raison


@pytest.mark.parametrize("identifiant", [piece["id"] for piece in exemples()])
def test_an_unknown_field_is_refused_in_every_document(identifiant: str) -> None:
    piece, autres = une_piece(identifiant)
    (probleme,) = problemes(dossier(piece | {"couleur": "rouge"}, *autres))
    assert probleme.champ.endswith(".couleur")
    assert (probleme.valeur, probleme.raison[:13]) == ("rouge", "champ inconnu")


@pytest.mark.parametrize(
    ("donnees", "champ"),
    [
        (dossier(activite(debut="hier")), "pieces[p1].debut"),
        (dossier(activite(fin="2018-12-31")), "pieces[p1].fin"),
        (dossier(activite(id="p 1")), "pieces[p 1].id"),
        (dossier(activite(activite=None)), "pieces[p1].activite"),
        (dossier({c: v for c, v in activite().items() if c != "activite"}), "pieces[p1].activite"),
        (
            dossier(avis(), {"id": "l", "type": "ald", "recue_le": "2024-09-05", "ald": "L1"}),
            "pieces[l].reconnue_le",
        ),
    ],
)
def test_the_path_of_a_field_does_not_show_the_type_of_its_document(donnees: Json, champ: str) -> None:
    assert le_probleme(donnees)[0] == champ


def test_a_dossier_written_out_is_read_back_the_same() -> None:
    annulation = {"id": "z1", "type": "reclamation", "recue_le": "2025-06-01", "annule": "p25c"}
    lu = lire_dossier(dossier(*exemples(), annulation))
    assert lire_dossier(lu.model_dump(mode="json")) == lu
    assert lire_dossier(json.loads(lu.model_dump_json(exclude_unset=True))) == lu
    assert lire_dossier(lire_yaml(lu.model_dump_json())) == lu
    assert lire_dossier(lu.model_dump(mode="python")) == lu


def test_what_is_written_out_is_what_was_read() -> None:
    donnees = dossier()
    assert lire_dossier(donnees).model_dump(mode="json", exclude_unset=True) == donnees


@given(st.integers(0, 10**14 - 1))
def test_an_amount_written_out_is_read_back_the_same(centimes: int) -> None:
    assert TypeAdapter(Montant).validate_python(ecrire_centiemes(centimes)) == centimes
    assert TypeAdapter(MontantExact).validate_python(ecrire_centiemes(centimes)) == centimes


@given(st.fractions(0, 10**6, max_denominator=10**4))
def test_an_exact_amount_is_written_with_the_decimals_it_needs(centimes: Fraction) -> None:
    relu = TypeAdapter(MontantExact).validate_python(ecrire_exact(centimes))
    assert abs(relu - centimes) <= Fraction(100, 2 * 10**12)
    assert 10**10 % centimes.denominator or relu == centimes


@pytest.mark.parametrize(
    ("centimes", "ecrit"), [(0, "0.00"), (5, "0.05"), (100, "1.00"), (3_200_50, "3200.50"), (-5, "-0.05")]
)
def test_cents_are_written_with_two_decimals(centimes: int, ecrit: str) -> None:
    assert ecrire_centiemes(centimes) == ecrit


@pytest.mark.parametrize(
    ("centimes", "ecrit"),
    [
        (Fraction(3288), "32.88"),
        (Fraction(32877, 10), "32.877"),
        (Fraction(100, 3), "0.333333333333"),
        (Fraction(200, 3), "0.666666666667"),
    ],
)
def test_an_exact_amount_is_written_half_up_to_twelve_decimals(centimes: Fraction, ecrit: str) -> None:
    assert ecrire_exact(centimes) == ecrit


@pytest.mark.parametrize(
    ("donnees", "champ", "fragment"),
    [
        (dossier(activite(), avis(id="p1")), "pieces[p1].id", "même identifiant"),
        (dossier(activite(), avis(), attestation(arret="S9")), "pieces[p3].arret", "noms connus : S1"),
        (dossier(activite(), avis(), attestation(activite="Z")), "pieces[p3].activite", "noms connus : A"),
        (dossier(avis(), attestation()), "pieces[p3].activite", "noms connus : aucun"),
        (dossier(activite(), avis(activites=["A", "Z"])), "pieces[p2].activites", "ne définit ce nom"),
        (dossier(activite(), avis(accident="X9")), "pieces[p2].accident", "noms connus : aucun"),
        (dossier(activite(), avis(remplace="p9")), "pieces[p2].remplace", "aucune autre pièce"),
        (dossier(activite(), avis(remplace="p2")), "pieces[p2].remplace", "aucune autre pièce"),
        (
            dossier(activite(), avis(remplace="p1")),
            "pieces[p2].remplace",
            "« avis_arret » ne peut viser une pièce « activite »",
        ),
    ],
)
def test_a_broken_link_is_named_with_what_exists(donnees: Json, champ: str, fragment: str) -> None:
    lu, raison = le_probleme(donnees)
    assert (lu, fragment in raison) == (champ, True)


def annulation(**champs: Any) -> Json:
    return {"id": "z", "type": "avis_arret", "recue_le": "2024-09-05", "annule": "p2"} | champs


def test_a_withdrawal_names_a_document_of_its_type_and_says_nothing_more() -> None:
    assert problemes(dossier(activite(), avis(), annulation())) == ()
    assert le_probleme(dossier(activite(), avis(), annulation(annule="p9"))) == (
        "pieces[z].annule",
        "aucune autre pièce ne porte cet identifiant",
    )
    assert le_probleme(dossier(activite(), avis(), annulation(annule="p1")))[0] == "pieces[z].annule"
    assert le_probleme(dossier(activite(), avis(), annulation(fin="2024-09-10")))[0] == "pieces[z].fin"


def test_a_warning_may_name_a_stop_of_an_older_file() -> None:
    assert problemes(dossier(*(p for p in exemples() if p["type"] == "avertissement_envoi_tardif"))) == ()


def test_a_stop_may_name_a_condition_no_document_recognises_yet() -> None:
    assert problemes(dossier(activite(), avis(ald="L1"))) == ()


def test_two_broken_links_give_two_problems() -> None:
    champs = [p.champ for p in problemes(dossier(activite(), avis(), attestation(arret="S9", activite="Z")))]
    assert sorted(champs) == ["pieces[p3].activite", "pieces[p3].arret"]


def test_a_local_mandate_is_an_activity() -> None:
    mandat = {
        "id": "p9",
        "type": "activite",
        "recue_le": "2024-01-01",
        "activite": "M",
        "nature": "mandat_local",
    }
    assert problemes(dossier(mandat | {"debut": "2024-01-01"})) == ()


def test_a_leave_names_a_pregnancy_or_an_adoption() -> None:
    conge, autres = une_piece("p13")
    assert problemes(dossier(conge | {"grossesse": None, "adoption": None}, *autres))
