"""Name the packages whose newest version breaks tests that the locked versions pass.

    .ci/blame.py PYTHON CACHE NAME==VERSION...

``PYTHON`` runs in the environment of the locked versions. Each of the other versions is put there alone, the tests that
failed (by pytest's ``CACHE`` of that run) run on it, and the locked version is put back.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

LOCK = Path(__file__).resolve().parent / "lock.txt"


def main() -> int:
    """Try each package and return 0; what was found is printed."""
    python, cache, *newer = sys.argv[1:]
    locked = {line.partition("==")[0].lower(): line for line in LOCK.read_text("utf-8").split("\n") if "==" in line}
    guilty = [one for one in newer if breaks(python, cache, one, locked.get(one.partition("==")[0].lower(), ""))]
    if guilty:
        print(f"only the newest version fails: {', '.join(guilty)}")
    else:
        print(f"none of these fails alone, only several together: {', '.join(newer)}")
    return 0


def breaks(python: str, cache: str, newer: str, locked: str) -> bool:
    """Return whether the tests that failed fail with this version alone."""
    install(python, newer)
    with tempfile.TemporaryDirectory() as folder:
        # A run with --last-failed forgets what passes: each package is tried on a copy.
        copy = Path(folder) / "cache"
        shutil.copytree(cache, copy)
        command = [python, "-m", "pytest", "--last-failed", "-x", "-o", f"cache_dir={copy}"]
        done = subprocess.run(command, stdout=subprocess.DEVNULL, check=False)
    if locked:
        install(python, locked)
    return done.returncode != 0


def install(python: str, what: str) -> None:
    """Put one version in, without what it requires."""
    subprocess.run([python, "-m", "pip", "install", "--quiet", "--no-deps", what], check=True)


if __name__ == "__main__":
    sys.exit(main())
