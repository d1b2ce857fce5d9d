"""The accept file: changes that somebody knows of and has given a reason for, so that no gate stops them.

It is a YAML list::

    - indicator: 城镇调查失业率
      change: reworded
      reason: 以内 became 左右 in the new method
      until: 2026-12-31
    - id: 0123456789ab
      change: [dropped, slipped]
      reason: done a year early
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import NoReturn

import msgspec
import yaml

from ..documents.problems import unreadable
from ..documents.source import shown
from ..errors import PledgeminerError
from ..record import same_id
from .gate import GATES, fires
from .letters import letters_only
from .model import Comparison

_KEYS = ("indicator", "id", "change", "reason", "until")


class Accepted(msgspec.Struct, frozen=True):
    """One entry of an accept file: ``where`` it stands, which changes it means, why, and until which day."""

    where: str
    indicator: str | None
    id: str | None
    changes: frozenset[str]
    reason: str
    until: date | None = None

    def means(self, comparison: Comparison) -> bool:
        """Return whether the entry is about ``comparison``; punctuation in indicators does not count."""
        records = [record for record in (comparison.old, comparison.new) if record is not None]
        if not fires(comparison, self.changes):
            return False
        if self.id is not None:
            return any(same_id(record.id, self.id) for record in records)
        return any(letters_only(record.indicator) == letters_only(self.indicator or "") for record in records)


class Judged(msgspec.Struct, frozen=True):
    """What an accept file does: which changes it takes on, and which entries are of no use any more."""

    accepted: list[tuple[Comparison, Accepted]]
    expired: list[Accepted]
    unmatched: list[Accepted]


def judge(comparisons: Sequence[Comparison], entries: Iterable[Accepted], today: date) -> Judged:
    """Say what ``entries`` do to ``comparisons`` on the day ``today``; the first that fits takes a change."""
    held = list(entries)
    expired = [entry for entry in held if entry.until is not None and entry.until < today]
    valid = [entry for entry in held if entry.until is None or entry.until >= today]
    accepted = []
    for comparison in comparisons:
        taker = next((entry for entry in valid if entry.means(comparison)), None)
        if taker is not None:
            accepted.append((comparison, taker))
    unmatched = [entry for entry in valid if not any(map(entry.means, comparisons))]
    return Judged(accepted, expired, unmatched)


def load_accepted(path: str) -> list[Accepted]:
    """Read an accept file. Raises ``PledgeminerError`` with the line of what is wrong."""
    name = shown(path)
    try:
        root = yaml.compose(Path(path).read_text("utf-8-sig"), Loader=yaml.SafeLoader)
    except OSError as error:
        raise unreadable(name, error) from error
    except UnicodeDecodeError as error:
        raise PledgeminerError("is not UTF-8 text", where=name, hint="save it as UTF-8") from error
    except yaml.MarkedYAMLError as error:
        line = f":{error.problem_mark.line + 1}" if error.problem_mark else ""
        raise PledgeminerError(f"is not YAML: {error.problem}", where=f"{name}{line}") from error
    except (yaml.YAMLError, RecursionError) as error:
        raise PledgeminerError(f"is not YAML: {error}", where=name) from error
    if root is None:
        return []
    if not isinstance(root, yaml.SequenceNode):
        _wrong(name, root, "is not a list", "begin each entry with a dash, as in `- indicator: …`")
    return [_entry(node, name) for node in root.value]


def _entry(node: yaml.Node, name: str) -> Accepted:
    if not isinstance(node, yaml.MappingNode):
        _wrong(name, node, "is not an entry", f"an entry has the keys {', '.join(_KEYS)}")
    values: dict[str, yaml.Node] = {}
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode) or key.value not in _KEYS:
            _wrong(name, key, f"{getattr(key, 'value', '')!r} is no key", f"use {', '.join(_KEYS)}")
        if key.value in values:
            _wrong(name, key, f"{key.value} stands twice", "write it once")
        values[key.value] = value
    if ("indicator" in values) == ("id" in values):
        _wrong(name, node, "names not one of indicator and id", "say which target is meant by one of them")
    for key in ("change", "reason"):
        if key not in values:
            _wrong(name, node, f"has no {key}", "every entry needs a change and a reason")
    return Accepted(
        where=_where(name, node),
        indicator=_text(values["indicator"], name) if "indicator" in values else None,
        id=_text(values["id"], name) if "id" in values else None,
        changes=frozenset(_changes(values["change"], name)),
        reason=_text(values["reason"], name),
        until=_day(values["until"], name) if "until" in values else None,
    )


def _changes(node: yaml.Node, name: str) -> list[str]:
    nodes = node.value if isinstance(node, yaml.SequenceNode) else [node]
    changes = [_text(item, name) for item in nodes]
    for item, change in zip(nodes, changes, strict=True):
        if change not in GATES:
            _wrong(name, item, f"{change!r} is no change", f"use {', '.join(GATES)}")
    if not changes:
        _wrong(name, node, "no change is named", f"use {', '.join(GATES)}")
    return changes


def _text(node: yaml.Node, name: str) -> str:
    # The text as it stands: an id of digits alone would else become a number.
    if not isinstance(node, yaml.ScalarNode) or not node.value.strip():
        _wrong(name, node, "is not a text", "write words after the colon")
    return str(node.value).strip()


def _day(node: yaml.Node, name: str) -> date:
    text = _text(node, name)
    try:
        return datetime.strptime(text, "%Y-%m-%d").date()
    except ValueError:
        _wrong(name, node, f"{text!r} is not a date", "write it as 2026-12-31")


def _wrong(name: str, node: yaml.Node, problem: str, hint: str) -> NoReturn:
    raise PledgeminerError(problem, where=_where(name, node), hint=hint)


def _where(name: str, node: yaml.Node) -> str:
    return f"{name}:{node.start_mark.line + 1}"
