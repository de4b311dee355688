"""Flooding runs dry; nobody is counted by address, and nothing written is lost."""

import hashlib
from datetime import timedelta

import pytest
from django.utils import timezone
from tests.web.channel.visitor import Visitor

from jaga_web.channel import limits
from jaga_web.channel.models import Bucket, Report


@pytest.fixture
def clock(monkeypatch):
    """clock(minutes): that much later."""
    now = [timezone.now()]
    monkeypatch.setattr(limits.timezone, "now", lambda: now[0])

    def move(minutes: float) -> None:
        now[0] += timedelta(minutes=minutes)

    return move


def test_one_page_cannot_be_pressed_for_ever(visitor, clock):
    visitor.open("/lapor/balasan/")
    token = visitor.token
    answers = [
        visitor.client.post("/lapor/balasan/", {"form": token, "code": "salah"})
        for _ in range(limits.PER_PAGE.at_once + 1)
    ]
    assert [a.status_code for a in answers] == [400] * limits.PER_PAGE.at_once + [429]
    assert answers[-1]["Retry-After"] == "60"
    clock(1)
    again = visitor.client.post("/lapor/balasan/", {"form": token, "code": "salah"})
    assert again.status_code == 400


def test_when_all_is_busy_what_was_written_waits_in_the_page(visitor, clock, monkeypatch):
    monkeypatch.setitem(limits.WIDE, "send", limits.Rate(1, 1))
    visitor.to_receipt()
    other = Visitor().to_writing()
    other.send("kabar", help_wanted=["listen"], words="Jangan hilang UJI").send("kirim", when="a<b")
    assert other.page.status_code == 429
    assert 'value="a&lt;b"' in other.text
    assert Report.objects.count() == 1
    clock(1)
    other.send("kirim", when="a<b")
    assert len(other.drawn) == 6
    assert Report.objects.first().words == "Jangan hilang UJI"


def test_the_buckets_know_no_address_and_are_forgotten_in_a_day(visitor, clock):
    from jaga_web.channel.reporter_actions import expire

    visitor.to_receipt()
    assert {len(mark) for mark in Bucket.objects.values_list("mark", flat=True)} == {64}
    expire(now=timezone.now() + timedelta(hours=25))
    assert not Bucket.objects.exists()


def work(nonce: str, bits: int) -> str:
    return next(
        str(n)
        for n in range(10**7)
        if int.from_bytes(hashlib.sha256(f"{nonce}:{n}".encode()).digest(), "big") >> (256 - bits)
        == 0
    )


def test_with_work_asked_a_browser_without_scripts_still_gets_through(
    visitor, settings, clock, monkeypatch
):
    settings.JAGA_PROOF_OF_WORK = 8
    monkeypatch.setitem(limits.NARROW, "send", limits.Rate(1, 1))
    assert len(visitor.to_receipt()) == 6
    other = Visitor().to_writing()
    other.send("kabar", help_wanted=["listen"]).send("kirim")
    assert other.page.status_code == 429
    other.to_writing().send("kabar", help_wanted=["listen"])
    nonce = other.text.split('data-nonce="')[1].split('"')[0]
    other.send("kirim", work=work(nonce, 8))
    assert len(other.drawn) == 6


@pytest.mark.parametrize("bad", ["", "x", "-1", "1e3", "9" * 13, "²"])
def test_work_that_is_none_counts_for_nothing(bad):
    assert not limits.is_work("nonce", bad, 1) or bad.isascii() and bad.isdigit()
    assert limits.is_work("nonce", work("nonce", 6), 6)
