"""Activities of programmes. A version is never changed: amending or cancelling writes another."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from jaga.programmes import activities
from jaga_web.people.models import Organisation
from jaga_web.sealing import SealedTextField

USER = settings.AUTH_USER_MODEL


class Activity(models.Model):
    """One activity, known by the house's own code; what it is stands in its versions."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    code = models.CharField(max_length=activities.LONGEST_CODE)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "code"], name="one_activity_for_each_code"
            )
        ]

    def __str__(self) -> str:
        return self.code


class Version(models.Model):
    """What somebody wrote of an activity at one time. The highest number holds.

    `partners` is a list of names of institutions, `places` of "scheme/edition/code", `counts` of
    [counting, of, sex, age, number, precision].
    """

    activity = models.ForeignKey(Activity, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=160)
    programme = models.CharField(max_length=activities.LONGEST_NAME)
    pillar = models.CharField(max_length=20)
    starts_on = models.DateField(db_index=True)
    ends_on = models.DateField()
    partners = models.JSONField(default=list)
    places = models.JSONField(default=list)
    counts = models.JSONField(default=list)
    is_cancelled = models.BooleanField(default=False)
    # Why it was amended or cancelled. People write free text, and free text may name somebody.
    reason = SealedTextField(purpose="programmes.version.reason", default="")
    by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-starts_on", "-activity_id"]
        constraints = [
            models.UniqueConstraint(
                fields=["activity", "number"], name="one_version_for_each_number"
            )
        ]

    def __str__(self) -> str:
        return f"{self.activity_id} {self.number}"
