"""The program as the shell sees it, in a process of its own."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
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


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no disk here that is always full")
def test_a_full_disk_behind_standard_error_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("将新建学校12所。\n", "utf-8")
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "pledgeminer", "extract", "missing.txt", "a.txt", "-f", "csv"]
        done = subprocess.run(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=full, check=False)
    assert (done.returncode, done.stdout.count(b"\n")) == (2, 2)


@pytest.mark.skipif(sys.platform == "win32", reason="a folder that is used cannot be removed there")
def test_a_working_folder_that_was_removed_hides_no_document(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("将新建学校12所。\n", "utf-8")
    (tmp_path / "gone").mkdir()
    code = "import os, sys; os.rmdir(os.getcwd()); from pledgeminer.cli import main; main()"
    command = [sys.executable, "-c", code, "extract", str(tmp_path / "a.txt"), "-f", "csv"]
    done = subprocess.run(command, cwd=tmp_path / "gone", capture_output=True, check=False)
    assert (done.returncode, done.stdout.count(b"\n"), done.stderr) == (0, 2, b"")


#: A document that is read for ever, by a pattern that lets nothing else run; and one that is read at once.
STUCK = """
import re, signal, sys
from pledgeminer.run import workers
# What started this may ignore them, as a run in the background does.
signal.signal(signal.SIGINT, signal.default_int_handler)
signal.signal(signal.SIGHUP, signal.SIG_DFL)
if __name__ == "__main__":
    from pledgeminer.cli import main
    main()
else:
    read = workers.read
    def stuck(source, given):
        if source.name == "a.txt":
            open("begun", "w").close()
            re.match("(?:a|a)*b", "a" * 60)
        return read(source, given)
    workers.read = stuck
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such signals there")
@pytest.mark.parametrize("number", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_a_signal_ends_a_run_with_a_document_that_is_read_for_ever(tmp_path: Path, number: str) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("将新建学校12所。\n", "utf-8")
    (tmp_path / "run.py").write_text(STUCK, "utf-8")
    command = [sys.executable, "run.py", "extract", "a.txt", "b.txt", "--jobs", "2", "-o", "out.csv"]
    process = subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.DEVNULL, start_new_session=True)
    while not (tmp_path / "begun").exists():
        assert process.poll() is None
        time.sleep(0.05)
    process.send_signal(getattr(signal, number))
    assert process.wait(30) == {"SIGTERM": 143, "SIGHUP": 129, "SIGINT": 130}[number]
    for _ in range(100):
        left = subprocess.run(["ps", "-o", "stat=", "-s", str(process.pid)], stdout=subprocess.PIPE, check=False)
        if not left.stdout.replace(b"Z", b"").strip():
            break
        time.sleep(0.1)
    else:
        pytest.fail("a process of the run goes on")
    assert not list(tmp_path.glob(".pledgeminer-*"))
    assert not (tmp_path / "out.csv").exists()
