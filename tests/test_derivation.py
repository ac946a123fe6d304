"""The derivation checker: what it proves, what it refuses, and in which words."""

from fractions import Fraction

import pytest

from corpus.derivation import DefautDeDerivation, Etape, evaluer, lire_derivation, verifier_derivation

PLAFONNEE = """
# Arrêt débutant le 1er avril 2025 : SMIC du 31 mars 2025.
plafond : 1.4 × 1801.80 = 2522.52
gain journalier de base : (3 × 2522.52) ÷ 91.25 = 82.932164
indemnité journalière : arrondi((3 × 2522.52) ÷ 91.25 ÷ 2) = 41.47
jours payés : nb_jours(2025-04-01, 2025-04-20) − 3 = 17
total : 17 × 41.47 = 704.99
"""


def une(ligne: str) -> list[DefautDeDerivation]:
    return verifier_derivation(ligne, {})


def raison(ligne: str) -> str:
    (defaut,) = une(ligne)
    return defaut.raison


def test_a_correct_derivation_has_no_defect() -> None:
    attendus = {"tranches[0].montant_journalier": Fraction("41.47"), "totaux[0].jours": Fraction(17)}
    assert verifier_derivation(PLAFONNEE, attendus) == []


def test_a_step_keeps_its_line_its_label_and_its_decimals() -> None:
    etapes, defauts = lire_derivation(PLAFONNEE)
    assert defauts == []
    assert etapes[0] == Etape(3, "plafond", "1.4 × 1801.80", Fraction("2522.52"), 2)
    assert [etape.decimales for etape in etapes] == [2, 6, 2, 0, 2]


def test_the_label_stops_at_the_first_spaced_colon() -> None:
    etapes, _ = lire_derivation("arrêt S1: brut : 2 × 3 = 6\nindu : part : 2 = 2")
    assert [(etape.libelle, etape.expression) for etape in etapes] == [
        ("arrêt S1: brut", "2 × 3"),
        ("indu", "part : 2"),
    ]


def test_empty_lines_and_comments_are_ignored() -> None:
    assert lire_derivation("\n  \n# 2 + 2 = 5\n   # sans calcul\n") == ([], [])


@pytest.mark.parametrize(
    ("expression", "valeur"),
    [
        ("2 + 3 × 4 − 6 ÷ 4", Fraction(25, 2)),
        ("2 + 3 * 4 - 6 / 4", Fraction(25, 2)),
        ("-(2 − 5)", Fraction(3)),
        ("0.1 + 0.2", Fraction(3, 10)),
        ("1 ÷ 3", Fraction(1, 3)),
        ("arrondi(32.875)", Fraction("32.88")),
        ("arrondi(32.87499999999999999999)", Fraction("32.87")),
        ("arrondi(-32.875)", Fraction("-32.88")),
        ("tronque(32.8799)", Fraction("32.87")),
        ("tronque(-32.8799)", Fraction("-32.87")),
        ("min(3, 1.5, 2)", Fraction("1.5")),
        ("max(3, arrondi(10 ÷ 3), 2)", Fraction("3.33")),
        ("nb_jours(2025-04-03, 2025-04-20)", Fraction(18)),
        ("nb_jours(2024-02-28,2024-03-01)", Fraction(3)),
        ("nb_jours(2025-04-03, 2025-04-03) × 2", Fraction(2)),
        ("12345678901234567890 × 0.01", Fraction("123456789012345678.90")),
        ("1\u00a0÷\u202f4", Fraction(1, 4)),
    ],
)
def test_expressions_have_an_exact_value(expression: str, valeur: Fraction) -> None:
    assert evaluer(expression) == valeur


def test_values_that_a_binary_float_would_miss_are_exact() -> None:
    assert evaluer("0.1 + 0.2 − 0.3") == 0
    assert evaluer("1.005 × 1000") == 1005


@pytest.mark.parametrize(
    ("expression", "message"),
    [
        ("1 ÷ (2 − 2)", "division par zéro"),
        ("racine(4)", "fonction inconnue « racine »"),
        ("smic + 1", "fonction inconnue « smic »"),
        ("__import__('os')", "caractère inconnu « ' »"),
        ("True", "fonction inconnue « True »"),
        ("3 € × 2", "caractère inconnu « € »"),
        ('nb_jours("2025-04-03", 2)', 'caractère inconnu « " »'),
        ("+3", "écriture non admise"),
        ("2 ** 8", "opérateur non admis"),
        ("7 // 2", "opérateur non admis"),
        ("1e3", "nombre mal écrit « 1e3 »"),
        ("1_000", "nombre mal écrit « 1_000 »"),
        ("0x10", "nombre mal écrit « 0x10 »"),
        (".5 + 1", "nombre mal écrit « .5 »"),
        ("32,88", "le séparateur décimal est le point"),
        ("arrondi(32,88)", "arrondi attend une seule valeur"),
        ("tronque()", "tronque attend une seule valeur"),
        ("min(3)", "min attend au moins deux valeurs"),
        ("arrondi + 1", "la fonction arrondi s’écrit avec ses arguments"),
        ("arrondi(3)(4)", "écriture non admise"),
        ("()", "virgule hors d’une fonction"),
        ("max(*(1, 2), 3)", "écriture non admise"),
        ("1 867.02", "expression mal formée « 1 867.02 »"),
        ("1\u202f867.02", "expression mal formée"),
        ("1\u00a0867.02", "expression mal formée"),
        ("(1 + 2", "expression mal formée"),
        ("007", "expression mal formée"),
        ("", "expression vide"),
        ("2025-10-10", "la date 2025-10-10 ne s’emploie que dans nb_jours"),
        ("nb_jours(2025-04-03)", "la date 2025-04-03 ne s’emploie que dans nb_jours"),
        ("nb_jours(3, 4)", "nb_jours attend deux dates"),
        ("nb_jours(2025-4-3, 2025-4-20)", "nb_jours attend deux dates"),
        ("nb_jours(2025-02-29, 2025-03-01)", "date inexistante « 2025-02-29 »"),
        ("nb_jours(2025-04-20, 2025-04-03)", "la fin 2025-04-03 précède le début 2025-04-20"),
        ("-" * 5000 + "1", "expression trop imbriquée"),
    ],
)
def test_anything_else_is_refused_in_french(expression: str, message: str) -> None:
    with pytest.raises(ValueError) as erreur:  # noqa: PT011 - the message is what this test reads
        evaluer(expression)
    assert message in str(erreur.value)


@pytest.mark.parametrize(
    ("ligne", "message"),
    [
        ("total : 3 × 4", "il manque « = valeur »"),
        ("Le salarié est en arrêt.", "il manque « = valeur »"),
        ("3 × 4 = 12", "il manque le libellé"),
        ("total : = 12", "il manque le calcul"),
        ("total : 3 × 4 = 12 = 12", "un seul signe ="),
        ("total : 3 × 4 =", "il manque « = valeur »"),
        ("total : 3 × 4 = 12 €", "valeur illisible « 12 € »"),
        ("total : 3 × 4 = 12,00", "valeur illisible « 12,00 »"),
        ("total : 3 × 4 = 13.00", "le calcul donne 12.00, la ligne annonce 13.00"),
        ("total : 3 ÷ 0 = 1", "division par zéro"),
        ("écart : 1 − 3 = −3", "le calcul donne -2, la ligne annonce -3"),
    ],
)
def test_a_faulty_line_gives_one_french_reason(ligne: str, message: str) -> None:
    assert message in raison(ligne)


@pytest.mark.parametrize(
    ("ligne", "juste"),
    [
        ("au plus proche : 1 ÷ 8 = 0.13", True),
        ("tronquée : 1 ÷ 8 = 0.12", False),
        ("juste dessous : 0.12499999999 = 0.12", True),
        ("à l’unité : 5 ÷ 2 = 3", True),
        ("zéro de trop : 1 ÷ 8 = 0.130", False),
        ("exacte : 1 ÷ 8 = 0.125", True),
        ("négative : 2 − 5 = -3", True),
        ("signe moins typographique : 2 − 5 = −3", True),
    ],
)
def test_a_line_is_right_when_it_rounds_half_up_to_the_decimals_it_states(ligne: str, juste: bool) -> None:
    assert (une(ligne) == []) is juste


def test_an_expected_amount_that_no_line_derives_is_named_by_its_path() -> None:
    attendus = {"totaux[0].brut": Fraction("704.99"), "totaux[0].net": Fraction("657.76")}
    assert verifier_derivation(PLAFONNEE, attendus) == [
        DefautDeDerivation(0, "totaux[0].net", "la valeur attendue 657.76 n’est le résultat d’aucune ligne")
    ]


def test_an_expected_day_count_is_written_without_decimals() -> None:
    (defaut,) = verifier_derivation("jours : 2 + 1 = 3", {"totaux[0].jours": Fraction(30)})
    assert "attendue 30 n’est" in defaut.raison


def test_a_zero_needs_no_line() -> None:
    assert verifier_derivation("", {"tranches[0].montant_journalier": Fraction(0)}) == []


def test_defects_come_in_the_order_of_the_lines_and_missing_amounts_last() -> None:
    texte = "a : 1 = 2\nb : 1\nc : 1 = 3\n"
    defauts = verifier_derivation(texte, {"totaux[0].brut": Fraction(9)})
    assert [(defaut.ligne, defaut.texte) for defaut in defauts] == [
        (1, "a : 1 = 2"),
        (2, "b : 1"),
        (3, "c : 1 = 3"),
        (0, "totaux[0].brut"),
    ]
