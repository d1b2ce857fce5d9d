"""Lines to paragraphs: where one begins and ends, also across columns and pages."""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from statistics import median

from ..signs import MARKER
from .lines import Line, together

_ENDED = re.compile(r"[。！？!?；;：:…][”’」』）)》〉]*$")
_ALIKE = 0.07
_INDENTED = 1.2
_FARTHEST = 12
_COMMON_PITCH = 1.8


@dataclass(slots=True, eq=False)
class Paragraph:
    """A paragraph: its lines, or the ``rows`` of a table, or a ``plain`` line whose place is not known.

    ``page`` is the one that it begins on; ``columns`` are the edges of a table's columns, and ``continued`` says that
    it goes on with the table before it, ``aside`` that it stands in a box.
    """

    page: int
    lines: list[Line] = field(default_factory=list)
    rows: tuple[tuple[str, ...], ...] | None = None
    columns: tuple[float, ...] = ()
    continued: bool = False
    plain: str = ""
    aside: bool = False

    def parts(self) -> Iterator[tuple[int, str]]:
        """Yield its text in parts, each with the number of the page that it stands on."""
        if self.rows is not None:
            yield self.page, "\n".join("\t".join(row) for row in self.rows)
            return
        if not self.lines:
            yield self.page, self.plain
            return
        page, text = self.lines[0].page, ""
        for line in self.lines:
            if line.page != page and text:
                whole = together(text, line.text)
                # What stands between the two belongs to the end of the first page.
                yield page, whole[: len(whole) - len(line.text)]
                page, text = line.page, line.text
            else:
                text = together(text, line.text)
        yield page, text


def set_columns(columns: Sequence[list[Line]]) -> None:
    """Tell each line the edges of its column as most lines show them.

    A column of few lines, as at the end of a document, takes the edges of one that is like it.
    """
    known: Counter[tuple[int, int]] = Counter()
    for lines in columns:
        left, right = _edges(lines)
        for line in lines:
            line.left, line.right = left, right
        justified = _is_justified(lines)
        for line in lines:
            line.justified = justified
        if len(lines) >= _ENOUGH:
            known[round(left), round(right)] += len(lines)
    usual = known.most_common(200)
    for lines in columns:
        if lines and len(lines) < _ENOUGH and (best := _like(lines, usual)) is not None:
            for line in lines:
                line.left, line.right = best


_ENOUGH = 6


def _edges(lines: Sequence[Line]) -> tuple[float, float]:
    """Return the edges of a column: the outermost that several lines share, since one or two may stick out."""
    if not lines:
        return 0.0, 0.0
    if len(lines) < 4:
        return min(lines[0].left, *(line.x0 for line in lines)), max(lines[0].right, *(line.x1 for line in lines))
    near = 0.3 * median(line.size for line in lines)
    # Where paragraphs have one line each, hardly a line begins at the left edge.
    left = _shared(sorted(line.x0 for line in lines), near, 1 + len(lines) // 15)
    return left, -_shared(sorted(-line.x1 for line in lines), near, 1 + len(lines) // 8)


def _shared(places: list[float], near: float, enough: int) -> float:
    """Return the first of ``places``, which ascend, that ``enough`` of them lie close to."""
    return next(
        (one for one, other in zip(places, places[enough - 1 :], strict=False) if other - one < near), places[0]
    )


def _is_justified(lines: Sequence[Line]) -> bool:
    """Say whether lines end where their column ends, apart from the last ones of paragraphs."""
    near = [line.room for line in lines if line.room < 3]
    # Most lines of a small column of even characters end there by chance.
    return len(near) >= 15 and sum(room < 0.2 for room in near) >= 0.85 * len(near)


def _like(lines: list[Line], usual: list[tuple[tuple[int, int], int]]) -> tuple[float, float] | None:
    left, right = min(line.x0 for line in lines), max(line.x1 for line in lines)
    em = lines[0].size
    fitting = [
        (abs(left - edges[0]) > em, -count, edges)
        for edges, count in usual
        if edges[0] <= left + 0.5 * em and edges[0] >= left - 2.6 * em and edges[1] >= right - 0.6 * em
    ]
    if not fitting:
        return None
    best = min(fitting)[2]
    return float(best[0]), float(best[1])


class Builder:
    """Makes the paragraphs of a document out of its columns, one after the other in reading order."""

    def __init__(self, columns: Sequence[list[Line]]) -> None:
        """Look at all ``columns`` for how the document marks its paragraphs."""
        self.paragraphs: list[Paragraph] = []
        self._indents = _first_lines_are_indented(columns)
        self._pitches = _usual_pitches(columns)
        self._size = _usual_size(columns)

    def add(self, lines: Sequence[Line], *, prose: bool = False, aside: bool = False) -> None:
        """Add the ``lines`` of a column, or of a part of it.

        Without ``prose`` they may be a list of words. What stands ``aside``, in a box, goes on with nothing.
        """
        pitches = self._pitches | _pitches(_steps(lines))
        prose = prose or _is_prose(lines)
        last: Line | None = None
        whole: Paragraph | None = None
        for line in lines:
            if last is None or whole is None:
                whole = None if aside else self._running_on(line)
            elif self._begins(whole, last, line, pitches.get(line.size, _COMMON_PITCH), prose):
                whole = None
            if whole is None:
                whole = Paragraph(page=line.page, aside=aside)
                self.paragraphs.append(whole)
            elif whole is not self.paragraphs[-1]:
                self._bring_on(whole, line.page)
            whole.lines.append(line)
            last = line

    def add_table(self, rows: tuple[tuple[str, ...], ...], columns: tuple[float, ...], page: int) -> None:
        """Add a table; what begins a page with the same columns as the table that ended the last goes on with it."""
        before = self.paragraphs[-1] if self.paragraphs else None
        continued = before is not None and _same_columns(before, rows, columns, page)
        if continued and before is not None and before.rows is not None and rows[0] == before.rows[0]:
            rows = rows[1:]
        self.paragraphs.append(Paragraph(page, rows=rows, columns=columns, continued=continued))

    def add_plain(self, text: str, page: int) -> None:
        """Add a line of which only the text is known."""
        if text.strip():
            self.paragraphs.append(Paragraph(page, plain=text.strip()))

    def _running_on(self, line: Line) -> Paragraph | None:
        """Return the paragraph that broke off before and that ``line``, the first of a column, goes on with."""
        for paragraph in self.paragraphs[: -_FARTHEST - 1 : -1]:
            if not paragraph.lines or paragraph.aside:
                continue
            last = paragraph.lines[-1]
            if last.page < line.page - 2:
                return None
            if abs(last.size - line.size) > _ALIKE * line.size:
                # Notes, captions and boxes stand between; the paragraph runs on behind them.
                continue
            return paragraph if self._goes_on(last, line) else None
        return None

    def _goes_on(self, last: Line, line: Line) -> bool:
        if line.indent > _INDENTED or last.has_room_for(line) or last.gapped or line.gapped:
            return False
        if not _ENDED.search(last.text):
            return True
        heading = line.room > 3 and not _ENDED.search(line.text)
        return self._indents and not heading and not MARKER.match(line.text)

    def _begins(self, whole: Paragraph, last: Line, line: Line, pitch: float, prose: bool) -> bool:
        """Say whether ``line``, which stands under ``last``, the end of ``whole``, in a column, begins a paragraph.

        ``prose`` says that the column is more than a list of words.
        """
        if abs(last.size - line.size) > _ALIKE * line.size:
            return True
        step = (line.base - last.base) / line.size
        if step > max(1.4 * pitch, pitch + 0.3):
            return True
        if last.text.rfind("《") > last.text.rfind("》"):
            return False
        if not prose and not (last.centred and line.centred):
            return True
        if last.has_room_for(line) or last.gapped or line.gapped:
            return True
        ended = _ENDED.search(last.text) is not None
        marked = MARKER.match(line.text) is not None
        if marked and ended:
            return True
        first = whole.lines[0]
        if marked and MARKER.match(first.text) and abs(first.x0 - line.x0) < 0.5 * line.size and last.x0 > line.x0:
            return True
        if line.indent <= _INDENTED or (last.centred and line.centred) or self._is_headline(last, line):
            return False
        if abs(line.x0 - last.x0) < 0.3 * line.size:
            # Either two first lines, or one more line of a paragraph that stands inwards as a whole.
            return self._indents and last is first
        if line.x0 < last.x0:
            return ended
        hanging = MARKER.match(first.text) is not None and first.x0 < line.x0
        return not hanging or (ended and self._indents)

    def _is_headline(self, last: Line, line: Line) -> bool:
        """Say whether the two are lines of one headline: larger than the text, one in the middle under the other."""
        apart = abs((last.x0 + last.x1) - (line.x0 + line.x1)) / 2
        return line.size > 1.1 * self._size and apart < 0.6 * line.size

    def _bring_on(self, whole: Paragraph, page: int) -> None:
        """Put what stands between ``whole`` and its rest on a later page before it, so that pages stay in order."""
        at = next(i for i in range(len(self.paragraphs) - 1, -1, -1) if self.paragraphs[i] is whole)
        between = self.paragraphs[at + 1 :]
        if page != whole.page and all(paragraph.page == whole.page for paragraph in between):
            self.paragraphs[at:] = [*between, whole]


def _is_prose(lines: Sequence[Line]) -> bool:
    """Say whether ``lines`` are more than a list of words, or of sentences that have a line each."""
    if not any(mark in line.text for line in lines for mark in "，。；、,;"):
        return False
    return len(lines) < 3 or not all(_ENDED.search(line.text) for line in lines)


def _first_lines_are_indented(columns: Iterable[Sequence[Line]]) -> bool:
    """Say whether paragraphs begin with an indented line, as one in twenty lines at least then does."""
    count = indented = 0
    for lines in columns:
        for line, following in itertools.pairwise(lines):
            count += 1
            indented += _INDENTED < line.indent < 3.2 and following.indent < 0.6
    return indented * 20 >= count > 0


def _steps(lines: Sequence[Line]) -> dict[float, list[float]]:
    """Return the steps from line to line, in sizes, for each size; lines nearer than one stand beside each other."""
    steps: defaultdict[float, list[float]] = defaultdict(list)
    for last, line in itertools.pairwise(lines):
        if last.size == line.size and line.base - last.base > line.size:
            steps[line.size].append((line.base - last.base) / line.size)
    return steps


def _pitches(steps: dict[float, list[float]]) -> dict[float, float]:
    """Return the usual one of ``steps`` for each size that has enough of them to tell."""
    # Where most paragraphs have one line, most steps are those between paragraphs.
    return {
        size: sorted(some)[len(some) // 4 if len(some) > 12 else 0] for size, some in steps.items() if len(some) >= 4
    }


def _usual_size(columns: Iterable[Sequence[Line]]) -> float:
    sizes = Counter(line.size for lines in columns for line in lines)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _usual_pitches(columns: Iterable[Sequence[Line]]) -> dict[float, float]:
    """Return for each size the pitch of the column with most lines of it, or if all are short, that of all together."""
    pooled: defaultdict[float, list[float]] = defaultdict(list)
    longest: dict[float, list[float]] = {}
    for lines in columns:
        for size, steps in _steps(lines).items():
            pooled[size] += steps
            longest[size] = max(longest.get(size, []), steps, key=len)
    return _pitches(pooled) | _pitches(longest)


def _same_columns(before: Paragraph, rows: tuple[tuple[str, ...], ...], columns: tuple[float, ...], page: int) -> bool:
    return (
        before.page == page - 1
        and len(before.columns) == len(columns)
        and len(rows) > 1
        and all(abs(one - other) < 4 for one, other in zip(before.columns, columns, strict=True))
    )
