"""What is attached to a case, what keeps it from being erased, and what remains once it is."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from jaga_web.cases.models import Case
from jaga_web.people.models import Organisation
from jaga_web.vault import KeyedTextField

USER = settings.AUTH_USER_MODEL
KEY = "case.key_id"


def _person(**options: Any) -> models.ForeignKey:  # type: ignore[type-arg]
    return models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+", **options)


class Attachment(models.Model):
    """A document of a case. The name its file had is never kept; somebody gives it a title."""

    TEXT, PDF = "text", "pdf"
    KINDS = [(TEXT, _("Teks")), (PDF, _("PDF"))]

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="attachments")
    kind = models.CharField(max_length=4, choices=KINDS)
    title = KeyedTextField(purpose="keeping.attachment.title", key=KEY)
    # Base64, sealed with the case's key; `queries` never loads it into a list.
    content = KeyedTextField(purpose="keeping.attachment.content", key=KEY)
    size_bytes = models.PositiveIntegerField()
    by = _person()
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"attachment:{self.pk}"

    @property
    def suffix(self) -> str:
        """How its file's name ends when it is saved."""
        return "pdf" if self.kind == self.PDF else "txt"


class Hold(models.Model):
    """The law needs the case: until that day, or until somebody lifts it, nothing is erased."""

    REASONS = [
        ("criminal_process", _("Proses pidana")),
        ("court_order", _("Penetapan pengadilan")),
        ("restitution", _("Restitusi atau kompensasi")),
        ("protection", _("Perlindungan saksi dan korban")),
        ("complaint", _("Aduan atau pemeriksaan internal")),
    ]

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="holds")
    reason = models.CharField(max_length=20, choices=REASONS)
    note = KeyedTextField(purpose="keeping.hold.note", key=KEY, null=True)
    until = models.DateField()
    placed_by = _person()
    placed_at = models.DateTimeField(default=timezone.now)
    reviewed_by = _person(null=True)
    reviewed_at = models.DateTimeField(null=True)
    lifted_by = _person(null=True)
    lifted_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["until", "pk"]

    def __str__(self) -> str:
        return f"hold:{self.pk}"

    @property
    def is_active(self) -> bool:
        """Whether it still keeps the case from being erased."""
        return self.lifted_at is None and self.until >= timezone.localdate()


class Postponement(models.Model):
    """Somebody looked at a case whose time was over, and needs it longer."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="postponements")
    until = models.DateField()
    reason = KeyedTextField(purpose="keeping.postponement.reason", key=KEY)
    by = _person()
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"postponement:{self.pk}"


WHY = [
    ("retention", _("Masa simpan berakhir")),
    ("wish", _("Permintaan anak atau walinya")),
    ("reporter", _("Pelapor menghapus laporannya")),
    ("mistake", _("Kasus dibuka karena kekeliruan")),
]


class Erasure(models.Model):
    """A request to erase a case; another person decides. It goes with the case."""

    ASKED, APPROVED, RETURNED = "asked", "approved", "returned"
    STATES = [
        (ASKED, _("Menunggu pengesahan")),
        (APPROVED, _("Disahkan, menunggu tanggalnya")),
        (RETURNED, _("Dikembalikan")),
    ]

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="erasures")
    why = models.CharField(max_length=12, choices=WHY)
    words = KeyedTextField(purpose="keeping.erasure.words", key=KEY, null=True)
    # Null: the reporter, who has no account.
    asked_by = _person(null=True)
    asked_at = models.DateTimeField(default=timezone.now)
    not_before = models.DateField()
    state = models.CharField(max_length=10, choices=STATES, default=ASKED)
    decided_by = _person(null=True)
    decided_at = models.DateTimeField(null=True)
    note = KeyedTextField(purpose="keeping.erasure.note", key=KEY, null=True)

    class Meta:
        ordering = ["asked_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["case"],
                condition=Q(state__in=["asked", "approved"]),
                name="one_erasure_under_way",
            ),
            models.CheckConstraint(
                condition=Q(decided_by=None) | Q(asked_by=None) | ~Q(decided_by=F("asked_by")),
                name="erasure_decided_by_another",
            ),
            models.CheckConstraint(
                condition=Q(state="asked") | Q(decided_by__isnull=False),
                name="erasure_decision_has_a_person",
            ),
        ]

    def __str__(self) -> str:
        return f"erasure:{self.pk}"

    @property
    def is_held(self) -> bool:
        """Whether the law needs the case still."""
        return any(hold.is_active for hold in self.case.holds.all())


class Tombstone(models.Model):
    """What remains of a case: that it was, and that two people let it go. No content."""

    case_number = models.CharField(max_length=20, unique=True)
    # As in the audit chain ("case:12"); numbers of rows are not used twice.
    case_row = models.PositiveBigIntegerField(unique=True)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    opened_on = models.DateField()
    closed_on = models.DateField(null=True)
    why = models.CharField(max_length=12, choices=WHY)
    # The row of jaga.casework.retention that was in force, with its days.
    rule = models.CharField(max_length=20)
    rule_days = models.PositiveIntegerField()
    asked_by = _person(null=True)
    approved_by = _person()
    approved_at = models.DateTimeField()
    erased_at = models.DateTimeField(default=timezone.now)
    rows = models.PositiveIntegerField()

    class Meta:
        ordering = ["-erased_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(asked_by=None) | ~Q(approved_by=F("asked_by")),
                name="erased_by_two_people",
            )
        ]

    def __str__(self) -> str:
        return self.case_number


class Destruction(models.Model):
    """A key that is to be destroyed, written in the same transaction as the erasure.

    It stays afterwards: a key that comes back with a restored folder is destroyed again.
    """

    tombstone = models.ForeignKey(Tombstone, on_delete=models.PROTECT, related_name="destructions")
    key_id = models.CharField(max_length=32, unique=True)
    done_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"destruction:{self.pk}"
