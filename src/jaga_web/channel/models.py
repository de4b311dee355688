"""What came in through one of the doors, and what was said about it since.

No field holds an address of a machine, a cookie or a file. Words are sealed under the report's own
key; coded values stay readable, so that work can be ordered without opening what a child wrote.
"""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from jaga_web.people.models import Organisation
from jaga_web.vault import KeyedTextField

USER = settings.AUTH_USER_MODEL


class Report(models.Model):
    """One report: somebody asks for help, for themselves or for a friend."""

    LAPOR = "lapor"
    DOORS = [
        (LAPOR, _("Halaman lapor")),
        ("phone", _("Telepon")),
        ("whatsapp", _("WhatsApp")),
        ("walk_in", _("Datang sendiri")),
        ("letter", _("Surat")),
    ]
    ME, FRIEND = "me", "friend"
    PATHS = [(ME, _("Tentang diri sendiri")), (FRIEND, _("Tentang seorang teman"))]
    AGE_BANDS = [
        ("0-5", _("0–5 tahun")),
        ("6-11", _("6–11 tahun")),
        ("12-14", _("12–14 tahun")),
        ("15-17", _("15–17 tahun")),
        ("18+", _("18 tahun ke atas")),
        ("unknown", _("Tidak disebut")),
    ]
    SAFETY = [("yes", _("Aman")), ("no", _("Tidak aman")), ("unsure", _("Tidak yakin"))]
    RECEIVED, READ, ARRANGING = "received", "read", "arranging"
    WAITING, HANDED_OVER, CLOSED = "waiting", "handed_over", "closed"
    STATUSES = [
        (RECEIVED, _("Diterima")),
        (READ, _("Sudah dibaca")),
        (ARRANGING, _("Bantuan sedang diatur")),
        (WAITING, _("Menunggu jawaban pelapor")),
        (HANDED_OVER, _("Menjadi kasus")),
        (CLOSED, _("Selesai")),
    ]
    BY_REPORTER, BY_AGE = "reporter", "expiry"
    ENDINGS = [(BY_REPORTER, _("Dihapus oleh pelapor")), (BY_AGE, _("Terhapus karena waktunya"))]

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="reports")
    key_id = models.CharField(max_length=32)
    door = models.CharField(max_length=10, choices=DOORS, default=LAPOR)
    path = models.CharField(max_length=10, choices=PATHS)
    language = models.CharField(max_length=2, default="id")
    received_at = models.DateTimeField(default=timezone.now)
    age_band = models.CharField(max_length=10, choices=AGE_BANDS, default="unknown")
    safe_now = models.CharField(max_length=10, choices=SAFETY)
    # Codes of jaga.casework.help_wanted.
    help_wanted = models.JSONField(default=list)
    status = models.CharField(max_length=12, choices=STATUSES, default=RECEIVED)
    words = KeyedTextField(purpose="channel.report.words", key="key_id", default="")
    # An address of the net as text: never fetched, never drawn as a link.
    address = KeyedTextField(purpose="channel.report.address", key="key_id", default="")
    # JSON; the names are those of jaga.casework.safe_contact.
    safe_contact = KeyedTextField(purpose="channel.report.safe_contact", key="key_id", default="")
    # When to call, for who takes no code.
    callback = KeyedTextField(purpose="channel.report.callback", key="key_id", default="")
    # JSON: name, place, how to reach. Read only through an action that logs the look.
    identity = KeyedTextField(purpose="channel.report.identity", key="key_id", default="")
    # Set when the reporter told who they are; the 3×24-hour clock starts then.
    identity_given_at = models.DateTimeField(null=True)
    # A keyed mark of the six words; the words themselves are nowhere.
    receipt_mark = models.CharField(max_length=64, unique=True, null=True)
    receipt_confirmed_at = models.DateTimeField(null=True)
    # One form makes one report, however often a slow line sends it.
    form_mark = models.CharField(max_length=64, unique=True, null=True)
    taken_in_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")
    last_activity_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField(db_index=True)
    # The child's own confirmed step; taken back by the child until case_opened_at is set.
    child_agreed_at = models.DateTimeField(null=True)
    case_opened_at = models.DateTimeField(null=True)
    # A duty in law to keep: while set, a deletion waits.
    held_at = models.DateTimeField(null=True)
    deleted_at = models.DateTimeField(null=True)
    ending = models.CharField(max_length=10, choices=ENDINGS, default="")

    class Meta:
        ordering = ["-received_at", "-pk"]

    def __str__(self) -> str:
        return f"report:{self.pk}"


class Message(models.Model):
    """One message between whoever reported and the people who help."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="messages")
    from_reporter = models.BooleanField()
    body = KeyedTextField(purpose="channel.message.body", key="report.key_id")
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")
    read_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["at", "pk"]


class Bucket(models.Model):
    """How much of a form may still be sent: under a keyed mark of the day, never an address."""

    mark = models.CharField(max_length=64, unique=True)
    left = models.FloatField()
    filled_at = models.DateTimeField()
