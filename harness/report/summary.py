"""The run in a few lines of French, for the terminal."""

from collections.abc import Iterator, Mapping
from typing import Any

from harness.report.figures import caution, figures, stakes, verdict_sentence
from harness.report.wording import clean
from harness.store import StoredRun
from oracle.explication.langue import pluriel

_FINDINGS_SHOWN = 10


def render_summary(run: StoredRun) -> str:
    """Engine, verdict, the two shares, planned and judged, the first findings, where the report is."""
    return "\n".join(clean(line) for line in _lines(run))


def _lines(run: StoredRun) -> Iterator[str]:
    counted = figures(run)
    yield f"{_one_line(run.header['nom'])} {_one_line(run.header['version'])} — {verdict_sentence(run)}"
    remark = caution(run)
    if remark:
        yield f"  {remark}"
    if run.footer.get("interrupted"):
        yield f"  campagne interrompue : {_one_line(run.footer['interrupted'])}"
    yield f"  couvert   {counted.covered.percent:>7}   {counted.covered.fraction} questions"
    yield f"  juste     {counted.right.percent:>7}   {counted.right.fraction} questions couvertes et décidables"
    yield f"  {pluriel(counted.planned, 'question prévue', 'questions prévues')}, {pluriel(counted.judged, 'jugée')}"
    for finding in run.findings[:_FINDINGS_SHOWN]:
        yield from _finding(run, finding)
    if len(run.findings) > _FINDINGS_SHOWN:
        yield f"  et {pluriel(len(run.findings) - _FINDINGS_SHOWN, 'autre cause', 'autres causes')} dans le rapport"
    yield f"rapport : {run.folder / 'report.html'}"


def _finding(run: StoredRun, finding: Mapping[str, Any]) -> Iterator[str]:
    law = ", ".join(part for part in (finding["regle"], *finding["articles"]) if part)
    cases = pluriel(len(finding["cas"]), "cas", "cas")
    yield f"  {finding['id']}  {_one_line(finding['titre'])}{f' [{law}]' if law else ''} — {cases}"
    moved = stakes(run, finding).in_words
    told = [_one_line(finding["sens"]), *([moved] if moved else [])]
    yield f"      {' : '.join(told)} ; rejouer : {finding['commande']}"


def _one_line(text: Any) -> str:
    return " ".join(str(text).split())
