"""Reading: the cleaned text of a document, with the numbers, the times and the words that stand in it."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from operator import attrgetter
from typing import TYPE_CHECKING

from ..text.clean import clean
from ..text.fold import fold, simplify
from .facts import Facts, facts_of
from .numbers.find import find_numbers
from .times import tense, word_time
from .words import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..documents.model import Document
    from ..rules.ruleset import RuleSet
    from ..text.clean import CleanText
    from .model import Numbers, Quantity, Time

_time_start = attrgetter("start")


@dataclass(frozen=True, slots=True)
class Reading:
    """A document that was read: its cleaned text, and all that was found in it, each in the order of the text.

    ``late`` says that the document's date lies in the second half of its year.
    """

    document: Document
    rules: RuleSet
    clean: CleanText
    numbers: Numbers
    words: Words = field(repr=False)
    facts: Facts
    late: bool
    lines: Sequence[int] = field(repr=False)

    @property
    def text(self) -> str:
        """The folded text, in which all is matched."""
        return self.clean.match

    @property
    def date(self) -> str | None:
        """The document's own date, ISO."""
        return self.facts.date

    @property
    def now(self) -> str | None:
        """The day (ISO) from which times are counted; it is known where only the year of the document is, too."""
        return self.facts.now

    @property
    def quantities(self) -> Sequence[Quantity]:
        """The quantities of the text."""
        return self.numbers.quantities

    def times_in(self, start: int, end: int) -> Sequence[Time]:
        """Return the times around numbers that begin in the span."""
        times = self.numbers.times
        first = bisect_left(times, start, key=_time_start)
        return times[first : bisect_left(times, end, first, key=_time_start)]

    def all_times(self, start: int, end: int) -> list[Time]:
        """Return the times in the span, around numbers and of fixed words."""
        words = self.rules.lexicon.words
        fixed = [
            word_time(begin, stop, time)
            for index, begin, stop in self.words.telling(start, end)
            if (time := words[index].time) is not None
        ]
        return [*self.times_in(start, end), *fixed]

    def tenses(self, start: int, end: int) -> set[str]:
        """Return the tenses of the times in the span."""
        return {tense(time, self.now) for time in self.all_times(start, end) if time.role != "none"}

    def lean(self, start: int, end: int) -> float:
        """Return how far the span's words lean to reporting (below 0) or promising (above 0)."""
        words, weights = self.rules.lexicon.words, self.rules.kinds.times
        weight = sum(words[index].sentence for index, _, _ in self.words.telling(start, end))
        return weight + sum(
            weights[tense(time, self.now)] for time in self.all_times(start, end) if time.role != "none"
        )

    def lead_time(self, start: int, end: int) -> Time | None:
        """Return the time that a lead-in from ``start`` to ``end`` gives to its list: the last deadline in it."""
        ahead = (
            time
            for time in self.all_times(start, end)
            if time.role == "deadline" and tense(time, self.now) in ("present", "future")
        )
        return max(ahead, key=_time_start, default=None)

    def page(self, offset: int) -> int | None:
        """Return the 1-based page of the source offset ``offset``, or None in a document without pages."""
        return bisect_right(self.document.pages, offset) if self.document.pages else None

    def line(self, offset: int) -> int:
        """Return the 1-based line of source ``offset``."""
        return bisect_left(self.lines, offset) + 1

    def folded(self, said: str | None) -> str:
        """Return the name that was ``said`` of the document in the form in which its text is matched.

        It is simplified as a whole, since it may have none of the letters by which traditional text is known.
        """
        return simplify(fold(said), self.rules.layout.letters, whole=True) if said else ""


def read(document: Document, rules: RuleSet) -> Reading:
    """Return ``document``, read."""
    cleaned = clean(
        document.text,
        rules.layout,
        document.start,
        rules.tables,
        certain_paragraphs=document.certain_paragraphs,
    )
    facts = facts_of(document, cleaned.match, rules)
    return Reading(
        document=document,
        rules=rules,
        clean=cleaned,
        numbers=find_numbers(cleaned.match, rules),
        words=Words(cleaned.match, cleaned.paragraphs, rules.lexicon),
        facts=facts,
        late=facts.date is not None and facts.date[5:7] > "06",
        lines=_line_ends(document.text),
    )


def _line_ends(text: str) -> Sequence[int]:
    newline = "\n" if "\n" in text else "\r"
    # A list would take five times the memory, which is much where every other character is a newline.
    return array("q", (found.start() for found in re.finditer(newline, text)))
