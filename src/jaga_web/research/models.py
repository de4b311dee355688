"""Questionnaires, what was answered, and the estimates that are all that ever leaves.

Every file and every answer is sealed under a key of its own, outside the database: destroying the
key erases the rows for good, from backups too. An estimate holds no row and stays.
"""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from jaga_web.people.models import Organisation
from jaga_web.sealing import SealedTextField
from jaga_web.vault import KeyedTextField

USER = settings.AUTH_USER_MODEL
LONGEST_TITLE = 120


class Questionnaire(models.Model):
    """One XLSForm in one version, as it was uploaded."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    key_id = models.CharField(max_length=32)
    title = models.CharField(max_length=LONGEST_TITLE)
    # As its settings sheet says; an export must be of this very form and version.
    form_id = models.CharField(max_length=200)
    version = models.CharField(max_length=200, default="")
    # Base64. No person stands in it, but a questionnaire in work is nobody else's business.
    source = KeyedTextField(purpose="research.questionnaire.source", key="key_id")
    added_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-added_at", "-pk"]


class Collection(models.Model):
    """One questionnaire put before respondents: asked by one person, opened by another."""

    ASKED, OPEN, CLOSED, RETURNED = "asked", "open", "closed", "returned"

    questionnaire = models.ForeignKey(
        Questionnaire, on_delete=models.PROTECT, related_name="collections"
    )
    # Of the answers; "" once it was destroyed.
    key_id = models.CharField(max_length=32)
    state = models.CharField(max_length=10, default=ASKED)
    keep_until = models.DateField()
    asked_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now)
    decided_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    reason = SealedTextField(purpose="research.collection.reason", default="")
    closed_at = models.DateTimeField(null=True)
    erased_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-asked_at", "-pk"]
        constraints = [
            # Held by the database too, so that no later code path can forget it.
            models.CheckConstraint(
                condition=Q(decided_by__isnull=True) | ~Q(decided_by=F("asked_by")),
                name="who_asks_does_not_publish",
            ),
            models.UniqueConstraint(
                fields=["questionnaire"],
                condition=Q(state__in=["asked", "open"]),
                name="one_collection_at_a_time",
            ),
        ]


class Answer(models.Model):
    """What one respondent answered. Nobody opens it; it is only ever counted with the others.

    There is no time, no day and no collector in plain: two of them would point at a person.
    """

    collection = models.ForeignKey(Collection, on_delete=models.PROTECT, related_name="answers")
    content = KeyedTextField(purpose="research.answer.content", key="collection.key_id")


class Export(models.Model):
    """An export of Kobo or ODK Central for one questionnaire. Its name is never kept."""

    KOBO, CENTRAL = "kobo", "odk"
    KINDS = [(KOBO, "KoboToolbox"), (CENTRAL, "ODK Central")]

    questionnaire = models.ForeignKey(
        Questionnaire, on_delete=models.PROTECT, related_name="exports"
    )
    key_id = models.CharField(max_length=32)
    kind = models.CharField(max_length=10, choices=KINDS)
    content = KeyedTextField(purpose="research.export.content", key="key_id")
    size_bytes = models.PositiveIntegerField()
    rows = models.PositiveIntegerField()
    keep_until = models.DateField()
    added_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-added_at", "-pk"]


class Table(models.Model):
    """Estimates of one measure as they may be shown: what is withheld was never stored."""

    questionnaire = models.ForeignKey(
        Questionnaire, on_delete=models.PROTECT, related_name="tables"
    )
    # Null once the rows are gone: the estimates stay.
    export = models.ForeignKey(Export, on_delete=models.SET_NULL, null=True, related_name="tables")
    collection = models.ForeignKey(
        Collection, on_delete=models.PROTECT, null=True, related_name="tables"
    )
    design = models.JSONField(default=dict)
    results = models.JSONField(default=dict)
    by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-at", "-pk"]
