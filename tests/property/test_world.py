"""Whatever the spec, the drawing helpers and small worlds keep their promises."""

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jaga.errors import JagaError
from jaga.world import SHIFTS, WorldSpec, simulate
from jaga.world.casting import shares
from jaga.world.draw import repeat
from jaga.world.lookalikes import LOOK_ALIKES
from jaga.world.randomness import scramble, stream


@given(st.integers(0, 100_000), st.integers(1, 30))
def test_shares_add_up_and_differ_by_one_at_most(total, names):
    split = shares(total, tuple(str(n) for n in range(names)))
    assert sum(split.values()) == total
    assert max(split.values()) - min(split.values()) <= 1


@given(st.lists(st.integers(0, 9), max_size=30))
def test_repeat_counts_from_zero_for_each_subject(counts):
    subject, nth = repeat(np.array(counts, dtype=np.int64))
    expected = [(s, n) for s, count in enumerate(counts) for n in range(count)]
    assert list(zip(subject.tolist(), nth.tolist(), strict=True)) == expected


@given(st.sets(st.integers(0, 2**64 - 1), max_size=200))
def test_scrambled_numbers_never_collide(numbers):
    assert len(set(scramble(np.array(sorted(numbers), dtype=np.uint64)).tolist())) == len(numbers)


@given(st.integers(0, 2**40), st.text(max_size=20))
def test_a_stream_depends_on_its_seed_and_name_alone(seed, name):
    once = stream(seed, name).random(4).tolist()
    stream(seed, name + "x").random(100)
    assert stream(seed, name).random(4).tolist() == once
    assert stream(seed + 1, name).random(4).tolist() != once


@settings(
    max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    accounts=st.integers(500, 1200), days=st.integers(14, 40), seed=st.integers(0, 99),
    prevalence=st.sampled_from([0.0, 0.001, 0.005, 0.02]), shift=st.sampled_from(SHIFTS),
)  # fmt: skip
def test_small_worlds_keep_their_counts(tmp_path, accounts, days, seed, prevalence, shift):
    spec = WorldSpec(accounts, days, seed, prevalence=prevalence, look_alike_ratio=10, shift=shift)
    summary = simulate(spec, tmp_path)
    assert summary.accounts == accounts
    positives = round(accounts * prevalence)
    assert sum(summary.positives.values()) == positives
    assert sum(summary.look_alikes.values()) == positives * 10
    assert summary.payments == sum(summary.by_rail.values()) > accounts


def test_asking_for_an_absent_parameter_is_an_error():
    with pytest.raises(JagaError):
        LOOK_ALIKES[0].parameters.of("absent")
