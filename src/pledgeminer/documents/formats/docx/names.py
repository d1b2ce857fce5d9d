"""Names of the XML in a DOCX file, the same for both forms of the standard (ISO/IEC 29500 transitional and strict)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

Element = Any
"""An lxml element. lxml is an optional package without types."""

WORD = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
_OTHERS = {
    "m": (
        "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "http://purl.oclc.org/ooxml/officeDocument/math",
    ),
    "mc": ("http://schemas.openxmlformats.org/markup-compatibility/2006",),
    "a": ("http://schemas.openxmlformats.org/drawingml/2006/main", "http://purl.oclc.org/ooxml/drawingml/main"),
}
_PREFIXES = dict.fromkeys(WORD, "") | {space: f"{key}:" for key, spaces in _OTHERS.items() for space in spaces}
_known: dict[Any, str] = {}


def kind(element: Element) -> str:
    """Return the element's name: ``p`` in Word's own namespace, ``m:t`` in one known here, ``""`` in any other."""
    tag = element.tag
    name = _known.get(tag)
    if name is None:
        name = _name(tag)
        # A hostile file could have a million names; those of the standard are some hundreds.
        if len(_known) < 2000:
            _known[tag] = name
    return name


def _name(tag: Any) -> str:
    # The tag of a reference to an entity is a function.
    if not isinstance(tag, str) or not tag.startswith("{"):
        return ""
    space, _, local = tag[1:].partition("}")
    prefix = _PREFIXES.get(space)
    return "" if prefix is None else prefix + local


def child(element: Element | None, name: str) -> Element | None:
    """Return the first child of that name, or None; None has no children."""
    if element is not None:
        for one in element:
            if kind(one) == name:
                return one
    return None


def children(element: Element | None, name: str) -> Iterator[Element]:
    """Yield the children of that name."""
    if element is not None:
        for one in element:
            if kind(one) == name:
                yield one


def attribute(element: Element | None, name: str) -> str | None:
    """Return one of Word's own attributes, or None."""
    if element is None:
        return None
    for space in WORD:
        value: str | None = element.get(f"{{{space}}}{name}")
        if value is not None:
            return value
    return None


def value(element: Element | None, name: str) -> str | None:
    """Return the ``val`` of the child of that name, or None."""
    return attribute(child(element, name), "val")


def number(text: str | None) -> int | None:
    """Return a number of a file's making, None if it is none or beyond what any document needs."""
    if text is None or len(text) > 10:
        return None
    try:
        return int(text)
    except ValueError:
        return None


def switched(element: Element | None, name: str) -> bool | None:
    """Return whether the child of that name switches a property on; None if there is no such child."""
    found = child(element, name)
    if found is None:
        return None
    return attribute(found, "val") not in ("0", "false", "off")


def related(element: Element, name: str) -> str | None:
    """Return an attribute of any namespace by its local name, or None."""
    for key, text in element.attrib.items():
        if key.rpartition("}")[2] == name:
            return str(text)
    return None
