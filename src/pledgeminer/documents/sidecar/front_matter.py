"""Front matter: YAML between two lines ``---`` at the head of a text, in which its writer says what it is."""

from __future__ import annotations

import re
from typing import NamedTuple

from ...errors import DocumentError
from ..content import Metadata
from .values import FIELDS, value_of

LARGEST = 65_536
"""The closing line stands within so many code points of the beginning."""

_OPENING = "---"
_FIRST_LINE = re.compile(r"---[ \t]*(?:\r\n?|\n)")
_CLOSING = re.compile(r"(?:\r\n?|\n)(?:---|\.\.\.)[ \t]*(?:\r\n?|\n|\Z)")
_KNOWN_KEY = re.compile(rf"(?:{'|'.join(FIELDS)})[ \t]*:", re.I)
_KEY = re.compile(r"[A-Za-z][\w.-]*")
_LINE = re.compile(r"\r\n?|\n")


class FrontMatter(NamedTuple):
    """What the front matter of a text says, the offset at which the text proper begins, and what is wrong with it.

    Each of the ``warnings`` names its place.
    """

    metadata: Metadata = Metadata()
    start: int = 0
    warnings: tuple[str, ...] = ()


NONE = FrontMatter()


def front_matter(text: str, name: str) -> FrontMatter:
    """Return the front matter of ``text``, which messages call ``name``.

    Lines between rules that are no YAML mapping, or one that has neither a known key nor only keys in Latin letters as
    programs have them, are part of the text, of which nothing gets lost. Other keys than the known ones are ignored.
    """
    if not text.startswith(_OPENING):
        return NONE
    first = _FIRST_LINE.match(text)
    if first is None:
        return NONE
    # From the end of the first line, so that one without anything in it ends too.
    closing = _CLOSING.search(text, first.end() - 1, LARGEST)
    if closing is None or (closing.end() == LARGEST < len(text)):
        return _unread(text[first.end() : LARGEST], name, f"it has no closing line --- in {LARGEST:,} characters", 1)
    return _read(text[: closing.start()], closing.end(), name)


def _read(block: str, start: int, name: str) -> FrontMatter:
    # Imported on use: hardly a text has front matter.
    from .yaml_nodes import YamlError, read_nodes

    try:
        root = read_nodes(block)
    except YamlError as error:
        return _unread(block.partition(_OPENING)[2].lstrip(), name, error.problem, error.line, error.column)
    if root is None or root.kind != "mapping":
        return NONE
    keys = [(key.text or "").strip() for key, _ in root.pairs]
    if not any(key.lower() in FIELDS for key in keys) and not all(map(_KEY.fullmatch, keys)):
        return NONE
    metadata: dict[str, str] = {}
    warnings: list[str] = []
    for key, (_, value) in zip(keys, root.pairs, strict=True):
        if key.lower() not in FIELDS or value.is_null:
            continue
        try:
            metadata[key.lower()] = value_of(key.lower(), value.word(key.lower()))
        except DocumentError as error:
            where = f"{name}:{value.line}:{value.column}"
            warnings.append(str(DocumentError(f"{error.problem}, and is not used", where=where, hint=error.hint)))
    return FrontMatter(Metadata(**metadata), start, tuple(warnings))


def _unread(block: str, name: str, problem: str, line: int, column: int = 1) -> FrontMatter:
    """Return that there is no front matter, with a warning if ``block``, the lines of it, was meant to be some."""
    for row in _LINE.split(block):
        if not row.strip():
            break
        if _KNOWN_KEY.match(row):
            hint = "it is read as text; repair it, or remove the line ---"
            where = f"{name}:{line}:{column}"
            error = DocumentError(f"this front matter is not used: {problem}", where=where, hint=hint)
            return FrontMatter(warnings=(str(error),))
    return NONE
