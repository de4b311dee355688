"""`jaga serve` and `jaga audit`, as processes of their own on a data folder of their own."""

import os
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.codebase.tree import ROOT

from jaga.errors import NotInstalledRight, WrongUsage
from jaga_cli import serve, web

SERVE = "from jaga_cli.serve import serve; serve('id', port={port})"
VERIFY = "from jaga_cli.audit import verify_chain as v; lines, c = v('en'); print(*lines, c)"
ANCHOR = "from jaga_cli.audit import anchor_chain as a; lines, c = a('en'); print(*lines, c)"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


def start(code: str, folder: Path, **environment: str) -> subprocess.Popen[str]:
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    return subprocess.Popen(
        [sys.executable, "-c", code],
        env={**kept, "PYTHONPATH": str(ROOT / "src"), "JAGA_DATA_DIR": str(folder), **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )


def run(code: str, folder: Path, **environment: str) -> str:
    with start(code, folder, **environment) as process:
        return process.communicate(timeout=60)[0]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def page(port: int) -> str:
    """The sign-in page, waited for."""
    deadline = time.monotonic() + 30
    while True:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/sign-in/", timeout=5) as answer:
                return answer.read().decode()
        except OSError:  # refused while it starts, or slow to answer on a busy machine
            if time.monotonic() > deadline:
                raise
            time.sleep(0.1)


def is_alive(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.fixture
def site(folder: Path) -> Iterator[tuple[subprocess.Popen[str], int]]:
    port = free_port()
    process = start(SERVE.format(port=port), folder)
    yield process, port
    if is_alive(process.pid):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    if process.stdout and not process.stdout.closed:
        process.stdout.close()


def test_it_serves_from_an_empty_folder_and_ctrl_c_leaves_nothing_running(site, folder):
    process, port = site
    assert 'name="password"' in page(port)
    assert (folder / "jaga.sqlite3").exists()
    os.killpg(process.pid, signal.SIGINT)
    out, _ = process.communicate(timeout=20)
    assert process.returncode == 0
    assert f"http://127.0.0.1:{port}" in out
    assert "Traceback" not in out
    assert not is_alive(process.pid)
    with socket.socket() as probe:
        assert probe.connect_ex(("127.0.0.1", port)) != 0


def test_a_taken_port_is_said():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(NotInstalledRight, match=f"--port {port + 1}"):
            serve._port_is_free("127.0.0.1", port)


@pytest.mark.parametrize("port", [0, -1, 65536])
def test_a_port_that_cannot_be_is_said(port):
    with pytest.raises(WrongUsage, match="65535"):
        serve.prepare("127.0.0.1", port)


def test_a_missing_web_part_is_said(monkeypatch):
    monkeypatch.setattr(web, "find_spec", lambda name: None)
    with pytest.raises(NotInstalledRight, match=r"pip install"):
        web.set_up()


def test_a_folder_that_cannot_be_written_is_said(folder):
    folder.write_text("a file stands where the folder should be")
    out = run("from jaga_cli.web import set_up; set_up()", folder)
    assert "The data folder is not writable" in out


def test_an_unreachable_database_is_said(folder):
    code = "from jaga_cli.web import *; set_up(); prepare_database()"
    address = f"postgresql://a@127.0.0.1:{free_port()}/jaga"
    assert "The database does not open" in run(code, folder, JAGA_DATABASE_URL=address)


def test_a_database_from_an_earlier_version_is_left_alone(folder):
    code = "from jaga_cli.web import *; set_up(); prepare_database(); print('ready')"
    assert run(code, folder) == "ready\n"
    with sqlite3.connect(folder / "jaga.sqlite3") as database:
        database.execute("DELETE FROM django_migrations WHERE app = 'people'")
    database.close()
    assert "Back it up" in run(code, folder)


@pytest.fixture(scope="module")
def three_events(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with three events and three anchors."""
    folder = tmp_path_factory.mktemp("chain") / "data"
    prepare = "from jaga_cli.web import *; set_up(); prepare_database()"
    out = run("; ".join([prepare, ANCHOR, ANCHOR, ANCHOR]), folder)
    assert [f"Anchor of event {number} added" in out for number in (0, 1, 2)] == [True] * 3
    return folder


@pytest.fixture
def chained(three_events: Path, folder: Path) -> Path:
    return shutil.copytree(three_events, folder)


def tamper(folder: Path, *statements: str) -> None:
    database = sqlite3.connect(folder / "jaga.sqlite3")
    with database:
        for name in ("audit_event_no_update", "audit_event_no_delete"):
            database.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            database.execute(statement)
    database.close()


def test_a_whole_trail(chained):
    assert run(VERIFY, chained).strip().endswith("3 events, 3 anchors agree. 0")


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("UPDATE audit_event SET subject = 'event:9' WHERE seq = 2", "Event 2 was edited"),
        ("DELETE FROM audit_event WHERE seq = 2", "Deleted: event 2."),
        ("DELETE FROM audit_event WHERE seq = 3", "Deleted: event 3."),
    ],
)
def test_a_trail_changed_in_the_database_is_told(chained, statement, words):
    tamper(chained, statement)
    out = run(VERIFY, chained)
    assert words in out
    assert out.strip().endswith("5")


def test_a_trail_reordered_in_the_database_is_told(chained):
    tamper(
        chained,
        "UPDATE audit_event SET seq = 9 WHERE seq = 1",
        "UPDATE audit_event SET seq = 1 WHERE seq = 2",
        "UPDATE audit_event SET seq = 2 WHERE seq = 9",
    )
    assert "Event 1 was moved: it was event 2" in run(VERIFY, chained)


@pytest.mark.skipif(
    not (shutil.which("pg_ctl") or list(Path("/usr/lib/postgresql").glob("*/bin/pg_ctl"))),
    reason="no PostgreSQL on this machine",
)
def test_a_throw_away_postgresql_serves_the_command_and_is_gone(tmp_path):
    code = (
        "from jaga_cli.web import *; set_up(); prepare_database();"
        "from django.db import connection as c; print(c.vendor, c.settings_dict['HOST']);"
        "raise SystemExit(7)"
    )
    done = subprocess.run(
        ["sh", str(ROOT / "scripts" / "with_postgres.sh"), sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": str(ROOT / "src"), "JAGA_DATA_DIR": str(tmp_path / "d")},
        capture_output=True,
        text=True,
        timeout=90,
    )
    vendor, _, place = done.stdout.strip().partition(" ")
    assert (done.returncode, vendor) == (7, "postgresql"), done.stderr
    assert not Path(place).exists()
