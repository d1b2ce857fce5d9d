"""How long a user waits for one command: python bench/startup.py [--document FILE]

Runs `pledgeminer --version`, `pledgeminer rules test` (which loads and compiles all rules, and runs their examples) and
`pledgeminer extract` of one document of 25 KB (made up, see corpus.py, or FILE), ten times each in processes of their
own, and prints the median, the fastest and the slowest wall time. A first run of each, which may leave Python's
compiled modules behind as it does for everybody, is not counted.
"""

from __future__ import annotations

import argparse
import os
import shlex
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from corpus import corpus


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--document", type=Path, metavar="FILE", help="what to extract from (default: made up, 25 KB)")
    parser.add_argument("--runs", type=int, default=10, help="of each command (default 10)")
    parser.add_argument(
        "--cmd",
        default=shlex.join([str(Path(sys.executable).parent / "pledgeminer")]),
        help="the program (default: the pledgeminer beside this Python)",
    )
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        document = chosen.document or Path(folder) / "document.txt"
        if chosen.document is None:
            ((_, text),) = corpus(0.025, kilobytes=25)
            document.write_text(text, "utf-8")
        print(f"{'':38}{'median':>10}{'fastest':>10}{'slowest':>10}")
        for arguments in (["--version"], ["rules", "test"], ["extract", str(document), "-f", "jsonl"]):
            seconds = times([*shlex.split(chosen.cmd), *arguments], chosen.runs)
            extracts = arguments[0] == "extract"
            what = f"extract of {document.stat().st_size:,} bytes" if extracts else " ".join(arguments)
            median, fastest, slowest = statistics.median(seconds), min(seconds), max(seconds)
            print(f"pledgeminer {what:26}{median:8.3f} s{fastest:8.3f} s{slowest:8.3f} s")


def times(command: list[str], runs: int) -> list[float]:
    """Return the wall times of ``runs`` runs of ``command``, behind one that is not counted."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    seconds = []
    for _ in range(runs + 1):
        started = time.perf_counter()
        done = subprocess.run(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment, check=False
        )
        seconds.append(time.perf_counter() - started)
        if done.returncode:
            sys.exit(f"{shlex.join(command)} ended with exit code {done.returncode}")
    return seconds[1:]


if __name__ == "__main__":
    main()
