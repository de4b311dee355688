"""National data in a real browser: the board, a pack, the file, and a comparison by a registrar.

Everybody in it is invented (rekaan).
"""

from datetime import timedelta

import pytest
from django.utils import timezone
from tests.browser.test_walk import Visit
from tests.web.national import fabricate

from jaga_web.channel.models import Report
from jaga_web.people import second_factor
from jaga_web.people.models import SecondFactor
from jaga_web.vault import new_key

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def cases(organisation):
    """Some forty invented cases of several kinds, one of which another unit knows too."""
    forms = (["sexual"], ["sexual", "psychological"], ["exploitation"])
    made = [
        fabricate.case(
            organisation,
            age_band=("12-14", "15-17")[n % 2],
            sex="fm"[n % 5 == 0],
            region=("33", "31", "73")[n % 3],
            verified=("verified", "unverified")[n % 4 == 0],
            risk=("high", "medium", "low")[n % 3],
            codes={"form": forms[n % 3], "manifestation": ["online"], "place": ["online"]},
        )
        for n in range(42)
    ]
    fabricate.case(organisation, identity={"name": "Ratih Rekaan Woelandari"})
    fabricate.case(organisation, identity={"name": "Ratna Rekaan Wulandari"})
    for _n in range(17):
        Report.objects.create(
            organisation=organisation, key_id=new_key(), path="me", safe_now="yes",
            expires_at=timezone.now() + timedelta(days=30),
        )  # fmt: skip
    return made


@pytest.fixture
def registrar(browser, live_server, screenshots, person, transactional_db):
    """A registrar's window, signed in with both factors."""
    user = person("registrar", name="wati", display_name="Wati Contoh")
    secret = second_factor.new_secret()
    SecondFactor.objects.create(user=user, secret=secret, confirmed_at=timezone.now())
    window = Visit(browser, live_server.url, screenshots)
    window.sign_in("wati", secret)
    yield window
    window.context.close()


def test_from_the_board_to_a_decision_and_back(cases, registrar):
    page = registrar.page
    page.get_by_role("link", name="Data nasional").click()
    page.get_by_role("heading", name="Empat hitungan yang tidak dijumlahkan").wait_for()
    registrar.look("national-1-board")
    _a_pack(page, registrar)
    _a_file(page, registrar)
    _a_comparison(page, registrar)


def _a_pack(page, registrar):
    page.get_by_role("link", name="Isian Simfoni").click()
    registrar.look("national-2-packs")
    page.get_by_role("link", name="UJI-000040").click()
    page.get_by_label("Nomor Simfoni").fill("SIM-REKAAN-1")
    page.get_by_role("button", name="Simpan").click()
    page.get_by_text("Nomor tersimpan dan tersegel.").wait_for()
    registrar.look("national-3-pack")
    with page.expect_download() as download:
        page.get_by_role("button", name="Teks").click()
    assert download.value.suggested_filename == "simfoni-UJI-000040.txt"


def _a_file(page, registrar):
    page.get_by_role("link", name="Data nasional").first.click()
    page.get_by_role("link", name="Unduh tanpa identitas").click()
    registrar.look("national-4-export")
    with page.expect_download() as download:
        page.get_by_role("button", name="Unduh XLSX").click()
    assert download.value.suggested_filename.endswith(".xlsx")


def _a_comparison(page, registrar):
    page.get_by_role("link", name="Data nasional").first.click()
    page.get_by_role("link", name="Cocokkan dengan unit lain").click()
    page.get_by_label("Nama unit").fill("UPTD Contoh Kota Rekaan")
    page.get_by_label("Kunci bersama").fill(fabricate.KEY.hex())
    registrar.look("national-5-units")
    page.get_by_role("button", name="Tambah").click()
    theirs = fabricate.their_list(
        fabricate.known(), fabricate.known("b2", name="Sekar Rekaan", birth_date="2010")
    )
    page.get_by_label("Tempelkan isi berkas tokennya").fill(theirs)
    page.get_by_role("button", name="Bandingkan").click()
    page.get_by_text("Token mereka tidak disimpan.").first.wait_for()
    registrar.look("national-6-suggestions")
    page.get_by_role("button", name="Anak yang sama").first.click()
    page.get_by_text("Berkas kasus tidak digabung.").first.wait_for()
    registrar.look("national-7-decided")
    page.get_by_role("button", name="Batalkan keputusan").click()
    page.get_by_text("riwayatnya tetap ada").wait_for()
