"""Two people and a ledger between a table and its readers. Everything here is invented."""

import json
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction
from tests.releasing import cube
from tests.web.national import fabricate
from tests.web.releases import made

from jaga.errors import BadInput, Refused
from jaga_web.audit.models import Event
from jaga_web.releases import ledger as book
from jaga_web.releases import release_actions as actions
from jaga_web.releases import sources
from jaga_web.releases.models import LedgerLine, Proposal

MORE = (3, 20, 30, 40, 12, 62)
LATER = date(2026, 8, 1)


@pytest.fixture
def officer(person):
    return person("data_protection_officer")


def partner_told_later(organisation):
    """A release whose one finding is a partner known too closely: it may be excepted."""
    made.release(organisation, table=cube("umur", {"age": made.AGES}, [3, 9, 30]))
    told = cube("tempat", {"age": ("12-14",), "place": ("Utara",)}, [9])
    return made.proposal(organisation, table=told)


def test_one_proposes_another_approves_and_the_ledger_has_a_line(organisation, officer):
    proposal = made.proposal(organisation)
    number = actions.approve(proposal=proposal, by=officer)
    (standing,) = book.standing(book.of(organisation))
    assert standing.release.number == number == 1
    assert standing.release.by != standing.release.second
    verbs = list(Event.objects.filter(verb__startswith="figures.").values_list("verb", flat=True))
    assert verbs == ["figures.proposed", "figures.published"]


def test_nobody_approves_their_own(organisation, officer):
    proposal = made.proposal(organisation, by=officer)
    with pytest.raises(PermissionDenied):
        actions.approve(proposal=proposal, by=officer)
    with pytest.raises(IntegrityError), transaction.atomic():
        Proposal.objects.filter(pk=proposal.pk).update(state="published", decided_by=officer)
    assert not LedgerLine.objects.exists()


def test_a_difference_of_two_children_is_refused_and_no_exception_helps(organisation, officer):
    made.release(organisation)
    proposal = made.proposal(organisation, MORE, day=LATER)
    answer = actions.answer_for(proposal)
    given = actions.Exceptions({one.id: "family" for one in answer.findings}, made.REASON)
    for exceptions in (actions.NONE, given):
        with pytest.raises(Refused, match="Release 1"):
            actions.approve(proposal=proposal, exceptions=exceptions, by=officer)
    assert LedgerLine.objects.count() == 1


def test_an_exception_takes_a_risk_and_a_reason_and_is_recorded(organisation, officer):
    proposal = partner_told_later(organisation)
    (finding,) = actions.answer_for(proposal).findings
    assert finding.exceptable
    for risks, reason in (({}, made.REASON), ({finding.id: "family"}, "ok"),
                          ({finding.id: "whoever"}, made.REASON)):  # fmt: skip
        with pytest.raises((Refused, BadInput)):
            actions.approve(
                proposal=proposal, exceptions=actions.Exceptions(risks, reason), by=officer
            )
    given = actions.Exceptions({finding.id: "family"}, made.REASON)
    actions.approve(proposal=proposal, exceptions=given, by=officer)
    release = book.of(organisation).releases[-1]
    assert [(one.finding, one.risk) for one in release.exceptions] == [(finding.id, "family")]
    proposal.refresh_from_db()
    assert proposal.reason == made.REASON
    assert Event.objects.get(verb="figures.published", detail__number=2).detail["exceptions"] == 1


def test_no_true_count_is_stored_in_plain(organisation):
    made.release(organisation, (3, 21, 33, 47, 13, 61))
    with connection.cursor() as cursor:
        cursor.execute("SELECT counts FROM releases_proposal")
        sealed = bytes(cursor.fetchone()[0])
        cursor.execute("SELECT text FROM releases_ledgerline")
        line = json.loads(cursor.fetchone()[0])
    assert b"21" not in sealed[:2]
    assert line["tables"][0]["cells"] == [None, None, 35, 45, None, None]
    assert not any(str(n) in line["sealed"] for n in ("[[3", "[3,"))
    draft = json.dumps(Proposal.objects.get().draft["tables"][0]["cells"])
    assert "21" not in draft


def test_a_ledger_that_was_touched_publishes_nothing_more(organisation, officer):
    made.release(organisation)
    line = LedgerLine.objects.get()
    LedgerLine.objects.filter(pk=line.pk).update(text=line.text.replace('"number":1', '"number":2'))
    with pytest.raises(BadInput, match="ledger"):
        actions.approve(proposal=made.proposal(organisation), by=officer)


def test_a_withdrawn_release_shows_its_note_and_no_number(organisation, officer, signed_in):
    number = made.release(organisation)
    actions.take_back(number=number, note="Dua wilayah tertukar (rekaan).", by=officer)
    client = signed_in("director")
    page = client.get(f"/figures/releases/{number}/").content.decode()
    assert "Dua wilayah tertukar" in page
    assert "table-frame" not in page
    assert client.get(f"/figures/releases/{number}/csv").status_code == 404
    with pytest.raises(BadInput):
        actions.take_back(number=number, note=made.REASON, by=officer)


def test_a_decided_proposal_is_not_decided_again(organisation, officer):
    proposal = made.proposal(organisation)
    actions.give_back(proposal=proposal, reason=made.REASON, by=officer)
    with pytest.raises(BadInput, match="already decided"):
        actions.approve(proposal=proposal, by=officer)


def test_a_table_with_nothing_to_show_is_not_proposed(organisation):
    with pytest.raises(BadInput, match="larger categories"):
        made.proposal(organisation, (1, 2, 1, 1, 2, 1))


def test_pages_hold_protected_counts_alone(organisation, signed_in):
    made.release(organisation, (3, 21, 33, 47, 13, 61))
    client = signed_in("researcher")
    sent = client.post("/figures/releases/propose/", made.PASTED)
    for address in ("/figures/releases/", "/figures/releases/1/", sent["Location"]):
        page = client.get(address).content.decode()
        assert client.get(address).status_code == 200
        assert not {'<td class="number">21', ">33<", ">47<", ">61<"} & set(page.split())
    assert "ditahan" in client.get("/figures/releases/1/").content.decode()


@pytest.mark.parametrize("change", [
    {"counts": "age\n"}, {"title_en": ""}, {"first": "kemarin"}, {"first": "2026-12-31"},
    {"kind": "", "source": "nothing"},
])  # fmt: skip
def test_what_cannot_be_read_comes_back_with_its_words_kept(signed_in, change):
    answer = signed_in("researcher").post(
        "/figures/releases/propose/", made.PASTED | {"counts": "age,count\n12,30\n"} | change
    )
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "notice error" in page
    assert "unit rekaan" in page
    assert not Proposal.objects.exists()


@pytest.mark.parametrize("name", list(sources.SOURCES))
def test_every_source_of_our_own_counts_only_ours(organisation, other_organisation, person, name):
    for n in range(14):
        fabricate.case(organisation, sex="fm"[n % 2])
    fabricate.case(other_organisation)
    draft = sources.draft(name, date(2020, 1, 1), date(2030, 1, 1), person("researcher"))
    assert sum(draft.counts[0]) == (14 if name.startswith("cases") else 0)
    assert draft.about.population == organisation.name


def test_a_table_is_of_the_same_people_whoever_proposes_it(organisation, officer):
    # Sources count the whole organisation; a proposer's own regions made another population of
    # it, and two releases of the same people were then not audited together.
    day = (date(2026, 1, 1), date(2026, 12, 31))
    elsewhere = made.someone(organisation, "researcher")
    elsewhere.regions = ["31"]
    for name in sources.SOURCES:
        one, other = (sources.draft(name, *day, by).about.family for by in (officer, elsewhere))
        assert one == other
