"""Documents with hand-made records, for the scripts that fit weights to them."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from pledgeminer.documents.metadata import UserMetadata
from pledgeminer.documents.model import Document
from pledgeminer.run.extract import sole_document

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
#: Where the records are, and what the paths of their manifest start from.
SETS = {
    "own": (ROOT / "tests" / "expected", ROOT),
    "gold": (SHARED / "gold", SHARED),
    "gold-wide": (SHARED / "gold-wide", SHARED),
}


class Annotated(NamedTuple):
    """A document, and the records that a person found in it, as JSON objects."""

    name: str
    document: Document
    gold: list[dict[str, Any]]

    def overlapping(self, start: int, end: int) -> dict[str, Any] | None:
        """Return the first of the records that shares a character of the span, or None."""
        return next((one for one in self.gold if start < one["end"] and one["start"] < end), None)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the scripts understand."""
    parser.add_argument("sets", nargs="*", metavar="SET", help=f"{', '.join(SETS)} (default: all that are there)")


def annotated(names: list[str]) -> Iterator[Annotated]:
    """Yield the documents of the sets ``names``, or of all that are there, with their dates and bodies."""
    for name in names or [name for name, (folder, _) in SETS.items() if folder.is_dir()]:
        folder, root = SETS[name]
        for key, entry in json.loads((folder / "manifest.json").read_text("utf-8")).items():
            lines = (folder / f"{key}.jsonl").read_text("utf-8").splitlines()
            given = UserMetadata(entry["date"], entry.get("body"), None)
            document = sole_document(str(root / entry["path"]), given)
            yield Annotated(key, document, [json.loads(line) for line in lines if line.strip()])
