"""Articles are cited with the version that governs what is told, and bare when they did not change."""

import pytest

from oracle.explication.versions import Dates, citer, citer_au
from tests.aides import activite, attestation, avis, jour, paies
from tests.recits import CODE, dire, paragraphe


@pytest.mark.parametrize(
    ("debut", "version"), [("2025-03-31", "14 avril 2021"), ("2025-04-01", "22 février 2025")]
)
def test_the_ceiling_is_cited_by_the_first_day_of_the_stop_not_by_the_entry_into_force(
    debut: str, version: str
) -> None:
    trois_mois = attestation(paies("2024-12", *["2000.00"] * 4))
    texte = dire(activite(), avis(debut, "2025-04-20"), trois_mois, au="2025-05-01")
    plafond = paragraphe(texte, "Montant d'une journée")[0]
    assert plafond.endswith(f"— art. R. 323-4 (version du {version}) {CODE}.")


@pytest.mark.parametrize(("debut", "version"), [("2023-08-19", "6 mai 2017"), ("2023-08-20", "20 août 2023")])
def test_rights_are_cited_by_the_first_day_of_the_stop(debut: str, version: str) -> None:
    trois_mois = attestation(paies("2023-05", *["2000.00"] * 3), recue_le="2023-08-25")
    texte = dire(activite(), avis(debut, "2023-08-30"), trois_mois, au="2023-10-01")
    verdict = paragraphe(texte, "Ouverture des droits")[0]
    assert verdict.endswith(f"— art. L. 313-1, R. 313-1 et R. 313-3 (version du {version}) {CODE}.")


def test_a_run_across_two_versions_names_both() -> None:
    bornes: list[Dates] = [{"jour_indemnise": jour(le)} for le in ("2025-12-30", "2026-01-02")]
    assert citer(["L323-2", "R323-2"], *bornes) == (
        f"art. L. 323-2 (versions du 1er septembre 2023 et du 1er janvier 2026) et R. 323-2 {CODE}"
    )
    assert citer(["L323-2"], bornes[0]) == f"art. L. 323-2 (version du 1er septembre 2023) {CODE}"


def test_a_prescription_selects_the_version_of_what_it_must_respect() -> None:
    dates: Dates = {"debut_arret": jour("2025-06-30"), "prescription": jour("2025-07-01")}
    assert citer(["R321-2"], dates) == f"art. R. 321-2 (version du 30 juin 2025) {CODE}"
    assert citer_au(["R321-2"], jour("2025-06-30")) == f"art. R. 321-2 (version du 4 décembre 2004) {CODE}"


def test_an_article_that_did_not_change_or_is_not_followed_is_cited_bare() -> None:
    assert citer_au(["L323-1", "D323-5"], jour("2025-01-01")) == f"art. L. 323-1 et D. 323-5 {CODE}"
