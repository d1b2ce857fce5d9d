from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import pytest

from pledgeminer.documents.metadata import UserMetadata
from pledgeminer.documents.reading import read
from pledgeminer.documents.source import Source
from pledgeminer.errors import DocumentError


def source(path: Path | str) -> Source:
    return Source(str(path), str(path))


def test_text_stays_as_it_came(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("\ufeff今年\r\n新增\r5000个\u200b\n".encode())
    document = read(source(path), UserMetadata(date="2026-03-24", body="市人民政府"))
    assert document.text == "今年\r\n新增\r5000个\u200b\n"
    assert (document.source, document.encoding) == (str(path), "utf-8")
    assert (document.date, document.body) == ("2026-03-24", "市人民政府")


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"PK\x03\x04\x14\x00", "a ZIP archive"),
        (b"\x89PNG\r\n\x1a\n", "a picture"),
        (b"\x1f\x8b\x08", "a compressed file"),
        (b"1\0002", "binary data"),
        ("新增".encode("utf-16-le") + b"\n\0", "binary data"),
    ],
)
def test_what_is_no_text_is_refused(tmp_path: Path, data: bytes, kind: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    with pytest.raises(DocumentError, match=f"not text but {kind}"):
        read(source(path), UserMetadata())


def test_a_forced_encoding_reads_what_looks_binary(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("新增\n".encode("utf-16-le"))
    assert read(source(path), UserMetadata(encoding="utf-16-le")).text == "新增\n"


def test_any_ending_is_read_if_it_is_named(tmp_path: Path) -> None:
    path = tmp_path / "report.2026"
    path.write_text("5000", encoding="utf-8")
    assert read(source(path), UserMetadata()).text == "5000"


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("新增\r\n".encode("gbk"))))
    document = read(Source("-", "-"), UserMetadata())
    assert (document.text, document.source, document.encoding) == ("新增\r\n", "-", "gb18030")


def test_closed_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(DocumentError, match="standard input is closed"):
        read(Source("-", "-"), UserMetadata())


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (
            PermissionError(13, "Permission denied"),
            "a.txt: cannot be read: Permission denied (you need permission",
        ),
        (FileNotFoundError(2, "No such file"), "a.txt: there is no such file or folder (check the spelling"),
        (
            OSError(5, "Input/output error"),
            "a.txt: cannot be read: Input/output error (the disk or the network",
        ),
        (MemoryError(), "a.txt: too large for the memory (split it"),
    ],
)
def test_failures_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception, message: str) -> None:
    def fail(*_: object) -> None:
        raise error

    monkeypatch.chdir(tmp_path)
    Path("a.txt").touch()
    monkeypatch.setattr(Path, "open", fail)
    with pytest.raises(DocumentError) as caught:
        read(source("a.txt"), UserMetadata())
    assert str(caught.value).startswith(message)


@pytest.mark.skipif(not os.path.exists("/dev/zero"), reason="needs a device that never ends")  # noqa: PTH110
def test_a_device_is_refused() -> None:
    with pytest.raises(DocumentError, match="this is a device"):
        read(source("/dev/zero"), UserMetadata())
