"""Surveys in a real browser: from a form and an export to estimates, and a sitting without scripts.

Everybody in it is invented (rekaan).
"""

from urllib.parse import urljoin

import pytest
from django.utils import timezone
from playwright.sync_api import expect
from tests.browser.test_walk import DESK, TELEPHONE, Visit
from tests.web.conftest import PASSWORD
from tests.web.research import targets

from jaga_web.people import second_factor
from jaga_web.people.models import SecondFactor
from jaga_web.research.models import Answer, Collection

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


class Window(Visit):
    """A window of somebody whose first page is not the queue; scripts may be off."""

    def __init__(self, browser, address, screenshots, *, scripts=True):
        super().__init__(browser, address, screenshots)
        self.scripts = scripts
        if not scripts:
            size = self.page.viewport_size
            self.context.close()
            self.context = browser.new_context(
                viewport=size, locale="id-ID", java_script_enabled=False
            )
            self.page = self.context.new_page()
        self.context.set_default_timeout(40_000)

    def sign_in(self, name, secret):
        self.page.goto(f"{self.address}/")
        self.page.get_by_label("Nama pengguna").fill(name)
        self.page.get_by_label("Kata sandi").fill(PASSWORD)
        self.page.get_by_role("button", name="Lanjut").click()
        code = second_factor.code_at(secret, second_factor.step_now())
        self.page.get_by_label("Kode").fill(code)
        self.page.get_by_role("button", name="Masuk").click()
        self.page.get_by_role("button", name="Keluar").wait_for()

    def look(self, name):
        """As always; without scripts axe cannot run, so that is a picture alone."""
        if self.scripts:
            return super().look(name)
        for label, size in (("desk", DESK), ("phone", TELEPHONE)):
            self.page.set_viewport_size(size)
            self.page.screenshot(path=self.screenshots / f"{name}-{label}.png", full_page=True)
        return None

    def go(self, path):
        self.page.goto(urljoin(self.address, path))

    def press(self, name):
        self.page.get_by_role("button", name=name, exact=True).first.click()


@pytest.fixture
def window(browser, live_server, screenshots, person, transactional_db):
    """window("researcher", …): somebody signed in with both factors."""
    opened = []

    def make(role, name, shown, **options):
        user = person(role, name=name, display_name=shown)
        secret = second_factor.new_secret()
        SecondFactor.objects.create(user=user, secret=secret, confirmed_at=timezone.now())
        one = Window(browser, live_server.url, screenshots, **options)
        one.sign_in(name, secret)
        opened.append(one)
        return one

    yield make
    for one in opened:
        one.context.close()


def upload(one, name, data):
    one.page.locator("#document").set_input_files(
        {"name": name, "mimeType": "application/octet-stream", "buffer": data}
    )


def test_from_a_form_and_an_export_to_estimates_and_their_chart(window):
    gita = window("researcher", "gita", "Gita Contoh")
    page = gita.page
    page.get_by_role("link", name="Survei", exact=True).click()
    page.get_by_role("link", name="Unggah kuesioner").click()
    gita.look("research-1-upload")
    upload(gita, "formulir.xlsx", targets.FORM)
    gita.press("Unggah dan periksa")
    page.get_by_role("heading", name="Temuan pada kuesioner").wait_for()
    gita.look("research-2-questionnaire")
    page.get_by_role("link", name="Unggah ekspor").click()
    upload(gita, "ekspor.csv", targets.EXPORT)
    page.get_by_label("Barisnya disimpan sampai").fill(targets.soon().isoformat())
    gita.press("Unggah")
    page.get_by_role("heading", name="Siapa yang ditanya, siapa yang menjawab").wait_for()
    gita.look("research-3-export")
    for name, value in targets.DESIGN.items():
        page.locator(f"#{name}").select_option(value)
    gita.press("Hitung")
    page.get_by_role("heading", name="Bagaimana dihitung").wait_for()
    expect(page.locator("tr.total").first).to_contain_text("%")
    picture = page.locator("img.picture")
    assert picture.evaluate("one => one.decode().then(() => one.naturalWidth > 200)")
    gita.look("research-4-estimates")
    with page.expect_download() as download:
        gita.press("CSV")
    assert download.value.suggested_filename.endswith(".csv")
    gita.go("/research/planner/")
    gita.look("research-5-planner")


@pytest.mark.parametrize("scripts", [False, True], ids=["plain", "with scripts"])
def test_a_collector_fills_a_published_form_without_scripts(window, organisation, scripts):
    collection = targets.asked(organisation)
    jati = window("data_protection_officer", "jati", "Jati Contoh")
    jati.page.get_by_role("link", name="Kuesioner menunggu").click()
    jati.page.get_by_role("link", name="Rasa aman di internet").click()
    jati.look("research-6-second-person")
    jati.press("Terbitkan")
    jati.page.get_by_text("Kuesioner terbit.").wait_for()
    rini = window("young_researcher", "rini", "Rini Contoh", scripts=scripts)
    _sitting(rini, collection)


def _sitting(rini, collection):
    page = rini.page
    page.get_by_role("link", name="Isi kuesioner").click()
    rini.look("research-7-collect")
    page.get_by_role("link", name="Mulai dengan satu responden").click()
    rini.look("research-8-consent")
    page.get_by_label("Ya", exact=True).check()
    rini.press("Lanjut")
    page.get_by_label("Kota", exact=True).check()
    rini.press("Lanjut")
    page.get_by_label("Desa Contoh Kota 03").check()
    page.get_by_role("textbox", name="Berapa umurmu?").fill("14")
    page.get_by_label("Perempuan").check()
    page.get_by_label("Ya", exact=True).check()
    rini.press("Lanjut")
    page.get_by_text("Hanya untuk umur 15 sampai 24.").wait_for()
    # The browser notes the 400 of a page that could not be accepted; nothing else is forgiven.
    assert all("400" in each for each in rini.complaints)
    rini.complaints.clear()
    rini.look("research-9-wrong")
    page.get_by_role("textbox", name="Berapa umurmu?").fill("16")
    rini.press("Lanjut")
    page.get_by_text("membuatmu merasa tidak nyaman").wait_for()
    rini.look("research-10-sensitive")
    page.locator("[name='q.tak_nyaman'][value='lewat']").check()
    page.locator("[name='q.jam.skip']").check()
    for _ in range(4):
        if page.get_by_role("button", name="Kirim", exact=True).count():
            break
        rini.press("Lanjut")
    rini.press("Kirim")
    page.get_by_role("heading", name="Terima kasih").wait_for()
    rini.look("research-11-support")
    assert Answer.objects.filter(collection=collection).count() == 1
    assert Collection.objects.get().state == Collection.OPEN
    page.get_by_role("link", name="Selesai").click()
    expect(page.locator("main")).to_contain_text("kurang dari 5")
    rini.go(f"/research/collect/{collection.pk}/")
    rini.press("Berhenti")
    page.get_by_text("Tidak ada yang disimpan. Berhenti selalu boleh.").wait_for()
    assert Answer.objects.count() == 1
