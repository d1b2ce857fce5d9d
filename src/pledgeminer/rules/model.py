"""What may stand in the rule files: one structure a file. The JSON Schema for editors comes from here too."""

from __future__ import annotations

from typing import Any, Literal

import msgspec

from ..record import Aim, Comparator

UnitKind = Literal["count", "measure", "money", "ratio", "duration", "none"]
UnitFilter = Literal["count", "measure", "money", "ratio", "duration", "none", "any"]
Words = list[str]


class _Strict(msgspec.Struct, forbid_unknown_fields=True, omit_defaults=True):
    """Unknown keys are errors: a misspelt key must not be silently without effect."""


class NumberWord(_Strict):
    """A word that is a whole number with its unit."""

    word: str
    value: float
    unit: str
    aim: Aim | None = None


class Vague(_Strict):
    """A word that makes a number of the power behind it (数千, 上百)."""

    word: str
    powers: str
    comparator: Comparator


class Numerals(_Strict):
    """numerals.yaml: how a number is written."""

    digits: str
    digits_pair: str
    one: str
    powers: str
    variants: dict[str, str]
    point: str
    multipliers: dict[str, int]
    more: Words
    vague: list[Vague]
    part_of: str
    tenths: str
    tenths_not_before: str
    range: Words
    words: list[NumberWord]


class Units(_Strict):
    """units.yaml: measure words by kind."""

    count: Words
    measure: Words
    money: Words
    ratio: Words
    duration: Words
    per: Words
    per_words: Words
    named: dict[str, str]
    whole: Words


class Comparators(_Strict):
    """comparators.yaml: words around a number that compare."""

    before: dict[Comparator, Words]
    not_before: Words
    after: dict[Comparator, Words]


class TimeWords(_Strict):
    """Fixed time words and the last day that they mean."""

    words: Words
    role: Literal["deadline", "past", "present"]
    year: int | None = None
    floating: bool = False
    month: int | None = None
    day: int | None = None
    date: str | None = None
    century: bool = False


class TimePattern(_Strict):
    """A time expression around a numeral."""

    id: str
    pattern: str
    role: Literal["deadline", "duration", "none"]
    needs: str | None = None


class Times(_Strict):
    """times.yaml."""

    words: list[TimeWords]
    before: str
    followers: Words
    patterns: list[TimePattern]
    year: str
    small: str
    parts: dict[str, int]
    past_parts: Words
    plan_ends: dict[int, int]
    plan_base: int
    plan_length: int
    every: dict[Literal["year", "quarter", "month"], Words]
    document_dates: Words


class Label(_Strict):
    """A form of number that is no quantity."""

    id: str
    about: str
    pattern: str = ""
    chinese: bool = False
    unitless: bool = False
    max: float | None = None
    value: float | None = None
    units: Words = []
    not_units: Words = []
    unless: str | None = None
    length: int | None = None


class Labels(_Strict):
    """labels.yaml."""

    names: Words
    before: list[Label]
    after: list[Label]
    around: list[Label]


class Heading(_Strict):
    """A form of heading and its level, 1 the highest."""

    level: int
    pattern: str


class LayoutRules(_Strict):
    """layout.yaml."""

    finished: str
    joins_back: str
    joins_on: str
    headings: list[Heading]
    items: Words
    captions: Words
    introduces: str
    prose: str
    dateline: str
    dropped: str
    sentence: str
    clause: str
    closing: str
    quotes: str
    aside: int
    traditional: str


class Bodies(_Strict):
    """bodies.yaml."""

    place: str
    level: str
    endings: Words
    whole: Words
    never: Words
    plain_endings: Words
    party: str
    executive: Words
    other: Words
    governments: dict[str, str]
    says: Words
    person: str
    manner: str
    openings: str
    full: dict[str, str]
    tags: Words
    lead: list[str]
    roles_before: str
    roles_behind: str
    separators: str
    issuers: str
    resets: str
    own: Words


class Cue(_Strict):
    """Words that speak for a promise (above 0) or a report (below 0)."""

    words: Words
    clause: float
    sentence: float


class Sections(_Strict):
    """Patterns that open a review, and patterns that open a plan."""

    review: Words
    plan: Words


class KindRules(_Strict):
    """kind.yaml."""

    cues: list[Cue]
    before_verbs: Words
    remaining: Words
    forms: dict[str, float]
    comparators: dict[Comparator, float]
    times: dict[str, float]
    scopes: dict[str, float]
    sections: Sections
    leads: Sections
    plan_titles: str
    plan_openings: str
    reports: str
    aspire: Words
    firm: Words
    aspiring_leads: str
    speech: int


class Example(_Strict):
    """A text and what a rule makes of a number in it; ``quantity`` says which number where there are several."""

    text: str
    quantity: str | None = None
    indicator: str | None = None
    aim: Aim | None = None


class TargetRule(_Strict):
    """One way to say a target."""

    id: str
    about: str
    pattern: str
    aim: Aim | Literal["inherit", "level"] = "inherit"
    comparator: Comparator | None = None
    unit: list[UnitFilter] = []
    compared: bool = False
    skip: bool = False
    awaits: bool = False
    unless_level: bool = False
    examples: list[Example] = []
    counterexamples: Words = []


class Trim(_Strict):
    """What is cut off the ends of an indicator."""

    leading: str
    trailing: str


class Targets(_Strict):
    """targets.yaml."""

    macros: dict[str, str]
    trim: Trim
    level_nouns: str
    dependent: str
    modifier: str
    unowed: str
    joint: str
    shared: str
    rules: list[TargetRule]


#: Classes of words.yaml; each becomes one mark.
WordClass = Literal[
    "deliver", "work", "bare", "new", "grow", "up", "shrink", "down", "reach", "link", "cover", "keep", "attain",
    "arrange", "by", "from", "take", "around", "than", "ground", "give", "rung", "at", "of", "and", "each", "among", "versus", "loose", "will", "adverb", "stop",
]


class WordRules(_Strict):
    """words.yaml: the classes of words, the words that turn a change into a level, and those that hide marks."""

    deliver: Words
    work: Words
    bare: Words
    new: Words
    grow: Words
    up: Words
    shrink: Words
    down: Words
    reach: Words
    link: Words
    cover: Words
    keep: Words
    towards: Words
    attain: Words
    arrange: Words
    by: Words
    take: Words
    around: Words
    than: Words
    ground: Words
    give: Words
    rung: Words
    at: Words
    of: Words
    and_: Words = msgspec.field(name="and")
    from_: Words = msgspec.field(name="from")
    each: Words = msgspec.field()
    among: Words = msgspec.field()
    versus: Words = msgspec.field()
    loose: Words = msgspec.field()
    will: Words = msgspec.field()
    adverb: Words = msgspec.field()
    stop: Words = msgspec.field()
    plain: Words = msgspec.field()


class RuleFiles(_Strict):
    """All files of a rule folder together."""

    numerals: Numerals
    units: Units
    comparators: Comparators
    words: WordRules
    times: Times
    labels: Labels
    layout: LayoutRules
    bodies: Bodies
    kind: KindRules
    targets: Targets
    diff: dict[str, Any] = {}
