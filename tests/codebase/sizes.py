"""How long files and functions are. Budgets from measuring codebases that read well."""

import ast
import statistics
from collections.abc import Iterator
from pathlib import Path

from tests.codebase.tree import files

MOST_LINES_IN_FILE = 400
MOST_LINES_IN_FUNCTION = 60
MOST_PARAMETERS = 6
MEDIAN_BELOW = 10

# Named exceptions, each with its reason. This list may only shrink.
MORE_PARAMETERS: dict[str, str] = {}

Function = ast.FunctionDef | ast.AsyncFunctionDef


def long_files(root: Path) -> list[str]:
    """Files over budget, with their length. Migrations are written by Django, not by us."""
    found = []
    for path in files(root, ".py", ".html", ".js", ".css", ".sh"):
        if path.parent.name == "migrations":
            continue
        length = len(path.read_text(encoding="utf-8").splitlines())
        if length > MOST_LINES_IN_FILE:
            found.append(f"{path.relative_to(root)} has {length} lines")
    return found


def functions(root: Path) -> Iterator[tuple[Path, Function]]:
    """Every function and method of the Python files under `root`."""
    for path in files(root, ".py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, Function):
                yield path, node


def length(function: Function) -> int:
    """Lines from `def` to the last line of the body, docstring and blank lines included."""
    return (function.end_lineno or function.lineno) - function.lineno + 1


def long_functions(root: Path) -> list[str]:
    """Functions over budget, with their length."""
    return [
        f"{path.relative_to(root)}:{function.lineno} {function.name} has {length(function)} lines"
        for path, function in functions(root)
        if length(function) > MOST_LINES_IN_FUNCTION
    ]


def wide_functions(root: Path) -> list[str]:
    """Functions with too many parameters (`self` and `cls` not counted)."""
    found = []
    for path, function in functions(root):
        arguments = function.args
        names = [a.arg for a in (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs)]
        number = len([name for name in names if name not in ("self", "cls")])
        if number > MOST_PARAMETERS and function.name not in MORE_PARAMETERS:
            found.append(f"{path.relative_to(root)}:{function.lineno} {function.name}: {number}")
    return found


def median_function(root: Path) -> float:
    """The median length of the functions under `root`, in lines."""
    return statistics.median(length(function) for _, function in functions(root))
