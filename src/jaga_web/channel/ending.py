"""How a report ends: its words written over, its key destroyed, a bare row left to count."""

from django.db import transaction
from django.utils import timezone

from jaga_web import vault
from jaga_web.channel.models import Message, Report
from jaga_web.clocks.models import Clock

# The one clock that keeps a report: a duty of ours to answer soon must not hold a child's deletion.
DUTY = "police_report_tpks41"
SEALED = ("words", "address", "safe_contact", "callback", "identity")


def must_stay(report: Report) -> bool:
    """Whether the law keeps it for now: a hold, or the duty to report while its clock runs."""
    running = Clock.objects.filter(subject=f"report:{report.pk}", rule=DUTY, ended_at__isnull=True)
    return report.held_at is not None or running.exists()


def end(report: Report, how: str) -> bool:
    """Take a report away from everybody; erase it unless it must stay. Returns whether erased.

    The code stops working at once in both cases.
    """
    report.deleted_at, report.ending = timezone.now(), how
    report.receipt_mark = report.form_mark = None
    report.save(update_fields=["deleted_at", "ending", "receipt_mark", "form_mark"])
    if must_stay(report):
        return False
    erase(report)
    return True


def erase(report: Report) -> None:
    """Leave number, door and times. What was sealed is written over, then its key destroyed."""
    Message.objects.filter(report=report).delete()
    for name in SEALED:
        setattr(report, name, "")
    report.age_band, report.safe_now, report.help_wanted = "unknown", "unsure", []
    report.save(update_fields=[*SEALED, "age_band", "safe_now", "help_wanted"])
    transaction.on_commit(lambda: vault.destroy(report.key_id))
