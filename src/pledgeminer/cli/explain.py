"""``pledgeminer explain``"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from ..report.formats import chosen_format, names_for
from .guard import FAILED, guarded
from .options import Body, Date, Encoding, Folders
from .streams import Messages, say

if TYPE_CHECKING:
    from ..documents.metadata import UserMetadata
    from ..documents.model import Document


def explain(
    place: Annotated[
        str | None,
        typer.Argument(
            metavar="FILE:LINE",
            help="A document and the line whose numbers are explained; the line is that of a record. FILE alone "
            "explains every number in it, and - is standard input.",
        ),
    ] = None,
    text: Annotated[
        str | None,
        typer.Option(metavar="TEXT", help="Explain the numbers of this text instead."),
    ] = None,
    format: Annotated[
        str | None,
        typer.Option(
            "--format", "-f", metavar="FORMAT", help=f"How it is written: {names_for('explanations')}. Example: -f json"
        ),
    ] = None,
    date: Date = None,
    body: Body = None,
    encoding: Encoding = None,
    rules: Folders = None,
) -> None:
    """Tell why each number on a line is a promise, a report, or left out, and which rule says so.

    For a record: the marks found in its sentence, the rules tried in order and the one that fitted, the cues that
    made it a promise or a report with their weights, and where owner, strength and deadline came from. For any
    other number: what left it out.

    [bold]Examples[/bold]

    pledgeminer explain report.txt:12

    pledgeminer explain --text '近视率下降1%以上，完成10所学校。' --date 2026-01-20

    pledgeminer explain report.txt:12 -f json --rules my-province/
    """
    with guarded():
        from ..documents.metadata import UserMetadata
        from ..extraction.extractor import Extractor
        from ..report.output import open_writer
        from ..rule_tools.explain import explain_document
        from .settings import rule_folders

        # "text" is what the table of explanations was called before 0.2.
        name = "table" if format == "text" else format
        chosen = chosen_format(name, None, "explanations", terminal=sys.stdout.isatty())
        document, line = _document(place, text, UserMetadata(date, body, encoding))
        for warning in document.warnings:
            say(warning)
        extractor = Extractor(rule_folders(rules))
        explanations = explain_document(document, extractor, line)
        with open_writer("explanations", chosen, None) as writer:
            for explanation in explanations:
                writer.add(explanation)
        if not explanations:
            say("there is no number here")
        messages = Messages()
        for slow in extractor.slow:
            messages.slow(slow)
        if messages.failed:
            raise typer.Exit(FAILED)


_LONGEST = 12
"""Digits of a line's number; no text has as many lines."""


def _document(place: str | None, text: str | None, given: UserMetadata) -> tuple[Document, int | None]:
    """Return the document and the line that are asked for. Raises ``PledgeminerError``."""
    import os

    from ..documents.source import STANDARD_INPUT, shown
    from ..errors import PledgeminerError
    from ..run.extract import sole_document_at, text_document

    if (place is None) == (text is None):
        problem = (
            "name a document and a line, or give a text" if place is None else "a document and a text are too much"
        )
        raise PledgeminerError(problem, hint="pledgeminer explain report.txt:12, or explain --text '…'")
    if text is not None:
        return text_document(text, given), None
    assert place is not None
    path, colon, number = place.rpartition(":")
    line = int(number) if colon and number.isascii() and number.isdigit() and len(number) <= _LONGEST else None
    if line is None or os.path.exists(place):  # noqa: PTH110 - a name that is too long is none, too
        path, line = place, None
    if path != STANDARD_INPUT and os.path.isdir(path):  # noqa: PTH112
        raise PledgeminerError("this is a folder, not a document", where=path, hint="name a file in it")
    document = sole_document_at(path, given)
    lines = document.text.count("\n" if "\n" in document.text else "\r") + 1
    if line is not None and not 1 <= line <= lines:
        raise PledgeminerError(f"there is no line {line}", where=shown(path), hint=f"it has lines 1 to {lines}")
    return document, line
