"""Front matter: what it says, where the text begins behind it, and what only looks like it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pledgeminer.documents.content import Metadata
from pledgeminer.documents.sidecar.front_matter import LARGEST, NONE, front_matter

TEXT = "今年新增公共停车位5000个以上。\n"


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("date: 2026-03-24", Metadata(date="2026-03-24")),
        ("date: '2026-03-24'", Metadata(date="2026-03-24")),
        ("date: 2026/3/24", Metadata(date="2026-03-24")),
        ("date: 2026年3月24日", Metadata(date="2026-03-24")),
        ("date: 20260324", Metadata(date="2026-03-24")),
        ("date: 2026-03-24T10:00:00+08:00", Metadata(date="2026-03-24")),
        ("date: 2026-03-24 10:00", Metadata(date="2026-03-24")),
        ("body: 滨海市人民政府", Metadata(body="滨海市人民政府")),
        ("Body:   滨海市人民政府  # who", Metadata(body="滨海市人民政府")),
        ("DATE: 2026-03-24\nTitle: '工作要点'\nplace: \"滨海市\"", Metadata("2026-03-24", None, "工作要点", "滨海市")),
        ("title: >\n  2026年\n  工作要点", Metadata(title="2026年 工作要点")),
        ("title: 2024", Metadata(title="2024")),
        ("title: 1.10", Metadata(title="1.10")),
        ("tags: [a, {b: c}]\nlayout: post\nplace: 滨海市", Metadata(place="滨海市")),
        ("作者: 王\nplace: 滨海市", Metadata(place="滨海市")),
        ("tags: &x [a]\nmore: *x\nplace: !!str 滨海市", Metadata(place="滨海市")),
        ("body:\ndate: ~\ntitle: ''\nplace: null", Metadata()),
        ("layout: post\ntags:\n  - a", Metadata()),
        ("{date: 2026-03-24}", Metadata(date="2026-03-24")),
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("closing", ["---", "...", "--- "])
def test_what_it_says(lines: str, said: Metadata, newline: str, closing: str) -> None:
    head = f"---\n{lines}\n{closing}\n".replace("\n", newline)
    assert front_matter(head + TEXT, "a.md") == (said, len(head), ())


@pytest.mark.parametrize(
    "text",
    [
        "",
        "---",
        "---\n",
        "---\n---\n",
        "---\n今年新增5000个。\n---\n",
        "---\n今年：新增5000个\n---\n",
        "---\n目标: 新增公共停车位5000个\n---\n",
        "---\nA office: 1\n---\n",
        "---\n- date: 2026-03-24\n---\n",
        "---\n*a\n---\n",
        "---\n[[[[\n---\n",
        "----\ndate: 2026-03-24\n----\n",
        "--- #\ndate: 2026-03-24\n---\n",
        "\n---\ndate: 2026-03-24\n---\n",
        "date: 2026-03-24\n---\n",
        "---\n新增5000个。\n\ndate: 2026-03-24\n",
        "---\nx: 1\x00\n---\n",
    ],
)
def test_other_lines_between_rules_are_text(text: str) -> None:
    assert front_matter(text, "a.md") is NONE


@pytest.mark.parametrize(
    ("lines", "warning"),
    [
        (
            "date: 2026-02-30",
            "a.md:2:7: '2026-02-30' is not a date, and is not used (write YYYY-MM-DD, for example 2026-03-24)",
        ),
        ("x: y\ndate: 今年", "a.md:3:7: '今年' is not a date, and is not used (write"),
        ("date: 2026-03", "a.md:2:7: '2026-03' is not a date"),
        ("date: [2026, 3]", "a.md:2:7: the date is a list, and is not used (write one word"),
        ("body: [滨海市发改委, 滨海市财政局]", "a.md:2:7: the body is a list, and is not used"),
        ("body: {name: x}", "a.md:2:7: the body is a mapping"),
        ("x: &x a\nbody: *x", "a.md:3:7: the body is an alias"),
        (f"body: {'长' * 201}", "a.md:2:7: the body has 201 characters, and is not used (no more than 200"),
        ('body: "\\u001b[2J"', "a.md:2:7: the body has characters that cannot be shown"),
    ],
)
def test_what_cannot_be_used_is_told_with_its_place(lines: str, warning: str) -> None:
    head = f"---\n{lines}\nplace: 滨海市\n---\n"
    found = front_matter(head + TEXT, "a.md")
    assert found[:2] == (Metadata(place="滨海市"), len(head))
    assert len(found.warnings) == 1
    assert found.warnings[0].startswith(warning)


@pytest.mark.parametrize(
    ("text", "warning"),
    [
        (
            "---\ndate: 2026-03-24\ntitle: a: b\n---\n",
            "a.md:3:9: this front matter is not used: not YAML: mapping values are not allowed",
        ),
        ("---\ndate: 2026-03-24\n\tbody: x\n---\n", "a.md:3:1: this front matter is not used: not YAML: "),
        ("---\nTitle: x\n\n新增5000个。\n", "a.md:1:1: this front matter is not used: it has no closing line ---"),
        ("---\ndate: \x1b\n---\n", "a.md:1:1: this front matter is not used: not YAML: it has characters"),
        (f"---\ndate: {'[' * 60}\n---\n", "a.md:2:26: this front matter is not used: nested deeper than 20"),
    ],
)
def test_front_matter_that_cannot_be_read_stays_text_and_is_told(text: str, warning: str) -> None:
    found = front_matter(text + TEXT, "a.md")
    assert found[:2] == (Metadata(), 0)
    assert len(found.warnings) == 1
    assert found.warnings[0].startswith(warning)
    assert found.warnings[0].endswith("(it is read as text; repair it, or remove the line ---)")


@pytest.mark.parametrize("size", [LARGEST - 4, LARGEST])
def test_its_size_is_bounded(size: int) -> None:
    head = "---\ndate: 2026-03-24\n#"
    found = front_matter(f"{head}{'x' * (size - len(head) - 4)}\n---\n{TEXT}", "a.md")
    assert found.metadata.date == ("2026-03-24" if size < LARGEST else None)
    assert [f"in {LARGEST:,} characters" in warning for warning in found.warnings] == [True] * (size == LARGEST)


@pytest.mark.parametrize(
    "filling",
    [
        "[" * 65_000,
        "{a: " * 16_000,
        "- " * 32_000,
        "? " * 32_000,
        "a: &a b\n" * 8_000,
        "\n" * 65_000,
        "%TAG ! !\n" * 7_000,
    ],
    ids=["lists", "mappings", "items", "keys", "anchors", "lines", "tags"],
)
def test_no_filling_takes_long(filling: str) -> None:
    front_matter(f"---\n{filling}\n---\n{TEXT}", "a.md")
    front_matter(f"---\ndate: x\ny: {filling}\n---\n{TEXT}", "a.md")


@given(st.text("-.:\n\r \t#[]{}&*!|>'\"%@`,?0dateDATEbodytilplc年\x00\x85\u2028\ud800新5", max_size=80))
def test_any_text_has_its_beginning_inside(text: str) -> None:
    for whole in (text, f"---\n{text}\n---\n{TEXT}", f"---\ndate: 2026-03-24\n{text}\n---\n"):
        metadata, start, warnings = front_matter(whole, "a.md")
        assert 0 <= start <= len(whole)
        assert (start > 0) or metadata == Metadata()
        # Nothing but whole lines is taken off, and the last one closes.
        lines = whole[:start].replace("\r\n", "\n").replace("\r", "\n").split("\n")
        assert (
            start == 0
            or (lines[0].rstrip(), lines[-2].rstrip()) in {("---", "---"), ("---", "...")}
            or (start == len(whole))
        )
        assert all(warning.startswith("a.md:") for warning in warnings)


words = st.text(st.characters(categories=["Lo", "Lu", "Ll", "Nd"]), min_size=1, max_size=30)


@given(st.dates(), words, words, st.lists(st.sampled_from(["tags: [a]", "layout: post", "x:\n  y: z"]), unique=True))
def test_what_is_written_is_read(date: object, body: str, title: str, others: list[str]) -> None:
    lines = [f"date: {date}", f"body: '{body}'", *others, f'TITLE: "{title}"']
    head = "\n".join(["---", *lines, "---", ""])
    assert front_matter(head + TEXT, "a.md") == (Metadata(str(date), body, title), len(head), ())


def test_the_example_of_the_page_is_front_matter() -> None:
    page = Path(__file__).parents[3].joinpath("docs", "documents.md").read_text("utf-8")
    example = page.split("### Front matter")[1].split("```yaml\n")[1].split("```")[0]
    said = Metadata("2026-01-20", "滨海市人民政府", "滨海市2026年重点工作实施方案", "滨海市")
    assert front_matter(example + TEXT, "a.md") == (said, len(example), ())
