"""PDFs that were made to hold up their reader, or to make it fail."""

from __future__ import annotations

import subprocess
import sys
import time

import pytest
from pdf_samples import FONT, Pdf, mapped_font, one_page

from pledgeminer.documents.formats.pdf.reading import content_of
from pledgeminer.documents.formats.pdf.text import _is_leader
from pledgeminer.documents.formats.pdf.worker import Worker
from pledgeminer.errors import DocumentError

LEADERS = ["目录……………", "一、工作.....3", "二、安排 . . . . . (12)", "三、保障·····—4—", "四、附件..... - 7 -"]


@pytest.mark.parametrize("text", LEADERS)
def test_a_row_of_dots_before_a_page_is_known(text: str) -> None:
    assert _is_leader(text)


@pytest.mark.parametrize("text", ["", "……", "增长3.5", "目录....x", "目录.....12345", "目录.....((3", "附件⋯⋯⋯⋯⋯ 【"])
def test_other_rows_are_none(text: str) -> None:
    assert not _is_leader(text)


@pytest.mark.parametrize("piece", [".", " ", ". ", "\u2004", "…(", "-", "3"])
def test_a_row_without_end_takes_no_time(piece: str) -> None:
    begun = time.process_time()
    _is_leader("目录....." + piece * 100_000 + "x")
    assert time.process_time() - begun < 0.5


@pytest.mark.parametrize("half", [b"dc54", b"d83d"], ids=["low", "high"])
def test_half_a_pair_of_surrogates_costs_its_character_only(half: bytes) -> None:
    font, cmap = mapped_font({65: "教", 66: "育", 67: "中"})
    cmap = cmap.replace(b"4e2d", half)
    pdf = one_page(b"BT /F 12 Tf 1 0 0 1 60 300 Tm (%s) Tj ET" % (b"AB" * 30 + b"AC"), font, cmap)
    worker = Worker()
    try:
        content = worker.ask(pdf, "a.pdf")
    finally:
        worker.close()
    assert content.text.startswith("教育教育")
    content.text.encode()
    assert content == content_of(pdf, "a.pdf")


#: A worker that reads as a pattern does which never ends: without letting another thread run.
STUCK = """
import os, re
from pledgeminer.documents.formats.pdf import reading, worker
worker.SECONDS = 1.0
reading.content_of = lambda *_: re.match("(?:a|a)*b", "a" * 40)
worker.serve(os.getppid())
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no timer of the system's own")
def test_a_pattern_that_never_ends_does_not_hold_the_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    worker = Worker()
    process = subprocess.Popen([sys.executable, "-c", STUCK], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    monkeypatch.setattr(worker, "_process", process)
    begun = time.monotonic()
    with pytest.raises(DocumentError, match="the PDF takes too long to read"):
        worker.ask(Pdf().text(10, 10, FONT).done(), "a.pdf")
    assert time.monotonic() - begun < 30


#: Starts a worker that is stuck, and ends without a word to it.
ORPHANED = """
import os, subprocess, sys
from pledgeminer.documents.formats.pdf import worker
code = f'''
import time
from pledgeminer.documents.formats.pdf import reading, worker
reading.content_of = lambda *_: time.sleep(60)
worker.serve({os.getpid()})
'''
process = subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
worker._send(process.stdin, worker._Request("a.pdf", b""))
print(process.pid, flush=True)
os._exit(0)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="processes have no parents there")
def test_a_worker_does_not_outlive_its_parent() -> None:
    done = subprocess.run([sys.executable, "-c", ORPHANED], stdout=subprocess.PIPE, text=True, check=True, timeout=60)
    stop = time.monotonic() + 15
    while time.monotonic() < stop and alive(int(done.stdout.split()[0])):
        time.sleep(0.2)
    assert not alive(int(done.stdout.split()[0]))


def alive(process: int) -> bool:
    """Say whether a process runs; one that has ended and that nobody has asked for does not."""
    shown = subprocess.run(["ps", "-o", "stat=", "-p", str(process)], stdout=subprocess.PIPE, text=True, check=False)
    return bool(shown.stdout.strip()) and not shown.stdout.startswith("Z")
