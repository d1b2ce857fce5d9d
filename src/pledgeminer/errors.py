"""Errors that are written to the person who can mend them."""

from __future__ import annotations


class PledgeminerError(Exception):
    """Something that the user can mend: ``where`` (a path, or path:line:column), ``problem``, and ``hint`` (what to do)."""

    def __init__(self, problem: str, *, where: str = "", hint: str = "") -> None:
        self.problem, self.where, self.hint = problem, where, hint
        super().__init__(str(self))

    def __str__(self) -> str:
        head = f"{self.where}: {self.problem}" if self.where else self.problem
        return f"{head} ({self.hint})" if self.hint else head


class DocumentError(PledgeminerError):
    """A document that cannot be found, read or decoded."""


class RulesError(PledgeminerError):
    """A rule file that cannot be used."""
