"""``make recette``: run the shipped engines, and say whether the yardstick itself behaves.

It behaves when étalon's own engine has no divergence, each faulty engine is refused with its own rule named, and
publicodes ends with a complete run. Anything else fails. Without Node.js that engine is skipped, in one line.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus.catalogue import CasCharge, charger, dossier_par_defaut
from harness.campaign import RunResult, run
from harness.engines import EngineMissing, find_engine
from harness.report import write_reports
from harness.verdict import Verdict
from sut_adapters.moteurs.fautes import RECETTE, Faute
from sut_adapters.outcomes import EngineUnusable

_ADMIS_POUR_ETALON: frozenset[Verdict] = frozenset({"CONFORME", "INDECIDABLE"})


@dataclass(frozen=True)
class Outcome:
    """What came of one engine: did the yardstick behave, one sentence, the report."""

    engine: str
    behaves: bool
    sentence: str
    report: Path | None = None


def hold(out: Path, count: int, seed: int) -> Iterator[Outcome]:
    """Run the acceptance of every shipped engine, one after the other."""
    cases, remarks = charger([dossier_par_defaut()])
    if remarks:
        yield Outcome("corpus", False, f"{len(remarks)} défauts dans le corpus (etalon corpus check)")
        return
    yield _one("etalon", cases, out, count, seed)
    for faute in RECETTE:
        yield _one(f"faute:{faute.id}", cases, out, count, seed)
    yield _one("publicodes", cases, out, count, seed)


def _one(name: str, cases: Sequence[CasCharge], out: Path, count: int, seed: int) -> Outcome:
    folder = out / name.replace(":", "-")
    try:
        result = run(find_engine(name), cases, folder, random_count=count, seed=seed)
    except EngineMissing as missing:
        return Outcome(name, True, f"sauté : {missing}")
    except EngineUnusable as unusable:
        return Outcome(name, False, f"inutilisable : {unusable}")
    html, _ = write_reports(folder)
    behaves, sentence = judge_yardstick(name, result)
    return Outcome(name, behaves, sentence, html)


def judge_yardstick(name: str, result: RunResult) -> tuple[bool, str]:
    """Whether étalon behaved on an engine whose truth is known, and in what words to say it."""
    counts = f"{result.judged} questions jugées sur {result.planned}"
    if not result.valid:
        return False, f"campagne incomplète, {counts}"
    if name == "etalon":
        others = sorted(set(result.verdicts) - _ADMIS_POUR_ETALON)
        return not others, f"{counts}, {f'verdicts inattendus : {others}' if others else 'aucune divergence'}"
    faute = next((faute for faute in RECETTE if name == f"faute:{faute.id}"), None)
    if faute is not None:
        return _judge_fault(faute, result, counts)
    causes = f"{len(result.findings)} cause{'s' if len(result.findings) > 1 else ''} de divergence"
    return True, f"{counts}, {causes}"


def _judge_fault(faute: Faute, result: RunResult, counts: str) -> tuple[bool, str]:
    if not result.findings:
        return False, f"{counts}, faute non vue"
    first = result.findings[0]
    named = first.suspect == faute.id and first.regle == faute.regle
    return (
        named,
        f"refusé, {first.regle} ({', '.join(first.articles)}) : {first.titre} — témoin {first.temoin.question.id}",
    )


def main(argv: Sequence[str] | None = None) -> int:
    """Command line: run, print one line an engine, and the path of the reports."""
    parser = argparse.ArgumentParser(prog="python -m harness.recette", description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("recette"))
    parser.add_argument("--nombre", type=int, default=150, help="generated dossiers per engine")
    parser.add_argument("--graine", type=int, default=0, help="seed")
    args = parser.parse_args(argv)
    outcomes = []
    for outcome in hold(args.out, args.nombre, args.graine):
        outcomes.append(outcome)
        print(f"{'✓' if outcome.behaves else '✗'} {outcome.engine:<32} {outcome.sentence}", flush=True)
    reports = [outcome.report for outcome in outcomes if outcome.report]
    if reports:
        print(f"\nrapports : {args.out}/*/report.html — par exemple {reports[-1]}")
    failed = [outcome.engine for outcome in outcomes if not outcome.behaves]
    print(
        "l'étalon se comporte comme attendu"
        if not failed
        else f"l'étalon ne se comporte pas comme attendu : {', '.join(failed)}"
    )
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
