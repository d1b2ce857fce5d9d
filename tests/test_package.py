from __future__ import annotations

import importlib
import subprocess
import sys
from importlib.metadata import version

import pytest

import pledgeminer


def loaded_after(code: str) -> set[str]:
    """Return the modules that a new Python has loaded after running ``code``."""
    run = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys; print(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    )
    return set(run.stdout.split())


def test_importing_the_package_costs_nothing() -> None:
    loaded = loaded_after("import pledgeminer")
    assert {name for name in loaded if name.startswith("pledgeminer")} == {"pledgeminer"}
    assert not loaded & {"pandas", "msgspec", "rich", "typer", "regex", "opencc"}


def test_the_command_line_loads_nothing_heavy_before_it_is_used() -> None:
    loaded = loaded_after("import pledgeminer.cli.app")
    assert not loaded & {"pandas", "msgspec", "rich", "regex", "opencc", "pledgeminer.run.workers"}


def test_public_names() -> None:
    assert set(pledgeminer.__all__) <= set(dir(pledgeminer))
    assert callable(pledgeminer.extract)
    assert callable(pledgeminer.to_frame)
    assert pledgeminer.Record.__name__ == "Record"
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        pledgeminer.nothing  # noqa: B018


def test_the_function_is_not_hidden_by_the_folder_of_the_same_name() -> None:
    importlib.import_module("pledgeminer.extraction.extractor")
    assert callable(pledgeminer.extract)


def test_the_version_is_that_of_the_distribution() -> None:
    assert pledgeminer.__version__ == version("pledgeminer")
