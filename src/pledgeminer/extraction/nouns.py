"""Verbs inside nouns: which verbs of a sentence are none there, and which words of work are verbs for certain."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ..rules.lexicon import Word
from ..rules.marks import MARKS
from .model import Quantity

if TYPE_CHECKING:
    from ..rules.lexicon import Lexicon
    from .model import Time

#: Something that was found in a text: where it begins and ends, and what it is.
Found = tuple[int, int, "Quantity | Time | Word"]

_ADVERB, _AND, _DELIVER, _SUCH, _WORK = (MARKS[name] for name in ("adverb", "and", "deliver", "such", "work"))
_VERBS = frozenset(MARKS[name] for name in ("deliver", "work", "arrange", "give", "attain", "cover", "adverb"))
#: What may stand between the head of a clause and its verb.
_PASSED = frozenset(MARKS[name] for name in ("adverb", "loose", "will", "each", "Y"))
#: A name in quotation marks (“揭榜挂帅”) has no more letters.
_LONGEST_NAME = 8
#: A noun behind a verb that has a level at its end (治理|水土流失面积) has as many letters at least.
_NOUN = 4


def in_nouns(text: str, things: list[Found], lexicon: Lexicon) -> list[Found]:
    """Return ``things`` of the folded ``text`` with its verbs as they are meant.

    Left out are those that form a noun with what stands behind them (产业集聚区, 3个孵化基地) and those in a name
    (“揭榜挂帅”项目). One that shares the object of the verb before it (培育发展农家乐) becomes an adverb, and one that
    has an object of its own in a list (、更新健身器材1000件) a verb for certain.
    """
    result: list[Found] = []
    for index, found in enumerate(things):
        start, end, thing = found
        if isinstance(thing, Word) and thing.mark == _SUCH:
            if (
                index + 1 == len(things)
                or things[index + 1][0] != end
                or not isinstance(things[index + 1][2], Quantity)
            ):
                continue
        elif isinstance(thing, Word) and thing.mark in _VERBS:
            before = things[index - 1] if index else None
            if _named(text, start, end):
                continue
            if thing.compound and lexicon.heads.at(text, end) and _behind_noun(text, start, before):
                continue
            if thing.compound and _counted(text, things, index) and _behind_noun(text, start, before):
                result.append((start, end, replace(thing, mark=_WORK)))
                continue
            following = things[index + 1][0] if index + 1 < len(things) else len(text)
            if thing.second and _has_object(text[end:following], lexicon):
                mark = _meant(text, start, things[:index], following - end)
                found = found if mark == thing.mark else (start, end, replace(thing, mark=mark))
        result.append(found)
    return result


def _named(text: str, start: int, end: int) -> bool:
    """Say whether the word from ``start`` to ``end`` stands in a short name in quotation marks."""
    opening = text.rfind("“", max(0, start - _LONGEST_NAME), start)
    if opening < 0:
        return False
    closing = text.find("”", end, opening + 1 + _LONGEST_NAME + 1)
    return closing >= 0 and text[opening + 1 : closing].isalpha()


def _behind_noun(text: str, start: int, before: Found | None) -> bool:
    """Say whether what begins at ``start`` stands behind plain text, a count, or a verb that is as often a noun."""
    if before is None or before[1] < start:
        return start > 0 and (text[start - 1].isalnum() or text[start - 1] in "(”》")
    thing = before[2]
    return thing.kind == "count" if isinstance(thing, Quantity) else isinstance(thing, Word) and thing.mark == _WORK


def _counted(text: str, things: list[Found], index: int) -> bool:
    """Say whether a count ends the clause right behind the thing at ``index``: the work is counted (评课指导100次)."""
    if index + 1 == len(things):
        return False
    start, end, thing = things[index + 1]
    count = isinstance(thing, Quantity) and thing.kind == "count"
    return count and start == things[index][1] and not text[end : end + 1].isalnum()


def _has_object(behind: str, lexicon: Lexicon) -> bool:
    """Say whether the text ``behind`` a verb up to the next thing is a noun of its own, and not a head (改造|项目)."""
    if not behind[:2].isalnum():
        return False
    at = 0
    while size := next((size for size in (3, 2, 1) if behind[at : at + size] in lexicon.heads.texts), 0):
        at += size
    return behind[at : at + 1].isalnum()


def _meant(text: str, start: int, before: list[Found], room: int) -> str:
    """Return the mark of a working verb at ``start``, behind which a noun has ``room`` letters up to the next thing."""
    if not before or before[-1][1] < start:
        head = start == 0 or not (text[start - 1].isalnum() or text[start - 1] in "”)》")
        return _DELIVER if head and room >= _NOUN else _WORK
    thing = before[-1][2]
    if isinstance(thing, Quantity):
        return _WORK
    if not isinstance(thing, Word) or thing.mark in _PASSED:
        return _DELIVER if room >= _NOUN else _WORK
    if thing.mark in (_DELIVER, _WORK):
        return _ADVERB
    listed = thing.mark == _AND and len(before) > 1 and isinstance(before[-2][2], Quantity)
    return _DELIVER if listed else _WORK
