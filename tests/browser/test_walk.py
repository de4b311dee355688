"""The main walk in a real browser, in Indonesian: sign-in to figures, by two people.

Every page is checked by axe and for words the content security policy left on the console, and
is photographed on a desk screen and on a telephone.
"""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from tests.web.alerts import fabricate
from tests.web.conftest import PASSWORD

from jaga_web.alerts import actions
from jaga_web.people import second_factor
from jaga_web.people.models import SecondFactor

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

DESK = {"width": 1366, "height": 900}
TELEPHONE = {"width": 390, "height": 844}
PATIENCE = 90_000  # milliseconds


@pytest.fixture
def staff(person):
    """One analyst and one supervisor with their telephones: name → secret."""
    secrets = {}
    for role, name, shown in (
        ("finance_analyst", "ratna", "Ratna Wulandari"),
        ("supervisor", "bagus", "Bagus Prasetyo"),
        ("caseworker", "sri", "Sri Lestari"),
    ):
        user = person(role, name=name, display_name=shown)
        secrets[name] = second_factor.new_secret()
        SecondFactor.objects.create(user=user, secret=secrets[name], confirmed_at=_now())
    return secrets


@pytest.fixture
def queue(tmp_path, organisation):
    folder = fabricate.write(tmp_path / "run", fabricate.many(90))
    return actions.take_in(run_dir=folder, organisation=organisation, by=None)


class Visit:
    """One person's browser window, which complains about what a page does wrong."""

    def __init__(self, browser, address, screenshots, scheme="light"):
        self.context = browser.new_context(viewport=DESK, locale="id-ID", color_scheme=scheme)
        # A busy machine draws slowly; only a page that never comes is a failure.
        self.context.set_default_timeout(PATIENCE)
        self.page = self.context.new_page()
        self.address, self.screenshots = address, screenshots
        self.complaints = []
        self.page.on("console", self._listen)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def _listen(self, message):
        if message.type in ("error", "warning"):
            self.complaints.append(message.text)

    def sign_in(self, name, secret):
        self.page.goto(f"{self.address}/")
        self.page.get_by_label("Nama pengguna").fill(name)
        self.page.get_by_label("Kata sandi").fill(PASSWORD)
        self.page.get_by_role("button", name="Lanjut").click()
        code = second_factor.code_at(secret, second_factor.step_now())
        self.page.get_by_label("Kode").fill(code)
        self.page.get_by_role("button", name="Masuk").click()
        self.page.get_by_role("button", name="Keluar").first.wait_for()

    def look(self, name):
        """axe, the console and two pictures of the page as it stands."""
        results = Axe().run(self.page)
        assert results.violations_count == 0, f"{name}: {results.generate_report()}"
        assert self.complaints == [], name
        for label, size in (("desk", DESK), ("phone", TELEPHONE)):
            self.page.set_viewport_size(size)
            self.page.wait_for_load_state("networkidle")
            for picture in self.page.locator("img").all():
                picture.evaluate("picture => picture.decode()")
            wide = self.page.evaluate("document.documentElement.scrollWidth > innerWidth")
            self.page.screenshot(path=self.screenshots / f"{name}-{label}.png", full_page=True)
            assert not wide, f"{name} scrolls sideways at {size['width']}"
        self.page.set_viewport_size(DESK)


@pytest.fixture
def visit(browser, live_server, screenshots):
    """visit("ratna", secret, scheme="dark"): a signed-in window."""
    opened = []

    def make(name, secret, scheme="light"):
        window = Visit(browser, live_server.url, screenshots, scheme)
        opened.append(window)
        window.sign_in(name, secret)
        return window

    yield make
    for window in opened:
        window.context.close()


def test_from_sign_in_to_figures(visit, staff, queue):
    analyst = visit("ratna", staff["ratna"])
    page = analyst.page
    page.get_by_role("heading", name="Antrean peringatan").wait_for()
    analyst.look("1-queue")
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Mengapa peringatan ini muncul").wait_for()
    address = page.url
    _pictures_are_drawn(page)
    analyst.look("2-alert")
    _check_everything(page)
    _propose(page)
    page.get_by_text("Menunggu orang kedua").first.wait_for()
    assert page.get_by_role("button", name="Sahkan").count() == 0
    analyst.look("3-proposed")

    supervisor = visit("bagus", staff["bagus"])
    page = supervisor.page
    page.goto(address)
    supervisor.look("4-answer")
    page.get_by_role("button", name="Sahkan").click()
    page.get_by_text("Keputusan disahkan.").wait_for()
    supervisor.look("5-confirmed")
    page.get_by_role("button", name="Serahkan ke kasus").click()
    page.get_by_role("heading", name=re.compile(r"Kasus JGA-\d{4}-\d{6}")).wait_for()
    page.get_by_label("Pemegang kasus").select_option(label="Sri Lestari")
    page.get_by_role("button", name="Tetapkan").click()
    page.get_by_text("Pemegang kasus ditetapkan.").wait_for()
    supervisor.look("6-case")
    page.get_by_role("link", name="Kasus", exact=True).first.click()
    page.get_by_role("link", name=re.compile("JGA-")).wait_for()
    supervisor.look("7-cases")
    page.get_by_role("link", name="Angka", exact=True).click()
    page.get_by_role("heading", name="Angka terlindung").wait_for()
    assert page.get_by_text("ditahan", exact=True).count() > 1
    supervisor.look("8-figures")


def test_protection_page_warns_and_blames_nobody(visit, staff, queue):
    alert = queue.alerts.filter(outcome="protection").first()
    analyst = visit("ratna", staff["ratna"])
    page = analyst.page
    page.goto(f"{analyst.address}/alerts/{alert.pk}/")
    page.get_by_text("jangan menghubungi nasabah").wait_for()
    words = page.locator("main").inner_text().lower()
    assert not re.search(r"tersangka|pelaku|mencurigakan|kecurigaan", words)
    analyst.look("9-protection")
    page.get_by_role("button", name="EN", exact=False).or_(
        page.get_by_role("button", name="English")
    ).first.click()
    page.get_by_text("do not contact the customer").wait_for()
    analyst.look("10-protection-english")


def test_the_other_pages_hold_too(visit, staff, queue):
    """Sign-in aside (test_people.py): trail, profile, empty lists, refusals, in both schemes."""
    alert = queue.alerts.first().pk
    for scheme, name in (("light", "bagus"), ("dark", "ratna")):
        window = visit(name, staff[name], scheme)
        for address, page in (
            (f"/alerts/{alert}/", "alert"),
            ("/alerts/", "queue"),
            ("/alerts/?state=confirmed", "nothing-confirmed"),
            ("/figures/", "figures"),
            ("/profile/", "profile"),
            ("/nowhere/", "404"),
            (f"/alerts/{alert}/propose/", "405"),
            *((("/audit/", "trail"), ("/cases/", "no-cases")) if name == "bagus" else ()),
            *((("/audit/", "403"),) if name == "ratna" else ()),
        ):
            window.page.goto(f"{window.address}{address}")
            # A refusal is what was asked for; Chromium tells the console of every status.
            window.complaints = [
                words for words in window.complaints if "the server responded with" not in words
            ]
            window.look(f"{scheme}-{page}")


def test_a_token_is_copied(visit, staff, queue):
    alert = queue.alerts.first()
    window = visit("ratna", staff["ratna"])
    window.context.grant_permissions(["clipboard-read", "clipboard-write"])
    window.page.goto(f"{window.address}/alerts/{alert.pk}/")
    window.page.get_by_role("button", name="Salin token").click()
    window.page.get_by_role("button", name="tersalin").wait_for()
    assert window.page.evaluate("navigator.clipboard.readText()") == alert.subject


def _pictures_are_drawn(page):
    width = page.locator("img.timeline").evaluate(
        "picture => picture.decode().then(() => picture.naturalWidth)"
    )
    assert width > 300
    box = page.locator("svg.network-wide").bounding_box()
    assert box is not None
    assert box["width"] > 400
    colour = page.locator("svg.network-wide .tie-out").first.evaluate(
        "path => getComputedStyle(path).stroke"
    )
    assert colour != "none"


def _check_everything(page):
    for group in page.locator("fieldset.look:visible").all():
        group.get_by_label("Tidak cocok").check()
    page.get_by_role("button", name="Simpan daftar periksa").click()
    page.get_by_text("Daftar periksa tersimpan.").wait_for()


def _propose(page):
    page.get_by_label("Terkonfirmasi").check()
    page.get_by_label("Alasan", exact=True).fill(
        "Enam penerima tidak saling terkait, nilai naik, selalu lewat pukul 21."
    )
    if page.get_by_label("Langkah pengamanan anak").count():
        page.get_by_label("Langkah pengamanan anak").fill("Hubungi UPTD PPA lebih dulu.")
    else:
        page.get_by_label("Usia diperiksa").check()
        page.get_by_label("Bagaimana diperiksa").fill("tanggal lahir pada data nasabah")
    page.get_by_role("button", name="Usulkan", exact=True).click()


def _now():
    from django.utils import timezone

    return timezone.now()
