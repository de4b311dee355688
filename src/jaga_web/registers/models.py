"""The register of applications. A row is never changed or taken away; what is newly known is a
new row."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from jaga.programmes import registers
from jaga_web.people.models import Organisation

USER = settings.AUTH_USER_MODEL


class Application(models.Model):
    """An application, known by its own code in this register; what is known stands in its rows."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    code = models.CharField(max_length=registers.LONGEST_CODE)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "code"], name="one_application_for_each_code"
            )
        ]

    def __str__(self) -> str:
        return self.code


class Entry(models.Model):
    """One dated row with its source, as `jaga.programmes.registers.Entry`. `place` is
    "scheme/edition/code" or empty."""

    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="entries")
    name = models.CharField(max_length=registers.LONGEST_NAME)
    ways = models.JSONField(default=list)
    means = models.JSONField(default=list)
    source = models.CharField(max_length=registers.LONGEST_SOURCE)
    source_date = models.DateField()
    first_seen = models.DateField()
    last_seen = models.DateField()
    place = models.CharField(max_length=40, blank=True, default="")
    state = models.CharField(max_length=20)
    note = models.CharField(max_length=registers.LONGEST_SOURCE, blank=True, default="")
    by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        # In the order they were noted: of two sources of one day the later note counts.
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.application_id} {self.source_date}"
