"""What the public door says and keeps about whoever stands in front of it: nothing."""

import logging
import re

import pytest
from django.apps import apps
from django.conf import settings as live_settings
from django.db import connection
from django.test import Client
from django.urls import reverse
from tests.web.channel.rows import FORMS
from tests.web.channel.visitor import Visitor

from jaga_web.channel import pages, urls
from jaga_web.channel.models import Report

ADDRESS = "203.0.113.77"
STAFF_COOKIES = {"jaga_session": "x" * 32, "jaga_csrf": "y" * 32, "jaga_language": "en"}


def every_answer(client: Client) -> list:
    """Each address of the door, read and sent to, and one that does not exist."""
    found = []
    for pattern in urls.urlpatterns:
        address = f"/lapor/{pattern.pattern}"
        found += [client.get(address), client.post(address, {}), client.put(address)]
    return [*found, client.get("/lapor"), client.get("/lapor/tidak-ada/")]


@pytest.fixture
def answers(organisation, signed_in) -> list:
    """What a visitor gets, and a member of staff with all their cookies, and a forged session."""
    forged = Client()
    for name, value in STAFF_COOKIES.items():
        forged.cookies[name] = value
    return [
        answer
        for client in (Client(), signed_in("supervisor"), forged)
        for answer in every_answer(client)
    ]


def test_no_answer_sets_or_depends_on_a_cookie(answers):
    assert len(answers) > 100
    for answer in answers:
        assert "Set-Cookie" not in answer.headers
        assert not answer.cookies
        assert "Cookie" not in answer.get("Vary", "")


def test_every_answer_is_kept_by_nobody_and_tells_nobody(answers):
    for answer in answers:
        assert answer["Cache-Control"] == "no-store"
        assert answer["Referrer-Policy"] == "no-referrer"
        assert answer["X-Frame-Options"] == "DENY"
        assert answer["Content-Security-Policy"].startswith("default-src 'none'; ")
        assert "unsafe" not in answer["Content-Security-Policy"]


def test_every_page_is_neutral_and_names_no_other_server_but_the_way_out(answers):
    for answer in (one for one in answers if one.status_code != 301):
        page = answer.content.decode()
        assert re.findall(r"<title>(.*?)</title>", page) == ["Informasi"]
        outside = re.findall(r'(?:src|href|action)="((?:https?:)?//[^"]+)"', page)
        assert outside == ["https://www.google.co.id/"]
        assert "Jaga" not in page
        assert "<style" not in page
        assert not re.search(r"<script(?! src)|\son\w+=", page)


def test_nobody_is_signed_in_at_the_door(signed_in, organisation):
    page = signed_in("supervisor").get("/lapor/").content.decode()
    assert "Orang" not in page
    assert page.count("<a ") == Client().get("/lapor/").content.decode().count("<a ")


def test_the_way_out_works_without_scripts(organisation):
    page = Client().get("/lapor/").content.decode()
    link = re.search(r'<a class="exit"[^>]+>', page).group()
    assert 'rel="nofollow noreferrer"' in link
    assert "Riwayat di browser tidak ikut terhapus" in page


def test_the_first_page_is_light(organisation, record_testsuite_property):
    page = Client().get("/lapor/").content
    folder = live_settings.HERE / "channel" / "static" / "channel"
    sizes = {path.name: path.stat().st_size for path in folder.iterdir()}
    total = len(page) + sum(sizes.values())
    record_testsuite_property("first page bytes, with style, script and icon", total)
    assert total < 20_000


def test_safe_now_is_asked_first_and_the_numbers_stand_beside_it(organisation):
    page = Client().get("/lapor/").content.decode()
    places = [page.index(text) for text in ('name="safe_now"', "<b>110</b>", 'name="path"')]
    assert places == sorted(places)
    assert page.count("<fieldset") == 1
    assert "08111-129-129" in page


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2026-11-30T03:00:00+00:00", "Sekarang ada orang yang membaca"),
        ("2026-11-30T10:00:00+00:00", "Kami membaca lagi Selasa pukul 08.00 WIB"),
        ("2026-12-05T03:00:00+00:00", "Kami membaca lagi Senin pukul 08.00 WIB"),
    ],
)
def test_it_says_honestly_whether_somebody_reads(organisation, monkeypatch, day, words):
    from datetime import datetime

    monkeypatch.setattr(pages.timezone, "now", lambda: datetime.fromisoformat(day))
    assert words in Client().get("/lapor/").content.decode()


def test_no_address_of_a_machine_is_stored_or_logged(organisation, caplog):
    caplog.set_level(logging.DEBUG)
    visitor = Visitor(REMOTE_ADDR=ADDRESS, HTTP_X_FORWARDED_FOR=ADDRESS, HTTP_USER_AGENT="UJI-HP")
    words = visitor.to_receipt()
    visitor.confirm().send("pesan", body="Halo lagi, UJI")
    visitor.come_back("kata yang salah sekali itu tidak")
    visitor.client.post("/lapor/kirim/", {"form": "bukan"})
    dump = everything_stored()
    for text in (ADDRESS, "UJI-HP", "Halo lagi", *words):
        assert text not in dump
        assert text not in caplog.text or text in words


def everything_stored() -> str:
    """Every cell of every table, as the database holds it."""
    cells = []
    with connection.cursor() as cursor:
        for model in apps.get_models():
            cursor.execute(f'SELECT * FROM "{model._meta.db_table}"')
            cells += [repr(bytes(c) if isinstance(c, memoryview) else c) for r in cursor for c in r]
    return "\n".join(cells)


def test_what_was_written_is_sealed_in_the_database(visitor):
    visitor.to_receipt(words="Kalimat UJI", address="contoh.invalid/uji")
    dump = everything_stored()
    assert all(text not in dump for text in ("Kalimat UJI", "contoh.invalid", "sore"))


def test_a_form_without_the_token_of_its_page_is_refused_and_does_nothing(visitor):
    foreign = visitor.open().token
    for name in FORMS:
        address = reverse(f"channel:{name}")
        for token in ("", "bukan", foreign + "A", foreign if name != "begin" else ""):
            assert visitor.client.post(address, {"form": token}).status_code == 403
    assert not Report.objects.exists()


def test_a_page_left_open_too_long_gives_the_words_back(visitor, monkeypatch):
    from jaga_web.channel import form_tokens

    visitor.to_writing()
    later = form_tokens.time.time() + form_tokens.OTHERS_LAST + 1
    monkeypatch.setattr(form_tokens.time, "time", lambda: later)
    visitor.send("kabar", words="Tulisanku UJI")
    assert visitor.page.status_code == 403
    assert "Tulisanku UJI" in visitor.text
