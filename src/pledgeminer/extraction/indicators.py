"""Indicators: the noun phrase that a number measures, cut out of the clause by the marks of its rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..rules.marks import MARKS, OTHER

if TYPE_CHECKING:
    from ..rules.targets import TargetPatterns
    from ..text.clean import CleanText
    from .clauses import Clause
    from .marked import Fit

_AND = MARKS["and"]
_FROM = MARKS["from"]
_LONGEST_MODIFIER = 6
_VERBS = frozenset(
    MARKS[name] for name in ("deliver", "arrange", "give", "attain", "grow", "shrink", "new", "keep", "cover", "adverb")
)
_OPENINGS = frozenset(MARKS[name] for name in ("T", "Y", "will", "each", "take"))
_NOUNS = frozenset(MARKS[name] for name in ("n", "work", "bare", "up", "down", "link", "and", "of", "at", "loose"))


def indicator_of(
    clean: CleanText, clause: Clause, position: int, fit: Fit, before: str, targets: TargetPatterns
) -> str:
    """Return the indicator of the number at mark ``position`` of ``clause``; ``before`` is that before it."""
    parts = [trimmed for first, last in fit.parts if (trimmed := _words(clean, clause, first, last, targets))]
    if not parts:
        return before
    whole = "".join(parts)
    if len(whole) <= _LONGEST_MODIFIER and targets.modifier.search(whole) is not None:
        whole = _with_shared_head(clean, clause, position, whole, targets)
    if before and targets.dependent.match(whole) is not None:
        return before if whole in before else targets.replaced.sub("", before, count=1) + whole
    return whole


def _words(clean: CleanText, clause: Clause, first: int, last: int, targets: TargetPatterns) -> str:
    """Return the text of the marks from ``first`` to before ``last``, without the times in it and trimmed."""
    start, end = clause.spans[first][0], clause.spans[last - 1][1]
    return trim(clean, start, end, targets)


def topic_of(clean: CleanText, clause: Clause, targets: TargetPatterns) -> str:
    """Return what ``clause``, which has no number, undertakes: the noun behind its last verb, else ''.

    A number whose own clause names nothing (为加快社会保障体系建设，今年安排30亿元) measures that.
    """
    marks = clause.marks
    verb = max((at for at, mark in enumerate(marks) if mark in _VERBS), default=-1)
    first = verb + 1
    while first < len(marks) and marks[first] in _OPENINGS:
        first += 1
    last = first
    while last < len(marks) and marks[last] in _NOUNS:
        last += 1
    whole = verb >= 0 or last == len(marks) or marks[last] == _FROM
    return _words(clean, clause, first, last, targets) if whole and last > first else ""


def trim(clean: CleanText, start: int, end: int, targets: TargetPatterns) -> str:
    """Return the shown text of the span without what does not belong to an indicator at its ends."""
    text = clean.match
    while True:
        found = targets.leading.match(text, start, end)
        if found is not None:
            start = found.end()
        behind = targets.trailing.search(text, start, end)
        if behind is None or behind.start() == end:
            return clean.shown[start:end]
        end = behind.start()


def _with_shared_head(clean: CleanText, clause: Clause, position: int, modifier: str, targets: TargetPatterns) -> str:
    """Return ``modifier`` (国家级) with the head of the noun behind the next number (150名省级科技人才)."""
    marks = clause.marks
    following = marks.find(OTHER, position + 1)
    if following < 0 or following + 1 >= len(marks):
        return modifier
    end = following + 1
    while end < len(marks) and marks[end] in _NOUNS and marks[end] != _AND:
        end += 1
    noun = _words(clean, clause, following + 1, end, targets) if end > following + 1 else ""
    own = max((at for at in range(1, min(len(noun), 6)) if targets.modifier.search(noun[:at]) is not None), default=0)
    return modifier + noun[own:] if own else modifier


def spread(indicator: str, rank: int, count: int, targets: TargetPatterns) -> str:
    """Return the ``rank``-th of ``count`` indicators that are joined in ``indicator`` (A和B分别提高30元和5元).

    What the last one says more (人均财政补助标准) holds for the others too; where the names cannot be parted the joined
    indicator serves all.
    """
    pieces = targets.joint.split(indicator)
    if len(pieces) != count or not 0 <= rank < count:
        return indicator
    if rank == count - 1:
        return pieces[rank]
    shared = targets.shared.search(pieces[-1])
    whole = any(ends.search(pieces[rank]) is not None for ends in (targets.shared, targets.level_nouns))
    return pieces[rank] if shared is None or whole else pieces[rank] + shared.group()
