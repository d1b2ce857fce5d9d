"""A look at a regular expression before it is compiled: is it whole, and can it run away?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import regex

#: A repetition that may go on for so long counts as one without an end.
LONG = 100

TOKEN = regex.compile(
    r"""
    (?P<escape>\\(?:[pPN]\{[^}]*\}|.))
  | (?P<class>\[\^?\]?(?:\\.|\[:\^?\w+:\]|[^\]\\])*+\])
  | (?P<comment>\(\?\#[^)]*\))
  | (?P<flags>\(\?[aifLmsuxbeprwV01-]+\))
  | (?P<call>\(\?(?:R|[0-9]+|&\w+|P>\w+|P=\w+)\))
  | (?P<open>\((?:\?(?:P?<(?![=!])(?P<name>\w*)>|<[=!]|[=!:|>]|[aifLmsux-]+:|\((?:\w+)\)|(?=\()))?)
  | (?P<close>\))
  | (?P<repeat>(?:[*+?]|\{(?:(?P<low>\d*)(?P<comma>,)?(?P<high>\d*)|[^{}]*[a-z][^{}]*)\})(?P<mode>[+?])?)
  | (?P<either>\|)
  | (?P<bracket>\[)
  | (?P<other>.)
    """,
    regex.VERBOSE | regex.DOTALL,
)
#: Groups in which a repetition is done with once it has matched.
_CLOSED = ("(?>", "(?=", "(?!", "(?<=", "(?<!")


class Fault(NamedTuple):
    """What is wrong at a position of a pattern, and what to write instead."""

    at: int
    problem: str
    hint: str


@dataclass(slots=True)
class _Group:
    at: int
    closed: bool
    loops: bool = False


def faults(pattern: str, *, verbose: bool = False) -> list[Fault]:
    """Return what is wrong with ``pattern`` in itself: brackets, flags, endless repetition in endless repetition.

    `(a+)*` can try exponentially many ways to match; a bound on either repetition, or a possessive one, mends it.
    """
    found: list[Fault] = []
    stack = [_Group(0, False)]
    # Whether the thing that a quantifier would repeat has an endless repetition in it.
    loops = False
    commented = False
    for token in TOKEN.finditer(pattern):
        kind = token.lastgroup if token.lastgroup not in ("name", "low", "comma", "high", "mode") else None
        kind = kind or ("repeat" if token["repeat"] is not None else "open")
        if verbose and (commented or token["other"] == "#"):
            commented = "\n" not in token.group()
            continue
        if kind == "open":
            stack.append(_Group(token.start(), token["open"].startswith(_CLOSED)))
            loops = False
        elif kind == "close":
            if len(stack) == 1:
                found.append(
                    Fault(
                        token.start(), "a closing bracket without its opening one", "write \\) for the character itself"
                    )
                )
                continue
            group = stack.pop()
            loops = group.loops and not group.closed
            stack[-1].loops |= loops
        elif kind == "repeat":
            endless = _endless(token)
            if endless and loops and token["mode"] != "+":
                hint = "give one of the two an end, such as {1,20}, or make it possessive (++ or *+)"
                found.append(Fault(token.start(), "endless repetition inside endless repetition", hint))
            if endless and token["mode"] != "+":
                stack[-1].loops = True
            if token["mode"] == "+":
                loops = False
        elif kind == "flags":
            found.append(Fault(token.start(), "a flag for the whole pattern", "write it for a group: (?i:…)"))
        elif kind == "bracket":
            found.append(Fault(token.start(), "a [ without its ]", "write \\[ for the character itself"))
            break
        else:
            loops = False
    found += [
        Fault(group.at, "an opening bracket without its closing one", "close it, or write \\( for the character itself")
        for group in stack[1:]
    ]
    return found


def captures(pattern: str) -> bool:
    """Say whether a group of ``pattern`` captures what it matches."""
    return any(token["open"] == "(" or token["name"] is not None for token in TOKEN.finditer(pattern))


def _endless(token: regex.Match[str]) -> bool:
    text = token["repeat"]
    if text[0] in "*+":
        return True
    if text[0] == "?" or token["low"] is None:
        return False
    if token["comma"] is None:
        return int(token["low"] or 0) >= LONG
    return not token["high"] or int(token["high"]) >= LONG
