"""Each field of a dossier: what is badly written gives one problem, in French, at its place, and never a traceback."""

from typing import Any

import pytest

from oracle.decompte import lire_decompte
from oracle.dossier import DossierInvalide
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
        pytest.param(10**400, GUILLEMETS, id="401 digits"),
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
        ("２０００.00", DEUX_DECIMALES),
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
        ("２０２５-04-03", JOUR_ECRIT),
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


@pytest.mark.parametrize(
    ("donnees", "champ", "fragment"),
    [
        (dossier(activite(), avis(couleur="rouge")), "pieces[p2].couleur", "champ inconnu à cet endroit"),
        (avec_paie(couleur="rouge"), "pieces[p3].paies[0].couleur", "champ inconnu à cet endroit"),
        (dossier(activite()) | {"couleur": 1}, "couleur", "champ inconnu à cet endroit"),
        (dossier(activite(), couleur=1), "assure.couleur", "champ inconnu à cet endroit"),
        (
            dossier(activite(), avis(type="avis")),
            "pieces[p2]",
            "type de pièce inconnu ; valeurs admises : activite, ",
        ),
        (dossier(activite(), avis(type=3)), "pieces[p2]", "type de pièce inconnu"),
        (dossier(activite(), avis(type=[])), "pieces[p2]", "type de pièce inconnu"),
        (dossier(activite(), {"id": "p2"}), "pieces[p2]", "la pièce ne dit pas son « type »"),
        (
            dossier(activite(), avis(risque="grippe")),
            "pieces[p2].risque",
            "valeurs admises : maladie, accident, ",
        ),
        (
            dossier(activite(), avis(nature=None)),
            "pieces[p2].nature",
            "valeurs admises : initial, prolongation",
        ),
        (dossier(activite(), avis(affection=3)), "pieces[p2].affection", "un texte est attendu"),
        (dossier(activite(), avis(arret="S 1")), "pieces[p2].arret", "la forme attendue est ^[A-Za-z0-9]"),
        (dossier(activite(), avis(arret="S" * 65)), "pieces[p2].arret", "la forme attendue est ^[A-Za-z0-9]"),
        (dossier(activite(), avis(activites="A")), "pieces[p2].activites", "une liste est attendue"),
        (dossier(activite(), avis(), attestation(paies={})), "pieces[p3].paies", "une liste est attendue"),
        (
            dossier(activite(), avis(), attestation(paies=[3])),
            "pieces[p3].paies[0]",
            "un bloc de champs est attendu",
        ),
        (
            dossier(activite(), avis(), mouvement("1.00", destinataire="employeur")),
            "pieces[m1].destinataire",
            "(assure|",
        ),
        (dossier(activite(), avis(), mouvement("-1.00")), "pieces[m1].montant", NEGATIF),
        (
            dossier(
                activite(),
                avis(),
                attestation(subrogations=[subrogation("2024-09-02", "2024-09-09", salaire_maintenu="tout")]),
            ),
            "pieces[p3].subrogations[0].salaire_maintenu",
            DEUX_DECIMALES,
        ),
        ({"pieces": []}, "assure", "champ obligatoire absent"),
        ({"assure": dossier()["assure"]}, "pieces", "champ obligatoire absent"),
        (dossier() | {"pieces": {}}, "pieces", "une liste est attendue"),
        (dossier() | {"pieces": ["avis"]}, "pieces[0]", "un bloc de champs est attendu"),
        (dossier() | {"pieces": [None]}, "pieces[0]", "un bloc de champs est attendu"),
    ],
)
def test_what_does_not_fit_is_named_with_what_would(donnees: Json, champ: str, fragment: str) -> None:
    lu, raison = le_probleme(donnees)
    assert lu == champ
    assert fragment in raison


@pytest.mark.parametrize("donnees", [None, [], "dossier", 3, float("nan"), [[[]]], b"{}"])
def test_what_is_no_dossier_at_all_is_one_problem(donnees: object) -> None:
    assert le_probleme(donnees) == ("", "un bloc de champs est attendu")


@pytest.mark.parametrize(
    ("activite_lue", "fragment"),
    [
        (activite(statut="artisan"), "« statut » n'existe pas pour une activité de nature « salarie »"),
        (
            activite(nature="independant"),
            "« contrat » n'existe pas pour une activité de nature « independant »",
        ),
        (activite(contrat=None), "« contrat » est obligatoire pour une activité de nature « salarie »"),
        (activite(periodicite=None), "« periodicite » est obligatoire"),
        (activite(nature="independant", contrat=None, periodicite=None), "« statut » est obligatoire"),
        (
            activite(nature="mandat_local"),
            "« contrat » n'existe pas pour une activité de nature « mandat_local »",
        ),
    ],
)
def test_each_nature_of_activity_has_its_own_fields(activite_lue: Json, fragment: str) -> None:
    assert fragment in le_probleme(dossier(activite_lue))[1]


@pytest.mark.parametrize(("revenu", "chiffre_affaires"), [(None, None), ("1.00", "1.00")])
def test_a_business_declares_an_income_or_a_turnover(
    revenu: str | None, chiffre_affaires: str | None
) -> None:
    declaration = {
        "id": "r",
        "type": "revenu_independant",
        "recue_le": "2024-06-01",
        "activite": "B",
        "annee": 2023,
    }
    donnees = dossier(declaration | {"revenu": revenu, "chiffre_affaires": chiffre_affaires})
    assert (
        le_probleme(donnees)[1] == "exactement un des champs « revenu » et « chiffre_affaires » est attendu"
    )


def test_each_mistake_of_a_file_is_reported() -> None:
    donnees = dossier(
        activite(), avis(fin="vendredi", couleur="rouge"), attestation(dernier_jour_travaille=3)
    )
    assert [p.champ for p in problemes(donnees)] == [
        "pieces[p2].fin",
        "pieces[p2].couleur",
        "pieces[p3].dernier_jour_travaille",
    ]


def test_a_problem_reads_as_one_line_with_the_value() -> None:
    (probleme,) = problemes(avec_paie(brut="2000"))
    assert str(probleme) == f"pieces[p3].paies[0].brut : {DEUX_DECIMALES} (valeur : 2000)"


def test_a_long_value_is_cut_and_a_block_is_not_printed() -> None:
    (long,) = problemes(avec_paie(brut=10**400))
    (bloc,) = problemes(avec_paie(brut={"a": 1}))
    assert (len(long.valeur), long.valeur[-1], bloc.valeur) == (58, "…", "")


def test_a_value_that_holds_itself_is_refused_like_another() -> None:
    piece = avis()
    piece["affection"] = piece
    assert le_probleme(dossier(activite(), piece)) == ("pieces[p2].affection", "un texte est attendu")


@pytest.mark.parametrize("donnees", [dossier() | {1: 2}, dossier(activite(), avis(arret="\ud800"))])
def test_a_key_or_a_text_that_is_none_is_refused_in_french(donnees: Json) -> None:
    raison = le_probleme(donnees)[1]
    assert "should be" not in raison
    assert "Input" not in raison


@pytest.mark.parametrize(
    ("montant", "fragment"),
    [("32.8", "au moins deux décimales"), (32.88, "guillemets"), ("-1.00", "négatif")],
)
def test_an_amount_of_a_decompte_may_have_more_decimals_but_not_fewer(montant: object, fragment: str) -> None:
    taux = {"arret": "S1", "regime": "general", "risque": "maladie", "montant_journalier": montant}
    with pytest.raises(DossierInvalide, match=fragment):
        lire_decompte({"taux": [taux]})
    assert (
        lire_decompte({"taux": [taux | {"montant_journalier": "32.876712"}]}).taux[0].montant_journalier
        * 10**4
        == 32876712
    )
