"""The legal road: steps, the clocks they end, labels that a legal officer decides."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone
from tests.web.clocks.targets import someone
from tests.web.legal import targets

from jaga.casework.deadline_rows import DEADLINES
from jaga.errors import BadInput
from jaga_web import vault
from jaga_web.audit.models import Event
from jaga_web.cases.models import Conflict
from jaga_web.clocks import actions as clocks
from jaga_web.clocks import queries as clock_queries
from jaga_web.legal import actions, queries
from jaga_web.legal.models import LabelDecision, Milestone

WIB = "Asia/Jakarta"


@pytest.fixture
def case(organisation, person):
    return targets.open_case(organisation, person("caseworker"))


@pytest.fixture
def note(case, person):
    """note(kind, state, …): one step, an hour ago."""

    def make(kind, state, track=1, amount=None, by=None, hours=1, reference="UJI-1"):
        at = timezone.now() - timedelta(hours=hours)
        step = actions.Step(kind, state, at, WIB, reference, track, amount)
        return actions.note_milestone(case=case, step=step, by=by or person("caseworker"))

    return make


def start_police_clock(case, hours):
    return clocks.start(
        organisation=case.organisation,
        subject=f"case:{case.pk}",
        key=case.key_id,
        rule="police_report_tpks41",
        started_at=timezone.now() - timedelta(hours=hours),
        by=case.owner,
        owner=case.owner,
    )


def test_the_police_report_ends_its_clock_with_the_evidence_and_starts_the_next(case, note):
    clock = start_police_clock(case, hours=10)
    made = note("police_report", "made", track=0, hours=2, reference="STTLP-UJI-9")
    clock.refresh_from_db()
    assert (clock.ended_at, clock.evidence) == (made.at, "STTLP-UJI-9")
    assert clock.noted_at > clock.ended_at
    assert clock.late_hours == 0
    [running] = clock_queries.due(case.owner)
    assert running.rule == "temporary_protection_tpks42"
    assert running.due_at - made.at == timedelta(hours=24)


def test_a_report_that_was_made_late_stays_late(case, note):
    clock = start_police_clock(case, hours=79.5)
    note("police_report", "made", track=0, hours=2)
    clock.refresh_from_db()
    assert clock.late_hours == 6


def test_a_report_made_before_the_clock_began_ends_it_at_once(case, note):
    clock = start_police_clock(case, hours=1)
    note("police_report", "made", track=0, hours=5)
    clock.refresh_from_db()
    assert clock.ended_at == clock.started_at


def test_protection_granted_ends_the_clock_of_article_42(case, note):
    note("police_report", "made", track=0, hours=3)
    note("temporary_protection", "asked", track=0, hours=2)
    assert clock_queries.due(case.owner).count() == 1
    note("temporary_protection", "granted", hours=1)
    assert clock_queries.due(case.owner).count() == 0


def test_restitution_from_request_to_the_last_rupiah(case, note):
    note("restitution", "asked", track=0, hours=5)
    with pytest.raises(BadInput, match="rupiah"):
        note("restitution", "granted")
    note("restitution", "granted", amount=30_000_000, hours=4)
    note("restitution", "paid_part", amount=10_000_000, hours=3)
    note("restitution", "paid", amount=20_000_000, hours=2)
    [track] = queries.tracks(case)
    assert (track.paid_idr, track.following) == (30_000_000, ())


def test_two_hearings_are_two_roads(case, note):
    note("court", "set", track=0)
    note("court", "set", track=0)
    note("court", "held", track=2)
    assert [(one.number, one.last.state) for one in queries.tracks(case)] == [
        (1, "set"),
        (2, "held"),
    ]


@pytest.mark.parametrize(
    ("kind", "state", "track"),
    [
        ("police_report", "stopped", 0),
        ("police_report", "made", 1),
        ("restitution", "paid", 0),
        ("unheard_of", "made", 0),
        ("court", "held", 7),
    ],
)
def test_a_step_that_does_not_follow_is_refused(note, kind, state, track):
    if track == 1:
        note("police_report", "made", track=0)
    with pytest.raises(BadInput, match="does not follow"):
        note(kind, state, track=track)


def test_a_step_needs_evidence_and_cannot_lie_ahead(note):
    with pytest.raises(BadInput, match="evidence"):
        note("police_report", "made", track=0, reference=" ")
    with pytest.raises(BadInput, match="not happened yet"):
        note("police_report", "made", track=0, hours=-30)
    assert note("court", "set", track=0, hours=-300).state == "set"


def test_only_the_holder_and_legal_officers_of_the_house_keep_it(
    case, note, person, other_organisation, organisation
):
    for user in (
        someone(organisation, "caseworker", "rekan"),
        person("supervisor", organisation=other_organisation),
        person("counsellor"),
    ):
        with pytest.raises(PermissionDenied):
            note("police_report", "made", track=0, by=user)
    assert note("police_report", "made", track=0, by=person("supervisor")).by.pk


def test_labels_are_proposed_and_a_legal_officer_decides(case, person):
    supervisor = person("supervisor")
    [first, second] = queries.labels_of(case)
    assert [first.code, second.code, first.decision] == ["i", "j", None]
    decide = {"case": case, "scheme": first.scheme, "code": first.code}
    with pytest.raises(PermissionDenied):
        actions.decide_label(
            **decide, decision="confirmed", reason="Unsur terpenuhi UJI", by=case.owner
        )
    for decision in ("confirmed", "refused"):
        actions.decide_label(
            **decide, decision=decision, reason="Unsur ditimbang UJI", by=supervisor
        )
    assert queries.labels_of(case)[0].decision.decision == "refused"
    assert LabelDecision.objects.count() == 2
    assert queries.labels_of(case)[1].decision is None


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"code": "a"}, "do not propose"),
        ({"scheme": "simfoni_form"}, "do not propose"),
        ({"decision": "perhaps"}, "confirm or to refuse"),
        ({"reason": "ya"}, "own words"),
    ],
)
def test_a_label_nobody_proposed_cannot_be_decided(case, person, changes, words):
    values = {
        "scheme": "uu_tpks_4_1",
        "code": "i",
        "decision": "confirmed",
        "reason": "Unsur terpenuhi UJI",
        **changes,
    }
    with pytest.raises(BadInput, match=words):
        actions.decide_label(case=case, by=person("supervisor"), **values)


def test_a_decided_label_stays_when_its_fact_goes(case, person):
    actions.decide_label(
        case=case,
        scheme="uu_tpks_4_1",
        code="i",
        decision="confirmed",
        reason="Unsur terpenuhi UJI",
        by=person("supervisor"),
    )
    case.coded_set.all().delete()
    [label] = queries.labels_of(case)
    assert (label.code, label.proposal, label.decision.decision) == ("i", None, "confirmed")


def test_no_field_asks_whether_a_child_agreed_to_what_was_done():
    names = {field.name for model in (Milestone, LabelDecision) for field in model._meta.fields}
    assert not {name for name in names if "consent" in name or "agree" in name}


def test_a_conflict_of_interest_hides_the_clocks_of_the_case(case, person):
    clock, supervisor = start_police_clock(case, hours=1), person("supervisor")
    assert list(clock_queries.due(supervisor)) == [clock]
    Conflict.objects.create(
        case=case, person=supervisor, reason_code="family", by=person("supervisor", name="lain")
    )
    assert not clock_queries.due(supervisor).exists()
    assert clock_queries.find(supervisor, clock.pk) is None


def test_a_clock_of_a_case_one_holds_can_be_read_but_not_changed(case, organisation):
    clock = start_police_clock(case, hours=1)
    colleague = someone(organisation, "caseworker", "rekan")
    clocks.hand_to(clock=clock, to=colleague, by=case.owner)
    assert clock_queries.find(case.owner, clock.pk) == clock
    assert clock_queries.find(someone(organisation, "caseworker", "ketiga"), clock.pk) is None
    with pytest.raises(PermissionDenied):
        clocks.finish(clock=clock, evidence="UJI coba", by=case.owner)


def test_time_that_passes_brings_a_clock_before_those_who_answer(case, organisation, person):
    """A clock nobody holds shows to the holder of its case, who may hold cases."""
    start_police_clock(case, hours=1)
    row = DEADLINES["police_report_tpks41"]
    assert row.owner == "cases.own"
    clock = clock_queries.due(case.owner).get()
    clocks.hand_to(clock=clock, to=None, by=case.owner)
    assert list(clock_queries.due(case.owner)) == [clock]
    assert not clock_queries.due(someone(organisation, "caseworker", "rekan")).exists()
    clocks.hand_to(
        clock=clock, to=someone(organisation, "caseworker", "rekan"), by=person("supervisor")
    )
    assert not clock_queries.due(case.owner).exists()
    clock.started_at -= timedelta(hours=40)
    clock.save()
    assert list(clock_queries.due(case.owner)) == [clock]


def test_evidence_dies_with_the_key_of_the_case(case, note):
    made = note("police_report", "made", track=0, reference="STTLP-UJI-77")
    vault.destroy(case.key_id)
    assert Milestone.objects.get(pk=made.pk).reference == vault.ERASED


def test_the_chain_tells_codes_and_no_reference(case, note):
    note("police_report", "made", track=0, reference="STTLP-UJI-77")
    event = Event.objects.get(verb="legal.milestone_noted")
    assert event.detail == {"kind": "police_report", "name": "made"}
    assert not [one for one in Event.objects.all() if "STTLP" in str(one.detail)]
