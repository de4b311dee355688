"""The reports that were built, and their files. They hold published figures and nobody's case."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from jaga_web.people.models import Organisation

LANGUAGES = (("id", "Bahasa Indonesia"), ("en", "English"))


class AnnualReport(models.Model):
    """One year's report in one language; building it again puts the new one in its place."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    language = models.CharField(max_length=2, choices=LANGUAGES)
    # Of the facts that it shows: one of all facts would let withheld ones be tried out.
    facts_sha256 = models.CharField(max_length=64)
    shown = models.PositiveIntegerField()
    withheld = models.PositiveIntegerField()
    built_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    built_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-year", "-language"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "year", "language"], name="one_report_a_year_and_language"
            )
        ]

    def __str__(self) -> str:
        return f"{self.year} ({self.language})"


class AnnualFile(models.Model):
    """One file of a report, as it was built."""

    report = models.ForeignKey(AnnualReport, on_delete=models.CASCADE, related_name="files")
    name = models.CharField(max_length=40)
    content = models.BinaryField()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.name
