"""Every threshold scaled over a range, from one screening.

At each step all thresholds stand at the same share of their own. Nothing is asked again: a
standing knows its points, and the questions do not depend on the threshold.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from jaga.screening.backtest import Label
from jaga.screening.standing import Standing, scaled

STEPS = tuple(range(50, 151, 5))
"""Percent of each threshold: half of it to half more."""

ALL = "all"


@dataclass(frozen=True)
class Step:
    """What one typology (or `all`) would have raised with thresholds at `percent`.

    `found` of `positives`: labelled accounts with an alert of this typology (of any, for
    `all`); None without labels. `kept` of `baseline`: alerts that are there at 100 %.
    """

    percent: int
    typology: str
    threshold: int | None
    alerts: int
    accounts: int
    per_10000: float
    kept: int
    baseline: int
    found: int | None = None
    positives: int | None = None


@dataclass(frozen=True)
class Ground:
    """What a rate is counted against: active accounts, calendar months, and labels or None."""

    active_accounts: int
    months: int
    labels: Sequence[Label] | None = None


def sweep(
    standings: Sequence[Standing],
    thresholds: Mapping[str, int],
    ground: Ground,
    steps: Iterable[int] = STEPS,
) -> list[Step]:
    """One Step for every typology and for all of them, at each percent, lowest first."""
    known = _known(ground.labels)
    made = []
    for percent in sorted(steps):
        reached = at_percent(standings, thresholds, percent)
        made.append(_step((percent, ALL, None), reached, standings, ground, known))
        for name, threshold in thresholds.items():
            own = [one for one in reached if one.typology == name]
            least = scaled(threshold, percent)
            mine = [one for one in standings if one.typology == name]
            made.append(_step((percent, name, least), own, mine, ground, known))
    return made


def at_percent(
    standings: Iterable[Standing], thresholds: Mapping[str, int], percent: int
) -> list[Standing]:
    """What reaches its threshold when every threshold stands at `percent`."""
    least = {name: scaled(threshold, percent) for name, threshold in thresholds.items()}
    return [one for one in standings if one.points >= least[one.typology]]


def _known(labels: Sequence[Label] | None) -> dict[str, set[str]] | None:
    if labels is None:
        return None
    known: dict[str, set[str]] = defaultdict(set)
    for label in labels:
        known[label.typology].add(label.account)
        known[ALL].add(label.account)
    return known


def _step(
    at: tuple[int, str, int | None],
    reached: Sequence[Standing],
    standings: Sequence[Standing],
    ground: Ground,
    known: Mapping[str, set[str]] | None,
) -> Step:
    subjects = {one.subject for one in reached}
    usual = {one.key for one in standings if one.points >= one.threshold}
    positives = None if known is None else known.get(at[1], set())
    return Step(
        *at,
        len(reached),
        len(subjects),
        10_000 * len(reached) / max(1, ground.active_accounts) / max(1, ground.months),
        sum(one.key in usual for one in reached),
        len(usual),
        None if positives is None else len(positives & subjects),
        None if positives is None else len(positives),
    )
