"""Keeping questionnaires and exports: sealed when they come in, destroyed when they go."""

import base64
from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from jaga_web import vault
from jaga_web.access import RESEARCH_KEEP, require
from jaga_web.audit.actions import record
from jaga_web.people.models import User
from jaga_web.refusing import refuse
from jaga_web.research import files, reading
from jaga_web.research.keys import destroy_later
from jaga_web.research.models import LONGEST_TITLE, Collection, Export, Questionnaire
from jaga_web.research.permissions import check_keep

# Rows about people are kept no longer than a study needs; two years is the longest we offer.
LONGEST_KEEPING_DAYS = 730


@transaction.atomic
def add_questionnaire(*, title: str, data: bytes, by: User) -> Questionnaire:
    """Keep one XLSForm, sealed. Raises BadInput when it is not one, with what to mend."""
    require(by, RESEARCH_KEEP)
    sheet = files.check(data)
    form = reading.form_from(sheet)
    title = title.strip() or form.title or form.id or "Kuesioner"
    made = Questionnaire.objects.create(
        organisation=by.organisation,
        key_id=vault.new_key(),
        title=title[:LONGEST_TITLE],
        form_id=form.id[:200],
        version=form.version[:200],
        source=base64.b64encode(data).decode(),
        added_by=by,
    )
    trace(by, "research.questionnaire_added", made)
    return made


@transaction.atomic
def remove_questionnaire(*, questionnaire: Questionnaire, by: User) -> None:
    """Take away a questionnaire that nothing hangs on."""
    check_keep(by, questionnaire)
    questionnaire = _locked(questionnaire)
    if (
        questionnaire.exports.exists()
        or questionnaire.collections.exclude(state=Collection.RETURNED).exists()
    ):
        raise refuse(
            "Hapus dulu ekspor dan jawaban yang memakai kuesioner ini.",
            "First erase the exports and answers that use this questionnaire.",
        )
    number, organisation = questionnaire.pk, questionnaire.organisation_id
    if questionnaire.tables.exists() or questionnaire.collections.exists():
        raise refuse(
            "Kuesioner ini menjelaskan perkiraan yang disimpan, jadi ia tetap ada.",
            "This questionnaire explains estimates that are kept, so it stays.",
        )
    destroy_later(questionnaire.key_id)
    questionnaire.delete()
    record(
        by=by,
        verb="research.questionnaire_removed",
        subject=f"questionnaire:{number}",
        organisation=organisation,
    )


@transaction.atomic
def add_export(
    *, questionnaire: Questionnaire, data: bytes, keep_until: date | None, by: User
) -> Export:
    """Keep an export of this very form and version, sealed under a key of its own."""
    check_keep(by, questionnaire)
    sheet = files.check(data)
    until = keeping_day(keep_until)
    read = reading.export_from(questionnaire, sheet)
    made = Export.objects.create(
        questionnaire=_locked(questionnaire),
        key_id=vault.new_key(),
        kind=read.source,
        content=base64.b64encode(data).decode(),
        size_bytes=len(data),
        rows=len(read.rows),
        keep_until=until,
        added_by=by,
    )
    trace(by, "research.export_added", questionnaire, rows=made.rows, until=until.isoformat())
    return made


@transaction.atomic
def erase_export(*, export: Export, by: User | None) -> None:
    """Erase the rows of an export and destroy their key; the estimates made from it stay."""
    questionnaire = export.questionnaire
    if by is not None:
        check_keep(by, questionnaire)
    # The questionnaire first, as every action does.
    _locked(questionnaire)
    export = Export.objects.select_for_update().get(pk=export.pk)
    rows, key = export.rows, export.key_id
    export.delete()
    destroy_later(key)
    trace(by, "research.export_erased", questionnaire, rows=rows)


def erase_due(today: date) -> int:
    """Erase every export whose day has come; returns how many."""
    due = list(Export.objects.filter(keep_until__lt=today).select_related("questionnaire"))
    for export in due:
        erase_export(export=export, by=None)
    return len(due)


def keeping_day(until: date | None) -> date:
    """The day until which rows are kept. Raises BadInput for none, the past, or too far away."""
    today = timezone.localdate()
    if until is None or not today < until <= today + timedelta(days=LONGEST_KEEPING_DAYS):
        raise refuse(
            f"Pilih sampai kapan barisnya disimpan: sesudah hari ini, paling lama "
            f"{LONGEST_KEEPING_DAYS} hari.",
            f"Choose until when the rows are kept: after today, at most "
            f"{LONGEST_KEEPING_DAYS} days.",
        )
    return until


def trace(by: User | None, verb: str, questionnaire: Questionnaire, **detail: str | int) -> None:
    """The event of an act on a questionnaire, with codes and counts."""
    record(
        by=by,
        verb=verb,
        subject=f"questionnaire:{questionnaire.pk}",
        organisation=questionnaire.organisation_id,
        detail=detail,
    )


def _locked(questionnaire: Questionnaire) -> Questionnaire:
    return Questionnaire.objects.select_for_update().get(pk=questionnaire.pk)
