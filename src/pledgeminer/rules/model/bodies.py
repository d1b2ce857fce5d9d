"""What may stand in bodies.yaml."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from .common import Regex, RuleFileModel, Words


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
    roles_behind: Annotated[Regex, Meta(description="A role behind the names.")]
    separators: Annotated[Regex, Meta(description="Between two names.")]
    resets: Annotated[Regex, Meta(description="What begins another article.")]
    own: Annotated[Words, Meta(description="The document's own voice; no body is named by them.")]
