"""Whether a document says the same as web page, PDF and Word file: python bench/round_trip.py [NAME …]

Makes DOCX, PDF and web pages with navigation around them of the gold documents beside the checkout (with headless
LibreOffice and Chromium; the pages are in templates/), extracts the commitments from the plain text and from each file,
and counts those that are equal in quantity, indicator, aim and owners, blanks left aside. The share is that of the
equal ones in the larger of the two numbers: a record that is lost and one too many both count.

Exit code 1: the share of a kind, all documents together, is under its target. 2: a program or a font is missing.
"""

from __future__ import annotations

import argparse
import contextlib
import functools
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import printing
import renditions
from agreement import Agreement, Key, compare, report
from gold import Gold, add_arguments, commitments, gold_documents
from renditions import Layout, rendered

from pledgeminer.record import Record


class Kind(NamedTuple):
    """A kind of file: its ending, the share that must be equal, the page, and what makes the files of such pages."""

    ending: str
    target: float
    layout: Layout
    make: Callable[[Sequence[Path], Path], None] | None = None


WRITER = Layout("document.fodt", renditions.writer_body)
KINDS = {
    "docx": Kind("docx", 0.98, WRITER, functools.partial(printing.convert, ending="docx")),
    "html-gov": Kind("html", 0.98, Layout("portal.html", renditions.portal_body)),
    "html-news": Kind("html", 0.98, Layout("news.html", renditions.news_body)),
    "html-gbk": Kind("html", 0.98, Layout("old.html", renditions.broken_body, "gbk")),
    "pdf1": Kind("pdf", 0.95, Layout("report.html", renditions.headed), printing.print_pages),
    "pdf2": Kind("pdf", 0.95, Layout("newspaper.html", renditions.headed), printing.print_pages),
    "pdf-lo": Kind("pdf", 0.95, WRITER, functools.partial(printing.convert, ending="pdf")),
}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_arguments(parser)
    parser.add_argument("--kind", action="append", choices=KINDS, help="of file; may be repeated (default: all)")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="keep the files there, and use those that are there")
    parser.add_argument("--make-only", action="store_true", help="make the files and read none")
    chosen = parser.parse_args()
    documents = gold_documents(chosen.shared, chosen.names)
    kinds = chosen.kind or list(KINDS)
    with contextlib.ExitStack() as stack:
        folder = chosen.keep or Path(stack.enter_context(tempfile.TemporaryDirectory()))
        for name in kinds:
            make(documents, KINDS[name], folder / name)
        if chosen.make_only:
            return 0
        plain = [commitments(document, document.path) for document in documents]
        reached = [
            report(name, KINDS[name].target, agreements(documents, plain, KINDS[name], folder / name), show=chosen.show)
            for name in kinds
        ]
    return 0 if all(reached) else 1


def make(documents: Sequence[Gold], kind: Kind, folder: Path) -> None:
    """Write the files of ``kind`` that are not yet in ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    missing = [document for document in documents if not made(document, kind, folder).exists()]
    if kind.make is None:
        write_pages(missing, kind.layout, folder)
    elif missing:
        with tempfile.TemporaryDirectory() as pages:
            kind.make(write_pages(missing, kind.layout, Path(pages)), folder)


def write_pages(documents: Sequence[Gold], layout: Layout, folder: Path) -> list[Path]:
    """Write ``documents`` as pages of ``layout`` and return their paths."""
    paths = [folder / f"{document.name}{Path(layout.template).suffix}" for document in documents]
    for document, path in zip(documents, paths, strict=True):
        path.write_bytes(rendered(document, layout))
    return paths


def made(document: Gold, kind: Kind, folder: Path) -> Path:
    """Return the path of the file that is made of ``document``."""
    return folder / f"{document.name}.{kind.ending}"


def agreements(
    documents: Sequence[Gold], plain: Sequence[list[Record]], kind: Kind, folder: Path
) -> Iterator[tuple[str, Agreement]]:
    """Yield each document's name and how far its file agrees with the records of its plain text."""
    for document, records in zip(documents, plain, strict=True):
        yield document.name, compare(records, commitments(document, made(document, kind, folder)), key)


def key(record: Record) -> Key:
    """Return what must be equal. Blanks are left aside: whether one is printed or only drawn is not known of a PDF."""
    return tuple("".join(words.split()) for words in (record.quantity, record.indicator, record.aim, *record.owners))


if __name__ == "__main__":
    sys.exit(main())
