"""Statements: what the rows and columns of a table say of each number, to be read like any sentence.

Nothing is made up: a statement is put together from what stands in the cells, with colons, brackets and full stops
between.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

import regex

from .columns import LONGEST_NAME, Column, column_of, head_rows, name_length, number_in, unit_in
from .model import Cell, Piece, Row, Statement, Table, put, whole

if TYPE_CHECKING:
    from ...rules.tables import TablePatterns


def statements(table: Table, patterns: TablePatterns) -> Iterator[Statement]:
    """Yield what ``table`` says, row by row: a statement for each number, or one for a row of words."""
    heads = head_rows(table.rows, patterns)
    rows = table.rows[heads:]
    columns = tuple(
        column_of([row[number] for row in table.rows[:heads]], [row[number] for row in rows], patterns)
        for number in range(len(table.rows[0]))
    )
    # The rows' names are in the last column of words before the first of numbers.
    words = takewhile(lambda number: not columns[number].numbers, range(len(columns)))
    reader = _Reader(patterns, columns, max((number for number in words if not columns[number].role), default=None))
    above: Row | None = None
    for row in rows:
        yield from reader.row(row, above)
        above = row


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the rows of one table; ``name`` is the number of the column that names them."""

    patterns: TablePatterns
    columns: tuple[Column, ...]
    name: int | None

    def row(self, row: Row, above: Row | None) -> Iterator[Statement]:
        """Yield the statements of ``row``, which stands under ``above``."""
        if _one_text(row):
            # A line over the whole width parts the table, or is a note.
            yield [whole(row[0])]
            return
        columns = zip(self.columns, row, strict=True)
        found = [number_in(cell, self.patterns) if column.numbers else None for column, cell in columns]
        yield from self._numbers(row, found, above) if any(found) else self._words(row, above)

    def _cells(self, row: Row, role: str) -> list[tuple[Column, Cell]]:
        columns = zip(self.columns, row, strict=True)
        return [(column, cell) for column, cell in columns if column.role == role and cell.text]

    def _numbers(self, row: Row, found: Sequence[regex.Match[str] | None], above: Row | None) -> Iterator[Statement]:
        """Yield a statement for each number ``found`` in ``row``, and one for what else it says in words."""
        name = row[self.name] if self.name is not None and row[self.name].text else None
        unit = self._unit(row, name)
        when, tag = self._when(row), self._tag(row)
        front: Statement = []
        called: Statement = []
        if name is not None:
            part = front if self.patterns.when.fullmatch(name.text) else called
            part.append(Piece(name.start, name.at(name_length(name, self.patterns))))
        for number, (column, cell, match) in enumerate(zip(self.columns, row, found, strict=True)):
            if not cell.text or column.role or cell is name:
                continue
            if match is not None:
                # 2027年：森林覆盖率45%。 and 东山区：新建口袋公园8个。
                says_when = [*column.front, *front]
                lead = [*says_when, put("：", says_when[-1])] if says_when else []
                if not column.front:
                    lead = [*when, *lead]
                between = [put("：", called[-1])] if called and column.nouns else []
                value = _value(cell, match, unit or column.unit)
                yield [*lead, *called, *between, *column.nouns, *column.changes, *value, put("。", cell), *tag]
            elif self._says_more(number, row, above):
                yield [*when, whole(cell), put("。", cell), *tag]

    def _unit(self, row: Row, name: Cell | None) -> Piece | None:
        """Return the unit of the row's numbers: behind its name, or in a column of its own."""
        behind = unit_in(name, self.patterns) if name is not None else None
        units = (cell for _, cell in self._cells(row, "unit") if self.patterns.sole_unit.fullmatch(cell.text))
        return behind or next(map(whole, units), None)

    def _says_more(self, number: int, row: Row, above: Row | None) -> bool:
        """Say whether the cell holds words with a number that no cell beside or above it, merged with it, has said."""
        text = row[number].text
        if not any(map(str.isdigit, text)) or self.patterns.not_number.fullmatch(text):
            return False
        beside = row[number - 1].text if number else ""
        return text != beside and (above is None or text != above[number].text)

    def _words(self, row: Row, above: Row | None) -> Iterator[Statement]:
        """Yield one statement for a row of words; what only goes on from the row above is not said again."""
        said: Statement = []
        for number, (column, cell) in enumerate(zip(self.columns, row, strict=True)):
            if column.role or not cell.text or (number and cell.text == row[number - 1].text):
                continue
            if above is not None and cell.text == above[number].text:
                continue
            if said:
                said.append(put("：" if said[-1].end - said[-1].start <= LONGEST_NAME else "。", cell))
            said.append(whole(cell))
        if said:
            yield [*self._when(row), *said, put("。", said[-1]), *self._tag(row)]

    def _when(self, row: Row) -> Statement:
        """Return until when the row is to be done, with a colon."""
        pieces: Statement = []
        for _, cell in self._cells(row, "deadline"):
            if len(cell.text) <= LONGEST_NAME and any(map(str.isdigit, cell.text)):
                pieces += [whole(cell), put("：", cell)]
        return pieces

    def _tag(self, row: Row) -> Statement:
        """Return the bodies of the row, as a tag that closes a task."""
        pieces: Statement = []
        for column, cell in self._cells(row, "owner"):
            if column.head is not None:
                pieces += [put("；" if pieces else "（", cell), whole(column.head), put("：", cell), whole(cell)]
        return [*pieces, put("）", pieces[-1])] if pieces else []


def _value(cell: Cell, found: regex.Match[str], borrowed: Piece | None) -> Statement:
    """Return the number of ``cell`` with its unit; one that is ``borrowed`` from elsewhere stands at the number."""
    start, end = cell.span(found, "number")
    before, own, tail = (cell.span(found, group) for group in ("before", "unit", "tail"))
    unit = [Piece(*own)]
    if own[0] == own[1] and borrowed is not None:
        unit = [Piece(borrowed.start, borrowed.end, at=end - 1)]
    return [piece for piece in (Piece(*before), Piece(start, end), *unit, Piece(*tail)) if piece.start < piece.end]


def _one_text(row: Row) -> bool:
    """Say whether one text fills the whole row."""
    texts = {cell.text for cell in row}
    return len(row) > 1 and len(texts) == 1 and texts != {""}
