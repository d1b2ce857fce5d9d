"""What a clause must hold for a target rule to have a chance, read off the rule's pattern."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import regex

from .marks import NAMES, TARGET
from .pattern_faults import TOKEN

#: One bit for each mark.
BITS: dict[str, int] = {mark: 1 << index for index, mark in enumerate(NAMES)}

_SET = regex.compile(rf"\[[{''.join(NAMES)}]+\]")
_OPTIONAL = regex.compile(r"[*?]|\{0?,|\{0\}")


class RequiredMarks(NamedTuple):
    """Marks as bits: all of ``every`` must be there, and of each mask of ``any_of`` at least one."""

    every: int = 0
    any_of: tuple[int, ...] = ()


def bits(marks: str) -> int:
    """Return the marks of a clause as bits."""
    found = 0
    for mark in set(marks):
        found |= BITS[mark]
    return found


def required_marks(pattern: str) -> RequiredMarks:
    """Return what ``pattern``, a verbose expression over marks, cannot do without; nothing where it cannot be told.

    What stands in a look around, in a negated set or under a repetition that may be empty is not needed; of
    alternatives, the least that each needs.
    """
    if "#" in pattern:
        return RequiredMarks()
    masks = [mask for mask in _alternatives(iter(TOKEN.finditer(pattern))) if not mask & BITS[TARGET]]
    single = [mask for mask in masks if mask.bit_count() == 1]
    every = 0
    for mask in single:
        every |= mask
    return RequiredMarks(every, tuple(sorted({mask for mask in masks if mask.bit_count() > 1 and not mask & every})))


def _alternatives(tokens: Iterator[regex.Match[str]]) -> list[int]:
    """Read up to the bracket that closes; return masks, of each of which a mark is needed."""
    branches: list[list[int]] = [[]]
    last: list[int] = []
    for token in tokens:
        text = token.group()
        if token["repeat"] is not None:
            if _OPTIONAL.match(text):
                last = []
            continue
        branches[-1] += last if not text.isspace() else []
        if text.isspace():
            continue
        last = []
        if token["close"] is not None:
            break
        if token["open"] is not None:
            inner = _alternatives(tokens)
            last = [] if text.startswith(("(?=", "(?!", "(?<=", "(?<!", "(?(")) else inner
        elif token["either"] is not None:
            branches.append([])
        elif text in BITS:
            last = [BITS[text]]
        elif _SET.fullmatch(text):
            last = [bits(text[1:-1])]
    else:
        branches[-1] += last
    if len(branches) == 1:
        return branches[0]
    if not all(branches):
        return []
    least = 0
    for branch in branches:
        least |= min(branch, key=int.bit_count)
    return [least]
