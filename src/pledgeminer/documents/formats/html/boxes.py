"""The parts of a page that stand by themselves: boxes, and the lines of text in them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from turbohtml import Element

_NO_LETTER = re.compile(r"[\W_]+")


def letters(text: str) -> int:
    """Return how many letters, digits and Chinese characters ``text`` has."""
    return len(_NO_LETTER.sub("", text))


@dataclass(slots=True, eq=False)
class Box:
    """A block of the page: its tag, its class and id as one string, and its lines, ``start`` to ``end``."""

    tag: str
    names: str
    parent: Box | None
    start: int
    end: int = 0
    counter: int = 0


@dataclass(slots=True, eq=False)
class Line:
    """A line as a person sees it.

    ``size`` counts its letters, ``linked`` those of them in links that lead away, the last of them to ``target``.
    ``apart`` says that it begins a paragraph, ``row`` that it is a row of a table, its cells parted by tabs.
    """

    text: str
    box: Box
    size: int
    linked: int = 0
    target: str = ""
    apart: bool = True
    row: bool = False


@dataclass(slots=True)
class Layout:
    """A page laid out: its lines, the boxes in the order in which they end, the whole page the last."""

    lines: list[Line] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    # Elements of the parser's tree that were left out because the page hides them.
    hidden: list[Element] = field(default_factory=list)
