"""A case: its coded facts in plain columns, its words sealed with the case's own key.

Whoever destroys the key `Case.key_id` names erases every KeyedTextField below at once. Who the
child is (`Identity`) lies apart from what is written about the work (`Entry` and the rest).
"""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from jaga_web.cases.pseudonyms import working_name
from jaga_web.people.models import Organisation
from jaga_web.vault import KeyedTextField

USER = settings.AUTH_USER_MODEL


def _person(**options: Any) -> Any:
    return models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+", **options)


def _words(purpose: str) -> KeyedTextField:
    """Free text about a case; null where nothing was written."""
    return KeyedTextField(purpose=f"cases.{purpose}", key="case.key_id", null=True)


class Case(models.Model):
    """One piece of work for a person to carry on with, from registration to closure."""

    OPEN, CLOSED = "open", "closed"
    STATUSES = [(OPEN, _("Terbuka")), (CLOSED, _("Ditutup"))]
    PROTECTION, SUSPICION = "protection", "suspicion"
    KINDS = [(PROTECTION, _("Perlindungan")), (SUSPICION, _("Kecurigaan"))]
    # The names of the steps; what leads from one to the next is jaga.casework.steps.
    STEPS = [
        ("identification", _("Identifikasi dan registrasi")),
        ("assessment", _("Asesmen")),
        ("plan", _("Rencana kasus")),
        ("implementation", _("Pelaksanaan rencana")),
        ("follow_up", _("Tindak lanjut dan tinjauan")),
        ("closure", _("Penutupan")),
    ]
    RISKS = [("low", _("Rendah")), ("medium", _("Sedang")), ("high", _("Tinggi"))]
    SOURCES = [
        ("alert", _("Peringatan")),
        ("report", _("Laporan")),
        ("direct", _("Datang langsung")),
        ("referral", _("Rujukan lembaga lain")),
    ]
    AGE_BANDS = [
        ("0-5", _("0 sampai 5 tahun")),
        ("6-11", _("6 sampai 11 tahun")),
        ("12-14", _("12 sampai 14 tahun")),
        ("15-17", _("15 sampai 17 tahun")),
        ("18+", _("18 tahun ke atas")),
        ("unknown", _("Belum diketahui")),
    ]
    SEXES = [
        ("f", _("Perempuan")),
        ("m", _("Laki-laki")),
        ("x", _("Lainnya")),
        ("unknown", _("Belum diketahui")),
    ]
    CHECKS = [("verified", _("Terverifikasi")), ("unverified", _("Belum terverifikasi"))]

    number = models.CharField(max_length=20, unique=True)
    # Of the vault: made by the actions that open a case.
    key_id = models.CharField(max_length=32, default="")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="cases")
    status = models.CharField(max_length=10, choices=STATUSES, default=OPEN)
    kind = models.CharField(max_length=12, choices=KINDS, default=PROTECTION)
    step = models.CharField(max_length=16, choices=STEPS, default="identification")
    risk = models.CharField(max_length=6, choices=RISKS, default="")
    source = models.CharField(max_length=10, choices=SOURCES, default="alert")
    owner = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="cases")
    # The alert's id; empty for cases that began otherwise.
    opened_from = models.CharField(max_length=80, default="")
    opened_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField(default=timezone.now)
    age_band = models.CharField(max_length=8, choices=AGE_BANDS, default="unknown")
    sex = models.CharField(max_length=8, choices=SEXES, default="unknown")
    # Kemendagri province code; empty where it is not known.
    region = models.CharField(max_length=2, default="")
    # Whether the child agrees that the case counts in reports to others; null: not asked yet.
    consent_reporting = models.BooleanField(null=True)
    verified = models.CharField(max_length=12, choices=CHECKS, default="unverified")
    next_review_on = models.DateField(null=True)
    closed_at = models.DateTimeField(null=True)
    closed_by = _person(null=True)
    closing_code = models.CharField(max_length=30, default="")
    closing_reason = KeyedTextField(purpose="cases.case.closing_reason", key="key_id", null=True)

    class Meta:
        ordering = ["-opened_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "opened_from"],
                condition=~Q(opened_from=""),
                name="one_case_per_alert",
            ),
            # Nobody ends a child's case alone; the rule holds in the database too.
            models.CheckConstraint(
                condition=Q(closed_by__isnull=True)
                | Q(kind="suspicion")
                | Q(owner__isnull=True)
                | ~Q(closed_by=F("owner")),
                name="closed_by_another_person",
            ),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def pseudonym(self) -> str:
        """A name to work with that tells nothing: two words drawn from the key's id."""
        return working_name(self.key_id or self.number)


class CaseCounter(models.Model):
    """The last number given out in a year; numbers are never used twice."""

    year = models.PositiveIntegerField(primary_key=True)
    last = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.year}: {self.last}"


class Part(models.Model):
    """What every row below has: the case it belongs to, who wrote it, and when."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT)
    by = _person()
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        abstract = True
        ordering = ["at", "pk"]


class Coded(Part):
    """One code of a code list that holds for a case; a case may carry several of one list."""

    list = models.CharField(max_length=30)
    code = models.CharField(max_length=60)

    class Meta(Part.Meta):
        constraints = [
            models.UniqueConstraint(fields=["case", "list", "code"], name="a_code_once_per_case")
        ]


class Identity(models.Model):
    """Who the child is, apart from all else. Every field is optional; a look is logged."""

    case = models.OneToOneField(Case, on_delete=models.PROTECT, related_name="identity")
    name = _words("identity.name")
    nickname = _words("identity.nickname")
    # As text: "2012-05-01", "2012-05", "2012" or nothing.
    birth_date = _words("identity.birth_date")
    nik = _words("identity.nik")
    address = _words("identity.address")
    village = _words("identity.village")
    school = _words("identity.school")
    caregivers = _words("identity.caregivers")
    phone = _words("identity.phone")
    contact_language = _words("identity.contact_language")
    # Why it is not known who the child is, as a code; empty while not asked.
    unknown_because = models.CharField(max_length=20, default="")
    # Keyed fingerprints for finding the same child again; never shown.
    name_mark = models.CharField(max_length=64, default="", db_index=True)
    nik_mark = models.CharField(max_length=64, default="", db_index=True)
    birth_mark = models.CharField(max_length=64, default="", db_index=True)


class Entry(Part):
    """One version of one answer. Rows are only added: the newest version is the current one."""

    section = models.CharField(max_length=30)
    name = models.CharField(max_length=40)
    value = _words("entry.value")
    version = models.PositiveIntegerField()

    class Meta(Part.Meta):
        constraints = [
            models.UniqueConstraint(fields=["case", "name", "version"], name="a_version_once")
        ]


class Judgement(Part):
    """One judgement of the risk, with its reason; the newest is also in `Case.risk`."""

    level = models.CharField(max_length=6, choices=Case.RISKS)
    reason = _words("judgement.reason")


class Goal(Part):
    """What the plan wants to reach with the child."""

    OPEN, REACHED, DROPPED = "open", "reached", "dropped"
    STATES = [
        (OPEN, _("Dikerjakan")),
        (REACHED, _("Tercapai")),
        (DROPPED, _("Tidak dilanjutkan")),
    ]
    area = models.CharField(max_length=30)
    words = _words("goal.words")
    state = models.CharField(max_length=10, choices=STATES, default="open")


class Service(Part):
    """One service of the plan: what, by whom, by when, and how it went."""

    PLANNED, UNDER_WAY, DONE, NOT_GIVEN = "planned", "under_way", "done", "not_given"
    STATES = [
        (PLANNED, _("Direncanakan")),
        (UNDER_WAY, _("Berjalan")),
        (DONE, _("Selesai")),
        (NOT_GIVEN, _("Tidak diberikan")),
    ]
    goal = models.ForeignKey(Goal, on_delete=models.PROTECT, null=True, related_name="services")
    # A code of jaga.casework.services.
    code = models.CharField(max_length=40)
    person = models.ForeignKey(
        USER, on_delete=models.PROTECT, null=True, related_name="case_services"
    )
    provider = _words("service.provider")
    due_on = models.DateField(null=True)
    state = models.CharField(max_length=10, choices=STATES, default=PLANNED)
    explanation = _words("service.explanation")
    # The day it got under way (or was done at once); empty while it has not begun.
    begun_on = models.DateField(null=True)
    ended_on = models.DateField(null=True)


class FollowUp(Part):
    """A visit, talk or call after services began, with the date of the next review."""

    held_on = models.DateField()
    manner = models.CharField(max_length=20)
    outcome = models.CharField(max_length=20)
    words = _words("followup.words")
    child_view = _words("followup.child_view")
    # Whether the help helped, as the child says; empty where the child was not asked.
    helped = models.CharField(max_length=20, default="")
    next_review_on = models.DateField(null=True)


class Conference(Part):
    """A case conference: who took part by role, what was decided, what the child thinks."""

    held_on = models.DateField()
    participants = models.JSONField(default=list)
    child_heard = models.CharField(max_length=20)
    child_view = _words("conference.child_view")
    decisions = _words("conference.decisions")
    dissent = _words("conference.dissent")


class Approval(Part):
    """A plan or a closure put before another person (`by` asks). One at a time is open."""

    PLAN, CLOSURE = "plan", "closure"
    ASKED, APPROVED, RETURNED, OVERTAKEN = "asked", "approved", "returned", "overtaken"
    STATES = [
        (ASKED, _("Menunggu pengesahan")),
        (APPROVED, _("Disahkan")),
        (RETURNED, _("Dikembalikan")),
        # The plan changed, or the case was reopened, after it.
        (OVERTAKEN, _("Tidak berlaku lagi")),
    ]
    what = models.CharField(max_length=10, choices=[(PLAN, PLAN), (CLOSURE, CLOSURE)])
    state = models.CharField(max_length=10, choices=STATES, default=ASKED)
    reason_code = models.CharField(max_length=30, default="")
    words = _words("approval.words")
    # Who held the case when it was asked; they may not decide either.
    owner = _person(null=True)
    decided_by = _person(null=True)
    decided_at = models.DateTimeField(null=True)
    note = _words("approval.note")

    class Meta(Part.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["case", "what"], condition=Q(state="asked"), name="one_open_request"
            ),
            models.CheckConstraint(
                condition=Q(decided_by__isnull=True)
                | (~Q(decided_by=F("by")) & (Q(owner__isnull=True) | ~Q(decided_by=F("owner")))),
                name="decided_by_another_person",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["approved", "returned"]) | Q(decided_by__isnull=False),
                name="a_decision_has_a_person",
            ),
        ]


class Transition(Part):
    """One step forward or back, as it happened."""

    before = models.CharField(max_length=16)
    after = models.CharField(max_length=16)
    reason_code = models.CharField(max_length=30, default="")
    reason = _words("transition.reason")


class Conflict(models.Model):
    """A conflict of interest: while it stands, the case does not exist for `person`."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="conflicts")
    person = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="conflicts")
    reason_code = models.CharField(max_length=30)
    by = _person()
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "person"], name="one_conflict_per_person")
        ]


class Look(Part):
    """A look at who the child is, with the reason given: one row per person and day."""

    on = models.DateField()
    reason_code = models.CharField(max_length=30)
    reason = _words("look.reason")

    class Meta(Part.Meta):
        constraints = [models.UniqueConstraint(fields=["case", "by", "on"], name="one_look_a_day")]
