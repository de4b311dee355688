"""The site under attack: each test is something a person with a browser and a grudge would try."""

import csv
import io
import json
import re

import pytest
from django.test import Client
from django.urls import reverse
from tests.web.alerts import fabricate
from tests.web.alerts.conftest import (  # noqa: F401
    alert,
    child_alert,
    confirmed,
    rule_out,
    taken_in,
)

from jaga.errors import BadInput
from jaga_web.alerts import actions
from jaga_web.alerts.models import Alert, Decision, Snooze
from jaga_web.audit.models import Event
from jaga_web.cases.models import Case

SCRIPT = "<script>alert(1)</script>"
BREAKOUT = "\"'></title></text></svg><img src=x onerror=alert(1)>"


def hostile_run():
    """One alert whose every free text tries to become a program."""
    row = fabricate.alert(alert_id=SCRIPT + "'\"")
    row["typology"] = SCRIPT + BREAKOUT[:30]
    row["reasons"] = json.dumps(
        [
            {
                "indicator": SCRIPT,
                "family": BREAKOUT,
                "answer": answer,
                "weight": 40,
                "at": None,
                "values": {},
                "id": SCRIPT + BREAKOUT,
                "en": SCRIPT + BREAKOUT,
            }
            for answer in ("fired", "could_not_tell")
        ]
    )
    evidence = fabricate.payments(row, 3)
    for payment in evidence:
        payment |= {"currency": "<b>x</b>", "rail": "<i>x</i>", "remark_class": "<u>x</u>"}
        payment |= {"debtor_country": "<s", "creditor_country": "'\""}
        payment["payment_key"] = SCRIPT + payment["payment_key"] + BREAKOUT
    return row, evidence


@pytest.fixture
def hostile(tmp_path, organisation):
    row, evidence = hostile_run()
    folder = fabricate.write(tmp_path / "x", [row], run_id=SCRIPT + BREAKOUT, evidence=evidence)
    return actions.take_in(run_dir=folder, organisation=organisation, by=None).alerts.get()


@pytest.mark.parametrize("language", ["id", "en"])
def test_nothing_a_run_says_becomes_markup(hostile, signed_in, language):
    client = signed_in("supervisor", language=language, name=f"penyelia-{language}")
    address = reverse("alerts:page", args=[hostile.pk])
    client.post(reverse("alerts:propose", args=[hostile.pk]), {"reasons": SCRIPT + BREAKOUT})
    form = {"outcome": "refuted", "reasons": SCRIPT + BREAKOUT}
    client.post(reverse("alerts:propose", args=[hostile.pk]), form)
    for where in (address, "/alerts/", f"/alerts/?text={SCRIPT}&typology={SCRIPT}", "/audit/"):
        page = client.get(where).content.decode()
        assert not re.search(
            r"<script>|<img src=x|<b>x|<i>x|<u>x|<s\b|onerror=(?!alert\(1\)&gt)", page
        )
    shown = client.get(address).content.decode()
    assert "&lt;script&gt;alert(1)" in shown
    for name in ("timeline.svg", "timeline.svg?theme=dark"):
        picture = client.get(f"{address}{name}").content.decode()
        assert "<script" not in picture
        assert "onerror" not in picture


def test_a_refused_form_gives_back_what_was_typed_as_text(alert, signed_in):  # noqa: F811
    address = reverse("alerts:propose", args=[alert.pk])
    typed = {"outcome": SCRIPT, "reasons": "</textarea>" + SCRIPT, "age_how": '"><script>'}
    page = signed_in("finance_analyst").post(address, typed).content.decode()
    assert "&lt;/textarea&gt;&lt;script&gt;" in page
    assert "<script>" not in page


def test_a_spreadsheet_runs_no_cell_of_the_export(taken_in, signed_in):  # noqa: F811
    taken_in([fabricate.alert(alert_id="=HYPERLINK(1)"), fabricate.alert(alert_id="@x", rank=2)])
    text = signed_in("finance_analyst").get(reverse("alerts:export")).content.decode()
    assert [row["alert_id"] for row in csv.DictReader(io.StringIO(text))] == [
        "'=HYPERLINK(1)",
        "'@x",
    ]


@pytest.mark.parametrize(
    "change",
    [
        {"weight": "40"},
        {"answer": "maybe"},
        {"family": None},
        {"id": "a\0b"},
        {"en": ""},
        {"at": "yesterday"},
    ],
)
def test_a_run_with_reasons_the_page_cannot_draw_is_refused(tmp_path, organisation, change):
    row = fabricate.alert()
    row["reasons"] = json.dumps([{**json.loads(row["reasons"])[0], **change}])
    folder = fabricate.write(tmp_path / "run", [row])
    with pytest.raises(BadInput):
        actions.take_in(run_dir=folder, organisation=organisation, by=None)
    assert not Alert.objects.exists()


@pytest.mark.parametrize(
    "change", [{"rail": "x" * 21}, {"payment_key": "a\0b"}, {"debtor_country": "IDN"}]
)
def test_a_run_with_texts_no_column_holds_is_refused(tmp_path, organisation, change):
    row = fabricate.alert()
    evidence = [{**payment, **change} for payment in fabricate.payments(row, 1)]
    folder = fabricate.write(tmp_path / "run", [row], evidence=evidence)
    with pytest.raises(BadInput):
        actions.take_in(run_dir=folder, organisation=organisation, by=None)


@pytest.mark.parametrize(
    "query",
    [
        "page=99999999999999999999999",
        "page=-1",
        "page=x",
        "page=%00",
        "month=0001-01",
        "month=9999-12",
        "month=2026-13",
        "month=%F0%9F%92%A3",
        "typology=%00",
        "state=%00",
        "state=" + "x" * 5000,
        "text=" + "x" * 5000,
        "text=%25%25%27%3B--",
        "sort=__class__",
        "mine=" + "1" * 400,
        "role=%FF%FE",
        "outcome=suspicion&outcome=protection",
        "%00=1",
    ],
)
@pytest.mark.parametrize("address", ["/alerts/", "/alerts/queue.csv", "/cases/", "/audit/"])
def test_bad_filters_never_break_a_page(alert, signed_in, address, query):  # noqa: F811
    response = signed_in("supervisor").get(f"{address}?{query}")
    assert response.status_code == (400 if "%00" in query else 200)


@pytest.mark.parametrize(
    "query", ["verb=x", "actor=-1", "actor=9" + "9" * 30, "actor=x", "verb=%00", "actor=²"]
)
def test_bad_filters_never_break_the_trail(signed_in, organisation, query):
    status = 400 if "%00" in query else 200
    assert signed_in("supervisor").get(f"/audit/?{query}").status_code == status


@pytest.mark.parametrize("number", ["0", "9" * 18, "9" * 30, "-1", "1.0", "x", "%00", "1%0a"])
@pytest.mark.parametrize("place", ["alerts/{}/", "alerts/{}/timeline.svg", "cases/{}/"])
def test_numbers_that_are_none_are_not_found(signed_in, organisation, place, number):
    assert signed_in("supervisor").get("/" + place.format(number)).status_code == 404


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("alerts:propose", {"outcome": "refuted", "reasons": "a\0" + "b" * 30}),
        ("alerts:assign", {"to": "1\0"}),
        ("alerts:snooze", {"what": "typology:\0", "until": "\0", "reason": "x" * 30}),
        ("alerts:answer", {"decision": "\0"}),
    ],
)
def test_a_form_with_nul_is_refused_and_changes_nothing(alert, signed_in, name, form):  # noqa: F811
    response = signed_in("supervisor").post(reverse(name, args=[alert.pk]), form)
    assert response.status_code == 400
    assert "Permintaan tidak terbaca" in response.content.decode()
    assert not Decision.objects.exists()
    assert not Snooze.objects.exists()


@pytest.mark.parametrize("to", ["x", "-1", "9" * 40, "²", "1; drop table", "0x1"])
def test_an_assignment_to_nobody_known_assigns_nobody(alert, signed_in, to):  # noqa: F811
    signed_in("supervisor").post(reverse("alerts:assign", args=[alert.pk]), {"to": to})
    alert.refresh_from_db()
    assert alert.assigned_to is None


def test_a_colleague_elsewhere_cannot_be_named(alert, signed_in, person, other_organisation):  # noqa: F811
    stranger = person("supervisor", organisation=other_organisation)
    address = reverse("alerts:assign", args=[alert.pk])
    signed_in("supervisor").post(address, {"to": stranger.pk})
    alert.refresh_from_db()
    assert alert.assigned_to is None


def test_a_proposal_is_answered_once_and_the_second_press_is_told_so(alert, signed_in, person):  # noqa: F811
    proposal = actions.Proposal("refuted", "Arisan keluarga yang sudah diperiksa.")
    made = actions.propose_decision(alert=alert, proposal=proposal, by=person("finance_analyst"))
    client, form = signed_in("supervisor"), {"decision": made.pk, "answer": "approve"}
    address = reverse("alerts:answer", args=[alert.pk])
    assert client.post(address, form).status_code == 302
    again = client.post(address, form)
    assert again.status_code == 400
    assert "sudah dijawab" in again.content.decode()
    assert Event.objects.filter(verb="alerts.decision_approved").count() == 1


def test_a_decision_of_another_alert_is_not_answered_from_here(taken_in, signed_in, person):  # noqa: F811
    one, two = taken_in(fabricate.many(2)).alerts.order_by("rank")
    proposal = actions.Proposal("refuted", "Arisan keluarga yang sudah diperiksa.")
    made = actions.propose_decision(alert=two, proposal=proposal, by=person("finance_analyst"))
    form = {"decision": made.pk, "answer": "approve"}
    address = reverse("alerts:answer", args=[one.pk])
    assert signed_in("supervisor").post(address, form).status_code == 404


def test_two_presses_propose_once(alert, signed_in):  # noqa: F811
    address = reverse("alerts:propose", args=[alert.pk])
    form = {"outcome": "refuted", "reasons": "Arisan keluarga yang sudah diperiksa."}
    client = signed_in("finance_analyst")
    assert [client.post(address, form).status_code for _ in range(2)] == [302, 400]
    assert Decision.objects.count() == 1


def test_two_presses_open_one_case(confirmed, signed_in):  # noqa: F811
    client, address = signed_in("supervisor"), reverse("cases:open", args=[confirmed.pk])
    for _ in range(2):
        assert client.post(address).status_code == 302
    assert Case.objects.count() == 1


def test_a_removed_role_ends_what_an_open_page_still_offers(alert, signed_in, person):  # noqa: F811
    client, user = signed_in("supervisor"), person("supervisor")
    user.roles = ["researcher"]
    user.save()
    form = {"outcome": "refuted", "reasons": "Arisan keluarga yang sudah diperiksa."}
    assert client.post(reverse("alerts:propose", args=[alert.pk]), form).status_code == 403
    assert client.get("/alerts/queue.csv").status_code == 403


def test_nothing_of_theirs_is_in_any_list_count_or_file(
    taken_in,  # noqa: F811
    signed_in,
    other_organisation,
):
    theirs = taken_in(fabricate.many(6), organisation=other_organisation).alerts.first()
    client = signed_in("supervisor")
    found = client.post(reverse("alerts:find"), {"text": theirs.alert_id})
    pages = ["/alerts/?state=", "/alerts/queue.csv?state=", "/figures/figures.csv", "/audit/"]
    for address in [*pages, f"/alerts/?text={theirs.subject}&state=", found["Location"]]:
        page = client.get(address).content.decode()
        assert theirs.alert_id not in page
        assert theirs.subject[:7] not in page.replace(f"text={theirs.subject}", "").replace(
            theirs.subject, ""
        ) or address.startswith("/alerts/?text=")
        assert "facilitator_gather_split" not in page


@pytest.mark.parametrize(
    "elsewhere",
    [
        "https://evil.example/",
        "//evil.example/",
        "///evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "javascript:alert(1)",
        "data:text/html,x",
        "http:evil.example",
        "no-such-view",
        "people:staff",
        " //evil.example",
        "/\t/evil.example",
    ],
)
def test_no_form_leads_elsewhere(client, db, elsewhere):
    response = client.post(reverse("people:language"), {"language": "en", "next": elsewhere})
    assert response.status_code == 302
    assert response["Location"] == "/"


@pytest.mark.parametrize("value", ["en\r\nX-Evil: 1", "../../etc", "<script>", "x" * 4000, "\0"])
def test_the_language_cookie_chooses_only_among_two(client, db, value):
    client.cookies["jaga_language"] = value
    page = client.get(reverse("people:sign_in"))
    assert '<html lang="id">' in page.content.decode()
    assert "X-Evil" not in page.headers
    response = client.post(reverse("people:language"), {"language": value})
    assert "jaga_language" not in response.cookies


def test_a_session_handed_to_somebody_is_not_theirs_after_signing_in(client, person):
    from tests.web.conftest import PASSWORD

    from jaga_web.people import second_factor
    from jaga_web.people.models import SecondFactor

    user = person("finance_analyst")
    secret = second_factor.new_secret()
    SecondFactor.objects.create(user=user, secret=secret, confirmed_at=user.last_login or _now())
    client.get(reverse("people:sign_in"))
    session = client.session
    session["planted"] = "yes"
    session.save()
    planted = client.cookies["jaga_session"] = session.session_key
    client.post(reverse("people:sign_in"), {"username": user.username, "password": PASSWORD})
    code = second_factor.code_at(secret, second_factor.step_now())
    client.post(reverse("people:code"), {"code": code})
    assert client.cookies["jaga_session"].value != planted
    assert "planted" not in client.session
    attacker = Client()
    attacker.cookies["jaga_session"] = planted
    assert attacker.get("/alerts/").status_code == 302


def test_a_wrong_method_is_a_page_of_the_site(signed_in, alert):  # noqa: F811
    response = signed_in("supervisor").get(reverse("alerts:propose", args=[alert.pk]))
    page = response.content.decode()
    assert (response.status_code, response["Allow"]) == (405, "POST")
    assert "Cara yang tidak dikenal" in page
    assert 'href="/"' in page
    assert Client().get(reverse("people:sign_out")).status_code == 405


def test_every_protected_page_refuses_caches_and_frames(alert, signed_in):  # noqa: F811
    client = signed_in("supervisor")
    pages = ["/alerts/", f"/alerts/{alert.pk}/", f"/alerts/{alert.pk}/timeline.svg", "/figures/"]
    for address in [*pages, "/alerts/queue.csv", "/figures/figures.csv", "/nowhere/"]:
        response = client.get(address)
        assert response["Cache-Control"] == "no-store"
        assert response["X-Frame-Options"] == "DENY"
        assert "default-src 'none'" in response["Content-Security-Policy"]
        assert response["X-Content-Type-Options"] == "nosniff"


def test_a_forged_host_is_nowhere_in_an_answer(client, db):
    for headers in ({"HTTP_HOST": "evil.example"}, {"HTTP_X_FORWARDED_HOST": "evil.example"}):
        response = client.get("/alerts/", **headers)
        assert "evil.example" not in response.content.decode() + response.get("Location", "")


def _now():
    from django.utils import timezone

    return timezone.now()


def test_a_file_is_refused_before_it_is_stored(signed_in, alert, tmp_path, settings):  # noqa: F811
    settings.FILE_UPLOAD_TEMP_DIR = str(tmp_path / "uploads")
    (tmp_path / "uploads").mkdir()
    form = {"reasons": "x" * 30, "file": io.BytesIO(b"x" * 5_000_000)}
    for client in (Client(), signed_in("supervisor")):
        response = client.post(reverse("alerts:propose", args=[alert.pk]), form)
        assert response.status_code == 400
        form["file"].seek(0)
    assert not any((tmp_path / "uploads").iterdir())


def test_a_form_that_is_too_large_is_refused(client, db):
    many = {f"x{number}": "1" for number in range(2000)}
    for form in ({"username": "x" * 2_000_000}, many):
        assert client.post(reverse("people:sign_in"), form).status_code == 400


def test_the_accounts_other_alerts_are_shown_within_ones_scope(
    taken_in,  # noqa: F811
    signed_in,
    other_organisation,
):
    rows = [fabricate.alert(month=(2026, month)) for month in (9, 10)]
    ours = taken_in(rows).alerts.order_by("rank")
    theirs = taken_in(
        [fabricate.alert("facilitator_gather_split")], organisation=other_organisation
    ).alerts.get()
    assert theirs.subject == ours[0].subject
    page = signed_in("finance_analyst").get(reverse("alerts:page", args=[ours[0].pk]))
    assert [other.pk for other in page.context["others"]] == [ours[1].pk]
    assert "Peringatan lain untuk akun ini" in page.content.decode()
