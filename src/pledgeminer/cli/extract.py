"""``pledgeminer extract``"""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from ..report.formats import Content, chosen_format, names_for
from .guard import FAILED, guarded
from .language import locale_language
from .options import Body, Date, Encoding, Folders, InLanguage, Jobs, Owners, Simplified
from .progress import with_progress
from .streams import Messages, say

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from ..documents.walk import Found
    from ..report.writer import Writer
    from ..run.task import Task


class Kind(StrEnum):
    """What ``--kind`` takes."""

    COMMITMENT = "commitment"
    ACHIEVEMENT = "achievement"
    ALL = "all"


def extract(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH",
            help="Files, folders, archives or - for standard input. A folder is walked to the bottom, in the order of "
            "the names; it gives its texts, web pages, PDF and Word files (.txt .md .html .mhtml .pdf .docx .doc .rtf "
            ".odt …) and those in its ZIP and tar archives; hidden and binary files are left out and counted. One "
            "document of an archive is named reports.zip!/2024/a.txt. A file that is named itself may have any "
            "ending, as long as it is text.",
        ),
    ],
    format: Annotated[
        str | None,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            help=f"How the records are written: {names_for('records')}. Without it the ending of --output decides; "
            "else it is a table on a terminal and CSV through a pipe. Example: -f jsonl",
        ),
    ] = None,
    output: Annotated[
        str | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Write to this file, whole or not at all: when anything fails, an old file of that name "
            "stays as it was. A CSV file begins with the mark by which Excel knows UTF-8. Example: -o "
            "targets.csv",
        ),
    ] = None,
    kind: Annotated[
        Kind,
        typer.Option(
            metavar="KIND",
            help="Promises (commitment), reported figures (achievement), or both (all). Example: --kind all",
        ),
    ] = Kind.COMMITMENT,
    owner: Owners = None,
    min_confidence: Annotated[
        float,
        typer.Option(
            "--min-confidence",
            min=0.0,
            max=1.0,
            metavar="SHARE",
            help="Leave out what the program is less sure of, from 0 to 1: of records with 0.9, about nine in ten are "
            "right. Example: --min-confidence 0.7",
        ),
    ] = 0.0,
    show_documents: Annotated[
        bool,
        typer.Option(
            "--show-documents",
            help="Instead of the records, list what each document was found to be: format, encoding, date, issuing "
            "body, title, place, pages, characters, numbers, and what was repaired in it. Example: pledgeminer extract "
            "speeches/ --show-documents -o found.csv",
        ),
    ] = False,
    date: Date = None,
    body: Body = None,
    encoding: Encoding = None,
    rules: Folders = None,
    simplified: Simplified = False,
    jobs: Jobs = None,
    lang: InLanguage = None,
) -> None:
    """Find the quantitative commitments in documents: one record for each number that states a target.

    Every record has what is measured, the target, who answers for it, until when, and the place in the text.
    A file that cannot be read is named on standard error and makes the exit code 2; all the others are done.
    What documents do not say themselves, a file documents.yaml or documents.csv beside them can.

    [bold]Examples[/bold]

    pledgeminer extract report.txt

    pledgeminer extract speeches/ -o targets.csv --owner 教育局

    pledgeminer extract report.txt --date 2026-01-20 --body 市人民政府

    pledgeminer extract speeches/ --show-documents

    iconv -f big5 -t utf-8 old.txt | pledgeminer extract -
    """
    with guarded():
        from ..documents.metadata import UserMetadata
        from ..report.output import open_writer
        from ..report.writer import Options
        from ..run.task import Selection, Task
        from .settings import rule_folders

        path = None if output in (None, "", "-") else output
        content: Content = "documents" if show_documents else "records"
        chosen = chosen_format(format, path, content, terminal=sys.stdout.isatty())
        selection = Selection(kind.value, tuple(owner or ()), min_confidence)
        task = Task(
            UserMetadata(date, body, encoding),
            selection,
            rule_folders(rules),
            simplified=simplified,
            describing=show_documents,
        )
        options = Options(lang.value if lang else locale_language(), kinds=kind is Kind.ALL)
        _extract(paths, task, jobs, path, lambda: open_writer(content, chosen, path, options))


def _extract(
    paths: list[str],
    task: Task,
    jobs: int | None,
    output: str | None,
    open_output: Callable[[], AbstractContextManager[Writer]],
) -> None:
    """Write what is asked for of ``paths``, and report all that could not be read or was left out."""
    from ..documents.stream import Tally
    from ..documents.walk import find_sources
    from ..run.driver import run
    from ..run.events import Extracted

    if "-" in paths and sys.stdin and sys.stdin.isatty():
        say("reading what you type; end it with Ctrl-D on a line of its own")
    found = find_sources(paths)
    if output:
        _keep(found, output)
    tally = Tally(found.left_out)
    # A table of records that runs over the terminal shows by itself how far the run is.
    bar = task.describing or output is not None or not sys.stdout.isatty()
    messages = Messages()
    extracted = 0
    with open_output() as writer:
        for event in with_progress(run(found, task, jobs=jobs, tally=tally), found.items, tally, shown=bar):
            if isinstance(event, Extracted):
                extracted += 1
                writer.add(event)
            else:
                messages.show(event)
        if not extracted:
            raise typer.Exit(FAILED)  # within the block, so that nothing is written
    if messages.failed:
        raise typer.Exit(FAILED)


def _keep(found: Found, output: str) -> None:
    """Raise ``PledgeminerError`` if ``output`` would take the place of what is read."""
    from ..documents.walk import is_among
    from ..errors import PledgeminerError

    listing = found.listings.has(output)
    if listing or is_among(output, found.items):
        problem = "this file is also the list of the documents" if listing else "this file is also one of the documents"
        raise PledgeminerError(problem, where=output, hint="it would be overwritten; choose another name")
