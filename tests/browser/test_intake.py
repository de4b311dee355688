"""A call comes in, is answered, becomes a case, and the seal is opened: by the right people."""

import re

import pytest
from django.conf import settings as django_settings
from django.test import Client
from tests.browser import steps
from tests.browser.test_walk import Visit

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

WHY = "Perlu mencocokkan dengan permintaan sekolah rekaan."


@pytest.fixture
def visit(browser, live_server, screenshots, person):
    """visit("supervisor", scheme="dark"): a window of a person who has shown both factors."""
    opened = []

    def make(role, scheme="light"):
        client = Client()
        client.force_login(person(role, name=role.replace("_", "-")))
        window = Visit(browser, live_server.url, screenshots, scheme)
        opened.append(window)
        name = django_settings.SESSION_COOKIE_NAME
        cookie = {"name": name, "value": client.cookies[name].value, "url": live_server.url}
        window.context.add_cookies([cookie])
        return window

    yield make
    for window in opened:
        window.context.close()


def test_from_a_call_to_an_opened_seal(visit):
    officer = visit("intake_officer")
    steps.take_in(officer)
    page = officer.page
    address = page.url
    page.goto(f"{officer.address}/reports/")
    page.get_by_role("link", name=re.compile("^Laporan \\d")).wait_for()
    assert page.get_by_text(steps.SAID).count() == 0
    officer.look("intake-2-inbox")
    page.goto(address)
    page.get_by_role("link", name=re.compile("^Kami sudah membaca tulisanmu")).click()
    page.get_by_role("button", name="Kirim jawaban").click()
    page.get_by_text("Jawaban tersimpan").wait_for()
    page.get_by_role("button", name="Buat enam kata").click()
    page.get_by_role("heading", name="Enam kata untuk kembali").wait_for()
    assert len(page.locator(".words6").inner_text().split()) == 6
    officer.look("intake-3-receipt")
    page.get_by_role("link", name="Sudah, kembali ke laporan").click()
    page.get_by_text("Buka cerita pelapor").click()
    officer.look("intake-4-report")
    page.get_by_label("Cara ditanyakan dan jawaban anak").fill("Ditanya pelan; anak UJI bilang ya.")
    page.get_by_role("button", name="Catat anak setuju").click()
    page.get_by_text("Anak sudah setuju").wait_for()
    page.get_by_role("button", name="Buka kasus", exact=True).click()
    page.get_by_text(re.compile("Kasus JGA-.* dibuka")).wait_for()
    page.goto(address)
    page.get_by_role("heading", name="Sudah menjadi kasus").wait_for()
    assert page.get_by_text(steps.SAID).count() == 0
    officer.look("intake-5-bridged")

    supervisor = visit("supervisor", "dark")
    page = supervisor.page
    case = _newest_case(supervisor)
    page.get_by_text("Laporan di balik kasus ini").click()
    page.get_by_role("link", name="Buka percakapan").click()
    page.get_by_label("Jawaban").fill("Halo, aku pendampingmu.")
    page.get_by_role("button", name="Kirim jawaban").click()
    page.get_by_text("Jawaban tersimpan").wait_for()
    supervisor.look("intake-6-conversation")
    page.goto(case)
    page.get_by_text("Laporan di balik kasus ini").click()
    page.get_by_text("Minta penjaga identitas membuka segel").click()
    page.get_by_label("Mengapa perlu").fill(WHY)
    page.get_by_role("button", name="Kirim permintaan").click()
    page.get_by_text("Permintaan dikirim").wait_for()

    custodian = visit("custodian")
    page = custodian.page
    page.goto(f"{custodian.address}/reports/links/")
    page.get_by_text(WHY).wait_for()
    custodian.look("intake-7-requests")
    page.get_by_label("Alasan keputusan").fill("Sekolah rekaan memerlukan kepastian hari ini.")
    page.get_by_role("button", name="Buka tiga jam").click()
    page.get_by_text("Segel dibuka selama tiga jam").wait_for()

    page = supervisor.page
    page.goto(case)
    page.get_by_text("Laporan di balik kasus ini").click()
    supervisor.look("intake-8-panel")
    page.get_by_role("button", name="Lihat sisi lain").click()
    page.get_by_role("heading", name="Segel terbuka").wait_for()
    supervisor.look("intake-9-open")

    reviewer = visit("data_protection_officer")
    page = reviewer.page
    page.goto(f"{reviewer.address}/reports/links/reviews/")
    page.get_by_label("Penilaian").fill("Alasannya cukup dan dilihat sekali saja.")
    reviewer.look("intake-10-review")
    page.get_by_role("button", name="Wajar", exact=True).click()
    page.get_by_text("Tinjauan dicatat").wait_for()


def test_records_beside_the_reports(visit):
    officer = visit("intake_officer")
    page = officer.page
    page.goto(f"{officer.address}/reports/in/referral/")
    officer.look("intake-11-referral")
    page.goto(f"{officer.address}/reports/monitoring/add/")
    page.get_by_label("Tanggal terbit").fill("2026-08-03")
    page.get_by_label("Nama media").fill("Koran Contoh")
    page.get_by_label("Isi judul").select_option("ruling")
    page.get_by_label("Jenis", exact=True).select_option("online")
    officer.look("intake-12-news")
    page.get_by_role("button", name="Simpan").click()
    page.get_by_text("1 berita tentang 1 peristiwa").wait_for()
    officer.look("intake-13-monitoring")
    page.goto(f"{officer.address}/reports/complaints/add/")
    page.get_by_label("Masuk lewat").select_option("phone")
    page.get_by_label("Layanan", exact=True).select_option("police")
    page.get_by_label("Disalahkan atau dipermalukan").check()
    officer.look("intake-14-complaint")
    page.get_by_role("button", name="Catat aduan").click()
    page.get_by_text("Batas tiga hari kerja").first.wait_for()
    officer.look("intake-15-complaint-page")

    counsellor = visit("counsellor", "dark")
    page = counsellor.page
    page.goto(f"{counsellor.address}/reports/activities/add/")
    page.get_by_label("Jenis kegiatan").select_option("disaster_support")
    page.get_by_label("Tempat", exact=True).select_option("evacuation")
    page.get_by_label("Mulai").fill("2026-08-03")
    page.get_by_label("Provinsi").select_option("52")
    page.get_by_label("6–11 tahun, Perempuan").fill("12")
    page.get_by_label("12–14 tahun, Laki-laki").fill("3")
    counsellor.look("intake-16-activity")
    page.get_by_role("button", name="Simpan").click()
    page.get_by_text("Kegiatan dicatat").wait_for()
    counsellor.look("intake-17-activities")
    page.get_by_role("link", name="Angka 2026 untuk pihak luar").click()
    page.get_by_text("ditahan").first.wait_for()
    counsellor.look("intake-18-figures")
    page.goto(f"{counsellor.address}/reports/activities/paste/")
    page.get_by_text("Contoh", exact=True).click()
    counsellor.look("intake-19-paste")


def _newest_case(window):
    page = window.page
    page.goto(f"{window.address}/cases/")
    page.get_by_role("link", name=re.compile("JGA-")).first.click()
    page.get_by_text("Laporan di balik kasus ini").wait_for()
    return page.url
