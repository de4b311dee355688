"""What people do with one alert. Each action is one transaction with its audit event inside."""

from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from jaga.lookalikes import Known
from jaga_web.access import ALERTS_DECIDE
from jaga_web.alerts import permissions, words
from jaga_web.alerts.knowledge import look_alikes
from jaga_web.alerts.models import Alert, Decision, LookAlikeCheck
from jaga_web.alerts.queries import day_began, today
from jaga_web.alerts.taking_in import take_in
from jaga_web.audit.actions import record, record_read
from jaga_web.audit.queries import READ_ALERT
from jaga_web.people.models import User
from jaga_web.refusing import SHORTEST_REASON, refuse

__all__ = [
    "Proposal", "approve", "assign", "check_look_alike", "mark_handed_over", "note_read",
    "propose_decision", "return_decision", "take_in",
]  # fmt: skip


LONGEST_NOTE = 500
MUST_ANSWER = 8
"""More than that would be ticked without reading; the rest is there for whoever wants it."""


@dataclass(frozen=True)
class Proposal:
    """What the first person fills in. Free text is sealed when it is stored."""

    outcome: str
    reasons: str
    safeguarding: str = ""
    age_checked: bool = False
    age_how: str = ""


def note_read(*, alert: Alert, by: User) -> None:
    """Log that this person read what points at somebody: once a day for each alert."""
    record_read(
        by=by,
        verb=READ_ALERT,
        subject=f"alert:{alert.pk}",
        organisation=alert.organisation_id,
        since=day_began(),
    )


@transaction.atomic
def assign(*, alert: Alert, to: User | None, by: User) -> Alert:
    """Give the alert to somebody of the organisation who decides, or to nobody."""
    permissions.check_decide(by, alert)
    alert = _locked(alert)
    if to is not None and not (
        to.organisation_id == alert.organisation_id and to.may(ALERTS_DECIDE)
    ):
        raise refuse(
            "Pilih orang dari organisasi ini yang boleh memutuskan peringatan.",
            "Choose a person of this organisation who may decide on alerts.",
        )
    alert.assigned_to = to
    if to is not None and alert.state_on(today()) == words.NEW:
        alert.state = words.IN_REVIEW
    alert.save(update_fields=["assigned_to", "state"])
    _trace(by, "alerts.assigned", alert, to=to.pk if to else 0)
    return alert


@transaction.atomic
def check_look_alike(
    *, alert: Alert, look_alike: str, verdict: str, by: User, note: str = ""
) -> LookAlikeCheck:
    """Record whether one innocent explanation fits the payments, and what was found.

    A later answer replaces it on the page; the audit trail keeps every answer.
    """
    permissions.check_decide(by, alert)
    alert = _locked(alert)
    _must_be(alert, words.NEW, words.IN_REVIEW)
    known = look_alike in listed_look_alikes(alert) and verdict in dict(words.LOOK_ALIKE_VERDICTS)
    if not known or len(note) > LONGEST_NOTE:
        raise refuse(
            "Pilih satu jawaban untuk penjelasan yang terdaftar, dengan catatan paling panjang "
            f"{LONGEST_NOTE} huruf.",
            "Choose one answer for an explanation that is listed, with a note of at most "
            f"{LONGEST_NOTE} letters.",
        )
    check, _created = LookAlikeCheck.objects.update_or_create(
        alert=alert,
        look_alike=look_alike,
        defaults={"verdict": verdict, "note": note.strip(), "by": by},
    )
    _start_review(alert)
    _trace(by, "alerts.look_alike_checked", alert, look_alike=look_alike, verdict=verdict)
    return check


@transaction.atomic
def propose_decision(*, alert: Alert, proposal: Proposal, by: User) -> Decision:
    """The first person's decision; it counts once a second person has approved it."""
    permissions.check_decide(by, alert)
    alert = _locked(alert)
    _must_be(alert, words.NEW, words.IN_REVIEW)
    _check_proposal(alert, proposal)
    decision = Decision.objects.create(
        alert=alert,
        outcome=proposal.outcome,
        reasons=proposal.reasons.strip(),
        safeguarding=proposal.safeguarding.strip(),
        age_checked=proposal.age_checked,
        age_how=proposal.age_how.strip(),
        maker=by,
    )
    alert.state = words.DECIDED_PENDING
    alert.snoozed_until = None
    alert.save(update_fields=["state", "snoozed_until"])
    _trace(by, "alerts.decision_proposed", alert, outcome=proposal.outcome)
    return decision


@transaction.atomic
def approve(*, decision: Decision, by: User, note: str = "") -> Decision:
    """The second person agrees: the alert is decided."""
    alert, decision = _open_decision(decision, by)
    _answer(decision, Decision.APPROVED, by, note)
    alert.state = decision.outcome
    alert.save(update_fields=["state"])
    _trace(by, "alerts.decision_approved", alert, outcome=decision.outcome)
    return decision


@transaction.atomic
def return_decision(*, decision: Decision, by: User, note: str) -> Decision:
    """The second person sends it back with a reason: the alert is in review again."""
    alert, decision = _open_decision(decision, by)
    _must_say(note)
    _answer(decision, Decision.RETURNED, by, note)
    alert.state = words.IN_REVIEW
    alert.save(update_fields=["state"])
    _trace(by, "alerts.decision_returned", alert, outcome=decision.outcome)
    return decision


@transaction.atomic
def mark_handed_over(*, alert: Alert, case_number: str, by: User) -> Alert:
    """Only a confirmed alert goes on; called by whoever opens the case, in its transaction."""
    permissions.check_hand_over(by, alert)
    alert = _locked(alert)
    _must_be(alert, words.CONFIRMED)
    alert.state = words.HANDED_OVER
    alert.save(update_fields=["state"])
    _trace(by, "alerts.handed_over", alert, case=case_number)
    return alert


def listed_look_alikes(alert: Alert) -> dict[str, Known]:
    """The innocent explanations this alert asks for, by name."""
    fired = {r["indicator"]: r["weight"] for r in alert.reasons if r["answer"] == "fired"}
    return {found.name: found for found in look_alikes(alert.typology, fired)}


def required_look_alikes(alert: Alert) -> list[str]:
    """The likeliest explanations, which must be answered before an alert may be confirmed."""
    return list(listed_look_alikes(alert))[:MUST_ANSWER]


def _check_proposal(alert: Alert, proposal: Proposal) -> None:
    if proposal.outcome not in dict(words.DECISION_OUTCOMES):
        raise refuse("Pilih satu keputusan.", "Choose a decision.")
    _must_say(proposal.reasons)
    if proposal.outcome != words.CONFIRMED:
        return
    _check_look_alikes(alert)
    if alert.is_protection:
        _must_say(
            proposal.safeguarding,
            "Tuliskan langkah pengamanan anak sebelum mengusulkan konfirmasi.",
            "Write the steps that keep the child safe before you propose to confirm.",
        )
    elif not proposal.age_checked:
        raise refuse(
            "Periksa dulu usia pemegang akun dan centang “usia diperiksa”.",
            "First check the age of the account holder and tick “age checked”.",
        )
    else:
        _must_say(
            proposal.age_how,
            "Tuliskan bagaimana usia pemegang akun diperiksa.",
            "Write how the age of the account holder was checked.",
        )


def _check_look_alikes(alert: Alert) -> None:
    verdicts = dict(alert.look_alike_checks.values_list("look_alike", "verdict"))
    listed = listed_look_alikes(alert)
    if any(name not in verdicts for name in required_look_alikes(alert)):
        raise refuse(
            "Jawab dulu semua penjelasan wajar yang wajib di daftar periksa.",
            "First answer every innocent explanation that the checklist asks for.",
        )
    if any(verdicts.get(name) == "applies" for name in listed):
        raise refuse(
            "Satu penjelasan wajar ditandai cocok, jadi peringatan ini tidak dapat dikonfirmasi.",
            "One innocent explanation is marked as fitting, so this alert cannot be confirmed.",
        )


def _must_say(text: str, indonesian: str = "", english: str = "") -> None:
    least = SHORTEST_REASON if not indonesian else 3
    if len(text.strip()) < least:
        raise refuse(
            indonesian or f"Tuliskan alasannya, sekurangnya {least} huruf.",
            english or f"Write the reason, in at least {least} letters.",
        )


def _open_decision(decision: Decision, by: User) -> tuple[Alert, Decision]:
    alert = _locked(decision.alert)
    decision = Decision.objects.select_related("alert").get(pk=decision.pk)
    permissions.check_confirm(by, decision)
    if decision.state != Decision.PROPOSED:
        raise refuse(
            "Keputusan ini sudah dijawab. Muat ulang halaman peringatan.",
            "This decision was answered already. Load the alert page again.",
        )
    return alert, decision


def _answer(decision: Decision, state: str, by: User, note: str) -> None:
    decision.state, decision.checker, decision.checked_at = state, by, timezone.now()
    decision.checker_note = note.strip()
    decision.save(update_fields=["state", "checker", "checked_at", "checker_note"])


def _locked(alert: Alert) -> Alert:
    return Alert.objects.select_for_update().get(pk=alert.pk)


def _must_be(alert: Alert, *states: str) -> None:
    if alert.state_on(today()) not in states:
        raise refuse(
            "Keadaan peringatan ini sudah berubah. Muat ulang halamannya.",
            "The state of this alert has changed. Load its page again.",
        )


def _start_review(alert: Alert) -> None:
    if alert.state_on(today()) == words.NEW:
        alert.state = words.IN_REVIEW
        alert.save(update_fields=["state"])


def _trace(by: User, verb: str, alert: Alert, **detail: str | int) -> None:
    record(
        by=by,
        verb=verb,
        subject=f"alert:{alert.pk}",
        organisation=alert.organisation_id,
        detail=detail,
    )
