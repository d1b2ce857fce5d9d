"""What is wrong with a rule file is named with its place, and what to write instead: all of it at once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from pledgeminer.errors import RulesError
from pledgeminer.rules.ruleset import load_rules

Faults = Callable[[dict[str, str]], list[str]]

RULE = "rules:\n  - id: mine\n    about: mine\n    pattern: {pattern}\n"


@pytest.mark.parametrize(
    ("file", "text", "fault"),
    [
        # structure
        ("units", "cuont: [台套]\n", "units.yaml:1:1: there is no key cuont here (did you mean count?"),
        ("units", "count: 台套\n", "units.yaml:1:8: 台套 stands where a list is wanted"),
        ("units", "count: [12]\n", 'units.yaml:1:9: 12 stands where text is wanted (put it in quotes: "12")'),
        ("units", "count:\n", "units.yaml:1:7: nothing stands where a list is wanted"),
        ("units", "- 台套\n", "units.yaml:1:1: a rule file is a mapping of keys to values"),
        ("words", "deliver: {a: b}\n", "words.yaml:1:10: a mapping stands where a list is wanted"),
        ("kind", "cues: [{words: [啊], clause: 4}]\n", "kind.yaml:1:8: the key sentence is missing"),
        ("kind", "cues: [{words: [啊], clause: big, sentence: 1}]\n", "kind.yaml:1:29: big stands where a number is"),
        ("kind", "cues: [{words: [啊], clause: 1000, sentence: 1}]\n", "kind.yaml:1:29: 1000 is not possible here"),
        ("kind", 'comparators: {"=>": 1}\n', "kind.yaml:1:15: => is not known here"),
        ("times", "words: [{words: [啊], role: past, month: 13}]\n", "times.yaml:1:41: 13 is not possible here"),
        ("times", "words: [{words: [啊], role: past, date: 2030-2-1}]\n", "times.yaml:1:40: 2030-2-1 is not possible"),
        ("times", "words: [{words: [啊], role: past, floating: 1}]\n", "times.yaml:1:44: 1 stands where true or false"),
        ("layout", "headings: [{level: 9, pattern: x}]\n", "layout.yaml:1:20: 9 is not possible here (write a number from 1"),
        ("targets", RULE.format(pattern='"<Q>"') + "    unit: [coutn]\n", "targets.yaml:5:12: coutn is not known here (did you mean count?"),
        ("targets", RULE.format(pattern='"<Q>"') + "    aim: raech\n", "targets.yaml:5:10: raech is not known here (did you mean reach?"),
        ("targets", RULE.format(pattern='"<Q>"') + "    skip: yes\n", "targets.yaml:5:11: yes stands where true or false is wanted"),
        ("targets", "rules: [{id: Mine, about: a, pattern: <Q>}]\n", "targets.yaml:1:14: Mine is not possible here (write small"),
        ("targets", "rules: [{id: mine, pattern: <Q>}]\n", "targets.yaml:1:9: the key about is missing"),
        ("targets", "rules: [{id: mine, about: a}]\n", "targets.yaml:1:9: the key pattern is missing"),
        ("targets", RULE.format(pattern='"<Q>"') + "  - {id: mine, about: a, pattern: <Q>}\n", "targets.yaml:5:5: the id mine stands twice, first in line 2"),
        ("targets", "rules: [{id: lnoe, off: true}]\n", "targets.yaml:1:9: there is no lnoe to switch off (did you mean lone?"),
        ("words", "off: [没有的词]\n", "words.yaml:1:7: there is no 没有的词 to switch off"),
        # patterns
        ("targets", RULE.format(pattern='"<nuon> <Q>"'), "targets.yaml:4:14: <nuon> is neither a mark nor a macro (did you mean noun?"),
        ("targets", RULE.format(pattern='"新增 <Q>"'), "targets.yaml:4:14: 新增 stands in a pattern of marks"),
        ("targets", RULE.format(pattern='"[新] <Q>"'), "targets.yaml:4:14: 新 stands in a pattern of marks"),
        ("targets", RULE.format(pattern='"<n> <q>"'), "targets.yaml:4:14: the pattern has no <Q>"),
        ("targets", RULE.format(pattern='"[<noun>] <Q>"'), "targets.yaml:4:14: the macro <noun> stands in a set"),
        ("targets", RULE.format(pattern='"(?<indicater><n>) <Q>"'), "targets.yaml:4:14: the group indicater is unknown (did you mean indicator?"),
        ("targets", RULE.format(pattern='"(<n> <Q>"'), "targets.yaml:4:14: the pattern has an opening bracket without"),
        ("targets", RULE.format(pattern='"(<n>+)* <Q>"'), "targets.yaml:4:14: the pattern has endless repetition inside"),
        ("targets", RULE.format(pattern='"(?:<noun>)+ <Q>"'), "targets.yaml:4:14: the pattern has endless repetition inside"),
        ("targets", RULE.format(pattern='"* <Q>"'), "targets.yaml:4:14: the pattern does not compile at"),
        ("targets", 'macros: {loop: "<loop> <n>"}\n', "targets.yaml:1:16: the macro loop holds itself"),
        ("targets", "macros: {work: <n>}\n", "targets.yaml:1:16: the macro work has the name of a mark"),
        ("targets", 'level_nouns: "(率"\n', "targets.yaml:1:14: the pattern has an opening bracket without its closing one"),
        ("labels", 'after: [{id: mine, about: a, pattern: "[一"}]\n', "labels.yaml:1:39: the pattern has a [ without its ]"),
        ("labels", 'before: [{id: mine, about: a, pattern: "(?i)第"}]\n', "labels.yaml:1:40: the pattern has a flag for the whole"),
        ("bodies", 'party: "(?:(?:市|县)+){1,}"\n', "bodies.yaml:1:8: the pattern has endless repetition inside"),
        ("bodies", 'level: "省|*"\n', "bodies.yaml:1:8: the pattern does not compile at"),
        ("times", 'patterns: [{id: mine, about: a, pattern: "(?P<yaer>{year})年"}]\n', "times.yaml:1:42: the group yaer is unknown (did you mean year?"),
        ("times", 'document_dates: ["{year}-{small}"]\n', "times.yaml:1:18: the group month is missing"),
        ("layout", 'headings: [{level: 1, pattern: "(第)"}]\n', "layout.yaml:1:32: the mark of a heading has a group that captures"),
        ("kind", 'leads: {plan: ["目标)"]}\n', "kind.yaml:1:16: the pattern has a closing bracket without its opening one"),
        # words
        ("words", "deliver: [提速]\ngrow: [提速]\n", "words.yaml:2:8: the word 提速 stands in grow and, at mine/words.yaml:1:11, in deliver"),
        ("words", "deliver: [降速 提速]\nplain: [提速]\n", "words.yaml:2:9: the word 提速 stands in plain and, at mine/words.yaml:1:14, in deliver"),
        ("units", "count: [包装]\nmeasure: [包装]\n", "units.yaml:2:11: the word 包装 stands in measure and, at mine/units.yaml:1:9, in count"),
        ("numerals", "words: [{word: 翻十番, value: 10, unit: 翻}]\n", "numerals.yaml:1:38: there is no unit 翻"),
        # YAML
        ("units", "count: [a\n", "units.yaml:2:1: not YAML:"),
        ("units", "count: [a]\ncount: [b]\n", "units.yaml:2:1: the key count stands twice, first in line 1"),
        ("units", "count: &a [x]\nmoney: *a\n", "units.yaml:2:8: an alias"),
        ("units", "count: !!python/object:os.system [x]\n", "units.yaml:1:8: the tag"),
        ("units", "count: [x]\n---\ncount: [y]\n", "units.yaml:2:1: a second document"),
        ("units", "? [a]\n: b\n", "units.yaml:1:3: a key that is not a word"),
        ("units", "count: " + "[" * 2000 + "]" * 2000 + "\n", "units.yaml:1:"),
    ],
)  # fmt: skip
def test_a_fault(faults: Faults, file: str, text: str, fault: str) -> None:
    found = faults({file: text})
    assert [line for line in found if line.replace("mine/", "").startswith(fault.replace("mine/", ""))], found


def test_all_faults_of_all_files_are_shown_in_order(faults: Faults) -> None:
    found = faults(
        {
            "targets": RULE.format(pattern='"<Q> <nuon>"') + "    aim: raech\n    colour: red\n",
            "units": "cuont: [台套]\nmoney: 元\n",
            "words": "deliver: [提速]\ngrow: [提速]\n",
        }
    )
    assert [line.split(": ")[0] for line in found] == [
        "targets.yaml:4:14",
        "targets.yaml:5:10",
        "targets.yaml:6:5",
        "units.yaml:1:1",
        "units.yaml:2:8",
        "words.yaml:2:8",
    ]


def test_a_file_of_another_name_is_no_rule_file(faults: Faults) -> None:
    assert faults({"unit": "count: [台套]\n"})[0].startswith(
        "unit.yaml: no rule file has this name (did you mean units.yaml?"
    )


def test_a_folder_that_is_not_there() -> None:
    with pytest.raises(RulesError, match="nowhere: there is no such file or folder"):
        load_rules(("nowhere",))


def test_a_folder_without_rules() -> None:
    Path("empty").mkdir()
    with pytest.raises(RulesError, match="empty: no rule file in this folder"):
        load_rules(("empty",))


def test_a_file_that_is_too_large_or_no_text(faults: Faults) -> None:
    Path("mine").mkdir()
    Path("mine/units.yaml").write_bytes(b"count: [" + b"x, " * 400_000 + b"x]")
    Path("mine/words.yaml").write_bytes("deliver: [提速]".encode("gb18030"))
    found = faults({})
    assert found[0].startswith("units.yaml: 1,200,010 bytes is too large for a rule file")
    assert found[1].startswith("words.yaml:1:1: not UTF-8 at byte")


def test_an_empty_file_and_a_byte_order_mark_are_no_fault(faults: Faults) -> None:
    assert faults({"units": "", "words": "\ufeffdeliver: [提速]\n", "kind": "# nothing yet\n"}) == []


def test_macros_that_would_grow_without_end(faults: Faults) -> None:
    macros = "".join(f'  m{n}: "<m{n + 1}> <m{n + 1}> <m{n + 1}> <m{n + 1}>"\n' for n in range(30)) + '  m30: "<n>"\n'
    found = faults({"targets": f"macros:\n{macros}"})
    assert any("too long with its macros put in" in line for line in found)


@pytest.mark.parametrize("word", ["off", "no", "yes", "on", "2030-01-01", "1:30", "0x1F", "1e400", ".inf", "012"])
def test_what_looks_like_something_else_stays_a_word(faults: Faults, word: str) -> None:
    assert faults({"units": f"count: [{word}]\n"}) == []
