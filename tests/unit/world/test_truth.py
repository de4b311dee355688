"""Ground truth: how many, who, and that each label points at a payment that is there."""

import gzip
from collections import defaultdict
from dataclasses import replace

import pytest
from tests.unit.world.conftest import SPEC, table

from jaga.lookalikes import LOOK_ALIKES as KNOWN
from jaga.world import WorldSpec, simulate
from jaga.world.lookalikes import LOOK_ALIKES
from jaga.world.typologies import SCHEMES

LOOK_ALIKE_NAMES = {name for name, known in KNOWN.items() if not known.of_lists}
ROLES = {
    "payer_many_receivers": "payer",
    "prolific_small_payer": "payer",
    "receiver_fan_in_cash_out": "receiver",
    "facilitator_gather_split": "facilitator",
    "child_extortion_burst": "child_at_risk",
    "child_receiving": "child_at_risk",
    "child_turned_collector": "child_at_risk",
    "payer_virtual_asset": "payer",
    "receiver_paid_group": "receiver",
    "receiver_airtime_gifts": "receiver",
    "travelling_payer": "payer",
    "organiser_spend": "facilitator",
    "young_extortion_receiver": "receiver",
}
YOUNG = {"child_extortion_burst", "child_turned_collector"}


def subjects(folder):
    return {(row["account"], row["typology"]) for row in table(folder / "labels.csv").to_pylist()}


def test_the_typologies_carry_their_roles(labels):
    assert {scheme.id: scheme.role for scheme in SCHEMES} == ROLES
    assert {(row["typology"], row["role"]) for row in labels} == set(ROLES.items())


def test_prevalence_holds(labels):
    assert len({row["account"] for row in labels}) == round(SPEC.accounts * SPEC.prevalence)


def test_an_account_is_the_subject_of_one_typology(labels):
    assert len({(r["account"], r["typology"]) for r in labels}) == len(
        {r["account"] for r in labels}
    )


def test_every_label_points_at_a_payment_of_its_account(labels, rows):
    for label in labels:
        row = rows[label["payment_key"]]
        assert label["account"] in (row["debtor_account"], row["creditor_account"])
        assert row["status"] == "settled"


def test_the_first_payment_is_the_earliest_label(labels, rows):
    by_account = defaultdict(list)
    for label in labels:
        by_account[label["account"]].append(label)
    for own in by_account.values():
        first = {label["first_payment_key"] for label in own}
        assert len(first) == 1
        earliest = min(rows[label["payment_key"]]["booked_at"] for label in own)
        assert rows[first.pop()]["booked_at"] == earliest


def test_no_label_is_given_twice(labels):
    assert len({(r["account"], r["payment_key"]) for r in labels}) == len(labels)


def test_children_at_risk_have_the_right_age(labels, accounts):
    for row in labels:
        born = accounts[row["account"]]["birth_year"]
        if row["role"] == "child_at_risk" and born:
            age = SPEC.start.year - born - 1
            low, high = (13, 22) if row["typology"] in YOUNG else (10, 17)
            assert low <= age <= high


@pytest.mark.parametrize("ratio", [10, 20, 50])
def test_look_alikes_hold_their_ratio_and_are_spread_evenly(tmp_path, ratio):
    spec = WorldSpec(accounts=4000, days=14, seed=5, look_alike_ratio=ratio)
    summary = simulate(spec, tmp_path)
    assert sum(summary.look_alikes.values()) == 20 * ratio
    assert set(summary.look_alikes) == LOOK_ALIKE_NAMES
    assert max(summary.look_alikes.values()) - min(summary.look_alikes.values()) <= 1


def test_truth_says_of_each_subject_what_lies_outside_the_published_ranges(world, labels):
    rows = table(world.out / "truth.csv").to_pylist()
    named = {(row["account"], row["typology"]) for row in labels}
    assert {(row["account"], row["typology"]) for row in rows} <= named
    assert len(rows) >= 0.9 * len(named)
    assert {row["inside_published_ranges"] for row in rows} == {0, 1}
    schemes = {scheme.id: scheme for scheme in SCHEMES}
    for row in rows:
        outside = row["outside"].split("+") if row["outside"] else []
        assert (row["inside_published_ranges"] == 1) == (outside == [])
        assert all(schemes[row["typology"]].parameters.of(name).published for name in outside)


def test_only_children_at_risk_are_minors(labels, accounts):
    for row in labels:
        born = accounts[row["account"]]["birth_year"]
        if row["role"] != "child_at_risk" and born:
            assert SPEC.start.year - born - 1 >= 18 - 1


def test_look_alikes_are_never_subjects(world, labels):
    playing = [row["account"] for row in table(world.out / "lookalikes.csv").to_pylist()]
    assert len(set(playing)) == len(playing)
    assert not set(playing) & {row["account"] for row in labels}


def test_look_alikes_are_active(world, payments):
    seen = set(payments["debtor_account"].to_pylist()) | set(
        payments["creditor_account"].to_pylist()
    )
    playing = {row["account"] for row in table(world.out / "lookalikes.csv").to_pylist()}
    assert len(playing - seen) <= len(playing) * 0.01


def test_subjects_live_ordinary_lives_too(labels, rows):
    illicit = {row["payment_key"] for row in labels}
    own = {row["account"] for row in labels}
    ordinary = set()
    for key, row in rows.items():
        if key not in illicit:
            ordinary |= {row["debtor_account"], row["creditor_account"]} & own
    assert len(ordinary) > 0.7 * len(own)


def lines(folder):
    with gzip.open(folder / "payments.csv.gz", "rt") as file:
        return set(file.read().splitlines())


SHIFTED = WorldSpec(accounts=2000, days=30, seed=11, look_alike_ratio=0)


@pytest.fixture(scope="module")
def unshifted(tmp_path_factory):
    """The lines of a calm world, and the lines and subjects of one with harm."""
    folder = tmp_path_factory.mktemp("unshifted")
    simulate(replace(SHIFTED, prevalence=0.0), folder / "calm")
    simulate(SHIFTED, folder / "plain")
    return lines(folder / "calm"), lines(folder / "plain"), subjects(folder / "plain")


@pytest.mark.parametrize("shift", ["doubled", "halved", "shifted"])
def test_a_shift_changes_injected_payments_only(tmp_path, unshifted, shift):
    calm, plain, harmed = unshifted
    simulate(replace(SHIFTED, shift=shift), tmp_path)
    moved = lines(tmp_path)
    assert calm < plain
    assert calm < moved
    assert plain != moved
    assert {account for account, _ in harmed} == {account for account, _ in subjects(tmp_path)}


def test_doubling_raises_what_is_injected(tmp_path):
    spec = WorldSpec(accounts=1500, days=60, seed=2, prevalence=0.02, look_alike_ratio=0)
    volume = {}
    for shift in ("halved", "none", "doubled"):
        simulate(replace(spec, shift=shift), tmp_path / shift)
        volume[shift] = len(table(tmp_path / shift / "labels.csv"))
    assert volume["halved"] < volume["none"] < volume["doubled"]


def test_look_alikes_do_not_change_ordinary_life(tmp_path):
    spec = WorldSpec(accounts=1500, days=20, seed=9)
    simulate(replace(spec, prevalence=0.0), tmp_path / "calm")
    simulate(spec, tmp_path / "full")
    assert lines(tmp_path / "calm") <= lines(tmp_path / "full")


@pytest.mark.parametrize("pattern", [*SCHEMES, *LOOK_ALIKES], ids=lambda p: getattr(p, "name", ""))
def test_every_parameter_has_a_unit_and_a_reason(pattern):
    assert len(pattern.parameters) >= 2
    for parameter in pattern.parameters:
        assert parameter.unit
        assert parameter.why
        assert parameter.low <= parameter.high
