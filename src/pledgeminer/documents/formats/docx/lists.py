"""The numbers that Word writes before paragraphs by itself (ISO/IEC 29500-1, 17.9)."""

from __future__ import annotations

import re
from typing import NamedTuple

from .digits import written
from .names import Element, attribute, child, children, number, switched, value
from .styles import ListPlace, Styles
from .symbols import symbol

LEVELS = 9
"""How many levels a list has."""

_PLACE = re.compile("%([1-9])")
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_BULLET = "•"
_LONGEST = 255  # characters that Word lets a label have
# A number that ends so stands close to its text, as it does where it is typed.
_CLOSES = frozenset("、）)】〕」．：:，。")


class _Level(NamedTuple):
    """What is said of one level; ``restart`` is the number of the level (the first 1) behind which it begins anew."""

    start: int = 0
    form: str = "decimal"
    pattern: str | None = None
    text: str = ""
    restart: int | None = None
    style_id: str | None = None
    digits_only: bool = False
    close: bool = False
    hidden: bool = False


class _List(NamedTuple):
    """A list: the definition that it counts with, its levels, and the numbers at which it begins where it says so."""

    definition: str
    levels: tuple[_Level, ...]
    starts: dict[int, int]


class Lists:
    """The lists of a document, and how far each has been counted."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._definitions: dict[str, Element] = {}
        self._elements: dict[str, Element] = {}
        for one in children(root, "abstractNum"):
            self._definitions.setdefault(attribute(one, "abstractNumId") or "", one)
        for one in children(root, "num"):
            self._elements.setdefault(attribute(one, "numId") or "", one)
        self._lists: dict[str, _List | None] = {}
        self._levels: dict[str, tuple[_Level, ...]] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()

    def label(self, place: ListPlace, style_id: str | None) -> str:
        """Count the next paragraph, and return what stands before its text, with the blank between them.

        ``place`` is what the paragraph itself says, ``style_id`` its style. ``""`` is for a paragraph in no list.
        """
        by_style = self._styles.place(style_id)
        list_id = place.list_id if place.list_id is not None else by_style.list_id
        one = None if list_id is None else self._list(list_id)
        if one is None or list_id is None:
            return ""
        at = place.level if place.level is not None else self._level_of(one, style_id, by_style.level)
        at = min(max(at, 0), LEVELS - 1)
        return _shown(one, at, self._count(list_id, one, at))

    def _level_of(self, one: _List, style_id: str | None, level: int | None) -> int:
        """Return the level that belongs to the style; failing that the one that the style names."""
        for key in self._styles.family(style_id):
            for at, said in enumerate(one.levels):
                if said.style_id == key:
                    return at
        return level or 0

    def _count(self, list_id: str, one: _List, at: int) -> list[int | None]:
        """Return how far the levels are counted with the next paragraph at level ``at``."""
        counts = self._counts.setdefault(one.definition, [None] * LEVELS)
        before, start = counts[at], one.starts.get(at)
        if start is not None and (list_id, at) not in self._begun:
            counts[at] = start
        elif before is None:
            counts[at] = one.levels[at].start if start is None else start
        else:
            counts[at] = before + 1
        self._begun.add((list_id, at))
        for deeper in range(at + 1, LEVELS):
            restart = one.levels[deeper].restart
            if restart is None or at < restart:
                counts[deeper] = None
        return counts

    def _list(self, list_id: str) -> _List | None:
        if list_id not in self._lists:
            element = self._elements.get(list_id)
            self._lists[list_id] = None if element is None else self._read_list(element)
        return self._lists[list_id]

    def _read_list(self, element: Element) -> _List | None:
        definition = self._definition(element)
        if definition is None:
            return None
        levels = list(self._levels_of(definition))
        starts: dict[int, int] = {}
        for override in children(element, "lvlOverride"):
            at = number(attribute(override, "ilvl"))
            if at is None or not 0 <= at < LEVELS:
                continue
            own = child(override, "lvl")
            if own is not None:
                levels[at] = _level(own)
            start = number(value(override, "startOverride"))
            if start is not None:
                starts[at] = start
        return _List(definition, tuple(levels), starts)

    def _definition(self, element: Element) -> str | None:
        """Return the id of the definition of a list; one that only points to a style of lists is followed once."""
        key = value(element, "abstractNumId")
        linked = value(self._definitions.get(key or ""), "numStyleLink")
        if linked is not None:
            target = self._elements.get(self._styles.place(linked).list_id or "")
            key = value(target, "abstractNumId") or key
        return key if key in self._definitions else None

    def _levels_of(self, definition: str) -> tuple[_Level, ...]:
        if definition not in self._levels:
            levels = [_Level()] * LEVELS
            for one in children(self._definitions[definition], "lvl"):
                at = number(attribute(one, "ilvl"))
                if at is not None and 0 <= at < LEVELS:
                    levels[at] = _level(one)
            self._levels[definition] = tuple(levels)
        return self._levels[definition]


def _level(element: Element) -> _Level:
    form, pattern = _form(element)
    run = child(element, "rPr")
    text = (value(element, "lvlText") or "")[:_LONGEST]
    return _Level(
        # The standard begins at 0 where nothing is said.
        start=number(value(element, "start")) or 0,
        form=form,
        pattern=pattern,
        text=_bullet(text, attribute(child(run, "rFonts"), "ascii")) if form == "bullet" else text,
        restart=number(value(element, "lvlRestart")),
        style_id=value(element, "pStyle"),
        digits_only=bool(switched(element, "isLgl")),
        close=value(element, "suff") == "nothing",
        hidden=bool(switched(run, "vanish")),
    )


def _form(element: Element) -> tuple[str, str | None]:
    """Return a level's number format, and the pattern of one of its own making."""
    found = child(element, "numFmt")
    if found is None:
        # A pattern is given as a choice beside a format for older readers.
        choices = child(element, "mc:AlternateContent")
        found = child(child(choices, "mc:Choice"), "numFmt")
        if found is None:
            found = child(child(choices, "mc:Fallback"), "numFmt")
    return attribute(found, "val") or "decimal", attribute(found, "format")


def _bullet(text: str, font: str | None) -> str:
    if text == "o":
        return "○"  # a letter only to those who type it; Word's second bullet
    if len(text) == 1:
        return symbol(ord(text), font) or _BULLET
    return _PRIVATE.sub(_BULLET, text)


def _shown(one: _List, at: int, counts: list[int | None]) -> str:
    level = one.levels[at]
    if level.hidden:
        return ""
    if level.form == "bullet":
        text = level.text
    else:
        text = _PLACE.sub(lambda found: _written(one, level, int(found[1]) - 1, counts), level.text)
    text = text.strip()
    if not text or text[-1] in _CLOSES:
        return text
    # "1." must not run into a number behind it, whatever the list says.
    runs_on = text[-1].isascii() and (text[-1].isalnum() or text[-1] == ".")
    return text if level.close and not runs_on else f"{text} "


def _written(one: _List, level: _Level, at: int, counts: list[int | None]) -> str:
    """Return the number of the level ``at`` within the text of ``level``; one that was passed over is at its start."""
    named, counted = one.levels[at], counts[at]
    if named.form == "bullet":
        return ""
    reached = one.starts.get(at, named.start) if counted is None else counted
    return written(reached, "decimal" if level.digits_only else named.form, named.pattern)
