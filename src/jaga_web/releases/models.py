"""Proposed releases, and the ledger of what was published. True counts are sealed in both."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from jaga_web.people.models import Organisation
from jaga_web.sealing import SealedTextField

USER = settings.AUTH_USER_MODEL


class Proposal(models.Model):
    """A table one person wants to publish, as readers would see it, and what a second said."""

    PROPOSED, PUBLISHED, RETURNED = "proposed", "published", "returned"
    STATES = [
        (PROPOSED, _("Menunggu orang kedua")),
        (PUBLISHED, _("Terbit")),
        (RETURNED, _("Dikembalikan")),
    ]

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=STATES, default=PROPOSED)
    source = models.CharField(max_length=20)
    # Title, what is counted, and the protected tables, in the form of the ledger.
    draft = models.JSONField()
    counts = SealedTextField(purpose="releases.proposal.counts")
    proposed_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField(default=timezone.now)
    decided_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    # Why it went back, or why a finding was let pass: free text, which may name somebody.
    reason = SealedTextField(purpose="releases.proposal.reason", default="")
    # Number of the line in the ledger.
    number = models.PositiveIntegerField(null=True)

    class Meta:
        ordering = ["-proposed_at", "-pk"]
        constraints = [
            # Held by the database too, so that no later code path can forget it.
            models.CheckConstraint(
                condition=models.Q(decided_by__isnull=True)
                | ~models.Q(state="published")
                | ~models.Q(decided_by=models.F("proposed_by")),
                name="proposer_does_not_publish",
            ),
        ]

    def __str__(self) -> str:
        return f"usulan {self.pk}"


class LedgerLine(models.Model):
    """One line of an organisation's ledger of releases. Rows are only added."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    text = models.TextField()

    class Meta:
        ordering = ["organisation", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "number"], name="one_line_a_number_and_organisation"
            )
        ]

    def __str__(self) -> str:
        return f"baris {self.number}"
