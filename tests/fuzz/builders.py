"""Bytes to documents: what a fuzzer makes of its bytes becomes a text, a page, a Word file, a PDF or an archive.

Most changes to the bytes of a packed or linked file only break its frame. Here every row of bytes stands for a file
with a sound frame, whose parts are in any order and nesting.
"""

from __future__ import annotations

import io
import re
import tarfile
import zipfile
from collections.abc import Iterator, Sequence
from html import escape

#: What is longer finds nothing that is shorter does not, only later.
LONGEST = 4_000


def _vocabulary(listed: str, *more: str) -> list[str]:
    """Return the words of ``listed``, in which ␣ stands for a blank, and ``more``."""
    return [*(word.replace("␣", " ") for word in listed.split()), *more]


#: What texts are made of, so that few steps lead from noise to sentences, tables and damage.
TEXT_WORDS = _vocabulary(
    """
    今年 到2028年 十五五 每年 新增 建设 下降 达到 力争 累计 公共停车位 近视率 市教育局 市财政局局长 (责任单位:
    牵头) 、 ， 。 ； ： “ ” 5000 1.5 三十 万 亿 个 % 个百分点 元 公顷 以上 左右 不少于 — - 至 一、 (一) 1. |
    |---| ? ！ 斑@ 發(fā) 展(zhǎn) 萬 億 與 個 (bào) 日?qǐng)?bào) ** <p> </p> <b> ä½ å¥½ 浣犲ソ 锟斤拷
    黎城县| 新闻| ㎡ ② Ⅳ ⼀ x 0 ≥ [ ] 责任单位 单位 目标 指标 --- date: body: 2026-03-24 各位代表： 政府工作报告
    表示
    """,
    *"\t\n\r \u3000\u200b\ufeff\ufffd\U00020000\ud800\0\v\u2028",
    "\n\n",
    *_vocabulary(
        """
        (guān) (xīn) (jiàn) (shè) (dì) (?) ?(shì) 建(jiàn) 設(shè) 地(dì) 关?xīn) ?! ?， ２０２６ 縣 台(套)
        """,
        "\x7f",
        "\ue5e5",
    ),
)
HTML_WORDS = _vocabulary(
    """
    <html> <head> <meta␣charset="gbk"> <meta␣charset="utf-7"> <meta␣charset="unicode_escape"> <meta␣charset="zlib">
    <meta␣charset="hz"> <meta␣charset="idna"> +2AA- \\ud800
    <meta␣name="PubDate"␣content="2026-03-24"> <title> </title> </head> <body>
    </body> </html> <div> </div> <p> </p> <br> <table> </table> <tr> </tr> <td> </td> <th> <td␣rowspan="2">
    <td␣colspan="3"> <td␣rowspan="0"> <td␣colspan="99999"> <td␣rowspan="65534"> <thead> <tbody> <caption> <ul> <li>
    </li> </ul> <ol␣start="-1"> <ol␣type="i"> <a␣href="x"> </a> <span> </span> <b> <script> </script> <style> </style>
    <!-- --> <![CDATA[ ]]> <iframe␣src="x"> <frameset> <noscript> <template> <svg> <math> <pre> </pre> <textarea>
    <select><option> <h1> </h1> <h2> <div␣class="content"> <div␣id="zoom"> <div␣style="display:none"> <p␣hidden>
    <ucapcontent> <form> <input␣type="hidden"> <img␣alt="图"> <blockquote> <sup> <sub> <ruby> <rt> &nbsp; &#12345;
    &#xD800; &#0; &lt; &amp &#x10FFFF; < > " = / <?xml␣?> <!DOCTYPE␣html> <center> <font> <article>
    今年新增公共停车位5000个以上。 全市要建成学校12所，近视率下降1%，由市教育局牵头，10月底前完成。 来源：青澜日报
    发布时间：2026-03-24 打印 关闭 上一篇 首页 | 5000 % 亿元 ，
    """,
    "\n",
    " ",
    "\t",
)
MAIL_WORDS = _vocabulary(
    """
    MIME-Version:␣1.0 Content-Type:␣multipart/related;boundary=b Content-Type:␣text/html;charset=gbk
    Content-Type:␣text/html Content-Type:␣message/rfc822 Content-Transfer-Encoding:␣quoted-printable
    Content-Transfer-Encoding:␣base64 Content-Transfer-Encoding:␣x-uuencode Content-ID:␣<a> Content-Location:␣x
    Snapshot-Content-Location:␣x --b --b-- =E4=BB =3D = PGh0bWw+ charset*=utf-8''x =?utf-8?b?x?= type="text/html"
    ;start="<a>" begin␣644␣x From:␣x boundary="" Content-Type: ;
    """,
    "\n",
    "\r\n",
    "\r\n\r\n",
    "\n\n",
    "\n--b\n",
    "\n--b--\n",
    *HTML_WORDS[:80],
)
LISTING_WORDS = _vocabulary(
    """
    -␣path: path date body title place encoding source , ; : " ' * ** ? [a-z] [ ] { } & | > # ! !!python/object:
    !!binary !!set &a *a << --- ... % @ ` 2026-03-24 2024/*.txt a.txt a.zip!/b.txt ../ / \\ gbk 市人民政府 0x1F
    1e400 .inf ~ null yes
    """,
    *"\n\r\t \0\ufeff\u2028\x85",
    "\n\n",
    "\r\n",
    "\n- ",
    "\n  ",
)

_ESCAPED = re.compile("[\udc80-\udcff]")


def words(data: bytes, vocabulary: Sequence[str] = TEXT_WORDS) -> str:
    """Return the UTF-8 of ``data``, in which each byte that is no part of a letter stands for one of ``vocabulary``."""
    text = data[:LONGEST].decode("utf-8", "surrogateescape")
    return _ESCAPED.sub(lambda found: vocabulary[(ord(found[0]) - 0xDC80) % len(vocabulary)], text)


def encoded_words(data: bytes, vocabulary: Sequence[str]) -> bytes:
    """Return ``words`` as bytes, for a reader."""
    return words(data, vocabulary).encode("utf-8", "replace")


class Row:
    """A row of bytes that is read from its beginning, and is followed by zeros."""

    def __init__(self, data: bytes) -> None:
        self._bytes = iter(data[:LONGEST])
        self.left = min(len(data), LONGEST)

    def byte(self) -> int:
        """Return the next byte."""
        self.left -= 1
        return next(self._bytes, 0)

    def one_of(self, choice: Sequence[str]) -> str:
        """Return the one of ``choice`` that the next byte stands for."""
        return choice[self.byte() % len(choice)]


# ---------------------------------------------------------------------------------------------------------------- Word

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SPACES = (
    f'xmlns:w="{W}" xmlns:r="{_RELATIONS}"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
#: A slash at the end closes the element at once; each ``?`` is one of the values.
ELEMENTS = _vocabulary(
    """
    w:p w:r w:t w:pPr w:rPr w:tbl w:tr w:tc w:tcPr w:trPr w:numPr w:ins w:del w:sdt w:sdtContent w:hyperlink
    w:drawing w:txbxContent w:pict w:ruby w:rubyBase w:rt w:sdtPr w:docPartObj w:footnote|w:id=? w:endnote|w:id=?
    mc:AlternateContent mc:Choice mc:Fallback m:oMath m:f m:num m:den m:t m:r m:sup w:instrText w:moveFrom w:moveTo
    w:customXml w:smartTag w:lvl|w:ilvl=? w:abstractNum|w:abstractNumId=? w:num|w:numId=? w:lvlOverride|w:ilvl=?
    w:style|w:styleId=?|w:type=? w:fldSimple|w:instr=? w:tab/ w:br/ w:cr/ w:noBreakHyphen/ w:vanish/
    w:gridSpan|w:val=?/ w:gridBefore|w:val=?/ w:vMerge|w:val=?/ w:vMerge/ w:ilvl|w:val=?/ w:numId|w:val=?/
    w:pStyle|w:val=?/ w:rStyle|w:val=?/ w:fldChar|w:fldCharType=?/ w:sym|w:font=?|w:char=?/
    w:footnoteReference|w:id=?/ w:endnoteReference|w:id=?/ w:start|w:val=?/ w:numFmt|w:val=?/
    w:numFmt|w:val=?|w:format=?/ w:lvlText|w:val=?/ w:suff|w:val=?/ w:isLgl/ w:lvlRestart|w:val=?/
    w:startOverride|w:val=?/ w:abstractNumId|w:val=?/ w:basedOn|w:val=?/ w:numStyleLink|w:val=?/
    w:styleLink|w:val=?/ w:docPartGallery|w:val=?/ w:vertAlign|w:val=?/ w:rFonts|w:ascii=?/ w:framePr|w:dropCap=?/
    w:cellDel/ w:hidden/ w:showingPlcHdr/ w:altChunk/ w:sectPr
    """
)
VALUES = _vocabulary(
    """
    0 1 2 3 8 9 -1 x 99999999999999999999 2147483648 1000 63 true false continue restart nothing space tab begin
    separate end TOC %1. %1.%2、 第%1条 %9% %0 bullet decimal chineseCounting chineseCountingThousand lowerRoman
    upperLetter none custom ideographTraditional decimalEnclosedCircle japaneseCounting taiwaneseCounting
    chineseLegalSimplified numberInDash a b c paragraph numbering character superscript subscript drop Wingdings
    Symbol F0A7 FFFF D800 110000 zz separator
    """,
    "Table of Contents",
    "PAGEREF x",
    "001, 002, ...",
    "%1%2%3%4%5%6%7%8%9",
    "",
    *("decimalZero", "upperRoman", "lowerLetter", "upperLetter", "ideographDigital", "ideographZodiac", "26", "702"),
    *("decimalFullWidth", "ideographEnclosedCircle", "ideographLegalTraditional", "decimalEnclosedParen", "999999"),
)
WORD_TEXTS = [
    "今年新增公共停车位5000个以上。",
    "指标",
    "目标值",
    "12所",
    "1.5%",
    "市教育局",
    " ",
    "\t",
    "\n",
    "1",
    "、",
    "<&>",
    "",
]
_PARTS = ("numbering", "styles", "footnotes", "endnotes")


def xml(row: bytes) -> str:
    """Return sound XML of Word's elements: a byte opens one, closes one, or stands for a text."""
    read, out, open_ = Row(row), [], []
    while read.left > 0:
        byte = read.byte()
        if byte < 0xC0:
            name, *attributes = ELEMENTS[byte % len(ELEMENTS)].removesuffix("/").split("|")
            said = "".join(f' {one[:-1]}"{escape(read.one_of(VALUES))}"' for one in attributes)
            closed = ELEMENTS[byte % len(ELEMENTS)].endswith("/")
            out.append(f"<{name}{said}{'/' * closed}>")
            if not closed:
                open_.append(name)
        elif byte >= 0xE0:
            out.append(escape(WORD_TEXTS[byte % len(WORD_TEXTS)]))
        elif open_:
            out.append(f"</{open_.pop()}>")
    return "".join(out + [f"</{name}>" for name in reversed(open_)])


def word_file(data: bytes) -> bytes:
    """Return a DOCX file; the bytes of its text, lists, styles and notes are parted by 0xFF."""
    body, *others = data[:LONGEST].split(b"\xff", len(_PARTS))
    parts = {"word/document.xml": f"<w:document {_SPACES}><w:body>{xml(body)}</w:body></w:document>"}
    related = ""
    for name, row in zip(_PARTS, others, strict=False):
        parts[f"word/{name}.xml"] = f"<w:{name} {_SPACES}>{xml(row)}</w:{name}>"
        related += f'<Relationship Id="{name}" Type="{_RELATIONS}/{name}" Target="{name}.xml"/>'
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    parts["word/_rels/document.xml.rels"] = f'<Relationships xmlns="{space}">{related}</Relationships>'
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for path, content in parts.items():
            archive.writestr(zipfile.ZipInfo(path), content)
    return file.getvalue()


# ----------------------------------------------------------------------------------------------------------------- PDF

PDF_WORDS = [word for word in TEXT_WORDS if word.isprintable() and word != "\ud800"]
PDF_WORDS += [
    "全市新增公共停车位5000个以上，近视率下降1%。",
    "由市教育局牵头，",
    "第1页",
    "- 2 -",
    "\u3000\u3000",
    " ",
    "-",
    "\u00ad",
    "\ue000",
    "\ufffe",
]


def drawn(data: bytes) -> bytes:
    """Return a PDF whose pages are drawn as the bytes say: words, lines, boxes and pictures anywhere."""
    row, pages, size, turn = Row(data), [b""], 10.0, b"1 0 0 1"
    box = (b"0 0 595 842", b"0 0 2400 1600", b"0 0 1 1", b"-300 -400 300 400", b"0 0 1e9 1e9")[row.byte() % 5]
    rotate = b"%d" % (90 * (row.byte() % 4))
    while row.left > 0:
        kind, a, b, c = (row.byte() for _ in range(4))
        x, y = b"%.1f" % (a * 2.4), b"%.1f" % (842 - b * 3.3)
        if kind < 0x98:
            said = PDF_WORDS[c % len(PDF_WORDS)].encode("utf-16-be").hex().encode()
            pages[-1] += b"BT /F %.2f Tf %s %s %s Tm <%s> Tj ET\n" % (size, turn, x, y, said)
        elif kind < 0xA8:
            size = (a or 80) / 8
        elif kind < 0xB8:
            pages[-1] += b"%s %s m %s %d l S\n" % (
                x,
                y,
                x if c % 2 else b"%d" % (c * 2),
                842 - (b if c % 2 == 0 else c) * 3,
            )
        elif kind < 0xC8:
            pages[-1] += b"%s %s %d %d re %s\n" % (x, y, c - 128, c, b"f" if c % 2 else b"S")
        elif kind < 0xD0:
            pages[-1] += b"q %d 0 0 %d %s %s cm /I Do Q\n" % (c * 2, c * 3, x, y)
        elif kind < 0xD8:
            turn = (b"1 0 0 1", b"0 1 -1 0", b"0 -1 1 0", b"-1 0 0 1", b"1 0.1 -0.1 1", b"0 0 0 0", b"2 0 0 1")[c % 7]
        elif kind < 0xE8:
            operator = (b"%d Tc", b"%d Tz", b"%d Tr", b"%d Ts", b"%d Tw")[a % 5]
            pages[-1] += operator % (b - 128) + b"\n"
        elif len(pages) < 6:
            pages.append(b"")
    return _pdf(pages, box, rotate)


def _pdf(pages: list[bytes], box: bytes, rotate: bytes) -> bytes:
    font = b"<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UTF16-H/DescendantFonts[4 0 R]>>"
    kin = b"<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/DW 1000/FontDescriptor 5 0 R/CIDSystemInfo"
    kin += b"<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>>>"
    description = b"<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0"
    description += b"/Ascent 752/Descent -271/CapHeight 737/StemV 58>>"
    picture = b"/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray"
    numbers = range(7, 7 + 2 * len(pages), 2)
    kids = b" ".join(b"%d 0 R" % number for number in numbers)
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[%s]/Count %d/MediaBox[%s]/Rotate %s>>" % (kids, len(pages), box, rotate),
        font,
        kin,
        description,
        _stream(b"\x80", picture),
    ]
    for number, content in zip(numbers, pages, strict=True):
        resources = b"<</Font<</F 3 0 R>>/XObject<</I 6 0 R>>>>"
        objects.append(b"<</Type/Page/Parent 2 0 R/Contents %d 0 R/Resources%s>>" % (number + 1, resources))
        objects.append(_stream(content))
    data, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    count = len(objects) + 1
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (count, len(data))
    return data + b"xref\n0 %d\n0000000000 65535 f \n%s%s" % (count, table, end)


def _stream(content: bytes, entries: bytes = b"") -> bytes:
    return b"<<%s/Length %d>>\nstream\n%s\nendstream" % (entries, len(content), content)


# ------------------------------------------------------------------------------------------------------------- archives

_TEXT = "今年新增公共停车位5000个以上。\n".encode()
NAMES = [
    "a.txt",
    "b/c.md",
    "中文.txt",
    "x.html",
    "../../etc/a.txt",
    "/a.txt",
    "C:\\a.txt",
    "a\nb.txt",
    "",
    ".",
    "..",
    ".a.txt",
]
NAMES += [
    "__MACOSX/a.txt",
    "a.zip",
    "b.tar",
    "c.tar.gz",
    "d/",
    "a.pdf",
    "a.docx",
    "mimetype",
    "[Content_Types].xml",
    "\x80.txt",
]
NAMES += ["a.txt" + "x" * 300 + ".txt", "a!/b.txt", "documents.csv", "a.exe"]
_CONTENTS = [
    _TEXT,
    b"",
    _TEXT.decode().encode("gbk"),
    b"\0" * 5000,
    b"<html><body><p>" + _TEXT,
    b"%PDF-1.4",
    b"PK\x03\x04",
    b"\xff",
]
_ARCHIVES = ["a.zip", "b.tar", "c.tar.gz", "d.tgz", "e/f.zip"]
# LZMA is slow to set up.
_METHODS = (*(zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) * 5, *(zipfile.ZIP_BZIP2,) * 5, zipfile.ZIP_LZMA)
_MODES = ("w:", "w:", "w:", "w:gz", "w:gz", "w:gz", "w:bz2", "w:xz")
_TAR_TYPES = (b"0", b"0", b"1", b"2", b"3", b"5", b"6", b"7", b"x", b"g", b"L", b"S", b"Z")


def packed(data: bytes) -> bytes:
    """Return an archive of archives and files; the last bytes say which of its own bytes are overwritten."""
    row = Row(data)
    damage = [(row.byte() * 256 + row.byte(), row.byte()) for _ in range(row.byte() % 4)]
    made = bytearray(_archive(row, 0))
    for place, byte in damage:
        # Both ends of an archive matter most.
        if made:
            made[place % len(made) if place % 2 else -1 - place % min(len(made), 256)] = byte
    return bytes(made)


def _archive(row: Row, depth: int) -> bytes:
    file, kind = io.BytesIO(), row.byte()
    if kind % 2:
        with tarfile.open(fileobj=file, mode=_MODES[kind // 2 % 8]) as tar:
            for name, content, flags in _members(row, depth):
                info = tarfile.TarInfo(name)
                info.type, info.size, info.linkname = _TAR_TYPES[flags % len(_TAR_TYPES)], len(content), "a.txt"
                tar.addfile(info, io.BytesIO(content))
    else:
        with zipfile.ZipFile(file, "w") as archive:
            for name, content, flags in _members(row, depth):
                entry = zipfile.ZipInfo(name)
                entry.external_attr = (0o100644, 0o120777, 0o010644, 0)[flags // 4 % 4] << 16
                archive.writestr(entry, content, _METHODS[flags % 16])
                # In the list of contents, which is written last: it is said to be encrypted.
                entry.flag_bits |= flags // 16 % 8 == 7
    return file.getvalue()


def _members(row: Row, depth: int) -> Iterator[tuple[str, bytes, int]]:
    seen = set()
    while row.left > 0:
        what = row.byte()
        if what == 0:
            return
        nested = what >= 0xC0 and depth < 4
        name, flags = row.one_of(_ARCHIVES if nested else NAMES), row.byte()
        # zipfile warns of names that come twice.
        if name in seen:
            name = f"{len(seen)}{name}"
        seen.add(name)
        yield name, _archive(row, depth + 1) if nested else _CONTENTS[what % len(_CONTENTS)], flags
