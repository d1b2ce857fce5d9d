from __future__ import annotations

from pathlib import Path

import pytest

from pledgeminer.diff.words import FILE, load_words, rules_folder
from pledgeminer.errors import RulesError

GOOD = (rules_folder() / FILE).read_text("utf-8")


@pytest.mark.parametrize(
    ("written", "instead", "problem"),
    [
        ("synonyms:", "synonym:", "synonym"),
        ("fillers:", "fillers: [", "not YAML"),
        ("2000/3", "many", "many"),
        ("2000/3", "1/0", "Fraction"),
        ("世纪'", "('", "missing"),
        ("units:", "units: 3\nother:", "units"),
    ],
)
def test_a_file_that_cannot_be_used_is_told(tmp_path: Path, written: str, instead: str, problem: str) -> None:
    assert written in GOOD
    (tmp_path / FILE).write_text(GOOD.replace(written, instead), "utf-8")
    with pytest.raises(RulesError) as error:
        load_words(tmp_path)
    assert str(tmp_path / FILE) in error.value.where
    assert problem in error.value.problem


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(RulesError, match="cannot be read"):
        load_words(tmp_path)


def test_no_word_is_the_name_of_two_things() -> None:
    words = load_words()
    assert not words.synonyms.keys() & set(words.synonyms.values())
