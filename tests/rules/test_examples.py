"""The examples of the built-in rules: the same as `pledgeminer rules test` runs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest

from pledgeminer.extraction.extractor import Extractor
from pledgeminer.rule_tools.check import check_rules
from pledgeminer.rule_tools.examples import Case, cases, check, run
from pledgeminer.rules.folders import builtin_folder
from pledgeminer.rules.ruleset import read_rules

CASES = cases()
Folder = Callable[[dict[str, str]], str]


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.of}-{case.text}")
def test_an_example(case: Case, extractor: Extractor) -> None:
    failure = check(case, extractor)
    assert failure is None, f"{case.where}: expected {failure.expected}, got {failure.got}" if failure else ""


def test_every_rule_has_two_examples_and_a_counterexample() -> None:
    lacking = [rule.id for rule in read_rules()[0].targets.rules if len(rule.examples) < 2 or not rule.counterexamples]
    assert lacking == []


def test_every_section_has_examples() -> None:
    counts = Counter(case.of for case in CASES)
    assert all(counts[section] >= 8 for section in ("quantities", "times", "bodies", "kinds", "labels"))


def test_the_built_in_rules_have_no_fault() -> None:
    assert check_rules() == []


@pytest.mark.parametrize(
    ("example", "got"),
    [
        (
            "{text: 新增停车位500个, indicator: 车位}",
            "expected rule mine, indicator 车位; got rule mine, indicator 停车位",
        ),
        ("{text: 新增停车位500个, quantity: 50个}", "expected rule mine; got 500个 by mine"),
        ("{text: 停车位500个}", "expected rule mine; got 500个 by bare"),
        ("{text: 全面推进}", "expected rule mine; got no number"),
    ],
)
def test_an_example_that_does_not_hold(folder: Folder, example: str, got: str) -> None:
    rule = (
        '  - {id: mine, about: a, pattern: "<new> (?<indicator><n>) <Q>", aim: increase,\n'
        "     examples: [%s], counterexamples: []}\n"
    )
    mine = folder({"targets": "rules:\n" + rule % example})
    problems = [str(problem) for problem in check_rules((mine,)) if "mine/targets.yaml" in problem.where]
    assert problems[0].startswith("mine/targets.yaml:2:5: the rule mine has 1 of 2 examples and no counterexample (")
    assert problems[1].startswith("mine/targets.yaml:3:17: the example “")
    assert got in problems[1]


def test_a_counterexample_that_is_claimed(folder: Folder) -> None:
    rule = '{id: mine, about: a, pattern: "<new> (?<indicator><n>) <Q>", counterexamples: [新增停车位500个]}'
    mine = folder({"targets": f"rules: [{rule}]\n"})
    own = [case for case in cases((mine,)) if not case.builtin]
    (failure,) = run(own, (mine,))
    assert (failure.expected, failure.got) == ("no number for mine", "500个 for mine")


def test_examples_of_words_that_do_not_hold(folder: Folder) -> None:
    rows = """
quantities: [{text: 新建公园3个, value: 4, unit: 个}]
times: [{text: 今年新建公园3个, date: "2026-01-01", deadline_date: "2027-12-31"}]
bodies: [{text: 新建公园3个, owners: [市园林局]}]
kinds: [{text: 去年新建公园3个, kind: commitment}]
labels: [{text: 新建公园3个, by: label}]
"""
    mine = folder({"examples": rows})
    own = [case for case in cases((mine,)) if not case.builtin]
    assert [(failure.case.of, failure.got) for failure in run(own, (mine,))] == [
        ("quantities", "value 3, value_max none, unit 个, comparator ="),
        ("times", "deadline_date 2026-12-31"),
        ("bodies", "owners []"),
        ("kinds", "kind achievement"),
        ("labels", "3个 by done-noun"),
    ]


def test_a_rule_that_takes_from_others_breaks_their_examples(folder: Folder) -> None:
    greedy = '{id: greedy, about: a, pattern: "<Q>", examples: [], counterexamples: []}'
    mine = folder({"targets": f"rules: [{greedy}]\n"})
    problems = check_rules((mine,))
    assert sum("rule greedy" in str(problem) for problem in problems) > 50


def test_the_places_of_examples_are_those_of_their_files() -> None:
    text = (builtin_folder() / "examples.yaml").read_text("utf-8").splitlines()
    case = next(case for case in CASES if case.of == "times")
    line = int(case.where.split(":")[-2])
    assert case.text in text[line - 1]
