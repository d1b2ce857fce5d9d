"""Marks: the private-use characters that stand for classes of words in a marked clause."""

from __future__ import annotations

from typing import Literal, get_args

#: Classes of words.yaml; each becomes one mark.
WordClass = Literal[
    "deliver",
    "work",
    "bare",
    "new",
    "grow",
    "up",
    "shrink",
    "down",
    "reach",
    "link",
    "cover",
    "keep",
    "attain",
    "arrange",
    "by",
    "from",
    "take",
    "around",
    "than",
    "ground",
    "give",
    "rung",
    "at",
    "of",
    "and",
    "such",
    "each",
    "per",
    "among",
    "versus",
    "loose",
    "will",
    "adverb",
    "stop",
]

#: What a clause is made of besides the word classes: the number in question, another number, plain text, a time, and a
#: recurrence such as every year.
SPECIAL = ("Q", "q", "n", "T", "Y")

MARKS: dict[str, str] = {name: chr(0xE000 + index) for index, name in enumerate((*SPECIAL, *get_args(WordClass)))}
NAMES: dict[str, str] = {mark: name for name, mark in MARKS.items()}

TARGET, OTHER, PLAIN, TIME, EVERY = (MARKS[name] for name in SPECIAL)
