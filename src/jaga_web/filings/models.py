"""Drafts of an LTKM, or of an NGO's information, and what people filled in. Facts are sealed."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from jaga_web.alerts.models import Alert
from jaga_web.people.models import Organisation
from jaga_web.sealing import SealedTextField

USER = settings.AUTH_USER_MODEL


class Filing(models.Model):
    """One report about one confirmed alert: an LTKM (providers) or information (NGOs)."""

    LTKM, INFORMATION = "ltkm", "information"
    KINDS = [(LTKM, _("LTKM")), (INFORMATION, _("Informasi kepada PPATK"))]
    DRAFT, READY, HANDED_OVER = "draft", "ready", "handed_over"
    STATES = [
        (DRAFT, _("Draf")),
        (READY, _("Siap diserahkan")),
        (HANDED_OVER, _("Sudah diserahkan")),
    ]

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    # No way back from the alert: whoever reads alerts must not stumble on this.
    alert = models.ForeignKey(Alert, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=12, choices=KINDS)
    state = models.CharField(max_length=12, choices=STATES, default=DRAFT)
    # When two people had confirmed the alert; the three working days count from here.
    known_at = models.DateTimeField()
    drafted_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    drafted_at = models.DateTimeField(auto_now_add=True)
    edited_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    approved_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")
    approved_at = models.DateTimeField(null=True)
    # Number of the recorded consent that an NGO's information rests on.
    consent = SealedTextField(purpose="filings.filing.consent", default="")
    # The very file that was approved; what is downloaded is this and nothing newer.
    content = SealedTextField(purpose="filings.filing.content", default="")
    sha256 = models.CharField(max_length=64, default="")
    fiu_reference = SealedTextField(purpose="filings.filing.fiu_reference", default="")
    handed_over_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")
    handed_over_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-drafted_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["alert"], name="one_filing_per_alert"),
            # Held by the database too, so that no later code path can forget it.
            models.CheckConstraint(
                condition=models.Q(approved_by__isnull=True)
                | (
                    ~models.Q(approved_by=models.F("edited_by"))
                    & ~models.Q(approved_by=models.F("drafted_by"))
                ),
                name="drafter_is_not_approver",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"

    @property
    def is_ltkm(self) -> bool:
        """Whether it is a provider's report rather than an NGO's information."""
        return self.kind == self.LTKM


class PartyFacts(models.Model):
    """What a provider knows of one account, as one sealed table of facts."""

    filing = models.ForeignKey(Filing, on_delete=models.CASCADE, related_name="parties")
    account = models.CharField(max_length=40)
    facts = SealedTextField(purpose="filings.partyfacts.facts")
    by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["filing", "account"], name="one_row_per_party")
        ]

    def __str__(self) -> str:
        return f"{self.filing_id}: {self.pk}"


class Sender(models.Model):
    """Who files: a provider's data at PPATK, or how PPATK reaches an NGO."""

    organisation = models.OneToOneField(Organisation, on_delete=models.PROTECT, related_name="+")
    facts = SealedTextField(purpose="filings.sender.facts")
    by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return str(self.organisation_id)
