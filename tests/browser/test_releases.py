"""Two people release a table in a real browser, and the next one is refused. All is invented."""

import pytest
from django.utils import timezone
from tests.browser.test_walk import Visit
from tests.web.releases import made

from jaga_web.people import second_factor
from jaga_web.people.models import SecondFactor

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

NOTE = "Dua wilayah tertukar, angka yang benar menyusul (rekaan)."
PROVINCES = ("11", "31", "32", "33", "35", "51", "73", "94")
COUNTS = (3, 70, 120, 95, 260, 12, 40, 0)


@pytest.fixture
def window(browser, live_server, screenshots, person, transactional_db):
    """window(role, name): somebody's own window, signed in with both factors."""
    opened = []

    def make(role, name):
        user = person(role, name=name, display_name=f"{name.title()} Rekaan")
        secret = second_factor.new_secret()
        SecondFactor.objects.create(user=user, secret=secret, confirmed_at=timezone.now())
        one = Visit(browser, live_server.url, screenshots)
        one.sign_in(name, secret)
        opened.append(one)
        return one

    yield make
    for one in opened:
        one.context.close()


def paste(visit, counts, title):
    page = visit.page
    page.get_by_role("link", name="Angka", exact=True).click()
    page.get_by_role("link", name="Terbitan angka").click()
    page.get_by_role("link", name="Usulkan terbitan").click()
    page.get_by_text("Tempelkan hitungan dari tempat lain").click()
    for name, value in {**made.PASTED, "title_id": title}.items():
        if name not in ("kind", "counts"):
            page.locator(f"#{name}").fill(value)
    page.locator("#counts").fill(counts)


def test_two_people_release_a_table_and_the_next_is_refused(window):
    gita, jati = window("researcher", "gita"), window("data_protection_officer", "jati")
    lines = "".join(f"{code},{n}\n" for code, n in zip(PROVINCES, COUNTS, strict=True))
    paste(gita, f"province,count\n{lines}", "Anak rekaan menurut provinsi")
    gita.look("releases-1-propose")
    gita.page.get_by_role("button", name="Usulkan").last.click()
    gita.page.get_by_role("heading", name="Jawaban pemeriksaan").wait_for()
    address = gita.page.url
    assert not gita.page.get_by_role("button", name="Sahkan dan terbitkan").count()
    jati.page.goto(address)
    jati.page.get_by_text("Aman: tidak ada yang dapat dihitung").wait_for()
    jati.look("releases-2-proposal")
    jati.page.get_by_role("button", name="Sahkan dan terbitkan").click()
    jati.page.get_by_text("Terbit dan tercatat").wait_for()
    jati.look("releases-3-published")
    with jati.page.expect_download() as download:
        jati.page.get_by_role("link", name="XLSX").click()
    assert download.value.suggested_filename == "jaga-terbitan-0001.xlsx"
    _a_second_one(gita, jati, lines)
    _taken_back(jati)


def _a_second_one(gita, jati, lines):
    """Two more children in one province: the second person sees why it cannot be."""
    paste(gita, f"province,count\n{lines}".replace("32,120", "32,122"), "Sebulan kemudian (rekaan)")
    gita.page.get_by_role("button", name="Usulkan").last.click()
    gita.page.get_by_text("Tidak aman:").wait_for()
    jati.page.goto(gita.page.url)
    jati.page.get_by_text("Tanpa pengecualian.").first.wait_for()
    jati.look("releases-4-refused")
    assert not jati.page.get_by_role("button", name="Sahkan dan terbitkan").count()
    jati.page.get_by_label("Alasan mengembalikan").fill(made.REASON)
    jati.page.get_by_role("button", name="Kembalikan").click()
    jati.page.get_by_text("Usulan dikembalikan.").wait_for()


def _taken_back(jati):
    jati.page.get_by_role("link", name="Terbitan angka").first.click()
    jati.look("releases-5-list")
    jati.page.get_by_role("link", name="Anak rekaan menurut provinsi").last.click()
    jati.page.get_by_text("Tarik terbitan ini").click()
    jati.page.get_by_label("Catatan untuk pembaca").fill(NOTE)
    jati.page.get_by_role("button", name="Tarik", exact=True).click()
    jati.page.get_by_text("Terbitan ini ditarik.").wait_for()
    jati.look("releases-6-withdrawn")
