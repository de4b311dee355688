"""A sum of money tells of five cases or more, today's less yesterday's included."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jaga.casework import sums

# A busy machine is no fault of the code.
CALM = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
MILLION = 1_000_000
AMOUNTS = st.lists(st.tuples(st.integers(1, 12), st.integers(1, 90 * MILLION)), max_size=40)


@pytest.mark.parametrize(
    ("amounts", "expected"),
    [
        ([], 0),
        ([10] * 4, None),
        ([10] * 5, 50 * MILLION),
        # One case holds more than half.
        ([10, 10, 10, 10, 41], None),
        ([10, 10, 10, 10, 40], 80 * MILLION),
        # The sixth waits for four more.
        ([10] * 6, 50 * MILLION),
        ([10] * 10, 100 * MILLION),
        # A large one is told once the others outweigh it.
        ([10, 10, 10, 10, 50, 10], 100 * MILLION),
    ],
)
def test_worked_sums(amounts, expected):
    assert sums.told([(case, amount * MILLION) for case, amount in enumerate(amounts)]) == expected


def test_five_payments_to_one_case_are_one_case():
    assert sums.told([("one", MILLION)] * 9) is None


def test_sums_are_rounded_to_a_million():
    assert sums.told(list(enumerate([1_300_000] * 5))) == 7 * MILLION


@CALM
@given(AMOUNTS, AMOUNTS)
def test_a_later_sum_differs_by_whole_batches(earlier, later):
    before, after = list(sums.batches(earlier)), list(sums.batches(earlier + later))
    assert after[: len(before)] == before


@CALM
@given(AMOUNTS)
def test_each_batch_holds_five_cases_and_nobody_stands_out(amounts):
    rest = list(amounts)
    for total in sums.batches(amounts):
        batch = []
        while sum(amount for _case, amount in batch) < total:
            batch.append(rest.pop(0))
        cases = {case: sum(some for one, some in batch if one == case) for case, _some in batch}
        assert len(cases) >= 5
        assert 2 * max(cases.values()) <= total
