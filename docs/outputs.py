"""Put real output below the commands of a page: python docs/outputs.py [--check] [PAGE …]

In every block that is marked `console` the lines that begin with `$ ` are run, in a terminal of 80 columns at the top
of the checkout, and what they show takes the place of the lines below them. The page is the README, if none is named;
docs/accuracy.md and docs/performance.md take some minutes, need ../shared, and hold figures of the machine they are run
on. With --check nothing is written; it prints what has changed and ends with 1 if anything has.
"""

from __future__ import annotations

import argparse
import difflib
import re
import sys
from pathlib import Path

from screenshot import TOP, in_terminal

WIDTH = 80

_BLOCK = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.MULTILINE | re.DOTALL)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages", nargs="*", type=Path, metavar="PAGE", default=[TOP / "README.md"])
    parser.add_argument("--check", action="store_true", help="write nothing, and end with 1 if a page is old")
    chosen = parser.parse_args()
    old = False
    for page in chosen.pages:
        text = page.read_text("utf-8")
        fresh = with_outputs(text)
        if not chosen.check:
            page.write_text(fresh, "utf-8")
        elif fresh != text:
            old = True
            sys.stdout.writelines(difflib.unified_diff(text.splitlines(True), fresh.splitlines(True), page.name, "now"))
    sys.exit(old)


def with_outputs(text: str) -> str:
    """Return the page ``text`` with what its commands show today."""
    return _BLOCK.sub(lambda block: "".join(map(shown, re.findall(r"^\$ (.*)\n", block[0], re.MULTILINE))), text)


def shown(command: str) -> str:
    """Return ``command`` behind its prompt and what it shows, without the blanks at the ends of lines."""
    lines = in_terminal(command, WIDTH).rstrip().splitlines()
    return f"$ {command}\n" + "".join(f"{line.rstrip()}\n" for line in lines)


if __name__ == "__main__":
    main()
