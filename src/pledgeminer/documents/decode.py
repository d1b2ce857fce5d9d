"""Bytes to text. Newlines and all else stay as they came; only a byte order mark is taken off."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from ..errors import DocumentError

CERTAIN = frozenset({"utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be", "gb18030"})
"""The encodings that are recognised by rule; any other one that was not asked for is a guess."""

# The marks of UTF-32 come first: that of its little-endian form begins with that of UTF-16.
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CODECS_THAT_TAKE_THE_BOM_OFF = frozenset({"utf-8-sig", "utf-16", "utf-32"})
_PRIVATE_USE = re.compile("[\ue000-\uf8ff]")
_HALF = re.compile("[\ud800-\udfff]")
_WIDE = re.compile("[\u0800-\ud7ff\uf900-\ufffc\U00010000-\U0010ffff]")


class Decoded(NamedTuple):
    """A text and the encoding that it came in."""

    text: str
    encoding: str


def decode(data: bytes, *, source: str, encoding: str | None = None) -> Decoded:
    """Decode ``data``, which was read from what is shown as ``source``.

    ``encoding`` forces one. Else a byte order mark decides; then UTF-8 is tried, then GB18030, then whatever
    charset-normalizer thinks likeliest. Raises ``DocumentError`` for bytes that do not fit.
    """
    if encoding is not None:
        return _forced(data, source, encoding)
    for mark, name in _BOMS:
        if data.startswith(mark):
            text = _strict(data[len(mark) :], name, source, hint=_REPAIR, skipped=len(mark))
            return Decoded(text, name)
    return _detected(data, source)


_REPAIR = "the file is damaged there; get a sound copy, or force another encoding with --encoding"


def _forced(data: bytes, source: str, encoding: str) -> Decoded:
    text = _strict(data, encoding, source, hint="leave --encoding out to have it detected")
    name = codecs.lookup(encoding).name
    if name not in _CODECS_THAT_TAKE_THE_BOM_OFF:
        text = text.removeprefix("\ufeff")
    return Decoded(text, name)


def _strict(data: bytes, encoding: str, source: str, *, hint: str, skipped: int = 0) -> str:
    """Decode ``data``, which the file has after ``skipped`` bytes, or name the first wrong byte."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        place = f"byte 0x{data[error.start]:02x} at offset {error.start + skipped}"
        raise DocumentError(f"not {encoding} text: {place} does not fit", where=source, hint=hint) from None
    except UnicodeError as error:
        raise DocumentError(f"not {encoding} text: {error}", where=source, hint=hint) from None
    # UTF-7 and the escapes of programs can say half a character, which can be neither read nor written.
    half = None if encoding in CERTAIN else _HALF.search(text)
    if half is not None:
        problem = f"not {encoding} text: half a character (U+{ord(half[0]):X}) at character {half.start()}"
        raise DocumentError(problem, where=source, hint=hint)
    return text


def _detected(data: bytes, source: str) -> Decoded:
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    # Much of a damaged UTF-8 text is valid GB18030, and would pass as a text full of rare characters.
    if _nearly_fits(data, "utf-8"):
        _strict(data, "utf-8", source, hint=_REPAIR)
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        if _nearly_fits(data, "gb18030"):
            _strict(data, "gb18030", source, hint=_REPAIR)
    else:
        # Big5 and others fit GB18030 too, but land in its private-use area, which Chinese texts hardly touch.
        if len(_PRIVATE_USE.findall(text)) * 20 <= len(text):
            return Decoded(text, "gb18030")
    return _guessed(data, source)


def _nearly_fits(data: bytes, encoding: str) -> bool:
    """Say whether ``data``, read in ``encoding``, has ten sound Chinese characters for each wrong one.

    The two bytes of a character in GB18030 often make one in UTF-8 too, but a Latin or Cyrillic one.
    """
    text = data.decode(encoding, "replace")
    wrong = text.count("\ufffd") + len(_PRIVATE_USE.findall(text))
    return wrong * 10 <= len(_WIDE.findall(text))


def _guessed(data: bytes, source: str) -> Decoded:
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    hint = "say which with --encoding, for example --encoding big5"
    if best is None:
        raise DocumentError("the encoding is not recognised", where=source, hint=hint)
    return Decoded(_strict(data, best.encoding, source, hint=hint), best.encoding)
