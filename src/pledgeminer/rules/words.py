"""words.yaml: the classes of words that a clause is read by; its structure."""

from __future__ import annotations

from typing import Annotated

import msgspec
from msgspec import Meta

from .field_types import Letter, RuleFileModel, Words


class WordRules(RuleFileModel, kw_only=True):
    """The classes of words that a clause is read by."""

    deliver: Annotated[Words, Meta(description="Verbs that always open an undertaking (培育).")]
    work: Annotated[Words, Meta(description="Verbs that are as often the noun of the work itself (改造).")]
    bare: Annotated[Words, Meta(description="Verbs of one character, before a number only (建).")]
    new: Annotated[Words, Meta(description="New units: an increase (新增).")]
    grow: Annotated[Words, Meta(description="A change for more (增长).")]
    up: Annotated[Words, Meta(description="The same in one character (增).")]
    shrink: Annotated[Words, Meta(description="A change for less (下降).")]
    down: Annotated[Words, Meta(description="The same in one character (减).")]
    reach: Annotated[Words, Meta(description="The level to be at (达到).")]
    link: Annotated[Words, Meta(description="The same in one character (达).")]
    cover: Annotated[Words, Meta(description="What a service is to cover (覆盖).")]
    keep: Annotated[Words, Meta(description="Lines that are held (守住).")]
    towards: Annotated[Words, Meta(description="Behind a change they make it a level (提高到).")]
    not_towards: Annotated[Words, Meta(description="Nouns that begin like one of these (成本 behind 降低).")]
    noun_endings: Annotated[Words, Meta(description="Behind a verb they make a noun of it (通达率).")]
    not_noun_endings: Annotated[Words, Meta(description="Words that begin like a noun ending and are none (率先).")]
    compounds: Annotated[Words, Meta(description="Verbs that form nouns with one of the heads (孵化 in 孵化器).")]
    heads: Annotated[Words, Meta(description="What makes a noun of such a verb, behind another noun (器).")]
    seconds: Annotated[Words, Meta(description="Verbs that share the object of a verb before them (培育发展).")]
    attain: Annotated[Words, Meta(description="A level with money, a thing delivered else (实现).")]
    arrange: Annotated[Words, Meta(description="Verbs of arranging money or rates (安排).")]
    by: Annotated[Words, Meta(description="Before a rate (按照).")]
    take: Annotated[Words, Meta(description="Before what is acted on, or what it serves (将).")]
    around: Annotated[Words, Meta(description="Before an existing set (围绕).")]
    than: Annotated[Words, Meta(description="Before what it is compared with (比).")]
    ground: Annotated[Words, Meta(description="Behind a level that something builds on (基础上).")]
    give: Annotated[Words, Meta(description="Verbs of giving a rate or a sum (给予).")]
    rung: Annotated[Words, Meta(description="A rung that a level climbs to (台阶).")]
    at: Annotated[Words, Meta(description="Coverbs that are part of a noun inside one (在).")]
    of: Annotated[Words, Meta(description="的.")]
    and_: Annotated[Words, Meta(description="Conjunctions (和).")] = msgspec.field(name="and")
    from_: Annotated[Words, Meta(description="Before a baseline (由).")] = msgspec.field(name="from")
    such: Annotated[Words, Meta(description="Ends a list of names before the number that counts them (等).")]
    each: Annotated[Words, Meta(description="Spreads a predicate over several numbers (分别).")]
    per: Annotated[Words, Meta(description="Before what a sum is counted by (每家企业).")]
    among: Annotated[Words, Meta(description="Opens a part of what was said before (其中).")]
    versus: Annotated[Words, Meta(description="Compares with another time (比上年).")]
    loose: Annotated[Words, Meta(description="Adverbs that are also part of nouns (重点).")]
    will: Annotated[Words, Meta(description="Words of intention (确保).")]
    adverb: Annotated[Words, Meta(description="May stand between anything (再).")]
    stop: Annotated[Words, Meta(description="Ends the noun behind a number (全覆盖).")]
    behind: Annotated[dict[Letter, str], Meta(description="Words that count only behind these letters (署会).")]
    plain: Annotated[Words, Meta(description="No marks at all: they hide the words inside them (目标任务).")]
