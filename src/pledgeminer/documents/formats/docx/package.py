"""The ZIP package that a DOCX file is: its parts, their relations, and XML read in bounded memory.

Written on lxml and zipfile, because python-docx (1.2) loads every part whole and without a limit, refuses strict files,
``.docm`` and templates, and knows no list numbers, notes, text boxes or tracked changes, which would be read by hand
anyway.
"""

from __future__ import annotations

import io
import posixpath
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from ....errors import DocumentError
from ..extras import need
from .names import WORD, Element, related

LARGEST_PART = 256 * 2**20
"""How many bytes a part may have when it is unpacked."""

MOST_MARKS = 16_000_000
"""How many marks (``<`` and ``=``) the XML of a part may have; each takes up to two microseconds."""

MOST_MARKS_HELD = 4_000_000
"""How many of them may be held at a time, as a table's are; each takes up to 220 bytes of memory."""

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How the container begins in which Office kept its documents before DOCX, and keeps protected ones."""

# Entities are not replaced, and what is nested deeper or longer than libxml2 thinks sound is refused.
_SAFE = {
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "huge_tree": False,
    "remove_comments": True,
    "remove_pis": True,
    "collect_ids": False,
}
_CHUNK = 2**16
MOST_ATTRIBUTES = 1000
"""So many may one element have; Word's own have some thirty."""
_SAVE = "open it in Word or LibreOffice and save it as DOCX"
_BROKEN = "the file is damaged; get a sound copy, or open it in Word, which may repair it, and save it again"
_LIMIT = "no Word document needs that; if it is sound, save it in smaller files"
_FAULTS = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, RuntimeError)


class Package:
    """An opened DOCX file; ``name`` is how it is shown in messages.

    Raises ``DocumentError``, here and in its methods, for what is no DOCX file or not a sound one.
    """

    def __init__(self, data: bytes, name: str) -> None:
        self.name = name
        self._etree = need("lxml.etree", form="docx", name=name)
        self._zip = _opened(data, name)
        self._infos = {_normal(info.filename): info for info in self._zip.infolist()}
        own = self._read_relations("")
        self.main = self._main(own.get("officeDocument"))
        self.core = own.get("core-properties")
        """The path of the part with the properties (title, author), or None."""
        self._relations = self._read_relations(self.main)

    def related(self, relation: str) -> str | None:
        """Return the path of the main part's ``styles``, ``numbering``, ``footnotes``…, or None."""
        path = self._relations.get(relation)
        return path if path is not None and _normal(path) in self._infos else None

    def tree(self, path: str | None) -> Element | None:
        """Return the root of the part at ``path``, or None if there is no such part."""
        if path is None or _normal(path) not in self._infos:
            return None
        with self._faults(path):
            parser = self._etree.XMLParser(**_SAFE)
            held = 0
            for chunk in self._chunks(path):
                held += _marks(chunk)
                self._check_size(held, held, path)
                parser.feed(chunk)
            root = parser.close()
            self._check_no_dtd(root, path)
            return root

    def blocks(self) -> Iterator[Element]:
        """Yield the children of the main part's body in order; each is gone when the next one is asked for."""
        with self._faults(self.main):
            parser = self._etree.XMLPullParser(("start",), tag=[f"{{{space}}}body" for space in WORD], **_SAFE)
            body: Element | None = None
            all_marks = held = 0
            for chunk in self._chunks(self.main):
                all_marks += _marks(chunk)
                held += _marks(chunk)
                self._check_size(all_marks, held, self.main)
                parser.feed(chunk)
                for _, element in parser.read_events():
                    if body is None:
                        body = element
                        self._check_no_dtd(body, self.main)
                # A child that has none behind it may still be open.
                while body is not None and len(body[:1]) and body[0].getnext() is not None:
                    self._check_attributes(body[0])
                    yield body[0]
                    del body[0]
                    held = 0
            self._check_no_dtd(parser.close(), self.main)
            if body is None:
                raise DocumentError("this is not a Word document: it has no body", where=self.name, hint=_SAVE)
            for element in body:
                self._check_attributes(element)
                yield element

    def _check_no_dtd(self, element: Element, path: str) -> None:
        # The standard forbids it (ISO/IEC 29500-2, 9.1.2), and it is what entities come in by.
        if element.getroottree().docinfo.internalDTD is not None:
            raise DocumentError(f"{path} declares entities, which no Word document does", where=self.name, hint=_SAVE)

    def _check_attributes(self, element: Element) -> None:
        # lxml looks through all that an element has for each one, when it is taken out of its tree.
        if element.xpath(f"boolean(descendant-or-self::*[count(@*) > {MOST_ATTRIBUTES}])"):
            problem = f"{self.main} has an element with more than {MOST_ATTRIBUTES:,} attributes"
            raise DocumentError(problem, where=self.name, hint=_LIMIT)

    def _check_size(self, marks: int, held: int, path: str) -> None:
        if held > MOST_MARKS_HELD:
            raise DocumentError(f"{path} has a table or passage too large to read", where=self.name, hint=_LIMIT)
        if marks > MOST_MARKS:
            raise DocumentError(f"{path} is too large to read", where=self.name, hint=_LIMIT)

    def _chunks(self, path: str) -> Iterator[bytes]:
        """Yield the part's bytes, unpacked; zipfile stops at the size that was declared and checks the sum."""
        info = self._infos[_normal(path)]
        if info.file_size > LARGEST_PART:
            size = f"{info.file_size // 2**20} MB"
            raise DocumentError(f"{path} would unpack to {size}; too large to read", where=self.name, hint=_LIMIT)
        if info.flag_bits & 1:
            hint = "unpack it with the password and save it as DOCX without one"
            raise DocumentError("protected by a password", where=self.name, hint=hint)
        with self._zip.open(info) as file:
            while chunk := file.read(_CHUNK):
                yield chunk

    @contextmanager
    def _faults(self, path: str) -> Iterator[None]:
        """Turn what zipfile and lxml raise into ``DocumentError``."""
        try:
            yield
        except self._etree.XMLSyntaxError as error:
            # So libxml2 names its limits, in all versions; their codes differ.
            if "XML_PARSE_HUGE" in str(error):
                problem, hint = f"{path} is nested too deep, or has too long a piece of text, to read", _LIMIT
            else:
                problem, hint = f"{path} is not well-formed XML: {error.msg}", _BROKEN
        except _FAULTS as error:
            problem, hint = f"{path} cannot be unpacked: {error}", _BROKEN
        else:
            return
        raise DocumentError(problem, where=self.name, hint=hint)

    def _main(self, named: str | None) -> str:
        """Return the path of the main part: the one that the package names, else the usual one."""
        if named is not None and self._is_word(named):
            return named
        if "word/document.xml" in self._infos:
            return "word/document.xml"
        raise DocumentError(f"this is {_other(self._infos)}, not a Word document", where=self.name, hint=_SAVE)

    def _is_word(self, path: str) -> bool:
        inside = _normal(path)
        return inside in self._infos and inside.endswith(".xml") and not inside.startswith(("xl/", "ppt/", "visio/"))

    def _read_relations(self, part: str) -> dict[str, str]:
        """Return the paths of the parts that ``part`` (``""`` is the package) relates to, by the relation's name."""
        folder, file = posixpath.split(part)
        root = self.tree(posixpath.join(folder, "_rels", f"{file}.rels"))
        found: dict[str, str] = {}
        for one in () if root is None else root:
            target, relation = related(one, "Target"), related(one, "Type")
            if target and relation and related(one, "TargetMode") != "External":
                path = target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"{folder}/{target}")
                found.setdefault(relation.rpartition("/")[2], path.lstrip("/"))
        return found


def office_problem(data: bytes) -> tuple[str, str] | None:
    """Return what is wrong, and a hint, with a file in the container of old Office documents; None if it is a DOC.

    The container keeps the names of what it holds in UTF-16.
    """
    if "EncryptedPackage".encode("utf-16-le") in data:
        return "protected by a password", "open it in Word or LibreOffice, take the password off and save it again"
    if "WordDocument".encode("utf-16-le") in data:
        return None
    others = {"Workbook": "an Excel workbook (XLS)", "PowerPoint Document": "a PowerPoint presentation (PPT)"}
    for stream, kind_of_file in others.items():
        if stream.encode("utf-16-le") in data:
            return f"this is {kind_of_file}, not a Word document", "save the text as DOCX or plain text"
    return "this is an old Office file in which there is no Word document", _SAVE


def _marks(chunk: bytes) -> int:
    return chunk.count(b"<") + chunk.count(b"=")


def _opened(data: bytes, name: str) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except _FAULTS:
        problem, hint = _no_zip(data)
        raise DocumentError(problem, where=name, hint=hint) from None


def _no_zip(data: bytes) -> tuple[str, str]:
    if not data:
        return "the file is empty", "get it again"
    if data.startswith(OLE):
        return office_problem(data) or (
            "this is an old Word document (DOC), not a DOCX",
            "name it .doc, or save as DOCX",
        )
    if data.startswith(b"PK"):
        return "this Word document is cut off or damaged: its table of contents cannot be read", _BROKEN
    return "this is not a DOCX file: it is no ZIP package", _SAVE


def _other(names: dict[str, zipfile.ZipInfo]) -> str:
    if any(name.startswith("xl/") for name in names):
        return "an Excel workbook"
    if any(name.startswith("ppt/") for name in names):
        return "a PowerPoint presentation"
    if "mimetype" in names and "content.xml" in names:
        return "an OpenDocument file"
    return "a ZIP archive"


def _normal(path: str) -> str:
    """Return ``path`` as parts are compared: names differ in case between writers, and a few use backslashes."""
    return path.replace("\\", "/").lstrip("/").lower()
