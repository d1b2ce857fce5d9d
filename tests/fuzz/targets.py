"""What is fuzzed, and what has to hold for every row of bytes. Used by ``harness.py``, and by the tests on kept cases.

A reader may raise DocumentError and nothing else, and what it returns has its pages and its beginning inside its text.
Cleaning returns two texts of one length, and a place in the source for each of their characters, where that character
stands. A record lies inside the text, on its line and its page, holds together, can be written, and its number is made
of what stands at its place. Nothing takes longer than a second.
"""

from __future__ import annotations

import io
import re
import time
import zlib
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from builders import (
    HTML_WORDS,
    LISTING_WORDS,
    LONGEST,
    MAIL_WORDS,
    drawn,
    encoded_words,
    packed,
    word_file,
    words,
)

from pledgeminer.documents.archive.members import Members
from pledgeminer.documents.content import Content
from pledgeminer.documents.decode import decode
from pledgeminer.documents.file_types import ENDINGS, HEAD, format_of
from pledgeminer.documents.formats import docx, html, mhtml
from pledgeminer.documents.formats.pdf.reading import content_of
from pledgeminer.documents.formats.text import plain
from pledgeminer.documents.formats.text import read as read_text
from pledgeminer.documents.metadata import UserMetadata
from pledgeminer.documents.model import Document
from pledgeminer.documents.mojibake import repair
from pledgeminer.documents.reading import as_document, extract_content
from pledgeminer.documents.sidecar.listing import Listing
from pledgeminer.documents.source import Archive, Source
from pledgeminer.errors import DocumentError
from pledgeminer.extraction.extractor import Extractor
from pledgeminer.extraction.simplified import simplified
from pledgeminer.record import Record
from pledgeminer.report.delimited import CsvWriter
from pledgeminer.report.json_text import JsonLinesWriter
from pledgeminer.rule_tools.explain import explain_document
from pledgeminer.text.clean import CleanText, clean
from pledgeminer.text.fold import legible

EXTRACTOR = Extractor()
#: Seconds that one input may take; all of them are short.
MOST_SECONDS = 1.0
#: What tables put between their cells.
_PUT_IN = frozenset("：；（）。\n")
_COUNT = re.compile(r"\d[\d,]*")
_SURROGATES = re.compile("[\ud800-\udfff]")

Target = Callable[[bytes], None]
Reader = Callable[[bytes, str, str | None], Content]


def check_cleaned(text: str) -> None:
    """Clean ``text`` and look at every character, without its tables and with them."""
    rules = EXTRACTOR.rules
    cleaned = clean(text, rules.layout)
    places = _places(cleaned, text)
    printed = legible(text, rules.layout.letters)
    other = sum(
        char not in (text[place], printed[place], "\n") for char, place in zip(cleaned.shown, places, strict=True)
    )
    assert other <= sum(int(count.replace(",", "")) for said in cleaned.repairs for count in _COUNT.findall(said))
    with_tables = clean(text, rules.layout, tables=rules.tables)
    _places(with_tables, text)
    if not with_tables.repairs:
        assert set(with_tables.shown) <= _PUT_IN.union(text, printed)
    behind = 0
    for start, end in with_tables.paragraphs:
        assert behind <= start < end <= len(with_tables.shown)
        behind = end
        first, last = with_tables.offsets.span(start, end)
        assert 0 <= first < last <= len(text)


def _places(cleaned: CleanText, text: str) -> list[int]:
    assert len(cleaned.shown) == len(cleaned.match)
    places = [cleaned.offsets.source(offset) for offset in range(len(cleaned.shown))]
    assert not places or 0 <= min(places) <= max(places) < len(text)
    return places


def check_records(document: Document) -> None:
    """Extract the records of ``document`` and look at them."""
    text = document.text
    found = EXTRACTOR.extract(document)
    # The marks of tables, and of what cleaning repairs.
    plain_text = not set("\t|?(") & set(text) and _SURROGATES.search(text) is None
    for record in found:
        check_place(record, document)
        check_whole(record)
        if plain_text:
            letters = iter(text[record.start : record.end])
            assert all(letter in letters for letter in record.quantity), record
    assert len({record.id for record in found}) == len(found), "ids are unique"
    assert not EXTRACTOR.slow, EXTRACTOR.slow
    if _SURROGATES.search(text) is None:
        for writer_of in (JsonLinesWriter, CsvWriter):
            writer = writer_of(io.StringIO(), Record)
            for record in found:
                writer.row(record)
            writer.finish()
    match zlib.crc32(text.encode("utf-8", "replace")) % 8:
        case 0:
            assert EXTRACTOR.extract(document) == found, "the same text gives the same records"
        case 1:
            check_explained(document, found)
        case 2:
            check_simplified(found)


def check_explained(document: Document, found: list[Record]) -> None:
    """Have every number of ``document`` explained; those that were ``found`` are among them, and no others."""
    told = explain_document(document, EXTRACTOR)
    for one in told:
        assert 0 <= one.start < one.end <= len(document.text), one
        assert one.because, one
    assert {one.record.id for one in told if one.record is not None} == {record.id for record in found}


def check_simplified(found: list[Record]) -> None:
    """Put ``found`` into simplified characters, each word as long as before."""
    for record in found:
        other = simplified(record, EXTRACTOR.rules.layout.letters)
        assert (other.id, other.start, other.end) == (record.id, record.start, record.end)
        assert len(other.text + other.quantity) == len(record.text + record.quantity), record


def check_place(record: Record, document: Document) -> None:
    """Look at where ``record`` says that it stands."""
    text, pages = document.text, document.pages
    assert document.start <= record.start < record.end <= len(text), record
    assert record.line == text.count("\n" if "\n" in text else "\r", 0, record.start) + 1, record
    assert (record.page is None) == (not pages), record
    if record.page is not None:
        assert 1 <= record.page <= len(pages), record
        assert pages[record.page - 1] <= record.start < [*pages, len(text)][record.page], record


def check_whole(record: Record) -> None:
    """Look at whether the fields of ``record`` go together."""
    assert record.quantity, record
    assert record.rule, record
    assert all(record.owners), record
    assert "\n" not in record.text + record.quantity + record.indicator, record
    assert abs(record.value) < 2**63, record
    assert (record.value_max is not None) == (record.comparator == "range"), record
    assert record.value_max is None or record.value < record.value_max < 2**63, record
    if record.deadline_date is not None:
        assert record.deadline, record
        date.fromisoformat(record.deadline_date)


def check_content(content: Content) -> None:
    """Look at the numbers that go with a text, and at whether it can be written."""
    length = len(content.text)
    content.text.encode()
    assert 0 <= content.start <= length
    assert list(content.pages) == sorted(content.pages)
    assert not content.pages or (content.pages[0] == 0 and content.pages[-1] <= length)
    if content.metadata.date is not None:
        date.fromisoformat(content.metadata.date)


def read_with(reader: Reader, build: Callable[[bytes], bytes] = bytes) -> Target:
    """Return a target that hands the file that bytes stand for to ``reader``, and what comes out to the extractor."""

    def target(data: bytes) -> None:
        try:
            content = reader(build(data), "fuzz", None)
        except DocumentError:
            return
        check_content(content)
        if len(content.text) <= LONGEST:
            check_records(as_document(content, "fuzz", UserMetadata()))

    return target


def fuzz_clean(data: bytes) -> None:
    """Clean a text that is made of words."""
    check_cleaned(words(data))


def fuzz_extract(data: bytes) -> None:
    """Extract from a text that is made of words, with its front matter."""
    text = words(data)
    content = plain(text, "fuzz", "utf-8")
    assert 0 <= content.start <= len(text)
    check_records(as_document(content, "fuzz", UserMetadata(date="2026-03-24")))


def fuzz_repeat(data: bytes) -> None:
    """Extract from a text that says the same again and again, which shows where time grows faster than the text."""
    text = words(data[:200])
    if text:
        EXTRACTOR.extract(Document(text=text * (20_000 // len(text)), source="fuzz", date="2026-03-24"))


def fuzz_decode(data: bytes) -> None:
    """Decode, and mend what was decoded wrongly."""
    try:
        text, encoding = decode(data, source="fuzz")
    except DocumentError:
        return
    if encoding == "utf-8":
        assert text.encode() == data.removeprefix(b"\xef\xbb\xbf")
    mended, _ = repair(text)
    mended.encode()
    assert len(mended) <= len(text)


def fuzz_mend(data: bytes) -> None:
    """Decode a text of words wrongly, as people did, and mend it."""
    text = _SURROGATES.sub("?", words(data))
    for right, wrong in (("utf-8", "latin-1"), ("utf-8", "cp1252"), ("utf-8", "gb18030"), ("gb18030", "cp1252")):
        mended, _ = repair(text.encode(right).decode(wrong, "replace"))
        mended.encode()


def fuzz_any(data: bytes) -> None:
    """Let the first byte choose the name, and the rest what kind of file it is."""
    path = f"fuzz{[*ENDINGS, '', '.zip'][data[0] % (len(ENDINGS) + 2)]}" if data else ""
    # These are read by another program, which is not what is fuzzed.
    if format_of(data[1:][:HEAD], path) in ("rtf", "odt", "doc"):
        return
    try:
        check_content(extract_content(data[1:], path, "fuzz", None))
    except DocumentError:
        return


def fuzz_archive(data: bytes) -> None:
    """Take everything out of an archive."""
    only = (None, None, None, "a.txt", "a.zip!/b.tar!/a.txt")[len(data) % 5]
    for item in Members(Archive("fuzz.zip", "fuzz.zip", len(data), data, named=True, only=only), Counter()):
        assert isinstance(item, Source | DocumentError)
        if isinstance(item, Source):
            assert item.data is not None
            item.name.encode()


def fuzz_members(data: bytes) -> None:
    """Take everything out of an archive that is made of archives and files."""
    fuzz_archive(packed(data))


def fuzz_listing(data: bytes) -> None:
    """Read a listing, and look three documents up in it."""
    name = ("documents.csv", "documents.yaml")[data[:1] > b"\x7f"]
    with TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(encoded_words(data[1:], LISTING_WORDS))
        listing = Listing(path, name)
    for document in ("a.txt", "2024/b.txt", "a.zip!/b.txt"):
        for key, value in listing.of(document).items():
            assert isinstance(key, str)
            assert isinstance(value, str)
    assert all(isinstance(problem, DocumentError) for problem in listing.problems)


TARGETS: dict[str, Target] = {
    "clean": fuzz_clean,
    "extract": fuzz_extract,
    "repeat": fuzz_repeat,
    "decode": fuzz_decode,
    "mend": fuzz_mend,
    "any": fuzz_any,
    "text": read_with(read_text),
    "html": read_with(html.read),
    "html-tags": read_with(html.read, lambda data: encoded_words(data, HTML_WORDS)),
    "mhtml": read_with(mhtml.read),
    "mhtml-parts": read_with(mhtml.read, lambda data: encoded_words(data, MAIL_WORDS)),
    "docx": read_with(docx.read),
    "docx-xml": read_with(docx.read, word_file),
    # In this process, where it is seen what happens.
    "pdf": read_with(lambda data, name, _: content_of(data, name)),
    "pdf-drawn": read_with(lambda data, name, _: content_of(data, name), drawn),
    "archive": fuzz_archive,
    "archive-members": fuzz_members,
    "listing": fuzz_listing,
}
"""What can be fuzzed, by name: with a part behind a dash it is the inside of a sound file."""


def in_time(target: Target) -> Target:
    """Return ``target``, which also fails if it takes too long, twice; what is imported on use takes long once."""

    def timed(data: bytes) -> None:
        seconds = 0.0
        for _ in range(2):
            started = time.process_time()
            target(data)
            seconds = time.process_time() - started
            if seconds <= MOST_SECONDS:
                return
        raise TimeoutError(f"{seconds:.1f} seconds for {len(data)} bytes")

    return timed
