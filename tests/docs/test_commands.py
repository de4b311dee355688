"""The commands of the documents run as they are printed, in an empty folder."""

import os
import re
import shlex
import subprocess
import sys

import pytest

from jaga_cli.testing import ROOT

PAGES = sorted(
    [ROOT / "README.md", ROOT / "CONTRIBUTING.md"]
    + [path for path in (ROOT / "docs").rglob("*.md") if "generated" not in path.parts]
)
TUTORIAL = ROOT / "docs" / "tutorial" / "from-a-payments-file-to-a-decision.md"
# `demo` serves until it is stopped (tests/browser walks it); `test` is what runs us.
NOT_RUN = ("demo", "test", "serve")


def commands(text):
    """The `./jaga` lines of the shell blocks of a page, without their comments."""
    blocks = re.findall(r"```sh\n(.*?)```", text, re.DOTALL)
    lines = (shlex.split(line, comments=True) for block in blocks for line in block.splitlines())
    return [line[1:] for line in lines if line and line[0] == "./jaga"]


def jaga(*arguments, cwd):
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "COLUMNS": "200"}
    return subprocess.run(
        [sys.executable, "-m", "jaga_cli", *arguments],
        cwd=cwd, env=environment, capture_output=True, text=True, timeout=240,
    )  # fmt: skip


def named():
    """Every subcommand the documents name, in shell blocks or in the running text."""
    texts = [page.read_text(encoding="utf-8") for page in PAGES]
    return sorted({name for text in texts for name in re.findall(r"\./jaga ([a-z]+)\b", text)})


@pytest.mark.parametrize("name", [name for name in named() if name != "test"])
def test_every_command_the_documents_name_exists(name, tmp_path):
    ended = jaga(name, "--help", cwd=tmp_path)
    assert ended.returncode == 0, ended.stderr


def test_the_tutorial_runs_from_its_first_command_to_its_last(tmp_path):
    lines = [line for line in commands(TUTORIAL.read_text()) if line[0] not in NOT_RUN]
    assert [line[0] for line in lines] == ["simulate", "screen"]
    for line in lines:
        ended = jaga(*line, cwd=tmp_path)
        assert ended.returncode == 0, ended.stderr
    made = {
        path.name for folder in ("country", "run") for path in (tmp_path / "out" / folder).iterdir()
    }
    promised = set(re.findall(r"`(\w+\.(?:csv|parquet|json|csv\.gz))`", TUTORIAL.read_text()))
    assert promised <= made
