"""Errors that are written to the person who can mend them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Self


class PledgeminerError(Exception):
    """Something that the user can mend.

    ``where`` is a path, or path:line:column, ``problem`` what is wrong, and ``hint`` what to do.
    """

    def __init__(self, problem: str, *, where: str = "", hint: str = "") -> None:
        self.problem, self.where, self.hint = problem, where, hint
        super().__init__(str(self))

    def __str__(self) -> str:
        head = f"{self.where}: {self.problem}" if self.where else self.problem
        return f"{head} ({self.hint})" if self.hint else head


class DocumentError(PledgeminerError):
    """A document that cannot be found, read or decoded."""


class RulesError(PledgeminerError):
    """Rules that cannot be used: one fault, or all that were found together, each with its place."""

    _parts: tuple[RulesError, ...] = ()

    @classmethod
    def of(cls, errors: Iterable[RulesError]) -> Self:
        """Return one error for ``errors``, at least one; its text has a line for each."""
        parts = tuple(part for error in errors for part in error.errors)
        together = cls(parts[0].problem, where=parts[0].where, hint=parts[0].hint)
        if len(parts) > 1:
            together._parts = parts
            together.args = (str(together),)
        return together

    @property
    def errors(self) -> tuple[RulesError, ...]:
        """The faults one by one."""
        return self._parts or (self,)

    def __str__(self) -> str:
        return "\n".join(map(str, self._parts)) if self._parts else super().__str__()


class DocumentWarning(UserWarning):
    """A document was read, but something of it was repaired, guessed or not used."""


class RulesWarning(UserWarning):
    """A rule took so long for a sentence that it was left out for the rest of the run."""
