"""``pledgeminer extract``"""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from ..report.formats import Format, format_of
from .guard import FAILED, guarded
from .language import locale_language
from .options import Body, Date, Encoding, Folders, InLanguage, Jobs, Owners
from .progress import with_progress
from .streams import say, tell_of_slow

if TYPE_CHECKING:
    from ..documents.given import Given
    from ..outcome import Extracted
    from ..pipeline import Task
    from ..report.headings import Language


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
            help="Files, folders or - for standard input. A folder is walked to the bottom, in the order of "
            "the names; it gives its texts (.txt .text .md .markdown), hidden and binary files are left "
            "out and counted. A file that is named itself may have any ending, as long as it is text.",
        ),
    ],
    format: Annotated[
        Format | None,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            help="How the records are written: table, csv, tsv, json, jsonl or markdown. Without it the "
            "ending of --output decides; else it is a table on a terminal and CSV through a pipe. "
            "Example: -f jsonl",
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
    date: Date = None,
    body: Body = None,
    encoding: Encoding = None,
    rules: Folders = None,
    jobs: Jobs = None,
    lang: InLanguage = None,
) -> None:
    """Find the quantitative commitments in documents: one record for each number that states a target.

    Every record has what is measured, the target, who answers for it, until when, and the place in the text.
    A file that cannot be read is named on standard error and makes the exit code 2; all the others are done.

    [bold]Examples[/bold]

    pledgeminer extract report.txt

    pledgeminer extract speeches/ -o targets.csv --owner 教育局

    pledgeminer extract report.txt --date 2026-01-20 --body 市人民政府

    iconv -f big5 -t utf-8 old.txt | pledgeminer extract -
    """
    with guarded():
        from ..config import rule_folders
        from ..documents.given import Given
        from ..pipeline import Selection, Task

        if output == "-":
            output = None
        if format is None:
            format = format_of(output) if output else Format.TABLE if sys.stdout.isatty() else Format.CSV
        selection = Selection(kind.value, tuple(owner or ()))
        task = Task(Given(date, body, encoding), selection, rule_folders(rules))
        language = lang.value if lang else locale_language()
        _extract(paths, task, jobs, format, output, language)


def _extract(
    paths: list[str], task: Task, jobs: int | None, format: Format, output: str | None, language: Language
) -> None:
    """Write the records of ``paths``, and tell of all that could not be read or was left out."""
    from ..documents.walk import describe, find_sources, is_among
    from ..errors import DocumentError, PledgeminerError
    from ..pipeline import extract_documents, suitable_jobs
    from ..report.output import open_writer

    if "-" in paths and sys.stdin and sys.stdin.isatty():
        say("reading what you type; end it with Ctrl-D on a line of its own")
    found = find_sources(paths)
    if output and is_among(output, found.items):
        hint = "it would be overwritten; choose another name"
        raise PledgeminerError("this file is also one of the documents", where=output, hint=hint)
    outcomes = extract_documents(found.items, task, jobs=jobs or suitable_jobs(found.items))
    # A table that runs over the terminal shows by itself how far the run is.
    bar = output is not None or not sys.stdout.isatty()
    failures = 0
    slow: set[str] = set()
    with open_writer(format, output, language=language, kinds=task.selection.kind == "all") as writer:
        for outcome in with_progress(outcomes, len(found.items), shown=bar):
            if isinstance(outcome, DocumentError):
                failures += 1
                say(outcome)
            else:
                _tell_of_guess(outcome, task.given)
                tell_of_slow(outcome.slow, slow)
                writer.document(outcome)
        if failures == len(found.items):
            raise typer.Exit(FAILED)  # within the block, so that nothing is written
    if found.left_out:
        say(f"left out: {describe(found.left_out)}")
    if failures or slow:
        raise typer.Exit(FAILED)


def _tell_of_guess(extracted: Extracted, given: Given) -> None:
    from ..documents.decode import CERTAIN

    if given.encoding is None and extracted.document.encoding not in (None, *CERTAIN):
        guess = f"{extracted.document.source}: read as {extracted.document.encoding}, which is a guess"
        say(f"{guess} (if the words are wrong, say --encoding NAME)")
