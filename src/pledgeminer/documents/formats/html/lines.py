"""A parsed page as the lines that a person sees, and the boxes that they stand in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..signs import MARKER
from .boxes import Box, Layout, Line, letters
from .tables import Cell, Table, columns_of, is_data, rows_as_lines, rows_of

if TYPE_CHECKING:
    from turbohtml import Element, Node

# What is no text of the page: what is never shown, and what one types into or presses.
_LEFT_OUT = frozenset(
    {"head", "script", "style", "template", "noscript", "noframes", "noembed", "iframe", "object", "embed", "applet"}
    | {"audio", "video", "canvas", "svg", "map", "select", "option", "datalist", "textarea", "button", "input"}
    | {"rt", "rp", "rtc", "dialog", "progress", "meter"}
)
_BLOCKS = frozenset(
    {"html", "body", "address", "article", "aside", "blockquote", "caption", "center", "dd", "details", "dir", "div"}
    | {"dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header"}
    | {"hgroup", "hr", "legend", "li", "listing", "main", "marquee", "menu", "nav", "ol", "p", "plaintext", "pre"}
    | {"search", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "xmp"}
)
_KEEPING_LINES = frozenset({"pre", "listing", "plaintext", "xmp"})
_SCRIPT = "javascript:"
_LISTS = frozenset({"ol", "ul", "menu", "dir"})
_FILES = (".pdf", ".doc", ".docx", ".xls", ".xlsx", ".wps", ".et", ".ofd", ".rtf", ".zip", ".rar", ".ppt", ".pptx")

_NOT_SHOWN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
# What is struck out does not hold any more; a tag that was never closed would strike out the whole page.
_STRUCK = frozenset(("s", "del", "strike"))
_STRUCK_STYLE = re.compile(r"text-decoration[a-z-]*\s*:[^;]{0,80}line-through", re.I)
_LONGEST_STRUCK = 1000
_SHOWN_AS_BLOCK = re.compile(r"display\s*:\s*(?:block|flex|grid|table|list-item)\b", re.I)
_LINES_KEPT = re.compile(r"white-space\s*:\s*(?:pre|break-spaces)", re.I)
_NO_MARKER = re.compile(r"list-style(?:-type)?\s*:[^;:]{0,80}none", re.I)

_WIDE = "\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef“”‘’—…\U00020000-\U0003ffff"
# A line break of the source between two Chinese characters is none on the screen (CSS Text 3, 4.1.3).
_TORN = re.compile(rf"(?<=[{_WIDE}])[ \t\r\f]*\n[ \t\r\f\n]*(?=[{_WIDE}])")
_RUN = re.compile(r"[ \t\r\n\f]{2,}|[\t\r\n\f]")
_HARD_BLANK = re.compile("[\u00a0\u2000-\u200a\u202f\u205f]")
_UNSEEN = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad\x00-\x08\x0e-\x1f\x7f]")
# A raised number is not spread over more pieces of text.
_A_FEW = 8
_RAISED = str.maketrans("0123456789+-−n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻ⁿ")


def lay_out(root: Element, *, shown: Element | None = None) -> Layout:
    """Return the lines and boxes of the page under ``root``.

    What the page hides is left out, but for ``shown``, an element that is taken as shown. Takes time in proportion to
    the page.
    """
    walk = _Walk(shown)
    walk.run(root)
    return walk.layout


@dataclass(slots=True)
class _Open:
    """An element that has been entered: what is left of its children, and what is undone when it ends."""

    children: Iterator[Node]
    tag: str = ""
    box: Box | None = None
    link: bool = False
    kept: bool = False
    raised: int | None = None
    table: Table | None = None
    cell: Cell | None = None


class _Walk:
    """One walk through a page; it holds the line that is being put together."""

    def __init__(self, shown: Element | None) -> None:
        self.layout = Layout()
        self._shown = shown
        self._pieces: list[str] = []
        self._linked: list[str] = []
        self._links = 0
        self._target = ""
        self._lists = 0
        self._kept = 0
        self._letters = 0
        self._marker = ""
        # Line breaks since the last line, as <br> counts them; what parts paragraphs counts as two.
        self._breaks = 2
        self._tables: list[Table] = []
        self._box = Box("", "", None, 0)

    def run(self, root: Element) -> None:
        """Walk through ``root`` and all under it, without recursion."""
        from turbohtml import Element, Text

        stack = [self._enter(root, root.tag)]
        while stack:
            frame = stack[-1]
            child = next(frame.children, None)
            if child is None:
                self._leave(stack.pop())
            elif isinstance(child, Text):
                self._add(child.data)
            elif isinstance(child, Element):
                tag = child.tag
                if tag == "br":
                    self._end_line()
                    self._breaks += 1
                elif tag not in _LEFT_OUT and not self._is_hidden(child) and not _is_struck(child, tag):
                    stack.append(self._enter(child, tag))

    def _is_hidden(self, element: Element) -> bool:
        style = element.attr("style")
        hidden = (
            (style is not None and _NOT_SHOWN.search(style) is not None)
            or element.attr("hidden") is not None
            or element.attr("aria-hidden") == "true"
        )
        if hidden and element != self._shown:
            self.layout.hidden.append(element)
            return True
        return False

    def _enter(self, element: Element, tag: str) -> _Open:
        frame = _Open(iter(element), tag)
        style = element.attr("style") or ""
        if tag in _BLOCKS or (style and _SHOWN_AS_BLOCK.search(style)):
            self._end_line()
            self._breaks = 2
            names = f"{element.attr('class') or ''} {element.attr('id') or ''}"
            self._box = frame.box = Box(tag, names, self._box, len(self.layout.lines))
            self._enter_block(frame, element, tag, style)
        elif tag == "a":
            frame.link = _leads_away(element, in_list=self._lists > 0)
            self._links += frame.link
            self._target = element.attr("href") or _SCRIPT
        elif tag == "sup":
            frame.raised = len(self._pieces)
        if tag in _KEEPING_LINES or (style and _LINES_KEPT.search(style)):
            frame.kept = True
            self._kept += 1
        return frame

    def _enter_block(self, frame: _Open, element: Element, tag: str, style: str) -> None:
        if tag == "table":
            role = element.attr("role") in ("presentation", "none")
            ruled = (element.attr("border") or "0") != "0"
            frame.table = Table(len(self.layout.lines), len(self.layout.boxes), self._letters, ruled, role)
            self._tables.append(frame.table)
        elif tag == "tr" and self._tables:
            self._tables[-1].rows.append([])
        elif tag in ("td", "th") and self._tables and self._tables[-1].rows:
            columns, rows = columns_of(element.attr("colspan")), rows_of(element.attr("rowspan"))
            frame.cell = Cell(len(self.layout.lines), columns, rows)
            self._tables[-1].rows[-1].append(frame.cell)
            self._tables[-1].ruled |= tag == "th"
        elif tag == "caption" and self._tables:
            self._tables[-1].ruled = True
        elif tag in _LISTS:
            self._lists += 1
            first = element.attr("start") or ""
            self._box.counter = int(first) - 1 if re.fullmatch(r"-?\d{1,6}", first) else 0
            if _NO_MARKER.search(style):
                self._box.counter = -1_000_000
        elif tag == "li":
            self._marker = self._marker_of(element, style)

    def _marker_of(self, item: Element, style: str) -> str:
        """Return the number or mark that a browser puts before ``item``, in the list that it stands in."""
        around = self._box.parent
        if around is None or _NO_MARKER.search(style) or around.counter < -999_999:
            return ""
        if around.tag != "ol":
            return "• "
        number = item.attr("value") or ""
        around.counter = int(number) if re.fullmatch(r"-?\d{1,6}", number) else around.counter + 1
        return f"{around.counter}. "

    def _leave(self, frame: _Open) -> None:
        if frame.link:
            self._links -= 1
        if frame.raised is not None:
            self._raise(frame.raised)
        box = frame.box
        if box is not None:
            self._end_line()
            self._breaks = 2
            if frame.cell is not None:
                frame.cell.end = len(self.layout.lines)
            if frame.table is not None:
                self._end_table(frame.table, box)
            if frame.tag in _LISTS:
                self._lists -= 1
            if frame.tag == "li":
                self._marker = ""
            box.end = len(self.layout.lines)
            self.layout.boxes.append(box)
            assert box.parent is not None  # every box is made with one
            self._box = box.parent
        if frame.kept:
            self._kept -= 1

    def _end_table(self, table: Table, box: Box) -> None:
        self._tables.pop()
        lines, boxes = self.layout.lines, self.layout.boxes
        total = self._letters - table.before
        if total and is_data(table, lines, total):
            rows = rows_as_lines(table, lines, box)
            del lines[table.start :]
            del boxes[table.boxes :]
            lines.extend(rows)
        if self._tables:
            self._tables[-1].nested += total

    def _add(self, text: str) -> None:
        if self._kept and "\n" in text:
            first, *others = text.replace("\r\n", "\n").split("\n")
            self._put(first)
            for other in others:
                self._end_line()
                self._breaks += 1
                self._put(other)
        else:
            self._put(text)

    def _put(self, text: str) -> None:
        self._pieces.append(text)
        if self._links:
            self._linked.append(text)

    def _raise(self, begin: int) -> None:
        """Write what has come since ``begin`` as raised digits, so that they do not join those before them."""
        if len(self._pieces) - begin > _A_FEW:
            return
        raised = "".join(self._pieces[begin:]).strip()
        before = "".join(self._pieces[max(begin - 3, 0) : begin])[-1:]
        squared = raised in ("2", "3") and before.isascii() and before.isalpha()
        if raised and not squared and all(ord(char) in _RAISED for char in raised):
            self._pieces[begin:] = [raised.translate(_RAISED)]

    def _end_line(self) -> None:
        if not self._pieces:
            return
        text = _as_seen("".join(self._pieces))
        linked = letters("".join(self._linked)) if self._linked else 0
        self._pieces.clear()
        self._linked.clear()
        if not text.strip():
            return
        if self._marker:
            text = text if MARKER.match(text.lstrip()) else self._marker + text.lstrip()
            self._marker = ""
        target = self._target if linked else ""
        line = Line(text, self._box, letters(text), linked, target, self._breaks > 1)
        self._breaks = 0
        self._letters += line.size
        self.layout.lines.append(line)


def _is_struck(element: Element, tag: str) -> bool:
    struck = tag in _STRUCK or (
        (style := element.attr("style")) is not None and _STRUCK_STYLE.search(style) is not None
    )
    return struck and len(element.text) <= _LONGEST_STRUCK


def _as_seen(text: str) -> str:
    """Return ``text`` with blanks as a browser shows them: runs as one, wide and hard ones kept at the beginning."""
    if "\n" in text:
        text = _TORN.sub("", text)
    text = _RUN.sub(" ", text).strip(" \t\r\n\f")
    text = _HARD_BLANK.sub(" ", text)
    return _UNSEEN.sub("", text).rstrip()


def _leads_away(link: Element, *, in_list: bool) -> bool:
    """Say whether ``link`` leads to another page, and not to a file to download or, in running text, down this one."""
    target = link.attr("href")
    if target is None:
        # A button; browsers that save a page take the script out of it. With a name it is a place in the text.
        return link.attr("name") is None and link.attr("id") is None
    target = target.strip().lower()
    if target.startswith("#") and target.strip("#"):
        return in_list
    return not target.partition("?")[0].partition("#")[0].endswith(_FILES)
