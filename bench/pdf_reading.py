"""How whole and in which order readers of PDF give back a text: python bench/pdf_reading.py FOLDER [READER …]

FOLDER holds NAME.pdf for gold documents beside the checkout, as `bench/round_trip.py --keep` makes them, in folders by
kind (pdf1 has one column, pdf2 two, pdf-lo is made by LibreOffice). For every kind and every reader that is installed
it prints, in percent of all documents together:

whole      of the lines of the text with ten characters or more, those that come out whole on a line of their own
found      of its characters, those that come out in order
clean      of the characters that come out, those that belong to the text: running titles and page numbers do not
records    of the commitments of the plain text, those found equal in quantity, indicator, aim and owners

and the milliseconds that a page takes, the fastest of three runs. Blanks are not compared. Our reader is measured in
this process, though `extract` runs it in another one; the other readers are installed by hand: pip install
pdfminer.six pdfplumber pypdf
"""

from __future__ import annotations

import argparse
import functools
import io
import re
import sys
import time
import warnings
from collections.abc import Callable, Sequence
from pathlib import Path

from agreement import compare, total
from gold import SHARED, Gold, gold_documents
from rapidfuzz.distance import LCSseq
from renditions import EMPHASIS, all_lines, groups_of_lines
from round_trip import key

from pledgeminer import DocumentWarning, extract
from pledgeminer.record import Record

Reader = Callable[[bytes], str]

SHORTEST = 10
RUNS = 3


def pledgeminer_pdf(data: bytes) -> str:
    from pledgeminer.documents.formats.pdf.reading import content_of

    return content_of(data, "document").text


def pdfium_plain(data: bytes) -> str:
    import pypdfium2

    with pypdfium2.PdfDocument(data) as document:
        return "\n".join(page.get_textpage().get_text_bounded().replace("\r\n", "\n") for page in document)


def pdfminer_layout(data: bytes) -> str:
    from pdfminer.high_level import extract_text

    return str(extract_text(io.BytesIO(data)))


def pypdf_plain(data: bytes) -> str:
    from pypdf import PdfReader

    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)


def pypdf_layout(data: bytes) -> str:
    from pypdf import PdfReader

    return "\n".join(page.extract_text(extraction_mode="layout") for page in PdfReader(io.BytesIO(data)).pages)


def pdfplumber_text(data: bytes) -> str:
    import pdfplumber

    with pdfplumber.open(io.BytesIO(data)) as document:
        return "\n".join(page.extract_text() for page in document.pages)


READERS: tuple[Reader, ...] = (
    pledgeminer_pdf,
    pdfium_plain,
    pdfminer_layout,
    pypdf_plain,
    pypdf_layout,
    pdfplumber_text,
)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="where the PDFs are, in folders by kind")
    parser.add_argument("readers", nargs="*", metavar="READER", help="names of readers (default: all)")
    parser.add_argument("--shared", type=Path, default=SHARED, metavar="DIR", help="where gold/manifest.json is")
    chosen = parser.parse_args()
    documents = gold_documents(chosen.shared)
    kinds = sorted({path.parent for path in chosen.folder.glob("*/*.pdf")})
    if not kinds:
        parser.error(f"no PDFs in the folders of {chosen.folder}: make them with bench/round_trip.py --keep")
    for kind in kinds:
        made = [document for document in documents if (kind / f"{document.name}.pdf").is_file()]
        print(f"{kind.name:18}{'whole':>8}{'found':>8}{'clean':>8}{'records':>9}{'ms/page':>9}")
        for reader in READERS:
            if not chosen.readers or reader.__name__ in chosen.readers:
                print(measured(reader, made, kind), flush=True)
    return 0


def measured(reader: Reader, documents: Sequence[Gold], folder: Path) -> str:
    """Return the line of the table for ``reader``."""
    whole = lines = common = wanted = given = pages = 0
    seconds = 0.0
    agreements = []
    for document in documents:
        data = (folder / f"{document.name}.pdf").read_bytes()
        try:
            text, taken = timed(reader, data)
        except ImportError as error:
            return f"{reader.__name__:18}not installed ({error.name})"
        seconds += taken
        pages += count_of_pages(data)
        source = [bare(EMPHASIS.sub(r"\1", line.words)) for line in all_lines(groups_of_lines(document.text))]
        found = {bare(line) for line in text.splitlines()}
        long = [line for line in source if len(line) >= SHORTEST]
        whole, lines = whole + sum(line in found for line in long), lines + len(long)
        one, other = "".join(source), bare(text)
        common += LCSseq.similarity(one, other)
        wanted, given = wanted + len(one), given + len(other)
        agreements.append(compare(records_of_text(document), records(document, text), key))
    shares = (whole / lines, common / wanted, common / given)
    figures = "".join(f"{share:8.1%}" for share in shares)
    return f"{reader.__name__:18}{figures}{total(agreements).share:9.1%}{1000 * seconds / pages:9.1f}"


def timed(reader: Reader, data: bytes) -> tuple[str, float]:
    """Return the text and the seconds of the fastest run."""
    fastest, text = float("inf"), ""
    for _ in range(RUNS):
        begun = time.perf_counter()
        text = reader(data)
        fastest = min(fastest, time.perf_counter() - begun)
    return text, fastest


def count_of_pages(data: bytes) -> int:
    import pypdfium2

    with pypdfium2.PdfDocument(data) as document:
        return len(document)


def records(document: Gold, text: str) -> list[Record]:
    with warnings.catch_warnings():
        # What had to be repaired shows in the records.
        warnings.simplefilter("ignore", DocumentWarning)
        return extract(text + "\n", date=document.date, body=document.body)


@functools.cache
def records_of_text(document: Gold) -> list[Record]:
    """Return the records of the document as it was given."""
    return records(document, document.text)


def bare(text: str) -> str:
    return re.sub(r"\s+", "", text)


if __name__ == "__main__":
    sys.exit(main())
