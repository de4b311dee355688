"""The year-end report in a real browser: built by a programme officer, read by the director.

Everybody in it is invented (rekaan).
"""

import re
from importlib.resources import files

import pytest
from django.utils import timezone
from tests.browser.test_walk import Visit
from tests.web.conftest import PASSWORD

from jaga_web.people import second_factor
from jaga_web.people.models import SecondFactor

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

EXAMPLE = files("jaga.report.example")


class Desk(Visit):
    """A window of somebody who reads figures and no case."""

    def sign_in(self, name, secret):
        self.page.goto(f"{self.address}/")
        self.page.get_by_label("Nama pengguna").fill(name)
        self.page.get_by_label("Kata sandi").fill(PASSWORD)
        self.page.get_by_role("button", name="Lanjut").click()
        code = second_factor.code_at(secret, second_factor.step_now())
        self.page.get_by_label("Kode").fill(code)
        self.page.get_by_role("button", name="Masuk").click()
        self.page.get_by_role("link", name="Laporan tahunan").wait_for()


@pytest.fixture
def window(browser, live_server, screenshots, person, transactional_db):
    """window(role, name): a signed-in window of a new person."""
    opened = []

    def enter(role, name):
        user = person(role, name=name, display_name=f"{name.title()} Rekaan")
        secret = second_factor.new_secret()
        SecondFactor.objects.create(user=user, secret=secret, confirmed_at=timezone.now())
        opened.append(Desk(browser, live_server.url, screenshots))
        opened[-1].sign_in(name, secret)
        return opened[-1]

    yield enter
    for one in opened:
        one.context.close()


def test_an_officer_builds_the_report_and_the_director_reads_it(window):
    _build(window("programme_officer", "wening"))
    director = window("director", "kartika")
    page = director.page
    page.get_by_role("link", name="Laporan tahunan").click()
    page.get_by_role("heading", name="Laporan tahunan").wait_for()
    director.look("report-3-list")
    page.get_by_role("link", name="2031, Bahasa Indonesia", exact=True).click()
    page.get_by_role("heading", name="Catatan akhir tahun 2031").wait_for()
    director.look("report-4-reading")
    _follow_a_number(page)
    with page.expect_download() as download:
        page.get_by_role("link", name=re.compile(r"^report\.pdf")).click()
    assert download.value.suggested_filename == "2031-report.pdf"
    assert page.get_by_role("link", name="Susun laporan").count() == 0


def _build(officer):
    page = officer.page
    page.get_by_role("link", name="Laporan tahunan").click()
    page.get_by_role("link", name="Susun laporan").click()
    page.get_by_label("Tahun").fill("2031")
    page.get_by_label("Fakta (CSV)").fill((EXAMPLE / "facts.csv").read_text(encoding="utf-8"))
    page.get_by_label("Narasi (TOML)").fill('[[challenge]]\nid = "Ada 9 anak."\nen = "x"\n')
    page.get_by_role("button", name="Susun").click()
    page.get_by_text("angka yang diketik").wait_for()
    officer.look("report-1-refused")
    told = (EXAMPLE / "narrative.toml").read_text(encoding="utf-8")
    page.get_by_label("Narasi (TOML)").fill(told)
    page.get_by_role("button", name="Susun").click()
    page.get_by_text("Laporan tersusun.").wait_for()


def _follow_a_number(page):
    """From a number in the text to its entry in the register, and back."""
    page.locator("article p a", has_text="58,1%").first.click()
    entry = page.locator("section.entry:target")
    entry.wait_for()
    assert "54,6% sampai 61,5% (95%)" in entry.inner_text()
    entry.get_by_role("link", name="1. Latar belakang", exact=True).click()
    assert page.locator("article p a:target").inner_text() == "58,1%"
    assert page.locator("article").get_by_role("link", name="[ditahan]").count() > 3
