"""Snoozes: one indicator, or a whole typology, paused for one account: with a reason and an end."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from jaga_web.alerts import permissions, words
from jaga_web.alerts.charts import WIB
from jaga_web.alerts.knowledge import typology
from jaga_web.alerts.models import Alert, Snooze
from jaga_web.alerts.queries import active_snoozes, today
from jaga_web.audit.actions import record
from jaga_web.people.models import User
from jaga_web.refusing import must_explain, refuse

LONGEST_DAYS = 180
# A child may be behind the account, so somebody has to look again within a month.
LONGEST_DAYS_PROTECTION = 30


@transaction.atomic
def snooze(
    *, alert: Alert, kind: str, name: str, reason: str, expires_on: date, by: User
) -> Snooze:
    """Pause `name` (an indicator or the typology of `alert`) for the alert's subject."""
    permissions.check_snooze(by, alert)
    alert = _locked_with_others(alert)
    longest = LONGEST_DAYS_PROTECTION if alert.is_protection else LONGEST_DAYS
    if alert.state_on(today()) not in (words.NEW, words.IN_REVIEW):
        raise refuse(
            "Hanya peringatan baru atau yang sedang ditinjau dapat ditunda.",
            "Only a new alert or one in review can be snoozed.",
        )
    if name not in snoozable(alert).get(kind, ()):
        raise refuse("Pilih apa yang ditunda.", "Choose what to snooze.")
    reason = must_explain(reason)
    if not today() < expires_on <= today() + timedelta(days=longest):
        raise refuse(
            f"Pilih tanggal berakhir antara besok dan {longest} hari dari sekarang.",
            f"Choose an end between tomorrow and {longest} days from now.",
        )
    made = Snooze.objects.create(
        organisation=alert.organisation, subject=alert.subject, kind=kind, name=name,
        reason=reason, expires_on=expires_on, by=by,
    )  # fmt: skip
    asleep = _put_to_sleep([alert, *_others(alert, words.NEW)])
    record(
        by=by, verb="alerts.snoozed", subject=f"alert:{alert.pk}",
        organisation=alert.organisation_id,
        detail={"kind": kind, "name": name, "until": expires_on.isoformat(), "asleep": asleep},
    )  # fmt: skip
    return made


@transaction.atomic
def unsnooze(*, alert: Alert, by: User) -> Alert:
    """End every snooze that touches this alert; it and the others they held are awake again."""
    permissions.check_snooze(by, alert)
    alert = _locked_with_others(alert)
    names = snoozable(alert)
    for held in active_snoozes(alert.organisation, [alert.subject]):
        if held.name in names.get(held.kind, ()):
            held.ended_at = timezone.now()
            held.save(update_fields=["ended_at"])
    for one in (alert, *_others(alert, words.SNOOZED)):
        wake(one)
        one.save(update_fields=["state", "snoozed_until"])
    # What another snooze still holds goes back to sleep at once.
    _put_to_sleep(_others(alert, words.NEW))
    record(
        by=by, verb="alerts.unsnoozed", subject=f"alert:{alert.pk}",
        organisation=alert.organisation_id,
    )  # fmt: skip
    return alert


def _locked_with_others(alert: Alert) -> Alert:
    """Lock all alerts of this account, lowest number first, as a run does; give this one back."""
    rows = Alert.objects.select_for_update().filter(
        organisation=alert.organisation_id, subject=alert.subject
    )
    return {row.pk: row for row in rows.order_by("pk")}[alert.pk]


def _others(alert: Alert, state: str) -> list[Alert]:
    """The other alerts of this account in `state`, locked until the transaction ends."""
    rows = Alert.objects.select_for_update().filter(
        organisation=alert.organisation_id, subject=alert.subject, state=state
    )
    return list(rows.exclude(pk=alert.pk).order_by("pk"))


def _put_to_sleep(alerts: list[Alert]) -> int:
    """Settle each by the snoozes of its account; how many sleep now."""
    asleep = 0
    for alert in alerts:
        if settle(alert, active_snoozes(alert.organisation, [alert.subject])):
            alert.save(update_fields=["state", "state_before_snooze", "snoozed_until"])
            asleep += 1
    return asleep


def snoozable(alert: Alert) -> dict[str, tuple[str, ...]]:
    """What may be snoozed from this alert: its typology, or an indicator that fired."""
    fired = tuple(r["indicator"] for r in alert.reasons if r["answer"] == "fired")
    return {Snooze.INDICATOR: fired, Snooze.TYPOLOGY: (alert.typology,)}


def settle(alert: Alert, snoozes: Iterable[Snooze]) -> bool:
    """Put `alert` to sleep if `snoozes` leave too little of it; say whether they do. No save."""
    until = pause_until(alert, [held for held in snoozes if held.subject == alert.subject])
    if until is None:
        return False
    if alert.state != words.SNOOZED:
        alert.state_before_snooze = alert.state
    alert.state, alert.snoozed_until = words.SNOOZED, until
    return True


def wake(alert: Alert) -> None:
    """Give a sleeping alert its earlier state back. No save."""
    if alert.state == words.SNOOZED:
        alert.state = alert.state_before_snooze
    alert.snoozed_until = None


def pause_until(alert: Alert, snoozes: list[Snooze]) -> date | None:
    """Until when the alert sleeps, or None if what is not snoozed still carries it.

    It sleeps while its typology is snoozed, or while the indicators left over no longer reach
    the threshold or speak from fewer than two families (the rule the typologies obey).
    """
    ends = [(held, _end_for(alert, held)) for held in snoozes]
    ends = [(held, end) for held, end in ends if end >= today()]
    whole = [
        end for held, end in ends if held.kind == Snooze.TYPOLOGY and held.name == alert.typology
    ]
    paused = {held.name: end for held, end in ends if held.kind == Snooze.INDICATOR}
    fired = [reason for reason in alert.reasons if reason["answer"] == "fired"]
    left = [reason for reason in fired if reason["indicator"] not in paused]
    if len(left) < len(fired) and not _carries(alert, left, fired):
        # The first snooze to end may already give the alert its weight back.
        whole.append(min(paused[r["indicator"]] for r in fired if r["indicator"] in paused))
    return max(whole, default=None)


def _end_for(alert: Alert, held: Snooze) -> date:
    """When `held` ends for this alert: sooner than for others where a child may be concerned."""
    if not alert.is_protection:
        return held.expires_on
    made = held.made_at.astimezone(WIB).date()
    return min(held.expires_on, made + timedelta(days=LONGEST_DAYS_PROTECTION))


def _carries(alert: Alert, left: list[dict[str, object]], fired: list[dict[str, object]]) -> bool:
    if len({reason["family"] for reason in left}) < 2:
        return False
    known = typology(alert.typology)
    total = sum(int(str(reason["weight"])) for reason in fired)
    # The score holds a multiplier; the share that is left of the weights keeps it.
    share = alert.score * sum(int(str(r["weight"])) for r in left)
    return known is None or (total > 0 and share >= known.threshold * total)
