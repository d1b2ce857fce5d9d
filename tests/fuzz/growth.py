"""Repeat pieces of a corpus four times as often, and see whether that takes more than about four times as long.

    python tests/fuzz/growth.py TARGET CORPUS [SECONDS]

CORPUS is a folder that fuzzing has grown. Each piece of it is repeated up to a size at which the target takes some
hundredths of a second, and up to four times that. The worst five are shown: how many times as long, and the seconds.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import builders as build
from targets import EXTRACTOR, content_of

from pledgeminer.documents.formats import docx, html, mhtml
from pledgeminer.documents.model import Document
from pledgeminer.documents.mojibake import repair
from pledgeminer.errors import DocumentError
from pledgeminer.text.clean import clean

#: The lengths of pieces, in bytes.
PIECES = (2, 30, 120)
#: Seconds below which a measurement says nothing.
LEAST = 0.02


def _extract(data: bytes) -> None:
    EXTRACTOR.extract(Document(text=build.words(data), source="-", date="2026-03-24"))


def _clean(data: bytes) -> None:
    clean(build.words(data), EXTRACTOR.rules.layout, tables=EXTRACTOR.rules.tables)


#: What is measured, and how many bytes of the corpus it gets at first.
TARGETS: dict[str, tuple[Callable[[bytes], object], int]] = {
    "extract": (_extract, 8_000),
    "clean": (_clean, 30_000),
    "mend": (lambda data: repair(build.words(data)), 60_000),
    "html-tags": (lambda data: html.read(build.encoded_words(data, build.HTML_WORDS), "-", None), 60_000),
    "mhtml-parts": (lambda data: mhtml.read(build.encoded_words(data, build.MAIL_WORDS), "-", None), 60_000),
    "docx-xml": (lambda data: docx.read(build.word_file(data), "-", None), 20_000),
    "pdf-drawn": (lambda data: content_of(build.drawn(data), "-"), 4_000),
}


def main() -> None:
    """Measure until the time is over."""
    if len(sys.argv) not in (3, 4) or sys.argv[1] not in TARGETS:
        sys.exit(f"{__doc__}\nTARGET is one of: {' '.join(TARGETS)}")
    target, size = TARGETS[sys.argv[1]]
    build.LONGEST = 4 * size
    files = [path.read_bytes() for path in sorted(Path(sys.argv[2]).iterdir())]
    chance, stop = random.Random(), time.monotonic() + float(sys.argv[3] if len(sys.argv) == 4 else 60)
    found = []
    while time.monotonic() < stop:
        data, length = chance.choice(files), chance.choice(PIECES)
        at = chance.randrange(max(1, len(data) - length))
        piece = data[at : at + length] or b"\0"
        found.append((*growth(target, piece, size), piece))
    print(f"{len(found):,} pieces")
    for times, taken, piece in sorted(found, reverse=True)[:5]:
        print(f"{times:5.1f} times {taken:6.2f} s  {piece!r}")


def growth(target: Callable[[bytes], object], piece: bytes, size: int) -> tuple[float, float]:
    """Return how many times as long four times as much takes, and how long; what is much is measured again."""
    few = many = 1e9
    for _ in range(4):
        few = min(few, seconds(target, piece * (size // len(piece))))
        many = min(many, seconds(target, piece * (4 * size // len(piece))))
        if many < 5 * max(few, LEAST):
            break
    return many / max(few, LEAST), many


def seconds(target: Callable[[bytes], object], data: bytes) -> float:
    """Return the seconds of processor time that ``target`` takes for ``data``."""
    started = time.process_time()
    with suppress(DocumentError):  # a refusal takes its time too
        target(data)
    return time.process_time() - started


if __name__ == "__main__":
    main()
