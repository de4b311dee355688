"""The public door in a real browser, on a telephone, with and without scripts.

From the first page to the words, back with them to an answer, and on to deletion. Every page is
checked by axe, for sideways scrolling and for words on the console; its weight is noted.
"""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe

from jaga_web import vault
from jaga_web.channel import actions
from jaga_web.channel.models import Report

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

TELEPHONE = {"width": 390, "height": 844}
DESK = {"width": 1366, "height": 768}
PATIENCE = 90_000  # milliseconds
OUTSIDE = "https://www.google.co.id/"


class Phone:
    """A telephone in front of the door; notes what each page weighs and asks of others."""

    def __init__(self, browser, address, screenshots, **options):
        self.context = browser.new_context(viewport=TELEPHONE, locale="id-ID", **options)
        self.context.set_default_timeout(PATIENCE)
        self.page = self.context.new_page()
        self.address, self.screenshots = address, screenshots
        self.scripts = options.get("java_script_enabled", True)
        self.complaints, self.asked, self.weights = [], [], {}
        self.page.on("console", self._listen)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("response", self._weigh)
        # The world outside is not there; the way out must lead to it all the same.
        self.context.route(f"{OUTSIDE}**", lambda route: route.fulfill(body="<p>di luar</p>"))

    def _listen(self, message):
        if message.type in ("error", "warning"):
            self.complaints.append(message.text)

    def _weigh(self, response):
        if response.url.startswith(self.address) and response.status < 300:
            self.weights[response.url.removeprefix(self.address)] = len(response.body())

    def open(self, address="/lapor/"):
        self.page.goto(self.address + address)
        return self.page

    def press(self, name):
        self.page.get_by_role("button", name=name).click()

    def look(self, name):
        """axe where scripts run; a picture as it stands, which may not scroll sideways."""
        for label, size in (("desk", DESK), ("phone", TELEPHONE)):
            self.page.set_viewport_size(size)
            kind = "scripts" if self.scripts else "plain"
            path = self.screenshots / f"{name}-{label}-{kind}.png"
            self.page.screenshot(path=path, full_page=True)
            if self.scripts:
                results = Axe().run(self.page)
                assert results.violations_count == 0, f"{name}: {results.generate_report()}"
                wide = self.page.evaluate("document.documentElement.scrollWidth > innerWidth")
                assert not wide, f"{name} scrolls sideways, {label}"
        assert self.complaints == [], name
        assert {url for url in self.asked if not url.startswith(self.address)} == set()
        assert self.context.cookies() == []


@pytest.fixture
def phone(browser, live_server, screenshots, organisation):
    """phone(java_script_enabled=…): a telephone that is put away at the end."""
    opened = []

    def make(**options):
        opened.append(Phone(browser, live_server.url, screenshots, **options))
        return opened[-1]

    yield make
    for one in opened:
        one.context.close()


def write(phone, path="Tentang aku"):
    """From the first page to the six words."""
    page = phone.open()
    phone.look("1-first")
    page.get_by_label("Aman", exact=True).check()
    page.get_by_label("Umurmu", exact=True).select_option("12-14")
    phone.press(path)
    phone.look("2-before")
    phone.press("Aku mengerti, lanjut")
    page.get_by_role("checkbox").first.check()
    page.get_by_label("Kalau mau, tulis sedikit").fill("Halo, ini UJI.")
    page.get_by_label("Alamat halaman internet").fill("contoh.invalid/halaman")
    phone.look("3-write")
    phone.press("Lanjut")
    page.get_by_label("Kapan aman untukmu?").fill("sore")
    phone.look("4-contact")
    phone.press("Kirim")
    words = page.locator("ol.words li span").all_inner_texts()
    assert len(words) == 6
    phone.look("5-words")
    return words


def confirm(phone, words):
    fields = phone.page.locator('input[name^="word"]')
    for field in fields.all():
        field.fill(words[int(field.get_attribute("name")[-1])])
    phone.press("Sudah kutulis")
    phone.page.get_by_text("kata-katamu benar").wait_for()


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_from_the_first_page_to_deletion(phone, person, record_testsuite_property, scripts):
    here = phone(java_script_enabled=scripts)
    words = write(here)
    confirm(here, words)
    here.look("6-status")
    report = Report.objects.get()
    staff = person("intake_officer")
    actions.answer(report=report, body="Halo, kami sudah membaca tulisanmu.", by=staff)
    actions.set_status(report=report, status="arranging", by=staff)

    again = phone(java_script_enabled=scripts)
    page = again.open("/lapor/balasan/")
    again.look("7-code")
    page.get_by_label("Ketik enam katamu").fill("kata yang salah")
    again.press("Buka")
    page.get_by_text("tidak membuka apa pun").wait_for()
    again.complaints.clear()
    page.get_by_label("Ketik enam katamu").fill(" ".join(words))
    again.press("Buka")
    page.get_by_text("Halo, kami sudah membaca tulisanmu.").wait_for()
    assert page.get_by_text("Kami sedang mengatur bantuan untukmu.").is_visible()
    page.get_by_label("Tulis lagi").fill("Terima kasih. UJI")
    again.press("Kirim pesan")
    page.get_by_text("Pesanmu terkirim.").wait_for()
    again.look("8-answer")
    again.press("Aku mau didampingi")
    again.look("9-agree")
    again.press("Ya, aku setuju")
    again.press("Ubah cara aman membalasku")
    again.look("10-rules")
    again.press("Simpan")
    again.press("Beri tahu siapa aku")
    again.look("11-identity")
    again.press("Kembali, jangan ubah apa pun")
    again.press("Hapus semuanya")
    again.look("12-delete")
    again.press("Ya, hapus semuanya")
    page.get_by_text("sudah musnah").wait_for()
    again.look("13-deleted")
    assert not vault.has_key(report.key_id)
    assert here.weights["/lapor/"] + sum(v for k, v in here.weights.items() if "static" in k) < 20e3
    for address, weight in sorted((here.weights | again.weights).items()):
        record_testsuite_property(f"bytes of {address}", weight)


def test_a_friend_on_a_telephone(phone):
    here = phone()
    page = here.open()
    page.get_by_label("Tidak aman").check()
    here.press("Aku khawatir tentang teman")
    here.look("20-friend-before")
    here.press("Aku mengerti, lanjut")
    page.get_by_label("Umur temanmu").select_option("15-17")
    page.get_by_role("checkbox").nth(1).check()
    page.get_by_text("Ada gambar yang harus hilang").click()
    here.look("21-friend-write")
    here.press("Lanjut")
    here.press("Kirim")
    page.get_by_text("Aku tidak bisa menyimpan kata").click()
    here.look("22-no-words")
    page.get_by_label("Kapan kami boleh menelepon?").fill("Sabtu pagi")
    page.get_by_label("Ke nomor berapa").fill("0800-000")
    here.press("Telepon aku saja")
    page.get_by_text("Sudah kami catat").wait_for()
    assert Report.objects.get().callback


def test_english_and_dark(phone):
    here = phone(color_scheme="dark")
    page = here.open()
    page.get_by_role("link", name="English").click()
    here.look("30-english")
    page.get_by_label("Safe", exact=True).check()
    here.press("About me")
    here.look("31-english-before")
    page.get_by_text("You are not in trouble for having an account").wait_for()


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_the_button_leaves_at_once(phone, scripts):
    here = phone(java_script_enabled=scripts)
    page = here.open()
    here.press("Tentang aku")
    here.press("Aku mengerti, lanjut")
    page.get_by_label("Kalau mau, tulis sedikit").fill("Rahasia UJI")
    page.get_by_role("link", name="Tutup cepat").click()
    page.wait_for_url(OUTSIDE)
    page.go_back()
    assert page.locator("textarea").count() == 0 or page.locator("textarea").input_value() == ""
    assert not Report.objects.exists()


def test_three_presses_of_shift_leave_and_capitals_do_not(phone):
    here = phone()
    page = here.open()
    here.press("Tentang aku")
    here.press("Aku mengerti, lanjut")
    words = page.get_by_label("Kalau mau, tulis sedikit")
    words.focus()
    for letter in "UJI SAJA":
        page.keyboard.press(f"Shift+{letter}" if letter != " " else "Space")
    assert words.input_value() == "UJI SAJA"
    assert page.locator("#shift").inner_text() == ""
    page.keyboard.press("Shift")
    page.keyboard.press("Shift")
    assert "sekali lagi" in page.locator("#shift").inner_text()
    page.keyboard.press("a")
    assert "Batal" in page.locator("#shift").inner_text()
    for _ in range(3):
        page.keyboard.press("Shift")
    page.wait_for_url(OUTSIDE)
    assert not any(re.search("lapor", url) for url in here.asked if url.startswith(OUTSIDE))


def test_work_is_shown_when_asked_and_a_plain_browser_is_let_through(phone, settings):
    settings.JAGA_PROOF_OF_WORK = 8
    here = phone()
    assert len(write(here)) == 6
    plain = phone(java_script_enabled=False)
    assert len(write(plain)) == 6
