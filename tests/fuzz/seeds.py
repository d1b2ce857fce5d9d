"""Write the inputs that fuzzing begins with: a folder for each target, from the samples and pages of this repository.

    python tests/fuzz/seeds.py FOLDER

What the tests make (Word files, PDFs) comes from their own makers, so that the packages of the ``dev`` extra are
wanted.
"""

from __future__ import annotations

import gzip
import random
import sys
from email.message import EmailMessage
from pathlib import Path
from xml.etree import ElementTree

import builders as build

TOP = Path(__file__).parents[2]
sys.path[:0] = [str(TOP / "tests" / "documents" / "formats"), str(TOP / "bench")]

import docx_files as word  # noqa: E402 - the tests' folder is known only now
from damage import damage, traditional  # noqa: E402

from pledgeminer.documents.decode import decode  # noqa: E402

#: Bytes of a piece of a text.
PIECE = 900
TABLES = (
    "指标\t单位\t2025年\t2026年目标\n公共停车位\t个\t3000\t5000以上\n近视率\t%\t41.2\t40左右\n",
    "| 任务 | 目标 | 责任单位 | 完成时限 |\n|---|---|---|---|\n| 新建学校 | 12所 | 市教育局 | 2026年10月底前 |\n"
    "| 就业 | 3万人 | | |\n",
)
FRONT = "---\ndate: 2026-03-24\nbody: 市人民政府\n---\n"
LISTINGS = (
    "\x80- path: 2024/*.txt\n  date: 2024-01-20\n  body: 市人民政府\n- path: a.txt\n  encoding: gbk\n",
    "\x01path,date,body\na.txt,2024-01-20,市人民政府\n2024/*.txt,,\n",
)
_W = f"{{{build.W}}}"


def main() -> None:
    """Write the folders."""
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    folder = Path(sys.argv[1])
    for target, inputs in seeds(random.Random(5)).items():
        (folder / target).mkdir(parents=True, exist_ok=True)
        for number, data in enumerate(inputs):
            (folder / target / f"seed-{number:03}").write_bytes(data)


def seeds(chance: random.Random) -> dict[str, list[bytes]]:
    """Return the inputs by target."""
    texts = pieces(chance)
    pages = [path.read_bytes() for path in sorted((TOP / "tests/documents/formats/pages").glob("*.html"))]
    files = word_files()
    drawings = pdfs()
    noise = [bytes(chance.randrange(128, 256) for _ in range(60)) for _ in range(20)]
    archives = [build.packed(chance.randbytes(40)) for _ in range(40)]
    encoded = [text.encode(name, "replace") for text in texts[::9] for name in ("utf-8", "gb18030", "big5", "utf-16")]
    any_file = [*pages[:6], *files[:2], *drawings[:2], *archives[:6], *encoded[:12]]
    return {
        "clean": [text.encode() for text in texts] + noise,
        "extract": [text.encode() for text in texts] + noise,
        "repeat": [text.encode()[:120] for text in texts[::4]] + noise,
        "decode": encoded,
        "mend": [text.encode()[:300] for text in texts[::9]],
        "any": [bytes((number % 256,)) + data for number, data in enumerate(any_file)],
        "text": [(FRONT + text).encode() for text in texts[::20]] + encoded[:8],
        "html": pages,
        "html-tags": [page.decode("utf-8", "ignore").encode()[:3000] for page in pages],
        "mhtml": [saved(page) for page in pages],
        "mhtml-parts": [saved(page)[:3000] for page in pages],
        "docx": files,
        "docx-xml": word_rows(),
        "pdf": drawings,
        "pdf-drawn": [drawing(chance) for _ in range(30)],
        "archive": [*archives, *map(gzip.compress, archives[:3])],
        "archive-members": [chance.randbytes(40) for _ in range(20)],
        "listing": [text[:1].encode("latin-1") + text[1:].encode() for text in LISTINGS],
    }


def pieces(chance: random.Random) -> list[str]:
    """Return pieces of the samples: as they are, in traditional characters, with readings put in, and tables."""
    found = list(TABLES)
    for path in sorted((TOP / "seeds").glob("*.*")):
        text = decode(path.read_bytes(), source=path.name).text
        for form in (text, traditional(text), damage(text[:4000], chance)):
            data = form.encode()
            every = PIECE if form is text else 6 * PIECE
            found += [data[at : at + PIECE].decode("utf-8", "ignore") for at in range(0, len(data), every)]
    return found


def saved(page: bytes) -> bytes:
    """Return ``page`` as browsers save it in one file."""
    message = EmailMessage()
    message["Subject"], message["Snapshot-Content-Location"] = "页面", "https://www.example.gov.cn/a.html"
    message.make_related()
    message.add_related(page, "text", "html", cid="<frame>")
    message.add_related(b"\x89PNG", "image", "png", cid="<picture>")
    return bytes(message)


def word_files() -> list[bytes]:
    """Return Word files with lists, tables, notes and fields."""
    numbering = word.definition(1, word.lvl(0, "chineseCounting", "%1、"), word.lvl(1, "decimal", "%1.%2"))
    numbering += word.num(1, 1)
    linked = word.definition(
        1, "<w:styleLink w:val='b'/>", word.lvl(0, "upperLetter", "%1)"), word.lvl(1, "decimal", "%2")
    )
    linked += word.definition(2, "<w:numStyleLink w:val='b'/>") + word.num(1, 1)
    linked += word.num(2, 2, f"<w:lvlOverride w:ilvl='0'>{word.lvl(0, 'decimalZero', '%1')}</w:lvlOverride>")
    styles = (
        "<w:style w:type='numbering' w:styleId='b'><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:style>"
    )
    styles += "<w:style w:type='paragraph' w:styleId='a'><w:basedOn w:val='c'/><w:pPr><w:numPr><w:ilvl w:val='1'/>"
    styles += "<w:numId w:val='2'/></w:numPr></w:pPr></w:style>"
    line = "今年新增公共停车位5000个以上"
    cells = (
        word.tr(word.tc("指标", span=2), word.tc("目标")),
        word.tr(word.tc("学校", merge="restart"), word.tc("12所")),
    )
    return [
        word.docx(word.p(line), title="二〇二六年工作要点"),
        word.docx(word.p(line, item=(1, 0)), word.p(line, item=(1, 1)), numbering=numbering),
        word.docx(word.p(line, item=(2, 0)), word.p(line, style="a"), numbering=linked, styles=styles),
        word.docx(word.tbl(*cells), word.p(line)),
        word.docx(word.p(line, word.cite("footnote", 2)), footnotes=word.note("footnote", 2, word.p("含续建项目"))),
        word.docx(word.p(word.field("TOC", "目录")), word.p(word.field("REF a", "附件1"), line)),
    ]


def word_rows() -> list[bytes]:
    """Return the rows of bytes that stand for the Word files, as far as these have the same elements."""
    import io
    import zipfile

    rows = []
    for file in word_files():
        with zipfile.ZipFile(io.BytesIO(file)) as archive:
            names = [f"word/{name}.xml" for name in ("document", "numbering", "styles", "footnotes")]
            parts = [archive.read(name) if name in archive.namelist() else b"" for name in names]
        rows.append(b"\xff".join(b"".join(map(_row, _children(part))) for part in parts))
    return rows


def _children(part: bytes) -> list[ElementTree.Element]:
    root = list(ElementTree.fromstring(part)) if part else []
    return list(root[0]) if len(root) == 1 and root[0].tag == f"{_W}body" else root


def _row(element: ElementTree.Element) -> bytes:
    name = "w:" + element.tag.removeprefix(_W)
    known = [(number, one) for number, one in enumerate(build.ELEMENTS) if one.split("|")[0].strip("/") == name]
    number, form = min(known, key=lambda one: abs(one[1].count("?") - len(element.attrib)), default=(0, "w:p"))
    said = list(element.attrib.values())[: form.count("?")] + ["0"] * (form.count("?") - len(element.attrib))
    row = bytes((number, *(build.VALUES.index(value) if value in build.VALUES else 1 for value in said)))
    if form.endswith("/"):
        return row
    text = b"\xe0" if element.text and element.text.strip() else b""
    return row + text + b"".join(map(_row, element)) + b"\xc0"


def pdfs() -> list[bytes]:
    """Return small PDFs: a report, two columns, a table with lines."""
    from pdf_samples import Pdf, lines_of

    text = "今年新增公共停车位5000个以上，近视率下降1%，由市教育局牵头，10月底前完成。" * 4
    report = Pdf(title="工作要点").centred(80, "工作要点", 18)
    report.column(70, 120, lines_of(text, 40))
    columns = Pdf()
    columns.column(50, 80, lines_of(text, 18))
    columns.column(310, 80, lines_of(text, 18))
    table = Pdf().grid([60, 200, 340], [100, 130, 160]).text(65, 120, "指标").text(205, 120, "目标")
    table.text(65, 150, "学校").text(205, 150, "12所")
    return [report.done(), columns.done(), table.done(), build.drawn(b""), build.drawn(bytes((0, 0, 1, 30, 30, 99)))]


def drawing(chance: random.Random) -> bytes:
    """Return a page of words that stand in lines, in one column or in two, with some lines and boxes."""
    row = bytearray((0, 0))
    columns = chance.choice(((20,), (20, 130), (20, 100, 170)))
    for x in columns:
        for line in range(20, 240, chance.choice((6, 8, 12))):
            row += bytes((0, x, line, chance.randrange(256)))
            if chance.random() < 0.1:
                row += bytes((chance.randrange(0x98, 256), x, line, chance.randrange(256)))
    return bytes(row)


if __name__ == "__main__":
    main()
