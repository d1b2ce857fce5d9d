"""The score on the ten documents that the project is measured by, as far as they are here."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.gold

# What the whole must reach.
LEAST = {
    "f1": 0.95,
    "record_f1": 0.90,
    "quantity": 0.97,
    "aim": 0.97,
    "lead": 0.97,
    "strength": 0.90,
    "deadline": 0.90,
}
LEAST_F1_OF_A_DOCUMENT = 0.85


@pytest.fixture(scope="module")
def score() -> dict[str, Any]:
    """What ``score.py`` says of this program."""
    program = Path(__file__).parents[2] / "shared" / "score.py"
    done = subprocess.run(
        [sys.executable, program, "--json", "--cmd", shlex.join([sys.executable, "-m", "pledgeminer"])],
        capture_output=True,
        encoding="utf-8",
        env=os.environ | {"PYTHONUTF8": "1"},
        check=False,
    )
    assert done.returncode == 0, done.stderr
    scored: dict[str, Any] = json.loads(done.stdout)
    return scored


@pytest.mark.parametrize(("figure", "least"), LEAST.items())
def test_the_whole(score: dict[str, Any], figure: str, least: float) -> None:
    assert score["total"][figure] >= least


def test_every_document(score: dict[str, Any]) -> None:
    assert len(score["documents"]) == 10
    low = {
        name: figures["f1"] for name, figures in score["documents"].items() if figures["f1"] < LEAST_F1_OF_A_DOCUMENT
    }
    assert low == {}
