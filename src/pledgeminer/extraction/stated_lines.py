"""The lines at the beginning and the end of a document, in which it states what it is, who issued it and when."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..text.fold import fold, simplify

if TYPE_CHECKING:
    from ..documents.model import Document
    from ..rules.ruleset import RuleSet

#: How much is looked at, in code points: a notice has its signature before its annexes.
_BEGINNING, _END = 40_000, 4_000
#: How many lines belong to the head, and to the foot.
HEAD, FOOT = 14, 10
#: No line that states a fact is longer, in code points.
_LONGEST = 240
#: Marks of Markdown that a heading begins with, and bullets.
_MARKS = "#*•·▪ \t\u200b\u200c\u200d\ufeff"


class StatedLine(NamedTuple):
    """A line: folded and simplified ``text`` without blanks around it, and the same as it is ``printed``."""

    text: str
    printed: str


class StatedLines(NamedTuple):
    """The non-empty lines of a document's ``beginning`` and of its ``end``, which are the same in a short one."""

    beginning: tuple[StatedLine, ...]
    end: tuple[StatedLine, ...]

    @property
    def head(self) -> tuple[StatedLine, ...]:
        """The first lines."""
        return self.beginning[:HEAD]

    @property
    def foot(self) -> tuple[StatedLine, ...]:
        """The last lines."""
        return self.end[-FOOT:]


def stated_lines(document: Document, rules: RuleSet) -> StatedLines:
    """Return the lines of ``document`` in which it may state facts."""
    text = document.text
    beginning = _lines(text[document.start : document.start + _BEGINNING], rules)
    if len(text) - document.start <= _BEGINNING:
        return StatedLines(beginning, beginning)
    return StatedLines(beginning, _lines(text[-_END:], rules)[1:])


def _lines(text: str, rules: RuleSet) -> tuple[StatedLine, ...]:
    printed = [line for line in map(_stripped, text.splitlines()) if line]
    folded = simplify("\n".join(fold(line[:_LONGEST]) for line in printed), rules.layout.letters).split("\n")
    return tuple(map(StatedLine, folded, printed))


def _stripped(line: str) -> str:
    return line.strip().strip(_MARKS).strip()
