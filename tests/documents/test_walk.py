from __future__ import annotations

import inspect
import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from pledgeminer.documents.metadata import UserMetadata
from pledgeminer.documents.problems import left_out_words
from pledgeminer.documents.reading import read
from pledgeminer.documents.source import Archive, Source
from pledgeminer.documents.walk import find_sources, is_among
from pledgeminer.errors import DocumentError


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def fill(*paths: str) -> None:
    for path in paths:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_text("5000", encoding="utf-8")


def names(*paths: str) -> list[str]:
    items = find_sources(paths).items
    return [item.name if isinstance(item, Source) else f"! {item.where}" for item in items]


@contextmanager
def as_somebody_else(folder: Path) -> Iterator[None]:
    """Be another user where this one is root, who may read everything; ``folder`` stays in reach."""
    if os.geteuid():
        yield
        return
    above = [path for path in (folder, *folder.parents) if not path.stat().st_mode & stat.S_IXOTH]
    rights = [path.stat().st_mode for path in above]
    for path in above:
        path.chmod(0o755)
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)
        for path, mode in zip(above, rights, strict=True):
            path.chmod(mode)


def test_folders_are_walked_in_the_order_of_names() -> None:
    fill("d/b.txt", "d/a/z.md", "d/a/b/c.text", "d/c.markdown", "d/B.TXT")
    assert names("d") == ["d/B.TXT", "d/a/b/c.text", "d/a/z.md", "d/b.txt", "d/c.markdown"]


def test_paths_stay_as_given() -> None:
    fill("d/a.txt")
    assert names("./d/a.txt") == ["./d/a.txt"]
    assert names("d/") == ["d/a.txt"]
    assert names(".") == ["./d/a.txt"]


def test_size_is_known() -> None:
    fill("a.txt")
    assert find_sources(["a.txt"]).items == [Source("a.txt", "a.txt", 4)]


def test_what_is_no_document_is_left_out_and_counted() -> None:
    fill("d/a.txt", "d/.hidden.txt", "d/.git/b.txt", "d/c.png", "d/d", "d/e.txt")
    Path("d/e.txt").write_bytes(b"\0\1")
    os.mkfifo("d/f.txt")
    Path("d/g.txt").symlink_to("nowhere")
    Path("d/self").symlink_to("self")
    found = find_sources(["d"])
    assert [item.name for item in found.items if isinstance(item, Source)] == ["d/a.txt"]
    assert left_out_words(found.left_out) == "1 binary, 2 broken link, 2 hidden, 2 other type, 1 pipe or device"


def test_what_is_named_is_taken_whatever_it_is() -> None:
    fill(".hidden", "a.pdf")
    os.mkfifo("pipe")
    assert names(".hidden", "a.pdf", "pipe", "-") == [".hidden", "a.pdf", "pipe", "-"]


def test_a_file_is_taken_once() -> None:
    fill("d/a.txt")
    Path("d/b.txt").symlink_to("a.txt")
    found = find_sources(["-", "d", "d/a.txt", "d", "-"])
    assert [item.name for item in found.items if isinstance(item, Source)] == ["-", "d/a.txt"]
    assert found.left_out["repeated"] == 5


def test_a_loop_of_links_ends() -> None:
    fill("d/a.txt", "d/e/b.txt")
    Path("d/e/up").symlink_to("..")
    Path("d/e/there").symlink_to("../e")
    assert names("d") == ["d/a.txt", "d/e/b.txt"]


def test_deep_folders_do_not_overflow() -> None:
    deepest = "d/" * 300
    fill(f"{deepest}a.txt")
    usual = sys.getrecursionlimit()
    sys.setrecursionlimit(len(inspect.stack()) + 50)
    try:
        assert names("d") == [f"{deepest}a.txt"]
    finally:
        sys.setrecursionlimit(usual)


def test_a_name_that_is_no_text_is_shown_with_its_bytes() -> None:
    path = os.fsdecode(b"\xb5\xd8.txt")
    fill(path)
    assert find_sources(["."]).items == [Source(f"./{path}", r"./\xb5\xd8.txt", 4)]


def test_errors_stand_in_their_places() -> None:
    fill("a.txt", "b.txt")
    assert names("a.txt", "missing.txt", "b.txt") == ["a.txt", "! missing.txt", "b.txt"]


def test_a_folder_without_documents_says_what_was_looked_for() -> None:
    fill("d/a.png", "d/.b.txt")
    (error,) = find_sources(["d"]).items
    assert isinstance(error, DocumentError)
    assert error.problem == "no documents in this folder"
    assert ".txt .text .md .markdown" in error.hint
    assert "left out: 1 hidden, 1 other type" in error.hint


def test_folders_that_cannot_be_opened_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    fill("d/a.txt", "d/shut/b.txt", "d/z.txt", "shut/c.txt")
    scandir = os.scandir

    def refuse(path: str) -> object:
        if path.endswith("shut"):
            raise PermissionError(13, "Permission denied", path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    assert names("d", "shut") == ["d/a.txt", "! d/shut", "d/z.txt", "! shut"]


def test_a_file_is_known_by_any_path() -> None:
    fill("d/a.txt", "b.txt")
    items = find_sources(["-", "d", "missing"]).items
    assert is_among("./d/../d/a.txt", items)
    assert not is_among("b.txt", items)
    assert not is_among("new.txt", items)


def test_archives_are_found_and_not_opened() -> None:
    fill("d/a.zip", "d/b.TAR.GZ", "d/c.txt", "d/e.gz")
    found = find_sources(["d", "d/a.zip"])
    assert found.items == [
        Archive("d/a.zip", "d/a.zip", 4),
        Archive("d/b.TAR.GZ", "d/b.TAR.GZ", 4),
        Source("d/c.txt", "d/c.txt", 4),
    ]
    assert found.left_out == {"other type": 1, "repeated": 1}
    assert find_sources(["d/a.zip"]).items == [Archive("d/a.zip", "d/a.zip", 4, named=True)]
    assert is_among("d/../d/a.zip", found.items)


@pytest.mark.parametrize(
    ("path", "archive", "only"),
    [
        ("a.zip!/b.txt", "a.zip", "b.txt"),
        ("d!/a.zip!/b.tar!/c.txt", "d!/a.zip", "b.tar!/c.txt"),
        ("a!/b.txt!/c.txt", "a!/b.txt", "c.txt"),
    ],
)
def test_a_path_in_an_archive(path: str, archive: str, only: str) -> None:
    fill("a.zip", "d!/a.zip", "a!/b.txt")
    assert find_sources([path]).items == [Archive(archive, archive, 4, named=True, only=only)]


@pytest.mark.parametrize("path", ["a.zip!/", "a.zip!b.txt", "d!/a.txt", "b.zip!/a.txt"])
def test_a_path_that_is_nowhere(path: str) -> None:
    fill("a.zip", "d!/b.txt")
    assert names(path) == [f"! {path}"]


def test_a_folder_that_is_called_like_a_document_is_a_folder() -> None:
    fill("d/x.txt/a.txt", "d/y.zip/b.txt")
    assert names("d") == ["d/x.txt/a.txt", "d/y.zip/b.txt"]
    assert names("d/x.txt") == ["d/x.txt/a.txt"]


def test_names_with_newlines_stay_as_they_are() -> None:
    fill("d/a\nb.txt")
    assert names("d") == ["d/a\nb.txt"]


def test_a_path_that_is_too_long_is_told_and_does_not_end_the_walk() -> None:
    fill("d/a.txt", "d/z.txt")
    name = "x" * 250
    folder = os.open("d", os.O_RDONLY)
    # Level by level there can be more than a path can name.
    for _ in range(os.pathconf(".", "PC_PATH_MAX") // len(name) + 1):
        os.mkdir(name, dir_fd=folder)
        os.close(os.open(f"b{name[:240]}.txt", os.O_CREAT, dir_fd=folder))
        below = os.open(name, os.O_RDONLY, dir_fd=folder)
        os.close(folder)
        folder = below
    os.close(folder)
    found = find_sources(["d"])
    hints = {item.hint for item in found.items if isinstance(item, DocumentError)}
    assert hints == {"a path may not be that long; go into the folder and name it from there"}
    # Of each level the file comes before the folder below.
    assert [item.name for item in found.items if isinstance(item, Source)][:2] == ["d/a.txt", f"d/b{name[:240]}.txt"]
    assert found.items[-1] == Source("d/z.txt", "d/z.txt", 4)
    assert len(found.items) > 10
    assert not found.left_out


def test_what_vanishes_while_the_folder_is_walked_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    fill("d/a/b.txt", "d/c.txt")
    scandir = os.scandir

    def vanish(path: str) -> object:
        if path == "d/a":
            (Path(path) / "b.txt").unlink()
            Path(path).rmdir()
        return scandir(path)

    monkeypatch.setattr(os, "scandir", vanish)
    assert names("d") == ["! d/a", "d/c.txt"]


@pytest.mark.skipif(os.name != "posix", reason="needs the rights of POSIX")
def test_folders_and_files_without_permission(tmp_path: Path) -> None:
    fill("d/a.txt", "d/shut/b.txt", "d/z.txt")
    Path("d/shut").chmod(0)
    Path("d/a.txt").chmod(0)
    with as_somebody_else(tmp_path):
        found = find_sources(["d"]).items
        assert [item.name if isinstance(item, Source) else f"! {item.where}" for item in found] == [
            "d/a.txt",
            "! d/shut",
            "d/z.txt",
        ]
        with pytest.raises(DocumentError, match=r"d/a\.txt: cannot be read: Permission denied \(you need permission"):
            read(found[0], UserMetadata())
    Path("d/shut").chmod(0o700)
