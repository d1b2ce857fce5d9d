"""How much of the article each reader of web pages finds, and how much else: python bench/html_extraction.py [READER …]

Reads the sample pages of tests/documents/formats/pages, each a page (.html) with the text that is to be read from it
(.txt; its lines that begin with ? are no part of the article), and prints for every reader that is installed, in
percent, the mean of all pages:

lines      of the article's lines, those that come out whole and in order (blanks are not compared)
found      of its characters, those that come out in order
clean      of the characters that come out, those that belong to the article

and the milliseconds that a page takes. Readers other than our own are installed by hand: pip install trafilatura
lxml_html_clean readability-lxml resiliparse newspaper4k gne boilerpy3 justext
"""

from __future__ import annotations

import re
import sys
import time
import warnings
from collections.abc import Callable
from difflib import SequenceMatcher
from pathlib import Path

PAGES = Path(__file__).parent.parent / "tests" / "documents" / "formats" / "pages"
BLANKS = re.compile(r"\s+")

Reader = Callable[[bytes, str], str]
"""From a page's bytes, and the same decoded, to its article."""


def pledgeminer_html(data: bytes, _: str) -> str:
    from pledgeminer.documents.formats.html import read

    return read(data, "page", None).text


def trafilatura_default(_: bytes, page: str) -> str:
    import trafilatura

    return trafilatura.extract(page, include_comments=False, include_tables=True) or ""


def trafilatura_recall(_: bytes, page: str) -> str:
    import trafilatura

    return trafilatura.extract(page, include_comments=False, include_tables=True, favor_recall=True) or ""


def trafilatura_precision(_: bytes, page: str) -> str:
    import trafilatura

    return trafilatura.extract(page, include_comments=False, include_tables=True, favor_precision=True) or ""


def readability(_: bytes, page: str) -> str:
    from lxml.html import fromstring
    from readability import Document

    return str(fromstring(Document(page).summary()).text_content())


def resiliparse(_: bytes, page: str) -> str:
    from resiliparse.extract.html2text import extract_plain_text

    return str(extract_plain_text(page, main_content=True, alt_texts=False, links=False))


def newspaper(_: bytes, page: str) -> str:
    from newspaper import Article

    article = Article("http://localhost/", language="zh")
    article.download(input_html=page)
    article.parse()
    return str(article.text)


def gne(_: bytes, page: str) -> str:
    from gne import GeneralNewsExtractor

    return str(GeneralNewsExtractor().extract(page)["content"])


def boilerpy(_: bytes, page: str) -> str:
    from boilerpy3 import extractors

    return str(extractors.ArticleExtractor().get_content(page))


def justext(_: bytes, page: str) -> str:
    import justext as library

    # Its measures for languages without blanks between words: no stop words, and lengths in characters.
    found = library.justext(page, frozenset(), length_low=10, length_high=40, stopwords_low=0, stopwords_high=0)
    return "\n".join(part.text for part in found if not part.is_boilerplate)


def turbohtml(_: bytes, page: str) -> str:
    import turbohtml as library

    return library.parse(page).main_text()


READERS: tuple[Reader, ...] = (
    pledgeminer_html,
    trafilatura_default,
    trafilatura_recall,
    trafilatura_precision,
    readability,
    resiliparse,
    turbohtml,
    newspaper,
    gne,
    boilerpy,
    justext,
)


def main() -> None:
    """Print the table: a line for each reader, and under it the pages on which it is not perfect."""
    warnings.simplefilter("ignore")
    pages = [(path, _article(path)) for path in sorted(PAGES.glob("*.html")) if path.with_suffix(".txt").exists()]
    print(f"{len(pages)} pages\n{'reader':24}{'lines':>8}{'found':>8}{'clean':>8}{'ms':>8}")
    for reader in READERS:
        if len(sys.argv) < 2 or reader.__name__ in sys.argv[1:]:
            _measure(reader, pages)


def _article(path: Path) -> str:
    lines = path.with_suffix(".txt").read_text("utf-8").split("\n")
    return "\n".join(line for line in lines if not line.startswith("? "))


def _measure(reader: Reader, pages: list[tuple[Path, str]]) -> None:
    totals, weak, seconds = [0.0, 0.0, 0.0], [], 0.0
    for path, article in pages:
        data, page = _page(path)
        try:
            reader(data, page)  # once to warm up
            begin = time.perf_counter()
            text = reader(data, page)
            seconds += time.perf_counter() - begin
        except ImportError as error:
            print(f"{reader.__name__:24}  not installed ({error.name})")
            return
        except Exception as error:  # a reader that fails on a page has found nothing in it
            text = ""
            weak.append(f"{path.stem} ({type(error).__name__})")
        shares = _shares(article, text)
        totals = [total + share for total, share in zip(totals, shares, strict=True)]
        if min(shares) < 0.995:
            weak.append(f"{path.stem} {shares[0]:.0%}/{shares[1]:.0%}/{shares[2]:.0%}")
    numbers = "".join(f"{100 * total / len(pages):8.1f}" for total in totals)
    print(f"{reader.__name__:24}{numbers}{1000 * seconds / len(pages):8.2f}\n    {'; '.join(weak)}")


def _page(path: Path) -> tuple[bytes, str]:
    data = path.read_bytes()
    declared = re.search(rb"charset=[\"']?([\w-]+)", data)
    encoding = declared[1].decode().lower() if declared else "utf-8"
    return data, data.decode("gb18030" if encoding.startswith("gb") else encoding)


def _shares(expected: str, text: str) -> tuple[float, float, float]:
    """Return the shares of lines found, of characters found and of characters that belong there."""
    wanted, got = _lines(expected), _lines(text)
    lines = _in_order(wanted, got)
    characters = _in_order("".join(wanted), "".join(got))
    found = characters / len("".join(wanted))
    return lines / len(wanted), found, characters / len("".join(got)) if got else 0.0


def _lines(text: str) -> list[str]:
    return [line for line in (BLANKS.sub("", line) for line in text.split("\n")) if line]


def _in_order(wanted: list[str] | str, got: list[str] | str) -> int:
    matcher = SequenceMatcher(None, wanted, got, autojunk=False)
    return sum(block.size for block in matcher.get_matching_blocks())


if __name__ == "__main__":
    main()
