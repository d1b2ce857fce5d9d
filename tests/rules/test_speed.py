"""Loading and compiling the built-in rules is cheap, and so are their examples."""

from __future__ import annotations

import subprocess
import sys
import time

from pledgeminer.rule_examples import cases, run

LOAD = """
import time
import pledgeminer.rules.ruleset as ruleset
start = time.perf_counter()
ruleset.load_rules()
print(time.perf_counter() - start)
"""


def test_loading_and_compiling_cold() -> None:
    """The best of three processes, so that a busy machine does not matter."""
    seconds = min(
        float(subprocess.run([sys.executable, "-c", LOAD], capture_output=True, text=True, check=True).stdout)
        for _ in range(3)
    )
    assert seconds < 0.3


def test_running_all_examples() -> None:
    start = time.perf_counter()
    list(run(cases()))
    assert time.perf_counter() - start < 5
