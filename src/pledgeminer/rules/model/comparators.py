"""What may stand in comparators.yaml."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from ...record import Comparator
from .common import RuleFileModel, Words


class Comparators(RuleFileModel, kw_only=True):
    """Words around a number that compare."""

    before: Annotated[dict[Comparator, Words], Meta(description="They stand before the number (不少于).")]
    not_before: Annotated[Words, Meta(description="Words that end like one of them and compare nothing (最近).")]
    reaching: Annotated[Words, Meta(description="Those before a number that name a level (突破).")]
    over: Annotated[Words, Meta(description="Verbs between such a word and its number (最高奖励50万元).")]
    after: Annotated[dict[Comparator, Words], Meta(description="They stand behind the unit (以上).")]
