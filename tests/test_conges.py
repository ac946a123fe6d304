"""Family leaves at the edges of what a file says: what is not known yet breaks nothing, and decides nothing by accident."""

import pytest

from tests.aides import activite, chaque_jour, dossier, jours_indemnises, liquide, resume
from tests.aides_famille import conge, enfant, grossesse, naissance, repos, salaires

TROIS_PAIES = ("2000.00", "2000.00", "2000.00")


def test_a_newborn_still_in_hospital_sets_no_limit_to_the_father_s_leave_yet() -> None:
    """Thirty days on top of the twenty-five, none of them too late."""
    sejour = [{"debut": "2025-06-15", "fin": None, "unite_specialisee": True}]
    donnees = dossier(
        activite(),
        grossesse("2025-06-15"),
        naissance("2025-06-15", enfant(hospitalisations=sejour)),
        conge("paternite", ("2025-06-18", "2025-08-12")),
        salaires("2025-06-18", *TROIS_PAIES, risque="paternite"),
    )
    assert [(p[0], p[1], p[2]) for p in resume(liquide(donnees, "2025-08-12"))] == [
        ("2025-06-18", "2025-08-11", "indemnise"),
        ("2025-08-12", "2025-08-12", "non_indemnise"),
    ]


def test_as_long_as_the_birth_is_not_known_the_rest_is_that_of_the_presumed_date() -> None:
    assert jours_indemnises(repos("2025-06-15", None, "2025-05-04", "2025-08-23", *TROIS_PAIES)) == 112


def test_a_rest_without_certificate_waits() -> None:
    donnees = dossier(activite(), grossesse("2025-06-15"), conge("maternite", ("2025-05-04", "2025-08-23")))
    assert {(p.statut, p.motif) for p in liquide(donnees, "2025-05-31").periodes} == {
        ("en_attente", "piece_manquante")
    }


@pytest.mark.parametrize(
    ("fin", "motifs"),
    [("2025-06-27", {"cessation_insuffisante"}), ("2025-06-28", {None})],
)
def test_fifty_five_days_of_leave_are_paid_nothing_and_fifty_six_are_paid(
    fin: str, motifs: set[str | None]
) -> None:
    rendu = repos("2025-06-15", "2025-06-15", "2025-05-04", fin, *TROIS_PAIES)
    assert {periode.motif for periode in chaque_jour(rendu).values()} == motifs


@pytest.mark.parametrize(("fin", "jours"), [("2025-12-31", 0), ("2025-05-03", 112)])
def test_a_parental_leave_suspends_the_rest_it_covers_and_not_the_one_that_follows(
    fin: str, jours: int
) -> None:
    conge_parental = {
        "id": "cp",
        "type": "conge_famille",
        "recue_le": "2024-01-01",
        "nature": "conge_parental",
        "debut": "2024-01-01",
        "fin": fin,
    }
    donnees = dossier(
        activite(),
        grossesse("2025-06-15"),
        naissance("2025-06-15"),
        conge("maternite", ("2025-05-04", "2025-08-23")),
        salaires("2024-01-01", *TROIS_PAIES, risque="maternite") | {"recue_le": "2025-05-05"},
        conge_parental,
    )
    assert jours_indemnises(liquide(donnees, "2025-08-23")) == jours


def test_kept_rights_are_looked_at_even_when_the_other_date_waits_for_a_pay() -> None:
    """Out of work since 31 January, paid unemployment since: the pays before the cessation are known, older ones are not."""
    donnees = dossier(
        activite(fin="2025-01-31", motif_fin="licenciement"),
        grossesse("2025-06-15"),
        naissance("2025-06-15"),
        conge("maternite", ("2025-05-04", "2025-08-23")),
        salaires("2025-02-01", *TROIS_PAIES, risque="maternite"),
        {"id": "ch", "type": "chomage", "recue_le": "2025-02-10", "debut": "2025-02-08", "indemnise": True},
    )
    rendu = liquide(donnees, "2025-08-23")
    assert {(p.statut, p.montant_journalier) for p in rendu.periodes} == {("indemnise", 51_95)}


@pytest.mark.parametrize(("au", "prescrit"), [("2026-11-28", 0), ("2026-11-29", 112 * 51_95)])
def test_a_mother_claims_within_two_years_of_the_first_finding_of_pregnancy(au: str, prescrit: int) -> None:
    rendu = liquide(
        dossier(
            activite(),
            grossesse("2025-06-15", constat_le="2024-11-28"),
            naissance("2025-06-15"),
            conge("maternite", ("2025-05-04", "2025-08-23")),
            salaires("2025-05-04", *TROIS_PAIES, risque="maternite"),
        ),
        au,
    )
    (solde,) = rendu.soldes
    assert (solde.rappel, solde.rappel_prescrit) == (112 * 51_95, prescrit)
