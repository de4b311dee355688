"""Traces beside injected patterns: there for a part of the subjects, and in ordinary life too."""

from collections import defaultdict

import pytest
from tests.unit.world.conftest import table

from jaga.world import WorldSpec, simulate

VOUCHERS = {"airtime", "prepaid", "game_topup"}
COMPANIONS = {4816, 5734, 5817}


@pytest.fixture(scope="module")
def harmed(tmp_path_factory):
    """A world with many subjects and few look-alikes."""
    out = tmp_path_factory.mktemp("traces")
    simulate(WorldSpec(accounts=4000, days=90, seed=12, prevalence=0.02, look_alike_ratio=2), out)
    payments = table(out / "payments.csv.gz").to_pylist()
    for row in payments:
        row["mcc"] = int(row["merchant_category"] or 0)
    accounts = {row["account"]: row for row in table(out / "accounts.csv").to_pylist()}
    subjects = defaultdict(set)
    for row in table(out / "labels.csv").to_pylist():
        subjects[row["typology"]].add(row["account"])
    return payments, accounts, subjects


def payers(payments, condition):
    return {row["debtor_account"] for row in payments if condition(row)}


def both(found, subjects):
    """Some of the subjects, not all of them, and somebody else too."""
    return 0 < len(found & subjects) < len(subjects) and bool(found - subjects)


def test_refused_payments_are_tried_again_by_subjects_and_by_others(harmed):
    payments, _, subjects = harmed
    refused = defaultdict(list)
    for row in payments:
        if row["status"] == "rejected":
            refused[row["debtor_account"], row["creditor_account"]].append(row)
    again = {
        row["debtor_account"]
        for row in payments
        for before in refused.get((row["debtor_account"], row["creditor_account"]), ())
        if row["rail"] != before["rail"]
        and 0 < (row["booked_at"] - before["booked_at"]).total_seconds() <= 3600
    }
    assert both(again, subjects["payer_many_receivers"] | subjects["prolific_small_payer"])


def test_companion_purchases_are_made_by_subjects_and_by_others(harmed):
    payments, _, subjects = harmed
    buyers = payers(payments, lambda row: row["mcc"] in COMPANIONS)
    assert both(buyers, subjects["payer_many_receivers"] | subjects["payer_virtual_asset"])


def test_vouchers_for_a_person_are_bought_by_subjects_and_by_families(harmed):
    payments, accounts, subjects = harmed
    buyers = payers(
        payments,
        lambda row: (
            row["rail"] in VOUCHERS and accounts[row["creditor_account"]]["holder_kind"] == "person"
        ),
    )
    assert both(buyers, subjects["payer_many_receivers"] | subjects["prolific_small_payer"])


def test_several_holders_use_one_telephone_in_families_and_rings(harmed):
    payments, accounts, subjects = harmed
    holders = defaultdict(set)
    for row in payments:
        if row["phone"]:
            holders[row["phone"]].add(accounts[row["debtor_account"]]["holder"] or "?")
    shared = {phone for phone, found in holders.items() if len(found - {"?"}) >= 2}
    assert 0.01 < len(shared) / len(holders) < 0.1
    rings = set().union(*(subjects[name] for name in (
        "facilitator_gather_split", "receiver_fan_in_cash_out", "young_extortion_receiver"
    )))  # fmt: skip
    of_rings = {row["phone"] for row in payments if row["debtor_account"] in rings} - {None}
    assert shared & of_rings
    assert shared - of_rings


def test_a_traveller_leaves_a_place_that_is_not_home(harmed):
    payments, accounts, subjects = harmed
    away = payers(
        payments,
        lambda row: row["place"] and row["place"] != accounts[row["debtor_account"]]["place"],
    )
    assert len(away & subjects["travelling_payer"]) >= 0.8 * len(subjects["travelling_payer"])


def test_top_ups_for_a_receiver_come_from_several_people(harmed):
    payments, _, subjects = harmed
    givers = defaultdict(set)
    for row in payments:
        if row["rail"] in VOUCHERS:
            givers[row["creditor_account"]].add(row["debtor_account"])
    assert all(len(givers[account]) >= 2 for account in subjects["receiver_airtime_gifts"])
