"""The text of a PDF by way of PDFium, and what cannot be read, in words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from ....errors import DocumentError
from ...content import Content, Metadata
from ..extras import need

MOST_PAGES = 10_000
"""The pages that one document may have."""

MOST_CHARACTERS = 20_000_000
"""The characters that the pages of one document may have together."""

# A page that is one picture with so little text is a scan with a stamp, a page number or the scanner's name on it.
_FEW = 20
_MOSTLY = 0.5
_OCR = "make a text layer first, for example with: ocrmypdf -l chi_sim in.pdf out.pdf"
_SOUND = "get a sound copy; this one may not have been loaded to its end"
_OCR_AGAIN = "make a text layer anew, for example with: ocrmypdf --force-ocr -l chi_sim in.pdf out.pdf"

_FILE_NAME = re.compile(r"\.\w{2,5}$|[\\/]|^(?:Microsoft|WPS|untitled)", re.I)
_IDEOGRAPHS = re.compile("[\u4e00-\u9fff]")


Report = Callable[[int, int], None]
"""Receives the number of the next page, from 1 on, and how many there are; the last time one too many."""


def _ignore(_page: int, _pages: int) -> None:
    return


def content_of(data: bytes, name: str, report: Report = _ignore) -> Content:
    """Return what ``formats.pdf.read`` does, but in this process, which a bad file may end or keep busy for hours."""
    pdfium = need("pypdfium2", form="pdf", name=name)
    with _opened(pdfium, data, name) as document:
        return _Reader(pdfium, document, name).content(report)


def _opened(pdfium: Any, data: bytes, name: str) -> Any:
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        code = error.err_code
    if code == pdfium.raw.FPDF_ERR_PASSWORD:
        hint = "save a copy without one, for example with: qpdf --decrypt --password=… in.pdf out.pdf"
        raise DocumentError("the PDF is encrypted and opens only with a password", where=name, hint=hint)
    if code == pdfium.raw.FPDF_ERR_SECURITY:
        hint = "save a copy without protection from a program that opens it"
        raise DocumentError("the PDF is protected in a way that is not known here", where=name, hint=hint)
    if not data:
        raise DocumentError("the file is empty", where=name, hint=_SOUND)
    damaged = b"%PDF-" in data[:1024]
    what = "the PDF is damaged beyond repair, or has no pages" if damaged else "this is not a PDF"
    raise DocumentError(what, where=name, hint=_SOUND)


class _Reader:
    """Takes the text out of an opened document."""

    def __init__(self, pdfium: Any, document: Any, name: str) -> None:
        from .text import Layout

        self._pdfium, self._document, self._name = pdfium, document, name
        self._layout = Layout()
        self._scanned: list[int] = []
        self._broken: list[int] = []
        self._crowded: list[int] = []
        self._characters = self._unreadable = self._foreign = 0
        self._drawn = False

    def content(self, report: Report) -> Content:
        """Return what the document holds; raise ``DocumentError`` if it is no text."""
        count = len(self._document)
        if count == 0:
            raise self._error("the PDF has no pages", _SOUND)
        if count > MOST_PAGES:
            raise self._error(f"the PDF has {count:,} pages, more than {MOST_PAGES:,}", "split it into smaller files")
        for number in range(count):
            report(number + 1, count)
            self._take(number)
        report(count + 1, count)
        self._check(count)
        text, pages = self._layout.text()
        metadata = Metadata(title=self._title())
        return Content(text, "pdf", pages=pages, metadata=metadata, warnings=tuple(self._warnings(count)))

    def _error(self, problem: str, hint: str) -> DocumentError:
        return DocumentError(problem, where=self._name, hint=hint)

    def _take(self, number: int) -> None:
        from .page import NOTHING, read_page

        try:
            page = self._document[number]
        except self._pdfium.PdfiumError:
            self._broken.append(number + 1)
            self._layout.add(NOTHING)
            return
        try:
            found = read_page(self._pdfium, page)
        except self._pdfium.PdfiumError:
            self._broken.append(number + 1)
            found = NOTHING
        finally:
            page.close()
        self._characters += found.characters
        self._unreadable += found.unreadable
        self._foreign += found.foreign
        self._drawn |= found.drawn > 0
        if found.characters < _FEW and found.pictured > _MOSTLY:
            self._scanned.append(number + 1)
        if found.plain is not None:
            self._crowded.append(number + 1)
        if self._characters > MOST_CHARACTERS:
            raise self._error(f"the PDF has more than {MOST_CHARACTERS:,} characters", "split it into smaller files")
        self._layout.add(found)

    def _check(self, count: int) -> None:
        """Raise ``DocumentError`` if the pages hold no text that can be read."""
        pages = f"{count} page{'s' * (count > 1)}"
        if len(self._broken) == count:
            raise self._error(f"none of its {pages} can be read: the PDF is damaged", _SOUND)
        if len(self._scanned) + len(self._broken) == count:
            raise self._error(f"no text in its {pages}, only pictures; it needs OCR", _OCR)
        if not self._characters:
            if self._scanned:
                raise self._error(f"no text in its {pages}, only pictures; it needs OCR", _OCR)
            if self._drawn:
                raise self._error(f"no text in its {pages}, only letters drawn as shapes; it needs OCR", _OCR)
            raise self._error(f"no text in its {pages}: nothing stands there", "see whether it is the right file")
        unknown = self._unreadable + self._foreign
        if 3 * self._unreadable > self._characters or 5 * unknown > self._characters:
            share = f"{unknown:,} of {self._characters:,} characters"
            raise self._error(f"its fonts do not say which characters they show ({share}); it needs OCR", _OCR_AGAIN)

    def _warnings(self, count: int) -> Iterator[str]:
        """Yield what was not read, or not well."""
        if pages := self._scanned:
            what = "holds only pictures and was not read (it needs OCR)"
            whats = "hold only pictures and were not read (they need OCR)"
            yield f"{self._name}: {_pages(pages)} of {count} {what if len(pages) == 1 else whats}"
        if pages := self._broken:
            yield f"{self._name}: {_pages(pages)} of {count} {'is' if len(pages) == 1 else 'are'} damaged, not read"
        if pages := self._crowded:
            yield f"{self._name}: {_pages(pages)} of {count} read without layout: too many characters"
        if self._unreadable:
            share = f"{self._unreadable:,} of {self._characters:,} characters"
            yield f"{self._name}: {share} cannot be read: their fonts do not say which they are"

    def _title(self) -> str | None:
        """Return the title that the file gives itself, if a person wrote it: many are the name of a file."""
        from .characters import is_unreadable, ordinary_text

        title = " ".join(ordinary_text(self._document.get_metadata_value("Title")).split())
        if not 4 <= len(title) <= 80 or _FILE_NAME.search(title) or any(map(is_unreadable, title)):
            return None
        return title if 2 * len(_IDEOGRAPHS.findall(title)) >= len(title.replace(" ", "")) else None


def _pages(numbers: Sequence[int]) -> str:
    """Return ``numbers``, ascending, in words, as in ``pages 3, 7-9``."""
    ranges: list[list[int]] = []
    for number in numbers:
        if ranges and number == ranges[-1][-1] + 1:
            ranges[-1][1:] = [number]
        else:
            ranges.append([number])
    listed = ", ".join("-".join(map(str, one)) for one in ranges)
    return f"page{'s' * (len(numbers) > 1)} {listed}"
