"""What was asked and answered, what two organisations signed, and what one asks the other to do.

Text is sealed with the case's own key, so that destroying that key erases it here too.
"""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from jaga.casework import referral as rules
from jaga_web.cases.models import Case
from jaga_web.people.models import Organisation
from jaga_web.sealing import SealedTextField
from jaga_web.vault import KeyedTextField

USER = settings.AUTH_USER_MODEL
KEY = "case.key_id"


class Consent(models.Model):
    """One question put to a child, what the table made of it, and how long it holds.

    A refusal is a row as well: it is kept, and it opens nothing.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="consents")
    # Names the consent to others; tells neither the case nor how many there are.
    reference = models.CharField(max_length=20, unique=True)
    purpose = models.CharField(max_length=12)
    # Null: for our own work, or for somebody outside this installation.
    partner = models.ForeignKey(Organisation, on_delete=models.PROTECT, null=True, related_name="+")
    # The codes of jaga.casework.referral.FIELDS that may be told.
    fields = models.JSONField(default=list)
    # What the table was asked with, and the row that answered.
    age_band = models.CharField(max_length=8)
    capacity = models.CharField(max_length=8)
    caregiver = models.CharField(max_length=8)
    basis = models.CharField(max_length=16)
    assent = models.CharField(max_length=10)
    rule = models.CharField(max_length=40)
    outcome = models.CharField(max_length=16)
    caregiver_answer = models.CharField(max_length=10)
    explained = KeyedTextField(purpose="referrals.consent.explained", key=KEY)
    explained_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    language = models.CharField(max_length=40)
    # The child's own answer, freed when the child takes it back.
    words = KeyedTextField(purpose="referrals.consent.words", key=KEY, null=True)
    # Why a basis other than consent, in the words of whoever decided.
    reason = KeyedTextField(purpose="referrals.consent.reason", key=KEY, null=True)
    decided_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(auto_now_add=True)
    confirmed_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")
    confirmed_at = models.DateTimeField(null=True)
    valid_until = models.DateField()
    withdrawn_at = models.DateTimeField(null=True)
    # Who took it back ("child", "caregiver", "supervisor"), and who wrote that down.
    withdrawn_for = models.CharField(max_length=12, blank=True, default="")
    withdrawn_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["-decided_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(confirmed_by=None) | ~Q(confirmed_by=F("decided_by")),
                name="consent_confirmed_by_another",
            ),
            models.CheckConstraint(
                condition=Q(confirmed_by=None, confirmed_at=None)
                | Q(confirmed_by__isnull=False, confirmed_at__isnull=False),
                name="consent_confirmed_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return self.reference


class Agreement(models.Model):
    """What two organisations signed before anything is told: for what, which fields, how long."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    partner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    purpose = models.CharField(max_length=12)
    fields = models.JSONField(default=list)
    # Whether the partner decides on the data itself ("controller") or for us ("processor").
    partner_as = models.CharField(max_length=12)
    starts_on = models.DateField()
    ends_on = models.DateField()
    # The number of the signed paper, if there is one.
    reference = SealedTextField(purpose="referrals.agreement.reference", default="")
    drafted_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    drafted_at = models.DateTimeField(auto_now_add=True)
    signed_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")
    signed_at = models.DateTimeField(null=True)
    partner_signed_by = models.ForeignKey(
        USER, on_delete=models.PROTECT, null=True, related_name="+"
    )
    partner_signed_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["-drafted_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(organisation=F("partner")), name="agreement_between_two"
            ),
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")), name="agreement_ends_after_start"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.purpose} {self.pk}"


class Referral(models.Model):
    """One service asked of one partner for one child, and how far it has come."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="referrals")
    partner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="referrals")
    consent = models.ForeignKey(Consent, on_delete=models.PROTECT, related_name="referrals")
    # What the partner calls the child: the same in each of its referrals, another at others'.
    pseudonym = models.CharField(max_length=20, db_index=True)
    service = models.CharField(max_length=40)
    subtype = models.CharField(max_length=60)
    # The number of the service in the case's plan that this asks for, if it stands there.
    planned_service = models.PositiveBigIntegerField(null=True)
    urgency = models.CharField(max_length=8)
    fields = models.JSONField(default=list)
    # Written for the partner: why, and how the child is met without danger.
    note = KeyedTextField(purpose="referrals.referral.note", key=KEY, default="")
    safe_contact = KeyedTextField(purpose="referrals.referral.safe_contact", key=KEY, default="")
    # Exactly what the partner sees (JSON, field code to words), frozen when it was sent.
    disclosed = KeyedTextField(purpose="referrals.referral.disclosed", key=KEY, null=True)
    state = models.CharField(max_length=12, default=rules.DRAFT)
    # The code of a rejection or of a revocation.
    reason_code = models.CharField(max_length=24, blank=True, default="")
    expires_on = models.DateField()
    drafted_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    drafted_at = models.DateTimeField(auto_now_add=True)
    sent_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")
    sent_at = models.DateTimeField(null=True)
    moved_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-drafted_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.pseudonym} {self.pk}"


class Move(models.Model):
    """One step of a referral, with what was said beside it; never changed afterwards."""

    referral = models.ForeignKey(Referral, on_delete=models.PROTECT, related_name="moves")
    state = models.CharField(max_length=12)
    reason_code = models.CharField(max_length=24, blank=True, default="")
    note = KeyedTextField(purpose="referrals.move.note", key="referral.case.key_id", default="")
    by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.referral_id} {self.state}"


class Abroad(models.Model):
    """A referral that crosses a border: written down here, sent by people, never by Jaga."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="abroad")
    direction = models.CharField(max_length=4)
    # ISO 3166-1, two letters.
    country = models.CharField(max_length=2)
    # Outgoing only: what the child agreed to.
    consent = models.ForeignKey(Consent, on_delete=models.PROTECT, null=True, related_name="+")
    organisation_name = KeyedTextField(purpose="referrals.abroad.organisation_name", key=KEY)
    channel = KeyedTextField(purpose="referrals.abroad.channel", key=KEY)
    note = KeyedTextField(purpose="referrals.abroad.note", key=KEY, default="")
    state = models.CharField(max_length=12)
    noted_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    noted_at = models.DateTimeField(auto_now_add=True)
    answered_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-noted_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.direction} {self.country} {self.pk}"


class CounselDecision(models.Model):
    """What counsel answered to a question the law leaves open; the newest one holds."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    question = models.CharField(max_length=40)
    decision = SealedTextField(purpose="referrals.counseldecision.decision")
    # Who gave it and under which number: names a person, so it is sealed.
    counsel = SealedTextField(purpose="referrals.counseldecision.counsel")
    decided_on = models.DateField()
    review_on = models.DateField()
    recorded_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-recorded_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.question} {self.pk}"
