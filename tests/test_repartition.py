"""Who is paid each day: periods kept by the employer, contracts that follow one another, days without benefit.

The usual stop pays 5 to 20 September 2024; with pays of 1 825.00 €, at 30.00 € a day.
"""

from collections.abc import Mapping
from itertools import groupby
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oracle.decompte import Decompte, par_jour
from tests.aides import Json, activite, attestation, avis, chaque_jour, dossier, liquide, paies, subrogation

TOUTE = ("2024-09-02", "2024-09-20")


def atteste(*periodes: tuple[str, str], **champs: Any) -> Json:
    """The employer's certificate, pays of 1 825.00 €, with the wage kept over some periods."""
    bruts = paies("2024-06", "1825.00", "1825.00", "1825.00")
    return attestation(bruts, subrogations=[subrogation(*periode) for periode in periodes]) | champs


def recus(decompte: Decompte) -> Mapping[str, str]:
    """Who is paid on each paid day; days of one payee only."""
    return {
        str(du.jour): du.parts[0].destinataire
        for periode in decompte.periodes
        for du in par_jour(periode)
        if du.parts
    }


def suites(decompte: Decompte) -> list[tuple[str, str, str]]:
    """Runs of days of one payee."""
    groupes = [(qui, [jour for jour, _ in g]) for qui, g in groupby(recus(decompte).items(), lambda x: x[1])]
    return [(jours[0], jours[-1], qui) for qui, jours in groupes]


def rend(*periodes: tuple[str, str], activites: list[Json] | None = None, **lectures: str) -> Decompte:
    return liquide(
        dossier(*(activites or [activite()]), avis(), atteste(*periodes)), "2024-09-20", **lectures
    )


def test_without_any_period_the_insured_is_paid() -> None:
    assert suites(rend()) == [("2024-09-05", "2024-09-20", "assure")]


def test_a_period_ends_and_the_insured_is_paid_from_the_morrow() -> None:
    assert suites(rend(("2024-09-02", "2024-09-12"))) == [
        ("2024-09-05", "2024-09-12", "employeur:A"),
        ("2024-09-13", "2024-09-20", "assure"),
    ]


def test_disjoint_periods_alternate_day_by_day() -> None:
    assert suites(rend(("2024-09-02", "2024-09-08"), ("2024-09-15", "2024-09-17"))) == [
        ("2024-09-05", "2024-09-08", "employeur:A"),
        ("2024-09-09", "2024-09-14", "assure"),
        ("2024-09-15", "2024-09-17", "employeur:A"),
        ("2024-09-18", "2024-09-20", "assure"),
    ]


def test_a_period_beyond_the_prescription_stops_with_it() -> None:
    rendu = rend(("2024-08-01", "2026-12-31"))
    assert suites(rendu) == [("2024-09-05", "2024-09-20", "employeur:A")]
    assert {p.statut for jour, p in chaque_jour(rendu).items() if jour < "2024-09-05"} == {"carence"}


def test_waiting_days_have_no_payee() -> None:
    rendu = rend(TOUTE)
    assert all(not p.parts for p in rendu.periodes if p.montant_journalier == 0)


TROIS_CONTRATS = [
    activite(fin="2024-09-08"),
    activite(id="a2", debut="2024-09-09", fin="2024-09-12"),
    activite(id="a3", debut="2024-09-16", fin="2024-09-18"),
]


def test_successive_contracts_with_one_employer_are_one_life_of_contract() -> None:
    """Renewed on 9 September, ended on the 12th, hired again from the 16th to the 18th."""
    assert suites(rend(TOUTE, activites=TROIS_CONTRATS)) == [
        ("2024-09-05", "2024-09-12", "employeur:A"),
        ("2024-09-13", "2024-09-15", "assure"),
        ("2024-09-16", "2024-09-18", "employeur:A"),
        ("2024-09-19", "2024-09-20", "assure"),
    ]
    suivie = rend(TOUTE, activites=TROIS_CONTRATS, fin_contrat_sans_rectificative="attestation_suivie")
    assert suites(suivie) == [("2024-09-05", "2024-09-20", "employeur:A")]


def test_the_end_of_a_fixed_term_contract_gives_the_rest_to_the_insured() -> None:
    """Stop from 2 June to 15 July 2025 at 24.00 €, contract ended on 30 June: 26 days, then 15."""
    declare = attestation(
        paies("2025-03", "1460.00", "1460.00", "1460.00"),
        recue_le="2025-06-05",
        dernier_jour_travaille="2025-06-01",
        subrogations=[subrogation("2025-06-02", "2025-07-15")],
    )
    rendu = liquide(
        dossier(activite(contrat="cdd", fin="2025-06-30"), avis("2025-06-02", "2025-07-15"), declare),
        "2025-07-15",
    )
    assert {s.destinataire: s.du for s in rendu.soldes} == {"employeur:A": 624_00, "assure": 360_00}


@pytest.mark.parametrize(("maintenu", "qui"), [("480.00", "employeur:A"), ("479.99", "assure")])
def test_a_wage_kept_in_part_takes_every_day_or_none(maintenu: str, qui: str) -> None:
    """16 days at 30.00 €: 480.00 €."""
    partielle = subrogation(*TOUTE, salaire_maintenu=maintenu)
    rendu = liquide(dossier(activite(), avis(), atteste(subrogations=[partielle])), "2024-09-20")
    assert suites(rendu) == [("2024-09-05", "2024-09-20", qui)]


@pytest.mark.parametrize("fondement", ["usage", "initiative"])
def test_a_wage_kept_in_part_by_usage_leaves_the_insured_paid(fondement: str) -> None:
    partielle = subrogation(*TOUTE, salaire_maintenu="9999.00", fondement=fondement)
    totale = subrogation(*TOUTE, fondement=fondement)
    for declaree, qui in ((partielle, "assure"), (totale, "employeur:A")):
        rendu = liquide(dossier(activite(), avis(), atteste(subrogations=[declaree])), "2024-09-20")
        assert suites(rendu) == [("2024-09-05", "2024-09-20", qui)]


def test_a_certificate_known_before_the_contract_is_followed() -> None:
    """Activity B is known by its certificate alone at this date; only A's contract is."""
    donnees = dossier(
        activite(),
        activite(id="a2", activite="B", recue_le="2024-12-01"),
        avis(),
        atteste(),
        atteste(TOUTE, id="t2", activite="B"),
    )
    rendu = liquide(donnees, "2024-09-20")
    assert {p.destinataire for periode in rendu.periodes for p in periode.parts} == {"assure", "employeur:B"}


JOURS = st.integers(2, 20).map(lambda numero: f"2024-09-{numero:02d}")
PERIODES = st.lists(st.tuples(JOURS, JOURS).map(lambda bornes: (min(bornes), max(bornes))), max_size=4)


@given(PERIODES)
def test_periods_move_the_payee_and_never_the_amount(periodes: list[tuple[str, str]]) -> None:
    rendu = rend(*periodes)
    attendus = {
        f"2024-09-{numero:02d}": "employeur:A"
        if any(debut <= f"2024-09-{numero:02d}" <= fin for debut, fin in periodes)
        else "assure"
        for numero in range(5, 21)
    }
    assert recus(rendu) == attendus
    assert sum(s.du for s in rendu.soldes) == 480_00
    assert rendu.compteurs == rend().compteurs
