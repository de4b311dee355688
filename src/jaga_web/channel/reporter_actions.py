"""What whoever reported does, alone with their page. No name, no session: the six words are all.

Each act is one transaction with its audit event, recorded without an actor. The caller has found
the report by its code (`queries.living`).
"""

from collections.abc import Mapping
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from jaga.casework import receipt, safe_contact
from jaga.errors import BadInput
from jaga.words import Text
from jaga_web import vault
from jaga_web.channel import ending, queries, receipts
from jaga_web.channel.actions import know_identity, trace
from jaga_web.channel.models import Bucket, Message, Report
from jaga_web.channel.told import (
    LONGEST_LINE,
    LONGEST_WORDS,
    Told,
    check_length,
    clean,
    expiry,
)
from jaga_web.people.models import Organisation
from jaga_web.sealing import fingerprint

# A second press of "send" within this time is the same message.
SAME_MESSAGE = timedelta(minutes=10)
BUCKETS_LAST = timedelta(days=1)


@transaction.atomic
def arrive(
    *, told: Told, organisation: Organisation, form: str
) -> tuple[Report, tuple[str, ...]] | None:
    """Store a report and draw its words. Raises BadInput.

    `form` names the page it was sent from: sent again over a slow line, it is the same report
    with new words. None when that report's words were confirmed already.
    """
    told.check()
    words = receipt.draw()
    mark, form_mark = receipts.mark_of(" ".join(words)), fingerprint(form, "channel.form")
    known = Report.objects.select_for_update().filter(form_mark=form_mark).first()
    if known is not None:
        if known.receipt_confirmed_at or known.receipt_mark is None:
            return None
        known.receipt_mark = mark
        known.save(update_fields=["receipt_mark"])
        return known, words
    report = Report.objects.create(
        organisation=organisation,
        key_id=vault.new_key(),
        receipt_mark=mark,
        form_mark=form_mark,
        expires_at=expiry(),
        **told.fields(),
    )
    trace(None, "channel.received", report, kind=report.path)
    return report, words


@transaction.atomic
def confirm(*, report: Report) -> None:
    """The reporter showed that they kept the words."""
    report.receipt_confirmed_at = report.receipt_confirmed_at or timezone.now()
    report.save(update_fields=["receipt_confirmed_at"])
    trace(None, "channel.receipt_confirmed", report)


@transaction.atomic
def ask_for_call(*, report: Report, reach: str, window: str) -> None:
    """No words: somebody calls at the time the reporter chose. Raises BadInput."""
    reach, window = clean(reach)[:LONGEST_LINE], clean(window)[:LONGEST_LINE]
    if not reach or not window:
        raise BadInput(
            Text(
                "Isi dua-duanya: nomor, dan kapan kami boleh menelepon.",
                "Fill in both: the number, and when we may call.",
            )
        )
    report.callback = f"{window}\n{reach}"
    report.receipt_mark = None
    report.save(update_fields=["callback", "receipt_mark"])
    trace(None, "channel.callback_asked", report)


@transaction.atomic
def look(*, report: Report) -> None:
    """The reporter came back: answers count as read, and the report lives on from today."""
    now = timezone.now()
    Message.objects.filter(report=report, from_reporter=False, read_at=None).update(read_at=now)
    _live_on(report, now)


@transaction.atomic
def say(*, report: Report, body: str) -> None:
    """Write again. Raises BadInput."""
    body, now = clean(body), timezone.now()
    if not body:
        raise BadInput(Text("Tulis sesuatu dahulu.", "Write something first."))
    check_length(body, LONGEST_WORDS)
    lately = Message.objects.filter(report=report, from_reporter=True, at__gt=now - SAME_MESSAGE)
    if any(message.body == body for message in lately):
        return
    Message.objects.create(report=report, from_reporter=True, body=body, at=now)
    if report.status == Report.WAITING:
        report.status = Report.RECEIVED
        report.save(update_fields=["status"])
    _live_on(report, now)
    trace(None, "channel.message_left", report)


@transaction.atomic
def set_rules(*, report: Report, answers: Mapping[str, str]) -> None:
    """Change how, when and where one may be answered."""
    report.safe_contact = safe_contact.kept({name: clean(said) for name, said in answers.items()})
    report.save(update_fields=["safe_contact"])
    _live_on(report, timezone.now())
    trace(None, "channel.rules_changed", report)


@transaction.atomic
def tell_identity(*, report: Report, identity: Mapping[str, str]) -> None:
    """Say who one is; the duty to report to the police starts now. Raises BadInput."""
    if not any(said.strip() for said in identity.values()):
        raise BadInput(
            Text("Isi satu saja, atau kembali tanpa mengisi.", "Fill in one, or go back without.")
        )
    know_identity(report=report, identity=identity, by=None)
    _live_on(report, timezone.now())


@transaction.atomic
def agree(*, report: Report, to: bool) -> None:
    """Agree that the report becomes a case, or take that back while none was opened."""
    report = Report.objects.select_for_update().get(pk=report.pk)
    if report.case_opened_at is not None:
        raise BadInput(
            Text(
                "Kami sudah mulai bekerja untukmu. Tulis pesan bila kamu ingin berhenti.",
                "We have begun to work for you. Write to us if you want to stop.",
            )
        )
    report.child_agreed_at = timezone.now() if to else None
    report.save(update_fields=["child_agreed_at"])
    _live_on(report, timezone.now())
    trace(None, "channel.agreed" if to else "channel.agreement_withdrawn", report)


@transaction.atomic
def take_back(*, report: Report) -> bool:
    """Delete everything. Returns whether it was erased at once, or is kept by law for now."""
    report = Report.objects.select_for_update().get(pk=report.pk)
    erased = ending.end(report, Report.BY_REPORTER)
    trace(None, "channel.deleted", report, kind="erased" if erased else "kept_by_law")
    return erased


@transaction.atomic
def expire(*, now: datetime) -> int:
    """Erase reports past their time, and deleted ones the law no longer keeps. Returns how many.

    Also forgets the counts by which forms are kept from flooding us.
    """
    Bucket.objects.filter(filled_at__lt=now - BUCKETS_LAST).delete()
    done = 0
    for report in queries.expired(now).select_for_update():
        if ending.must_stay(report):
            continue
        if report.deleted_at is None:
            ending.end(report, Report.BY_AGE)
        elif vault.has_key(report.key_id):
            ending.erase(report)
        else:
            continue
        trace(None, "channel.expired", report)
        done += 1
    return done


def _live_on(report: Report, now: datetime) -> None:
    report.last_activity_at, report.expires_at = now, expiry(now)
    report.save(update_fields=["last_activity_at", "expires_at"])
