"""The comparison of readers of PDF runs, and our own gives a text back whole."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def test_our_reader_gives_the_text_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(ROOT / "tests" / "documents" / "formats")
    from pdf_samples import PARAGRAPHS, Pdf, set_in

    (tmp_path / "gold").mkdir()
    (tmp_path / "gold" / "manifest.json").write_text(json.dumps({"report": {"path": "report.txt"}}), "utf-8")
    (tmp_path / "report.txt").write_text("\n\n".join(PARAGRAPHS), "utf-8")
    lines, pdf = set_in(24, *PARAGRAPHS), Pdf()
    pdf.column(40, 60, lines[:7])
    pdf.column(310, 60, lines[7:])
    (tmp_path / "made" / "two").mkdir(parents=True)
    (tmp_path / "made" / "two" / "report.pdf").write_bytes(pdf.done())
    script = ROOT / "bench" / "pdf_reading.py"
    done = subprocess.run(
        [sys.executable, script, "--shared", tmp_path, tmp_path / "made", "pledgeminer_pdf", "pdfium_plain"],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    head, ours, plain = (line.split() for line in done.stdout.splitlines())
    assert head == ["two", "whole", "found", "clean", "records", "ms/page"]
    assert ours[:5] == ["pledgeminer_pdf", "100.0%", "100.0%", "100.0%", "100.0%"]
    assert plain[0] == "pdfium_plain"
    assert plain[1] == "0.0%"
