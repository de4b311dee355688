"""Reads of reports. Staff see those of their organisation; a reporter that of their code."""

from datetime import datetime

from django.conf import settings
from django.db.models import Q, QuerySet
from django.utils import timezone

from jaga.casework import safe_contact
from jaga_web.access import REPORTS_BRIDGE, REPORTS_VIEW
from jaga_web.channel.models import Message, Report
from jaga_web.people.models import Organisation, User
from jaga_web.people.scope import within


def visible(user: User) -> QuerySet[Report]:
    """The reports this person may read; who the reporter is stays closed (`defer`)."""
    rows = within(user, Report.objects.filter(deleted_at__isnull=True)).defer("identity")
    return rows if user.may(REPORTS_VIEW) else rows.none()


def kept_by_law(user: User) -> QuerySet[Report]:
    """Reports their reporter deleted that a hold or the duty to report keeps, for who leads."""
    rows = within(user, Report.objects.filter(deleted_at__isnull=False)).defer("identity")
    ours = [row.pk for row in rows if row.held_at or row.identity_given_at]
    return rows.filter(pk__in=ours) if user.may(REPORTS_BRIDGE) else rows.none()


def messages_of(report: Report) -> QuerySet[Message]:
    """What was said, oldest first."""
    return report.messages.select_related("by")


def rules_of(report: Report, language: str) -> list[tuple[str, str]]:
    """The safe-contact rules as question and answer, in the reader's language."""
    answers = safe_contact.read(report.safe_contact)
    return [
        (rule.question.say("en" if language == "en" else "id"), answers[rule.name])
        for rule in safe_contact.RULES
        if rule.name in answers
    ]


def receiver() -> Organisation | None:
    """Who receives what comes in under /lapor: the organisation named by the setting, else the
    first NGO of the installation; None closes the door."""
    name = settings.JAGA_CHANNEL_ORGANISATION
    rows = Organisation.objects.order_by("pk")
    return (rows.filter(name=name) if name else rows.filter(kind="ngo")).first()


def by_mark(mark: str, now: datetime | None = None) -> int | None:
    """The number of the living report with this mark. One query, which opens nothing sealed."""
    living = Report.objects.filter(
        receipt_mark=mark, deleted_at__isnull=True, expires_at__gt=now or timezone.now()
    )
    return living.values_list("pk", flat=True).first()


def living(number: int, mark: str) -> Report | None:
    """The report a page was opened for, unless it ended or its words were changed since."""
    if by_mark(mark) != number:
        return None
    return Report.objects.filter(pk=number).first()


def expired(now: datetime) -> QuerySet[Report]:
    """Reports past their time, and those deleted while the law kept them."""
    over = Q(deleted_at__isnull=True, expires_at__lte=now) | Q(deleted_at__isnull=False)
    return Report.objects.filter(over).defer("identity", "words", "address")
