"""The YAML that people write about documents: its nodes with their places, no more than it takes.

Words stay as they are written, since a day is no number. Aliases are not followed and tags mean nothing, so that
nothing can grow; there is no recursion, so that depth does no harm.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

import yaml

from ...errors import DocumentError

_Loader: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_DEEPEST = 20
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})


class YamlError(ValueError):
    """A text that is no YAML: what is wrong and where, the line and column counted from 1."""

    def __init__(self, problem: str, line: int, column: int) -> None:
        super().__init__(problem)
        self.problem, self.line, self.column = problem, line, column


@dataclass(slots=True)
class Node:
    """A word, with its ``text`` (None for null), or a list or mapping with its ``parts``, or an alias.

    ``line`` and ``column`` (code points) say where it begins, counted from 1. The parts of a mapping are its keys and
    values, in turn.
    """

    kind: Literal["word", "list", "mapping", "alias"]
    line: int
    column: int
    text: str | None = None
    parts: list[Node] = field(default_factory=list)

    @property
    def pairs(self) -> Iterator[tuple[Node, Node]]:
        """The keys and values of a mapping."""
        return zip(self.parts[::2], self.parts[1::2], strict=True)

    @property
    def is_null(self) -> bool:
        """Whether nothing is written there."""
        return self.kind == "word" and not (self.text or "").strip()

    def word(self, name: str) -> str:
        """Return the text of what is called ``name``. Raises ``DocumentError``, without a place, if it is no word."""
        if self.kind != "word":
            kind = {"list": "a list", "mapping": "a mapping"}.get(self.kind, "an alias")
            raise DocumentError(f"the {name} is {kind}", hint="write one word or name, in quotes if need be")
        return self.text or ""


def read_nodes(text: str) -> Node | None:
    """Return the root of the YAML document ``text``, or None for an empty one. Raises ``YamlError``."""
    try:
        return _compose(text)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)
        raise YamlError(f"not YAML: {error.problem or error.context}", line, column) from None
    except (yaml.YAMLError, UnicodeError):
        raise YamlError("not YAML: it has characters that cannot be shown", 1, 1) from None


def _compose(text: str) -> Node | None:
    root: Node | None = None
    open_nodes: list[Node] = []
    for event in yaml.parse(text, Loader=_Loader):
        if isinstance(event, yaml.CollectionEndEvent):
            open_nodes.pop()
        elif isinstance(event, yaml.NodeEvent):
            node = _node(event)
            if open_nodes:
                open_nodes[-1].parts.append(node)
            elif root is None:
                root = node
            else:
                raise YamlError("a second document begins", node.line, node.column)
            if node.kind in ("list", "mapping"):
                open_nodes.append(node)
                if len(open_nodes) > _DEEPEST:
                    raise YamlError(f"nested deeper than {_DEEPEST} levels", node.line, node.column)
    return root


def _node(event: Any) -> Node:
    line, column = event.start_mark.line + 1, event.start_mark.column + 1
    if isinstance(event, yaml.ScalarEvent):
        null = event.value in _NULLS and not event.style
        return Node("word", line, column, None if null else event.value)
    if isinstance(event, yaml.MappingStartEvent):
        return Node("mapping", line, column)
    return Node("list" if isinstance(event, yaml.SequenceStartEvent) else "alias", line, column)
