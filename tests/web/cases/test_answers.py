"""Two people write in one case: every change is kept, silently merged, or put to a person."""

import pytest
from django.core.exceptions import PermissionDenied
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jaga.casework import forms
from jaga.errors import BadInput
from jaga_web.cases import actions, answers, demo, entry_actions
from jaga_web.cases.models import Coded, Entry

SECTION = "safe_contact"
NAMES = ("contact_when", "contact_where", "contact_as")


def opened(case):
    """A form as it is drawn: each value with its version."""
    now = answers.current(case, SECTION)
    return {name: now[name] for name in NAMES}


def submit(case, form, by, **typed):
    values = {name: typed.get(name, form[name].value) for name in NAMES}
    drawn = {name: form[name].version for name in NAMES}
    return entry_actions.save_section(case=case, section=SECTION, values=values, drawn=drawn, by=by)


def value(case, name):
    return answers.current(case, SECTION)[name].value


def test_the_same_field_changed_by_two_comes_back_to_the_second(child, owner, supervisor):
    first, second = opened(child), opened(child)
    submit(child, first, owner, contact_when="Pagi (rekaan)")
    saved = submit(child, second, supervisor, contact_when="Sore (rekaan)")
    assert saved.written == ()
    (clash,) = saved.clashes
    assert (clash.mine, clash.theirs.value) == ("Sore (rekaan)", "Pagi (rekaan)")
    assert clash.theirs.by == owner
    assert value(child, "contact_when") == "Pagi (rekaan)"


def test_different_fields_merge_without_a_word(child, owner, supervisor):
    first, second = opened(child), opened(child)
    submit(child, first, owner, contact_when="Pagi")
    saved = submit(child, second, supervisor, contact_where="Taman")
    assert saved.clashes == ()
    assert (value(child, "contact_when"), value(child, "contact_where")) == ("Pagi", "Taman")


def test_a_clash_holds_back_that_field_alone(child, owner, supervisor):
    first, second = opened(child), opened(child)
    submit(child, first, owner, contact_when="Pagi")
    saved = submit(child, second, supervisor, contact_when="Sore", contact_as="Kak A")
    assert (saved.written, len(saved.clashes)) == (("contact_as",), 1)


def test_the_same_change_by_two_is_no_clash(child, owner, supervisor):
    first, second = opened(child), opened(child)
    submit(child, first, owner, contact_when="Pagi")
    assert submit(child, second, supervisor, contact_when="Pagi").clashes == ()
    assert Entry.objects.filter(name="contact_when").count() == 1


def test_what_a_case_was_opened_with_begins_its_history(child, owner, supervisor):
    forms_ = [answers.current(child, "registration")["age_band"] for _ in range(2)]
    assert [(one.value, one.version) for one in forms_] == [("12-14", 0)] * 2

    def send(by, band):
        return entry_actions.save_section(
            case=child, section="registration", values={"age_band": band},
            drawn={"age_band": 0}, by=by,
        )  # fmt: skip

    send(owner, "15-17")
    # A form still holding what it was drawn with changes nothing.
    assert send(supervisor, "12-14").clashes == ()
    assert len(send(supervisor, "6-11").clashes) == 1
    child.refresh_from_db()
    assert child.age_band == "15-17"
    assert answers.at_version(child, "age_band", 0) == "12-14"


def test_codes_are_kept_one_by_one_beside_their_history(child, owner):
    for codes in ("online trafficking", "online"):
        drawn = answers.current(child, "registration")["manifestation"].version
        entry_actions.save_section(
            case=child, section="registration", values={"manifestation": codes},
            drawn={"manifestation": drawn}, by=owner,
        )  # fmt: skip
    assert [one.code for one in Coded.objects.filter(case=child)] == ["online"]
    assert answers.at_version(child, "manifestation", 1) == "trafficking online"


def test_nobody_else_writes(child, person):
    for role in ("counsellor", "registrar", "legal_officer"):
        with pytest.raises(PermissionDenied):
            submit(child, opened(child), person(role), contact_when="Pagi")


def test_a_closed_case_takes_no_answer(carried, owner):
    case = carried("closed")
    with pytest.raises((PermissionDenied, BadInput)):
        submit(case, opened(case), owner, contact_when="Pagi")


# What one editor does: open the form again, or submit it with some fields typed anew.
MOVES = st.lists(
    st.tuples(
        st.integers(0, 1),
        st.one_of(
            st.none(), st.dictionaries(st.sampled_from(NAMES), st.sampled_from("abc"), min_size=1)
        ),
    ),
    min_size=2,
    max_size=10,
)


@given(moves=MOVES)
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_no_interleaving_loses_a_change(moves, owner, supervisor):
    """Whatever two people do in whatever order: a value that was current is only replaced by
    somebody whose form showed it, and a change that was not written came back to its author."""
    case = actions.open_case(organisation=owner.organisation, source="direct", by=owner)
    people = (owner, supervisor)
    held = [opened(case), opened(case)]
    for who, typed in moves:
        if typed is None:
            held[who] = opened(case)
            continue
        form, before = held[who], {name: value(case, name) for name in NAMES}
        saved = submit(case, form, people[who], **typed)
        clashing = {clash.asked.name: clash for clash in saved.clashes}
        for name in NAMES:
            mine, now = typed.get(name, form[name].value), value(case, name)
            if name in saved.written:
                assert (now, before[name]) == (mine, form[name].value)
            else:
                assert now == before[name]
            if mine not in (form[name].value, now):
                assert clashing[name].mine == mine
                assert clashing[name].theirs.value == now
            else:
                assert name not in clashing
        held[who] = opened(case)
    kept = Entry.objects.filter(case=case).values_list("name", "version")
    assert len(kept) == len(set(kept))


def test_a_counted_answer_is_kept_under_the_name_of_its_question(child, owner):
    def kept():
        return dict(Coded.objects.filter(case=child).values_list("list", "code"))

    demo.answer(child, "registration", owner, incident_ago="d5", kbgo="no")
    demo.answer(child, "plan_talk", owner, safety_plan="yes")
    assert kept() == {"incident_ago": "d5", "safety_plan": "yes"}
    demo.answer(child, "plan_talk", owner, safety_plan="no")
    demo.answer(child, "registration", owner, incident_ago="")
    assert kept() == {"safety_plan": "no"}
    assert answers.current(child, "plan_talk")["safety_plan"].version == 2


def test_what_is_asked_for_counting_never_holds_a_step_up():
    asked = [one for name in forms.SECTIONS for one in forms.questions(name)]
    assert not any(one.needed for one in asked if one.mirror == "count" or one.name == "helped")
