from __future__ import annotations

import gc
import gzip
import io
import os
import sys
import threading
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from archive_files import TEXT, Files, tarred, zipped

from pledgeminer.documents.model import Document
from pledgeminer.documents.problems import left_out_words
from pledgeminer.documents.source import Archive, Source
from pledgeminer.documents.stream import Tally, open_archives, weight
from pledgeminer.documents.walk import find_sources
from pledgeminer.errors import DocumentError


def test_an_archive_is_opened_once_and_read_as_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("a.zip").write_bytes(zipped({f"{number}.txt": TEXT for number in range(9)}))
    opened: list[Path] = []
    read_members: list[str] = []
    open_path, open_member = Path.open, zipfile.ZipFile.open
    monkeypatch.setattr(Path, "open", lambda path, mode: opened.append(path) or open_path(path, mode))
    monkeypatch.setattr(
        zipfile.ZipFile, "open", lambda self, info: read_members.append(info.filename) or open_member(self, info)
    )
    fed = open_archives([Archive("a.zip", "a.zip")])
    for number in range(4):
        one = next(fed)
        assert isinstance(one, Source)
        assert (one.path, len(read_members)) == (f"{number}.txt", number + 1)
    assert opened == [Path("a.zip")]
    fed.close()  # type: ignore[attr-defined]


@pytest.mark.parametrize("pack", [zipped, tarred, lambda files: gzip.compress(tarred(files))])
def test_no_more_than_one_document_is_held(pack: Callable[[Files], bytes]) -> None:
    def peak(count: int) -> int:
        megabyte = b"".join(os.urandom(2**10).hex().encode() for _ in range(2**9))
        Path("a.zip").write_bytes(pack({f"{number}.txt": megabyte for number in range(count)}))
        del megabyte
        gc.collect()
        tracemalloc.start()
        for one in open_archives([Archive("a.zip", "a.zip")]):
            assert isinstance(one, Source), one
            del one
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return most

    assert peak(6) < peak(1) + 2**18


def test_an_archive_that_changes_meanwhile() -> None:
    Path("a.tar").write_bytes(tarred({"a.txt": TEXT, "b.txt": TEXT}))
    fed = open_archives([Archive("a.tar", "a.tar")])
    next(fed)
    with Path("a.tar").open("ab") as file:
        file.write(b"\0")
    second, last = fed
    assert isinstance(second, Source)
    assert isinstance(last, DocumentError)
    assert str(last).startswith("a.tar: it changes while it is read (wait")


def test_an_archive_that_is_gone() -> None:
    (error,) = open_archives([Archive("a.zip", "a.zip")])
    assert isinstance(error, DocumentError)
    assert (error.where, error.problem) == ("a.zip", "there is no such file or folder")


def test_archives_in_folders() -> None:
    Path("d/e").mkdir(parents=True)
    Path("d/a.txt").write_bytes(TEXT)
    Path("d/e/a.zip").write_bytes(zipped({"a.txt": TEXT, "b.png": b"1"}))
    Path("d/pictures.tar.gz").write_bytes(gzip.compress(tarred({"c.png": b"1"})))
    found = find_sources(["d"])
    tally = Tally(found.left_out)
    names = [one.name for one in open_archives(found.items, tally) if isinstance(one, Source)]
    assert names == ["d/a.txt", "d/e/a.zip!/a.txt"]
    assert left_out_words(tally.left_out) == "2 other type"
    assert tally.done == weight(found.items)


def test_an_archive_without_documents_is_told_if_it_was_named() -> None:
    Path("a.zip").write_bytes(zipped({"a.png": b"1", ".b": b"1"}))
    (error,) = open_archives(find_sources(["a.zip"]).items)
    assert isinstance(error, DocumentError)
    assert error.problem == "no documents in this archive"
    assert "looked for .txt" in error.hint
    assert error.hint.endswith("left out: 1 hidden, 1 other type")


def test_archives_without_documents_are_told_if_there_is_nothing_else() -> None:
    Path("d").mkdir()
    for name in "ab":
        Path(f"d/{name}.zip").write_bytes(zipped({"a.png": b"1"}))
    found = find_sources(["d"])
    (error,) = open_archives(found.items, Tally(found.left_out))
    assert isinstance(error, DocumentError)
    assert (error.where, error.problem) == ("d/b.zip", "no documents in this archive")
    assert error.hint.endswith("left out: 2 other type")
    Path("d/c.txt").write_bytes(TEXT)
    assert list(open_archives(find_sources(["d"]).items)) == [Source("d/c.txt", "d/c.txt", len(TEXT))]
    assert list(open_archives([])) == []


def test_the_weight_of_what_is_done_grows() -> None:
    Path("a.tar").write_bytes(tarred({f"{number}.txt": TEXT for number in range(9)}))
    Path("b.txt").write_bytes(TEXT)
    items = find_sources(["a.tar", "b.txt"]).items
    tally = Tally()
    seen = [tally.done for _ in open_archives(items, tally)]
    assert seen == sorted(seen)
    assert seen[1] < seen[8] < tally.done == weight(items)


@pytest.mark.parametrize("data", [zipped({"a.txt": TEXT}), gzip.compress(tarred({"a.txt": TEXT}))])
def test_an_archive_on_standard_input(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    assert list(open_archives(find_sources(["-"]).items)) == [Source("a.txt", "-!/a.txt", len(TEXT), TEXT)]


def test_a_text_on_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT)))
    assert list(open_archives([Source("-", "-")])) == [Source("-", "-", len(TEXT), TEXT)]


def test_closed_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    (error,) = open_archives([Source("-", "-")])
    assert isinstance(error, DocumentError)
    assert error.problem == "standard input is closed"


@pytest.mark.parametrize(("data", "name"), [(TEXT, "pipe"), (zipped({"a.txt": TEXT}), "pipe!/a.txt")])
def test_a_pipe_is_read_once(data: bytes, name: str) -> None:
    os.mkfifo("pipe")
    writer = threading.Thread(target=Path("pipe").write_bytes, args=(data,))
    writer.start()
    (source,) = open_archives(find_sources(["pipe"]).items)
    writer.join()
    assert isinstance(source, Source)
    assert (source.name, source.data) == (name, TEXT)


def test_other_items_pass() -> None:
    Path("a.bin").write_bytes(TEXT)
    items = [Document("1", "x"), DocumentError("missing"), Source("a.bin", "a.bin", 3), Source("gone.bin", "gone.bin")]
    assert list(open_archives(items)) == items


def test_an_archive_may_have_any_name_if_it_is_named() -> None:
    Path("archive.2026").write_bytes(zipped({"a.txt": TEXT}))
    assert [one.name for one in open_archives(find_sources(["archive.2026"]).items)] == ["archive.2026!/a.txt"]  # type: ignore[union-attr]
