"""Files that are none, or that change."""

from __future__ import annotations

import os
import resource
import subprocess
import threading
from pathlib import Path

from situations.trial import (
    Outcome,
    Size,
    done,
    extract,
    fill,
    refused,
    situation,
)


@situation("a file that somebody goes on writing")
def changing(_: Size) -> Outcome:
    Path("a.txt").write_bytes(b"1\n" * 20_000_000)
    fill("b.txt")
    ended = threading.Event()

    def write() -> None:
        with Path("a.txt").open("ab", buffering=0) as file:
            while not ended.is_set():
                file.write(b"1")

    writer = threading.Thread(target=write)
    writer.start()
    ran = extract("a.txt", "b.txt")
    ended.set()
    writer.join()
    return refused(ran, "a.txt: it changes while it is read", records=1)


@situation("a file that vanishes after the folder was walked", hasattr(os, "mkfifo"))
def vanishing(_: Size) -> Outcome:
    fill("d/a.txt")
    fill("d/b.txt")
    os.mkfifo("p")

    def remove(_: subprocess.Popen[bytes]) -> None:
        with Path("p").open("wb"):  # opened when the program has come to read it
            Path("d/a.txt").unlink()

    return refused(extract("p", "d", meanwhile=remove), "d/a.txt: it is not there any more", records=1)


@situation("a file of zero bytes")
def empty(_: Size) -> Outcome:
    Path("a.txt").touch()
    return done(extract("a.txt"), 0)


@situation("a file of a byte order mark")
def only_mark(_: Size) -> Outcome:
    Path("a.txt").write_bytes(b"\xef\xbb\xbf")
    return done(extract("a.txt"), 0)


@situation("a device", Path("/dev/zero").exists())
def device(_: Size) -> Outcome:
    return refused(extract("/dev/zero"), "/dev/zero: this is a device, not a document")


@situation("a file that the system makes up", Path("/proc/cpuinfo").exists())
def made_up(_: Size) -> Outcome:
    return done(extract("/proc/cpuinfo"), 0)


@situation("a file that is the memory of the system", Path("/proc/kcore").exists())
def memory(_: Size) -> Outcome:
    ran = extract("/proc/kcore", prepare=lambda: resource.setrlimit(resource.RLIMIT_AS, (2**32, 2**32)))
    return refused(ran, "/proc/kcore: ")
