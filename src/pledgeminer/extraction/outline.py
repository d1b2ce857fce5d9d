"""The outline of a document: its headings, its sections of review and plan, and the lead-ins that govern lists."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from ..rules.ruleset import RuleSet

Mode = Literal["review", "plan"]

#: What words and times of a span say; see :func:`outline`.
Lean = Callable[[int, int], float]
Tenses = Callable[[int, int], set[str]]

_LONGEST_HEADING = 48
#: A sentence that opens a list or chapters is not longer.
_LONGEST_LEAD = 150
#: The level of a short line that looks like a title but carries no number.
_TITLE = 9
#: How far the words of a lead-in must lean to one side to settle what its list is.
_CLEAR = 2.0


@dataclass(slots=True)
class Lead:
    """A sentence that introduces a list or chapters; its time and its aspiration govern the numbers under it."""

    start: int
    end: int
    aspiring: bool


@dataclass(slots=True)
class Paragraph:
    """A paragraph of the cleaned text: where it is, its level as a heading (0 for none), and what governs it.

    ``marker`` is the level of the heading mark that it begins with, though it may run on into prose (0 for none).
    """

    start: int
    end: int
    level: int
    item: bool
    marker: int
    mode: Mode | None = None
    named: bool = False
    leads: tuple[Lead, ...] = ()

    @property
    def numbered(self) -> bool:
        """Whether it is a point of a list or a numbered chapter."""
        return self.item or self.marker > 1


@dataclass(slots=True)
class _Scope:
    """A lead that is open: over the items of a list, or over the chapters down to the next heading of ``level``."""

    lead: Lead
    level: int
    listed: bool
    marked: bool = False

    def holds(self, paragraph: Paragraph) -> bool:
        if paragraph.level and paragraph.level <= self.level:
            return False
        if not self.listed:
            return True
        if paragraph.item:
            self.marked = True
            return True
        return not self.marked and not paragraph.level


@dataclass(slots=True)
class _Section:
    """A review or a plan that is open: the level it stands at, and what opened it."""

    level: int
    mode: Mode
    by: Literal["heading", "lead", "list"]


def outline(text: str, spans: list[tuple[int, int]], lean: Lean, tenses: Tenses, rules: RuleSet) -> list[Paragraph]:
    """Return the paragraphs ``spans`` of folded ``text`` with their sections and lead-ins.

    ``lean`` says of a span whether its words speak of what was done (below 0) or of what is to be done (above 0),
    ``tenses`` which tenses its times have.
    """
    paragraphs = [_paragraph(text, start, end, rules) for start, end in spans]
    sections: list[_Section] = []
    scopes: list[_Scope] = []
    level = 1
    for index, paragraph in enumerate(paragraphs):
        following = paragraphs[index + 1] if index + 1 < len(paragraphs) else None
        marked = paragraph.level or paragraph.marker
        if marked:
            # A heading ends what stood under those of its level; a new title ends all that lead-ins opened.
            level = marked if marked < _TITLE else level
            sections = [
                section
                for section in sections
                if section.level < marked and (section.by == "heading" or not paragraph.level)
            ]
        if not paragraph.item:
            sections = [section for section in sections if section.by != "list"]
        if paragraph.level:
            mode = _mode(text[paragraph.start : paragraph.end], tenses(paragraph.start, paragraph.end), rules)
            if mode is not None:
                sections = [section for section in sections if section.level < paragraph.level]
                sections.append(_Section(paragraph.level, mode, "heading"))
        scopes = [scope for scope in scopes if scope.holds(paragraph)]
        paragraph.leads = tuple(scope.lead for scope in scopes)
        if sections:
            paragraph.mode, paragraph.named = sections[-1].mode, sections[-1].by == "heading"
        if not paragraph.level:
            opened = _open(text, paragraph, following, level, scopes, lean, tenses, rules)
            # What a heading calls a review stays one, whatever plans are quoted in it.
            if opened is not None and not any(
                section.by == "heading" and section.mode == "review" for section in sections
            ):
                sections = [*(section for section in sections if section.level <= level), opened]
    return paragraphs


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


def _mode(heading: str, times: set[str], rules: RuleSet) -> Mode | None:
    plan, review = rules.kinds.plan_section.search(heading), rules.kinds.review_section.search(heading)
    if times and times <= {"past", "since"}:
        return "review"
    if plan is None and review is None:
        return None
    # Where a heading has both (2023年工作回顾和2024年工作安排), what follows first is the review.
    return "plan" if review is None else "review"


def _open(
    text: str,
    paragraph: Paragraph,
    following: Paragraph | None,
    level: int,
    scopes: list[_Scope],
    lean: Lean,
    tenses: Tenses,
    rules: RuleSet,
) -> _Section | None:
    """Open the lead that the last sentence of ``paragraph`` is, if it is one; return the section that it opens."""
    start, end = paragraph.start, paragraph.end
    kinds = rules.kinds
    colon = text[end - 1] == ":"
    if not colon and (following is None or (not following.item and not following.marker)):
        return None
    body = text[start:end].rstrip("。:")
    last = start + max((body.rfind(mark) for mark in "。！？!?"), default=-1) + 1
    sentence = text[last:end]
    short = len(sentence) <= _LONGEST_LEAD
    review = kinds.review_lead.search(sentence) if short else None
    plan = kinds.plan_lead.search(sentence) if short else None
    listed = (
        following is not None
        and following.item
        and (colon or not paragraph.item or paragraph.marker != following.marker)
    )
    if plan is not None or colon or listed:
        lead = Lead(start if colon else last, end, kinds.aspiring_lead.search(sentence) is not None)
        chapter = following is not None and 0 < following.level < _TITLE
        numbered = chapter or (following is not None and plan is not None and following.marker > 0)
        chapters = numbered or (plan is not None and not colon and not listed)
        scopes.append(_Scope(lead, level, not chapters))
    if review is not None:
        return _Section(level + 1, "review", "lead")
    if plan is not None:
        return _Section(level + 1, "plan", "lead")
    if not listed:
        return None
    times, weight = tenses(last, end), lean(last, end)
    if (times and times <= {"past", "since"}) or weight < -_CLEAR:
        return _Section(level + 1, "review", "list")
    return _Section(level + 1, "plan", "list") if weight > _CLEAR else None
