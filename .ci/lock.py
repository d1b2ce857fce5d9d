"""Write the exact versions that the tests run on, and the lowest that pyproject.toml allows.

    python3.11 .ci/lock.py           # asks the package index, and writes .ci/lock.txt and .ci/lowest.txt
    python3.11 .ci/lock.py --check   # asks nobody: fails if one of the two no longer belongs to pyproject.toml

``lock.txt`` has every package that the dev extra brings, in the newest version that the bounds allow today. It is a
constraints file: ``pip install -c .ci/lock.txt .`` takes these versions, and installs nothing more for it.
``lowest.txt`` has what the program itself needs (all extras but dev), each in the lowest version of its bounds.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
import tomllib
import venv
from collections.abc import Iterable, Iterator
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent
LOCK = TOP / ".ci" / "lock.txt"
LOWEST = TOP / ".ci" / "lowest.txt"
REQUIREMENT = re.compile(
    r"(?P<name>[A-Za-z0-9._-]+)(?:\[[^\]]*\])?\s*(?:>=\s*(?P<least>[^,\s;]+))?(?:,\s*<\s*(?P<under>[^,\s;]+))?"
)
HEAD = "# Written by .ci/lock.py; pip install -c takes it.\n"


def main() -> int:
    """Write both files, or check them, and return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="only see whether the files belong to pyproject.toml")
    project = tomllib.loads((TOP / "pyproject.toml").read_text("utf-8"))["project"]
    lowest = HEAD + "".join(f"{name}=={least}\n" for name, least in sorted(set(lowest_of(project))))
    if parser.parse_args().check:
        return check(project, lowest)
    LOWEST.write_text(lowest, "utf-8")
    LOCK.write_text(HEAD + "".join(f"{line}\n" for line in newest()), "utf-8")
    return 0


def requirements(project: dict[str, object], *, dev: bool) -> Iterator[tuple[str, str | None, str | None]]:
    """Yield the name and the two bounds of all that ``project`` requires, with the dev extra or without."""
    extras: dict[str, list[str]] = project["optional-dependencies"]  # type: ignore[assignment]
    direct: list[str] = project["dependencies"]  # type: ignore[assignment]
    for requirement in (*direct, *(one for name, more in extras.items() if dev or name != "dev" for one in more)):
        found = REQUIREMENT.match(requirement)
        assert found is not None, requirement
        name = re.sub(r"[-_.]+", "-", found["name"]).lower()
        if name != project["name"]:
            yield name, found["least"], found["under"]


def lowest_of(project: dict[str, object]) -> Iterator[tuple[str, str]]:
    """Yield what the program needs with the lowest version that it allows."""
    for name, least, _ in requirements(project, dev=False):
        if least is None:
            raise SystemExit(f"pyproject.toml: {name} has no lower bound (write {name}>=...)")
        yield name, least


def newest() -> list[str]:
    """Return what pip installs today into an empty environment, a ``name==version`` each."""
    with tempfile.TemporaryDirectory(prefix="pledgeminer-lock.") as folder:
        venv.create(folder, with_pip=True)
        python = next(
            path for path in (Path(folder, "bin", "python"), Path(folder, "Scripts", "python.exe")) if path.exists()
        )
        pip = [str(python), "-m", "pip", "--disable-pip-version-check"]
        subprocess.run([*pip, "install", "--quiet", f"{TOP}[dev]"], check=True)
        done = subprocess.run([*pip, "freeze", "--exclude", "pledgeminer"], check=True, capture_output=True, text=True)
    return sorted(done.stdout.split(), key=str.lower)


def check(project: dict[str, object], lowest: str) -> int:
    """Say what is wrong with the files as they are."""
    locked = dict(versions_in(LOCK.read_text("utf-8").splitlines()))
    wrong = []
    for name, least, under in requirements(project, dev=True):
        if name not in locked:
            wrong.append(f"lock.txt lacks {name}")
        elif order(locked[name]) < order(least or "0") or (under and order(locked[name]) >= order(under)):
            wrong.append(f"lock.txt has {name} {locked[name]}, which pyproject.toml does not allow")
    if LOWEST.read_text("utf-8") != lowest:
        wrong.append("lowest.txt has other bounds than pyproject.toml")
    for line in wrong:
        print(f"{line}; run python .ci/lock.py", file=sys.stderr)
    return 1 if wrong else 0


def versions_in(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield the names and versions of a constraints file."""
    for line in lines:
        name, equal, version = line.partition("==")
        if equal:
            yield re.sub(r"[-_.]+", "-", name).lower(), version


def order(version: str) -> tuple[int, ...]:
    """Return the numbers of a version, of which the larger is the later."""
    return tuple(map(int, re.findall(r"[0-9]+", version)))


if __name__ == "__main__":
    sys.exit(main())
