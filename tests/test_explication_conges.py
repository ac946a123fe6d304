"""Family leaves explained: nothing said twice differently, no word of the machine, differences that add up."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from corpus.catalogue import CasCharge, charger
from oracle.dossier import Dossier, lire_dossier
from oracle.explication import autres_lectures, comparer, raconter
from oracle.liquidation import Liquidation, liquider_en_detail
from properties.strategies import dossiers_de_famille, tirer
from properties.strategies.maladie import DE_FAMILLE
from tests.comparaisons import COMPTES, JOURS
from tests.contradictions import contradictions, ecart_dit, mots_etrangers
from tests.recits import simplifier
from tests.test_explication_suffit import noms_techniques, verifier

TOUS, _ = charger([Path("corpus/cas")])
CAS = {charge.cas.cas: charge for charge in TOUS if charge.cas.famille in DE_FAMILLE}
Question = tuple[Dossier, date]


def defauts(liquidation: Liquidation) -> list[str]:
    """What is wrong in the explanation of a liquidation; days are read back, or it is an error."""
    texte = raconter(liquidation)
    verifier(liquidation, texte)
    return [*mots_etrangers(texte), *contradictions(liquidation, texte)]


def defauts_de_l_ecart(texte: str) -> list[str]:
    return [*mots_etrangers(texte), *noms_techniques(simplifier(texte))]


def du(liquidation: Liquidation) -> int:
    """Cents due to all payees together."""
    return sum(int(solde.du) for solde in liquidation.decompte.soldes)


def a_deux_dates(question: Question) -> Iterator[tuple[Liquidation, Liquidation]]:
    """The file halfway through its documents, and at its own date."""
    dossier, au = question
    recus = sorted({piece.recue_le for piece in dossier.pieces if piece.recue_le <= au})
    if recus:
        yield liquider_en_detail(dossier, recus[len(recus) // 2]), liquider_en_detail(dossier, au)


def examiner(questions: list[Question]) -> list[str]:
    """What is wrong in the explanations of files, in what changes between two dates and between two files."""
    trouves = []
    for dossier, au in questions:
        for avant, apres in a_deux_dates((dossier, au)):
            trouves += defauts(avant) + defauts(apres)
            trouves += defauts_de_l_ecart(comparer(avant, apres, dossier))
    for (un, au_un), (autre, au_autre) in pairwise(questions):
        ici, la = (liquider_en_detail(dossier, max(au_un, au_autre)) for dossier in (un, autre))
        texte = comparer(ici, la, un, autre)
        trouves += defauts_de_l_ecart(texte)
        if ecart_dit(texte, JOURS, COMPTES) != du(la) - du(ici):
            trouves.append(f"{ecart_dit(texte, JOURS, COMPTES)} dits, {du(la) - du(ici)} au compte")
    return trouves


def tires(nombre: int, graine: int) -> list[Question]:
    return [(lire_dossier(tire.dossier), tire.au) for tire in tirer(dossiers_de_famille(), nombre, graine)]


@pytest.mark.parametrize("charge", CAS.values(), ids=CAS)
def test_a_curated_leave_is_told_without_contradiction(charge: CasCharge) -> None:
    assert examiner([(charge.cas.dossier, charge.cas.questions[-1].au)]) == []


@pytest.mark.parametrize("graine", [1, 2])
def test_drawn_leaves_are_told_without_contradiction(graine: int) -> None:
    assert examiner(tires(20, graine)) == []


@pytest.mark.lent
@pytest.mark.parametrize("graine", range(100, 120))
def test_leaves_by_the_thousand_are_told_without_contradiction(graine: int) -> None:
    assert examiner(tires(100, graine)) == []


def test_the_other_readings_of_drawn_leaves_are_compared_without_contradiction() -> None:
    for dossier, au in tires(8, 3):
        suivie = liquider_en_detail(dossier, au)
        for autre in autres_lectures(dossier, au, {}, suivie):
            assert autre.liquidation is not None
            texte = comparer(suivie, autre.liquidation, dossier)
            assert defauts_de_l_ecart(texte) == []
            assert ecart_dit(texte, JOURS, COMPTES) == du(autre.liquidation) - du(suivie)


# -- each check can fail


@pytest.mark.parametrize(
    ("cas", "dit", "change", "trouve"),
    [
        ("MAT-0001", "avec indemnité", "sans indemnité", "repos prénatal, sans indemnité"),
        ("MAT-0088", "repos prénatal, sans indemnité", "repos prénatal, avec indemnité", "avec indemnité"),
        ("MAT-0049", "maladie, comptée avec l'arrêt", "congé demandé", "congé demandé"),
        ("MAT-0001", ", soit ", ", soit 1", "somme annoncée"),
        ("MAT-0001", " — art. L. 331-3 et R. 331-5", ", rien n'est dû — art. L. 331-3", "payé et refusé"),
        ("MAT-0088", "trop court, rien n'est dû", "trop court", "ni payé ni refusé"),
        ("MAT-0083", "Pas encore échu", "Échu", "échéance"),
        ("MAT-0001", "Les droits sont ouverts", "Les droits ne le sont pas", "sans droits ouverts"),
        (
            "MAT-0070",
            "Les droits ne sont pas ouverts",
            "Les droits sont ouverts",
            "droits ouverts, et refusés",
        ),
        ("MAT-0001", "arrondi au centime à ", "arrondi au centime à 9", "€ par jour"),
        ("MAT-0001", "L'assuré : dû ", "L'assuré : dû 1", "jours et forfaits"),
        ("MAT-0101", "pas encore échue", "échue", "jours et forfaits"),
    ],
)
def test_each_contradiction_is_seen(cas: str, dit: str, change: str, trouve: str) -> None:
    charge = CAS[cas]
    liquidation = liquider_en_detail(charge.cas.dossier, charge.cas.questions[-1].au)
    texte = simplifier(raconter(liquidation))
    assert dit in texte
    assert contradictions(liquidation, texte) == []
    assert any(trouve in defaut for defaut in contradictions(liquidation, texte.replace(dit, change)))


def test_a_day_missing_from_the_calendar_or_told_twice_is_seen() -> None:
    charge = CAS["MAT-0001"]
    liquidation = liquider_en_detail(charge.cas.dossier, charge.cas.questions[-1].au)
    texte = simplifier(raconter(liquidation))
    ligne = next(une for une in texte.splitlines() if "repos prénatal, avec indemnité" in une)
    for change, trouve in ((ligne + "\n" + ligne, "deux fois"), ("", "absent du calendrier")):
        assert any(trouve in defaut for defaut in contradictions(liquidation, texte.replace(ligne, change)))


def test_english_words_and_braces_are_seen() -> None:
    assert mots_etrangers("le congé {nom} is paid, None") == ["{", "}", "paid", "None"]
    assert mots_etrangers("un repos non payé, sans autre date") == []
