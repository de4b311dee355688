"""What people do with what is kept. Each action is one transaction with its audit event inside."""

import base64
from datetime import date, timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone

from jaga.casework import documents
from jaga.casework.retention import (
    LONGEST_HOLD_DAYS,
    LONGEST_POSTPONEMENT_DAYS,
    REMIND_DAYS_BEFORE,
)
from jaga.errors import BadInput
from jaga_web import vault
from jaga_web.access import CASES_ERASE, require
from jaga_web.audit.actions import record
from jaga_web.cases.models import Case
from jaga_web.keeping import erasing, queries
from jaga_web.keeping.models import WHY, Attachment, Erasure, Hold, Postponement, Tombstone
from jaga_web.keeping.permissions import (
    check_decide,
    check_hold,
    check_keep,
    check_not_held,
    check_postpone,
    check_read,
)
from jaga_web.people.models import User
from jaga_web.refusing import SHORTEST_REASON, refuse

LONGEST_TITLE = 120
MOST_ATTACHMENTS = 50


@transaction.atomic
def attach(*, case: Case, title: str, data: bytes, by: User) -> Attachment:
    """Keep a document with a case, sealed. Raises BadInput for all but text and PDF of text."""
    check_keep(by, case)
    case = Case.objects.select_for_update().get(pk=case.pk)
    _must_be_open(case)
    kind = documents.check(data)
    if not title.strip() or len(title.strip()) > LONGEST_TITLE:
        raise refuse(
            f"Beri judul, paling panjang {LONGEST_TITLE} huruf, tanpa nama orang.",
            f"Give a title of at most {LONGEST_TITLE} letters, without anybody's name.",
        )
    if case.attachments.count() >= MOST_ATTACHMENTS:
        raise refuse(
            f"Kasus ini sudah memiliki {MOST_ATTACHMENTS} lampiran.",
            f"This case already has {MOST_ATTACHMENTS} attachments.",
        )
    made = Attachment.objects.create(
        case=case,
        kind=kind,
        title=title.strip(),
        content=base64.b64encode(data).decode(),
        size_bytes=len(data),
        by=by,
    )
    _trace(by, "keeping.attached", case, kind=kind, number=made.pk)
    return made


@transaction.atomic
def open_attachment(*, attachment: Attachment, by: User) -> bytes:
    """The document itself; every look is logged. Raises BadInput once its key is gone."""
    check_read(by, attachment.case)
    content = Attachment.objects.get(pk=attachment.pk).content
    if content == vault.ERASED:
        raise BadInput(vault.GONE)
    _trace(by, "keeping.attachment_opened", attachment.case, number=attachment.pk)
    return base64.b64decode(content)


@transaction.atomic
def hold(*, case: Case, reason: str, until: date | None, note: str, by: User) -> Hold:
    """Keep a case from being erased until a day, for a reason in law."""
    check_hold(by, case)
    case = Case.objects.select_for_update().get(pk=case.pk)
    if reason not in dict(Hold.REASONS):
        raise refuse("Pilih alasan hukumnya.", "Choose the reason in law.")
    made = Hold.objects.create(
        case=case,
        reason=reason,
        until=_day(until, LONGEST_HOLD_DAYS),
        note=note.strip() or None,
        placed_by=by,
    )
    _trace(by, "keeping.held", case, kind=reason, until=made.until.isoformat())
    return made


@transaction.atomic
def review_hold(*, hold: Hold, until: date | None, by: User) -> Hold:
    """Look at a hold again and say until when it is still needed."""
    check_hold(by, hold.case)
    hold = _standing(hold)
    hold.until = _day(until, LONGEST_HOLD_DAYS)
    hold.reviewed_by, hold.reviewed_at = by, timezone.now()
    hold.save(update_fields=["until", "reviewed_by", "reviewed_at"])
    _trace(by, "keeping.hold_reviewed", hold.case, until=hold.until.isoformat())
    return hold


@transaction.atomic
def lift_hold(*, hold: Hold, by: User) -> Hold:
    """The law needs the case no longer."""
    check_hold(by, hold.case)
    hold = _standing(hold)
    hold.lifted_by, hold.lifted_at = by, timezone.now()
    hold.save(update_fields=["lifted_by", "lifted_at"])
    _trace(by, "keeping.hold_lifted", hold.case, kind=hold.reason)
    return hold


@transaction.atomic
def postpone(*, case: Case, until: date | None, reason: str, by: User) -> Postponement:
    """Keep a closed case longer than the rule, with a reason and a new day."""
    check_postpone(by, case)
    made = Postponement.objects.create(
        case=case,
        until=_day(until, LONGEST_POSTPONEMENT_DAYS),
        reason=_reason(reason),
        by=by,
    )
    _trace(by, "keeping.postponed", case, until=made.until.isoformat())
    return made


@transaction.atomic
def request_erasure(*, case: Case, why: str, words: str = "", by: User | None) -> Erasure:
    """Ask that a case be erased; a custodian decides. `by` is None for the reporter's wish.

    For "retention" the day on which its time ends is the first on which it may be erased.
    """
    not_before = timezone.localdate()
    if by is not None:
        check_keep(by, case)
    case = Case.objects.select_for_update().get(pk=case.pk)
    if why not in dict(WHY) or (by is None) != (why == "reporter"):
        raise refuse("Pilih alasan penghapusan.", "Choose the reason for erasing.")
    if why == "retention":
        not_before = _due_soon(case)
    try:
        with transaction.atomic():
            made = Erasure.objects.create(
                case=case,
                why=why,
                words=_reason(words) if by is not None else None,
                asked_by=by,
                not_before=not_before,
            )
    except IntegrityError:
        raise refuse(
            "Penghapusan kasus ini sudah diminta.", "Erasure of this case was asked for already."
        ) from None
    _trace(by, "keeping.erasure_asked", case, why=why)
    return made


@transaction.atomic
def approve_erasure(*, erasure: Erasure, number: str, by: User) -> Tombstone | None:
    """Approve; erases at once, or (None) on the day that was asked for. There is no way back.

    `number` is the case's, typed by hand. Raises BadInput while the law holds the case.
    """
    erasure = _asked(erasure, by)
    if number.strip().upper() != erasure.case.number:
        raise refuse(
            "Nomor yang diketik bukan nomor kasus ini. Tidak ada yang dihapus.",
            "The number typed is not this case's. Nothing was erased.",
        )
    check_not_held(erasure.case)
    erasure.state = Erasure.APPROVED
    erasure.decided_by, erasure.decided_at = by, timezone.now()
    erasure.save(update_fields=["state", "decided_by", "decided_at"])
    _trace(by, "keeping.erasure_approved", erasure.case, why=erasure.why)
    if erasure.not_before > timezone.localdate():
        return None
    return erasing.erase(erasure=erasure, by=by)


@transaction.atomic
def return_erasure(*, erasure: Erasure, note: str, by: User) -> Erasure:
    """Say no, with the reason; the case stays."""
    erasure = _asked(erasure, by)
    erasure.state, erasure.note = Erasure.RETURNED, _reason(note)
    erasure.decided_by, erasure.decided_at = by, timezone.now()
    erasure.save(update_fields=["state", "note", "decided_by", "decided_at"])
    _trace(by, "keeping.erasure_returned", erasure.case, why=erasure.why)
    return erasure


def run_due() -> tuple[int, int]:
    """Carry out approved erasures whose day has come; how many were erased, and how many wait.

    Nothing is erased that nobody approved. What is held, or was worked on since, waits.
    """
    erased = waiting = 0
    for number in Erasure.objects.filter(
        state=Erasure.APPROVED, not_before__lte=timezone.localdate()
    ).values_list("pk", flat=True):
        try:
            erased += _run(number)
        except BadInput:
            waiting += 1
    return erased, waiting


@transaction.atomic
def _run(number: int) -> bool:
    asked = Erasure.objects.filter(pk=number).first()
    if asked is None:
        return False
    case = Case.objects.select_for_update().get(pk=asked.case_id)
    erasure = Erasure.objects.select_for_update().get(pk=number)
    if erasure.why == "retention":
        erasure.not_before = _due_soon(case)
        erasure.save(update_fields=["not_before"])
        if erasure.not_before > timezone.localdate():
            return False
    erasing.erase(erasure=erasure, by=None)
    return True


def sweep(*, older_than_hours: float, destroy: bool) -> int:
    """Count keys that no row names, and destroy them if told to."""
    found = erasing.orphans(older_than_hours * 3600)
    if destroy:
        for name in found:
            vault.destroy(name)
        _note_sweep(len(found))
    return len(found)


@transaction.atomic
def _note_sweep(count: int) -> None:
    record(
        by=None,
        verb="keeping.orphan_destroyed",
        subject="keys:all",
        organisation=None,
        detail={"number": count},
    )


def _due_soon(case: Case) -> date:
    """From which day the case may be erased, today or soon. Raises BadInput if it is not due."""
    due, today = queries.due_on(case), timezone.localdate()
    if due is None or due > today + timedelta(days=REMIND_DAYS_BEFORE):
        raise refuse(
            "Masa simpan kasus ini belum berakhir: ia masih terbuka, atau masih ada kegiatan.",
            "This case's time is not over: it is open still, or worked on still.",
        )
    return max(due, today)


def _asked(erasure: Erasure, by: User) -> Erasure:
    """The request as it is now, with its case locked first, as every action does."""
    require(by, CASES_ERASE)
    Case.objects.select_for_update().get(pk=erasure.case_id)
    erasure = Erasure.objects.select_for_update().select_related("case").get(pk=erasure.pk)
    check_decide(by, erasure)
    if erasure.state != Erasure.ASKED:
        raise refuse(
            "Permintaan ini sudah diputuskan. Muat ulang halamannya.",
            "This request was decided already. Load the page again.",
        )
    return erasure


def _standing(hold: Hold) -> Hold:
    Case.objects.select_for_update().get(pk=hold.case_id)
    hold = Hold.objects.select_for_update().select_related("case").get(pk=hold.pk)
    if hold.lifted_at is not None:
        raise refuse(
            "Penahanan ini sudah diakhiri. Muat ulang halamannya.",
            "This hold was lifted already. Load the page again.",
        )
    return hold


def _day(until: date | None, most: int) -> date:
    today = timezone.localdate()
    if until is None or not today < until <= today + timedelta(days=most):
        raise refuse(
            f"Pilih tanggal sesudah hari ini, paling jauh {most} hari.",
            f"Choose a day after today, at most {most} days away.",
        )
    return until


def _reason(words: str) -> str:
    if len(words.strip()) < SHORTEST_REASON:
        raise refuse(
            f"Tuliskan alasannya, sekurangnya {SHORTEST_REASON} huruf, tanpa nama.",
            f"Write the reason, in at least {SHORTEST_REASON} letters, without names.",
        )
    return words.strip()


def _must_be_open(case: Case) -> None:
    if case.status != Case.OPEN:
        raise refuse(
            "Kasus ini sudah ditutup, jadi tidak menerima lampiran.",
            "This case is closed, so it takes no attachments.",
        )


def _trace(by: User | None, verb: str, case: Case, **detail: str | int) -> None:
    record(
        by=by,
        verb=verb,
        subject=f"case:{case.pk}",
        organisation=case.organisation_id,
        detail=detail,
    )
