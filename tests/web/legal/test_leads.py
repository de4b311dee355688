"""From a child's number to a match in screening: by consent, late, in company, and back again."""

import csv
from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.utils import timezone
from tests.web.clocks.targets import someone
from tests.web.legal import targets

from jaga.errors import BadInput
from jaga.ledger import tokens
from jaga.ledger.options import ReadOptions
from jaga.ledger.store import Ledger
from jaga.screening.engines.duckdb import DuckDBEngine
from jaga.screening.screen import screen
from jaga.world import WorldSpec, simulate
from jaga_web import vault
from jaga_web.audit.models import Event
from jaga_web.cases.models import Identity
from jaga_web.legal import actions, queries
from jaga_web.legal.models import Lead
from jaga_web.legal.token_key import token_key

ADDED, EXPIRES, TODAY = date(2024, 10, 1), date(2025, 9, 30), date(2025, 3, 1)
PLANTED = "Rekaan Bin Contoh"


@pytest.fixture
def case(organisation, person):
    return targets.open_case(organisation, person("caseworker"))


@pytest.fixture
def three(organisation):
    """Three children's numbers, long enough ago to have left together."""

    def make(*values):
        found = []
        for value in values or ("9900111101", "9900111102", "9900111103"):
            case = targets.open_case(organisation)
            Identity.objects.create(case=case, name=PLANTED, nickname="UJI")
            consent = targets.consent_of(case)
            found.append(targets.lead_of(case, consent, value, added_on=ADDED, expires_on=EXPIRES))
        return found

    return make


def rows(text):
    return list(csv.DictReader(text.splitlines()))


def exported(person, today=TODAY):
    return actions.export_watchlist(by=person("legal_officer"), today=today)


def test_a_number_needs_a_consent_that_holds_for_the_watchlist(case):
    for consent in (
        targets.consent_of(case, purpose="service"),
        targets.consent_of(case, valid_until=date(2020, 1, 1)),
        targets.consent_of(case, outcome="refused"),
        targets.consent_of(case, withdrawn_at=timezone.now()),
        targets.consent_of(targets.open_case(case.organisation)),
    ):
        with pytest.raises(BadInput, match="No consent"):
            targets.lead_of(case, consent)
    assert targets.lead_of(case, targets.consent_of(case)).told_band == "12 to 14"


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"kind": "holder"}, "kind of number"),
        ({"value": " - "}, "Write the number"),
        ({"value": "9" * 200}, "Write the number"),
        ({"value": "v1:" + "a" * 26}, "Write the number"),
        ({"told": "ya"}, "own words"),
    ],
)
def test_what_is_no_number_or_was_not_explained_is_refused(case, changes, words):
    values = {"kind": "account", "value": targets.NUMBER, "told": targets.TOLD, **changes}
    consent = targets.consent_of(case)
    with pytest.raises(BadInput, match=words):
        actions.add_lead(case=case, consent=consent, by=case.owner, **values)


def test_only_those_who_keep_the_case_write_a_number_down(case, organisation, person):
    consent = targets.consent_of(case)
    values = {"kind": "account", "value": targets.NUMBER, "told": targets.TOLD}
    for user in (person("counsellor"), someone(organisation, "caseworker", "rekan")):
        with pytest.raises(PermissionDenied):
            actions.add_lead(case=case, consent=consent, by=user, **values)
    with pytest.raises(PermissionDenied):
        actions.export_watchlist(by=case.owner)


def test_the_number_is_sealed_and_the_token_is_keyed_as_screening_keys_it(case):
    lead = targets.lead_of(case, targets.consent_of(case), "9900-0000 0777")
    assert lead.token == tokens.token(token_key(), "account", "990000000777")
    with connection.cursor() as cursor:
        cursor.execute("SELECT value FROM legal_lead")
        assert b"9900" not in bytes(cursor.fetchone()[0])


def test_the_key_may_come_from_the_partner(case, settings, tmp_path):
    settings.JAGA_TOKEN_KEY = tmp_path / "token.txt"
    consent = targets.consent_of(case)
    with pytest.raises(BadInput, match="cannot be opened"):
        targets.lead_of(case, consent)
    settings.JAGA_TOKEN_KEY.write_bytes(b"p" * 40)
    assert targets.lead_of(case, consent).token == tokens.token(
        b"p" * 40, "account", targets.NUMBER
    )


def test_the_file_has_tokens_and_nothing_of_a_case(three, person):
    leads = three()
    text = exported(person)
    assert len(rows(text)) == 3
    forbidden = [PLANTED, ADDED.isoformat(), "extortion", "12-14", "12 to 14", targets.TOLD]
    forbidden += [lead.value for lead in leads] + [lead.case.number for lead in leads]
    assert not [word for word in forbidden if word in text]
    assert {row["consent_ref"] for row in rows(text)} == {lead.consent.reference for lead in leads}
    event = Event.objects.get(verb="legal.watchlist_exported")
    assert event.detail == {"rows": 3}


def test_it_leaves_late_and_never_alone(three, person, case):
    targets.lead_of(case, targets.consent_of(case))
    three()
    with pytest.raises(BadInput, match="has been released"):
        exported(person, date(2024, 10, 31))
    assert len(rows(exported(person, date(2024, 11, 1)))) == 3


def test_a_withdrawn_consent_writes_a_withdrawn_row(three, person):
    first, *_others = three()
    first.consent.withdrawn_at = timezone.now() - timedelta(days=1)
    first.consent.save()
    back = queries.taken_back(first)
    first.expires_on = back + timedelta(days=60)
    first.save(update_fields=["expires_on"])
    found = rows(exported(person, timezone.localdate()))
    assert [row["reason_code"] for row in found if row["token"] == first.token] == [
        "",
        "withdrawn",
    ]


def test_taking_back_before_the_release_keeps_it_at_home(case, person):
    lead = targets.lead_of(case, targets.consent_of(case))
    actions.withdraw_lead(lead=lead, by=case.owner)
    actions.withdraw_lead(lead=lead, by=case.owner)
    assert Event.objects.filter(verb="legal.lead_withdrawn").count() == 1
    later = timezone.localdate() + timedelta(days=200)
    with pytest.raises(BadInput, match="has been released"):
        exported(person, later)
    assert Lead.objects.get(pk=lead.pk).released_on is None


def test_an_erased_case_takes_its_number_along_and_moves_no_other(three, person):
    first, *others = three()
    assert len(rows(exported(person))) == 3
    assert {lead.released_on for lead in Lead.objects.all()} == {date(2024, 11, 1)}
    vault.destroy(first.case.key_id)
    assert Lead.objects.get(pk=first.pk).value == vault.ERASED
    Lead.objects.filter(pk=first.pk).delete()
    assert {row["token"] for row in rows(exported(person))} == {lead.token for lead in others}


def test_another_organisations_numbers_are_not_in_ours(three, person, other_organisation):
    three()
    theirs = person("legal_officer", organisation=other_organisation)
    with pytest.raises(BadInput, match="has been released"):
        actions.export_watchlist(by=theirs, today=TODAY)


def test_the_page_gives_the_file_or_says_why_not(three, signed_in):
    client = signed_in("legal_officer")
    answer = client.post("/legal/watchlist/file/", follow=True)
    assert "Tidak ada nomor yang sudah dilepas" in answer.content.decode()
    for lead in three():
        lead.added_on = timezone.localdate() - timedelta(days=70)
        lead.expires_on = timezone.localdate() + timedelta(days=100)
        lead.save(update_fields=["added_on", "expires_on"])
    answer = client.post("/legal/watchlist/file/")
    assert answer["Content-Type"].startswith("text/csv")
    assert len(rows(answer.content.decode())) == 3


def test_the_page_says_the_words_of_the_childs_age_first(case, person, signed_in):
    client = signed_in("caseworker")
    page = client.get(f"/legal/case/{case.pk}/lead/").content.decode()
    assert "Anak 12 sampai 14 tahun" in page
    assert "Tanpa itu tidak ada nomor yang dicatat" in page
    answer = client.post(f"/legal/case/{case.pk}/lead/", {"value": "9900", "consent": "1"})
    assert answer.status_code == 400
    assert "9900" not in answer.content.decode()


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    """An invented country with payments in which accounts of offenders pay."""
    folder = tmp_path_factory.mktemp("country")
    simulate(
        WorldSpec(accounts=800, days=60, seed=11, prevalence=0.02, look_alike_ratio=10), folder
    )
    return folder


def screened(world, folder, text):
    """The alerts of the country with this watchlist, read with the key of the web."""
    options = ReadOptions(token_key=token_key())
    ledger = Ledger.open(folder)
    ledger.read_accounts(world / "accounts.csv", options)
    ledger.read([world / "payments.csv.gz"], options)
    (folder.parent / "watchlist.csv").write_text(text)
    report = ledger.read_watchlist(folder.parent / "watchlist.csv", options)
    assert set(report.rejected) <= {"withdrawn"}
    engine = DuckDBEngine(threads=1)
    try:
        return screen(ledger, engine).alerts
    finally:
        engine.close()


def matched(alerts):
    return {a.subject for a in alerts for r in a.reasons if r.indicator == "watched_account_pays"}


@pytest.fixture
def fixed_key(settings, tmp_path):
    """The same tokens in every run, so that the same account is chosen."""
    settings.JAGA_TOKEN_KEY = tmp_path / "token.txt"
    settings.JAGA_TOKEN_KEY.write_bytes(b"k" * 48)
    return token_key()


def test_a_released_number_makes_a_match_and_a_withdrawn_one_none(
    world, tmp_path, three, person, fixed_key
):
    with (world / "accounts.csv").open() as file:
        accounts = [row["account"] for row in csv.DictReader(file)]
    key = fixed_key
    head = "token,token_kind,source,reason_code,added_on,expires_on,consent_ref\n"
    watched = [
        f"{tokens.token(key, 'account', one)},account,partner,,2024-11-01,2025-10-31,\n"
        for one in accounts
    ]
    nobody = "no such account,account,partner,,2024-11-01,2025-10-31,\n"
    # Of those whose pattern alerts without any list, one that would also match.
    bare = {a.subject for a in screened(world, tmp_path / "bare" / "store", head + nobody)}
    subject = min(
        bare & matched(screened(world, tmp_path / "all" / "store", head + "".join(watched)))
    )
    number = next(one for one in accounts if tokens.token(key, "account", one) == subject)
    first, *_others = three(number, "9900111102", "9900111103")
    text = exported(person)
    assert number not in text
    assert subject in matched(screened(world, tmp_path / "one" / "store", text))
    first.withdrawn_on = date(2024, 12, 15)
    first.save(update_fields=["withdrawn_on"])
    back = screened(world, tmp_path / "back" / "store", exported(person))
    assert subject not in matched(back)
