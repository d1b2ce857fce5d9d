"""Indicators: the noun phrase that a number measures, cut out of the clause by the marks of its rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..rules.marks import MARKS, OTHER
from .model import NO_WORDS, Phrase

if TYPE_CHECKING:
    from ..rules.ruleset import RuleSet
    from ..rules.targets import TargetPatterns
    from ..text.clean import CleanText
    from .model import Clause, Fit

_AND = MARKS["and"]
_FROM = MARKS["from"]
_LONGEST_MODIFIER = 6
_VERBS = frozenset(
    MARKS[name]
    for name in ("deliver", "arrange", "give", "attain", "grow", "shrink", "new", "keep", "cover", "adverb", "per")
)
_OPENINGS = frozenset(MARKS[name] for name in ("T", "Y", "will", "each", "take"))
_NOUNS = frozenset(MARKS[name] for name in ("n", "work", "bare", "up", "down", "link", "and", "of", "at", "loose"))


def indicator_of(clean: CleanText, clause: Clause, position: int, fit: Fit, before: Phrase, rules: RuleSet) -> Phrase:
    """Return the indicator of the number at mark ``position`` of ``clause``; ``before`` is that before it."""
    whole = NO_WORDS
    for first, last in fit.parts:
        whole += _words(clean, clause, first, last, rules)
    if not whole:
        return before
    if len(whole.match) <= _LONGEST_MODIFIER and rules.targets.modifier.search(whole.match) is not None:
        whole = _with_shared_head(clean, clause, position, whole, rules)
    if before and rules.targets.dependent.match(whole.match) is not None:
        return before if whole.match in before.match else before.without(rules.targets.replaced) + whole
    return whole


def _words(clean: CleanText, clause: Clause, first: int, last: int, rules: RuleSet) -> Phrase:
    """Return the text of the marks from ``first`` to before ``last``, without the times in it and trimmed."""
    start, end = clause.spans[first][0], clause.spans[last - 1][1]
    return trim(clean, start, end, rules)


def topic_of(clean: CleanText, clause: Clause, rules: RuleSet) -> Phrase:
    """Return what ``clause``, which has no number, undertakes: the noun behind its last verb, else no words.

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
    return _words(clean, clause, first, last, rules) if whole and last > first else NO_WORDS


def trim(clean: CleanText, start: int, end: int, rules: RuleSet) -> Phrase:
    """Return the text of the span without what does not belong to an indicator at its ends."""
    text, targets, whole = clean.match, rules.targets, rules.lexicon.whole
    while (found := targets.leading.match(text, start, end)) is not None and found.end() > start:
        # 将军岭, 在岗教师: what a word begins with stays.
        if whole.at(text, start):
            break
        start = found.end()
    while (found := targets.trailing.search(text, start, end)) is not None and found.start() < end:
        if end - 2 < found.start() and text[end - 2 : end] in rules.lexicon.by_text:
            # 参与, 需要: what a word ends with stays.
            break
        end = found.start()
        found = targets.leading.match(text, start, end)
        if found is not None and not whole.at(text, start):
            start = found.end()
    return Phrase(text[start:end], clean.shown[start:end])


def _with_shared_head(clean: CleanText, clause: Clause, position: int, modifier: Phrase, rules: RuleSet) -> Phrase:
    """Return ``modifier`` (国家级) with the head of the noun behind the next number (150名省级科技人才)."""
    marks = clause.marks
    following = marks.find(OTHER, position + 1)
    if following < 0 or following + 1 >= len(marks):
        return modifier
    end = following + 1
    while end < len(marks) and marks[end] in _NOUNS and marks[end] != _AND:
        end += 1
    noun = _words(clean, clause, following + 1, end, rules) if end > following + 1 else NO_WORDS
    ends = range(1, min(len(noun.match), 6))
    own = max((at for at in ends if rules.targets.modifier.search(noun.match[:at]) is not None), default=0)
    return modifier + noun.part(own) if own else modifier


def spread(indicator: Phrase, rank: int, count: int, targets: TargetPatterns) -> Phrase:
    """Return the ``rank``-th of ``count`` indicators that are joined in ``indicator`` (A和B分别提高30元和5元).

    What the last one says more (人均财政补助标准) holds for the others too; where the names cannot be parted the joined
    indicator serves all.
    """
    pieces = indicator.split(targets.joint)
    if len(pieces) != count or not 0 <= rank < count:
        return indicator
    piece, last = pieces[rank], pieces[-1]
    if rank == count - 1:
        return piece
    shared = targets.shared.search(last.match)
    whole = any(ends.search(piece.match) is not None for ends in (targets.shared, targets.level_nouns))
    return piece if shared is None or whole else piece + last.part(shared.start(), shared.end())
