"""The deadline of an LTKM: three working days after the element is known (UU 8/2010 art. 25).

Not read in the law itself, and public holidays are not known here: a date to check, no promise.
"""

from datetime import date, datetime, timedelta

from jaga_web.alerts.charts import WIB

WORKING_DAYS = 3
SATURDAY = 5


def due(known_at: datetime) -> date:
    """The last of three working days after the day (WIB) on which the element was known."""
    day, left = known_at.astimezone(WIB).date(), WORKING_DAYS
    while left:
        day += timedelta(days=1)
        left -= day.weekday() < SATURDAY
    return day
