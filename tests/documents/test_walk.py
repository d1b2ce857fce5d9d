from __future__ import annotations

import inspect
import os
import sys
from pathlib import Path

import pytest

from pledgeminer.documents.source import Source
from pledgeminer.documents.walk import describe, find_sources, is_among
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
    assert describe(found.left_out) == "1 binary, 2 broken link, 2 hidden, 2 other type, 1 pipe or device"


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
