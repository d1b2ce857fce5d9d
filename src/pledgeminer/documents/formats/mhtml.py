"""Web pages saved in one file (MHTML, RFC 2557): ``.mhtml`` of Chrome and Edge, ``.mht`` of Internet Explorer.

The file is a mail: the page and its frames are parts of it, beside pictures and style sheets. The standard library
takes the mail apart; the page is then read as any other (``html``).
"""

from __future__ import annotations

import re
from email import message_from_bytes, policy
from email.message import Message
from typing import NamedTuple

from ...errors import DocumentError
from ..content import Content
from .html import PageArticle, content, no_text, take_apart
from .html.charset import Page, decode_page

_PAGES = frozenset(("text/html", "application/xhtml+xml"))
_SAVE_AGAIN = "save the page again, or save it as a plain HTML file"
# The standard library takes a time that grows with the square of such a header's length.
_LONG_HEADER = re.compile(rb"^content-type:(?:[^\n]{8192}|(?:[^\n]*\n[ \t]){200})", re.I | re.M)
# A frame is read in place of the page that shows it if it has so many times as much text.
_TIMES = 2


class _Part(NamedTuple):
    """A page or a frame of it: decoded, and its article."""

    page: Page
    found: PageArticle


def read(data: bytes, name: str, encoding: str | None) -> Content:
    """Return the article of a saved page, or that of its frame which holds the text.

    ``encoding`` forces that of the page inside. The rest is as for ``html.read``. Raises ``DocumentError`` also for a
    file that is no mail, or has no page in it.
    """
    if _LONG_HEADER.search(data):
        raise DocumentError("this file has a header that no program writes", where=name, hint=_SAVE_AGAIN)
    try:
        pages = _pages(message_from_bytes(data, policy=policy.compat32))
    except RecursionError:
        raise DocumentError("the parts of this file are nested too deeply", where=name, hint=_SAVE_AGAIN) from None
    if not pages:
        raise DocumentError("there is no web page in this file", where=name, hint=_SAVE_AGAIN)
    parts = [_read_part(page, name, encoding) for page in pages]
    main = parts[0]
    heaviest = max(parts, key=lambda part: part.found.article.weight)
    if heaviest.found.article.weight > _TIMES * main.found.article.weight:
        main = heaviest
    if not main.found.article.lines:
        raise no_text(main.found, name)
    return content(main.found, "mhtml", main.page, name)


def _pages(message: Message) -> list[Message]:
    """Return the parts that are web pages, the one that is shown first."""
    pages = [part for part in message.walk() if part.get_content_type() in _PAGES]
    start = _identity(message.get_param("start"))
    location = message.get("Snapshot-Content-Location")
    for page in pages:
        if (start and _identity(page.get("Content-ID")) == start) or (
            location and page.get("Content-Location") == location
        ):
            return [page, *(other for other in pages if other is not page)]
    return pages


def _identity(header: object) -> str:
    return str(header or "").strip().strip("<>")


def _read_part(part: Message, name: str, encoding: str | None) -> _Part:
    body = part.get_payload(decode=True)
    charset = part.get_param("charset")
    page = decode_page(
        body if isinstance(body, bytes) else b"",
        name,
        encoding,
        declared=charset if isinstance(charset, str) else None,
    )
    return _Part(page, take_apart(page.text, name))
