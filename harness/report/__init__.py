"""The reports of a run, each a pure function of its record: a page for people, JUnit for machines, lines for a terminal."""

import os
from pathlib import Path

from harness.report.junit import render_junit
from harness.report.page import render_html
from harness.report.summary import render_summary
from harness.store import read_run

HTML, JUNIT = "report.html", "junit.xml"


def write_reports(folder: Path) -> tuple[Path, Path]:
    """Write ``report.html`` and ``junit.xml`` beside the record, readable by their owner alone.

    Raises ``RunUnreadable`` when the folder holds no run.
    """
    run = read_run(folder)
    page, junit = folder / HTML, folder / JUNIT
    _write_private(page, render_html(run))
    _write_private(junit, render_junit(run))
    return page, junit


def _write_private(path: Path, text: str) -> None:
    """Write for the owner alone, from the first byte; a file that was open to others is closed to them."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        path.chmod(0o600)
        file.write(text)


__all__ = ["HTML", "JUNIT", "render_html", "render_junit", "render_summary", "write_reports"]
