"""The commands, each in a file of its own."""

from __future__ import annotations

from typing import Annotated

import typer

from .. import __version__
from .audit import audit
from .diff import diff
from .explain import explain
from .extract import extract
from .rules import rules

app = typer.Typer(
    name="pledgeminer",
    no_args_is_help=True,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
    # A traceback is never shown to the user; see guard.py.
    pretty_exceptions_enable=False,
)
app.command()(extract)
app.command()(diff)
app.command()(audit)
app.command()(explain)
app.add_typer(rules)


def _print_version(wanted: bool) -> None:
    if wanted:
        print(f"pledgeminer {__version__}")
        raise typer.Exit


@app.callback()
def pledgeminer(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version, and end."),
    ] = False,
) -> None:
    """Find every quantitative commitment in official Chinese speeches, work reports and action plans."""
