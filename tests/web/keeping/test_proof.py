"""After an erasure nothing opens: not the database, its log, a backup taken before, or a file."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]


def story(folder: Path, **environment: str) -> dict:
    """What proof.py found, in a process and on a database of its own."""
    (folder / "tmp").mkdir()
    (folder / "data").mkdir()
    ended = subprocess.run(
        [sys.executable, "-m", "tests.web.keeping.proof", str(folder)],
        cwd=ROOT,
        env={
            **os.environ,
            "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}",
            "JAGA_DATA_DIR": str(folder / "data"),
            "TMPDIR": str(folder / "tmp"),
            "JAGA_DATABASE_URL": "",
            **environment,
        },
        capture_output=True,
        text=True,
    )
    assert ended.returncode == 0, ended.stderr[-3000:]
    return json.loads(ended.stdout.splitlines()[-1])


def check(found: dict) -> None:
    # The search itself works: all words opened while the keys were there, none stood in plain.
    assert found["words"] > 30
    assert len(found["opened before"]) == found["words"]
    assert found["plain before"] == []
    # And then nothing is found, by any way.
    assert found["plain after"] == []
    assert found["opened after"] == []
    assert found["rows left"] == {}
    # The other case is as it was.
    assert found["other opened after"] == found["other opened before"] != []
    assert found["key files"] == found["keys of the others"]


def test_nothing_of_an_erased_case_opens_on_sqlite(tmp_path):
    found = story(tmp_path)
    check(found)
    assert found["restored"]["erased"] >= found["words"]
    assert found["restored"]["read"] == 0


@pytest.mark.postgres
@pytest.mark.skipif(not os.environ.get("JAGA_DATABASE_URL"), reason="no PostgreSQL is given")
def test_nothing_of_an_erased_case_opens_on_postgresql(tmp_path):
    import psycopg
    from psycopg import sql

    address = os.environ["JAGA_DATABASE_URL"]
    name = sql.Identifier("jaga_proof")
    with psycopg.connect(address, autocommit=True) as server:
        server.execute(sql.SQL("DROP DATABASE IF EXISTS {}").format(name))
        server.execute(sql.SQL("CREATE DATABASE {}").format(name))
    before, _, query = address.partition("?")
    own = before.rsplit("/", 1)[0] + "/jaga_proof" + (f"?{query}" if query else "")
    try:
        check(story(tmp_path, JAGA_DATABASE_URL=own))
    finally:
        with psycopg.connect(address, autocommit=True) as server:
            server.execute(sql.SQL("DROP DATABASE jaga_proof WITH (FORCE)"))
