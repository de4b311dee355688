"""What the web keeps about alerts. Accounts are keyed tokens; free text is sealed."""

from datetime import date

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from jaga_web.alerts import words
from jaga_web.people.models import Organisation
from jaga_web.sealing import SealedTextField

USER = settings.AUTH_USER_MODEL


class Run(models.Model):
    """One screening run that was taken in, with its manifest as the core wrote it."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="runs")
    run_id = models.CharField(max_length=80)
    manifest = models.JSONField()
    active_accounts = models.PositiveBigIntegerField(null=True)
    finished_at = models.DateTimeField()
    taken_in_at = models.DateTimeField(auto_now_add=True)
    taken_in_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")
    added = models.PositiveIntegerField(default=0)
    updated = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organisation", "run_id"], name="one_row_per_run")
        ]

    def __str__(self) -> str:
        return self.run_id


class Alert(models.Model):
    """One typology × subject × month that reached its threshold."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="alerts")
    alert_id = models.CharField(max_length=80)
    run = models.ForeignKey(Run, on_delete=models.PROTECT, related_name="alerts")
    typology = models.CharField(max_length=60)
    version = models.PositiveIntegerField()
    subject = models.CharField(max_length=40)
    role = models.CharField(max_length=20, choices=words.ROLES)
    outcome = models.CharField(max_length=20, choices=words.OUTCOMES)
    window_start = models.DateTimeField()
    window_end = models.DateTimeField()
    first_fired_at = models.DateTimeField()
    score = models.IntegerField()
    rank = models.PositiveIntegerField()
    # Among the best-ranked that the run's alert budget has room for, month by month.
    in_budget = models.BooleanField(default=True)
    reasons = models.JSONField(default=list)
    # Every answer of the month as [epoch second, indicator, weight]: what a replay needs.
    climb = models.JSONField(default=list)
    # Kemendagri province code, or empty when the run does not say where.
    region = models.CharField(max_length=2, default="")
    state = models.CharField(max_length=20, choices=words.STATES, default=words.NEW)
    assigned_to = models.ForeignKey(
        USER, on_delete=models.SET_NULL, null=True, related_name="assigned_alerts"
    )
    snoozed_until = models.DateField(null=True)
    state_before_snooze = models.CharField(max_length=20, default=words.NEW)
    new_evidence_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organisation", "alert_id"], name="one_row_per_alert")
        ]
        indexes = [
            models.Index(fields=["organisation", "state", "rank"], name="alert_queue"),
            models.Index(fields=["organisation", "subject"], name="alert_subject"),
        ]

    def __str__(self) -> str:
        return self.alert_id

    @property
    def is_protection(self) -> bool:
        """Whether a child may be behind the account: protect, never accuse."""
        return self.outcome == words.PROTECTION

    def state_on(self, today: date) -> str:
        """The state on `today`: a snooze that ran out gives the earlier state back."""
        if (
            self.state == words.SNOOZED
            and self.snoozed_until is not None
            and self.snoozed_until < today
        ):
            return self.state_before_snooze
        return self.state


class EvidencePayment(models.Model):
    """One payment that an alert rests on."""

    alert = models.ForeignKey(Alert, on_delete=models.CASCADE, related_name="evidence")
    payment_key = models.CharField(max_length=200)
    booked_at = models.DateTimeField()
    debtor = models.CharField(max_length=40)
    creditor = models.CharField(max_length=40)
    amount_idr = models.BigIntegerField()
    amount_minor = models.BigIntegerField()
    currency = models.CharField(max_length=12)
    rail = models.CharField(max_length=20, choices=words.RAILS)
    debtor_country = models.CharField(max_length=2, null=True)
    creditor_country = models.CharField(max_length=2, null=True)
    remark_class = models.CharField(max_length=20, null=True, choices=words.REMARK_CLASSES)

    class Meta:
        ordering = ["booked_at", "payment_key"]
        constraints = [
            models.UniqueConstraint(fields=["alert", "payment_key"], name="one_row_per_evidence")
        ]

    def __str__(self) -> str:
        return self.payment_key


class MoneyNetwork(models.Model):
    """The money paths around an alert's subject, as its run's ledger told them at intake."""

    alert = models.OneToOneField(Alert, on_delete=models.CASCADE, related_name="money")
    run = models.ForeignKey(Run, on_delete=models.PROTECT, related_name="+")
    since = models.DateTimeField()
    until = models.DateTimeField()
    hops = models.PositiveSmallIntegerField()
    hop_hours = models.PositiveIntegerField()
    max_nodes = models.PositiveIntegerField()
    hub_ties = models.PositiveIntegerField()
    left_out = models.PositiveIntegerField()
    modularity = models.FloatField()

    def __str__(self) -> str:
        return f"{self.alert_id}: {self.hops}"


class MoneyParty(models.Model):
    """One account of a money network. Hops count from the subject, which is number 1."""

    network = models.ForeignKey(MoneyNetwork, on_delete=models.CASCADE, related_name="parties")
    number = models.PositiveIntegerField()
    token = models.CharField(max_length=40)
    kind = models.CharField(max_length=10)
    before = models.PositiveSmallIntegerField(null=True)
    after = models.PositiveSmallIntegerField(null=True)
    end_point = models.BooleanField()
    hub = models.BooleanField()
    protected = models.BooleanField()
    more_before = models.PositiveIntegerField()
    more_after = models.PositiveIntegerField()
    # Empty: not asked of this account, or not to be told.
    came_idr = models.BigIntegerField(null=True)
    passed_idr = models.BigIntegerField(null=True)
    kept_idr = models.BigIntegerField(null=True)
    open_idr = models.BigIntegerField(null=True)
    group = models.PositiveIntegerField()
    community = models.PositiveIntegerField()

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["network", "number"], name="one_number_each")
        ]

    def __str__(self) -> str:
        return f"{self.network_id}: {self.number}"


class MoneyTie(models.Model):
    """All payments on paths from one account of a money network to another, by their numbers."""

    network = models.ForeignKey(MoneyNetwork, on_delete=models.CASCADE, related_name="ties")
    debtor = models.PositiveIntegerField()
    creditor = models.PositiveIntegerField()
    hop = models.PositiveSmallIntegerField()
    payments = models.PositiveIntegerField()
    amount_idr = models.BigIntegerField()
    first_at = models.DateTimeField()
    last_at = models.DateTimeField()

    class Meta:
        ordering = ["debtor", "creditor"]
        constraints = [
            models.UniqueConstraint(fields=["network", "debtor", "creditor"], name="one_tie_each")
        ]

    def __str__(self) -> str:
        return f"{self.debtor} → {self.creditor}"


class Decision(models.Model):
    """What one person proposed and another person answered."""

    PROPOSED, APPROVED, RETURNED = "proposed", "approved", "returned"
    STATES = [
        (PROPOSED, _("Diusulkan")),
        (APPROVED, _("Disetujui")),
        (RETURNED, _("Dikembalikan")),
    ]

    alert = models.ForeignKey(Alert, on_delete=models.PROTECT, related_name="decisions")
    outcome = models.CharField(max_length=20, choices=words.DECISION_OUTCOMES)
    reasons = SealedTextField(purpose="alerts.decision.reasons")
    safeguarding = SealedTextField(purpose="alerts.decision.safeguarding", default="")
    age_checked = models.BooleanField(default=False)
    age_how = SealedTextField(purpose="alerts.decision.age_how", default="")
    maker = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    checker = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")
    checked_at = models.DateTimeField(null=True)
    checker_note = SealedTextField(purpose="alerts.decision.checker_note", default="")
    state = models.CharField(max_length=20, choices=STATES, default=PROPOSED)

    class Meta:
        ordering = ["made_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["alert"],
                condition=models.Q(state="proposed"),
                name="one_open_proposal_per_alert",
            ),
            # Held by the database too, so that no later code path can forget it.
            models.CheckConstraint(
                condition=models.Q(checker__isnull=True) | ~models.Q(checker=models.F("maker")),
                name="maker_is_not_checker",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.outcome} ({self.state})"


class LookAlikeCheck(models.Model):
    """One innocent explanation that a person held against the payments."""

    alert = models.ForeignKey(Alert, on_delete=models.CASCADE, related_name="look_alike_checks")
    look_alike = models.CharField(max_length=80)
    verdict = models.CharField(max_length=20, choices=words.LOOK_ALIKE_VERDICTS)
    note = SealedTextField(purpose="alerts.look_alike_check.note", default="")
    by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["alert", "look_alike"], name="one_verdict_each")
        ]

    def __str__(self) -> str:
        return f"{self.look_alike}: {self.verdict}"


class Snooze(models.Model):
    """A reasoned pause for one indicator, or one whole typology, and one account."""

    INDICATOR, TYPOLOGY = "indicator", "typology"

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="snoozes")
    subject = models.CharField(max_length=40)
    kind = models.CharField(
        max_length=10, choices=[(INDICATOR, _("Indikator")), (TYPOLOGY, _("Tipologi"))]
    )
    name = models.CharField(max_length=60)
    reason = SealedTextField(purpose="alerts.snooze.reason")
    expires_on = models.DateField()
    by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["organisation", "subject"], name="snooze_subject")]

    def __str__(self) -> str:
        return f"{self.kind} {self.name} → {self.expires_on}"
