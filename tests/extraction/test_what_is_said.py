"""What somebody has said of a document besides its text: its place for the names of owners, its title for its kind."""

from __future__ import annotations

import pytest

from pledgeminer.documents.model import Document
from pledgeminer.extraction.extractor import Extractor
from pledgeminer.record import Record

BODIES = "今年滨海市教育局新增公办幼儿园学位4500个。（责任单位：滨海市教育局、临江市教育局）\n"
TASKS = "改革有步骤。全市口袋公园建成20个，全市公共停车位新增5000个。\n"


def records(text: str, **said: str) -> list[Record]:
    return Extractor().extract(Document(text, "a.txt", date="2026-01-20", **said))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("place", "owners"),
    [
        ("", ("滨海市教育局", "临江市教育局")),
        ("滨海市", ("市教育局", "临江市教育局")),
        ("东山省滨海市", ("市教育局", "临江市教育局")),
        ("濱海市", ("市教育局", "临江市教育局")),
        ("临江市", ("滨海市教育局", "市教育局")),
        ("东山省", ("滨海市教育局", "临江市教育局")),
    ],
)
def test_bodies_of_the_document_s_place_are_named_without_it(place: str, owners: tuple[str, ...]) -> None:
    (record,) = records(BODIES, place=place)
    assert record.owners == owners


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("", "achievement"),
        ("滨海市2026年重点工作实施方案", "commitment"),
        ("濱海市2026年重點工作實施方案", "commitment"),
        ("滨海市工作概况", "achievement"),
        (f"{'关于' * 40}实施方案", "achievement"),
    ],
)
def test_a_title_tells_a_plan(title: str, kind: str) -> None:
    assert {record.kind for record in records(TASKS, title=title)} == {kind}


def test_both_are_described() -> None:
    description = Extractor().describe(
        Document(TASKS, "a.txt", title="工作要点", place="滨海市", repairs=("1 mended",))
    )
    assert (description.title, description.place, description.repairs) == ("工作要点", "滨海市", ("1 mended",))
    assert (description.characters, description.numbers, description.date) == (len(TASKS), 2, None)
