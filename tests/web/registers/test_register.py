"""The register keeps every row: what is newly known is added, nothing is changed."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone
from tests.web.registers import made

from jaga.errors import BadInput
from jaga.programmes import registers
from jaga_web.registers import actions, page, queries
from jaga_web.registers.models import Entry


@pytest.fixture
def officer(person):
    return person("programme_officer")


def test_a_later_source_tells_and_the_earlier_row_stays(officer):
    later = replace(made.ROW, means=("gift",), source_date=date(2026, 6, 1))
    actions.note(rows=[made.ROW, later], by=officer)
    (line,) = page.lines(queries.entries(officer))
    assert line["newest"]["row"] == later
    assert [one["row"] for one in line["rows"]] == [later, made.ROW]


def test_the_same_file_twice_adds_nothing_and_what_goes_out_comes_back_in(officer):
    actions.note(rows=[made.ROW], by=officer)
    rows = registers.read(actions.download(by=officer))
    assert rows == (made.ROW,)
    assert actions.note(rows=rows, by=officer) == actions.TakenIn(added=0, known=1)
    assert Entry.objects.count() == 1


def test_a_row_from_the_form_joins_the_history_of_its_application(signed_in, officer):
    actions.note(rows=[made.ROW], by=officer)
    number = queries.applications(officer).get().pk
    signed_in("researcher").post(reverse("registers:add_to", args=[number]), made.FORM)
    codes = {entry.application.code for entry in queries.entries(officer)}
    assert (codes, Entry.objects.count()) == ({"APL-1"}, 2)


def test_a_claim_without_a_source_is_refused_in_the_forms_words(signed_in, officer):
    answer = signed_in("researcher").post(reverse("registers:add"), {**made.FORM, "source": ""})
    assert answer.status_code == 400
    assert "Sumber: sebutkan sumbernya" in answer.content.decode()
    assert Entry.objects.count() == 0


def test_the_list_shows_each_claim_with_its_source(signed_in, officer):
    actions.note(rows=[made.ROW], by=officer)
    shown = signed_in("finance_analyst").get(reverse("registers:list")).content.decode()
    assert made.ROW.name in shown
    assert made.ROW.source in shown


def test_a_source_of_tomorrow_takes_the_whole_file_back(officer):
    tomorrow = timezone.localdate() + timedelta(days=1)
    with pytest.raises(BadInput, match="dated after today"):
        actions.note(rows=[made.ROW, replace(made.ROW, source_date=tomorrow)], by=officer)
    assert Entry.objects.count() == 0


def test_whoever_may_only_read_adds_nothing(person):
    with pytest.raises(PermissionDenied):
        actions.note(rows=[made.ROW], by=person("finance_analyst"))
