"""Columns: what the head of each says of the cells below it, found once for all of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from .model import Cell, Piece, Row, Statement
from .roles import LONGEST_NAME, VALUE, is_nothing, number_in, numbers_in, role_of

if TYPE_CHECKING:
    from ...rules.tables import TablePatterns

#: How many rows of heads a table may have.
_HEADS = 3
#: So many characters behind a year are a noun.
_NOUN = 4
#: In columns with these roles no number stands that a row gives.
_NO_NUMBERS = frozenset(("index", "left_out", "unit", "nature", "owner", "deadline"))


@dataclass(frozen=True, slots=True)
class Column:
    """What the head of a column says of its cells.

    ``role`` is the key of tables.yaml under which its head stands, "" for none. ``numbers``: one of its cells holds
    a number. The parts of the head as they go into a statement: ``front`` says when, or whether it is a goal or done,
    ``year`` the year alone, ``nouns`` what is measured, ``changes`` how it moves. ``unit`` stands in brackets behind
    one of them.
    """

    head: Cell | None
    role: str
    unit: tuple[Piece, ...]
    numbers: bool
    front: tuple[Piece, ...]
    year: tuple[Piece, ...]
    nouns: tuple[Piece, ...]
    changes: tuple[Piece, ...]

    @property
    def silent(self) -> bool:
        """Say whether the column has a part of its own in the statements, and no number or words to report."""
        return self.role in _NO_NUMBERS


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
    role = _role(different, patterns) if different else _looks(cells, patterns)
    parts: dict[str, list[Piece]] = {"front": [], "year": [], "nouns": [], "changes": []}
    for head in different:
        if len(head.text) > LONGEST_NAME or patterns.unsaid.fullmatch(head.text):
            continue
        length = name_length(head, patterns)
        says_when = patterns.when.fullmatch(head.text, 0, length) is not None
        says_when = says_when or patterns.columns["baseline"].fullmatch(head.text, 0, length) is not None
        moves = patterns.change.fullmatch(head.text, 0, length) is not None
        year = _year_before_noun(head.text[:length], patterns) if says_when and not moves else 0
        alone = patterns.year_head.match(head.text) if says_when else None
        parts["year"] += head.pieces(0, alone.end()) if alone is not None else []
        if year:
            # 2026年改造农村公路 says when, and what.
            parts["front"] += head.pieces(0, year)
            parts["nouns"] += head.pieces(year, length)
        else:
            parts["front" if says_when else "changes" if moves else "nouns"] += head.pieces(0, length)
    return Column(
        head=different[-1] if different else None,
        role=role,
        unit=tuple(next(filter(None, (unit_in(head, patterns) for head in different)), ())),
        numbers=role not in _NO_NUMBERS and any(numbers_in(cell, patterns) for cell in cells),
        front=tuple(parts["front"]),
        year=tuple(parts["year"]),
        nouns=() if role == "target" else tuple(parts["nouns"]),
        changes=tuple(parts["changes"]),
    )


def _year_before_noun(head: str, patterns: TablePatterns) -> int:
    """Return where the noun behind the year in ``head`` begins, 0 if there is none."""
    found = patterns.year_head.match(head)
    rest = "" if found is None else head[found.end() :]
    known = (patterns.when, patterns.change, patterns.columns["baseline"])
    named = len(rest) >= _NOUN and not any(pattern.fullmatch(rest) for pattern in known)
    return found.end() if found is not None and named else 0


def name_length(cell: Cell, patterns: TablePatterns) -> int:
    """Return how long the text of ``cell`` is without a unit in brackets behind it."""
    found = patterns.named_unit.search(cell.text)
    return found.start() if found is not None else len(cell.text)


def unit_in(cell: Cell, patterns: TablePatterns) -> Statement:
    """Return the unit in brackets at the end of ``cell``, nothing if there is none."""
    found = patterns.named_unit.search(cell.text)
    return [] if found is None else cell.group(found, "unit")


def _role(heads: Sequence[Cell], patterns: TablePatterns) -> str:
    found = (role_of(text, patterns) for text in ("".join(map(_text, heads)), heads[-1].text))
    return next((role for role in found if role not in ("", VALUE)), "")


def _looks(cells: Sequence[Cell], patterns: TablePatterns) -> str:
    """Return the role of a column without a head, all of whose cells look alike: "unit", "nature", else ""."""
    texts = {cell.text for cell in cells if not is_nothing(cell, patterns)}
    for role, pattern in (("unit", patterns.sole_unit), ("nature", patterns.nature)):
        if texts and all(pattern.fullmatch(text) for text in texts):
            return role
    return ""


def _text(cell: Cell) -> str:
    return cell.text
