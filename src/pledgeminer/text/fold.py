"""Folding of characters one to one, so that offsets stay as they are: widths, dashes, radicals, traditional forms."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ..rules.layout import Letters

_WIDE = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
_ALIKE = {
    " ": "\u3000\u00a0\u2002\u2003\u2009",
    "·": "•‧・",
    "—": "–―─‒ー⸺",
    "-": "‐‑−﹣➖⁃",
    "~": "∼〜⁓",
    "%": "﹪",
    "/": "∕",
    "。": "｡",
    "、": "､",
}


def _doubles() -> Mapping[str, str]:
    """Return radicals and compatibility ideographs, which PDF is full of, with the letters that they look like."""
    codes = (*range(0x2F00, 0x2FD6), *range(0xF900, 0xFAFF))
    letters = {chr(code): unicodedata.normalize("NFKC", chr(code)) for code in codes}
    return {double: letter for double, letter in letters.items() if double != letter and len(letter) == 1}


_TABLE = {**_WIDE, **{char: one for one, others in _ALIKE.items() for char in others}, **_doubles()}
_RADICAL = re.compile("[\u2e80-\u2fdf]")
_FREQUENT = "\uff0c\uff1b\uff1a\uff08\uff09\uff05"
_CHANGING = re.compile(f"[{re.escape(''.join(_TABLE))}]")
#: What OpenCC cannot read: it ends a text at a NUL and takes no lone surrogate.
_UNREADABLE = re.compile("[\0\ud800-\udfff]")
_REPLACEMENT = "\ufffd"
#: So much of a text shows whether it is traditional, in code points.
_SAMPLE = 10_000


def fold(text: str) -> str:
    """Return ``text`` with full-width ASCII made half-width and dashes made alike; the length stays the same."""
    # The frequent ones first, each in one scan; then only the few that are left are looked up: four times as fast as a
    # translation that looks up every character.
    for char in _FREQUENT:
        text = text.replace(char, _TABLE[char])
    return _CHANGING.sub(_folded, text)


def legible(text: str, letters: Letters) -> str:
    """Return ``text`` with the radicals that stand for letters in some PDF as those letters, one for one.

    They look alike, but nobody who looks for the letter (⼈ for 人) would find them.
    """
    if _RADICAL.search(text) is None:
        return text
    return _RADICAL.sub(lambda found: _TABLE.get(found[0]) or letters.variants.get(found[0], found[0]), text)


def _folded(found: re.Match[str]) -> str:
    return _TABLE[found[0]]


def is_traditional(text: str, letters: Letters) -> bool:
    """Say whether ``text`` is traditional: one in fifty of its characters, near the first one, is in ``letters``."""
    found = letters.traditional.search(text)
    if found is None:
        return False
    start = min(found.start(), max(0, len(text) - _SAMPLE))
    sample = text[start : start + _SAMPLE]
    return len(letters.traditional.findall(sample)) * 50 > len(sample)


def simplify(text: str, letters: Letters, *, whole: bool = False) -> str:
    """Return ``text`` with its traditional lines in simplified characters, one for one.

    Those are the lines with one of the ``letters`` that only traditional text has, and all lines of a traditional text,
    or where the ``whole`` is wanted. They are converted by OpenCC's ``tw2s``, which knows the print of Taiwan too,
    behind the variants of ``letters``.
    """
    traditional = letters.traditional
    if not whole and traditional.search(text) is None:
        return text
    whole = whole or is_traditional(text, letters)
    if whole and len(at_once := _converted(text, letters)) == len(text):
        return at_once
    return "\n".join(_line(line, letters) if whole or traditional.search(line) else line for line in text.split("\n"))


def _line(line: str, letters: Letters) -> str:
    converted = _converted(line, letters)
    if len(converted) == len(line):
        return converted
    # A phrase that OpenCC makes longer or shorter would shift every offset behind it: go character by character.
    singly = _converted("\n".join(line), letters).split("\n")
    return "".join(new if len(new) == 1 else old for old, new in zip(line, singly, strict=True))


def _converted(text: str, letters: Letters) -> str:
    readable = _UNREADABLE.sub(_REPLACEMENT, text)
    known = letters.varied.sub(lambda found: letters.variants[found[0]], readable)
    converted: str = _converter().convert(known)
    return converted


@lru_cache(maxsize=1)
def _converter() -> Any:
    import opencc

    return opencc.OpenCC("tw2s")
