"""Put the program into bad company and say what came of it: python bench/hostile.py [--quick] [--only WORDS] [--json]

Each situation is made in a folder of its own, which is removed again, and `pledgeminer extract` runs in a process of
its own. The table has the situation, what came of it, the seconds from start to end and the most memory of the largest
process in MB (10^6 bytes), rules and interpreter included. Where another outcome is expected the script says so and
ends with 1: nothing may be lost, hang, or be told in a traceback. `--quick` makes large things small.

Some situations need Linux, and root may read and write what others may not: without these rights they are taken away
from the process first.
"""

from __future__ import annotations

import argparse
import ctypes
import json
import os
import resource
import shutil
import signal
import subprocess
import sys
import tarfile
import tempfile
import threading
import time
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

from corpus import corpus, document, report

SENTENCE = "今年新增公共停车位{}个以上。\n"
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


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="make the large things small")
    parser.add_argument("--only", default="", metavar="WORDS", help="only the situations whose names have these words")
    parser.add_argument("--json", action="store_true", help="print the table as JSON")
    chosen = parser.parse_args()
    size = Size(megabytes=2, files=300, numbers=20_000, bomb=100) if chosen.quick else Size()
    rows = []
    for name, make in SITUATIONS.items():
        if chosen.only in name:
            outcome = tried(make, size)
            row = (name, outcome.words, round(outcome.ran.seconds, 1), round(outcome.ran.peak), outcome.right)
            rows.append(row)
            if not chosen.json:
                print(line(*row), flush=True)
    if chosen.json:
        keys = ("situation", "outcome", "seconds", "megabytes", "right")
        print(json.dumps([dict(zip(keys, row, strict=True)) for row in rows], ensure_ascii=False, indent=1))
    sys.exit(0 if rows and all(row[-1] for row in rows) else 1)


def line(name: str, words: str, seconds: float, peak: int, right: bool) -> str:
    return f"| {name} | {words if right else f'WRONG: {words}'} | {seconds:.1f} | {peak} |"


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


# Large --------------------------------------------------------------------------------------------------------------


def megabytes(count: int) -> tuple[int, float]:
    """Write ``count`` documents of a megabyte; return how many records they have, and the memory for one of them."""
    Path("d").mkdir()
    for name, text in corpus(count, 1, 1000):
        Path("d", name).write_text(text, "utf-8")
    alone = max(extract(str(path), "--jobs", "1").peak for path in sorted(Path("d").iterdir())[:2])
    return len(extract("d").records), alone


@situation("one document of 1 MB")
def one_document(_: Size) -> Outcome:
    count, _ = megabytes(1)
    return done(extract("d", "--jobs", "1"), count)


@situation("100 documents of 1 MB")
def hundred_documents(size: Size) -> Outcome:
    count, alone = megabytes(size.megabytes)
    ran = extract("d", "--jobs", "1")
    return done(ran, count, also=ran.peak < alone + 25 and len(sources(ran)) == size.megabytes)


@situation("100 documents of 1 MB in a ZIP")
def hundred_documents_zipped(size: Size) -> Outcome:
    count, alone = megabytes(size.megabytes)
    shutil.make_archive("a", "zip", "d")
    ran = extract("a.zip", "--jobs", "1")
    return done(ran, count, also=ran.peak < alone + 25 and len(sources(ran)) == size.megabytes)


@situation("100 documents of 1 MB in a tar.xz, two processes")
def hundred_documents_tarred(size: Size) -> Outcome:
    count, _ = megabytes(size.megabytes)
    shutil.make_archive("a", "xztar", "d")
    ran = extract("a.tar.xz", "--jobs", "2")
    return done(ran, count, also=len(sources(ran)) == size.megabytes)


def sources(ran: Ran) -> list[str]:
    """Return the documents in the order of their records."""
    return list(dict.fromkeys(record["source"] for record in ran.records))


@situation("a text of 100 MB")
def large_text(size: Size) -> Outcome:
    import random

    Path("a.txt").write_text(document(report, size.megabytes * 1_000_000, random.Random(1)), "utf-8")
    ran = extract("a.txt")
    return done(ran, len(ran.records), also=len(ran.records) > 500 * size.megabytes and ran.peak < 1500)


@situation("100 MB in one line without punctuation")
def one_line(size: Size) -> Outcome:
    text = "".join(letter for letter in lines_of(size.megabytes, 1) if letter.isalnum() or letter in "%.")
    Path("a.txt").write_text(text, "utf-8")
    ran = extract("a.txt")
    return done(ran, len(ran.records), also=ran.peak < 2000)


@situation("100 MB of one character")
def one_character(size: Size) -> Outcome:
    Path("a.txt").write_bytes("增".encode() * (size.megabytes * 333_333))
    return done(extract("a.txt"), 0)


@situation("100 MB of digits")
def digits(size: Size) -> Outcome:
    Path("a.txt").write_bytes(b"1" * (size.megabytes * 1_000_000))
    return done(extract("a.txt"), 0)


@situation("100 MB of blank lines")
def blank_lines(size: Size) -> Outcome:
    Path("a.txt").write_bytes(b"\n" * (size.megabytes * 1_000_000))
    return done(extract("a.txt"), 0)


@situation("a million numbers")
def numbers(size: Size) -> Outcome:
    Path("a.txt").write_text("\n".join(map(str, range(size.numbers))), "utf-8")
    return done(extract("a.txt"), 0)


@situation("a million numbers in one line")
def numbers_in_line(size: Size) -> Outcome:
    Path("a.txt").write_text(" ".join(map(str, range(size.numbers))), "utf-8")
    return done(extract("a.txt"), 0)


@situation("a million numbers with units in one line")
def units_in_line(size: Size) -> Outcome:
    Path("a.txt").write_text("".join(f"{number}个" for number in range(1, size.numbers + 1)), "utf-8")
    ran = extract("a.txt", "--kind", "all")
    return done(ran, size.numbers)


@situation("a table with a million cells")
def table(size: Size) -> Outcome:
    width = 1000
    row = "\t".join(f"{number}个" for number in range(1, width + 1))
    Path("a.txt").write_text("\n".join([row] * (size.numbers // width)) + "\n", "utf-8")
    ran = extract("a.txt")
    return done(ran, len(ran.records))


@situation("a row with a million cells")
def row(size: Size) -> Outcome:
    Path("a.txt").write_text("5\t" * size.numbers, "utf-8")
    return done(extract("a.txt"), 0)


# Many ---------------------------------------------------------------------------------------------------------------


def many(count: int) -> None:
    for number in range(count):
        fill(f"d/{number // 100:03d}/{number:05d}.txt")


def in_order(ran: Ran) -> bool:
    return sources(ran) == sorted(sources(ran))


@situation("10,000 small files")
def many_files(size: Size) -> Outcome:
    many(size.files)
    ran = extract("d")
    return done(ran, size.files, also=in_order(ran))


@situation("10,000 small files in a ZIP")
def many_zipped(size: Size) -> Outcome:
    many(size.files)
    shutil.make_archive("a", "zip", "d")
    ran = extract("a.zip")
    return done(ran, size.files, also=in_order(ran))


@situation("10,000 small files in a tar.gz")
def many_tarred(size: Size) -> Outcome:
    many(size.files)
    shutil.make_archive("a", "gztar", "d")
    ran = extract("a.tar.gz")
    return done(ran, size.files)


# Folders ------------------------------------------------------------------------------------------------------------


@situation("999 folders in each other")
def deep(_: Size) -> Outcome:
    for level in range(1, 1000):
        os.mkdir("d/" * level)  # noqa: PTH102 - Path goes up all the levels each time
    fill("d/" * 999 + "a.txt")
    return done(extract("d"), 1)


@situation("folders in each other beyond the longest path")
def too_deep(_: Size) -> Outcome:
    fill("d/a.txt")
    folder = os.open("d", os.O_RDONLY)
    for _ in range(30):
        os.mkdir("x" * 200, dir_fd=folder)
        below = os.open("x" * 200, os.O_RDONLY, dir_fd=folder)
        os.close(folder)
        folder = below
    os.close(folder)
    ran = extract("d")
    outcome = refused(ran, "a path may not be that long", records=1)
    outcome.words = f"…: {ran.told.partition(': ')[2]} (exit {ran.code}, {len(ran.records)} record)"
    return outcome


@situation("links that lead in a circle")
def circle(_: Size) -> Outcome:
    fill("d/a.txt")
    Path("d/e").symlink_to(".")
    Path("d/f").symlink_to("../d")
    Path("d/g").symlink_to("g")
    return done(extract("d"), 1, left_out="1 broken link")


@situation("a pipe in the folder", hasattr(os, "mkfifo"))
def pipe_in_folder(_: Size) -> Outcome:
    fill("d/a.txt")
    os.mkfifo("d/b.txt")
    return done(extract("d"), 1, left_out="1 pipe or device")


@situation("a pipe that is named", hasattr(os, "mkfifo"))
def named_pipe(_: Size) -> Outcome:
    os.mkfifo("p")
    writer = threading.Thread(target=lambda: fill("p"))
    writer.start()
    ran = extract("p", "--jobs", "2")
    writer.join()
    return done(ran, 1)


@situation("a folder called like a document")
def folder_like_document(_: Size) -> Outcome:
    fill("d/x.txt/a.txt")
    return done(extract("d"), 1)


@situation("names with newlines and in GBK")
def odd_names(_: Size) -> Outcome:
    for name in ("d/一\n二.txt".encode(), "d/报告.txt".encode("gbk")):
        fill(name)
    ran = extract("d")
    shown = [record["source"] for record in ran.records]
    return done(ran, 2, also=shown == ["d/一\n二.txt", r"d/\xb1\xa8\xb8\xe6.txt"])


@situation("no permission for a file", os.name == "posix")
def shut_file(_: Size) -> Outcome:
    fill("d/a.txt")
    fill("d/b.txt")
    Path("d/a.txt").chmod(0)
    return refused(extract("d", prepare=give_up_rights), "d/a.txt: cannot be read: Permission denied", records=1)


@situation("no permission for a folder", os.name == "posix")
def shut_folder(_: Size) -> Outcome:
    fill("d/a/a.txt")
    fill("d/b.txt")
    Path("d/a").chmod(0)
    return refused(extract("d", prepare=give_up_rights), "d/a: cannot be read: Permission denied", records=1)


def give_up_rights() -> None:
    """Take away from root, if that is who this is, the rights to pass over permissions."""
    if sys.platform == "linux" and os.geteuid() == 0:
        library = ctypes.CDLL(None)
        drop, override, read_search = 24, 1, 2
        for right in (override, read_search):
            library.prctl(drop, right, 0, 0, 0)


# Files --------------------------------------------------------------------------------------------------------------


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


# Archives -----------------------------------------------------------------------------------------------------------


def zipped(members: Iterator[tuple[str, bytes]], name: str | BytesIO = "a.zip") -> None:
    with zipfile.ZipFile(name, "w", zipfile.ZIP_DEFLATED) as archive:
        for member, data in members:
            archive.writestr(member, data)


@situation("a ZIP that unpacks to a thousand times its size")
def bomb(size: Size) -> Outcome:
    zipped((name, b"5" * 2**20 * size.bomb) for name in ("b.txt",))
    with zipfile.ZipFile("a.zip", "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", SENTENCE.format(5))
    return refused(extract("a.zip"), "200 times its size", records=1)


@situation("a ZIP of ZIPs of ZIPs")
def nested(_: Size) -> Outcome:
    inner = SENTENCE.format(5).encode()
    name = "a.txt"
    for level in range(4):
        packed = BytesIO()
        zipped(iter([(name, inner), ("b.txt", SENTENCE.format(level).encode())]), packed)
        name, inner = "a.zip", packed.getvalue()
    Path("a.zip").write_bytes(inner)
    return refused(extract("a.zip"), "archives are opened 2 deep", records=2)


@situation("a ZIP with more than 100,000 members")
def too_many(_: Size) -> Outcome:
    zipped((f"{number:06d}", b"") for number in range(100_001))
    return refused(extract("a.zip"), "it has more than 100,000 members")


@situation("paths that lead out of their archive, and links")
def outside(_: Size) -> Outcome:
    with tarfile.open("a.tar", "w") as archive:
        for name in ("../a.txt", "/etc/a.txt", "C:\\a.txt", "a.txt"):
            data = SENTENCE.format(5).encode()
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, BytesIO(data))
        info = tarfile.TarInfo("link.txt")
        info.type, info.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(info)
    return done(extract("a.tar"), 1, left_out="3 leading out of their archive, 1 link")


@situation("a tar.gz that is cut off")
def cut_off(size: Size) -> Outcome:
    many(size.files // 10)
    shutil.make_archive("a", "gztar", "d")
    path = Path("a.tar.gz")
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    ran = extract("a.tar.gz")
    return refused(ran, "the rest of this tar archive is cut off or damaged", records=max(1, len(ran.records)))


@situation("a ZIP that is cut off")
def cut_off_zip(_: Size) -> Outcome:
    zipped((f"{number}.txt", SENTENCE.format(5).encode()) for number in range(10))
    path = Path("a.zip")
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    return refused(extract("a.zip"), "the list of its contents is missing at its end")


@situation("one damaged document in a ZIP")
def damaged(_: Size) -> Outcome:
    with zipfile.ZipFile("a.zip", "w") as archive:
        for number in range(1, 4):
            archive.writestr(f"{number}.txt", SENTENCE.format(number * 111))
    path = Path("a.zip")
    path.write_bytes(path.read_bytes().replace(b"222", b"223"))
    return refused(extract("a.zip"), "a.zip!/2.txt: damaged in the archive: Bad CRC-32", records=2)


# Endings ------------------------------------------------------------------------------------------------------------


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


if __name__ == "__main__":
    main()
