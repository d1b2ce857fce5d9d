"""The commands of the examples for build services, executed as they stand there, without the services."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

CI = Path(__file__).resolve().parents[2] / "examples" / "ci"
Shell = Callable[..., "subprocess.CompletedProcess[str]"]

pytestmark = pytest.mark.usefixtures("last_year")


def read(name: str) -> Any:
    return yaml.safe_load((CI / name).read_text("utf-8"))


def test_the_workflow_extracts_summarises_annotates_and_fails(project: Path, shell: Shell) -> None:
    steps = read("github-actions.yml")["jobs"]["diff"]["steps"]
    commands = [step["run"] for step in steps if "run" in step]
    assert commands[0] == "pip install pledgeminer"
    summary = project / "summary.md"
    *prepared, gate = [shell(command, GITHUB_STEP_SUMMARY=str(summary)) for command in commands[1:]]
    assert [(done.returncode, done.stderr) for done in prepared] == [(0, "")] * 2
    assert re.match(r"\*\*\d+ dropped, \d+ lowered, ", summary.read_text("utf-8"))
    assert gate.returncode == 1
    # What is known is told and is no error; the rest is, at its line of this year's report.
    assert "known.yaml:2: accepted" in gate.stderr
    errors = [line for line in gate.stdout.splitlines() if line.startswith("::error ")]
    assert any(
        re.match(r"::error file=reports/2025/work-report\.txt,line=\d+,title=lowered%3A ", line) for line in errors
    )
    assert not any("固定资产投资" in line for line in errors)
    assert len(errors) == gate.stderr.count("pledgeminer: stopped: ")
    uploaded = next(step["with"]["path"] for step in steps if "upload-artifact" in step.get("uses", ""))
    assert (project / uploaded).is_file()


def test_the_job_leaves_its_artifacts_and_fails(project: Path, shell: Shell) -> None:
    job = read("gitlab-ci.yml")["commitments"]
    assert job["before_script"] == ["pip install pledgeminer"]
    done = [shell(command) for command in job["script"]]
    assert [each.returncode for each in done] == [0, 0, 1]
    assert "pledgeminer: stopped: " in done[-1].stderr
    assert all((project / path).stat().st_size > 100 for path in job["artifacts"]["paths"])


def test_the_hook_fails_before_the_commit(shell: Shell) -> None:
    (hook,) = read("pre-commit-config.yaml")["repos"][0]["hooks"]
    assert re.search(hook["files"], "reports/2025/work-report.txt")
    done = shell(hook["entry"])
    assert done.returncode == 1
    assert "pledgeminer: stopped: " in done.stderr
