"""The compiled form of bodies.yaml: who answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from .model import Bodies
from .patterns import Pattern, any_word, compile_pattern

_HAN = "[一-鿿]"


@dataclass(frozen=True, slots=True)
class BodyPatterns:
    """Patterns over folded text.

    ``holder`` is a body and the posts behind it (groups ``body`` and ``posts``), ``named`` a line that ends with a post and
    a name (``name``), ``says`` a verb of attribution with what may stand before it, ``subject`` a body at the head of a
    clause, ``tag`` a bracket of a plan that names bodies (group ``tag``).
    """

    holder: Pattern
    posts: Pattern
    executive: frozenset[str]
    governments: Mapping[str, str]
    named: Pattern
    alone: Pattern
    says: Pattern
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
    roles_behind: Pattern
    separators: Pattern
    issuer: Pattern
    resets: Pattern
    never: tuple[str, ...]
    own: frozenset[str]
    full: Mapping[str, str]


def compile_bodies(rules: Bodies) -> BodyPatterns:
    """Compile bodies.yaml."""
    endings = any_word(rules.endings)
    post = any_word([*rules.executive, *rules.other])
    where = rf"(?:(?:{rules.place}){{1,2}}(?:{rules.level})?|{rules.level})"
    body = rf"(?:{where}{_HAN}{{0,12}}?(?:{endings})|{_HAN}{{2,8}}(?:{any_word(rules.plain_endings)}))"
    subject = rf"(?:{any_word(rules.whole)})|{body}"
    return BodyPatterns(
        holder=compile_pattern(rf"(?P<body>{_HAN}{{1,24}}?)(?P<posts>(?:{post})(?:[、,](?:{post}))*)"),
        posts=compile_pattern(post),
        executive=frozenset(rules.executive),
        governments=MappingProxyType(rules.governments),
        named=compile_pattern(rf"(?P<title>.{{2,80}}(?:{post}))\s*(?P<name>{rules.person})?\s*[:：]?"),
        alone=compile_pattern(rf"(?P<body>{body})\s*[:：]"),
        says=compile_pattern(any_word(rules.says)),
        manner=compile_pattern(f"(?r){rules.manner}"),
        speaker=compile_pattern(rf"(?P<body>{body})(?P<rest>{_HAN}{{0,6}})$"),
        openings=compile_pattern(rules.openings),
        subject=compile_pattern(subject),
        place=compile_pattern(rf"(?:{rules.place}){{1,2}}"),
        whole_body=compile_pattern(rf".*(?:{endings})(?![会员])"),
        party=compile_pattern(rules.party),
        places=compile_pattern(rf"(?<!{_HAN})(?P<name>{_HAN}{{2,3}})(?=[省市州](?:委|政府|人民政府|{_HAN}{{1,8}}[局厅委办]))"),
        prefix=compile_pattern(rf"{_HAN}{{2,6}}?(?=(?:省|自治区|市|州|盟|县|区|旗){_HAN}+(?<!人民政府)(?<!政府)$)"),
        tag=compile_pattern(rf"[(\[【](?P<tag>(?:[^()\[\]【】]|\([^()]{{0,12}}\)){{0,240}}?(?:{any_word(rules.tags)})(?:[^()\[\]【】]|\([^()]{{0,12}}\)){{0,240}})[)\]】]"),
        tag_line=compile_pattern(rf"\W{{0,4}}(?:{rules.roles_before})(?P<tag>.{{2,240}})"),
        lead=tuple(map(compile_pattern, rules.lead)),
        roles_before=compile_pattern(rules.roles_before),
        roles_behind=compile_pattern(rf"(?:{rules.roles_behind})$"),
        # A comma inside a bracket (各县（市、区）) parts nothing.
        separators=compile_pattern(rf"(?:{rules.separators})(?![^()]*\))"),
        issuer=compile_pattern(rules.issuers),
        resets=compile_pattern(rf"\s*(?:{rules.resets})"),
        never=tuple(rules.never),
        own=frozenset(rules.own),
        full=MappingProxyType(rules.full),
    )
