"""What may stand in units.yaml."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from .common import RuleFileModel, Words


class Units(RuleFileModel, kw_only=True):
    """Measure words by kind."""

    count: Annotated[Words, Meta(description="They count things and people (个 家 所).")]
    measure: Annotated[Words, Meta(description="Physical measures (公里 平方米 吨).")]
    money: Annotated[Words, Meta(description="Currencies (元 美元).")]
    ratio: Annotated[Words, Meta(description="Relations (% 倍 个百分点).")]
    duration: Annotated[
        Words, Meta(description="Lengths of time (天 个月); they count only where a rule asks for them.")
    ]
    per: Annotated[Words, Meta(description="Between a unit and what it is counted by (元/人).")]
    per_words: Annotated[Words, Meta(description="What a unit is counted by, besides the units.")]
    named: Annotated[dict[str, str], Meta(description="How a unit is named in a record (个百分点: 百分点).")]
    whole: Annotated[Words, Meta(description="Units that begin with a power and are not number and unit (千瓦).")]
