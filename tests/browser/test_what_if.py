"""From an alert to another threshold, in a real browser: drawn, readable, and free of faults."""

import pytest
from tests.browser.test_walk import staff, visit  # noqa: F401
from tests.web.alerts import standings

from jaga_web.alerts import actions

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def queue(tmp_path, organisation):
    folder = standings.write(tmp_path / "run")
    return actions.take_in(run_dir=folder, organisation=organisation, by=None)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_from_an_alert_to_another_threshold(visit, staff, queue, scheme):  # noqa: F811
    analyst = visit("ratna", staff["ratna"], scheme=scheme)
    page = analyst.page
    alert = queue.alerts.get(score=standings.THRESHOLD + 5)
    page.goto(f"{analyst.address}/alerts/{alert.pk}/")
    page.get_by_role("link", name="Bagaimana jika?").click()
    page.get_by_text("Dengan angka sekarang:").wait_for()
    page.get_by_label("Ambang (poin)").fill(str(standings.THRESHOLD + 6))
    page.get_by_role("button", name="Lihat akibatnya").click()
    page.get_by_text("Peringatan ini tidak akan ada.").wait_for()
    page.get_by_text("0 bertambah, 1 hilang.").wait_for()
    analyst.look(f"what-if-{scheme}")
    page.get_by_role("link", name="Kembali ke angka sekarang").click()
    page.get_by_text("Dengan angka sekarang:").wait_for()
