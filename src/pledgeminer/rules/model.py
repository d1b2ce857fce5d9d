"""What may stand in the rule files: one structure a file, from which the JSON Schema for editors comes too.

The descriptions are shown by editors and by ``pledgeminer rules``.
"""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from ..record import Aim, Comparator, Every, Kind

UnitKind = Literal["count", "measure", "money", "ratio", "duration", "none"]
UnitFilter = Literal["count", "measure", "money", "ratio", "duration", "none", "any"]

#: Words parted by blanks or one by one.
Words = list[str]
#: The form of a name, a day and a fraction, and what to write for each.
FORMS = {
    r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$": "write small letters and digits, joined by hyphens",
    r"^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$": "write YYYY-MM-DD",
    r"^[1-9]\d{0,11}(/[1-9]\d{0,11})?$": "write a whole number or a fraction such as 2000/3",
}
_NAME, _DAY, _FRACTION = FORMS
Id = Annotated[
    str,
    Meta(
        pattern=_NAME,
        max_length=60,
        description="A name of small letters, digits and hyphens; records and `rules show` name the rule by it.",
    ),
]
Regex = Annotated[
    str,
    Meta(
        max_length=20_000,
        description="A regular expression, as Python's `regex` reads it, tried on folded text: "
        "widths are ASCII, traditional letters simplified.",
    ),
]
Letter = Annotated[str, Meta(min_length=1, max_length=1)]
Month = Annotated[int, Meta(ge=1, le=12)]
Day = Annotated[int, Meta(ge=1, le=31)]
Length = Annotated[int, Meta(ge=1, le=100)]
IsoDate = Annotated[str, Meta(pattern=_DAY, description="A day as YYYY-MM-DD.")]
Fraction = Annotated[int, Meta(ge=1)] | Annotated[str, Meta(pattern=_FRACTION)]
Weight = Annotated[float, Meta(ge=-100, le=100, description="Above 0 it speaks for a promise, below 0 for a report.")]
About = Annotated[str, Meta(description="What it is for, in a line, best with an example in brackets.")]


class _Strict(msgspec.Struct, forbid_unknown_fields=True, omit_defaults=True):
    """Unknown keys are errors: a misspelt key must not be silently without effect."""


class _File(_Strict):
    """What every rule file may have: words and ids of the folders below that shall not hold."""

    off: Annotated[Words, Meta(description="Ids and words of the folders below that shall not hold.")] = []


# numerals.yaml ------------------------------------------------------------------------------------------------------


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


class Numerals(_File, kw_only=True):
    """How a number is written."""

    digits: Annotated[str, Meta(min_length=1, description="The Chinese digits.")]
    digits_pair: Annotated[Regex, Meta(description="The first of two neighbouring digits (两、三倍).")]
    one: Annotated[str, Meta(min_length=1, description="The digit that is an article more often than a number.")]
    powers: Annotated[str, Meta(min_length=1, description="The powers that a Chinese numeral is built with.")]
    variants: Annotated[dict[Letter, str], Meta(description="Letters read as others (兩: 两).")]
    point: Annotated[str, Meta(min_length=1, description="The decimal point of Chinese numerals.")]
    multipliers: Annotated[
        dict[Letter, Annotated[int, Meta(ge=1)]], Meta(description="What a power behind a number multiplies it by.")
    ]
    more: Annotated[list[Letter], Meta(min_length=1, description="Behind a number: more than (90余万).")]
    some: Annotated[str, Meta(min_length=1, description="Digits left open between number and multiplier (十几万).")]
    more_not_before: Annotated[Words, Meta(description="Where one of these follows, 多 is part of a word (多样).")]
    vague: Annotated[list[Vague], Meta(description="Words that stand for a digit before a power.")]
    part_of: Annotated[str, Meta(min_length=1, description="Between denominator and numerator.")]
    tenths: Annotated[Letter, Meta(description="Tenths of a whole (三成).")]
    tenths_not_before: Annotated[str, Meta(description="Letters before which that word means something else.")]
    decimals_after: Annotated[str, Meta(description="Letters behind which a decimal needs no unit (降至1.25).")]
    range: Annotated[Words, Meta(description="Between the two ends of a range.")]
    words: Annotated[list[NumberWord], Meta(description="Words that are a number with its unit.")]


# units.yaml, comparators.yaml ---------------------------------------------------------------------------------------


class Units(_File, kw_only=True):
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


class Comparators(_File, kw_only=True):
    """Words around a number that compare."""

    before: Annotated[dict[Comparator, Words], Meta(description="They stand before the number (不少于).")]
    not_before: Annotated[Words, Meta(description="Words that end like one of them and compare nothing (最近).")]
    reaching: Annotated[Words, Meta(description="Those before a number that name a level (突破).")]
    after: Annotated[dict[Comparator, Words], Meta(description="They stand behind the unit (以上).")]


# times.yaml ---------------------------------------------------------------------------------------------------------


class TimeWords(_Strict):
    """Fixed words of time and the last day that they mean."""

    words: Words
    role: Annotated[
        Literal["deadline", "past", "present"], Meta(description="Whether it may set a target's date, or looks back.")
    ]
    year: Annotated[int | None, Meta(description="Counted from the document's year: 0 is this year.")] = None
    floating: Annotated[bool, Meta(description="It belongs to the year that the paragraph speaks of.")] = False
    month: Month | None = None
    day: Day | None = None
    date: IsoDate | None = None
    century: bool = False


class TimePattern(_Strict):
    """An expression of time around a numeral."""

    id: Id
    about: About = ""
    pattern: Annotated[
        Regex, Meta(description="Tried where a numeral stands; {year} and {small} stand for numbers.")
    ] = ""
    role: Literal["deadline", "duration", "none"] = "deadline"
    needs: Annotated[
        Regex | None, Meta(description="It holds only if this is found in it and the words before it.")
    ] = None
    off: bool = False


class Times(_File, kw_only=True):
    """Expressions of time and the last day that each means."""

    words: Annotated[list[TimeWords], Meta(description="Fixed words (今年, 去年).")]
    before: Annotated[Regex, Meta(description="What may stand before the numeral and belongs to the expression.")]
    patterns: Annotated[list[TimePattern], Meta(description="Expressions around a numeral, tried in this order.")]
    followers: Annotated[Words, Meta(description="A numeral may be a time only before one of these.")]
    year_mark: Annotated[str, Meta(min_length=1, description="The word behind the numeral of a year.")]
    year: Annotated[Regex, Meta(description="What {year} stands for.")]
    small: Annotated[Regex, Meta(description="What {small} stands for.")]
    parts: Annotated[dict[str, Month], Meta(description="Parts of a year and their last month.")]
    past_parts: Annotated[Words, Meta(description="An expression that ends with one of these looks back.")]
    plan_ends: dict[int, int]
    plan_base: int
    plan_length: Annotated[int, Meta(ge=1)]
    every: Annotated[dict[Every, Words], Meta(description="Words of recurrence (每年).")]
    document_dates: Annotated[list[Regex], Meta(description="The document's own date: groups year, month and day.")]


# labels.yaml --------------------------------------------------------------------------------------------------------


class Label(_Strict):
    """A form of number that is no quantity."""

    id: Id
    about: About = ""
    pattern: Regex = ""
    chinese: Annotated[bool, Meta(description="Only for Chinese numerals.")] = False
    unitless: Annotated[bool, Meta(description="Only for numbers without a unit.")] = False
    max: Annotated[float | None, Meta(description="Only for numbers up to this.")] = None
    value: Annotated[float | None, Meta(description="Only for this number.")] = None
    units: Annotated[Words, Meta(description="Only for numbers with one of these units.")] = []
    not_units: Annotated[Words, Meta(description="Not for numbers with one of these units.")] = []
    unless: Annotated[Regex | None, Meta(description="Not where this is found before the number.")] = None
    length: Annotated[Length | None, Meta(description="The longest quoted name, in letters.")] = None
    off: bool = False


class Labels(_File, kw_only=True):
    """Numbers that are no quantities: names, ordinals, grades, articles."""

    names: Annotated[Words, Meta(description="Words with a numeral in them that count nothing.")]
    before: Annotated[list[Label], Meta(description="Matched up to the number.")]
    after: Annotated[list[Label], Meta(description="Matched from the number's unit on, or from its end.")]
    around: list[Label]


# layout.yaml --------------------------------------------------------------------------------------------------------


class Heading(_Strict):
    """A form of heading and its level, 1 the highest."""

    level: Annotated[int, Meta(ge=1, le=8)]
    pattern: Regex


class LayoutRules(_File, kw_only=True):
    """How a page is laid out: paragraphs, headings, captions."""

    finished: Annotated[str, Meta(description="A line that ends with one of these is finished.")]
    joins_back: Annotated[str, Meta(description="A line that begins with one of these belongs to the one before.")]
    joins_on: Annotated[str, Meta(description="A line that ends with one of these goes on in the next.")]
    headings: list[Heading]
    items: Annotated[list[Regex], Meta(description="How an item of a list begins.")]
    captions: Annotated[list[Regex], Meta(description="Captions of pictures and marks of the press.")]
    introduces: Annotated[Regex, Meta(description="A short line that introduces the one below.")]
    prose: Annotated[Regex, Meta(description="A line is prose if this is found in it.")]
    dateline: Annotated[Regex, Meta(description="A line with a date, a place or a source is no heading.")]
    dropped: Annotated[Regex, Meta(description="Hidden and decorative characters.")]
    sentence: Annotated[Regex, Meta(description="Where a sentence ends.")]
    clause: Annotated[Regex, Meta(description="Where a clause ends.")]
    closing: Annotated[str, Meta(description="At the end of a sentence these belong to no clause.")]
    quotes: Annotated[str, Meta(description="Marks that open a quotation.")]
    quotes_end: Annotated[str, Meta(min_length=1, description="Marks that close a quotation, in the same order.")]
    aside: Annotated[int, Meta(ge=0, description="A bracket with more characters is a clause of its own.")]
    traditional: Annotated[str, Meta(description="Letters that only traditional text has.")]


# bodies.yaml --------------------------------------------------------------------------------------------------------


class Bodies(_File, kw_only=True):
    """Who answers: bodies' names, posts, attributions, tags."""

    place: Annotated[Regex, Meta(description="Names of places before a body.")]
    level: Annotated[Regex, Meta(description="The level without the place's own name.")]
    endings: Annotated[Words, Meta(description="What a body's name ends with.")]
    endings_not_before: Annotated[
        str, Meta(min_length=1, description="Letters before which an ending is part of a longer word (委员).")
    ]
    whole: Annotated[Words, Meta(description="Bodies that stand for themselves (国务院).")]
    never: Annotated[Words, Meta(description="Words that look like a body's name and are none.")]
    plain_endings: Annotated[Words, Meta(description="Endings of bodies without a place before them (教育局).")]
    party: Annotated[Regex, Meta(description="Offices of the party.")]
    places: Annotated[Regex, Meta(description="A place's own name before its body, as group `name`.")]
    prefix: Annotated[Regex, Meta(description="A place's own name that is left out before its only bodies.")]
    executive: Annotated[Words, Meta(description="Posts that name the body's head.")]
    other: Annotated[Words, Meta(description="Posts that do so only where there is no executive one.")]
    governments: Annotated[
        dict[Annotated[str, Meta(min_length=2)], str],
        Meta(description="A head of government stands for the government."),
    ]
    says: Annotated[Words, Meta(description="Verbs that attribute words to a speaker.")]
    person: Annotated[Regex, Meta(description="A person's name behind a post.")]
    manner: Annotated[Regex, Meta(description="What may stand between speaker and verb.")]
    openings: Annotated[Regex, Meta(description="What opens an attribution and is no part of the name.")]
    full: Annotated[dict[str, str], Meta(description="Short endings and their full forms.")]
    tags: Annotated[Words, Meta(description="A bracket with one of these names the bodies of a task.")]
    lead: Annotated[list[Regex], Meta(description="Names of leading roles, the first ones before the others.")]
    roles_before: Annotated[Regex, Meta(description="A role before a colon.")]
    roles_behind: Annotated[Regex, Meta(description="A role behind the names.")]
    separators: Annotated[Regex, Meta(description="Between two names.")]
    issuers: Annotated[Regex, Meta(description="How a notice names its issuer.")]
    resets: Annotated[Regex, Meta(description="What begins another article.")]
    own: Annotated[Words, Meta(description="The document's own voice; no body is named by them.")]


# kind.yaml ----------------------------------------------------------------------------------------------------------


class Cue(_Strict):
    """Words that speak for a promise (above 0) or a report (below 0)."""

    words: Words
    clause: Annotated[Weight, Meta(description="The weight in the number's own clause.")]
    sentence: Annotated[Weight, Meta(description="The weight elsewhere in its sentence, before the number.")]


class Forms(_Strict):
    """Weights of the verb's own form."""

    command: Annotated[Weight, Meta(description="The clause opens with a verb of undertaking.")]
    counted: Annotated[Weight, Meta(description="The number is rounded off, as what was counted is.")]


class TimeWeights(_Strict):
    """Weights of the time that governs the number."""

    past: Weight
    present: Weight
    late: Weight
    future: Weight
    since: Weight


class Scopes(_Strict):
    """Weights of what stands around the number."""

    heading: Annotated[Weight, Meta(description="A heading names the section a plan, or a review.")]
    section: Annotated[Weight, Meta(description="A lead-in sentence opens a plan, or a review.")]
    sentence: Annotated[Weight, Meta(description="The number before it in the sentence.")]
    before: Annotated[Weight, Meta(description="The number before it in the paragraph.")]
    paragraph: Annotated[Weight, Meta(description="The words of the paragraph before the sentence.")]
    item: Annotated[Weight, Meta(description="A point of a list that nothing calls a review.")]
    remaining: Annotated[
        Weight, Meta(description="How many times the cues of a later clause count for what is left over.")
    ]
    time_in_review: Annotated[
        Weight, Meta(description="The share that a time to come keeps under a heading of a review.")
    ]
    time_before: Annotated[
        Weight, Meta(description="The share of its weight that the time of an earlier sentence keeps.")
    ]
    document: Annotated[Weight, Meta(description="The document is a plan.")]
    report: Annotated[Weight, Meta(description="The document is a report to an assembly.")]
    nothing: Annotated[Weight, Meta(description="The document is anything else.")]


class Sections(_Strict):
    """Patterns that open a review, and patterns that open a plan."""

    review: list[Regex]
    plan: list[Regex]


class KindRules(_File, kw_only=True):
    """Is a number promised or reported?"""

    cues: list[Cue]
    before_verbs: Annotated[Words, Meta(description="Words that count only right before a verb or a number.")]
    remaining: Annotated[Words, Meta(description="Words of what is left over (尚存).")]
    forms: Forms
    comparators: Annotated[dict[Comparator, Weight], Meta(description="What the comparator says.")]
    times: TimeWeights
    scopes: Scopes
    sections: Annotated[Sections, Meta(description="Headings.")]
    leads: Annotated[Sections, Meta(description="Sentences that introduce a list or chapters.")]
    plan_titles: Annotated[Regex, Meta(description="A plan's title.")]
    plan_openings: Annotated[Regex, Meta(description="A plan's first paragraph.")]
    reports: Annotated[Regex, Meta(description="How a report addresses its assembly.")]
    aspire: Annotated[Words, Meta(description="They make a number an aspiration (力争).")]
    firm: Annotated[Words, Meta(description="They make it firm again (确保).")]
    aspiring_leads: Annotated[Regex, Meta(description="A lead-in with this is an aspiration.")]
    speech: Annotated[int, Meta(ge=1, description="A longer quotation is speech, not a name.")]


# targets.yaml -------------------------------------------------------------------------------------------------------


class Example(_Strict):
    """A text and what a rule makes of a number in it; ``quantity`` says which number where there are several."""

    text: str
    quantity: str | None = None
    indicator: str | None = None
    aim: Aim | None = None


class TargetRule(_Strict):
    """One way to say a target."""

    id: Id
    about: About = ""
    pattern: Annotated[
        Regex,
        Meta(
            description="Over marks: <Q> the number, <q> another one, <n> plain text, <T> a time, "
            "<Y> a recurrence, the classes of words.yaml, and the macros."
        ),
    ] = ""
    aim: Annotated[
        Aim | Literal["inherit", "level"],
        Meta(
            description="inherit: that of the number before; level: reach for a level, else that of the number before."
        ),
    ] = "inherit"
    comparator: Annotated[
        Comparator | None, Meta(description="The comparator of a number that has no word for it.")
    ] = None
    unit: Annotated[
        list[UnitFilter], Meta(description="The kinds of units that it is for; without it all but duration.")
    ] = []
    compared: Annotated[bool, Meta(description="Only for numbers with a comparator.")] = False
    skip: Annotated[bool, Meta(description="The number is left out.")] = False
    awaits: Annotated[bool, Meta(description="What is done may stand behind a comma.")] = False
    unless_level: Annotated[bool, Meta(description="Not where the indicator turns out to be a level.")] = False
    fallback: Annotated[bool, Meta(description="A rule of last resort; `rules coverage` lists what it takes.")] = False
    examples: list[Example] = []
    counterexamples: Annotated[list[str], Meta(description="Texts of which the rule must claim no number.")] = []
    off: bool = False


class Trim(_Strict):
    """What is cut off the ends of an indicator."""

    leading: Regex
    trailing: Regex


class Targets(_File, kw_only=True):
    """How a number is said to be a target: rules over marked clauses."""

    macros: Annotated[dict[str, Regex], Meta(description="Pieces of patterns, put in as <name>.")]
    trim: Trim
    level_nouns: Annotated[Regex, Meta(description="Nouns that name a level.")]
    dependent: Annotated[Regex, Meta(description="Nouns that are nothing without the one before.")]
    rates: Annotated[Regex, Meta(description="Ends that name a rate of change.")]
    replaced: Annotated[Regex, Meta(description="The end of the one before that such a noun replaces.")]
    modifier: Annotated[Regex, Meta(description="A modifier before a shared head.")]
    unowed: Annotated[Regex, Meta(description="What nobody undertakes.")]
    joint: Annotated[Regex, Meta(description="Between two indicators that share a predicate.")]
    shared: Annotated[Regex, Meta(description="What the last of them says for all.")]
    rules: Annotated[list[TargetRule], Meta(description="Tried from top to bottom; the first that fits wins.")]


# words.yaml ---------------------------------------------------------------------------------------------------------

#: Classes of words.yaml; each becomes one mark.
WordClass = Literal[
    "deliver",
    "work",
    "bare",
    "new",
    "grow",
    "up",
    "shrink",
    "down",
    "reach",
    "link",
    "cover",
    "keep",
    "attain",
    "arrange",
    "by",
    "from",
    "take",
    "around",
    "than",
    "ground",
    "give",
    "rung",
    "at",
    "of",
    "and",
    "each",
    "among",
    "versus",
    "loose",
    "will",
    "adverb",
    "stop",
]


class WordRules(_File, kw_only=True):
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
    noun_endings: Annotated[Words, Meta(description="Behind a verb they make a noun of it (通达率).")]
    not_noun_endings: Annotated[Words, Meta(description="Words that begin like a noun ending and are none (率先).")]
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
    each: Annotated[Words, Meta(description="Spreads a predicate over several numbers (分别).")]
    among: Annotated[Words, Meta(description="Opens a part of what was said before (其中).")]
    versus: Annotated[Words, Meta(description="Compares with another time (比上年).")]
    loose: Annotated[Words, Meta(description="Adverbs that are also part of nouns (重点).")]
    will: Annotated[Words, Meta(description="Words of intention (确保).")]
    adverb: Annotated[Words, Meta(description="May stand between anything (再).")]
    stop: Annotated[Words, Meta(description="Ends the noun behind a number (全覆盖).")]
    plain: Annotated[Words, Meta(description="No marks at all: they hide the words inside them (目标任务).")]


# diff.yaml ----------------------------------------------------------------------------------------------------------


class UnitWords(_Strict):
    """Units that measure the same."""

    convert: Annotated[
        dict[str, dict[str, Fraction]], Meta(description="Unit: other unit: how many of the first it is.")
    ]
    count: Annotated[list[list[str]], Meta(description="Measure words that stand for one another.")]


class DeadlineWords(_Strict):
    """When a deadline moves on with the document."""

    named: Regex
    own_year: Regex
    this_year: Words


class DiffRules(_File, kw_only=True):
    """What the comparison of two years knows about the language."""

    synonyms: Annotated[dict[str, Words], Meta(description="Other names of one thing.")]
    fillers: Annotated[Words, Meta(description="Words that tell two indicators not apart.")]
    contrasts: Annotated[list[str], Meta(description="Words of which two different ones never mean the same.")]
    generic: Annotated[Words, Meta(description="Nouns that say too little alone.")]
    units: UnitWords
    deadlines: DeadlineWords


# examples.yaml ------------------------------------------------------------------------------------------------------


class QuantityExample(_Strict):
    """A text and the quantity in it; ``quantity`` says which where there are several."""

    text: str
    value: float
    value_max: float | None = None
    unit: str = ""
    comparator: Comparator = "="
    quantity: str | None = None


class TimeExample(_Strict):
    """A text in a document of a date, and the deadline of its number."""

    text: str
    date: IsoDate
    deadline_date: IsoDate | None
    deadline: str | None = None
    every: Every | None = None


class BodyExample(_Strict):
    """A text and who answers for the number in it, the leading body first."""

    text: str
    owners: list[str]
    speaker: str | None = None


class KindExample(_Strict):
    """A text, and whether its number is promised or reported."""

    text: str
    kind: Kind
    quantity: str | None = None
    date: IsoDate | None = None


class LabelExample(_Strict):
    """A text whose number is left out, and what leaves it out: the id of a label, or name, time or no-measure."""

    text: str
    by: str
    number: Annotated[str | None, Meta(description="The number that is meant, where there are several.")] = None


class Examples(_File, kw_only=True):
    """Texts and what becomes of them: tests of units, comparators, times, bodies, cues and labels."""

    quantities: list[QuantityExample] = []
    times: list[TimeExample] = []
    bodies: list[BodyExample] = []
    kinds: list[KindExample] = []
    labels: list[LabelExample] = []


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
    diff: DiffRules
    examples: Examples = msgspec.field(default_factory=Examples)
