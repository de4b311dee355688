"""The shapes of injected patterns as a provider's ledger shows them."""

from collections import defaultdict
from datetime import timedelta
from statistics import median

import pytest
from tests.unit.world.conftest import table

from jaga.world import WorldSpec, simulate

SPEC = WorldSpec(accounts=4000, days=90, seed=31, prevalence=0.02, look_alike_ratio=0)


@pytest.fixture(scope="module")
def country(tmp_path_factory):
    """Labelled payments by typology and account, in order of time; and accounts."""
    out = tmp_path_factory.mktemp("shapes")
    simulate(SPEC, out)
    rows = {}
    for row in table(out / "payments.csv.gz").to_pylist():
        row["mcc"] = int(row["merchant_category"] or 0)
        rows[f"{row['debtor_agent']}/{row['payment_id']}"] = row
    found = defaultdict(lambda: defaultdict(list))
    for label in table(out / "labels.csv").to_pylist():
        found[label["typology"]][label["account"]].append(rows[label["payment_key"]])
    for accounts in found.values():
        for own in accounts.values():
            own.sort(key=lambda row: row["booked_at"])
    accounts = {row["account"]: row for row in table(out / "accounts.csv").to_pylist()}
    return found, accounts


def sides(account, rows):
    came = [row for row in rows if row["creditor_account"] == account]
    return came, [row for row in rows if row["debtor_account"] == account]


def test_a_child_pays_before_the_account_collects(country):
    subjects = country[0]["child_turned_collector"]
    assert subjects
    for account, rows in subjects.items():
        came, went = sides(account, rows)
        assert went[0]["booked_at"] < came[0]["booked_at"]
        assert len({row["debtor_account"] for row in came}) >= 2


def test_virtual_assets_are_bought_and_sent_on_soon_after(country):
    for rows in country[0]["payer_virtual_asset"].values():
        bought = [r["booked_at"] for r in rows if r["mcc"] == 6051]
        sent = [r for r in rows if r["rail"] == "virtual_asset" and r["mcc"] == 0]
        assert bought
        assert len({row["creditor_account"] for row in sent}) <= 5
        for row in sent:
            assert any(timedelta(0) < row["booked_at"] - at < timedelta(hours=16) for at in bought)


def test_a_paid_group_has_one_price_and_many_payers(country):
    near = []
    for account, rows in country[0]["receiver_paid_group"].items():
        came = [r for r in sides(account, rows)[0] if r["currency"] == "IDR"]
        price = median(float(row["amount"]) for row in came)
        near.append(sum(abs(float(r["amount"]) / price - 1) <= 0.02 for r in came) / len(came))
        assert len({row["debtor_account"] for row in came}) >= 4
    assert median(near) >= 0.8


def test_a_traveller_pays_persons_whose_home_is_the_place_of_the_cash(country):
    found, accounts = country
    together = 0
    for account, rows in found["travelling_payer"].items():
        _, went = sides(account, rows)
        cash = {row["place"] for row in went if row["mcc"] == 6011} - {None}
        homes = {accounts[r["creditor_account"]]["place"] for r in went if r["mcc"] == 0}
        together += bool(cash & homes)
    assert together >= 0.9 * len(found["travelling_payer"])


def test_an_organiser_spends_on_lodging_rides_and_advertisements(country):
    for account, rows in country[0]["organiser_spend"].items():
        came, went = sides(account, rows)
        assert came
        assert {4121} <= {row["mcc"] for row in went}
        assert {7311, 7273} & {row["mcc"] for row in went}


def test_money_of_the_young_leaves_for_abroad_or_virtual_assets(country):
    found, accounts = country
    ages = []
    for account, rows in found["young_extortion_receiver"].items():
        came, went = sides(account, rows)
        assert {row["rail"] for row in went} <= {"remittance", "virtual_asset"}
        born = [accounts[row["debtor_account"]]["birth_year"] for row in came]
        ages += [SPEC.start.year - year for year in born if year]
    assert median(ages) <= 25


def test_no_receiver_organiser_or_payer_is_a_minor(country):
    found, accounts = country
    for typology, subjects in found.items():
        if typology.startswith("child_"):
            continue
        born = [accounts[account]["birth_year"] for account in subjects]
        assert all(SPEC.start.year - year >= 18 for year in born if year)
