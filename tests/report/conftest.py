from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest

from pledgeminer.record import Record
from pledgeminer.report.formats import Format
from pledgeminer.report.output import open_writer
from pledgeminer.run.outcome import Extracted
from samples import described

Write = Callable[..., str]


@pytest.fixture
def write(capsys: pytest.CaptureFixture[str]) -> Write:
    """Write documents of these records to standard output in a format, and return what came out."""

    def to_standard_output(format: str, *documents: list[Record], **options: object) -> str:
        capsys.readouterr()
        with open_writer(Format(format), None, **options) as writer:  # type: ignore[arg-type]
            for number, records in enumerate(documents):
                date = records[0].date if records else None
                writer.document(Extracted(described(f"{number}.txt", date), records))
        return capsys.readouterr().out

    return to_standard_output


@pytest.fixture
def write_file(tmp_path: Path) -> Callable[..., bytes]:
    """Write one document of these records to a file in a format, and return its bytes."""

    def to_file(format: str, *records: Record) -> bytes:
        path = tmp_path / f"out.{format}"
        with open_writer(Format(format), str(path)) as writer:
            writer.document(Extracted(described("a.txt"), list(records)))
        return path.read_bytes()

    return to_file


@pytest.fixture
def stream() -> io.StringIO:
    return io.StringIO(newline="")
