"""The outline of a document: its headings, its sections of review and plan, and the lead-ins that govern lists."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from .genre import genre_of
from .model import Lead, Outline, Paragraph

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..rules.ruleset import RuleSet
    from .model import Mode
    from .reading import Reading

_LONGEST_HEADING = 48
#: A sentence that opens a list or chapters is not longer.
_LONGEST_LEAD = 150
#: The level of a short line that looks like a title but carries no number.
_TITLE = 9
#: How far the words of a lead-in must lean to one side to settle what its list is.
_CLEAR = 2.0
#: The lead-ins that are open at one time; each of its paragraphs holds them all, and no sound document has as many.
_MOST_OPEN = 20


@dataclass(frozen=True, slots=True)
class _Scope:
    """A lead that is open: over the items of a list, or over the chapters down to the next heading of ``level``.

    ``marked`` says that the list has items with marks, so that a paragraph without one ends it.
    """

    lead: Lead
    level: int
    listed: bool
    marked: bool = False

    def over(self, paragraph: Paragraph) -> _Scope | None:
        """Return the scope as it is over ``paragraph``, or None where it has ended."""
        if paragraph.level and paragraph.level <= self.level:
            return None
        if not self.listed:
            return self
        if paragraph.item:
            return replace(self, marked=True)
        return None if self.marked or paragraph.level else self


@dataclass(frozen=True, slots=True)
class _Section:
    """A review or a plan that is open: the level it stands at, and what opened it."""

    level: int
    mode: Mode
    by: Literal["heading", "lead", "list"]


def outline(reading: Reading) -> Outline:
    """Return the paragraphs of the document with their sections and lead-ins, and what it is as a whole."""
    bare = [_paragraph(reading.text, start, end, reading.rules) for start, end in reading.clean.paragraphs]
    paragraphs: list[Paragraph] = []
    sections: tuple[_Section, ...] = ()
    scopes: tuple[_Scope, ...] = ()
    level = 1
    for index, paragraph in enumerate(bare):
        following = bare[index + 1] if index + 1 < len(bare) else None
        marked = paragraph.level or paragraph.marker
        if marked:
            level = marked if marked < _TITLE else level
        sections = _sections_at(paragraph, sections, reading)
        scopes = tuple(still for scope in scopes if (still := scope.over(paragraph)) is not None)
        paragraphs.append(_governed(paragraph, sections, scopes))
        if paragraph.level:
            continue
        scope, opened = _opened(reading, paragraph, following, level)
        if scope is not None:
            scopes = (*scopes, scope)[-_MOST_OPEN:]
        # What a heading calls a review stays one, whatever plans are quoted in it.
        if opened is not None and not _reviewed(sections):
            sections = (*(section for section in sections if section.level <= level), opened)
    return Outline(tuple(paragraphs), genre_of(reading, bare))


def _reviewed(sections: Iterable[_Section]) -> bool:
    return any(section.by == "heading" and section.mode == "review" for section in sections)


def _governed(paragraph: Paragraph, sections: tuple[_Section, ...], scopes: tuple[_Scope, ...]) -> Paragraph:
    """Return ``paragraph`` under the ``sections`` and the lead-ins that are open."""
    if not sections and not scopes:
        return paragraph
    section = sections[-1] if sections else None
    return Paragraph(
        paragraph.start,
        paragraph.end,
        paragraph.level,
        paragraph.item,
        paragraph.marker,
        section.mode if section is not None else None,
        section is not None and section.by == "heading",
        tuple(scope.lead for scope in scopes),
    )


def _sections_at(paragraph: Paragraph, sections: tuple[_Section, ...], reading: Reading) -> tuple[_Section, ...]:
    """Return those of the open ``sections`` that hold for ``paragraph``, with that which it opens as a heading."""
    marked = paragraph.level or paragraph.marker
    if marked:
        # A heading ends what stood under those of its level; a new title ends all that lead-ins opened.
        sections = tuple(
            section
            for section in sections
            if section.level < marked and (section.by == "heading" or not paragraph.level)
        )
    if not paragraph.item:
        sections = tuple(section for section in sections if section.by != "list")
    if paragraph.level:
        mode = _mode(reading, paragraph)
        if mode is not None:
            over = (section for section in sections if section.level < paragraph.level)
            sections = (*over, _Section(paragraph.level, mode, "heading"))
    return sections


def _paragraph(text: str, start: int, end: int, rules: RuleSet) -> Paragraph:
    layout = rules.layout
    item = layout.item.match(text, start, end) is not None
    marker = _marker(text, start, end, rules)
    level = 0
    if end - start <= _LONGEST_HEADING and text[end - 1] not in layout.sentence_ends:
        level = marker
        if level == 0 and not item and text[end - 1] not in ":…" and not layout.prose.search(text, start, end):
            level = 0 if layout.dateline.fullmatch(text, start, end) else _TITLE
    return Paragraph(start, end, level, item, marker)


def _marker(text: str, start: int, end: int, rules: RuleSet) -> int:
    """Return the level of the heading mark that the paragraph begins with, 0 for none."""
    found = rules.layout.mark.match(text, start, end)
    return 0 if found is None else rules.layout.levels[found.lastgroup or ""]


def _mode(reading: Reading, heading: Paragraph) -> Mode | None:
    text, kinds = reading.text[heading.start : heading.end], reading.rules.kinds
    if _over(reading.tenses(heading.start, heading.end)):
        return "review"
    review = kinds.review_section.search(text)
    if review is None and kinds.plan_section.search(text) is None:
        return None
    # Where a heading has both (2023年工作回顾和2024年工作安排), what follows first is the review.
    return "plan" if review is None else "review"


def _over(tenses: set[str]) -> bool:
    """Say whether there are ``tenses`` and all look back."""
    return bool(tenses) and tenses <= {"past", "since"}


def _opened(
    reading: Reading, paragraph: Paragraph, following: Paragraph | None, level: int
) -> tuple[_Scope | None, _Section | None]:
    """Return the scope and the section that the last sentence of ``paragraph`` opens; None for what it does not."""
    text, start, end = reading.text, paragraph.start, paragraph.end
    kinds = reading.rules.kinds
    colon = text[end - 1] == ":"
    if not colon and (following is None or (not following.item and not following.marker)):
        return None, None
    body = text[start:end].rstrip("。:")
    last = start + max((body.rfind(mark) for mark in "。！？!?"), default=-1) + 1
    sentence = text[last:end]
    short = len(sentence) <= _LONGEST_LEAD
    review = short and kinds.review_lead.search(sentence) is not None
    plan = short and kinds.plan_lead.search(sentence) is not None
    listed = (
        following is not None
        and following.item
        and (colon or not paragraph.item or paragraph.marker != following.marker)
    )
    scope = None
    if plan or colon or listed:
        begin = start if colon else last
        lead = Lead(begin, end, kinds.aspiring_lead.search(sentence) is not None, reading.lead_time(begin, end))
        scope = _Scope(lead, level, not _opens_chapters(following, plan, colon or listed))
    if review or plan:
        return scope, _Section(level + 1, "review" if review else "plan", "lead")
    mode = _mode_of_list(reading, last, end) if listed else None
    return scope, None if mode is None else _Section(level + 1, mode, "list")


def _opens_chapters(following: Paragraph | None, plan: bool, lists: bool) -> bool:
    """Say whether a lead-in opens the chapters that follow it, and not a list alone."""
    if plan and not lists:
        return True
    return following is not None and (0 < following.level < _TITLE or (plan and following.marker > 0))


def _mode_of_list(reading: Reading, start: int, end: int) -> Mode | None:
    """Return what the list is that the sentence from ``start`` to ``end`` opens, by its times and its words."""
    weight = reading.lean(start, end)
    if _over(reading.tenses(start, end)) or weight < -_CLEAR:
        return "review"
    return "plan" if weight > _CLEAR else None
