"""The measurements can be run, and measure what they say."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

BENCH = Path(__file__).parent.parent.parent / "bench"


def run(script: str, *arguments: str) -> str:
    return subprocess.run(
        [sys.executable, "-X", "utf8", BENCH / script, *arguments], capture_output=True, encoding="utf-8", check=True
    ).stdout


def test_a_corpus_is_the_same_for_the_same_seed(tmp_path: Path) -> None:
    for name, seed in (("a", "1"), ("b", "1"), ("c", "2")):
        run("corpus.py", str(tmp_path / name), "--size", "0.2", "--seed", seed)
    texts = {name: [path.read_bytes() for path in sorted((tmp_path / name).iterdir())] for name in "abc"}
    assert texts["a"] == texts["b"]
    assert texts["a"] != texts["c"]
    assert 200_000 <= sum(map(len, texts["a"])) < 201_000


def test_throughput(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("今年将新建学校3所。", "gb18030")
    figures = json.loads(run("throughput.py", str(tmp_path), "--runs", "2", "--json"))
    assert (figures["documents"], figures["records"], figures["characters"], figures["bytes"]) == (1, 1, 10, 28)
    assert len(figures["fresh_seconds"]) == len(figures["warm_seconds"]) == 2
    assert sum(figures["stages"].values()) == pytest.approx(1)
    assert min(figures["stages"].values()) > 0
    assert 0 < figures["memory_before"] <= figures["memory_peak"]


def test_throughput_of_a_corpus_for_people() -> None:
    written = run("throughput.py", "--size", "0.05", "--runs", "1")
    assert written.startswith("1 documents, 0.05 MB of UTF-8")
    assert "MB/s" in written


def test_hostile() -> None:
    (row,) = json.loads(run("hostile.py", "--quick", "--json", "--only", "lead in a circle"))
    assert (row["outcome"], row["right"]) == ("1 records; left out: 1 broken link", True)
    assert row["seconds"] > 0
    assert 10 < row["megabytes"] < 500


def test_startup() -> None:
    lines = run("startup.py", "--runs", "1").splitlines()
    assert [line.split()[1] for line in lines[1:]] == ["--version", "rules", "extract"]


def test_the_records_of_two_checkouts(tmp_path: Path) -> None:
    top = BENCH.parent
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (seeds / "a.txt").write_text("今年新建学校3所。去年新建学校2所。", "utf-8")
    (seeds / "b.pdf").write_bytes(b"no PDF")
    assert run("same_records.py", str(top), "--over", str(seeds)) == "2 records of 2 documents are the same\n"


def test_records_that_differ_are_shown_with_their_fields(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(BENCH)
    from same_records import differences

    head = b'{"document":"a.txt","records":2}'
    old = [head, b'{"line":1,"start":0,"value":3}', b'{"line":2,"start":9,"quantity":"5","indicator":"y"}']
    new = [head, b'{"line":1,"start":0,"value":4}']
    assert list(differences(old, new)) == ["a.txt:1: value 3 -> 4", "a.txt:2: only old 5 y"]
