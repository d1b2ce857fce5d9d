"""targets.yaml: how a number is said to be a target, as rules over marked clauses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Literal

import msgspec
import regex
from msgspec import Meta

from ..record import Aim, Comparator
from .compiler import NEVER, Compiler, did_you_mean
from .field_types import About, Id, Regex, RuleFileModel, Strict, UnitFilter, UnitKind
from .marks import MARKS, TARGET
from .patterns import Pattern, group_names
from .required_marks import RequiredMarks, required_marks
from .yaml_file import Place


class Example(Strict):
    """A text and what a rule makes of a number in it; ``quantity`` says which number where there are several."""

    text: str
    quantity: str | None = None
    indicator: str | None = None
    aim: Aim | None = None


class TargetRule(Strict):
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
    ] = msgspec.field(default_factory=list)
    compared: Annotated[bool, Meta(description="Only for numbers with a comparator.")] = False
    skip: Annotated[bool, Meta(description="The number is left out.")] = False
    awaits: Annotated[bool, Meta(description="What is done may stand behind a comma.")] = False
    unless_level: Annotated[bool, Meta(description="Not where the indicator turns out to be a level.")] = False
    if_level: Annotated[bool, Meta(description="Only where the indicator turns out to be a level.")] = False
    fallback: Annotated[bool, Meta(description="A rule of last resort; `rules coverage` lists what it takes.")] = False
    examples: list[Example] = msgspec.field(default_factory=list)
    counterexamples: Annotated[list[str], Meta(description="Texts of which the rule must claim no number.")] = (
        msgspec.field(default_factory=list)
    )
    off: bool = False


class Trim(Strict):
    """What is cut off the ends of an indicator."""

    leading: Regex
    trailing: Regex


class Targets(RuleFileModel, kw_only=True):
    """How a number is said to be a target: rules over marked clauses."""

    macros: Annotated[dict[str, Regex], Meta(description="Pieces of patterns, put in as <name>.")]
    trim: Trim
    level_nouns: Annotated[Regex, Meta(description="Nouns that name a level.")]
    dependent: Annotated[Regex, Meta(description="Nouns that are nothing without the one before.")]
    rates: Annotated[Regex, Meta(description="Ends that name a rate of change.")]
    replaced: Annotated[Regex, Meta(description="The end of the one before that such a noun replaces.")]
    modifier: Annotated[Regex, Meta(description="A modifier before a shared head.")]
    unowed: Annotated[Regex, Meta(description="What nobody undertakes.")]
    general: Annotated[Regex, Meta(description="Nouns of money that say nothing without what it is for (投资).")]
    joint: Annotated[Regex, Meta(description="Between two indicators that share a predicate.")]
    shared: Annotated[Regex, Meta(description="What the last of them says for all.")]
    rules: Annotated[list[TargetRule], Meta(description="Tried from top to bottom; the first that fits wins.")]


#: Groups of a rule that make up the indicator.
PARTS = ("indicator", "head", "tail")
#: A pattern with all macros put in is not longer; a macro that holds itself would be endless.
LONGEST = 50_000
_USUAL: frozenset[UnitKind] = frozenset(("count", "measure", "money", "ratio", "none"))


@dataclass(frozen=True, slots=True)
class Rule:
    """One compiled rule."""

    id: str
    pattern: Pattern
    aim: Aim | Literal["inherit", "level"]
    comparator: Comparator | None
    units: frozenset[UnitKind]
    compared: bool
    skip: bool
    awaits: bool
    unless_level: bool
    if_level: bool
    fallback: bool
    parts: tuple[str, ...]
    required: RequiredMarks


@dataclass(frozen=True, slots=True)
class TargetPatterns:
    """The rules in their order, and what is said of indicators."""

    rules: tuple[Rule, ...]
    leading: Pattern
    trailing: Pattern
    level_nouns: Pattern
    dependent: Pattern
    rates: Pattern
    replaced: Pattern
    modifier: Pattern
    unowed: Pattern
    general: Pattern
    joint: Pattern
    shared: Pattern


def compile_targets(targets: Targets, compiler: Compiler) -> TargetPatterns:
    """Compile targets.yaml; what is wrong with its patterns is kept in ``compiler``."""

    def single(name: str) -> Pattern:
        return compiler.single(getattr(targets, name), "targets", name)

    macros = _Macros(targets.macros, compiler)
    trailing = compiler.piece(targets.trim.trailing, "targets", "trim", "trailing")
    return TargetPatterns(
        rules=tuple(_rule(rule, number, macros, compiler) for number, rule in enumerate(targets.rules)),
        leading=compiler.single(targets.trim.leading, "targets", "trim", "leading"),
        trailing=compiler.pattern(f"(?:{trailing})$", "targets", "trim", "trailing"),
        level_nouns=single("level_nouns"),
        dependent=single("dependent"),
        rates=single("rates"),
        replaced=single("replaced"),
        modifier=single("modifier"),
        unowed=single("unowed"),
        general=single("general"),
        joint=single("joint"),
        shared=single("shared"),
    )


def _rule(rule: TargetRule, number: int, macros: _Macros, compiler: Compiler) -> Rule:
    keys = ("targets", "rules", number, "pattern")
    place = compiler.place(*keys)
    text = macros.put_in(rule.pattern, place)
    if text is None:
        text = NEVER
    elif TARGET not in text:
        compiler.wrong("the pattern has no <Q>", place, "put <Q> where the number in question stands")
    pattern = compiler.pattern(
        compiler.piece(text, *keys, groups=True, verbose=True), *keys, flags=regex.VERBOSE, watched=False
    )
    groups = group_names(pattern)
    for group in groups:
        if group not in PARTS:
            compiler.wrong(f"the group {group} is unknown", place, did_you_mean(group, PARTS, "groups are"))
    units = frozenset(unit for unit in rule.unit if unit != "any")
    if "any" in rule.unit:
        units |= _USUAL | {"duration"}
    parts = tuple(part for part in PARTS if part in groups)
    return Rule(
        rule.id,
        pattern,
        rule.aim,
        rule.comparator,
        units or _USUAL,
        rule.compared,
        rule.skip,
        rule.awaits,
        rule.unless_level,
        rule.if_level,
        rule.fallback,
        parts,
        required_marks(text),
    )


# A name in angle brackets that is not a group's, a set, an escaped character, a comment, anything else.
_TOKEN = regex.compile(
    r"(?P<group>\(\?P?<(?![=!])\w*>)|(?P<look>\(\?<[=!])|<(?P<name>[^<>\s]*)>|(?P<set>\[\^?(?:[^\]\\]|\\.)*\])|(?P<escape>\\.)|(?P<literal>[^\s()|?*+{}\[\].,:=!\d^$<>\\-]+)",
    regex.DOTALL,
)
_IN_SET = regex.compile(r"<(?P<name>[^<>\s]*)>|(?P<literal>[^\s^<>-]+)")


class _Macros:
    """The macros of targets.yaml, each put together once."""

    def __init__(self, macros: Mapping[str, str], compiler: Compiler) -> None:
        self._texts = macros
        self._compiler = compiler
        self._done: dict[str, str | None] = {}
        self._open: list[str] = []
        for name in macros:
            place = compiler.place("targets", "macros", name)
            if name in MARKS:
                compiler.wrong(f"the macro {name} has the name of a mark", place, "give it another name")
            self._macro(name)

    def put_in(self, pattern: str, place: Place) -> str | None:
        """Return ``pattern`` with its macros put in and its names turned into marks; None if something is wrong."""
        parts: list[str] = []
        at, sound = 0, True
        for token in _TOKEN.finditer(pattern):
            parts.append(pattern[at : token.start()])
            at = token.end()
            if token["name"] is not None:
                text = self._name(token["name"], place)
            elif token["set"] is not None:
                text = self._set(token["set"], place)
            elif token["literal"] is not None:
                text = self._literal(token["literal"], place)
            else:
                text = token.group()
            sound = sound and text is not None
            parts.append(text or "")
        whole = "".join([*parts, pattern[at:]])
        if len(whole) > LONGEST:
            self._compiler.wrong(
                "the pattern is too long with its macros put in", place, "use fewer macros inside macros"
            )
            return None
        return whole if sound else None

    def _name(self, name: str, place: Place) -> str | None:
        if name in MARKS:
            return MARKS[name]
        if name in self._texts:
            text = self._macro(name)
            return None if text is None else f"(?:{text})"
        known = did_you_mean(name, [*MARKS, *self._texts], "known are")
        self._compiler.wrong(f"<{name}> is neither a mark nor a macro", place, known)
        return None

    def _set(self, text: str, place: Place) -> str | None:
        """Return a set of marks such as [<n><work>]."""
        parts: list[str | None] = []
        for token in _IN_SET.finditer(text[1:-1]):
            name = token["name"]
            if name is None:
                parts.append(self._literal(token.group(), place))
            elif name in self._texts:
                self._compiler.wrong(
                    f"the macro <{name}> stands in a set", place, f"write (?:<{name}>|…) for [<{name}>…]"
                )
                parts.append(None)
            else:
                parts.append(self._name(name, place))
        if None in parts:
            return None
        return f"[{'^' if text.startswith('[^') else ''}{''.join(part or '' for part in parts)}]"

    def _literal(self, text: str, place: Place) -> str | None:
        hint = "write <Q>, <n>, <T> or a class of words.yaml, and put the word itself into words.yaml"
        self._compiler.wrong(f"{text} stands in a pattern of marks, which sees no words", place, hint)
        return None

    def _macro(self, name: str) -> str | None:
        if name not in self._done:
            place = self._compiler.place("targets", "macros", name)
            if name in self._open:
                self._compiler.wrong(
                    f"the macro {name} holds itself", place, "take it out of " + " and ".join(self._open)
                )
                return None
            self._open.append(name)
            text = self.put_in(self._texts[name], place)
            self._open.pop()
            if text is not None:
                text = self._compiler.piece(text, "targets", "macros", name, groups=True, verbose=True)
            self._done[name] = text
        return self._done[name]
