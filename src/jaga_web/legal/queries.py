"""Reads of the legal side. Every one starts from the cases this person may know of."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet
from django.utils import timezone

from jaga.casework import labels, leads, milestones
from jaga.consent import Words, words_for
from jaga.words import Text
from jaga_web.cases import queries as cases
from jaga_web.cases.models import Case, Coded
from jaga_web.legal.models import LabelDecision, Lead, Milestone
from jaga_web.people.models import User
from jaga_web.people.scope import within
from jaga_web.referrals import queries as referrals
from jaga_web.referrals.consent_actions import YEARS
from jaga_web.referrals.models import Consent

WATCHLIST = "watchlist"


@dataclass(frozen=True)
class Track:
    """One road of one kind: its steps so far, and what may follow."""

    kind: str
    number: int
    steps: tuple[Milestone, ...]

    @property
    def title(self) -> Text:
        """The kind in words."""
        return milestones.KINDS[self.kind]

    @property
    def last(self) -> Milestone:
        """Where it stands."""
        return self.steps[-1]

    @property
    def following(self) -> tuple[milestones.Row, ...]:
        """What may come next."""
        return milestones.next_of(self.kind, self.last.state)

    @property
    def mark(self) -> str:
        """The number as text, for the ids of a page."""
        return str(self.number)

    @property
    def takes_amount(self) -> bool:
        """Whether a sum may belong to what comes next."""
        return any(row.amount for row in self.following)

    @property
    def paid_idr(self) -> int:
        """What has been paid so far, in whole rupiah."""
        paid = [step for step in self.steps if step.state in ("paid_part", "paid")]
        return sum(step.amount_idr or 0 for step in paid)


@dataclass(frozen=True)
class Label:
    """One label of a case: proposed by facts, and what was decided, if anything was."""

    scheme: str
    code: str
    title: Text
    proposal: labels.Proposal | None
    decision: LabelDecision | None


def tracks(case: Case) -> list[Track]:
    """The roads of a case the caller has found visible, in the order of the kinds."""
    found: dict[tuple[str, int], list[Milestone]] = {}
    for one in Milestone.objects.filter(case=case).select_related("by"):
        found.setdefault((one.kind, one.track), []).append(one)
    order = list(milestones.KINDS)
    return [
        Track(kind, number, tuple(steps))
        for (kind, number), steps in sorted(
            found.items(), key=lambda item: (order.index(item[0][0]), item[0][1])
        )
    ]


def facts(case: Case) -> list[labels.Fact]:
    """The coded facts of a case."""
    return list(Coded.objects.filter(case=case).values_list("list", "code"))


def labels_of(case: Case) -> list[Label]:
    """The labels that facts propose, and those that were decided though no fact speaks for them."""
    day = timezone.localtime(case.opened_at).date()
    decided = {(one.scheme, one.code): one for one in LabelDecision.objects.filter(case=case)}
    found = [
        Label(one.scheme, one.code, one.title, one, decided.pop((one.scheme, one.code), None))
        for one in labels.proposed(facts(case), day)
    ]
    return found + [
        Label(scheme, code, labels.title(scheme, code), None, decision)
        for (scheme, code), decision in decided.items()
    ]


def leads_of(case: Case) -> QuerySet[Lead]:
    """The leads of a case the caller has found visible."""
    return Lead.objects.filter(case=case).select_related("consent", "by")


def leads_seen(user: User) -> QuerySet[Lead]:
    """The leads of the cases this person may see."""
    return Lead.objects.filter(case__in=cases.visible(user)).select_related("case", "consent")


def consents_for(case: Case) -> list[Consent]:
    """The consents of a case under which a number may be watched today."""
    return list(referrals.valid_consents(case, WATCHLIST, None))


def words_to_say(case: Case) -> Words | None:
    """What is said before a number is written down; None where the child is not asked."""
    return words_for(YEARS.get(case.age_band, 0))


def to_release(user: User) -> dict[leads.Lead, int]:
    """All leads of the organisation as the watchlist file knows them, with their row's number."""
    rows = within(user, Lead.objects.all(), organisation="case__organisation_id")
    return {
        leads.Lead(
            kind=one.kind,
            token=one.token,
            consent=one.consent.reference,
            added=one.added_on,
            expires=one.expires_on,
            withdrawn=taken_back(one),
            left=one.released_on,
        ): one.pk
        for one in rows.select_related("consent")
    }


def taken_back(lead: Lead) -> date | None:
    """The day a lead or the consent behind it was withdrawn, whichever came first."""
    days = [lead.withdrawn_on, _local_day(lead.consent.withdrawn_at)]
    return min((day for day in days if day), default=None)


def _local_day(at: datetime | None) -> date | None:
    return timezone.localtime(at).date() if at else None
