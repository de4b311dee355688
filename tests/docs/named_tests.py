"""Whether a test that a text names as `tests/file.py::test` is really there."""

import ast
from functools import cache

from tests.codebase.tree import ROOT


@cache
def tests_in(name: str) -> frozenset[str]:
    """The names of all test functions of a file, also of those inside a class."""
    path = ROOT / name
    if not path.is_file():
        return frozenset()
    return frozenset(
        node.name
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
    )


def missing(named: str) -> bool:
    """Whether `named` (a file, a folder, or file::test) is not there."""
    path, _, test = named.partition("::")
    if not test:
        return not (ROOT / path).exists()
    return test not in tests_in(path)
