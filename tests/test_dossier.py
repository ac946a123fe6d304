"""Reading a dossier: every document of the contract is accepted, every mistake gives one clear problem at its place."""

import json
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from corpus.lecteur import lire_yaml
from oracle.decompte import lire_decompte
from oracle.dossier import TYPES_DE_PIECE, DossierInvalide, lire_dossier
from oracle.dossier.champs import Montant, MontantExact, ecrire_centiemes, ecrire_exact
from tests.aides import (
    Json,
    activite,
    attestation,
    avis,
    dossier,
    le_probleme,
    mouvement,
    problemes,
    subrogation,
)
from tests.exemples import PAR_DEFAUT, exemples

CHEMIN_AVEC_LE_TYPE = {"activite", "ald", "grossesse", "adoption", "conge", "accident"}
"""Types whose documents hold a field of the same name."""

MAUVAIS_CHEMIN = pytest.mark.xfail(
    strict=True, reason="the path shows pieces[p1].activite.id: the type is taken for the field of that name"
)
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
    (piece["type"], champ, facultatif(champ, valeur) and (piece["type"], champ) not in NON_VIDES)
    for piece in exemples()
    for champ, valeur in piece.items()
    if champ != "type" and (piece["type"], champ) not in LIBRES
]


def une_piece(type_de_piece: str) -> tuple[Json, list[Json]]:
    """The example of a type, and the others."""
    pieces = exemples()
    rang = next(r for r, piece in enumerate(pieces) if piece["type"] == type_de_piece)
    return pieces[rang], [*pieces[:rang], *pieces[rang + 1 :]]


def test_every_document_of_the_contract_is_accepted_with_all_its_fields() -> None:
    assert problemes(dossier(*exemples())) == ()
    assert {piece["type"] for piece in exemples()} == set(TYPES_DE_PIECE)


@pytest.mark.parametrize(("type_de_piece", "champ"), [(t, c) for t, c, libre in CHAMPS if libre])
def test_a_field_with_a_default_may_be_left_out(type_de_piece: str, champ: str) -> None:
    piece, autres = une_piece(type_de_piece)
    del piece[champ]
    assert problemes(dossier(piece, *autres)) == ()


@pytest.mark.parametrize(
    ("type_de_piece", "champ"),
    [
        pytest.param(t, c, marks=MAUVAIS_CHEMIN if t in CHEMIN_AVEC_LE_TYPE else ())
        for t, c, libre in CHAMPS
        if not libre and c not in ("id", t)
    ],
)
def test_a_required_field_left_out_is_named(type_de_piece: str, champ: str) -> None:
    piece, autres = une_piece(type_de_piece)
    del piece[champ]
    (premier, *_) = problemes(dossier(piece, *autres))
    assert premier.champ in (f"pieces[{piece['id']}].{champ}", f"pieces[{piece['id']}]")
    assert "obligatoire" in premier.raison or "exactement un" in premier.raison


@pytest.mark.parametrize("type_de_piece", TYPES_DE_PIECE)
def test_an_unknown_field_is_refused_in_every_document(type_de_piece: str) -> None:
    piece, autres = une_piece(type_de_piece)
    (probleme,) = problemes(dossier(piece | {"couleur": "rouge"}, *autres))
    assert probleme.champ.endswith(".couleur")
    assert (probleme.valeur, probleme.raison[:13]) == ("rouge", "champ inconnu")


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


GUILLEMETS = 'écrivez un nombre à deux décimales entre guillemets, par exemple "2000.00"'
DEUX_DECIMALES = 'exactement deux décimales sont attendues, par exemple "2000.00"'
NEGATIF = "un nombre négatif n'est pas admis ici ; zéro ou plus est attendu"
JOUR_ECRIT = "un jour s'écrit AAAA-MM-JJ, par exemple 2025-04-03"
JOUR_IMPOSSIBLE = "ce jour n'existe pas dans le calendrier"
JOUR_ABSURDE = "un jour entre 1900-01-01 et 2100-12-31 est attendu"
ENTIER = "un nombre entier est attendu, sans guillemets ni décimales"
VRAI_OU_FAUX = "vrai ou faux est attendu, écrit true ou false sans guillemets"


def avec_paie(**champs: Any) -> Json:
    piece = attestation()
    piece["paies"][0] |= champs
    return dossier(activite(), avis(), piece)


@pytest.mark.parametrize(
    ("montant", "raison"),
    [
        (2000, GUILLEMETS),
        (2000.0, GUILLEMETS),
        (float("nan"), GUILLEMETS),
        (float("inf"), GUILLEMETS),
        (float("-inf"), GUILLEMETS),
        (10**400, GUILLEMETS),
        (True, GUILLEMETS),
        (None, GUILLEMETS),
        ([], GUILLEMETS),
        ("2000", DEUX_DECIMALES),
        ("2000.5", DEUX_DECIMALES),
        ("2000.500", DEUX_DECIMALES),
        ("2000,00", DEUX_DECIMALES),
        ("2 000.00", DEUX_DECIMALES),
        (" 2000.00", DEUX_DECIMALES),
        ("2000.00\n", DEUX_DECIMALES),
        ("+2000.00", DEUX_DECIMALES),
        ("2e3", DEUX_DECIMALES),
        ("NaN", DEUX_DECIMALES),
        ("Infinity", DEUX_DECIMALES),
        ("1234567890123.00", DEUX_DECIMALES),
        ("", DEUX_DECIMALES),
        ("-0.01", NEGATIF),
        ("-2000.00", NEGATIF),
        pytest.param(
            "２０００.00", DEUX_DECIMALES, marks=pytest.mark.xfail(strict=True, reason="\\d reads any digit")
        ),
    ],
)
def test_an_amount_badly_written_is_refused_where_it_stands(montant: object, raison: str) -> None:
    assert le_probleme(avec_paie(brut=montant)) == ("pieces[p3].paies[0].brut", raison)
    if montant is not None:
        assert le_probleme(avec_paie(heures=montant)) == ("pieces[p3].paies[0].heures", raison)


@pytest.mark.parametrize(
    ("quand", "raison"),
    [
        ("2025-02-30", JOUR_IMPOSSIBLE),
        ("2023-02-29", JOUR_IMPOSSIBLE),
        ("2025-13-01", JOUR_IMPOSSIBLE),
        ("2025-00-10", JOUR_IMPOSSIBLE),
        ("03/04/2025", JOUR_ECRIT),
        ("2025-4-3", JOUR_ECRIT),
        ("20250403", JOUR_ECRIT),
        ("2025-04-03T00:00:00", JOUR_ECRIT),
        ("2025-04-03\n", JOUR_ECRIT),
        ("", JOUR_ECRIT),
        (20250403, JOUR_ECRIT),
        (float("nan"), JOUR_ECRIT),
        (10**30, JOUR_ECRIT),
        (True, JOUR_ECRIT),
        (None, JOUR_ECRIT),
        ("1899-12-31", JOUR_ABSURDE),
        ("2101-01-01", JOUR_ABSURDE),
        ("0001-01-01", JOUR_ABSURDE),
    ],
)
def test_a_day_badly_written_is_refused_where_it_stands(quand: object, raison: str) -> None:
    donnees = dossier(activite(), avis(prescrit_le=quand))
    assert le_probleme(donnees) == ("pieces[p2].prescrit_le", raison)


@pytest.mark.parametrize("quand", ["1900-01-01", "2100-12-31", "2024-02-29"])
def test_a_day_of_the_two_centuries_is_accepted(quand: str) -> None:
    assert problemes(dossier(activite(), avis(prescrit_le=quand))) == ()


@pytest.mark.parametrize(
    ("donnees", "champ"),
    [
        (dossier(activite(), avis("2024-09-02", "2024-09-01")), "pieces[p2].fin"),
        (avec_paie(fin="2024-05-31"), "pieces[p3].paies[0].fin"),
        (
            dossier(activite(), avis(), attestation(subrogations=[subrogation("2024-09-05", "2024-09-04")])),
            "pieces[p3].subrogations[0].fin",
        ),
        pytest.param(dossier(activite(fin="2018-12-31")), "pieces[p1].fin", marks=MAUVAIS_CHEMIN),
    ],
)
def test_what_ends_before_it_begins_is_refused(donnees: Json, champ: str) -> None:
    (probleme,) = problemes(donnees)
    assert probleme.champ == champ
    assert probleme.raison.startswith("la fin précède le début (20")


def test_what_lasts_one_day_is_accepted() -> None:
    assert problemes(dossier(activite(), avis("2024-09-02", "2024-09-02"))) == ()


@pytest.mark.parametrize(
    ("valeur", "raison"),
    [
        ("12", ENTIER),
        (12.0, ENTIER),
        (12.5, ENTIER),
        (float("nan"), ENTIER),
        (True, ENTIER),
        (None, ENTIER),
        (-1, "un nombre supérieur ou égal à 0 est attendu"),
        (100_001, "un nombre inférieur ou égal à 100000 est attendu"),
        (10**30, "un nombre inférieur ou égal à 100000 est attendu"),
    ],
)
def test_a_count_is_a_whole_number_within_reason(valeur: object, raison: str) -> None:
    deces = {"id": "d", "type": "deces_enfant", "recue_le": "2024-09-05", "date": "2024-09-01", "age": valeur}
    assert le_probleme(dossier(deces)) == ("pieces[d].age", raison)


@pytest.mark.parametrize("valeur", ["true", 1, 0, "oui", None, []])
def test_a_yes_or_no_is_true_or_false(valeur: object) -> None:
    assert le_probleme(dossier(activite(), avis(ivg=valeur))) == ("pieces[p2].ivg", VRAI_OU_FAUX)
    assert le_probleme(dossier(avis(), residence_fiscale_france=valeur)) == (
        "assure.residence_fiscale_france",
        VRAI_OU_FAUX,
    )
