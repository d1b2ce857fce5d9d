"""The formats by name and by the ending of a file's name."""

from __future__ import annotations

from enum import StrEnum
from pathlib import PurePath

from ..errors import PledgeminerError


class Format(StrEnum):
    """The name of a format, as it is written after ``--format``."""

    TABLE = "table"
    CSV = "csv"
    TSV = "tsv"
    JSON = "json"
    JSONL = "jsonl"
    MARKDOWN = "markdown"


ENDINGS = {
    ".csv": Format.CSV,
    ".tsv": Format.TSV,
    ".json": Format.JSON,
    ".jsonl": Format.JSONL,
    ".ndjson": Format.JSONL,
    ".md": Format.MARKDOWN,
    ".markdown": Format.MARKDOWN,
    ".txt": Format.TABLE,
}


def format_of(path: str) -> Format:
    """Return the format that the ending of ``path`` stands for; raises ``PledgeminerError`` if none."""
    try:
        return ENDINGS[PurePath(path).suffix.lower()]
    except KeyError:
        raise PledgeminerError(
            "the ending of the file's name does not tell a format",
            where=path,
            hint=f"use one of {' '.join(ENDINGS)}, or name the format with --format",
        ) from None
