"""The comparison of readers of web pages runs, and our own reader keeps every line of the samples."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

SCRIPT = Path(__file__).parents[2] / "bench" / "html_extraction.py"


def test_our_reader_keeps_every_line() -> None:
    done = subprocess.run(
        [sys.executable, str(SCRIPT), "pledgeminer_html"], capture_output=True, encoding="utf-8", check=True
    )
    pages, head, ours = done.stdout.splitlines()[:3]
    assert int(pages.split()[0]) >= 20
    assert head.split() == ["reader", "lines", "found", "clean", "ms"]
    name, lines, found, clean, _ = ours.split()
    assert (name, lines, found) == ("pledgeminer_html", "100.0", "100.0")
    assert float(clean) > 95
