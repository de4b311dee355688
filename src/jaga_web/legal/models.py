"""The legal road of a case, its labels, and the numbers it gives to a watchlist.

Free text and numbers lie under the case's own key. There is no field for a child's consent to what
was done to them: under UU 12/2022 TPKS art. 14 it would change nothing.
"""

from django.conf import settings
from django.db import models
from django.utils import timezone

from jaga.casework.milestones import STATES
from jaga.words import Text
from jaga_web.cases.models import Case
from jaga_web.referrals.models import Consent
from jaga_web.vault import KeyedTextField

USER = settings.AUTH_USER_MODEL
KEY = "case.key_id"


class Milestone(models.Model):
    """One step of the legal road, as it happened. Rows are only added.

    `track` counts the roads of one kind within a case (a second hearing is a second track); the
    newest row of a track is where it stands.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="milestones")
    kind = models.CharField(max_length=24)
    track = models.PositiveSmallIntegerField(default=1)
    place = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=16)
    at = models.DateTimeField()
    # One of jaga.casework.deadlines.ZONES: where it happened.
    zone = models.CharField(max_length=20)
    reference = KeyedTextField(purpose="legal.milestone.reference", key=KEY)
    # Whole rupiah, for restitution.
    amount_idr = models.BigIntegerField(null=True)
    by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    noted_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["kind", "track", "place"]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "kind", "track", "place"], name="one_step_after_another"
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.state}"

    @property
    def state_title(self) -> Text:
        """The state in words."""
        return STATES[self.state]


class LabelDecision(models.Model):
    """What a legal officer said of one proposed label; the newest row of a label counts."""

    CONFIRMED, REFUSED = "confirmed", "refused"
    DECISIONS = [(CONFIRMED, CONFIRMED), (REFUSED, REFUSED)]

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="label_decisions")
    scheme = models.CharField(max_length=30)
    code = models.CharField(max_length=30)
    decision = models.CharField(max_length=10, choices=DECISIONS)
    reason = KeyedTextField(purpose="legal.labeldecision.reason", key=KEY)
    by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["at", "pk"]


class Lead(models.Model):
    """A number that was used against a child, on its way to a watchlist if the child agreed."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="leads")
    consent = models.ForeignKey(Consent, on_delete=models.PROTECT, related_name="leads")
    kind = models.CharField(max_length=10)
    value = KeyedTextField(purpose="legal.lead.value", key=KEY)
    # Keyed with the key that screening uses; the only form in which it leaves.
    token = models.CharField(max_length=29)
    # The age band of the words that were said, and how it was made sure they were understood.
    told_band = models.CharField(max_length=10)
    told = KeyedTextField(purpose="legal.lead.told", key=KEY)
    added_on = models.DateField()
    expires_on = models.DateField()
    # The day of the batch in which it left; another child's erased case no longer moves it.
    released_on = models.DateField(null=True)
    withdrawn_on = models.DateField(null=True)
    withdrawn_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")
    by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["added_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "consent", "kind", "token", "added_on"], name="a_lead_once_a_day"
            )
        ]
