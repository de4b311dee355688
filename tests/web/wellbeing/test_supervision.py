"""Supervision is noted without content, read by the two who talked and by nobody else."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.urls import reverse

from jaga.errors import BadInput
from jaga_web.audit.models import Event
from jaga_web.wellbeing import queries, supervision_actions
from jaga_web.wellbeing.models import CriticalEvent, Policy, Supervision

AGREED = "Bicara lagi pekan depan"


@pytest.fixture
def talk(person):
    """talk(by=…, note=…, days=…): a talk so many days ago."""

    def make(by=None, note=AGREED, days=0, topic="strain"):
        return supervision_actions.note_supervision(
            by=by or person("supervisor"),
            person=person("caseworker"),
            on=queries.today() - timedelta(days=days),
            topic=topic,
            next_step="talk_again",
            note=note,
        )

    return make


def test_both_read_it_and_another_supervisor_does_not(talk, person, signed_in):
    talk()
    url = reverse("wellbeing:person", args=[person("caseworker").pk])
    assert AGREED in signed_in("supervisor").get(url).content.decode()
    assert AGREED in signed_in("caseworker").get(reverse("wellbeing:own")).content.decode()
    other = signed_in("supervisor", name="penyelia-lain").get(url)
    assert other.status_code == 200
    assert AGREED not in other.content.decode()


def test_the_note_is_sealed_and_the_trail_knows_no_topic(talk):
    made = talk()
    with connection.cursor() as cursor:
        cursor.execute("SELECT note FROM wellbeing_supervision")
        assert AGREED.encode() not in bytes(cursor.fetchone()[0])
    event = Event.objects.get()
    assert (event.verb, event.subject) == (
        "wellbeing.supervision_noted", f"user:{made.person_id}",
    )  # fmt: skip
    assert "strain" not in str(event.detail)


@pytest.mark.parametrize(
    "wrong",
    [
        {"note": "JGA-2026-000001"},
        {"note": "x" * 201},
        {"topic": "case"},
        {"days": 15},
        {"days": -1},
    ],
)
def test_what_does_not_belong_in_it_is_refused(talk, wrong):
    with pytest.raises(BadInput):
        talk(**wrong)
    assert not Supervision.objects.exists()
    assert not Event.objects.exists()


def test_nobody_supervises_oneself_or_another_organisation(person, other_organisation, talk):
    with pytest.raises(PermissionDenied):
        supervision_actions.ask_for_debrief(
            by=person("supervisor"), person=person("supervisor"), code="loss"
        )
    with pytest.raises(PermissionDenied):
        talk(by=person("supervisor", organisation=other_organisation))
    with pytest.raises(PermissionDenied):
        talk(by=person("director"))
    assert not CriticalEvent.objects.exists()


def test_a_wrong_form_says_what_to_do_and_keeps_what_was_typed(person, signed_in):
    url = reverse("wellbeing:note_supervision", args=[person("caseworker").pk])
    sent = {"on": "kemarin", "topic": "team", "next_step": "none", "note": "Sepakat"}
    answer = signed_in("supervisor").post(url, sent)
    assert answer.status_code == 400
    assert "Pilih hari dalam 14 hari terakhir" in answer.content.decode()
    assert "Sepakat" in answer.content.decode()


def test_a_reminder_is_sent_and_its_answer_stays_with_the_person(person, signed_in):
    who = person("caseworker")
    url = reverse("wellbeing:ask_for_debrief", args=[who.pk])
    assert signed_in("supervisor").post(url, {"code": "threat"}).status_code == 302
    own = signed_in("caseworker").get(reverse("wellbeing:own")).content.decode()
    assert "Ancaman terhadap petugas</strong>" in own
    CriticalEvent.objects.update(answer="professional")
    page = signed_in("supervisor").get(reverse("wellbeing:person", args=[who.pk]))
    assert "tenaga profesional" not in page.content.decode()


POLICY = {
    "mode": "hold",
    "break_after": 60,
    "break_minutes": 15,
    "high_per_week": 4,
    "caseload_warning": 12,
    "caseload_limit": 15,
}


def test_an_organisation_chooses_its_own_numbers(person, organisation, other_organisation):
    supervision_actions.set_policy(by=person("supervisor"), **POLICY)
    chosen = queries.chosen_by(organisation)
    assert (chosen.holds, chosen.break_after, chosen.caseload_limit) == (True, 60, 15)
    assert queries.chosen_by(other_organisation) == queries.DEFAULTS
    assert Event.objects.get().verb == "wellbeing.policy_set"


@pytest.mark.parametrize(
    "wrong",
    [
        {"mode": "never"},
        {"break_after": 481},
        {"break_minutes": 0},
        {"high_per_week": -1},
        {"caseload_limit": 11},
    ],
)
def test_prompts_cannot_be_switched_off_by_a_number(person, wrong):
    with pytest.raises(BadInput):
        supervision_actions.set_policy(by=person("supervisor"), **{**POLICY, **wrong})
    assert not Policy.objects.exists()
