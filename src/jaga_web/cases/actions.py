"""What people do with a case. Each action is one transaction with its audit event inside."""

from collections.abc import Collection, Mapping
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jaga.casework import forms
from jaga_web import vault
from jaga_web.access import ALERTS_HAND_OVER, CASES_ASSIGN, CASES_OPEN, CASES_OWN, require
from jaga_web.alerts.actions import mark_handed_over
from jaga_web.alerts.models import Alert
from jaga_web.alerts.queries import day_began
from jaga_web.audit.actions import record_read
from jaga_web.audit.queries import READ_CASE
from jaga_web.cases import timing
from jaga_web.cases.acting import locked, must_be_open, reasoned, trace
from jaga_web.cases.models import Case, CaseCounter, Coded
from jaga_web.cases.permissions import check_close, check_same_organisation, conflicted
from jaga_web.people.models import Organisation, User
from jaga_web.refusing import refuse

# What a case may be opened with, and the codes of each; an empty list allows any value.
OPENING: dict[str, list[tuple[str, Any]]] = {
    "age_band": Case.AGE_BANDS,
    "sex": Case.SEXES,
    "verified": Case.CHECKS,
    "region": [],
    "consent_reporting": [],
}


@transaction.atomic
def open_from_alert(*, alert: Alert, by: User) -> Case:
    """Open the case a confirmed alert leads to; alert and case change together or not at all."""
    require(by, ALERTS_HAND_OVER)
    number = _next_number()
    # First, because it refuses an alert that is not confirmed or was handed over already.
    mark_handed_over(alert=alert, case_number=number, by=by)
    case = Case.objects.create(
        number=number,
        key_id=vault.new_key(),
        organisation=alert.organisation,
        source="alert",
        kind=alert.outcome,
        opened_from=alert.alert_id,
        opened_by=by,
    )
    trace(by, "cases.opened", case, kind=case.kind)
    return case


@transaction.atomic
def open_case(
    *,
    organisation: Organisation,
    source: str,
    by: User,
    codes: Mapping[str, Collection[str]] | None = None,
    **coded: str | bool | None,
) -> Case:
    """Open a child's case at its first step.

    `coded` may name any of `OPENING`; `codes` holds the codes of each list that apply. The
    person who opens it holds it at once where their roles let them hold cases.
    """
    require(by, CASES_OPEN)
    if organisation.pk != by.organisation_id:
        raise PermissionDenied(_("Kasus dibuka untuk organisasi sendiri."))
    _check_codes(source, coded)
    case = Case.objects.create(
        number=_next_number(),
        key_id=vault.new_key(),
        organisation=organisation,
        source=source,
        kind=Case.PROTECTION,
        owner=by if by.may(CASES_OWN) and not by.may(CASES_ASSIGN) else None,
        opened_by=by,
        **coded,
    )
    for name, found in (codes or {}).items():
        for code in sorted(found):
            Coded.objects.create(case=case, list=name, code=code, by=by)
    trace(by, "cases.opened", case, kind=case.kind)
    return case


def open_by_hand(*, source: str, coded: Mapping[str, str], by: User) -> Case:
    """Open a case from the form of the office; what was left open stays unknown."""
    if source not in {"direct", "referral"}:
        raise refuse("Pilih dari mana kasus ini datang.", "Choose where this case comes from.")
    checked: dict[str, Any] = {
        name: forms.check(forms.question("registration", name), value)
        for name, value in coded.items()
        if value
    }
    return open_case(organisation=by.organisation, source=source, by=by, **checked)


def _check_codes(source: str, coded: Mapping[str, str | bool | None]) -> None:
    """Programming mistakes, not people's: pages offer these codes only."""
    allowed = {**OPENING, "source": Case.SOURCES}
    for name, value in {**coded, "source": source}.items():
        choices = allowed[name]
        if choices and value not in {code for code, _words in choices}:
            raise ValueError(f"{name} has no such code")


def note_read(*, case: Case, by: User) -> None:
    """Log that this person read the case: once a day for each case."""
    record_read(
        by=by,
        verb=READ_CASE,
        subject=f"case:{case.pk}",
        organisation=case.organisation_id,
        since=day_began(),
    )


@transaction.atomic
def assign(*, case: Case, to: User, by: User) -> Case:
    """Make a person of the same organisation who may hold cases its owner."""
    check_same_organisation(by, case)
    require(by, CASES_ASSIGN)
    case = locked(case)
    must_be_open(case)
    # Locked, so that no account is closed while it is being given a case.
    to = User.objects.select_for_update().get(pk=to.pk)
    # Whoever has a conflict of interest is no choice, and nothing tells of it.
    if to.organisation_id != case.organisation_id or not to.may(CASES_OWN) or conflicted(to, case):
        raise refuse(
            "Pilih orang dari organisasi ini yang boleh memegang kasus.",
            "Choose a person of this organisation who may hold cases.",
        )
    case.owner = to
    case.save(update_fields=["owner"])
    timing.handed(case, to, by)
    trace(by, "cases.assigned", case, to=to.pk)
    return case


@transaction.atomic
def close(*, case: Case, reason: str, by: User) -> Case:
    """Close with a reason: by its owner, or by whoever assigns cases."""
    check_same_organisation(by, case)
    case = locked(case)
    check_close(by, case)
    must_be_open(case)
    if case.kind != Case.SUSPICION:
        raise refuse(
            "Kasus perlindungan ditutup lewat langkah penutupan dan disahkan orang lain.",
            "A protection case is closed through its closing step, approved by another person.",
        )
    case.closing_reason = reasoned(reason)
    case.status, case.closed_at = Case.CLOSED, timezone.now()
    case.save(update_fields=["status", "closed_at", "closing_reason"])
    trace(by, "cases.closed", case)
    return case


def _next_number() -> str:
    year = timezone.localdate().year
    counter, _created = CaseCounter.objects.select_for_update().get_or_create(year=year)
    counter.last += 1
    counter.save(update_fields=["last"])
    return f"JGA-{year}-{counter.last:06d}"
