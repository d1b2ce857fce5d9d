"""Large documents."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

from corpus import corpus, document, report

from situations.trial import (
    Outcome,
    Size,
    done,
    extract,
    lines_of,
    situation,
    sources,
)


def megabytes(count: int) -> tuple[int, float]:
    """Write ``count`` documents of a megabyte; return how many records they have, and the memory for one of them."""
    Path("d").mkdir()
    for name, text in corpus(count, 1, 1000):
        Path("d", name).write_text(text, "utf-8")
    alone = max(extract(str(path), "--jobs", "1").peak for path in sorted(Path("d").iterdir())[:2])
    return len(extract("d").records), alone


@situation("one document of 1 MB")
def one_document(_: Size) -> Outcome:
    count, _ = megabytes(1)
    return done(extract("d", "--jobs", "1"), count)


@situation("100 documents of 1 MB")
def hundred_documents(size: Size) -> Outcome:
    count, alone = megabytes(size.megabytes)
    ran = extract("d", "--jobs", "1")
    return done(ran, count, also=ran.peak < alone + 25 and len(sources(ran)) == size.megabytes)


@situation("100 documents of 1 MB in a ZIP")
def hundred_documents_zipped(size: Size) -> Outcome:
    count, alone = megabytes(size.megabytes)
    shutil.make_archive("a", "zip", "d")
    ran = extract("a.zip", "--jobs", "1")
    return done(ran, count, also=ran.peak < alone + 25 and len(sources(ran)) == size.megabytes)


@situation("100 documents of 1 MB in a tar.xz, two processes")
def hundred_documents_tarred(size: Size) -> Outcome:
    count, _ = megabytes(size.megabytes)
    shutil.make_archive("a", "xztar", "d")
    ran = extract("a.tar.xz", "--jobs", "2")
    return done(ran, count, also=len(sources(ran)) == size.megabytes)


@situation("a text of 100 MB")
def large_text(size: Size) -> Outcome:

    Path("a.txt").write_text(document(report, size.megabytes * 1_000_000, random.Random(1)), "utf-8")
    ran = extract("a.txt")
    return done(ran, len(ran.records), also=len(ran.records) > 500 * size.megabytes and ran.peak < 1500)


@situation("100 MB in one line without punctuation")
def one_line(size: Size) -> Outcome:
    text = "".join(letter for letter in lines_of(size.megabytes, 1) if letter.isalnum() or letter in "%.")
    Path("a.txt").write_text(text, "utf-8")
    ran = extract("a.txt")
    return done(ran, len(ran.records), also=ran.peak < 2000)


@situation("100 MB of one character")
def one_character(size: Size) -> Outcome:
    Path("a.txt").write_bytes("增".encode() * (size.megabytes * 333_333))
    return done(extract("a.txt"), 0)


@situation("100 MB of digits")
def digits(size: Size) -> Outcome:
    Path("a.txt").write_bytes(b"1" * (size.megabytes * 1_000_000))
    return done(extract("a.txt"), 0)


@situation("100 MB of blank lines")
def blank_lines(size: Size) -> Outcome:
    Path("a.txt").write_bytes(b"\n" * (size.megabytes * 1_000_000))
    return done(extract("a.txt"), 0)


@situation("a million numbers")
def numbers(size: Size) -> Outcome:
    Path("a.txt").write_text("\n".join(map(str, range(size.numbers))), "utf-8")
    return done(extract("a.txt"), 0)


@situation("a million numbers in one line")
def numbers_in_line(size: Size) -> Outcome:
    Path("a.txt").write_text(" ".join(map(str, range(size.numbers))), "utf-8")
    return done(extract("a.txt"), 0)


@situation("a million numbers with units in one line")
def units_in_line(size: Size) -> Outcome:
    Path("a.txt").write_text("".join(f"{number}个" for number in range(1, size.numbers + 1)), "utf-8")
    ran = extract("a.txt", "--kind", "all")
    return done(ran, size.numbers)


@situation("a table with a million cells")
def table(size: Size) -> Outcome:
    width = 1000
    row = "\t".join(f"{number}个" for number in range(1, width + 1))
    Path("a.txt").write_text("\n".join([row] * (size.numbers // width)) + "\n", "utf-8")
    ran = extract("a.txt")
    return done(ran, len(ran.records))


@situation("a row with a million cells")
def row(size: Size) -> Outcome:
    Path("a.txt").write_text("5\t" * size.numbers, "utf-8")
    return done(extract("a.txt"), 0)
