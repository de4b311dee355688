"""Activities are added, amended with history, cancelled, and taken in whole or not at all."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone
from tests.web.programmes import made

from jaga.errors import BadInput
from jaga.programmes import activities
from jaga.programmes.sheets import WrongRows
from jaga_web.audit.models import Event
from jaga_web.programmes import actions, queries
from jaga_web.programmes.models import Activity, Version


@pytest.fixture
def officer(person):
    return person("programme_officer")


def kept(officer):
    return list(queries.current(officer))


def test_a_form_becomes_an_activity_with_the_next_code(signed_in, officer):
    answer = signed_in("programme_officer").post(reverse("programmes:add"), made.FORM)
    (version,) = kept(officer)
    assert answer["Location"] == reverse("programmes:page", args=[version.activity_id])
    facts = queries.facts_of(version)
    assert facts.code == "K-2026-001"
    assert [str(place) for place in facts.places] == [
        "kemendagri/2025/32", "kemendagri/2025/33.04", "kemendagri/2025/73.04",
    ]  # fmt: skip
    assert facts.partners == ("Mitra Contoh", "Dinas Contoh")
    assert [count.number for count in facts.counts] == [40]


def test_a_form_with_a_mistake_is_drawn_again_with_what_was_typed(signed_in, officer):
    typed = {**made.FORM, "number_0": "empat puluh"}
    answer = signed_in("programme_officer").post(reverse("programmes:add"), typed)
    page = answer.content.decode()
    assert answer.status_code == 400
    assert "Hitungan 1: Jumlah: tulis bilangan bulat" in page
    assert "empat puluh" in page
    assert kept(officer) == []


def test_an_amendment_is_a_new_version_and_the_old_one_stays(officer):
    first = actions.add(facts=made.FACTS, by=officer)
    changed = replace(made.FACTS, title="Pelatihan Lanjutan Contoh")
    actions.amend(activity=first.activity, facts=changed, version=1, reason=made.REASON, by=officer)
    assert [one.title for one in queries.history(first.activity)] == [
        "Pelatihan Lanjutan Contoh", "Pelatihan Contoh",
    ]  # fmt: skip
    assert [one.number for one in kept(officer)] == [2]


def test_an_amendment_of_an_older_version_is_refused(officer):
    first = actions.add(facts=made.FACTS, by=officer)
    again = {"activity": first.activity, "facts": made.FACTS, "reason": made.REASON, "by": officer}
    actions.amend(version=1, **again)
    with pytest.raises(BadInput):
        actions.amend(version=1, **again)
    assert Version.objects.count() == 2


def test_a_cancelled_activity_is_in_no_figure_and_keeps_its_history(officer, organisation):
    first = actions.add(facts=made.FACTS, by=officer)
    actions.cancel(activity=first.activity, version=1, reason=made.REASON, by=officer)
    assert queries.for_figures(organisation) == []
    assert len(queries.history(first.activity)) == 2
    with pytest.raises(BadInput):
        actions.cancel(activity=first.activity, version=2, reason=made.REASON, by=officer)


def test_an_activity_that_is_not_over_is_no_result(officer):
    tomorrow = timezone.localdate() + timedelta(days=1)
    with pytest.raises(BadInput, match="not over yet"):
        actions.add(facts=replace(made.FACTS, ends_on=tomorrow), by=officer)


def test_the_same_file_twice_adds_nothing(officer):
    other = replace(made.FACTS, code="K-2", title="Kunjungan Contoh")
    rows = activities.read(activities.write([made.FACTS, other]))
    assert actions.take_in(rows=rows, by=officer) == actions.TakenIn(added=2, known=0)
    assert actions.take_in(rows=rows, by=officer) == actions.TakenIn(added=0, known=2)
    assert Version.objects.count() == 2


def test_what_goes_out_comes_back_in_and_adds_nothing(officer):
    actions.add(facts=made.FACTS, by=officer)
    rows = activities.read(actions.download(by=officer))
    assert actions.take_in(rows=rows, by=officer).added == 0


def test_a_file_that_would_overwrite_is_refused_whole(officer):
    actions.add(facts=made.FACTS, by=officer)
    rows = [replace(made.FACTS, code="K-9"), replace(made.FACTS, title="Lain")]
    with pytest.raises(WrongRows, match="K-1: already kept"):
        actions.take_in(rows=rows, by=officer)
    assert Activity.objects.count() == 1


def test_a_wrong_row_of_a_file_leaves_nothing_behind(signed_in, officer):
    good = activities.write([made.FACTS])
    bad = good + good.splitlines()[1].replace("K-1", "K-2").replace("1500", "1.500") + "\n"
    answer = signed_in("programme_officer").post(reverse("programmes:take_in"), {"text": bad})
    assert answer.status_code == 400
    assert "Baris 5: number: tulis bilangan bulat" in answer.content.decode()
    assert kept(officer) == []


def test_a_programme_in_capitals_is_no_second_programme(officer):
    actions.add(facts=made.FACTS, by=officer)
    loud = replace(made.FACTS, code="K-2", programme="PROGRAM CONTOH")
    actions.take_in(rows=[loud], by=officer)
    assert {version.programme for version in kept(officer)} == {"Program Contoh"}


def test_every_act_leaves_its_event_without_what_was_written(officer):
    first = actions.add(facts=made.FACTS, by=officer)
    actions.cancel(activity=first.activity, version=1, reason=made.REASON, by=officer)
    verbs = [event.verb for event in Event.objects.order_by("seq")]
    assert verbs == ["programmes.activity_added", "programmes.activity_cancelled"]
    assert not any(made.REASON in str(event.detail) for event in Event.objects.all())


def test_whoever_may_only_read_adds_nothing(person):
    with pytest.raises(PermissionDenied):
        actions.add(facts=made.FACTS, by=person("researcher"))


def test_another_organisation_sees_nothing(officer, other_organisation, person):
    actions.add(facts=made.FACTS, by=officer)
    theirs = person("programme_officer", organisation=other_organisation)
    assert kept(theirs) == []
