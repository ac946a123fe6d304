"""The verdicts: each one that can be reached, what brings it, and what it says."""

from copy import deepcopy
from fractions import Fraction
from typing import Any

import pytest

from corpus.attendu import Attendu
from harness.campaign import ask_and_judge
from harness.verdict import DIVERGENTS
from oracle.loi import Variante
from sut_adapters.moteurs.etalon import CAPACITES
from sut_adapters.outcomes import Crashed, Failed, Invalid, Outcome, OutOfScope, Refused, TimedOut
from tests.aides import Json, activite, attestation, avis, dossier, paies, subrogation
from tests.juges import as_oracle, claiming, contender, drawn, judged, question

REFUSED_BY_LAW = dossier(avis())
"""A stop without any employment: nothing can be decided."""
TWO_EMPLOYERS = dossier(
    activite(),
    activite(id="p1b", activite="B"),
    avis(activites=["A", "B"]),
    attestation(subrogations=[subrogation("2024-09-02", "2024-09-20")]),
    attestation(
        paies("2024-06", "1000.00", "1000.00", "1000.00"),
        id="p3b",
        activite="B",
        subrogations=[subrogation("2024-09-02", "2024-09-20")],
    ),
)
UNKNOWN_LAW = dossier(
    activite(),
    avis("2026-11-15", "2026-11-30"),
    attestation(
        paies("2026-08", "2000.00", "2000.00", "2000.00"),
        recue_le="2026-11-20",
        dernier_jour_travaille="2026-11-14",
    ),
)
ONE_OF_EACH = {
    "a case": lambda: question("MAL-0001"),
    "a generated dossier": drawn,
}


def rate_changed(resultat: Json, montant: str) -> Json:
    """The same décompte with another daily amount on every paid day and in the rate."""
    changed = deepcopy(resultat)
    for periode in changed["periodes"]:
        if periode["statut"] == "indemnise":
            periode["montant_journalier"] = montant
            periode["parts"] = [part | {"montant": montant} for part in periode["parts"]]
    changed["taux"] = [taux | {"montant_journalier": montant} for taux in changed["taux"]]
    return changed


@pytest.mark.parametrize("kind", ONE_OF_EACH)
def test_the_oracle_s_own_answer_is_conform(kind: str) -> None:
    asked = ONE_OF_EACH[kind]()
    judgement = judged(asked, as_oracle(asked))
    assert (judgement.verdict, judgement.lectures, judgement.divergences) == ("CONFORME", {}, ())
    assert judgement.resultat == as_oracle(asked)


@pytest.mark.parametrize("kind", ONE_OF_EACH)
def test_an_amount_that_no_reading_gives_is_an_ecart_with_its_cents(kind: str) -> None:
    asked = ONE_OF_EACH[kind]()
    judgement = judged(asked, rate_changed(as_oracle(asked), "32.86"))
    assert judgement.verdict == "ECART"
    assert judgement.ecart == -2 * 16
    days = next(d for d in judgement.divergences if d.champ == "periodes")
    assert (str(days.debut), str(days.fin), days.attendu, days.rendu) == (
        "2024-09-05",
        "2024-09-20",
        "32.88",
        "32.86",
    )


def test_an_engine_that_renders_a_rate_alone_is_judged_on_it_alone() -> None:
    only_a_rate = CAPACITES.model_copy(update={"champs_rendus": ("taux",)})
    asked = question("MAL-0001")
    rate = {"taux": as_oracle(asked)["taux"]}
    assert judged(asked, rate, only_a_rate).verdict == "CONFORME"
    wrong = judged(asked, rate_changed({"periodes": [], **rate}, "33.88"), only_a_rate)
    assert (wrong.verdict, wrong.ecart) == ("ECART", Fraction(100))


@pytest.mark.parametrize(
    ("name", "lectures"),
    [
        ("MAL-0001", {"arrondi_ij": "troncature"}),
        ("MAL-0004", {"arrondi_ij": "troncature"}),
        ("MAL-0004", {"arrondi_ij": "troncature", "arrondi_net": "par_jour"}),
        ("MAL-0001", {"arrondi_net": "par_jour"}),
    ],
)
def test_an_admissible_reading_is_named_whether_the_case_states_it_or_not(
    name: str, lectures: dict[str, str]
) -> None:
    asked = question(name)
    judgement = judged(asked, as_oracle(asked, lectures))
    assert (judgement.verdict, judgement.lectures) == ("CONFORME_SOUS_LECTURE", lectures)
    assert judgement.divergences == ()


@pytest.mark.parametrize("name", ["MAL-0001", "MAL-0045", "MAL-0067", "MAL-0069", "MAL-0090"])
def test_every_reading_that_a_case_states_is_recognised(name: str) -> None:
    asked = question(name)
    assert asked.lectures
    for stated in asked.lectures:
        judgement = judged(asked, as_oracle(asked, stated.si))
        assert (judgement.verdict, judgement.lectures) == ("CONFORME_SOUS_LECTURE", stated.si)


def test_under_a_reading_too_a_case_is_judged_on_what_it_states_and_nothing_else() -> None:
    asked = question("MAL-0001")
    rendered = as_oracle(asked, {"arrondi_ij": "troncature"})
    rendered["compteurs"]["ij_3_ans"] = 99
    assert judged(asked, rendered).verdict == "CONFORME_SOUS_LECTURE"


def test_a_reading_is_named_on_a_generated_dossier_too() -> None:
    asked = drawn()
    judgement = judged(asked, as_oracle(asked, {"arrondi_ij": "troncature"}))
    assert (judgement.verdict, judgement.lectures) == ("CONFORME_SOUS_LECTURE", {"arrondi_ij": "troncature"})


def test_a_reading_that_changes_nothing_here_is_not_named() -> None:
    asked = question("MAL-0002")
    assert judged(asked, as_oracle(asked, {"arrondi_ij": "troncature"})).verdict == "CONFORME"


def test_a_refusal_is_justified_by_the_case_or_by_the_oracle_and_otherwise_it_is_not() -> None:
    refusal = Attendu.model_validate({"refus": {"champ": "pieces", "regle": "MAL-OD-1"}})
    no = Refused("aucun emploi")
    assert judged(drawn(REFUSED_BY_LAW, suite="corpus", attendu=refusal), no).verdict == "CONFORME"
    assert judged(drawn(REFUSED_BY_LAW), no).verdict == "CONFORME"
    unjustified = judged(question("MAL-0001"), no)
    assert (unjustified.verdict, unjustified.detail) == ("REFUS_INJUSTIFIE", "aucun emploi")
    assert judged(drawn(), no).verdict == "REFUS_INJUSTIFIE"


def test_to_compute_a_dossier_that_must_be_refused_is_named() -> None:
    refusal = Attendu.model_validate({"refus": {"champ": "pieces", "regle": "MAL-OD-1"}})
    asked = drawn(REFUSED_BY_LAW, suite="corpus", attendu=refusal)
    assert judged(asked, as_oracle(drawn())).verdict == "ACCEPTATION_INJUSTIFIEE"


@pytest.mark.parametrize(
    ("name", "claims", "words"),
    [
        ("MAL-0001", {"pieces": ["activite", "avis_arret"]}, "pièces non déclarées : attestation_salaire"),
        ("MAL-0001", {"periode": {"fin": "2024-09-01"}}, "hors de la période"),
        ("MAL-0001", {"periode": {"debut": "2024-09-03"}}, "hors de la période"),
        ("MAL-0001", {"familles": ["maternite"]}, "maladie"),
        ("MAL-0097@2025-06-20", {"historique": "aucun"}, "histoire"),
    ],
)
def test_what_an_engine_does_not_declare_is_out_of_its_reach_and_not_asked(
    name: str, claims: Json, words: str
) -> None:
    with contender(alter=claiming(**claims)).open() as engine:
        judgement = ask_and_judge(engine, question(name))
    assert judgement.verdict == "HORS_CHAMP"
    assert words in judgement.detail
    assert judgement.resultat is None


@pytest.mark.parametrize(
    "claims", [{"periode": {"debut": "2024-09-02", "fin": "2024-09-02"}}, {"familles": ["maladie"]}]
)
def test_what_an_engine_declares_at_its_very_bounds_is_asked(claims: Json) -> None:
    with contender(alter=claiming(**claims)).open() as engine:
        assert ask_and_judge(engine, question("MAL-0001")).verdict == "CONFORME"


def test_an_engine_may_leave_a_dossier_to_others_and_is_judged_on_what_it_renders_only() -> None:
    left = judged(question("MAL-0001"), OutOfScope("maternité"))
    assert (left.verdict, left.detail) == ("HORS_CHAMP", "maternité")
    letters = CAPACITES.model_copy(update={"champs_rendus": ("courriers",)})
    assert judged(question("MAL-0001"), {"courriers": []}, letters).verdict == "HORS_CHAMP"


def test_what_the_oracle_does_not_decide_is_judged_by_nobody() -> None:
    asked = drawn(
        dossier(activite(nature="independant", statut="artisan", contrat=None, periodicite=None), avis())
    )
    assert judged(asked, as_oracle(drawn())).verdict == "HORS_CHAMP"


def test_to_compute_what_the_oracle_refuses_is_named_without_a_case_too() -> None:
    assert judged(drawn(REFUSED_BY_LAW), as_oracle(drawn())).verdict == "ACCEPTATION_INJUSTIFIEE"


def test_to_refuse_what_the_oracle_does_not_decide_is_judged_by_nobody() -> None:
    independent = activite(nature="independant", statut="artisan", contrat=None, periodicite=None)
    assert judged(drawn(dossier(independent, avis())), Refused("non")).verdict == "HORS_CHAMP"


@pytest.mark.parametrize("montant", ["32.88", "1.00"])
def test_beyond_what_is_known_of_the_law_nothing_is_right_nor_wrong(montant: str) -> None:
    asked = drawn(UNKNOWN_LAW, au="2026-11-30")
    judgement = judged(asked, rate_changed(as_oracle(asked), montant))
    assert (judgement.verdict, judgement.lectures) == ("INDECIDABLE", {"droit_constant": "oui"})


def test_beyond_what_is_known_of_the_law_a_refusal_is_not_wrong_either() -> None:
    assert judged(drawn(UNKNOWN_LAW, au="2026-11-30"), Refused("droit inconnu")).verdict == "INDECIDABLE"


def payees_only() -> Any:
    return CAPACITES.model_copy(update={"champs_rendus": ("periodes",)})


def test_a_point_of_law_to_confirm_condemns_nobody_when_it_alone_differs() -> None:
    asked = drawn(TWO_EMPLOYERS)
    to_the_insured = Variante({"destinataires.part_d_un_employeur": lambda *_: 0})
    rendered = as_oracle(asked, variante=to_the_insured)
    judgement = judged(asked, rendered, payees_only())
    assert (judgement.verdict, judgement.detail) == (
        "INDECIDABLE",
        "seul diffère un point de droit à confirmer",
    )
    assert [d.aspect for d in judgement.divergences] == ["destinataire"]
    assert judged(asked, rate_changed(rendered, "1.00"), payees_only()).verdict == "ECART"


def test_a_point_of_law_to_confirm_condemns_no_engine_that_renders_balances_either() -> None:
    asked = drawn(TWO_EMPLOYERS)
    to_the_insured = Variante({"destinataires.part_d_un_employeur": lambda *_: 0})
    assert judged(asked, as_oracle(asked, variante=to_the_insured)).verdict == "INDECIDABLE"


def test_another_payee_is_wrong_where_the_law_is_settled() -> None:
    asked = drawn(
        dossier(activite(), avis(), attestation(subrogations=[subrogation("2024-09-02", "2024-09-20")]))
    )
    rendered = as_oracle(asked)
    for periode in rendered["periodes"]:
        periode["parts"] = [part | {"destinataire": "assure"} for part in periode["parts"]]
    judgement = judged(asked, rendered, payees_only())
    assert (judgement.verdict, [d.aspect for d in judgement.divergences]) == ("ECART", ["destinataire"])


@pytest.mark.parametrize(
    ("outcome", "verdict", "words"),
    [
        (Crashed("ended with exit code 7"), "PANNE", "exit code 7"),
        (Failed("NullPointerException"), "PANNE", "NullPointerException"),
        (TimedOut(2.0), "DELAI", "2 s"),
        (Invalid("not JSON"), "REPONSE_INVALIDE", "not JSON"),
    ],
)
def test_an_engine_that_does_not_answer_well_is_told_why(outcome: Outcome, verdict: str, words: str) -> None:
    judgement = judged(question("MAL-0001"), outcome)
    assert judgement.verdict == verdict
    assert words in judgement.detail
    assert judgement.verdict in DIVERGENTS


def set_in_first_period(**keys: Any) -> Json:
    rendered = as_oracle(question("MAL-0001"))
    rendered["periodes"][1] |= keys
    return rendered


@pytest.mark.parametrize(
    ("keys", "field"),
    [
        ({"montant_journalier": "-1.00"}, "periodes[1].montant_journalier"),
        ({"montant_journalier": 32.88}, "periodes[1].montant_journalier"),
        ({"montant_journalier": "32.8"}, "periodes[1].montant_journalier"),
        ({"debut": "2024-02-30"}, "periodes[1].debut"),
        ({"statut": "payé"}, "periodes[1].statut"),
        ({"motif": "parce que"}, "periodes[1].motif"),
        ({"brut": "32.88"}, "periodes[1].brut"),
        ({"montant_journalier": "32.876712"}, "plus de deux décimales"),
    ],
)
def test_an_answer_out_of_shape_is_invalid_and_names_its_field(keys: Json, field: str) -> None:
    judgement = judged(question("MAL-0001"), set_in_first_period(**keys))
    assert judgement.verdict == "REPONSE_INVALIDE"
    assert field in judgement.detail


def test_amounts_that_are_not_rounded_are_admitted_when_declared_and_rounded_once() -> None:
    asked = drawn()
    declared = CAPACITES.model_copy(
        update={"montants_non_arrondis": True, "champs_rendus": ("periodes", "taux")}
    )
    exact = rate_changed(as_oracle(asked), "32.8767123287")
    assert judged(asked, exact).verdict == "REPONSE_INVALIDE"
    assert judged(asked, exact, declared).verdict == "CONFORME"
    assert judged(asked, rate_changed(exact, "32.8649"), declared).verdict == "ECART"


def test_the_cents_of_a_verdict_are_those_of_the_days_first() -> None:
    asked = question("MAL-0001")
    short = judged(asked, rate_changed(as_oracle(asked), "31.88"))
    assert {d.champ for d in short.divergences} > {"periodes", "taux"}
    assert short.ecart == Fraction(-1600)
