"""Alerts become facts only through the door: rounded, and none of one to four."""

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jaga.errors import BadInput
from jaga.evidence.queries import alerts
from jaga.evidence.queries.alerts import OUTCOMES, Alert
from jaga.ledger.tables import RAILS


def many(number: int, outcome: str, *rails: str, year: int = 2026) -> list[Alert]:
    return [Alert(f"{outcome}-{n}", outcome, year, frozenset(rails)) for n in range(number)]


def values(found: list[Alert]) -> dict[str, str]:
    return {fact.id: fact.value for fact in alerts.facts(found, 2026).facts}


def test_alerts_of_the_year_are_told_by_outcome_and_rail():
    found = values(
        many(23, "suspicion", "e_wallet", "airtime")
        + many(12, "protection", "e_wallet")
        + many(50, "suspicion", "card", year=2025)
    )
    assert found["alerts-by-outcome.suspicion.2026"] == "25"
    assert found["alerts-by-rail.e-wallet.protection.2026"] == "10"
    assert not any("card" in name for name in found)


def test_small_counts_are_withheld_and_named_as_withheld():
    answer = alerts.facts(
        many(40, "suspicion", "e_wallet") + many(3, "protection", "gift_payout"), 2026
    )
    assert not any("protection" in fact.id for fact in answer.facts)
    assert any("pencairan hadiah, perlindungan" in held.measure.id for held in answer.held)


def test_the_hash_is_made_of_what_is_shown():
    """Twenty and twenty-two are both shown as 20; a hash of raw counts would tell them apart."""
    twenty, more = (alerts.facts(many(n, "suspicion", "card"), 2026) for n in (20, 22))
    assert twenty.facts == more.facts


ALERTS = st.lists(
    st.builds(
        Alert,
        id=st.uuids().map(str),
        outcome=st.sampled_from(sorted(OUTCOMES)),
        year=st.just(2026),
        rails=st.frozensets(st.sampled_from(RAILS[:3]), max_size=2),
    ),
    max_size=40,
)


@settings(deadline=None)
@given(ALERTS)
def test_no_fact_tells_of_one_to_four_alerts(found):
    told = alerts.facts(found, 2026).facts
    assert all(int(fact.value) >= 5 and int(fact.value) % 5 == 0 for fact in told)


def test_a_run_of_the_screen_is_read(tmp_path):
    """The last hour of the year in UTC is the next year in Jakarta."""
    rows = [("A-1", "2025-12-31T18:00:00Z"), ("A-2", "2026-05-01T00:00:00Z")]
    alert = {"alert_id": [r[0] for r in rows], "outcome": ["suspicion"] * 2,
             "first_fired_at": [r[1] for r in rows]}  # fmt: skip
    payments = {"alert_id": ["A-1", "A-1"], "rail": ["card", "qris"]}
    pq.write_table(pa.table(alert), tmp_path / "alerts.parquet")
    pq.write_table(pa.table(payments), tmp_path / "evidence.parquet")
    one, two = alerts.read_run(tmp_path)
    assert (one.year, one.rails, two.rails) == (2026, {"card", "qris"}, frozenset())


def test_a_folder_without_a_run_is_refused(tmp_path):
    with pytest.raises(BadInput, match="jaga screen"):
        alerts.read_run(tmp_path)
