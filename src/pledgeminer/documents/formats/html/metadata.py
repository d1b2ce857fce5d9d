"""What the head of a web page says of it: its titles and the day of publication."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta, timezone
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from turbohtml import Document

    from .boxes import Line

# Names under which pages state their title, the surest first. Government portals must state ArticleTitle and PubDate.
_TITLES = ("articletitle", "og:title", "twitter:title", "dc.title")
_DATES = (
    "pubdate",
    "pubtime",
    "publishdate",
    "publish-date",
    "publish_date",
    "firstpublishedtime",
    "article:published_time",
    "og:published_time",
    "og:release_date",
    "og:time",
    "og:pubdate",
    "article:published",
    "contentpublishtime",
    "publishtime",
    "publish-time",
    "publish_time",
    "published_time",
    "apub:time",
    "bytedance:published_time",
    "datepublished",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.date",
    "dcterms.created",
    "dc.date",
    "datecreated",
    "weibo:article:create_at",
    "publicationdate",
    "publication_date",
    "releasedate",
)
_LONGEST = 1000
# A shorter part of a title is the name of a section.
_SHORTEST = 5
_DAY = re.compile(r"\s*((?:19|20)\d\d)(?:[^\d\s](\d{1,2})[^\d\s](\d{1,2})|(\d\d)(\d\d))(?!\d)")
_WITH_ZONE = re.compile(r"\s*((?:19|20)\d\d-\d\d-\d\dT\d\d:\d\d(?::\d\d)?)(?:\.\d+)?(Z|[+-]00:?00)\s*$")
# The line under a headline that shows when a page was put up: no longer, and so near to it.
_DAY_AND_TIME = re.compile(r"(?<!\d)((?:19|20)\d\d[^\d\s]\d{1,2}[^\d\s]\d{1,2})[^\d\s]?\s*\d{1,2}:\d\d")
_LONGEST_DATELINE = 100
_NEAR = 30
_CHINA = timezone(timedelta(hours=8))
# What parts the article's title from the site's name: surely, and perhaps.
_SITE = re.compile(r"\s*[_|｜]\s*|\s+[-–—]+\s+|\s*--\s*")
_PERHAPS = re.compile(r"\s*[_|｜\-–—>]+\s*")
_BLANKS = re.compile(r"\s+")


class Head:
    """The ``<meta>`` and ``<title>`` of a parsed page."""

    def __init__(self, document: Document) -> None:
        self._stated = dict(_stated(document))
        title = document.find("title")
        self.title = one_line(title.text[:_LONGEST]) if title is not None else ""

    @property
    def titles(self) -> list[str]:
        """The titles that the page states for its article, the surest first."""
        return [title for name in _TITLES if (title := one_line(self._stated.get(name, "")[:_LONGEST]))]

    @property
    def title_parts(self) -> list[str]:
        """``<title>``, which may name the site too, whole and cut where sites cut it, the longest part first."""
        parts = dict.fromkeys(
            (self.title, *_SITE.split(self.title), *_PERHAPS.split(self.title), *beginnings(self.title))
        )
        return sorted((part for part in parts if len(part) >= _SHORTEST), key=len, reverse=True)

    @property
    def likely_title(self) -> str | None:
        """The article's title as the head states it, or None if it states none.

        A title that a page shares (``og:title``) may have the site's name behind it, as ``<title>`` has.
        """
        stated = next(iter(self.titles), self.title)
        if stated == self.title:
            stated = _SITE.split(self.title)[0]
        return stated or None

    @property
    def date(self) -> str | None:
        """The day of publication (ISO), or None."""
        return next((day for name in _DATES if (day := iso_day(self._stated.get(name, "")))), None)


def _stated(document: Document) -> Iterator[tuple[str, str]]:
    """Yield name and content of every ``<meta>``, the last first, so that the first stays in a dictionary."""
    for meta in reversed(document.find_all("meta")):
        name = meta.attr("name") or meta.attr("property") or meta.attr("itemprop")
        content = meta.attr("content")
        if name and content:
            yield _BLANKS.sub("", name).lower(), content


def beginnings(title: str) -> list[str]:
    """Return what stands in ``title`` before each sign by which sites separate their names from it, longest first."""
    return [title[: found.start()] for found in _PERHAPS.finditer(title) if found.start() >= _SHORTEST][::-1]


def visible_day(lines: Sequence[Line], headline: str | None) -> str | None:
    """Return the day (ISO) of the short line nearest to the ``headline`` that shows a day and a time of day, or None.

    Without a headline it is the first of such lines; links, as in lists of other articles, do not count.
    """
    at = next((number for number, line in enumerate(lines) if headline and line.text.strip() == headline), None)
    dated = [
        (number, found[1])
        for number, line in enumerate(lines)
        if len(line.text) <= _LONGEST_DATELINE
        and line.linked * 2 <= line.size
        and (found := _DAY_AND_TIME.search(line.text))
    ]
    if at is not None:
        dated = sorted((one for one in dated if abs(one[0] - at) <= _NEAR), key=lambda one: abs(one[0] - at))
    return next((day for _, text in dated if (day := iso_day(text))), None)


def one_line(text: str) -> str:
    """Return ``text`` with every run of blanks as one space, and none at its ends."""
    return _BLANKS.sub(" ", text).strip()


def iso_day(text: str) -> str | None:
    """Return the day at the beginning of ``text`` in ISO form, or None; a time in UTC is given as the day in China.

    >>> iso_day("2023-01-20 10:30"), iso_day("2018年11月9日"), iso_day("20230120"), iso_day("2021-09-30T18:05:00Z")
    ('2023-01-20', '2018-11-09', '2023-01-20', '2021-10-01')
    """
    if zoned := _WITH_ZONE.match(text):
        try:
            return datetime.fromisoformat(f"{zoned[1]}+00:00").astimezone(_CHINA).date().isoformat()
        except (ValueError, OverflowError):
            return None
    found = _DAY.match(text)
    if found is None:
        return None
    try:
        return date(int(found[1]), int(found[2] or found[4]), int(found[3] or found[5])).isoformat()
    except ValueError:
        return None
