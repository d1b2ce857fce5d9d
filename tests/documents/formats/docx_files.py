"""Word files made for tests, from the XML that Word itself would write."""

from __future__ import annotations

import io
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACES = (
    f'xmlns:w="{W}" xmlns:r="{RELATIONS}"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
)
_PARTS = ("styles", "numbering", "footnotes", "endnotes")
_RELS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'


def zipped(parts: dict[str, str | bytes]) -> bytes:
    """Return a ZIP archive of ``parts`` by their paths."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in parts.items():
            archive.writestr(path, content)
    return file.getvalue()


def docx_parts(*blocks: str, title: str = "", **parts: str) -> dict[str, str | bytes]:
    """Return the parts of a Word file whose body has ``blocks``.

    ``parts`` are what is in ``styles``, ``numbering``, ``footnotes`` and ``endnotes``.
    """
    found: dict[str, str | bytes] = {
        "_rels/.rels": _RELS.format(
            f'<Relationship Id="rId1" Type="{RELATIONS}/officeDocument" Target="word/document.xml"/>'
            '<Relationship Id="rId2" Target="docProps/core.xml" Type="http://schemas.openxmlformats.org'
            '/package/2006/relationships/metadata/core-properties"/>'
        ),
        "word/document.xml": f"<w:document {SPACES}><w:body>{''.join(blocks)}</w:body></w:document>",
        "word/_rels/document.xml.rels": _RELS.format(
            "".join(f'<Relationship Id="{one}" Type="{RELATIONS}/{one}" Target="{one}.xml"/>' for one in _PARTS)
        ),
        "docProps/core.xml": (
            '<cp:coreProperties xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:cp="http://schemas.openxmlformats.org'
            f'/package/2006/metadata/core-properties"><dc:title>{title}</dc:title></cp:coreProperties>'
        ),
    }
    for one in _PARTS:
        if one in parts:
            found[f"word/{one}.xml"] = f"<w:{one} {SPACES}>{parts[one]}</w:{one}>"
    return found


def docx(*blocks: str, title: str = "", **parts: str) -> bytes:
    """Return a Word file; see ``docx_parts``."""
    return zipped(docx_parts(*blocks, title=title, **parts))


def r(text: str, properties: str = "") -> str:
    """Return a run."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(*content: str, style: str = "", item: tuple[int, int] | None = None, properties: str = "") -> str:
    """Return a paragraph of text or XML; ``item`` is its list's number and its level in it, the first 0."""
    said = f'<w:pStyle w:val="{style}"/>' if style else ""
    if item is not None:
        said += f'<w:numPr><w:ilvl w:val="{item[1]}"/><w:numId w:val="{item[0]}"/></w:numPr>'
    runs = "".join(one if one.startswith("<") else r(one) for one in content)
    return f"<w:p><w:pPr>{said}{properties}</w:pPr>{runs}</w:p>"


def tc(*content: str, span: int = 1, merge: str | None = None) -> str:
    """Return a cell of text or XML; ``merge`` is ``restart`` or ``continue``."""
    said = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    if merge is not None:
        said += f'<w:vMerge w:val="{merge}"/>'
    blocks = "".join(one if one.startswith(("<w:p>", "<w:tbl>")) else p(one) for one in content)
    return f"<w:tc><w:tcPr>{said}</w:tcPr>{blocks or p()}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    """Return a row of cells, which may be given as text."""
    inside = "".join(one if one.startswith("<") else tc(one) for one in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inside}</w:tr>"


def tbl(*rows: str) -> str:
    """Return a table."""
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def field(instruction: str, *result: str) -> str:
    """Return the runs of a field."""
    shown = "".join(one if one.startswith("<") else r(one) for one in result)
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText> {instruction} </w:instrText></w:r>"
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{shown}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def lvl(level: int, form: str, text: str, *, start: int = 1, more: str = "") -> str:
    """Return a level of a list's definition."""
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def definition(key: int, *levels: str) -> str:
    """Return a list's definition."""
    return f'<w:abstractNum w:abstractNumId="{key}">{"".join(levels)}</w:abstractNum>'


def num(key: int, of: int, more: str = "") -> str:
    """Return a list that counts with the definition ``of``."""
    return f'<w:num w:numId="{key}"><w:abstractNumId w:val="{of}"/>{more}</w:num>'


def note(kind: str, key: int, *paragraphs: str) -> str:
    """Return a ``footnote`` or an ``endnote``, with its mark."""
    inside = "".join(p(f"<w:r><w:{kind}Ref/></w:r>", r(f" {text}")) for text in paragraphs)
    return f'<w:{kind} w:id="{key}">{inside}</w:{kind}>'


def cite(kind: str, key: int) -> str:
    """Return the run with the number of a note."""
    raised = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
    return f'<w:r>{raised}<w:{kind}Reference w:id="{key}"/></w:r>'
