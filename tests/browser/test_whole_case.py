"""The whole road of a child's case across the rooms, on telephones, by the right people.

An officer takes a call, a supervisor assigns, a caseworker goes through the six steps, a partner
of another organisation serves, two people close; and every one sees their part alone. Every page
that opens on the way is checked by axe, for the console and for scrolling sideways.
"""

import re
from pathlib import Path
from statistics import median

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings as django_settings
from django.test import Client
from playwright.sync_api import expect
from tests.browser import steps
from tests.browser.test_walk import TELEPHONE
from tests.web.referrals import made

from jaga_web.cases.models import Case
from jaga_web.referrals.models import Consent, Referral

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SERVICE = "Layanan psikososial"
NOTE = "Sudah tiga kali bertemu; anak merasa lebih tenang (UJI)."
OPEN_ALL = "document.querySelectorAll('main details').forEach(part => { part.open = true })"

# Whether a cell can be read without moving its table sideways.
IN_SIGHT = """cell => cell.getBoundingClientRect().right
    <= cell.closest(".table-frame").getBoundingClientRect().right"""


class Phone(steps.Window):
    """A telephone that looks at every page and counts what each asks of the server."""

    # Chromium tells the console of every refusal, also of one that is meant to happen.
    refusal = False

    def __init__(self, *arguments):
        super().__init__(*arguments)
        self.page.set_viewport_size(TELEPHONE)
        self.looked, self.pictures, self.requests = set(), 0, []
        self.page.on("requestfinished", lambda request: self.requests.append(request))

    def _listen(self, message):
        if not (self.refusal and "the server responded with" in message.text):
            super()._listen(message)

    def go(self, address):
        self.refusal = False
        return super().go(address)

    def look(self, name):
        self.pictures += 1
        results = Axe().run(self.page)
        assert results.violations_count == 0, f"{name}: {results.generate_report()}"
        assert self.complaints == [], name
        wide = self.page.evaluate("document.documentElement.scrollWidth > innerWidth")
        path = self.screenshots / f"walk-{self.user.username}-{self.pictures:02}-{name}.png"
        self.page.screenshot(path=path, full_page=True)
        assert not wide, f"{name} scrolls sideways"
        self.looked.add(self.place(self.page.url))

    def look_inside(self, name):
        """The same with every folded part open."""
        self.page.evaluate(OPEN_ALL)
        self.look(f"{name}-unfolded")

    def save(self):
        if self.place(self.page.url) not in self.looked:
            self.look(self.place(self.page.url).strip("/").replace("/", "-"))
        super().save()

    def gone(self, path):
        """Nothing is there for this person."""
        self.refusal = True
        assert super().go(path).status == 404, path
        self.look("404")

    def place(self, address):
        """The address without its numbers."""
        return re.sub(r"\d+", "N", address.removeprefix(self.address).partition("?")[0])

    def sheets(self):
        """Bytes of each style, script and picture that came."""
        came = [one for one in self.requests if "/static/" in one.url]
        # What a telephone had already counts nothing, so it is the first time that is kept.
        return {one.url: one.sizes()["responseBodySize"] for one in reversed(came)}

    def pages(self):
        """Each page that opened: where, bytes, milliseconds until the server began to answer."""
        asked = [one for one in self.requests if one.is_navigation_request()]
        answered = [(one, one.response()) for one in asked]
        return [
            (
                self.place(one.url),
                one.sizes()["responseBodySize"],
                one.timing["responseStart"] - one.timing["requestStart"],
            )
            for one, response in answered
            if response.status == 200 and "html" in response.headers["content-type"]
        ]


@pytest.fixture
def partner(organisation):
    return made.partner_of(organisation)


@pytest.fixture
def phones(browser, live_server, screenshots, organisation, partner):
    """The officer's, the caseworker's, the supervisor's and the partner's telephone."""
    opened = []
    for role, name, home, scheme in (
        ("intake_officer", "ika", organisation, "light"),
        ("caseworker", "sri", organisation, "light"),
        ("supervisor", "bagus", organisation, "dark"),
        ("partner_officer", "putri", partner, "light"),
    ):
        user, client = made.somebody(home, role, name), Client()
        user.display_name = f"{name.title()} Rekaan"
        user.save()
        client.force_login(user)
        phone = Phone(browser, live_server.url, screenshots, scheme)
        opened.append(phone)
        phone.user = user
        cookie = django_settings.SESSION_COOKIE_NAME
        phone.context.add_cookies(
            [{"name": cookie, "value": client.cookies[cookie].value, "url": live_server.url}]
        )
    yield opened
    for phone in opened:
        phone.context.close()


def test_from_a_call_to_a_closed_case(phones, organisation, partner, record_testsuite_property):
    ika, sri, bagus, putri = phones
    made.agreement_between(organisation, partner)
    report = _take_a_call(ika)
    address = _open_case(ika, report)
    sri.gone(address)
    _assign(bagus, address)
    ika.gone(address)
    _to_an_approved_plan(sri, bagus, address)
    consent = _consent(sri, bagus, partner)
    referral = _refer(sri)
    _serve(putri, referral)
    _see_the_decision(sri, address, referral)
    _follow_up(sri, address)
    unfinished = _one_more(consent, sri, putri)
    _leaflet(sri)
    _looks(sri, address)
    steps.ask_closure(sri)
    steps.approve(bagus, address, "Penutupan menunggu pengesahan", "approve-closure")
    expect(bagus.page.get_by_text("Ditutup").first).to_be_visible()
    bagus.look_inside("closed")
    assert Case.objects.get().status == Case.CLOSED
    _nothing_is_left(putri, referral, unfinished)
    _closed_for_its_holder(sri, address)
    _all_looked_at(phones)
    _tell(phones, record_testsuite_property)


def _take_a_call(ika):
    page = ika.page
    ika.go("/reports/in/")
    ika.refusal = True
    ika.press("Simpan laporan")  # Nothing was read aloud yet.
    page.get_by_role("alert").wait_for()
    ika.look("refused-before-the-words")
    ika.refusal = False
    steps.take_in(ika)
    ika.look_inside("report")
    return page.url.removeprefix(ika.address)


def _open_case(ika, report):
    page = ika.page
    ika.go(report)
    expect(page.get_by_text("sore sesudah sekolah").first).to_be_visible()
    page.get_by_label("Cara ditanyakan dan jawaban anak").fill("Ditanya pelan; anak UJI bilang ya.")
    ika.press("Catat anak setuju")
    page.get_by_text("Anak sudah setuju").wait_for()
    ika.look("agreed")
    page.get_by_role("button", name="Buka kasus", exact=True).click()
    page.get_by_text(re.compile("Kasus JGA-.* dibuka")).wait_for()
    ika.look("case-opened")
    address = page.url.removeprefix(ika.address)
    ika.go(report)
    page.get_by_role("heading", name="Sudah menjadi kasus").wait_for()
    assert page.get_by_text(steps.SAID).count() == 0
    ika.look("bridged")
    ika.go("/reports/")
    assert page.get_by_text("Tidak ada laporan di sini.").evaluate(IN_SIGHT)
    ika.look("inbox")
    return address


def _assign(bagus, address):
    page = bagus.page
    bagus.go("/cases/")
    bagus.look("cases")
    page.get_by_role("link", name=re.compile("JGA-")).click()
    page.wait_for_url(f"**{address}")
    page.get_by_label("Pemegang kasus").select_option(label="Sri Rekaan")
    bagus.look("assign")
    bagus.press("Tetapkan")
    page.get_by_text("Pemegang kasus ditetapkan.").wait_for()


def _to_an_approved_plan(sri, bagus, address):
    page = sri.page
    sri.go(address)
    sri.look("case-begun")
    steps.register(sri, address)
    # What the child said to the officer came along: the kind of help, and when contact is safe.
    page.get_by_text("sore sesudah sekolah").first.wait_for(state="attached")
    steps.assess(sri)
    steps.make_plan(sri)
    sri.look_inside("plan-asked")
    assert page.get_by_role("button", name="Sahkan", exact=True).count() == 0
    steps.approve(bagus, address, "Rencana menunggu pengesahan", "approve-plan")
    sri.go(address)
    sri.to_the_step("Mulai pelaksanaan")
    sri.look("implementation")


def _consent(sri, bagus, partner):
    """The table asks for a second person, as no caregiver is safe."""
    steps.record_consent(sri, Case.objects.get(), partner)
    sri.look("consent")
    consent = Consent.objects.get()
    address = f"/referrals/consents/{consent.pk}/"
    bagus.go(address)
    bagus.look("consent-to-confirm")
    bagus.press("Sahkan dasar hukumnya")
    bagus.page.get_by_text("berlaku", exact=True).wait_for()
    bagus.look("consent-confirmed")
    sri.go(address)
    return consent


def _refer(sri):
    steps.send(sri, planned=SERVICE)
    return Referral.objects.get()


def _serve(putri, referral):
    """The partner sees what was chosen, and nothing of whom or of which case."""
    page = putri.page
    putri.go("/referrals/received/")
    putri.look("received")
    page.get_by_role("link", name="RJK-").click()
    page.get_by_text(made.NOTE).wait_for()
    told = page.locator("body").inner_text()
    for secret in (steps.CHILD, steps.SAID, steps.INVENTED, referral.case.number):
        assert secret not in told
    putri.look("referral")
    putri.press("Terima")
    page.get_by_text("Jawaban terkirim").wait_for()
    putri.press("Mulai layanan")
    page.get_by_role("button", name="Selesai").wait_for()
    page.get_by_label("Catatan bagi pengirim").fill(NOTE)
    putri.look("in-service")
    putri.press("Selesai")
    page.get_by_text("Tidak ada rujukan yang menunggu.").wait_for()
    putri.gone(f"/referrals/received/{referral.pk}/")


def _see_the_decision(sri, address, referral):
    """In the caseworker's plan the service is done; the partner's note is with the referral."""
    page = sri.page
    sri.go(address)
    row = page.get_by_role("row", name=re.compile(SERVICE))
    assert row.get_by_text("Selesai", exact=True).evaluate(IN_SIGHT)
    for part, state in (("consents", "berlaku"), ("referrals", "Selesai")):
        page.locator(f"#{part} > summary").click()
        assert page.locator(f"#{part}").get_by_text(state, exact=True).evaluate(IN_SIGHT)
    sri.look("plan-done")
    sri.go(f"/referrals/{referral.pk}/")
    expect(page.get_by_text(NOTE)).to_be_visible()
    assert page.get_by_text("Putri Rekaan").count() == 0
    sri.look("referral-done")
    sri.go("/referrals/")
    sri.look("referrals")


def _follow_up(sri, address):
    page = sri.page
    sri.go(address)
    sri.to_the_step("Mulai tindak lanjut")
    page.get_by_role("link", name="Catat tindak lanjut", exact=True).click()
    page.get_by_label(re.compile("^Tanggal")).fill(steps.in_days(0))
    steps.pick(page, "Cara", "Telepon")
    steps.pick(page, "Keadaan anak", "Membaik")
    page.get_by_label(re.compile("^Tinjauan berikutnya")).fill(steps.in_days(60))
    sri.save()
    sri.look("followed-up")


def _one_more(consent, sri, putri):
    """A second referral that the partner still has open when the case ends."""
    asked = made.request(fields=("age_band", "note"))
    referral = made.actions.draft(consent=consent, request=asked, by=sri.user)
    made.actions.send(referral=referral, by=sri.user)
    putri.go(f"/referrals/received/{referral.pk}/")
    putri.page.get_by_role("button", name="Terima").wait_for()
    putri.look("second-referral")
    return referral


def _leaflet(sri):
    """What was agreed, on paper for the child, under a name that tells nothing."""
    page = sri.page
    page.get_by_text("Ringkasan untuk dicetak").click()
    for language in ("Indonesia", "Inggris"):
        with page.expect_download() as waiting:
            sri.press(f"Untuk anak (PDF, {language})")
        file = waiting.value
        assert file.suggested_filename == "rencana.pdf"
        assert Path(file.path()).read_bytes().startswith(b"%PDF-")


def _looks(sri, address):
    """Who looked, each by name and role; the partner by its organisation."""
    page = sri.page
    sri.go(f"{address}identity/")
    sri.look("identity-asks-why")
    page.locator("#look-code").select_option(index=1)
    page.locator("#look-reason").fill("Mencocokkan panggilan anak sebelum bertemu (UJI).")
    sri.press("Buka identitas")
    expect(page.get_by_text(steps.CHILD)).to_be_visible()
    sri.look("identity")
    sri.go(address)
    page.get_by_role("link", name="Siapa yang melihat berkas ini").click()
    page.get_by_role("heading", name="Siapa yang melihat berkas ini").wait_for()
    found = page.locator("main li").all_inner_texts()
    for who, what in (
        ("Ika Rekaan", "membaca berkas kasus"),
        ("Sri Rekaan", "membaca berkas kasus"),
        ("Sri Rekaan", "membuka identitas anak"),
        ("Bagus Rekaan", "membaca berkas kasus"),
        ("UPTD PPA Contoh", "membaca rujukan"),
    ):
        assert any(who in line and what in line for line in found), (who, what, found)
    assert not any("Putri" in line for line in found)
    sri.look("who-looked")
    sri.go(address)


def _nothing_is_left(putri, *referrals):
    for referral in referrals:
        putri.gone(f"/referrals/received/{referral.pk}/")
    putri.go("/referrals/received/")
    assert putri.page.get_by_text("Tidak ada rujukan yang menunggu.").evaluate(IN_SIGHT)
    putri.look("nothing-received")


def _closed_for_its_holder(sri, address):
    sri.go(address)
    assert sri.page.get_by_role("link", name="Nilai risiko").count() == 0
    sri.look_inside("closed")
    sri.go("/cases/")
    assert sri.page.get_by_role("link", name=re.compile("JGA-")).count() == 0
    sri.look("no-open-case")
    sri.go("/cases/?status=closed")
    sri.look("closed-cases")


def _all_looked_at(phones):
    for phone in phones:
        assert {place for place, _, _ in phone.pages()} <= phone.looked, phone.user.username


def _tell(phones, record):
    """What the walk cost, for whoever reads the figures of a run; no test of anything."""
    pages = [page for phone in phones for page in phone.pages()]
    record("pages opened in the walk of a whole case", len(pages))
    record("addresses among them", len({place for place, _, _ in pages}))
    record("pages of that walk checked by axe", sum(phone.pictures for phone in phones))
    sheets = {url: size for phone in reversed(phones) for url, size in phone.sheets().items()}
    record("bytes of style, script and pictures of that walk, each once", sum(sheets.values()))
    sizes = [weight for _, weight, _ in pages]
    record("median bytes of a page in the walk, without style and script", int(median(sizes)))
    heaviest = max(pages, key=lambda page: page[1])
    record("heaviest page in the walk, bytes", f"{heaviest[1]} ({heaviest[0]})")
    record("median ms of a page in the walk", f"{median(time for _, _, time in pages):.0f}")
    slowest = max(pages, key=lambda page: page[2])
    record("slowest page in the walk, ms", f"{slowest[2]:.0f} ({slowest[0]})")
