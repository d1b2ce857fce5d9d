"""Tables: what the rows and columns say of each number becomes a statement, which is then read like any sentence.

A table stands in a text as rows whose cells are parted by tabs, or by bars as in Markdown. Nothing is made up: a
statement is put together from what stands in the cells, with colons, brackets and full stops between.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise, takewhile
from typing import TYPE_CHECKING, NamedTuple

import regex

if TYPE_CHECKING:
    from ..rules.layout import Layout
    from ..rules.tables import TablePatterns

# Two lines or more with a tab, or a row of bars with the rule under it that Markdown wants.
_TABBED = regex.compile(r"^[^\n\t]*+\t[^\n]*+(?:\n[^\n\t]*+\t[^\n]*+)++$", regex.MULTILINE)
_BARRED = regex.compile(r"^[^\S\n]*\|[^\n]*\n[^\S\n]*\|?[ :|-]*-[ :|\r-]*(?:\n[^\S\n]*\|[^\n]*)++$", regex.MULTILINE)
_RULE = regex.compile(r"[\s:|-]*")
_BARS = regex.compile(r"(?<!\\)\|")
_BLANKS = regex.compile(r"\s+")
#: A head or a row's name that is longer is a text of its own.
_LONGEST_NAME = 60
#: How many times its cells a table may have when its short rows are filled up.
_MOST_FILLED = 100
#: How many rows of heads a table may have.
_HEADS = 3


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its span in the source, without the blanks at its ends, and its folded text without any blanks."""

    start: int
    end: int
    text: str
    spaced: str = ""

    def at(self, offset: int) -> int:
        """Return where the character at ``offset`` of ``text`` stands in the source."""
        if offset >= len(self.text):
            return self.end
        if len(self.text) == self.end - self.start:
            return self.start + offset
        places = (place for place, char in enumerate(self.spaced) if not char.isspace())
        return self.start + next(place for number, place in enumerate(places) if number == offset)


Row = list[Cell]


class Table(NamedTuple):
    """A table: its span in the source, which ends with its last line, and its rows, all of one length."""

    start: int
    end: int
    rows: list[Row]


class Piece(NamedTuple):
    """A stretch of a statement: a span of the source, or ``text`` that was put in and stands at ``start``.

    ``at`` is where all characters of the span stand if they were borrowed from elsewhere: a unit that the head of a
    column names stands at the number.
    """

    start: int
    end: int
    text: str | None = None
    at: int | None = None


Statement = list[Piece]


def find_tables(source: str, folded: str, layout: Layout, start: int = 0) -> list[Table]:
    """Return the tables of ``source`` behind the offset ``start``, in order."""
    found = []
    if "\t" in source:
        found += [(match.span(), _tabbed) for match in _TABBED.finditer(source, start)]
    if "\n|" in source or source.startswith("|"):
        found += [(match.span(), _barred) for match in _BARRED.finditer(source, start)]
    tables: list[Table] = []
    for (begin, end), split in sorted(found, key=lambda one: one[0]):
        for rows in split(source, folded, begin, end):
            if _is_table(rows, folded, layout) and (not tables or tables[-1].end <= rows[0][0].start):
                tables.append(Table(source.rfind("\n", 0, rows[0][0].start) + 1, _line_end(source, rows[-1]), rows))
    return tables


def statements(table: Table, patterns: TablePatterns) -> Iterator[Statement]:
    """Yield what ``table`` says, row by row: a statement for each number, or one for a row of words."""
    yield from _Reader(table.rows, patterns).statements()


def _line_end(source: str, row: Row) -> int:
    end = source.find("\n", row[-1].end)
    return len(source) if end < 0 else end


def _tabbed(source: str, folded: str, start: int, end: int) -> Iterator[list[Row]]:
    """Yield the runs of lines with one number of cells."""
    rows = []
    for line, stop in _lines(source, start, end):
        cells, at = [], line
        for part in source[line:stop].split("\t"):
            cells.append(_cell(source, folded, at, at + len(part)))
            at += len(part) + 1
        rows.append(cells)
    for _, run in groupby(rows, key=len):
        yield list(run)


def _barred(source: str, folded: str, start: int, end: int) -> Iterator[list[Row]]:
    rows: list[Row] = []
    for line, stop in _lines(source, start, end):
        if _RULE.fullmatch(source, line, stop):
            continue
        bars = [bar.start() for bar in _BARS.finditer(source, line, stop)]
        # The bar at a line's end may be missing.
        if source[bars[-1] + 1 : stop].strip():
            bars.append(stop)
        cells = [_cell(source, folded, left + 1, right) for left, right in pairwise(bars)]
        rows.append(cells)
    width = max(map(len, rows), default=0)
    # One wide row over many short ones is no table, and to fill them all up would take the square.
    if 0 < width * len(rows) <= _MOST_FILLED * sum(map(len, rows)):
        yield [row + [Cell(row[-1].end, row[-1].end, "")] * (width - len(row)) for row in rows if row]


def _lines(source: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    while at <= end:
        stop = source.find("\n", at, end)
        stop = end if stop < 0 else stop
        yield at, stop
        at = stop + 1


def _cell(source: str, folded: str, start: int, end: int) -> Cell:
    text = source[start:end]
    bare = text.strip()
    begin = start + len(text) - len(text.lstrip()) if bare else start
    spaced = folded[begin : begin + len(bare)]
    return Cell(begin, begin + len(bare), _BLANKS.sub("", spaced), spaced)


def _is_table(rows: list[Row], folded: str, layout: Layout) -> bool:
    """Say whether the rows are more than lines that begin with a tab, or with a number and a tab."""
    if len(rows) < 2:
        return False
    columns = list(zip(*rows, strict=True))
    if sum(sum(bool(cell.text) for cell in column) > 1 for column in columns) < 2:
        return False
    marked = sum(layout.heading.match(folded, row[0].start, row[0].end) is not None for row in rows)
    return len(columns) > 2 or marked * 2 < len(rows)


class _Column:
    """A column: what its head says of its cells, found once for all of them.

    ``front`` says when, or whether it is a goal or done, ``nouns`` what is measured, ``changes`` how it moves: the
    parts of the head as names for a statement.
    """

    def __init__(self, cells: list[Cell], patterns: TablePatterns) -> None:
        # A head over several rows stands in each of them.
        heads = [next(same) for _, same in groupby((cell for cell in cells if cell.text), key=_text)]
        self.head = heads[-1] if heads else None
        self.unit = next(filter(None, (_unit_in(head, patterns) for head in heads)), None)
        whole, last = "".join(map(_text, heads)), heads[-1].text if heads else ""
        self.role = next(
            (name for name, pattern in patterns.columns.items() if pattern.fullmatch(whole) or pattern.fullmatch(last)),
            "",
        )
        self.numbers = False
        self.front: Statement = []
        self.nouns: Statement = []
        self.changes: Statement = []
        for head in heads:
            if len(head.text) > _LONGEST_NAME:
                continue
            length = _name_length(head, patterns)
            says_when = patterns.when.fullmatch(head.text, 0, length) is not None
            moves = patterns.change.fullmatch(head.text, 0, length) is not None
            part = self.front if says_when else self.changes if moves else self.nouns
            part.append(Piece(head.start, head.at(length)))


class _Reader:
    """Reads one table."""

    def __init__(self, rows: list[Row], patterns: TablePatterns) -> None:
        self._patterns = patterns
        heads = self._heads(rows)
        self._columns = [_Column([row[number] for row in rows[:heads]], patterns) for number in range(len(rows[0]))]
        self._rows = rows[heads:]
        for number, column in enumerate(self._columns):
            column.numbers = not column.role and any(self._number(row[number]) for row in self._rows)
        # The rows' names are in the last column of words before the first of numbers.
        words = takewhile(lambda number: not self._columns[number].numbers, range(len(self._columns)))
        self._name = max((number for number in words if not self._columns[number].role), default=None)

    def statements(self) -> Iterator[Statement]:
        """Yield the statements of all rows."""
        above: Row | None = None
        for row in self._rows:
            if _one_text(row):
                # A line over the whole width parts the table, or is a note.
                yield [_whole(row[0])]
                above = row
                continue
            columns = zip(self._columns, row, strict=True)
            found = [self._number(cell) if column.numbers else None for column, cell in columns]
            if any(found):
                yield from self._numbers(row, found, above)
            else:
                yield from self._words(row, above)
            above = row

    def _heads(self, rows: list[Row]) -> int:
        """Return how many of the first rows are heads."""
        if any(self._number(cell) for cell in rows[0]):
            return 0
        count = 1
        while count < min(_HEADS, len(rows) - 1):
            last, row = rows[count - 1], rows[count]
            spans = any(left.text and left.text == right.text for left, right in pairwise(last))
            if not spans or any(self._number(cell) for cell in row):
                break
            count += 1
        return count

    def _number(self, cell: Cell) -> regex.Match[str] | None:
        if not cell.text or not any(char.isdigit() for char in cell.text):
            return None
        found = self._patterns.number.fullmatch(cell.text)
        return None if found is None or self._patterns.not_number.fullmatch(cell.text) else found

    def _cells(self, row: Row, role: str) -> list[tuple[_Column, Cell]]:
        return [
            (column, cell) for column, cell in zip(self._columns, row, strict=True) if column.role == role and cell.text
        ]

    def _numbers(self, row: Row, found: Sequence[regex.Match[str] | None], above: Row | None) -> Iterator[Statement]:
        """Yield a statement for each number ``found`` in ``row``, and one for what else it says in words."""
        name = row[self._name] if self._name is not None and row[self._name].text else None
        unit = self._unit(row, name)
        when, tag = self._when(row), self._tag(row)
        front: Statement = []
        called: Statement = []
        if name is not None:
            part = front if self._patterns.when.fullmatch(name.text) else called
            part.append(Piece(name.start, name.at(_name_length(name, self._patterns))))
        for number, (column, cell, match) in enumerate(zip(self._columns, row, found, strict=True)):
            if not cell.text or column.role or cell is name:
                continue
            if match is not None:
                # 2027年：森林覆盖率45%。 and 东山区：新建口袋公园8个。
                says_when = [*column.front, *front]
                lead = [*says_when, _put("：", says_when[-1])] if says_when else []
                if not column.front:
                    lead = [*when, *lead]
                between = [_put("：", called[-1])] if called and column.nouns else []
                value = _value(cell, match, unit or column.unit)
                yield [*lead, *called, *between, *column.nouns, *column.changes, *value, _put("。", cell), *tag]
            elif self._says_more(number, row, above):
                yield [*when, _whole(cell), _put("。", cell), *tag]

    def _unit(self, row: Row, name: Cell | None) -> Piece | None:
        """Return the unit of the row's numbers: behind its name, or in a column of its own."""
        behind = _unit_in(name, self._patterns) if name is not None else None
        units = (cell for _, cell in self._cells(row, "unit") if self._patterns.sole_unit.fullmatch(cell.text))
        return behind or next(map(_whole, units), None)

    def _says_more(self, number: int, row: Row, above: Row | None) -> bool:
        """Say whether the cell holds words with a number that no cell beside or above it, merged with it, has said."""
        text = row[number].text
        if not any(map(str.isdigit, text)) or self._patterns.not_number.fullmatch(text):
            return False
        beside = row[number - 1].text if number else ""
        return text != beside and (above is None or text != above[number].text)

    def _words(self, row: Row, above: Row | None) -> Iterator[Statement]:
        """Yield one statement for a row of words; what only goes on from the row above is not said again."""
        said: Statement = []
        for number, (column, cell) in enumerate(zip(self._columns, row, strict=True)):
            if column.role or not cell.text or (number and cell.text == row[number - 1].text):
                continue
            if above is not None and cell.text == above[number].text:
                continue
            if said:
                said.append(_put("：" if said[-1].end - said[-1].start <= _LONGEST_NAME else "。", cell))
            said.append(_whole(cell))
        if said:
            yield [*self._when(row), *said, _put("。", said[-1]), *self._tag(row)]

    def _when(self, row: Row) -> Statement:
        """Return until when the row is to be done, with a colon."""
        pieces: Statement = []
        for _, cell in self._cells(row, "deadline"):
            if len(cell.text) <= _LONGEST_NAME and any(char.isdigit() for char in cell.text):
                pieces += [_whole(cell), _put("：", cell)]
        return pieces

    def _tag(self, row: Row) -> Statement:
        """Return the bodies of the row, as a tag that closes a task."""
        pieces: Statement = []
        for column, cell in self._cells(row, "owner"):
            if column.head is not None:
                pieces += [_put("；" if pieces else "（", cell), _whole(column.head), _put("：", cell), _whole(cell)]
        return [*pieces, _put("）", pieces[-1])] if pieces else []


def _text(cell: Cell) -> str:
    return cell.text


def _value(cell: Cell, found: regex.Match[str], borrowed: Piece | None) -> Statement:
    """Return the number of ``cell`` with its unit; one that is ``borrowed`` from elsewhere stands at the number."""
    start, end = _span(cell, found, "number")
    before, own, tail = (_span(cell, found, group) for group in ("before", "unit", "tail"))
    unit = [Piece(*own)]
    if own[0] == own[1] and borrowed is not None:
        unit = [Piece(borrowed.start, borrowed.end, at=end - 1)]
    return [piece for piece in (Piece(*before), Piece(start, end), *unit, Piece(*tail)) if piece.start < piece.end]


def _name_length(cell: Cell, patterns: TablePatterns) -> int:
    """Return how long the text of ``cell`` is without a unit in brackets behind it."""
    found = patterns.named_unit.search(cell.text)
    return found.start() if found is not None else len(cell.text)


def _unit_in(cell: Cell, patterns: TablePatterns) -> Piece | None:
    """Return the unit in brackets at the end of ``cell``."""
    found = patterns.named_unit.search(cell.text)
    return None if found is None else Piece(*_span(cell, found, "unit"))


def _span(cell: Cell, found: regex.Match[str], group: str) -> tuple[int, int]:
    """Return the span in the source of a group that was found in the text of ``cell``."""
    start, end = found.span(group)
    return (cell.at(start), cell.at(end - 1) + 1) if start < end else (cell.start, cell.start)


def _one_text(row: Row) -> bool:
    """Say whether one text fills the whole row."""
    texts = {cell.text for cell in row}
    return len(row) > 1 and len(texts) == 1 and texts != {""}


def _whole(cell: Cell) -> Piece:
    return Piece(cell.start, cell.end)


def _put(text: str, beside: Cell | Piece) -> Piece:
    """Return ``text``, put in behind ``beside``."""
    at = max(beside.end - 1, 0)
    return Piece(at, at, text)
