"""Sums of money that tell of nobody: five cases at least, and none of them more than half.

A threshold alone would not do. Whoever knows the sum of yesterday learns a new amount by taking
yesterday's sum from today's. So amounts are told in batches, in the order they were written down:
a batch is told once it holds enough cases and no case outweighs the others together. Two sums then
differ by whole batches, each of which keeps the rule.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence

from jaga.words import Text

# The same floor as for counts (`jaga.evidence.disclosure`).
LEAST_CASES = 5
# Per cent of a batch that one case may hold (the dominance rule of statistics offices).
LARGEST_SHARE = 50
# In rupiah.
ROUND_TO = 1_000_000
WITHHELD = Text(
    "Ditahan: kurang dari lima kasus, atau satu kasus memegang lebih dari separuh jumlahnya.",
    "Withheld: fewer than five cases, or one case holds more than half of the sum.",
)


def enough(amounts: Sequence[int], least: int, largest_share: int) -> bool:
    """Whether `least` amounts came together and none holds over `largest_share` per cent."""
    total = sum(amounts)
    return len(amounts) >= least and total > 0 and max(amounts) * 100 <= total * largest_share


def batches(amounts: Iterable[tuple[Hashable, int]]) -> Iterator[int]:
    """The sums of the full batches of (case, rupiah), in order; the last, unfull one waits."""
    batch: Counter[Hashable] = Counter()
    for case, amount in amounts:
        batch[case] += amount
        if enough(list(batch.values()), LEAST_CASES, LARGEST_SHARE):
            yield batch.total()
            batch.clear()


def told(amounts: Sequence[tuple[Hashable, int]]) -> int | None:
    """The sum, to whole millions; zero where nothing was written, None where it is withheld.

    Give the amounts in the order they were written down, and never reorder them.
    """
    full = list(batches(amounts))
    if not full:
        return None if amounts else 0
    return (sum(full) + ROUND_TO // 2) // ROUND_TO * ROUND_TO
