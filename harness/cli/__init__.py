"""The ``etalon`` command. Exit codes: 0 passed, 1 divergences, 2 usage, 3 engine unusable, 4 run incomplete."""

import typer

from harness.cli import corpus, law, oracle_commands, runs, selftest
from harness.cli.shadowing import refuse_shadowed_packages

app = typer.Typer(
    name="etalon",
    help="Tells whether a software that pays French indemnités journalières pays what the law says.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.command("run")(runs.run_command)
app.command("replay")(runs.replay_command)
app.command("report")(runs.report_command)
app.command("engines")(runs.engines_command)
app.command("self-test")(selftest.selftest_command)
app.command("compute")(oracle_commands.compute_command)
app.command("explain")(oracle_commands.explain_command)
app.command("serve")(oracle_commands.serve_command)
app.add_typer(corpus.app, name="corpus")
app.add_typer(law.app, name="law")


def main() -> None:
    """Entry point of the ``etalon`` command."""
    refuse_shadowed_packages()
    app()
