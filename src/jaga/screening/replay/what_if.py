"""What if one threshold were another, or one indicator were left out? From counts alone.

Answers from what a manifest says of standings (`standing.summary`): nobody below a threshold is
named, and no ledger is read. Exact from the floor up: whoever reaches a threshold after leaving
something out reached at least as much before.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

HIGHEST_PERCENT = 200
"""Twice a threshold; above that hardly any finding stands."""


@dataclass(frozen=True)
class Counts:
    """Alerts of one typology now and then, and how many come and go between the two."""

    now: int
    then: int
    gained: int
    lost: int


@dataclass(frozen=True)
class Told:
    """What a manifest tells of one typology: thresholds that can be asked for, and the counts."""

    threshold: int
    floor: int
    points: Mapping[int, int]
    without: Mapping[str, tuple[Mapping[int, int], Mapping[int, int]]]

    @property
    def highest(self) -> int:
        """The highest threshold that is worth asking for."""
        return max(self.threshold * HIGHEST_PERCENT // 100, self.floor)


def told(summary: Mapping[str, Any]) -> Told:
    """One typology's part of a summary. Raises KeyError, TypeError or ValueError if it is not."""
    return Told(
        int(summary["threshold"]),
        int(summary["floor"]),
        _counted(summary["points"]),
        {
            name: (_counted(part["alerts"]), _counted(part["near"]))
            for name, part in summary["without"].items()
        },
    )


def _counted(histogram: Mapping[str, Any]) -> dict[int, int]:
    return {int(points): int(count) for points, count in histogram.items()}


def _from(points: Mapping[int, int], threshold: int) -> int:
    return sum(count for value, count in points.items() if value >= threshold)


def counts(one: Told, threshold: int, without: str | None = None) -> Counts:
    """The change from today's threshold to another one, with an indicator left out or none.

    Raises ValueError for a threshold below the floor, KeyError for what cannot be left out.
    """
    if threshold < one.floor:
        raise ValueError("below what the run tells of")
    now = _from(one.points, one.threshold)
    if without is None:
        then = _from(one.points, threshold)
        return Counts(now, then, max(0, then - now), max(0, now - then))
    alerts, near = one.without[without]
    kept, gained = _from(alerts, threshold), _from(near, threshold)
    return Counts(now, kept + gained, gained, now - kept)


def ladder(one: Told, without: str | None = None, steps: int = 30) -> list[tuple[int, int]]:
    """(threshold, alerts) from the floor to twice the threshold, for a chart or a table."""
    span = one.highest - one.floor
    wanted = {one.floor + span * n // steps for n in range(steps + 1)} | {one.threshold}
    return [(at, counts(one, at, without).then) for at in sorted(wanted)]
