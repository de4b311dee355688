"""What the site sends, stores and logs, whatever the page."""

import logging
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from jaga.errors import NotInstalledRight
from jaga_web import keys, sealing
from jaga_web import settings as module
from jaga_web.logs import Quiet

PAGES = ["/sign-in/", "/nothing-here/", "/profile/", "/static/jaga.css"]


@pytest.mark.parametrize("path", PAGES)
def test_headers_of_every_answer(client, db, path):
    answer = client.get(path)
    answer.close()
    policy = answer["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
    assert "http" not in policy
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Referrer-Policy"] == "same-origin"
    assert answer["Permissions-Policy"]


@pytest.mark.parametrize("path", PAGES[:3])
def test_no_page_is_kept_by_a_cache_or_framed(client, db, path):
    answer = client.get(path)
    assert answer["Cache-Control"] == "no-store"
    assert answer["X-Frame-Options"] == "DENY"


def test_own_static_files_are_served(client, db):
    for name in ("jaga.css", "jaga.js", "jaga.svg"):
        answer = client.get(f"/static/{name}")
        answer.close()
        assert answer.status_code == 200


def test_pages_name_no_other_server_and_run_nothing_inline(signed_in):
    page = signed_in("administrator").get("/staff/").content.decode()
    assert re.findall(r'(?:src|href|action)="(?:https?:)?//', page) == []
    assert re.findall(r"<style|\sstyle=|\son[a-z]+=|<script(?![^>]*\ssrc=)", page) == []


@pytest.mark.parametrize("name", ["jaga.css", "jaga.js"])
def test_static_files_name_no_other_server(name):
    text = (module.HERE / "static" / name).read_text()
    assert "http:" not in text
    assert "https:" not in text


def test_refusals_are_pages_of_the_site_in_the_readers_language(signed_in):
    client = signed_in("director")
    missing = client.get("/staff/999999/nothing/")
    assert (missing.status_code, "Tidak ditemukan" in missing.content.decode()) == (404, True)
    forbidden = client.get("/staff/")
    assert forbidden.status_code == 403
    assert "Peran Anda tidak mencakup" in forbidden.content.decode()
    client.post("/language/", {"language": "en"})
    assert "Your role does not include" in client.get("/staff/").content.decode()


def test_a_form_without_its_token_says_what_to_do(db):
    client = Client(enforce_csrf_checks=True)
    answer = client.post("/sign-in/", {"username": "a", "password": "b"})
    assert answer.status_code == 403
    assert "Muat ulang" in answer.content.decode()


def test_a_wrong_host_is_a_page_too(client, db):
    answer = client.get("/sign-in/", headers={"host": "evil.example"})
    assert answer.status_code == 400


def test_a_broken_page_shows_no_detail(signed_in, monkeypatch, caplog):
    from jaga_web.people import queries

    def broken(_user):
        raise RuntimeError("Siti lives at Jalan Mawar 3")

    monkeypatch.setattr(queries, "colleagues", broken)
    client = signed_in("administrator")
    client.raise_request_exception = False
    answer = client.get("/staff/")
    assert answer.status_code == 500
    assert "Terjadi kesalahan" in answer.content.decode()
    assert "Mawar" not in answer.content.decode()
    record = next(one for one in caplog.records if one.levelno >= logging.ERROR)
    line = Quiet().format(record)
    assert "RuntimeError" in line
    assert "Mawar" not in line
    assert "/staff/" not in line


def test_every_log_line_goes_through_the_quiet_formatter():
    assert settings.LOGGING["handlers"]["stderr"]["formatter"] == "quiet"
    assert set(settings.LOGGING["handlers"]) == {"stderr"}


def test_cookies_are_out_of_reach_of_scripts(client, db):
    client.get("/sign-in/")
    client.post("/language/", {"language": "en"})
    assert {"jaga_csrf", "jaga_language"} <= set(client.cookies)
    for cookie in client.cookies.values():
        assert cookie["httponly"]
        assert cookie["samesite"] == "Lax"
    assert (settings.SESSION_COOKIE_HTTPONLY, settings.SESSION_COOKIE_SAMESITE) == (True, "Lax")


def test_debug_is_off_and_passwords_are_argon2():
    assert module.DEBUG is False
    assert module.PASSWORD_HASHERS == ["django.contrib.auth.hashers.Argon2PasswordHasher"]


def in_fresh_process(code: str, **environment: str) -> str:
    return subprocess.run(
        [sys.executable, "-c", code],
        env={"PYTHONPATH": str(module.HERE.parent), "PATH": "/usr/bin:/bin", **environment},
        capture_output=True,
        text=True,
        check=True,
    ).stdout


def test_https_closes_every_door():
    code = (
        "from jaga_web import settings as s; print(s.SESSION_COOKIE_SECURE, s.CSRF_COOKIE_SECURE,"
        " s.SECURE_SSL_REDIRECT, s.SECURE_HSTS_SECONDS > 0, s.CSRF_TRUSTED_ORIGINS)"
    )
    out = in_fresh_process(code, JAGA_HTTPS="1", JAGA_ALLOWED_HOSTS="jaga.example")
    assert out.strip() == "True True True True ['https://jaga.example']"


def test_reading_the_settings_writes_nothing(tmp_path):
    in_fresh_process("import jaga_web.settings", JAGA_DATA_DIR=str(tmp_path / "new"))
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("value", ["yes", "true", "2", " "])
def test_a_switch_is_1_or_0(monkeypatch, value):
    monkeypatch.setenv("JAGA_DEMO", value)
    with pytest.raises(NotInstalledRight, match="JAGA_DEMO may only be 1 or 0"):
        module.switch("JAGA_DEMO")


@pytest.mark.parametrize(
    ("url", "host", "port", "name", "password"),
    [
        ("postgresql://a:p%40ss@db.example:5433/jaga", "db.example", "5433", "jaga", "p@ss"),
        ("postgres://a@/jaga?host=/run/pg", "/run/pg", "", "jaga", ""),
    ],
)
def test_a_database_address(url, host, port, name, password):
    found = module.database(url)
    assert (found["HOST"], found["PORT"], found["NAME"], found["PASSWORD"]) == (
        host,
        port,
        name,
        password,
    )


@pytest.mark.parametrize("url", ["mysql://a@b/c", "postgresql://a@b/", "jaga"])
def test_another_database_address_is_refused(url):
    with pytest.raises(NotInstalledRight, match="JAGA_DATABASE_URL"):
        module.database(url)


def test_sqlite_lets_readers_and_the_writer_live_together(tmp_path):
    options = module.sqlite(tmp_path / "x")["OPTIONS"]
    assert options["transaction_mode"] == "IMMEDIATE"
    assert "journal_mode=WAL" in options["init_command"]


class TestSealing:
    def test_sealed_and_opened(self):
        assert sealing.unseal(sealing.seal("Siti", "a.b"), "a.b") == "Siti"

    def test_the_same_words_are_sealed_differently_each_time(self):
        assert sealing.seal("Siti", "a.b") != sealing.seal("Siti", "a.b")

    def test_a_value_moved_to_another_column_does_not_open(self):
        with pytest.raises(NotInstalledRight):
            sealing.unseal(sealing.seal("Siti", "a.b"), "a.c")

    @pytest.mark.parametrize("place", [0, 1, 20, -1])
    def test_one_changed_byte_is_noticed(self, place):
        sealed = bytearray(sealing.seal("Siti Aminah", "a.b"))
        sealed[place] ^= 1
        with pytest.raises(NotInstalledRight):
            sealing.unseal(bytes(sealed), "a.b")

    def test_with_another_key_it_does_not_open(self, settings, tmp_path):
        sealed = sealing.seal("Siti", "a.b")
        settings.JAGA_DATA_DIR = tmp_path
        with pytest.raises(NotInstalledRight, match="sealing.key"):
            sealing.unseal(sealed, "a.b")

    def test_the_database_holds_no_name(self, person):
        from django.db import connection

        person("director")
        with connection.cursor() as cursor:
            cursor.execute("SELECT display_name FROM people_user")
            (kept,) = cursor.fetchone()
        assert b"Orang" not in bytes(kept)

    def test_fingerprints_find_equals_and_depend_on_the_purpose(self):
        assert sealing.fingerprint("a", "x") == sealing.fingerprint("a", "x")
        assert sealing.fingerprint("a", "x") != sealing.fingerprint("a", "y")

    def test_a_key_is_made_once_and_only_its_owner_reads_it(self, tmp_path: Path):
        first = keys.read(tmp_path, "one")
        assert keys.read(tmp_path, "one") == first
        assert len(first) == 32
        assert (tmp_path / "keys" / "one.key").stat().st_mode & 0o777 == 0o600
        assert [path.name for path in (tmp_path / "keys").iterdir()] == ["one.key"]


def test_sqlite_writes_over_what_is_deleted(db):
    from django.db import connection

    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL keeps no free pages of ours: vacuum returns them")
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA secure_delete")
        assert cursor.fetchone() == (1,)
