"""The signs by which the readers know where a part begins and what is the number of a page, in official documents.

They are those of GB/T 9704 (the form of official documents) and of GB/T 1.1 (numbered parts), and what office programs
print; what a part is about is left to the rules.
"""

from __future__ import annotations

import re

_NUMERALS = "一二三四五六七八九十百零〇"

MARKER = re.compile(
    rf"[（(][{_NUMERALS}\d]{{1,4}}[）)]|[{_NUMERALS}]{{1,4}}[、.．]|\d{{1,2}}(?:[、）)]|[.．](?!\d))"
    rf"|第[{_NUMERALS}\d]{{1,4}}[编章节条]|[①-⑳⑴-⒇⒈-⒛㈠-㈩❶-❿•·●○■□▪◆◇★☆▲△►※]|[-—]{{1,2}}[\u4e00-\u9fff]"
)
"""How a numbered part or an item of a list begins."""

ITEM = re.compile(rf"[（(]?[\d{_NUMERALS}]{{1,3}}[）).．、]?|[①-⑳•●■◆·-]")
"""The number or bullet of an item without its words."""

PAGE_NUMBER = re.compile(
    r"[-—–―－‒─·•~～\s]+\d{1,4}[-—–―－‒─·•~～\s]+|[-—–―－‒─·•]{1,2}\d{1,4}"
    r"|(?:第?\s*\d{1,4}\s*页)?[\s,，/／（(|]*共\s*\d{1,4}\s*页[)）]?|第\s*\d{1,4}\s*[页頁版]"
    r"|(?:Page|P\.?)\s*\d{1,4}(?:\s*of\s*\d{1,4})?",
    re.I,
)
"""A line that is the number of a page and nothing else."""
