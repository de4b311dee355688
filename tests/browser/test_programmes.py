"""A programme officer's year in a real browser: an activity, a bad file, the figures, the file.

Every name in it is invented (rekaan).
"""

import pytest
from django.utils import timezone
from tests.browser.steps import Window
from tests.web.programmes import made
from tests.web.registers import made as registers

from jaga.evidence.facts import read_facts
from jaga.programmes import activities
from jaga_web.people import second_factor
from jaga_web.people.models import SecondFactor

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def officer(browser, live_server, screenshots, person, transactional_db):
    """A programme officer's window, signed in with both factors."""
    user = person("programme_officer", name="hendra", display_name="Hendra Contoh")
    secret = second_factor.new_secret()
    SecondFactor.objects.create(user=user, secret=secret, confirmed_at=timezone.now())
    registers.application(user.organisation)
    window = Window(browser, live_server.url, screenshots)
    window.page.goto(f"{window.address}/")
    window.page.get_by_label("Nama pengguna").fill("hendra")
    window.page.get_by_label("Kata sandi").fill("kuda-laut-berenang-pagi")
    window.press("Lanjut")
    code = second_factor.code_at(secret, second_factor.step_now())
    window.page.get_by_label("Kode").fill(code)
    window.press("Masuk")
    window.page.get_by_role("link", name="Register aplikasi").wait_for()
    yield window
    window.context.close()


def test_from_an_activity_to_the_file_of_facts(officer, tmp_path):
    page = officer.page
    officer.go("/programmes/")
    page.get_by_role("link", name="Catat kegiatan").click()
    _enter(page, officer)
    _a_bad_file_is_explained(page, officer)
    officer.go("/registers/")
    page.get_by_text(registers.ROW.source).wait_for()
    officer.look("programmes-5-register")
    page.get_by_role("link", name="Angka tahun ini").click()
    page.get_by_role("heading", name="Angka tahun 2026").wait_for()
    page.get_by_role("row").filter(has_text="Kunjungan Sekolah Rekaan").first.wait_for()
    officer.look("programmes-6-year")
    with page.expect_download() as download:
        page.get_by_role("link", name="Unduh facts.csv").click()
    path = tmp_path / "facts.csv"
    download.value.save_as(path)
    told = {fact.id: fact.value for fact in read_facts(path)}
    assert told["participants.kunjungan-sekolah-rekaan.unique-persons.2026"] == "57"
    assert told["applications.2026"] == "1"


def _enter(page, officer):
    page.get_by_label("Nama kegiatan").fill("Kunjungan ke dua sekolah (rekaan)")
    page.get_by_label("Program", exact=True).fill("Kunjungan Sekolah Rekaan")
    page.get_by_label("Pilar").select_option("education")
    page.get_by_label("Mulai").fill("2026-05-04")
    page.get_by_label("Mitra").fill("Mitra Contoh; Dinas Contoh")
    page.get_by_text("Pilih provinsi").click()
    page.get_by_label("Jawa Barat").check()
    for place, (sex, number) in enumerate((("f", "40"), ("m", "17"))):
        page.locator(f"#f-counting-{place}").select_option("unique_persons")
        page.locator(f"#f-of-{place}").select_option("children")
        page.locator(f"#f-sex-{place}").select_option(sex)
        page.locator(f"#f-age-{place}").select_option("under_18")
        page.locator(f"#f-number-{place}").fill(number)
    officer.look("programmes-1-form")
    page.get_by_role("button", name="Simpan").click()
    page.get_by_text("Kegiatan dicatat.").wait_for()
    officer.look("programmes-2-kept")


def _a_bad_file_is_explained(page, officer):
    officer.go("/programmes/in/")
    good = activities.write([made.FACTS])
    bad = good.replace("1500", "1.500").replace(",17,", ",tujuh belas,")
    page.get_by_label("Isi berkas CSV").fill(bad)
    officer.press("Masukkan semua")
    page.get_by_text("Baris 2: number: tulis bilangan bulat").wait_for()
    # A refused form is a 400, which the browser notes on its console.
    assert all("400" in complaint for complaint in officer.complaints)
    officer.complaints.clear()
    officer.look("programmes-3-bad-file")
    page.get_by_label("Isi berkas CSV").fill(good)
    officer.press("Masukkan semua")
    page.get_by_text("1 kegiatan ditambahkan").wait_for()
    officer.look("programmes-4-list")
