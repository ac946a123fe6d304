"""``make bench``: how fast, as medians in one run and ratios to the first line. Not a test: nothing fails here."""

import statistics
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from corpus.catalogue import charger
from harness.engines import find_engine
from oracle.calendrier import plus_jours, plus_mois
from oracle.dossier import Dossier, lire_dossier
from oracle.liquidation import liquider
from properties.strategies.enveloppe import Enveloppe
from properties.strategies.maladie import dossiers_maladie
from properties.strategies.tirage import tirer
from sut_adapters.outcomes import Question
from tests.aides import activite, attestation, avis, dossier, paies

REPETITIONS = 5


def seconds(act: Callable[[], object]) -> float:
    """Median seconds of one call."""
    spent = []
    for _ in range(REPETITIONS):
        start = time.perf_counter()
        act()
        spent.append(time.perf_counter() - start)
    return statistics.median(spent)


def trois_ans_a_temps_partiel() -> Dossier:
    """A condition stopped one month, then thirty-five months of part-time, each with its certificate: 73 documents."""
    debuts = [date(2023 + rang // 12, rang % 12 + 1, 1) for rang in range(1, 36)]
    fins = [plus_jours(plus_mois(debut, 1), -1) for debut in debuts]
    pieces = [
        activite(),
        avis("2023-01-01", "2023-01-31", ald="L1"),
        attestation(paies("2022-01", *["2000.00"] * 12), dernier_jour_travaille="2022-12-31"),
    ]
    for debut, fin in zip(map(str, debuts), map(str, fins), strict=True):
        prolongation = {"id": f"v{debut}", "nature": "prolongation", "modalite": "temps_partiel", "ald": "L1"}
        pieces.append(avis(debut, fin, **prolongation))
        pieces.append(
            {
                "id": f"t{debut}",
                "type": "attestation_temps_partiel",
                "recue_le": fin,
                "arret": "S1",
                "activite": "A",
                "debut": debut,
                "fin": fin,
                "salaire_retabli": "2000.00",
                "salaire_percu": "1200.00",
            }
        )
    return lire_dossier(dossier(*pieces))


def main() -> None:
    """Measure and print the table."""
    cases, _ = charger([Path("corpus/cas")])
    by_id = {charge.cas.cas: charge.cas for charge in cases}
    week, years, part_time = by_id["MAL-0009"], by_id["MAL-0076"], trois_ans_a_temps_partiel()
    with find_engine("etalon").open() as engine:
        dossier = week.dossier.model_dump(mode="json", exclude_defaults=True)
        question = Question("bench", dossier, week.date_du_decompte.isoformat())
        rows = [
            ("oracle, one-week stop", seconds(lambda: liquider(week.dossier))),
            ("oracle, three-year history", seconds(lambda: liquider(years.dossier))),
            ("oracle, three years of monthly part-time", seconds(lambda: liquider(part_time))),
            ("étalon asked over the protocol, one-week stop", seconds(lambda: engine.ask([question]))),
            (
                "oracle, whole corpus, per case",
                seconds(lambda: [liquider(c.cas.dossier) for c in cases]) / len(cases),
            ),
            ("generated dossier", seconds(lambda: tirer(dossiers_maladie(Enveloppe()), 50, 0)) / 50),
            ("reading the corpus, per case", seconds(lambda: charger([Path("corpus/cas")])) / len(cases)),
        ]
    first = rows[0][1]
    for name, spent in rows:
        print(f"{name:<48} {1000 * spent:9.2f} ms   × {spent / first:7.2f}")


if __name__ == "__main__":
    main()
