from __future__ import annotations

import os
from pathlib import Path

import pytest

from pledgeminer.documents.fetch import fetch, is_stream
from pledgeminer.documents.source import Source
from pledgeminer.errors import DocumentError


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_bytes(b"1")


class Written:
    """Lets somebody write to ``a.txt`` while it is read, so many times."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, times: int) -> None:
        self._left = times
        self._fstat = os.fstat
        monkeypatch.setattr(os, "fstat", self._look)

    def _look(self, descriptor: int) -> os.stat_result:
        status = self._fstat(descriptor)
        if self._left:
            self._left -= 1
            with Path("a.txt").open("ab") as file:
                file.write(b"2")
        return status


@pytest.mark.parametrize(("times", "data"), [(0, b"1"), (1, b"12")])
def test_a_file_that_changes_is_read_once_more(monkeypatch: pytest.MonkeyPatch, times: int, data: bytes) -> None:
    Written(monkeypatch, times)
    assert fetch(Source("a.txt", "a.txt")) == data


def test_a_file_that_goes_on_changing_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    Written(monkeypatch, 4)
    with pytest.raises(DocumentError) as caught:
        fetch(Source("a.txt", "a.txt"))
    assert str(caught.value) == "a.txt: it changes while it is read (wait until it is written, or name a copy of it)"


def test_bytes_that_were_read_are_not_read_again() -> None:
    source = Source("missing", "missing", 1, b"1")
    assert fetch(source) == b"1"
    assert not is_stream(source)


def test_a_file_that_has_vanished_is_told() -> None:
    Path("a.txt").unlink()
    with pytest.raises(DocumentError, match=r"a\.txt: it is not there any more \(it was removed"):
        fetch(Source("a.txt", "a.txt", 1))
    with pytest.raises(DocumentError, match=r"a\.txt: there is no such file"):
        fetch(Source("a.txt", "a.txt"))


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="needs files that the system makes up")
def test_a_file_of_the_system_without_a_size() -> None:
    assert b"State:" in fetch(Source("/proc/self/status", "/proc/self/status"))


def test_streams() -> None:
    os.mkfifo("pipe")
    assert [path for path in ("a.txt", "pipe", "-", "missing") if is_stream(Source(path, path))] == ["pipe", "-"]
