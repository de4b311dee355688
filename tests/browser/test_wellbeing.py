"""Care for those who carry cases, in a real browser: rest, supervision, load and hand-over."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.test import Client
from django.utils import timezone
from tests.web.cases.carrying import a_clock, carries  # noqa: F401

from jaga_web.wellbeing import actions, queries
from jaga_web.wellbeing.models import Exposure, Sitting

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SIZES = ({"width": 1366, "height": 900}, {"width": 390, "height": 844})


@pytest.fixture
def visit(browser, live_server):
    """visit(user, scripts=True): a window in which this person is signed in."""

    def make(user, scripts=True):
        client = Client()
        client.force_login(user)
        context = browser.new_context(viewport=SIZES[0], java_script_enabled=scripts)
        context.set_default_timeout(90_000)
        name = settings.SESSION_COOKIE_NAME
        cookie = {"name": name, "value": client.cookies[name].value, "url": live_server.url}
        context.add_cookies([cookie])
        page = context.new_page()
        page.home = live_server.url
        return page

    return make


@pytest.fixture
def look(screenshots):
    """look(page, name): no axe violation and no sideways scrolling, wide and narrow."""

    def check(page, name: str) -> None:
        for size in SIZES:
            page.set_viewport_size(size)
            results = Axe().run(page)
            assert results.violations_count == 0, f"{name}: {results.generate_report()}"
            assert not page.evaluate("document.documentElement.scrollWidth > innerWidth"), name
            place = screenshots / f"wellbeing-{name}-{size['width']}.png"
            page.screenshot(path=place, full_page=True)
        page.set_viewport_size(SIZES[0])

    return check


@pytest.fixture
def team(person):
    """Who carries, who supervises, and colleagues enough to be told about."""
    people = {
        "bima": person("caseworker", name="bima", display_name="Bima Contoh"),
        "rani": person("caseworker", name="rani", display_name="Rani Contoh"),
        "citra": person("supervisor", name="citra", display_name="Citra Contoh"),
        "dewi": person("director", name="dewi", display_name="Dewi Contoh"),
        "lutfi": person("administrator", name="lutfi", display_name="Lutfi Contoh"),
    }
    month = queries.months(queries.today())[0]
    for number in range(5):
        reader = person("caseworker", name=f"rekan-{number}", display_name=f"Rekan {number}")
        for day in (month, queries.today()):
            Exposure.objects.create(
                person=reader, day=day, kind="case", weight="medium", mark="m",
                seconds=3600, weighted_seconds=7200,
            )  # fmt: skip
    return people


def tire(user, case) -> None:
    """As if the person had read heavy cases for an hour."""
    actions.note_exposure(by=user, subject=f"case:{case.pk}", weight="high")
    Sitting.objects.filter(person=user).update(weighted_seconds=3 * 3600, seen_at=timezone.now())


def test_rest_is_offered_on_the_page_of_a_case(visit, look, team, carries):  # noqa: F811
    case = carries(team["bima"], risk="high")
    tire(team["bima"], case)
    actions.note_own_event(by=team["bima"], code="threat")
    page = visit(team["bima"])
    page.goto(f"{page.home}/cases/{case.pk}/")
    look(page, "case-page")
    page.get_by_role("button", name="Mulai jeda").click()
    page.get_by_text("Anda sedang jeda sampai pukul").wait_for()
    look(page, "on-a-break")
    page.get_by_role("contentinfo").get_by_role("link", name="Jaga diri").click()
    look(page, "own")
    page.get_by_role("button", name="Bagi tingkat kepada penyelia").click()
    page.get_by_text("tingkat ini, tanpa rincian").wait_for()
    page.locator("select[name=answer]").select_option("colleague")
    page.get_by_role("button", name="Simpan").click()
    page.get_by_text("Pengingat ini selesai").wait_for()


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_a_supervisor_talks_and_reads_only_thirds(visit, look, team, scripts):
    page = visit(team["citra"], scripts)
    page.goto(f"{page.home}/wellbeing/")
    page.get_by_role("link", name="Supervisi", exact=True).click()
    page.get_by_role("link", name="Bima Contoh").click()
    page.locator("#topic").select_option("workload")
    page.locator("#next_step").select_option("lighter_week")
    page.locator("#note").fill("JGA-2026-000001")
    page.get_by_role("button", name="Simpan").click()
    page.get_by_text("tidak memuat nomor kasus").wait_for()
    if scripts:
        look(page, "supervision-refused")
    page.locator("#note").fill("Pekan depan lebih ringan")
    page.get_by_role("button", name="Simpan").click()
    page.get_by_text("Pekan depan lebih ringan").wait_for()
    if scripts:
        look(page, "person")
        page.goto(f"{page.home}/wellbeing/team/")
        look(page, "team")
        page.goto(f"{page.home}/wellbeing/")
        look(page, "summary")
        page.goto(f"{page.home}/wellbeing/policy/")
        look(page, "policy")
    page.goto(f"{page.home}/wellbeing/policy/")
    page.locator("#mode").select_option("hold")
    page.get_by_role("button", name="Simpan").click()
    page.get_by_text("Pengaturan disimpan").wait_for()


def test_held_pages_wait_and_open_for_a_child_in_danger(visit, look, team, carries):  # noqa: F811
    case = carries(team["bima"])
    boss = visit(team["citra"])
    boss.goto(f"{boss.home}/wellbeing/policy/")
    boss.locator("#mode").select_option("hold")
    boss.get_by_role("button", name="Simpan").click()
    boss.get_by_text("Pengaturan disimpan").wait_for()
    tire(team["bima"], case)
    page = visit(team["bima"])
    page.goto(f"{page.home}/cases/{case.pk}/")
    page.get_by_role("heading", name="Jeda").wait_for()
    look(page, "rest-due")
    page.get_by_role("button", name="Mulai jeda").click()
    page.get_by_text("Halaman kasus kembali pukul").wait_for()
    look(page, "rest-running")
    page.locator("#reason").select_option("danger")
    page.get_by_role("button", name="Akhiri jeda").click()
    page.wait_for_url(f"**/cases/{case.pk}/")


def test_work_is_handed_over_before_an_account_closes(visit, look, team, carries):  # noqa: F811
    for risk in ("high", "medium", "low"):
        carries(team["bima"], risk=risk, step="plan")
    case = carries(team["bima"], risk="high", step="assessment")
    a_clock(team["bima"], f"case:{case.pk}")
    carries(None)
    admin = visit(team["lutfi"])
    admin.goto(f"{admin.home}/staff/")
    admin.get_by_role("button", name="Nonaktifkan Bima Contoh").click()
    admin.get_by_text("masih memegang pekerjaan terbuka").wait_for()
    look(admin, "staff-refused")
    page = visit(team["citra"])
    page.goto(f"{page.home}/cases/caseload/")
    look(page, "caseload")
    page.get_by_role("link", name="Serah terima").click()
    look(page, "hand-over")
    page.get_by_role("link", name="Bima Contoh").click()
    look(page, "hand-over-of")
    page.locator("#reason").select_option("leaving")
    page.locator("#all").select_option(str(team["rani"].pk))
    page.get_by_role("button", name="Serahkan").click()
    page.get_by_text("Diserahkan: 5.").wait_for()
    look(page, "handed-over")
    admin.get_by_role("button", name="Nonaktifkan Bima Contoh").click()
    admin.get_by_text("Akses ditutup").wait_for()
