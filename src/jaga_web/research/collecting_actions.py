"""The life of a collection: asked, published by a second person, filled, closed, erased."""

import json
from datetime import date

from django.db import IntegrityError, transaction
from django.utils import timezone

from jaga.surveys.interview import Answers
from jaga_web import vault
from jaga_web.audit.actions import record
from jaga_web.people.models import User
from jaga_web.refusing import must_explain, refuse
from jaga_web.research import reading
from jaga_web.research.actions import keeping_day, trace
from jaga_web.research.keys import destroy_later
from jaga_web.research.models import Answer, Collection, Questionnaire
from jaga_web.research.permissions import check_collect, check_keep, check_publish
from jaga_web.sealing import fingerprint


@transaction.atomic
def ask(*, questionnaire: Questionnaire, keep_until: date | None, by: User) -> Collection:
    """Ask that a questionnaire be opened to collectors. Refused until it protects children."""
    check_keep(by, questionnaire)
    until = keeping_day(keep_until)
    reading.must_be_publishable(questionnaire)
    try:
        with transaction.atomic():
            made = Collection.objects.create(
                questionnaire=questionnaire,
                key_id=vault.new_key(),
                keep_until=until,
                asked_by=by,
            )
    except IntegrityError:
        raise refuse(
            "Kuesioner ini sudah diminta terbit, atau sudah terbit.",
            "This questionnaire was already asked for, or is open already.",
        ) from None
    trace(by, "research.publication_asked", questionnaire, until=until.isoformat())
    return made


@transaction.atomic
def publish(*, collection: Collection, by: User) -> Collection:
    """Open a questionnaire to collectors, by somebody who did not ask for it."""
    collection = _in_state(collection, Collection.ASKED)
    check_publish(by, collection)
    reading.must_be_publishable(collection.questionnaire)
    _decide(collection, Collection.OPEN, by)
    _trace(by, "research.published", collection)
    return collection


@transaction.atomic
def send_back(*, collection: Collection, reason: str, by: User) -> Collection:
    """Say no, with what has to change first. Nothing was answered yet, so its key goes."""
    collection = _in_state(collection, Collection.ASKED)
    check_publish(by, collection)
    collection.reason = must_explain(reason)
    key, collection.key_id = collection.key_id, ""
    _decide(collection, Collection.RETURNED, by)
    destroy_later(key)
    _trace(by, "research.publication_returned", collection)
    return collection


@transaction.atomic
def answer(*, collection: Collection, answers: Answers, once: str, by: User) -> None:
    """Keep what one respondent answered, sealed; nobody reads it again, so nothing is returned.

    `once` names the sitting: sending its last page twice keeps one row. The row's number is made
    from it, so it tells nothing of the order in which people were asked. The collector's number
    goes into the seal, for checks over all of them.
    """
    collection = _in_state(collection, Collection.OPEN)
    check_collect(by, collection)
    number = int(fingerprint(once, "research.answer.once")[:13], 16)
    if Answer.objects.filter(pk=number).exists():
        return
    content = {"given": answers.given, "skipped": sorted(answers.skipped), "collector": by.pk}
    Answer.objects.create(
        pk=number, collection=collection, content=json.dumps(content, ensure_ascii=False)
    )
    _trace(by, "research.answered", collection)


@transaction.atomic
def close(*, collection: Collection, by: User) -> Collection:
    """No more answers: only now may estimates be made, so that none tells of the last one."""
    collection = _in_state(collection, Collection.OPEN)
    check_keep(by, collection.questionnaire)
    collection.state, collection.closed_at = Collection.CLOSED, timezone.now()
    collection.save(update_fields=["state", "closed_at"])
    _trace(by, "research.collecting_closed", collection)
    return collection


@transaction.atomic
def erase(*, collection: Collection, by: User | None) -> Collection:
    """Erase every answer of a closed collection; the estimates stay."""
    collection = _in_state(collection, Collection.CLOSED)
    if by is not None:
        check_keep(by, collection.questionnaire)
    if collection.erased_at is not None:
        raise refuse("Jawabannya sudah dihapus.", "Its answers were erased already.")
    collection.answers.all().delete()
    key, collection.key_id = collection.key_id, ""
    collection.erased_at = timezone.now()
    collection.save(update_fields=["key_id", "erased_at"])
    destroy_later(key)
    _trace(by, "research.answers_erased", collection)
    return collection


def erase_due(today: date) -> int:
    """Close and erase every collection whose day has come; returns how many."""
    due = Collection.objects.filter(keep_until__lt=today, erased_at=None)
    due = due.filter(state__in=[Collection.OPEN, Collection.CLOSED])
    count = 0
    for collection in due.select_related("questionnaire"):
        _erase_one(collection)
        count += 1
    return count


@transaction.atomic
def _erase_one(collection: Collection) -> None:
    if collection.state == Collection.OPEN:
        collection = _in_state(collection, Collection.OPEN)
        collection.state, collection.closed_at = Collection.CLOSED, timezone.now()
        collection.save(update_fields=["state", "closed_at"])
        _trace(None, "research.collecting_closed", collection)
    erase(collection=collection, by=None)


def _in_state(collection: Collection, state: str) -> Collection:
    rows = Collection.objects.select_related("questionnaire").select_for_update(of=("self",))
    collection = rows.get(pk=collection.pk)
    if collection.state != state:
        raise refuse(
            "Keadaan kuesioner ini sudah berubah. Muat ulang halamannya.",
            "This questionnaire's state has changed. Load the page again.",
        )
    return collection


def _decide(collection: Collection, state: str, by: User) -> None:
    collection.state, collection.decided_by = state, by
    collection.decided_at = timezone.now()
    collection.save(update_fields=["state", "decided_by", "decided_at", "reason", "key_id"])


def _trace(by: User | None, verb: str, collection: Collection) -> None:
    record(
        by=by,
        verb=verb,
        subject=f"collection:{collection.pk}",
        organisation=collection.questionnaire.organisation_id,
    )
