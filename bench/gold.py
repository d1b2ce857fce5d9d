"""The documents with hand-made records that lie beside the checkout, for the scripts that measure on them."""

from __future__ import annotations

import argparse
import json
import sys
import warnings
from collections.abc import Collection
from pathlib import Path
from typing import NamedTuple, NoReturn

from pledgeminer import extract
from pledgeminer.documents.decode import decode
from pledgeminer.errors import DocumentError, DocumentWarning
from pledgeminer.record import Record

SHARED = Path(__file__).parents[2] / "shared"


class Gold(NamedTuple):
    """A document, its text, and the date (ISO) and issuing body that it is read with."""

    name: str
    path: Path
    text: str
    date: str | None
    body: str | None


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what all scripts on the gold documents understand."""
    parser.add_argument("names", nargs="*", metavar="NAME", help="gold documents (default: all)")
    parser.add_argument("--shared", type=Path, default=SHARED, metavar="DIR", help="where gold/manifest.json is")
    parser.add_argument("--show", action="store_true", help="list the records that differ")


def gold_documents(shared: Path, names: Collection[str] = ()) -> list[Gold]:
    """Return the documents of ``shared/gold/manifest.json``, or only ``names``; end the program if one is missing."""
    manifest = shared / "gold" / "manifest.json"
    if not manifest.is_file():
        give_up(f"{manifest} is not there; say with --shared where the gold documents are")
    entries = json.loads(manifest.read_text("utf-8"))
    if unknown := sorted(set(names) - set(entries)):
        give_up(f"{manifest} has no {', '.join(unknown)}; it has {', '.join(entries)}")
    return [_gold(shared, name, entry) for name, entry in entries.items() if not names or name in names]


def _gold(shared: Path, name: str, entry: dict[str, str]) -> Gold:
    path = shared / entry["path"]
    try:
        data = path.read_bytes()
    except OSError as error:
        give_up(f"{path} of the manifest cannot be read: {error.strerror}")
    return Gold(name, path, decode(data, source=str(path)).text, entry.get("date"), entry.get("body"))


def commitments(document: Gold, path: Path) -> list[Record]:
    """Return the commitments of a form of ``document``, with its date and body; end the program if it is unreadable."""
    try:
        with warnings.catch_warnings():
            # What had to be repaired shows in the records.
            warnings.simplefilter("ignore", DocumentWarning)
            return extract(path, date=document.date, body=document.body)
    except DocumentError as error:
        give_up(str(error))


def give_up(problem: str) -> NoReturn:
    """End the program with exit code 2 and ``problem`` on standard error."""
    print(f"{Path(sys.argv[0]).name}: {problem}", file=sys.stderr)
    raise SystemExit(2)
