"""What a person who carries cases has been exposed to, their breaks and their supervision.

No case number is kept here: only a keyed mark that changes with the person and with the week, so
that two looks at one case can be told from looks at two, and nothing else.
"""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from jaga_web.people.models import Organisation
from jaga_web.sealing import SealedTextField

USER = settings.AUTH_USER_MODEL
MARK_LENGTH = 64


class Policy(models.Model):
    """What an organisation has chosen; without a row the defaults of jaga.casework hold."""

    PROMPT, HOLD = "prompt", "hold"
    MODES = [(PROMPT, _("Mengingatkan saja")), (HOLD, _("Menahan halaman kasus selama jeda"))]

    organisation = models.OneToOneField(Organisation, on_delete=models.CASCADE, related_name="+")
    mode = models.CharField(max_length=6, choices=MODES, default=PROMPT)
    # Weighted minutes, minutes, cases, cases.
    break_after = models.PositiveIntegerField()
    break_minutes = models.PositiveIntegerField()
    high_per_week = models.PositiveIntegerField()
    caseload_warning = models.PositiveIntegerField()
    caseload_limit = models.PositiveIntegerField()
    by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now=True)


class Exposure(models.Model):
    """What one person read on one day of one case or report. The person's own."""

    person = models.ForeignKey(USER, on_delete=models.CASCADE, related_name="+")
    # The day in WIB.
    day = models.DateField()
    kind = models.CharField(max_length=12)
    weight = models.CharField(max_length=6)
    mark = models.CharField(max_length=MARK_LENGTH)
    seconds = models.PositiveIntegerField(default=0)
    weighted_seconds = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "day", "kind", "mark", "weight"], name="one_exposure_a_day"
            )
        ]


class Sitting(models.Model):
    """Where a person is now: the page they look at, and how much since the last pause."""

    person = models.OneToOneField(USER, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=12, blank=True, default="")
    weight = models.CharField(max_length=6, default="low")
    mark = models.CharField(max_length=MARK_LENGTH, blank=True, default="")
    seen_at = models.DateTimeField(null=True)
    counted_until = models.DateTimeField(null=True)
    weighted_seconds = models.PositiveIntegerField(default=0)
    # After an answered prompt Jaga is silent until then; a break lasts until then.
    quiet_until = models.DateTimeField(null=True)
    on_break_until = models.DateTimeField(null=True)


class Break(models.Model):
    """What became of one prompt to rest. The person's own."""

    TAKEN, NATURAL, DISMISSED = "taken", "natural", "dismissed"
    KINDS = [
        (TAKEN, _("Jeda diambil")),
        (NATURAL, _("Jeda terjadi dengan sendirinya")),
        (DISMISSED, _("Jeda ditunda")),
    ]

    person = models.ForeignKey(USER, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField()
    day = models.DateField()
    kind = models.CharField(max_length=10, choices=KINDS)
    # Why it was put off: a code of jaga.casework.exposure.
    reason = models.CharField(max_length=20, blank=True, default="")


class Sharing(models.Model):
    """Whether a person lets the supervisor see the level. Without a row: no."""

    person = models.OneToOneField(USER, on_delete=models.CASCADE, related_name="+")
    shares = models.BooleanField(default=False)


class CriticalEvent(models.Model):
    """Something heavy happened, as a code; Jaga reminds of a debrief until it is answered."""

    person = models.ForeignKey(USER, on_delete=models.CASCADE, related_name="+")
    code = models.CharField(max_length=24)
    at = models.DateTimeField()
    # A code of jaga.casework.exposure; empty while the reminder stands.
    answer = models.CharField(max_length=24, blank=True, default="")
    answered_at = models.DateTimeField(null=True)


class Supervision(models.Model):
    """That a supervisor and a person have talked: about what kind of thing, and what comes next.

    No clinical content and no case: both of the two read it, nobody else.
    """

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    supervisor = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    topic = models.CharField(max_length=24)
    next_step = models.CharField(max_length=24)
    note = SealedTextField(purpose="wellbeing.supervision.note", default="")
    at = models.DateTimeField(auto_now_add=True)
