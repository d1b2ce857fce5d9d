"""Options that several commands have, each said once."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer


class Lang(StrEnum):
    """What ``--lang`` takes."""

    ZH = "zh"
    EN = "en"


Owners = Annotated[
    list[str] | None,
    typer.Option(
        "--owner",
        metavar="NAME",
        help="Only what bodies whose names contain NAME answer for; give it again for another body.",
    ),
]
Date = Annotated[
    str | None,
    typer.Option(
        metavar="YYYY-MM-DD",
        help="The date of the documents, from which 'this year' is counted. Without it the text or the file's name "
        "tells; if they do not, such deadlines stay words. Example: --date 2026-03-24",
    ),
]
Body = Annotated[
    str | None,
    typer.Option(
        metavar="NAME",
        help="The body that issues the documents; it answers for the targets for which the text names nobody.",
    ),
]
Encoding = Annotated[
    str | None,
    typer.Option(
        metavar="NAME",
        help="The encoding of the documents. Without it, it is detected: UTF-8, UTF-16 with a mark, GB18030 (GBK, "
        "GB2312), then others. Example: --encoding big5",
    ),
]
Folders = Annotated[
    list[str] | None,
    typer.Option(
        "--rules",
        metavar="PATH",
        help="A folder of rules on top of the built-in ones and of those that pledgeminer.toml names; give it again "
        "for another one. Example: --rules my-province/",
    ),
]
Jobs = Annotated[
    int | None,
    typer.Option(
        metavar="N",
        min=1,
        help="How many processes work side by side; the records and their order are the same with any number. "
        "Without it, as many as the size of the documents is worth. Example: --jobs 4",
    ),
]
Simplified = Annotated[
    bool,
    typer.Option(
        "--simplified",
        help="Give the words of the records in simplified characters, where the documents are in traditional ones. "
        "Without it they stay as they are printed; they are understood either way.",
    ),
]
InLanguage = Annotated[
    Lang | None,
    typer.Option(
        "--lang",
        metavar="LANG",
        help="The language of the table's headings, zh or en, from the locale by default; the names of fields in the "
        "other formats never change. Example: --lang zh",
    ),
]
