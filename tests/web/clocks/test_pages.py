"""The pages of clocks and breaches, and what they say when something is refused."""

from datetime import timedelta

import pytest
from django.utils import timezone
from tests.web.clocks import targets

from jaga.errors import BadInput, Refused
from jaga_web import vault
from jaga_web.clocks import actions, breach_actions, demo, queries
from jaga_web.clocks.models import Breach, Clock


@pytest.fixture
def clock(organisation, person):
    number = targets.a_clock(organisation)["number"]
    actions.hand_to(
        clock=Clock.objects.get(pk=number), to=person("caseworker"), by=person("supervisor")
    )
    return Clock.objects.get(pk=number)


def test_a_refusal_is_said_on_the_page_and_keeps_what_was_typed(clock, signed_in):
    answer = signed_in("caseworker").post(f"/clocks/{clock.pk}/finish/", {"evidence": "x"})
    assert answer.status_code == 400
    assert "Tuliskan buktinya" in answer.content.decode()
    answer = signed_in("caseworker").post(f"/clocks/{clock.pk}/hand/", {"to": "999"})
    assert "Pilih rekan dari daftar" in answer.content.decode()


def test_whoever_hands_a_clock_away_is_led_to_the_list(clock, signed_in, person):
    colleague = person("caseworker", name="rekan")
    answer = signed_in("caseworker").post(f"/clocks/{clock.pk}/hand/", {"to": colleague.pk})
    assert answer["Location"] == "/clocks/"


def test_the_list_says_late_in_words_and_the_zone_in_letters(clock, signed_in):
    Clock.objects.filter(pk=clock.pk).update(
        due_at=timezone.now() - timedelta(hours=3), zone="Asia/Jayapura"
    )
    page = signed_in("caseworker").get("/clocks/").content.decode()
    assert "terlambat" in page
    assert "WIT<" in page


def test_a_late_clock_stays_marked_among_those_that_ended(clock, signed_in, person):
    Clock.objects.filter(pk=clock.pk).update(due_at=timezone.now() - timedelta(minutes=61))
    clock.refresh_from_db()
    actions.finish(clock=clock, evidence="Kontak UJI", by=person("caseworker"))
    page = signed_in("caseworker").get("/clocks/?state=ended").content.decode()
    assert "selesai terlambat" in page
    assert "terlambat 2 jam" in page


def test_a_length_that_is_no_number_is_refused(signed_in):
    client = signed_in("supervisor")
    answer = client.post("/clocks/standards/", {"rule": "outreach", "length": "banyak"})
    assert (answer.status_code, "bilangan bulat" in answer.content.decode()) == (400, True)
    client.post("/clocks/standards/", {"rule": "outreach", "length": "8"})
    assert 'value="8"' in client.get("/clocks/standards/").content.decode()


def test_a_breach_starts_its_clock_and_the_notice_ends_it(person):
    by = person("data_protection_officer")
    found = timezone.now() - timedelta(hours=10)
    breach = breach_actions.open_breach(found_at=found, what="Daftar UJI tercecer", by=by)
    clock = queries.of_subject(by, f"breach:{breach.pk}").get()
    assert clock.due_at - found == timedelta(hours=72)
    with pytest.raises(BadInput, match="authority"):
        breach_actions.notify_breach(breach=breach, evidence="Surat UJI disampaikan", by=by)
    breach_actions.save_breach(
        breach=breach, what="Daftar UJI tercecer", remedy="Ditarik", authority="Lembaga", by=by
    )
    breach_actions.notify_breach(breach=breach, evidence="Surat UJI disampaikan", by=by)
    clock.refresh_from_db()
    assert clock.ended_at
    with pytest.raises(BadInput, match="on record already"):
        breach_actions.notify_breach(breach=breach, evidence="Surat UJI disampaikan", by=by)


@pytest.mark.parametrize(
    ("hours", "what", "words"),
    [(-2, "Daftar UJI tercecer", "in the future"), (1, "UJI", "what happened")],
)
def test_a_breach_is_not_found_tomorrow_and_is_described(person, hours, what, words):
    with pytest.raises(BadInput, match=words):
        breach_actions.open_breach(
            found_at=timezone.now() - timedelta(hours=hours), what=what, by=person("supervisor")
        )
    assert not Breach.objects.exists()


def test_the_notice_reminds_of_the_safe_way_and_stands_in_both_languages(person, signed_in):
    by = person("data_protection_officer")
    breach = breach_actions.open_breach(
        found_at=timezone.now(), what="Daftar UJI <b>tercecer</b>", by=by
    )
    page = signed_in("data_protection_officer").get(f"/clocks/breaches/{breach.pk}/")
    text = page.content.decode()
    assert "Aturan kontak aman lebih kuat" in text
    assert 'lang="en"' in text
    assert "&lt;b&gt;tercecer" in text


def test_an_unreadable_time_is_refused(signed_in):
    answer = signed_in("supervisor").post(
        "/clocks/breaches/", {"found_at": "kemarin", "zone": "Asia/Jakarta", "what": "UJI"}
    )
    assert (answer.status_code, "tanggal dan jam" in answer.content.decode()) == (400, True)
    answer = signed_in("supervisor").post("/clocks/breaches/", {"zone": "Europe/Paris"})
    assert "zona waktu dari daftar" in answer.content.decode()


def test_the_demonstration_has_clocks_of_every_state(organisation, person, settings):
    settings.JAGA_DEMO = True
    began = timezone.now() - timedelta(hours=60)
    subjects = [
        demo.Subject(f"case:{n}", vault.new_key(), person("caseworker"), began) for n in range(4)
    ]
    for _twice in range(2):
        made = demo.seed(organisation=organisation, subjects=subjects)
        assert Clock.objects.count() == len(made) == 8
    late = [one for one in Clock.objects.filter(ended_at__isnull=False) if one.late_hours]
    assert late
    assert Clock.objects.filter(pauses__ended_at__isnull=True, pauses__isnull=False).count() == 1
    settings.JAGA_DEMO = False
    with pytest.raises(Refused):
        demo.seed(organisation=organisation, subjects=subjects)
