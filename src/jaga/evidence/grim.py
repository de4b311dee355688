"""Can this percentage come from that many answers, and whom does it give away?

A share of n answers can only be 0/n, 1/n … n/n. So a stated percentage with a base either fits
some whole count k, or it cannot be (Brown and Heathers, "The GRIM Test", 2017). Read backwards,
the same arithmetic tells a reader the count: 99.4 % of 512 is 509, so 3 said otherwise.

Stated figures are text, so that "37.5" and "37.50" stay two claims. Weighted shares, imputed data
and means of quantities that are no whole numbers are outside its reach; callers leave them out.
"""

from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor
from typing import Literal

from jaga.evidence.rounding import HALF_UP, ROUNDINGS, Rounding, decimals, printed

Verdict = Literal["possible", "doubtful", "impossible"]

# A base is looked for this far around the stated one: a few people skip a question.
NEAR = 5
# How many bases are named at most; more would not help a reader find the right one.
MOST_BASES = 8
# A share of percent; a mean has scale 1.
PERCENT = 100


@dataclass(frozen=True)
class Judgement:
    """What arithmetic says of a figure stated with a base of `n` answers.

    `counts` are the k that fit by `rounding` (None when no listed way of rounding fits). `power`
    is the share of wrong figures of this precision that the check would have caught: at 0 it
    cannot fail. `beside` are the printed neighbours (k, figure); `bases` are other n that fit.
    """

    stated: str
    n: int
    verdict: Verdict
    rounding: Rounding | None
    counts: tuple[int, ...]
    power: Fraction
    beside: tuple[tuple[int, str], ...]
    bases: tuple[int, ...]

    @property
    def cannot_fail(self) -> bool:
        """True where every figure of this precision fits some count."""
        return self.power == 0


def judge(stated: str, n: int, scale: int = PERCENT, items: int = 1) -> Judgement:
    """The verdict on `stated` (text) as k/n in units of `scale`, k from 0 to n × items.

    For a mean of whole numbers pass scale 1 and the number of items averaged; its k has no upper
    end. `n` is at least 1.
    """
    answers = n * items
    rounding, counts = _first_fit(stated, answers, scale)
    if rounding is None:
        verdict: Verdict = "impossible"
    else:
        verdict = "possible" if rounding is HALF_UP else "doubtful"
    return Judgement(
        stated=stated,
        n=n,
        verdict=verdict,
        rounding=rounding,
        counts=counts,
        power=power(decimals(stated), answers, scale),
        beside=_beside(stated, answers, scale),
        bases=() if verdict == "possible" else bases(stated, n, scale, items),
    )


def counts(stated: str, n: int, rounding: Rounding = HALF_UP, scale: int = PERCENT) -> range:
    """Every k for which k/n in units of `scale` is printed as `stated` by `rounding`."""
    places = decimals(stated)
    step = Fraction(1, 10**places)
    value = Fraction(stated)
    low = max(0, floor((value - step) * n / scale))
    high = ceil((value + step) * n / scale)
    if scale == PERCENT:
        high = min(high, n)
    fitting = [
        k
        for k in range(low, high + 1)
        if printed(Fraction(scale * k, n), places, rounding) == stated
    ]
    return range(fitting[0], fitting[-1] + 1) if fitting else range(0)


def bases(stated: str, n: int, scale: int = PERCENT, items: int = 1) -> tuple[int, ...]:
    """Other bases that fit by rounding halves up: those near `n`, else the largest below it."""

    def fits(base: int) -> bool:
        return bool(counts(stated, base * items, scale=scale))

    near = tuple(base for base in range(max(1, n - NEAR), n + NEAR + 1) if fits(base))
    if near:
        return near
    below = [base for base in range(max(1, n - NEAR - 1000), n) if fits(base)]
    return tuple(below[-MOST_BASES:])


def power(places: int, answers: int, scale: int = PERCENT) -> Fraction:
    """The share of figures with `places` decimals that no count of `answers` gives.

    Between 0 and `scale` there are `scale` × 10^places + 1 such figures. With fewer answers than
    steps each count gives a figure of its own; with as many or more, every figure is given.
    """
    steps = scale * 10**places
    return (
        max(Fraction(0), 1 - Fraction(answers + 1, steps + 1))
        if scale == PERCENT
        else max(Fraction(0), 1 - Fraction(answers, steps))
    )


def revealed(stated: str, n: int, most: int = 4) -> tuple[int, ...]:
    """The small groups (1 to `most` people) that a percentage of `n` people gives away.

    Empty unless every count that any listed rounding allows leaves such a group, on this side or
    on the other: then a reader knows there is one, and mostly how many.
    """
    fitting = _every_fit(stated, n)
    small = [min(k, n - k) for k in fitting]
    return tuple(sorted(set(small))) if small and all(1 <= k <= most for k in small) else ()


def _first_fit(stated: str, answers: int, scale: int) -> tuple[Rounding | None, tuple[int, ...]]:
    for rounding in ROUNDINGS:
        found = tuple(counts(stated, answers, rounding, scale))
        if found:
            return rounding, found
    return None, ()


def _every_fit(stated: str, n: int) -> set[int]:
    """The counts that fit by halves up, or, if none does, by any listed way."""
    usual = set(counts(stated, n))
    return usual or {k for rounding in ROUNDINGS for k in counts(stated, n, rounding)}


def _beside(stated: str, answers: int, scale: int) -> tuple[tuple[int, str], ...]:
    """The count just below the stated share and the one just above, as we would print them."""
    exact = Fraction(stated) * answers / scale
    pair = sorted({floor(exact), ceil(exact)})
    places = decimals(stated)
    return tuple(
        (k, printed(Fraction(scale * k, answers), places))
        for k in pair
        if k >= 0 and (scale != PERCENT or k <= answers)
    )
