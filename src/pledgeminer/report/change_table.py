"""The table of changes for people, grouped by change, on a terminal of any width."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import TextIO

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
    roomy = console.width >= ROOMY
    kind = group[0].change.change
    paired = kind not in ("dropped", "running", "added")
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    table.add_column(words.indicator, overflow="fold")
    if kind != "added":
        table.add_column(words.old, overflow="fold")
    if kind not in ("dropped", "running"):
        table.add_column(words.new, overflow="fold")
    if kind in ("raised", "lowered"):
        # A figure that is broken between its digits reads as another one.
        longest = max(cell_len(part) for row in group for part in difference(row.change).split())
        table.add_column(words.difference, overflow="fold", justify="right", min_width=longest)
    if paired and kind != "unchanged":
        table.add_column(words.also, overflow="fold")
    if roomy:
        table.add_column(words.owner, overflow="fold")
    table.add_column(words.place, overflow="fold", justify="right", no_wrap=lines_only)
    for comparison in group:
        change = comparison.change
        cells = [Text(one_line(change.indicator))]
        if kind != "added":
            cells.append(Text(one_line(change.old_quantity or "")))
        if kind not in ("dropped", "running"):
            cells.append(Text(one_line(change.new_quantity or ""), style=_COLOURS[kind]))
        if kind in ("raised", "lowered"):
            cells.append(Text(one_line(difference(change)), style=_COLOURS[kind]))
        if paired and kind != "unchanged":
            cells.append(Text("\n".join(wording(comparison))))
        if roomy:
            cells.append(Text(one_line(", ".join(change.owners))))
        cells.append(Text(_place(change, lines_only=lines_only)))
        table.add_row(*cells, style="dim" if kind == "unchanged" else "")
    return table


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
