"""All that is language stands in the rules: no word of Chinese in the package, but in its comments and headings."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import regex

import pledgeminer

PACKAGE = Path(pledgeminer.__file__).parent
#: What people read of records, in two languages.
HEADINGS = {"report/headings.py", "report/change_words.py", "report/audit_words.py", "report/document_words.py"}
#: The signs with which Word and official documents number paragraphs and pages, Unicode's table of radicals, and a
#: digit that its table of numbers lacks: standards say which.
SIGNS = {
    "extraction/numerals.py",
    "documents/formats/docx/digits.py",
    "documents/formats/pdf/characters.py",
    "documents/formats/signs.py",
}
#: A range of letters is no word.
RANGE = regex.compile(r".-.", regex.DOTALL)


def words_in(file: Path) -> Iterator[str]:
    tree = ast.parse(file.read_text("utf-8"))
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, documented) and node.body and isinstance(node.body[0], ast.Expr)
    }
    # What editors show of a key of the rules is documentation too.
    described = {
        id(node.value) for node in ast.walk(tree) if isinstance(node, ast.keyword) and node.arg == "description"
    }
    for node in ast.walk(tree):
        text = node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""
        if id(node) not in docstrings | described and regex.search(r"\p{Han}", RANGE.sub("", text)):
            yield f"{file.relative_to(PACKAGE).as_posix()}:{node.lineno}: {text}"


def test_no_word_of_chinese_in_the_package() -> None:
    files = (file for file in PACKAGE.rglob("*.py") if file.relative_to(PACKAGE).as_posix() not in HEADINGS | SIGNS)
    assert [word for file in files for word in words_in(file)] == []
