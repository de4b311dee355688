"""The first visit of a new colleague in a real browser: added, enrolled, in; then the trail."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from tests.web.conftest import PASSWORD

from jaga_web.people import demo, second_factor
from jaga_web.people.models import SecondFactor, User

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SIZES = ({"width": 1280, "height": 800}, {"width": 360, "height": 740})


@pytest.fixture
def look(screenshots):
    """look(page, name): no axe violation and no sideways scrolling, wide and narrow."""

    def check(page, name: str) -> None:
        for size in SIZES:
            page.set_viewport_size(size)
            results = Axe().run(page)
            assert results.violations_count == 0, f"{name}: {results.generate_report()}"
            assert not page.evaluate("document.documentElement.scrollWidth > innerWidth"), name
            page.screenshot(path=screenshots / f"people-{name}-{size['width']}.png", full_page=True)
        page.set_viewport_size(SIZES[0])

    return check


def patient(browser, **options):
    """A window that waits: a busy machine draws slowly."""
    context = browser.new_context(**options)
    context.set_default_timeout(90_000)
    return context


def enter(page, address: str, username: str, password: str) -> None:
    page.goto(f"{address}/sign-in/")
    page.locator("#id_username").fill(username)
    page.locator("#id_password").fill(password)
    page.locator("main form.stack button").click()


def type_code(page, username: str) -> None:
    secret = SecondFactor.objects.get(user__username=username).secret
    page.locator("#id_code").fill(second_factor.code_at(secret, second_factor.step_now()))
    page.locator("main form.stack button").click()


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_a_colleague_is_added_enrols_and_comes_in(browser, live_server, person, look, scripts):
    person("administrator", name="kepala", display_name="Lutfi Ramadhan")
    page = patient(browser).new_page()
    enter(page, live_server.url, "kepala", PASSWORD)
    look(page, "enrol")
    assert page.locator("svg.qr").is_visible()
    type_code(page, "kepala")
    page.wait_for_url("**/staff/")
    look(page, "staff")
    page.get_by_role("link", name="Tambah orang").click()
    look(page, "add")
    page.get_by_label("Nama", exact=True).fill("Rani Puspita")
    page.get_by_label("Nama pengguna").fill("rani")
    page.get_by_role("checkbox", name="Petugas pelindungan data").check()
    page.get_by_role("button", name="Simpan").click()
    look(page, "handed-over")
    password = page.locator("output.secret").inner_text()

    theirs = patient(browser, java_script_enabled=scripts).new_page()
    enter(theirs, live_server.url, "rani", password)
    theirs.locator("#id_new").fill("ombak-laut-tenang")
    theirs.locator("#id_again").fill("ombak-laut-tenang")
    theirs.locator("main form.stack button").click()
    type_code(theirs, "rani")
    theirs.wait_for_url("**/figures/")
    theirs.get_by_role("link", name="Jejak audit").click()
    assert theirs.get_by_role("cell", name="Mendaftarkan faktor kedua").count() == 2
    theirs.get_by_role("button", name="English").first.click()
    assert theirs.get_by_role("heading", name="Audit trail").is_visible()
    if scripts:
        look(theirs, "trail-english")
        theirs.keyboard.press("/")
        assert theirs.evaluate("document.activeElement.name") == "actor"
        theirs.get_by_role("heading", name="Audit trail").click()
        theirs.keyboard.press("?")
        assert theirs.get_by_role("dialog").is_visible()
        look(theirs, "keys")
        theirs.keyboard.press("Escape")
    theirs.get_by_role("link", name="Rani Puspita").click()
    assert theirs.get_by_role("heading", name="Data protection officer").is_visible()
    theirs.get_by_role("button", name="Sign out").click()
    theirs.wait_for_url("**/sign-in/")
    assert User.objects.get(username="rani").language == "en"


def test_the_demonstration_is_two_clicks_away(browser, live_server, settings, db, look):
    settings.JAGA_DEMO = True
    demo.seed()
    page = patient(browser).new_page()
    page.goto(f"{live_server.url}/")
    look(page, "demo-sign-in")
    page.get_by_role("button", name="Masuk sebagai Jati Prasetyo").click()
    look(page, "demo-code")
    page.get_by_role("main").get_by_role("button", name="Masuk").click()
    page.wait_for_url("**/figures/")
    page.get_by_role("link", name="Jati Prasetyo").click()
    look(page, "profile")


def test_the_keyboard_reaches_the_content_first(browser, live_server, db):
    page = patient(browser).new_page()
    page.goto(f"{live_server.url}/sign-in/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "id_username"
