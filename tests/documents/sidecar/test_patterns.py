from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pledgeminer.documents.sidecar.patterns import compiled, fits, has_wildcard, parts_of


def fit(pattern: str, path: str) -> bool:
    return fits(compiled(pattern), parts_of(path))


@pytest.mark.parametrize(
    ("pattern", "path", "expected"),
    [
        ("a.txt", "a.txt", True),
        ("./a.txt", "a.txt", True),
        ("a.txt", "b/a.txt", False),
        ("A.txt", "a.txt", False),
        ("*.txt", "a.txt", True),
        ("*.txt", "b/a.txt", False),
        ("*", "b/a.txt", False),
        ("2024/*.txt", "2024/a.txt", True),
        ("2024/*.txt", "2024/b/a.txt", False),
        ("2024/*/*", "2024/b/a.txt", True),
        ("202?/a.*", "2024/a.md", True),
        ("[ab].txt", "b.txt", True),
        ("[!ab].txt", "b.txt", False),
        ("**", "b/c/a.txt", True),
        ("**/a.txt", "a.txt", True),
        ("**/a.txt", "b/c/a.txt", True),
        ("**/c/*.txt", "b/c/a.txt", True),
        ("b/**/a.txt", "b/a.txt", True),
        ("b/**/a.txt", "b/c/d/a.txt", True),
        ("b/**/a.txt", "c/a.txt", False),
        ("**/b/**/d/*", "a/b/c/b/d/e", True),
        ("**/b/**/d/*", "a/b/c/b/d/e/f", False),
        ("2024/", "2024/a.txt", True),
        ("2024/", "2024/b/a.txt", True),
        ("2024/", "2025/a.txt", False),
        ("*.zip!/*.txt", "a.zip!/b.txt", True),
        ("a**.txt", "abc.txt", True),
        ("文件[[]2024[]]*.txt", "文件[2024]3号.txt", True),
    ],
)
def test_what_fits(pattern: str, path: str, expected: bool) -> None:
    assert fit(pattern, path) is expected


@pytest.mark.parametrize(
    ("pattern", "expected"), [("a.txt", False), ("a*", True), ("a?", True), ("[a]", True), ("a/", True)]
)
def test_what_has_a_wildcard(pattern: str, expected: bool) -> None:
    assert has_wildcard(pattern) is expected


@pytest.mark.parametrize(
    "pattern", ["*a" * 60 + "b", "**/" * 60 + "b", "**/a/" * 30 + "b", "[" * 500, "[!" * 500 + "]"]
)
def test_no_pattern_takes_long(pattern: str) -> None:
    before = time.perf_counter()
    assert not fit(pattern, "a" * 250)
    assert not fit(pattern, "/".join("a" * 250))
    assert time.perf_counter() - before < 0.5


names = st.lists(st.text("ab", min_size=1, max_size=3), min_size=1, max_size=6)
parts = st.lists(st.sampled_from(["**", "*", "a", "b", "a*", "?", "*b"]), min_size=1, max_size=6)


@given(parts, names)
def test_two_stars_are_any_number_of_folders(pattern: list[str], path: list[str]) -> None:
    words = {"**": "(?:[ab]+/)*", "*": "[ab]*/", "a*": "a[ab]*/", "?": "[ab]/", "*b": "[ab]*b/"}
    expected = re.fullmatch(
        "".join(words.get(part, f"{part}/") for part in pattern), "".join(f"{name}/" for name in path)
    )
    assert fit("/".join(pattern), "/".join(path)) is (expected is not None)
