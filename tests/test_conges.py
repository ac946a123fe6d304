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
