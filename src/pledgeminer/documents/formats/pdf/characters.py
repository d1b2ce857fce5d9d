"""The characters of a PDF as they are written elsewhere: one for one, so that nothing moves.

Fonts draw an ideograph and the radical of the same shape with one glyph. A PDF that Chromium prints names the radical
(U+2F00 to U+2FDF) for it, and others a compatibility ideograph or, in vertical text, a turned punctuation mark.
"""

from __future__ import annotations

import re
import unicodedata

# Unicode's EquivalentUnifiedIdeograph.txt: the radicals that Unicode gives no decomposition.
_RADICALS = (
    "⺁⺂⺃⺄⺅⺆⺈⺉⺊⺋⺌⺍⺎⺏⺐⺒⺓⺔⺕⺖⺗⺘⺙⺛⺜⺝⺞⺟⺠⺡⺢⺣⺤⺥⺦⺧⺨⺩⺫⺬⺭⺯⺰⺱⺲⺳⺴⺶⺹⺺⺻"
    "⺼⺾⺿⻀⻁⻂⻃⻄⻅⻆⻈⻉⻋⻌⻍⻎⻏⻐⻑⻒⻓⻔⻖⻗⻘⻙⻚⻛⻜⻝⻟⻠⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳"
)
_IDEOGRAPHS = (
    "厂乛乚乙亻冂刀刂卜㔾小小兀尣尢巳幺彑彐忄心扌攵旡日月歺母民氵氺灬爫爫丬牛犭王目示礻糹纟罓罒㓁冗羊耂肀聿"
    "肉艹艹艹虎衤覀西见角讠贝车辶辶辶邑钅長镸长门阝雨青韦页风飞食飠饣马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟"
)
_TURNED = "︐︑︒︓︔︕︖︗︘︙︰︱︲︳︴︵︶︷︸︹︺︻︼︽︾︿﹀﹁﹂﹃﹄﹇﹈"
_UPRIGHT = "，、。：；！？〖〗…：—–_＿（）｛｝〔〕【】《》〈〉「」『』［］"
_RAISED = str.maketrans("0123456789+-−n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻ⁿ")


def _decomposed() -> dict[int, str]:
    blocks = (range(0x2F00, 0x2FE0), range(0xF900, 0xFB00))
    forms = {code: unicodedata.normalize("NFKC", chr(code)) for block in blocks for code in block}
    return {code: form for code, form in forms.items() if len(form) == 1 and form != chr(code)}


_ORDINARY = {
    **_decomposed(),
    **{ord(odd): plain for odd, plain in zip(_RADICALS + _TURNED, _IDEOGRAPHS + _UPRIGHT, strict=True)},
    0xAD: "-",
    0xA0: " ",
    # What PDFium puts for a hyphen at the end of a line.
    0x02: "-",
}
# What a font without a Unicode map gives: control characters, the private areas, what is no character, and U+FFFD.
_UNREADABLE = re.compile(
    "[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ue000-\uf8ff\ufdd0-\ufdef\ufff0-\uffff\ud800-\udfff\U000f0000-\U0010ffff]"
)
# What fonts with an order of their own give, letters and signs of Latin-1 in place of ideographs.
_FOREIGN = re.compile("[\u00a1-\u00a6\u00a8-\u00af\u00b4-\u00b6\u00b8-\u00bf\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f]")
# The symbol fonts of office programs put the bullets of lists there.
_SYMBOLS = range(0xF020, 0xF100)


def ordinary(char: str) -> str:
    """Return ``char``, or the ordinary character that looks the same; always one character."""
    return _ORDINARY.get(ord(char), char)


def ordinary_text(text: str) -> str:
    """Return ``text`` of the same length with every character ordinary."""
    return text.translate(_ORDINARY)


def is_unreadable(char: str) -> bool:
    """Return whether ``char`` stands for a glyph whose font does not say which character it draws."""
    # Nearly all characters of a text lie here.
    if 0x3000 <= ord(char) <= 0x9FFF:
        return False
    return _UNREADABLE.match(char) is not None and ord(char) not in _SYMBOLS


def is_ideograph(char: str) -> bool:
    """Return whether ``char`` is one of the ideographs in use; the rare ones of the higher planes are left aside."""
    return 0x4E00 <= ord(char) <= 0x9FFF or 0x3400 <= ord(char) <= 0x4DBF


def is_wide(char: str) -> bool:
    """Return whether ``char`` fills a square in a Chinese font."""
    return 0x2E80 <= ord(char) <= 0xFF60 or char in "“”‘’—…·" or ord(char) >= 0x20000


def is_foreign(char: str) -> bool:
    """Return whether ``char`` is one that Chinese texts hardly use, and that a font without a map may stand behind."""
    return "\u00a0" < char < "\u0250" and _FOREIGN.match(char) is not None


def raised(text: str) -> str:
    """Return ``text`` as superscript: the figures of a power or of a note's mark are no part of a number."""
    return text.translate(_RAISED)
