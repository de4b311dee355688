"""A document attached, a hold placed and lifted, a case erased by two people, in a real browser."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.utils import timezone
from tests.browser.test_walk import Visit
from tests.unit.casework.pdfs import pdf, stream
from tests.web.conftest import signed_in  # noqa: F401
from tests.web.keeping.conftest import case, custodian, supervisor, worker  # noqa: F401

from jaga.casework.retention import CASE
from jaga_web import vault
from jaga_web.cases.models import Case

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

WHY = "Anak meminta agar kasusnya dihapus (rekaan)."


@pytest.fixture
def window(browser, live_server, screenshots, signed_in):  # noqa: F811
    """window("supervisor", name=…): a browser that person is signed in to."""
    opened = []

    def make(role, *, name, scheme="light"):
        visit = Visit(browser, live_server.url, screenshots, scheme)
        opened.append(visit)
        session = signed_in(role, name=name).cookies[settings.SESSION_COOKIE_NAME].value
        visit.context.add_cookies(
            [{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}]
        )
        return visit

    yield make
    for visit in opened:
        visit.context.close()


def attach(page, name: str, data: bytes):
    page.get_by_label("Judul").fill("Surat pengantar (rekaan)")
    page.get_by_label("Berkas").set_input_files(
        {"name": name, "mimeType": "application/pdf", "buffer": data}
    )
    page.get_by_role("button", name="Lampirkan").click()


def test_a_document_is_attached_and_an_image_is_not(window, live_server, case):  # noqa: F811
    visit = window("caseworker", name="pekerja")
    page = visit.page
    page.goto(f"{live_server.url}/keeping/cases/{case.pk}/attach/")
    visit.look("attach")
    attach(page, "surat.pdf", pdf({7: stream(bytes(3), b"/Subtype /Image")}))
    page.get_by_role("alert").get_by_text("memuat gambar").wait_for()
    # The browser's own words about a 400 are no fault of the page.
    visit.complaints.clear()
    visit.look("attach-refused")
    attach(page, "surat.pdf", pdf())
    page.get_by_text("Dokumen dilampirkan").wait_for()
    visit.look("case-attached")
    with page.expect_download() as saved:
        page.get_by_role("button", name="Unduh").click()
    assert saved.value.suggested_filename.startswith("lampiran-")
    assert saved.value.path().read_bytes() == pdf()


def test_a_case_is_held_then_erased_by_two_people(window, live_server, case):  # noqa: F811
    past = timezone.now() - timedelta(days=CASE.days + 20)
    Case.objects.filter(pk=case.pk).update(status="closed", opened_at=past, closed_at=past)
    boss = window("supervisor", name="penyelia")
    page = boss.page
    page.goto(f"{live_server.url}/keeping/due/")
    page.get_by_role("link", name=case.number).wait_for()
    boss.look("due")
    page.get_by_role("link", name=case.number).click()
    page.get_by_text("Tahan penghapusan").click()
    page.get_by_label("Alasan hukum").select_option("court_order")
    page.get_by_label("Sampai tanggal").first.fill(
        (timezone.localdate() + timedelta(days=90)).isoformat()
    )
    page.get_by_role("button", name="Tahan").click()
    page.get_by_text("Kasus ditahan").wait_for()
    page.get_by_text("Minta penghapusan").first.click()
    page.get_by_label("Sebab").select_option("retention")
    page.locator("#words").fill(WHY)
    page.get_by_role("button", name="Minta penghapusan").click()
    page.get_by_text("Permintaan dikirim").wait_for()
    boss.look("case-held")

    keeper = window("custodian", name="penjaga", scheme="dark")
    keeper.page.goto(f"{live_server.url}/keeping/")
    keeper.page.get_by_text("Selama ditahan karena hukum").wait_for()
    keeper.look("requests-held")
    page.get_by_role("button", name="Akhiri penahanan").click()
    page.get_by_text("Penahanan diakhiri").wait_for()
    keeper.page.reload()
    keeper.page.get_by_label("Ketik nomor kasusnya").fill(case.number)
    keeper.look("requests")
    keeper.page.get_by_role("button", name="Sahkan penghapusan").click()
    keeper.page.get_by_text("sudah dihapus untuk selamanya").wait_for()
    keeper.look("requests-erased")
    assert not Case.objects.filter(pk=case.pk).exists()
    assert not vault.has_key(case.key_id)
    boss.page.goto(f"{live_server.url}/keeping/cases/{case.pk}/")
    boss.page.get_by_text("tidak ditemukan").first.wait_for()
