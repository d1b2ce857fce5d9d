"""Owners: which bodies answer for a number, and who speaks."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter, itemgetter
from typing import TYPE_CHECKING

from ..rules.marks import MARKS, PLAIN, TIME
from ..text.fold import fold, simplify
from .duty_tags import tag_bodies

if TYPE_CHECKING:
    from ..rules.ruleset import RuleSet
    from ..text.clean import CleanText
    from .clauses import Clause
    from .outline import Paragraph

_NAME = frozenset(
    MARKS[name]
    for name in ("n", "work", "bare", "up", "down", "link", "and", "of", "at", "loose", "deliver", "grow", "each")
)
_PASSED = frozenset(MARKS[name] for name in ("T", "Y"))
_ACTS = frozenset(
    MARKS[name]
    for name in (
        "will",
        "adverb",
        "take",
        "deliver",
        "work",
        "new",
        "attain",
        "arrange",
        "give",
        "each",
        "loose",
        "Y",
        "T",
        "keep",
    )
)
#: A body does something at a time (市教育局于2026年…, 教育部自明年起…).
_DATED = frozenset(MARKS[name] for name in ("at", "from"))
#: A line with a speaker's name is short.
_LONGEST_LINE = 80
#: How many paragraphs behind a task its tag may stand on a line of its own.
_REACH = 6


#: How far before its verb an attribution can begin.
_LONGEST_TITLES = 90
#: How far back the opening of a quotation is looked for, in characters.
_LONGEST_QUOTATION = 4000
#: How far the next quotation opens behind the end of the one that it goes on with.
_SIDE_BY_SIDE = 2


@dataclass(frozen=True, slots=True)
class Voice:
    """A body that speaks, and the person who speaks for it."""

    body: str
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """Words attributed to a voice: where the attribution stands, where the quotation before it opens (None if it
    follows none), and whether it leads what is said behind it.
    """

    start: int
    end: int
    quote: int | None
    leads: bool
    voice: Voice


class Owners:
    """Finds the owners of the numbers of one document."""

    def __init__(
        self, clean: CleanText, paragraphs: list[Paragraph], body: str | None, rules: RuleSet, place: str = ""
    ) -> None:
        """``body`` is the issuing body given from outside, or None to take it from the text.

        ``place`` is the document's own place, folded, if that is known: its bodies are named without it.
        """
        self._text = clean.match
        self._shown = clean.shown
        self._paragraphs = paragraphs
        self._rules = rules.bodies
        self._opened = frozenset(rules.layout.opened_by.values())
        self._closed = frozenset(rules.layout.opened_by)
        self._starts = rules.layout.starts
        self._given = body
        self._place = place
        self._given_folded = simplify(fold(body), rules.layout.letters) if body else ""
        self._has_tags = any(
            tag.search(clean.match) is not None for tag in (rules.bodies.tag, rules.bodies.roles_before)
        )
        self._said: dict[int, list[Attribution]] = {}
        self._tags: dict[int, list[tuple[int, tuple[str, ...]]]] = {}
        self._names: dict[str, str] = {}
        self._sections = self._voices_of_sections()
        #: What named the last owner that was asked for: tag, attribution, subject, section, given, or nothing.
        self.by = ""

    @property
    def issuer(self) -> str | None:
        """The body that issues the document: the given one, or the only one that speaks in it, or None."""
        if self._given:
            return self._given
        bodies = {voice.body for voice in self._sections if voice is not None and voice.body}
        return self._named(bodies.pop()) if len(bodies) == 1 else None

    def of(self, number: int, position: int, clauses: list[Clause]) -> tuple[tuple[str, ...], str | None]:
        """Return (owners, speaker) for the number at ``position`` of paragraph ``number``.

        ``clauses`` are those of its sentence up to the number's own.
        """
        tagged = self._tagged(number, position)
        if tagged:
            self.by = "tag"
            return tuple(map(self._named, tagged)), None
        voice = self._attributed(number, position)
        self.by = "attribution"
        if voice is None:
            subject = self._subject(clauses)
            section = self._sections[number]
            if subject is not None:
                self.by = "subject"
                return (self._named(subject),), section.speaker if section is not None else None
            voice = section
            self.by = "section"
        if voice is None:
            self.by = "given" if self._given else ""
            return ((self._given,) if self._given else ()), None
        if self._given and voice.body and self._given_folded.endswith(voice.body):
            return (self._given,), voice.speaker
        return ((self._named(voice.body),) if voice.body else ()), voice.speaker

    # Tags -----------------------------------------------------------------------------------------------------------

    def _tagged(self, number: int, position: int) -> tuple[str, ...]:
        """Return the bodies of the next tag behind ``position`` in its paragraph, or on the lines below its task."""
        if not self._has_tags:
            return ()
        tags = self._tags_of(number)
        behind = bisect_left(tags, position, key=itemgetter(0))
        if behind < len(tags):
            return tags[behind][1]
        for following in range(number + 1, min(number + 1 + _REACH, len(self._paragraphs))):
            paragraph = self._paragraphs[following]
            if self._rules.tag_line.match(self._text, paragraph.start, paragraph.end):
                tags = self._tags_of(following)
                return tags[0][1] if tags else ()
            if paragraph.numbered or paragraph.level or self._tags_of(following):
                break
        return ()

    def _tags_of(self, number: int) -> list[tuple[int, tuple[str, ...]]]:
        if number not in self._tags:
            paragraph = self._paragraphs[number]
            brackets = self._rules.tag.finditer(self._text, paragraph.start, paragraph.end)
            found = [(tag.start(), tag_bodies(tag["tag"], self._rules)) for tag in brackets]
            line = None if found else self._rules.tag_line.match(self._text, paragraph.start, paragraph.end)
            if line is not None:
                found = [(paragraph.start, tag_bodies(line.group(), self._rules))]
            self._tags[number] = [tag for tag in found if tag[1]]
        return self._tags[number]

    # Speakers -------------------------------------------------------------------------------------------------------

    def _voices_of_sections(self) -> list[Voice | None]:
        """Return, for each paragraph, the voice of the line above it that names a speaker or a body."""
        voices: list[Voice | None] = []
        current: Voice | None = None
        # The level of the heading that names a body, and the voice before it.
        headed: tuple[int, Voice | None] | None = None
        for paragraph in self._paragraphs:
            if self._rules.resets.match(self._text, paragraph.start, paragraph.end):
                current, headed = None, None
            if headed is not None and 0 < paragraph.level <= headed[0]:
                current, headed = headed[1], None
            body = self._body_of_heading(paragraph) if paragraph.level and paragraph.marker else ""
            if body:
                current, headed = Voice(body), (paragraph.level, current)
            elif paragraph.end - paragraph.start <= _LONGEST_LINE:
                current = self._voice_of_line(paragraph.start, paragraph.end) or current
            voices.append(current)
        return voices

    def _body_of_heading(self, paragraph: Paragraph) -> str:
        """Return the body that a numbered heading names and nothing else (三、市教育局; 一、财政局报告), or ''."""
        start = self._behind_number(paragraph.start, paragraph.end)
        found = self._rules.headed.fullmatch(self._text, start, paragraph.end)
        return found["body"] if found is not None and self._is_body(found["body"]) else ""

    def _voice_of_line(self, start: int, end: int) -> Voice | None:
        text = self._text[start:end]
        if any(mark in text for mark in "。；;!！?？"):
            return None
        named = self._rules.named.fullmatch(text)
        if named is not None and (named["name"] or text[-1] in ":："):
            return self._voice(named["title"], named["name"])
        alone = self._rules.alone.fullmatch(text)
        return Voice(alone["body"]) if alone is not None and self._is_body(alone["body"]) else None

    def _voice(self, titles: str, name: str | None) -> Voice | None:
        """Return the body that the holder of ``titles`` heads: of several the one with an executive post."""
        department: str | None = None
        office: str | None = None
        other: str | None = None
        for holder in self._rules.holder.finditer(titles):
            body = (
                self._rules.openings.sub("", holder["body"], count=1)
                if self._rules.openings.match(holder["body"])
                else holder["body"]
            )
            whole = self._rules.whole_body.match(body)
            body = whole.group() if whole is not None else body
            posts = self._rules.posts.findall(holder["posts"])
            for post in posts:
                government = self._rules.governments.get(post)
                if post in self._rules.executive or government is not None:
                    if government is not None and not body.endswith(tuple(self._rules.governments.values())):
                        is_place = self._rules.place.fullmatch(body) is not None
                        if is_place or not self._is_body(body):
                            body += government if body.endswith(post[-2]) else post[-2] + government
                    if self._rules.party.match(body):
                        office = office or body
                    else:
                        department = department or body
                else:
                    other = other or body
        body = department or office or other
        if not body or not self._is_body(body) or not self._is_named_body(body):
            return None
        return Voice(body, self._printed(name.replace(" ", "")) if name else None)

    def _attributed(self, number: int, position: int) -> Voice | None:
        """Return the voice to which the words at ``position`` are attributed, before them or after them."""
        said = self._said_in(number)
        if not said:
            return None
        index = bisect_left(said, position, key=attrgetter("start"))
        quote = said[index].quote if index < len(said) else None
        if quote is not None and quote <= position:
            return said[index].voice
        earlier = (said[at] for at in range(index - 1, -1, -1))
        before = next(
            (one for one in earlier if one.end <= position and (one.leads or self._goes_on(one, position))), None
        )
        return before.voice if before is not None else None

    def _goes_on(self, one: Attribution, position: int) -> bool:
        """Say whether a quotation that holds ``position`` opens right behind the attribution (…，”局长说。“…)."""
        opening = next((at for at in range(one.end, one.end + 3) if self._text[at : at + 1] in self._opened), None)
        return opening is not None and self._opened_at(position, opening) == opening

    def _opened_at(self, position: int, first: int) -> int | None:
        """Return where the outermost quotation opens that is open at ``position``, reading from ``first``.

        Quotations side by side (“…”“…”) are one.
        """
        depth, opening, end = 0, None, first - _LONGEST_QUOTATION
        first = max(first, position - _LONGEST_QUOTATION)
        for at in range(first, position):
            if self._text[at] in self._opened:
                opening = at if depth == 0 and at - end > _SIDE_BY_SIDE else opening
                depth += 1
            elif self._text[at] in self._closed and depth:
                depth -= 1
                end = at
        return opening if depth else None

    def _said_in(self, number: int) -> list[Attribution]:
        if number not in self._said:
            paragraph = self._paragraphs[number]
            found = (
                self._attribution(paragraph, *says.span())
                for says in self._rules.says.finditer(self._text, paragraph.start, paragraph.end)
            )
            self._said[number] = [one for one in found if one is not None]
        return self._said[number]

    def _attribution(self, paragraph: Paragraph, start: int, end: int) -> Attribution | None:
        """Return the attribution whose verb stands from ``start`` to ``end``, if a body or its head is its subject."""
        text = self._text
        colon = text[start] == ":"
        if colon and self._rules.said.search(text, max(paragraph.start, start - _LONGEST_LINE // 4), start) is not None:
            # 局长李明华说:“…”: the verb has said it.
            return None
        manner = self._rules.manner.match(text, max(paragraph.start, start - 24), start)
        start = manner.start() if manner is not None else start
        first = max(paragraph.start, start - _LONGEST_TITLES)
        begin = max(first, *(text.rfind(mark, first, start) + 1 for mark in "。;；!！?？:：”’…"))
        if begin == start or (colon and start - begin > _LONGEST_LINE // 2):
            return None
        titles = text[begin:start]
        voice = None
        if self._rules.posts.search(titles) is not None:
            named = self._rules.named.fullmatch(titles) or (None if colon else self._rules.named.match(titles))
            if named is not None and len(titles) - named.end("title") <= 12:
                rest = titles[named.end("title") :].strip()
                voice = self._voice(named["title"], rest if 2 <= len(rest) <= 4 else None)
        if voice is None and colon:
            # 市教育局:新增…; other words before a colon are no speaker.
            alone = self._rules.alone.match(text, begin, end)
            if alone is None or not self._is_body(alone["body"]):
                return None
            voice = Voice(alone["body"])
        if voice is None:
            plain = self._rules.speaker.search(self._rules.openings.sub("", titles, count=1))
            if plain is None or not self._is_body(plain["body"]):
                return None
            voice = Voice(plain["body"])
        ended = text[end : end + 1] in ("", "。", "\n", "!", "！") or end >= paragraph.end
        quote = None
        behind = begin
        while behind > paragraph.start and text[behind - 1] == "…":
            behind -= 1
        if (
            behind - 1 > paragraph.start
            and text[behind - 1] in self._closed
            and (ended or behind < begin or not text[behind - 2].isalnum())
        ):
            quote = self._opened_at(behind - 1, paragraph.start)
        return Attribution(begin, end, quote, not ended or quote is None, voice)

    # Subjects -------------------------------------------------------------------------------------------------------

    def _subject(self, clauses: list[Clause]) -> str | None:
        """Return the body that stands as the subject at the head of a clause, the nearest to the number first."""
        for clause in reversed(clauses):
            if clause.subject is None:
                clause.subject = self._head(clause) or ""
            if clause.subject:
                return clause.subject
        return None

    def _head(self, clause: Clause) -> str | None:
        marks, spans = clause.marks, clause.spans
        first = 0
        while first < len(marks) and marks[first] in _PASSED:
            first += 1
        last = first
        while last < len(marks) and marks[last] in _NAME:
            last += 1
        for behind in range(last, first, -1):
            if behind == len(marks):
                continue
            mark = marks[behind]
            if mark in _ACTS or (mark in _DATED and marks[behind + 1 : behind + 2] == TIME):
                start, end = max(spans[first][0], self._behind_number(clause.start, clause.end)), spans[behind - 1][1]
                found = self._rules.subject.fullmatch(self._text, start, end)
                if found is None and behind == first + 1 and marks[first] == PLAIN:
                    found = self._rules.place.fullmatch(self._text, start, end)
                if found is not None and self._is_body(found.group()):
                    return found.group()
        return None

    def _behind_number(self, start: int, end: int) -> int:
        """Return where what begins at ``start`` begins behind the number of a point, which few have."""
        first = self._text[start]
        mark = self._starts.match(self._text, start, end) if first.isnumeric() or first == "(" else None
        head = start if mark is None else mark.end()
        while self._text[head : head + 1] == " ":
            head += 1
        return head

    # Names ----------------------------------------------------------------------------------------------------------

    def _is_body(self, name: str) -> bool:
        return len(name) > 1 and name not in self._rules.own and not name.endswith(self._rules.never)

    def _is_named_body(self, name: str) -> bool:
        """Say whether ``name`` has the form of a body's or a place's name, not of a person's."""
        return any(
            pattern.fullmatch(name) is not None
            for pattern in (self._rules.whole_body, self._rules.place, self._rules.subject)
        )

    def _named(self, body: str) -> str:
        """Return ``body`` in full where the text has it in full, without the place where all are of one place."""
        # Each name is looked for in the whole text, once.
        if body not in self._names:
            self._names[body] = self._name_in_text(body)
        return self._names[body]

    def _name_in_text(self, body: str) -> str:
        for short, full in self._rules.full.items():
            if body.endswith(short) and not body.endswith(full) and body[: -len(short)] + full in self._text:
                body = body[: -len(short)] + full
            elif body.endswith(full) and body not in self._text and body[: -len(full)] + short in self._text:
                # Where the text never says it in full (市政府), it has no other name.
                body = body[: -len(full)] + short
        prefix = self._rules.prefix.match(body)
        if prefix is not None and (len(self._places) <= 1 or prefix.group() in self._place):
            body = body[prefix.end() :]
        return self._printed(body)

    def _printed(self, name: str) -> str:
        """Return the folded ``name`` as the text prints it."""
        at = self._text.find(name)
        return self._shown[at : at + len(name)] if at >= 0 else name

    @cached_property
    def _places(self) -> frozenset[str]:
        """The names of the places whose bodies the text names."""
        return frozenset(found["name"] for found in self._rules.places.finditer(self._text))
