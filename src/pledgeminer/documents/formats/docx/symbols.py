"""The signs of Microsoft's symbol fonts as Unicode characters; those that reports use, for there is no end of them."""

from __future__ import annotations

_SYMBOL = {
    0x2D: "−", 0xA2: "′", 0xA3: "≤", 0xA4: "⁄", 0xA5: "∞", 0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓",
    0xB0: "°", 0xB1: "±", 0xB2: "″", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xBC: "…",
    0xC5: "⊕", 0xD0: "∠", 0xD7: "⋅", 0xDB: "⇔", 0xDE: "⇒", 0xE5: "∑",
}  # fmt: skip
_WINGDINGS = {
    0x2A: "✉", 0x28: "☎", 0x46: "☞", 0x4A: "☺", 0x6C: "●", 0x6D: "❍", 0x6E: "■", 0x6F: "□", 0x70: "❐", 0x71: "❑",
    0x72: "❒", 0x73: "⬧", 0x74: "⧫", 0x75: "◆", 0x76: "❖", 0x77: "⬥", 0x9E: "·", 0x9F: "•", 0xA1: "○", 0xA2: "○",
    0xA4: "◉", 0xA5: "◎", 0xA7: "▪", 0xA8: "□", 0xAB: "★", 0xB2: "☆", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE1: "↑",
    0xE2: "↓", 0xE8: "➔", 0xEF: "⇦", 0xF0: "⇨", 0xF1: "⇧", 0xF2: "⇩", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
# The numbers in circles, white and black, from 0 to 10.
_WINGDINGS |= {0x80 + place: sign for place, sign in enumerate("⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿")}
_WINGDINGS_2 = {0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x97: "●", 0xA2: "■", 0xA3: "□", 0x2A: "□"}
_FONTS = {"symbol": _SYMBOL, "wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2}


def symbol(code: int, font: str | None) -> str:
    """Return what the character ``code`` of ``font`` shows, ``""`` where that is not known.

    The fonts' characters lie at 0x20 to 0xFF, and again in Unicode's private use area from 0xF020.
    """
    low = code - 0xF000 if 0xF020 <= code <= 0xF0FF else code
    signs = _FONTS.get((font or "").lower())
    if signs is not None and low < 0x100:
        # The Symbol font has the digits and signs of ASCII at their places.
        plain = signs is _SYMBOL and (0x20 <= low < 0x40)
        return signs.get(low, chr(low) if plain else "")
    if low != code or 0xE000 <= code < 0xF900 or not 0x20 <= code < 0x110000 or 0xD800 <= code < 0xE000:
        return ""
    return chr(code)
