"""``pledgeminer diff``"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from ..report.formats import chosen_format, names_for
from .guard import FAILED, GATE, guarded
from .language import locale_language
from .options import Body, Encoding, Folders, InLanguage, Jobs, Owners, Simplified
from .streams import Messages, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..diff.accept import Judged
    from ..diff.model import Comparison
    from ..record import Record
    from ..run.task import Task

_SIDE = (
    "A document, a folder of documents, - for standard input, or a file that `pledgeminer extract -o` has "
    "written (.csv .tsv .json .jsonl), also after a spreadsheet has saved it again."
)


def diff(
    old: Annotated[str, typer.Argument(metavar="OLD", help=_SIDE)],
    new: Annotated[str, typer.Argument(metavar="NEW", help="The same a year later.")],
    format: Annotated[
        str | None,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            help=f"How the changes are written: {names_for('changes')}. Without it the ending of --output decides; "
            "else it is a table on a terminal and CSV through a pipe. Example: -f markdown",
        ),
    ] = None,
    output: Annotated[
        str | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Write to this file, whole or not at all. Example: -o changes.csv",
        ),
    ] = None,
    fail_on: Annotated[
        str | None,
        typer.Option(
            metavar="CHANGE,...",
            help="End with exit code 1 if there is such a change, and name it on standard error: dropped, weakened "
            "(less ambitious than before), slipped (a deadline put off), lowered, reworded, raised, added, running or "
            "unchanged. Example: --fail-on dropped,weakened",
        ),
    ] = None,
    accept: Annotated[
        str | None,
        typer.Option(
            metavar="FILE",
            help="A YAML list of changes that are known: indicator (or id), change, reason, and until when. "
            "They do not fire --fail-on. Example: --accept known.yaml",
        ),
    ] = None,
    write_baseline: Annotated[
        str | None,
        typer.Option(
            metavar="FILE",
            help="Write an accept file with all changes that are there now, so that gates name only what is new. "
            "Example: --write-baseline known.yaml",
        ),
    ] = None,
    evidence: Annotated[
        bool,
        typer.Option("--evidence", help="Show the clauses of both sides, with their own indicators, below the tables."),
    ] = False,
    owner: Owners = None,
    indicator: Annotated[
        str | None,
        typer.Option(
            metavar="PATTERN",
            help="Only the changes in whose indicator this regular expression is found.",
        ),
    ] = None,
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
    simplified: Simplified = False,
    jobs: Jobs = None,
    lang: InLanguage = None,
) -> None:
    """Tell what became of last year's commitments: dropped, lowered, reworded, raised, added, unchanged.

    Targets are paired by their indicators, one to one, with aim and unit; what the other side has nothing
    like is dropped or added. A target that one document names twice counts once.

    [bold]Examples[/bold]

    pledgeminer diff report-2024.txt report-2025.txt

    pledgeminer diff targets-2024.csv report-2025.txt -o changes.md --fail-on dropped,lowered

    pledgeminer diff plans-2024/ plans-2025/ --owner 教育局 --fail-on slipped --accept known.yaml

    pledgeminer diff targets.csv report-2025.txt --indicator '停车|道路' -f github
    """
    with guarded():
        from datetime import date

        from ..diff.accept import judge, load_accepted
        from ..diff.compare import compare
        from ..diff.gate import fires, read_gates, scope
        from ..diff.words import load_words
        from ..documents.metadata import UserMetadata
        from ..report.baseline import baseline
        from ..report.output import open_writer
        from ..report.writer import Options
        from ..rules.indicator_loader import load_indicators
        from ..run.task import Task
        from .settings import rule_folders

        path = None if output in (None, "", "-") else output
        chosen = chosen_format(format, path, "changes", terminal=sys.stdout.isatty())
        keep_sides(path, old, new)
        gates = read_gates(fail_on) if fail_on is not None else frozenset()
        wanted = scope(owner or (), indicator)
        known = load_accepted(accept) if accept is not None else []
        folders = rule_folders(rules)
        words = load_words(folders)
        tasks = [
            Task(UserMetadata(date, body, encoding), rules=folders, simplified=simplified)
            for date in (old_date, new_date)
        ]
        messages = Messages()
        sides = read_sides((old, new), tasks, jobs, messages)
        comparisons = compare(*sides, words=words, indicators=load_indicators(folders))
        judged = judge(comparisons, known, date.today())
        taken = {id(comparison) for comparison, _ in judged.accepted}

        def stopped(comparison: Comparison) -> bool:
            return id(comparison) not in taken and fires(comparison, gates)

        shown = [comparison for comparison in comparisons if wanted.wants(comparison)]
        options = Options(lang.value if lang else locale_language(), stopped=stopped, evidence=evidence)
        with open_writer("changes", chosen, path, options) as writer:
            for comparison in shown:
                writer.add(comparison)
        if write_baseline is not None:
            keep_sides(write_baseline, old, new)
            baseline(comparisons, write_baseline, date.today())
        offending = [comparison for comparison in shown if stopped(comparison)]
        _report_gates(judged, offending)
        if messages.failed:
            raise typer.Exit(FAILED)
        if offending:
            raise typer.Exit(GATE)


def keep_sides(output: str | None, *sides: str) -> None:
    """Raise ``PledgeminerError`` if ``output`` would take the place of what is read."""
    from ..documents.walk import find_sources, is_among
    from ..errors import PledgeminerError

    if output is None:
        return
    found = find_sources(sides)
    if is_among(output, found.items) or found.listings.has(output):
        hint = "it would be overwritten; choose another name"
        raise PledgeminerError("this file is also one of the sides", where=output, hint=hint)


def read_sides(
    paths: tuple[str, str], tasks: Sequence[Task], jobs: int | None, messages: Messages
) -> list[list[Record]]:
    """Return the records of both sides, and report what could not be read; without any of a side, the command ends."""
    from ..errors import PledgeminerError
    from ..run.compare import read_side
    from ..run.events import Extracted, Failed, Loaded

    if paths == ("-", "-"):
        raise PledgeminerError("both sides are standard input", where="-", hint="name a file for one of them")
    sides: list[list[Record]] = []
    nothing = False
    for path, task in zip(paths, tasks, strict=True):
        records: list[Record] = []
        failed = False
        for event in read_side(path, task, jobs=jobs):
            if isinstance(event, Extracted | Loaded):
                records += event.records
            else:
                failed |= isinstance(event, Failed)
                messages.show(event)
        nothing |= failed and not records
        sides.append(records)
    if nothing:
        raise typer.Exit(FAILED)
    return sides


def _report_gates(judged: Judged, offending: Sequence[Comparison]) -> None:
    """Say which changes are accepted, which entries are of no use any more, and what a gate has stopped."""
    from ..report.change_text import sentence

    for comparison, entry in judged.accepted:
        say(f"{entry.where}: accepted, because {entry.reason}: {sentence(comparison)}")
    for entry in judged.expired:
        say(f"{entry.where}: warning: this entry has expired on {entry.until}, and is not used any more")
    for entry in judged.unmatched:
        say(f"{entry.where}: warning: this entry matches no change any more")
    for comparison in offending:
        say(f"stopped: {sentence(comparison)}")
