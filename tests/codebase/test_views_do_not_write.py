"""Views are thin: they write through actions and read through queries."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.codebase.tree import ROOT, files

WEB = ROOT / "src" / "jaga_web"
WRITES = {
    "save",
    "create",
    "update",
    "delete",
    "bulk_create",
    "bulk_update",
    "get_or_create",
    "update_or_create",
    "execute",
}


def touches(source: str, forbidden: set[str]) -> Iterator[str]:
    """Each forbidden attribute, with its line."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Attribute) and node.attr in forbidden:
            yield f"line {node.lineno}: .{node.attr}"


def named(name: str) -> list[Path]:
    """Every file of that name, and those of one topic: "views.py" and "consent_views.py"."""
    return [
        path for path in files(WEB, ".py") if path.name == name or path.name.endswith(f"_{name}")
    ]


def test_there_are_views_to_look_at():
    assert len(named("views.py")) >= 3
    assert len(named("actions.py")) >= 4


@pytest.mark.parametrize(
    "path",
    [*named("views.py"), WEB / "trail.py", WEB / "home.py", WEB / "navigation.py"],
    ids=lambda path: path.relative_to(WEB).as_posix(),
)
def test_views_touch_no_row(path: Path):
    assert list(touches(path.read_text(), WRITES | {"objects"})) == []


@pytest.mark.parametrize(
    "path", named("queries.py"), ids=lambda path: path.relative_to(WEB).as_posix()
)
def test_queries_only_read(path: Path):
    assert list(touches(path.read_text(), WRITES)) == []


@pytest.mark.parametrize(
    "path", named("actions.py"), ids=lambda path: path.relative_to(WEB).as_posix()
)
def test_actions_take_their_arguments_by_name(path: Path):
    loose = [
        node.name
        for node in ast.parse(path.read_text()).body
        if isinstance(node, ast.FunctionDef)
        and not node.name.startswith("_")
        and (node.args.args or node.args.posonlyargs)
        and list(touches(ast.unparse(node), WRITES))
    ]
    assert loose == []


@pytest.mark.parametrize(
    "planted", ["user.save()", "User.objects.filter(pk=1)", "rows.delete()", "x.objects"]
)
def test_a_planted_violation_is_found(planted: str):
    assert list(touches(f"def view(request):\n    {planted}\n", WRITES | {"objects"}))
