"""Self-employed parents, figures anyone can read elsewhere, to the cent and the day.

Names in comments are those of the pages that publish the figure; the others are the same formula with a sourced input.
"""

from typing import Any

import pytest

from oracle.decompte import Decompte
from tests.aides import Json, dossier, indemnite, jours_indemnises, liquide
from tests.aides_famille import artisan, conge, dans, grossesse, naissance, revenu


def mere_artisan(debut: str, jours: int, *revenus: Json, **champs: Any) -> Decompte:
    """The rest of the usual artisan, six weeks before a birth on the presumed date."""
    prevu, fin = dans(42, debut), dans(jours - 1, debut)
    donnees = dossier(
        artisan(**champs), *revenus, grossesse(prevu), naissance(prevu), conge("maternite", (debut, fin))
    )
    return liquide(donnees, fin)


def trois_revenus(annee: int, montant: str) -> list[Json]:
    return [revenu(a, montant) for a in (annee - 3, annee - 2, annee - 1)]


@pytest.mark.parametrize(
    ("debut", "ij", "moitie"),
    [
        ("2023-02-01", 60_26, 1833_00),
        ("2024-02-01", 63_52, 1932_00),  # qonto
        ("2025-02-01", 64_52, 1962_50),
        ("2026-02-01", 65_84, 2002_50),
    ],
)
def test_the_self_employed_have_the_flat_amounts_of_the_year(debut: str, ij: int, moitie: int) -> None:
    rendu = mere_artisan(debut, 112, *trois_revenus(int(debut[:4]), "20000.00"))
    assert indemnite(rendu) == ij
    assert [(f.echeance, f.montant) for f in rendu.forfaits] == [
        ("debut_arret", moitie),
        ("fin_huit_semaines", moitie),
    ]


def test_16_weeks_of_an_artisan_in_2024_are_worth_7_114_24_euros_and_the_lump_sum() -> None:
    rendu = mere_artisan("2024-02-01", 112, *trois_revenus(2024, "20000.00"))
    assert sum(solde.du for solde in rendu.soldes) == 7_114_24 + 3_864_00


def test_eight_weeks_with_six_after_the_birth_are_worth_3_557_12_euros_in_2024() -> None:
    """expert-comptable-tpe. Stopped for two weeks before the birth and six after it."""
    donnees = dossier(
        artisan(),
        *trois_revenus(2024, "20000.00"),
        grossesse("2024-06-10"),
        naissance("2024-06-10"),
        conge("maternite", ("2024-05-27", "2024-07-21")),
    )
    rendu = liquide(donnees, "2024-07-21")
    assert (jours_indemnises(rendu), sum(s.du for s in rendu.soldes)) == (56, 3_557_12 + 3_864_00)


@pytest.mark.parametrize(
    ("debut", "revenu_annuel", "ij", "allocation"),
    [
        ("2024-02-01", "4208.79", 6_35, 386_40),  # ameli, qonto: 4 208.80
        ("2024-02-01", "4208.80", 63_52, 3864_00),
        ("2023-02-01", "4113.59", 6_03, 366_60),  # ameli: 4 113.60
        ("2023-02-01", "4113.60", 60_26, 3666_00),
        ("2026-02-01", "4581.99", 6_58, 400_50),
        ("2026-02-01", "4582.00", 65_84, 4005_00),
    ],
)
def test_below_a_tenth_of_the_mean_ceiling_amounts_fall_to_a_tenth(
    debut: str, revenu_annuel: str, ij: int, allocation: int
) -> None:
    """Micro-entrepreneurs: the income of another business is never below 40 % of the ceiling."""
    rendu = mere_artisan(debut, 112, *trois_revenus(int(debut[:4]), revenu_annuel), micro="services")
    assert indemnite(rendu) == ij
    assert sum(f.montant for f in rendu.forfaits) == allocation


@pytest.mark.parametrize(
    ("annee", "total"),
    [(2024, 1_588_00), (2026, 1_646_00)],
)
def test_a_self_employed_father_has_25_flat_days(annee: int, total: int) -> None:
    nee = f"{annee}-03-04"
    donnees = dossier(
        artisan(),
        *trois_revenus(annee, "20000.00"),
        grossesse(nee),
        naissance(nee),
        conge("paternite", (nee, f"{annee}-03-28")),
    )
    rendu = liquide(donnees, f"{annee}-03-28")
    assert (jours_indemnises(rendu), [s.du for s in rendu.soldes]) == (25, [total])


@pytest.mark.parametrize(
    ("debut", "plafond"),
    [
        ("2023-03-01", 61_05),
        ("2023-05-01", 62_40),
        ("2024-03-01", 63_10),
        ("2024-11-01", 64_35),
        ("2026-03-01", 65_11),
        ("2026-06-01", 66_68),
    ],
)
def test_the_replacement_of_a_conjoint_collaborateur_is_paid_within_a_daily_ceiling(
    debut: str, plafond: int
) -> None:
    """Twice the monthly SMIC over 56 days; the same formula gives the 52.05 of 2015 and the 53.52 of 2018 that are published."""
    annee = int(debut[:4])
    remplacement = {
        "id": "rp",
        "type": "remplacement",
        "recue_le": dans(60, debut),
        "activite": "A",
        "debut": debut,
        "fin": dans(55, debut),
        "cout": "9000.00",
    }
    des_annees = [revenu(a, "20000.00", revenu_chef="30000.00") for a in (annee - 3, annee - 2, annee - 1)]
    statuts = {"statut": "conjoint_collaborateur", "statut_chef": "artisan"}
    rendu = mere_artisan(debut, 112, *des_annees, remplacement, **statuts)
    assert [f.montant for f in rendu.forfaits if f.nature == "indemnite_remplacement"] == [56 * plafond]


@pytest.mark.parametrize(
    ("enfants", "a_charge", "jours"), [(1, 1, 84), (1, 3, 136), (2, 2, 178), (3, 3, 241)]
)
def test_a_self_employed_adopter_has_the_published_days_and_half_the_lump_sum(
    enfants: int, a_charge: int, jours: int
) -> None:
    """ameli: 84, 136, 178 and 241 days since July 2021."""
    donnees = dossier(
        artisan(),
        *trois_revenus(2025, "20000.00"),
        {
            "id": "d",
            "type": "adoption",
            "recue_le": "2025-03-03",
            "adoption": "D1",
            "arrivee": "2025-03-03",
            "enfants": enfants,
            "enfants_a_charge_apres": a_charge,
        },
        conge("adoption", ("2025-03-03", dans(jours + 1, "2025-03-03")), adoption="D1"),
    )
    rendu = liquide(donnees, "2025-12-31")
    assert jours_indemnises(rendu) == jours
    assert [f.montant for f in rendu.forfaits] == [1962_50]
