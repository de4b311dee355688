"""Clocks that run against a deadline, their pauses, and whom they were escalated to."""

from datetime import datetime

from django.conf import settings
from django.db import models
from django.utils import timezone

from jaga.casework.deadline_rows import DEADLINES
from jaga.casework.deadlines import ZONES, Deadline, late_hours, percent
from jaga_web.people.models import Organisation
from jaga_web.sealing import SealedTextField
from jaga_web.vault import KeyedTextField

USER = settings.AUTH_USER_MODEL


class Clock(models.Model):
    """One deadline of one report, case or breach.

    Rule, start, zone and length never change; what is late stays late. Free text lies under the
    subject's own key, so that erasing the subject erases it.
    """

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    subject = models.CharField(max_length=40, db_index=True)
    rule = models.CharField(max_length=40)
    zone = models.CharField(max_length=20, choices=list(ZONES.items()))
    # In the unit of the rule, as it was when the clock started.
    length = models.PositiveIntegerField()
    key_id = models.CharField(max_length=32)
    started_at = models.DateTimeField()
    due_at = models.DateTimeField()
    # False when working days run into a year whose holidays are not known yet.
    holidays_known = models.BooleanField(default=True)
    owner = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")
    # When the act was that ended it, and when somebody wrote that down.
    ended_at = models.DateTimeField(null=True)
    noted_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")
    evidence = KeyedTextField(purpose="clocks.clock.evidence", key="key_id", default="")

    class Meta:
        ordering = ["due_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["subject", "rule", "started_at"], name="one_clock_per_start"
            )
        ]

    def __str__(self) -> str:
        return f"{self.rule} {self.subject}"

    @property
    def deadline(self) -> Deadline:
        """The row this clock runs against."""
        return DEADLINES[self.rule]

    @property
    def stands_at(self) -> datetime:
        """The moment up to which time has run: the end, the pause that lasts, or now."""
        held = [one.began_at for one in self.pauses.all() if one.ended_at is None]
        return self.ended_at or next(iter(held), None) or timezone.now()

    @property
    def late_hours(self) -> int:
        """Whole hours past due, rounded up; it keeps what it was when the clock ended."""
        return late_hours(self.due_at, self.stands_at)

    @property
    def used(self) -> int:
        """How much of the time is used up in percent; more than 100 when overdue."""
        return percent(self.started_at, self.due_at, self.stands_at)


class Pause(models.Model):
    """A time in which a clock stood still, and why."""

    clock = models.ForeignKey(Clock, on_delete=models.CASCADE, related_name="pauses")
    began_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    # A code of PAUSE_REASONS.
    reason = models.CharField(max_length=30)
    note = KeyedTextField(purpose="clocks.pause.note", key="clock.key_id", default="")
    by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["began_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["clock"],
                condition=models.Q(ended_at__isnull=True),
                name="one_open_pause_per_clock",
            )
        ]


class Escalation(models.Model):
    """A clock that was brought before somebody; it stays in that person's list."""

    clock = models.ForeignKey(Clock, on_delete=models.CASCADE, related_name="escalations")
    to = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "pk"]


class Standard(models.Model):
    """An organisation's own length for a service deadline; a law's length has no row here."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    rule = models.CharField(max_length=40)
    length = models.PositiveIntegerField()
    by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organisation", "rule"], name="one_standard_per_rule")
        ]


class Breach(models.Model):
    """A failure of data protection, and what was done about it (UU 27/2022 PDP art. 46)."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    key_id = models.CharField(max_length=32)
    found_at = models.DateTimeField()
    what = KeyedTextField(purpose="clocks.breach.what", key="key_id")
    remedy = KeyedTextField(purpose="clocks.breach.remedy", key="key_id", default="")
    # Which authority that is has not been settled by law yet, so people name it.
    authority = SealedTextField(purpose="clocks.breach.authority", default="")
    notified_at = models.DateTimeField(null=True)
    opened_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-found_at", "-pk"]
