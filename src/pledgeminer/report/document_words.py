"""The words around the descriptions of documents in the table for people, in each language."""

from __future__ import annotations

from typing import NamedTuple

from .headings import Language


class DocumentWords(NamedTuple):
    """The table's words in one language."""

    source: str
    format: str
    date: str
    body: str
    place: str
    pages: str
    characters: str
    numbers: str
    documents: str


DOCUMENT_WORDS: dict[Language, DocumentWords] = {
    "en": DocumentWords(
        source="Document",
        format="Format",
        date="Date",
        body="Body",
        place="Place",
        pages="Pages",
        characters="Characters",
        numbers="Numbers",
        documents="documents",
    ),
    "zh": DocumentWords(
        source="文件",
        format="格式",
        date="日期",
        body="发文单位",
        place="地区",
        pages="页数",
        characters="字数",
        numbers="数字",
        documents="文件",
    ),
}
