"""The table of changes for people, grouped by change, on a terminal of any width."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple, TextIO

from rich import box
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from ..diff.model import Change, Comparison
from .change_text import counts, difference, only_source, places, wording
from .change_words import CHANGE_WORDS, ChangeWords
from .record_table import ROOMY, PipeConsole
from .text_cells import one_line
from .writer import Options

NARROW = 100
"""Under this width, in columns of the terminal, what changed stands below the new number."""

_FEW = 3
"""The columns before the place that a narrow terminal has room for."""

_COLOURS = {
    "dropped": "red",
    "lowered": "magenta",
    "reworded": "yellow",
    "raised": "green",
    "added": "cyan",
    "running": "blue",
    "unchanged": "dim",
    "slipped": "yellow",
}


class ChangeTable:
    """A table for each kind of change and, at the end, a line with the counts.

    If each side is one document, they are named once and places are lines; else each place names its file.
    """

    def __init__(self, stream: TextIO, options: Options) -> None:
        """Write to ``stream``, as wide as it is."""
        self._stream, self._words, self._evidence = stream, CHANGE_WORDS[options.language], options.evidence
        self._comparisons: list[Comparison] = []

    def add(self, comparison: Comparison) -> None:
        """Take one change; how wide the columns are depends on all of them."""
        self._comparisons.append(comparison)

    def end(self) -> None:
        """Write the tables and the counts."""
        _write(self._stream, self._comparisons, self._words, evidence=self._evidence)


def _write(stream: TextIO, comparisons: Sequence[Comparison], words: ChangeWords, *, evidence: bool) -> None:
    console = PipeConsole(file=stream, highlight=False, markup=False, emoji=False)
    if not comparisons:
        console.print(words.nothing, style="dim")
        return
    changes = [comparison.change for comparison in comparisons]
    old, new = (only_source(side) for side in zip(*((c.old_source, c.new_source) for c in changes), strict=True))
    one_each = old is not None and new is not None
    if one_each:
        console.print(Text(f"{one_line(old or '')} → {one_line(new or '')}", style="bold", overflow="fold"))
        console.print()
    for kind, rows in groupby(comparisons, key=lambda comparison: comparison.change.change):
        group = list(rows)
        console.print(Text(f"{getattr(words, kind)} ({len(group)})", style=f"bold {_COLOURS[kind]}"))
        console.print(_table(group, words, console, lines_only=one_each))
        if evidence:
            for comparison in group:
                console.print(_evidence(comparison))
        console.print()
    console.print(_summary(comparisons, words), soft_wrap=True)


def _table(group: Sequence[Comparison], words: ChangeWords, console: Console, *, lines_only: bool) -> Table:
    """Return the table of one kind of change; where it is narrow, cells of the same row stand below one another."""
    kind = group[0].change.change
    columns = [_Column(words.indicator, [one_line(row.change.indicator) for row in group])]
    if kind != "added":
        columns.append(_Column(words.old, [one_line(row.change.old_quantity or "") for row in group]))
    if kind not in ("dropped", "running"):
        columns.append(_Column(words.new, [one_line(row.change.new_quantity or "") for row in group], _COLOURS[kind]))
    if kind in ("raised", "lowered"):
        columns.append(_Column(words.difference, [difference(row.change) for row in group], _COLOURS[kind]))
    if kind not in ("dropped", "running", "added", "unchanged"):
        columns.append(_Column(words.also, [_also(row, words) for row in group]))
    if console.width < NARROW and len(columns) > _FEW:
        columns[_FEW - 1 :] = [_joined(columns[_FEW - 1 :])]
    if console.width >= ROOMY:
        columns.append(_Column(words.owner, [one_line(", ".join(row.change.owners)) for row in group]))
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for column in columns:
        # A figure that is broken between its digits reads as another one.
        least = (
            max(map(cell_len, " ".join(column.cells).split()), default=0) if column.heading == words.difference else 0
        )
        table.add_column(column.heading, overflow="fold", min_width=least or None)
    places = [_place(row.change, lines_only=lines_only) for row in group]
    widest = max(map(cell_len, (words.place, *places))) if lines_only else None
    table.add_column(words.place, overflow="fold", justify="right", no_wrap=lines_only, min_width=widest)
    for *cells, place in zip(*(column.texts for column in columns), places, strict=True):
        table.add_row(*cells, place, style="dim" if kind == "unchanged" else "")
    return table


class _Column(NamedTuple):
    """A column of the table: its heading, its cells, and the style of the cells."""

    heading: str
    cells: list[str]
    style: str = ""

    @property
    def texts(self) -> list[Text]:
        """The cells as they are shown."""
        return [Text(cell, style=self.style) for cell in self.cells]


def _joined(columns: Sequence[_Column]) -> _Column:
    """Return one column with the cells of ``columns`` below one another."""
    cells = ["\n".join(filter(None, row)) for row in zip(*(column.cells for column in columns), strict=True)]
    return columns[0]._replace(cells=cells)


def _also(comparison: Comparison, words: ChangeWords) -> str:
    """Return what changed beside the number, and what the change means, a line each."""
    ambition = comparison.change.ambition
    meaning = {"more": [words.more], "less": [words.less]}.get(ambition or "", [])
    return "\n".join((*wording(comparison), *meaning))


def _evidence(comparison: Comparison) -> Text:
    """Return the clauses of both sides, each with its place and its own indicator, a line each."""
    sides = zip(("-", "+"), (comparison.old, comparison.new), strict=True)
    lines = [
        f"{sign} {one_line(record.source)}:{record.line} {one_line(record.indicator)}: {one_line(record.text)}"
        for sign, record in sides
        if record is not None
    ]
    return Text("\n".join(lines), style="dim", overflow="fold")


def _place(change: Change, *, lines_only: bool) -> str:
    if not lines_only:
        return "\n".join(places(change))
    return " → ".join(str(line) for line in (change.old_line, change.new_line) if line is not None)


def _summary(comparisons: Sequence[Comparison], words: ChangeWords) -> Text:
    line = Text()
    for kind, count in counts(comparisons):
        line.append(" · " if line else "")
        line.append(f"{getattr(words, kind)} {count}", style=f"bold {_COLOURS[kind]}" if count else "dim")
    return line
