"""Thousands of records, as the benchmark makes them, find their fellows in a moment."""

from __future__ import annotations

import random
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

from pledgeminer.diff.compare import diff


@pytest.fixture(scope="module")
def bench() -> ModuleType:
    path = Path(__file__).resolve().parents[2] / "bench" / "diff.py"
    spec = spec_from_file_location("bench_diff", path)
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    sys.modules["bench_diff"] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(("kind", "share"), [("varied", 0.98), ("counties", 0.98), ("alike", 0.85)])
def test_two_thousand_records_find_their_fellows(bench: ModuleType, kind: str, share: float) -> None:
    old, new, made = bench.two_years(2000, kind, random.Random(7))
    rows = diff(old, new)
    assert len({(row.old_id, row.new_id) for row in rows} & made) >= share * len(made)
