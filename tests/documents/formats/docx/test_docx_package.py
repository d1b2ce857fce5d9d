from __future__ import annotations

import inspect
import io
import random
import sys
import zipfile

import pytest
from docx_files import SPACES, definition, docx, docx_parts, lvl, note, num, p, tbl, tc, tr, zipped
from hypothesis import given, settings
from hypothesis import strategies as st

from pledgeminer.documents.content import Content
from pledgeminer.documents.formats.docx import lines as docx_lines
from pledgeminer.documents.formats.docx import package as docx_package
from pledgeminer.documents.formats.docx import read
from pledgeminer.errors import DocumentError

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
SAMPLE = docx(
    p("一、目标", item=(1, 0)),
    p("新增学位500个。"),
    tbl(tr(tc("指标", span=2), "数"), tr("甲", "乙", "丙")),
    numbering=definition(1, lvl(0, "chineseCounting", "%1、")) + num(1, 1),
    footnotes=note("footnote", 1, "公办。"),
)


def changed(path: str, content: str | bytes, *blocks: str) -> bytes:
    """A Word file in which one part is replaced."""
    return zipped({**docx_parts(*(blocks or (p("新增学位500个。"),))), path: content})


def document(body: str, before: str = "") -> str:
    return f"{before}<w:document {SPACES}>{body}</w:document>"


def protected() -> bytes:
    """A Word file whose ZIP entries say that they are encrypted."""
    data = bytearray(docx(p("新增学位500个。")))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(mark)
        while at >= 0:
            data[at + place] |= 1
            at = data.find(mark, at + 1)
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        pytest.param(b"", r"the file is empty", id="empty"),
        pytest.param(b"<html></html>", r"this is not a DOCX file: it is no ZIP package \(open it in Word", id="no ZIP"),
        pytest.param(SAMPLE[:-200], r"cut off or damaged.*get a sound copy", id="cut off"),
        pytest.param(SAMPLE[:40], r"cut off or damaged", id="cut short"),
        pytest.param(
            OLE + "EncryptedPackage".encode("utf-16-le"),
            r"protected by a password \(open it in Word or LibreOffice, take the password off",
            id="encrypted",
        ),
        pytest.param(
            OLE + "WordDocument".encode("utf-16-le"),
            r"an old Word document \(DOC\), not a DOCX \(name it \.doc",
            id="DOC",
        ),
        pytest.param(OLE + "Workbook".encode("utf-16-le"), r"an Excel workbook \(XLS\)", id="XLS"),
        pytest.param(zipped({"a.txt": "甲"}), r"this is a ZIP archive, not a Word document", id="ZIP"),
        pytest.param(zipped({"xl/workbook.xml": "<a/>"}), r"this is an Excel workbook", id="XLSX"),
        pytest.param(zipped({"ppt/presentation.xml": "<a/>"}), r"this is a PowerPoint presentation", id="PPTX"),
        pytest.param(zipped({"mimetype": "x", "content.xml": "<a/>"}), r"this is an OpenDocument file", id="ODT"),
        pytest.param(protected(), r"protected by a password \(unpack it", id="encrypted entries"),
        pytest.param(
            changed("word/document.xml", "<w:document"), r"word/document\.xml is not well-formed XML", id="broken XML"
        ),
        pytest.param(changed("word/document.xml", b""), r"word/document\.xml is not well-formed XML", id="no XML"),
        pytest.param(changed("word/document.xml", document("")), r"it has no body", id="no body"),
        pytest.param(changed("_rels/.rels", "<a"), r"_rels/\.rels is not well-formed XML", id="broken relations"),
        pytest.param(
            changed("word/styles.xml", "<w:styles>"), r"word/styles\.xml is not well-formed XML", id="broken styles"
        ),
        pytest.param(
            changed(
                "word/document.xml",
                document(
                    f"<w:body>{p('&c;')}</w:body>",
                    '<!DOCTYPE a [<!ENTITY a "甲甲"><!ENTITY b "&a;&a;"><!ENTITY c "&b;&b;">]>',
                ),
            ),
            r"word/document\.xml declares entities",
            id="entities",
        ),
        pytest.param(
            changed(
                "word/styles.xml", '<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]><a>&a;</a>'
            ),
            r"word/styles\.xml declares entities",
            id="external entity",
        ),
        pytest.param(
            docx(p("<w:smartTag>" * 500 + "</w:smartTag>" * 500)), r"nested too deep, or has too long", id="nesting"
        ),
    ],
)  # fmt: skip
def test_what_is_no_sound_word_document_is_refused_with_the_reason(data: bytes, problem: str) -> None:
    with pytest.raises(DocumentError, match=rf"^a\.docx: .*{problem}"):
        read(data, "a.docx", None)


def test_a_wrong_check_sum_is_told() -> None:
    data = bytearray(SAMPLE)
    info = zipfile.ZipFile(io.BytesIO(SAMPLE)).getinfo("word/document.xml")
    at = data.find(info.CRC.to_bytes(4, "little"), data.find(b"PK\x01\x02"))
    data[at] ^= 1
    with pytest.raises(DocumentError, match=r"word/document\.xml cannot be unpacked: Bad CRC-32"):
        read(bytes(data), "a.docx", None)


def test_the_main_part_may_have_any_name() -> None:
    parts = docx_parts(p("新增学位500个。"))
    parts["word/document22.xml"] = parts.pop("word/document.xml")
    parts["_rels/.rels"] = str(parts["_rels/.rels"]).replace("word/document.xml", "/word/document22.xml")
    assert read(zipped(parts), "a.docx", None).text == "新增学位500个。"


@pytest.mark.parametrize("change", [str.upper, lambda path: path.replace("/", "\\")])
def test_parts_are_found_whatever_the_writer_made_of_their_names(change: object) -> None:
    assert callable(change)
    parts = docx_parts(p("文", item=(1, 0)), numbering=definition(1, lvl(0, "decimal", "%1、")) + num(1, 1))
    data = zipped({path if path.startswith("_rels") else change(path): one for path, one in parts.items()})
    assert read(data, "a.docx", None).text == "1、文"


def test_a_package_without_relations_is_read_as_far_as_it_goes() -> None:
    parts = {path: one for path, one in docx_parts(p("文", item=(1, 0))).items() if not path.endswith(".rels")}
    assert read(zipped(parts), "a.docx", None).text == "文"


def test_utf16_is_read() -> None:
    text = document(f"<w:body>{p('新增学位500个。')}</w:body>", '<?xml version="1.0" encoding="UTF-16"?>')
    assert read(changed("word/document.xml", text.encode("utf-16")), "a.docx", None).text == "新增学位500个。"


def test_a_part_that_unpacks_to_too_much_is_refused_before_it_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(docx_package, "LARGEST_PART", 2**20)
    data = changed("word/document.xml", document("<w:body>" + " " * 2**21 + "</w:body>"))
    assert len(data) < 10_000
    with pytest.raises(DocumentError, match=r"word/document\.xml would unpack to 2 MB; too large to read"):
        read(data, "a.docx", None)


def test_a_part_that_declares_too_small_a_size_is_refused() -> None:
    data = bytearray(docx(p("新增学位500个。" * 100)))
    size = zipfile.ZipFile(io.BytesIO(bytes(data))).getinfo("word/document.xml").file_size
    at = data.find(size.to_bytes(4, "little"), data.find(b"PK\x01\x02"))
    data[at : at + 4] = (100).to_bytes(4, "little")
    with pytest.raises(DocumentError, match=r"word/document\.xml"):
        read(bytes(data), "a.docx", None)


def test_only_what_is_held_at_a_time_is_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    # What is fed to the parser at a time counts too.
    monkeypatch.setattr(docx_package, "MOST_MARKS_HELD", 20_000)
    blocks = [p("新增学位500个。")] * 10_000
    assert read(docx(*blocks), "a.docx", None).text.count("500") == 10_000
    with pytest.raises(DocumentError, match=r"word/document\.xml has a table or passage too large to read"):
        read(docx(tbl(tr("乙", *[tc(*blocks)]))), "a.docx", None)


def test_the_number_of_marks_and_of_paragraphs_is_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    data = docx(*[p("甲")] * 101)
    monkeypatch.setattr(docx_lines, "MOST_LINES", 100)
    with pytest.raises(DocumentError, match=r"it has too many paragraphs to read"):
        read(data, "a.docx", None)
    monkeypatch.setattr(docx_package, "MOST_MARKS", 1000)
    with pytest.raises(DocumentError, match=r"word/document\.xml is too large to read"):
        read(data, "a.docx", None)


def test_a_row_of_too_many_cells_is_refused() -> None:
    assert read(docx(tbl(tr(*["甲"] * 1000))), "a.docx", None).text.count("甲") == 1000
    with pytest.raises(DocumentError, match=r"a row of a table has too many cells to read"):
        read(docx(tbl(tr(*["甲"] * 1001))), "a.docx", None)


def test_merged_cells_cannot_blow_the_text_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(docx_lines, "LONGEST_TEXT", 50_000)
    rows = [tr(tc("甲" * 1000, span=60, merge="restart"), "乙"), tr(tc(merge="continue", span=10**9), "乙")]
    with pytest.raises(DocumentError, match=r"its text is too long to read"):
        read(docx(tbl(*rows)), "a.docx", None)


def test_nesting_beyond_the_stack_is_refused() -> None:
    table = p("甲")
    for _ in range(60):
        table = tbl(tr(tc(table, p()), "乙"))
    assert read(docx(table), "a.docx", None).text == "甲" + " 乙" * 59 + "\t乙"
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(len(inspect.stack()) + 120)
    try:
        with pytest.raises(DocumentError, match=r"its text is nested too deep to read"):
            read(docx(table), "a.docx", None)
    finally:
        sys.setrecursionlimit(before)


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400), st.sampled_from([b"", b"PK\x03\x04", b"PK\x05\x06", OLE[:8]]))
def test_random_bytes_are_refused(data: bytes, beginning: bytes) -> None:
    with pytest.raises(DocumentError):
        read(beginning + data, "a.docx", None)


@settings(max_examples=100, deadline=None)
@given(st.integers(0, len(SAMPLE) - 1))
def test_a_cut_file_is_refused(end: int) -> None:
    with pytest.raises(DocumentError):
        read(SAMPLE[:end], "a.docx", None)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(SAMPLE) - 1), st.integers(0, 7)), min_size=1, max_size=8))
def test_flipped_bits_are_refused_or_harmless(flips: list[tuple[int, int]]) -> None:
    data = bytearray(SAMPLE)
    for place, bit in flips:
        data[place] ^= 1 << bit
    assert_refused_or_read(bytes(data))


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(["word/document.xml", "word/numbering.xml", "_rels/.rels"]), st.randoms(use_true_random=False))
def test_damage_inside_the_parts_is_refused_or_harmless(path: str, chance: random.Random) -> None:
    with zipfile.ZipFile(io.BytesIO(SAMPLE)) as archive:
        parts: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    pieces = bytes(parts[path]).decode().split("<")
    for _ in range(chance.randint(1, 4)):
        # Elements are moved, doubled and lost.
        at, to = chance.randrange(len(pieces)), chance.randrange(len(pieces))
        pieces[at : at + 1] = chance.choice(([], [pieces[to]], [pieces[at], pieces[to]]))
    assert_refused_or_read(zipped({**parts, path: "<".join(pieces)}))


@settings(max_examples=300, deadline=None)
@given(st.randoms(use_true_random=False))
def test_any_order_of_elements_is_read(chance: random.Random) -> None:
    numbering = definition(1, lvl(0, "chineseCounting", "%1、")) + num(1, 1)
    blocks = [any_element(chance, 5) for _ in range(chance.randint(1, 4))]
    content = read(docx(*blocks, numbering=numbering), "a.docx", None)
    assert not content.text.startswith("\n")


_NAMES = (
    "p", "r", "t", "tbl", "tr", "tc", "tcPr", "gridSpan", "vMerge", "sdt", "sdtContent", "ins", "del", "pPr", "rPr",
    "numPr", "ilvl", "numId", "vanish", "fldChar", "instrText", "br", "drawing", "txbxContent", "sym", "ruby",
)  # fmt: skip


def any_element(chance: random.Random, depth: int) -> str:
    """XML of Word's elements in any order and nesting."""
    name = chance.choice(_NAMES)
    value = chance.choice(["1", "0", "-1", "x", "99999999999", "continue", "TOC"])
    kind = chance.choice(["begin", "separate", "end"])
    inside = [any_element(chance, depth - 1) for _ in range(chance.randint(0, min(depth, 3)))]
    return f'<w:{name} w:val="{value}" w:fldCharType="{kind}" w:id="{value}">{value}{"".join(inside)}</w:{name}>'


def assert_refused_or_read(data: bytes) -> None:
    try:
        content: Content | None = read(data, "a.docx", None)
    except DocumentError:
        content = None
    assert content is None or content.format == "docx"
