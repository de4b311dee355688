"""Whoever leaves leaves nothing alone: no case, clock, service, alert or sealed word."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.web.cases.carrying import a_clock, a_report, a_service

from jaga.errors import BadInput
from jaga_web import vault
from jaga_web.alerts import actions as alerts
from jaga_web.audit.models import Event
from jaga_web.cases import handing_over
from jaga_web.cases.models import Case, Conflict, Entry
from jaga_web.people import actions, leaving
from jaga_web.people.actions import NotAccepted

OF = "cases:hand_over_of"


def give(people, to: dict[str, str], reason="leaving", person="bima"):
    return handing_over.hand_over(
        by=people["citra"],
        person=people[person],
        to={subject: people[name] for subject, name in to.items()},
        reason=reason,
    )


def subjects(people, person="bima") -> list[str]:
    groups = handing_over.held_by(people["citra"], people[person])
    return [item.held.subject for group in groups for item in group.items]


def test_every_kind_of_work_is_known():
    """A room that forgets to register its work would let it be left alone."""
    assert [holder.id for holder in leaving.HOLDERS] == [
        "cases", "services", "clocks", "referrals", "alerts", "reports",
    ]  # fmt: skip
    assert {need.permission for need in leaving.NEEDS} == {"cases.assign", "identity.open"}


def test_all_goes_in_one_act_and_leaves_its_events(carries, people, signed_in):
    first, second = carries(people["bima"]), carries(people["bima"])
    clock, service = a_clock(people["bima"], f"case:{first.pk}"), a_service(people["bima"], second)
    sent = {"reason": "leaving", "all": people["rani"].pk}
    answer = signed_in("supervisor", name="citra").post(
        reverse(OF, args=[people["bima"].pk]), sent, follow=True
    )
    assert "Diserahkan: 4." in answer.content.decode()
    for row in (first, second, clock):
        row.refresh_from_db()
        assert row.owner == people["rani"]
    service.refresh_from_db()
    assert service.person == people["rani"]
    verbs = list(Event.objects.order_by("seq").values_list("verb", flat=True))
    assert verbs.count("cases.assigned") == 2
    assert verbs[-1] == "cases.handed_over"
    assert Event.objects.order_by("seq").last().detail == {"rows": 4, "kind": "leaving"}


def test_some_stay_and_each_may_go_to_another(carries, people, signed_in):
    stays, goes, other = (carries(people["bima"]) for _number in range(3))
    sent = {
        "reason": "leave",
        "all": people["rani"].pk,
        f"case:{stays.pk}": "-",
        f"case:{other.pk}": people["dimas"].pk,
    }
    url = reverse(OF, args=[people["bima"].pk])
    signed_in("supervisor", name="citra").post(url, sent)
    owners = dict(Case.objects.values_list("pk", "owner__username"))
    assert owners == {stays.pk: "bima", goes.pk: "rani", other.pk: "dimas"}


def test_what_is_part_of_a_case_goes_where_the_case_goes(carries, people):
    moving, staying = carries(people["bima"]), carries(people["bima"])
    with_it = a_clock(people["bima"], f"case:{moving.pk}")
    without = a_clock(people["bima"], f"case:{staying.pk}")
    give(people, {f"case:{moving.pk}": "rani"})
    with_it.refresh_from_db()
    without.refresh_from_db()
    assert (with_it.owner, without.owner) == (people["rani"], people["bima"])


@pytest.mark.parametrize("kind", ["case", "clock", "service", "alert", "report"])
def test_an_account_that_holds_work_does_not_close_until_it_is_handed_over(
    kind,
    carries,
    people,
    person,
    alert,
):
    leaver, admin = people["bima"], person("administrator")
    if kind == "case":
        carries(leaver)
    elif kind == "clock":
        a_clock(leaver, "report:7")
    elif kind == "service":
        a_service(leaver, carries(people["rani"]))
    elif kind == "report":
        a_report(leaver)
    else:
        person("finance_analyst", name="pengganti")
        leaver = person("finance_analyst", name="pergi")
        alerts.assign(alert=alert, to=leaver, by=leaver)
    with pytest.raises(NotAccepted) as refused:
        actions.set_active(by=admin, person=leaver, active=False)
    assert "Serah terima" in str(refused.value)
    # Who manages access reads no case content: neither which nor how many.
    assert not any(letter.isdigit() for letter in str(refused.value))
    leaver.refresh_from_db()
    assert leaver.is_active
    groups = handing_over.held_by(people["citra"], leaver)
    to = {item.held.subject: item.takers[0] for group in groups for item in group.items}
    handing_over.hand_over(by=people["citra"], person=leaver, to=to, reason="leaving")
    actions.set_active(by=admin, person=leaver, active=False)
    assert not leaving.holds_work(leaver)


def test_the_page_of_staff_says_why(carries, people, signed_in):
    carries(people["bima"])
    url = reverse("people:set_active", args=[people["bima"].pk])
    page = signed_in("administrator").post(url, {"active": "0"}, follow=True).content.decode()
    assert "masih memegang pekerjaan terbuka" in page
    people["bima"].refresh_from_db()
    assert people["bima"].is_active


def test_a_finished_case_holds_nobody_back(carries, people, person):
    carries(people["bima"], status=Case.CLOSED)
    actions.set_active(by=person("administrator"), person=people["bima"], active=False)
    assert not people["bima"].is_active


@pytest.mark.parametrize("role", ["supervisor", "custodian"])
def test_the_last_person_who_can_open_or_assign_stays(role, carries, people, person):
    last = people["citra"] if role == "supervisor" else person("custodian")
    carries(people["bima"])
    admin = person("administrator")
    with pytest.raises(NotAccepted, match="Tidak ada orang lain"):
        actions.set_active(by=admin, person=last, active=False)
    person(role, name="pengganti")
    actions.set_active(by=admin, person=last, active=False)
    assert not last.is_active


def test_after_a_hand_over_the_words_of_the_case_still_open(carries, people, person):
    case = carries(people["bima"])
    entry = Entry.objects.create(
        case=case, by=people["bima"], section="assessment", name="contoh", value="rekaan",
        version=1,
    )  # fmt: skip
    give(people, {f"case:{case.pk}": "rani"})
    actions.set_active(by=person("administrator"), person=people["bima"], active=False)
    assert vault.has_key(case.key_id)
    assert Entry.objects.get(pk=entry.pk).value == "rekaan"


def test_a_conflict_of_interest_bars_and_is_not_told(carries, people, signed_in):
    case, other = carries(people["bima"]), carries(people["bima"])
    clock = a_clock(people["bima"], f"case:{case.pk}")
    Conflict.objects.create(
        case=case, person=people["rani"], reason_code="family", by=people["citra"]
    )
    with pytest.raises(BadInput, match=case.number):
        give(people, {f"case:{case.pk}": "rani", f"case:{other.pk}": "rani"})
    # All or nothing.
    assert set(Case.objects.values_list("owner__username", flat=True)) == {"bima"}
    with pytest.raises(BadInput):
        give(people, {f"clock:{clock.pk}": "rani"})
    url = reverse(OF, args=[people["bima"].pk])
    page = signed_in("supervisor", name="citra").get(url).content.decode()
    choice = page[page.index(f'name="case:{case.pk}"') :]
    assert "Rani Contoh" not in choice[: choice.index("</select>")]


@pytest.mark.parametrize("to", [{}, {"case:999999": "rani"}])
def test_nothing_or_something_unknown_is_refused(to, carries, people):
    carries(people["bima"])
    with pytest.raises(BadInput):
        give(people, to)


def test_it_goes_to_active_people_of_the_same_house_who_may_hold_it(
    carries,
    people,
    person,
    other_organisation,
):
    case = carries(people["bima"])
    people |= {
        "luar": person("caseworker", organisation=other_organisation),
        "peneliti": person("researcher"),
        "tutup": person("caseworker", name="tutup", is_active=False),
    }
    for name in ("luar", "peneliti", "tutup", "bima"):
        with pytest.raises(BadInput):
            give(people, {f"case:{case.pk}": name})
    with pytest.raises(BadInput):
        give(people, {f"case:{case.pk}": "rani"}, reason="bored")
    assert Case.objects.get().owner == people["bima"]


def test_only_those_who_assign_hand_over_and_only_in_their_house(
    carries,
    people,
    person,
    other_organisation,
):
    case = carries(people["bima"])
    outsider = person("supervisor", organisation=other_organisation)
    for by in (people["rani"], person("administrator"), outsider):
        with pytest.raises(PermissionDenied):
            handing_over.hand_over(
                by=by, person=people["bima"], to={f"case:{case.pk}": people["rani"]},
                reason="leaving",
            )  # fmt: skip
    assert Case.objects.get().owner == people["bima"]


def test_the_list_names_whom_there_is_work_of(carries, people, signed_in):
    carries(people["bima"])
    page = signed_in("supervisor", name="citra").get("/cases/hand-over/").content.decode()
    assert "Bima Contoh" in page
    assert "Rani Contoh" not in page


CHOICES = st.lists(
    st.tuples(st.sampled_from(["open", "closed"]), st.sampled_from(["", "rani", "dimas"])),
    min_size=1, max_size=7,
)  # fmt: skip


@given(CHOICES)
@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_a_hand_over_loses_no_case_and_adds_none(carries, people, chosen):
    """The same cases before and after, each open one with an owner; closed ones untouched."""
    Case.objects.all().delete()
    cases = [(carries(people["bima"], status=status), name) for status, name in chosen]
    theirs = carries(people["rani"])
    wanted = {f"case:{case.pk}": name for case, name in cases if name and case.status == "open"}
    if wanted:
        assert give(people, wanted) == len(wanted)
    after = dict(Case.objects.values_list("pk", "owner__username"))
    expected = {case.pk: wanted.get(f"case:{case.pk}", "bima") for case, _name in cases}
    assert after == {**expected, theirs.pk: "rani"}
    left = {f"case:{pk}" for pk, owner in expected.items() if owner == "bima"}
    closed = {f"case:{case.pk}" for case, _name in cases if case.status == "closed"}
    assert set(subjects(people)) == left - closed
