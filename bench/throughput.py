"""How fast `extract` is, how much memory it takes, and where the time goes: python bench/throughput.py [PATH …]

Reads files or folders, or without any a corpus that it makes itself (see corpus.py); then, in one process, decodes the
bytes and makes the records of both kinds, again and again. Reading the files and compiling the rules come before and
are not counted. A megabyte is 10^6 bytes of the texts in UTF-8, whatever encoding they came in.

`fresh` runs begin with nothing remembered, as a process does that has just been started; `warm` runs with what the
runs before them left in the program's memories (forms of clauses that were matched, numerals that were read). The
stages are measured in a run of their own, since looking at the clock costs time too; each stage is without the others
that it calls.
"""

from __future__ import annotations

import argparse
import functools
import json
import resource
import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any

from corpus import corpus

from pledgeminer.documents.decode import decode
from pledgeminer.documents.model import Document
from pledgeminer.documents.source import Source
from pledgeminer.documents.walk import find_sources
from pledgeminer.extraction.extractor import Extractor

# Stage, module, name in it. Where a function is imported by name it is replaced in the module that calls it.
STAGES = (
    ("decode", "__main__", "decode"),
    ("clean", "pledgeminer.extraction.reading", "clean"),
    ("quantities and times", "pledgeminer.extraction.reading", "find_numbers"),
    ("lexicon", "pledgeminer.rules.lexicon", "Lexicon.find"),
    ("date and genre", "pledgeminer.extraction.reading", "facts_of"),
    ("date and genre", "pledgeminer.extraction.outline", "genre_of"),
    ("outline", "pledgeminer.extraction.extractor", "outline"),
    ("clauses", "pledgeminer.extraction.sentences", "clauses_of"),
    ("matching", "pledgeminer.extraction.matcher", "Matcher.fit"),
    ("matches", "pledgeminer.extraction.extractor", "matched"),
    ("what governs", "pledgeminer.extraction.extractor", "governed"),
    ("decision", "pledgeminer.extraction.extractor", "cues_of"),
    ("decision", "pledgeminer.extraction.extractor", "decide"),
    ("owners", "pledgeminer.extraction.extractor", "voices_of"),
    ("owners", "pledgeminer.extraction.extractor", "owners_of"),
    ("records", "pledgeminer.extraction.extractor", "judged"),
    ("sentences, the rest", "pledgeminer.extraction.extractor", "Extractor.extract"),
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="*", metavar="PATH", help="documents, or folders of them")
    parser.add_argument("--size", type=float, default=3.0, metavar="MB", help="of the corpus that is made (default 3)")
    parser.add_argument("--seed", type=int, default=1, help="of the corpus that is made (default 1)")
    parser.add_argument("--joined", action="store_true", help="put all documents together into one")
    parser.add_argument("--runs", type=int, default=7, help="of each sort (default 7)")
    parser.add_argument("--json", action="store_true", help="print the figures as one JSON object")
    chosen = parser.parse_args()
    started = time.perf_counter()
    extractor = Extractor()
    compiled = time.perf_counter() - started
    before = peak_memory()
    documents = list(read(chosen.paths) if chosen.paths else made(chosen.size, chosen.seed))
    if chosen.joined:
        documents = [("joined", b"\n".join(data for _, data in documents))]
    texts = [decode(data, source=name).text for name, data in documents]
    figures: dict[str, Any] = {
        "documents": len(texts),
        "bytes": sum(len(text.encode("utf-8", "surrogatepass")) for text in texts),
        "characters": sum(map(len, texts)),
        "largest": max(map(len, texts)),
    }
    del texts
    figures["compile_seconds"], figures["memory_before"] = compiled, before
    figures["records"] = run(documents, extractor)
    figures["memory_peak"] = peak_memory()
    figures["fresh_seconds"] = [timed(documents, fresh()) for _ in range(chosen.runs)]
    figures["warm_seconds"] = [timed(documents, extractor) for _ in range(chosen.runs)]
    figures["stages"] = stages(documents)
    print(json.dumps(figures, indent=1) if chosen.json else page(figures))


def read(paths: list[str]) -> Iterator[tuple[str, bytes]]:
    """Yield names and bytes of the documents at ``paths``."""
    for item in find_sources(paths).items:
        if not isinstance(item, Source):
            sys.exit(str(item))
        yield item.name, Path(item.path).read_bytes()


def made(megabytes: float, seed: int) -> Iterator[tuple[str, bytes]]:
    for name, text in corpus(megabytes, seed):
        yield name, text.encode()


def run(documents: list[tuple[str, bytes]], extractor: Extractor) -> int:
    """Do the whole work once; return the number of records."""
    count = 0
    for name, data in documents:
        decoded = decode(data, source=name)
        count += len(extractor.extract(Document(text=decoded.text, source=name, encoding=decoded.encoding)))
    return count


def timed(documents: list[tuple[str, bytes]], extractor: Extractor) -> float:
    started = time.perf_counter()
    run(documents, extractor)
    return time.perf_counter() - started


def fresh() -> Extractor:
    """Return an extractor that remembers nothing but its rules, which stay compiled."""
    for name, module in list(sys.modules.items()):
        if name.startswith("pledgeminer.extraction"):
            for value in vars(module).values():
                if hasattr(value, "cache_clear"):
                    value.cache_clear()
    return Extractor()


def peak_memory() -> float:
    """Return the most memory that this process has had so far, in 10^6 bytes."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 1e6 if sys.platform == "darwin" else peak * 1024 / 1e6


class Clock:
    """Counts the time of each stage without that of the stages inside it."""

    def __init__(self) -> None:
        self.seconds: defaultdict[str, float] = defaultdict(float)
        self._inside: list[float] = []

    def watch(self, stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(function, updated=())
        def inner(*arguments: Any, **named: Any) -> Any:
            self._inside.append(0.0)
            started = time.perf_counter()
            try:
                return function(*arguments, **named)
            finally:
                taken = time.perf_counter() - started
                self.seconds[stage] += taken - self._inside.pop()
                if self._inside:
                    self._inside[-1] += taken

        return inner


def stages(documents: list[tuple[str, bytes]]) -> dict[str, float]:
    """Return the share of each stage in the time of one fresh run."""
    clock = Clock()
    extractor = fresh()
    with watched(clock):
        run(documents, extractor)
    whole = sum(clock.seconds.values())
    return {stage: clock.seconds[stage] / whole for stage in dict.fromkeys(stage for stage, _, _ in STAGES)}


@contextmanager
def watched(clock: Clock) -> Iterator[None]:
    """Put the clock around the functions of all stages, and take it off again."""
    replaced: list[tuple[Any, str, Any]] = []
    try:
        for stage, module, name in STAGES:
            *path, last = name.split(".")
            home = functools.reduce(getattr, path, import_module(module))
            if not hasattr(home, last):
                sys.exit(f"{module} has no {name} any more: mend STAGES in {__file__}")
            replaced.append((home, last, getattr(home, last)))
            setattr(home, last, clock.watch(stage, getattr(home, last)))
        yield
    finally:
        for home, last, function in reversed(replaced):
            setattr(home, last, function)


def page(figures: dict[str, Any]) -> str:
    """Return the figures as lines for people."""
    lines = [
        f"{figures['documents']:,} documents, {figures['bytes'] / 1e6:.2f} MB of UTF-8, {figures['characters']:,} "
        f"characters (the longest {figures['largest']:,}), {figures['records']:,} records",
        f"rules compiled in {figures['compile_seconds']:.2f} s",
        f"{'':8}{'median':>10}{'fastest':>10}{'slowest':>10}{'MB/s':>8}{'characters/s':>14}{'records/s':>11}",
    ]
    for sort in ("fresh", "warm"):
        seconds = figures[f"{sort}_seconds"]
        median = statistics.median(seconds)
        lines.append(
            f"{sort:8}{median:8.3f} s{min(seconds):8.3f} s{max(seconds):8.3f} s{figures['bytes'] / 1e6 / median:8.2f}"
            f"{figures['characters'] / median:14,.0f}{figures['records'] / median:11,.0f}"
        )
    lines.append(
        f"peak memory {figures['memory_peak']:.0f} MB; {figures['memory_before']:.0f} MB with the rules compiled and "
        "no document read"
    )
    lines += [f"{share:7.1%}  {stage}" for stage, share in figures["stages"].items()]
    return "\n".join(lines)


if __name__ == "__main__":
    main()
