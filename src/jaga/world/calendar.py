"""The days of a run: weekdays, months, paydays and the holidays that move money.

Idul Fitri dates are public facts: the first day as decreed by the Ministry of Religious Affairs,
and for 2027 the date of the joint ministerial decree on public holidays. A run in a year without
an entry has no Idul Fitri peak.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

import numpy as np

from jaga.world.randomness import Array, Rng

IDUL_FITRI = {
    2022: date(2022, 5, 2),
    2023: date(2023, 4, 22),
    2024: date(2024, 4, 10),
    2025: date(2025, 3, 31),
    2026: date(2026, 3, 21),
    2027: date(2027, 3, 10),
}


@dataclass(frozen=True)
class Calendar:
    """`days` booking days from `start`, counted in Jakarta."""

    start: date
    days: int

    @cached_property
    def dates(self) -> list[date]:
        """Each day of the run, and eight more because clocks abroad run ahead."""
        return [self.start + timedelta(n) for n in range(self.days + 8)]

    @cached_property
    def month_of_day(self) -> Array:
        """The calendar month of each day, as year * 12 + month."""
        return np.array([day.year * 12 + day.month for day in self.dates])

    def paydays(self, day_of_month: int) -> Array:
        """Day numbers falling on a day of the month (clipped to 28) within the run."""
        hits = [n for n, day in enumerate(self.dates[: self.days]) if day.day == day_of_month]
        return np.array(hits, dtype=np.int64)

    def holiday_distance(self) -> Array:
        """Days until the nearest Idul Fitri (negative after it); 999 when there is none."""
        distance = np.full(self.days, 999)
        for feast in IDUL_FITRI.values():
            gap = np.array([(feast - day).days for day in self.dates[: self.days]])
            distance = np.where(np.abs(gap) < np.abs(distance), gap, distance)
        return distance

    def weights(self, weekend: float = 1.0, feast: float = 1.0, payday: float = 1.0) -> Array:
        """Probability of each day: weekends, the weeks before the feast, and after payday."""
        dates = self.dates[: self.days]
        weight = np.ones(self.days)
        weight[[n for n, day in enumerate(dates) if day.weekday() >= 5]] *= weekend
        distance = self.holiday_distance()
        weight[(distance >= -2) & (distance <= 12)] *= feast
        weight[[n for n, d in enumerate(dates) if d.month == 12 and 15 <= d.day <= 25]] *= (
            1 + (feast - 1) / 3
        )
        weight[[n for n, day in enumerate(dates) if day.day >= 25 or day.day <= 3]] *= payday
        return np.asarray(weight / weight.sum())

    def draw(self, rng: Rng, n: int, weights: Array) -> Array:
        """`n` day numbers drawn with those weights."""
        return np.searchsorted(np.cumsum(weights), rng.random(n) * (1 - 1e-12), side="right")
