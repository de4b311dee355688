"""From a confirmed alert to an LTKM handed in, and an NGO's information, in a real browser."""

import re

import pytest
from tests.browser.test_walk import Visit
from tests.unit.fiu import invented
from tests.web.alerts import fabricate
from tests.web.filings.facts import NGO, PROVIDER

from jaga_web.alerts import actions
from jaga_web.alerts.actions import Proposal
from jaga_web.filings import actions as filings
from jaga_web.people import second_factor
from jaga_web.people.models import SecondFactor

pytestmark = [
    pytest.mark.browser, pytest.mark.oracles, pytest.mark.django_db(transaction=True)
]  # fmt: skip


@pytest.fixture
def staff(person):
    """The two people a report takes, with their telephones: name → secret."""
    from django.utils import timezone

    secrets = {}
    for role, name in (("finance_analyst", "ratna"), ("supervisor", "bagus")):
        secrets[name] = second_factor.new_secret()
        SecondFactor.objects.create(
            user=person(role, name=name), secret=secrets[name], confirmed_at=timezone.now()
        )
    return secrets


@pytest.fixture
def confirmed(tmp_path, organisation, person):
    """A suspicion that two people confirmed."""
    folder = fabricate.write(tmp_path / "run", [fabricate.alert()])
    alert = actions.take_in(run_dir=folder, organisation=organisation, by=None).alerts.get()
    maker = person("finance_analyst", name="ratna")
    for name in actions.listed_look_alikes(alert):
        actions.check_look_alike(alert=alert, look_alike=name, verdict="ruled_out", by=maker)
    proposal = Proposal(
        "confirmed", "Lima penerima tidak saling terkait.", "", True, "data nasabah"
    )
    decision = actions.propose_decision(alert=alert, proposal=proposal, by=maker)
    actions.approve(decision=decision, by=person("supervisor", name="bagus"))
    return alert


@pytest.fixture
def windows(browser, live_server, screenshots, staff):
    """Both people's windows, signed in; the second in the dark scheme."""
    opened = [Visit(browser, live_server.url, screenshots, scheme) for scheme in ("light", "dark")]
    for window, name in zip(opened, ("ratna", "bagus"), strict=True):
        window.sign_in(name, staff[name])
    yield opened
    for window in opened:
        window.context.close()


def test_an_ltkm_from_alert_to_receipt(windows, confirmed, organisation, settings, person):
    settings.JAGA_GOAML_XSD = invented.XSD
    organisation.kind = "provider"
    organisation.save()
    analyst, supervisor = windows
    page = analyst.page
    page.goto(f"{analyst.address}/alerts/{confirmed.pk}/")
    page.get_by_role("button", name="Susun LTKM").click()
    page.get_by_role("heading", name="Draf LTKM").wait_for()
    page.get_by_text("Data pemilik rekening terlapor belum ada").wait_for()
    analyst.look("filing-1-draft")
    address = page.url
    page.get_by_role("link", name="Data pelapor").or_(
        page.get_by_role("link", name="Ubah")
    ).first.click()
    for name, value in PROVIDER.items():
        page.locator(f"#f-{name}").fill(value)
    analyst.look("filing-2-sender")
    page.get_by_role("button", name="Simpan").click()
    page.goto(address)
    page.get_by_role("link", name=re.compile("^Isi")).first.click()
    analyst.look("filing-3-party")
    _paste(page, address, confirmed)
    page.get_by_text("sah menurut skema").wait_for()
    analyst.look("filing-4-valid")

    page = supervisor.page
    page.goto(address)
    page.get_by_role("button", name="Sahkan").click()
    page.get_by_text("Laporan disahkan").wait_for()
    supervisor.look("filing-5-ready")
    with page.expect_download() as download:
        page.get_by_role("button", name="Unduh XML").click()
    assert b"<report>" in download.value.path().read_bytes()
    page.get_by_label("Nomor dari PPATK").fill("PPATK-77")
    page.get_by_role("button", name="Catat penyerahan").click()
    page.get_by_text("Penyerahan tercatat.").wait_for()
    page.get_by_role("link", name="Laporan PPATK").first.click()
    page.locator(".badge", has_text="Sudah diserahkan").wait_for()
    supervisor.look("filing-6-list")


def test_an_ngo_gives_information(windows, confirmed, person):
    filings.save_sender(values=NGO, by=person("finance_analyst", name="ratna"))
    analyst, supervisor = windows
    page = analyst.page
    page.goto(f"{analyst.address}/alerts/{confirmed.pk}/")
    page.get_by_role("button", name="Susun informasi kepada PPATK").click()
    page.get_by_label("Nomor catatan persetujuan").fill("PSJ-14")
    page.get_by_role("button", name="Simpan").click()
    page.get_by_text("Rujukan persetujuan tersimpan.").wait_for()
    supervisor.page.goto(page.url)
    supervisor.page.get_by_role("button", name="Sahkan").click()
    supervisor.page.get_by_role("button", name="Unduh PDF").wait_for()
    supervisor.look("filing-7-information")


def _paste(page, address, alert):
    """Everybody's facts as CSV, through the form."""
    subject = {**vars(invented.person()), "account": alert.subject, "account_number": "9001"}
    names = [*(name for name, value in subject.items() if value), "institution_code"]
    lines = [",".join(names), ",".join(str(subject[name]) for name in names)]
    others = {p.debtor for p in alert.evidence.all()} | {p.creditor for p in alert.evidence.all()}
    for number, other in enumerate(sorted(others - {alert.subject})):
        row = {"account": other, "account_number": f"77{number}", "institution_code": "BK1"}
        lines.append(",".join(row.get(name, "") for name in names))
    page.goto(address)
    page.get_by_text("Tempel data banyak pihak").click()
    page.get_by_label("Baris CSV").fill("\n".join(lines))
    page.get_by_role("button", name="Simpan").click()
