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
import json
import sys
from importlib import import_module

from situations.trial import SITUATIONS, Size, tried

# The order is that of the table; importing a module adds its situations to the list.
for module in ("large", "many", "folders", "files", "archives", "endings"):
    import_module(f"situations.{module}")


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


if __name__ == "__main__":
    main()
