"""Text that was decoded with the wrong encoding and saved like that: read back, line by line, as it was meant.

Three slips make most of it: UTF-8 read as GBK, UTF-8 read as Latin-1 or cp1252, and GBK read as one of these two. Each
is taken back by encoding the text the way it was decoded. Where the wrong decoder met bytes that it could not read, and
wrote ``?`` or U+FFFD for them, the letter that they are a part of is lost, and becomes one U+FFFD.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice
from typing import Literal, NamedTuple

_LOST = "\ufffd"

#: What frequent beginnings of UTF-8 look like in GBK: of punctuation, and of letters that no text is without.
_GBK_SIGNS = tuple(
    bytes.fromhex(head).decode("gbk") for head in ("efbc", "e380", "e79a", "e4b8", "e4ba", "e59b", "e696", "e58f")
)
#: No Chinese text that was read as Latin-1 is without these: beginnings of UTF-8, and frequent bytes of GBK.
_LATIN_SIGNS = tuple("åäæçèéã£¡µÖÊÄ")
#: A text so short need not have any of the signs; all its lines are looked at.
_SHORT = 200
#: Both bytes of a letter became U+FFFD, whose UTF-8 was then read as GBK.
_LOST_BEFORE = (_LOST + _LOST).encode().decode("gbk")
#: cp1252 shows the byte 0x80 as this, and so does the GBK of Windows, for which it is no half of a letter.
_EURO = "\u20ac"


def _cp1252() -> dict[str, int]:
    """Return the bytes from 0x80 to 0xFF by what cp1252 shows for them, or else Latin-1."""
    codes = {chr(code): code for code in range(0x80, 0x100)}
    for code in range(0x80, 0xA0):
        char = bytes((code,)).decode("cp1252", "ignore")
        if char:
            codes[char] = code
    return codes


_BYTES = _cp1252()
_LATIN = f"[{''.join(map(re.escape, _BYTES))}]"
#: A run of such letters; a blank in it may be a no-break space, a hole a letter that was lost.
_RUN = re.compile(f"{_LATIN}+(?:[ ?{_LOST}]{_LATIN}+)*[?{_LOST}]?")
#: Punctuation that is at home in Chinese text too, at the ends of a run.
_EDGES = "\u2018\u2019\u201c\u201d\u2013\u2014\u2026\xb7\xd7"
_HOLE = b"\xff"
#: A letter of three bytes of which one is missing or two are.
_TORN = re.compile(rb"[\xe0-\xef](?:[?\xff][\x80-\xbf\xff]?|[\x80-\xbf][?\xff])|[?\xff][\x80-\xbf]{0,2}")
_NO_BREAK_SPACE = re.compile(rb"(?<=[\xe0-\xef]) (?=[\x80-\xbf])|(?<=[\xe0-\xef][\x80-\xbf]) (?![\x80-\xbf])")
_WIDE = re.compile("[\u2010-\u2027\u3000-\u303f\u4e00-\u9fff\uff01-\uff5e]")
_FOREIGN = re.compile("[^\0-\x7f\u2010-\u2027\u3000-\u303f\u4e00-\u9fff\uff01-\uff5e\ufffd\xb7\xd7\xb0]")
#: Signs of two bytes that stand by themselves between figures.
_MARKS = "\xb0\xb1\xb7\xd7"
#: So many letters in a line are no chance, and so few may be one where other lines are sound.
_MANY, _FEW = 6, 2

Slip = Literal["UTF-8 read as GBK", "UTF-8 read as cp1252", "GBK read as cp1252"]
#: In the order in which they are thought of.
_SIGNS: dict[Slip, tuple[str, ...]] = {
    "UTF-8 read as GBK": _GBK_SIGNS,
    "UTF-8 read as cp1252": _LATIN_SIGNS,
    "GBK read as cp1252": _LATIN_SIGNS,
}


class _Line(NamedTuple):
    """A line read back: its text, the slip that it came by, and how many letters it gained."""

    text: str
    slip: Slip
    gained: int


def repair(text: str) -> tuple[str, tuple[str, ...]]:
    """Return ``text`` with its wrongly decoded lines read back, and phrases that say what was done, with counts.

    A sound text comes back as it is, at next to no cost. A letter is read back from its bytes, never guessed.
    """
    done: Counter[str] = Counter()
    before = text.count(_LOST)
    slips = [slip for slip, signs in _SIGNS.items() if len(text) <= _SHORT or any(sign in text for sign in signs)]
    if slips:
        text = _repaired(text, slips, done)
    if _LOST_BEFORE in text:
        text = text.replace(_LOST_BEFORE, _LOST)
    lost = text.count(_LOST) - before
    phrases = [f"{_counted(count, 'line')} of {slip} repaired" for slip, count in sorted(done.items())]
    if lost > 0:
        phrases.append(f"{_counted(lost, 'lost character')} marked")
    return text, tuple(phrases)


def _counted(count: int, word: str) -> str:
    return f"{count:,} {word}{'' if count == 1 else 's'}"


def _repaired(text: str, slips: list[Slip], done: Counter[str]) -> str:
    lines = text.split("\n")
    found = {
        number: one
        for number, line in enumerate(lines)
        if not line.isascii()
        for one in islice(filter(None, (_line(line, slip) for slip in slips)), 1)
    }
    # A line of few letters may be one by chance, unless there are long ones like it or no others at all.
    certain = {one.slip for one in found.values() if one.gained >= _MANY}
    alone = all(number in found for number, line in enumerate(lines) if not line.isascii())
    for number, one in found.items():
        if one.slip in certain or (alone and one.gained >= _FEW and one.text.count(_LOST) * 3 <= one.gained):
            lines[number] = one.text
            done[one.slip] += 1
    return "\n".join(lines)


def _line(line: str, slip: Slip) -> _Line | None:
    """Return ``line`` read back; None if it was not read as ``slip`` says."""
    return _from_gbk(line) if slip == "UTF-8 read as GBK" else _from_latin(line, slip)


def _from_gbk(line: str) -> _Line | None:
    # A euro sign may stand for one byte or for two.
    whole = _HOLE.join(part.encode("gb18030", "replace") for part in line.split(_LOST))
    if not _WIDE.search(whole.decode("utf-8", "ignore")):
        return None
    narrow = whole.replace(_EURO.encode("gb18030"), b"\x80")
    meant = max(map(_utf8, (whole, narrow)), key=_worth)
    return _Line(meant, "UTF-8 read as GBK", len(_WIDE.findall(meant))) if _sound(meant) else None


def _from_latin(line: str, slip: Slip) -> _Line | None:
    pieces, at = [], 0
    gained = failed = 0
    for run in _RUN.finditer(line):
        meant = _run(run.group(), slip)
        pieces += [line[at : run.start()], run.group() if meant is None else meant]
        at = run.end()
        gained += 0 if meant is None else len(_WIDE.findall(meant))
        failed += meant is None and len(run.group()) > 1
    if failed * 4 > gained or not gained:
        return None
    return _Line("".join([*pieces, line[at:]]), slip, gained)


def _run(run: str, slip: Slip) -> str | None:
    """Return what the ``run`` of Latin letters was meant to be; None if it was not read as ``slip`` says."""
    meant = _meant(run, slip)
    bare = run.strip(_EDGES)
    if meant is not None or not bare or bare == run:
        return meant
    meant = _meant(bare, slip)
    before, behind = run.split(bare, 1)
    return None if meant is None else before + meant + behind


def _meant(run: str, slip: Slip) -> str | None:
    data = b"".join(map(_code, run))
    if slip == "GBK read as cp1252":
        return _gbk(data)
    meant = _utf8(_NO_BREAK_SPACE.sub(b"\xa0", data))
    if len(meant) < len(run) and all(char in _BYTES for char in meant):
        # It may have happened twice.
        twice = _utf8(b"".join(map(_code, meant)))
        meant = twice if _sound(twice) else meant
    return meant if _sound(meant) or meant.strip(_MARKS) == "" else None


def _sound(text: str) -> bool:
    """Say whether ``text`` reads as Chinese, of which not more than half is lost."""
    wide = len(_WIDE.findall(text))
    return wide > 0 and text.count(_LOST) <= wide and len(_FOREIGN.findall(text)) * 10 <= wide


def _code(char: str) -> bytes:
    code = _BYTES.get(char)
    if code is not None:
        return bytes((code,))
    return _HOLE if char == _LOST else char.encode("ascii")


def _utf8(data: bytes) -> str:
    """Return ``data`` read as UTF-8, with one U+FFFD for each letter of which a byte is missing."""
    return _TORN.sub(_torn, data).decode("utf-8", "replace")


def _torn(found: re.Match[bytes]) -> bytes:
    # A question mark that is no part of a letter is one.
    return found[0] if found[0] == b"?" else _LOST.encode()


def _worth(text: str) -> int:
    return len(_WIDE.findall(text)) - 4 * text.count(_LOST)


def _gbk(data: bytes) -> str | None:
    """Return ``data`` read as GBK, with U+FFFD for a letter with a hole; None if it is no ordinary Chinese."""
    letters: list[str] = []
    at = frequent = rare = 0
    while at < len(data):
        pair = data[at : at + 2]
        if pair[0] < 0x80:
            letters.append(chr(pair[0]))
            at += 1
            continue
        at += 2
        if len(pair) < 2:
            return None
        if pair[0] == 0xFF or pair[1] in (0xFF, 0x3F):
            letters.append(_LOST)
            continue
        try:
            letters.append(pair.decode("gbk"))
        except UnicodeDecodeError:
            return None
        frequent += 0xB0 <= pair[0] < 0xD8 and pair[1] >= 0xA1
        rare += pair[0] < 0xA1 or pair[0] >= 0xD8
    return "".join(letters) if rare <= frequent and letters.count(_LOST) * 4 <= frequent else None
