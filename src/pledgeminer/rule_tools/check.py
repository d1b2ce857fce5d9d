"""The check of rules: all that is wrong in the files, and all examples that do not hold."""

from __future__ import annotations

from collections.abc import Sequence

from ..errors import RulesError
from ..rules.ruleset import check_built_in, load_rules, read_rules
from ..rules.targets import TargetRule
from ..rules.yaml_file import place_of
from .examples import Case, Failure, cases, run

EXAMPLES, COUNTEREXAMPLES = 2, 1
"""So many of each a target rule must have."""


def check_rules(folders: Sequence[str] = (), *, own: bool = False) -> list[RulesError]:
    """Return all that is wrong with the built-in rules and ``folders`` on top, each with its place.

    The examples are run only if the rules can be used at all; with ``own`` only those of ``folders``.
    """
    try:
        load_rules(tuple(folders)) if folders else check_built_in()
    except RulesError as error:
        return list(error.errors)
    chosen = [case for case in cases(folders) if not (own and case.builtin)]
    return [*_too_few(folders, own), *map(_of_failure, run(chosen, folders))]


def _too_few(folders: Sequence[str], own: bool) -> list[RulesError]:
    files, tables = read_rules(folders)
    problems = []
    for number, rule in enumerate(files.targets.rules):
        missing = _missing(rule)
        if missing:
            place = place_of(tables["targets"], "rules", number)
            hint = "give it two examples and a counterexample"
            if not (own and place.file.builtin):
                problems.append(RulesError(f"the rule {rule.id} has {missing}", where=str(place), hint=hint))
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
