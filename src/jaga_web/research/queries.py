"""Reads of surveys, each within the person's organisation and role. No answer is ever read here."""

from django.db.models import QuerySet

from jaga.evidence.disclosure import RULES
from jaga_web.access import RESEARCH_COLLECT, RESEARCH_KEEP, RESEARCH_PUBLISH
from jaga_web.people.models import User
from jaga_web.people.scope import within
from jaga_web.research.models import Collection, Export, Questionnaire, Table

OF_QUESTIONNAIRE = "questionnaire__organisation_id"


def questionnaires(user: User) -> QuerySet[Questionnaire]:
    """The questionnaires this person looks after; their sealed source is not loaded."""
    rows = within(user, Questionnaire.objects.all())
    rows = rows if user.may(RESEARCH_KEEP) else rows.none()
    return rows.defer("source").select_related("added_by")


def exports(user: User) -> QuerySet[Export]:
    """Exports of those questionnaires, without their rows."""
    rows = within(user, Export.objects.all(), organisation=OF_QUESTIONNAIRE)
    rows = rows if user.may(RESEARCH_KEEP) else rows.none()
    return rows.defer("content").select_related("questionnaire", "added_by")


def collections(user: User) -> QuerySet[Collection]:
    """What was or is collected with them."""
    rows = within(user, Collection.objects.all(), organisation=OF_QUESTIONNAIRE)
    rows = rows if user.may(RESEARCH_KEEP) else rows.none()
    return rows.select_related("questionnaire", "asked_by", "decided_by")


def tables(user: User) -> QuerySet[Table]:
    """Estimates made so far."""
    rows = within(user, Table.objects.all(), organisation=OF_QUESTIONNAIRE)
    rows = rows if user.may(RESEARCH_KEEP) else rows.none()
    return rows.select_related("questionnaire", "by")


def waiting(user: User) -> QuerySet[Collection]:
    """What waits for a second person's yes."""
    rows = within(user, Collection.objects.all(), organisation=OF_QUESTIONNAIRE)
    rows = rows if user.may(RESEARCH_PUBLISH) else rows.none()
    return rows.filter(state=Collection.ASKED).select_related("questionnaire", "asked_by")


def open_to(user: User) -> QuerySet[Collection]:
    """The questionnaires a collector may fill now."""
    rows = within(user, Collection.objects.all(), organisation=OF_QUESTIONNAIRE)
    rows = rows if user.may(RESEARCH_COLLECT) else rows.none()
    return rows.filter(state=Collection.OPEN).select_related("questionnaire")


def met_by(user: User) -> QuerySet[Collection]:
    """Those a collector may fill, or could until just now: whoever finishes is shown the end."""
    rows = within(user, Collection.objects.all(), organisation=OF_QUESTIONNAIRE)
    rows = rows if user.may(RESEARCH_COLLECT) else rows.none()
    return rows.filter(state__in=[Collection.OPEN, Collection.CLOSED])


def sent(collection: Collection) -> int | None:
    """How many respondents so far, to the nearest 5; None for fewer than 5.

    Not the exact count: whoever watches it rise by one would know who that one was.
    """
    count = collection.answers.count()
    return None if RULES.is_small(count) or not count else RULES.rounded(count)
