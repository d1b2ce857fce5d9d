"""``pledgeminer rules``"""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from .guard import FAILED, GATE, guarded
from .options import Folders
from .streams import Messages, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..documents.model import Document

rules = typer.Typer(
    name="rules",
    help="Read, check, test and extend the rules.",
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)

Own = Annotated[bool, typer.Option("--own", help="Only the examples of your own folders, not the built-in ones.")]
Path = Annotated[
    str | None,
    typer.Argument(metavar="PATH", help="A folder of rules, or one rule file, on top of the others."),
]


class RuleFormat(StrEnum):
    """What ``--format`` takes."""

    TEXT = "text"
    JSON = "json"


Format = Annotated[RuleFormat, typer.Option("--format", "-f", metavar="FORMAT", help="text, or json for programs.")]


def _all(folders: list[str] | None, path: str | None = None) -> tuple[str, ...]:
    from .settings import rule_folders

    return rule_folders([*(folders or ()), *([path] if path is not None else ())])


def _write_json(value: object) -> None:
    import msgspec

    sys.stdout.write(msgspec.json.format(msgspec.json.encode(value), indent=1).decode() + "\n")


@rules.command("list")
def list_(
    kind: Annotated[
        str | None,
        typer.Option(
            metavar="KIND",
            help="Only this kind: target, macro, label, time, unit, comparator, cue, word, body, number, layout, diff.",
        ),
    ] = None,
    file: Annotated[
        str | None, typer.Option(metavar="NAME", help="Only those of this rule file. Example: --file units.yaml")
    ] = None,
    folders: Folders = None,
    format: Format = RuleFormat.TEXT,
) -> None:
    """List the rules: id, what each is for, how many examples it has, and where it comes from.

    Through a pipe the cells are parted by tabs.

    [bold]Examples[/bold]

    pledgeminer rules list --kind target

    pledgeminer rules list --rules my-province/ | grep my-province
    """
    with guarded():
        from ..errors import PledgeminerError
        from ..report.rule_pages import write_list
        from ..rules.catalogue import KINDS, entries
        from ..rules.compiler import did_you_mean
        from ..rules.files import file_types
        from ..rules.ruleset import read_rules

        if kind is not None and kind not in KINDS:
            raise PledgeminerError(
                f"there is no kind {kind}", where="--kind", hint=did_you_mean(kind, KINDS, "kinds are")
            )
        name = file.removesuffix(".yaml") if file is not None else None
        if name is not None and name not in file_types():
            hint = did_you_mean(name, file_types(), "files are")
            raise PledgeminerError(f"there is no rule file {file}", where="--file", hint=hint)
        found = [
            entry
            for entry in entries(*read_rules(_all(folders)))
            if kind in (None, entry.kind) and (name is None or entry.file == f"{name}.yaml")
        ]
        if format is RuleFormat.JSON:
            _write_json(found)
        else:
            write_list(found, sys.stdout, plain=not sys.stdout.isatty())


@rules.command()
def show(
    name: Annotated[
        str,
        typer.Argument(
            metavar="ID", help="The id of a rule, as in records and in `rules list`, or a word of the rules."
        ),
    ],
    folders: Folders = None,
    format: Format = RuleFormat.TEXT,
) -> None:
    """Show one rule as a page: what it is for, its pattern with the macros put in, its examples.

    For a word, show the lists that it stands in.

    [bold]Examples[/bold]

    pledgeminer rules show new-object

    pledgeminer rules show 力争
    """
    with guarded():
        from ..errors import PledgeminerError
        from ..report.rule_pages import write_page
        from ..rules.catalogue import entries
        from ..rules.compiler import did_you_mean, readable
        from ..rules.ruleset import load_rules, read_rules

        paths = _all(folders)
        every = list(entries(*read_rules(paths)))
        found = [entry for entry in every if entry.id == name] or [entry for entry in every if name in entry.words]
        if not found:
            hint = did_you_mean(name, (entry.id for entry in every), "`pledgeminer rules list` names all")
            raise PledgeminerError(f"there is no rule and no word {name}", hint=hint)
        if format is RuleFormat.JSON:
            _write_json(found)
            return
        patterns = {rule.id: readable(rule.pattern.pattern) for rule in load_rules(paths).targets.rules}
        for number, entry in enumerate(found):
            if number:
                print()
            write_page(entry, patterns.get(entry.id) if entry.kind == "target" else None, sys.stdout)


@rules.command()
def check(path: Path = None, folders: Folders = None, own: Own = False) -> None:
    """Check the rule files: everything that is wrong, with file, line and column, and what to write instead.

    Keys, ids, words, patterns and examples are looked at. The exit code is 1 if anything is wrong.

    [bold]Examples[/bold]

    pledgeminer rules check

    pledgeminer rules check my-province/ --own
    """
    with guarded():
        from ..rule_tools.check import check_rules
        from ..rule_tools.examples import cases

        paths = _all(folders, path)
        if path is not None:
            _must_exist(path)
        problems = check_rules(paths, own=own)
        for problem in problems:
            print(problem)
        if problems:
            say(f"{len(problems)} faults" if len(problems) > 1 else "1 fault")
            raise typer.Exit(GATE)
        say(f"all is well: {_count(paths)} rule files, {len(cases(paths))} examples")


def _must_exist(path: str) -> None:
    """Raise ``RulesError`` for a folder that is not there: that is wrong usage, not a wrong rule."""
    import pathlib

    from ..rules.folders import rule_files

    rule_files(pathlib.Path(path))


def _count(paths: tuple[str, ...]) -> int:
    import pathlib

    from ..rules.folders import builtin_folder, rule_files

    return sum(len(rule_files(folder)) for folder in (builtin_folder(), *map(pathlib.Path, paths)))


@rules.command("test")
def run_examples(
    path: Path = None,
    folders: Folders = None,
    own: Own = False,
    format: Format = RuleFormat.TEXT,
) -> None:
    """Run the examples beside the rules and in examples.yaml; show those that fail, expected against got.

    The exit code is 1 if one fails.

    [bold]Examples[/bold]

    pledgeminer rules test

    pledgeminer rules test my-province/ --own
    """
    with guarded():
        from ..report.rule_pages import write_failures
        from ..rule_tools.examples import cases, run

        paths = _all(folders, path)
        if path is not None:
            _must_exist(path)
        chosen = [case for case in cases(paths) if not (own and case.builtin)]
        failures = list(run(chosen, paths))
        if format is RuleFormat.JSON:
            _write_json(failures)
        else:
            write_failures(failures, sys.stdout)
        say(f"{len(chosen)} examples, {len(failures)} failed" if failures else f"{len(chosen)} examples, all hold")
        if failures:
            raise typer.Exit(GATE)


@rules.command()
def new(
    folder: Annotated[
        str, typer.Argument(metavar="FOLDER", help="Where the files are written; it is made if need be.")
    ],
) -> None:
    """Write a folder of rules to begin with: commented, valid, and tested by its own examples.

    [bold]Example[/bold]

    pledgeminer rules new my-province && pledgeminer rules test my-province --own
    """
    with guarded():
        import pathlib

        from ..rule_tools.skeleton import write_skeleton

        for file in write_skeleton(pathlib.Path(folder)):
            print(file)
        say(f'say --rules {folder}, or name it in pledgeminer.toml: [rules] paths = ["{folder}"]')


@rules.command()
def coverage(
    paths: Annotated[list[str], typer.Argument(metavar="PATH", help="Documents or folders, as for extract.")],
    folders: Folders = None,
    top: Annotated[
        int, typer.Option(metavar="N", min=0, help="How many kinds of numbers without a rule of their own are shown.")
    ] = 20,
    format: Format = RuleFormat.TEXT,
) -> None:
    """Tell how often each rule fires over documents, and which numbers no rule of their own claimed.

    Those are what the rules of last resort took, and what no rule fits, by the marks around them: where a shape is
    frequent, it is worth a rule.

    [bold]Example[/bold]

    pledgeminer rules coverage speeches/ --top 5
    """
    with guarded():
        from ..extraction.extractor import Extractor
        from ..report.rule_pages import write_coverage
        from ..rule_tools.coverage import coverage as cover

        extractor = Extractor(_all(folders))
        failed: list[str] = []
        result = cover(_documents(paths, failed), extractor)
        if format is RuleFormat.JSON:
            _write_json(result)
        elif result.documents:
            write_coverage(result, sys.stdout, shapes=top)
        messages = Messages()
        for slow in extractor.slow:
            messages.slow(slow)
        if failed or messages.failed:
            raise typer.Exit(FAILED)


def _documents(paths: list[str], failed: list[str]) -> Iterator[Document]:
    """Yield the documents that can be read; tell of the others, and add them to ``failed``."""
    from itertools import chain

    from ..documents.metadata import UserMetadata
    from ..documents.model import Document
    from ..documents.reading import read
    from ..documents.stream import open_archives
    from ..documents.walk import find_sources
    from ..errors import DocumentError

    found = find_sources(paths)
    for item in chain(found.listings.problems, open_archives(found.items)):
        try:
            if isinstance(item, DocumentError):
                raise item
            document = item if isinstance(item, Document) else read(item, UserMetadata())
            for warning in document.warnings:
                say(warning)
            yield document
        except DocumentError as error:
            failed.append(error.where)
            say(error)
