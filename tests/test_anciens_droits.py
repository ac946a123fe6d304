"""Former rights looked for where there is little to look at: nothing is guessed, and nothing breaks."""

from tests.aides import activite, attestation, avis, dossier, liquide, paies


def test_without_kept_rights_nor_certificate_nothing_is_due_and_nothing_breaks() -> None:
    """Work ended a year before, unpaid unemployment since, no certificate received."""
    sans_emploi = {
        "id": "c",
        "type": "chomage",
        "recue_le": "2022-07-29",
        "debut": "2022-07-01",
        "fin": "2023-06-11",
        "indemnise": False,
    }
    rendu = liquide(
        dossier(
            activite(debut="2020-01-01", fin="2022-06-29"), avis("2023-06-30", "2023-07-14"), sans_emploi
        ),
        "2023-07-14",
    )
    assert {p.motif for p in rendu.periodes} == {"droits_non_ouverts"}


def test_hired_on_the_day_of_the_stop_after_unemployment_the_former_rights_serve() -> None:
    """The last pay, of January 2022, comes before any month of reference: the day waits, and nothing breaks."""
    sans_emploi = {
        "id": "c",
        "type": "chomage",
        "recue_le": "2022-02-04",
        "debut": "2022-02-01",
        "fin": "2022-12-31",
        "indemnise": True,
    }
    ancien = attestation(
        paies("2022-01", "2000.00"), dernier_jour_travaille="2022-01-31", recue_le="2023-01-11"
    )
    nouveau = attestation(
        [], id="t2", activite="B", dernier_jour_travaille="2022-12-31", recue_le="2023-01-06"
    )
    rendu = liquide(
        dossier(
            activite(debut="2020-01-01", fin="2022-01-31", motif_fin="licenciement"),
            activite(id="a2", activite="B", debut="2023-01-01"),
            avis("2023-01-01", "2023-01-01"),
            ancien,
            nouveau,
            sans_emploi,
        ),
        "2023-01-11",
    )
    assert [p.statut for p in rendu.periodes] == ["carence"]
