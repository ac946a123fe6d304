"""``python -m harness.cli`` is the ``etalon`` command."""

from harness.cli import main

main()
