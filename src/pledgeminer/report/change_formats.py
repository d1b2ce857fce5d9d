"""The formats of changes by name and by the ending of a file's name."""

from __future__ import annotations

from enum import StrEnum

from .formats import Format, format_of


class ChangeFormat(StrEnum):
    """The name of a format of changes, as it is written after ``--format``."""

    TABLE = "table"
    CSV = "csv"
    TSV = "tsv"
    JSON = "json"
    JSONL = "jsonl"
    MARKDOWN = "markdown"
    GITHUB = "github"

    @property
    def file_format(self) -> Format:
        """The format of the file that it is written to; annotations are plain text, as the table is."""
        return Format.TABLE if self is ChangeFormat.GITHUB else Format(self.value)


def change_format_of(path: str) -> ChangeFormat:
    """Return the format that the ending of ``path`` stands for; raises ``PledgeminerError`` if none."""
    return ChangeFormat(format_of(path).value)
