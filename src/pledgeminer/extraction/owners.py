"""Owners: which bodies answer for each number, and who speaks.

The first of these that names a body wins: the tag that closes the task, to whom the words are attributed, the subject
of the sentence, the line above that names a speaker or a body, the issuer that was given.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .attributions import attributions_in, voice_at
from .duty_tags import duty_of, tags_of
from .issuers import SEPARATOR
from .model import Ownership
from .names import Names, printed
from .subjects import subjects_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .attributions import Attribution
    from .model import Candidate, Outline, Sentence
    from .reading import Reading
    from .voices import Voice


def issuer_of(reading: Reading, voices: Sequence[Voice | None]) -> str | None:
    """Return the bodies that issue the document, joined, or the only one of ``voices``, or None."""
    facts = reading.facts
    named = {voice.body for voice in voices if voice is not None and voice.body}
    if facts.found and len(named) == 1 and (whole := next(iter(named))).endswith(facts.issuers[0]):
        # The line with the speaker's name may have it in full.
        return Names(reading).of(whole)
    if facts.issuers:
        return SEPARATOR.join(printed(name, reading) if facts.found else name for name in facts.issuers)
    return Names(reading).of(named.pop()) if len(named) == 1 else None


def owners_of(
    reading: Reading, outline: Outline, voices: Sequence[Voice | None], candidates: Sequence[Candidate]
) -> list[Ownership]:
    """Return who answers for each of the ``candidates``; ``voices`` are those of the paragraphs."""
    names = Names(reading)
    issuers = reading.facts.issuers
    if reading.facts.found:
        issuers = tuple(dict.fromkeys(map(names.of, issuers)))
    tags = tags_of(reading, outline, dict.fromkeys(candidate.sentence.number for candidate in candidates))
    owners: list[Ownership] = []
    said: list[Attribution] = []
    subjects: list[tuple[str, ...]] = []
    # The paragraph of ``said`` and the sentence of ``subjects``.
    paragraph = -1
    sentence: Sentence | None = None
    for candidate in candidates:
        number = candidate.sentence.number
        position = candidate.slot.quantity.start
        bodies, due = duty_of(reading, outline, tags, number, position)
        if bodies:
            owners.append(Ownership(tuple(map(names.of, bodies)), None, "tag", due))
            continue
        if paragraph != number:
            said, paragraph = attributions_in(reading, outline.paragraphs[number]), number
        voice = voice_at(reading, said, position)
        if voice is not None:
            owners.append(_spoken(reading, names, voice, "attribution")._replace(due=due))
            continue
        section = voices[number]
        if sentence is not candidate.sentence:
            sentence = candidate.sentence
            subjects = subjects_in(reading, sentence.clauses)
        subject = subjects[candidate.slot.clause]
        if subject:
            speaker = section.speaker if section is not None else None
            owners.append(Ownership(tuple(map(names.of, subject)), speaker, "subject", due))
        elif section is not None:
            owners.append(_spoken(reading, names, section, "section")._replace(due=due))
        else:
            owners.append(Ownership(issuers, None, "given" if issuers else "", due))
    return owners


def _spoken(reading: Reading, names: Names, voice: Voice, by: str) -> Ownership:
    given = reading.document.body
    if given and voice.body and reading.folded(given).endswith(voice.body):
        return Ownership((given,), voice.speaker, by)
    return Ownership((names.of(voice.body),) if voice.body else (), voice.speaker, by)
