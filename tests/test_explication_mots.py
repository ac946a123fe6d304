"""Every document, field and value has its words, and documents are set side by side as people would."""

from collections.abc import Iterator
from datetime import date
from typing import Any, Literal, get_args, get_origin

import pytest
from pydantic import BaseModel

from oracle.dossier import TYPES_DE_PIECE, Assure, PieceDeFond
from oracle.explication.ecarts import au_lieu_de
from oracle.explication.mots import ELEMENTS, PIECES, VALEURS
from oracle.explication.personnes import Personnes
from oracle.explication.pieces import rapprocher
from oracle.explication.vocabulaire import CHAMPS, Contexte, ecrire
from tests.aides import Json, activite, attestation, avis, dossier, paies
from tests.comparaisons import PIECES as PIECES_DU_TEXTE
from tests.comparaisons import dossiers
from tests.recits import paragraphe

MACHINE = {"id", "type", "remplace", "annule"}
CONTEXTE = Contexte(Personnes(frozenset({"A", "B"})), {"S1": date(2024, 9, 2)})


def modeles(annotation: Any) -> Iterator[type[BaseModel]]:
    """The models an annotation is made of."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from modeles(argument)


def litteraux(annotation: Any) -> Iterator[str]:
    """The values of the closed lists of an annotation."""
    if get_origin(annotation) is Literal:
        yield from (str(valeur) for valeur in get_args(annotation))
    else:
        for argument in get_args(annotation):
            yield from litteraux(argument)


def champs(modele: type[BaseModel]) -> Iterator[tuple[str, Any]]:
    """Every field of a document and of its parts, with its annotation."""
    for nom, champ in modele.model_fields.items():
        if nom not in MACHINE:
            yield nom, champ.annotation
            for partie in modeles(champ.annotation):
                yield from champs(partie)


DE_TOUTES_LES_PIECES = [
    champ for modele in (*get_args(get_args(PieceDeFond)[0]), Assure) for champ in champs(modele)
]


def test_every_type_of_document_has_its_name() -> None:
    assert set(PIECES) == set(TYPES_DE_PIECE)


def test_every_field_has_its_name_and_no_name_is_left_without_a_field() -> None:
    assert set(CHAMPS) | set(ELEMENTS) == {nom for nom, _ in DE_TOUTES_LES_PIECES}


def test_every_value_of_a_closed_list_has_its_words_and_no_words_are_left_without_a_value() -> None:
    assert set(VALEURS) == {
        valeur for _, annotation in DE_TOUTES_LES_PIECES for valeur in litteraux(annotation)
    }


@pytest.mark.parametrize(
    ("champ", "valeur", "ecrit"),
    [
        ("debut", date(2024, 9, 1), "le 1er septembre 2024"),
        ("brut", 200000, "2\u202f000,00 €"),
        ("salaire_maintenu", "total", "la totalité"),
        ("heures", 15167, "151,67 h"),
        ("age", 12, "12"),
        ("prescripteur", "autre_medecin", "autre médecin"),
        ("fin", None, "aucune indication"),
        ("clause_deduction", None, "aucune indication"),
        ("clause_deduction", False, "non"),
        ("ald", None, "non"),
        ("ald", "L1", "oui"),
        ("activite", "A", "l'employeur A"),
        ("activites", ("A", "B"), "l'employeur A et l'employeur B"),
        ("activites", (), "aucune indication"),
        ("destinataire", "assure", "l'assuré"),
        ("arret", "S1", "l'arrêt du 2 septembre 2024"),
        ("arret", "S9", "un autre arrêt"),
    ],
)
def test_a_value_is_written_as_it_is_said(champ: str, valeur: Any, ecrit: str) -> None:
    assert ecrire(champ, valeur, CONTEXTE) == ecrit


@pytest.mark.parametrize(
    ("avant", "dit"),
    [
        ("rien", "32 au lieu de rien"),
        ("le 2 avril 2025", "32 au lieu du 2 avril 2025"),
        ("une décision en attente", "32 au lieu d'une décision en attente"),
        ("aucune date", "32 au lieu d'aucune date"),
        ("arrêt complet", "32 au lieu d'arrêt complet"),
        ("l'assuré", "32 au lieu de l'assuré"),
        ("oui", "32 au lieu de oui"),
    ],
)
def test_au_lieu_de_is_written_as_in_french(avant: str, dit: str) -> None:
    assert au_lieu_de("32", avant) == dit


def test_what_two_lists_hold_is_paired_by_the_first_key_then_the_next() -> None:
    def soi(x: str) -> str:
        return x

    def initiale(x: str) -> str:
        return x[0]

    paires, ici, la = rapprocher(
        ["ab", "cd", "cd", "ef"], ["cx", "cd", "ab", "gh"], (soi, soi), (initiale, initiale)
    )
    assert paires == [("ab", "ab"), ("cd", "cd"), ("cd", "cx")]
    assert (ici, la) == (["ef"], ["gh"])


def test_answers_that_matter_both_ways_are_told_even_when_they_are_no() -> None:
    chomage: Json = {
        "id": "c",
        "type": "chomage",
        "recue_le": "2024-09-01",
        "debut": "2018-06-01",
        "fin": "2018-12-31",
    }
    texte = dossiers(dossier(), dossier(activite(), avis(), attestation(), chomage))
    assert paragraphe(texte, PIECES_DU_TEXTE) == [
        "– Dans le second dossier seulement : période de chômage du 1er juin au 31 décembre 2018, chômage indemnisé : non."
    ]


def test_two_paid_months_of_other_dates_are_fewer_and_more_but_one_is_moved() -> None:
    mars, avril, mai = (paies(mois, "2000.00") for mois in ("2024-03", "2024-04", "2024-05"))
    ete = paies("2024-06", *["2000.00"] * 3)
    avec = [
        dossier(activite(), avis(), attestation([*en_plus, *ete]))
        for en_plus in (mars, avril, [*avril, *mai])
    ]
    assert paragraphe(dossiers(avec[0], avec[1]), PIECES_DU_TEXTE)[1:] == [
        "  · paie de mars 2024, début : le 1er avril 2024 au lieu du 1er mars 2024 ;",
        "  · paie de mars 2024, fin : le 30 avril 2024 au lieu du 31 mars 2024 ;",
        "  · paie de mars 2024, date de versement : le 30 avril 2024 au lieu du 31 mars 2024.",
    ]
    assert paragraphe(dossiers(avec[0], avec[2]), PIECES_DU_TEXTE)[1:] == [
        "  · en moins : paie de mars 2024, salaire brut : 2 000,00 €, heures : 151,67 h ;",
        "  · en plus : paie d'avril 2024 et paie de mai 2024, salaire brut : 2 000,00 €, heures : 151,67 h.",
    ]


def test_identifiers_and_order_make_no_difference() -> None:
    autre = dossier(attestation(id="x3"), avis(id="x2"), activite(id="x1"))
    assert "– Rien ne diffère : mêmes pièces" in dossiers(dossier(), autre)
