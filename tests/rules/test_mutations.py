"""Rule files that are broken at random: each loads, or gives faults with their places; none gives a traceback."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest

from pledgeminer.errors import RulesError
from pledgeminer.rules.folders import builtin_folder
from pledgeminer.rules.ruleset import load_rules

FILES = sorted(builtin_folder().glob("*.yaml"))
LETTERS = "()[]{}*+?|^$<>\\:,-#&!%@'\"\n \t0aQ新的"


def mutate(text: str, chance: random.Random) -> str:
    """Return ``text`` with one to three small changes, as slips of hand and merges make them."""
    for _ in range(chance.randint(1, 3)):
        lines = text.split("\n")
        at = chance.randrange(len(lines))
        place = chance.randrange(len(text))
        kind = chance.randrange(9)
        if kind == 0:
            text = text[:place] + text[place + chance.randint(1, 4) :]
        elif kind == 1:
            text = text[:place] + chance.choice(LETTERS) + text[place:]
        elif kind == 2:
            text = text[:place] + chance.choice(LETTERS) + text[place + 1 :]
        elif kind == 3:
            text = "\n".join(lines[:at] + lines[at + 1 :])
        elif kind == 4:
            text = "\n".join([*lines[: at + 1], lines[at], *lines[at + 1 :]])
        elif kind == 5:
            other = chance.randrange(len(lines))
            lines[at], lines[other] = lines[other], lines[at]
            text = "\n".join(lines)
        elif kind == 6:
            lines[at] = " " * chance.randint(1, 3) + lines[at]
            text = "\n".join(lines)
        elif kind == 7:
            text = text[:place]
        else:
            words = re.findall(r"\w+", text)
            text = text.replace(chance.choice(words), chance.choice(words), 1)
    return text


@pytest.mark.parametrize("seed", range(10))
def test_mutations(seed: int) -> None:
    chance = random.Random(seed)
    folder = Path("mutant")
    folder.mkdir()
    for _ in range(20):
        source = chance.choice(FILES)
        target = folder / source.name
        target.write_text(mutate(source.read_text("utf-8"), chance), encoding="utf-8")
        try:
            load_rules((str(folder),))
        except RulesError as error:
            for fault in error.errors:
                assert re.match(r".+\.yaml:\d+:\d+$", fault.where), fault
                assert fault.hint
        target.unlink()
