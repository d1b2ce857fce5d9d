"""The table of documents for people, on a terminal of any width."""

from __future__ import annotations

from typing import NamedTuple, TextIO

from rich import box
from rich.cells import cell_len
from rich.table import Table
from rich.text import Text

from ..documents.description import Description
from ..run.events import Extracted
from .document_words import DOCUMENT_WORDS
from .record_table import ROOMY, PipeConsole
from .text_cells import one_line
from .writer import Options

_COUNTS = ("pages", "characters", "numbers")
_COLUMNS = ("source", "format", "date", "body", "place", *_COUNTS)
_IF_ANY = frozenset({"place", "pages"})
"""The columns that are left out where they are empty; in the others it tells something that nothing is there."""
_SPARE = ("place", "format", "pages", "characters")
"""The columns that are left out where the terminal is too narrow: a count that is cut short would be another one."""
_FOLDED = {"source": 16, "body": 12, "place": 8}
"""The columns whose cells may go on in the next line, and how wide they should be before others are left out."""
_BETWEEN = 3
"""So many columns of the terminal are between two columns of the table."""


class DocumentTable:
    """A row for each document, with its title and what was repaired below its path; a line with the sums at the end.

    The width of the columns depends on all rows, so that they are written at the end.
    """

    def __init__(self, stream: TextIO, options: Options) -> None:
        """Write to ``stream``, as wide as it is."""
        self._console = PipeConsole(file=stream, highlight=False, markup=False, emoji=False)
        self._words = DOCUMENT_WORDS[options.language]
        self._rows: list[Description] = []

    def add(self, extracted: Extracted) -> None:
        """Take the description of one document."""
        self._rows.append(extracted.document)

    def end(self) -> None:
        """Write the table, and how many documents, characters and numbers there are."""
        words = self._words
        if self._rows:
            self._console.print(self._table())
            self._console.print()
        sums = [(words.documents, len(self._rows))]
        sums += [(getattr(words, name).lower(), sum(getattr(row, name) for row in self._rows)) for name in _COUNTS[1:]]
        self._console.print(" · ".join(f"{word} {count:,}" for word, count in sums), style="bold")

    def _table(self) -> Table:
        width = self._console.width
        between = " " if width >= ROOMY else "\n"
        columns = {
            name: _Column(getattr(self._words, name), name, [_cell(row, name, between) for row in self._rows])
            for name in _COLUMNS
            if name not in _IF_ANY or any(getattr(row, name) for row in self._rows)
        }
        for name in _SPARE:
            if sum(column.needed + _BETWEEN for column in columns.values()) > width + _BETWEEN:
                columns.pop(name, None)
        table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
        for column in columns.values():
            table.add_column(
                column.heading,
                overflow="fold",
                min_width=cell_len(column.heading) if column.name in _FOLDED else column.needed,
                no_wrap=column.name not in _FOLDED,
                justify="right" if column.name in _COUNTS else "left",
            )
        for cells in zip(*(column.cells for column in columns.values()), strict=True):
            table.add_row(*cells)
        return table


class _Column(NamedTuple):
    """A column of the table: its heading, the field of which it is, and its cells."""

    heading: str
    name: str
    cells: list[Text]

    @property
    def needed(self) -> int:
        """The least width in which it can be read well."""
        longest = max(cell_len(line.plain) for cell in (Text(self.heading), *self.cells) for line in cell.split("\n"))
        return min(longest, _FOLDED.get(self.name, longest))


def _cell(row: Description, name: str, between: str) -> Text:
    """Return what stands in the column ``name``; ``between`` stands between a format and its encoding."""
    if name == "source":
        below = [row.title or "", "; ".join(row.repairs)]
        cell = Text(one_line(row.source))
        return cell.append("".join(f"\n{one_line(line)}" for line in below if line), style="dim")
    if name == "format":
        return Text(between.join(filter(None, (row.format, row.encoding))))
    value = getattr(row, name)
    if name in _COUNTS:
        return Text("" if value is None else f"{value:,}")
    return Text(one_line(value or ""))
