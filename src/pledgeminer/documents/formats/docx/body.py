"""The lines of a DOCX file's text: its paragraphs and tables in the order in which they are read."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterable

from .inline import Inline, Paragraph, chosen
from .lines import Lines, TooMuchError
from .lists import Lists
from .names import Element, attribute, child, kind, switched, value
from .styles import Styles, list_place
from .tables import MOST_COLUMNS, cells_of, is_frame, rows_of, skipped

LONGEST_LABEL = 1000
"""How many characters a merged cell may have whose text is repeated; a longer one is prose, which stands once."""

_LONGEST_ENTRY = 300  # of a table of contents; what is longer is no such thing
_WRAPPERS = frozenset({"ins", "moveTo", "customXml", "smartTag", "sdtContent"})


class Body:
    """Reads the blocks of a document; ``counts`` has what was left out or decided on the way.

    ``footnotes`` and ``endnotes`` are the elements of the notes by their ids. They follow the text, each note once:
    between its paragraphs, where they are not read either, they would part what belongs together.
    """

    def __init__(
        self, styles: Styles, lists: Lists, footnotes: dict[str, Element], endnotes: dict[str, Element]
    ) -> None:
        self.counts: Counter[str] = Counter()
        self._styles = styles
        self._lists = lists
        self._notes = {"footnote": footnotes, "endnote": endnotes}
        self._cited: dict[str, deque[str]] = {"footnote": deque(), "endnote": deque()}
        self._inline = Inline(styles, self.counts)
        self._carried = Paragraph()
        self._contents_at: int | None = None

    def read(self, blocks: Iterable[Element]) -> Lines:
        """Return the lines of a document's body; raises ``TooMuchError`` and, for deep nesting, RecursionError."""
        lines = Lines()
        self._story(blocks, lines)
        for name, cited in self._cited.items():
            while cited:  # a note may refer to others
                note = self._notes[name].pop(cited.popleft(), None)
                if note is not None:
                    self._story(note, lines)
        return lines

    def _story(self, blocks: Iterable[Element], lines: Lines) -> None:
        """Add what has a beginning and an end of its own: the body, a cell, a text box, a note."""
        before = self._inline, self._carried, self._contents_at
        self._inline, self._carried, self._contents_at = Inline(self._styles, self.counts), Paragraph(), None
        self._blocks(blocks, lines)
        self._end_carried(lines)
        self._inline, self._carried, self._contents_at = before

    def _blocks(self, blocks: Iterable[Element], lines: Lines) -> None:
        for one in blocks:
            name = kind(one)
            if name == "p":
                self._paragraph(one, lines)
            elif name == "tbl":
                self._end_carried(lines)
                self._table(one, lines)
            elif name == "sdt":
                self._control(one, lines)
            elif name in _WRAPPERS:
                self._blocks(one, lines)
            elif name == "mc:AlternateContent":
                self._blocks(chosen(one), lines)
            elif name in ("altChunk", "subDoc"):
                self.counts["embedded document"] += 1

    def _control(self, element: Element, lines: Lines) -> None:
        properties = child(element, "sdtPr")
        if switched(properties, "showingPlcHdr"):
            return
        if value(child(properties, "docPartObj"), "docPartGallery") == "Table of Contents":
            return
        self._blocks(element, lines)

    def _paragraph(self, element: Element, lines: Lines) -> None:
        properties = child(element, "pPr")
        style = self._styles.default if properties is None else value(properties, "pStyle") or self._styles.default
        hidden = self._styles.hidden(style)
        self._inline.read(element, self._carried, hidden=hidden)
        if properties is not None and _runs_on(properties, hidden):
            return
        # Word does not number the empty paragraph that only carries the break of a section.
        breaks = properties is not None and child(properties, "sectPr") is not None
        bare = breaks and not "".join(self._carried.pieces).strip()
        label = "" if bare else self._lists.label(list_place(properties), style)
        if self._carried.contents:
            self._leave_contents(self._carried.contents, lines)
        self._end_paragraph(label, lines)

    def _end_carried(self, lines: Lines) -> None:
        """End a paragraph that would have gone on in the next one, if there were one."""
        if self._carried != Paragraph():
            self._end_paragraph("", lines)

    def _end_paragraph(self, label: str, lines: Lines) -> None:
        """Add what has been read since the last paragraph ended."""
        read, self._carried = self._carried, Paragraph()
        text = "".join(read.pieces)
        lines.add(label + text.lstrip() if label else text.lstrip(" "))
        for box in read.boxes:
            self._story(box, lines)
        for name, key in read.notes:
            self._cited[name].append(key)

    def _leave_contents(self, events: list[int], lines: Lines) -> None:
        """Take the lines of a table of contents out when it ends; one that never ends is kept."""
        for event in events:
            if event > 0 and self._contents_at is None:
                self._contents_at = len(lines)
            elif event < 0 and self._contents_at is not None:
                if all(len(line.text) <= _LONGEST_ENTRY for line in lines[self._contents_at :]):
                    del lines[self._contents_at :]
                self._contents_at = None

    def _table(self, element: Element, lines: Lines) -> None:
        rows = list(rows_of(element))
        if is_frame(rows):
            for row in rows:
                for cell in cells_of(row):
                    self._story(cell.element, lines)
            return
        lines.add("")
        merged: dict[int, str] = {}
        for row in rows:
            texts = self._row(row, merged)
            if any(texts):
                lines.add("\t".join(texts), is_row=True)
        lines.add("")

    def _row(self, row: Element, merged: dict[int, str]) -> list[str]:
        """Return the text of each column; ``merged`` has the texts that go on from the rows above, by column."""
        texts = [""] * skipped(row)
        for cell in cells_of(row):
            column = len(texts)
            text = merged[column] if cell.goes_on and column in merged else self._cell(cell.element)
            again = text if len(text) <= LONGEST_LABEL else ""
            if cell.begins or cell.goes_on:
                merged[column] = again
            else:
                merged.pop(column, None)
            texts += [text, *[again] * (cell.span - 1)]
            if len(texts) > MOST_COLUMNS:
                raise TooMuchError("a row of a table has too many cells to read")
        return texts

    def _cell(self, element: Element) -> str:
        lines = Lines()
        self._story(element, lines)
        return " ".join(" ".join(line.text for line in lines).split())


def _runs_on(properties: Element, hidden: bool) -> bool:
    """Say whether a paragraph's end is deleted, hidden, or that of a large first letter: the next one goes on with it.

    ``hidden`` is what its style says.
    """
    mark = child(properties, "rPr")
    if mark is not None:
        for one in mark:
            if kind(one) in ("del", "moveFrom"):
                return True
        vanishes = switched(mark, "vanish")
        if vanishes is not None:
            return vanishes
        if switched(mark, "specVanish"):
            return True
    return hidden or attribute(child(properties, "framePr"), "dropCap") in ("drop", "margin")
