"""Word documents of a few kilobytes that ask for gigabytes or hours."""

from __future__ import annotations

import time

import pytest
from docx_files import docx as made
from docx_files import p

from pledgeminer.documents.formats import docx
from pledgeminer.documents.formats.docx.digits import written
from pledgeminer.errors import DocumentError


@pytest.mark.parametrize("pattern", ["0" * 9_500_000, "0" * 9_500_000 + ", 1", "01, 02"])
def test_a_number_is_padded_with_few_zeros(pattern: str) -> None:
    assert written(3, "custom", pattern) in ("0" * 19 + "3", "03")


@pytest.mark.parametrize("count", [300_000, 1_001])
@pytest.mark.parametrize("inner", [False, True], ids=["of a paragraph", "of what is in one"])
def test_an_element_with_attributes_without_end_is_refused_at_once(count: int, inner: bool) -> None:
    names = " ".join(f'w:a{number}="1"' for number in range(count))
    block = f"<w:p><w:r {names}/></w:p>" if inner else f"<w:p {names}/>"
    begun = time.process_time()
    with pytest.raises(DocumentError, match="an element with more than 1,000 attributes"):
        docx.read(made(p("今年新建学校12所。"), block, p("今年新建学校3所。")), "a.docx", None)
    assert time.process_time() - begun < 5


def test_what_word_writes_is_read() -> None:
    names = " ".join(f'w:a{number}="1"' for number in range(100))
    assert "12所" in docx.read(made(f"<w:p {names}/>", p("今年新建学校12所。")), "a.docx", None).text
