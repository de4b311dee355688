"""A child's case from its opening to its closure in a real browser, by the right people."""

import re

import pytest
from playwright.sync_api import expect
from tests.browser.test_walk import Visit

from jaga_web.cases import answers
from jaga_web.cases.models import Case
from jaga_web.people import second_factor
from jaga_web.people.models import SecondFactor

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

STAFF = (("caseworker", "sri"), ("supervisor", "bagus"))
INVENTED = "Catatan rekaan untuk uji; tidak ada anak seperti ini."


@pytest.fixture
def windows(browser, live_server, screenshots, person):
    """The caseworker's window and the supervisor's, the second in the dark scheme."""
    from django.utils import timezone

    opened = []
    for (role, name), scheme in zip(STAFF, ("light", "dark"), strict=True):
        secret = second_factor.new_secret()
        user = person(role, name=name, display_name=f"{name.title()} Rekaan")
        SecondFactor.objects.create(user=user, secret=secret, confirmed_at=timezone.now())
        window = Visit(browser, live_server.url, screenshots, scheme)
        window.sign_in(name, secret)
        opened.append(window)
    yield opened
    for window in opened:
        window.context.close()


def pick(page, legend, *choices):
    """Tick these choices of one question."""
    group = page.get_by_role("group", name=re.compile(f"^{re.escape(legend)}"))
    for choice in choices:
        group.get_by_label(choice, exact=True).check()


def save(page):
    page.get_by_role("button", name="Simpan", exact=True).click()
    page.locator(".notice.success").wait_for()


def to_the_step(page, button):
    page.get_by_role("button", name=button, exact=True).click()
    page.get_by_text("Kasus berpindah langkah.").wait_for()


def test_a_case_from_opening_to_closure(windows):
    sri, bagus = windows
    address = _open(sri)
    _register(sri, address)
    _assess(sri)
    _plan(sri)
    _approve(bagus, address, "Rencana menunggu pengesahan", "case-6-approve-plan")
    _carry_out(sri, address)
    _end(sri)
    _approve(bagus, address, "Penutupan menunggu pengesahan", "case-9-approve-closure")
    expect(bagus.page.get_by_text("Ditutup").first).to_be_visible()
    bagus.look("case-10-closed")
    _who_looked(bagus, address)
    assert Case.objects.get().status == Case.CLOSED


def _open(sri):
    page = sri.page
    page.goto(f"{sri.address}/cases/")
    page.get_by_role("link", name="Buka kasus").click()
    page.get_by_label("Datang langsung").check()
    page.get_by_label("Kelompok usia").select_option("12-14")
    sri.look("case-1-new")
    page.get_by_role("button", name="Buka kasus").click()
    page.get_by_role("heading", name=re.compile("^Kasus JGA-")).wait_for()
    sri.look("case-2-opened")
    return page.url


def _register(sri, address):
    page = sri.page
    page.get_by_role("link", name="Isi nama anak, atau alasan").click()
    page.get_by_role("link", name="Isi identitas").click()
    page.get_by_label("Nama", exact=True).fill("Melur UJI")
    sri.look("case-3-identity")
    save(page)
    page.goto(address)
    page.get_by_role("link", name="Jawab isian registrasi").click()
    pick(page, "Jenis kelamin", "Perempuan")
    pick(page, "Apakah anak aman saat ini?", "Ya")
    page.get_by_label("Eksploitasi atau kekerasan seksual anak daring").check()
    pick(page, "Apakah terduga pelaku tinggal serumah", "Tidak")
    pick(page, "Kesediaan anak menerima layanan", "Anak bersedia")
    pick(page, "Apakah ada unsur daring", "Ya")
    sri.look("case-4-registration")
    save(page)
    page.get_by_role("link", name="Tanyakan cara menghubungi").click()
    pick(page, "Cara menghubungi yang aman", "Telepon")
    save(page)
    page.get_by_role("link", name="Nilai risikonya.").click()
    pick(page, "Tingkat risiko", "Tinggi")
    page.get_by_label(re.compile("^Alasan")).fill(INVENTED)
    save(page)
    to_the_step(page, "Mulai asesmen")


def _assess(sri):
    page = sri.page
    page.get_by_role("link", name="Jawab isian asesmen").click()
    for domain in (
        "Keselamatan",
        "Kesehatan",
        "Perasaan dan hubungan",
        "Pendidikan",
        "Keluarga dan pengasuhan",
        "Kebutuhan pokok",
        "Hukum",
        "Keamanan digital",
    ):
        pick(page, domain, "Perlu bantuan")
    page.get_by_label(re.compile("^Ringkasan kebutuhan")).fill(INVENTED)
    save(page)
    page.get_by_role("link", name="Tanyakan bantuan yang diinginkan").click()
    pick(page, "Bantuan yang diinginkan anak", "Merasa aman", "Teman bicara")
    page.get_by_label("Anak tidak ingin menjawab: Bantuan apa yang kamu inginkan?").check()
    pick(page, "Bagaimana anak diberi tahu", "Dijelaskan lisan dan ditanyakan kembali")
    save(page)
    to_the_step(page, "Susun rencana")


def _plan(sri):
    page = sri.page
    page.get_by_role("link", name="Tambah tujuan").click()
    page.get_by_label(re.compile("^Bidang")).select_option("education")
    page.get_by_label(re.compile("^Tujuan")).fill("Kembali ke sekolah (rekaan).")
    save(page)
    page.get_by_role("link", name="Tambah layanan").click()
    page.get_by_label(re.compile("^Layanan")).select_option("psychosocial")
    pick(page, "Petugas penanggung jawab", "Sri Rekaan")
    page.get_by_label(re.compile("^Paling lambat")).fill("2027-01-15")
    sri.look("case-5-service")
    save(page)
    page.get_by_role("button", name="Ajukan rencana untuk disahkan").click()
    page.get_by_text("Rencana diajukan.").wait_for()


def _approve(bagus, address, heading, picture):
    page = bagus.page
    page.goto(address)
    page.get_by_role("heading", name=heading).wait_for()
    bagus.look(picture)
    page.get_by_role("button", name="Sahkan", exact=True).click()
    page.get_by_text("Keputusan tercatat.").wait_for()


def _carry_out(sri, address):
    page = sri.page
    page.goto(address)
    to_the_step(page, "Mulai pelaksanaan")
    page.get_by_role("link", name=re.compile("^Ubah keadaan ?: Layanan psikososial")).click()
    pick(page, "Keadaan", "Berjalan")
    save(page)
    to_the_step(page, "Mulai tindak lanjut")
    page.get_by_role("link", name="Catat tindak lanjut", exact=True).click()
    page.get_by_label(re.compile("^Tanggal")).fill("2026-11-02")
    pick(page, "Cara", "Telepon")
    pick(page, "Keadaan anak", "Membaik")
    page.get_by_label(re.compile("^Tinjauan berikutnya")).fill("2027-02-01")
    sri.look("case-7-follow-up")
    save(page)


def _end(sri):
    page = sri.page
    page.get_by_role("link", name=re.compile("^Ubah keadaan ?: Layanan psikososial")).click()
    pick(page, "Keadaan", "Selesai")
    save(page)
    page.get_by_role("link", name="Jawab isian penutupan").click()
    pick(page, "Apakah anak aman sekarang?", "Ya")
    pick(page, "Tujuan rencana", "Semua tercapai")
    pick(page, "Anak tahu cara kembali meminta bantuan", "Ya")
    save(page)
    for part in page.locator("details.part").all():
        part.evaluate("part => { part.open = true }")
    sri.look("case-8-before-closure")
    page.locator("#closing-code").select_option("goals_reached")
    page.locator("#closing-words").fill(INVENTED)
    page.get_by_role("button", name="Ajukan penutupan").first.click()
    page.get_by_text("Penutupan diajukan.").wait_for()


def _who_looked(bagus, address):
    page = bagus.page
    page.goto(address)
    page.get_by_role("link", name="Siapa yang melihat berkas ini").click()
    page.get_by_text("membaca berkas kasus").first.wait_for()
    bagus.look("case-11-looks")
    page.goto(f"{bagus.address}/cases/?status=")
    bagus.look("case-12-list")


def test_two_windows_change_one_answer_and_the_second_decides(windows, person):
    from jaga_web.cases import actions

    sri, bagus = windows
    owner = person("caseworker", name="sri")
    case = actions.open_case(organisation=owner.organisation, source="direct", by=owner)
    form = f"/cases/{case.pk}/section/safe_contact/"
    for window in windows:
        window.page.goto(window.address + form)
    for window, words in ((sri, "Pagi (rekaan)"), (bagus, "Sore (rekaan)")):
        window.page.get_by_label("Kapan aman dihubungi").first.fill(words)
        window.page.get_by_role("button", name="Simpan", exact=True).click()
    sri.page.get_by_text("Jawaban tersimpan.").wait_for()
    page = bagus.page
    page.get_by_role("heading", name="Dua jawaban untuk satu isian").wait_for()
    expect(page.get_by_text("Pagi (rekaan)").first).to_be_visible()
    # The answer 409 stands on the console; it is what is meant to happen.
    bagus.complaints.clear()
    bagus.look("case-13-clash")
    page.get_by_role("radio", name="Jawaban ketiga").check()
    page.locator("textarea").fill("Pagi atau sore (rekaan)")
    page.get_by_role("button", name="Simpan pilihan").click()
    page.get_by_text("Jawaban tersimpan.").wait_for()
    assert answers.current(case, "safe_contact")["contact_when"].value == "Pagi atau sore (rekaan)"
