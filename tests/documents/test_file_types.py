"""How a file's type is found: at once, whatever its first bytes are."""

from __future__ import annotations

import time

import pytest

from pledgeminer.documents.file_types import FILE_TYPES, HEAD, format_of

PIECES = [
    b"<!---->",
    b"<!-- x -->\n",
    b"<!--",
    b"<?xml ",
    b"<?xml?>",
    b" ",
    b"\xef\xbb\xbf",
    b"a: b\n",
    b"MIME-Version:",
    b"PK",
]
ENDS = [b"", b"<p>", b"x", b"\n2026"]


@pytest.mark.parametrize("end", ENDS)
@pytest.mark.parametrize("piece", PIECES)
def test_every_beginning_is_looked_at_in_no_time(piece: bytes, end: bytes) -> None:
    head = (piece * HEAD)[: HEAD - len(end)] + end
    begun = time.process_time()
    for one in FILE_TYPES:
        if one.begins is not None:
            one.begins.match(head)
    assert time.process_time() - begun < 0.2


@pytest.mark.parametrize(
    "head", [b"<html>", b"<!DOCTYPE  html>", b"\xef\xbb\xbf<?xml?>\n<html>", b"<!----><!-- a\n-->\n <HTML x>"]
)
def test_a_page_is_known_behind_comments(head: bytes) -> None:
    assert format_of(head, "a.txt") == "html"


@pytest.mark.parametrize("head", [b"<!-- <html> -->\n2026", b"<htmlx>", b"<!-- a <html>"])
def test_what_speaks_of_a_page_is_none(head: bytes) -> None:
    assert format_of(head, "a.md") == "text"
