"""What the staff keep about what comes in. Nothing here holds a report and its case in plain.

A report and the case it became meet only in `Bridge`, sealed; everything else knows one of the
two sides or neither.
"""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from jaga.casework import activities, complaints
from jaga_web.channel.models import Report
from jaga_web.people.models import Organisation
from jaga_web.sealing import SealedTextField
from jaga_web.vault import KeyedTextField

USER = settings.AUTH_USER_MODEL


class Handling(models.Model):
    """Who looks after a report from now on; the newest row counts."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="handlings")
    to = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    note = KeyedTextField(purpose="intake.handling.note", key="report.key_id", default="")
    by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-at", "-pk"]


class IncomingReferral(models.Model):
    """Where a report came from when another organisation sent it, here or across a border."""

    report = models.OneToOneField(Report, on_delete=models.CASCADE, related_name="referred_in")
    sender_kind = models.CharField(max_length=20)
    # ISO 3166-1 alpha-2; ID is at home.
    country = models.CharField(max_length=2, default="ID")
    child_knows = models.CharField(max_length=10)
    sender = KeyedTextField(purpose="intake.incomingreferral.sender", key="report.key_id")
    reference = KeyedTextField(
        purpose="intake.incomingreferral.reference", key="report.key_id", default=""
    )


class Agreement(models.Model):
    """How a child said yes to a case when it spoke to a person instead of writing to us."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="agreements")
    how = KeyedTextField(purpose="intake.agreement.how", key="report.key_id")
    by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    withdrawn_at = models.DateTimeField(null=True)


class Bridge(models.Model):
    """That one report became one case, for whoever holds the keys of both.

    `link` holds both numbers, sealed under the case's key, then the report's, then the
    installation's: whichever is destroyed takes the link along. The marks are made with the keys
    of report and case themselves, so neither a copy of the database nor the lookup key gives a
    number back by trying them all. There is a day and no time, because two rows of one second
    would tell what the seal hides.
    """

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    ground = models.CharField(max_length=20)
    link = SealedTextField(purpose="intake.bridge.link")
    # Sealed under the case's key inside; the reason stays as long as the case does.
    reason = SealedTextField(purpose="intake.bridge.reason", default="")
    # The safe-contact rules as they were, sealed in the same way: contact with the child has to
    # stay safe even after the report is gone.
    safe_contact = SealedTextField(purpose="intake.bridge.safe_contact", default="")
    report_mark = models.CharField(max_length=64, unique=True)
    case_mark = models.CharField(max_length=64, unique=True)
    made_on = models.DateField()


class LinkRequest(models.Model):
    """Somebody asks to see the other side of a bridge, and says why."""

    REPORT, CASE = "report", "case"
    ASKED, GRANTED, REFUSED = "asked", "granted", "refused"

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    side = models.CharField(max_length=10)
    # The mark of that side: it finds the bridge, and is a number of nothing.
    mark = models.CharField(max_length=64, db_index=True)
    why = SealedTextField(purpose="intake.linkrequest.why")
    asked_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now)
    state = models.CharField(max_length=10, default=ASKED)
    decided_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    decision = SealedTextField(purpose="intake.linkrequest.decision", default="")
    open_until = models.DateTimeField(null=True)
    reviewed_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")
    reviewed_at = models.DateTimeField(null=True)
    in_order = models.BooleanField(null=True)
    review = SealedTextField(purpose="intake.linkrequest.review", default="")

    class Meta:
        ordering = ["-asked_at", "-pk"]
        constraints = [
            # Held by the database too, so that no later code path can forget it.
            models.CheckConstraint(
                condition=Q(decided_by__isnull=True) | ~Q(decided_by=F("asked_by")),
                name="who_asks_does_not_decide",
            ),
            models.CheckConstraint(
                condition=Q(reviewed_by__isnull=True)
                | (~Q(reviewed_by=F("asked_by")) & ~Q(reviewed_by=F("decided_by"))),
                name="a_third_person_reviews",
            ),
        ]


class LinkLook(models.Model):
    """One look through an opened bridge."""

    request = models.ForeignKey(LinkRequest, on_delete=models.CASCADE, related_name="looks")
    by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)


class MonitoringEntry(models.Model):
    """One piece of news, in codes. It is counted apart from reports and never becomes a case."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    published_on = models.DateField()
    outlet = models.CharField(max_length=80)
    title_code = models.CharField(max_length=20)
    kind = models.CharField(max_length=20)
    place = models.CharField(max_length=2, default="")
    # Text alone: never fetched, never a link, because an address often spells the headline.
    source = SealedTextField(purpose="intake.monitoringentry.source", default="")
    # The first entry about the same event: entries and events are two counts.
    same_event = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="more")
    noted_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    noted_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-published_on", "-pk"]


class Activity(models.Model):
    """A programme for a group: no case file, no name, participants as counts."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20)
    starts_on = models.DateField()
    ends_on = models.DateField()
    place = models.CharField(max_length=2)
    setting = models.CharField(max_length=20)
    partner = models.CharField(max_length=activities.LONGEST_PARTNER, blank=True, default="")
    sessions = models.PositiveSmallIntegerField(default=1)
    # {age band: {sex: seats taken}}
    participants = models.JSONField(default=dict)
    # Grows with each correction; a form made for an older version is shown the newer one.
    version = models.PositiveIntegerField(default=1)
    by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-starts_on", "-pk"]

    @property
    def seats(self) -> int:
        """How many seats were taken in all."""
        return activities.total(self.participants)


class Complaint(models.Model):
    """How police or a service treated a child or its family, and what became of saying so."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    key_id = models.CharField(max_length=32)
    door = models.CharField(max_length=10, choices=Report.DOORS[1:])
    service = models.CharField(max_length=20)
    treatments = models.JSONField(default=list)
    remedies = models.JSONField(default=list)
    place = models.CharField(max_length=2, default="")
    happened_on = models.DateField(null=True)
    words = KeyedTextField(purpose="intake.complaint.words", key="key_id", default="")
    contact = KeyedTextField(purpose="intake.complaint.contact", key="key_id", default="")
    state = models.CharField(max_length=10, default=complaints.RECEIVED)
    taken_in_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    received_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-received_at", "-pk"]


class ComplaintStep(models.Model):
    """One step of a complaint, with its reason."""

    complaint = models.ForeignKey(Complaint, on_delete=models.CASCADE, related_name="steps")
    source = models.CharField(max_length=10)
    target = models.CharField(max_length=10)
    reason = KeyedTextField(purpose="intake.complaintstep.reason", key="complaint.key_id")
    by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["at", "pk"]
