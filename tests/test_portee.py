"""The reach of a fault: what is not tried on a dossier could not have changed its décompte."""

from collections import Counter
from fractions import Fraction

import pytest

from oracle.arrondis import au_plus_proche
from oracle.liquidation import liquider_en_detail
from oracle.loi import Variante
from sut_adapters.moteurs.fautes import FAUTES, MUTANTS, Portee
from tests.juges import question


@pytest.mark.parametrize(("nom", "part"), [("MAL-0001", 0), ("MAL-0011", 1), ("MAL-0002", 2)])
def test_a_fault_that_answers_every_question_as_the_law_does_changes_nothing(nom: str, part: int) -> None:
    """Rules, thresholds, tables, dates and roundings alike; each dossier tries a third of the catalogue."""
    asked = question(nom)
    loi = liquider_en_detail(asked.dossier, asked.au)
    portee = Portee.de(loi.trace)
    hors, dedans = Counter[str](), Counter[str]()
    for faute in (*FAUTES, *MUTANTS[part::3]):
        genre = faute.id.partition(":")[0] if ":" in faute.id else "galerie"
        if portee.touchee_par(faute.variante):
            dedans[genre] += 1
        else:
            hors[genre] += 1
            assert liquider_en_detail(asked.dossier, asked.au, None, faute.variante).decompte == loi.decompte
    assert {"galerie", "seuil", "ligne", "selection", "arrondi"} == hors.keys()
    assert dedans["galerie"] > 2


def test_a_rule_that_breaks_where_the_law_does_not_is_within_reach() -> None:
    asked = question("MAL-0001")
    portee = Portee.de(liquider_en_detail(asked.dossier, asked.au).trace)

    def casse(*_: object) -> int:
        raise KeyError("nothing")

    assert portee.touchee_par(Variante({"salaires.indemnite_journaliere": casse}))
    assert portee.touchee_par(Variante({"salaires.maximum_journalier": lambda plafond: plafond}))
    assert not portee.touchee_par(Variante({"salaires.indemnite_journaliere": _comme_la_loi}))
    assert not portee.touchee_par(Variante({"destinataires.part_d_un_employeur": casse})), "never applied"


def _comme_la_loi(base: Fraction, taux: Fraction, maximum: Fraction) -> int:
    return au_plus_proche(min(base * taux, maximum))
