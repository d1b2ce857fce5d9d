"""The registry of formats: their names, the endings of their files, and what they can write.

A new format is a module with a `RowWriter` and one line of `FORMATS`; it then writes everything that has rows. A format
that shows some of it in a way of its own names a writer for that in ``special``. What a format cannot write, it refuses
with a message that names those that can.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePath
from types import MappingProxyType
from typing import Literal, NamedTuple

from ..errors import PledgeminerError

Content = Literal["records", "documents", "changes", "explanations", "verdicts"]
"""What is written: the records of documents, what documents are, changes between two years,
explanations, or the verdicts of an audit."""

NESTED: frozenset[Content] = frozenset({"explanations"})
"""Contents whose rows hold further rows, for which a format with cells has no place."""


class Format(NamedTuple):
    """One format: its name after ``--format``, what it is for, its files, and its writers.

    ``rows`` is the `RowWriter` for everything that has rows, ``special`` are the writers of single contents; both as
    ``module:name`` below `report`, imported on use. ``cells`` says that a row is a line of cells, which hold no
    further rows. A text has an ``encoding``; a format with the encoding ``None`` is written as bytes.
    """

    name: str
    about: str
    endings: tuple[str, ...]
    rows: str | None = None
    special: Mapping[Content, str] = MappingProxyType({})
    cells: bool = True
    encoding: str | None = "utf-8"

    def writer_of(self, content: Content) -> str | None:
        """Return which writer writes ``content``, as ``module:name``; ``None`` if the format cannot."""
        if content in self.special:
            return self.special[content]
        return None if self.cells and content in NESTED else self.rows


FORMATS: tuple[Format, ...] = (
    Format(
        "table",
        "for reading on a terminal",
        (".txt",),
        special={
            "records": "record_table:RecordTable",
            "documents": "document_table:DocumentTable",
            "changes": "change_table:ChangeTable",
            "explanations": "explanation:ExplanationText",
            "verdicts": "audit_table:AuditTable",
        },
    ),
    # Excel takes a CSV file for UTF-8 only if it begins with the mark; to other programs it is a nuisance.
    Format("csv", "for spreadsheets", (".csv",), "delimited:CsvWriter", encoding="utf-8-sig"),
    Format("tsv", "for spreadsheets and cut", (".tsv",), "delimited:TsvWriter"),
    Format("json", "for programs", (".json",), "json_text:JsonWriter", cells=False),
    Format("jsonl", "for programs, a row a line", (".jsonl", ".ndjson"), "json_text:JsonLinesWriter", cells=False),
    Format(
        "markdown",
        "for a page, a comment or a summary",
        (".md", ".markdown"),
        "markdown:MarkdownWriter",
        special={"changes": "change_markdown:ChangeMarkdown"},
    ),
    Format("github", "annotations of a workflow run", (), special={"changes": "github:Annotations"}),
)


def formats_for(content: Content) -> list[Format]:
    """Return the formats that can write ``content``."""
    return [format for format in FORMATS if format.writer_of(content) is not None]


def names_for(content: Content) -> str:
    """Return the names of the formats that can write ``content``, with what each is for, for a help text."""
    return ", ".join(f"{format.name} ({format.about})" for format in formats_for(content))


def format_named(name: str, content: Content = "records") -> Format:
    """Return the format with this name. Raises ``PledgeminerError`` if none has it, or it cannot write ``content``."""
    format = next((format for format in FORMATS if format.name == name.lower()), None)
    if format is None:
        known = ", ".join(format.name for format in formats_for(content))
        raise PledgeminerError(f"there is no format {name!r}", where="format", hint=f"use one of {known}")
    return _able(format, content, "format")


def format_of(path: str, content: Content = "records") -> Format:
    """Return the format that the ending of ``path`` stands for.

    Raises ``PledgeminerError`` if it stands for none, or for one that cannot write ``content``.
    """
    ending = PurePath(path).suffix.lower()
    for format in FORMATS:
        if ending in format.endings:
            return _able(format, content, path)
    endings = " ".join(ending for format in formats_for(content) for ending in format.endings)
    raise PledgeminerError(
        "the ending of the file's name does not tell a format",
        where=path,
        hint=f"use one of {endings}, or name the format with --format",
    )


def chosen_format(name: str | None, path: str | None, content: Content, *, terminal: bool) -> Format:
    """Return the format that a user means: the one named, that of the file's ending, a table or CSV.

    ``path`` is where it is written (``None``: standard output, which is a ``terminal`` or not). Raises
    ``PledgeminerError`` for what `format_named` and `format_of` refuse.
    """
    if name is not None:
        return format_named(name, content)
    if path is not None:
        return format_of(path, content)
    return format_named("table" if terminal or content in NESTED else "csv", content)


def _able(format: Format, content: Content, where: str) -> Format:
    if format.writer_of(content) is None:
        others = ", ".join(other.name for other in formats_for(content))
        raise PledgeminerError(f"{format.name} cannot hold {content}", where=where, hint=f"use one of {others}")
    return format
