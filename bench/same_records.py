"""Compare the records of two checkouts, byte for byte: python bench/same_records.py OLD [NEW] [--over PATH ...]

OLD and NEW are folders with a checkout each, NEW is this one if it is not given. Commitments and achievements are
compared with all their fields, as JSON Lines, document by document: each file or folder after --over, else the samples
in ``seeds/`` and, where they lie beside the checkout, the documents in ``../shared``. The first records that differ are
shown, and the exit code is 1. For a change that should change nothing:

    git worktree add /tmp/before main
    python bench/same_records.py /tmp/before
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

TOP = Path(__file__).resolve().parents[1]
SHARED = [TOP.parent / "shared" / name for name in ("docs", "seeds", "docs-wide")]
#: Records that are shown of all that differ.
SHOWN = 20
# It runs in a process for each checkout, with the same interpreter. A document that cannot be read must not be read by
# the other one either, and in the same words.
PROGRAM = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
import pledgeminer
from msgspec.json import encode
if Path(sys.argv[1]) not in Path(pledgeminer.__file__).parents:
    sys.exit(f"the package is that of {pledgeminer.__file__}")
write = sys.stdout.buffer.write
for path in sys.stdin.read().splitlines():
    try:
        records = pledgeminer.extract(path, kind="all")
    except Exception as error:
        write(encode({"document": path, "error": str(error).splitlines()[0]}) + b"\\n")
    else:
        write(encode({"document": path, "records": len(records)}) + b"\\n")
        for record in records:
            write(encode(record) + b"\\n")
"""


def main() -> None:
    """Extract with both, compare, and end with 1 if something differs."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("old", type=Path, metavar="OLD")
    parser.add_argument("new", type=Path, metavar="NEW", nargs="?", default=TOP)
    parser.add_argument("--over", type=Path, nargs="+", metavar="PATH", default=[TOP / "seeds", *SHARED])
    arguments = parser.parse_args()
    documents = list(files(arguments.over))
    if not documents:
        parser.error("no document to compare")
    old, new = (extracted(checkout, documents) for checkout in (arguments.old, arguments.new))
    count = sum(b'"document":' not in line[:12] for line in new)
    if old == new:
        print(f"{count:,} records of {len(documents):,} documents are the same")
        return
    for line in list(differences(old, new))[:SHOWN]:
        print(line)
    sys.exit(1)


def files(paths: Sequence[Path]) -> Iterator[Path]:
    """Yield the files in ``paths`` and directly in its folders, in order; what is not there is passed over."""
    for path in paths:
        inside = sorted(path.iterdir()) if path.is_dir() else [path]
        yield from (one.resolve() for one in inside if one.is_file())


def extracted(checkout: Path, documents: Sequence[Path]) -> list[bytes]:
    """Return the lines that the package of ``checkout`` writes: for each document its name, then its records."""
    source = checkout.resolve() / "src"
    if not (source / "pledgeminer").is_dir():
        sys.exit(f"{checkout}: no checkout, it has no src/pledgeminer")
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-W", "ignore", "-c", PROGRAM, source],
        input="\n".join(map(str, documents)).encode(),
        stdout=subprocess.PIPE,
        check=False,
    )
    if done.returncode:
        sys.exit(f"{checkout}: its program ended with {done.returncode}")
    return done.stdout.splitlines()


def differences(old: Sequence[bytes], new: Sequence[bytes]) -> Iterator[str]:
    """Yield for each record that differs its document and line, and each field with both values."""
    before, after = by_document(old), by_document(new)
    for document, records in before.items():
        one, other = by_place(records), by_place(after.get(document, []))
        for place in sorted({*one, *other}):
            if one.get(place) != other.get(place):
                line = (one.get(place) or other[place]).get("line", "")
                yield f"{document}:{line}: {', '.join(fields(one.get(place), other.get(place)))}"


def by_place(records: Sequence[dict[str, Any]]) -> dict[tuple[int, int], dict[str, Any]]:
    """Return the records by the offset where each begins, and its number among those that begin there."""
    found: dict[tuple[int, int], dict[str, Any]] = {}
    for record in records:
        start: int = record.get("start", 0)
        found[start, sum(other == start for other, _ in found)] = record
    return found


def by_document(lines: Sequence[bytes]) -> dict[str, list[dict[str, Any]]]:
    """Return the records of each document; one that could not be read has the error in their place."""
    found: dict[str, list[dict[str, Any]]] = {}
    for data in map(json.loads, lines):
        if "document" in data:
            records = found[data["document"]] = [data] if "error" in data else []
        else:
            records.append(data)
    return found


def fields(one: dict[str, Any] | None, other: dict[str, Any] | None) -> Iterator[str]:
    """Yield what differs between two records, or what was added or is missing."""
    if one is None or other is None:
        record = one or other or {}
        yield ("only old" if other is None else "only new") + f" {record.get('quantity')} {record.get('indicator')}"
        return
    for name in dict.fromkeys((*one, *other)):
        if one.get(name) != other.get(name):
            yield f"{name} {one.get(name)!r} -> {other.get(name)!r}"


if __name__ == "__main__":
    main()
