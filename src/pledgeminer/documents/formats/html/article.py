"""The article among the boxes of a page.

Each line is weighed: running text counts for the article, links count against it, short lines that are neither count a
little. The article is the box with the largest sum; what stands beside it and is running text too is added, and the
lists of links in it are left out. Kohlschütter, Fankhauser and Nejdl (2010), "Boilerplate Detection using Shallow Text
Features", found that link density and text length tell most; the largest sum over the tree is our own. Where the title
stands is used as well: a page's text follows it.
"""

from __future__ import annotations

import re
from itertools import accumulate, groupby, takewhile
from typing import NamedTuple

from .boxes import Box, Layout, Line

_SENTENCE = re.compile(r"[。！？；]")
_COMMA = re.compile(r"[，；、]")
_LONG = 40
_MEDIUM = 20
_LITTLE = 0.25
# What a link counts besides its letters: menus are made of short ones.
_A_LINK = 4
# What a site's own parts are called, as whole words of a class or id. Words that may also stand for the article's parts
# (header, content, top) are not among them; nor are those that style sheets use for places (position, bottom) unless
# they are the whole name.
_PARTS = re.compile(
    r"(?<![a-z])(?:nav|navbar|navigation|subnav|topnav|sidenav|menu|submenu|breadcrumbs?|breadcrumb-?nav|crumbs?|weizhi"
    r"|dqwz|share|sharing|bd-?share[a-z]*|bshare|jiathis|sharedaddy|social|related(?:posts)?|relevant|recommend[a-z]*"
    r"|tuijian|xgyd|xgxw|xgwz|xgnews|hotnews|paihang|rankings?|comments?|pinglun|respond|disqus|copyright|footer|foot"
    r"|sidebar|pagination|pagenav|prevnext|toolbar|login|qrcode|erweima|advert[a-z]*|ads?)(?![a-z])"
    r"|(?:^|\s)(?:bottom|ft|links?|yqlj)(?:\s|$)",
    re.I,
)
_TITLE_NAMES = re.compile(
    r"title(?![a-z0-9])|(?<![a-z])(?:tit|bt|biaoti|futi|fbt|yinti|kicker|lead|lede|summary|abstract|zhaiyao|daoyu)(?![a-z])",
    re.I,
)
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_SEPARATE = frozenset(("nav", "aside", "footer"))
_BLANKS = re.compile(r"\s+")
# What speaks for the shortest text that is not a sentence, and has a menu beside it.
_LEAST = 8
# A part of the site that has more running text than all else must be the article under an unlucky name.
_MUCH = 300
# How far above the article its headings are looked for, and how many lines a kicker above the headline may have.
_REACH = 12
_KICKER = 3
_OPENING = 12
_LONGEST = 1000


class Article(NamedTuple):
    """The lines of an article, the headline as the page shows it, and how much speaks for them (0: there is none)."""

    lines: list[Line]
    headline: str | None
    weight: float


def article_of(layout: Layout, titles: list[str]) -> Article:
    """Return the article of a page; ``titles`` are what the page says its title is, the surest first."""
    found = _Search(layout, titles, by_name=True).run()
    # Where nothing else is found, a short text may stand in a part of an unlucky name.
    return found if found.lines else _Search(layout, titles, by_name=False).run()


class _Search:
    """The search in one page."""

    def __init__(self, layout: Layout, titles: list[str], *, by_name: bool) -> None:
        self._lines, self._boxes = layout.lines, layout.boxes
        self._titles = titles
        _open_links(self._lines)
        self._prose = [_is_prose(line) for line in self._lines]
        self._weights = [_weight(line, prose=prose) for line, prose in zip(self._lines, self._prose, strict=True)]
        self._apart = [False] * len(self._lines)
        if by_name:
            self._set_apart()

    def run(self) -> Article:
        sums = [0.0, *accumulate(self._weights)]
        prose = [0, *accumulate(self._prose)]
        headline = self._headline()
        root = self._root(sums, headline)
        if root is None or (headline is None and self._is_only_a_frame(root, sums, prose)):
            return Article([], None, 0.0)
        if headline is None:
            headline = self._first_heading(root)
            root = self._root(sums, headline) or root
        start, end = self._widened(root, sums, prose, headline)
        kept = [not apart for apart in self._apart[start:end]]
        for box in reversed(self._boxes):
            if start <= box.start < box.end <= end and kept[box.start - start]:
                links_only = sums[box.end] < sums[box.start] and prose[box.end] == prose[box.start]
                if links_only:
                    kept[box.start - start : box.end - start] = [False] * (box.end - box.start)
        lines = [line for line, keep in zip(self._lines[start:end], kept, strict=True) if keep]
        above = self._headings(root, start, headline, [line.text for line in lines])
        titles = [*self._title_at(headline), *(line.text for line in (*above, *lines[:_KICKER]) if _is_titled(line))]
        return Article([*above, *lines], next(iter(titles), None), sums[root.end] - sums[root.start])

    def _is_only_a_frame(self, root: Box, sums: list[float], prose: list[int]) -> bool:
        """Say whether there is nothing but a few words among links, as on a page that a script has yet to fill."""
        little = sums[root.end] - sums[root.start] < _LEAST and prose[root.end] == prose[root.start]
        return little and any(map(self._ends_the_text, range(len(self._lines))))

    def _set_apart(self) -> None:
        """Mark the lines of the parts of the site that are called so, and weigh them against the article."""
        sizes = [0, *accumulate(line.size * prose for line, prose in zip(self._lines, self._prose, strict=True))]
        linked = [0, *accumulate(line.linked for line in self._lines)]
        for box in reversed(self._boxes):
            if box.start == box.end or box.tag in ("html", "body") or self._apart[box.start]:
                continue
            called = _PARTS.search(box.names) is not None or box.tag == "nav"
            if not called and not (box.tag in _SEPARATE and linked[box.end] > linked[box.start]):
                continue
            own = sizes[box.end] - sizes[box.start]
            if own > _MUCH and own * 2 > sizes[-1]:
                continue
            for at in range(box.start, box.end):
                self._apart[at], self._prose[at] = True, False
                self._weights[at] = min(self._weights[at], -self._lines[at].size / 2)

    def _headline(self) -> int | None:
        """Return which line is the headline: one that the page's title names, in a heading if there is one.

        A headline may be broken into several lines; then it is the first of them.
        """
        places: dict[str, list[int]] = {}
        for at in range(len(self._lines)):
            if not self._ends_the_text(at) and not self._lines[at].row:
                places.setdefault(squeezed(self._lines[at].text), []).append(at)
                for title in self._title_at(at):
                    places.setdefault(squeezed(title), []).append(at)
        named = [places[title] for title in map(squeezed, self._titles) if title in places]
        # A heading is the headline before a line that repeats what the page calls itself, with the site's name.
        for found in named:
            for at in found:
                if self._lines[at].box.tag in _HEADINGS and self._lines[at].size >= _LEAST:
                    return at
        return named[0][0] if named else None

    def _first_heading(self, root: Box) -> int | None:
        """Return the line of the ``<h1>`` that begins the article, or else the last above it."""
        firsts = [
            at
            for at in range(root.end)
            if self._lines[at].box.tag == "h1" and not self._ends_the_text(at) and not self._is_inside(at)
        ]
        return next((at for at in firsts if at >= root.start), firsts[-1] if firsts else None)

    def _is_inside(self, at: int) -> bool:
        """Say whether the line goes on with the heading of the line before it."""
        return at > 0 and self._lines[at].box is self._lines[at - 1].box

    def _title_at(self, at: int | None) -> list[str]:
        """Return the heading that begins with the line ``at``, whole, or nothing."""
        if at is None:
            return []
        first = self._lines[at]
        if self._is_inside(at) or not _is_titled(first):
            return [first.text]
        following = takewhile(lambda line: line.box is first.box, self._lines[at : at + _KICKER])
        return ["".join(line.text for line in following)]

    def _root(self, sums: list[float], headline: int | None) -> Box | None:
        """Return the box with the largest sum, the innermost of equals; what is above the headline is no article."""
        best = _heaviest(self._boxes, sums)
        if best is None or headline is None or best.start > headline:
            return best
        # Nothing above the headline speaks for a box, what is against it stays.
        below = [weight if at >= headline else min(weight, 0.0) for at, weight in enumerate(self._weights)]
        sums_below = [0.0, *accumulate(below)]
        other = _heaviest(self._boxes, sums_below)
        if other is None:
            return best
        # A line that happens to read like the title, at the foot of the page, has little below it.
        weight = sums_below[other.end] - sums_below[other.start]
        return other if weight * 3 >= sums[best.end] - sums[best.start] else best

    def _widened(self, root: Box, sums: list[float], prose: list[int], headline: int | None) -> tuple[int, int]:
        """Return the lines from the first to the last of ``root`` and of the running text around it.

        Short lines are passed, links end the search; but parts of the same name beside it, and single paragraphs,
        belong to it wherever they stand.
        """
        start, end = root.start, root.end
        for box in self._boxes:
            if box.parent is not root.parent or box.tag != root.tag or prose[box.end] == prose[box.start]:
                continue
            named = bool(root.names.strip()) and box.names == root.names and sums[box.end] > sums[box.start]
            if named or box.end - box.start == 1:
                start, end = min(start, box.start), max(end, box.end)
        for at in range(end, len(self._lines)):
            if self._ends_the_text(at):
                break
            if self._prose[at]:
                end = at + 1
        for at in range(start - 1, -1 if headline is None else headline, -1):
            if self._ends_the_text(at):
                break
            if self._prose[at]:
                start = at
        return start, end

    def _ends_the_text(self, at: int) -> bool:
        line = self._lines[at]
        return self._apart[at] or line.linked * 2 > line.size

    def _headings(self, root: Box, start: int, headline: int | None, texts: list[str]) -> list[Line]:
        """Return the headings over the article's first line, ``start``, that its ``texts`` do not repeat."""
        if headline is not None and headline >= start:
            return []
        if headline is not None:
            beside = self._lines[headline].box
            first = max(headline - _KICKER, 0)
        else:
            beside, first = root, max(start - _REACH, 0)
        found = []
        for at in range(first, start):
            line = self._lines[at]
            chosen = at == headline or (
                _is_titled(line) and not self._ends_the_text(at) and _are_near(line.box, beside)
            )
            if chosen and not is_repeated(line.text, texts):
                found.append(line)
        return found


def _open_links(lines: list[Line]) -> None:
    """Take the links off running text that a link which was never closed has swallowed, on many lines to one target."""
    for target, group in groupby(lines, key=lambda line: line.target):
        same = list(group) if target else []
        if len(same) > 1 and sum(len(_SENTENCE.findall(line.text)) for line in same) > 1:
            for line in same:
                line.linked = 0


def _heaviest(boxes: list[Box], sums: list[float]) -> Box | None:
    best = max(boxes, key=lambda box: sums[box.end] - sums[box.start], default=None)
    return best if best is not None and sums[best.end] > sums[best.start] else None


def _are_near(one: Box, other: Box) -> bool:
    """Say whether two boxes have an ancestor in common among their three nearest that is not the whole page."""
    around = []
    for box in (one, other):
        parents = [box]
        while len(parents) < 4 and parents[-1].parent is not None:
            parents.append(parents[-1].parent)
        around.append({id(box) for box in parents if box.tag not in ("body", "")})
    return not around[0].isdisjoint(around[1])


def _is_titled(line: Line) -> bool:
    return line.box.tag in _HEADINGS or _TITLE_NAMES.search(line.box.names) is not None


def _is_prose(line: Line) -> bool:
    if line.row or line.linked * 2 > line.size:
        return False
    if line.size >= _LONG or _SENTENCE.search(line.text):
        return True
    return line.size >= _MEDIUM and _COMMA.search(line.text) is not None


def _weight(line: Line, *, prose: bool) -> float:
    if prose:
        return line.size - line.linked
    # The names in a table's rows may be links.
    if line.linked * 2 > line.size and not (line.row and line.linked * 5 < line.size * 4):
        # A title that leads elsewhere is no sentence; a whole sentence may be a paragraph that is a link.
        return 0.0 if _SENTENCE.search(line.text) else -line.linked - _A_LINK
    return line.size * _LITTLE


def is_repeated(title: str, lines: list[str]) -> bool:
    """Say whether ``title`` stands in the first of ``lines`` as one of them, or as several that follow each other."""
    wanted, opening = squeezed(title[:_LONGEST]), [squeezed(line[:_LONGEST]) for line in lines[:_OPENING]]
    return any(
        "".join(opening[first:last]) == wanted
        for first in range(len(opening))
        for last in range(first + 1, min(first + 4, len(opening)) + 1)
    )


def squeezed(text: str) -> str:
    """Return ``text`` without blanks, to compare titles by."""
    return _BLANKS.sub("", text)
