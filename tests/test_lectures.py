"""Every admissible reading can be chosen, changes something in some case, and is told in words."""

from pathlib import Path

from corpus.catalogue import charger
from oracle.lectures import LECTURES, atmp

CASES, _ = charger([Path("corpus/cas")])
SANS_CAS = {"droit_constant", *(lecture.nom for lecture in atmp.LECTURES)}
"""Chosen by the date alone, never by a case; and those of work accidents, which the oracle still declines."""


def test_each_reading_is_told_from_the_default_by_a_case() -> None:
    """``test_corpus`` checks that the figures differ, and that the oracle gives both."""
    distinguees = {
        choix
        for charge in CASES
        for autre in charge.cas.lectures
        for choix in autre.si.items()
        if len(autre.si) == 1
    }
    attendues = {
        (nom, valeur)
        for nom, lecture in LECTURES.items()
        if nom not in SANS_CAS
        for valeur in lecture.valeurs
        if valeur != lecture.defaut
    }
    assert attendues - distinguees == set()
