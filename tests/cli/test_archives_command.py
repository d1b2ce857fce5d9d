"""Archives and other odd company, as the commands take them."""

from __future__ import annotations

import csv
import io
import json
import os
import resource
import sys
import tarfile
import threading
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pledgeminer.run.extract import extract

Command = Callable[..., Any]

TARGET = "将新增公共停车位{}个以上。\n"


def archive(path: str, *names: str) -> bytes:
    """Write the ZIP or tar.gz ``path`` with a target in each of the files called ``names``; return its bytes."""
    if path.endswith(".zip"):
        with zipfile.ZipFile(path, "w") as packed:
            for number, name in enumerate(names, 1):
                packed.writestr(name, TARGET.format(number))
    else:
        with tarfile.open(path, "w:gz") as tar:
            for number, name in enumerate(names, 1):
                data = TARGET.format(number).encode()
                info = tarfile.TarInfo(name)
                info.size = len(data)
                tar.addfile(info, io.BytesIO(data))
    return Path(path).read_bytes()


def sources(out: str) -> list[str]:
    return [row["source"] for row in csv.DictReader(io.StringIO(out))]


def test_the_records_of_archives(command: Command) -> None:
    Path("d").mkdir()
    archive("d/a.zip", "b/a.txt", "a.txt", "a.png")
    archive("d/b.tgz", "z.md", "a.txt", "../c.txt")
    Path("d/c.txt").write_text(TARGET.format(9), encoding="utf-8")
    run = command("extract", "d")
    assert sources(run.out) == [
        "d/a.zip!/a.txt",
        "d/a.zip!/b/a.txt",
        "d/b.tgz!/z.md",
        "d/b.tgz!/a.txt",
        "d/c.txt",
    ]
    assert (run.code, run.err) == (0, "pledgeminer: left out: 1 leading out of their archive, 1 other type\n")


def test_the_records_are_those_of_the_folder(command: Command) -> None:
    Path("d").mkdir()
    for number in range(5):
        Path(f"d/{number}.txt").write_text(TARGET.format(number + 1), encoding="utf-8")
    with zipfile.ZipFile("a.zip", "w") as packed:
        for path in Path("d").iterdir():
            packed.write(path, path.name)
    folder = command("extract", "d").out
    for jobs in "12":
        assert command("extract", "a.zip", "--jobs", jobs).out == folder.replace("d/", "a.zip!/")


def test_an_archive_through_a_pipe(command: Command) -> None:
    data = archive("a.zip", "a.txt")
    assert sources(command("extract", "-", "-f", "csv", stdin=data).out) == ["'-!/a.txt"]
    run = command("extract", "-", "-f", "jsonl", stdin=archive("b.tgz", "b.txt"))
    assert json.loads(run.out)["source"] == "-!/b.txt"


def test_a_named_pipe_reaches_other_processes(command: Command) -> None:
    os.mkfifo("p")
    writer = threading.Thread(target=Path("p").write_text, args=(TARGET.format(5), "utf-8"))
    writer.start()
    run = command("extract", "p", "--jobs", "2")
    writer.join()
    assert (run.code, sources(run.out)) == (0, ["p"])


def test_what_can_be_read_of_a_damaged_archive_is_written(command: Command) -> None:
    data = archive("a.tar.gz", *(f"{number}.txt" for number in range(200)))
    Path("a.tar.gz").write_bytes(data[: len(data) // 2])
    run = command("extract", "a.tar.gz", "-o", "out.csv")
    assert run.code == 2
    assert run.err.startswith("pledgeminer: a.tar.gz: the rest of this tar archive is cut off or damaged: ")
    written = sources(Path("out.csv").read_text(encoding="utf-8-sig"))
    assert written == [f"a.tar.gz!/{number}.txt" for number in range(len(written))]
    assert written


def test_an_archive_without_documents_writes_nothing(command: Command) -> None:
    archive("a.zip", "a.png")
    run = command("extract", "a.zip", "-o", "out.csv")
    assert run.code == 2
    assert run.err.startswith("pledgeminer: a.zip: no documents in this archive (looked for .txt ")
    assert not Path("out.csv").exists()


def test_an_archive_is_not_written_over(command: Command) -> None:
    data = archive("a.zip", "a.txt")
    run = command("extract", "a.zip", "-o", "a.zip", "-f", "csv")
    assert run.err.startswith("pledgeminer: a.zip: this file is also one of the documents")
    assert Path("a.zip").read_bytes() == data


def test_the_place_of_a_record_can_be_explained(command: Command) -> None:
    archive("a.zip", "b/a.txt", "a.txt")
    run = command("explain", "a.zip!/b/a.txt:1", "-f", "json")
    assert run.code == 0
    assert [number["quantity"] for number in json.loads(run.out)] == ["1个以上"]
    assert command("explain", "a.zip").err.startswith("pledgeminer: a.zip: this is a folder or an archive, not a docu")
    assert command("explain", "a.zip!/c.txt:1").err.startswith("pledgeminer: a.zip: there is no such file in the arch")


def test_archives_are_compared(command: Command) -> None:
    archive("a.zip", "a.txt")
    archive("b.zip", "b.txt", "a.txt")
    run = command("diff", "a.zip", "b.zip", "-f", "json")
    assert run.code == 0
    assert json.loads(run.out)


def test_the_documents_of_an_archive_are_covered(command: Command) -> None:
    archive("a.zip", "a.txt", "b.txt")
    run = command("rules", "coverage", "a.zip", "-f", "json")
    assert json.loads(run.out)["documents"] == 2


def test_a_bar_moves_along_an_archive(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    with zipfile.ZipFile("a.zip", "w") as packed:
        for number in range(30):
            packed.writestr(f"{number}.txt", "增" * 30_000)
    assert "100%" in command("extract", "a.zip", "-o", "out.csv").err
    archive("b.zip", "a.txt")
    assert command("extract", "b.zip", "-o", "out.csv").err == ""


def test_a_disk_that_fills_leaves_the_old_file(command: Command) -> None:
    Path("out.csv").write_text("old", encoding="utf-8")
    Path("a.txt").write_text("".join(TARGET.format(number) for number in range(1, 300)), encoding="utf-8")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (30_000, limits[1]))
    try:
        run = command("extract", "a.txt", "-o", "out.csv")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert (run.code, run.out) == (2, "")
    assert run.err == "pledgeminer: out.csv: cannot be written: File too large (the disk allows no larger file)\n"
    assert sorted(path.name for path in Path().iterdir()) == ["a.txt", "out.csv"]
    assert Path("out.csv").read_text(encoding="utf-8") == "old"


def test_python_takes_archives_too() -> None:
    archive("a.zip", "b.txt", "a.txt", "a.png")
    assert [record.source for record in extract(Path("a.zip"))] == ["a.zip!/a.txt", "a.zip!/b.txt"]
    assert [record.value for record in extract("a.zip!/b.txt")] == [1]
