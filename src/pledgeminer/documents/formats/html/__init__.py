"""Web pages: the article as lines, without what the site puts around it.

Readers made for the open web lose what this program looks for. On sample pages in the manner of Chinese portals and
newspapers (``bench/html_extraction.py``), trafilatura keeps 65 % of an article's lines whole, resiliparse 89 %,
readability 49 %, others less: they join lines, drop short ones and tables, and take lists of news along. So only the
parsing is done by a library, turbohtml. It builds the tree that a browser builds, in a time proportional to the page
whatever it holds; lxml drops what is nested more than 2048 deep, and lexbor's time grows with the square of the depth.
The article is chosen from that tree (``article``), and every line of it is kept as a person sees it
(``lines``, ``tables``).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from ....errors import DocumentError
from ...content import Content, Metadata
from ...decode import CERTAIN
from ..extras import need
from .article import Article, article_of, is_repeated, squeezed
from .boxes import Layout, Line
from .charset import Page, decode_page
from .lines import lay_out
from .metadata import Head, one_line, visible_day

if TYPE_CHECKING:
    from turbohtml import Document

_TEXT = "open it in a browser, then copy the text into a text file, or save the page once its text is shown"
# A browser puts the tags that style letters and were not closed into every paragraph that follows, each of them once
# more, equal ones three times at most; so few bytes can make a huge tree. Real pages close them.
_STYLING = re.compile(r"<(/?)(b|big|code|em|font|i|s|small|strike|strong|tt|u)\b([^<>]{0,200})", re.I)
_EQUAL = 3
_MOST_NODES = 4_000_000
# The attributes of each of these are put together in one.
_ROOT = re.compile(r"<(?:body|html)\b", re.I)
_MOST_ROOTS = 200
_SHOWN_FRAMES = 3


class PageArticle(NamedTuple):
    """A page taken apart: its article, what its head says, and the frames or scripts that may hold the text."""

    article: Article
    head: Head
    frames: list[str]
    scripts: int
    day: str | None


def read(data: bytes, name: str, encoding: str | None) -> Content:
    """Return the article of a web page, its title and day of publication.

    ``encoding`` forces one; else the page's declaration is believed as far as its bytes bear it out. The text has a
    line for each paragraph, ``<br>`` and item, a blank line between paragraphs, and tables row by row, cells parted by
    tabs. Raises ``DocumentError`` for bytes that fit no encoding, for a page without text, for one that would take all
    memory, and where turbohtml is not installed.
    """
    page = decode_page(data, name, encoding)
    found = take_apart(page.text, name)
    if not found.article.lines:
        raise no_text(found, name)
    return content(found, "html", page, name)


def take_apart(page: str, name: str) -> PageArticle:
    """Parse ``page`` and find the article in it; its lines are empty if there is none."""
    library = need("turbohtml", form="html", name=name)
    if _is_bomb(page):
        raise DocumentError("this page would take all memory to read", where=name, hint=_TEXT)
    document: Document = library.parse(page, positions=False, scripting=True)
    head = Head(document)
    frames = [one_line(frame.attr("src") or "")[:80] for frame in document.find_all(["frame", "iframe"])]
    scripts = len(document.find_all("script"))
    article, layout = _article(document, head)
    day = head.date or visible_day(layout.lines, article.headline)
    return PageArticle(article, head, [frame for frame in frames if frame], scripts, day)


def _is_bomb(page: str) -> bool:
    """Say whether the tree of ``page`` may be far larger than the page, or take very long to build."""
    if sum(1 for _ in islice(_ROOT.finditer(page), _MOST_ROOTS)) == _MOST_ROOTS:
        return True
    still_open: dict[str, list[str]] = {}
    for found in _STYLING.finditer(page):
        tags = still_open.setdefault(found[2].lower(), [])
        if not found[1]:
            tags.append(found[3])
        elif tags:
            tags.pop()
    repeated = sum(min(count, _EQUAL) for tags in still_open.values() for count in Counter(tags).values())
    return repeated * page.count("<") > _MOST_NODES


def _article(document: Document, head: Head) -> tuple[Article, Layout]:
    """Return the article of a page, and the page laid out."""
    body = document.find("body")
    if body is None:
        return Article([], None, 0.0), Layout()
    titles = [*head.titles, *head.title_parts]
    layout = lay_out(body)
    found = article_of(layout, titles)
    hidden = max(layout.hidden, key=lambda element: len(element.text), default=None)
    if hidden is None or len(squeezed(hidden.text)) < found.weight:
        return found, layout
    # Some pages hide the article until a script shows it.
    layout_shown = lay_out(body, shown=hidden)
    shown = article_of(layout_shown, titles)
    return (shown, layout_shown) if shown.weight > 2 * found.weight else (found, layout)


def content(found: PageArticle, form: str, page: Page, name: str) -> Content:
    """Return what was ``found`` in ``page``, which is shown as ``name``, with its title as the first line."""
    lines = found.article.lines
    title = found.article.headline or found.head.likely_title
    text = _joined(lines)
    if title is not None and not is_repeated(title, [line.text for line in lines]):
        text = f"{title}\n\n{text}"
    guess = f"{name}: read as {page.encoding}, which is a guess (if the words are wrong, say --encoding NAME)"
    return Content(
        text,
        form,
        page.encoding,
        metadata=Metadata(date=found.day, title=title),
        repairs=(f"{page.lost} damaged characters marked as \ufffd",) if page.lost else (),
        warnings=(guess,) if page.guessed and page.encoding not in CERTAIN else (),
    )


def _joined(lines: Iterable[Line]) -> str:
    """Return the lines as text, a blank line between paragraphs, and before and after each table."""
    parts: list[str] = []
    before: Line | None = None
    for line in lines:
        row_on = before is not None and line.row and before.row and line.box is before.box
        if before is not None and not row_on and (line.apart or line.row or before.row):
            parts.append("")
        parts.append(line.text)
        before = line
    return "\n".join([*parts, ""])


def no_text(found: PageArticle, name: str) -> DocumentError:
    """Return the error for a page without an article, which says where the text may be."""
    if found.frames:
        shown = ", ".join(found.frames[:_SHOWN_FRAMES])
        hint = f"its text is in other pages that it shows in frames; save those: {shown}"
        return DocumentError("this page has no text of its own", where=name, hint=hint)
    if found.scripts:
        hint = f"it is filled by a script when it is shown; {_TEXT}"
        return DocumentError("this page has no text", where=name, hint=hint)
    return DocumentError("this page has no text but links or titles", where=name, hint=_TEXT)
