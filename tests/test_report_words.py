"""The words of the reports: amounts, days, dossiers told in French, and two décomptes side by side."""

from datetime import date
from fractions import Fraction
from typing import get_args

import pytest

from harness.planning import Suite
from harness.report.daily import day_runs
from harness.report.story import tell
from harness.report.wording import (
    CHAMPS,
    MOTIFS,
    STATUTS,
    SUITES,
    VERDICTS,
    clean,
    in_words,
    signed,
)
from harness.verdict import Verdict
from oracle.decompte import Motif, PeriodeDue, Statut
from oracle.dossier import lire_dossier
from sut_adapters.protocol import ChampRendu
from tests.aides import activite, attestation, avis, dossier, liquide, mouvement, paies, subrogation
from tests.records import Json, plain, rendered


def test_a_gap_bears_its_sign() -> None:
    assert [plain(signed(cents)) for cents in (123456, -5, 0)] == ["+1 234,56 €", "−0,05 €", "0,00 €"]


@pytest.mark.parametrize(
    ("stated", "words"),
    [
        ("32.88", "32,88 €"),
        ("base_journaliere 65.753425", "gain journalier de base 65,753425 €"),
        ("non_indemnise", "non indemnisé"),
        ("2025-03-31", "31 mars 2025"),
        ("assure 10.00, employeur:A 22.88", "assuré 10,00 €, employeur A 22,88 €"),
        ("droits ouverts", "droits ouverts"),
    ],
)
def test_what_a_divergence_states_is_put_into_french(stated: str, words: str) -> None:
    assert plain(in_words(stated)) == words


def test_text_is_made_inert_and_otherwise_left_alone() -> None:
    hostile = "a\x1b[31mb\x00c\u202ed\u2066e\x9bf\ud800g\ufffeh\x7f"
    assert clean(hostile) == "a[31mbcdefgh"
    assert (
        clean("L’été, « 1\u202f234\u00a0€ » — ✓ 😀\n\tœuvre")
        == "L’été, « 1\u202f234\u00a0€ » — ✓ 😀\n\tœuvre"
    )


def test_a_dossier_is_told_in_french_sentences() -> None:
    told = dossier(
        activite(fin="2024-10-31", motif_fin="demission"),
        avis(),
        attestation(
            paies("2024-06", "2000.00", "2000.00", "1900.00"),
            subrogations=[subrogation("2024-09-02", "2024-09-10")],
        ),
        mouvement("526.08"),
        avis("2024-09-21", "2024-09-27", id="p9", nature="prolongation", recue_le="2024-11-05"),
    )
    assert [plain(fact) for fact in tell(lire_dossier(told), date(2024, 9, 30))] == [
        "Naissance de l'assuré le 14 février 1988.",
        "Activité A : CDI, paie mensuelle, du 1er janvier 2019 au 31 octobre 2024 (démission).",
        "Arrêt S1 du 2 au 20 septembre 2024 (avis initial).",
        "Attestation de l'employeur A pour S1 : dernier jour travaillé le 1er septembre 2024 ; juin et juillet 2024 : 2 000,00 € et 151,67 h par mois ; août 2024 : 1 900,00 € et 151,67 h.",
        "L'employeur A maintient tout le salaire du 2 au 10 septembre 2024 (subrogation).",
        "526,08 € payé le 15 septembre 2024 (assuré).",
        "1 pièce reçue plus tard : sans effet à cette date.",
        "Décompte demandé au 30 septembre 2024.",
    ]


def test_a_long_dossier_is_cut_and_says_so() -> None:
    many = dossier(activite(), *(mouvement("1.00", id=f"m{rank}") for rank in range(60)))
    told = tell(lire_dossier(many), date(2024, 9, 30))
    assert len(told) < 30
    assert "Et 38 autres faits." in told


def periods(*lines: Json) -> list[PeriodeDue]:
    return [PeriodeDue.model_validate(line) for line in lines]


def test_days_are_laid_side_by_side_and_the_gap_is_that_of_the_run() -> None:
    due = liquide(dossier()).periodes
    runs = day_runs(
        due,
        periods(
            rendered("2024-09-02", "2024-09-04", "0.00", "carence"),
            rendered("2024-09-05", "2024-09-18", "31.88"),
        ),
        Fraction,
    )
    assert [(run.debut.day, run.fin.day, run.ecart, run.diverges) for run in runs] == [
        (2, 4, Fraction(0), False),
        (5, 18, Fraction(-1400), True),
        (19, 20, Fraction(-6576), True),
    ]
    assert runs[2].rendu == "aucun jour"


def test_days_alike_make_one_run_however_the_engine_cuts_them() -> None:
    due = liquide(dossier()).periodes
    cut = [
        rendered("2024-09-02", "2024-09-04", "0.00", "carence"),
        rendered("2024-09-05", "2024-09-10", "32.88"),
        rendered("2024-09-11", "2024-09-20", "32.88"),
    ]
    runs = day_runs(due, periods(*cut), Fraction)
    assert [(run.debut.day, run.fin.day, run.diverges) for run in runs] == [(2, 4, False), (5, 20, False)]


def test_the_right_amount_to_the_wrong_payee_diverges() -> None:
    due = liquide(dossier()).periodes
    wrong = rendered("2024-09-05", "2024-09-20", "32.88") | {
        "parts": [{"destinataire": "employeur:A", "montant": "32.88"}]
    }
    runs = day_runs(due, periods(rendered("2024-09-02", "2024-09-04", "0.00", "carence"), wrong), Fraction)
    assert [(run.diverges, run.ecart) for run in runs] == [(False, Fraction(0)), (True, Fraction(0))]


def test_a_period_of_two_centuries_is_three_runs() -> None:
    due = liquide(dossier()).periodes
    runs = day_runs(due, periods(rendered("1900-01-01", "2100-12-31", "32.88")), Fraction)
    assert [run.diverges for run in runs] == [True, True, False, True]
    assert (runs[0].attendu, runs[-1].fin) == ("aucun jour", date(2100, 12, 31))


def test_every_code_of_a_decompte_and_of_a_verdict_has_its_words() -> None:
    assert set(get_args(Statut)) <= STATUTS.keys()
    assert set(get_args(Motif)) <= MOTIFS.keys()
    assert set(get_args(ChampRendu)) <= CHAMPS.keys()
    assert set(get_args(Verdict)) == VERDICTS.keys()
    assert set(get_args(Suite)) <= SUITES.keys()
