"""What is written back from the ministry's system, and what was compared with other units."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from jaga_web.cases.models import Case
from jaga_web.people.models import Organisation
from jaga_web.sealing import SealedTextField
from jaga_web.vault import KeyedTextField

USER = settings.AUTH_USER_MODEL


class SimfoniRecord(models.Model):
    """The numbers a case was given in Simfoni PPA and by SAPA 129, typed back by a person."""

    case = models.OneToOneField(Case, on_delete=models.PROTECT, related_name="simfoni")
    number = KeyedTextField(purpose="national.simfonirecord.number", key="case.key_id", null=True)
    ticket = KeyedTextField(purpose="national.simfonirecord.ticket", key="case.key_id", null=True)
    # By which reading of Simfoni the pack was laid out: jaga.casework.simfoni.VERSION.
    mapping_version = models.CharField(max_length=20)
    by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)


class Counterpart(models.Model):
    """Another unit with which lists of tokens are compared, and the key shared with it alone."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=120)
    # 64 hexadecimal digits; whoever has it can try names until a token fits.
    shared_key = SealedTextField(purpose="national.counterpart.shared_key")
    added_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["organisation", "name"], name="one_counterpart_a_name")
        ]

    def __str__(self) -> str:
        return self.name


class Comparison(models.Model):
    """One list of theirs against ours. Their tokens are not kept, only which lines there were."""

    counterpart = models.ForeignKey(
        Counterpart, on_delete=models.PROTECT, related_name="comparisons"
    )
    # Numbers of our cases, and their own refs, that took part.
    ours = models.JSONField(default=list)
    theirs = models.JSONField(default=list)
    by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-at", "-pk"]


class Suggestion(models.Model):
    """A case of ours and a line of theirs that may mean one child. It joins nothing."""

    counterpart = models.ForeignKey(
        Counterpart, on_delete=models.PROTECT, related_name="suggestions"
    )
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    theirs = models.CharField(max_length=40)
    level = models.CharField(max_length=10)
    # Codes of jaga.casework.matching.comparing.
    reasons = models.JSONField(default=list)
    differs = models.JSONField(default=list)
    rules = models.CharField(max_length=20)
    # Whether the newest comparison still makes it.
    current = models.BooleanField(default=True)
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-level", "case", "theirs"]
        constraints = [
            models.UniqueConstraint(
                fields=["counterpart", "case", "theirs"], name="a_pair_is_suggested_once"
            )
        ]


class Decision(models.Model):
    """What a person said of a suggestion. Rows are only added; the newest one holds."""

    SAME, DIFFERENT, UNDONE = "same", "different", "undone"
    VERDICTS = [(SAME, SAME), (DIFFERENT, DIFFERENT), (UNDONE, UNDONE)]

    suggestion = models.ForeignKey(Suggestion, on_delete=models.PROTECT, related_name="decisions")
    verdict = models.CharField(max_length=10, choices=VERDICTS)
    by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["at", "pk"]
