"""The ledger is its person's: others see at most a level, and that only when they may."""

import re

import pytest
from django.db import connection
from django.urls import reverse

from jaga_web.audit.models import Event
from jaga_web.people.roles import ROLES
from jaga_web.wellbeing import actions, queries
from jaga_web.wellbeing.models import Break, CriticalEvent

OWN = "/wellbeing/own/"


def test_the_own_page_shows_ones_own_days_and_no_case(tired, signed_in, person, look):
    look(0, "case:987654", "low", by=person("supervisor"))
    tired(person("caseworker"))
    page = signed_in("caseworker").get(OWN).content.decode()
    assert "berat" in page
    assert "987654" not in page
    assert "Belum ada yang tercatat" in signed_in("legal_officer").get(OWN).content.decode()


@pytest.mark.parametrize("role", ROLES)
def test_no_page_of_anybody_shows_the_days_of_another(role, tired, person, signed_in):
    """Whatever page of this room a person of any role opens, another's minutes are not on it."""
    reader = person("caseworker", name="yang-membaca", display_name="Rekan Contoh")
    tired(reader)
    actions.dismiss_break(by=reader, reason="deadline")
    actions.note_own_event(by=reader, code="close_to_self")
    client = signed_in(role)
    pages = ["own", "rest", "summary", "team", "policy"]
    urls = [reverse(f"wellbeing:{name}") for name in pages]
    urls.append(reverse("wellbeing:person", args=[reader.pk]))
    for url in urls:
        text = client.get(url).content.decode()
        # Between two tags: the token of a form may hold any digits.
        assert not re.search(r">\s*61\s*<", text)
        assert "Menyentuh pengalaman saya sendiri</strong>" not in text
        assert "Jeda ditunda" not in text


def test_nobody_answers_anothers_reminder(person, signed_in):
    event = actions.note_own_event(by=person("caseworker"), code="loss")
    url = reverse("wellbeing:answer_event", args=[event.pk])
    assert signed_in("supervisor").post(url, {"answer": "not_now"}).status_code == 404
    assert CriticalEvent.objects.get().answer == ""
    assert signed_in("caseworker").post(url, {"answer": "colleague"}).status_code == 302
    assert CriticalEvent.objects.get().answer == "colleague"


def test_the_supervisor_sees_a_level_only_when_it_is_shared(tired, person, signed_in, clock):
    reader = person("caseworker")
    tired(reader)
    team = reverse("wellbeing:team")
    assert queries.seen_by_supervisor(reader) is None
    assert "tenang" not in signed_in("supervisor").get(team).content.decode()
    signed_in("caseworker").post(reverse("wellbeing:share"), {"shares": "1"})
    assert "tenang" in signed_in("supervisor").get(team).content.decode()
    signed_in("caseworker").post(reverse("wellbeing:share"), {"shares": "0"})
    assert "tenang" not in signed_in("supervisor").get(team).content.decode()


def test_beyond_the_limit_the_supervisor_is_told_and_the_person_knows(look, person, signed_in):
    for number in range(9):
        look(number, f"case:{number}")
    assert queries.week_of(person("caseworker")).high_cases == 9
    team = signed_in("supervisor").get(reverse("wellbeing:team")).content.decode()
    assert "perlu istirahat" in team
    own = signed_in("caseworker").get(OWN).content.decode()
    assert "tingkat ini, tanpa rincian" in own


def test_the_same_case_twice_is_one_case_in_the_week(look, person):
    look(0, "case:1")
    look(5, "case:1")
    look(24 * 60, "case:1")
    assert queries.week_of(person("caseworker")).high_cases == 1


def test_a_level_counts_seven_days(look, person, clock):
    for minute in range(0, 420, 10):
        look(minute)
    assert queries.week_of(person("caseworker")).level == "rest"
    clock(6 * 24 * 60)
    assert queries.week_of(person("caseworker")).level == "rest"
    clock(7 * 24 * 60)
    assert queries.week_of(person("caseworker")).level == "calm"


def test_what_one_does_with_the_own_ledger_leaves_no_event(look, person):
    reader = person("caseworker")
    look(0, by=reader)
    actions.take_break(by=reader)
    actions.dismiss_break(by=reader, reason="rested")
    actions.share_level(by=reader, shares=True)
    event = actions.note_own_event(by=reader, code="loss")
    actions.answer_debrief(by=reader, event=event, answer="not_now")
    assert not Event.objects.exists()


def test_the_database_holds_no_case_number_in_plain(look, person):
    look(0, "case:987654", by=person("caseworker"))
    with connection.cursor() as cursor:
        for table in ("wellbeing_exposure", "wellbeing_sitting"):
            cursor.execute(f"SELECT * FROM {table}")  # noqa: S608
            assert "987654" not in str(cursor.fetchall())


def test_a_team_is_of_one_organisation(person, other_organisation, signed_in):
    person("caseworker", display_name="Rekan Kita")
    person("caseworker", organisation=other_organisation, display_name="Rekan Mereka")
    page = signed_in("supervisor").get(reverse("wellbeing:team")).content.decode()
    assert "Rekan Kita" in page
    assert "Rekan Mereka" not in page


def test_breaks_are_listed_with_their_reason(person, signed_in):
    actions.dismiss_break(by=person("caseworker"), reason="danger")
    assert Break.objects.get().kind == Break.DISMISSED
    page = signed_in("caseworker").get(OWN).content.decode()
    assert "Jeda ditunda: Seorang anak sedang dalam bahaya" in page
