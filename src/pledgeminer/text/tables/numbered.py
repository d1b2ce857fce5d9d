"""Numbered rows whose cells are parted by single blanks, as programs that read PDF leave them.

A cell of several lines stands there torn: its lines are above and below the line with the row's number.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import regex

from .model import Cell, Row, cell_between, empty_cell, joined
from .roles import VALUE, is_nothing, number_in, role_of

if TYPE_CHECKING:
    from ...rules.tables import TablePatterns

_FIRST = regex.compile(r"^[^\S\n]*1[^\S\n]+\S[^\n]*$", regex.MULTILINE)
_NUMBER = regex.compile(r"[^\S\n]*(\d{1,3})[^\S\n]+(?=\S)")
_PROSE = regex.compile("[。;]")
#: A table has so many rows; between two of them stand so many lines, above the first so many of heads.
_FEWEST, _MOST_BETWEEN, _MOST_HEADS, _LONGEST = 3, 6, 5, 120
_OPEN, _CLOSE = "[(（【", "])）】"


@dataclass(frozen=True, slots=True)
class _Block:
    """The words of the lines of a table: of those above the first row, of each row, and of each line between."""

    heads: list[list[Cell]]
    rows: list[list[Cell]]
    between: list[list[list[Cell]]]


def numbered_rows(folded: str, patterns: TablePatterns, start: int) -> Iterator[tuple[Row, ...]]:
    """Yield the rows of each table behind ``start`` whose rows are numbered from 1 on."""
    behind = start
    for first in _FIRST.finditer(folded, start):
        if first.start() < behind or "\t" in first.group() or "|" in first.group():
            continue
        block, stop = _block(folded, first.start(), behind)
        if len(block.rows) < _FEWEST:
            continue
        table = _table(block, patterns)
        if table is not None:
            yield table
            behind = stop


def _block(folded: str, at: int, behind: int) -> tuple[_Block, int]:
    """Return the block whose first row begins at ``at``, with its heads behind ``behind``, and where it ends."""
    heads: list[list[Cell]] = []
    above = folded[behind:at].rstrip("\n").split("\n")[-_MOST_HEADS:]
    place = at - sum(len(line) + 1 for line in above)
    for line in above:
        heads.append([] if _is_prose(line) else _words(folded, place, place + len(line)))
        place += len(line) + 1
    rows: list[list[Cell]] = []
    between: list[list[list[Cell]]] = []
    loose: list[list[Cell]] = []
    stop = at
    while at < len(folded):
        end = folded.find("\n", at)
        end = len(folded) if end < 0 else end
        line = folded[at:end]
        number = _NUMBER.match(folded, at, end)
        if number is not None and int(number[1]) == len(rows) + 1 and not _PROSE.search(line):
            if rows:
                between.append(loose)
            loose = []
            rows.append(_words(folded, number.end(), end))
            stop = end
        elif _is_prose(line) or len(loose) >= _MOST_BETWEEN:
            break
        elif line.strip():
            loose.append(_words(folded, at, end))
        at = end + 1
    between.append(loose)
    return _Block(heads, rows, between), stop


def _is_prose(line: str) -> bool:
    return len(line) > _LONGEST or _PROSE.search(line) is not None


def _words(folded: str, start: int, end: int) -> list[Cell]:
    return cell_between(folded, start, end).words() if folded[start:end].strip() else []


def _table(block: _Block, patterns: TablePatterns) -> tuple[Row, ...] | None:
    """Return the rows that ``block`` holds under a row of heads, None if it is no table."""
    parsed = [_parse(words, patterns) for words in block.rows]
    counts = [len(one.values) for one in parsed if one.values]
    if len(counts) * 2 < len(parsed):
        return None
    width = max(set(counts), key=lambda count: (counts.count(count), count))
    heads = _value_heads(block.heads, width, patterns)
    if heads is None or sum(one.nature is not None or one.unit is not None for one in parsed) * 2 < len(parsed):
        return None
    rows: list[Row] = []
    spare = [line for line in block.heads[-2:] if line and not any(role_of(w.text, patterns) for w in line)]
    above = spare if parsed[0].lacking else []
    for one, loose in zip(parsed, block.between, strict=True):
        # What is torn stands in the middle of its lines: as many below it as above.
        below = loose[: len(above)] if one.lacking or above else []
        if not above and one.lacking and loose:
            below = loose[:1]
        rows.append(_row(one, above, below, width, patterns))
        above = loose[len(below) :]
    name = empty_cell(heads[0].start)
    return ((name, name, name, *heads), *rows)


@dataclass(frozen=True, slots=True)
class _Parsed:
    """The words of a row told apart: those of its name, its unit, whether it binds, its values."""

    name: list[Cell]
    unit: Cell | None
    nature: Cell | None
    values: list[Cell]

    @property
    def lacking(self) -> bool:
        """Say whether a part of the row stands on other lines."""
        return not self.name or self.unit is None


def _parse(words: Sequence[Cell], patterns: TablePatterns) -> _Parsed:
    rest = list(words)
    nature = None
    if rest and patterns.nature.fullmatch(rest[-1].text):
        nature = rest.pop()
    values: list[Cell] = []
    while rest and _is_value(rest[-1], patterns):
        values.insert(0, rest.pop())
    if rest and nature is None and patterns.nature.fullmatch(rest[-1].text):
        nature = rest.pop()
    unit = rest.pop() if rest and patterns.sole_unit.fullmatch(rest[-1].text) else None
    if unit is None and len(rest) > 1 and is_nothing(rest[-1], patterns):
        unit = rest.pop()
    return _Parsed(rest, unit, nature, values)


def _is_value(word: Cell, patterns: TablePatterns) -> bool:
    return (
        number_in(word, patterns) is not None
        or is_nothing(word, patterns)
        or (word.text[0] in _OPEN and word.text[-1] in _CLOSE)
    )


def _value_heads(lines: Sequence[Sequence[Cell]], width: int, patterns: TablePatterns) -> list[Cell] | None:
    """Return the heads of the columns of values: the last words of a line of heads that say when, or how much more."""
    for line in reversed(lines):
        said = [word for word in line if _says_when(word, patterns)]
        if len(said) >= width:
            return said[-width:]
    return None


def _says_when(word: Cell, patterns: TablePatterns) -> bool:
    bare = regex.sub(r"[\[(（].*", "", word.text)
    return any(role_of(text, patterns) in (VALUE, "baseline") for text in (word.text, bare) if text)


def _row(one: _Parsed, above: list[list[Cell]], below: list[list[Cell]], width: int, patterns: TablePatterns) -> Row:
    """Return the name, the unit, the nature and the values of a row, with their parts from the lines around it."""
    before = [word for line in above for word in line]
    behind = [word for line in below for word in line]
    values = list(one.values)
    unit = one.unit
    if unit is None:
        halves = ((a, b) for a in before for b in behind if patterns.sole_unit.fullmatch(a.text + b.text))
        pair = next(halves, None)
        if pair is not None:
            before.remove(pair[0])
            behind.remove(pair[1])
            unit = _glued(pair)
    # A bare figure between the lines is as often a subscript or the mark of a note.
    around = (*before, *behind)
    torn = [word for word in around if not word.text[0].isdigit() and number_in(word, patterns) is not None]
    before = [word for word in before if word not in torn]
    behind = [word for word in behind if word not in torn]
    if torn:
        # Where one value is missing the torn lines are its; they are several values.
        values.append(joined(torn))
    name = joined([*before, *one.name, *behind]) if before or one.name or behind else None
    at = (values or one.name or before or behind)[0].start
    values = [*values, *[empty_cell(at)] * width][:width]
    return (name or empty_cell(at), unit or empty_cell(at), one.nature or empty_cell(at), *values)


def _glued(cells: Sequence[Cell]) -> Cell:
    return Cell("".join(cell.text for cell in cells), tuple(place for cell in cells for place in cell.places))
