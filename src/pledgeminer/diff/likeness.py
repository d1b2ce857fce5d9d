"""How like two indicators are: from 0, nothing in common, to 1, the same words in any order.

The likeness is a mean of two similarities of characters: that of the sequences (twice the longest common
subsequence over both lengths) and that of the bags (Dice), so that a full form, a short form and another
order of words stay near. A short form that stands whole inside a full form counts more (财政赤字 in
中央财政赤字), characters that each lacks of the other count less (工业机器人, 服务机器人), and indicators
with contrasting words (城镇 here, 农村 there) count nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import msgspec
import regex

from ..record import Record
from .letters import letters_only
from .words import Words

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

THRESHOLD = 0.6
"""Below this likeness nothing is paired."""

SEQUENCE, BAG = 0.4, 0.6
"""The weights of the two similarities; another order of words costs less than other words."""

SHORT_FORM = 0.4
"""A short form has at least this part of the length of the full form."""

SHORTEST = 3
"""A short form has at least so many characters; two are a noun that much can be said of."""

TELLING = 5
"""A clause has at least so many characters beside generic nouns if it tells which target is meant."""

ONE_SIDED = 0.9
"""What remains of a likeness when a contrasting word stands on one side only."""

SUBSTITUTED = 0.9
"""What remains when each has characters that the other lacks."""

OTHER_NAME = 0.85
"""What remains then when all that they share is the end, for what stands before a noun names which one it is."""

OTHER_HEAD = 0.9
"""What remains when the last characters differ, for the head of a Chinese noun phrase stands last."""

LEAST_DICE = min(THRESHOLD, 2 * SHORT_FORM / (1 + SHORT_FORM))
"""No two indicators with a likeness of `THRESHOLD` or more have a Dice similarity under this."""

_FIGURES = regex.compile(r"[A-Z0-9]+")
_DIGITS = regex.compile(r"[0-9]+")


class Term(msgspec.Struct, frozen=True):
    """An indicator made ready for comparing: its core, its Latin letters and digits, and what sets it apart.

    ``contrasts`` has one set of bits for each family of contrasting words. ``generic`` says that the core has
    only nouns that say too little alone, ``vague`` that the clause around them says no more.
    """

    core: str
    figures: str
    contrasts: tuple[int, ...]
    generic: bool = False
    vague: bool = False


def term(record: Record, words: Words) -> Term:
    """Prepare the indicator of a record; its whole clause stands in where the indicator says too little."""
    prepared = prepare(record.indicator, words)
    if not prepared.generic:
        return prepared
    clause = prepare(_DIGITS.sub("", letters_only(record.text.replace(record.quantity, ""))), words)
    vague = len(words.generic.sub("", clause.core)) < TELLING
    return msgspec.structs.replace(clause if clause.core else prepared, vague=vague)


def prepare(indicator: str, words: Words) -> Term:
    """Prepare an indicator: one width and case, no punctuation, one name for one thing, no filler words."""
    named = words.synonym.sub(lambda found: words.synonyms.get(found[0], found[0]), letters_only(indicator))
    core = words.filler.sub("", named) or named
    return Term(
        core=core,
        figures=" ".join(sorted(set(_FIGURES.findall(named)))),
        contrasts=tuple(family.bits(named) for family in words.contrasts),
        generic=not words.generic.sub("", core),
    )


def likeness(one: Term, other: Term) -> float:
    """Return the likeness of two indicators; the same either way round."""
    import numpy as np

    shared = sum((Counter(one.core) & Counter(other.core)).values())
    place = np.zeros(1, np.int64)
    return float(likenesses(Terms([one]), Terms([other]), place, place, np.array([shared]))[0])


class Terms:
    """A list of terms as columns, so that many pairs can be compared at once."""

    def __init__(self, terms: Sequence[Term]) -> None:
        import numpy as np

        self.core: NDArray[Any] = _objects([t.core for t in terms])
        self.figures: NDArray[Any] = _objects([t.figures for t in terms])
        self.head: NDArray[Any] = _objects([t.core[-1:] for t in terms])
        self.length = np.array([len(t.core) for t in terms], np.int64)
        self.generic = np.array([t.generic for t in terms], np.bool_)
        self.contrasts = np.array([t.contrasts for t in terms], np.uint64).reshape(len(terms), -1)


def likenesses(
    first: Terms,
    second: Terms,
    rows: NDArray[np.int64],
    columns: NDArray[np.int64],
    shared: NDArray[np.int64],
) -> NDArray[np.float64]:
    """Return the likeness of ``first[rows[k]]`` and ``second[columns[k]]`` for each k.

    ``shared[k]`` is how many characters the two have in common in any order.
    """
    import numpy as np
    from rapidfuzz.distance import LCSseq, Postfix
    from rapidfuzz.process import cpdist

    one, other = first.length[rows], second.length[columns]
    both, shorter, longer = one + other, np.minimum(one, other), np.maximum(one, other)
    texts, others = first.core[rows].tolist(), second.core[columns].tolist()
    in_order = cpdist(texts, others, scorer=LCSseq.similarity, dtype=np.int64)
    at_end = cpdist(texts, others, scorer=Postfix.similarity, dtype=np.int64)
    # Two empty indicators are the same.
    halves = np.where(both == 0, 1, both) / 2
    like = np.where(both == 0, 1.0, (SEQUENCE * in_order + BAG * shared) / halves)
    whole = in_order == shorter
    generic = np.where(one < other, first.generic[rows], second.generic[columns])
    short = whole & ~generic & (shorter >= SHORTEST) & (shorter >= SHORT_FORM * longer)
    form = THRESHOLD + (1 - THRESHOLD) * shorter / np.maximum(longer, 1)
    like = np.where(short, np.maximum(like, form), like)
    like = np.where(shared < shorter, like * SUBSTITUTED, like)
    like = np.where((shared < shorter) & (shared == at_end), like * OTHER_NAME, like)
    other_head = (first.head[rows] != second.head[columns]) & ~whole & (2 * shared < both)
    like = np.where(other_head, like * OTHER_HEAD, like)
    return np.asarray(like * _apart(first, second, rows, columns))


def _apart(first: Terms, second: Terms, rows: NDArray[np.int64], columns: NDArray[np.int64]) -> NDArray[np.float64]:
    import numpy as np

    mine, theirs = first.contrasts[rows], second.contrasts[columns]
    contrary = ((mine != 0) & (theirs != 0) & (mine & theirs == 0)).any(axis=1)
    one_sided = ((mine != 0) != (theirs != 0)).any(axis=1)
    figures, others = first.figures[rows], second.figures[columns]
    contrary |= ((figures != others) & (figures != "") & (others != "")).astype(np.bool_)
    return np.where(contrary, 0.0, np.where(one_sided, ONE_SIDED, 1.0))


def _objects(strings: list[str]) -> NDArray[Any]:
    import numpy as np

    column = np.empty(len(strings), np.object_)
    column[:] = strings
    return column
