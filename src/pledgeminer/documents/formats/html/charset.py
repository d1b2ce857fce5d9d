"""The encoding of a web page: what it declares is believed as far as its bytes bear it out."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from ....errors import DocumentError
from ...decode import decode

# Where a declaration is looked for; browsers look at the first 1024 bytes, but old pages put scripts and styles first.
_HEAD = 8192
_DECLARED = (
    re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{2,40})[\"']", re.I),
    re.compile(rb"<meta\s[^>]{0,400}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.I),
)
# What a name stands for: the larger set is what people mean by the smaller one (as in the WHATWG Encoding Standard).
_MEANT: dict[str, tuple[str, ...]] = {
    "gb2312": ("gb18030",),
    "gbk": ("gb18030",),
    "gb18030": ("gb18030",),
    "hz": ("hz",),
    "big5": ("big5", "cp950", "big5hkscs"),
    "cp950": ("cp950", "big5hkscs"),
    "big5hkscs": ("big5hkscs", "cp950"),
    "utf-8": ("utf-8",),
    "utf-8-sig": ("utf-8",),
    "shift_jis": ("cp932",),
    "euc_jp": ("euc_jp",),
    "euc_kr": ("cp949",),
}
# Names that Python does not know.
_ALIASES = {"gb_2312-80": "gb2312", "x-gbk": "gbk", "x-x-big5": "big5", "big5-eten": "big5", "cn-gb": "gb2312"}
_BOMS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
_WIDE = re.compile("[\u2e80-\ud7ff\uf900-\ufaff\U00020000-\U0003ffff]")
# Three letters in UTF-8 may be four in GB18030 by chance, ten hardly.
_BY_CHANCE = 10
# A page in English, too, may have a letter or two that was put in by hand.
_STRAY = 3


class Page(NamedTuple):
    """A page's text, its encoding, how many characters did not fit that, and whether it is only likely."""

    text: str
    encoding: str
    lost: int = 0
    guessed: bool = False


def decode_page(data: bytes, name: str, encoding: str | None, *, declared: str | None = None) -> Page:
    """Decode a page that is shown as ``name``; ``declared`` is what stood around it, as in a mail's header.

    ``encoding`` forces one. Else a byte order mark decides, then whether it is UTF-8, then what is declared; a few
    bytes that do not fit become U+FFFD and are counted. Where too much does not fit, the encoding is detected as that
    of a plain text is. Raises ``DocumentError`` for bytes that fit nothing.
    """
    if encoding is not None or data.startswith(_BOMS):
        return Page(*decode(data, source=name, encoding=encoding))
    if wide := _without_mark(data):
        return Page(*decode(data, source=name, encoding=wide))
    said = [meant for label in (declared, *_declarations(data)) for meant in _meant(label)]
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        other = [label for label in said if label != "utf-8"]
        if not other or len(text) - len(text.encode("ascii", "ignore")) >= _BY_CHANCE or "utf-8" in said[:1]:
            return Page(text, "utf-8")
    fitting = [page for label in dict.fromkeys(said) if (page := _nearly(data, label))]
    if fitting:
        return min(fitting, key=lambda page: page.lost)
    return _detected(data, name)


def _without_mark(data: bytes) -> str | None:
    """Return the form of UTF-16 in which ``data`` begins with a tag, or None."""
    if data[:1] == b"<" and data[1:2] == b"\0" and data[3:4] == b"\0":
        return "utf-16-le"
    return "utf-16-be" if data[:2] == b"\0<" and data[2:3] == b"\0" else None


def _declarations(data: bytes) -> list[str]:
    head = data[:_HEAD]
    return [found[1].decode("ascii", "replace") for pattern in _DECLARED if (found := pattern.search(head))]


def _meant(label: str | None) -> tuple[str, ...]:
    """Return what ``label`` may mean, the likeliest first; one like Latin-1 says nothing on a Chinese page."""
    if label is None:
        return ()
    label = label.strip().lower()
    try:
        return _MEANT.get(codecs.lookup(_ALIASES.get(label, label)).name, ())
    except (LookupError, ValueError):
        return ()


def _nearly(data: bytes, encoding: str) -> Page | None:
    """Decode ``data`` if it fits but for ``_STRAY`` places, or for one in fifty Chinese characters."""
    try:
        return Page(data.decode(encoding), encoding)
    except UnicodeError:
        pass
    # Systems that keep pages cut titles and summaries in the middle of a character.
    text = data.decode(encoding, "replace")
    lost = text.count("\ufffd")
    return Page(text, encoding, lost) if (lost - _STRAY) * 50 <= len(_WIDE.findall(text)) else None


def _detected(data: bytes, name: str) -> Page:
    try:
        return Page(*decode(data, source=name), guessed=True)
    except DocumentError:
        for encoding in ("utf-8", "gb18030"):
            if page := _nearly(data, encoding):
                return page
        raise
