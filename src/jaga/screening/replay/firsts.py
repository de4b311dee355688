"""When each alert would first have fired, and after how many payments."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from jaga.screening.backtest import Label
from jaga.screening.evidence import MAX_PAYMENTS
from jaga.screening.model import Alert

DAY = 86_400


@dataclass(frozen=True)
class FirstFiring:
    """`payments`: evidence booked up to the first firing. `all_payments`: up to the run's end.

    `capped`: the alert carries its latest payments only, so `payments` may be too few.
    With labels: `labelled`: labelled payments of the account up to then; `days`: whole days
    since its first labelled payment, negative when the alert came before it; else None.
    """

    alert_id: str
    typology: str
    subject: str
    first_fired_at: int
    payments: int
    all_payments: int
    capped: bool
    labelled: int | None = None
    days: int | None = None


def first_firings(
    alerts: Sequence[Alert],
    labels: Iterable[Label] = (),
    booked: Mapping[str, int] | None = None,
) -> tuple[FirstFiring, ...]:
    """One line for each alert, in their order. `booked`: payment key to epoch second."""
    known: dict[str, list[int]] = defaultdict(list)
    for label in labels:
        if booked and label.payment_key in booked:
            known[label.account].append(booked[label.payment_key])
    return tuple(_first(alert, sorted(known.get(alert.subject, ()))) for alert in alerts)


def _first(alert: Alert, labelled: Sequence[int]) -> FirstFiring:
    at = alert.first_fired_at
    days = (at - labelled[0]) // DAY if labelled else None
    return FirstFiring(
        alert.alert_id,
        alert.typology,
        alert.subject,
        at,
        payments=sum(payment.booked_at <= at for payment in alert.payments),
        all_payments=len(alert.payments),
        capped=len(alert.payments) >= MAX_PAYMENTS,
        labelled=bisect_right(labelled, at) if labelled else None,
        days=days,
    )


@dataclass(frozen=True)
class Medians:
    """Medians over labelled accounts, each by its earliest alert; None without any."""

    accounts: int
    payments: float | None
    days: float | None


def medians(firsts: Iterable[FirstFiring]) -> Medians:
    """How soon labelled accounts were found."""
    earliest: dict[str, FirstFiring] = {}
    for one in sorted(firsts, key=lambda f: (f.first_fired_at, f.alert_id)):
        if one.labelled is not None:
            earliest.setdefault(one.subject, one)
    counts = [one.labelled for one in earliest.values() if one.labelled is not None]
    days = [one.days for one in earliest.values() if one.days is not None]
    return Medians(
        len(earliest), median(counts) if counts else None, median(days) if days else None
    )
