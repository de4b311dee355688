"""`jaga …` as a process of its own, killable, without paying for its imports each time.

A server that has imported the commands forks one process per call; what runs in it is
`jaga_cli.__main__.main`, with its own working folder, environment, output and exit code.
"""

import multiprocessing
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from multiprocessing import forkserver
from multiprocessing.process import BaseProcess
from pathlib import Path

ROOT = Path(__file__).parents[1]
PROCESSES = multiprocessing.get_context("forkserver")
PROCESSES.set_forkserver_preload(["jaga_cli.__main__", "jaga_cli.app", "jaga.ledger.store"])


@dataclass(frozen=True)
class Ended:
    """How a call ended: its exit code and everything it said."""

    code: int
    said: str
    complained: str


def environment(**changes: str) -> dict[str, str]:
    """This process's environment, with `src` importable and no terminal's language."""
    kept = {k: v for k, v in os.environ.items() if k not in ("LANG", "LC_ALL", "JAGA_LANGUAGE")}
    return {**kept, "PYTHONPATH": str(ROOT / "src"), **changes}


def _child(arguments: list[str], folder: Path, variables: Mapping[str, str]) -> None:
    os.environ.clear()
    os.environ.update(variables)
    os.chdir(folder)
    for number, name in ((1, "said"), (2, "complained")):
        file = os.open(folder / name, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.dup2(file, number)
    sys.argv = ["jaga", *arguments]
    from jaga_cli.__main__ import main

    main()


def start(arguments: list[str], folder: Path, **changes: str) -> BaseProcess:
    """Start `jaga arguments…` in `folder`, where it leaves the files `said` and `complained`."""
    before = os.environ.get("PYTHONPATH")
    os.environ["PYTHONPATH"] = str(ROOT / "src")
    try:
        forkserver.ensure_running()
    finally:
        os.environ.pop("PYTHONPATH")
        if before is not None:
            os.environ["PYTHONPATH"] = before
    # What a killed process leaves in its temporary folder goes with the test's own.
    variables = environment(TMPDIR=str(folder), **changes)
    process = PROCESSES.Process(target=_child, args=(arguments, folder, variables))
    process.start()
    return process


def jaga(*arguments: object, folder: Path, language: str = "en", **changes: str) -> Ended:
    """Run `jaga arguments…` to its end."""
    words = [str(argument) for argument in arguments]
    process = start(words, folder, JAGA_LANGUAGE=language, **changes)
    process.join(120)
    assert process.exitcode is not None
    said, complained = ((folder / name).read_text() for name in ("said", "complained"))
    return Ended(process.exitcode, said, complained)


def jaga_from_shell(*arguments: object, folder: Path, **changes: str) -> Ended:
    """Run `python -m jaga_cli arguments…` as a shell would, imports and all."""
    command = [sys.executable, "-m", "jaga_cli", *map(str, arguments)]
    ended = subprocess.run(
        command, cwd=folder, env=environment(**changes), capture_output=True, text=True,
        check=False, timeout=120,
    )  # fmt: skip
    return Ended(ended.returncode, ended.stdout, ended.stderr)
