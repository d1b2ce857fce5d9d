"""The examples of the rules, run: what stands beside a rule and in examples.yaml against what the extraction finds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec

from ..documents.model import Document
from ..extraction.extractor import Extractor
from ..rules.examples import Examples
from ..rules.files import RuleFiles
from ..rules.ruleset import read_rules
from ..rules.targets import Example, TargetRule
from ..rules.yaml_file import Place, Table, place_of
from .explain import explain_document
from .explanation import Explanation

DATE = "2026-03-01"
"""The date of an example that does not name one."""


class Case(msgspec.Struct, frozen=True):
    """One example: the id of its rule, or the section of examples.yaml, and where it stands.

    ``expected`` are the fields that must come out; for a counterexample it is empty.
    """

    of: str
    where: str
    builtin: bool
    text: str
    expected: dict[str, Any]
    number: str | None = None
    date: str = DATE
    skipped: bool = False


class Failure(msgspec.Struct, frozen=True):
    """An example that does not hold: what was expected of it, and what was found."""

    case: Case
    expected: str
    got: str


def cases(folders: Sequence[str] = ()) -> list[Case]:
    """Return the examples of the built-in rules with ``folders`` on top, in the order of the files.

    Raises ``RulesError`` for rules that cannot be used.
    """
    files, tables = read_rules(folders)
    found = [case for number, rule in enumerate(files.targets.rules) for case in _of_rule(rule, number, tables)]
    return [*found, *_of_tables(files, tables)]


def run(cases: Sequence[Case], folders: Sequence[str] = ()) -> Iterator[Failure]:
    """Run ``cases`` with the built-in rules and ``folders`` on top; yield those that fail."""
    extractor = Extractor(tuple(folders))
    for case in cases:
        failure = check(case, extractor)
        if failure is not None:
            yield failure


def check(case: Case, extractor: Extractor) -> Failure | None:
    """Return how ``case`` fails, or None if it holds."""
    found = explain_document(Document(text=case.text, source="<example>", date=case.date), extractor)
    if not case.expected:
        claimed = [one.quantity for one in found if case.of in (one.rule, one.left_out_by)]
        return Failure(case, f"no number for {case.of}", f"{', '.join(claimed)} for {case.of}") if claimed else None
    meant = _meant(case, found)
    if meant is None:
        shown = "; ".join(f"{one.quantity} by {one.rule or one.left_out_by}" for one in found)
        return Failure(case, _shown(case.expected), shown or "no number")
    got = {name: _field(meant, name) for name in case.expected}
    return None if got == case.expected else Failure(case, _shown(case.expected), _shown(got))


def _meant(case: Case, found: list[Explanation]) -> Explanation | None:
    """Return the number that ``case`` is about: the one it names, else the one its rule has, else the first record."""
    if case.number is not None:
        return next((one for one in found if one.quantity == case.number), None)
    if "rule" in case.expected:
        return next((one for one in found if one.rule == case.of and (one.record is None) == case.skipped), None)
    if "left out by" in case.expected:
        return next((one for one in found if one.left_out_by == case.expected["left out by"]), None)
    return next((one for one in found if one.record is not None), None)


def _field(explanation: Explanation, name: str) -> Any:
    if name == "rule":
        return explanation.rule
    if name == "left out by":
        return explanation.left_out_by
    value = getattr(explanation.record, name, "left out" if explanation.record is None else None)
    return list(value) if isinstance(value, tuple) else value


def _shown(fields: Mapping[str, Any]) -> str:
    return ", ".join(f"{name} {'none' if value is None else value}" for name, value in fields.items())


def _of_rule(rule: TargetRule, number: int, tables: Mapping[str, Table]) -> Iterator[Case]:
    for index, example in enumerate(rule.examples):
        place = place_of(tables["targets"], "rules", number, "examples", index)
        expected = {"rule": rule.id} | ({"left out by": rule.id} if rule.skip else _wanted(example))
        yield _case(rule.id, place, example.text, expected, example.quantity, skipped=rule.skip)
    for index, text in enumerate(rule.counterexamples):
        yield _case(rule.id, place_of(tables["targets"], "rules", number, "counterexamples", index), text, {})


def _wanted(example: Example) -> dict[str, Any]:
    return {name: value for name in ("indicator", "aim") if (value := getattr(example, name)) is not None}


def _of_tables(files: RuleFiles, tables: Mapping[str, Table]) -> Iterator[Case]:
    examples: Examples = files.examples
    wanted: dict[str, Any]
    for index, row in enumerate(examples.quantities):
        wanted = {"value": row.value, "value_max": row.value_max, "unit": row.unit, "comparator": row.comparator}
        yield _case("quantities", _place(tables, "quantities", index), row.text, wanted, row.quantity)
    for index, time in enumerate(examples.times):
        wanted = {"deadline_date": time.deadline_date}
        wanted |= {name: value for name in ("deadline", "every") if (value := getattr(time, name)) is not None}
        yield _case("times", _place(tables, "times", index), time.text, wanted, date=time.date)
    for index, body in enumerate(examples.bodies):
        wanted = {"owners": body.owners} | ({"speaker": body.speaker} if body.speaker is not None else {})
        yield _case("bodies", _place(tables, "bodies", index), body.text, wanted)
    for index, kind in enumerate(examples.kinds):
        place = _place(tables, "kinds", index)
        yield _case("kinds", place, kind.text, {"kind": kind.kind}, kind.quantity, date=kind.date or DATE)
    for index, label in enumerate(examples.labels):
        yield _case("labels", _place(tables, "labels", index), label.text, {"left out by": label.by}, label.number)


def _place(tables: Mapping[str, Table], section: str, index: int) -> Place:
    return place_of(tables["examples"], section, index)


def _case(
    of: str,
    place: Place,
    text: str,
    expected: dict[str, Any],
    number: str | None = None,
    *,
    date: str = DATE,
    skipped: bool = False,
) -> Case:
    return Case(of, str(place), place.file.builtin, text, expected, number, date, skipped)
