"""bodies.yaml: who answers; its structure and its compiled form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Annotated

from msgspec import Meta

from .compiler import NEVER, Compiler
from .field_types import Regex, RuleFileModel, Words
from .patterns import Pattern, any_letter, any_word, group_names


class Bodies(RuleFileModel, kw_only=True):
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
    reports: Annotated[Regex, Meta(description="What may stand behind a body in a heading that names it.")]
    full: Annotated[dict[str, str], Meta(description="Short endings and their full forms.")]
    tags: Annotated[Words, Meta(description="A bracket with one of these names the bodies of a task.")]
    lead: Annotated[list[Regex], Meta(description="Names of leading roles, the first ones before the others.")]
    roles_before: Annotated[Regex, Meta(description="A role before a colon.")]
    dues: Annotated[Regex, Meta(description="Labels in a tag behind which a time stands (完成时限：).")]
    people: Annotated[Regex, Meta(description="What begins people or a remark in a tag (责任人：).")]
    roles_behind: Annotated[Regex, Meta(description="A role behind the names.")]
    separators: Annotated[Regex, Meta(description="Between two names.")]
    resets: Annotated[Regex, Meta(description="What begins another article.")]
    own: Annotated[Words, Meta(description="The document's own voice; no body is named by them.")]


_HAN = "[一-鿿]"


@dataclass(frozen=True, slots=True)
class BodyPatterns:
    """Patterns over folded text.

    ``holder`` is a body and the posts behind it (groups ``body`` and ``posts``), ``named`` a line that ends with a post
    and a name (``name``), ``headed`` a heading that names a body, ``says`` a verb of attribution or a colon,
    ``subject`` a body at the head of a clause, ``tag`` a bracket of a plan that names bodies (group ``tag``).
    """

    holder: Pattern
    posts: Pattern
    executive: frozenset[str]
    governments: Mapping[str, str]
    named: Pattern
    alone: Pattern
    headed: Pattern
    says: Pattern
    said: Pattern
    manner: Pattern
    speaker: Pattern
    openings: Pattern
    subject: Pattern
    place: Pattern
    whole_body: Pattern
    party: Pattern
    places: Pattern
    prefix: Pattern
    tag: Pattern
    tag_line: Pattern
    lead: tuple[Pattern, ...]
    roles_before: Pattern
    dues: Pattern
    people: Pattern
    roles_behind: Pattern
    separators: Pattern
    resets: Pattern
    never: tuple[str, ...]
    own: frozenset[str]
    full: Mapping[str, str]


def compile_bodies(rules: Bodies, compiler: Compiler) -> BodyPatterns:
    """Compile bodies.yaml; the faults of its patterns are kept in ``compiler``."""

    def piece(name: str) -> str:
        return compiler.piece(getattr(rules, name), "bodies", name)

    def whole(text: str) -> Pattern:
        return compiler.pattern(text, "bodies")

    place, level, person, manner = piece("place"), piece("level"), piece("person"), piece("manner")
    roles_before, roles_behind = piece("roles_before"), piece("roles_behind")
    separators, resets = piece("separators"), piece("resets")
    places = whole(compiler.piece(rules.places, "bodies", "places", groups=True))
    if group_names(places) != ["name"] and places.pattern != NEVER:
        compiler.wrong(
            "the pattern does not have the one group name", compiler.place("bodies", "places"), "write (?P<name>…)"
        )
    endings = any_word(rules.endings)
    post = any_word([*rules.executive, *rules.other])
    where = rf"(?:(?:{place}){{1,2}}(?:{level})?|{level})"
    body = rf"(?:{where}{_HAN}{{0,12}}?(?:{endings})|{_HAN}{{2,8}}(?:{any_word(rules.plain_endings)}))"
    subject = rf"(?:{any_word(rules.whole)})|{body}"
    return BodyPatterns(
        holder=whole(rf"(?P<body>{_HAN}{{1,24}}?)(?P<posts>(?:{post})(?:[、,](?:{post}))*)"),
        posts=whole(post),
        executive=frozenset(rules.executive),
        governments=MappingProxyType(rules.governments),
        named=whole(rf"(?P<title>.{{2,80}}(?:{post}))\s*(?P<name>{person})?\s*[:：]?"),
        alone=whole(rf"(?P<body>{body})\s*[:：]"),
        headed=whole(rf"(?P<body>{body})(?:{piece('reports')})?"),
        said=whole(f"(?:{any_word(rules.says)})$"),
        says=whole(any_word([*rules.says, ":"])),
        manner=whole(f"(?r){manner}"),
        speaker=whole(rf"(?P<body>{body})(?P<rest>{_HAN}{{0,6}})$"),
        openings=whole(piece("openings")),
        subject=whole(subject),
        place=whole(rf"(?:{place}){{1,2}}"),
        whole_body=whole(rf".*(?:{endings})(?![{any_letter(rules.endings_not_before)}])"),
        party=whole(piece("party")),
        places=places,
        prefix=whole(piece("prefix")),
        tag=whole(
            rf"[(\[【](?P<tag>(?:[^()\[\]【】]|\([^()]{{0,12}}\)){{0,240}}?(?:{any_word(rules.tags)})(?:[^()\[\]【】]|\([^()]{{0,12}}\)){{0,240}})[)\]】]"
        ),
        tag_line=whole(rf"\W{{0,4}}(?:{roles_before}|{piece('dues')})(?P<tag>.{{2,240}})"),
        lead=tuple(compiler.single(text, "bodies", "lead", number) for number, text in enumerate(rules.lead)),
        roles_before=whole(roles_before),
        dues=whole(piece("dues")),
        people=whole(piece("people")),
        roles_behind=whole(rf"(?:{roles_behind})$"),
        # A comma inside a bracket (各县（市、区）) parts nothing.
        separators=whole(rf"(?:{separators})(?![^()]*\))"),
        resets=whole(rf"\s*(?:{resets})"),
        never=tuple(rules.never),
        own=frozenset(rules.own),
        full=MappingProxyType(rules.full),
    )
