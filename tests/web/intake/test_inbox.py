"""The inbox and one report's page: what is shown, in which order, and what every answer does."""

import pytest
from tests.web.intake import targets

from jaga.errors import BadInput
from jaga_web.audit.models import Event
from jaga_web.channel import actions as channel
from jaga_web.channel import queries as channel_queries
from jaga_web.channel import receipts, reporter_actions
from jaga_web.channel.models import Report
from jaga_web.clocks.models import Clock
from jaga_web.intake import queries, report_actions
from jaga_web.wellbeing.models import Exposure, Sitting

pytestmark = pytest.mark.django_db


def arrived(organisation, number: int, **changes) -> Report:
    """A report through the page."""
    told = targets.told(**changes)
    return reporter_actions.arrive(told=told, organisation=organisation, form=f"uji-{number}")[0]


def test_the_unsafe_stand_first_then_the_newest(organisation, person):
    made = {
        safe: arrived(organisation, place, safe_now=safe)
        for place, safe in enumerate(("yes", "no", "unsure"))
    }
    newest = arrived(organisation, 9, safe_now="yes")
    found = list(queries.inbox(person("intake_officer"), queries.OPEN))
    assert found == [made["no"], made["unsure"], newest, made["yes"]]


def test_the_list_holds_no_word_of_a_report(organisation, signed_in):
    one = arrived(organisation, 1)
    page = signed_in("intake_officer").get("/reports/").content.decode()
    assert f"/reports/{one.pk}/" in page
    assert "Tidak aman" in page
    for hidden in ("layang-layang", "sore sesudah sekolah", "orang di rumah"):
        assert hidden not in page


def test_opening_the_inbox_starts_the_clock_from_when_the_report_came(organisation, signed_in):
    one = arrived(organisation, 1)
    for _time in range(2):
        signed_in("intake_officer").get("/reports/")
    clock = Clock.objects.get(subject=f"report:{one.pk}", rule="acknowledgement")
    assert clock.started_at == one.received_at


def test_the_first_answer_ends_the_clock(organisation, person):
    one, officer = targets.make_report(organisation), person("intake_officer")
    assert Clock.objects.get(rule="acknowledgement").ended_at is None
    report_actions.answer(report=one, body="Kami membaca ceritamu.", by=officer)
    assert Clock.objects.get(rule="acknowledgement").ended_at is not None


def test_a_clock_of_courtesy_keeps_no_child_from_deleting(organisation):
    one = targets.make_report(organisation)
    assert reporter_actions.take_back(report=one) is True


def test_safe_contact_stands_before_any_form_of_answer(organisation, signed_in):
    one = targets.make_report(organisation)
    page = signed_in("caseworker").get(f"/reports/{one.pk}/").content.decode()
    assert page.index("Hubungi hanya dengan cara ini") < page.index("layang-layang ungu")
    assert page.index("sore sesudah sekolah") < page.index('name="body"')
    assert page.index("dapat berat dibaca") < page.index("layang-layang ungu")


def test_without_rules_nobody_is_to_be_called(organisation, signed_in):
    one = targets.make_report(organisation, rule_when="", rule_must_not_know="")
    page = signed_in("caseworker").get(f"/reports/{one.pk}/").content.decode()
    assert "Jawab hanya di percakapan ini" in page


def test_an_address_of_the_net_is_text_and_no_link(organisation, signed_in):
    one = targets.make_report(organisation, address="https://contoh.invalid/rekaan?x=<b>")
    page = signed_in("caseworker").get(f"/reports/{one.pk}/").content.decode()
    assert "https://contoh.invalid/rekaan?x=&lt;b&gt;" in page
    assert 'href="https://contoh' not in page


def test_a_look_is_logged_once_a_day_and_counts_as_exposure(organisation, signed_in, person):
    one, client = targets.make_report(organisation), signed_in("caseworker")
    for _time in range(2):
        client.get(f"/reports/{one.pk}/")
    subject = f"report:{one.pk}"
    reader = person("caseworker").pk
    assert Event.objects.filter(verb="channel.read", subject=subject, actor_id=reader).count() == 1
    assert Sitting.objects.get(person=reader).kind == "report"
    assert Exposure.objects.filter(person=reader, kind="report").exists()


def test_ready_words_fit_the_age_and_fill_the_answer(organisation, signed_in):
    one = targets.make_report(organisation, age_band="6-11")
    client = signed_in("caseworker")
    page = client.get(f"/reports/{one.pk}/?phrase=what_helps").content.decode()
    assert "Kamu boleh bilang tidak tahu.</textarea>" in page
    older = targets.make_report(organisation, age_band="18+")
    page = client.get(f"/reports/{older.pk}/?phrase=what_helps").content.decode()
    assert "laporan Anda" in page


def test_waiting_and_the_ratio_of_words(organisation, person):
    one, officer = targets.make_report(organisation), person("intake_officer")
    assert queries.waiting_since([one])[one.pk] == one.received_at
    report_actions.answer(report=one, body="satu dua", by=officer)
    assert queries.waiting_since([one])[one.pk] is None
    reporter_actions.say(report=one, body="tiga empat lima")
    talk = queries.talk(one, list(channel_queries.messages_of(one)))
    told = len(targets.TOLD["words"].split())
    assert (talk.theirs, talk.ours, talk.unread) == (told + 3, 2, 1)
    assert talk.ratio == f"{(told + 3) / 2:.1f} : 1".replace(".", ",")
    assert talk.waiting_since == one.messages.last().at


def test_the_honest_words_come_first(person):
    officer = person("intake_officer")
    with pytest.raises(BadInput):
        report_actions.take_in(door="phone", told=targets.told(), read_aloud=False, by=officer)
    assert not Report.objects.exists()
    assert report_actions.take_in(door="letter", told=targets.told(), read_aloud=False, by=officer)


def test_a_name_starts_the_three_days_and_stays_out_of_sight(organisation, person, signed_in):
    told = targets.told(identity_name="Rekaan Contoh UJI")
    officer = person("intake_officer")
    one = report_actions.take_in(door="walk_in", told=told, read_aloud=True, by=officer)
    assert Clock.objects.filter(subject=f"report:{one.pk}", rule="police_report_tpks41").exists()
    page = signed_in("intake_officer").get(f"/reports/{one.pk}/").content.decode()
    assert "Batas 3×24 jam berjalan" in page
    assert "Rekaan Contoh UJI" not in page


def test_six_words_are_shown_once_and_open_the_same_report(organisation, signed_in):
    one = targets.make_report(organisation)
    answer = signed_in("intake_officer").post(f"/reports/{one.pk}/receipt/")
    words = answer.content.decode().split('class="words6">')[1].split("</p>")[0]
    assert len(words.split()) == 6
    assert channel_queries.by_mark(receipts.mark_of(words)) == one.pk
    again = signed_in("intake_officer").get(f"/reports/{one.pk}/").content.decode()
    assert words not in again


def test_a_time_to_call_is_sealed_and_shown_on_the_page(organisation, signed_in):
    one = targets.make_report(organisation)
    given = {"reach": "0800-REKAAN", "window": "sore saja"}
    signed_in("intake_officer").post(f"/reports/{one.pk}/callback/", given)
    page = signed_in("intake_officer").get(f"/reports/{one.pk}/").content.decode()
    assert "sore saja · 0800-REKAAN" in page


def test_a_colleague_takes_over_within_the_organisation(organisation, person, other_organisation):
    one, officer = targets.make_report(organisation), person("intake_officer")
    stranger = person("caseworker", organisation=other_organisation)
    for wrong in (stranger, person("researcher")):
        with pytest.raises(BadInput):
            report_actions.hand(report=one, to=wrong, note="", by=officer)
    caseworker = person("caseworker")
    report_actions.hand(report=one, to=caseworker, note="UJI", by=officer)
    assert list(queries.inbox(caseworker, queries.MINE)) == [one]
    assert not queries.inbox(officer, queries.MINE).exists()


def test_a_referral_from_abroad_is_a_report_with_its_sender_sealed(organisation, person):
    officer = person("intake_officer")
    one = report_actions.take_in_referral(told=targets.told(), values=targets.REFERRED, by=officer)
    assert (one.referred_in.country, one.referred_in.sender) == ("MY", "Lembaga Seberang Rekaan")
    with pytest.raises(BadInput):
        report_actions.take_in_referral(
            told=targets.told(), values={**targets.REFERRED, "country": "XX"}, by=officer
        )


def test_no_event_carries_a_word(organisation, person):
    one = targets.make_agreed(organisation)
    channel.mark_read(report=one, by=person("caseworker"))
    text = " ".join(f"{event.subject} {event.detail}" for event in Event.objects.all())
    for word in ("layang", "sore", "rumah", "UJI"):
        assert word not in text
