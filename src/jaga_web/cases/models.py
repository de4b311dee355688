"""The smallest case: enough to hold a hand-over until case handling proper is built on it."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from jaga_web.people.models import Organisation
from jaga_web.sealing import SealedTextField

USER = settings.AUTH_USER_MODEL


class Case(models.Model):
    """One piece of work for a person to carry on with."""

    OPEN, CLOSED = "open", "closed"
    STATUSES = [(OPEN, _("Terbuka")), (CLOSED, _("Ditutup"))]
    PROTECTION, SUSPICION = "protection", "suspicion"
    KINDS = [(PROTECTION, _("Perlindungan")), (SUSPICION, _("Kecurigaan"))]

    number = models.CharField(max_length=20, unique=True)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="cases")
    status = models.CharField(max_length=10, choices=STATUSES, default=OPEN)
    kind = models.CharField(max_length=12, choices=KINDS)
    owner = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="cases")
    opened_from = models.CharField(max_length=80)
    opened_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField(auto_now_add=True)
    closed_at = models.DateTimeField(null=True)
    closing_reason = SealedTextField(purpose="cases.case.closing_reason", default="")

    class Meta:
        ordering = ["-opened_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "opened_from"], name="one_case_per_alert"
            )
        ]

    def __str__(self) -> str:
        return self.number


class CaseCounter(models.Model):
    """The last number given out in a year; numbers are never used twice."""

    year = models.PositiveIntegerField(primary_key=True)
    last = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.year}: {self.last}"
