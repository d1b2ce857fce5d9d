"""The title of a document whose file states none."""

from __future__ import annotations

import pytest

from pledgeminer.documents.model import Document
from pledgeminer.extraction.extractor import Extractor

TEXT = "岚江市将新建学校3所，改造道路20公里，使全市居民都能就近上学、方便出行，过上更加幸福美好的新生活。"
TITLES = [
    ("岚江市2026年工作要点", "岚江市2026年工作要点"),
    ("附件1\n重点任务分工表", "重点任务分工表"),
    (
        "岚府办〔2026〕7号\n岚江市人民政府办公室\n关于印发《实施\n方案》的通知\n各区人民政府：",
        "岚江市人民政府办公室关于印发《实施方案》的通知",
    ),
    ("国务院办公厅\n国办发〔2026〕15号\n关于加快数字化的通知", "国务院办公厅关于加快数字化的通知"),
    ("岚江市\n2025年国民经济和社会发展统计公报\n岚江市统计局\n2026年3月16日", "岚江市2025年国民经济和社会发展统计公报"),
    ("岚江市科技成果管理办法（试行）", "岚江市科技成果管理办法（试行）"),
    ("标题：关于促进就业的意见\n索引号：008", "关于促进就业的意见"),
    ("# 拉高标杆争一流", "拉高标杆争一流"),
    ("——2026年1月20日在大会上\n李明", None),
    ("各位代表：\n《岚江市关于发展的建议》", None),
    ("现在，我代表市人民政府，向大会报告工作，请提出意见", None),
    ("", None),
    ("一、总体要求", None),
]


@pytest.mark.parametrize(("head", "title"), TITLES)
def test_the_title_in_the_first_lines(head: str, title: str | None) -> None:
    assert Extractor().describe(Document(text=f"{head}\n{TEXT}\n", source="a.txt")).title == title


@pytest.mark.parametrize(
    ("property_title", "head", "title"),
    [
        ("内部参考", "岚江市2026年工作要点", "岚江市2026年工作要点"),
        ("关于就业的意见 - 岚江市人民政府", "首页 政策\n关于就业的意见", "关于就业的意见"),
        ("岚江年鉴", "", "岚江年鉴"),
    ],
)
def test_a_title_among_the_properties_may_be_a_template_s(property_title: str, head: str, title: str) -> None:
    document = Document(text=f"{head}\n{TEXT}\n", source="a.docx", property_title=property_title)
    assert Extractor().describe(document).title == title
