"""Every verb of the audit chain is listed with its sentence, and every listed one is in use."""

import ast
from collections.abc import Iterator

from tests.codebase.tree import ROOT, files

from jaga_web.audit.verbs import VERBS

WEB = ROOT / "src" / "jaga_web"


def strings(node: ast.AST) -> Iterator[str]:
    for part in ast.walk(node):
        if isinstance(part, ast.Constant) and isinstance(part.value, str):
            yield part.value


def trees() -> Iterator[ast.Module]:
    for path in files(WEB, ".py"):
        if path.name != "verbs.py" and "migrations" not in path.parts:
            yield ast.parse(path.read_text())


def test_every_verb_given_in_code_is_listed():
    given = {
        verb
        for tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.keyword) and node.arg == "verb"
        for verb in strings(node.value)
    }
    assert given - set(VERBS) == set()
    assert len(given) >= 10


def test_every_listed_verb_is_used():
    used = {text for tree in trees() for text in strings(tree)}
    assert set(VERBS) - used == set()
