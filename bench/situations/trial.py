"""Make a situation, run the program in it and see what comes of it: what all situations of `hostile.py` use."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

from corpus import corpus

SENTENCE = "将新增公共停车位{}个以上。\n"
# What the system says of a process from outside counts the memory of the one that started it too.
PROGRAM = """
import os, re, resource, sys
from pathlib import Path
from pledgeminer.cli import main
try:
    main()
finally:
    own, others = (resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    if os.path.exists("/proc/self/status"):
        own = int(re.search(r"VmHWM:\\s+([0-9]+) kB", Path("/proc/self/status").read_text())[1])
    Path(os.environ["PEAK"]).write_text(str(max(own, others)))
"""
OUTPUT = "out.jsonl"
TOO_LONG = 1800
"""A run that takes more seconds than these hangs."""


@dataclass
class Ran:
    """One run: its exit code, what it wrote to the two streams, its time and its memory."""

    code: int
    out: str
    err: str
    seconds: float
    peak: float

    @property
    def told(self) -> str:
        """The first line on standard error, without the program's name."""
        return self.err.split("\n", 1)[0].removeprefix("pledgeminer: ")

    @property
    def records(self) -> list[dict[str, Any]]:
        path = Path(OUTPUT)
        return [json.loads(line) for line in path.read_text("utf-8").splitlines()] if path.exists() else []


@dataclass
class Outcome:
    """What came of a situation, in words; ``right`` says whether it is what should come of it."""

    words: str
    right: bool
    ran: Ran


@dataclass(frozen=True)
class Size:
    """How large the large things are."""

    megabytes: int = 100
    files: int = 10_000
    numbers: int = 1_000_000
    bomb: int = 1000


Situation = Callable[[Size], Outcome]
SITUATIONS: dict[str, Situation] = {}


def situation(name: str, possible: bool = True) -> Callable[[Situation], Situation]:
    """Add a function to the situations, unless this system has no such thing."""

    def add(make: Situation) -> Situation:
        if possible:
            SITUATIONS[name] = make
        return make

    return add


def tried(make: Situation, size: Size) -> Outcome:
    """Make a situation in a folder of its own, and take it away again."""
    before = Path.cwd()
    folder = tempfile.mkdtemp(prefix="pledgeminer-")
    os.chdir(folder)
    try:
        return make(size)
    finally:
        os.chdir(before)
        subprocess.run(["chmod", "-R", "u+rwX", folder], check=False, stderr=subprocess.DEVNULL)
        # Not from Python, which calls itself for each level.
        subprocess.run(["rm", "-rf", folder], check=True)


def run(
    *arguments: str | bytes,
    stdin: bytes = b"",
    stdout: int | None = None,
    prepare: Callable[[], None] | None = None,
    meanwhile: Callable[[subprocess.Popen[bytes]], None] | None = None,
) -> Ran:
    """Run the program; ``prepare`` is called in its process, ``meanwhile`` in this one."""
    peak_file = Path.cwd().with_suffix(".peak")
    with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        given.write(stdin)
        given.seek(0)
        started = time.perf_counter()
        process = subprocess.Popen(
            [sys.executable, "-X", "utf8", "-c", PROGRAM, "extract", *arguments],
            stdin=given,
            stdout=out if stdout is None else stdout,
            stderr=err,
            preexec_fn=prepare,
            env={**os.environ, "PEAK": str(peak_file)},
        )
        if meanwhile is not None:
            meanwhile(process)
        process.wait(TOO_LONG)
        seconds = time.perf_counter() - started
        texts = []
        for stream in (out, err):
            stream.seek(0)
            texts.append(stream.read().decode("utf-8", "replace"))
    peak = int(peak_file.read_text()) * (1 if sys.platform == "darwin" else 1024) / 1e6
    peak_file.unlink()
    return Ran(process.returncode, texts[0], texts[1], seconds, peak)


def extract(*arguments: str | bytes, **options: Any) -> Ran:
    return run(*arguments, "-o", OUTPUT, **options)


def done(ran: Ran, records: int, *, left_out: str = "", also: bool = True) -> Outcome:
    """Expect ``records`` and no message, but for what was left out."""
    words = f"{len(ran.records):,} records" + (f"; {ran.told}" if ran.told else "")
    told = f"left out: {left_out}" if left_out else ""
    return Outcome(words, ran.code == 0 and len(ran.records) == records and ran.told == told and also, ran)


def refused(ran: Ran, message: str, *, records: int = 0, code: int = 2, also: bool = True) -> Outcome:
    """Expect ``message``, and the ``records`` of the other documents."""
    words = f"{ran.told} (exit {ran.code}" + (f", {len(ran.records):,} records)" if records else ")")
    right = ran.code == code and message in ran.err and "Traceback" not in ran.err and len(ran.records) == records
    return Outcome(words, right and also, ran)


def fill(path: str | bytes, count: int = 1) -> None:
    """Write a document with ``count`` sentences, each with one target."""
    place = Path(os.fsdecode(path))
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text("".join(SENTENCE.format(number + 1) for number in range(count)), "utf-8")


def lines_of(megabytes: float, seed: int) -> str:
    ((_, text),) = corpus(megabytes, seed, megabytes * 1000)
    return text


def left_behind() -> bool:
    """Say whether a half-written file lies about."""
    return any(path.name.startswith(".pledgeminer-") for path in Path().iterdir())


def sources(ran: Ran) -> list[str]:
    """Return the documents in the order of their records."""
    return list(dict.fromkeys(record["source"] for record in ran.records))


def many(count: int) -> None:
    for number in range(count):
        fill(f"d/{number // 100:03d}/{number:05d}.txt")


def zipped(members: Iterator[tuple[str, bytes]], name: str | BytesIO = "a.zip") -> None:
    with zipfile.ZipFile(name, "w", zipfile.ZIP_DEFLATED) as archive:
        for member, data in members:
            archive.writestr(member, data)
