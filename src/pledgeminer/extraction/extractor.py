"""The extractor: a document and a rule set go in, records come out."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ..description import Description
from ..record import Commitment, document_key
from ..rules.ruleset import RuleSet, load_rules
from ..text.clean import clean
from .dates import document_date
from .decide import Genre
from .marked import Matcher
from .outline import outline
from .owners import Owners
from .quantities import find_quantities
from .sentence import Context, Discourse, Sentence
from .trace import Trace

if TYPE_CHECKING:
    from ..documents.model import Document
    from ..rules.slow import Slow


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

    def extract(self, document: Document, trace: Trace | None = None) -> list[Commitment]:
        """Return the records of both kinds, in the order of the text; ``trace`` is told how they came about."""
        return self.extract_described(document, trace)[0]

    def extract_described(self, document: Document, trace: Trace | None = None) -> tuple[list[Commitment], Description]:
        """Return what ``extract`` returns, and what the document was found to be."""
        context = self._read(document, trace)
        starts = [quantity.start for quantity in context.quantities]
        records: list[Commitment] = []
        for number, paragraph in enumerate(context.paragraphs):
            first, last = bisect_left(starts, paragraph.start), bisect_left(starts, paragraph.end)
            if first < last:
                records += _paragraph(context, number, first, last)
        return records, _description(document, context)

    def _read(self, document: Document, trace: Trace | None) -> Context:
        rules = self.rules
        cleaned = clean(document.text, rules.layout, document.start)
        text = cleaned.match
        quantities, times = find_quantities(text, rules, trace)
        date = document.date or document_date(text, document.source, rules.times, document.published)
        context = Context(
            rules=rules,
            matcher=self._matcher,
            clean=cleaned,
            quantities=quantities,
            times=times,
            date=date,
            late=date is not None and date[5:7] > "06",
            genre=_genre(text, cleaned.paragraphs, rules),
            source=document.source,
            key=document_key(document.text),
            lines=_line_ends(document.text),
            pages=document.pages,
            trace=trace,
        )
        if trace is not None:
            trace.context = context
        context.paragraphs = outline(text, cleaned.paragraphs, context.lean, context.tenses, rules)
        context.owners = Owners(cleaned, context.paragraphs, document.body, rules)
        return context


#: A plan says that it is one in its title, or at the end of its first paragraphs.
_TITLES, _OPENINGS, _LONGEST_TITLE = 4, 3, 60
#: A report addresses its assembly near its beginning.
_ADDRESS = 1500
#: No sentence that a person writes is longer, in code points.
_LONGEST_SENTENCE = 1200


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
        repairs=document.repairs,
    )


def _genre(text: str, paragraphs: list[tuple[int, int]], rules: RuleSet) -> Genre:
    kinds = rules.kinds
    titles = (span for span in paragraphs[:_TITLES] if span[1] - span[0] <= _LONGEST_TITLE)
    if kinds.report.search(text, 0, _ADDRESS):
        return "report"
    openings = paragraphs[:_OPENINGS]
    if any(kinds.plan_title.search(text, *span) for span in titles) or any(
        kinds.plan_opening.search(text, *span) for span in openings
    ):
        return "document"
    return "nothing"


def _paragraph(context: Context, number: int, first: int, last: int) -> list[Commitment]:
    """Return the records of the quantities ``first`` to before ``last``, which stand in one paragraph."""
    paragraph = context.paragraphs[number]
    records: list[Commitment] = []
    discourse = Discourse(context, paragraph.start)
    kind = None
    at, index = paragraph.start, first
    for end in _sentence_ends(context.clean.match, paragraph.start, paragraph.end, context.rules):
        begin = index
        while index < last and context.quantities[index].start < end:
            index += 1
        if index > begin:
            sentence = Sentence(context, number, at, end, context.quantities[begin:index], kind, discourse)
            records += sentence.records()
            kind = sentence.kind
        at = end
    return records


def _sentence_ends(text: str, start: int, stop: int, rules: RuleSet) -> Iterator[int]:
    """Yield where the sentences of a paragraph end; one without an end for very long is cut between clauses.

    Each number looks at all that stands before it in its sentence.
    """
    layout = rules.layout
    at = start
    for end in [*(found.end() for found in layout.sentence.finditer(text, start, stop)), stop]:
        while end - at > _LONGEST_SENTENCE:
            cut = layout.clause.search(text, at + _LONGEST_SENTENCE, end)
            if cut is None:
                break
            at = cut.end()
            yield at
        at = end
        yield end


def _line_ends(text: str) -> list[int]:
    newline = "\n" if "\n" in text else "\r"
    ends, at = [], text.find(newline)
    while at >= 0:
        ends.append(at)
        at = text.find(newline, at + 1)
    return ends
