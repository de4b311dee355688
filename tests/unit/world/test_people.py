"""The people: ages, guardians, tiers, and the ceilings of their wallets."""

from collections import defaultdict
from datetime import timedelta, timezone
from statistics import mean

from tests.unit.world.conftest import SPEC

from jaga.world import simulate
from jaga.world.places import CURRENCIES, IDR_PER_UNIT

RATE = dict(zip(CURRENCIES, IDR_PER_UNIT, strict=True))
SLACK = 1.001  # a foreign amount is cut to the ceiling before its cents are rounded


def age(account):
    return SPEC.start.year - account["birth_year"] - 1


def rupiah(row):
    return float(row["amount"]) * RATE[row["currency"]]


def test_there_are_as_many_accounts_as_asked(accounts):
    assert len(accounts) == SPEC.accounts


def test_one_holder_has_one_birth_year(accounts):
    years = defaultdict(set)
    for row in accounts.values():
        if row["holder"] and row["birth_year"]:
            years[row["holder"]].add(row["birth_year"])
    assert max(len(found) for found in years.values()) == 1


def test_ages_are_possible(accounts):
    ages = [age(row) for row in accounts.values() if row["birth_year"]]
    assert min(ages) >= 10
    assert max(ages) <= 80
    minors = mean(a < 18 for a in ages)
    assert 0.05 < minors < 0.25


def test_some_children_have_a_guardian_and_some_do_not(accounts):
    children = [r for r in accounts.values() if r["birth_year"] and age(r) < 18]
    linked = [row for row in children if row["guardian"]]
    assert 0.2 < len(linked) / len(children) < 0.8
    for row in linked:
        guardian = accounts[row["guardian"]]
        assert guardian["holder"] != row["holder"]
        assert not guardian["birth_year"] or age(guardian) >= 20


def test_only_children_have_guardians(accounts):
    assert all(age(r) < 18 for r in accounts.values() if r["guardian"] and r["birth_year"])


def test_an_unregistered_wallet_tells_nothing_of_its_holder(accounts):
    rows = [r for r in accounts.values() if r["kyc"] == "unregistered"]
    assert rows
    assert all(r["kind"] == "wallet" and r["holder_kind"] == "unknown" for r in rows)
    assert not any(r["birth_year"] or r["holder"] for r in rows)


def test_no_payment_breaks_a_balance_ceiling(rows, accounts):
    for row in rows.values():
        for side in ("debtor_account", "creditor_account"):
            account = accounts[row[side]]
            if account["kind"] == "wallet":
                most = 2e6 if account["kyc"] == "unregistered" else 20e6
                assert rupiah(row) <= most * SLACK


def test_monthly_credits_of_a_wallet_stay_under_forty_million(rows, accounts):
    jakarta, total = timezone(timedelta(hours=7)), defaultdict(float)
    for row in rows.values():
        if row["status"] == "settled" and accounts[row["creditor_account"]]["kind"] == "wallet":
            month = row["booked_at"].replace(tzinfo=timezone.utc).astimezone(jakarta).month  # noqa: UP017
            total[row["creditor_account"], month] += rupiah(row)
    assert max(total.values()) <= 40e6 * SLACK


def test_no_payment_before_an_account_was_opened(rows, accounts):
    for row in rows.values():
        day = (row["booked_at"] + timedelta(hours=7)).date()
        for side in ("debtor_account", "creditor_account"):
            assert day >= accounts[row[side]]["opened_on"]


def test_cross_border_payments_are_few_but_there(world):
    assert 0.003 < world.foreign_share < 0.05


def test_volume_is_that_of_a_busy_wallet(world):
    per_ninety_days = world.payments / world.accounts / SPEC.days * 90
    assert 30 <= per_ninety_days <= 60


def test_institutions_are_marked_as_invented(accounts):
    assert all("Contoh" in row["agent"] for row in accounts.values())


def test_prevalence_zero_gives_no_labels(tmp_path):
    from dataclasses import replace

    summary = simulate(replace(SPEC, accounts=600, days=14, prevalence=0.0), tmp_path)
    assert set(summary.positives.values()) == {0}
    assert (tmp_path / "labels.csv").read_text().count("\n") == 1
