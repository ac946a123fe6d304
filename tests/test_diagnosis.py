"""Diagnosis: the change of the law that gives an engine's very answers is named, and no divergence is left out."""

from copy import deepcopy
from dataclasses import replace

import pytest

from harness.diagnosis import Case, suspects
from harness.findings import Finding, establish, size
from harness.planning import Planned
from harness.readings import attendre
from harness.verdict import DIVERGENTS, Judgement
from oracle import registre
from oracle.legislation import tables
from oracle.loi import Comparateur, Variante
from sut_adapters.moteurs.etalon import CAPACITES
from sut_adapters.moteurs.fautes import PAR_ID, RECETTE, Faute
from sut_adapters.outcomes import Crashed, Failed, Outcome, Refused, TimedOut
from tests.aides import Json, activite, attestation, avis, dossier, jour
from tests.juges import as_oracle, drawn, found, judged, question

SAMPLE = (1, 2, 4, 11, 14, 16, 17, 70)
"""Cases of the corpus that tell the gallery's faults from one another, with the date where a pay is awaited."""


@pytest.fixture(scope="module")
def sample() -> list[Planned]:
    return [question(f"MAL-{number:04d}") for number in SAMPLE] + [question("MAL-0097@2025-06-20")]


def some(*numbers: int) -> list[Planned]:
    return [question(f"MAL-{number:04d}") for number in numbers]


def on(records: list[tuple[Planned, Json | Outcome]]) -> tuple[list[Case], list[Finding]]:
    """The divergent records of an engine that answered so, and the findings on them."""
    seen = [(asked, judged(asked, outcome)) for asked, outcome in records]
    divergent = [Case(asked, judgement) for asked, judgement in seen if judgement.verdict in DIVERGENTS]
    return divergent, establish(seen, DIVERGENTS, CAPACITES, lambda case, _cause: case)


def nothing_left_out(divergent: list[Case], findings: list[Finding]) -> None:
    """Every divergent record is in exactly one finding."""
    told = [name for finding in findings for name in finding.cas]
    assert sorted(told) == sorted(case.question.id for case in divergent)


@pytest.mark.parametrize("faute", RECETTE, ids=lambda faute: faute.id)
def test_each_fault_of_the_gallery_is_found_first_with_its_own_rule(
    faute: Faute, sample: list[Planned]
) -> None:
    divergent, findings = found(sample, faute.variante)
    first = findings[0]
    assert (first.suspect, first.regle, first.exact) == (faute.id, faute.regle, True)
    assert first.titre == faute.titre
    assert first.articles == registre.PAR_ID[faute.regle].articles
    nothing_left_out(divergent, findings)


def known_until(nom: str, last: str) -> Variante:
    """An engine that missed every change of a parameter after a day."""
    table = tables()[nom]
    kept = tuple(ligne for ligne in table.lignes if ligne.depuis <= jour(last))
    return Variante(tables={nom: replace(table, lignes=kept)})


def test_a_parameter_that_was_not_updated_is_named_with_its_dates() -> None:
    divergent, findings = found(some(1, 4, 6, 16), known_until("multiplicateur_plafond", "2025-03-31"))
    (only,) = findings
    assert only.suspect == "ligne:multiplicateur_plafond:2025-04-01:precedente"
    assert only.regle == "MAL-PLAFOND"
    assert "1er avril 2025" in only.titre
    assert only.cas == ("MAL-0004", "MAL-0006", "MAL-0016")
    nothing_left_out(divergent, findings)


def early(nom: str) -> Variante:
    """An engine that applies the last change of a parameter from the beginning."""
    table = tables()[nom]
    last = replace(table.lignes[-1], depuis=table.lignes[0].depuis)
    return Variante(tables={nom: replace(table, lignes=(last,))})


def test_a_parameter_applied_too_early_is_named_too() -> None:
    _, findings = found(some(2, 3, 4), early("multiplicateur_plafond"))
    assert [(finding.suspect, finding.cas) for finding in findings] == [
        ("ligne:multiplicateur_plafond:2015-01-01:suivante", ("MAL-0002", "MAL-0003"))
    ]


@pytest.mark.parametrize(("days", "number"), [("-1j", 3), ("+1j", 4)])
def test_a_change_of_the_law_applied_one_day_off_is_not_taken_for_a_missed_one(
    days: str, number: int
) -> None:
    """MAL-0003 begins on 31 March 2025, MAL-0004 the day after, when the ceiling changes."""
    name = f"ligne:multiplicateur_plafond:2025-04-01:{days}"
    divergent, (only,) = found(some(2, 3, 4, 6, 16), PAR_ID[name].variante)
    assert (only.suspect, only.cas) == (name, (f"MAL-{number:04d}",))
    nothing_left_out(divergent, [only])


def test_a_fault_that_cannot_change_the_answer_is_no_suspect() -> None:
    asked = question("MAL-0001")
    names = {suspect.id for suspect in suspects(attendre(asked.dossier, asked.au))}
    assert {"jours_decales", "seuil:MAL-CARENCE.fin:egalite", "seuil:MAL-CARENCE.fin:+1"} <= names
    assert names.isdisjoint(
        {
            "seuil:MAL-OD-1.heures_3_mois:egalite",  # 455.01 hours, far above 150
            "seuil:MAL-OD-1.heures_3_mois:+1",
            "ligne:multiplicateur_plafond:2025-04-01:precedente",  # a stop of September 2024
            "ligne:multiplicateur_plafond:2025-04-01:-1j",
        }
    )


@pytest.mark.parametrize(
    ("nom", "inverse", "numbers", "regle"),
    [
        ("MAL-OD-1.salaires_6_mois", ">", (14, 35), "MAL-OD-1"),
        ("MAL-360.maximum", "<", (70, 71), "MAL-360"),
        ("MAL-GAP.deux_jours", "<", (11, 68), "MAL-GAP"),
        ("MAL-MAINTIEN-1.douze_mois", "<", (80, 83), "MAL-MAINTIEN-1"),
    ],
)
def test_an_equality_judged_the_other_way_is_named(
    nom: str, inverse: Comparateur, numbers: tuple[int, ...], regle: str
) -> None:
    divergent, findings = found(some(1, *numbers), Variante(comparateurs={nom: inverse}))
    (only,) = findings
    assert (only.suspect, only.regle) == (f"seuil:{nom}:egalite", regle)
    assert "l'égalité est jugée à l'inverse" in only.titre
    assert len(divergent) == len(numbers)


def test_two_changes_at_once_are_named_together_where_both_matter() -> None:
    both = PAR_ID["jours_decales"].variante.avec(PAR_ID["plafond_sur_la_somme"].variante)
    divergent, findings = found(some(1, 2, 16), both)
    assert [(finding.suspect, finding.cas) for finding in findings] == [
        ("jours_decales", ("MAL-0001", "MAL-0002")),
        ("jours_decales+plafond_sur_la_somme", ("MAL-0016",)),
    ]
    assert findings[1].titre == f"{PAR_ID['jours_decales'].titre} ; et {PAR_ID['plafond_sur_la_somme'].titre}"
    nothing_left_out(divergent, findings)


def test_two_causes_apart_are_two_findings_the_more_frequent_first() -> None:
    days, ceiling = PAR_ID["jours_decales"].variante, PAR_ID["plafond_sur_la_somme"].variante
    one, other, sum_ = some(1, 2, 16)
    divergent, findings = on(
        [
            (sum_, as_oracle(sum_, variante=ceiling)),
            (one, as_oracle(one, variante=days)),
            (other, as_oracle(other, variante=days)),
        ]
    )
    assert [(finding.id, finding.suspect) for finding in findings] == [
        ("C1", "jours_decales"),
        ("C2", "plafond_sur_la_somme"),
    ]
    nothing_left_out(divergent, findings)


def shifted(asked: Planned, cents: int) -> Json:
    """The oracle's answer, each paid day changed by so many cents: no change of the law gives that."""
    rendered = deepcopy(as_oracle(asked))
    for periode in rendered["periodes"]:
        if periode["statut"] == "indemnise":
            montant = f"{float(periode['montant_journalier']) + cents / 100:.2f}"
            periode["montant_journalier"] = montant
            periode["parts"] = [part | {"montant": montant} for part in periode["parts"]]
    return rendered


def test_an_inexplicable_answer_falls_back_on_how_it_diverges() -> None:
    less, lesser, more = some(1, 2, 4)
    divergent, findings = on(
        [(less, shifted(less, -317)), (more, shifted(more, 211)), (lesser, shifted(lesser, -599))]
    )
    assert [(finding.suspect, finding.exact, finding.titre) for finding in findings] == [
        (None, False, "Des montants diffèrent")
    ] * 2
    assert [finding.cas for finding in findings] == [("MAL-0001", "MAL-0002"), ("MAL-0004",)]
    assert findings[0].regle == less.regles[0]
    assert findings[0].montant == -317 * 16 - 599 * 15
    assert findings[0].sens == "l'assuré ou son employeur reçoit moins que son dû"
    assert findings[1].sens == "la caisse verse plus que le dû"
    nothing_left_out(divergent, findings)


def test_an_inexplicable_answer_to_a_generated_dossier_names_the_rule_of_the_first_step() -> None:
    asked = drawn(dossier(activite(), avis(), attestation()))
    rendered = as_oracle(asked)
    rendered["periodes"][0] |= {"statut": "non_prescrit", "motif": None}
    (only,) = on([(asked, rendered)])[1]
    assert (only.suspect, only.regle) == (None, "MAL-CARENCE")
    assert only.titre == "Des jours n'ont pas le statut que dit le droit"


@pytest.mark.parametrize(
    ("outcome", "titre"),
    [
        (Crashed("ended with exit code 7"), "Le moteur tombe en panne ou se dit en erreur"),
        (Failed("NullPointerException"), "Le moteur tombe en panne ou se dit en erreur"),
        (TimedOut(2.0), "Le moteur ne répond pas dans le délai"),
    ],
)
def test_what_is_no_answer_betrays_no_rule_of_law(outcome: Outcome, titre: str) -> None:
    (only,) = on([(asked, outcome) for asked in some(1, 2)])[1]
    assert (only.titre, only.regle, only.articles, only.suspect) == (titre, None, (), None)
    assert only.cas == ("MAL-0001", "MAL-0002")
    assert only.montant == 0


def test_an_unjustified_refusal_names_the_rule_of_its_case() -> None:
    (only,) = on([(question("MAL-0014"), Refused("droits non ouverts"))])[1]
    assert (only.verdicts, only.regle) == (("REFUS_INJUSTIFIE",), "MAL-OD-1")


def test_whatever_the_mixture_each_divergent_record_is_in_one_finding(sample: list[Planned]) -> None:
    faults = [PAR_ID[name].variante for name in ("jours_decales", "troncature_a_chaque_etape")]
    records: list[tuple[Planned, Json | Outcome]] = []
    for rank, asked in enumerate(sample):
        answers: list[Json | Outcome] = [
            as_oracle(asked, variante=faults[0]),
            as_oracle(asked, variante=faults[1]),
            shifted(asked, -777),
            Crashed("ended with exit code 7"),
            Refused("non"),
        ]
        records.append((asked, answers[rank % len(answers)]))
    divergent, findings = on(records)
    assert len(divergent) >= 7
    assert {finding.suspect for finding in findings} >= {None, "jours_decales"}
    nothing_left_out(divergent, findings)


def test_a_value_read_on_many_days_is_one_suspect() -> None:
    _, findings = found(some(98), known_until("pension_invalidite_minimale", "2024-12-31"))
    assert [(finding.suspect, finding.regle) for finding in findings] == [
        ("ligne:pension_invalidite_minimale:2025-01-01:precedente", "MAL-MIN")
    ]


def test_no_suspect_is_tried_twice() -> None:
    asked = question("MAL-0043")
    names = [suspect.id for suspect in suspects(attendre(asked.dossier, asked.au))]
    assert len(names) == len(set(names))


def test_an_engine_that_never_waits_for_a_document_is_still_recognised() -> None:
    decisions_only = CAPACITES.model_copy(update={"champs_rendus": ("decisions", "taux")})
    hours_ignored = PAR_ID["porte_150_heures_absente"].variante
    asked = question("MAL-0001")
    rendered = as_oracle(asked, variante=hours_ignored)
    assert "ouvert" not in rendered["decisions"][0], "the law so changed waits for three more pays"
    refused = {"decisions": [rendered["decisions"][0] | {"ouvert": False}], "taux": []}
    record = [(asked, judged(asked, refused, decisions_only))]
    (only,) = establish(record, DIVERGENTS, decisions_only, lambda case, _cause: case)
    assert only.suspect == "porte_150_heures_absente"


def test_the_witness_is_the_smallest_case_and_a_curated_one_first() -> None:
    few = drawn(dossier(activite(), avis(), attestation()), id="ALEA-few")
    more = drawn(dossier(activite(), activite(id="p1b", activite="B"), avis(), attestation()), id="ALEA-more")
    curated = question("MAL-0070")
    days = PAR_ID["jours_decales"].variante
    for asked, witness in (
        ([more, few], "ALEA-few"),
        ([few, more], "ALEA-few"),
        ([few, curated, more], "MAL-0070"),
        (some(70, 16, 1), "MAL-0001"),
    ):
        (only,) = found(asked, days)[1]
        assert only.temoin.question.id == witness


def test_size_counts_documents_then_text() -> None:
    short, long = (
        drawn(id="z"),
        drawn(dossier(activite(activite="ABC"), avis(), attestation(activite="ABC")), id="a"),
    )
    nobody = Judgement("ECART")
    assert size(Case(short, nobody)) < size(Case(long, nobody))


def test_a_witness_may_be_reduced_by_whoever_can_ask_again() -> None:
    asked = drawn(id="ALEA-large")
    smaller = drawn(id="ALEA-small")
    days = PAR_ID["jours_decales"].variante
    seen: list[str | None] = []

    def shrink(case: Case, cause: object) -> Case:
        seen.append(case.question.id)
        assert getattr(cause, "cases", ()) == (case,)
        return Case(smaller, case.judgement)

    (only,) = establish(
        [(asked, judged(asked, as_oracle(asked, variante=days)))], DIVERGENTS, CAPACITES, shrink
    )
    assert (seen, only.temoin.question.id, only.cas) == (["ALEA-large"], "ALEA-small", ("ALEA-large",))
