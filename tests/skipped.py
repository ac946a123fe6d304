"""The last line of ``make test``: whether every test ran. Run as ``python -m tests.skipped`` after pytest."""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

COUNT = Path(".venv", ".node-skips")
"""Where the last run of pytest left its count, from the root of the clone."""


def for_want_of_node(reports: Iterable[Any]) -> int:
    """How many of these reports of skipped tests bear the mark ``node``: nothing else makes such a test skip."""
    return sum(1 for report in reports if "node" in report.keywords)


def sentence(skipped: int) -> str:
    """What to say of so many skipped tests."""
    if not skipped:
        return "tests réussis ; aucun saut"
    tests = "1 test sauté" if skipped == 1 else f"{skipped} tests sautés"
    return f"tests réussis ; {tests} faute de Node.js"


def main(root: Path = Path(__file__).parent.parent) -> int:
    """Print the sentence; 2 when pytest has left no count, for then nothing is known."""
    try:
        skipped = int((root / COUNT).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        print(f"étalon: no count of skipped tests in {COUNT}: run pytest first", file=sys.stderr)
        return 2
    print(sentence(skipped))
    return 0


if __name__ == "__main__":
    sys.exit(main())
