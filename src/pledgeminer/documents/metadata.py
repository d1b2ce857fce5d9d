"""The facts about a document (date, body, title, place): what the user states, and which source of a fact wins.

A fact may be stated in several places. ``decide`` is the one function that chooses among them, by ``ORDER``; whoever
finds a fact hands in a `Candidate` for it.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Literal

import msgspec

from ..errors import PledgeminerError

Fact = Literal["date", "body", "title", "place"]
Origin = Literal["user", "sidecar", "front matter", "signature", "title", "page", "text", "file name"]
"""Where a fact was found: stated by the user; in the list of documents beside the file; in the front matter of the
file; in the signature or the title line of the text; in the metadata of a page or a line that states when and by whom
it was put up; elsewhere in the text; in the name of the file."""

ORDER: tuple[Origin, ...] = ("user", "sidecar", "front matter", "signature", "title", "page", "text", "file name")
"""The origins, the most trusted first."""

_CERTAIN: frozenset[Origin] = frozenset(("user", "sidecar", "front matter"))
"""Somebody wrote these down on purpose: if two of them disagree, one of them is a mistake."""
_LABELS: dict[Origin, str] = {
    "user": "an option",
    "sidecar": "the list of documents beside it",
    "front matter": "its front matter",
}


class Candidate(msgspec.Struct, frozen=True):
    """A value of a fact (a date in ISO form), and where it was found."""

    value: str
    origin: Origin


class Decision(msgspec.Struct, frozen=True):
    """The value of a fact and its origin, None where it is unknown; ``warnings`` are lines for the user."""

    value: str | None = None
    origin: Origin | None = None
    warnings: tuple[str, ...] = ()


def candidates(*found: tuple[Origin, str | None]) -> list[Candidate]:
    """Return a candidate for each pair of origin and value; those without a value are left out."""
    return [Candidate(value, origin) for origin, value in found if value]


def decide(fact: Fact, found: Iterable[Candidate], name: str) -> Decision:
    """Return which of the candidates ``found`` for a fact of the document shown as ``name`` wins.

    The most trusted origin wins, of several candidates from there the first. There is a warning if two values that
    somebody wrote down on purpose disagree.

    >>> decide("date", candidates(("text", "2026-01-20"), ("user", "2026-03-01")), "a.txt").value
    '2026-03-01'
    """
    ranked = sorted(found, key=lambda one: ORDER.index(one.origin))
    if not ranked:
        return Decision()
    best = ranked[0]
    other = next((one for one in ranked if one.origin in _CERTAIN and not _agree(fact, one.value, best.value)), None)
    warnings: tuple[str, ...] = ()
    if other is not None:
        warnings = (
            f"{name}: the {fact} is {best.value} by {_LABELS[best.origin]} but {other.value} by"
            f" {_LABELS[other.origin]}; the first is used",
        )
    return Decision(best.value, best.origin, warnings)


def _agree(fact: Fact, one: str, other: str) -> bool:
    """Return whether two values can both be right: a title may be shortened, and a body named without its place."""
    if fact in ("date", "place"):
        return one == other
    return fact == "title" or one.endswith(other) or other.endswith(one)


class UserMetadata(msgspec.Struct, frozen=True):
    """What the user states of all documents of a run: date (ISO), issuing body, encoding; None leaves it to them.

    Raises ``PledgeminerError`` for a date that does not exist, a name that is no text and an encoding that is
    not known.
    """

    date: str | None = None
    body: str | None = None
    encoding: str | None = None

    def __post_init__(self) -> None:
        if self.date is not None:
            _check_date(self.date)
        if self.body is not None:
            _check_body(self.body)
        if self.encoding is not None:
            _check_encoding(self.encoding)


def _check_date(text: str) -> None:
    try:
        # fromisoformat also takes 20260324 and 2026-W13-2, which a reader of the records would stumble over.
        valid = date.fromisoformat(text).isoformat() == text
    except ValueError:
        valid = False
    if not valid:
        raise PledgeminerError(f"{text!r} is not a date", where="date", hint="write YYYY-MM-DD, for example 2026-03-24")


def _check_body(name: str) -> None:
    try:
        name.encode()
    except UnicodeEncodeError:
        raise PledgeminerError(
            f"{name!r} is not text",
            where="body",
            hint="write it in the encoding of your terminal, best UTF-8",
        ) from None


def _check_encoding(name: str) -> None:
    try:
        # One byte, because Python does not look the name up to decode none; codecs that are no text encodings
        # (hex, rot13) are refused here as well.
        b"a".decode(name, "ignore")
    except (LookupError, ValueError):
        raise PledgeminerError(
            f"{name!r} is not an encoding that is known here",
            where="encoding",
            hint="common ones are utf-8, gb18030, big5, utf-16-le; leave it out to have it detected",
        ) from None
