"""A folder as the examples take it, and the command ``pledgeminer`` on the path."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import pledgeminer
from pledgeminer.report.formats import format_named
from pledgeminer.report.output import open_writer
from pledgeminer.run.events import Extracted
from samples import described

TOP = Path(__file__).resolve().parents[2]
EXAMPLES = TOP / "examples"

Shell = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A repository with this year's report and the known changes."""
    (tmp_path / "reports" / "2025").mkdir(parents=True)
    (tmp_path / "targets").mkdir()
    shutil.copy(TOP / "seeds" / "work-report-2025.txt", tmp_path / "reports" / "2025" / "work-report.txt")
    shutil.copy(EXAMPLES / "ci" / "known.yaml", tmp_path / "targets" / "known.yaml")
    return tmp_path


@pytest.fixture
def shell(project: Path) -> Shell:
    """Run a command line in the project, as a build service does."""
    folder = project / ".bin"
    folder.mkdir()
    program = folder / "pledgeminer"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m pledgeminer "$@"\n', "utf-8")
    program.chmod(0o755)

    def run(command: str, **environment: str) -> subprocess.CompletedProcess[str]:
        path = os.pathsep.join((str(folder), os.environ["PATH"]))
        return subprocess.run(
            ["bash", "-e", "-c", command],
            cwd=project,
            env=os.environ | {"PATH": path, "LANG": "C.UTF-8"} | environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    return run


@pytest.fixture(scope="session")
def extraction(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The extraction of last year's report, made once."""
    path = tmp_path_factory.mktemp("extraction") / "2024.csv"
    with open_writer("records", format_named("csv"), str(path)) as writer:
        records = pledgeminer.extract(TOP / "seeds" / "work-report-2024.txt")
        writer.add(Extracted(described("work-report-2024.txt"), records))
    return path


@pytest.fixture
def last_year(project: Path, extraction: Path) -> Path:
    """The committed extraction of last year's report."""
    return Path(shutil.copy(extraction, project / "targets" / "2024.csv"))
