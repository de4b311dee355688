"""A child agrees, a partner is asked, accepts and finishes; then another child takes it back."""

import pytest
from django.contrib.auth.hashers import make_password
from django.utils import timezone
from tests.browser import steps
from tests.web.conftest import PASSWORD
from tests.web.referrals import made

from jaga_web.people import second_factor
from jaga_web.people.models import SecondFactor
from jaga_web.referrals.models import Referral

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


class Window(steps.Window):
    """A window of somebody whose first page may be any."""

    def sign_in(self, name, secret):
        self.page.goto(f"{self.address}/")
        self.page.get_by_label("Nama pengguna").fill(name)
        self.page.get_by_label("Kata sandi").fill(PASSWORD)
        self.page.get_by_role("button", name="Lanjut").click()
        self.page.get_by_label("Kode").fill(second_factor.code_at(secret, second_factor.step_now()))
        self.page.get_by_role("button", name="Masuk").click()
        self.page.get_by_role("button", name="Keluar").wait_for()


@pytest.fixture
def partner(organisation):
    return made.partner_of(organisation)


@pytest.fixture
def windows(browser, live_server, screenshots, organisation, partner):
    """The caseworker's, the supervisor's (dark) and the partner's window."""
    opened = []
    for role, name, home, scheme in (
        ("caseworker", "sri", organisation, "light"),
        ("supervisor", "bagus", organisation, "dark"),
        ("partner_officer", "putri", partner, "light"),
    ):
        user = made.somebody(home, role, name)
        user.password = make_password(PASSWORD)
        user.save()
        secret = second_factor.new_secret()
        SecondFactor.objects.create(user=user, secret=secret, confirmed_at=timezone.now())
        window = Window(browser, live_server.url, screenshots, scheme)
        opened.append(window)
        window.sign_in(name, secret)
        window.user = user
    yield opened
    for window in opened:
        window.context.close()


def test_from_a_childs_yes_to_done(windows, organisation, partner):
    sri, bagus, putri = windows
    made.agreement_between(organisation, partner)
    case = made.case_of(organisation, sri.user)
    steps.record_consent(sri, case, partner)
    address = sri.page.url
    bagus.page.goto(address)
    bagus.look("referral-3-consent-to-confirm")
    bagus.press("Sahkan dasar hukumnya")
    bagus.page.get_by_text("berlaku", exact=True).wait_for()
    sri.page.goto(address)
    steps.send(sri)
    putri.go("/referrals/received/")
    putri.look("referral-7-received")
    putri.page.get_by_role("link", name="RJK-").first.click()
    putri.page.get_by_text(made.NOTE).wait_for()
    putri.look("referral-8-partner")
    putri.page.get_by_label("Catatan bagi pengirim").fill("Bisa mulai Selasa (UJI).")
    putri.press("Terima")
    putri.page.get_by_text("Jawaban terkirim").wait_for()
    putri.press("Mulai layanan")
    putri.page.get_by_role("button", name="Selesai").wait_for()
    putri.look("referral-9-in-service")
    putri.press("Selesai")
    putri.page.get_by_text("Tidak ada rujukan yang menunggu.").wait_for()
    sri.go(f"/referrals/{Referral.objects.get().pk}/")
    sri.page.get_by_text("Bisa mulai Selasa (UJI).").wait_for()
    sri.look("referral-10-done")


def test_a_partner_window_closes_when_the_child_takes_it_back(windows, organisation, partner):
    sri, bagus, putri = windows
    made.agreement_between(organisation, partner)
    case = made.case_of(organisation, sri.user)
    consent = made.consent_of(case, partner)
    referral = made.actions.draft(consent=consent, request=made.request(), by=sri.user)
    made.actions.send(referral=referral, by=sri.user)
    putri.go(f"/referrals/received/{referral.pk}/")
    putri.page.get_by_text(made.NOTE).wait_for()
    sri.go(f"/referrals/consents/{consent.pk}/")
    sri.press("Tarik kembali")
    sri.page.get_by_text("dilepas saat ditarik kembali").wait_for()
    sri.look("referral-11-withdrawn")
    answer = putri.page.reload()
    assert answer.status == 404
    sri.go("/referrals/")
    sri.page.get_by_text("Persetujuan ditarik kembali").first.wait_for()
    sri.look("referral-12-list")
    for path, name in (
        ("/referrals/agreements/", "13-agreements"),
        ("/referrals/agreements/new/", "14-agreement-new"),
        ("/referrals/questions/", "15-questions"),
        (f"/referrals/abroad/of-case/{case.pk}/", "16-abroad"),
        (f"/cases/{case.pk}/", "17-case"),
    ):
        bagus.go(path)
        bagus.look(f"referral-{name}")
