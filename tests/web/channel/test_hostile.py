"""Whatever is typed stays text, and breaks nothing."""

import pytest
from django.test import Client
from tests.web.channel.visitor import Visitor

from jaga_web.channel import actions
from jaga_web.channel.models import Message, Report
from jaga_web.channel.told import clean

NASTY = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "{{ settings.SECRET_KEY }}{% debug %}",
    "'; DROP TABLE channel_report; --",
    "\u202egnirts desrever\u202c dan \u2066tersembunyi\u2069",
    "a\x00b",
    "=HYPERLINK(1)",
    "😢" * 50,
]


@pytest.mark.parametrize("text", NASTY)
def test_nothing_typed_becomes_markup(visitor, text):
    visitor.to_receipt(words=text, address=text)
    assert len(visitor.drawn) == 6
    visitor.confirm().send("pesan", body=text)
    assert visitor.page.status_code == 200
    assert "<script>alert" not in visitor.text
    assert "<img" not in visitor.text
    report, message = Report.objects.get(), Message.objects.get()
    assert report.words == report.address == message.body == clean(text)
    assert not {"\x00", "\u202e", "\u2066"} & set(report.words)


def test_an_address_is_never_a_link(visitor, person):
    link = "https://contoh.invalid/halaman?x=1"
    visitor.to_receipt(address=link, words=link)
    visitor.confirm().send("pesan", body=link)
    actions.answer(report=Report.objects.get(), body=f"Kami baca {link}", by=person("caseworker"))
    visitor.send("aturan").send("aturan", step="do", where=link)
    assert link.replace("&", "&amp;") in visitor.text
    assert f'href="{link}' not in visitor.text


def test_five_megabytes_of_text_are_refused_kindly(visitor):
    visitor.to_writing().send("kabar", words="tolong " * 750_000)
    assert visitor.page.status_code == 413
    assert "terlalu panjang" in visitor.text


def test_a_text_that_is_too_long_comes_back_whole(visitor):
    words = "tolong aku ya " * 700
    visitor.to_writing().send("kabar", words=words)
    assert visitor.page.status_code == 400
    assert words in visitor.text
    assert "Pendekkan sampai 8000 huruf" in visitor.text


def test_thousands_of_fields_are_refused_kindly(visitor):
    visitor.to_writing().send("kabar", **{f"x{n}": "1" for n in range(1500)})
    assert visitor.page.status_code == 413


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("multipart/form-data", b"x"),
        ("multipart/form-data; boundary=x", b"--x\r\nbroken"),
        ("application/x-www-form-urlencoded", b"form=%FF%FE&words=%"),
        ("application/json", b'{"words": "halo"}'),
        ("application/x-www-form-urlencoded; charset=utf-16", b"a=b"),
    ],
)
def test_a_broken_form_breaks_nothing(organisation, kind, body):
    answer = Client().post("/lapor/kabar/", data=body, content_type=kind)
    assert answer.status_code in (400, 403, 415)
    assert "Jaga" not in answer.content.decode()


@pytest.mark.parametrize(
    "fields",
    [
        {"path": "x"},
        {"path": "me", "safe_now": "\x00", "age": "x" * 999},
        {"path": ["me", "friend"], "age": "<b>"},
    ],
)
def test_codes_that_are_none_are_not_stored(organisation, fields):
    visitor = Visitor().open().send("baca", **fields)
    if fields["path"] == "x":
        assert visitor.page.status_code == 400
        return
    visitor.send("tulis").send("kabar", help_wanted=["listen", "x", "listen"]).send("kirim")
    report = Report.objects.get()
    assert (report.safe_now, report.age_band) == ("unsure", "unknown")
    assert report.help_wanted == ["listen"]


def test_nothing_to_act_on_is_sent_back(visitor):
    visitor.to_writing().send("kabar", words="  \n ", help_wanted=["x"])
    assert visitor.page.status_code == 400
    assert "Pilih satu bantuan, atau tulis sedikit" in visitor.text
