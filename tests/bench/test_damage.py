"""Damaged pages, of a document of our own and of the gold documents."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

BENCH = Path(__file__).parents[2] / "bench"
TEXT = """青澜市民生实事发布会

市发展改革委主任李明华表示：“今年将新增公共停车位5000个以上，实现发展目标。”“这项工作要抓紧。”

市教育局局长王秀英表示，将新建改扩建幼儿园12所，进一步激发干部动能，开展质量提升行动，推动产业经济优化，
为企业提供优质服务，对标时间节点，强化风险管控，统筹区域协调，建设高效网络，保证各项计划按时实现。
"""


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-X", "utf8", BENCH / "damage.py", *arguments],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    """A folder like that of the gold documents, with one."""
    (tmp_path / "gold").mkdir()
    (tmp_path / "report.txt").write_text(TEXT, "utf-8")
    manifest = {"report": {"path": "report.txt", "date": "2025-01-09"}}
    (tmp_path / "gold" / "manifest.json").write_text(json.dumps(manifest), "utf-8")
    return tmp_path


@pytest.mark.parametrize("options", [(), ("--browser",), ("--letters", "1", "--stops", "1")])
def test_a_document_of_our_own(shared: Path, options: tuple[str, ...]) -> None:
    done = run("--shared", shared, *options)
    assert (done.returncode, done.stderr) == (0, "")
    assert re.search(r"all +2 +2 +2 +100\.0% .*reaches 95%", done.stdout)


def test_a_page_that_is_shown(shared: Path) -> None:
    page = run("--shared", shared, "--write", "--letters", "1", "--stops", "1").stdout
    assert "發(fā)" in page
    assert "?!" in page
    assert re.search(r"(?:\w+\| ){20}", page)
    assert page != run("--shared", shared, "--write", "--letters", "1", "--stops", "1", "--seed", "2").stdout


@pytest.mark.gold
@pytest.mark.parametrize("options", [(), ("--seed", "7", "--browser")])
def test_the_gold_documents(options: tuple[str, ...]) -> None:
    """At least 95 % of the quantities are the same, and there is no new number."""
    done = run(*options)
    assert (done.returncode, done.stderr) == (0, ""), done.stdout


@pytest.mark.gold
def test_no_number_is_new_in_a_page_beyond_repair() -> None:
    """Where far more letters are torn than on real pages, quantities are lost, but none is made up."""
    done = run("--across", "60", "--letters", "0.6", "--seed", "2")
    assert "a number that" not in done.stdout
    assert re.search(r"all +\d+", done.stdout)
