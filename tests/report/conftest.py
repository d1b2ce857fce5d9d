from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest

from pledgeminer.record import Record
from pledgeminer.report.formats import format_named
from pledgeminer.report.output import open_writer
from pledgeminer.report.writer import Options
from pledgeminer.run.events import Extracted
from samples import described

Write = Callable[..., str]


@pytest.fixture
def write(capsys: pytest.CaptureFixture[str]) -> Write:
    """Write documents of these records to standard output in a format, and return what came out."""

    def to_standard_output(format: str, *documents: list[Record], **options: object) -> str:
        capsys.readouterr()
        with open_writer("records", format_named(format), None, Options(**options)) as writer:  # type: ignore[arg-type]
            for number, records in enumerate(documents):
                date = records[0].date if records else None
                writer.add(Extracted(described(f"{number}.txt", date), records))
        return capsys.readouterr().out

    return to_standard_output


@pytest.fixture
def write_file(tmp_path: Path) -> Callable[..., bytes]:
    """Write one document of these records to a file in a format, and return its bytes."""

    def to_file(format: str, *records: Record) -> bytes:
        path = tmp_path / f"out.{format}"
        with open_writer("records", format_named(format), str(path)) as writer:
            writer.add(Extracted(described("a.txt"), list(records)))
        return path.read_bytes()

    return to_file


@pytest.fixture
def stream() -> io.StringIO:
    return io.StringIO(newline="")
