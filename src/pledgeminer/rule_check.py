"""The check of rules: all that is wrong in the files, and all examples that do not hold."""

from __future__ import annotations

from collections.abc import Sequence

from .errors import RulesError
from .rule_examples import Case, Failure, cases, run
from .rules.model import TargetRule
from .rules.ruleset import load_rules, read_rules
from .rules.yaml_file import place_of

EXAMPLES, COUNTEREXAMPLES = 2, 1
"""So many of each a target rule must have."""


def check_rules(folders: Sequence[str] = ()) -> list[RulesError]:
    """Return all that is wrong with the built-in rules and ``folders`` on top, each with its place.

    The examples are run only if the rules can be used at all.
    """
    try:
        load_rules(tuple(folders))
    except RulesError as error:
        return list(error.errors)
    problems = _too_few(folders)
    return [*problems, *(_of_failure(failure) for failure in run(cases(folders), folders))]


def _too_few(folders: Sequence[str]) -> list[RulesError]:
    files, tables = read_rules(folders)
    problems = []
    for number, rule in enumerate(files.targets.rules):
        missing = _missing(rule)
        if missing:
            where = str(place_of(tables["targets"], "rules", number))
            hint = "give it two examples and a counterexample"
            problems.append(RulesError(f"the rule {rule.id} has {missing}", where=where, hint=hint))
    return problems


def _missing(rule: TargetRule) -> str:
    have = [
        f"{len(rule.examples)} of {EXAMPLES} examples" if len(rule.examples) < EXAMPLES else "",
        "no counterexample" if len(rule.counterexamples) < COUNTEREXAMPLES else "",
    ]
    return " and ".join(filter(None, have))


def _of_failure(failure: Failure) -> RulesError:
    case: Case = failure.case
    problem = f"the example “{case.text}” of {case.of} does not hold: expected {failure.expected}; got {failure.got}"
    return RulesError(problem, where=case.where, hint="mend the rule or the example")
