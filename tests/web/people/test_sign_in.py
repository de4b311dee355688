"""Coming in takes a password and a code; both resist guessing."""

import time
from datetime import timedelta

import pytest
from django.conf import settings as live_settings
from django.test import Client
from django.utils import timezone
from tests.web.conftest import PASSWORD

from jaga_web.audit.models import Event
from jaga_web.people import actions, demo, second_factor, throttle
from jaga_web.people.models import SecondFactor, Throttle


@pytest.fixture(autouse=True)
def _one_time_step(monkeypatch):
    """No test crosses from one half minute into the next."""
    step = second_factor.step_now()
    monkeypatch.setattr(second_factor, "step_now", lambda: step)


@pytest.fixture
def analyst(person):
    user = person("finance_analyst")
    SecondFactor.objects.create(
        user=user, secret=second_factor.new_secret(), confirmed_at=timezone.now()
    )
    return user


def give_password(client: Client, user, password: str = PASSWORD, **extra):
    return client.post("/sign-in/", {"username": user.username, "password": password, **extra})


def code_of(user, steps: int = 0) -> str:
    factor = SecondFactor.objects.get(user=user)
    return second_factor.code_at(factor.secret, second_factor.step_now() + steps)


def give_code(client: Client, code: str):
    return client.post("/sign-in/code/", {"code": code})


def is_in(client: Client) -> bool:
    return client.get("/profile/").status_code == 200


def test_password_then_code(client, analyst):
    assert give_password(client, analyst)["Location"] == "/sign-in/code/"
    assert not is_in(client), "a password alone lets nobody in"
    assert give_code(client, code_of(analyst))["Location"] == "/"
    assert is_in(client)
    assert Event.objects.get().verb == "people.signed_in"


def test_the_way_back_to_the_page_that_was_wanted(client, analyst):
    assert client.get("/profile/?a=1")["Location"] == "/sign-in/?next=%2Fprofile%2F%3Fa%3D1"
    give_password(client, analyst, next="/profile/?a=1")
    assert give_code(client, code_of(analyst))["Location"] == "/profile/?a=1"


@pytest.mark.parametrize("elsewhere", ["https://example.org/", "//example.org", "javascript:1"])
def test_the_way_back_never_leads_elsewhere(client, analyst, elsewhere):
    give_password(client, analyst, next=elsewhere)
    assert give_code(client, code_of(analyst))["Location"] == "/"


def test_unknown_wrong_and_closed_are_refused_with_the_same_words(client, analyst, person):
    closed = person("director", is_active=False)
    answers = {
        client.post("/sign-in/", {"username": name, "password": password})
        .context["form"]
        .non_field_errors()[0]
        for name, password in [
            ("nobody", PASSWORD),
            (analyst.username, "wrong"),
            (closed.username, PASSWORD),
        ]
    }
    assert answers == {"Nama pengguna atau kata sandi salah."}


def test_a_code_works_once(client, analyst):
    code = code_of(analyst)
    give_password(client, analyst)
    give_code(client, code)
    second = Client()
    give_password(second, analyst)
    assert "sudah dipakai" in give_code(second, code).content.decode()
    assert not is_in(second)


def test_an_older_code_does_not_work_after_a_newer_one(client, analyst):
    give_password(client, analyst)
    give_code(client, code_of(analyst, steps=1))
    second = Client()
    give_password(second, analyst)
    give_code(second, code_of(analyst))
    assert not is_in(second)


@pytest.mark.parametrize(("steps", "accepted"), [(-2, False), (-1, True), (1, True), (2, False)])
def test_a_phone_may_be_half_a_minute_off(client, analyst, steps, accepted):
    give_password(client, analyst)
    give_code(client, code_of(analyst, steps))
    assert is_in(client) is accepted


def test_codes_may_be_typed_with_a_gap(client, analyst):
    give_password(client, analyst)
    code = code_of(analyst)
    give_code(client, f" {code[:3]} {code[3:]} ")
    assert is_in(client)


def test_guessing_passwords_runs_into_a_wait(client, analyst):
    for _ in range(throttle.FREE_ATTEMPTS):
        give_password(client, analyst, "wrong")
    right = give_password(client, analyst)
    assert "Terlalu banyak percobaan" in right.content.decode()
    assert list(Event.objects.values_list("verb", "subject")) == [
        ("people.sign_in_refused", f"user:{analyst.pk}")
    ]


def test_guessing_at_an_unknown_name_waits_alike(client, db):
    for _ in range(throttle.FREE_ATTEMPTS):
        client.post("/sign-in/", {"username": "nobody", "password": "x"})
    answer = client.post("/sign-in/", {"username": "nobody", "password": "x"})
    assert "Terlalu banyak percobaan" in answer.content.decode()
    assert Event.objects.get().subject == "user:0"


def test_the_wait_ends(client, analyst):
    for _ in range(throttle.FREE_ATTEMPTS):
        give_password(client, analyst, "wrong")
    Throttle.objects.update(locked_until=timezone.now() - timedelta(seconds=1))
    assert give_password(client, analyst).status_code == 302
    assert not Throttle.objects.exists(), "the right password clears the count"


def test_guessing_codes_runs_into_a_wait(client, analyst):
    give_password(client, analyst)
    right = code_of(analyst)
    wrong = f"{(int(right) + 500_000) % 1_000_000:06d}"
    for _ in range(throttle.FREE_ATTEMPTS):
        give_code(client, wrong)
    assert "Terlalu banyak percobaan" in give_code(client, right).content.decode()
    assert not is_in(client)


@pytest.mark.parametrize(
    ("attempts", "seconds"), [(4, 0), (5, 60), (6, 120), (10, 1920), (11, 3600), (99, 3600)]
)
def test_waits_double_up_to_an_hour(attempts, seconds):
    assert throttle.wait_after(attempts).total_seconds() == seconds


def test_attempts_are_kept_without_name_or_address(client, analyst):
    give_password(client, analyst, "wrong")
    row = Throttle.objects.get()
    kept = " ".join(str(value) for value in vars(row).values())
    assert analyst.username not in kept
    assert "127.0.0.1" not in kept


def test_the_time_between_password_and_code_is_limited(client, analyst, monkeypatch):
    give_password(client, analyst)
    code, now = code_of(analyst), time.time()
    monkeypatch.setattr(time, "time", lambda: now + 601)
    assert give_code(client, code)["Location"] == "/sign-in/"


def test_a_password_reset_stops_whoever_is_on_the_way(client, analyst, person):
    give_password(client, analyst)
    actions.reset_access(by=person("administrator"), person=analyst)
    assert client.get("/sign-in/code/")["Location"] == "/sign-in/"


def test_whoever_has_a_phone_enrolled_cannot_enrol_another_on_the_way_in(client, analyst):
    give_password(client, analyst)
    assert client.get("/sign-in/enrol/")["Location"] == "/sign-in/"
    assert client.get("/sign-in/password/")["Location"] == "/sign-in/"


def test_the_first_visit(client, person):
    administrator = person("administrator")
    newcomer, password = actions.add_person(
        by=administrator, username="rani", display_name="Rani", roles=["director"], regions=[]
    )
    assert give_password(client, newcomer, password)["Location"] == "/sign-in/password/"
    assert client.get("/sign-in/enrol/")["Location"] == "/sign-in/", "one step after the other"
    same = client.post("/sign-in/password/", {"new": password, "again": password})
    assert "yang lain dari yang diberikan" in same.content.decode()
    own = {"new": "ombak-laut-tenang", "again": "ombak-laut-tenang"}
    assert client.post("/sign-in/password/", own)["Location"] == "/sign-in/enrol/"
    first = client.get("/sign-in/enrol/").content.decode()
    factor = SecondFactor.objects.get(user=newcomer)
    assert factor.secret[:4] in first
    assert "<svg" in first
    assert client.post("/sign-in/enrol/", {"code": "000000"}).status_code == 200
    assert not is_in(client)
    client.post("/sign-in/enrol/", {"code": code_of(newcomer)})
    assert is_in(client)
    newcomer.refresh_from_db()
    assert newcomer.enrolment_ends_at is None
    assert give_password(Client(), newcomer, password).status_code == 200, "the old one is gone"


def test_an_enrolment_password_ends(client, person):
    newcomer, password = actions.add_person(
        by=person("administrator"),
        username="rani",
        display_name="R",
        roles=["director"],
        regions=[],
    )
    newcomer.enrolment_ends_at = timezone.now() - timedelta(seconds=1)
    newcomer.save()
    assert give_password(client, newcomer, password).status_code == 200


def test_a_session_ends_after_half_an_hour_without_use(client, person, monkeypatch):
    client.force_login(person("director"))
    assert is_in(client)
    session = client.session
    assert session.get_expiry_age() == 30 * 60 == live_settings.SESSION_COOKIE_AGE


def test_a_session_is_renewed_by_use_and_ends_after_twelve_hours(client, person, monkeypatch):
    client.force_login(person("director"))
    is_in(client)
    start = client.session["started"]
    monkeypatch.setattr(time, "time", lambda: start + 20 * 60)
    assert is_in(client)
    assert client.session["seen"] == start + 20 * 60
    monkeypatch.setattr(time, "time", lambda: start + 12 * 3600 + 1)
    assert not is_in(client)


def test_closing_an_account_ends_its_sessions(client, person):
    director = person("director")
    client.force_login(director)
    assert is_in(client)
    actions.set_active(by=person("administrator"), person=director, active=False)
    assert not is_in(client)


def test_signing_out(client, analyst):
    client.force_login(analyst)
    client.post("/sign-out/")
    assert not is_in(client)
    assert Event.objects.get().verb == "people.signed_out"


def test_nothing_readable_waits_in_the_session(client, analyst):
    give_password(client, analyst)
    kept = str(dict(client.session))
    factor = SecondFactor.objects.get(user=analyst)
    for secret in (factor.secret, PASSWORD, analyst.display_name, analyst.username):
        assert secret not in kept


class TestDemonstration:
    @pytest.fixture(autouse=True)
    def _on(self, settings, db):
        settings.JAGA_DEMO = True
        demo.seed()

    def test_it_lists_everybody_with_role_and_sentence(self, client):
        page = client.get("/sign-in/").content.decode()
        for member in demo.MEMBERS:
            assert member.name in page
        assert "Mengesahkan keputusan orang lain" in page

    @pytest.mark.parametrize("member", demo.MEMBERS, ids=lambda member: member.username)
    def test_everybody_gets_in_with_the_code_shown(self, client, member):
        form = {"username": member.username, "password": demo.PASSWORD}
        page = client.post("/sign-in/", form, follow=True)
        assert "Mode peraga" in page.content.decode()
        give_code(client, page.context["shown"])
        assert is_in(client)

    def test_a_real_persons_code_is_not_shown(self, client, analyst):
        page = give_password(client, analyst)
        page = client.get(page["Location"]).content.decode()
        assert code_of(analyst) not in page
        assert "Kode saat ini" not in page

    def test_seeding_again_changes_nothing(self):
        people = demo.seed()
        assert len(people) == len(demo.MEMBERS) == 17

    def test_without_it_nothing_of_it_is_there(self, client, settings):
        settings.JAGA_DEMO = False
        page = client.get("/sign-in/").content.decode()
        for trace in ("Mode peraga", demo.PASSWORD, "Fajar", "demo"):
            assert trace not in page
        answer = client.post("/sign-in/", {"username": "analis", "password": demo.PASSWORD})
        assert answer.status_code == 200, "invented people have no way in"


def test_without_demonstration_the_code_is_not_on_the_page(client, analyst):
    give_password(client, analyst)
    page = client.get("/sign-in/code/")
    assert "shown" not in page.context
    for steps in (-1, 0, 1):
        assert code_of(analyst, steps) not in page.content.decode()
    for trace in ("Mode peraga", "Kode saat ini", "demo"):
        assert trace not in page.content.decode()


def test_demonstration_staff_are_refused_beside_real_people(settings, analyst):
    from jaga.errors import Refused

    settings.JAGA_DEMO = True
    with pytest.raises(Refused):
        demo.seed()
