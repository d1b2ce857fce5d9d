"""Explanations: what became of a number, and why, as it is shown to people."""

from __future__ import annotations

from typing import Literal

import msgspec

from ..record import Record

Outcome = Literal["commitment", "achievement", "left out"]


class Mark(msgspec.Struct, frozen=True):
    """A mark of a clause by its name in the rules, and the text that it stands for; the number itself is ``Q``."""

    name: str
    text: str


class Tried(msgspec.Struct, frozen=True):
    """A rule that was tried for the number, and what came of it."""

    rule: str
    result: Literal[
        "fits", "does not fit", "not for this kind of unit", "needs a comparator", "given up", "takes too long"
    ]


class Reason(msgspec.Struct, frozen=True):
    """A cue, its weight (above 0 for a promise), and what it is: a word, or what stands around the number."""

    found: str
    weight: float
    about: str


class Origin(msgspec.Struct, frozen=True):
    """Where the value of a field came from; ``text`` are the words that say so, if there are any."""

    value: str | None
    by: str
    text: str = ""


class Explanation(msgspec.Struct, frozen=True):
    """What became of one number.

    ``line`` (1-based), ``start`` and ``end`` (code points) say where it stands in the decoded source. ``because`` is
    the reason in a line; ``left_out_by`` is the id of the label or the rule that left it out, or ``article``,
    ``name``, ``time``, ``unit``, ``numbering``, ``no-measure``, ``too-large`` or ``no-rule``.
    ``marks`` are those of its sentence, clause by clause. What is not known of a number that was left out is empty.
    """

    quantity: str
    source: str
    line: int
    start: int
    end: int
    sentence: str
    outcome: Outcome
    because: str
    left_out_by: str | None = None
    marks: tuple[tuple[Mark, ...], ...] = ()
    rule: str | None = None
    tried: tuple[Tried, ...] = ()
    cues: tuple[Reason, ...] = ()
    weight: float = 0.0
    owner: Origin | None = None
    strength: Origin | None = None
    deadline: Origin | None = None
    every: Origin | None = None
    record: Record | None = None
    factors: tuple[Reason, ...] = ()
