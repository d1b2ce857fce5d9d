"""What fuzzing broke once stays mended: each kept input goes through the checks of its target again."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from builders import TEXT_WORDS, words
from seeds import seeds
from targets import TARGETS, in_time

CASES = Path(__file__).parent / "cases"
KEPT = sorted(path for path in CASES.glob("*/*") if path.is_file())


def test_every_folder_is_that_of_a_target() -> None:
    assert {path.parent.name for path in KEPT} <= TARGETS.keys()


@pytest.mark.parametrize("path", KEPT, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_what_broke_once_does_not_break_again(path: Path) -> None:
    in_time(TARGETS[path.parent.name])(path.read_bytes())


@pytest.mark.parametrize("name", TARGETS)
@pytest.mark.parametrize("data", [b"", b"\0", b"\xff", bytes(range(256))], ids=["empty", "zero", "ff", "all"])
def test_every_target_stands_the_simplest_bytes(name: str, data: bytes) -> None:
    in_time(TARGETS[name])(data)


def test_there_are_inputs_to_begin_with_for_every_target() -> None:
    made = seeds(random.Random(5))
    assert made.keys() == TARGETS.keys()
    for name, inputs in made.items():
        assert len(inputs) > 1
        for data in inputs[:2]:
            TARGETS[name](data)


def test_bytes_that_are_no_letters_are_words() -> None:
    assert words("新增\n".encode() + b"\x80\xe6") == f"新增\n{TEXT_WORDS[0]}{TEXT_WORDS[0x66 % len(TEXT_WORDS)]}"
