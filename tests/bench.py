"""``make bench``: how fast, as medians in one run and ratios to the first line. Not a test: nothing fails here."""

import statistics
import time
from collections.abc import Callable
from pathlib import Path

from corpus.catalogue import charger
from harness.engines import find_engine
from oracle.liquidation import liquider
from properties.strategies.enveloppe import Enveloppe
from properties.strategies.maladie import dossiers_maladie
from properties.strategies.tirage import tirer
from sut_adapters.outcomes import Question

REPETITIONS = 5


def seconds(act: Callable[[], object]) -> float:
    """Median seconds of one call."""
    spent = []
    for _ in range(REPETITIONS):
        start = time.perf_counter()
        act()
        spent.append(time.perf_counter() - start)
    return statistics.median(spent)


def main() -> None:
    """Measure and print the table."""
    cases, _ = charger([Path("corpus/cas")])
    by_id = {charge.cas.cas: charge.cas for charge in cases}
    week, years = by_id["MAL-0009"], by_id["MAL-0076"]
    with find_engine("etalon").open() as engine:
        dossier = week.dossier.model_dump(mode="json", exclude_defaults=True)
        question = Question("bench", dossier, week.date_du_decompte.isoformat())
        rows = [
            ("oracle, one-week stop", seconds(lambda: liquider(week.dossier))),
            ("oracle, three-year history", seconds(lambda: liquider(years.dossier))),
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
