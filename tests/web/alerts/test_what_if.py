"""“What if?”: another threshold, both ways, from counts; nobody below a threshold is kept."""

import json

import pytest
from django.urls import reverse
from tests.web.alerts import fabricate, standings
from tests.web.alerts.standings import THRESHOLD, needed, other

from jaga.screening.pack import from_content
from jaga_web.alerts import actions, what_if
from jaga_web.alerts.models import Alert
from jaga_web.audit.models import Event

COUNTED = {"threshold": THRESHOLD, "floor": 1, "points": {}, "without": {}}
pytestmark = pytest.mark.django_db


@pytest.fixture
def take(tmp_path, organisation):
    """take(**changes): the run taken in, and the alert that has 5 points to spare."""

    def make(**changes):
        run = actions.take_in(
            run_dir=standings.write(tmp_path / "run", **changes), organisation=organisation, by=None
        )
        return run.alerts.get(score=THRESHOLD + 5)

    return make


@pytest.fixture
def alert(take):
    return take()


def _ask(alert, threshold="", without=""):
    found = what_if.known(alert)
    assert found is not None
    return what_if.content(alert, found, what_if.asked(found, str(threshold), without))


def _counts(told):
    counts = told["counts"]
    return counts.now, counts.then, counts.gained, counts.lost


def test_today_nothing_changes(alert):
    told = _ask(alert)
    assert _counts(told) == (2, 2, 0, 0)
    assert told["is_now"]
    assert (told["then"].points, told["then"].first_at) == (THRESHOLD + 5, alert.first_fired_at)


def test_a_lower_threshold_gains_whoever_came_near_and_fires_earlier(alert):
    told = _ask(alert, THRESHOLD - 10)
    assert _counts(told) == (2, 4, 2, 0)
    assert told["then"].fires
    assert told["then"].first_at < alert.first_fired_at
    assert told["then"].payments < told["now"].payments


def test_a_higher_threshold_loses_this_alert(alert):
    assert _counts(_ask(alert, THRESHOLD + 5)) == (2, 2, 0, 0)
    told = _ask(alert, THRESHOLD + 6)
    assert _counts(told) == (2, 1, 0, 1)
    assert not told["then"].fires
    assert told["then"].points == THRESHOLD + 5


def test_without_the_only_other_family_nothing_stands(alert):
    told = _ask(alert, THRESHOLD - 10, other())
    assert _counts(told) == (2, 0, 0, 2)
    assert told["then"].points is None
    assert any(row["left_out"] for row in told["answers"])


@pytest.mark.parametrize("threshold", ["0", "-1", "1e3", "x", "99999", "１２"])
def test_what_cannot_be_told_is_said_and_answered_for_today(alert, threshold):
    told = _ask(alert, threshold)
    assert told["asked"].wrong
    assert told["is_now"]


def test_what_the_typology_needs_cannot_be_left_out(alert):
    assert _ask(alert, "", needed())["asked"].without == ""
    assert needed() not in dict(_ask(alert)["choices"])


def test_payments_at_first_firing_are_those_booked_by_then(alert):
    now = _ask(alert)["now"]
    booked = [payment.booked_at for payment in alert.evidence.all()]
    assert now.payments == sum(at <= alert.first_fired_at for at in booked) > 0
    assert now.payments < len(booked)


def test_nothing_is_kept_of_accounts_that_did_not_alert(alert):
    near = {one.subject for one in standings.found() if one.points < THRESHOLD}
    assert near
    kept = json.dumps([alert.run.manifest, *Alert.objects.values_list("climb", flat=True)])
    assert not any(subject in kept for subject in near)
    assert Alert.objects.count() == 2


def test_the_pack_on_the_page_is_one_that_is_read(alert):
    import tomllib

    text = _ask(alert, THRESHOLD - 10, other())["pack_text"]
    pack = from_content(tomllib.loads(text))
    changed = pack.typologies[alert.typology]
    assert changed.threshold == THRESHOLD - 10
    assert other() not in {term.indicator for term in changed.terms}


@pytest.mark.parametrize(
    "changes",
    [
        {"config_sha256": "of other rules"},
        {"standings": {}},
        {"standings": "x"},
        {"standings": {"typologies": {standings.NAME: {**COUNTED, "threshold": 0, "floor": 0}}}},
        {"standings": {"typologies": {standings.NAME: {**COUNTED, "points": {"x": 1}}}}},
        {"parameters": {"content": {"typologies": {"nobody": {}}}}},
        {"parameters": None},
    ],
)
def test_a_run_of_other_rules_or_too_little_is_not_guessed_at(take, signed_in, changes):
    alert = take(**changes)
    client = signed_in("finance_analyst")
    answered = client.get(reverse("alerts:what_if", args=[alert.pk]))
    assert answered.status_code == 200
    assert "tidak menyertakan kedudukan" in answered.content.decode()
    assert client.get(reverse("alerts:what_if_chart", args=[alert.pk])).status_code == 404


def test_an_alert_that_our_rules_would_date_otherwise_is_not_replayed(alert):
    alert.climb = alert.climb[:-1]
    assert what_if.known(alert) is None


def test_the_page_shows_counts_fate_and_chart_and_notes_the_read(alert, signed_in, person):
    analyst = person("finance_analyst")
    client = signed_in("finance_analyst")
    address = reverse("alerts:what_if", args=[alert.pk])
    text = client.get(address, {"threshold": THRESHOLD - 10}).content.decode()
    assert "2 bertambah, 0 hilang" in text
    assert "Peringatan ini tetap ada" in text
    assert f"what-if.svg?threshold={THRESHOLD - 10}" in text
    assert Event.objects.filter(actor_id=analyst.pk, subject=f"alert:{alert.pk}").exists()
    drawn = client.get(reverse("alerts:what_if_chart", args=[alert.pk]), {"threshold": "50"})
    assert drawn["Content-Type"] == "image/svg+xml"
    assert b"<script" not in drawn.content


def test_the_alert_page_shows_the_threshold_of_its_own_run(take, signed_in):
    pack = from_content({"typologies": {standings.NAME: {"threshold": THRESHOLD - 7}}})
    alert = take(parameters=pack.told())
    page = signed_in("finance_analyst").get(reverse("alerts:page", args=[alert.pk]))
    assert f"ambang {THRESHOLD - 7})" in page.content.decode()


def test_another_organisation_sees_nothing(alert, signed_in, other_organisation):
    client = signed_in("finance_analyst", organisation=other_organisation)
    for name in ("alerts:what_if", "alerts:what_if_chart"):
        assert client.get(reverse(name, args=[alert.pk])).status_code == 404


def test_a_run_without_standings_is_taken_in_as_before(taken_in):
    alert = taken_in([fabricate.alert()]).alerts.get()
    assert alert.climb == []
    assert what_if.known(alert) is None


@pytest.mark.parametrize("climb", ['[["x", "a", 1]]', "[[1, 2, 3]]", "[[1]]", "{", "7"])
def test_damaged_standings_are_refused(tmp_path, organisation, climb):
    import pyarrow as pa
    import pyarrow.parquet as pq

    from jaga.errors import BadInput

    folder = standings.write(tmp_path / "run")
    rows = pq.read_table(folder / "standings.parquet").to_pylist()
    bad = [{**row, "climb": climb} for row in rows]
    pq.write_table(pa.Table.from_pylist(bad), folder / "standings.parquet")
    with pytest.raises(BadInput) as caught:
        actions.take_in(run_dir=folder, organisation=organisation, by=None)
    assert "standings.parquet" in caught.value.text.en
