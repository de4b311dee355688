"""Deadlines, a breach and the legal road in a real browser, on a desk screen and a telephone."""

from datetime import timedelta

import pytest
from django.utils import timezone
from tests.browser.test_walk import Visit
from tests.web.legal import targets

from jaga_web.clocks import actions
from jaga_web.people import second_factor
from jaga_web.people.models import SecondFactor

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def window(browser, live_server, screenshots, person):
    """window("bagus", scheme): a supervisor's or a caseworker's window, signed in."""
    opened = []

    def make(role, name, scheme="light"):
        secret = second_factor.new_secret()
        SecondFactor.objects.create(
            user=person(role, name=name, display_name=name.title()),
            secret=secret,
            confirmed_at=timezone.now(),
        )
        visit = Visit(browser, live_server.url, screenshots, scheme)
        opened.append(visit)
        visit.sign_in(name, secret)
        return visit

    yield make
    for visit in opened:
        visit.context.close()


@pytest.fixture
def case(organisation, person):
    """A case of Sri's with clocks in every state, far from one another in time and zone."""
    sri = person("caseworker", name="sri", display_name="Sri")
    case = targets.open_case(organisation, sri)
    targets.consent_of(case)
    now = timezone.now()
    for rule, hours, zone in (
        ("police_report_tpks41", 60, "Asia/Makassar"),
        ("first_contact_medium", 9, "Asia/Jayapura"),
        ("outreach", 8, "Asia/Jakarta"),
        ("complaint_follow_up", 1, "Asia/Jakarta"),
    ):
        actions.start(
            organisation=organisation,
            subject=f"case:{case.pk}",
            key=case.key_id,
            rule=rule,
            started_at=now - timedelta(hours=hours),
            by=sri,
            zone=zone,
            owner=sri,
        )
    return case


def test_a_holder_works_through_the_deadlines(window, case):
    visit = window("caseworker", "sri")
    page = visit.page
    page.get_by_role("link", name="Tenggat").first.click()
    page.get_by_text("hampir habis").wait_for()
    visit.look("clocks-1-list")
    page.get_by_role("link", name="Kontak pertama, risiko sedang").click()
    visit.look("clocks-2-late")
    page.get_by_label("Catatan kontak pertama").fill("Bertemu di tempat aman (UJI)")
    page.get_by_role("button", name="Catat selesai").click()
    page.get_by_text("selesai terlambat").wait_for()
    visit.look("clocks-3-ended-late")
    page.get_by_role("link", name="Tenggat").first.click()
    page.get_by_role("link", name="Penjangkauan").click()
    page.get_by_label("Alasan").select_option("unsafe_to_contact")
    page.get_by_role("button", name="Jeda").click()
    page.get_by_role("button", name="Lanjutkan").wait_for()
    visit.look("clocks-4-paused")
    page.goto(f"{visit.address}/cases/{case.pk}/")
    page.get_by_role("link", name="Lapor ke polisi").wait_for()
    visit.look("clocks-5-case")


def test_the_legal_road_is_written_down(window, case):
    visit = window("supervisor", "bagus", "dark")
    page = visit.page
    page.goto(f"{visit.address}/legal/case/{case.pk}/")
    page.get_by_text("Mulai jalan hukum baru").click()
    page.get_by_text("Laporan polisi: dibuat").click()
    form = page.locator("form", has=page.get_by_label("Nomor tanda terima"))
    at = timezone.localtime() - timedelta(hours=3)
    form.get_by_label("Kapan").fill(at.strftime("%Y-%m-%dT%H:%M"))
    form.get_by_label("Nomor tanda terima").fill("STTLP-UJI-1")
    visit.look("legal-1-begin")
    form.get_by_role("button", name="Catat").click()
    page.get_by_text("Langkah tercatat.").wait_for()
    page.get_by_text("Putuskan").first.click()
    page.get_by_label("Alasan").first.fill("Unsur terpenuhi menurut fakta (UJI)")
    page.get_by_role("button", name="Sahkan").first.click()
    page.get_by_text("disahkan").wait_for()
    visit.look("legal-2-case")
    page.get_by_role("link", name="Catat nomor dengan persetujuan").click()
    page.get_by_label("Nomor yang dipakai orang itu").fill("9900000001")
    page.get_by_label("Bagaimana dijelaskan").fill("Dengan gambar; ia menjawab sendiri (UJI)")
    visit.look("legal-3-lead")
    page.get_by_role("button", name="Catat nomor").click()
    page.get_by_role("button", name="Tarik kembali").wait_for()
    visit.look("legal-4-leads")
    page.get_by_role("link", name="Berkas daftar pantau").click()
    page.get_by_role("button", name="Unduh").click()
    page.get_by_text("Tidak ada nomor yang sudah dilepas").wait_for()
    visit.look("legal-5-watchlist")
    page.goto(f"{visit.address}/clocks/?state=ended")
    page.get_by_text("selesai tepat waktu").wait_for()


def test_a_breach_is_kept_and_told(window, person):
    visit = window("supervisor", "bagus")
    page = visit.page
    page.get_by_role("link", name="Tenggat").first.click()
    page.get_by_role("link", name="Kegagalan pelindungan data").click()
    page.get_by_label("Kapan diketahui").fill(
        (timezone.localtime() - timedelta(hours=5)).strftime("%Y-%m-%dT%H:%M")
    )
    page.get_by_label("Apa yang terjadi").fill("Daftar UJI terkirim ke alamat yang salah")
    visit.look("breach-1-list")
    page.get_by_role("button", name="Catat dan mulai").click()
    page.get_by_label("Tindakan perbaikan").fill("Surat ditarik; alamat diperiksa dua orang")
    page.get_by_label("Lembaga yang diberi tahu").fill("Lembaga UJI")
    page.get_by_role("button", name="Simpan").click()
    page.get_by_text("This notice also goes to: Lembaga UJI").wait_for()
    visit.look("breach-2-page")
    page.get_by_label("Bukti").fill("Surat UJI-1, disampaikan langsung oleh pendamping")
    page.get_by_role("button", name="Catat pemberitahuan").click()
    page.get_by_text("selesai tepat waktu").wait_for()
    visit.look("breach-3-told")
    page.goto(f"{visit.address}/clocks/standards/")
    visit.look("clocks-6-standards")
