"""What the pages say is so: outputs, links, the names of the fields."""

from __future__ import annotations

import doctest
import re
import subprocess
import sys
from pathlib import Path

import pytest

from pledgeminer.record import FIELDS

pytest.importorskip("pty", reason="the pages' commands are run in a terminal of their own, which this system has not")

TOP = Path(__file__).parent.parent
PAGES = sorted(path for place in (TOP, TOP / "docs", TOP / "seeds", TOP / "examples") for path in place.rglob("*.md"))
PAGES = [page for page in PAGES if not any(part.startswith(".") for part in page.relative_to(TOP).parts)]


def check(script: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-X", "utf8", TOP / "docs" / script, "--check"]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False)


def test_the_readme_shows_real_output() -> None:
    checked = check("outputs.py")
    assert checked.returncode == 0, f"write it anew: python docs/outputs.py\n{checked.stdout}{checked.stderr}"


def test_the_picture_shows_real_output() -> None:
    checked = check("screenshot.py")
    assert checked.returncode == 0, f"make it anew: python docs/screenshot.py\n{checked.stderr}"


def test_the_readme_s_python_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(TOP)
    assert doctest.testfile(str(TOP / "README.md"), module_relative=False, encoding="utf-8") == (0, 5)


def test_the_readme_names_every_field_in_its_order() -> None:
    table = (TOP / "README.md").read_text("utf-8").split("\n## The record\n")[1].split("\n## ")[0]
    cells = [line.split("|")[1] for line in table.splitlines() if line.startswith("| `")]
    assert tuple(re.findall(r"`(\w+)`", "".join(cells))) == FIELDS


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(TOP).as_posix())
def test_links_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)#\s]+)", page.read_text("utf-8"))
    missing = [link for link in links if "://" not in link and not (page.parent / link).exists()]
    assert missing == []


def test_the_map_names_every_room() -> None:
    page = (TOP / "CONTRIBUTING.md").read_text("utf-8")
    package = TOP / "src" / "pledgeminer"
    rooms = {path.parent.name for path in package.glob("*/*.py")}
    assert {room for room in rooms if f"`src/pledgeminer/{room}/`" not in page} == set()
    assert {path.name for path in (TOP / "rules").glob("*.yaml") if f"`{path.name}`" not in page} == set()
