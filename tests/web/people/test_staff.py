"""Managing staff: within one organisation, never oneself, never a reader of cases as manager."""

import pytest
from django.core.management import CommandError, call_command

from jaga_web.audit.models import Event
from jaga_web.people import actions
from jaga_web.people.models import SecondFactor, User

NEW = {"display_name": "Rani Puspita", "username": "rani", "roles": ["researcher"], "regions": ""}


def test_the_list_shows_ours_and_not_theirs(signed_in, person, other_organisation):
    person("researcher", name="ours")
    person("researcher", organisation=other_organisation, name="theirs")
    page = signed_in("administrator").get("/staff/").content.decode()
    assert "Orang ours" in page
    assert "theirs" not in page


def test_a_new_person_works_here_and_the_password_is_shown_once(signed_in, organisation):
    client = signed_in("administrator")
    answer = client.post("/staff/add/", {**NEW, "regions": "31, 32"})
    newcomer = User.objects.get(username="rani")
    assert (newcomer.organisation, newcomer.roles, newcomer.regions) == (
        organisation,
        ["researcher"],
        ["31", "32"],
    )
    assert newcomer.check_password(answer.context["password"])
    assert answer.context["password"] in answer.content.decode()
    assert answer.context["password"] not in client.get("/staff/").content.decode()
    assert answer["Cache-Control"] == "no-store"


def test_adding_leaves_a_trace_without_the_name(signed_in):
    signed_in("administrator").post("/staff/add/", NEW)
    event = Event.objects.get(verb="people.person_added")
    assert event.detail == {"roles": "researcher"}
    assert "Rani" not in str(vars(event))
    assert "rani" not in str(vars(event))


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"username": "Rani!"}, "huruf kecil"),
        ({"roles": []}, "sedikitnya satu peran"),
        ({"roles": ["emperor"]}, "Masukkan pilihan yang valid"),
        ({"roles": ["administrator", "caseworker"]}, "tidak boleh merangkap"),
        ({"roles": ["supervisor", "caseworker"]}, "yang melayani orang langsung"),
        ({"roles": ["finance_analyst", "intake_officer"]}, "yang melayani orang langsung"),
        ({"regions": "Jawa"}, "dua angka"),
        ({"username": "administrator-twin"}, "sudah dipakai"),
    ],
)
def test_what_does_not_fit_is_said_and_nobody_is_added(signed_in, person, change, words):
    person("administrator", name="administrator-twin")
    before = User.objects.count()
    client = signed_in("administrator", name="administrator-twin")
    assert words in client.post("/staff/add/", {**NEW, **change}).content.decode()
    assert User.objects.count() == before


def test_closing_and_opening_an_account(signed_in, person):
    colleague = person("researcher")
    client = signed_in("administrator")
    for active in (False, True):
        client.post(f"/staff/{colleague.pk}/active/", {"active": str(int(active))})
        colleague.refresh_from_db()
        assert colleague.is_active is active
    verbs = Event.objects.order_by("seq").values_list("verb", flat=True)
    assert list(verbs) == ["people.person_deactivated", "people.person_reactivated"]


def test_a_closed_account_holds_no_permission(person):
    assert not person("supervisor", is_active=False).may("alerts.view")


def test_nobody_closes_or_resets_themselves(signed_in, person):
    me = person("administrator")
    client = signed_in("administrator")
    closing = client.post(f"/staff/{me.pk}/active/", {"active": "0"}, follow=True)
    assert "diri sendiri" in closing.content.decode()
    resetting = client.post(f"/staff/{me.pk}/reset/", follow=True)
    assert "administrator lain" in resetting.content.decode()
    me.refresh_from_db()
    assert me.is_active
    assert me.enrolment_ends_at is None


def test_a_reset_takes_away_password_and_phone(signed_in, person):
    colleague = person("researcher")
    SecondFactor.objects.create(user=colleague, secret="A" * 32)
    answer = signed_in("administrator").post(f"/staff/{colleague.pk}/reset/")
    colleague.refresh_from_db()
    assert colleague.check_password(answer.context["password"])
    assert not SecondFactor.objects.filter(user=colleague).exists()


def test_the_first_administrator_is_made_once(db):
    words = {"kind": "ngo", "username": "first", "display_name": "Satu"}
    first, _password = actions.found(organisation="Lembaga Awal", **words)
    assert first.roles == ["administrator"]
    with pytest.raises(actions.NotAccepted):
        actions.found(organisation="Lembaga Lain", **{**words, "username": "second"})


def test_the_command_prints_the_first_password(db, capsys):
    call_command("found", organisation="Awal", kind="ngo", username="first", name="Satu")
    username, password = capsys.readouterr().out.split()
    assert User.objects.get(username=username).check_password(password)
    with pytest.raises(CommandError, match="sudah punya staf"):
        call_command("found", organisation="Lagi", kind="ngo", username="two", name="Dua")


def test_the_profile_says_what_each_role_allows(signed_in):
    page = signed_in("finance_analyst").get("/profile/").content.decode()
    assert "Analis keuangan" in page
    assert "Mengusulkan keputusan atas peringatan" in page


def test_the_language_stays_with_the_person(signed_in, person):
    client = signed_in("director")
    client.post("/language/", {"language": "en", "next": "/profile/"})
    client.cookies.pop("jaga_language")
    page = client.get("/profile/")
    assert "Your roles" in page.content.decode()
    assert page["Content-Language"] == "en"
    assert '<html lang="en">' in page.content.decode()


def test_a_visitor_keeps_the_language_in_a_cookie_and_an_unknown_one_is_ignored(client, db):
    client.post("/language/", {"language": "en"})
    assert client.get("/sign-in/")["Content-Language"] == "en"
    client.post("/language/", {"language": "xx"})
    assert client.get("/sign-in/")["Content-Language"] == "en"


def test_the_browsers_language_is_not_asked(client, db):
    assert client.get("/sign-in/", headers={"accept-language": "en"})["Content-Language"] == "id"


def test_the_trail_shows_colleagues_by_name_and_filters(signed_in, person, other_organisation):
    signed_in("administrator").post("/staff/add/", NEW)
    theirs = signed_in("administrator", organisation=other_organisation)
    theirs.post("/staff/add/", {**NEW, "username": "other"})
    client = signed_in("data_protection_officer")
    page = client.get("/audit/")
    assert [line["event"].verb for line in page.context["lines"]] == ["people.person_added"]
    assert page.context["lines"][0]["actor"] == person("administrator")
    assert "Menambahkan staf" in page.content.decode()
    for query, count in [
        (f"actor={person('administrator').pk}", 1),
        (f"actor={person('director').pk}", 0),
        ("verb=people.person_added", 1),
        ("verb=people.signed_in", 0),
        ("page=999&actor=x", 1),
    ]:
        assert len(client.get(f"/audit/?{query}").context["lines"]) == count


def test_the_trail_is_paged(signed_in, person):
    from django.db import transaction

    from jaga_web.audit.actions import record

    me = person("supervisor")
    with transaction.atomic():
        for _ in range(51):
            record(
                by=me, verb="people.signed_in", subject="user:1", organisation=me.organisation_id
            )
    page = signed_in("supervisor").get("/audit/?verb=people.signed_in")
    assert len(page.context["lines"]) == 50
    assert "?verb=people.signed_in&amp;page=2" in page.content.decode()
