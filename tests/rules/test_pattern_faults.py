from __future__ import annotations

import pytest

from pledgeminer.rules.pattern_faults import captures, faults

NESTED = "endless repetition inside endless repetition"


@pytest.mark.parametrize(
    "pattern",
    [
        "(a+)*",
        "(?:a+b)*",
        "(?:(?:a|b+)c)+",
        "(?:a{2,}){3,}",
        "(?P<x>a*)*",
        "(?:x(?:y*)?)*",
        "(?:a+|b){1,500}",
        "(?:a*?)*?",
    ],
)
def test_it_can_run_away(pattern: str) -> None:
    assert [fault.problem for fault in faults(pattern)] == [NESTED]


@pytest.mark.parametrize(
    "pattern",
    [
        "a*b*",
        "(?:a|b)*",
        "(?:a++)*",
        "(?>a+)*",
        "(?:a*)*+",
        "(?:a{0,12}){0,240}",
        "(?<x>a*)?",
        "(?<!a)b+",
        r"\(+\)+",
        "[(+*]+",
        "a{",
        "(?:a+)(?:b)*",
    ],
)
def test_it_cannot(pattern: str) -> None:
    assert faults(pattern) == []


@pytest.mark.parametrize(
    ("pattern", "at", "problem"),
    [
        ("a(b", 1, "an opening bracket without its closing one"),
        ("a)b", 1, "a closing bracket without its opening one"),
        ("a[b", 1, "a [ without its ]"),
        ("(?i)a", 0, "a flag for the whole pattern"),
    ],
)
def test_it_is_not_whole(pattern: str, at: int, problem: str) -> None:
    assert [(fault.at, fault.problem) for fault in faults(pattern)] == [(at, problem)]


def test_a_comment_of_a_verbose_pattern_is_passed_over() -> None:
    assert faults("a # (no bracket\n b", verbose=True) == []
    assert faults("a # (a bracket\n b") != []


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("(a)", True),
        ("(?P<x>a)", True),
        ("(?<x>a)", True),
        ("(?:a)", False),
        (r"\(a", False),
        ("[(]", False),
    ],
)
def test_captures(pattern: str, expected: bool) -> None:
    assert captures(pattern) is expected
