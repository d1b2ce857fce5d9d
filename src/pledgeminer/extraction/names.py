"""Names of bodies: what has the form of one, and how a document writes it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .reading import Reading


def printed(name: str, reading: Reading) -> str:
    """Return the folded ``name`` as the text prints it."""
    at = reading.text.find(name)
    return reading.clean.shown[at : at + len(name)] if at >= 0 else name


class Names:
    """The names that a document gives to bodies; each is looked for in the whole text, once."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._place = reading.folded(reading.document.place)
        self._known: dict[str, str] = {}

    def of(self, body: str) -> str:
        """Return ``body`` in full where the text has it in full, without the place where all are of one place."""
        if body not in self._known:
            self._known[body] = self._in_text(body)
        return self._known[body]

    def _in_text(self, body: str) -> str:
        text, rules = self._reading.text, self._reading.rules.bodies
        for short, full in rules.full.items():
            if body.endswith(short) and not body.endswith(full) and self._full(body[: -len(short)] + full, body):
                body = body[: -len(short)] + full
            elif body.endswith(full) and body not in text and body[: -len(full)] + short in text:
                # Where the text never says it in full (市政府), it has no other name.
                body = body[: -len(full)] + short
        prefix = rules.prefix.match(body)
        if prefix is not None and (len(self._places) <= 1 or prefix.group() in self._place):
            body = body[prefix.end() :]
        return printed(body, self._reading)

    def _full(self, full: str, short: str) -> bool:
        """Say whether the text has the ``full`` name, and does not call the body by the ``short`` one more often."""
        text = self._reading.text
        return text.count(full) > 0 and text.count(short) - text.count(full) <= 2 * text.count(full)

    @cached_property
    def _places(self) -> frozenset[str]:
        """The names of the places whose bodies the text names."""
        return frozenset(found["name"] for found in self._reading.rules.bodies.places.finditer(self._reading.text))
