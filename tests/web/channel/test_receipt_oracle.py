"""Wrong, expired and unknown words look alike; and cost the same work."""

from datetime import timedelta

import pytest
from django.utils import timezone
from tests.web.channel.visitor import Visitor

from jaga.casework.receipt import draw
from jaga_web.channel import receipts
from jaga_web.channel.models import Report

CODES = ("unknown", "expired", "deleted", "one wrong", "wrong order", "too few", "empty", "noise")


@pytest.fixture
def tried(organisation):
    """tried(name): a code of that sort."""

    def make(name: str) -> str:
        if name in ("expired", "deleted"):
            visitor = Visitor()
            code = " ".join(visitor.to_receipt())
            visitor.confirm()
            if name == "deleted":
                visitor.send("hapus", step="do")
            Report.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
            return code
        words = list(draw())
        return {
            "unknown": " ".join(words),
            "one wrong": " ".join([*words[:5], "xxxxxx"]),
            "wrong order": " ".join(reversed(words)),
            "too few": words[0],
            "empty": "",
            "noise": "<b>'; DROP \x00 \u202e" + "x" * 900,
        }[name]

    return make


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_code_that_opens_nothing_gets_the_same_page(tried, language, monkeypatch):
    computed = []
    stretch = receipts._argon2
    monkeypatch.setattr(receipts, "_argon2", lambda words: computed.append(1) or stretch(words))
    seen = set()
    for name in CODES:
        code = tried(name)
        computed.clear()
        visitor = Visitor().open("/lapor/balasan/", lang=language)
        data = {"form": visitor.token, "code": code}
        visitor.page = visitor.client.post(f"/lapor/balasan/?lang={language}", data)
        assert len(computed) == 1, name
        page = visitor.text.replace(visitor.token, "")
        headers = tuple(sorted(visitor.page.headers.items()))
        seen.add((visitor.page.status_code, len(visitor.page.content), page, headers))
    assert len(seen) == 1
    assert next(iter(seen))[0] == 400


def test_the_same_queries_are_asked_for_expired_and_for_unknown_words(
    tried, django_assert_num_queries
):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    counts = set()
    for name in ("expired", "unknown", "deleted"):
        visitor, code = Visitor().open("/lapor/balasan/"), tried(name)
        with CaptureQueriesContext(
            connection,
        ) as asked:
            visitor.send("balasan", code=code)
        counts.add(len(asked))
    assert len(counts) == 1


def test_a_mark_needs_both_keys(organisation, settings, tmp_path):
    here = receipts.mark_of("satu dua")
    assert receipts.mark_of(" Satu,dua ") == here
    settings.JAGA_DATA_DIR = tmp_path
    assert receipts.mark_of("satu dua") != here
    assert len(here) == 64
