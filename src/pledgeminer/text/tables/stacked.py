"""Tables with one cell a line, as copying from a page or a file leaves them: the heads first, then row by row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from .alignment import aligned
from .model import Cell, Row, cell_between
from .roles import misfit, role_of

if TYPE_CHECKING:
    from ...rules.tables import TablePatterns

#: A table has so many heads and rows at least; a head is no longer.
_FEWEST, _FEWEST_ROWS, _LONGEST_HEAD = 3, 2, 16
#: So much may a cell not look like what its column says, on average, before the rows end.
_STRANGE = 1.0
_MOST_ROWS = 2000
_MOST_HEADS = 10


def stacked_rows(folded: str, patterns: TablePatterns, start: int) -> Iterator[tuple[Row, ...]]:
    """Yield the rows of each table behind ``start`` whose cells stand on lines of their own."""
    if not _may_begin(folded, patterns, start):
        return
    lines = list(_lines(folded, start))
    at = 0
    while at < len(lines):
        heads = _heads(lines, at, patterns)
        if len(heads) < _FEWEST:
            at += 1
            continue
        roles = [role_of(cell.text, patterns) for cell in heads]
        rows, behind = _rows(lines, at + len(heads), roles, patterns)
        if len(rows) >= _FEWEST_ROWS and any(char.isdigit() for row in rows for cell in row[1:] for char in cell.text):
            yield (tuple(heads), *rows)
            at = behind
        else:
            at += len(heads)


def _may_begin(folded: str, patterns: TablePatterns, start: int) -> bool:
    """Say whether as many heads as a table needs stand below each other anywhere: most texts have none."""
    run = 0
    for line in folded[start:].split("\n"):
        text = line.strip()
        if not text:
            continue
        run = run + 1 if len(text) <= _LONGEST_HEAD and role_of("".join(text.split()), patterns) else 0
        if run >= _FEWEST:
            return True
    return False


def _lines(folded: str, start: int) -> Iterator[Cell]:
    at = start
    for line in folded[start:].split("\n"):
        if line.strip():
            yield cell_between(folded, at, at + len(line))
        at += len(line) + 1


def _heads(lines: Sequence[Cell], at: int, patterns: TablePatterns) -> list[Cell]:
    """Return the run of lines from ``at`` on that are heads, each of another column."""
    heads: list[Cell] = []
    seen: set[str] = set()
    while at < len(lines) and len(lines[at].text) <= _LONGEST_HEAD and lines[at].text not in seen:
        if not role_of(lines[at].text, patterns):
            break
        seen.add(lines[at].text)
        heads.append(lines[at])
        at += 1
    if heads and role_of(heads[0].text, patterns) == "index":
        # All lines down to the number of the first row are heads, whatever they say.
        first = next((here for here in range(at, min(at + _MOST_HEADS, len(lines))) if lines[here].text == "1"), None)
        more = [] if first is None else lines[at:first]
        if all(len(line.text) <= _LONGEST_HEAD for line in more):
            heads += more
    return heads


def _rows(lines: Sequence[Cell], at: int, roles: Sequence[str], patterns: TablePatterns) -> tuple[list[Row], int]:
    """Return the rows from line ``at`` on, and the line behind them."""
    rows: list[Row] = []
    while at < len(lines) and len(rows) < _MOST_ROWS:
        count = _next_row(lines, at, len(rows) + 1, roles)
        row = aligned(lines[at : at + count], roles, patterns) if count else None
        if row is None or _strange(row, roles, patterns) > _STRANGE:
            break
        rows.append(row)
        at += count
    return rows, at


def _next_row(lines: Sequence[Cell], at: int, number: int, roles: Sequence[str]) -> int:
    """Return how many lines the row at ``at`` has: up to the next number of a row, or one for each column."""
    if roles[0] != "index":
        return len(roles) if at + len(roles) <= len(lines) else 0
    if lines[at].text.strip(".、") != str(number):
        return 0
    most = min(len(lines), at + 3 * len(roles))
    following = (here for here in range(at + 2, most) if lines[here].text.strip(".、") == str(number + 1))
    return next(following, min(len(lines), at + len(roles))) - at


def _strange(row: Row, roles: Sequence[str], patterns: TablePatterns) -> float:
    return sum(misfit(cell, role, patterns) for cell, role in zip(row, roles, strict=True)) / len(roles)
