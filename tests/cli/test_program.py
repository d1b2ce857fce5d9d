"""The program as the shell sees it, in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from pledgeminer import __version__

# As the engine's records are not the matter here, it finds one in every line.
PROGRAM = """
import sys
from msgspec.structs import replace
from pledgeminer.extraction.extractor import Extractor
from pledgeminer.cli import main
from samples import COMMITMENT, described
Extractor.__init__ = lambda self: None
Extractor.extract_described = lambda self, document: (
    [replace(COMMITMENT, indicator=line, source=document.source) for line in document.text.splitlines()],
    described(document.source),
)
main()
"""


def run(*arguments: str, stdin: bytes = b"", **options: object) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)}
    return subprocess.run(
        [sys.executable, "-c", PROGRAM, *arguments],
        input=stdin,
        capture_output=True,
        env={**environment, **options},  # type: ignore[dict-item]
        check=False,
    )


def test_the_module_is_the_command() -> None:
    ran = subprocess.run([sys.executable, "-m", "pledgeminer", "--version"], capture_output=True, text=True, check=True)
    assert ran.stdout == f"pledgeminer {__version__}\n"


@pytest.mark.parametrize("format", ["csv", "table"])
def test_an_ascii_locale_does_not_matter(format: str) -> None:
    ran = run(
        "extract",
        "-",
        "-f",
        format,
        stdin="公共停车位\n".encode(),
        LC_ALL="C",
        PYTHONUTF8="0",
        PYTHONCOERCECLOCALE="0",
    )
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert "公共停车位" in ran.stdout.decode()


@pytest.mark.parametrize("format", ["csv", "table", "json"])
def test_a_reader_that_goes_away_ends_the_run_quietly(format: str) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    ran = subprocess.run(
        [sys.executable, "-c", PROGRAM, "extract", "-", "-f", format],
        input=b"x\n" * 10_000,
        stdout=writer,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)},
        check=False,
    )
    os.close(writer)
    assert (ran.returncode, ran.stderr) == (141, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_standard_output_is_told() -> None:
    with Path("/dev/full").open("wb") as full:
        ran = subprocess.run(
            [sys.executable, "-m", "pledgeminer", "extract", "-"],
            input=b"1",
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert ran.returncode == 2
    assert ran.stderr == b"pledgeminer: standard output cannot be written: No space left on device\n"
