"""The extractor: a document and a rule set go in, records come out."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import TYPE_CHECKING

from ..documents.description import Description
from ..record import Record, document_key
from ..rules.ruleset import RuleSet, load_rules
from ..text.clean import clean
from ..text.fold import fold, simplify
from .dates import document_date
from .decide import Genre
from .marked import Matcher
from .numbers.find import find_numbers
from .outline import outline
from .owners import Owners
from .sentence import Context, Discourse, Sentence
from .trace import Trace

if TYPE_CHECKING:
    from ..documents.model import Document
    from ..rules.layout import Layout
    from ..rules.slow import Slow
    from .model import Quantity


class Extractor:
    """Finds the quantities of documents with one compiled rule set; build once, use for many documents.

    ``slow`` are the rules that took too long so far; they are not tried any more.
    """

    slow: Sequence[Slow] = ()

    def __init__(self, rule_folders: tuple[str, ...] = ()) -> None:
        """Compile the built-in rules and those of ``rule_folders`` on top. Raises ``RulesError``."""
        self.rules = load_rules(tuple(rule_folders))
        self.slow = self.rules.slow
        self._matcher = Matcher(self.rules.targets, self.rules.slow)

    def trace(self, document: Document) -> Trace:
        """Return what became of every number of ``document``."""
        trace = Trace()
        self.extract(document, trace)
        return trace

    def extract(self, document: Document, trace: Trace | None = None) -> list[Record]:
        """Return the records of both kinds, in the order of the text; ``trace`` is told how they came about."""
        return self.extract_described(document, trace)[0]

    def extract_described(self, document: Document, trace: Trace | None = None) -> tuple[list[Record], Description]:
        """Return what ``extract`` returns, and what the document was found to be."""
        context = self._read(document, trace)
        starts = [quantity.start for quantity in context.quantities]
        records: list[Record] = []
        for number, paragraph in enumerate(context.paragraphs):
            first, last = bisect_left(starts, paragraph.start), bisect_left(starts, paragraph.end)
            if first < last:
                records += _paragraph(context, number, first, last)
        return _once(records), _description(document, context)

    def describe(self, document: Document) -> Description:
        """Return what the document was found to be, without looking for its records."""
        return _description(document, self._read(document, None))

    def _read(self, document: Document, trace: Trace | None) -> Context:
        rules = self.rules
        cleaned = clean(document.text, rules.layout, document.start, rules.tables)
        text = cleaned.match
        numbers = find_numbers(text, rules)
        date = document.date or document_date(text, document.source, rules.times, document.published)
        context = Context(
            rules=rules,
            matcher=self._matcher,
            clean=cleaned,
            quantities=list(numbers.quantities),
            times=list(numbers.times),
            date=date,
            late=date is not None and date[5:7] > "06",
            genre=_genre(text, cleaned.paragraphs, rules, _folded(document.title, rules)),
            source=document.source,
            key=document_key(document.text),
            lines=_line_ends(document.text),
            pages=document.pages,
            trace=trace,
        )
        if trace is not None:
            trace.context = context
            trace.passed = numbers.passed
        context.paragraphs = outline(text, cleaned.paragraphs, context.lean, context.tenses, rules)
        place = _folded(document.place, rules, whole=True)
        context.owners = Owners(cleaned, context.paragraphs, document.body, rules, place)
        return context


#: A plan says that it is one in its title, or at the end of its first paragraphs.
_TITLES, _OPENINGS, _LONGEST_TITLE = 4, 3, 60
#: A report addresses its assembly near its beginning.
_ADDRESS = 1500
#: No sentence that a person writes is longer, in code points, has a longer clause, or more numbers; each number looks
#: at all that stands before it in its sentence.
_LONGEST_SENTENCE, _LONGEST_CLAUSE, _MOST_NUMBERS = 1200, 400, 100
#: How far behind that the end of a clause is looked for, to cut there.
_CLAUSE_WITHIN = 300


def _description(document: Document, context: Context) -> Description:
    return Description(
        source=document.source,
        format=document.format,
        encoding=document.encoding,
        date=context.date,
        body=context.owners.issuer,
        title=document.title,
        place=document.place,
        pages=len(document.pages) or None,
        characters=len(document.text),
        numbers=len(context.quantities),
        repairs=(*document.repairs, *context.clean.repairs),
    )


def _folded(said: str | None, rules: RuleSet, *, whole: bool = False) -> str:
    """Return what was ``said`` of the document in the form in which its text is matched.

    A name is simplified as a ``whole``, since it may have none of the letters by which traditional text is known.
    """
    return simplify(fold(said), rules.layout.letters, whole=whole) if said else ""


def _genre(text: str, paragraphs: list[tuple[int, int]], rules: RuleSet, title: str = "") -> Genre:
    kinds = rules.kinds
    titles = (span for span in paragraphs[:_TITLES] if span[1] - span[0] <= _LONGEST_TITLE)
    if kinds.report.search(text, 0, _ADDRESS):
        return "report"
    if len(title) <= _LONGEST_TITLE and kinds.plan_title.search(title):
        return "document"
    openings = paragraphs[:_OPENINGS]
    if any(kinds.plan_title.search(text, *span) for span in titles) or any(
        kinds.plan_opening.search(text, *span) for span in openings
    ):
        return "document"
    return "nothing"


def _once(records: list[Record]) -> list[Record]:
    """Return ``records``, each once: the names in a table are said again with each number of their row."""
    found: dict[str, Record] = {}
    for record in records:
        found.setdefault(record.id, record)
    return records if len(found) == len(records) else list(found.values())


def _paragraph(context: Context, number: int, first: int, last: int) -> list[Record]:
    """Return the records of the quantities ``first`` to before ``last``, which stand in one paragraph."""
    paragraph = context.paragraphs[number]
    records: list[Record] = []
    discourse = Discourse(context, paragraph.start)
    kind = None
    at, index = paragraph.start, first
    quantities = context.quantities[first:last]
    for end in _sentence_ends(context.clean.match, paragraph.start, paragraph.end, quantities, context.rules.layout):
        begin = index
        while index < last and context.quantities[index].start < end:
            index += 1
        if index > begin:
            sentence = Sentence(context, number, at, end, context.quantities[begin:index], kind, discourse)
            records += sentence.records()
            kind = sentence.kind
        at = end
    return records


def _sentence_ends(text: str, start: int, stop: int, quantities: Sequence[Quantity], layout: Layout) -> Iterator[int]:
    """Yield where the sentences of a paragraph with these ``quantities`` end; one that is too long is cut."""
    at, first = start, 0
    for end in [*(found.end() for found in layout.sentence.finditer(text, start, stop)), stop]:
        while end - at > _LONGEST_CLAUSE or first + _MOST_NUMBERS < len(quantities):
            cut = _cut(text, at, end, quantities, first, layout)
            if cut is None:
                break
            yield cut
            at = cut
            first = bisect_left(quantities, at, lo=first, key=attrgetter("start"))
        at = end
        while first < len(quantities) and quantities[first].start < end:
            first += 1
        yield end


def _cut(text: str, at: int, end: int, quantities: Sequence[Quantity], first: int, layout: Layout) -> int | None:
    """Return where the sentence from ``at`` to ``end`` is cut if it is too long, else None.

    That is behind a clause, or anywhere but in a quantity where there is no clause. ``first`` is the number of the
    first one behind ``at``.
    """
    latest = at + _LONGEST_SENTENCE
    if layout.clause.search(text, at, min(at + _LONGEST_CLAUSE, end)) is None:
        latest = at + _LONGEST_CLAUSE
    if first + _MOST_NUMBERS < len(quantities):
        latest = min(latest, quantities[first + _MOST_NUMBERS - 1].end)
    if latest >= end:
        return None
    clause = layout.clause.search(text, latest, min(latest + _CLAUSE_WITHIN, end))
    if clause is not None:
        return clause.end()
    before = bisect_left(quantities, latest, lo=first, key=attrgetter("start")) - 1
    return max(latest, min(quantities[before].end, end)) if before >= first else latest


def _line_ends(text: str) -> Sequence[int]:
    newline = "\n" if "\n" in text else "\r"
    # A list would take five times the memory, which is much where every other character is a newline.
    return array("q", (found.start() for found in re.finditer(newline, text)))
