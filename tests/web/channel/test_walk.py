"""From the first page to deletion, as whoever reports goes through it."""

import json

import pytest
from tests.web.channel.visitor import Visitor

from jaga.casework.receipt import canonical
from jaga_web import vault
from jaga_web.audit.models import Event
from jaga_web.channel import actions
from jaga_web.channel.models import Message, Report
from jaga_web.intake.bridge_actions import bridge


def verbs() -> list[str]:
    return list(Event.objects.order_by("seq").values_list("verb", flat=True))


def test_a_report_is_stored_as_it_was_told(visitor):
    words = visitor.to_receipt(words="Halo, ini UJI", address="contoh.invalid/halaman")
    report = Report.objects.get()
    assert len(words) == len(set(words)) == 6
    assert (report.path, report.safe_now, report.age_band) == ("me", "yes", "12-14")
    assert (report.words, report.address) == ("Halo, ini UJI", "contoh.invalid/halaman")
    assert (report.help_wanted, report.status) == (["listen"], "received")
    assert json.loads(report.safe_contact) == {"when": "sore"}
    assert report.identity_given_at is None
    assert report.receipt_confirmed_at is None
    assert verbs() == ["channel.received"]


def test_nothing_is_stored_before_send_is_pressed(visitor):
    visitor.to_writing().send("kabar", help_wanted=["listen"], words="Halo")
    assert visitor.page.status_code == 200
    assert not Report.objects.exists()


def test_the_duty_and_what_deletion_cannot_undo_are_said_before_anything_is_written(visitor):
    first = visitor.open().text
    visitor.send("baca", path="me", age="15-17", safe_now="yes")
    before = visitor.text
    assert 'name="words"' not in first + before
    assert "3 × 24 jam" in before
    assert "tidak bisa dibatalkan" in before
    assert "Kamu tidak dihukum karena punya akun" in before
    assert 'name="name"' not in before + visitor.send("tulis").text


def test_a_younger_child_reads_shorter_words(visitor):
    visitor.open().send("baca", path="me", age="6-11", safe_now="yes")
    assert "kami harus memberi tahu polisi" in visitor.text
    assert "UU TPKS" not in visitor.text


def test_a_friend_gets_advice_without_blame(visitor):
    visitor.open().send("baca", path="friend", age="15-17", safe_now="unsure")
    assert "bukan salahmu, dan bukan salahnya" in visitor.text
    visitor.send("tulis").send("kabar", help_wanted=["stop"], friends_age="12-14")
    visitor.send("kirim")
    report = Report.objects.get()
    assert (report.path, report.age_band, report.words) == ("friend", "12-14", "")


def test_whoever_is_not_safe_is_told_to_call_first(visitor):
    visitor.open().send("baca", path="me", safe_now="no")
    assert visitor.text.index("Telepon dulu") < visitor.text.index("Sebelum menulis")
    assert all(f"<b>{number}</b>" in visitor.text for number in ("110", "112", "129"))


def test_the_words_are_asked_back_once(visitor):
    visitor.to_receipt()
    visitor.send("simpan", word0="salah", word1="salah")
    assert visitor.page.status_code == 400
    assert Report.objects.get().receipt_confirmed_at is None
    visitor.confirm()
    assert visitor.page.status_code == 200
    assert "Bagus, kata-katamu benar" in visitor.text
    assert Report.objects.get().receipt_confirmed_at is not None
    assert verbs() == ["channel.received", "channel.receipt_confirmed"]


def test_a_form_sent_twice_over_a_slow_line_is_one_report_with_new_words(visitor):
    visitor.to_writing().send("kabar", help_wanted=["listen"])
    token, both = visitor.token, []
    for _ in range(2):
        visitor.page = visitor.client.post("/lapor/kirim/", {"form": token})
        both.append(visitor.drawn)
    assert both[0] != both[1]
    assert Report.objects.count() == 1
    assert Visitor().come_back(" ".join(both[0])).page.status_code == 400
    visitor.confirm()
    assert visitor.page.status_code == 200
    visitor.page = visitor.client.post("/lapor/kirim/", {"form": token})
    assert "sudah kami terima sebelumnya" in visitor.text
    assert Report.objects.count() == 1


def test_no_words_but_a_call_at_a_time_the_child_chose(visitor):
    words = visitor.to_receipt()
    visitor.send("telepon", window="Sabtu pagi", reach="")
    assert visitor.page.status_code == 400
    visitor.send("telepon", window="Sabtu pagi", reach="0800-000 minta Bulan")
    report = Report.objects.get()
    assert report.callback == "Sabtu pagi\n0800-000 minta Bulan"
    assert report.receipt_mark is None
    assert report.identity_given_at is None
    assert Visitor().come_back(" ".join(words)).page.status_code == 400


def test_with_the_words_one_reads_status_and_answers_and_writes_again(code, report, person):
    staff = person("intake_officer")
    actions.answer(report=report, body="Halo, kami di sini.\nApa kabar?", by=staff)
    actions.set_status(report=report, status="arranging", by=staff)
    visitor = Visitor().come_back(code)
    assert "Kami sedang mengatur bantuan untukmu." in visitor.text
    assert "Halo, kami di sini.<br>Apa kabar?" in visitor.text
    assert Message.objects.get().read_at is not None
    visitor.send("pesan", body="Baik. UJI")
    assert "Pesanmu terkirim" in visitor.text
    visitor.send("pesan", body="Baik. UJI")
    assert [m.body for m in Message.objects.filter(from_reporter=True)] == ["Baik. UJI"]


def slip(code):
    """The code with one letter left out: the first whose absence fits one word of the list only."""
    shorter = (code[:place] + code[place + 1 :] for place in range(len(code)))
    return next(typed for typed in shorter if canonical(typed) == code)


@pytest.mark.parametrize(
    "change", [str.upper, lambda c: c.replace(" ", ", "), lambda c: f"  1. {c} \n", slip]
)
def test_words_are_found_as_people_type_them(code, report, change):
    assert Visitor().come_back(change(code)).page.status_code == 200


def test_to_agree_is_a_step_of_its_own_and_can_be_taken_back_until_work_begins(
    visitor, report, person
):
    visitor.send("setuju")
    assert "3 × 24 jam" in visitor.text
    report.refresh_from_db()
    assert report.child_agreed_at is None
    visitor.send("setuju", step="do")
    report.refresh_from_db()
    assert report.child_agreed_at is not None
    visitor.send("setuju").send("setuju", step="undo")
    report.refresh_from_db()
    assert report.child_agreed_at is None
    visitor.send("setuju", step="do")
    bridge(report=report_again(report), ground="child", reason="", by=person("intake_officer"))
    visitor.send("setuju", step="undo")
    assert visitor.page.status_code == 400
    assert "Kami sudah mulai bekerja untukmu" in visitor.text
    assert report_again(report).child_agreed_at is not None


def report_again(report: Report) -> Report:
    return Report.objects.get(pk=report.pk)


def test_how_to_be_answered_can_be_changed(visitor, report):
    visitor.send("aturan")
    assert 'value="sore"' in visitor.text
    visitor.send("aturan", step="do", when="pagi", must_not_know="orang di rumah")
    assert json.loads(report_again(report).safe_contact) == {
        "when": "pagi",
        "must_not_know": "orang di rumah",
    }


def test_deletion_leaves_nothing_that_opens(
    visitor, code, report, django_capture_on_commit_callbacks
):
    visitor.send("pesan", body="Rahasia UJI")
    visitor.send("hapus")
    assert vault.has_key(report.key_id)
    assert "Yang tinggal" in visitor.text
    with django_capture_on_commit_callbacks(execute=True):
        visitor.send("hapus", step="do")
    assert "sudah musnah" in visitor.text
    assert not vault.has_key(report.key_id)
    left = report_again(report)
    assert left.words == left.safe_contact == vault.ERASED
    assert (left.age_band, left.help_wanted, left.receipt_mark) == ("unknown", [], None)
    assert not Message.objects.exists()
    assert Visitor().come_back(code).page.status_code == 400
    assert visitor.client.post("/lapor/balasan/", {}).status_code == 200


def test_a_page_opened_before_deletion_is_worth_nothing_after_it(visitor, code, report):
    other = Visitor().come_back(code)
    visitor.send("hapus", step="do")
    other.send("pesan", body="Masih di sini? UJI")
    assert other.page.status_code == 403
    assert "Masih di sini? UJI" in other.text


def test_english_is_chosen_by_the_address_and_stays(organisation):
    visitor = Visitor()
    visitor.open("/lapor/", lang="en")
    assert '<html lang="en">' in visitor.text
    assert 'action="/lapor/baca/?lang=en"' in visitor.text
    visitor.page = visitor.client.post(
        "/lapor/baca/?lang=en", {"form": visitor.token, "path": "me"}
    )
    assert "You are not in trouble for having an account" in visitor.text
    assert "Accept-Language" not in visitor.page.get("Vary", "")


def test_a_closed_door_says_so_and_shows_whom_to_call(db):
    visitor = Visitor().open()
    assert "belum bisa menerima tulisan" in visitor.text
    assert "<b>129</b>" in visitor.text
    assert "<form" not in visitor.text
