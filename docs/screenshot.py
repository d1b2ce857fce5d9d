"""Make the picture of the README from a real run: python docs/screenshot.py [--check]

Runs the command in a terminal of its own and writes what it shows, colours and all, to docs/extract.svg. With --check
nothing is written; it ends with 1 if the picture no longer is what the program shows.
"""

from __future__ import annotations

import argparse
import html
import io
import os
import pty
import re
import signal
import subprocess
import sys
from pathlib import Path

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

TOP = Path(__file__).resolve().parent.parent
PICTURE = TOP / "docs" / "extract.svg"
COMMAND = "pledgeminer extract seeds/livelihood.txt seeds/speeches.txt --owner 水务局"
WIDTH = 80
# The exit code of a program whose reader had enough, as `head` has.
_READ_NO_FURTHER = 128 + signal.SIGPIPE


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing, and end with 1 if the picture is old")
    chosen = parser.parse_args()
    fresh = picture()
    if chosen.check:
        sys.exit(not PICTURE.is_file() or PICTURE.read_text("utf-8") != fresh)
    PICTURE.write_text(fresh, "utf-8")


def picture() -> str:
    """Return the SVG of what COMMAND shows."""
    console = Console(record=True, width=WIDTH, file=io.StringIO(), color_system="truecolor", force_terminal=True)
    console.print(Text.from_ansi(f"$ {COMMAND}\n" + in_terminal(COMMAND, WIDTH, colour=True)))
    return _TEXT.sub(_placed, console.export_svg(title="pledgeminer")) + "\n"


_TEXT = re.compile(r'<text (class="[^"]+") x="([\d.]+)" y="([\d.]+)" textLength="([\d.]+)" ([^>]+)>([^<]+)</text>')


def _placed(found: re.Match[str]) -> str:
    """Put each word of a stretch of text at its cell: rich counts characters, but a Chinese one is two cells wide."""
    words = html.unescape(found[6]).replace("\xa0", " ")
    cell = float(found[4]) / len(words)
    return "".join(
        f'<text {found[1]} x="{float(found[2]) + cell * cell_len(words[: word.start()]):.4g}" y="{found[3]}" '
        f'textLength="{cell * cell_len(word.group()):.4g}" {found[5]}>{html.escape(word.group())}</text>'
        for word in re.finditer(r"\S+", words)
    )


def in_terminal(command: str, width: int, *, colour: bool = False) -> str:
    """Return what ``command`` shows in a terminal of ``width`` columns at the top of the checkout; end if it fails."""
    beside = str(Path(sys.executable).parent)
    environment = {
        **{name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "FORCE_COLOR", "LC_ALL")},
        "PATH": os.pathsep.join((beside, os.environ["PATH"])),
        "COLUMNS": str(width),
        "LANG": "C.UTF-8",
        "PYTHONUTF8": "1",
        "TERM": "xterm-256color",
        **({} if colour else {"NO_COLOR": "1", "TERM": "dumb"}),
    }
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        ["bash", "-o", "pipefail", "-c", command],
        cwd=TOP,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=theirs,
        stderr=theirs,
    ) as run:
        os.close(theirs)
        shown = b"".join(iter(lambda: _read(ours), b"")).decode().replace("\r\n", "\n")
    os.close(ours)
    if run.returncode not in (0, _READ_NO_FURTHER):
        sys.exit(f"$ {command}\n{shown}exit code {run.returncode}; nothing is written")
    return shown


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # on Linux a terminal ends with an error when its last writer has gone
        return b""


if __name__ == "__main__":
    main()
