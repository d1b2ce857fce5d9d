"""The house stands as CONTRIBUTING.md draws it: layers, sizes, names; and what is locked is what is required."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import pledgeminer

PACKAGE = Path(pledgeminer.__file__).parent
TOP = Path(__file__).resolve().parents[1]
#: The rooms from the ground up; one may use those below it, and none beside it but as `BESIDE` says.
LAYERS = (
    {"record", "errors", "formulas"},
    {"documents", "rules"},
    {"text"},
    {"extraction"},
    {"diff", "audit", "series"},
    {"run", "saved"},
    {"rule_tools"},
    {"report"},
    {"cli"},
)
#: Who may use a room of its own layer.
BESIDE = {("run", "saved"), ("audit", "diff"), ("series", "diff")}
LINES_OF_A_FUNCTION = 60
LINES_OF_A_MODULE = 400
POSITIONAL = 6
#: The options of a command are its parameters, and their help is in the function's head.
COMMANDS = "cli/"

Function = ast.FunctionDef | ast.AsyncFunctionDef


@cache
def modules() -> dict[str, ast.Module]:
    """The modules of the package by their dotted names without `pledgeminer`; that of a package is its folder's."""
    names = {path: path.relative_to(PACKAGE).with_suffix("").as_posix().replace("/", ".") for path in files()}
    return {name.removesuffix(".__init__"): ast.parse(path.read_text("utf-8")) for path, name in names.items()}


def files() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def imports(name: str, tree: ast.Module) -> Iterator[str]:
    """Yield the modules of the package that ``name`` imports, at whatever place, those for type checkers included."""
    is_package = (PACKAGE / name.replace(".", "/")).is_dir()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.removeprefix("pledgeminer.") for alias in node.names if inside(alias.name))
        elif isinstance(node, ast.ImportFrom):
            base = (node.module or "").removeprefix("pledgeminer").removeprefix(".")
            if node.level:
                parts = name.split(".")
                up = parts[: len(parts) - node.level + is_package]
                base = ".".join((*up, *filter(None, [node.module])))
            elif not inside(node.module or ""):
                continue
            for alias in node.names:
                deeper = f"{base}.{alias.name}".strip(".")
                yield deeper if deeper in modules() else base


def inside(module: str) -> bool:
    return module.split(".")[0] == "pledgeminer"


def arrows() -> dict[str, set[str]]:
    """Return which modules each module imports; the package's own front door, which opens on use, left out."""
    return {
        name: {one for one in imports(name, tree) if one and one != name}
        for name, tree in modules().items()
        if name not in ("__init__", "__main__")
    }


def layer(module: str) -> int:
    room = module.split(".")[0]
    return next(number for number, rooms in enumerate(LAYERS) if room in rooms)


def test_every_room_has_a_layer() -> None:
    rooms = {name.split(".")[0] for name in modules()} - {"__init__", "__main__"}
    assert rooms <= set().union(*LAYERS)


def test_no_room_knows_one_above_or_beside_it() -> None:
    wrong = set()
    for name, others in arrows().items():
        for other in others:
            room, its = name.split(".")[0], other.split(".")[0]
            up = layer(other) > layer(name)
            aside = layer(other) == layer(name) and room != its and layer(name) > 0 and (room, its) not in BESIDE
            if up or aside:
                wrong.add((name, other))
    assert wrong == set()


def test_no_imports_in_a_circle() -> None:
    # Only modules: what a package's own file imports is asked of the modules that it hands on.
    assert sorted(circles(arrows())) == []


def circles(graph: dict[str, set[str]]) -> Iterator[list[str]]:
    """Yield the groups of modules of which each leads to each other, by Tarjan's algorithm."""
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []

    def visit(name: str) -> Iterator[list[str]]:
        index[name] = low[name] = len(index)
        stack.append(name)
        for other in sorted(graph.get(name, ())):
            if other not in index:
                yield from visit(other)
                low[name] = min(low[name], low[other])
            elif other in stack:
                low[name] = min(low[name], index[other])
        if low[name] == index[name]:
            at = stack.index(name)
            group = stack[at:]
            del stack[at:]
            if len(group) > 1:
                yield sorted(group)

    for name in sorted(graph):
        if name not in index:
            yield from visit(name)


def functions() -> Iterator[tuple[str, Function]]:
    for path in files():
        short = path.relative_to(PACKAGE).as_posix()
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, Function):
                yield f"{short}:{node.name}", node


def is_command(place: str, node: Function) -> bool:
    """Say whether this is what typer calls: a public function of `cli/` whose docstring is the command's help."""
    return place.startswith(COMMANDS) and not node.name.startswith("_") and ast.get_docstring(node) is not None


def length(place: str, node: Function) -> int:
    """Return the lines of a function; those of a command's options and of its help do not count."""
    first = node.body[min(1, len(node.body) - 1)].lineno if is_command(place, node) else node.lineno
    return (node.end_lineno or 0) - first + 1


#: Functions that are too long today: they may only become fewer.
LONG = {
    "rules/quantities.py:compile_quantities",
    "rules/times.py:compile_times",
}


def test_no_function_is_longer_than_a_screen() -> None:
    long = {place for place, node in functions() if length(place, node) > LINES_OF_A_FUNCTION}
    assert long == LONG


def test_no_function_takes_many_arguments_by_position() -> None:
    crowded = {
        place
        for place, node in functions()
        if len([one for one in (*node.args.posonlyargs, *node.args.args) if one.arg not in ("self", "cls")])
        > POSITIONAL
        and not is_command(place, node)
    }
    assert crowded == set()


def test_no_module_is_long() -> None:
    large = {
        path.relative_to(PACKAGE).as_posix()
        for path in files()
        if len(path.read_text("utf-8").splitlines()) > LINES_OF_A_MODULE
    }
    assert large == set()


def test_every_module_says_what_it_is_for() -> None:
    assert [name for name, tree in modules().items() if not ast.get_docstring(tree)] == []


@pytest.mark.parametrize("folder", ["utils", "helpers", "misc", "common_utils"])
def test_no_room_for_what_has_no_name(folder: str) -> None:
    assert list(PACKAGE.rglob(f"{folder}*")) == []


def test_the_locked_versions_belong_to_the_requirements() -> None:
    script = TOP / ".ci" / "lock.py"
    done = subprocess.run([sys.executable, script, "--check"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
