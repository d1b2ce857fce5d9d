"""Columns: what the head of each says of the cells below it, found once for all of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

import regex

from .model import Cell, Piece, Row

if TYPE_CHECKING:
    from ...rules.tables import TablePatterns

#: A head or a row's name that is longer is a text of its own.
LONGEST_NAME = 60
#: How many rows of heads a table may have.
_HEADS = 3


@dataclass(frozen=True, slots=True)
class Column:
    """What the head of a column says of its cells.

    ``role`` is the key of tables.yaml under which its head stands, "" for none. ``numbers``: one of its cells holds
    a number. ``front`` says when, or whether it is a goal or done, ``nouns`` what is measured, ``changes`` how it
    moves: the parts of the head as they go into a statement. ``unit`` stands in brackets behind one of them.
    """

    head: Cell | None
    role: str
    unit: Piece | None
    numbers: bool
    front: tuple[Piece, ...]
    nouns: tuple[Piece, ...]
    changes: tuple[Piece, ...]


def number_in(cell: Cell, patterns: TablePatterns) -> regex.Match[str] | None:
    """Return the number that is all that ``cell`` holds, None if it holds anything else."""
    if not cell.text or not any(map(str.isdigit, cell.text)):
        return None
    found = patterns.number.fullmatch(cell.text)
    return None if found is None or patterns.not_number.fullmatch(cell.text) else found


def head_rows(rows: Sequence[Row], patterns: TablePatterns) -> int:
    """Return how many of the first rows are heads: those under a head of several columns are heads, too."""
    if any(number_in(cell, patterns) for cell in rows[0]):
        return 0
    count = 1
    while count < min(_HEADS, len(rows) - 1):
        above, row = rows[count - 1], rows[count]
        spans = any(left.text and left.text == right.text for left, right in pairwise(above))
        if not spans or any(number_in(cell, patterns) for cell in row):
            break
        count += 1
    return count


def column_of(heads: Sequence[Cell], cells: Sequence[Cell], patterns: TablePatterns) -> Column:
    """Return what ``heads`` say of the ``cells`` below them."""
    # A head over several rows stands in each of them.
    different = [next(same) for _, same in groupby((cell for cell in heads if cell.text), key=_text)]
    role = _role(different, patterns)
    parts: dict[str, list[Piece]] = {"front": [], "nouns": [], "changes": []}
    for head in different:
        if len(head.text) > LONGEST_NAME:
            continue
        length = name_length(head, patterns)
        says_when = patterns.when.fullmatch(head.text, 0, length) is not None
        moves = patterns.change.fullmatch(head.text, 0, length) is not None
        parts["front" if says_when else "changes" if moves else "nouns"].append(Piece(head.start, head.at(length)))
    return Column(
        head=different[-1] if different else None,
        role=role,
        unit=next(filter(None, (unit_in(head, patterns) for head in different)), None),
        numbers=not role and any(number_in(cell, patterns) for cell in cells),
        **{name: tuple(pieces) for name, pieces in parts.items()},
    )


def name_length(cell: Cell, patterns: TablePatterns) -> int:
    """Return how long the text of ``cell`` is without a unit in brackets behind it."""
    found = patterns.named_unit.search(cell.text)
    return found.start() if found is not None else len(cell.text)


def unit_in(cell: Cell, patterns: TablePatterns) -> Piece | None:
    """Return the unit in brackets at the end of ``cell``."""
    found = patterns.named_unit.search(cell.text)
    return None if found is None else Piece(*cell.span(found, "unit"))


def _role(heads: Sequence[Cell], patterns: TablePatterns) -> str:
    together, last = "".join(map(_text, heads)), heads[-1].text if heads else ""
    roles = patterns.columns.items()
    return next((name for name, role in roles if role.fullmatch(together) or role.fullmatch(last)), "")


def _text(cell: Cell) -> str:
    return cell.text
