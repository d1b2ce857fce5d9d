"""The rows and cells of a table in a DOCX file (ISO/IEC 29500-1, 17.4)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from .inline import chosen
from .names import Element, attribute, child, kind, number, switched, value

MOST_COLUMNS = 1000
"""How many columns a table may have; Word itself stops at 63."""

_WIDEST = 63
_AROUND = frozenset({"sdt", "sdtContent", "customXml", "ins", "moveTo"})


class Cell(NamedTuple):
    """A cell, the number of columns that it covers, and whether a column merged downwards begins in it or goes on."""

    element: Element
    span: int
    begins: bool
    goes_on: bool


def rows_of(table: Element) -> Iterator[Element]:
    """Yield the rows that are seen: neither deleted nor hidden."""
    for row in _found(table, "tr"):
        properties = child(row, "trPr")
        if child(properties, "del") is None and not switched(properties, "hidden"):
            yield row


def cells_of(row: Element) -> Iterator[Cell]:
    """Yield the cells of a row that are not deleted."""
    for element in _found(row, "tc"):
        properties = child(element, "tcPr")
        if child(properties, "cellDel") is not None:
            continue
        merge = child(properties, "vMerge")
        goes_on = merge is not None and (attribute(merge, "val") or "continue") == "continue"
        yield Cell(element, _count(value(properties, "gridSpan"), 1), merge is not None and not goes_on, goes_on)


def skipped(row: Element) -> int:
    """Return how many columns a row leaves out before its first cell."""
    return _count(value(child(row, "trPr"), "gridBefore"), 0)


def is_frame(rows: list[Element]) -> bool:
    """Say whether a table has one column only: it is then a frame around text, not a table of data."""
    return all(len(list(islice(cells_of(row), 2))) <= 1 and not skipped(row) for row in rows)


def _count(text: str | None, least: int) -> int:
    found = number(text)
    return least if found is None else min(max(found, least), _WIDEST)


def _found(element: Element, name: str) -> Iterator[Element]:
    """Yield what is called ``name`` in ``element``, through what may stand around it."""
    for one in element:
        found = kind(one)
        if found == name:
            yield one
        elif found in _AROUND:
            yield from _found(one, name)
        elif found == "mc:AlternateContent":
            yield from _found(chosen(one), name)
