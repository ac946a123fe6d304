"""Comparison: only what is stated, on what is rendered, to the cent, per day and per payee."""

from copy import deepcopy
from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from corpus.attendu import Attendu
from harness.comparison import compare
from harness.divergence import Arrondir, Divergence, au_centime, euros, tel_quel
from oracle.decompte import lire_decompte
from tests.aides import Json, jour

CHAMPS = ("decisions", "periodes", "taux", "bases", "compteurs", "soldes", "prelevements")


def periode(debut: str, fin: str, statut: str, montant: str = "0.00", **keys: Any) -> Json:
    """A period of stop ``S1``, its amount going to the insured."""
    return {
        "debut": debut,
        "fin": fin,
        "arret": "S1",
        "regime": "general",
        "risque": "maladie",
        "statut": statut,
        "montant_journalier": montant,
        "parts": [{"destinataire": "assure", "montant": montant}] if montant != "0.00" else [],
    } | keys


def tranche(**keys: Any) -> Json:
    """A statement on the paid days."""
    return {"debut": "2024-09-05", "fin": "2024-09-20"} | keys


RENDU: Json = {
    "decisions": [{"arret": "S1", "regime": "general", "risque": "maladie", "ouvert": True}],
    "periodes": [
        periode("2024-09-02", "2024-09-04", "carence", motif="delai_de_carence"),
        periode("2024-09-05", "2024-09-20", "indemnise", "32.88"),
    ],
    "taux": [{"arret": "S1", "regime": "general", "risque": "maladie", "montant_journalier": "32.88"}],
    "bases": [
        {
            "arret": "S1",
            "regime": "general",
            "base_journaliere": "65.753425",
            "plafond": "3180.46",
            "date_plafond": "2024-08-31",
        }
    ],
    "compteurs": {"ij_3_ans": 16, "fin_ald": {"L1": "2027-09-01"}, "jour_atmp": {"X1": 4}},
    "soldes": [
        {"destinataire": "assure", "du": "526.08", "verse": "100.00", "acomptes": "0.00", "rappel": "426.08", "indu": "0.00"}
    ],
    "prelevements": [
        {"destinataire": "assure", "brut": "526.08", "csg": "32.62", "crds": "2.63", "net": "490.83"},
    ],
}  # fmt: skip
SPLIT = [{"destinataire": "assure", "montant": "12.88"}, {"destinataire": "employeur:A", "montant": "20.00"}]
TO_THE_EMPLOYER = [{"destinataire": "employeur:A", "montant": "32.88"}]


def paid(**keys: Any) -> Json:
    """What is rendered, the paid days changed."""
    rendu = deepcopy(RENDU)
    rendu["periodes"][1] |= keys
    return rendu


def against(
    stated: Json,
    rendu: Json = RENDU,
    champs: tuple[str, ...] = CHAMPS,
    *,
    arrondir: Arrondir = tel_quel,
    exhaustif: bool = False,
) -> list[Divergence] | None:
    """The divergences of a décompte in plain data from a statement in plain data."""
    return compare(
        Attendu.model_validate(stated), lire_decompte(rendu), champs, arrondir=arrondir, exhaustif=exhaustif
    )


def the_only(found: list[Divergence] | None) -> Divergence:
    assert found is not None
    (only,) = found
    return only


TRUE_STATEMENTS: list[Json] = [
    {"tranches": [tranche(statut="indemnise", montant_journalier="32.88", destinataire="assure")]},
    {"tranches": [tranche(montant="526.08")]},
    {"tranches": [tranche(montant="526.08", destinataire="assure")]},
    {"tranches": [tranche(montant_journalier="0.00", destinataire="employeur:A")]},
    {"tranches": [tranche(parts=[{"destinataire": "assure", "montant": "32.88"}])]},
    {"tranches": [tranche(arret="S1", regime="general", risque="maladie", montant_journalier="32.88")]},
    {"tranches": [tranche(arret="S2", montant_journalier="0.00")]},
    {"tranches": [tranche(debut="2024-09-02", fin="2024-09-04", statut="carence", motif="delai_de_carence")]},
    {"tranches": [tranche(debut="2024-09-21", fin="2024-09-22", statut="non_prescrit", montant_journalier="0.00")]},
    {"tranches": [tranche(debut="2024-09-21", fin="2024-09-22", motif="jour_non_prescrit", parts=[])]},
    {"totaux": [{"destinataire": "assure", "risque": "maladie", "jours": 16, "brut": "526.08"}]},
    {"totaux": [{"destinataire": "assure", "csg": "32.62", "crds": "2.63", "net": "490.83"}]},
    {"totaux": [{"destinataire": "employeur:A", "jours": 0, "brut": "0.00", "net": "0.00"}]},
    {"decisions": [{"arret": "S1", "ouvert": True}]},
    {"taux": [{"arret": "S1", "montant_journalier": "32.88"}]},
    {"bases": [{"arret": "S1", "base_journaliere": "65.753425", "plafond": "3180.46", "date_plafond": "2024-08-31"}]},
    {"bases": [{"arret": "S1", "base_journaliere": "65.7534"}]},
    {"bases": [{"arret": "S1", "base_journaliere": "65.75"}]},
    {"compteurs": {"ij_3_ans": 16, "fin_ald": {"L1": "2027-09-01"}, "jour_atmp": {"X1": 4}}},
    {"soldes": [{"destinataire": "assure", "du": "526.08", "verse": "100.00", "rappel": "426.08", "indu": "0.00"}]},
    {"prelevements": [{"destinataire": "assure", "brut": "526.08", "csg": "32.62", "crds": "2.63", "net": "490.83"}]},
]  # fmt: skip


@pytest.mark.parametrize("stated", TRUE_STATEMENTS, ids=str)
def test_a_true_statement_has_no_divergence(stated: Json) -> None:
    assert against(stated) == []


@pytest.mark.parametrize(
    ("stated", "aspect", "attendu", "rendu", "ecart"),
    [
        ({"statut": "carence"}, "statut", "carence", "indemnise", None),
        ({"motif": "maximum_360"}, "motif", "maximum_360", "aucun", None),
        ({"montant_journalier": "32.87"}, "montant", "32.87", "32.88", 16),
        ({"montant_journalier": "33.88", "destinataire": "assure"}, "montant", "33.88", "32.88", -1600),
        ({"montant_journalier": "32.88", "destinataire": "employeur:A"}, "destinataire", "32.88", "0.00", -16 * 3288),
        ({"parts": TO_THE_EMPLOYER}, "destinataire", "employeur:A 32.88", "assure 32.88", 0),
        ({"montant": "526.00"}, "montant", "526.00", "526.08", 8),
    ],
)  # fmt: skip
def test_a_false_statement_on_days_is_told_once_with_its_days_and_its_cents(
    stated: Json, aspect: str, attendu: str, rendu: str, ecart: int | None
) -> None:
    seen = the_only(against({"tranches": [tranche(**stated)]}))
    assert (seen.champ, seen.aspect, seen.attendu, seen.rendu) == ("periodes", aspect, attendu, rendu)
    assert (seen.debut, seen.fin, seen.ecart) == (jour("2024-09-05"), jour("2024-09-20"), ecart)
    assert seen.destinataire == stated.get("destinataire")


@pytest.mark.parametrize(
    ("stated", "champ", "aspect", "attendu", "rendu", "ecart"),
    [
        ({"totaux": [{"jours": 17}]}, "totaux", "nombre", "17", "16", None),
        ({"totaux": [{"brut": "526.07"}]}, "totaux", "montant", "brut 526.07", "brut 526.08", 1),
        ({"totaux": [{"csg": "32.61"}]}, "totaux", "montant", "csg 32.61", "csg 32.62", None),
        ({"totaux": [{"destinataire": "assure", "net": "490.84"}]}, "totaux", "montant", "net 490.84", "net 490.83", None),
        ({"decisions": [{"arret": "S1", "ouvert": False}]}, "decisions", "droits", "droits non ouverts", "droits ouverts", None),
        ({"decisions": [{"arret": "S1", "ouvert": None}]}, "decisions", "droits", "en attente", "droits ouverts", None),
        ({"decisions": [{"arret": "S2", "ouvert": True}]}, "decisions", "absence", "ouvert True", "ligne absente", None),
        ({"taux": [{"arret": "S1", "montant_journalier": "32.87"}]}, "taux", "montant", "montant_journalier 32.87", "montant_journalier 32.88", 1),
        ({"taux": [{"arret": "S1", "a_partir_du_jour": 31, "montant_journalier": "32.88"}]}, "taux", "absence", "montant_journalier 32.88", "ligne absente", -3288),
        ({"bases": [{"arret": "S1", "base_journaliere": "65.76"}]}, "bases", "montant", "base_journaliere 65.76", "base_journaliere 65.75", -1),
        ({"bases": [{"arret": "S1", "base_journaliere": "65.753426"}]}, "bases", "montant", "base_journaliere 65.753426", "base_journaliere 65.753425", Fraction(-1, 10_000)),
        ({"bases": [{"arret": "S1", "date_plafond": "2024-09-30"}]}, "bases", "date", "2024-09-30", "2024-08-31", None),
        ({"compteurs": {"ij_3_ans": 15}}, "compteurs", "nombre", "ij_3_ans 15", "ij_3_ans 16", None),
        ({"compteurs": {"fin_ald": {"L1": "2027-08-31"}}}, "compteurs", "date", "fin_ald[L1] 2027-08-31", "fin_ald[L1] 2027-09-01", None),
        ({"compteurs": {"jour_atmp": {"X2": 1}}}, "compteurs", "nombre", "jour_atmp[X2] 1", "jour_atmp[X2] None", None),
        ({"soldes": [{"destinataire": "assure", "indu": "0.01"}]}, "soldes", "montant", "indu 0.01", "indu 0.00", -1),
        ({"soldes": [{"destinataire": "heritiers", "du": "0.00"}]}, "soldes", "absence", "du 0.00", "ligne absente", None),
        ({"prelevements": [{"destinataire": "assure", "crds": "2.64"}]}, "prelevements", "montant", "crds 2.64", "crds 2.63", -1),
    ],
)  # fmt: skip
def test_a_false_line_is_told_with_what_is_stated_and_what_is_rendered(
    stated: Json, champ: str, aspect: str, attendu: str, rendu: str, ecart: int | None
) -> None:
    seen = the_only(against(stated))
    assert (seen.champ, seen.aspect, seen.attendu, seen.rendu) == (champ, aspect, attendu, rendu)
    assert seen.ecart == ecart


def test_a_key_left_out_asserts_nothing() -> None:
    rendu = paid(statut="non_indemnise", motif="maximum_360", montant_journalier="0.00", parts=[])
    stated: Json = {
        "tranches": [tranche()],
        "totaux": [{"destinataire": "assure"}],
        "decisions": [{"arret": "S1"}],
        "bases": [{"arret": "S1"}],
        "soldes": [{"destinataire": "assure", "verse": "100.00"}],
        "compteurs": {},
    }
    assert against(stated, rendu) == []
    assert (
        against({"taux": [{"arret": "S1", "montant_journalier": "32.88"}]}, paid(montant_journalier="1.00"))
        == []
    )


def test_days_are_summed_over_the_periods_that_match_the_keys_given() -> None:
    rendu = deepcopy(RENDU)
    rendu["periodes"].append(
        periode("2024-09-05", "2024-09-20", "indemnise", "10.00", regime="agricole", arret="S2")
    )
    for keys, montant in (
        ({}, "42.88"),
        ({"regime": "general"}, "32.88"),
        ({"regime": "agricole"}, "10.00"),
        ({"arret": "S2", "destinataire": "assure"}, "10.00"),
        ({"risque": "accident"}, "0.00"),
    ):
        assert against({"tranches": [tranche(montant_journalier=montant, **keys)]}, rendu) == []
    assert against({"totaux": [{"regime": "agricole", "brut": "160.00", "jours": 16}]}, rendu) == []
    assert the_only(against({"tranches": [tranche(statut="carence")]}, rendu)).rendu == "indemnise"


def test_the_part_of_one_payee_is_compared_with_his_part_alone() -> None:
    rendu = paid(parts=SPLIT)
    assert (
        against({"tranches": [tranche(montant_journalier="20.00", destinataire="employeur:A")]}, rendu) == []
    )
    assert against({"tranches": [tranche(montant="206.08", destinataire="assure", parts=SPLIT)]}, rendu) == []
    assert against({"totaux": [{"destinataire": "employeur:A", "brut": "320.00", "jours": 16}]}, rendu) == []
    swapped = [
        {"destinataire": "assure", "montant": "20.00"},
        {"destinataire": "employeur:A", "montant": "12.88"},
    ]
    seen = the_only(against({"tranches": [tranche(parts=swapped)]}, rendu))
    assert (seen.aspect, seen.attendu) == ("destinataire", "assure 20.00, employeur:A 12.88")


def test_the_right_amount_to_the_wrong_payee_is_named_destinataire() -> None:
    stated: Json = {"tranches": [tranche(montant_journalier="32.88", destinataire="assure")]}
    assert the_only(against(stated, paid(parts=TO_THE_EMPLOYER))).aspect == "destinataire"
    wrong = [{"destinataire": "employeur:A", "montant": "32.87"}]
    assert the_only(against(stated, paid(montant_journalier="32.87", parts=wrong))).aspect == "montant"


def test_parts_that_do_not_add_up_to_what_is_stated_diverge() -> None:
    short = [{"destinataire": "assure", "montant": "20.00"}]
    whole = [{"destinataire": "assure", "montant": "32.88"}]
    assert against({"tranches": [tranche(montant_journalier="32.88", parts=whole)]}, paid(parts=short))


def test_days_that_diverge_alike_are_one_divergence_and_others_are_apart() -> None:
    rendu = deepcopy(RENDU)
    rendu["periodes"][1:] = [
        periode("2024-09-05", "2024-09-09", "indemnise", "31.88"),
        periode("2024-09-10", "2024-09-10", "indemnise", "32.88"),
        periode("2024-09-11", "2024-09-15", "indemnise", "31.88"),
        periode("2024-09-16", "2024-09-20", "indemnise", "30.88"),
    ]
    seen = against({"tranches": [tranche(montant_journalier="32.88")]}, rendu) or []
    assert [(each.debut, each.fin, each.rendu, each.ecart) for each in seen] == [
        (date(2024, 9, 5), date(2024, 9, 9), "31.88", Fraction(-500)),
        (date(2024, 9, 11), date(2024, 9, 15), "31.88", Fraction(-500)),
        (date(2024, 9, 16), date(2024, 9, 20), "30.88", Fraction(-1000)),
    ]


def test_a_day_that_no_period_covers_reads_not_prescribed() -> None:
    seen = (
        against({"tranches": [tranche(fin="2024-09-21", statut="indemnise", montant_journalier="32.88")]})
        or []
    )
    assert [(each.aspect, each.debut, each.rendu) for each in seen] == [
        ("montant", date(2024, 9, 21), "0.00"),
        ("statut", date(2024, 9, 21), "non_prescrit"),
    ]


def test_decisions_are_told_apart_by_their_phase() -> None:
    rendu = deepcopy(RENDU)
    one = rendu["decisions"][0]
    rendu["decisions"] = [one | {"phase": "six_premiers_mois"}, one | {"phase": "au_dela", "ouvert": False}]
    both: Json = {
        "decisions": [
            {"arret": "S1", "phase": "au_dela", "ouvert": False},
            {"arret": "S1", "phase": "six_premiers_mois", "ouvert": True},
        ]
    }
    assert against(both, rendu) == []
    seen = the_only(against({"decisions": [{"arret": "S1", "phase": "au_dela", "ouvert": True}]}, rendu))
    assert (seen.aspect, seen.rendu) == ("droits", "droits non ouverts")


@pytest.mark.parametrize("champ", ["decisions", "taux", "bases", "soldes", "prelevements"])
def test_an_empty_list_asserts_emptiness(champ: str) -> None:
    assert the_only(against({champ: []})).aspect == "excedent"
    assert against({champ: []}, RENDU | {champ: []}) == []


def test_an_empty_list_of_days_asserts_that_nothing_is_paid() -> None:
    assert against({"tranches": []})
    assert against({"tranches": []}, RENDU | {"periodes": RENDU["periodes"][:1]}) == []


def test_a_partial_statement_lets_pass_what_it_does_not_name() -> None:
    rendu = deepcopy(RENDU)
    rendu["periodes"].append(periode("2024-10-01", "2024-10-02", "indemnise", "32.88"))
    rendu["taux"].append(rendu["taux"][0] | {"arret": "S2"})
    stated: Json = {"tranches": [tranche()], "taux": [{"arret": "S1", "montant_journalier": "32.88"}]}
    assert against(stated, rendu) == []
    seen = against(stated, rendu, exhaustif=True) or []
    assert [(each.champ, each.aspect, each.ecart) for each in seen] == [
        ("periodes", "excedent", Fraction(6576)),
        ("taux", "excedent", Fraction(3288)),
    ]


def test_a_whole_statement_does_not_ask_for_lines_that_hold_nothing() -> None:
    nothing = {"destinataire": "heritiers", "du": "0.00", "verse": "0.00", "acomptes": "0.00", "rappel": "0.00", "indu": "0.00"}  # fmt: skip
    assert against({"soldes": [*RENDU["soldes"], nothing]}, exhaustif=True) == []
    assert (
        against({"soldes": RENDU["soldes"]}, RENDU | {"soldes": [*RENDU["soldes"], nothing]}, exhaustif=True)
        == []
    )


def test_a_paid_period_without_end_is_told_and_not_walked_through() -> None:
    rendu = RENDU | {"periodes": [periode("1900-01-01", "2100-12-31", "indemnise", "1.00")]}
    seen = against({"tranches": [tranche()]}, rendu, exhaustif=True) or []
    assert [each.rendu for each in seen] == ["période sans fin"]


def test_one_cent_on_one_day_diverges() -> None:
    rendu = deepcopy(RENDU)
    rendu["periodes"][1]["fin"] = "2024-09-19"
    rendu["periodes"].append(periode("2024-09-20", "2024-09-20", "indemnise", "32.89"))
    seen = the_only(against({"tranches": [tranche(montant_journalier="32.88")]}, rendu))
    assert (seen.debut, seen.fin, seen.ecart) == (date(2024, 9, 20), date(2024, 9, 20), Fraction(1))


def test_amounts_that_are_not_rounded_are_rounded_once_and_only_when_asked() -> None:
    exact = "32.8767123"
    rendu = paid(montant_journalier=exact, parts=[{"destinataire": "assure", "montant": exact}])
    rendu["taux"][0]["montant_journalier"] = exact
    stated: Json = {
        "tranches": [tranche(montant_journalier="32.88", destinataire="assure", montant="526.08")],
        "totaux": [{"brut": "526.08"}],
        "taux": [{"arret": "S1", "montant_journalier": "32.88"}],
    }
    assert against(stated, rendu, arrondir=au_centime) == []
    seen = against(stated, rendu) or []
    assert [each.champ for each in seen] == ["periodes", "periodes", "totaux", "taux"]


@pytest.mark.parametrize(("exact", "rounded"), [("32.875", 3288), ("32.8749999", 3287), ("32.88", 3288)])
def test_half_a_cent_is_rounded_up(exact: str, rounded: int) -> None:
    assert au_centime(Fraction(exact) * 100) == rounded
    assert tel_quel(Fraction(exact) * 100) == Fraction(exact) * 100


def test_exact_cents_are_written_in_euros() -> None:
    assert [euros(amount) for amount in (3288, Fraction(6575342, 1000), 0)] == ["32.88", "65.75342", "0.00"]


@pytest.mark.parametrize(
    ("champs", "judged"),
    [(("taux",), 1), (("periodes",), 2), (("periodes", "taux"), 3), (("bases", "soldes"), None)],
)
def test_only_the_fields_that_an_engine_renders_are_judged(
    champs: tuple[str, ...], judged: int | None
) -> None:
    stated: Json = {
        "tranches": [tranche(montant_journalier="1.00")],
        "totaux": [{"brut": "1.00", "net": "1.00"}],
        "taux": [{"arret": "S1", "montant_journalier": "1.00"}],
    }
    seen = against(stated, champs=champs)
    assert (None if seen is None else len(seen)) == judged
