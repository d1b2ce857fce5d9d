"""The measurements on gold documents, run on a document of our own in their place."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

FAMILY = "Noto Serif CJK SC"
BENCH = Path(__file__).parent.parent.parent / "bench"
TEXT = """青澜市政府工作报告

各位代表：
现在，我代表市人民政府向大会报告工作。

一、今年重点工作

（一）办好民生实事。今年新增公共停车位5000个以上，新建改扩建**幼儿园**12所。
"""


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    """A folder like that of the gold documents, with one."""
    folder = tmp_path / "shared"
    (folder / "gold").mkdir(parents=True)
    (folder / "report.txt").write_text(TEXT, "utf-8")
    manifest = {"report": {"path": "report.txt", "date": "2023-01-09", "body": "青澜市人民政府"}}
    (folder / "gold" / "manifest.json").write_text(json.dumps(manifest), "utf-8")
    return folder


def run(script: str, *arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-X", "utf8", BENCH / script, *arguments],
        capture_output=True,
        encoding="utf-8",
        env=os.environ | environment,
        check=False,
    )


def make(shared: Path, kind: str, folder: Path) -> Path:
    done = run("round_trip.py", "--shared", shared, "--kind", kind, "--keep", folder, "--make-only")
    assert (done.returncode, done.stderr) == (0, "")
    (path,) = (folder / kind).iterdir()
    return path


@pytest.mark.parametrize(
    ("kind", "encoding", "words"),
    [
        (
            "html-gov",
            "utf-8",
            [
                '<h1 class="title">青澜市政府工作报告</h1>',
                "发布时间：2023-01-09 09:30",
                "<span>各位代表：</span><br>&emsp;&emsp;<span>现在，",
                "<strong>一、今年重点工作</strong></p>",
                "新建改扩建<strong>幼儿园</strong>12所。",
            ],
        ),
        ("html-news", "utf-8", ['<div class="text"><span>各位代表：</span></div>', "新建改扩建<b>幼儿园</b>12所。"]),
        ("html-gbk", "gbk", ["charset=gb2312", "\n　　各位代表：<br>\n<br>\n　　现在，"]),
    ],
)
def test_a_page_has_the_lines_of_the_text(
    shared: Path, tmp_path: Path, kind: str, encoding: str, words: list[str]
) -> None:
    page = make(shared, kind, tmp_path / "kept").read_bytes().decode(encoding)
    assert [one for one in words if one not in page] == []
    assert re.findall(r"\$[a-z{(]", page) == ["$("] * page.count("$(")


def test_files_that_are_kept_are_used(shared: Path, tmp_path: Path) -> None:
    path = make(shared, "html-gov", tmp_path)
    path.write_text("kept", "utf-8")
    assert make(shared, "html-gov", tmp_path).read_text("utf-8") == "kept"


@pytest.mark.parametrize(
    ("kind", "programs", "starts"),
    [("docx", ["soffice", "libreoffice"], b"PK"), ("pdf1", ["chromium", "google-chrome"], b"%PDF")],
)
def test_documents_are_made_by_other_programs(
    shared: Path, tmp_path: Path, kind: str, programs: list[str], starts: bytes
) -> None:
    if not any(map(shutil.which, programs)):
        pytest.skip(f"neither {' nor '.join(programs)} is installed")
    if (
        not shutil.which("fc-list")
        or FAMILY
        not in subprocess.run(["fc-list", ":", "family"], capture_output=True, encoding="utf-8", check=False).stdout
    ):
        pytest.skip(f"the font {FAMILY} is not installed, or fontconfig is missing")
    assert make(shared, kind, tmp_path).read_bytes().startswith(starts)


@pytest.mark.parametrize(("kind", "name"), [("docx", "LibreOffice"), ("pdf1", "Chromium")])
def test_a_missing_program_is_named(shared: Path, tmp_path: Path, kind: str, name: str) -> None:
    done = run("round_trip.py", "--shared", shared, "--kind", kind, "--keep", tmp_path, PATH=str(tmp_path))
    assert done.returncode == 2
    assert done.stderr.startswith(f"round_trip.py: {name} is not installed (looked for ")


def test_a_kind_that_reaches_its_target(shared: Path) -> None:
    done = run("round_trip.py", "--shared", shared, "--kind", "html-gov", "--show")
    assert (done.returncode, done.stderr) == (0, "")
    assert re.search(r"all +2 +2 +2 +100\.0% +100\.0% +100\.0%  reaches 98%", done.stdout)


def test_a_kind_that_misses_its_target(shared: Path, tmp_path: Path) -> None:
    path = make(shared, "html-gov", tmp_path)
    path.write_text(path.read_text("utf-8").replace("5000个", "6000个"), "utf-8")
    done = run("round_trip.py", "--shared", shared, "--kind", "html-gov", "--keep", tmp_path, "--show")
    assert (done.returncode, done.stderr) == (1, "")
    assert "- 5000个以上 | 公共停车位 | increase | 青澜市人民政府" in done.stdout
    assert "+ 6000个以上 | 公共停车位 | increase | 青澜市人民政府" in done.stdout
    assert re.search(r"all +2 +2 +1 +50\.0% +50\.0% +50\.0%  MISSES 98%", done.stdout)


def test_conversions(shared: Path) -> None:
    done = run("conversions.py", "--shared", shared)
    assert (done.returncode, done.stderr) == (0, "")
    assert len(re.findall(r"all +2 +2 +2 +100\.0% .*reaches 98%", done.stdout)) == 3


@pytest.mark.parametrize("script", ["round_trip.py", "conversions.py"])
@pytest.mark.parametrize(
    ("arguments", "problem"),
    [(["--shared", "nowhere"], "gold/manifest.json is not there"), (["other"], "manifest.json has no other")],
)
def test_gold_that_is_not_there(shared: Path, script: str, arguments: list[str], problem: str) -> None:
    done = run(script, "--shared", shared, *arguments)
    assert done.returncode == 2
    assert problem in done.stderr
