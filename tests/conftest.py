"""How tests run here: Hypothesis the same way every time, and a count of what was skipped for want of Node.js.

Examples are the same at every run, no database is left behind, no verdict depends on a clock.
"""

import pytest
from _pytest.terminal import TerminalReporter
from hypothesis import settings

from tests.skipped import COUNT, for_want_of_node

settings.register_profile("etalon", derandomize=True, database=None, deadline=None, max_examples=60)
settings.load_profile("etalon")


def pytest_terminal_summary(terminalreporter: TerminalReporter, config: pytest.Config) -> None:
    """Write how many tests were skipped for want of Node.js; only the process that gathers the reports comes here."""
    path = config.rootpath / COUNT
    if path.parent.is_dir() and not hasattr(config, "workerinput"):
        skipped = for_want_of_node(terminalreporter.stats.get("skipped", ()))
        path.write_text(f"{skipped}\n", encoding="utf-8")
