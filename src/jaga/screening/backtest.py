"""How well alerts find what is known to be there: a scorecard against labels.

Counted under an alert budget, because people can look at so many alerts and no more:
the best-ranked `budget` alerts per 10,000 active accounts in each month count, the rest
do not. Cards of several worlds add up, so that a rate rests on enough accounts.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from math import sqrt
from statistics import median

from jaga.screening.model import Alert
from jaga.screening.months import iso

DEFAULT_BUDGET = 20
"""Alerts per 10,000 active accounts per month."""

Z_95 = 1.959964
"""Standard normal quantile of a two-sided 95 % interval."""


@dataclass(frozen=True)
class Label:
    """One line of labels.csv: an account known to play a role, by one of its payments."""

    account: str
    payment_key: str
    typology: str
    role: str
    first_payment_key: str


@dataclass(frozen=True)
class Line:
    """Counts for one typology. Positives are labelled accounts.

    `found`: with any alert in budget; `found_own`: with one of their own typology;
    `found_unlimited`: with any alert at all. `alerts`: of this typology, in budget;
    `true_alerts`: whose subject carries any label, `own_alerts`: this typology's label.
    """

    positives: int = 0
    found: int = 0
    found_own: int = 0
    found_unlimited: int = 0
    alerts: int = 0
    true_alerts: int = 0
    own_alerts: int = 0

    def __add__(self, other: "Line") -> "Line":
        return Line(*(getattr(self, f.name) + getattr(other, f.name) for f in fields(Line)))


@dataclass(frozen=True)
class Scorecard:
    """Lines by typology, the whole, and how soon those found were found.

    `payments_to_alert`: labelled payments up to the alert, where there was one before it;
    `seconds_to_alert`: from the first labelled payment to the alert, 0 when it came before.
    """

    lines: dict[str, Line]
    whole: Line
    payments_to_alert: tuple[int, ...]
    active_accounts: int
    seconds_to_alert: tuple[int, ...] = ()

    def __add__(self, other: "Scorecard") -> "Scorecard":
        names = sorted({*self.lines, *other.lines})
        empty = Line()
        return Scorecard(
            {n: self.lines.get(n, empty) + other.lines.get(n, empty) for n in names},
            self.whole + other.whole,
            self.payments_to_alert + other.payments_to_alert,
            self.active_accounts + other.active_accounts,
            self.seconds_to_alert + other.seconds_to_alert,
        )

    def median_payments(self) -> float | None:
        """Median labelled payments up to the first alert; None when nothing was found."""
        return median(self.payments_to_alert) if self.payments_to_alert else None

    def median_days(self) -> float | None:
        """Median days from the first labelled payment to the alert; None without a finding."""
        return median(self.seconds_to_alert) / 86_400 if self.seconds_to_alert else None


def wilson(hits: int, of: int) -> tuple[float, float]:
    """95 % interval of a proportion (Wilson 1927), as fractions; (0, 1) when `of` is 0."""
    if of == 0:
        return 0.0, 1.0
    p, z2 = hits / of, Z_95**2
    centre = (p + z2 / (2 * of)) / (1 + z2 / of)
    half = Z_95 * sqrt(p * (1 - p) / of + z2 / (4 * of * of)) / (1 + z2 / of)
    return max(0.0, centre - half), min(1.0, centre + half)


def _month(alert: Alert) -> str:
    return iso(alert.first_fired_at)[:7]


def in_budget(alerts: Sequence[Alert], active_accounts: int, budget: int) -> list[Alert]:
    """The best-ranked alerts of each month, at most `budget` per 10,000 active accounts.

    `alerts` come ranked. An account takes one place, in the first month it is among the
    best; its later alerts join the one that people already have before them.
    """
    room = max(1, active_accounts * budget // 10_000)
    months: dict[str, list[Alert]] = defaultdict(list)
    for alert in alerts:
        months[_month(alert)].append(alert)
    seen: set[str] = set()
    chosen: list[Alert] = []
    for month in sorted(months):
        best: dict[str, Alert] = {}
        for alert in months[month]:
            best.setdefault(alert.subject, alert)
        fresh = [alert for subject, alert in best.items() if subject not in seen][:room]
        chosen += fresh
        seen |= {alert.subject for alert in fresh}
    return chosen


def score(
    alerts: Sequence[Alert],
    labels: Iterable[Label],
    active_accounts: int,
    *,
    budget: int = DEFAULT_BUDGET,
    booked: dict[str, int] | None = None,
) -> Scorecard:
    """The scorecard of ranked `alerts` against `labels`.

    `booked` maps payment keys to epoch seconds; with it, the payments a labelled account
    made up to its first alert are counted.
    """
    known = list(labels)
    own: dict[str, set[str]] = defaultdict(set)
    for label in known:
        own[label.account].add(label.typology)
    chosen = in_budget(alerts, active_accounts, budget)
    reached = _typologies_by_subject(chosen)
    everywhere = {alert.subject for alert in alerts}
    typologies = sorted({t for kinds in own.values() for t in kinds} | {a.typology for a in alerts})
    lines = {t: _line(t, own, chosen, reached, everywhere) for t in typologies}
    return Scorecard(
        lines, _whole(own, chosen, reached, everywhere),
        _payments_to_alert(chosen, known, booked or {}), active_accounts,
        _seconds_to_alert(chosen, known, booked or {}),
    )  # fmt: skip


def _typologies_by_subject(alerts: Iterable[Alert]) -> dict[str, set[str]]:
    reached: dict[str, set[str]] = defaultdict(set)
    for alert in alerts:
        reached[alert.subject].add(alert.typology)
    return reached


def _line(
    typology: str,
    own: dict[str, set[str]],
    chosen: Sequence[Alert],
    reached: dict[str, set[str]],
    everywhere: set[str],
) -> Line:
    positives = [account for account, kinds in own.items() if typology in kinds]
    mine = [alert for alert in chosen if alert.typology == typology]
    return Line(
        positives=len(positives),
        found=sum(account in reached for account in positives),
        found_own=sum(typology in reached.get(account, ()) for account in positives),
        found_unlimited=sum(account in everywhere for account in positives),
        alerts=len(mine),
        true_alerts=sum(alert.subject in own for alert in mine),
        own_alerts=sum(typology in own.get(alert.subject, ()) for alert in mine),
    )


def _whole(
    own: dict[str, set[str]],
    chosen: Sequence[Alert],
    reached: dict[str, set[str]],
    everywhere: set[str],
) -> Line:
    return Line(
        positives=len(own),
        found=sum(account in reached for account in own),
        found_own=sum(bool(kinds & reached.get(account, set())) for account, kinds in own.items()),
        found_unlimited=sum(account in everywhere for account in own),
        alerts=len(chosen),
        true_alerts=sum(alert.subject in own for alert in chosen),
        own_alerts=sum(alert.typology in own.get(alert.subject, ()) for alert in chosen),
    )


def _first_alerts(chosen: Iterable[Alert]) -> dict[str, int]:
    first: dict[str, int] = {}
    for alert in chosen:
        at = alert.first_fired_at
        first[alert.subject] = min(first.get(alert.subject, at), at)
    return first


def _payments_to_alert(
    chosen: Iterable[Alert], labels: Iterable[Label], booked: dict[str, int]
) -> tuple[int, ...]:
    first = _first_alerts(chosen)
    counts = Counter(
        label.account
        for label in labels
        if label.account in first
        and label.payment_key in booked
        and booked[label.payment_key] <= first[label.account]
    )
    return tuple(sorted(counts.values()))


def _seconds_to_alert(
    chosen: Iterable[Alert], labels: Iterable[Label], booked: dict[str, int]
) -> tuple[int, ...]:
    first, begun = _first_alerts(chosen), dict[str, int]()
    for label in labels:
        if label.account in first and label.payment_key in booked:
            at = booked[label.payment_key]
            begun[label.account] = min(begun.get(label.account, at), at)
    return tuple(sorted(max(0, first[account] - at) for account, at in begun.items()))
