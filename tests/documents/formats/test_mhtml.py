"""Web pages saved in one file, as Chrome, Edge and Internet Explorer write them."""

from __future__ import annotations

import base64
import quopri
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pledgeminer.documents.content import Metadata
from pledgeminer.documents.formats import html, mhtml
from pledgeminer.errors import DocumentError

PAGES = Path(__file__).parent / "pages"
S = "全市新增就业5万人，培训2万人。"


def saved(*parts: str | bytes, head: str = "") -> bytes:
    """A saved page with ``parts``, each its headers, a blank line and its body."""
    lines = [b"From: <Saved by Blink>", b"MIME-Version: 1.0"]
    kind = f'Content-Type: multipart/related; type="text/html"; boundary="=b"{head}'
    for part in parts:
        lines += [b"--=b", part if isinstance(part, bytes) else part.encode()]
    return b"\r\n".join([*lines[:2], kind.encode(), b"", *lines[2:], b"--=b--", b""])


def part(page: bytes, kind: str = "text/html", *headers: str) -> bytes:
    head = "\r\n".join([f"Content-Type: {kind}", "Content-Transfer-Encoding: quoted-printable", *headers])
    return head.encode() + b"\r\n\r\n" + quopri.encodestring(page)


def test_page_that_chrome_saved_reads_as_the_page() -> None:
    content = mhtml.read((PAGES / "gov-trs.mhtml").read_bytes(), "a.mhtml", None)
    page = html.read((PAGES / "gov-trs.html").read_bytes(), "a.html", None)
    assert content.format == "mhtml"
    assert (content.text, content.encoding, content.metadata) == (page.text, page.encoding, page.metadata)


def test_frames_that_chrome_saved_the_one_with_the_text_is_read() -> None:
    content = mhtml.read((PAGES / "frames.mhtml").read_bytes(), "a.mhtml", None)
    assert content.text.split("\n\n")[1:] == [
        "石桥县2004年工作安排",
        "　　2004年，全县财政收入要达到1.8亿元，增长12%。",
        "　　一要抓好农业，粮食总产稳定在30万吨以上；二要抓好工业，新上项目25个。\n",
    ]
    assert (content.encoding, content.metadata) == ("gb18030", Metadata(title="工作安排"))


def test_page_that_internet_explorer_saved() -> None:
    body = base64.encodebytes(f"<html><body><p>{S}</p></body></html>".encode("gbk"))
    headers = 'Content-Type: text/html;\r\n\tcharset="gb2312"\r\nContent-Transfer-Encoding: base64\r\n\r\n'
    content = mhtml.read(saved(headers.encode() + body), "a.mht", None)
    assert (content.text, content.encoding) == (f"{S}\n", "gb18030")


def test_the_mail_tells_the_encoding_of_a_page_that_does_not() -> None:
    traditional = "全市新增就業5萬人，培訓2萬人。"
    data = saved(part(f"<p>{traditional}".encode("big5"), "text/html; charset=big5"))
    assert mhtml.read(data, "a.mht", None).text == f"{traditional}\n"


def test_forced_encoding_is_that_of_the_page() -> None:
    data = saved(part(f"<p>{S}".encode("gbk"), "text/html; charset=utf-8"))
    assert mhtml.read(data, "a.mht", "gbk").text == f"{S}\n"


@pytest.mark.parametrize(
    ("headers", "head"),
    [
        (["Content-ID: <x@y>"], '; start="<x@y>"'),
        (["Content-Location: http://a/x.html"], "\r\nSnapshot-Content-Location: http://a/x.html"),
    ],
)
def test_the_page_is_the_part_that_is_shown_first(headers: list[str], head: str) -> None:
    other = part(f"<p>{S.replace('5', '7')}</p>".encode())
    data = saved(other, part(f"<p>{S}</p>".encode(), "text/html", *headers), head=head)
    assert mhtml.read(data, "a.mht", None).text == f"{S}\n"


def test_a_single_part_is_a_page_too() -> None:
    data = b"MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n<p>" + S.encode()
    assert mhtml.read(data, "a.mht", None).text == f"{S}\n"


@pytest.mark.parametrize("share", [0.5, 0.7, 0.9])
def test_truncated_file_keeps_what_there_is(share: float) -> None:
    data = (PAGES / "gov-trs.mhtml").read_bytes()
    text = mhtml.read(data[: int(len(data) * share)], "a.mhtml", None).text
    assert text.startswith("2023年临江市政府工作报告\n")


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "no web page in this file"),
        (b"<html><p>" + S.encode(), "no web page in this file"),
        (saved("Content-Type: image/png\r\n\r\nx"), "no web page in this file"),
        (saved(part(b"<script>x</script>")), "filled by a script"),
        (b"Content-Type: text/html; " + b"a=b; " * 10_000 + b"\n\n<p>" + S.encode(), "header that no program writes"),
        (
            b"Content-Type: multipart/mixed; boundary=0\n\n"
            + b"".join(b"--%d\nContent-Type: multipart/mixed; boundary=%d\n\n" % (n, n + 1) for n in range(1_500)),
            "nested too deeply",
        ),
    ],
)
def test_file_without_a_page(data: bytes, problem: str) -> None:
    with pytest.raises(DocumentError, match=problem) as raised:
        mhtml.read(data, "a.mhtml", None)
    assert raised.value.where == "a.mhtml"
    assert raised.value.hint


@given(st.binary(max_size=200), st.sampled_from(["quoted-printable", "base64", "8bit", "x"]), st.text(max_size=10))
def test_any_part_makes_a_text_or_a_message(body: bytes, transfer: str, charset: str) -> None:
    head = f'Content-Type: text/html; charset="{charset}"\r\nContent-Transfer-Encoding: {transfer}\r\n\r\n'
    try:
        text = mhtml.read(saved(head.encode() + body), "a.mht", None).text
    except DocumentError:
        return
    assert text.strip()
