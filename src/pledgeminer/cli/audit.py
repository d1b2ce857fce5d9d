"""``pledgeminer audit``"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from ..report.formats import chosen_format, names_for
from .diff import keep_sides, read_sides
from .guard import FAILED, GATE, guarded
from .language import locale_language
from .options import Body, Encoding, Folders, InLanguage, Jobs, Owners
from .streams import Messages, say

if TYPE_CHECKING:
    from ..audit.model import Audited

_SIDE = "A document, a folder of documents, -, or a file that `pledgeminer extract --kind all -o` wrote."


def audit(
    old: Annotated[str, typer.Argument(metavar="OLD", help=f"Where the commitments are. {_SIDE}")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="Where it is reported what became of them. The same.")],
    results: Annotated[
        list[str] | None,
        typer.Option(
            metavar="FILE",
            help="A CSV file of statistics with the columns indicator, period, value and unit, as a further witness; "
            "give it again for another one. Example: --results yearbook.csv",
        ),
    ] = None,
    format: Annotated[
        str | None,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            help=f"How the verdicts are written: {names_for('verdicts')}. Without it the ending of --output decides; "
            "else it is a table on a terminal and CSV through a pipe. Example: -f markdown",
        ),
    ] = None,
    output: Annotated[
        str | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write to this file, whole or not at all."),
    ] = None,
    fail_on: Annotated[
        str | None,
        typer.Option(
            metavar="VERDICT,...",
            help="End with exit code 1 if there is such a verdict, and name it on standard error: missed, partly, "
            "unclear, not_reported, claimed, met or not_due. Example: --fail-on missed",
        ),
    ] = None,
    owner: Owners = None,
    old_date: Annotated[
        str | None,
        typer.Option(metavar="YYYY-MM-DD", help="The date of OLD's documents, if they do not tell it."),
    ] = None,
    new_date: Annotated[
        str | None,
        typer.Option(metavar="YYYY-MM-DD", help="The date of NEW's documents, if they do not tell it."),
    ] = None,
    body: Body = None,
    encoding: Encoding = None,
    rules: Folders = None,
    jobs: Jobs = None,
    lang: InLanguage = None,
) -> None:
    """Say what became of commitments, by what a later document reports: met, missed, partly, claimed, not reported.

    A verdict compares numbers that both documents state; whether a reported figure is true, it cannot know. Where two
    figures may be meant, the verdict is unclear, and the row names them.

    [bold]Examples[/bold]

    pledgeminer audit report-2024.txt report-2025.txt

    pledgeminer audit report-2024.txt report-2025.txt --results yearbook.csv -o verdicts.csv --fail-on missed
    """
    with guarded():
        from ..audit.audit import audit as audit_records
        from ..diff.words import load_words
        from ..documents.metadata import UserMetadata
        from ..report.output import open_writer
        from ..report.writer import Options
        from ..rules.indicator_loader import load_indicators
        from ..run.task import Selection, Task
        from ..saved.results import load_results
        from .settings import rule_folders

        path = None if output in (None, "", "-") else output
        chosen = chosen_format(format, path, "verdicts", terminal=sys.stdout.isatty())
        keep_sides(path, old, new)
        gates = _gates(fail_on)
        folders = rule_folders(rules)
        statistics = [record for file in results or () for record in load_results(file)]
        messages = Messages()
        tasks = [Task(UserMetadata(date, body, encoding), Selection("all"), folders) for date in (old_date, new_date)]
        before, after = read_sides((old, new), tasks, jobs, messages)
        rows = audit_records(
            before, [*after, *statistics], words=load_words(folders), indicators=load_indicators(folders)
        )
        if owner:
            rows = [row for row in rows if any(name in body for body in row.owners for name in owner)]
        options = Options(lang.value if lang else locale_language())
        with open_writer("verdicts", chosen, path, options) as writer:
            for row in rows:
                writer.add(row)
        offending = [row for row in rows if row.verdict in gates]
        for row in offending:
            say(f"stopped: {_sentence(row)}")
        if messages.failed:
            raise typer.Exit(FAILED)
        if offending:
            raise typer.Exit(GATE)


def _gates(named: str | None) -> frozenset[str]:
    """Return the verdicts that ``named`` names, with commas between. Raises ``PledgeminerError``."""
    from ..audit.model import VERDICTS
    from ..errors import PledgeminerError

    if named is None:
        return frozenset()
    gates = [name.strip().lower() for name in named.split(",") if name.strip()]
    unknown = [name for name in gates if name not in VERDICTS]
    if unknown or not gates:
        problem = f"{', '.join(unknown)} is no verdict" if unknown else "no verdict is named"
        raise PledgeminerError(problem, where="fail-on", hint=f"name one or more of {','.join(VERDICTS)}")
    return frozenset(gates)


def _sentence(row: Audited) -> str:
    actual = f", reported {row.actual_quantity}" if row.actual_quantity else ""
    return f"{row.verdict}: {row.indicator} {row.target_quantity}{actual} [{row.target_source}:{row.target_line}]"
