"""The text of one paragraph of a DOCX file, as it is seen when all tracked changes are accepted."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from .names import Element, attribute, child, kind, switched, value
from .styles import Styles
from .symbols import symbol

_PRIVATE = re.compile("[\uf020-\uf0ff]")
# In the file's text these are blanks; the marks of a tab and of a new line are elements.
_BREAKS = re.compile(r"[\t\r\n\u2028\u2029\x85]+")
_RAISED = str.maketrans("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")
_SIGNS = {
    "tab": " ",
    "ptab": " ",
    "br": "\n",
    "cr": "\n",
    "noBreakHyphen": "-",
}
# What stands in these is seen as it is; so is all of a formula but its properties.
_THROUGH = frozenset(
    {"ins", "moveTo", "hyperlink", "smartTag", "customXml", "fldSimple", "dir", "bdo", "ruby", "rubyBase", "sdtContent"}
)
_BOXES = frozenset({"drawing", "pict", "object"})


@dataclass
class Field:
    """A field (17.16): its instruction, and whether its result has begun."""

    instruction: list[str] = field(default_factory=list)
    shows: bool = False

    @property
    def is_contents(self) -> bool:
        """Whether the field is the table of contents."""
        return "".join(self.instruction).split(maxsplit=1)[:1] == ["TOC"]


@dataclass
class Paragraph:
    """What was read of a paragraph: its text, the notes that it refers to, its text boxes.

    A note is ``footnote`` or ``endnote`` and its id. ``contents`` counts the tables of contents that begin (1) or
    end (-1) in it, in order.
    """

    pieces: list[str] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    contents: list[int] = field(default_factory=list)


class Inline:
    """Reads paragraphs one after the other; a field may go on from one to the next."""

    def __init__(self, styles: Styles, counts: Counter[str]) -> None:
        self._styles = styles
        self._counts = counts
        self._fields: list[Field] = []
        self._instructions = 0  # how many of the fields are still at their instruction, which is not seen

    def read(self, element: Element, into: Paragraph, *, hidden: bool) -> None:
        """Add to ``into`` what the paragraph ``element`` shows; ``hidden`` is what its style says of its text."""
        self._content(element, into, hidden)
        if self._instructions:
            # An instruction ends with its paragraph; one that does not is damaged, and must not hide all that follows.
            first = next(place for place, one in enumerate(self._fields) if not one.shows)
            del self._fields[first:]
            self._instructions = 0

    def _content(self, element: Element, into: Paragraph, hidden: bool) -> None:
        for one in element:
            name = kind(one)
            if name == "r":
                self._run(one, into, hidden)
            elif name in _THROUGH:
                if name == "ins":
                    self._counts["tracked change"] += 1
                self._content(one, into, hidden)
            elif name == "sdt":
                if not switched(child(one, "sdtPr"), "showingPlcHdr"):
                    self._content(one, into, hidden)
            elif name in ("del", "moveFrom"):
                self._counts["tracked change"] += 1
            elif name == "mc:AlternateContent":
                self._content(chosen(one), into, hidden)
            elif name == "m:f":
                self._fraction(one, into, hidden)
            elif name == "m:t":
                self._show(one.text or "", into, hidden)
            elif name == "m:sup":
                self._raised(one, into, hidden)
            elif name.startswith("m:") and not name.endswith("Pr"):
                self._content(one, into, hidden)

    def _run(self, run: Element, into: Paragraph, hidden: bool) -> None:
        properties = child(run, "rPr")
        if properties is not None and not len(properties):
            properties = None
        if properties is not None:
            hidden = self._is_hidden(properties, hidden)
        for one in run:
            name = kind(one)
            if name == "t":
                text = one.text
                if text:
                    text = _BREAKS.sub(" ", text)
                    self._show(text if properties is None else _as_seen(text, properties), into, hidden)
            elif name in _SIGNS:
                self._show(_SIGNS[name], into, hidden)
            elif name == "fldChar":
                self._field(attribute(one, "fldCharType"), into)
            elif name == "instrText":
                if self._fields and not self._fields[-1].shows:
                    self._fields[-1].instruction.append(one.text or "")
            elif name == "sym":
                self._symbol(one, into, hidden)
            elif name in ("footnoteReference", "endnoteReference"):
                if not hidden:
                    into.notes.append((name.removesuffix("Reference"), attribute(one, "id") or ""))
                if attribute(one, "customMarkFollows") in ("1", "true", "on"):
                    return  # what follows in the run is the mark
            elif name in _BOXES:
                self._boxes(one, into, hidden)
            elif name == "ruby":
                self._content(one, into, hidden)
            elif name == "mc:AlternateContent":
                self._run(chosen(one), into, hidden)

    def _is_hidden(self, properties: Element, hidden: bool) -> bool:
        said = switched(properties, "vanish")
        if said is not None:
            return said
        style = value(properties, "rStyle")
        return hidden if style is None else hidden or self._styles.hidden(style)

    def _show(self, text: str, into: Paragraph, hidden: bool) -> None:
        if hidden:
            self._counts["hidden passage"] += 1
        elif not self._instructions:
            into.pieces.append(text)

    def _field(self, mark: str | None, into: Paragraph) -> None:
        if mark == "begin":
            self._fields.append(Field())
            self._instructions += 1
        elif mark == "separate" and self._fields and not self._fields[-1].shows:
            self._begin_result(self._fields[-1], into)
        elif mark == "end" and self._fields:
            ended = self._fields.pop()
            if not ended.shows:
                self._instructions -= 1
            elif ended.is_contents:
                into.contents.append(-1)
                # What the paragraph showed so far was the last line of the table of contents.
                into.pieces.clear()

    def _begin_result(self, begun: Field, into: Paragraph) -> None:
        begun.shows = True
        self._instructions -= 1
        if begun.is_contents:
            into.contents.append(1)

    def _symbol(self, element: Element, into: Paragraph, hidden: bool) -> None:
        code = attribute(element, "char") or ""
        sign = symbol(int(code, 16), attribute(element, "font")) if re.fullmatch("[0-9A-Fa-f]{1,6}", code) else ""
        if sign:
            self._show(sign, into, hidden)
        else:
            self._counts["sign of an unknown font"] += 1

    def _boxes(self, element: Element, into: Paragraph, hidden: bool) -> None:
        if hidden:
            return
        waiting = [element]
        while waiting:
            one = waiting.pop()
            name = kind(one)
            if name == "txbxContent":
                into.boxes.append(one)
            elif name == "mc:AlternateContent":
                waiting.extend(chosen(one))
            else:
                if name == "a:graphicData":
                    self._graphic(one)
                waiting.extend(reversed(one))

    def _graphic(self, element: Element) -> None:
        last = (element.get("uri") or "").rpartition("/")[2]
        if last in ("chart", "chartex"):
            self._counts["chart"] += 1
        elif last == "diagram":
            self._counts["diagram"] += 1
        elif last == "picture":
            self._counts["picture"] += 1

    def _fraction(self, element: Element, into: Paragraph, hidden: bool) -> None:
        for place, one in enumerate(part for part in element if kind(part) in ("m:num", "m:den")):
            if place:
                self._show("/", into, hidden)
            self._content(one, into, hidden)

    def _raised(self, element: Element, into: Paragraph, hidden: bool) -> None:
        above = Paragraph()
        self._content(element, above, hidden)
        into.pieces.append("".join(above.pieces).translate(_RAISED))


def chosen(alternatives: Element) -> Iterable[Element]:
    """Return the one of several forms of the same (``mc:AlternateContent``) to read: the newest, else nothing."""
    for name in ("mc:Choice", "mc:Fallback"):
        one = child(alternatives, name)
        if one is not None:
            return one  # type: ignore[no-any-return]
    return ()


def _as_seen(text: str, properties: Element) -> str:
    """Return a run's text with what its font and place make of it: a raised 2 is ², a box is no private character."""
    if _PRIVATE.search(text):
        font = attribute(child(properties, "rFonts"), "ascii")
        text = _PRIVATE.sub(lambda found: symbol(ord(found[0]), font) or found[0], text)
    if value(properties, "vertAlign") == "superscript":
        text = text.translate(_RAISED)
    return text
