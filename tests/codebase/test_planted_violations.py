"""Each check fails when it should: one violation of each kind, planted in a copy of the tree."""

import os
import re
import shutil
import subprocess
import sys

import pytest
from tests.codebase import documented, purity, sizes, wording
from tests.codebase.tree import ROOT

from jaga_cli import documents

# Start of a contract's name -> a file and the import that breaks it.
FORBIDDEN_IMPORTS = {
    "The core is pure": ("src/jaga/words.py", "import django"),
    "Screening, surveys, evidence": ("src/jaga/world/__init__.py", "import jaga.screening"),
    "Rules are data": ("src/jaga/screening/indicators/fast_cash_out.py", "import sqlglot"),
    "A figure reaches": ("src/jaga/report/__init__.py", "import jaga.ledger.store"),
    "Only the engines, the ledger": ("src/jaga/screening/model.py", "import duckdb"),
    "Only the engines import": ("src/jaga/evidence/disclosure.py", "import pyspark"),
    "The web reads": ("src/jaga_web/audit/models.py", "import jaga_web.people.models"),
    "The web does not": ("src/jaga_web/settings.py", "import jaga_cli.testing"),
}


@pytest.fixture
def bare(tmp_path):
    """A tree without a fault, as there is nothing in it: what is found was planted."""
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for name in ("src/jaga", "docs", "requirements", "tests/codebase"):
        (tmp_path / name).mkdir(parents=True)
    return tmp_path


@pytest.fixture
def copy(bare):
    """The same with all of our code, free to spoil."""
    skip = shutil.ignore_patterns("__pycache__", ".*cache")
    shutil.copytree(ROOT / "src", bare / "src", ignore=skip, dirs_exist_ok=True)
    return bare


def plant(tree, name, text):
    """Add `text` at the end of a file of the copy, which it makes when absent."""
    path = tree / name
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8") as file:
        file.write("\n" + text + "\n")


def tool(tree, *command):
    """Exit code and output of a linter on the copy."""
    environment = {**os.environ, "PYTHONPATH": str(tree / "src"), "COLUMNS": "200"}
    ended = subprocess.run(
        [sys.executable, *command], cwd=tree, env=environment, capture_output=True, text=True
    )
    return ended.returncode, ended.stdout + ended.stderr


def lint_imports(tree):
    call = "from importlinter.cli import lint_imports_command as c; c()"
    return tool(tree, "-c", call, "--no-cache")


def test_the_walls_stand_and_each_forbidden_import_breaks_its_own(copy):
    code, said = lint_imports(copy)
    assert code == 0, said
    for name, line in FORBIDDEN_IMPORTS.values():
        plant(copy, name, line)
    code, said = lint_imports(copy)
    assert code != 0
    for contract in FORBIDDEN_IMPORTS:
        assert re.search(rf"^{contract}[^\n]* BROKEN", said, re.M), f"{contract} let it pass"


def test_ruff_refuses_a_fault_and_a_foreign_format(bare):
    plant(bare, "src/jaga/planted.py", "import os\nprint( 'x' )")
    code, said = tool(bare, "-m", "ruff", "check", "--no-cache", "src/jaga/planted.py")
    assert code == 1
    assert "F401" in said
    assert "T201" in said
    assert tool(bare, "-m", "ruff", "format", "--check", "src/jaga/planted.py")[0] == 1


def test_mypy_refuses_an_untyped_function(bare):
    plant(bare, "src/jaga/planted.py", "def planted(x):\n    return x")
    config = (bare / "pyproject.toml").read_text().replace("mypy_django_plugin.main", "")
    (bare / "mypy.toml").write_text(config.replace('plugins = [""]', ""))
    code, said = tool(
        bare, "-m", "mypy", "--config-file", "mypy.toml", "--cache-dir", os.devnull,
        "--follow-imports=silent", "src/jaga/planted.py",
    )  # fmt: skip
    assert code == 1
    assert "no-untyped-def" in said


def test_a_file_of_401_lines_is_found(bare):
    plant(bare, "src/jaga/planted.py", "\n" * 399)
    assert sizes.long_files(bare) == ["src/jaga/planted.py has 401 lines"]


def test_a_function_of_61_lines_is_found(bare):
    plant(bare, "src/jaga/planted.py", "def planted():\n" + "    pass\n" * 60)
    assert sizes.long_functions(bare / "src") == ["jaga/planted.py:2 planted has 61 lines"]


def test_a_function_of_seven_parameters_is_found(bare):
    plant(bare, "src/jaga/planted.py", "def planted(a, b, c, d, e, f, g): ...")
    assert sizes.wide_functions(bare / "src") == ["jaga/planted.py:2 planted: 7"]


def test_an_outdated_word_is_found(bare):
    plant(bare, "docs/planted.md", "About child pro" + "stitution.")
    assert [line.split(":")[0] for line in wording.old_words(bare)] == ["docs/planted.md"]


@pytest.mark.parametrize("trace", ["see /hom" + "e/ani/x", "from https://pypi." + "org/simple"])
def test_a_trace_of_a_machine_is_found(bare, trace):
    plant(bare, "docs/planted.md", trace)
    assert [line.split(":")[0] for line in wording.machine_traces(bare)] == ["docs/planted.md"]


def test_an_address_and_a_missing_hash_in_a_lock_are_found(bare):
    plant(bare, "requirements/base.lock", "planted==1.0\nother @ https://example.invalid/o.whl")
    assert wording.addresses_in_locks(bare) == ["base.lock:3"]
    assert "base.lock: planted==1.0" in wording.unhashed_pins(bare)


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("src/jaga_web/templates/planted.html", "<input type='fil" + "e'>"),
        ("src/jaga_web/planted.py", "photo = models.Image" + "Field()"),
        ("src/jaga/planted.py", "import P" + "IL"),
    ],
)
def test_a_place_that_would_take_in_media_is_found(bare, name, line):
    plant(bare, name, line)
    assert wording.media_handling(bare) == [name.removeprefix("src/")]


@pytest.mark.parametrize("name", wording.ONE_DOOR)
def test_the_one_door_stands_open_and_a_second_beside_it_is_found(bare, name):
    plant(bare, f"src/{name}", wording.ONE_DOOR[name])
    assert wording.media_handling(bare) == []
    plant(bare, f"src/{name}", wording.ONE_DOOR[name])
    plant(bare, "src/jaga_web/cases/views.py", "request.upload_" + "handlers = []")
    assert wording.media_handling(bare) == ["jaga_web/cases/views.py", name]


@pytest.mark.parametrize(
    "line", ["import socket", "from urllib import request", "os.environ['X']", "print('x')"]
)
def test_a_core_that_reaches_outside_is_found(bare, line):
    plant(bare, "src/jaga/planted.py", line)
    assert len(purity.impure(bare)) == 1


def test_a_missing_docstring_is_found(bare):
    plant(bare, "src/jaga/planted.py", "class Planted:\n    def act(self): ...")
    assert documented.undocumented(bare) == [
        "src/jaga/planted.py:2 Planted",
        "src/jaga/planted.py:3 act",
    ]


def test_a_stale_a_missing_and_an_unknown_generated_page_are_found(bare):
    folder = bare / "docs" / "reference" / "generated"
    shutil.copytree(documents.FOLDER, folder)
    assert documents.stale(folder) == []
    plant(bare, "docs/reference/generated/exit-codes.md", "| 6 | planted |")
    plant(bare, "docs/reference/generated/planted.md", "nobody makes me")
    (folder / "disclosure-rules.md").unlink()
    assert documents.stale(folder) == ["disclosure-rules.md", "exit-codes.md", "planted.md"]


def test_a_dead_link_and_a_wrong_name_are_found(bare):
    plant(bare, "docs/planted.md", "[gone](gone.md), `src/jaga/gone.py`, `jaga.words.gone`")
    assert documented.broken_links(bare) == ["docs/planted.md: gone.md"]
    assert documented.missing_names(bare) == [
        "docs/planted.md: src/jaga/gone.py",
        "docs/planted.md: jaga.words.gone",
    ]
