"""The script's output is the one that stands beside it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

TOP = Path(__file__).resolve().parents[2]
COMMAND = [
    "examples/python/what_changed.py",
    "seeds/work-report-2024.txt",
    "seeds/work-report-2025.txt",
]


def test_the_script_prints_what_stands_beside_it() -> None:
    done = subprocess.run(
        [sys.executable, "-X", "utf8", *COMMAND], cwd=TOP, capture_output=True, encoding="utf-8", check=True
    )
    written = (TOP / "examples" / "python" / "what_changed.txt").read_text("utf-8")
    assert done.stdout == written, f"write it again: python {' '.join(COMMAND)} > examples/python/what_changed.txt"
