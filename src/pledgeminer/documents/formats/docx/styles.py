"""The styles of a DOCX file, as far as they change what a reader sees: list numbers and hidden text."""

from __future__ import annotations

from typing import NamedTuple

from .names import Element, attribute, child, children, number, switched, value

_LONGEST_LINE = 32
"""How many styles may be based on each other; Word stops at 11."""


class ListPlace(NamedTuple):
    """Which list (``"0"`` is none) and which level of it, the first 0; None is not said."""

    list_id: str | None = None
    level: int | None = None


class _Style(NamedTuple):
    based_on: str | None
    place: ListPlace
    hidden: bool | None


class Styles:
    """The styles by their ids; what a style does not say is asked of the one that it is based on."""

    def __init__(self, root: Element | None) -> None:
        self._styles: dict[str, _Style] = {}
        self.default: str | None = None
        """The id of the style of paragraphs that name none."""
        self._places: dict[str | None, ListPlace] = {}
        self._hidden: dict[str | None, bool] = {}
        for one in children(root, "style"):
            style_id = attribute(one, "styleId")
            if style_id is None:
                continue
            place = list_place(child(one, "pPr"))
            self._styles[style_id] = _Style(value(one, "basedOn"), place, switched(child(one, "rPr"), "vanish"))
            if attribute(one, "type") == "paragraph" and attribute(one, "default") in ("1", "true", "on"):
                self.default = style_id

    def place(self, style_id: str | None) -> ListPlace:
        """Return the list that a style puts its paragraphs in."""
        if style_id not in self._places:
            places = [one.place for one in self._line(style_id)]
            list_id = next((place.list_id for place in places if place.list_id is not None), None)
            level = next((place.level for place in places if place.level is not None), None)
            self._places[style_id] = ListPlace(list_id, level)
        return self._places[style_id]

    def family(self, style_id: str | None) -> list[str]:
        """Return the style's id and those of the styles that it is based on, the nearest first."""
        found: list[str] = []
        while style_id in self._styles and style_id not in found and len(found) < _LONGEST_LINE:
            found.append(style_id)
            style_id = self._styles[style_id].based_on
        return found

    def hidden(self, style_id: str | None) -> bool:
        """Say whether a style hides its text."""
        if style_id not in self._hidden:
            said = (one.hidden for one in self._line(style_id) if one.hidden is not None)
            self._hidden[style_id] = next(said, False)
        return self._hidden[style_id]

    def _line(self, style_id: str | None) -> list[_Style]:
        return [self._styles[key] for key in self.family(style_id)]


def list_place(properties: Element | None) -> ListPlace:
    """Return the list that paragraph properties (``pPr``) name."""
    found = child(properties, "numPr")
    return ListPlace(value(found, "numId"), number(value(found, "ilvl")))
