"""The table for people, on a terminal of any width."""

from __future__ import annotations

from collections import Counter
from typing import TextIO

from rich import box
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from ..record import Aim, Record
from ..run.events import Extracted
from .headings import HEADINGS, Headings
from .text_cells import one_line
from .writer import Options

ROOMY = 110
"""From this width on, in columns of the terminal, all owners and the day of the deadline are shown."""
WIDE = 150
"""From this width on, the clause is shown too."""

_ARROWS: dict[Aim, str] = {"reach": "→", "increase": "↑", "decrease": "↓", "deliver": "▪"}
_COLOURS: dict[Aim, str] = {"reach": "cyan", "increase": "green", "decrease": "magenta", "deliver": "blue"}


class PipeConsole(Console):
    """A console that leaves it to the command how to end when nobody reads on."""

    def on_broken_pipe(self) -> None:
        raise BrokenPipeError


class RecordTable:
    """A heading and a table for each document, and a line with the counts at the end."""

    def __init__(self, stream: TextIO, options: Options) -> None:
        """Write to ``stream``, as wide as it is."""
        self._console = PipeConsole(file=stream, highlight=False, markup=False, emoji=False)
        self._words = HEADINGS[options.language]
        self._kinds = options.kinds
        self._documents = 0
        self._counts: Counter[tuple[str, str]] = Counter()

    def add(self, extracted: Extracted) -> None:
        """Write the records of one document under its path and date."""
        self._documents += 1
        self._counts.update((record.kind, record.strength) for record in extracted.records)
        heading = Text(one_line(extracted.document.source), style="bold", overflow="fold")
        if extracted.document.date:
            heading.append(f"  {extracted.document.date}", style="not bold cyan")
        self._console.print(heading)
        if extracted.records:
            self._console.print(self._table(extracted.records))
        else:
            self._console.print(f"  {self._words.nothing_found}", style="dim")
        self._console.print()

    def end(self) -> None:
        """Write how many documents were read, and how many records of each kind and strength they hold."""
        words = self._words
        parts = [f"{words.documents} {self._documents}"]
        for kind in ("commitment", "achievement"):
            strengths = {strength: self._counts[kind, strength] for strength in ("firm", "aspire")}
            total = sum(strengths.values())
            if total or kind == "commitment":
                shares = ", ".join(f"{getattr(words, name)} {count}" for name, count in strengths.items())
                parts.append(f"{getattr(words, kind)} {total} ({shares})")
        self._console.print(" · ".join(parts), style="bold")

    def _table(self, records: list[Record]) -> Table:
        words, width = self._words, self._console.width
        table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
        if self._kinds:
            table.add_column(words.kind)
        table.add_column(words.indicator, overflow="fold")
        table.add_column(words.target, overflow="fold")
        table.add_column(words.owner, overflow="fold")
        table.add_column(words.deadline, overflow="fold")
        # A place that is cut short would be another place.
        paged = records[0].page is not None
        place = words.page if paged else words.line
        places = [str(record.page if paged else record.line) for record in records]
        table.add_column(place, justify="right", width=max(cell_len(place), *map(len, places)))
        if width >= WIDE:
            table.add_column(words.text, overflow="fold", style="dim", max_width=width // 3)
        for record, where in zip(records, places, strict=True):
            cells = [
                Text(one_line(record.indicator)),
                _target(record),
                Text(_owner(record, every_one=width >= ROOMY)),
                Text(_deadline(record, words, with_day=width >= ROOMY)),
                Text(where),
            ]
            if self._kinds:
                cells.insert(0, Text(getattr(words, record.kind)))
            if width >= WIDE:
                cells.append(Text(one_line(record.text)))
            table.add_row(*cells, style="dim" if record.kind == "achievement" else "")
        return table


#: Below it a record wears a mark in the table: so many of those like it are wrong that it is worth a look.
UNSURE = 0.6


def _target(record: Record) -> Text:
    mark = " ?" if record.confidence is not None and record.confidence < UNSURE else ""
    return Text(f"{_ARROWS[record.aim]} {one_line(record.quantity)}{mark}", style=_COLOURS[record.aim])


def _owner(record: Record, *, every_one: bool) -> str:
    owners = [one_line(owner) for owner in record.owners]
    if every_one or len(owners) < 2:
        return ", ".join(owners)
    return f"{owners[0]} +{len(owners) - 1}"


def _deadline(record: Record, words: Headings, *, with_day: bool) -> str:
    parts = [one_line(record.deadline)] if record.deadline else []
    if record.every:
        parts.append(getattr(words, record.every))
    if with_day and record.deadline_date:
        parts.append(record.deadline_date)
    return " · ".join(parts)
