"""Payees, balances, readings and horizon told in French."""

from typing import get_args

import pytest

from oracle.decompte import Motif
from oracle.dossier import lire_dossier
from oracle.explication import AutreLecture, raconter
from oracle.explication.journees import MOTIFS
from oracle.liquidation import liquider_en_detail
from tests.aides import activite, attestation, avis, dossier, jour, mouvement, paies, subrogation
from tests.recits import CODE, dire, paragraphe


def test_a_subrogated_part_goes_to_the_employer_and_the_rest_to_the_insured() -> None:
    subroge = attestation(subrogations=[subrogation("2024-09-02", "2024-09-12")])
    texte = dire(activite(), avis(), subroge)
    assert paragraphe(texte, "Destinataires") == [
        f"– L'employeur est subrogé du 2 au 12 septembre 2024 : le salaire est maintenu en entier — art. R. 323-11 {CODE}."
    ]
    jours = paragraphe(texte, "Jour par jour")
    assert jours[1] == (
        "– Du 5 au 12 septembre 2024 (8 jours) : 32,88 € par jour à l'employeur, soit 263,04 € — "
        f"art. L. 323-1, R. 323-4, R. 323-5 et R. 323-11 {CODE}."
    )
    assert jours[2].startswith(
        "– Du 13 au 20 septembre 2024 (8 jours) : 32,88 € par jour à l'assuré, soit 263,04 €"
    )
    assert "– L'employeur : dû 263,04 €, déjà versé 0,00 €, reste à verser 263,04 €" in texte


@pytest.mark.parametrize(
    ("maintenu", "phrase"),
    [
        (
            "263.04",
            "L'employeur est subrogé du 5 au 12 septembre 2024 : le salaire maintenu, 263,04 €, est au moins égal aux 263,04 €",
        ),
        (
            "263.03",
            "L'employeur n'est pas subrogé du 5 au 12 septembre 2024 : le salaire maintenu, 263,03 €, est inférieur aux 263,04 €",
        ),
    ],
)
def test_a_wage_kept_in_part_is_compared_with_the_benefits(maintenu: str, phrase: str) -> None:
    partielle = subrogation("2024-09-05", "2024-09-12", salaire_maintenu=maintenu)
    assert phrase in dire(activite(), avis(), attestation(subrogations=[partielle]))


def test_two_employers_are_named_and_share_a_day() -> None:
    texte = dire(
        activite(),
        activite(id="a2", activite="B", debut="2023-01-01"),
        avis(),
        attestation(paies("2024-06", "1000.00", "1000.00", "1000.00")),
        attestation(
            paies("2024-06", "500.00", "500.00", "500.00"),
            id="t3",
            activite="B",
            subrogations=[subrogation("2024-09-02", "2024-09-20")],
        ),
    )
    assert "Salaires de référence, tous employeurs réunis :" in texte
    assert (
        "(16 jours) : 24,66 € par jour, dont 16,44 € à l'assuré et 8,22 € à l'employeur B, soit 394,56 €"
        in texte
    )
    assert "– L'employeur B : dû 131,52 €" in texte


def test_what_was_paid_and_advanced_is_taken_off_and_an_excess_is_named() -> None:
    acompte = mouvement("50.00", id="m2", nature="acompte")
    assert "déjà versé 100,00 € et 50,00 € d'acomptes, reste à verser 376,08 €" in dire(
        activite(), avis(), attestation(), mouvement("100.00"), acompte
    )
    assert "dû 526,08 €, déjà versé 600,00 €, trop-perçu 73,92 €" in dire(
        activite(), avis(), attestation(), mouvement("600.00")
    )


def test_days_not_yet_due_are_told_apart_from_the_balance() -> None:
    texte = dire(au="2024-09-10")
    assert "– Du 5 au 10 septembre 2024 (6 jours) : 32,88 € par jour à l'assuré, soit 197,28 €" in texte
    assert "– Du 11 au 20 septembre 2024 (10 jours) : 32,88 € par jour" in texte
    assert "Pas encore échu : les comptes ci-dessous n'en tiennent pas compte." in texte
    assert "– L'assuré : dû 197,28 €" in texte


def test_who_owes_no_levy_is_told_so() -> None:
    texte = dire(assure={"residence_fiscale_france": False})
    assert "– Net à l'assuré : 526,08 €, sans CSG ni CRDS sur 526,08 € bruts — art. L. 136-1" in texte


def test_before_any_notice_there_is_nothing_to_tell() -> None:
    texte = dire(au="2024-08-01")
    assert "Aucun avis d'arrêt n'est connu au 1er août 2024." in texte
    assert "Jour par jour" not in texte


def test_beyond_the_horizon_each_point_is_named_at_its_date() -> None:
    automne = attestation(paies("2026-08", "2000.00", "2000.00", "2000.00"))
    texte = dire(activite(), avis("2026-11-09", "2026-11-20"), automne, au="2026-11-30")
    (titre,) = [ligne for ligne in texte.splitlines() if ligne.startswith("Droit non connu")]
    assert titre == "Droit non connu à ces dates ; le calcul suppose le droit inchangé"
    assert "– Au 9 novembre 2026 : « " in texte
    assert "« Délai de carence »" in texte
    assert "« multiple du SMIC qui plafonne le salaire de référence »" in texte
    assert "Droit non connu" not in dire()


def test_a_reading_that_decides_says_what_the_other_would_give() -> None:
    points = paragraphe(dire(), "Points de droit dont ce décompte dépend")
    assert points[:5] == [
        "Comment la moitié du gain journalier est-elle ramenée au centime ?",
        "Lecture suivie : arrondi au centime le plus proche. Motif : reproduit tous les maximums publiés de 2012 à 2026.",
        "Autre lecture : troncature au centime. Motif : reproduit les exemples grand public (32,87 € pour 2 000 € par mois). Elle donnerait :",
        "– du 5 au 20 septembre 2024 (16 jours) : 32,87 € par jour au lieu de 32,88 € à l'assuré ;",
        "– en tout à l'assuré : 525,92 € bruts au lieu de 526,08 € et 490,68 € nets au lieu de 490,83 €.",
    ]
    assert not any("gain journalier de base est-il arrondi" in point for point in points)


def test_a_reading_that_only_moves_the_net_tells_the_net() -> None:
    points = paragraphe(dire(), "Points de droit dont ce décompte dépend")
    assert points[5:] == [
        "Où arrondit-on la CSG et la CRDS ?",
        "Lecture suivie : un seul arrondi, sur le total. Motif : un seul arrondi de 0,933 × brut : reproduit les nets publiés.",
        "Autre lecture : un arrondi du net chaque jour. Motif : 0,933 × indemnité du jour, arrondi chaque jour. Elle donnerait :",
        "– en tout à l'assuré : 490,88 € nets au lieu de 490,83 €.",
        "Autre lecture : un calcul chaque jour, la CRDS étant tronquée. Motif : par analogie avec D. 168-13 : chaque jour, CSG arrondie et CRDS tronquée. Elle donnerait :",
        "– en tout à l'assuré : 490,88 € nets au lieu de 490,83 €.",
    ]


def test_days_that_differ_are_told_stop_by_stop() -> None:
    second = avis("2024-09-24", "2024-09-30", id="v2", nature="prolongation")
    texte = dire(activite(), avis(), second, attestation())
    assert (
        "– du 5 au 20 septembre 2024 (16 jours) : 32,87 € par jour au lieu de 32,88 € à l'assuré ;\n"
        "– du 27 au 30 septembre 2024 (4 jours) : 32,87 € par jour au lieu de 32,88 € à l'assuré ;\n"
        "– en tout à l'assuré : 657,40 € bruts au lieu de 657,60 € et" in texte
    )


def test_two_readings_away_from_the_default_are_both_kept() -> None:
    texte = dire(arrondi_ij="troncature")
    assert "– en tout à l'assuré : 490,72 € nets au lieu de 490,68 €." in texte


def test_a_reading_that_changes_no_cent_is_left_out() -> None:
    rond = attestation(paies("2024-06", "1825.00", "1825.00", "1825.00"))
    assert "ramenée au centime" not in dire(activite(), avis(), rond)


def test_a_chosen_reading_is_followed_and_set_against_the_default() -> None:
    texte = dire(arrondi_ij="troncature")
    assert "– Indemnité journalière, tronquée au centime : 32,87 €" in texte
    assert "Lecture suivie : troncature au centime." in texte
    assert "32,88 € par jour au lieu de 32,87 € à l'assuré ;" in texte


def test_a_rounded_daily_base_shows_its_rounding() -> None:
    assert "6 000,00 € ÷ 91,25 ≈ 65,753425 €, arrondi au centime à 65,75 € — art." in dire(
        arrondi_base="centime"
    )


def test_a_reading_that_decides_the_payee_names_both() -> None:
    subroge = attestation(subrogations=[subrogation("2024-09-02", "2024-09-20")])
    texte = dire(activite(fin="2024-09-10"), avis(), subroge)
    assert "la subrogation cesse après le 10 septembre 2024, dernier jour du contrat" in texte
    points = paragraphe(texte, "Points de droit dont ce décompte dépend")
    donne = next(rang for rang, ligne in enumerate(points) if "la date attestée" in ligne)
    assert points[donne + 1 : donne + 4] == [
        "– du 11 au 20 septembre 2024 (10 jours) : 32,88 € par jour à l'employeur au lieu de 32,88 € par jour à l'assuré ;",
        "– en tout à l'assuré : 0,00 € bruts au lieu de 328,80 € et 0,00 € nets au lieu de 306,77 € ;",
        "– en tout à l'employeur : 526,08 € bruts au lieu de 197,28 € et 490,83 € nets au lieu de 184,06 €.",
    ]


def test_another_reading_that_cannot_be_decided_is_said_so() -> None:
    liquidation = liquider_en_detail(lire_dossier(dossier()), jour("2024-10-15"))
    assert "Points de droit" not in raconter(liquidation)
    indecise = AutreLecture("arrondi_ij", "au_plus_proche", "troncature", None)
    assert "– un dossier que le calcul ne sait pas encore décider." in raconter(liquidation, [indecise])


def test_every_reason_has_its_words() -> None:
    assert set(MOTIFS) == set(get_args(Motif))
