"""How often one may try: five free attempts, then waits that double up to an hour."""

from datetime import datetime, timedelta

FREE_ATTEMPTS = 5
FIRST_WAIT = timedelta(minutes=1)
LONGEST_WAIT = timedelta(hours=1)
# Attempts are forgotten a day after the last one.
FORGET_AFTER = timedelta(days=1)


def wait_after(attempts: int) -> timedelta:
    """How long to wait after this many failed attempts."""
    if attempts < FREE_ATTEMPTS:
        return timedelta(0)
    doublings = min(attempts - FREE_ATTEMPTS, 10)
    wait: timedelta = FIRST_WAIT * 2**doublings
    return min(wait, LONGEST_WAIT)


def minutes_left(now: datetime, until: datetime) -> int:
    """Whole minutes to wait, rounded up."""
    return max(1, -(-int((until - now).total_seconds()) // 60))
