"""Whether a document says the same in traditional characters: python bench/conversions.py [NAME …]

Converts the gold documents beside the checkout with opencc to traditional characters, and to those of Taiwan and of
Hong Kong, extracts the commitments from the text as it is and as it was converted, and counts those that are equal in
quantity, indicator, aim, owners and deadline once the words of both are simplified again. The share is that of the
equal ones in the larger of the two numbers.

Exit code 1: the share of a conversion, all documents together, is under 98 %.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import opencc
from agreement import Agreement, Key, compare, report
from gold import Gold, add_arguments, commitments, gold_documents

from pledgeminer.record import Record

TARGET = 0.98
# What converts, and what takes it back.
CONVERSIONS = {"s2t": "t2s", "s2tw": "tw2s", "s2hk": "hk2s"}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_arguments(parser)
    chosen = parser.parse_args()
    documents = gold_documents(chosen.shared, chosen.names)
    plain = [commitments(document, document.path) for document in documents]
    with tempfile.TemporaryDirectory() as folder:
        reached = [
            report(name, TARGET, agreements(documents, plain, name, Path(folder)), show=chosen.show)
            for name in CONVERSIONS
        ]
    return 0 if all(reached) else 1


def agreements(
    documents: Sequence[Gold], plain: Sequence[list[Record]], conversion: str, folder: Path
) -> Iterator[tuple[str, Agreement]]:
    """Yield each document's name and how far its converted text agrees with the records of the text as it is."""
    convert = opencc.OpenCC(conversion).convert
    key = simplified_key(opencc.OpenCC(CONVERSIONS[conversion]).convert)
    for document, records in zip(documents, plain, strict=True):
        path = folder / f"{document.name}.{conversion}.txt"
        path.write_text(convert(document.text), "utf-8", newline="")
        yield document.name, compare(records, commitments(document, path), key)


def simplified_key(simplify: Callable[[str], str]) -> Callable[[Record], Key]:
    """Return the function that gives what must be equal of a record."""

    def key(record: Record) -> Key:
        words = (record.quantity, record.indicator, record.aim, ";".join(record.owners), record.deadline or "")
        return tuple(map(simplify, words))

    return key


if __name__ == "__main__":
    sys.exit(main())
