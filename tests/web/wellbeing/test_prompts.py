"""Breaks are suggested in time, can be put off with a reason, and never stop a child's help."""

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import path

from jaga.errors import BadInput
from jaga_web.urls import urlpatterns as site
from jaga_web.wellbeing import actions, prompts
from jaga_web.wellbeing.holding import HELD
from jaga_web.wellbeing.models import Break, Policy, Sitting

urlpatterns = [*site, path("heavy/", lambda _request: HttpResponse("isi berat"), name="heavy")]


@pytest.fixture
def reader(person):
    return person("caseworker")


@pytest.fixture
def holding(organisation, person):
    """Our organisation holds the pages of cases during a break."""
    return Policy.objects.create(
        organisation=organisation, mode=Policy.HOLD, break_after=120, break_minutes=10,
        high_per_week=8, caseload_warning=20, caseload_limit=25, by=person("supervisor"),
    )  # fmt: skip


@pytest.fixture
def heavy(settings, monkeypatch):
    """An address that is held like the page of a case."""
    settings.ROOT_URLCONF = __name__
    monkeypatch.setattr("jaga_web.wellbeing.holding.HELD", HELD | {"heavy"})
    return "/heavy/"


def test_a_break_is_suggested_after_enough_weighted_minutes(look, reader):
    for minute in range(0, 39, 3):
        look(minute, by=reader)
        assert not prompts.of(reader).break_due
    look(40, by=reader)
    assert prompts.of(reader).break_due


def test_light_cases_take_three_times_as_long(look, reader):
    for minute in range(0, 111, 10):
        look(minute, "case:1", "low", by=reader)
        assert not prompts.of(reader).break_due
    look(120, "case:1", "low", by=reader)
    assert prompts.of(reader).break_due


def test_a_break_taken_ends_the_suggestion_and_begins_anew(tired, clock, reader, look):
    tired(reader)
    actions.take_break(by=reader)
    prompt = prompts.of(reader)
    assert (prompt.break_due, prompt.until) == (False, clock(70))
    look(75, by=reader)
    assert not prompts.of(reader).break_due
    assert Sitting.objects.get().weighted_seconds == 180


def test_a_suggestion_put_off_comes_back_after_half_an_hour(tired, clock, reader, look):
    tired(reader)
    actions.dismiss_break(by=reader, reason="deadline")
    clock(89)
    assert not prompts.of(reader).break_due
    look(74, by=reader)
    clock(90)
    assert prompts.of(reader).break_due


def test_who_has_rested_elsewhere_says_so_and_begins_anew(tired, clock, reader):
    tired(reader)
    actions.dismiss_break(by=reader, reason="rested")
    clock(95)
    assert not prompts.of(reader).break_due
    assert Break.objects.get().kind == Break.NATURAL


def test_being_away_ends_the_suggestion_by_itself(tired, clock, reader):
    tired(reader)
    clock(60 + 15 + 9)
    assert prompts.of(reader).break_due
    clock(60 + 15 + 10)
    assert not prompts.of(reader).break_due


@pytest.mark.parametrize("reason", ["", "no time", "DANGER"])
def test_putting_off_takes_a_reason_of_the_list(reader, reason):
    with pytest.raises(BadInput):
        actions.dismiss_break(by=reader, reason=reason)
    assert not Break.objects.exists()


def test_by_default_nothing_is_held(tired, reader, heavy):
    tired(reader)
    assert prompts.of(reader).break_due
    assert b"isi berat" in _client(reader).get(heavy).content


def test_where_breaks_hold_reading_waits_and_sending_does_not(tired, reader, heavy, holding, clock):
    assert b"isi berat" in _client(reader).get(heavy).content
    tired(reader)
    client = _client(reader)
    assert client.get(heavy)["Location"] == "/wellbeing/own/rest/?next=%2Fheavy%2F"
    assert b"isi berat" in client.post(heavy).content
    client.post("/wellbeing/own/break/", {"next": heavy})
    clock(69)
    assert client.get(heavy).status_code == 302
    assert "Halaman kasus kembali pukul 10" in client.get("/wellbeing/own/rest/").content.decode()
    clock(70)
    assert client.get(heavy).status_code == 200


def test_a_child_in_danger_opens_a_held_page_at_once(tired, reader, heavy, holding):
    tired(reader)
    client = _client(reader)
    actions.take_break(by=reader)
    assert client.get(heavy).status_code == 302
    sent = client.post("/wellbeing/own/put-off/", {"reason": "danger", "next": heavy})
    assert sent["Location"] == heavy
    assert client.get(heavy).status_code == 200


def test_a_form_of_a_break_leads_nowhere_else(reader):
    client = _client(reader)
    for elsewhere in ("https://contoh.invalid/", "//contoh.invalid/", "home"):
        sent = client.post("/wellbeing/own/break/", {"next": elsewhere})
        assert sent["Location"] == "/wellbeing/own/"


def test_turns_are_suggested_after_too_many_heavy_cases(look, reader):
    for number in range(8):
        look(number, f"case:{number}", by=reader)
    assert not prompts.of(reader).rotate
    look(9, "case:9", by=reader)
    assert prompts.of(reader).rotate


def test_a_heavy_event_is_asked_about_until_it_is_answered(clock, reader):
    clock(0)
    event = actions.note_own_event(by=reader, code="threat")
    assert (prompts.of(reader).debriefs, prompts.of(reader).debrief_late) == (1, False)
    clock(72 * 60 + 1)
    assert prompts.of(reader).debrief_late
    actions.answer_debrief(by=reader, event=event, answer="professional")
    assert not prompts.of(reader).anything


def _client(user) -> Client:
    client = Client()
    client.force_login(user)
    return client
