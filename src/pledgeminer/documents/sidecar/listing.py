"""A list of documents in their folder, ``documents.yaml`` or ``documents.csv``, that states their metadata.

In YAML it is a list of mappings, in CSV a table with a heading, each entry with the same keys::

    - path: 2024/*.txt
      date: 2024-01-20
      body: 市人民政府
"""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from ...errors import DocumentError
from ...formulas import undefuse
from ..content import Metadata
from ..decode import decode
from ..problems import unreadable
from ..source import shown
from .patterns import Part, compiled, fits, has_wildcard, parts_of
from .values import FIELDS, value_of

NAMES = ("documents.csv", "documents.yml", "documents.yaml")
"""What a listing is called. Where a folder has several, a later one of these goes before."""

KEYS = ("path", *FIELDS, "encoding")
_ALSO_PATH = "source"
"""The column of the paths in what --show-documents writes, which can be made into a listing."""

LARGEST = {".csv": 5_000_000, ".yml": 1_000_000, ".yaml": 1_000_000}
_MOST_ENTRIES = 50_000
_MOST_PATTERNS = 1_000
"""Entries with wildcards; each is tried on each document."""
_MOST_PROBLEMS = 20
_LONGEST_HEADING = 10_000
_HOW = "write `- path: 2024/*.txt` and below it date: 2024-01-20"


class Stated(NamedTuple):
    """What a listing states of a document; None is not stated."""

    metadata: Metadata = Metadata()
    encoding: str | None = None


NOTHING = Stated()


class Entry(NamedTuple):
    """One entry: where it stands in the listing, the path or pattern, and what it says."""

    place: str
    path: str
    values: dict[str, str]


class Listing:
    """The entries of the file ``path``, which messages show as ``name``; an entry is used as far as it is right."""

    def __init__(self, path: Path, name: str) -> None:
        self.path, self.name = path, shown(name)
        self._problems: list[DocumentError] = []
        self._exact: dict[tuple[str, ...], list[int]] = {}
        self._patterns: list[tuple[int, list[Part]]] = []
        self._entries: list[Entry] = []
        self._used: set[int] = set()
        try:
            for entry in _entries(path, self.name, self._problems):
                self._add(entry)
        except DocumentError as error:
            self._problems.append(error)

    def _add(self, entry: Entry) -> None:
        number = len(self._entries)
        if number == _MOST_ENTRIES:
            hint = "write patterns, or split it among the folders below"
            raise DocumentError(f"more than {_MOST_ENTRIES:,} entries", where=self.name, hint=hint)
        self._entries.append(entry)
        if not entry.path.endswith("/"):
            # A name may hold what looks like a wildcard, such as the [2024] of a document's number.
            self._exact.setdefault(tuple(parts_of(entry.path)), []).append(number)
        if not has_wildcard(entry.path):
            return
        if len(self._patterns) == _MOST_PATTERNS:
            hint = "write fewer and wider patterns, or plain paths"
            raise DocumentError(f"more than {_MOST_PATTERNS:,} patterns", where=self.name, hint=hint)
        self._patterns.append((number, compiled(entry.path)))

    def of(self, path: str) -> dict[str, str]:
        """Return what is said of the document at ``path``, relative to the folder of the listing, with slashes.

        An entry that fits an archive holds for all in it. Of several entries the last one that says a thing is right.
        """
        names = parts_of(path)
        # a.zip!/b.txt is in a.zip, and a.zip!/b.zip!/c.txt in that and in a.zip!/b.zip.
        ends = [number for number, name in enumerate(names, 1) if name.endswith("!")]
        candidates = [names, *([*names[: end - 1], names[end - 1][:-1]] for end in ends)]
        found: set[int] = set()
        for candidate in candidates:
            found.update(self._exact.get(tuple(candidate), ()))
            found.update(number for number, pattern in self._patterns if fits(pattern, candidate))
        self._used |= found
        values: dict[str, str] = {}
        for number in sorted(found):
            values |= self._entries[number].values
        return values

    @property
    def problems(self) -> list[DocumentError]:
        """What is wrong with the listing; of many faults the first ones, and how many more there are."""
        more = len(self._problems) - _MOST_PROBLEMS
        if more <= 0:
            return self._problems
        rest = DocumentError(f"{more:,} more faults", where=self.name, hint="repair these first")
        return [*self._problems[:_MOST_PROBLEMS], rest]

    @property
    def unused(self) -> list[Entry]:
        """The entries that have fitted nothing so far."""
        return [entry for number, entry in enumerate(self._entries) if number not in self._used]


def _entries(path: Path, name: str, problems: list[DocumentError]) -> Iterator[Entry]:
    """Yield the entries of the listing; what is wrong with one of them goes to ``problems``."""
    try:
        largest = LARGEST[path.suffix]
        if path.stat().st_size > largest:
            hint = "write wider patterns, or split it among the folders below"
            raise DocumentError(f"larger than {largest:,} bytes", where=name, hint=hint)
        text = decode(path.read_bytes(), source=name).text
    except OSError as error:
        raise unreadable(name, error) from error
    rows = _of_table(text, name) if path.suffix == ".csv" else _of_yaml(text, name, problems)
    for row in rows:
        entry = row.entry(problems)
        if entry is not None:
            yield entry


class _Row(NamedTuple):
    """An entry as it is written: where it stands in its file, and for each key its text and its place.

    Places of texts are those of messages.
    """

    place: str
    where: str
    cells: dict[str, tuple[str, str]]

    def entry(self, problems: list[DocumentError]) -> Entry | None:
        """Return the entry, without what is wrong in it and goes to ``problems``; None if it is of no use."""
        path, where = self.cells.get("path", ("", self.where))
        path = path.strip()
        if os.sep != "/":
            path = path.replace(os.sep, "/")
        names = parts_of(path)
        if not names or ".." in names or path.startswith("/"):
            hint = "paths are relative to the folder of this list; put a list into the folder that is meant"
            problem = f"the path {path!r} leads out of the folder" if names else "the path is missing"
            problems.append(DocumentError(problem, where=where, hint=hint if names else "such as 2024/*.txt"))
            return None
        values = {}
        for key, (text, where) in self.cells.items():
            if key == "path" or not text.strip():
                continue
            try:
                values[key] = value_of(key, text)
            except DocumentError as error:
                problems.append(DocumentError(error.problem, where=where, hint=error.hint))
        return Entry(self.place, path, values)


def _of_yaml(text: str, name: str, problems: list[DocumentError]) -> Iterator[_Row]:
    from .yaml_nodes import YamlError, read_nodes

    try:
        root = read_nodes(text)
    except YamlError as error:
        hint = "check indentation, quotes and colons here"
        raise DocumentError(error.problem, where=f"{name}:{error.line}:{error.column}", hint=hint) from None
    if root is None or root.is_null:
        return
    if root.kind != "list":
        raise DocumentError("this is no list of documents", where=f"{name}:{root.line}:{root.column}", hint=_HOW)
    for item in root.parts:
        where = f"{name}:{item.line}:{item.column}"
        if item.kind != "mapping":
            problems.append(DocumentError("this is no entry", where=where, hint=_HOW))
            continue
        cells: dict[str, tuple[str, str]] = {}
        for key, value in item.pairs:
            field = (key.text or "").strip().lower()
            try:
                if field not in KEYS:
                    raise DocumentError(f"there is no key {key.text or '?'}", hint=f"known are: {', '.join(KEYS)}")
                if field in cells:
                    raise DocumentError(f"the key {field} stands twice", hint="keep one of the two")
                cells[field] = value.word(field), f"{name}:{value.line}:{value.column}"
            except DocumentError as error:
                node = value if field in KEYS and field not in cells else key
                place = f"{name}:{node.line}:{node.column}"
                problems.append(DocumentError(error.problem, where=place, hint=error.hint))
        yield _Row(f"line {item.line}", where, cells)


def _of_table(text: str, name: str) -> Iterator[_Row]:
    # Excel writes semicolons in many countries, and tabs in what it calls Unicode text.
    heading = text.lstrip()[:_LONGEST_HEADING].splitlines()[:1]

    def known(sign: str) -> int:
        return len({*_columns(next(iter(_rows("".join(heading), sign)), []))}.intersection(KEYS))

    columns: list[str] = []
    for number, cells in enumerate(_rows(text, max(",\t;", key=known)), 1):
        where = f"{name}: row {number}"
        if not any(map(str.strip, cells)):
            continue
        if not columns:
            columns = _columns(cells)
            _check_columns(columns, where)
            continue
        row = {
            column: (undefuse(cell), f"{where}, column {column}")
            for column, cell in zip(columns, cells, strict=False)
            if column in KEYS
        }
        yield _Row(f"row {number}", where, row)


def _rows(text: str, separator: str) -> list[list[str]]:
    # The limit holds for the whole process, and others may have set it.
    limit = csv.field_size_limit(len(text) + 1)
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
    finally:
        csv.field_size_limit(limit)


def _columns(cells: list[str]) -> list[str]:
    columns = [cell.strip().lower() for cell in cells]
    return columns if "path" in columns else ["path" if column == _ALSO_PATH else column for column in columns]


def _check_columns(columns: list[str], where: str) -> None:
    """Raise ``DocumentError`` for a heading without the columns that a listing has; others are the user's own."""
    if "path" not in columns:
        hint = f"columns are: {', '.join(KEYS)}; if this is no list of documents, give it another name"
        raise DocumentError("there is no column path", where=where, hint=hint)
    twice = next((column for column in KEYS if columns.count(column) > 1), None)
    if twice is not None:
        raise DocumentError(f"the column {twice} stands twice", where=where, hint="keep one of the two")
