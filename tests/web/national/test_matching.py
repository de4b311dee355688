"""Comparing with another unit: suggestions, decisions by a person, and a way back."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from tests.web.national import fabricate

from jaga.casework.matching import tokens
from jaga.errors import BadInput
from jaga_web import vault
from jaga_web.audit.models import Event
from jaga_web.cases.models import Case, Conflict, Identity
from jaga_web.national import matching_actions as actions
from jaga_web.national import queries
from jaga_web.national.models import Comparison, Counterpart, Decision, Suggestion


@pytest.fixture
def unit(organisation):
    return fabricate.counterpart(organisation)


@pytest.fixture
def registrar(person):
    return person("registrar")


def compared(unit, by, *known):
    return actions.compare(counterpart=unit, text=fabricate.their_list(*known), by=by)


def test_two_agencies_that_know_one_child_suggest_it_and_count_it_once(
    organisation, unit, registrar
):
    fabricate.case(organisation, identity={"name": "Ratih Rekaan Woelandari"})
    compared(unit, registrar, fabricate.known())
    [one] = Suggestion.objects.all()
    assert (one.level, one.theirs) == ("same", "b1")
    assert queries.together(unit) == 2
    actions.decide(suggestion=one, verdict="same", by=registrar)
    assert queries.together(unit) == 1
    assert queries.only_theirs(unit) == []
    assert not queries.only_ours(registrar, unit).exists()


def test_nothing_is_merged_by_comparing_or_deciding(organisation, unit, registrar):
    """Duplicate suggestions are never merged: no row of a case or of an identity changes."""
    fabricate.case(organisation, identity={})

    def everything():
        return [list(Case.objects.values()), list(Identity.objects.values())]

    before = everything()
    compared(unit, registrar, fabricate.known())
    assert not Decision.objects.exists()
    actions.decide(suggestion=Suggestion.objects.get(), verdict="same", by=registrar)
    assert everything() == before


def test_twins_wait_for_a_person_and_stay_two(organisation, unit, registrar):
    for name in ("Rani Rekaan", "Ranni Rekaan"):
        fabricate.case(organisation, identity={"name": name})
    compared(unit, registrar, fabricate.known(name="Rani Rekaan"))
    assert list(Suggestion.objects.values_list("level", flat=True)) == ["perhaps", "perhaps"]
    assert queries.together(unit) == 3
    first, second = Suggestion.objects.order_by("case")
    actions.decide(suggestion=first, verdict="same", by=registrar)
    actions.decide(suggestion=second, verdict="different", by=registrar)
    assert queries.together(unit) == 2
    assert queries.children_of(queries.counted(registrar)) == 2


def test_two_cases_called_the_same_child_are_one_child_in_the_figures(
    organisation, unit, registrar
):
    for _n in range(2):
        fabricate.case(organisation, identity={})
    compared(unit, registrar, fabricate.known())
    for one in Suggestion.objects.all():
        actions.decide(suggestion=one, verdict="same", by=registrar)
    assert queries.children_of(queries.counted(registrar)) == 1
    actions.undo(suggestion=Suggestion.objects.first(), by=registrar)
    assert queries.children_of(queries.counted(registrar)) == 2


def test_a_decision_is_audited_and_can_be_taken_back(organisation, unit, registrar):
    one = fabricate.suggestion(unit)
    actions.decide(suggestion=one, verdict="same", by=registrar)
    with pytest.raises(BadInput, match="decided already"):
        actions.decide(suggestion=one, verdict="different", by=registrar)
    actions.undo(suggestion=one, by=registrar)
    with pytest.raises(BadInput, match="nothing to undo"):
        actions.undo(suggestion=one, by=registrar)
    actions.decide(suggestion=one, verdict="different", by=registrar)
    said = list(one.decisions.values_list("verdict", flat=True))
    assert said == ["same", "undone", "different"]
    events = Event.objects.filter(subject=f"suggestion:{one.pk}").order_by("seq")
    assert [event.verb for event in events] == [
        "national.decided", "national.undone", "national.decided",
    ]  # fmt: skip


def test_a_later_list_keeps_decisions_and_drops_what_it_does_not_suggest(
    organisation, unit, registrar
):
    case = fabricate.case(organisation, identity={})
    compared(unit, registrar, fabricate.known("b1"), fabricate.known("b2"))
    first = Suggestion.objects.get(theirs="b1")
    actions.decide(suggestion=first, verdict="different", by=registrar)
    compared(unit, registrar, fabricate.known("b3"))
    shown = queries.shown(registrar, unit)
    assert {(one.theirs, one.verdict) for one in shown} == {("b1", "different"), ("b3", None)}
    compared(unit, registrar, fabricate.known("b1"))
    assert queries.suggestions(registrar).get(case=case, theirs="b1").verdict == "different"


def test_their_tokens_are_not_kept(organisation, unit, registrar):
    fabricate.case(organisation, identity={})
    text = fabricate.their_list(fabricate.known())
    actions.compare(counterpart=unit, text=text, by=registrar)
    token = tokens.read(text, fabricate.KEY)[0].name.encode()
    with connection.cursor() as cursor:
        for model in (Counterpart, Comparison, Suggestion, Decision):
            cursor.execute(f"select * from {model._meta.db_table}")
            assert token not in repr(cursor.fetchall()).encode()
    assert token.decode() not in repr(list(Event.objects.values_list("detail", flat=True)))


def test_our_list_holds_only_children_who_agreed_whose_name_is_known(
    organisation, other_organisation, unit, registrar
):
    listed = fabricate.case(organisation, identity={})
    fabricate.case(organisation, identity={}, consent_reporting=None)
    fabricate.case(organisation, identity={"name": None})
    fabricate.case(organisation)
    fabricate.case(other_organisation, identity={})
    vault.destroy(fabricate.case(organisation, identity={}).key_id)
    text = actions.make_list(counterpart=unit, by=registrar)
    [row] = tokens.read(text, fabricate.KEY)
    assert listed.number not in text
    assert row.spelling == tokens.tokens(fabricate.known(), fabricate.KEY).spelling
    for value in fabricate.IDENTITY.values():
        assert value not in text
    assert Event.objects.get(verb="national.tokens_made").detail == {"rows": 1}


def test_a_case_has_another_ref_for_each_unit(organisation, unit, registrar):
    fabricate.case(organisation, identity={})
    other = fabricate.counterpart(organisation, "Lembaga Lain Contoh")
    refs = [
        tokens.read(actions.make_list(counterpart=one, by=registrar), fabricate.KEY)[0].ref
        for one in (unit, other)
    ]
    assert refs[0] != refs[1]


def test_a_conflict_of_interest_keeps_the_case_out(organisation, unit, registrar):
    case = fabricate.case(organisation, identity={})
    compared(unit, registrar, fabricate.known())
    Conflict.objects.create(case=case, person=registrar, reason_code="relative", by=registrar)
    assert not queries.shown(registrar, unit).exists()
    with pytest.raises(PermissionDenied):
        actions.decide(suggestion=Suggestion.objects.get(), verdict="same", by=registrar)
    assert actions.make_list(counterpart=unit, by=registrar).count("\n") == 1


def test_what_is_no_list_is_refused_and_changes_nothing(organisation, unit, signed_in):
    fabricate.case(organisation, identity={})
    client = signed_in("registrar")
    address = f"/national/units/{unit.pk}/compare/"
    answer = client.post(address, {"text": "name\nRatih Rekaan"}, follow=True).content.decode()
    assert "notice error" in answer
    assert "Ratih Rekaan" not in answer
    assert not Comparison.objects.exists()


def test_a_key_is_made_or_taken_sealed_and_its_leaving_is_logged(organisation, signed_in):
    client = signed_in("registrar")
    client.post("/national/units/", {"name": "UPTD Contoh Satu"})
    client.post("/national/units/", {"name": "UPTD Contoh Dua", "shared_key": "ab" * 32})
    made, given = Counterpart.objects.order_by("pk")
    assert len(bytes.fromhex(made.shared_key)) == 32
    assert given.shared_key == "ab" * 32
    with connection.cursor() as cursor:
        cursor.execute("select shared_key from national_counterpart")
        assert b"abab" not in b"".join(bytes(row[0]) for row in cursor.fetchall())
    assert "ab" * 32 not in client.get(f"/national/units/{given.pk}/").content.decode()
    answer = client.post(f"/national/units/{given.pk}/key/")
    assert answer.content.decode().strip() == "ab" * 32
    assert Event.objects.filter(verb="national.key_handed_over").count() == 1
    assert "abab" not in repr(list(Event.objects.values_list("detail", flat=True)))


@pytest.mark.parametrize(
    "values", [{"name": ""}, {"name": "UPTD Contoh"}, {"name": "Lain", "shared_key": "kunci"}]
)
def test_a_unit_without_a_name_of_its_own_or_a_whole_key_is_refused(unit, signed_in, values):
    answer = signed_in("registrar").post("/national/units/", values, follow=True)
    assert "notice error" in answer.content.decode()
    assert Counterpart.objects.count() == 1


def test_a_unit_of_others_does_not_exist(other_organisation, person, registrar):
    theirs = fabricate.counterpart(other_organisation)
    for act in (actions.make_list, actions.hand_over_key):
        with pytest.raises(PermissionDenied):
            act(counterpart=theirs, by=registrar)
    with pytest.raises(PermissionDenied):
        actions.decide(suggestion=fabricate.suggestion(theirs), verdict="same", by=registrar)


def test_the_page_gives_reasons_fields_at_odds_and_who_is_known_to_one_only(
    organisation, unit, registrar, signed_in
):
    fabricate.case(organisation, identity={"birth_date": "2012"}, region="31")
    alone = fabricate.case(organisation, identity={"name": "Sekar Rekaan"})
    compared(unit, registrar, fabricate.known(), fabricate.known("b7", name="Melati Contoh"))
    page = signed_in("registrar").get(f"/national/units/{unit.pk}/").content.decode()
    assert "Ejaan namanya sama" in page
    assert "Tercatat berbeda:" in page
    assert "provinsi" in page
    assert alone.number in page
    assert "b7" in page
    assert "Rekaan" not in page.replace("(rekaan)", "")
