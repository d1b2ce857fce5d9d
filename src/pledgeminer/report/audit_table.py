"""The table of verdicts for people, grouped by verdict, with a summary by owner."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import TextIO

from rich import box
from rich.table import Table
from rich.text import Text

from ..audit.model import Audited, by_owner, counts
from .audit_words import AUDIT_WORDS, AuditWords
from .record_table import ROOMY, PipeConsole
from .text_cells import one_line
from .writer import Options

_COLOURS = {
    "missed": "red",
    "partly": "yellow",
    "unclear": "magenta",
    "not_reported": "dim",
    "claimed": "cyan",
    "met": "green",
    "not_due": "blue",
}
_BARE = frozenset({"not_reported", "not_due"})
"""Verdicts without a reported figure."""


class AuditTable:
    """A table for each verdict; at the end a line with the counts, and one for each owner if there are several."""

    def __init__(self, stream: TextIO, options: Options) -> None:
        """Write to ``stream``, as wide as it is."""
        self._console = PipeConsole(file=stream, highlight=False, markup=False, emoji=False)
        self._words = AUDIT_WORDS[options.language]
        self._rows: list[Audited] = []

    def add(self, row: Audited) -> None:
        """Take one verdict; how wide the columns are depends on all of them."""
        self._rows.append(row)

    def end(self) -> None:
        """Write the tables and the summary."""
        words, console = self._words, self._console
        if not self._rows:
            console.print(words.nothing, style="dim")
            return
        for verdict, rows in groupby(self._rows, key=lambda row: row.verdict):
            group = list(rows)
            heading = f"{getattr(words, verdict)} ({len(group)})"
            console.print(Text(heading, style=f"bold {_COLOURS[verdict]}"))
            console.print(self._table(group, roomy=console.width >= ROOMY))
            console.print()
        owners = by_owner(self._rows)
        if len(owners) > 1:
            for owner, found in owners.items():
                console.print(Text(f"{one_line(owner) or words.no_owner}: {_counted(found, words)}"), soft_wrap=True)
        console.print(Text(_counted(counts(self._rows), words), style="bold"), soft_wrap=True)

    def _table(self, group: Sequence[Audited], *, roomy: bool) -> Table:
        words, bare = self._words, group[0].verdict in _BARE
        table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
        table.add_column(words.indicator, overflow="fold")
        table.add_column(words.target, overflow="fold")
        if not bare:
            table.add_column(words.actual, overflow="fold")
        if not bare or group[0].verdict == "not_due":
            table.add_column(words.reason, overflow="fold")
        if roomy:
            table.add_column(words.owner, overflow="fold")
        table.add_column(words.line, justify="right", no_wrap=True)
        for row in group:
            cells = [one_line(row.indicator), one_line(row.target_quantity)]
            if not bare:
                cells.append(one_line(row.actual_quantity or ""))
            if not bare or row.verdict == "not_due":
                cells.append(one_line(row.reason))
            if roomy:
                cells.append(one_line(", ".join(row.owners)))
            lines = (row.target_line, row.actual_line)
            cells.append(" → ".join(str(line) for line in lines if line is not None))
            table.add_row(*map(Text, cells))
        return table


def _counted(found: Mapping[str, int], words: AuditWords) -> str:
    return " · ".join(f"{getattr(words, verdict)} {count}" for verdict, count in found.items())
