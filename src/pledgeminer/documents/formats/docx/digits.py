"""Numbers as Word writes them before paragraphs: the number formats of ISO/IEC 29500-1, 17.18.59."""

from __future__ import annotations

import re
from collections.abc import Callable

_STEMS, _BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LARGEST_COUNTED = 9999
_TRADITIONAL_CAPITALS = str.maketrans("贰叁陆万亿", "貳參陸萬億")


_MOST_DIGITS = 20
"""No number is padded with more zeros; a file may ask for millions of them."""


def written(number: int, form: str, pattern: str | None = None) -> str:
    """Return ``number`` in the number format ``form``; in digits where the format cannot write it or is not known.

    ``pattern`` is that of the format ``custom``, such as ``001, 002, 003, ...``.
    """
    if form == "custom" and pattern is not None:
        return str(number).rjust(min(len(pattern.partition(",")[0].strip()), _MOST_DIGITS), "0")
    if form == "none":
        return ""
    writer = _WRITERS.get(form)
    return str(number) if writer is None else (writer(number) or str(number))


def _of(signs: str) -> Callable[[int], str]:
    """Return the writer that takes the sign at the number's place, the first for 1."""
    return lambda number: signs[number - 1] if 0 < number <= len(signs) else ""


def _repeated(number: int) -> str:
    """Return a to z, then aa, bb, cc and so on."""
    if not 0 < number <= 780:
        return ""
    rounds, place = divmod(number - 1, 26)
    return chr(ord("a") + place) * (rounds + 1)


def _roman(number: int) -> str:
    if not 0 < number <= _LARGEST_COUNTED:
        return ""
    letters = []
    for size, sign in _ROMAN:
        times, number = divmod(number, size)
        letters.append(sign * times)
    return "".join(letters)


def _digits(signs: str) -> Callable[[int], str]:
    """Return the writer that puts ``signs`` (those of 0 to 9) in the places of the digits."""
    table = str.maketrans("0123456789", signs)
    return lambda number: str(number).translate(table)


def _counted(number: int) -> str:
    """Return 一, 十一, 一百〇一: with the ring that Word writes."""
    return _chinese(number, "low").replace("零", "〇")


def _counted_to_99(number: int) -> str:
    """Return 一 to 九十九, then digit by digit."""
    return _counted(number) if number < 100 else _digits("〇一二三四五六七八九")(number)


def _counted_in_japanese(number: int) -> str:
    """Return 一, 十一, 百一: without zeros, and without a one before ten, hundred and thousand."""
    return re.sub("一(?=[十百千])|零", "", _chinese(number, "low"))


def _capitals(number: int) -> str:
    return _chinese(number, "up")


def _chinese(number: int, mode: str) -> str:
    if not 0 < number <= _LARGEST_COUNTED:
        return ""
    import cn2an

    return str(cn2an.an2cn(number, mode))


def _cycle(number: int) -> str:
    """Return the name of the sixty-year cycle: 甲子, 乙丑, …"""
    return _STEMS[(number - 1) % 10] + _BRANCHES[(number - 1) % 12] if number > 0 else ""


_WRITERS: dict[str, Callable[[int], str]] = {
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "lowerLetter": _repeated,
    "upperLetter": lambda number: _repeated(number).upper(),
    "decimalZero": lambda number: f"{number:02d}",
    "decimalFullWidth": _digits("０１２３４５６７８９"),
    "decimalFullWidth2": _digits("０１２３４５６７８９"),
    "decimalEnclosedCircle": _of("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"),
    "decimalEnclosedCircleChinese": _of("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"),
    "decimalEnclosedParen": _of("⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"),
    "decimalEnclosedFullstop": _of("⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛"),
    "numberInDash": lambda number: f"- {number} -",
    "ideographEnclosedCircle": _of("㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉"),
    "ideographTraditional": _of(_STEMS),
    "ideographZodiac": _of(_BRANCHES),
    "ideographZodiacTraditional": _cycle,
    "ideographDigital": _digits("〇一二三四五六七八九"),
    "japaneseDigitalTenThousand": _digits("〇一二三四五六七八九"),
    "taiwaneseDigital": _digits("○一二三四五六七八九"),
    "koreanDigital2": _digits("零一二三四五六七八九"),
    "chineseCounting": _counted_to_99,
    "taiwaneseCounting": _counted_to_99,
    "chineseCountingThousand": _counted,
    "taiwaneseCountingThousand": _counted,
    "japaneseCounting": _counted_in_japanese,
    "chineseLegalSimplified": _capitals,
    "ideographLegalTraditional": lambda number: _capitals(number).translate(_TRADITIONAL_CAPITALS),
}
