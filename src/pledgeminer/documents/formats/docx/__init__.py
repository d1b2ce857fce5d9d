"""Word documents (DOCX, also with macros or as a template; ISO/IEC 29500, transitional and strict)."""

from __future__ import annotations

from collections import Counter

from ....errors import DocumentError
from ...content import Content, Metadata
from .body import Body
from .lines import TooMuchError
from .lists import Lists
from .names import Element, attribute, children
from .package import Package
from .styles import Styles

_SPLIT = "no Word document needs that; if it is sound, save it in smaller files"
_LONGEST_TITLE = 100
_SEPARATORS = frozenset({"separator", "continuationSeparator", "continuationNotice"})
_REPORTED = {
    "tracked change": "taken as accepted",
    "hidden passage": "left out",
    "embedded document": "left out",
    "chart": "left out",
    "diagram": "left out",
    "sign of an unknown font": "left out",
}
_PLURALS = {"sign of an unknown font": "signs of unknown fonts"}


def read(data: bytes, name: str, encoding: str | None) -> Content:  # noqa: ARG001 - XML says its encoding itself
    """Return the text of a Word document: headings, paragraphs and list items a line each, tables row by row.

    List numbers stand where Word shows them; text boxes follow the paragraph that they hang on, footnotes and endnotes
    the whole text. Tracked changes count as accepted; hidden text, comments, page headers and footers, and tables of
    contents are left out.

    Raises ``DocumentError`` for a file that is no Word document, is protected by a password or damaged, or would
    need more memory or a deeper stack than any document does.
    """
    package = Package(data, name)
    styles = Styles(package.tree(package.related("styles")))
    lists = Lists(package.tree(package.related("numbering")), styles)
    body = Body(styles, lists, _notes(package, "footnote"), _notes(package, "endnote"))
    try:
        text = body.read(package.blocks()).joined()
    except RecursionError:
        raise DocumentError("its text is nested too deep to read", where=name, hint=_SPLIT) from None
    except TooMuchError as error:
        raise DocumentError(str(error), where=name, hint=_SPLIT) from None
    if body.counts["picture"] and not text.strip():
        pictures = _counted(body.counts, "picture")
        hint = "run text recognition (OCR) over it first"
        raise DocumentError(f"no text, only {pictures}", where=name, hint=hint)
    repairs = tuple(f"{_counted(body.counts, what)} {done}" for what, done in _REPORTED.items() if body.counts[what])
    metadata = Metadata(title=_title(package, text))
    return Content(text, "docx", metadata=metadata, repairs=repairs, certain_paragraphs=True)


def _notes(package: Package, kind_of_note: str) -> dict[str, Element]:
    root = package.tree(package.related(f"{kind_of_note}s"))
    return {
        attribute(one, "id") or "": one
        for one in children(root, kind_of_note)
        if attribute(one, "type") not in _SEPARATORS
    }


def _title(package: Package, text: str) -> str | None:
    """Return the title among the properties if the text says it too: templates hand old titles on."""
    root = package.tree(package.core)
    said = next((one.text or "" for one in (() if root is None else root) if _is_title(one)), "")
    title = " ".join(said.split())
    if not 4 <= len(title) <= _LONGEST_TITLE:
        return None
    return title if "".join(title.split()) in "".join(text[: 20 * _LONGEST_TITLE].split()) else None


def _is_title(element: Element) -> bool:
    return str(element.tag) == "{http://purl.org/dc/elements/1.1/}title"


def _counted(counts: Counter[str], what: str) -> str:
    count = counts[what]
    return f"{count} {what}" if count == 1 else f"{count} {_PLURALS.get(what, what + 's')}"
