"""Keeping questionnaires: checked and sealed when they come in."""

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
from jaga_web.research.models import LONGEST_TITLE, Questionnaire
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
    number, organisation = questionnaire.pk, questionnaire.organisation_id
    if questionnaire.collections.exists():
        raise refuse(
            "Kuesioner ini pernah diminta terbit, jadi ia tetap ada.",
            "Somebody asked to open this questionnaire, so it stays.",
        )
    destroy_later(questionnaire.key_id)
    questionnaire.delete()
    record(
        by=by,
        verb="research.questionnaire_removed",
        subject=f"questionnaire:{number}",
        organisation=organisation,
    )


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
