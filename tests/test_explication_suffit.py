"""An explanation stands alone: no technical name in it, French typography, and enough to know who is paid what any day."""

import re
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from corpus.catalogue import CasCharge, charger
from oracle.decompte import par_jour
from oracle.dossier import lire_dossier
from oracle.explication import expliquer, raconter
from oracle.explication.langue import (
    article,
    articles,
    decimal,
    egale,
    enumerer,
    euros,
    heures,
    intervalle,
    intervalle_compte,
    phrase,
    pluriel,
    relire,
    valeur,
)
from oracle.explication.personnes import personnes_de
from oracle.explication.points_de_droit import dire_une_lecture
from oracle.explication.refus import MOTIFS
from oracle.lectures import LECTURES, atmp
from oracle.liquidation import Liquidation, liquider_en_detail
from oracle.registre import PAR_ID
from properties.strategies import dossiers_maladie, tirer
from tests.aides import activite, attestation, avis, dossier, jour, paies, subrogation
from tests.declines import MOTIFS_D_ACCIDENT
from tests.recits import Payes, relire_les_jours, simplifier

CAS, _ = charger([Path("corpus/cas")])

NOMS_TECHNIQUES = re.compile(
    r"\b\w+_\w+"  # snake_case
    r"|(?<!DSS/)(?<!fiche )\b[A-Z]{1,2}\d+\b|\bp\d+\b"  # S1, L1, p23, but not the number of a circular or of a sheet
    r"|\b(?:MAL|PAY)-[\w-]+"  # rules and cases
    r"|\d{4}-\d{2}-\d{2}"  # ISO days
    r"|\b[LRD]\d{3}"  # articles as the code writes them
    r"|\d\.\d{2}\b"  # amounts with a dot
    r"|\b(?:indemnise|assure|heritiers|delegataire|employeur:[A-Z])\b"
)


def noms_techniques(texte: str) -> list[str]:
    """What a person should not have to read."""
    return NOMS_TECHNIQUES.findall(texte) + [nom for nom in PAR_ID if nom in texte]


@pytest.mark.parametrize(
    "texte",
    [
        "arrêt S1",
        "pièce p23",
        "affection L1",
        "statut non_indemnise",
        "le délai delai_de_carence",
        "la règle MAL-OD-1",
        "cas MAL-0042",
        "le 2025-04-03",
        "art. R323-4",
        "32.88 €",
        "versé à assure",
    ],
)
def test_the_search_for_technical_names_finds_them(texte: str) -> None:
    assert noms_techniques(texte)


def test_the_search_for_technical_names_leaves_french_alone() -> None:
    assert (
        noms_techniques(
            "Du 3 au 5 avril 2025 : délai de carence — art. R. 323-1, 1er, n° 22-11.242, l'employeur A"
        )
        == []
    )


def verifier(liquidation: Liquidation, texte: str) -> None:
    """No technical name, and every day of the décompte read back from the text, no day more."""
    texte = simplifier(texte)
    assert noms_techniques(texte) == []
    nommer = personnes_de(liquidation).nommer
    attendus: dict[date, Payes] = {}
    for periode in liquidation.decompte.periodes:
        for jour_du in par_jour(periode):
            parts = {nommer(part.destinataire): int(part.montant) for part in jour_du.parts}
            attendus[jour_du.jour] = parts
    assert relire_les_jours(texte) == attendus


@pytest.mark.parametrize("charge", CAS, ids=lambda charge: charge.cas.cas)
def test_a_case_of_the_corpus_is_read_back_from_its_explanation_under_each_reading(charge: CasCharge) -> None:
    for etape in charge.cas.questions:
        suivie = liquider_en_detail(charge.cas.dossier, etape.au)
        verifier(suivie, raconter(suivie))
        for lectures in autres_reponses(suivie):
            autre = liquider_en_detail(charge.cas.dossier, etape.au, lectures)
            verifier(autre, raconter(autre))


def autres_reponses(liquidation: Liquidation) -> Iterator[dict[str, str]]:
    """The other answers to the points of law that a décompte met."""
    for nom, suivie in liquidation.trace.lectures.items():
        yield from ({nom: valeur} for valeur in LECTURES[nom].valeurs if valeur != suivie)


def test_the_cases_of_the_corpus_exercise_every_reading_and_every_reason() -> None:
    lectures: set[tuple[str, str]] = {("droit_constant", "oui")}  # it is stated, never asked
    motifs: set[str | None] = {"indemnite_nulle"}  # no case of the corpus has a nil pay: see below
    for charge in CAS:
        for etape in charge.cas.questions:
            liquidation = liquider_en_detail(charge.cas.dossier, etape.au)
            motifs |= {periode.motif for periode in liquidation.decompte.periodes}
            for reponse in autres_reponses(liquidation):
                lectures |= set(reponse.items())
                if reponse == {"duree_prescription": "exces_non_indemnise"}:
                    autre = liquider_en_detail(charge.cas.dossier, etape.au, reponse)
                    motifs |= {periode.motif for periode in autre.decompte.periodes}
    jamais = {
        (nom, valeur)
        for nom, lecture in LECTURES.items()
        for valeur in lecture.valeurs
        if valeur != lecture.defaut
    }
    sans_cas = {lecture.nom for lecture in atmp.LECTURES}
    assert {nom for nom, _ in jamais - lectures} <= sans_cas, "accidents at work have no case yet"
    assert set(MOTIFS) - motifs == MOTIFS_D_ACCIDENT


@pytest.mark.parametrize(
    ("nom", "valeur"), [(lecture.nom, valeur) for lecture in LECTURES.values() for valeur in lecture.valeurs]
)
def test_a_reading_and_its_ground_are_told_without_technical_names(nom: str, valeur: str) -> None:
    dite = f"{LECTURES[nom].question} {dire_une_lecture(nom, valeur)}"
    assert noms_techniques(simplifier(relire(dite))) == []


def test_a_nil_benefit_is_read_back() -> None:
    nulles = attestation(paies("2024-06", "0.00", "0.00", "0.00"))
    lu = lire_dossier(dossier(activite(), avis(), nulles))
    texte = expliquer(lu, jour("2024-10-15"))
    verifier(liquider_en_detail(lu, jour("2024-10-15")), texte)
    assert "le calcul donne une indemnité nulle" in texte


def test_drawn_dossiers_are_read_back_from_their_explanations() -> None:
    for tire in tirer(dossiers_maladie(), 40, 20250403):
        lu = lire_dossier(tire.dossier)
        verifier(liquider_en_detail(lu, tire.au), expliquer(lu, tire.au))


def test_a_day_of_two_employers_is_read_back() -> None:
    donnees = dossier(
        activite(),
        activite(id="a2", activite="B", debut="2023-01-01"),
        avis(),
        attestation(subrogations=[subrogation("2024-09-10", "2024-09-12")]),
        attestation(id="t3", activite="B", subrogations=[subrogation("2024-09-12", "2024-09-15")]),
    )
    texte = simplifier(expliquer(lire_dossier(donnees), jour("2024-10-15")))
    lus = relire_les_jours(texte)
    assert lus[jour("2024-09-04")] == {}
    assert lus[jour("2024-09-09")] == {"l'assuré": 5228}
    assert lus[jour("2024-09-10")] == {"l'assuré": 2614, "l'employeur A": 2614}
    assert lus[jour("2024-09-12")] == {"l'employeur A": 2614, "l'employeur B": 2614}


def test_the_text_is_written_with_french_typography() -> None:
    texte = expliquer(lire_dossier(dossier()), jour("2024-10-15"))
    assert "32,88\u00a0€" in texte
    assert "1\u202f766,92\u00a0€" in texte
    assert "455,01\u00a0h sur 150,00\u00a0h requises" in texte
    assert "rien n’est dû" in texte
    assert "'" not in texte
    assert re.search(r" [:;?!»€%]|« ", texte) is None


@pytest.mark.parametrize(
    ("ecrit", "attendu"),
    [
        (euros(3288), "32,88 €"),
        (euros(0), "0,00 €"),
        (euros(123456789), "1 234 567,89 €"),
        (euros(Fraction(3180456, 10)), "3 180,456 €"),
        (valeur(Fraction(100, 3)), "≈ 0,333333 €"),
        (egale(Fraction(100, 3)), "≈ 0,333333 €"),
        (egale(100), "= 1,00 €"),
        (valeur(100), "1,00 €"),
        (heures(14999), "149,99 h"),
        (decimal(Fraction(14, 10)), "1,4"),
        (decimal(Fraction(9125, 100)), "91,25"),
        (decimal(Fraction(84)), "84"),
        (decimal(Fraction(50)), "50"),
        (pluriel(0, "jour"), "0 jour"),
        (pluriel(1, "jour"), "1 jour"),
        (pluriel(2, "jour"), "2 jours"),
        (pluriel(1093, "jour"), "1 093 jours"),
        (pluriel(2, "journal", "journaux"), "2 journaux"),
        (enumerer([]), ""),
        (enumerer(["a"]), "a"),
        (enumerer(["a", "b"]), "a et b"),
        (enumerer(["a", "b", "c"]), "a, b et c"),
        (articles(["R323-4"]), "art. R. 323-4 du code de la sécurité sociale"),
        (articles(["L323-1-1", "R323-1"]), "art. L. 323-1-1 et R. 323-1 du code de la sécurité sociale"),
        (articles(["R323-1", "R323-1"]), "art. R. 323-1 du code de la sécurité sociale"),
        (article("lettre de R313-3, 2°"), "lettre de R. 313-3, 2°"),
        (article("code du travail, L1225-35"), "code du travail, L. 1225-35"),
        (relire("la paie de avril 2025, d'août : 148,00 h"), "la paie d’avril 2025, d’août : 148,00 h"),
        (relire("« oui » ; 6 %"), "« oui » ; 6 %"),
        (phrase("dû"), "Dû."),
        (phrase("dû :"), "Dû :"),
    ],
)
def test_numbers_and_words_are_written_as_in_french(ecrit: str, attendu: str) -> None:
    assert simplifier(ecrit) == attendu.replace("’", "'")


@pytest.mark.parametrize(
    ("debut", "fin", "attendu"),
    [
        ("2025-04-08", "2025-04-08", "le 8 avril 2025"),
        ("2025-04-01", "2025-04-05", "du 1er au 5 avril 2025"),
        ("2025-03-28", "2025-04-01", "du 28 mars au 1er avril 2025"),
        ("2024-12-31", "2025-01-02", "du 31 décembre 2024 au 2 janvier 2025"),
        ("2024-01-08", "2025-01-10", "du 8 janvier 2024 au 10 janvier 2025"),
    ],
)
def test_an_interval_writes_once_what_its_ends_share(debut: str, fin: str, attendu: str) -> None:
    assert intervalle(jour(debut), jour(fin)) == attendu


def test_an_interval_counts_its_days() -> None:
    assert intervalle_compte(jour("2025-04-08"), jour("2025-04-08")) == "le 8 avril 2025 (1 jour)"
    assert intervalle_compte(jour("2025-04-03"), jour("2025-04-05")) == "du 3 au 5 avril 2025 (3 jours)"
