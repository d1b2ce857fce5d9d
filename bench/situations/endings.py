"""Disks that fill, readers that go away, and signals."""

from __future__ import annotations

import os
import resource
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from corpus import corpus

from situations.trial import (
    OUTPUT,
    Outcome,
    Size,
    extract,
    fill,
    left_behind,
    refused,
    run,
    situation,
)


@contextmanager
def small_disk() -> Iterator[Callable[[], None] | None]:
    """Let the folder ``disk`` be a disk of 64 KB where this may be done, else let no file grow larger."""
    Path("disk").mkdir()
    mount = shutil.which("mount")
    made = (
        mount
        and not subprocess.run(
            [mount, "-t", "tmpfs", "-o", "size=64k", "tmpfs", "disk"], check=False, stderr=subprocess.DEVNULL
        ).returncode
    )
    try:
        yield None if made else lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (2**16, 2**16))
    finally:
        if made:
            subprocess.run(["umount", "disk"], check=True)


@situation("a disk that fills", os.name == "posix")
def full_disk(_: Size) -> Outcome:
    fill("a.txt", 2000)
    with small_disk() as prepare:
        Path("disk/out.jsonl").write_text("old", "utf-8")
        ran = run("a.txt", "-o", "disk/out.jsonl", prepare=prepare)
        kept = [path.name for path in Path("disk").iterdir()] == ["out.jsonl"]
        kept = kept and Path("disk/out.jsonl").read_text("utf-8") == "old"
    return refused(ran, "disk/out.jsonl: cannot be written: ", also=kept)


@situation("standard output to a disk that is full", Path("/dev/full").exists())
def full_output(_: Size) -> Outcome:
    fill("a.txt", 2000)
    with Path("/dev/full").open("wb") as full:
        ran = run("a.txt", stdout=full.fileno())
    return refused(ran, "standard output cannot be written: No space left on device")


@situation("a reader that goes away")
def closed_pipe(_: Size) -> Outcome:
    fill("a.txt", 20_000)
    reader, writer = os.pipe()

    def go_away(_: subprocess.Popen[bytes]) -> None:
        os.close(writer)
        os.read(reader, 100)
        os.close(reader)

    ran = run("a.txt", "-f", "csv", stdout=writer, meanwhile=go_away)
    return Outcome(f"ends quietly (exit {ran.code})", (ran.code, ran.err) == (141, ""), ran)


def ended_by(number: signal.Signals, jobs: str, code: int, size: Size) -> Outcome:
    for name, text in corpus(size.megabytes / 2, 1):
        Path(name).write_text(text, "utf-8")
    Path(OUTPUT).write_text("old", "utf-8")
    names = sorted(path.name for path in Path().glob("*.txt"))

    def end(process: subprocess.Popen[bytes]) -> None:
        # The output is begun when the first document has been read.
        while not left_behind() and process.poll() is None:
            time.sleep(0.01)
        time.sleep(0.2)
        with suppress(ProcessLookupError):
            process.send_signal(number)

    # What was started in the background ignores Ctrl-C, and so would the program.
    ran = extract(*names, "--jobs", jobs, meanwhile=end, prepare=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL))
    kept = not left_behind() and Path(OUTPUT).read_text("utf-8") == "old"
    words = f"ends quietly (exit {ran.code}); " + ("the old file stays" if kept else "the old file is gone")
    return Outcome(words, kept and (ran.code, ran.err) == (code, ""), ran)


@situation("Ctrl-C", os.name == "posix")
def interrupted(size: Size) -> Outcome:
    return ended_by(signal.SIGINT, "1", 130, size)


@situation("Ctrl-C, two processes", os.name == "posix")
def interrupted_processes(size: Size) -> Outcome:
    return ended_by(signal.SIGINT, "2", 130, size)


@situation("an end that is asked for (SIGTERM)", os.name == "posix")
def terminated(size: Size) -> Outcome:
    return ended_by(signal.SIGTERM, "1", 143, size)
