from __future__ import annotations

from pathlib import Path

import pytest

from pledgeminer.diff.words import FILE, load_words
from pledgeminer.errors import RulesError
from pledgeminer.rules.folders import builtin_folder

GOOD = (builtin_folder() / f"{FILE}.yaml").read_text("utf-8")


@pytest.mark.parametrize(
    ("written", "instead", "problem"),
    [
        ("synonyms:", "synonym:", "there is no key synonym"),
        ("fillers:", "fillers: [", "not YAML"),
        ("2000/3", "many", "many is not possible"),
        ("2000/3", "1/0", "1/0 is not possible"),
        ("世纪'", "('", "an opening bracket without"),
        ("units:", "units: 3\nother:", "3 stands where keys and values are wanted"),
    ],
)
def test_a_file_that_cannot_be_used_is_told(tmp_path: Path, written: str, instead: str, problem: str) -> None:
    assert written in GOOD
    (tmp_path / f"{FILE}.yaml").write_text(GOOD.replace(written, instead), "utf-8")
    with pytest.raises(RulesError) as error:
        load_words([str(tmp_path)])
    assert any(problem in fault.problem for fault in error.value.errors)
    assert all(fault.where.startswith(f"{tmp_path / FILE}.yaml:") for fault in error.value.errors)


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(RulesError, match="there is no such file or folder"):
        load_words([str(tmp_path / "nowhere")])


def test_words_of_a_folder_are_added(tmp_path: Path) -> None:
    (tmp_path / f"{FILE}.yaml").write_text(
        "synonyms: {停车位: [车位]}\nunits: {convert: {元: {千元: 1000}}}\n", "utf-8"
    )
    words = load_words([str(tmp_path)])
    assert words.synonyms["车位"] == words.synonyms["停车泊位"] == "停车位"
    assert words.base["千元"] == ("元", 1000)
    assert "车位" not in load_words().synonyms


def test_no_word_is_the_name_of_two_things() -> None:
    words = load_words()
    assert not words.synonyms.keys() & set(words.synonyms.values())
