"""What the user knows about the documents and the documents may not say."""

from __future__ import annotations

from datetime import date

import msgspec

from ..errors import PledgeminerError


class Given(msgspec.Struct, frozen=True):
    """The date (ISO), the issuer and the encoding of the documents; ``None`` leaves it to them.

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
