"""A child's case from its opening to its closure in a real browser, by the right people."""

import re

import pytest
from playwright.sync_api import expect
from tests.browser import steps

from jaga_web.cases import answers
from jaga_web.cases.models import Case
from jaga_web.people import second_factor
from jaga_web.people.models import SecondFactor

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

STAFF = (("caseworker", "sri"), ("supervisor", "bagus"))


@pytest.fixture
def windows(browser, live_server, screenshots, person):
    """The caseworker's window and the supervisor's, the second in the dark scheme."""
    from django.utils import timezone

    opened = []
    for (role, name), scheme in zip(STAFF, ("light", "dark"), strict=True):
        secret = second_factor.new_secret()
        user = person(role, name=name, display_name=f"{name.title()} Rekaan")
        SecondFactor.objects.create(user=user, secret=secret, confirmed_at=timezone.now())
        window = steps.Window(browser, live_server.url, screenshots, scheme)
        window.sign_in(name, secret)
        opened.append(window)
    yield opened
    for window in opened:
        window.context.close()


def test_a_case_from_opening_to_closure(windows):
    sri, bagus = windows
    address = _open(sri)
    steps.register(sri, address)
    steps.assess(sri)
    steps.make_plan(sri)
    steps.approve(bagus, address, "Rencana menunggu pengesahan", "case-6-approve-plan")
    _carry_out(sri, address)
    _settle(sri)
    steps.ask_closure(sri)
    steps.approve(bagus, address, "Penutupan menunggu pengesahan", "case-9-approve-closure")
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


def _carry_out(sri, address):
    page = sri.page
    page.goto(address)
    sri.to_the_step("Mulai pelaksanaan")
    page.get_by_role("link", name=re.compile("^Ubah keadaan ?: Layanan psikososial")).click()
    steps.pick(page, "Keadaan", "Berjalan")
    sri.save()
    sri.to_the_step("Mulai tindak lanjut")
    page.get_by_role("link", name="Catat tindak lanjut", exact=True).click()
    page.get_by_label(re.compile("^Tanggal")).fill(steps.in_days(0))
    steps.pick(page, "Cara", "Telepon")
    steps.pick(page, "Keadaan anak", "Membaik")
    page.get_by_label(re.compile("^Tinjauan berikutnya")).fill(steps.in_days(60))
    sri.look("case-7-follow-up")
    sri.save()


def _settle(sri):
    page = sri.page
    page.get_by_role("link", name=re.compile("^Ubah keadaan ?: Layanan psikososial")).click()
    steps.pick(page, "Keadaan", "Selesai")
    sri.save()


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
