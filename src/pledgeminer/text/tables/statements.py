"""Statements: what the rows and columns of a table say of each number, to be read like any sentence.

Nothing is made up: a statement is put together from what stands in the cells, with colons, brackets and full stops
between.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING, TypeAlias

import regex

from .columns import Column, column_of, head_rows, name_length, unit_in
from .model import Cell, Piece, Row, Statement, Table, put
from .roles import LONGEST_NAME, is_nothing, numbers_in

if TYPE_CHECKING:
    from ...rules.tables import TablePatterns

Found: TypeAlias = list[tuple[Cell, regex.Match[str]]]

_SENTENCE = regex.compile(r"[^。;!?]*[。;!?]?")
_CLAUSE_ENDS = "，,"
_FULL_STOPS = "。;!?"
#: Han characters and full-width signs stand behind this one.
_HAN = "\u2e7f"
_MONTH = regex.compile(r"(?P<year>(?:19|20)\d\d)(?:[./-](?P<month>0?[1-9]|1[0-2]))?")
_YEAR = regex.compile(r"(?:19|20)\d\d")


def statements(table: Table, patterns: TablePatterns) -> Iterator[Statement]:
    """Yield what ``table`` says, row by row: a statement for each number, or one for a row of words."""
    heads = head_rows(table.rows, patterns)
    rows = table.rows[heads:]
    columns = tuple(
        column_of([row[number] for row in table.rows[:heads]], [row[number] for row in rows], patterns)
        for number in range(len(table.rows[0]))
    )
    reader = _Reader(patterns, columns, _name_column(columns), _baseline_column(columns), table.caption)
    above: Row | None = None
    stood: list[Statement] = []
    for row in rows:
        yield from reader.row(row, above, stood)
        above = row
    # Where things stood is told behind all that is to come, or the tenses would change with every number.
    yield from stood


def _name_column(columns: Sequence[Column]) -> int | None:
    """Return the number of the column that names the rows: the last one of words before the first of numbers."""
    words = list(takewhile(lambda number: not columns[number].numbers, range(len(columns))))
    open_to_names = [number for number in words if columns[number].role in ("", "indicator")]
    if any(column.numbers for column in columns):
        return max(open_to_names, default=None)
    # Where no column has numbers alone, targets stand in words: the column before them names the row.
    target = next((number for number, column in enumerate(columns) if column.role == "target"), None)
    return None if target is None else max((number for number in open_to_names if number < target), default=None)


def _baseline_column(columns: Sequence[Column]) -> int | None:
    """Return the number of the column that says where things stood: by its head, or the first of several years."""
    named = next((number for number, column in enumerate(columns) if column.role == "baseline"), None)
    years = [number for number, column in enumerate(columns) if column.year and column.numbers]
    return named if named is not None or len(years) < 2 else years[0]


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the rows of one table.

    ``name`` is the number of the column that names them, ``before`` that of the one that says where they stood.
    """

    patterns: TablePatterns
    columns: tuple[Column, ...]
    name: int | None
    before: int | None
    caption: Cell | None

    def row(self, row: Row, above: Row | None, stood: list[Statement]) -> Iterator[Statement]:
        """Yield the statements of ``row``, which stands under ``above``; ``stood`` takes those of the baseline."""
        if _one_text(row):
            # A line over the whole width parts the table, or is a note.
            yield row[0].pieces()
            return
        columns = zip(self.columns, row, strict=True)
        found = [numbers_in(cell, self.patterns) if column.numbers else [] for column, cell in columns]
        yield from self._numbers(row, found, above, stood) if any(found) else self._words(row, above)

    def _cells(self, row: Row, role: str) -> list[tuple[Column, Cell]]:
        columns = zip(self.columns, row, strict=True)
        filled = ((column, cell) for column, cell in columns if not is_nothing(cell, self.patterns))
        return [(column, cell) for column, cell in filled if column.role == role]

    def _numbers(
        self, row: Row, found: Sequence[Found], above: Row | None, stood: list[Statement]
    ) -> Iterator[Statement]:
        """Yield a statement for each number ``found`` in ``row``, and one for what else it says in words."""
        name = row[self.name] if self.name is not None and row[self.name].text else None
        when, tag, expected = self._when(row), self._tag(row), self._expected(row)
        binding = not expected and bool(self._cells(row, "nature"))
        front: Statement = []
        called: Statement = []
        if name is not None:
            part = front if self.patterns.when.fullmatch(name.text) else called
            part += _without_note(name, name_length(name, self.patterns))
        for number, (column, cell, matches) in enumerate(zip(self.columns, row, found, strict=True)):
            if is_nothing(cell, self.patterns) or column.silent or cell is name:
                continue
            for part_cell, match in matches:
                # 2027年：森林覆盖率45%。 and 东山区：新建口袋公园8个。
                # What a row is bound to is no mere goal, though the column's head says so.
                says_when = [*(column.year if binding and column.year else column.front), *front]
                # The day of the row is nearer than the year of the column.
                lead = [*([*says_when, put("：", says_when[-1])] if says_when else []), *when]
                if number != self.before:
                    lead = [*expected, *lead]
                between = [put("：", called[-1])] if called and column.nouns and called[-1].text is None else []
                value = _value(part_cell, match, self._unit(row, name, column))
                told = [*lead, *called, *between, *column.nouns, *column.changes, *value, put("。", cell), *tag]
                if number == self.before:
                    stood.append(told)
                else:
                    yield told
            if not matches and self._says_more(number, row, above):
                yield [*_closed(self._told(cell, when, when, name), cell), *tag]

    def _unit(self, row: Row, name: Cell | None, column: Column) -> Statement:
        """Return the unit of a number in ``column``: that which the nearest of head, row and caption names."""
        own = list(column.unit)
        if own and (column.nouns or column.changes):
            return own
        behind = unit_in(name, self.patterns) if name is not None else []
        if column.changes and not column.nouns:
            return own
        units = (cell for _, cell in self._cells(row, "unit") if self.patterns.sole_unit.fullmatch(cell.text))
        caption = self.caption.pieces() if self.caption is not None else []
        return behind or next((cell.pieces() for cell in units), own or caption)

    def _says_more(self, number: int, row: Row, above: Row | None) -> bool:
        """Say whether the cell holds words with a number that no cell beside or above it, merged with it, has said."""
        text = row[number].text
        if not any(map(str.isdigit, text)) or self.patterns.not_number.fullmatch(text):
            return False
        beside = row[number - 1].text if number else ""
        return text != beside and (above is None or text != above[number].text)

    def _words(self, row: Row, above: Row | None) -> Iterator[Statement]:
        """Yield one statement for a row of words; what only goes on from the row above is not said again."""
        when, tag = self._when(row), self._tag(row)
        name = row[self.name] if self.name is not None and row[self.name].text else None
        said: Statement = list(when)
        before: Cell | None = None
        for number, (column, cell) in enumerate(zip(self.columns, row, strict=True)):
            if column.silent or is_nothing(cell, self.patterns) or (number and cell.text == row[number - 1].text):
                continue
            goes_on = above is not None and cell.text == above[number].text
            if goes_on and (
                column.role != "target" or above is None or name is None or self._name_of(above) == name.text
            ):
                continue
            if column.role == "target" and name is not None and cell is not name:
                said = [*_closed(said, before), *self._told(cell, [], when, name)]
            else:
                colon = before is not None and len(before.text) <= LONGEST_NAME and before.text[-1] not in _FULL_STOPS
                lead = [put("：", before)] if colon and before is not None else []
                said = [*(said if colon else _closed(said, before)), *self._told(cell, lead, when, None)]
            before = cell
        if before is not None:
            yield [*_closed(said, before), *tag]

    def _name_of(self, row: Row) -> str:
        return row[self.name].text if self.name is not None else ""

    def _told(self, cell: Cell, first: Statement, when: Statement, name: Cell | None) -> Statement:
        """Return the sentences of ``cell``, the first behind ``first``, the others behind ``when``.

        Where a sentence has no noun, the row's ``name`` stands in it. The last one is left open.
        """
        told: Statement = []
        for sentence in _SENTENCE.finditer(cell.text):
            start, end = sentence.span()
            if start == end:
                continue
            told += when if told else first
            numbered = _NUMBERED.match(cell.text, start, end) if start else None
            start = numbered.end() if numbered is not None else start
            at = None if name is None else self._unnamed(cell.text, start, end)
            if name is not None and at is not None:
                told += [*cell.pieces(start, at), *name.pieces(*self._bare_name(name))]
                start = at
            told += cell.pieces(start, end)
        return told

    def _unnamed(self, text: str, start: int, end: int) -> int | None:
        """Return where a clause of the sentence gives a number without a noun; None where a noun stands before it."""
        while start < end:
            stop = min((at for mark in _CLAUSE_ENDS if (at := text.find(mark, start, end)) >= 0), default=end)
            closed = stop - 1 if text[stop - 1] in _FULL_STOPS else stop
            if self.patterns.unnamed.fullmatch(text, start, closed):
                return start
            if any(map(str.isdigit, _YEAR.sub("", text[start:stop]))):
                return None
            start = stop + 1
        return None

    def _bare_name(self, name: Cell) -> tuple[int, int]:
        """Return where the name of a row begins, behind its number, and where it ends, before a unit in brackets."""
        numbered = _NUMBERED.match(name.text)
        return (numbered.end() if numbered else 0), name_length(name, self.patterns)

    def _when(self, row: Row) -> Statement:
        """Return until when the row is to be done, with a colon."""
        pieces: Statement = []
        for _, cell in self._cells(row, "deadline"):
            if len(cell.text) <= LONGEST_NAME and self.patterns.until.fullmatch(cell.text):
                pieces += [*self._day(cell), put("：", cell)]
        return pieces

    def _day(self, cell: Cell) -> Statement:
        """Return until when ``cell`` says, with the words for year and month where it has figures alone (2026.9)."""
        found = _MONTH.fullmatch(cell.text)
        if found is None:
            return cell.pieces()
        year = [*cell.group(found, "year"), put(self.patterns.year, cell)]
        return [*year, *cell.group(found, "month"), put(self.patterns.month, cell)] if found["month"] else year

    def _expected(self, row: Row) -> Statement:
        """Return the word by which the row says that its targets are no more than expected."""
        for _, cell in self._cells(row, "nature"):
            found = self.patterns.expected.fullmatch(cell.text)
            if found is not None:
                return cell.group(found, "word")
        return []

    def _tag(self, row: Row) -> Statement:
        """Return the bodies of the row, as a tag that closes a task."""
        pieces: Statement = []
        for column, cell in self._cells(row, "owner"):
            if column.head is not None:
                head = column.head.pieces()
                pieces += [put("；" if pieces else "（", cell), *head, put("：", cell), *self._bodies(cell)]
        return [*pieces, put("）", pieces[-1])] if pieces else []

    def _bodies(self, cell: Cell) -> Statement:
        """Return the text of ``cell`` with a comma between the bodies that stand on its lines."""
        pieces: Statement = []
        words = cell.words()
        for number, word in enumerate(words):
            pieces += word.pieces()
            if number + 1 < len(words) and self.patterns.body_end.search(word.text):
                pieces.append(put("、", word))
        return pieces


_NUMBERED = regex.compile(r"\(?\d{1,3}[.)、]\s*")


def _value(cell: Cell, found: regex.Match[str], borrowed: Statement) -> Statement:
    """Return the number of ``cell`` with its unit; one that is ``borrowed`` from elsewhere stands at the number."""
    number = cell.group(found, "number")
    unit = cell.group(found, "unit")
    if not unit:
        unit = [Piece(piece.start, piece.end, at=number[-1].end - 1) for piece in borrowed]
    return [*cell.group(found, "before"), *number, *unit, *cell.group(found, "tail")]


def _without_note(name: Cell, length: int) -> Statement:
    """Return the first ``length`` characters of ``name`` without the number of a note.

    Behind a figure (PM2.5) a colon parts it from the value, so that no two figures become one.
    """
    text = name.text
    if length > 1 and text[length - 1].isdigit() and text[length - 2] > _HAN:
        length -= 1
    pieces = name.pieces(0, length)
    return [*pieces, put("：", pieces[-1])] if text[length - 1].isdigit() else pieces


def _closed(said: Statement, last: Cell | None) -> Statement:
    """Return ``said`` with a full stop, unless ``last``, which ends it, has one."""
    return said if last is None or last.text[-1] in _FULL_STOPS else [*said, put("。", said[-1])]


def _one_text(row: Row) -> bool:
    """Say whether one text fills the whole row."""
    texts = {cell.text for cell in row}
    return len(row) > 1 and len(texts) == 1 and texts != {""}
