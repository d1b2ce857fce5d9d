"""A list of documents: what its entries say, and what is told of its faults."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pledgeminer.documents.sidecar.listing import KEYS, Listing
from pledgeminer.documents.sidecar.values import FIELDS

YAML = """\
- path: 2024/*.txt   # all of that year
  date: 2024-01-20
  body: 滨海市人民政府
- path: 2024/b.txt
  date: 2024年2月3日
  title: 工作要点
  Encoding: big5

- {path: "[2024]3号.md", place: 滨海市}
- path: 2025/
  date: 20250116
"""
CSV = """\
path,date,body,title,place,encoding,note
2024/*.txt,2024-01-20,滨海市人民政府,,,,all of that year
2024/b.txt,2024/2/3,,工作要点,,big5,

[2024]3号.md,,,,滨海市
2025/,2025.1.16
"""


def listing(folder: Path, name: str, content: str | bytes) -> Listing:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return Listing(path, name)


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("2024/a.txt", {"date": "2024-01-20", "body": "滨海市人民政府"}),
        ("2024/b.txt", {"date": "2024-02-03", "body": "滨海市人民政府", "title": "工作要点", "encoding": "big5"}),
        ("2024/c/a.txt", {}),
        ("[2024]3号.md", {"place": "滨海市"}),
        ("23号.md", {"place": "滨海市"}),
        ("2025/c/d.pdf", {"date": "2025-01-16"}),
        ("2025", {}),
        ("a.txt", {}),
    ],
)
@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("documents.yaml", YAML),
        ("documents.yml", YAML.replace("\n", "\r\n")),
        ("documents.yaml", b"\xef\xbb\xbf" + YAML.encode()),
        ("documents.csv", CSV),
        ("documents.csv", b"\xef\xbb\xbf" + CSV.replace("\n", "\r\n").encode()),
        ("documents.csv", CSV.encode("gbk")),
        ("documents.csv", CSV.replace(",", ";")),
        ("documents.csv", CSV.replace(",", "\t").encode("utf-16")),
        ("documents.csv", "\n\n" + CSV.replace("path,date", "Path , DATE")),
        ("documents.csv", CSV.replace("path,", "source,")),
    ],
)
def test_what_is_said_of_a_document(tmp_path: Path, name: str, content: str | bytes, path: str, said: object) -> None:
    made = listing(tmp_path, name, content)
    assert made.of(path) == said
    assert made.problems == []


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("a.zip!/b.txt", {"date": "2024-01-01", "body": "b"}),
        ("a.zip!/c/b.txt", {"date": "2024-01-01"}),
        ("a.zip!/x.zip!/c.txt", {"date": "2024-01-01", "title": "x"}),
        ("a.zip", {"date": "2024-01-01"}),
        ("b.zip!/b.txt", {}),
    ],
)
def test_an_archive_stands_for_all_in_it(tmp_path: Path, path: str, said: object) -> None:
    entries = [
        "- {path: a.zip, date: 2024-01-01}",
        "- {path: a.zip!/b.txt, body: b}",
        "- {path: 'a.zip!/*.zip', title: x}",
    ]
    assert listing(tmp_path, "documents.yaml", "\n".join(entries)).of(path) == said


def test_the_last_entry_that_says_a_thing_is_right(tmp_path: Path) -> None:
    made = listing(tmp_path, "documents.csv", "path,date,body\na.txt,2024-01-01,a\n*,2025-01-01,\na.*,,c\n")
    assert made.of("a.txt") == {"date": "2025-01-01", "body": "c"}


def test_entries_that_fitted_nothing_are_known(tmp_path: Path) -> None:
    made = listing(tmp_path, "documents.csv", "path\na.txt\n*.md\n./b.txt\n")
    made.of("a.txt")
    made.of("b.txt")
    assert [(entry.path, entry.place) for entry in made.unused] == [("*.md", "row 3")]


@pytest.mark.parametrize(
    ("name", "content", "problems"),
    [
        ("documents.yaml", "", []),
        ("documents.yaml", "# nothing yet\n", []),
        ("documents.yaml", "path: a.txt\n", ["documents.yaml:1:1: this is no list of documents (write `- path: "]),
        ("documents.yaml", "a.txt\n", ["documents.yaml:1:1: this is no list of documents"]),
        ("documents.yaml", "- a.txt\n- path: b\n", ["documents.yaml:1:3: this is no entry (write `- path: "]),
        ("documents.yaml", "- path: a\n body: b\n", ["documents.yaml:2:2: not YAML: "]),
        ("documents.yaml", "- path: a: b\n", ["documents.yaml:1:10: not YAML: mapping values are not allowed"]),
        ("documents.yaml", "- path: a\n--- \n- path: b\n", ["documents.yaml:3:1: a second document begins"]),
        ("documents.yaml", "[" * 30, ["documents.yaml:1:21: nested deeper than 20 levels"]),
        ("documents.yaml", "\x1b", ["documents.yaml:1:1: not YAML: it has characters that cannot be shown"]),
        (
            "documents.yaml",
            "- path: a\n  dat: 2024-01-01\n",
            ["documents.yaml:2:3: there is no key dat (known are: path, date, body, title, place, encoding)"],
        ),
        ("documents.yaml", "- path: a\n  ? [x]\n  : y\n", ["documents.yaml:2:5: there is no key ? (known are"]),
        ("documents.yaml", "- path: a\n  body: b\n  Body: c\n", ["documents.yaml:3:3: the key body stands twice"]),
        ("documents.yaml", "- path: a\n  body: [b, c]\n", ["documents.yaml:2:9: the body is a list (write one word"]),
        (
            "documents.yaml",
            "- path: [a, b]\n",
            ["documents.yaml:1:9: the path is a list", "documents.yaml:1:3: the path"],
        ),
        ("documents.yaml", "- date: 2024-01-01\n", ["documents.yaml:1:3: the path is missing (such as 2024/*.txt)"]),
        (
            "documents.yaml",
            "- path: ../a\n",
            ["documents.yaml:1:9: the path '../a' leads out of the folder (paths are"],
        ),
        ("documents.yaml", "- path: /a\n", ["documents.yaml:1:9: the path '/a' leads out of the folder"]),
        ("documents.yaml", "- path: ./\n", ["documents.yaml:1:9: the path is missing"]),
        ("documents.yaml", "- path: a\n  date: 今年\n", ["documents.yaml:2:9: '今年' is not a date (write YYYY-MM-DD"]),
        ("documents.yaml", "- path: a\n  encoding: hex\n", ["documents.yaml:2:13: 'hex' is not an encoding that is k"]),
        ("documents.yaml", f"- path: a\n  body: {'长' * 201}\n", ["documents.yaml:2:9: the body has 201 characters"]),
        ("documents.csv", "", []),
        ("documents.csv", "path,date\n", []),
        (
            "documents.csv",
            "url,title\nx,y\n",
            ["documents.csv: row 1: there is no column path (columns are: path, date, body, title, place, enc"],
        ),
        ("documents.csv", "path,body,Body\n", ["documents.csv: row 1: the column body stands twice (keep one"]),
        (
            "documents.csv",
            "path,date\na,2024-02-30\nb,2024-02-03\n,2024-01-01\n",
            [
                "documents.csv: row 2, column date: '2024-02-30' is not a date (write YYYY-MM-DD",
                "documents.csv: row 4, column path: the path is missing",
            ],
        ),
        ("documents.csv", "date,path\n2024-01-01\n", ["documents.csv: row 2: the path is missing"]),
        (
            "documents.csv",
            f"path,body\na,{'x' * 200_000}\n",
            ["documents.csv: row 2, column body: the body has 200,000"],
        ),
        ("documents.csv", f'"{"x" * 200_000}', ["documents.csv: row 1: there is no column path"]),
        (
            "documents.csv",
            "path,body\na,滨海市人民政府、滨海市教育局\n".encode() + b"\xff",
            ["documents.csv: not utf-8 text: byte 0xff"],
        ),
    ],
)
def test_faults_are_told_with_their_places(
    tmp_path: Path, name: str, content: str | bytes, problems: list[str]
) -> None:
    made = listing(tmp_path, name, content)
    found = [str(problem) for problem in made.problems]
    assert len(found) == len(problems)
    assert [one for one, expected in zip(found, problems, strict=True) if not one.startswith(expected)] == []


def test_what_is_right_in_a_faulty_list_is_used(tmp_path: Path) -> None:
    made = listing(
        tmp_path, "documents.yaml", "- path: a\n  date: x\n  body: b\n  more: c\n- d\n- {path: e, title: f}\n"
    )
    assert made.of("a") == {"body": "b"}
    assert made.of("e") == {"title": "f"}
    assert len(made.problems) == 3


def test_many_faults_are_counted(tmp_path: Path) -> None:
    made = listing(tmp_path, "documents.yaml", "- x\n" * 5000)
    assert [str(problem) for problem in made.problems[19:]] == [
        "documents.yaml:20:3: this is no entry (write `- path: 2024/*.txt` and below it date: 2024-01-20)",
        "documents.yaml: 4,980 more faults (repair these first)",
    ]


def test_a_list_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    (problem,) = Listing(tmp_path / "documents.yaml", "documents.yaml").problems
    assert str(problem).startswith("documents.yaml: there is no such file")


@pytest.mark.parametrize("name", ["documents.yaml", "documents.csv"])
def test_a_list_that_is_too_large_is_refused(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    with path.open("wb") as file:
        file.truncate(30_000_000)
    (problem,) = Listing(path, name).problems
    assert problem.problem.startswith("larger than ")


def test_too_many_patterns_are_refused_and_the_others_hold(tmp_path: Path) -> None:
    rows = "".join(f"{number}*,2024-01-01\n" for number in range(1200))
    made = listing(tmp_path, "documents.csv", f"path,date\n{rows}")
    assert [str(problem) for problem in made.problems] == [
        "documents.csv: more than 1,000 patterns (write fewer and wider patterns, or plain paths)"
    ]
    assert made.of("7.txt") == {"date": "2024-01-01"}


def test_many_plain_paths_take_no_time(tmp_path: Path) -> None:
    rows = "".join(f"2024/{number}.txt,2024-01-20\n" for number in range(10_000))
    made = listing(tmp_path, "documents.csv", f"path,date\n{rows}")
    assert all(made.of(f"2024/{number}.txt") for number in range(10_000))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text("-:, \n\r\t;\"'[]{}#&*!?path./date0123456789年bodyx\x00\ud7ff", max_size=120), st.booleans())
def test_any_content_gives_entries_or_faults(tmp_path: Path, content: str, table: bool) -> None:
    name = "documents.csv" if table else "documents.yaml"
    for whole in (content, f"path,date\n{content}" if table else f"- path: a\n  date: {content}"):
        made = listing(tmp_path, name, whole)
        assert set(made.of("a")) <= {*FIELDS, "encoding"}
        assert all(str(problem).startswith(name) for problem in made.problems)


def test_every_key_is_one_that_is_known_of_a_document() -> None:
    assert KEYS == ("path", "date", "body", "title", "place", "encoding")


@pytest.mark.parametrize("language", ["yaml", "csv"])
def test_the_examples_of_the_page_are_lists(tmp_path: Path, language: str) -> None:
    page = Path(__file__).parents[3].joinpath("docs", "documents.md").read_text("utf-8")
    section = page.split("### A list of documents")[1].split("\n#")[0]
    example = section.split(f"```{language}\n")[1].split("```")[0]
    made = listing(tmp_path, f"documents.{language}", example)
    assert made.problems == []
    assert made.of("2024/scan.pdf") == {"title": "滨海市2024年重点工作实施方案"}
    assert made.of("2024/a.txt") == {"date": "2024-01-20", "body": "滨海市人民政府"}
    assert made.of("hongkong/2024/a.txt") == {"encoding": "big5"}
